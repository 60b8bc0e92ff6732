"""Figures of people in a county made by hand: met, missed, not to be told; each number is counted here, not computed."""

from datetime import datetime, time, timedelta
from fractions import Fraction

import pytest
from django.utils import timezone

from fadu.accounts.actors import SYSTEM, Role
from fadu.agencies import requirements, services
from fadu.agencies.figure import Figure, Reading
from fadu.agencies.figures.people import FIGURES
from fadu.agencies.models import Credential, CredentialState, Officer, Organ
from fadu.law.parameters import PARAMETERS, Value
from tests.agencies.applying import TODAY, applied, issued, passes
from tests.agencies.world import World

BY_ID = {figure.id: figure for figure in FIGURES}


def read(world: World, name: str, short: str = "示环", days: int = 0) -> Reading:
    return BY_ID[f"people.{name}"].read(world.organs[short], TODAY + timedelta(days=days))


def told(reading: Reading) -> tuple[tuple[int, int] | None, bool | None]:
    return reading.of, reading.met


def back(card: Credential, state: str, days: int) -> None:
    at = datetime.combine(TODAY - timedelta(days=days), time(10))
    services.change_state(SYSTEM, card.pk, {"state": state, "starts_at": at.strftime("%Y-%m-%dT%H:%M"), "reason": "试"})


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.id)
def test_of_nobody_nothing_is_told(world: World, figure: Figure) -> None:
    reading = figure.read(world.organs["示环"], TODAY)
    if figure.id == "people.bar":
        assert (reading.value, reading.met) == (0, None)  # a number to be seen; no line is set for it
    elif figure.id in {"people.never", "people.unexamined"}:
        assert (reading.value, reading.met) == (0, True)  # none of what must not be
    else:
        assert (reading.value, reading.met) == (None, None)


def test_every_figure_names_its_clauses_and_has_a_name_of_its_own() -> None:
    assert len(BY_ID) == len(FIGURES) == 18
    assert all(figure.clauses and figure.line and figure.title for figure in FIGURES)


def test_who_enforces_holds_a_valid_card(world: World) -> None:
    people = [world.serving(name, Role.OFFICER, "示环") for name in ("甲", "乙", "丙")]
    world.officer("文员", "示环")  # no officer's post: not counted
    for person in people[:2]:
        world.credential(person, category="ecology")
    assert told(read(world, "certified")) == ((2, 3), False)
    assert read(world, "certified").behind[0].lacks == "没有有效的执法证件"
    third = world.credential(people[2], valid_to=str(TODAY))
    assert told(read(world, "certified")) == ((3, 3), True)
    assert told(read(world, "certified", days=1)) == ((2, 3), False)  # ran out
    assert told(read(world, "certified", "示县府"))[0] == (3, 4)  # 张伟 of the market bureau has none
    assert third.valid_to == TODAY


def test_conditions_and_examinations(world: World) -> None:
    fresh, kept, bare = (world.officer(name, "示环", legal_qualification="0") for name in ("新", "旧", "缺"))
    passes(fresh)
    issued(applied(fresh, "approved", category="ecology"))
    world.credential(kept)
    passes(kept)
    assert told(read(world, "conditions")) == ((2, 2), True)
    assert read(world, "unexamined").value == 0
    world.credential(bare)
    passes(bare, "public")
    assert told(read(world, "conditions")) == ((2, 3), False)
    assert (read(world, "unexamined").value, read(world, "unexamined").met) == (1, False)
    assert "专业法律知识" in read(world, "unexamined").behind[0].lacks


def test_never_and_assistants(world: World) -> None:
    helper, bare = world.officer("周助", "示环", employment="auxiliary", work_card="辅 1"), world.officer("吴助", "示环", employment="temporary")
    assert told(read(world, "auxiliaries")) == ((1, 2), False)
    Officer.objects.filter(pk=bare.pk).update(work_card="辅 2")
    assert told(read(world, "auxiliaries")) == ((2, 2), True)
    assert (read(world, "never").value, read(world, "never").met) == (0, True)
    person = world.officer("曾持", "示环")
    back(world.credential(person), "returned", 3)
    Officer.objects.filter(pk=person.pk).update(employment="logistics")  # ever held counts
    assert (read(world, "never").value, read(world, "never").met) == (1, False)
    assert helper.work_card == "辅 1"


def test_established_public_and_cleared(world: World) -> None:
    good, gone, old = (world.officer(name, "示环") for name in ("好", "走", "过"))
    for person in (good, gone):
        world.credential(person)
    assert told(read(world, "established")) == ((2, 2), True)
    assert told(read(world, "public")) == ((2, 2), True)
    world.credential(old, valid_to=str(TODAY - timedelta(days=1)))
    assert told(read(world, "cleared")) == ((2, 3), False)
    assert "到期" in read(world, "cleared").behind[0].lacks
    Officer.objects.filter(pk=gone.pk).update(ends_on=TODAY)  # left by a way around the register
    assert told(read(world, "established")) == ((1, 2), False)
    assert told(read(world, "cleared")) == ((1, 3), False)


def test_who_left_within_the_year_gave_the_card_back(world: World) -> None:
    cards = {}
    for name, kind, ago in (("退", "retired", 30), ("开", "removed", 30), ("旧", "retired", 400), ("将", "retired", -5), ("近", "retired", 3)):
        person = world.officer(name, "示环")
        cards[name] = world.credential(person, valid_from=str(TODAY - timedelta(days=500)))
        services.end_service(SYSTEM, person.pk, ends_on=TODAY - timedelta(days=ago), reason="试", kind=kind, paper="文 1")
    assert told(read(world, "exits")) == ((3, 3), True)  # 旧 is of another year, 将 is to come
    assert told(read(world, "handled")) == ((1, 3), False)  # 近 has until the tenth day
    assert {row.lacks for row in read(world, "handled").behind} == {"收回或者收缴后没有申请注销", ""}
    back(cards["退"], "cancelled", 21)
    assert told(read(world, "handled")) == ((2, 3), False)
    back(cards["开"], "cancelled", 19)  # the eleventh day
    assert told(read(world, "handled")) == ((2, 3), False)
    assert told(read(world, "handled", days=-15)) == ((1, 2), False)


def test_a_card_that_was_not_withdrawn_in_time_is_told(world: World) -> None:
    person = world.officer("拖", "示环")
    card = world.credential(person)
    services.end_service(SYSTEM, person.pk, ends_on=TODAY - timedelta(days=30), reason="试", kind="retired")
    late = timezone.now() - timedelta(days=15)
    first, last = CredentialState.objects.filter(credential=card).order_by("starts_at")
    CredentialState.objects.filter(pk=first.pk).update(ends_at=late)
    CredentialState.objects.filter(pk=last.pk).update(starts_at=late)
    assert told(read(world, "exits")) == ((0, 1), False)
    assert "才转为收回" in read(world, "exits").behind[0].lacks


def test_waivers_have_their_ground(world: World, monkeypatch) -> None:
    value = Value(PARAMETERS["credential.exam_waiver"], True, "黑政办发〔2019〕26号三(八)2(2)", TODAY - timedelta(days=9), None, "试")
    monkeypatch.setattr(requirements, "set_here", lambda _id, _on: value)
    person = world.officer("法", "示环")
    passes(person, "professional")
    issued(applied(person, "approved"))
    assert told(read(world, "waivers")) == ((1, 1), True)
    Officer.objects.filter(pk=person.pk).update(legal_qualification=False)
    assert told(read(world, "waivers")) == ((0, 1), False)


def test_reviewers(world: World) -> None:
    for number in range(15):
        world.credential(world.officer(f"执法{number}", "示环"), category="ecology")
    world.serving("审一", Role.REVIEWER, "示环")
    reading = read(world, "reviewers.share")
    assert (reading.value, reading.met, reading.behind[0].lacks) == (Fraction(1, 15), False, "缺 1 人")
    second = world.serving("审二", Role.REVIEWER, "示环")
    assert told(read(world, "reviewers.share")) == ((2, 15), True)
    assert told(read(world, "reviewers.first")) == ((2, 2), True)
    Officer.objects.filter(pk=second.pk).update(legal_qualification=False)
    assert told(read(world, "reviewers.first")) == ((1, 2), False)
    assert told(read(world, "reviewers.townships", "示县府")) == ((0, 1), False)
    world.serving("镇审", Role.REVIEWER, "城政")
    assert told(read(world, "reviewers.townships", "示县府")) == ((1, 1), True)


def test_an_offices_officers_count_with_the_organ_it_is_dispatched_by(world: World) -> None:
    world.credential(world.officer("所员", "示市监城"))
    reading = read(world, "reviewers.share", "示市监")
    assert (reading.of, reading.met, [row.label for row in reading.behind]) == ((1, 1), True, ["示范县市场监督管理局"])


def test_the_share_of_the_qualified_does_not_fall(world: World) -> None:
    old = timedelta(days=800)
    for name, qualified in (("甲", "1"), ("乙", "0")):
        person = world.officer(name, "示环", legal_qualification=qualified)
        world.credential(person, valid_from=str(TODAY - old))
    assert told(read(world, "qualified")) == ((1, 2), True)
    world.credential(world.officer("丙", "示环", legal_qualification="0"))  # new since 400 days
    Credential.objects.filter(officer__name="丙").update(valid_from=TODAY - timedelta(days=100))
    assert told(read(world, "qualified")) == ((1, 3), False)
    assert Organ.objects.filter(pk=world.organs["示环"].pk).exists()
