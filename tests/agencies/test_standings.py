"""主体资格: confirmed, announced, changed, cancelled; and what is published of an organ."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from fadu.accounts.actors import SYSTEM, Role
from fadu.accounts.permissions import NotAllowed
from fadu.agencies import selectors, services
from fadu.agencies.models import Change, Organ, Standing
from fadu.law.forms import Invalid
from tests.agencies.reforms import ANNOUNCED, CANCELLED, CHANGED, CONFIRMED, PUBLISHED
from tests.agencies.world import World

TODAY = timezone.localdate()


@pytest.fixture
def bureau(world: World) -> Organ:
    return world.organs["示市监"]


def wrong(call: Any) -> set[str]:
    with pytest.raises(Invalid) as refused:
        call()
    return set(refused.value.errors)


@pytest.mark.parametrize(
    ("on", "announced", "lost"),
    [
        ("2024-02-29", False, False),  # before anything
        ("2024-03-09", False, False),  # confirmed, not announced
        ("2024-03-10", True, False),
        ("2025-01-31", True, False),
        ("2025-02-01", False, False),  # changed that day: to be announced anew
        ("2025-04-30", False, False),
        ("2025-05-01", False, True),  # cancelled from that day on
    ],
)
def test_a_standing_is_read_on_its_day(world: World, bureau: Organ, on: str, announced: bool, lost: bool) -> None:
    services.confirm_standing(SYSTEM, bureau.pk, CONFIRMED)
    services.announce_standing(SYSTEM, bureau.pk, ANNOUNCED)
    services.change_standing(SYSTEM, bureau.pk, CHANGED)
    services.cancel_standing(SYSTEM, bureau.pk, CANCELLED)
    day = date.fromisoformat(on)
    assert (selectors.announced(bureau, day) is not None) == announced
    assert selectors.standing_lost(bureau, day) == lost
    assert [row.ended_as for row in selectors.history_of_standing(bureau)] == ["cancelled", "changed"]
    assert list(Change.objects.filter(what="organ", target_id=bureau.pk).order_by("pk").values_list("action", flat=True))[-4:] == [
        "确认主体资格", "公告主体资格", "变更主体资格", "注销主体资格",
    ]  # fmt: skip


def test_who_never_had_one_has_lost_none(bureau: Organ) -> None:
    assert not selectors.standing_lost(bureau, TODAY)


def test_what_is_out_of_order_is_refused_on_its_field(bureau: Organ) -> None:
    key, tomorrow = bureau.pk, str(TODAY + timedelta(1))
    assert wrong(lambda: services.announce_standing(SYSTEM, key, ANNOUNCED)) == {""}
    assert wrong(lambda: services.change_standing(SYSTEM, key, CHANGED)) == {""}
    assert wrong(lambda: services.cancel_standing(SYSTEM, key, CANCELLED)) == {""}
    assert wrong(lambda: services.confirm_standing(SYSTEM, key, {**CONFIRMED, "since": tomorrow})) == {"since"}
    assert wrong(lambda: services.confirm_standing(SYSTEM, key, {**CONFIRMED, "since": "2018-12-31"})) == {"since"}  # founded 2019-01-01
    assert wrong(lambda: services.confirm_standing(SYSTEM, key, {**CONFIRMED, "confirmed_by": "mayor", "document": ""})) == {"confirmed_by", "document"}
    services.confirm_standing(SYSTEM, key, CONFIRMED)
    assert wrong(lambda: services.confirm_standing(SYSTEM, key, CONFIRMED)) == {""}
    assert wrong(lambda: services.announce_standing(SYSTEM, key, {**ANNOUNCED, "announced_on": "2024-02-29"})) == {"announced_on"}
    assert wrong(lambda: services.announce_standing(SYSTEM, key, {**ANNOUNCED, "announced_on": tomorrow})) == {"announced_on"}
    assert wrong(lambda: services.change_standing(SYSTEM, key, {**CHANGED, "since": "2024-03-01"})) == {"since"}
    assert wrong(lambda: services.cancel_standing(SYSTEM, key, {**CANCELLED, "until": "2024-02-01"})) == {"until"}
    assert wrong(lambda: services.cancel_standing(SYSTEM, key, {**CANCELLED, "until": tomorrow})) == {"until"}
    services.announce_standing(SYSTEM, key, ANNOUNCED)
    assert wrong(lambda: services.announce_standing(SYSTEM, key, ANNOUNCED)) == {""}
    services.cancel_standing(SYSTEM, key, CANCELLED)
    assert wrong(lambda: services.confirm_standing(SYSTEM, key, CONFIRMED)) == {"since"}  # before the last one ended
    assert Standing.objects.count() == 1


@pytest.mark.parametrize(("short", "article"), [("示执法", "第二十条第四款"), ("示市监城", "派出机构")])
def test_who_acts_in_anothers_name_is_not_confirmed(world: World, short: str, article: str) -> None:
    with pytest.raises(Invalid, match=article):
        services.confirm_standing(SYSTEM, world.organs[short].pk, CONFIRMED)


def test_who_lacks_an_announced_standing_is_told(world: World, bureau: Organ) -> None:
    admin = world.actor(Role.ADMIN)

    def lacking() -> set[str]:
        return {organ.short_name for organ in selectors.unannounced(admin)}

    assert lacking() == {"示市监", "示环", "示司", "城政"}  # not the government, the outpost, the entrusted, the neighbour
    services.confirm_standing(admin, bureau.pk, CONFIRMED)
    assert "示市监" in lacking()
    services.announce_standing(admin, bureau.pk, ANNOUNCED)
    assert lacking() == {"示环", "示司", "城政"}


def test_an_organ_that_ends_loses_its_standing(world: World) -> None:
    organ = world.organs["示环"]
    services.confirm_standing(SYSTEM, organ.pk, CONFIRMED)
    services.end_organ(SYSTEM, organ.pk, ends_on=TODAY, reason="撤销")
    assert Standing.objects.get().ended_as == "cancelled"


@pytest.mark.parametrize(
    "change",
    [
        {"until": date(2024, 1, 1), "ended_as": "cancelled", "end_reason": "x"},  # before it began
        {"until": date(2024, 5, 1)},  # ends without saying how
        {"announced_on": date(2024, 4, 1)},  # announced nowhere
        {"announced_on": date(2024, 2, 1), "announced_in": "网站"},  # before it was confirmed
    ],
)
def test_the_database_holds_it_too(bureau: Organ, change: dict[str, Any]) -> None:
    row = services.confirm_standing(SYSTEM, bureau.pk, CONFIRMED)
    with pytest.raises(IntegrityError), transaction.atomic():
        Standing.objects.filter(pk=row.pk).update(**change)


def test_only_the_administrator_within_reach(world: World, bureau: Organ) -> None:
    for role in (Role.OFFICER, Role.REVIEWER, Role.HEAD, Role.SUPERVISOR):
        with pytest.raises(NotAllowed):
            services.confirm_standing(world.actor(role), bureau.pk, CONFIRMED)
    with pytest.raises(NotAllowed):
        services.confirm_standing(world.actor(Role.ADMIN), world.organs["邻市监"].pk, CONFIRMED)
    with pytest.raises(NotAllowed):
        services.edit_publicity(world.actor(Role.ADMIN), world.organs["邻市监"].pk, PUBLISHED, reason="x")


# What is published


def test_what_is_missing_of_the_seven_is_told(bureau: Organ) -> None:
    assert selectors.missing(bureau) == ["经费来源", "编制", "职责权限", "投诉举报电话"]
    changed = services.edit_publicity(SYSTEM, bureau.pk, PUBLISHED, reason="公示")
    assert selectors.missing(changed) == []
    assert selectors.missing(services.edit_publicity(SYSTEM, bureau.pk, {}, reason="清空")) == ["经费来源", "编制", "职责权限", "投诉举报电话"]


def test_posts_filled_are_counted_from_the_people(world: World, bureau: Organ) -> None:
    world.officer("甲", employment="public")
    world.officer("乙", employment="auxiliary")
    gone = world.officer("丙", employment="public")
    services.end_service(SYSTEM, gone.pk, ends_on=TODAY, reason="调出")
    changed = services.edit_publicity(SYSTEM, bureau.pk, PUBLISHED, reason="公示")
    assert selectors.establishment(changed) == [("行政编制", 12, 3), ("事业编制", 5, 1)]  # 张伟、王芳、李强; 甲


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"funding": "gold"}, "funding"),
        ({"posts_civil": "-1"}, "posts_civil"),
        ({"posts_civil": "many"}, "posts_civil"),
        ({"posts_paper": ""}, "posts_paper"),
        ({"complaint_phone": "call me"}, "complaint_phone"),
        ({"postcode": "0530"}, "postcode"),
        ({"bases": "食品安全法"}, "bases"),
        ({"bases": "《食品安全法》第六条\n随便写的"}, "bases"),
        ({"duties": "x" * 2001}, "duties"),
        ({"office_hours": "<b>"}, "office_hours"),
        ({"strange": "x"}, "strange"),
    ],
)
def test_what_is_wrong_is_told_on_its_field(bureau: Organ, change: dict[str, str], field: str) -> None:
    assert wrong(lambda: services.edit_publicity(SYSTEM, bureau.pk, {**PUBLISHED, **change}, reason="公示")) == {field}
    bureau.refresh_from_db()
    assert bureau.funding == ""


@pytest.mark.parametrize("phone", ["12345", "12315", "0312-1234567", "13800001234"])
def test_hotlines_are_phones(bureau: Organ, phone: str) -> None:
    assert services.edit_publicity(SYSTEM, bureau.pk, {"complaint_phone": phone}, reason="公示").complaint_phone == phone


@pytest.mark.parametrize(
    "line",
    [
        "《行政处罚法》第二十四条第一款",
        "中华人民共和国行政处罚法第九条第（一）项",
        "《河北省行政执法监督条例》第十条之一",
        "《食品安全法实施条例》第一百二十三条第二款第三项",
    ],
)
def test_citations_are_taken_as_they_are_written(bureau: Organ, line: str) -> None:
    assert services.edit_publicity(SYSTEM, bureau.pk, {"bases": line}, reason="公示").bases == line
