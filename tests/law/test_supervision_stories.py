"""Matters of supervision as they go: the main path from its file, the branches, and what is refused on the way."""

import json
from pathlib import Path
from typing import Any

import pytest

from fadu.law.forms import Kind
from fadu.law.registry import procedures
from tests.law.story import Story

DATA = Path(__file__).parents[2] / "localities" / "demo" / "acts"
STORIES = {"supervision": "closed", "publication": "closed", "personal": "closed", "archive": "closed", "signature": "closed"}


def told(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((DATA / f"{name}.json").read_text("utf-8"))
    return found


def people(story: Story, name: str, data: dict[str, Any]) -> dict[str, Any]:
    """Sign-in names as numbers."""
    officers = {field.name for field in story.state.course[name].asks if field.kind is Kind.OFFICERS}
    return {key: list(range(1, len(value) + 1)) if key in officers else value for key, value in data.items()}


def walked(name: str, until: str = "") -> Story:
    """The story of the file, up to but not with the step `until`."""
    file = told(name)
    story = Story(file["procedure"])
    for step in file["steps"]:
        if step["step"] == until:
            break
        story.take(step["step"], step["at"], people(story, step["step"], step["data"]))
    return story


def answers(name: str, step: str, **changed: Any) -> dict[str, Any]:
    """The file's answers to a step, changed; None leaves an answer out."""
    data = next(row["data"] for row in told(name)["steps"] if row["step"] == step)
    grain = procedures_grain(name)
    mixed = {**data, **{f"{grain}_{key}": value for key, value in changed.items()}}
    return {key: value for key, value in mixed.items() if value is not None}


def procedures_grain(name: str) -> str:
    return next(course.grain for course in procedures().values() if course.id == told(name)["procedure"])


def at(name: str, step: str) -> str:
    return next(str(row["at"]) for row in told(name)["steps"] if row["step"] == step)


def refused(name: str, step: str, **changed: Any) -> list[str]:
    """The rules that refuse a step of the story when it is answered otherwise."""
    story = walked(name, until=step)
    return story.refused(step, at(name, step), people(story, step, answers(name, step, **changed)))


@pytest.mark.parametrize("name", STORIES)
def test_a_story_runs_to_its_end_and_waits_for_the_steps_it_takes(name: str):
    story = walked(name)
    assert story.state.stage == STORIES[name]
    assert story.state.ended
    assert story.state.course.turn(story.state.stage, story.state.facts) == ""


@pytest.mark.parametrize(
    ("name", "step", "changed", "rules"),
    [
        ("supervision", "supervise_file", {"key_typical": False}, ["JD-020-1"]),
        ("supervision", "supervise_file", {"kind": "special", "key_typical": None, "key_means": None}, ["JD-021-1", "JD-021-2"]),
        ("supervision", "supervise_file", {"remedy": "entered"}, ["JD-033-3"]),
        ("supervision", "supervise_inspect", {"supervisors": ["zhaomin"]}, ["HJ-019"]),
        ("supervision", "supervise_inspect", {"supervisors_certified": False}, ["HJ-017-2"]),
        ("supervision", "supervise_inspect", {"conflicted": 1}, ["GW-076"]),
        ("supervision", "supervise_find", {"conduct": None}, ["JD-011-2-4"]),
        ("supervision", "supervise_letter", {"letter_issuer": "station"}, ["JD-006-2", "JD-026-1"]),
        ("supervision", "supervise_letter", {"letter": "urge"}, ["JD-027-1"]),
        ("publication", "publication_publish", {"summary_parts": ["number"]}, ["SG-004-3"]),
        ("personal", "personal_begin", {"sensitive_conditions": ["purpose"]}, ["GR-028-2"]),
        ("personal", "personal_begin", {"region": "abroad"}, ["GR-036"]),
        ("archive", "archive_hand_in", {"excluded_items": 1}, ["DA-014-2"]),
        ("archive", "archive_hand_in", {"electronic_conditions": ["origin"]}, ["DT-039"]),
        ("signature", "signature_sign", {"conditions": ["own", "control", "signature"]}, ["DZ-013-1"]),
        ("signature", "signature_sign", {"ca_licensed": False}, ["DZ-016"]),
        ("signature", "signature_deliver", {"received_at": "2026-03-10T09:31"}, ["DZ-011-2"]),
    ],
)
def test_what_is_refused_on_the_way(name: str, step: str, changed: dict[str, Any], rules: list[str]):
    assert sorted(refused(name, step, **changed)) == rules


# --- the clocks of the main path


def test_the_clocks_of_a_notice_in_hebei():
    story = walked("supervision", until="supervise_report")
    assert story.due("HJ-021-1") == "2026-04-09"
    assert story.due("HJ-021-2") == "2026-03-25"
    assert story.due("JD-028-2") is None  # the notice has the days of the province


def test_an_objection_must_be_answered_before_the_end():
    story = walked("supervision", until="supervise_report")
    story.take("supervise_object", "2026-03-25T09:00", {"supervision_objected_on": "2026-03-25", "reason": "检查有投诉线索。"})
    assert story.due("HJ-021-2-answer") == "2026-04-09"
    report = answers("supervision", "supervise_report")
    story.take("supervise_report", "2026-04-09T10:00", report).take("supervise_recheck", "2026-04-10T10:00", answers("supervision", "supervise_recheck"))
    assert story.refused("supervise_close", "2026-04-13T10:00", answers("supervision", "supervise_close")) == ["JD-030"]
    story.take("supervise_answer", "2026-04-09T15:00", {"answer": "线索检查不计入频次，其余维持。", "opinion": "同意。"})
    story.take("supervise_close", "2026-04-13T10:00", answers("supervision", "supervise_close"))
    assert story.state.ended


# --- the branches


def shandong() -> Story:
    """A matter in Shandong with an opinion received on 10 March 2026."""
    story = Story("supervision.general")
    story.take("supervise_open", "2026-03-02T09:00", answers("supervision", "supervise_open", place="shandong", clue_source="plan", clue_received_on=None))
    story.take("supervise_file", "2026-03-03T09:00", answers("supervision", "supervise_file", kind="daily", key_typical=None, key_means=None))
    inspected = people(story, "supervise_inspect", answers("supervision", "supervise_inspect", method="file_review"))
    story.take("supervise_inspect", "2026-03-05T09:00", inspected)
    found = answers("supervision", "supervise_find", hebei_ground=None, category="decision", conduct=None)
    assert story.refused("supervise_find", "2026-03-06T09:00", found) == ["JD-018"]
    story.take("supervise_find", "2026-03-06T09:00", {**found, "supervision_review_points": ["lawful", "fitting", "form", "evidence"]})
    story.take("supervise_letter", "2026-03-09T09:00", answers("supervision", "supervise_letter", letter="opinion"))
    return story.take("supervise_receive", "2026-03-10T09:00", answers("supervision", "supervise_receive"))


ORDER = {
    "supervision_government_decided_on": "2026-04-16", "supervision_government_decision": "correct", "supervision_order_issuer": "government",
    "supervision_outcome": "revoke", "supervision_defect": "wrong_basis", "facts_found": "适用依据错误。", "content": "撤销该决定。",
}  # fmt: skip


def test_an_opinion_not_followed_leads_to_an_order_of_the_government():
    story = shandong()
    assert story.due("SD-028") == "2026-04-09"
    assert story.due("JD-028-2") == "2026-04-09"
    story.take("supervise_recheck", "2026-04-13T09:00", {"supervision_corrected": False, "checked": "没有纠正。"})
    assert story.state.course.turn(story.state.stage, story.state.facts) == "supervise_propose"
    story.take("supervise_propose", "2026-04-14T09:00", {"proposal": "撤销。", "opinion": "同意报请。"})
    assert story.refused("supervise_order", "2026-04-17T09:00", {**ORDER, "supervision_order_issuer": "body"}) == ["JD-029"]
    assert story.refused("supervise_order", "2026-04-17T09:00", {**ORDER, "supervision_outcome": "mend"}) == ["SD-032-1"]
    assert sorted(story.refused("supervise_order", "2026-04-09T09:00", ORDER)) == ["JD-029", "SD-029-1-term"]
    story.take("supervise_order", "2026-04-17T09:00", ORDER)
    story.take("supervise_order_receive", "2026-04-20T09:00", {"supervision_order_received_on": "2026-04-20", "receiver": "赵强"})
    assert story.due("SD-029-2") == "2026-05-20"
    story.take("supervise_order_report", "2026-05-20T09:00", {"supervision_order_reported_on": "2026-05-20", "execution": "已撤销。"})
    story.take("supervise_close", "2026-05-21T09:00", {"result": "决定已执行。", "opinion": "同意办结。"})
    assert story.state.ended


def test_the_government_may_decide_not_to_correct():
    story = shandong().take("supervise_recheck", "2026-04-13T09:00", {"supervision_corrected": False, "checked": "没有纠正。"})
    story.take("supervise_propose", "2026-04-14T09:00", {"proposal": "撤销。", "opinion": "同意报请。"})
    story.take("supervise_not_ordered", "2026-04-17T09:00", {"supervision_government_decided_on": "2026-04-16", "reason": "已有其他补救。"})
    assert story.state.stage == "rechecked"
    assert story.state.course.turn(story.state.stage, story.state.facts) == "supervise_close"


def test_people_clues_and_talks():
    story = shandong()
    assert story.refused("supervise_talk", "2026-03-11T09:00", {"talked_to": "赵强", "talk": "说明情况。"}) == ["SD-026"]  # told, not refused
    person = {
        "person": "周某", "supervision_officer_conduct": "unlawful", "supervision_people_factors": ["causes", "effects"],
        "supervision_disposal": "schooled", "supervision_disposal_by_power": True, "reason": "多次适用依据错误。",
    }  # fmt: skip
    assert story.refused("supervise_people", "2026-03-12T09:00", person) == ["JD-032"]
    story.take("supervise_people", "2026-03-12T09:00", {**person, "supervision_people_factors": ["causes", "effects", "corrected"]})
    bulletin = {"supervision_bulletin_ground": "other", "scope": "全县", "bulletin": "通报。"}
    assert story.refused("supervise_bulletin", "2026-03-12T09:00", bulletin) == ["JD-031"]


def test_recusal_comes_before_the_visit():
    story = walked("supervision", until="supervise_inspect")
    asked = {"person": "赵敏", "supervision_recusal_ground": "kin", "supervision_recusal_self": True, "reason": "亲属任职。"}
    story.take("supervise_recusal_ask", "2026-03-04T09:00", asked)
    inspected = people(story, "supervise_inspect", answers("supervision", "supervise_inspect"))
    assert story.refused("supervise_inspect", "2026-03-05T09:00", inspected) == ["GW-077-2"]
    decided = {"supervision_recusal_decided_by": "deputy", "recused": "yes", "opinion": "同意。"}
    assert story.refused("supervise_recuse", "2026-03-04T15:00", decided) == ["HJ-018"]
    story.take("supervise_recuse", "2026-03-04T15:00", {**decided, "supervision_recusal_decided_by": "principal"}).take(
        "supervise_inspect", "2026-03-05T09:00", inspected
    )


def test_a_complaint_with_a_name_is_kept_secret_and_answered():
    story = Story("supervision.complaint").take(
        "supervise_complaint_open", "2026-03-02T09:00",
        {"cause": "重复检查", "supervision_place": "hebei", "supervision_real_name": True, "complainant": "王某", "target_name": "示范县市场监督管理局", "summary": "重复检查。"},
    )  # fmt: skip
    story.take("supervise_complaint_accept", "2026-03-04T09:00", {"assessment": "受理。", "supervision_remedy": "none"})
    closing = {"supervision_identity_kept": True, "opinion": "办结。"}
    assert story.refused("supervise_complaint_close", "2026-03-20T09:00", closing) == ["HJ-016"]
    story.take("supervise_complaint_reply", "2026-03-20T09:00", {"reply": "已责令改正。", "how": "电话"})
    story.take("supervise_complaint_close", "2026-03-20T10:00", closing)
    assert story.state.ended


def test_a_dispute_goes_to_the_government_when_talks_fail():
    opened = {"cause": "流动摊贩管辖", "organs": "两局", "supervision_place": "shandong", "supervision_dispute_between_equals": True, "summary": "各执一词。"}
    story = Story("supervision.dispute").take("supervise_dispute_open", "2026-03-02T09:00", opened)
    story.take("supervise_dispute_talk", "2026-03-10T09:00", {"supervision_dispute_agreed": False, "course": "未达成一致。"})
    decided = {"supervision_dispute_decider": "government", "content": "由甲局管辖。"}
    assert story.refused("supervise_dispute_decide", "2026-03-20T09:00", decided) == ["JD-013"]
    story.take("supervise_dispute_opinion", "2026-03-12T09:00", {"proposal": "甲局管辖。", "opinion": "同意报请。"})
    story.take("supervise_dispute_decide", "2026-03-20T09:00", decided)
    assert story.state.ended
    agreed = Story("supervision.dispute").take("supervise_dispute_open", "2026-03-02T09:00", opened)
    agreed.take("supervise_dispute_talk", "2026-03-10T09:00", {"supervision_dispute_agreed": True, "course": "达成一致。"})
    agreed.take("supervise_dispute_close", "2026-03-11T09:00", {"opinion": "按协调意见执行。"})
    assert agreed.state.ended


def test_help_is_asked_and_answered():
    story = Story("supervision.assistance")
    opened = {"cause": "检查频次", "to_organ": "示范县数据局", "supervision_place": "other", "matters": "提供检查数据。", "until": "2026-03-20"}
    story.take("supervise_assist_open", "2026-03-10T09:00", opened)
    story.take("supervise_assist_answer", "2026-03-18T09:00", {"assisted": "done", "result": "已提供。"})
    assert story.state.ended


def test_a_statute_is_reported_on_after_its_first_year():
    story = Story("supervision.statute")
    story.take(
        "supervise_statute_open", "2026-03-02T09:00", {"cause": "某条例", "supervision_place": "shandong", "supervision_statute_in_force_on": "2025-05-01"}
    )
    assert story.due("SD-017") == "2026-06-01"
    story.take("supervise_statute_report", "2026-06-01T09:00", {"report": "实施情况良好。", "opinion": "同意报送。"})
    assert story.state.ended


# --- registers


def test_an_item_is_not_stopped_before_its_time():
    story = walked("publication", until="publication_stop")
    assert story.refused("publication_stop", "2026-08-20T09:00") == ["SG-013-1"]
    assert story.due("SG-013-1-end") == "2026-08-21"
    early = {"publication_early_conditions": ["performed", "undone", "not_again"], "publication_early_time_met": True, "opinion": "同意。"}
    assert story.refused("publication_stop_early", "2026-07-01T09:00", early) == ["SG-014-1-4"]


def test_a_revoked_decision_is_taken_down():
    story = walked("publication", until="publication_error")
    story.take("publication_invalid", "2026-06-03T09:00", {"publication_invalidated_on": "2026-06-03", "by_what": "复议决定"})
    assert story.due("SG-011") == "2026-06-08"
    reason = {"publication_withdrawal_explained": True, "reason": "决定被撤销。"}
    story.take("publication_withdraw", "2026-06-08T09:00", reason).take("publication_close", "2026-06-08T10:00", {"note": "已撤回"})
    assert story.state.ended


def test_a_breach_that_was_not_told_keeps_the_record_open():
    story = walked("personal", until="personal_notify")
    assert story.state.course.turn("running", story.state.facts) == "personal_notify"
    assert story.refused("personal_close", "2026-06-30T09:00", {"ending": "结束。"}) == ["GR-057-1"]


def test_the_machine_does_not_decide_alone_and_nothing_is_published_bare():
    story = walked("personal", until="personal_ask_access")
    machine = {"personal_human_reviewed": False, "personal_explanation_asked": False, "decision": "信用扣分"}
    assert story.refused("personal_automate", "2026-04-01T09:00", machine) == ["GR-024-3"]
    bare = {"personal_publish_consent": False, "personal_publish_duty": True, "personal_publish_masked": False, "where": "公示平台"}
    assert story.refused("personal_publish", "2026-04-01T09:00", bare) == ["GR-025"]
    assert story.refused("personal_discard", "2026-04-01T09:00", {"what": "评估报告"}) == ["GR-056-2"]


def test_archives_are_not_destroyed_unread():
    story = walked("archive", until="archive_reorganise")
    destroyed = {"archive_destruction_approved": False, "archive_tampered": False, "watched_by": "两名监销人", "opinion": "同意。"}
    assert sorted(story.refused("archive_destroy", "2026-05-06T09:00", destroyed)) == ["DA-021-2", "DT-024-1"]
    assert story.refused("archive_refuse", "2026-05-06T09:00", {"archive_refused_for": "electronic", "reason": "只收纸质。"}) == ["DA-037-2"]
    assert story.due("DT-020-2-county") == "2036-02-27"


def test_a_reliable_signature_is_not_refused_for_being_electronic():
    story = walked("signature", until="signature_close")
    assert story.refused("signature_refuse", "2026-03-11T09:00", {"signature_refused_for": "electronic", "reason": "只收纸质。"}) == ["DZ-014"]
    story.take("signature_compromise", "2026-03-12T09:00", {"signature_compromised_on": "2026-03-12", "how": "密钥遗失"})
    assert story.refused("signature_close", "2026-03-12T10:00", {"note": "办结"}) == ["DZ-015"]
    story.take("signature_end_use", "2026-03-12T11:00", {"signature_parties_told_on": "2026-03-12", "signature_use_ended_on": "2026-03-12"})
    story.take("signature_close", "2026-03-12T12:00", {"note": "办结"})
    assert story.state.ended
