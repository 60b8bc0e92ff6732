"""From suspension to notice in market cases, rule by rule; and what stops the count of days."""

from typing import Any

import pytest

from fadu.law.rules import Verdict
from fadu.law.vocabulary.kinds import Penalty, Trigger
from fadu.law.vocabulary.marks import ReportPart
from tests.law.judging import APART, FAILS, OPEN, PASSES, table, verdict
from tests.law.story import Story

M = {"field": "market", "procedure": "general"}
WHOLE = ReportPart(sum(ReportPart))

TABLES = [
    *table("SC-046-1", {**M, "suspended": True, "suspended_since": "2025-10-10"}, [
        ("a named ground", {"suspend_ground": "force_majeure"}, PASSES),
        ("no ground", {}, FAILS),
        ("not suspended", {"suspended": False}, APART),
        ("not known whether", {"suspended": None}, APART),
    ]),
    *table("SC-046-2", {**M, "decided_on": "2025-11-12"}, [
        ("resumed", {"suspended": False}, PASSES),
        ("decided while suspended", {"suspended": True}, FAILS),
        ("suspended, not decided", {"suspended": True, "decided_on": None}, OPEN),
        ("never suspended", {}, APART),
    ]),
    *table("SC-047", {**M, "closing_ground": "terminated", "closing_since": "2025-11-12"}, [
        ("the party died without heirs", {"terminate_ground": "dead"}, PASSES),
        ("another reason, named", {"terminate_ground": "other"}, PASSES),
        ("a ground the law does not name", {"terminate_ground": "busy"}, FAILS),
        ("ground not known", {}, OPEN),
        ("performed", {"closing_ground": "performed"}, APART),
    ]),
    *table("SC-048", {**M, "concluded_on": "2025-10-10"}, [
        ("all six parts", {"report_parts": WHOLE}, PASSES),
        ("no reasons for the discretion", {"report_parts": WHOLE & ~ReportPart.DISCRETION}, FAILS),
        ("not known", {}, OPEN),
        ("not concluded", {"concluded_on": None, "report_parts": 0}, OPEN),
        ("the simple procedure", {"procedure": "simple", "report_parts": 0}, APART),
    ]),
    *table("SC-049-3", M, [
        ("somebody else", {"by_handler": False}, PASSES),
        ("the handler", {"by_handler": True}, FAILS),
        ("not known", {}, OPEN),
    ]),
    *table("SC-050-2", {**M, "major_rights": True, "hearing_requested_on": "2025-10-20", "hearing_closed_on": "2025-11-03"}, [
        ("on the day the hearing closed", {"legal_reviewed_on": "2025-11-03"}, PASSES),
        ("the working day before", {"legal_reviewed_on": "2025-10-31"}, FAILS),
        ("hearing not closed", {"hearing_closed_on": None, "legal_reviewed_on": "2025-10-31"}, FAILS),
        ("not reviewed", {}, OPEN),
        ("no major rights", {"major_rights": False, "legal_reviewed_on": "2025-10-31"}, APART),
        ("ticked as a trigger", {"major_rights": None, "review_triggers": Trigger.MAJOR_RIGHTS_AFTER_HEARING, "legal_reviewed_on": "2025-10-31"}, FAILS),
        ("no hearing asked for", {"hearing_requested_on": None, "legal_reviewed_on": "2025-10-31"}, APART),
    ]),
    *table("SC-052-1", {**M, "decided_on": "2025-11-12"}, [
        ("case review", {"case_reviewed_on": "2025-10-14"}, PASSES),
        ("legal review instead", {"legal_reviewed_on": "2025-10-14"}, PASSES),
        ("no review", {}, FAILS),
        ("not decided", {"decided_on": None}, OPEN),
        ("the simple procedure", {"procedure": "simple"}, APART),
    ]),
    *table("SC-053", {**M, "case_reviewed_on": "2025-10-14"}, [
        ("seven points", {"review_points": 7}, PASSES),
        ("six points", {"review_points": 6}, FAILS),
        ("not known", {}, OPEN),
    ]),
    # Fri 10 Oct 2025: Sat 11 (worked), 13-17 (6), 20 21 22 Thu 23 (10)
    *table("SC-055", {**M, "case_review_asked_on": "2025-10-10"}, [
        ("on the tenth working day", {"case_reviewed_on": "2025-10-23"}, PASSES),
        ("on the eleventh, Fri 24", {"case_reviewed_on": "2025-10-24"}, FAILS),
        ("on the eleventh, prolonged by one", {"case_reviewed_on": "2025-10-24", "review_extension": 1}, PASSES),
        ("still open on the tenth", {"today": "2025-10-23"}, OPEN),
        ("still open on the eleventh", {"today": "2025-10-24"}, FAILS),
    ]),
    *table("SC-056", {**M, "case_reviewed_on": "2025-10-14", "proposal_approved_on": "2025-10-15", "notified_on": "2025-10-16"}, [
        ("in order", {}, PASSES),
        ("all on one day", {"case_reviewed_on": "2025-10-16", "proposal_approved_on": "2025-10-16"}, PASSES),
        ("told before approval", {"proposal_approved_on": "2025-10-17"}, FAILS),
        ("approved before review", {"case_reviewed_on": "2025-10-16"}, FAILS),
        ("legal review again later", {"legal_reviewed_on": "2025-11-07"}, PASSES),
        ("approval not known", {"proposal_approved_on": None}, OPEN),
        ("not told", {"notified_on": None}, OPEN),
    ]),
    *table("SC-057-1", {**M, "notified_on": "2025-10-16"}, [
        ("in writing", {"notice_written": True}, PASSES),
        ("by word of mouth", {"notice_written": False}, FAILS),
        ("not known", {}, OPEN),
    ]),
    # Thu 16 Oct 2025: 17, 20-23: the fifth working day is Thu 23; lawful from Fri 24
    *table("SC-057-2", {**M, "outcome": "penalty", "notified_on": "2025-10-16"}, [
        ("on the day after the fifth", {"decided_on": "2025-10-24"}, PASSES),
        ("on the fifth", {"decided_on": "2025-10-23"}, FAILS),
        ("on the fifth, rights waived", {"decided_on": "2025-10-23", "waived_on": "2025-10-20"}, APART),
        ("not decided", {}, OPEN),
    ]),
    *table("SC-058", {**M, "outcome": "penalty", "decided_on": "2025-11-12", "proposed_kinds": Penalty.FINE, "proposed_fine": 100_000_00}, [
        ("as told", {"decision_kinds": Penalty.FINE, "decision_fine": 100_000_00}, PASSES),
        ("less", {"decision_kinds": Penalty.FINE, "decision_fine": 80_000_00}, PASSES),
        ("a fen more", {"decision_kinds": Penalty.FINE, "decision_fine": 100_000_01}, FAILS),
        ("another kind", {"decision_kinds": Penalty.REVOKE_LICENCE}, FAILS),
        ("not known", {"decision_fine": 100_000_00}, OPEN),
    ]),
    *table("SC-059", {**M, "outcome": "penalty", "refund_required": True, "notified_on": "2025-10-16", "decided_on": "2025-11-12"}, [
        ("after hearing the party", {"defence_on": "2025-10-20", "refund_ordered_on": "2025-10-20"}, PASSES),
        ("before hearing the party", {"defence_on": "2025-10-20", "refund_ordered_on": "2025-10-17"}, FAILS),
        ("nobody spoke, after the notice", {"refund_ordered_on": "2025-10-27"}, PASSES),
        ("after the decision", {"refund_ordered_on": "2025-11-13"}, FAILS),
        ("not known", {}, OPEN),
        ("nothing to refund", {"refund_required": False}, APART),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "says", "facts", "expected"), TABLES, ids=lambda value: value if isinstance(value, str) else "")
def test_rule(rule: str, says: str, facts: dict[str, Any], expected: Verdict):
    assert verdict(rule, **facts) is expected, says


# --- what stops the count: Tue 23 Sep 2025 and 90 days is Mon 22 Dec


def test_a_test_before_filing_lengthens_verification_in_working_days():
    story = Story().take("register", "2025-09-22T09:00").take("commission_test", "2025-09-24T09:00")
    assert story.due("SC-018-1a") is None
    # 16 days to Fri 10 Oct, of them 25 26 28 29 30 9 10 worked: Fri 17 Oct and seven: 20-24, 27, Tue 28 Oct
    story.take("receive_test", "2025-10-10T09:00")
    assert story.due("SC-018-1a") == "2025-10-28"
    assert story.due("CF-060") is None


def test_a_test_that_runs_over_the_filing_counts_on_both_sides():
    story = Story().take("register", "2025-09-22T09:00").take("commission_test", "2025-09-22T10:00").take("file", "2025-09-23T10:00")
    assert story.due("CF-060") is None
    story.take("receive_test", "2025-10-03T09:00")
    assert story.state.facts["not_counted_days"] == 10  # from the filing on, not from the test's beginning
    assert story.due("CF-060") == "2026-01-04"  # 22 Dec + 10 is Thu 1 Jan; off until Sat 3, Sun 4 Jan 2026 is worked


def test_pauses_that_overlap_are_counted_once():
    story = Story().until("file").take("commission_test", "2025-10-09T09:00")
    story.take("suspend", "2025-10-13T09:00", {"suspend_ground": "force_majeure", "reason": "洪水", "opinion": "同意"})
    story.take("receive_test", "2025-10-15T09:00")
    assert story.due("CF-060") is None
    story.take("resume", "2025-10-20T09:00", {"reason": "道路恢复"})
    assert story.state.facts["not_counted_days"] == 11  # 9 to 20 October, not 6 + 7
    assert story.due("CF-060") == "2026-01-04"  # 22 Dec + 11 is Fri 2 Jan, off; Sun 4 Jan is worked


def test_asking_the_owner_of_the_mark_stops_the_count():
    story = Story().until("file")
    story.take("ask_assistance", "2025-10-09T09:00", {"to_organ": "权利人", "matters": "辨认", "until": "2025-10-20", "identifies": True})
    assert story.due("CF-060") is None
    story.take("receive_assistance", "2025-10-14T09:00", {"assist_done_on": "2025-10-14", "result": "不是权利人生产"})
    assert story.due("CF-060") == "2025-12-29"  # 22 Dec + 5 is Sat 27 Dec, rolls to Mon 29


def test_the_days_of_a_refund_are_not_counted():
    story = Story().until("notify").take("order_refund", "2025-10-20T09:00", {"amount": "500", "until": "2025-10-30"})
    assert story.due("CF-060") is None
    story.take("end_refund", "2025-10-30T09:00", {"refunded": "500", "how": "已退"})
    assert story.state.facts["not_counted_days"] == 10


def test_a_decision_ends_what_still_runs():
    story = Story().until("notify").take("order_refund", "2025-10-20T09:00", {"amount": "500", "until": "2025-10-30"})
    story.take("discuss", "2025-10-24T09:00").take("decide", "2025-10-24T10:00")
    assert story.state.facts["not_counted_days"] == 4
    assert story.state.facts["clock_stopped"] is False


def test_a_notice_by_announcement_takes_thirty_days_that_are_not_counted():
    story = Story().until("approve_proposal")
    told = {"method": "announcement", "notice_announced_on": "2025-10-16"}
    # Thu 16 Oct and 30 days: Sat 15 Nov, rolls to Mon 17; lawful from Tue 18
    assert story.refused("notify", "2025-11-17T10:00", told) == ["SC-082-5-notice"]
    story.take("notify", "2025-11-18T10:00", told)
    assert story.state.facts["not_counted_days"] == 33
    assert story.due("CF-060") == "2026-01-26"  # 22 Dec + 33 is Sat 24 Jan, rolls to Mon 26


def test_a_suspended_case_does_not_go_on():
    story = Story().until("file").take("suspend", "2025-10-13T09:00", {"suspend_ground": "party_missing", "reason": "下落不明", "opinion": "同意"})
    assert "SC-046-2" in story.refused("conclude", "2025-10-14T09:00")


def test_a_termination_names_its_ground():
    story = Story().until("file")
    assert story.refused("terminate", "2025-10-13T09:00", {"reason": "店主死亡", "opinion": "同意"}) == ["SC-047"]
    assert story.refused("terminate", "2025-10-13T09:00", {"reason": "店主死亡", "opinion": "同意", "terminate_ground": "dead"}) == []


def test_a_longer_review_is_approved_by_the_head():
    story = Story().until("conclude")
    assert story.due("SC-055") == "2025-10-23"
    story.take("extend_review", "2025-10-20T09:00", {"review_extension": 5, "reason": "案情复杂", "opinion": "同意"})
    assert story.due("SC-055") == "2025-10-30"  # Fri 24, 27 28 29 Thu 30
