"""Transfers as they go: to the police, refused, asked again, supervised, filed, handed over; back into a penalty; from the court; to the commission."""

import json
from pathlib import Path
from typing import Any

import pytest

from fadu.law.procedure import Role
from fadu.law.registry import rules_of
from fadu.law.rules import Clock
from tests.law.judging import verdict
from tests.law.story import Story

PARTY = {"party_kind": "unit", "party_name": "示范县清河食品厂"}
GOODS = [{"name": "添加剂", "quantity": 3, "unit": "袋"}]
OPENED = {
    **PARTY,
    "cause": "涉嫌生产有毒、有害食品",
    "transfer_found_on": "2026-06-08",
    "offence": "生产、销售有毒、有害食品罪",
    "facts_found": "检出非食用物质。",
}
REPORT = {
    "team": [1, 2], "verified": "已核实。", "standard": "达到追诉标准。", "transfer_standard_met": True, "transfer_reported_in_writing": True,
}  # fmt: skip
APPROVE = {"transfer_head_approved": True, "transfer_by_principal": True, "opinion": "同意移送。"}
SEND = {
    "to_organ": "示范县公安局", "transfer_same_level": True, "transfer_parts": ["LETTER", "REPORT", "GOODS", "EXPERT", "OTHER"], "goods": GOODS,
    "materials": "卷宗一册", "transfer_copied_on": "2026-06-11", "procuratorate": "示范县人民检察院",
}  # fmt: skip
RECEIVED = {"transfer_received_at": "2026-06-11T17:00", "transfer_receipt_signed": True, "transfer_theirs": True, "received_by": "张某"}
FILED = {"transfer_police_decided_on": "2026-06-14", "transfer_police_result": "filed", "transfer_police_told": True, "told_on": "2026-06-15"}
REFUSED = {**FILED, "transfer_police_result": "refused", "reason": "情节显著轻微"}
HAND = {"goods": GOODS, "received_by": "张某", "transfer_handover_signed": True}


def sent() -> Story:
    """A case that the police hold."""
    story = Story("transfer.criminal")
    story.take("open_transfer", "2026-06-08T09:00", OPENED).take("report_transfer", "2026-06-09T10:00", REPORT)
    story.take("decide_transfer", "2026-06-11T15:00", APPROVE).take("send_transfer", "2026-06-11T16:00", SEND)
    return story.take("record_police_receipt", "2026-06-11T17:30", RECEIVED)


def test_filed_by_the_police_and_handed_over():
    story = sent().take("record_police_decision", "2026-06-15T10:00", FILED)
    assert story.due("YS-012") == "2026-06-18"
    assert story.state.course.turn(story.state.stage, story.state.facts) == "hand_over"
    story.take("hand_over", "2026-06-18T10:00", HAND).take("close_transfer_file", "2026-06-18T11:00", {"note": "已移交。"})
    assert story.state.ended


@pytest.mark.parametrize(
    ("step", "at", "data", "rule"),
    [
        ("report_transfer", "2026-06-09T10:00", {**REPORT, "team": [1]}, "YS-005-1"),
        ("report_transfer", "2026-06-09T10:00", {**REPORT, "transfer_reported_in_writing": False}, "YS-005-1"),
    ],
)
def test_a_report_by_one_or_by_word_of_mouth_is_refused(step: str, at: str, data: dict[str, Any], rule: str):
    story = Story("transfer.criminal").take("open_transfer", "2026-06-08T09:00", OPENED)
    assert story.refused(step, at, data) == [rule]


def test_a_case_that_must_go_can_not_be_kept():
    story = Story("transfer.criminal").take("open_transfer", "2026-06-08T09:00", OPENED).take("report_transfer", "2026-06-09T10:00", REPORT)
    assert story.due("YS-005-2a") == "2026-06-12"
    keep = {**APPROVE, "transfer_head_approved": False, "transfer_refusal_reasoned": True}
    assert story.refused("decide_transfer", "2026-06-11T15:00", keep) == ["YS-003-1"]
    assert story.refused("decide_transfer", "2026-06-11T15:00", {**APPROVE, "transfer_by_principal": False}) == ["YS-005-1-head"]


def test_a_case_below_the_standard_is_kept_with_reasons_and_goes_on_as_a_penalty():
    story = Story("transfer.criminal").take("open_transfer", "2026-06-08T09:00", OPENED)
    story.take("report_transfer", "2026-06-09T10:00", {**REPORT, "transfer_standard_met": False})
    keep = {**APPROVE, "transfer_head_approved": False}
    assert story.refused("decide_transfer", "2026-06-11T15:00", {**keep, "transfer_refusal_reasoned": False}) == ["YS-005-2a-reason"]
    story.take("decide_transfer", "2026-06-11T15:00", {**keep, "transfer_refusal_reasoned": True})
    assert story.state.stage == "transfer_reported"
    assert story.state.course.turn(story.state.stage, story.state.facts) == "end_declined_transfer"
    story.take("end_declined_transfer", "2026-06-11T16:00", {"next": "继续处罚程序。"})
    assert story.state.ended


def test_papers_and_level_of_the_police():
    story = Story("transfer.criminal").take("open_transfer", "2026-06-08T09:00", OPENED)
    story.take("report_transfer", "2026-06-09T10:00", REPORT).take("decide_transfer", "2026-06-11T15:00", APPROVE)
    assert story.refused("send_transfer", "2026-06-11T16:00", {**SEND, "transfer_parts": ["LETTER", "REPORT", "GOODS", "OTHER"]}) == ["YS-006"]
    assert story.refused("send_transfer", "2026-06-11T16:00", {**SEND, "transfer_same_level": False}) == ["YS-005-2b-level"]
    assert story.refused("send_transfer", "2026-06-11T16:00", {**SEND, "transfer_prior_stopped": True}) == ["YS-011-2"]


def test_refused_asked_again_supervised_and_filed_after_all():
    story = sent().take("record_police_decision", "2026-06-15T10:00", REFUSED)
    assert story.due("YS-009-1") == "2026-06-18"
    story.take("ask_police_again", "2026-06-17T10:00", {"to_organ": "示范县公安局", "reason": "达到标准。", "opinion": "同意。"})
    review = {
        "transfer_review_received_on": "2026-06-17",
        "transfer_review_decided_on": "2026-06-22",
        "transfer_review_result": "refused",
        "transfer_review_told_on": "2026-06-22",
        "transfer_still_disagrees": True,
    }
    story.take("record_police_review", "2026-06-22T10:00", {"transfer_review_received_on": "2026-06-17"})
    assert story.due("YS-009-2a") == "2026-06-22"  # the 20th is a Saturday
    story.take("record_police_review", "2026-06-22T15:00", review)
    assert story.due("YS-009-2b") == "2026-06-25"
    story.take("ask_supervision", "2026-06-24T10:00", {"procuratorate": "示范县人民检察院", "reason": "应当立案。", "opinion": "同意。"})
    story.take("record_supervision", "2026-07-02T10:00", {"transfer_supervision_result": "filed", "transfer_filing_told_on": "2026-07-02"})
    story.take("hand_over", "2026-07-03T10:00", HAND)
    assert story.state.stage == "transfer_filed"


def test_refused_and_back_into_a_penalty():
    story = sent().take("record_police_decision", "2026-06-15T10:00", REFUSED)
    keep = {"note": "不再处理。", "transfer_punishable": True}
    assert story.refused("close_transfer_file", "2026-06-16T10:00", keep) == ["YS-010"]
    story.take("back_to_penalty", "2026-06-16T10:00", {"transfer_punishable": True, "reason": "依法处罚。"})
    assert story.state.course["back_to_penalty"].leads_to == ("penalty.general",)
    story.take("close_transfer_file", "2026-06-17T10:00", keep)
    assert story.state.ended


def test_not_theirs_to_handle_it_is_forwarded_in_a_day():
    story = Story("transfer.criminal").take("open_transfer", "2026-06-08T09:00", OPENED)
    story.take("report_transfer", "2026-06-09T10:00", REPORT).take("decide_transfer", "2026-06-11T15:00", APPROVE).take(
        "send_transfer", "2026-06-11T16:00", SEND
    )
    story.take("record_police_receipt", "2026-06-11T17:30", {**RECEIVED, "transfer_theirs": False})
    assert story.refused("record_police_decision", "2026-06-15T10:00", FILED) == ["YS-007-receipt"]
    forward = {"to_organ": "邻县公安局", "transfer_forwarded_at": "2026-06-12T09:00", "transfer_forwarding_told": True}
    story.take("forward_transfer", "2026-06-12T10:00", forward).take("record_police_decision", "2026-06-15T10:00", FILED)


def test_what_comes_from_the_procuratorate_is_handled_and_answered():
    story = Story("transfer.reverse")
    story.take("open_reverse", "2026-06-08T09:00", {
        **PARTY, "cause": "无证经营食品", "transfer_opinion_from": "procuratorate", "from_organ": "示范县人民检察院", "document": "示检意〔2026〕3 号",
        "transfer_opinion_received_on": "2026-06-08", "content": "不起诉，建议行政处罚。",
    })  # fmt: skip
    story.take("handle_reverse", "2026-06-10T09:00", {"transfer_punishable": True, "reason": "依法立案处罚。", "opinion": "同意。"})
    assert "transfer_penalty_opened_on" in story.state.facts
    story.take("answer_reverse", "2026-06-30T09:00", {"to_organ": "示范县人民检察院", "result": "已立案处罚。"})
    assert story.state.ended


def test_a_clue_goes_to_the_commission_and_comes_back_as_an_answer():
    story = Story("transfer.discipline")
    story.take(
        "open_clue", "2026-06-08T09:00", {"cause": "涉嫌失职", "person": "某某", "post": "某局科员", "transfer_found_on": "2026-06-05", "clue": "收受礼金。"}
    )
    story.take("approve_clue", "2026-06-08T15:00", {"to_organ": "示范县监察委员会", "opinion": "同意移送。"})
    story.take("send_clue", "2026-06-09T09:00", {"sent_by": "陈静", "materials": "线索材料 12 页"})
    story.take("record_clue_receipt", "2026-06-09T11:00", {"transfer_clue_received_on": "2026-06-09", "received_by": "赵某"})
    story.take("record_feedback", "2026-07-20T09:00", {"transfer_feedback_on": "2026-07-20", "result": "已立案审查。"})
    assert story.state.ended


DATA = Path(__file__).parents[2] / "localities" / "demo" / "acts"
PEOPLE = {"liwei": 1, "wangfang": 2, "chenjing": 3, "zhaoqiang": 4}


@pytest.mark.parametrize("name", ["transfer", "transfer_reverse", "transfer_discipline", "sectors_permit", "sectors_duties"])
def test_the_story_for_replay_is_lawful_to_its_end(name: str):
    told = json.loads((DATA / f"{name}.json").read_text("utf-8"))
    story = Story(told["procedure"])
    for step in told["steps"]:
        course = story.state.course
        data = {key: [PEOPLE[person] for person in value] if key in ("team", "present") else value for key, value in step["data"].items()}
        assert (course[step["step"]].by is Role.HEAD) == (step["by"] == "zhaoqiang")
        story.take(step["step"], step["at"], data)
    assert story.state.ended
    late = [rule for rule in rules_of(story.state.course.grain) if isinstance(rule, Clock) and verdict(rule, **story.state.facts).name == "FAILS"]
    assert late == []
