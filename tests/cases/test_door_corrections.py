"""更正: the earlier step stays, the case is folded and judged anew; only by who took it, and not of what makes it another case."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from fadu.accounts.permissions import NotAllowed
from fadu.cases.models import Attempt, Leaf, Outbox, Step
from fadu.cases.services import take
from fadu.law.calendar import number
from fadu.law.correction import CORRECT
from fadu.law.forms import Invalid
from tests.cases.telling import Telling, assert_rebuilt, at, counts, refused, row_of, rules
from tests.cases.test_door_input import client_of
from tests.cases.world import Bureau

WHEN = "2026-08-12T09:00"


@pytest.fixture
def served(bureau: Bureau) -> Telling:
    """A case whose decision is served."""
    return Telling(bureau).until("serve")


def test_the_earlier_step_stays_and_the_facts_follow_the_correction(served: Telling) -> None:
    before = Step.objects.get(case_id=served.id, name="register")
    kept = (before.data, before.hash)
    taken = served.correct("register", {"violation_began_on": "2026-05-21"}, when=WHEN)
    after = Step.objects.get(pk=before.pk)
    assert (after.data, after.hash) == kept
    assert served.facts["violation_began_on"] == number(date(2026, 5, 21))
    row = Step.objects.get(pk=taken.step_id)
    assert (row.name, row.seq, row.prev) == (CORRECT, 21, Step.objects.get(case_id=served.id, seq=20).hash)
    assert row.data["seq"] == 1
    assert row.data["data"]["violation_began_on"] == "2026-05-21"
    assert Leaf.objects.get(ref=row.id).kind == "step"
    assert Outbox.objects.filter(ref=row.id, topic="step").count() == 1
    assert served.case.stage == "served"
    assert_rebuilt(served.case)


def test_what_else_was_known_stays(served: Telling) -> None:
    before = dict(served.facts)
    served.correct("inspect", {"findings": "货架第二层陈列待售纯牛奶 41 箱。"}, when=WHEN)
    assert dict(served.facts) == before
    assert_rebuilt(served.case)


def test_clocks_follow(served: Telling) -> None:
    clock = served.case.clocks.get(rule="SC-018-1a")
    assert clock.starts_on == date(2026, 6, 1)
    served.correct("register", {"clue_received_on": "2026-05-29"}, when=WHEN)
    assert served.case.clocks.get(rule="SC-018-1a").starts_on == date(2026, 5, 29)


def test_the_last_of_two_corrections_holds(served: Telling) -> None:
    served.correct("register", {"violation_began_on": "2026-05-21"}, when=WHEN)
    served.correct("register", {"violation_began_on": "2026-05-22"}, when=WHEN)
    assert served.facts["violation_began_on"] == number(date(2026, 5, 22))
    assert_rebuilt(served.case)


def test_two_corrections_of_two_steps_both_hold(served: Telling) -> None:
    served.correct("register", {"violation_began_on": "2026-05-21"}, when=WHEN)
    served.correct("conclude", {"harm": "slight"}, when=WHEN)
    assert served.facts["violation_began_on"] == number(date(2026, 5, 21))
    assert served.facts["harm"] == "slight"
    assert_rebuilt(served.case)


def test_steps_go_on_after_a_correction(served: Telling) -> None:
    served.correct("conclude", {"harm": "slight"}, when="2026-07-21T09:00")
    for name in ("publish", "pay", "close", "archive"):
        served.take(name)
    assert served.case.stage == "archived"
    assert served.facts["harm"] == "slight"
    assert_rebuilt(served.case)


UNLAWFUL = [
    # what is corrected, how, which rule the later steps would have broken
    ("register", {"in_jurisdiction": False}, "CF-022"),
    ("register", {"violation_began_on": "2024-05-31", "clue_received_on": "2026-06-01"}, "CF-036-1a"),
    ("conclude", {"facts_clear": False}, "CF-040"),
    ("conclude", {"proposed_fine": "125000"}, "CF-045-2"),
    ("conclude", {"criminal_suspected": True}, "CF-027-1"),
    ("notify", {"told": ["CONTENT", "FACTS", "REASONS", "DEFENCE", "HEARING"]}, "CF-044"),
    ("notify_hearing", {"hearing_set_for": "2026-07-07"}, "CF-064-2"),
    ("review", {"result": "supplement"}, "CF-058-1"),
    ("decide", {"decision_fine": "130000.01"}, "CF-045-2"),
    ("decide", {"transcript_followed": False}, "CF-065"),
]


def test_reviewer_and_head_correct_their_own_steps(served: Telling) -> None:
    served.correct("review", {"opinion": "程序合法，裁量适当，审核通过（更正错字）。"}, when=WHEN)
    served.correct("decide", {"decision_fine": "125000", "content": "一、没收违法所得 860 元；二、罚款 125,000 元。"}, when=WHEN)
    assert served.facts["decision_fine"] == 125_000_00
    assert_rebuilt(served.case)


@pytest.mark.parametrize(("step", "changes", "rule"), UNLAWFUL)
def test_what_would_have_been_unlawful_is_refused(served: Telling, step: str, changes: Mapping[str, Any], rule: str) -> None:
    objections = refused(served, lambda: served.correct(step, changes, when=WHEN))
    assert rule in rules(objections)
    attempt = Attempt.objects.latest("id")
    assert (attempt.name, attempt.data["data"]["reason" if "reason" in attempt.data["data"] else next(iter(changes))]) is not None
    assert_rebuilt(served.case)


def test_a_later_step_that_would_have_been_out_of_its_turn_is_refused(bureau: Bureau) -> None:
    """With half the sum the case would not have been performed, and could not have been closed."""
    case = Telling(bureau).until("close")
    objections = refused(case, lambda: case.correct("pay", {"instalment": "60000.00"}, when=WHEN))
    assert rules(objections) == ["penalty.general:close"]
    assert case.case.stage == "closed"


def test_the_last_step_may_be_corrected_so_that_the_case_stands_elsewhere(bureau: Bureau) -> None:
    case = Telling(bureau).until("pay")
    assert case.case.stage == "performed"
    case.correct("pay", {"instalment": "60000.00"}, when="2026-08-01T09:00")
    assert (case.case.stage, case.facts["paid"]) == ("served", 60_000_00)
    assert "paid_on" not in case.facts
    assert case.case.turn_step == "pay"
    assert_rebuilt(case.case)


@pytest.mark.parametrize(
    ("step", "changes", "field"),
    [
        ("register", {"item": "SC-CF-002"}, "data.item"),
        ("register", {"party_kind": "person", "party_code": None, "party_legal_rep": None}, "data.party_kind"),
        ("inspect", {"present": ["liwei", "zhoujie"]}, "data.present"),
        ("inspect", {"present": ["wangfang", "liwei"]}, "data.present"),
        ("conclude", {"factors": [{"factor": "货值金额", "value": "9000"}, {"factor": "tier", "value": "从轻"}]}, "data.factors"),
    ],
)
def test_some_answers_are_fixed(served: Telling, step: str, changes: Mapping[str, Any], field: str) -> None:
    before, kept = counts(), row_of(served.id)
    with pytest.raises(Invalid) as caught:
        served.correct(step, changes, when=WHEN)
    assert set(caught.value.errors) == {field}
    assert (counts(), row_of(served.id)) == (before, kept)


def test_the_crew_of_a_case_is_fixed_with_its_filing(served: Telling) -> None:
    with pytest.raises(Invalid) as caught:
        served.correct("file", {"appointed": ["liwei", "zhoujie"]}, when=WHEN, by="zhaoqiang")
    assert set(caught.value.errors) == {"data.appointed"}


@pytest.mark.parametrize("by", ["wangfang", "chenjing", "zhaoqiang"])
def test_only_who_took_it_corrects_it(served: Telling, by: str) -> None:
    before = counts()
    with pytest.raises(Invalid) as caught:
        served.correct("register", {"violation_began_on": "2026-05-21"}, when=WHEN, by=by)
    assert "由执法人员李伟办理，应由其本人更正" in caught.value.errors["seq"]
    assert counts() == before


@pytest.mark.parametrize("by", ["zhaomin"])
def test_who_takes_no_steps_corrects_none(served: Telling, by: str) -> None:
    before = counts()
    with pytest.raises(NotAllowed):
        served.correct("register", {"violation_began_on": "2026-05-21"}, when=WHEN, by=by)
    assert counts() == before


@pytest.mark.parametrize("seq", [0, -1, 99, "x", None, 10**11])
def test_a_step_that_there_is_not_is_not_corrected(served: Telling, seq: Any) -> None:
    whole = {"seq": seq, "reason": "x", "data": served.sent("register")}
    with pytest.raises(Invalid) as caught:
        take(served.bureau.who("liwei"), served.id, CORRECT, whole, taken_at=at(WHEN))
    assert set(caught.value.errors) == {"seq"}


def test_a_correction_is_not_corrected(served: Telling) -> None:
    taken = served.correct("register", {"violation_began_on": "2026-05-21"}, when=WHEN)
    whole = {"seq": taken.seq, "reason": "x", "data": served.sent("register")}
    with pytest.raises(Invalid, match="本身是更正"):
        take(served.bureau.who("liwei"), served.id, CORRECT, whole, taken_at=at(WHEN))


@pytest.mark.parametrize("data", [None, [], "x", 5, {}])
def test_a_correction_answers_every_question_again(served: Telling, data: Any) -> None:
    whole = {"seq": 1, "reason": "x", **({"data": data} if data is not None else {})}
    with pytest.raises(Invalid) as caught:
        take(served.bureau.who("liwei"), served.id, CORRECT, whole, taken_at=at(WHEN))
    assert "cause" in caught.value.errors or "data.cause" in caught.value.errors


def test_a_reason_must_be_given(served: Telling) -> None:
    with pytest.raises(Invalid) as caught:
        served.correct("register", {}, when=WHEN, reason="")
    assert "reason" in caught.value.errors


def test_what_ended_is_not_corrected(bureau: Bureau) -> None:
    case = Telling(bureau).until("archive")
    objections = refused(case, lambda: case.correct("register", {"violation_began_on": "2026-05-21"}, when=WHEN))
    assert rules(objections) == ["filing.untouched"]


def test_the_party_and_the_name_of_the_case_follow(served: Telling) -> None:
    party = served.case.party_id
    served.correct("register", {"party_name": "示范县清河食品商店", "party_legal_rep": "王清和", "cause": "销售超过保质期的食品"}, when=WHEN)
    case = served.case
    assert (case.party_id, case.party.name, case.party.legal_rep) == (party, "示范县清河食品商店", "王清和")
    assert (case.cause, case.title) == ("销售超过保质期的食品", "示范县清河食品商店销售超过保质期的食品案")


def test_another_code_is_another_party(served: Telling) -> None:
    before = served.case.party
    served.correct("register", {"party_code": None, "party_name": "无照摊点"}, when=WHEN)
    assert served.case.party_id != before.pk
    before.refresh_from_db()
    assert before.name == "示范县清河食品店"


def test_a_correction_of_a_case_that_changed_its_procedure(bureau: Bureau) -> None:
    case = Telling(bureau, "converted").until("conclude")
    case.correct("register_spot", {"place": "示范县兴旺副食店一楼"}, when="2026-09-12T09:00")
    assert case.case.procedure == "penalty.general"
    assert_rebuilt(case.case)
    for name in list(case.steps)[7:]:
        case.take(name)
    assert case.case.stage == "archived"
    assert_rebuilt(case.case)


def test_the_same_key_corrects_once(served: Telling) -> None:
    whole = {"seq": 1, "reason": "录入有误", "data": served.sent("register", {"violation_began_on": "2026-05-21"})}
    who = served.bureau.who("liwei")
    first, again = (take(who, served.id, CORRECT, whole, taken_at=at(WHEN), key="c1") for _ in range(2))
    assert (again.step_id, again.repeated) == (first.step_id, True)


def test_the_page_shows_the_step_as_it_was_and_takes_the_correction(served: Telling) -> None:
    client = client_of(served.bureau, "liwei")
    url = f"/cases/{served.id}/correct/1/"
    page = client.get(url).content.decode()
    assert "更正：第 1 步 登记线索" in page
    assert "示范县城关镇清河路 12 号" in page
    data = {**served.answers("register"), "in_jurisdiction": "1", "violation_began_on": "2026-05-21", "why_corrected": "日期录入有误"}
    assert client.post(url, {**data, "why_corrected": ""}).status_code == 422
    assert client.post(url, data).status_code == 302
    assert served.facts["violation_began_on"] == number(date(2026, 5, 21))
    shown = client.get(f"/cases/{served.id}/").content.decode()
    assert "日期录入有误" in shown


def test_the_page_tells_on_its_field_what_is_fixed(served: Telling) -> None:
    client = client_of(served.bureau, "liwei")
    data = {**served.answers("register"), "in_jurisdiction": "1", "item": "SC-CF-002", "why_corrected": "事项有误"}
    answer = client.post(f"/cases/{served.id}/correct/1/", data)
    assert answer.status_code == 422
    assert "不能用更正改变" in answer.content.decode()


@pytest.mark.parametrize("seq", [0, 99])
def test_the_page_of_a_step_that_there_is_not(served: Telling, seq: int) -> None:
    assert client_of(served.bureau, "liwei").get(f"/cases/{served.id}/correct/{seq}/").status_code == 404
