"""Reviews, suits, compensation and petitions taken step by step: the main paths from the replay stories, and each unlawful turn of them.

2026: Sunday 20 September and Saturday 10 October are worked; Friday 25 September, and 1 to 7 October are off.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.law.story import Story

DATA = Path(__file__).parents[2] / "localities" / "demo" / "acts"
PEOPLE = {"liwei": 1, "wangfang": 2, "chenjing": 3, "zhaoqiang": 4}
MAIN = ("review", "review_simple", "suit", "suit_execution", "compensation", "petition")


@cache
def told(name: str) -> dict[str, Any]:
    return json.loads((DATA / f"{name}.json").read_text("utf-8"))


def answers(name: str) -> dict[str, dict[str, Any]]:
    """What the replay story answers, by step; people are numbers here."""
    return {
        step["step"]: {key: [PEOPLE.get(item, item) for item in value] if key == "appointed" else value for key, value in step["data"].items()}
        for step in told(name)["steps"]
    }


class Tale(Story):
    """A case of a replay story: its steps by name, with what differs."""

    def __init__(self, name: str) -> None:
        super().__init__(told(name)["procedure"])
        self.name = name
        self.at = {step["step"]: step["at"] for step in told(name)["steps"]}

    def go(self, *steps: str, **changes: Any) -> "Tale":
        for step in steps:
            self.take(step, self.at[step], {**answers(self.name)[step], **(changes if step == steps[-1] else {})})
        return self

    def no(self, step: str, *, at: str = "", **changes: Any) -> list[str]:
        data = {key: value for key, value in {**answers(self.name).get(step, {}), **changes}.items() if value is not None}
        return self.refused(step, at or self.at[step], data)

    def up_to(self, last: str) -> "Tale":
        names = list(self.at)
        return self.go(*names[: names.index(last) + 1])


@pytest.mark.parametrize("name", MAIN)
def test_the_main_path_runs_to_its_end(name: str):
    tale = Tale(name)
    for step in tale.at:
        turn = tale.state.course.turn(tale.state.stage, tale.state.facts) if tale.state.stage else tale.state.course.opening.name
        assert turn == step or tale.state.course[step].side or tale.state.stage in tale.state.course[step].leaves, (turn, step)
        tale.go(step)
    assert tale.state.ended
    assert tale.state.stage == "closed"


DUE = {
    # Mon 3 Aug: 4 5 6 7 10: five working days
    ("review", "apply_review", "FY-030-1"): "2026-08-10",
    # told Thu 6 Aug: 7 10 11 12 13 14 17 18 19 20
    ("review", "ask_amendment", "FY-031-2"): "2026-08-20",
    # completed Wed 12 Aug: 13 14 17 18 19
    ("review", "receive_amendment", "FY-030-1"): "2026-08-19",
    # Fri 14 Aug: 17 18 19 20 21 24 25; and 60 days: 17 to the end of August, 47 of September, Tue 13 Oct
    ("review", "accept_review", "FY-048-a"): "2026-08-25",
    ("review", "accept_review", "FY-062-1a"): "2026-10-13",
    # Wed 19 Aug: 20 21 24 25 26 27 28 31, 1 and 2 Sep
    ("review", "receive_answer", "FY-048-b"): "2026-09-02",
    # served Mon 12 Oct and 60 days: 19 to the end of October, 49 of November, Fri 11 Dec
    ("review", "serve_review", "FT-058-1"): "2026-12-11",
    ("review", "decide_review", "FY-077-1"): "2026-11-10",
    # Fri 16 Oct and 60 days: 15, 45, Tue 15 Dec
    ("review", "issue_review_opinion", "FY-076"): "2026-12-15",
    # Thu 6 Aug: 7 10 11; and 30 days: Sat 5 Sep, off to Mon 7
    ("review_simple", "accept_review", "FY-054-1a"): "2026-08-11",
    ("review_simple", "accept_review", "FY-062-2"): "2026-09-07",
    # Mon 20 Jul and 15 days: Tue 4 Aug
    ("suit", "receive_suit", "SS-067-1"): "2026-08-04",
    # Tue 15 Sep and 60 days: Sat 14 Nov, off to Mon 16
    ("suit", "receive_suggestion", "SJ-149-4"): "2026-11-16",
    # Tue 13 Oct: 14 15 16 19 20 21 22
    ("suit_execution", "record_court_acceptance", "SJ-160-1"): "2026-10-22",
    # Mon 6 Jul: Sun 6 Sep, off to Mon 7; Thu 20 Aug and ten days: Sun 30, off to Mon 31
    ("compensation", "receive_claim", "GP-013-1"): "2026-09-07",
    ("compensation", "decide_claim", "GP-013-2"): "2026-08-31",
    # Mon 6 Jul and 15 days: Tue 21; Fri 10 Jul and 60: 21, 52, Tue 8 Sep; and 15 more: Wed 23
    ("petition", "register_petition", "XFW-023-2"): "2026-07-21",
    ("petition", "accept_petition", "XFW-034"): "2026-09-08",
    ("petition", "prolong_petition", "XFW-034"): "2026-09-23",
    # Tue 15 Sep and 30 days: Thu 15 Oct
    ("petition", "handle_petition", "XFW-035-a"): "2026-10-15",
}


@pytest.mark.parametrize(("name", "step", "clock"), list(DUE), ids=lambda value: value)
def test_the_last_days(name: str, step: str, clock: str):
    assert Tale(name).up_to(step).due(clock) == DUE[name, step, clock]


# --- review


def test_an_application_is_examined_before_it_is_taken_in():
    tale = Tale("review").up_to("receive_amendment")
    assert tale.no("accept_review", review_conditions=["parties", "interest"]) == ["FY-030-1-seven"]
    assert tale.no("accept_review", review_organ_is="upper_department") == ["FY-024-1-1"]
    assert tale.no("accept_review", review_period_from="2026-07-10") == ["FT-023-1-2"]
    assert tale.no("accept_review", review_court_accepted=True) == ["FY-029-2"]
    assert tale.no("accept_review", appointed=[1]) == ["FT-039"]
    assert tale.no("accept_review", review_fee="50") == ["FY-087"]
    assert tale.no("accept_review", review_accepted_on="2026-08-20") == ["FY-030-3"]
    assert (
        tale.no("reject_review", at="2026-08-19T10:00", review_reject_ground="condition", reason="没有利害关系", review_reject_reasoned=True, opinion="同意。")
        == []
    )
    late = tale.no(
        "reject_review", at="2026-08-20T10:00", review_reject_ground="jurisdiction", reason="不属本机关", review_reject_reasoned=True, opinion="同意。"
    )
    assert late == ["FY-030-2", "FY-030-2-reason"]


def test_what_is_too_late_or_out_of_scope_is_not_taken_in():
    tale = Tale("review").go("apply_review", review_applied_on="2026-09-15", review_received_on="2026-09-15", review_subject="petition")
    assert tale.no("accept_review", at="2026-09-16T10:00", review_accepted_on="2026-09-16") == ["FY-020-1", "FT-036-5"]


def test_who_does_not_complete_an_application_gives_it_up_in_time():
    tale = Tale("review").up_to("ask_amendment")
    assert tale.state.course["accept_review"].unfit
    given_up = {"review_amend_noticed_on": "2026-08-06", "note": "逾期没有补正"}
    assert tale.no("abandon_review", at="2026-08-20T17:00", **given_up) == ["FY-031-2-lapsed"]
    assert tale.take("abandon_review", "2026-08-21T09:00", given_up).state.stage == "abandoned"


def test_a_decision_needs_opinions_a_hearing_and_the_committee():
    tale = Tale("review").up_to("receive_answer")
    assert tale.no("decide_review", review_complex=True) == ["FY-049", "FY-050-1", "FY-052-2"]
    heard = Tale("review").up_to("consult_committee")
    assert heard.no("decide_review", review_transcript_followed=False, review_committee_attached=False) == ["FY-061-2", "FT-052"]
    assert heard.no("decide_review", review_approved_by="none") == ["FY-061-1"]
    assert heard.no("decide_review", review_restitution_ordered=False) == ["FY-072-2"]
    assert heard.no("decide_review", review_quash_ground="basis") == ["FT-057-1"]
    for outcome, rules in (("upheld", ["FY-044-1"]), ("void", ["FT-060"]), ("changed", ["FY-063-2", "FY-072-2"])):
        changes = dict.fromkeys(("review_quash_ground", "review_redo_ordered", "review_restitution_ordered"))
        changes["review_property_act"] = True if outcome == "changed" else None
        assert heard.no("decide_review", review_outcome=outcome, **changes) == rules, outcome


def test_hearings_are_told_of_ahead_and_held_by_a_panel():
    tale = Tale("review").up_to("hear_opinions")
    # Thu 3 Sep: 4 7 8 9 10 lie between it and Fri 11
    assert tale.no("notify_review_hearing", review_hearing_set_for="2026-09-10") == ["FY-051-1"]
    tale.go("notify_review_hearing", review_hearing_set_for="2026-09-11")
    assert tale.no("hold_review_hearing", review_hearing_members=1) == ["FY-050-3"]


def test_without_an_answer_the_act_does_not_stand():
    tale = Tale("review_simple").up_to("accept_review").go("send_copy", review_copy_received_on="2026-08-10")
    assert tale.no("decide_review") == ["FY-070"]
    quashed = {**answers("review_simple")["decide_review"], "review_outcome": "quashed", "review_quash_ground": "facts"}
    dropped = {key: value for key, value in quashed.items() if not key.startswith("review_proved")}
    assert tale.take("decide_review", "2026-08-28T10:00", dropped).state.stage == "decided"


def test_a_suspended_review_stands_still_and_goes_on():
    tale = Tale("review").up_to("receive_answer")
    suspended = {
        "review_suspend_ground": "norm",
        "review_suspend_told": True,
        "review_norm_by": "applicant",
        "review_norm_power": True,
        "reason": "附带审查",
        "opinion": "同意。",
    }
    assert tale.refused("suspend_review", "2026-09-01T09:00", {**suspended, "review_suspend_told": False}) == ["FY-039-1"]
    tale.take("suspend_review", "2026-09-01T09:00", suspended)
    assert (tale.due("FY-062-1a"), tale.due("FY-056"), tale.due("FY-058-1")) == (None, "2026-10-08", "2026-09-04")
    assert tale.state.course.turn("answered", tale.state.facts) == "resume_review"
    tale.take("pause_review", "2026-09-02T09:00", {"pause_cause": "APPRAISAL", "matters": "笔迹鉴定"})
    tale.take("settle_norm", "2026-09-04T09:00", {"review_maker_told_on": "2026-09-04", "review_norm_handled_on": "2026-09-10"})
    tale.take("resume_review", "2026-09-11T09:00", {"reason": "审查完毕", "review_suspend_told": True})
    assert tale.due("FY-062-1a") is None
    tale.take("continue_review", "2026-09-15T09:00", {"pause_cause": "APPRAISAL", "result": "一致"})
    # from 1 to 15 Sep are 14 days: Tue 13 Oct + 14 is Tue 27 Oct
    assert tale.due("FY-062-1a") == "2026-10-27"


def test_an_ordinary_review_can_be_lengthened_once():
    tale = Tale("review").up_to("hear_opinions")
    longer = {"review_longer_days": 30, "review_longer_approved_by": "institution", "review_longer_told": True, "reason": "情况复杂", "opinion": "同意。"}
    assert tale.refused("prolong_review", "2026-10-09T09:00", {**longer, "review_longer_days": 31}) == ["FY-062-1b"]
    assert tale.refused("prolong_review", "2026-10-09T09:00", {**longer, "review_longer_approved_by": "other"}) == ["FY-062-1b-told"]
    # Fri 14 Aug and 90 days: Thu 12 Nov
    assert tale.take("prolong_review", "2026-10-09T09:00", longer).due("FY-062-1a") == "2026-11-12"


def test_a_review_taken_in_as_simple_can_become_ordinary_again():
    tale = Tale("review").up_to("receive_amendment")
    simple = {**answers("review")["accept_review"], "review_simple_ground": "amount", "review_simple_clear": True, "review_amount": "3000.01"}
    assert tale.refused("accept_simple", "2026-08-14T10:00", simple) == ["FY-053-1-3"]
    tale.take("accept_simple", "2026-08-14T10:00", {**simple, "review_amount": "3000"})
    assert (tale.state.procedure, tale.state.stage, "procedure" in tale.state.facts) == ("review.simple", "accepted", False)
    assert (tale.due("FY-062-1a"), tale.due("FY-062-2")) == (None, "2026-09-14")
    tale.go("send_copy", "receive_answer")
    assert tale.refused("convert_review", "2026-08-31T10:00", {"reason": "案情复杂", "review_convert_approved_by": "other", "opinion": "同意。"}) == ["FY-055"]
    tale.take("convert_review", "2026-08-31T10:00", {"reason": "案情复杂", "review_convert_approved_by": "institution", "opinion": "同意。"})
    assert (tale.state.procedure, tale.due("FY-062-1a"), tale.due("FY-062-2")) == ("review.general", "2026-10-13", None)


def test_a_review_ends_by_mediation_or_withdrawal():
    tale = Tale("review").up_to("receive_answer")
    settled = {"agreement": "分期缴纳。", "review_mediation_signed": False}
    assert tale.refused("mediate_review", "2026-09-07T10:00", settled) == ["FY-073-1"]
    tale.take("mediate_review", "2026-09-07T10:00", {**settled, "review_mediation_signed": True}).go("serve_review")
    assert tale.take("close_review", "2026-10-15T10:00", {"volume": "1"}).state.ended
    dead = Tale("review").up_to("receive_answer")
    dead.take("suspend_review", "2026-09-01T09:00", {"review_suspend_ground": "dissolved", "review_suspend_told": True, "reason": "注销", "opinion": "同意。"})
    ended = {"review_terminate_ground": "sixty", "reason": "无人承受", "opinion": "同意。"}
    # Tue 1 Sep and 60 days: Sat 31 Oct
    assert dead.refused("terminate_review", "2026-10-31T09:00", ended) == ["FY-041-5"]
    assert dead.take("terminate_review", "2026-11-01T09:00", ended).take("close_review", "2026-11-02T09:00", {"volume": "2"}).state.ended


def test_side_steps_of_a_review_keep_to_their_rules():
    tale = Tale("review").up_to("send_copy")
    place = {"place": "清河路", "asked_name": "王某", "findings": "属实"}
    assert tale.refused("investigate_review", "2026-08-20T09:00", {"review_investigators": 1, "review_cards_shown": True, **place}) == ["FY-045-2"]
    assert tale.refused("answer_reading", "2026-08-20T09:00", {"reader": "王某", "review_reading_allowed": False}) == ["FY-047"]
    assert tale.refused("stay_act", "2026-08-20T09:00", {"review_stay_ground": "none", "reason": "无", "opinion": "同意。"}) == ["FY-042"]
    assert tale.no("receive_answer", review_staff_agents=0) == ["FT-018-2"]
    decided = Tale("review").up_to("decide_review")
    assert decided.no("serve_review", review_sealed=False) == ["FY-075-1"]
    served = decided.go("serve_review")
    assert served.no("perform_review", review_performed_on="2026-10-11") == ["FY-075-2"]
    assert served.no("close_review", at="2026-10-13T09:00") == ["FY-079-1", "FY-079-2"]
    upheld = Tale("review_simple").up_to("serve_review")
    assert upheld.refused("enforce_review", "2026-10-20T09:00", {"review_enforced_by": "organ", "reason": "不履行", "opinion": "同意。"}) == ["FY-078-1"]
    moved = Tale("review").up_to("receive_answer")
    moved.take(
        "elevate_review",
        "2026-09-07T10:00",
        {"review_elevate_noticed_on": "2026-09-01", "review_materials_moved_on": "2026-09-04", "materials_received_on": "2026-09-07"},
    )
    # received above on Mon 7 Sep: sixty days anew, to Fri 6 Nov
    assert moved.due("FY-062-1a") == "2026-11-06"


# --- suit, execution, compensation, petition


def test_a_defence_sees_what_stands_against_the_suit():
    tale = Tale("suit").go(
        "receive_suit", suit_sued_on="2026-09-15", suit_first_kind="spot", suit_court_level="basic", suit_defendant_kind="government", suit_review_pending=True
    )
    # known on Thu 12 Mar: six months end on Sat 12 Sep, off to Mon 14
    assert tale.no("answer_suit") == ["FY-023-1-1", "FY-029-1", "SS-046-1", "SS-015-1"]
    assert tale.no("answer_suit", suit_objections=["REVIEW_FIRST", "REVIEW_PENDING", "TOO_LATE", "COURT"]) == []
    plain = Tale("suit").up_to("receive_suit")
    assert plain.no("answer_suit", suit_filed=["evidence"]) == ["SS-034-1"]
    assert plain.no("answer_suit", suit_evidence_last_on="2026-07-20") == ["SS-035"]
    assert plain.no("answer_suit", suit_illegal_evidence=1) == ["SJ-043"]
    assert plain.refused("ask_delay", "2026-08-05T09:00", {"reason": "洪水", "evidence_note": "档案"}) == ["SJ-034"]


def test_somebody_of_the_organ_appears():
    tale = Tale("suit").up_to("answer_suit")
    away = dict.fromkeys(("head", "course", "staff"))
    assert tale.no("appear_court", **away, suit_head_appeared=False, suit_staff_appeared=0) == ["SS-003-3", "SJ-128-2", "SJ-129-1"]
    assert tale.no("appear_court", **away, suit_head_appeared=False, suit_head_excused=True, suit_statement_filed=True, suit_statement_signed=False) == [
        "SJ-129-3"
    ]
    assert tale.no("appear_court", suit_agents=3) == ["SJ-128-2"]
    assert tale.no("appear_court", suit_warrant=["name"]) == ["SJ-131-2"]
    assert tale.refused("change_sued_act", "2026-08-10T09:00", {"change": "减轻", "suit_court_told": False, "opinion": "同意。"}) == ["SJ-081-1"]
    judged = tale.go("appear_court", "record_judgment")
    assert judged.refused("record_refusal", "2026-11-20T09:00", {"suit_fined_days": 10, "suit_head_fine": "1000.01", "ruling": "1"}) == ["SS-096-2"]
    judged.go("receive_suggestion")
    assert judged.state.course["close_suit"].unfit(judged.state.facts)


def test_a_court_is_asked_for_execution_in_time_and_rightly():
    tale = Tale("suit_execution").up_to("prepare_execution")
    assert tale.no("apply_execution", suit_execution_court="other") == ["SJ-157-1"]
    assert tale.no("apply_execution", at="2026-12-11T09:00") == ["SJ-156"]
    assert tale.no("apply_execution", at="2026-09-10T09:00") == ["SJ-156-ripe"]
    assert tale.refused("ask_preservation", "2026-09-15T09:00", {"suit_flight_feared": False, "reason": "无", "opinion": "同意。"}) == ["SJ-159"]
    faulty = Tale("suit_execution").go("prepare_execution", suit_execution_checks=["executable"], defects=["facts"])
    assert faulty.no("apply_execution") == ["SJ-155-1", "SJ-161-1"]
    heard = tale.go("apply_execution", "record_court_acceptance").take("record_court_hearing", "2026-10-15T09:00", {"opinions": "程序合法"})
    assert (heard.due("SJ-160-1"), heard.due("SJ-160-1-heard")) == (None, "2026-11-12")


def test_a_claim_is_received_reckoned_and_paid():
    tale = Tale("compensation").go("receive_claim", compensation_receipt_on="2026-07-07")
    assert tale.no("accept_claim") == ["GP-012-4a"]
    assert tale.refused("ask_claim_amendment", "2026-07-14T09:00", {"missing": "凭证", "compensation_amend_itemised": False}) == ["GP-012-4b", "GP-012-4b-once"]
    taken = Tale("compensation").up_to("ask_claim_amendment")
    assert taken.no("accept_claim", compensation_known_on="2024-07-03", compensation_fee="1") == ["GP-039-1", "GP-041-1"]
    taken.go("accept_claim")
    assert taken.no("decide_claim", compensation_interest="0") == ["GP-036-7"]
    assert taken.no("decide_claim", compensation_liberty_days=2, compensation_daily_wage="475.52", compensation_liberty_amount="951.03") == ["GP-033"]
    refusal = {
        "compensation_granted": False,
        "facts_found": "无",
        "reason": "无损失",
        "compensation_heard": True,
        "compensation_reasoned": False,
        "opinion": "同意。",
    }
    assert taken.refused("decide_claim", "2026-08-20T10:00", refusal) == ["GP-013-3-reason"]
    taken.take("decide_claim", "2026-08-20T10:00", {**refusal, "compensation_reasoned": True})
    assert taken.due("GP-013-3") == "2026-08-31"
    taken.go("serve_claim")
    assert taken.state.course.turn("served", taken.state.facts) == "close_claim"
    paid = Tale("compensation").up_to("pay_claim")
    assert paid.no("close_claim") == ["GP-016-1"]


def test_a_petition_goes_where_it_belongs():
    tale = Tale("petition").up_to("tell_petitioner")
    assert tale.no("accept_petition", petition_interested=1, petition_same_after_recheck=True) == ["XFW-028-3", "XFW-036-3"]
    duty = tale.go("accept_petition", petition_way="duty")
    assert duty.no("close_petition", at="2026-08-10T10:00") == ["XFW-031-5"]
    duty.take("lead_petition", "2026-08-10T10:00", {"into": "登记线索", "petition_duty_answered_on": "2026-08-10"})
    assert duty.take("close_petition", "2026-08-11T10:00", {"how": "已答复"}).state.ended
    passed = Tale("petition").go("register_petition", petition_came_from="passed", petition_ours=False)
    assert (passed.due("XFW-023-3b"), passed.state.course.turn("registered", passed.state.facts)) == ("2026-07-13", "object_petition")
    assert passed.refused("object_petition", "2026-07-10T09:00", {"reason": "无", "petition_objection_reasoned": False, "to_organ": "县信访局"}) == [
        "XFW-023-3b-reason"
    ]
    accused = Tale("petition").go("register_petition", petition_kind="accusation", petition_office=True)
    assert accused.due("XFW-022-1") == "2026-07-21"
    assert accused.refused("forward_petition", "2026-07-10T09:00", {"to_organ": "某局", "petition_shown_to_accused": True}) == ["XFW-030-3"]
    told = Tale("petition").up_to("accept_petition")
    longer = {"petition_longer_days": 31, "petition_longer_told": False, "reason": "复杂", "opinion": "同意。"}
    assert told.refused("prolong_petition", "2026-08-25T10:00", longer) == ["XFW-034-longer", "XFW-034-told"]


# --- the penalty case out of which a remedy comes


def test_a_penalty_case_keeps_the_results_of_review_and_suit_apart():
    story = Story().until("serve")
    began = {"remedy_started_on": "2025-11-20"}
    story.take("record_remedy", "2025-11-21T09:00", {"kind": "review", **began})
    assert "reconsideration_result" not in story.state.facts
    ended = {"remedy_ended_on": "2026-01-15", "result": "upheld"}
    story.take("record_remedy", "2026-01-16T09:00", {"kind": "review", **began, **ended})
    lost = {"remedy_started_on": "2026-01-20", "remedy_ended_on": "2026-06-10", "result": "unlawful", "overturned_on": "2026-06-10"}
    story.take("record_remedy", "2026-06-11T09:00", {"kind": "suit", **lost})
    facts = story.state.facts
    assert (facts["reconsideration_result"], facts["litigation_result"], "overturned_on" in facts) == ("upheld", "unlawful", True)
    assert story.state.course["record_remedy"].leads_to == ("review.general", "review.simple", "suit.general")
