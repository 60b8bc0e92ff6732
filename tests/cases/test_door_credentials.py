"""What a credential is worth at the door: suspended to the minute, withdrawn to the day, and never replaced by an assistant."""

from datetime import date

import pytest

from fadu.accounts.actors import SYSTEM
from fadu.agencies import services as agencies
from fadu.agencies.models import Credential, Officer
from fadu.cases.models import Step
from fadu.cases.services import take
from fadu.law.forms import Invalid
from tests.agencies.world import PASSWORD
from tests.cases.telling import Telling, assert_rebuilt, at, refused, rules
from tests.cases.world import Bureau

DAY = "2026-06-05"


@pytest.fixture
def filed(bureau: Bureau) -> Telling:
    """A case just filed, with 李伟 and 王芳 to handle it."""
    return Telling(bureau).until("file")


def suspend(bureau: Bureau, when: str) -> None:
    card = Credential.objects.get(officer=bureau.named["wangfang"])
    agencies.change_state(SYSTEM, card.pk, {"state": "suspended", "starts_at": when, "reason": "核查投诉期间暂扣", "paper": "示司执证〔2026〕21号"})


def test_suspended_at_ten_stops_a_step_at_one_past_and_leaves_the_one_at_one_to(filed: Telling) -> None:
    filed.take("inspect", when=f"{DAY}T09:59")
    suspend(filed.bureau, f"{DAY}T10:00")
    objections = refused(filed, lambda: filed.take("question", when=f"{DAY}T10:01"))
    objection = next(item for item in objections if item.rule == "CF-042-1a")
    assert "行政处罚法第四十二条第一款" in objection.bases
    assert any("在场无有效执法证件人员数：1" in line for line in objection.facts)
    taken = Step.objects.get(case_id=filed.id, name="inspect")
    assert taken.context["step"]["certified_officers"] == 2
    assert_rebuilt(filed.case)


@pytest.mark.parametrize(("clock", "lawful"), [("09:58", True), ("09:59", True), ("10:00", False), ("10:01", False)])
def test_a_step_entered_late_is_judged_by_when_it_was_done(filed: Telling, clock: str, lawful: bool) -> None:
    """办理时间 is what counts: the entry itself comes months after."""
    suspend(filed.bureau, f"{DAY}T10:00")
    if lawful:
        assert filed.take("inspect", when=f"{DAY}T{clock}").stage == "investigating"
    else:
        assert "CF-042-1a" in rules(refused(filed, lambda: filed.take("inspect", when=f"{DAY}T{clock}")))


@pytest.mark.parametrize(
    ("kind", "paper"),
    [("retired", ""), ("moved", ""), ("dismissed", "示人社辞〔2026〕1号"), ("convicted", "（2026）示刑初1号")],
)
def test_who_leaves_is_certified_the_day_before_and_not_that_day(filed: Telling, kind: str, paper: str) -> None:
    leaves, data, actor = date.fromisoformat(DAY), filed.sent("inspect"), filed.actor("inspect")
    agencies.end_service(SYSTEM, filed.bureau.named["wangfang"].pk, ends_on=leaves, reason="到龄", kind=kind, paper=paper)
    assert "CF-042-1a" in rules(refused(filed, lambda: take(actor, filed.id, "inspect", data, taken_at=at(f"{DAY}T00:00"))))
    assert take(actor, filed.id, "inspect", data, taken_at=at("2026-06-04T23:59")).stage == "investigating"


@pytest.fixture
def helper(bureau: Bureau) -> Officer:
    """An assistant of the bureau."""
    person = bureau.officer("周助", employment="auxiliary", work_card="示市监辅 012")
    agencies.open_account(SYSTEM, person.pk, {"username": "zhouzhu", "password": PASSWORD}, demo=True)
    return person


def test_an_assistant_beside_two_officers_is_not_counted_and_not_in_the_way(filed: Telling, helper: Officer) -> None:
    filed.take("inspect", {"assisting": ["zhouzhu"]})
    step = Step.objects.get(case_id=filed.id, name="inspect")
    assert (step.context["step"]["certified_officers"], step.context["step"]["uncertified_officers"]) == (2, 0)
    assert step.context["told"]["officers"][str(helper.pk)]["name"] == "周助"
    assert not filed.case.handlers.filter(officer_id=helper.pk).exists()


@pytest.mark.parametrize(
    ("present", "assisting", "rule"),
    [
        (["zhouzhu"], [], "CF-042-1b"),  # alone
        (["liwei"], ["zhouzhu"], "CF-042-1b"),  # in place of the second officer
        (["liwei", "zhouzhu"], [], "CF-042-1a"),  # as an officer
        (["liwei", "wangfang", "zhouzhu"], [], "CF-042-1a"),  # as a third
    ],
)
def test_an_assistant_never_stands_for_an_officer(filed: Telling, helper: Officer, present: list[str], assisting: list[str], rule: str) -> None:
    objections = refused(filed, lambda: filed.take("inspect", {"present": present, "assisting": assisting or None}))
    assert rule in rules(objections)
    assert any("行政处罚法第四十二条第一款" in item.bases for item in objections)


def test_nobody_is_officer_and_assistant_at_once(filed: Telling, helper: Officer) -> None:
    with pytest.raises(Invalid) as wrong:
        filed.take("inspect", {"assisting": ["liwei"]})
    assert set(wrong.value.errors) == {"assisting"}


def test_an_assistant_of_another_organ_is_not_named(filed: Telling) -> None:
    with pytest.raises(Invalid) as wrong:
        filed.take("inspect", {"assisting": ["zhaomin"]})
    assert set(wrong.value.errors) == {"assisting"}
