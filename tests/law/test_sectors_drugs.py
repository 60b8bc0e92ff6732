"""Drugs: seizure within days, retest, risks, notices, rule by rule: passes, fails, not yet judged."""

from typing import Any

import pytest

from fadu.law.rules import Verdict
from fadu.law.vocabulary.sector_marks import ComplaintMark, SampleWay, Seized
from tests.law.judging import APART, FAILS, OPEN, PASSES, table, verdict

D = {"field": "market", "sector": "drugs"}
CONCLUDED = {**D, "concluded_on": "2026-06-30"}
CLOSED = {**D, "closed_on": "2026-08-03"}
ANSWERED = ComplaintMark.CHANNEL | ComplaintMark.VERIFIED | ComplaintMark.ANSWERED

TABLES = [
    *table("YP-100-2a", {**D, "drugs_seized_on": "2026-06-01"}, [
        ("the seventh day", {"drugs_handled_on": "2026-06-08"}, PASSES),
        ("the eighth", {"drugs_handled_on": "2026-06-09"}, FAILS),
        ("the seventh is the Dragon Boat festival: the Monday after", {"drugs_seized_on": "2026-06-12", "drugs_handled_on": "2026-06-22"}, PASSES),
        ("the Tuesday", {"drugs_seized_on": "2026-06-12", "drugs_handled_on": "2026-06-23"}, FAILS),
        ("never, long past", {}, FAILS),
        ("not seized", {"drugs_seized_on": None}, OPEN),
        ("of the drug authority", {"field": "drugs", "sector": None, "drugs_handled_on": "2026-06-09"}, FAILS),
        ("to be tested", {"drugs_need_test": True, "drugs_handled_on": "2026-06-20"}, APART),
        ("food", {"sector": "food", "drugs_handled_on": "2026-06-20"}, APART),
    ]),
    *table("YP-100-2b", {**D, "drugs_report_on": "2026-09-20"}, [
        ("the fifteenth day is 5 October: the 8th", {"drugs_handled_on": "2026-10-08"}, PASSES),
        ("the 9th", {"drugs_handled_on": "2026-10-09"}, FAILS),
        ("no holiday between", {"drugs_report_on": "2026-06-01", "drugs_handled_on": "2026-06-16"}, PASSES),
        ("the sixteenth day", {"drugs_report_on": "2026-06-01", "drugs_handled_on": "2026-06-17"}, FAILS),
        ("no report yet", {"drugs_report_on": None}, OPEN),
    ]),
    *table("YP-102", {**D, "result_told_on": "2026-06-01"}, [
        ("the seventh day", {"retest_asked_on": "2026-06-08"}, PASSES),
        ("the eighth", {"retest_asked_on": "2026-06-09"}, FAILS),
        ("the seventh day, no weekend near", {"result_told_on": "2026-06-02", "retest_asked_on": "2026-06-09"}, PASSES),
        ("the eighth", {"result_told_on": "2026-06-02", "retest_asked_on": "2026-06-10"}, FAILS),
        ("not asked", {}, OPEN),
        ("food has working days", {"sector": "food", "retest_asked_on": "2026-06-09"}, APART),
    ]),
    *table("YP-099-3", {**CLOSED, "risk_evidence": True}, [
        ("measures taken and published", {"risk_measure_on": "2026-06-10", "risk_published_on": "2026-06-10"}, PASSES),
        ("published before anything was done", {"risk_measure_on": "2026-06-10", "risk_published_on": "2026-06-09"}, FAILS),
        ("nothing done", {}, FAILS),
        ("done, not published", {"risk_measure_on": "2026-06-10"}, OPEN),
        ("not closed", {"closed_on": None}, OPEN),
        ("no risk", {"risk_evidence": False}, APART),
    ]),
    *table("YPT-070-1", {**CLOSED, "risk_passed_on": "2026-07-06"}, [
        ("lifted that day", {"risk_lifted_on": "2026-07-06"}, PASSES),
        ("lifted before it was assessed", {"risk_lifted_on": "2026-07-05"}, FAILS),
        ("not lifted", {}, OPEN),
        ("not assessed", {"risk_passed_on": None}, APART),
    ]),
    *table("YP-100-1", CONCLUDED, [
        ("bought, nothing charged", {"sample_ways": SampleWay.BOUGHT | SampleWay.FREE}, PASSES),
        ("not bought", {"sample_ways": SampleWay.FREE}, FAILS),
        ("charged", {"sample_ways": SampleWay.BOUGHT}, FAILS),
        ("not concluded", {"sample_ways": SampleWay.FREE, "concluded_on": None}, OPEN),
    ]),
    *table("YPT-066-3", CONCLUDED, [
        ("two samplers", {"sample_ways": SampleWay.TWO}, PASSES),
        ("one", {"sample_ways": SampleWay.BOUGHT}, FAILS),
        ("not concluded", {"sample_ways": SampleWay.BOUGHT, "concluded_on": None}, OPEN),
    ]),
    *table("YPT-067-2", {**CONCLUDED, "retest_differs": True}, [
        ("the first laboratory bears it", {"retest_paid_by": "lab"}, PASSES),
        ("the party bears it", {"retest_paid_by": "party"}, FAILS),
        ("not said", {}, OPEN),
        ("the same result", {"retest_differs": False, "retest_paid_by": "party"}, APART),
    ]),
    *table("YPT-067-3", {**CONCLUDED, "retest_excluded": True}, [
        ("not taken up", {"retest_accepted": False}, PASSES),
        ("taken up", {"retest_accepted": True}, FAILS),
        ("not said", {}, OPEN),
        ("not excluded", {"retest_excluded": False, "retest_accepted": True}, APART),
    ]),
    *table("YP-101", {**CLOSED, "notice_corrected_on": "2026-06-10"}, [
        ("as widely", {"notice_same_scope": True}, PASSES),
        ("less widely", {"notice_same_scope": False}, FAILS),
        ("not said", {}, OPEN),
        ("no correction", {"notice_corrected_on": None, "notice_same_scope": False}, APART),
    ]),
    *table("YPT-068", {**D, "notice_wrong_on": "2026-09-16"}, [
        ("the fifth working day: Sunday the 20th worked", {"notice_corrected_on": "2026-09-22"}, PASSES),
        ("the day after", {"notice_corrected_on": "2026-09-23"}, FAILS),
        ("nothing wrong", {"notice_wrong_on": None}, OPEN),
    ]),
    *table("YP-106-1", {**D, "clue_source": "report"}, [
        ("answered and rewarded", {"complaint_marks": ANSWERED | ComplaintMark.REWARDED}, PASSES),
        ("answered, nothing in it", {"complaint_marks": ANSWERED | ComplaintMark.UNPROVEN}, PASSES),
        ("true, but no reward", {"complaint_marks": ANSWERED}, FAILS),
        ("not answered", {"complaint_marks": (ANSWERED & ~ComplaintMark.ANSWERED) | ComplaintMark.REWARDED}, FAILS),
        ("not noted", {}, OPEN),
    ]),
    *table("YPT-063-1-2", {**CONCLUDED, "seized_things": Seized.PAPERS}, [
        ("papers that might be hidden", {"seized_grounded": True}, PASSES),
        ("papers that nobody would hide", {"seized_grounded": False}, FAILS),
        ("not said", {}, OPEN),
        ("no papers", {"seized_things": Seized.PRODUCTS, "seized_grounded": False}, APART),
    ]),
    *table("YPT-063-1-4", {**CONCLUDED, "seized_things": Seized.TOOLS}, [
        ("proof that they may serve the breach", {"seized_grounded": True}, PASSES),
        ("no proof", {"seized_grounded": False}, FAILS),
        ("a place without proof", {"seized_things": Seized.PLACE_SEALED, "seized_grounded": False}, FAILS),
        ("not said", {}, OPEN),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "says", "facts", "expected"), TABLES, ids=lambda value: value if isinstance(value, str) else "")
def test_rule(rule: str, says: str, facts: dict[str, Any], expected: Verdict):
    assert verdict(rule, **facts) is expected, says
