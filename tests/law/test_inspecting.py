"""Inspections, takings and plain acts as they go."""

from typing import Any

import pytest

from fadu.law.registry import procedure_of
from tests.law.story import Story

PARTY = {"party_kind": "unit", "party_name": "示范县清河食品店"}
REGISTER = {
    **PARTY, "inspection_source": "random", "cause": "食品经营检查", "basis": "食品安全法第一百一十条", "inspection_way": "visit", "matters": "保质期",
    "planned_on": "2026-04-10", "inspection_market": True, "inspection_random_target": True, "inspection_random_officers": True, "inspection_merged": True,
    "inspection_licensee": True, "inspection_officers": [1, 2],
}  # fmt: skip
RECORD = {
    "present": [1, 2], "card_shown": True, "reason_told": True, "began_at": "2026-04-10T09:00", "ended_at": "2026-04-10T10:00", "place": "店内",
    "met_by": "王某", "items": [{"content": "保质期", "conforms": "no"}], "inspection_hindered": False, "inspection_favours": False,
    "inspection_recorded": True, "inspection_signed": True, "record_signed": "signed",
}  # fmt: skip
RESULT = {"inspection_found": "case", "result": "涉嫌经营过期食品", "receiver": "王某"}
ARCHIVE = {"retention": "10", "volume": "示检卷1"}


def inspected(**more: Any) -> Story:
    case = (
        Story("inspection.general")
        .take("register_inspection", "2026-04-08T09:00", REGISTER)
        .take("approve_inspection", "2026-04-08T10:00", {"opinion": "同意。"})
    )
    return case.take("notify_inspection", "2026-04-09T09:00", {"receiver": "王某"}).take("record_inspection", "2026-04-10T09:00", {**RECORD, **more})


def test_an_inspection_from_plan_to_archive_that_becomes_a_case():
    case = inspected().take("tell_inspection", "2026-04-13T09:00", {**RESULT, "inspection_unlawful": True, "inspection_issuer_elsewhere": True})
    assert "penalty.general" in case.state.course["tell_inspection"].leads_to
    assert set(case.refused("archive_inspection", "2026-04-20T09:00", ARCHIVE)) == {"XK-064", "YH-054-1-public"}
    case.take("copy_inspection", "2026-04-14T09:00", {"to_organ": "邻县市场监管局", "facts_told": "经营过期食品"})
    case.take("publish_inspection", "2026-04-15T09:00", {"where": "公示系统"})
    case.take("archive_inspection", "2026-04-20T09:00", ARCHIVE)
    assert case.state.ended


def test_the_market_is_checked_at_random():
    case = Story("inspection.general").take("register_inspection", "2026-04-08T09:00", {**REGISTER, "inspection_random_target": False})
    assert case.refused("approve_inspection", "2026-04-08T10:00", {"opinion": "同意。"}) == ["YH-054-1"]
    case.take("drop_inspection", "2026-04-08T10:00", {"reason": "没有随机抽取", "opinion": "不同意。"})
    assert case.state.ended


def test_two_officers_go_and_hinder_nobody():
    case = Story("inspection.general").take("register_inspection", "2026-04-08T09:00", REGISTER)
    case.take("approve_inspection", "2026-04-08T10:00", {"opinion": "同意。", "inspection_unannounced": True})
    assert procedure_of("inspection.general").turn("approved", case.state.facts) == "record_inspection"
    assert case.refused("record_inspection", "2026-04-10T09:00", RECORD, certified_officers=1) == ["CF-042-1b-inspection"]
    assert case.refused("record_inspection", "2026-04-10T09:00", {**RECORD, "card_shown": False}) == ["CF-055-1-inspection"]
    assert case.refused("record_inspection", "2026-04-10T09:00", {**RECORD, "inspection_hindered": True}) == ["XK-063"]


def test_a_record_without_signature_is_not_put_away():
    case = inspected(inspection_signed=False).take("tell_inspection", "2026-04-13T09:00", {**RESULT, "inspection_found": "correct"})
    case.take("publish_inspection", "2026-04-15T09:00", {"where": "公示系统"})
    assert case.refused("archive_inspection", "2026-04-20T09:00", ARCHIVE) == ["XK-061-2"]
    recheck = {"present": [1, 2], "card_shown": True, "result": "已改正", "corrected": True}
    case.take("recheck_inspection", "2026-04-20T09:00", recheck)


# --- takings

GOODS = [{"name": "挖掘机", "quantity": 1, "unit": "台"}]
TAKING = {
    "requisition_kind": "use", "cause": "防汛征用", "party_kind": "unit", "party_name": "示范县清河食品店", "requisition_basis_level": "law", "basis": "防洪法",
    "requisition_public_interest": True, "need": "抢险", "goods": GOODS,
}  # fmt: skip
TAKE = {"present": [1, 2], "card_shown": True, "place": "堤上", "goods": GOODS, "requisition_listed": True, "record_signed": "signed"}


def why(case: Story, name: str) -> str:
    step = case.state.course[name]
    return step.unfit(case.state.facts) if step.unfit else ""


def test_what_is_taken_for_use_is_paid_for_and_returned():
    case = Story("requisition.general").take("open_requisition", "2026-07-01T09:00", TAKING)
    assert why(case, "decide_requisition") == "还没有听取被征收征用人的意见"
    case.take("hear_owner", "2026-07-01T10:00", {"said": "同意", "checked": "无"})
    case.take("decide_requisition", "2026-07-01T11:00", {"content": "征用挖掘机一台。", "requisition_remedy_told": True, "opinion": "同意。"})
    case.take("take_property", "2026-07-01T12:00", TAKE)
    assert why(case, "close_requisition") == "还没有给予补偿"
    case.take("assess_requisition", "2026-07-06T09:00", {"requisition_compensation": "8000", "assess_basis": "台班价"})
    case.take("compensate_requisition", "2026-07-07T09:00", {"requisition_compensation_agreed_on": "2026-07-07", "receipt_no": "1"})
    assert why(case, "close_requisition") == "征用的财产使用后还没有返还"
    case.take("return_property", "2026-07-08T09:00", {"requisition_damaged": True, "receiver": "王某"})
    assert why(case, "close_requisition") == "征用的财产毁损、灭失，还没有补偿"
    case.take("return_property", "2026-07-09T09:00", {"requisition_damaged": True, "requisition_damage_paid_on": "2026-07-09", "receiver": "王某"})
    case.take("close_requisition", "2026-07-09T10:00", {})
    assert case.state.ended


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"requisition_public_interest": False}, "不是为了公共利益的需要，不得征收、征用"),
        ({"requisition_basis_level": "other"}, "征收、征用须有法律、法规规定的权限和程序"),
        ({"requisition_emergency": True}, ""),
    ],
)
def test_nothing_is_taken_without_need_and_statute(facts: dict[str, Any], said: str):
    case = Story("requisition.general").take("open_requisition", "2026-07-01T09:00", {**TAKING, **facts})
    assert why(case, "decide_requisition") == said


# --- plain acts

ASKS: dict[str, dict[str, Any]] = {
    "confirmation": {}, "payment": {}, "reward": {}, "adjudication": {"respondent": "李某", "act_both_heard": True},
}  # fmt: skip


@pytest.mark.parametrize("kind", ASKS)
def test_a_plain_act_from_application_to_archive(kind: str):
    more = ASKS[kind]
    case = Story(f"act.{kind}").take(
        f"apply_{kind}", "2026-03-02T09:00", {**PARTY, "cause": "事项", "act_applied_on": "2026-03-02", **some(more, "respondent")}
    )
    examine = {"act_examiners": [1, 2], "facts_found": "属实", **some(more, "act_both_heard")}
    case.take(f"examine_{kind}", "2026-03-05T09:00", examine)
    decide = {
        "act_outcome": "made", "act_basis_level": "document", "basis": "示范县救助办法", "act_basis_published": False, "content": "同意", "act_reason_given": True,
        "act_remedy_told": True, "opinion": "同意。",
    }  # fmt: skip
    assert case.refused(f"decide_{kind}", "2026-03-10T09:00", decide) == ["YH-064-2"]
    case.take(f"decide_{kind}", "2026-03-10T09:00", {**decide, "act_basis_published": True})
    case.take(f"serve_{kind}", "2026-03-11T09:00", {"receiver": "王某"}).take(f"publish_{kind}", "2026-03-12T09:00", {"where": "网站"})
    case.take(f"close_{kind}", "2026-03-12T10:00", {})
    assert case.state.ended


def some(facts: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: facts[name] for name in names if name in facts}


def test_both_sides_are_heard_before_an_adjudication():
    case = Story("act.adjudication").take(
        "apply_adjudication", "2026-03-02T09:00", {**PARTY, "cause": "争议", "respondent": "李某", "act_applied_on": "2026-03-02"}
    )
    case.take("examine_adjudication", "2026-03-05T09:00", {"act_examiners": [1], "facts_found": "属实", "act_both_heard": False})
    assert why(case, "decide_adjudication") == "还没有听取双方当事人的意见"
