"""What a credential is worth at a moment."""

from datetime import date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from fadu.accounts.actors import SYSTEM
from fadu.agencies import kinds, services
from fadu.agencies.kinds import NEXT, State
from fadu.agencies.models import Credential, CredentialState, Officer
from fadu.agencies.selectors import certified, certified_count, officers_of
from fadu.law.forms import Invalid
from tests.agencies.world import World

DAY = timezone.localdate() - timedelta(days=30)


def at(clock: str, day: date = DAY) -> datetime:
    """A moment in Beijing time."""
    return timezone.make_aware(datetime.combine(day, datetime.strptime(clock, "%H:%M").time()))  # noqa: DTZ007 - a clock time


def turn(card: Credential, state: str, when: datetime, reason: str = "离岗培训") -> CredentialState:
    return services.change_state(SYSTEM, card.pk, {"state": state, "starts_at": timezone.localtime(when).strftime("%Y-%m-%dT%H:%M"), "reason": reason})


@pytest.fixture
def person(world: World) -> Officer:
    return world.officer("孙杰")


@pytest.fixture
def card(world: World, person: Officer) -> Credential:
    return world.credential(person)


def test_a_valid_credential_is_good_and_says_until_when(person: Officer, card: Credential) -> None:
    reading = certified([person.pk], at("10:00"))[person.pk]
    assert (reading.ok, reading.number, reading.state, reading.near) == (True, card.number, "有效", False)
    assert reading.why == f"执法证 {card.number} 有效期至 {card.valid_to.isoformat()}"


@pytest.mark.parametrize(
    ("clock", "ok"),
    [
        ("09:59", True),  # the step taken before stays lawful
        ("10:00", False),  # suspended from this minute on
        ("10:01", False),
        ("15:29", False),
        ("15:30", True),  # given back
        ("23:59", True),
    ],
)
def test_a_suspension_counts_to_the_minute(person: Officer, card: Credential, clock: str, ok: bool) -> None:
    turn(card, "suspended", at("10:00"))
    turn(card, "valid", at("15:30"), "培训合格")
    reading = certified([person.pk], at(clock))[person.pk]
    assert reading.ok is ok
    if not ok:
        assert reading.why == f"执法证 {card.number} 自 {DAY.isoformat()} 10:00 起暂扣（离岗培训）"
        assert reading.state == "暂扣"


@pytest.mark.parametrize(
    ("days", "clock", "ok", "says"),
    [
        (-1, "23:59", False, "没有行政执法证件"),  # the day before the first
        (0, "00:00", True, "有效期至"),
        (10, "23:59", True, "有效期至"),  # the last day counts
        (11, "00:00", False, "到期"),
    ],
)
def test_a_credential_is_good_from_its_first_day_through_its_last(world: World, person: Officer, days: int, clock: str, ok: bool, says: str) -> None:
    world.credential(person, valid_from=str(DAY), valid_to=str(DAY + timedelta(days=10)))
    reading = certified([person.pk], at(clock, DAY + timedelta(days=days)))[person.pk]
    assert reading.ok is ok
    assert says in reading.why


@pytest.mark.parametrize(("left", "near", "says"), [(30, False, ""), (29, True, "还剩 29 天"), (0, True, "还剩 0 天")])
def test_a_credential_soon_to_end_says_so(world: World, person: Officer, left: int, near: bool, says: str) -> None:
    world.credential(person, valid_to=str(DAY + timedelta(days=left)))
    reading = certified([person.pk], at("10:00"))[person.pk]
    assert (reading.ok, reading.near) == (True, near)
    assert says in reading.why


@pytest.mark.parametrize(
    ("category", "field", "ok"),
    [("market", None, True), ("market", "market", True), ("market", "ecology", False), ("general", "ecology", True), ("ecology", "market", False)],
)
def test_a_credential_is_good_for_its_field(world: World, person: Officer, category: str, field: str | None, ok: bool) -> None:
    world.credential(person, category=category)
    reading = certified([person.pk], at("10:00"), field)[person.pk]
    assert reading.ok is ok
    if not ok:
        assert "执法类别是" in reading.why
        assert "不能用于" in reading.why


def test_who_has_none_and_who_is_unknown_are_told_alike(world: World, person: Officer) -> None:
    readings = certified([person.pk, 999_999], at("10:00"))
    assert {reading.why for reading in readings.values()} == {"没有行政执法证件"}
    assert not any(reading.ok for reading in readings.values())
    assert certified([], at("10:00")) == {}


def test_who_left_is_not_certified_from_that_day_on(person: Officer, card: Credential) -> None:
    services.end_service(SYSTEM, person.pk, ends_on=DAY, reason="调离")
    assert certified([person.pk], at("23:59", DAY - timedelta(days=1)))[person.pk].ok
    reading = certified([person.pk], at("00:00"))[person.pk]
    assert not reading.ok
    assert (reading.state, "收回（调离执法岗位：调离）" in reading.why) == ("收回", True)


def test_who_is_no_longer_on_the_establishment_is_not_certified_whatever_the_card_says(person: Officer, card: Credential) -> None:
    Officer.objects.filter(pk=person.pk).update(employment="temporary")
    assert "临时聘用人员，不具有行政执法资格" in certified([person.pk], at("10:00"))[person.pk].why


def test_of_two_credentials_the_valid_one_counts(world: World, person: Officer, card: Credential) -> None:
    turn(card, "returned", at("10:00"), "换发新证")
    fresh = world.credential(person, valid_from=str(DAY))
    assert certified([person.pk], at("11:00"))[person.pk].number == fresh.number


def test_many_are_read_in_one_query(world: World, django_assert_num_queries) -> None:
    people = [world.officer(f"人员{number}") for number in range(6)]
    for person in people[:4]:
        world.credential(person)
    turn(people[0].credentials.get(), "suspended", at("10:00"))
    with django_assert_num_queries(1):
        readings = certified([person.pk for person in people], at("10:30"))
    assert [readings[person.pk].ok for person in people] == [False, True, True, True, False, False]
    with django_assert_num_queries(1):
        assert certified_count([*(person.pk for person in people), people[1].pk], at("10:30")) == 3


def test_the_picker_lists_who_serves_at_the_moment_with_what_the_card_is_worth(world: World, django_assert_num_queries) -> None:
    organ = world.organs["示环"]
    good, bare, gone, late = (world.officer(name, "示环") for name in ("甲", "乙", "丙", "丁"))
    world.credential(good, category="ecology")
    services.end_service(SYSTEM, gone.pk, ends_on=DAY, reason="退休")
    Officer.objects.filter(pk=late.pk).update(starts_on=DAY + timedelta(days=1))
    with django_assert_num_queries(2):
        listed = officers_of(organ.pk, at("10:00"), "ecology")
    assert [(reading.officer.name, reading.credential.ok) for reading in listed] == [("甲", True), ("乙", False)]
    assert [reading.choice[3] for reading in listed] == ["ok", "bad"]
    assert listed[1].choice == (str(bare.pk), "乙", "没有行政执法证件", "bad")
    assert [reading.officer.name for reading in officers_of(organ.pk, at("10:00", DAY - timedelta(days=1)))] == ["甲", "乙", "丙"]


# Each state with what may follow it and the clause, told a second time. Every pair that is not here is refused.
WORDED = """
valid      suspended  河北省行政执法监督条例第二十九条  暂扣是对人员的处理
valid      lost       兴隆县指导意见二(四)              遗失，作废前可以找回
valid      returned   兴隆县指导意见二(四)              退休、调离、辞职，收回
valid      taken      兴隆县指导意见二(四)              辞退、开除、判刑，收缴
valid      revoked    河北省行政执法监督条例第二十九条  吊销是对人员的处理
suspended  valid      聊城市实施方案三(一)3             离岗教育考核合格，发还
suspended  returned   兴隆县指导意见二(四)              暂扣期间退休
suspended  taken      兴隆县指导意见二(四)              暂扣期间被开除
suspended  revoked    河北省行政执法监督条例第二十九条  查实后吊销
lost       valid      兴隆县指导意见二(四)              找回
lost       revoked    河北省行政执法监督条例第二十九条  遗失的也可以吊销
lost       cancelled  兴隆县指导意见二(四)              补发后注销
revoked    taken      兴隆县指导意见二(四)              吊销后收缴
returned   cancelled  兴隆县指导意见二(四)              收回后申请注销
taken      cancelled  兴隆县指导意见二(四)              收缴后申请注销
"""
LINES = [line.split(maxsplit=3) for line in WORDED.strip().splitlines()]
FOLLOWS = {state.value: {after for before, after, *_ in LINES if before == state} for state in State}
WAYS = {
    "valid": [],
    "suspended": ["suspended"],
    "lost": ["lost"],
    "revoked": ["revoked"],
    "returned": ["returned"],
    "taken": ["taken"],
    "cancelled": ["returned", "cancelled"],
}


def test_what_may_follow_is_as_worded_with_its_clause() -> None:
    assert {(before.value, after.value): clause for (before, after), clause in kinds.FOLLOWS.items()} == {(line[0], line[1]): line[2] for line in LINES}
    assert {state.value: {after.value for after in NEXT[state]} for state in State} == FOLLOWS


@pytest.mark.parametrize("before", list(WAYS))
@pytest.mark.parametrize("after", [state.value for state in State])
def test_a_state_is_followed_only_by_what_may_follow(card: Credential, before: str, after: str) -> None:
    for hour, state in enumerate(WAYS[before], 8):
        turn(card, state, at(f"{hour:02d}:00"))
    if after in FOLLOWS[before]:
        assert turn(card, after, at("12:00")).state == after
    else:
        with pytest.raises(Invalid) as refused:
            turn(card, after, at("12:00"))
        assert set(refused.value.errors) == {"state"}
    assert CredentialState.objects.filter(credential=card, ends_at__isnull=True).count() == 1


def test_the_table_of_what_follows_is_the_one_told_here() -> None:
    assert {state.value: {item.value for item in after} for state, after in NEXT.items()} == FOLLOWS


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"starts_at": "2999-01-01T00:00"}, "starts_at"),
        ({"starts_at": "1999-01-01T00:00"}, "starts_at"),
        ({"starts_at": "昨天"}, "starts_at"),
        ({"starts_at": ""}, "starts_at"),
        ({"reason": ""}, "reason"),
        ({"reason": "理" * 201}, "reason"),
        ({"paper": "<b>"}, "paper"),
        ({"state": "cancelled"}, "state"),
        ({"surprise": "1"}, "surprise"),
    ],
)
def test_a_bad_change_is_refused_on_its_field_and_changes_nothing(card: Credential, change: dict[str, str], field: str) -> None:
    data = {"state": "suspended", "starts_at": f"{DAY}T10:00", "reason": "离岗培训", **change}
    with pytest.raises(Invalid) as refused:
        services.change_state(SYSTEM, card.pk, data)
    assert set(refused.value.errors) == {field}
    assert CredentialState.objects.get(credential=card).ends_at is None


def test_states_follow_one_another_without_gap_or_overlap(card: Credential) -> None:
    for hour, state in enumerate(["suspended", "valid", "suspended", "returned", "cancelled"], 8):
        turn(card, state, at(f"{hour:02d}:00"))
    states = list(CredentialState.objects.filter(credential=card).order_by("starts_at"))
    assert [earlier.ends_at for earlier in states[:-1]] == [later.starts_at for later in states[1:]]
    assert states[-1].ends_at is None
    assert [state.state for state in card.timeline] == ["cancelled", "returned", "suspended", "valid", "suspended", "valid"]


def test_a_change_can_not_begin_before_the_state_it_ends(card: Credential) -> None:
    turn(card, "suspended", at("10:00"))
    for clock in ("09:00", "10:00"):
        with pytest.raises(Invalid, match=f"应晚于现在状态的起始时间 {DAY.isoformat()} 10:00"):
            turn(card, "valid", at(clock))


@pytest.mark.parametrize("employment", ["auxiliary", "logistics", "temporary"])
def test_no_credential_for_who_is_not_on_the_establishment(world: World, employment: str) -> None:
    helper = world.officer("周助", employment=employment)
    with pytest.raises(Invalid, match="不能发给行政执法证件"):
        world.credential(helper)
    assert not Credential.objects.filter(officer=helper).exists()


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"valid_to": "2020-01-01", "valid_from": "2020-01-02"}, "valid_to"),
        ({"valid_from": "2026-02-30"}, "valid_from"),
        ({"number": ""}, "number"),
        ({"number": "0" * 21}, "number"),
        ({"category": "everything"}, "category"),
    ],
)
def test_a_bad_credential_is_refused_on_its_field(world: World, person: Officer, change: dict[str, str], field: str) -> None:
    with pytest.raises(Invalid) as refused:
        world.credential(person, **change)
    assert set(refused.value.errors) == {field}


def test_a_number_is_issued_once(world: World, person: Officer, card: Credential) -> None:
    with pytest.raises(Invalid, match="已经登记"):
        world.credential(person, number=card.number)


@pytest.mark.parametrize("row", [{"ends_at": None}, {"ends_at": "before"}, {"ends_at": "same"}])
def test_the_database_holds_one_state_at_a_time(card: Credential, row: dict[str, str | None]) -> None:
    first = CredentialState.objects.get(credential=card)
    starts = {None: at("10:00"), "before": at("10:00"), "same": first.starts_at}[row["ends_at"]]
    ends = {None: None, "before": at("09:00"), "same": at("11:00")}[row["ends_at"]]
    with pytest.raises(IntegrityError), transaction.atomic():
        CredentialState.objects.create(credential=card, state="suspended", starts_at=starts, ends_at=ends, reason="x")
