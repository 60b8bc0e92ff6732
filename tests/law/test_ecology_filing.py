"""Filing, inquiry, seizure of ecology cases, rule by rule: passes, fails, not yet judged."""

from typing import Any

import pytest

from fadu.law.rules import Verdict
from tests.law.judging import APART, FAILS, OPEN, PASSES, table, verdict

E = {"field": "ecology", "procedure": "general"}
SEIZED = {**E, "preserve_disposal": "seized", "preserve_disposed_on": "2026-09-10"}

TABLES = [
    *table("SH-006-3", {**E, "recusal_decided_on": "2025-10-09"}, [
        ("the head by the panel", {"recusal_of": "principal", "recusal_decided_by": "panel"}, PASSES),
        ("the head by a deputy", {"recusal_of": "principal", "recusal_decided_by": "deputy"}, FAILS),
        ("a deputy by the head", {"recusal_of": "deputy", "recusal_decided_by": "principal"}, PASSES),
        ("a deputy by the panel", {"recusal_of": "deputy", "recusal_decided_by": "panel"}, FAILS),
        ("an officer by a deputy", {"recusal_of": "staff", "recusal_decided_by": "deputy"}, PASSES),
        ("an officer by somebody else", {"recusal_of": "staff", "recusal_decided_by": "other"}, FAILS),
        ("not known by whom", {"recusal_of": "staff"}, OPEN),
        ("not decided", {"recusal_decided_on": None, "recusal_of": "principal", "recusal_decided_by": "deputy"}, OPEN),
    ]),
    # Mon 3 Nov 2025 and fifteen civil days: Tue 18; from Mon 22 Sep: 7 Oct lies in the holiday, so Thu 9
    *table("SH-018", E, [
        ("on the fifteenth day", {"clue_received_on": "2025-11-03", "filing_decided_on": "2025-11-18"}, PASSES),
        ("on the sixteenth", {"clue_received_on": "2025-11-03", "filing_decided_on": "2025-11-19"}, FAILS),
        ("after the holiday", {"clue_received_on": "2025-09-22", "filing_decided_on": "2025-10-09"}, PASSES),
        ("a day later", {"clue_received_on": "2025-09-22", "filing_decided_on": "2025-10-10"}, FAILS),
        ("prolonged, on the thirtieth day", {"clue_received_on": "2025-11-03", "verification_extension": 15, "filing_decided_on": "2025-12-03"}, PASSES),
        ("prolonged, on the thirty-first", {"clue_received_on": "2025-11-03", "verification_extension": 15, "filing_decided_on": "2025-12-04"}, FAILS),
        ("still open on the last day", {"clue_received_on": "2025-11-03", "today": "2025-11-18"}, OPEN),
        ("still open on the next", {"clue_received_on": "2025-11-03", "today": "2025-11-19"}, FAILS),
        ("on the spot", {"procedure": "simple", "clue_received_on": "2025-11-03", "today": "2025-12-19"}, APART),
    ]),
    *table("SH-018-extend", E, [
        ("fifteen days", {"verification_extension": 15}, PASSES),
        ("sixteen", {"verification_extension": 16}, FAILS),
        ("not prolonged", {}, OPEN),
    ]),
    *table("SH-019", {**E, "filed_on": "2025-09-23"}, [
        ("all four", {"filing_conditions": 4}, PASSES),
        ("three", {"filing_conditions": 3}, FAILS),
        ("not filed", {"filed_on": None, "filing_conditions": 3}, OPEN),
    ]),
    *table("SH-020", {**E, "filing_lost_on": "2025-10-09", "decided_on": "2025-10-20"}, [
        ("the case is cancelled", {"outcome": "none_unproven"}, PASSES),
        ("sent where it belongs", {"outcome": "transfer_agency"}, PASSES),
        ("penalised all the same", {"outcome": "penalty"}, FAILS),
        ("spared, not cancelled", {"outcome": "none_statutory"}, FAILS),
        ("nothing decided yet", {"decided_on": None}, OPEN),
        ("the conditions hold", {"filing_lost_on": None, "outcome": "penalty"}, APART),
    ]),
    *table("HJF-146-1", {**E, "clue_source": "report", "reporter_named": True, "closed_on": "2026-10-20"}, [
        ("told what came of it", {"report_answered_on": "2026-10-12"}, PASSES),
        ("not told", {}, FAILS),
        ("still open", {"closed_on": None}, OPEN),
        ("a nameless report", {"reporter_named": False}, APART),
        ("found by ourselves", {"clue_source": "inspection"}, APART),
        ("before the Code", {"closed_on": "2026-08-14"}, APART),
        ("on its first day", {"closed_on": "2026-08-15"}, FAILS),
    ]),
    *table("HJF-1072-2", {**E, "decided_on": "2026-09-10"}, [
        ("those below did nothing", {"taken_over": "omitted"}, PASSES),
        ("taken over for another reason", {"taken_over": "other"}, FAILS),
        ("not decided", {"taken_over": "other", "decided_on": None}, OPEN),
        ("its own case", {}, APART),
    ]),
    *table("HJF-1083-2", {**E, "criminal_suspected": True, "decided_on": "2026-09-10"}, [
        ("sent", {"criminal_transferred_on": "2026-09-04"}, PASSES),
        ("kept", {}, FAILS),
        ("not decided", {"decided_on": None}, OPEN),
        ("no crime", {"criminal_suspected": False}, APART),
    ]),
    *table("HJF-1083-1", {}, [
        ("every clue sent", {"eco_clues": 3, "eco_clues_sent": 3}, PASSES),
        ("one kept", {"eco_clues": 3, "eco_clues_sent": 2}, FAILS),
        ("the only one kept", {"eco_clues": 1, "eco_clues_sent": 0}, FAILS),
        ("not counted", {"eco_clues": 3}, OPEN),
        ("no clue", {"eco_clues": 0, "eco_clues_sent": 0}, APART),
    ]),
    *table("SH-029-3", {**E, "test_told_on": "2025-09-24", "concluded_on": "2025-10-10"}, [
        ("the result is told", {"result_told_on": "2025-10-09"}, PASSES),
        ("the result is not told", {}, FAILS),
        ("not concluded", {"concluded_on": None}, OPEN),
        ("no test", {"test_told_on": None}, APART),
    ]),
    *table("SH-032-2", {**E, "preserve_urgent": True, "preserved_at": "2025-09-30T16:00"}, [
        ("after twenty-four hours, in the holiday", {"preserve_approved_at": "2025-10-01T16:00"}, PASSES),
        ("a minute late", {"preserve_approved_at": "2025-10-01T16:01"}, FAILS),
        ("not taken", {"preserved_at": None}, OPEN),
        ("approved beforehand", {"preserve_urgent": False}, APART),
    ]),
    # Tue 23 Sep 2025: 24 25 26, Sun 28 (worked), 29 30, Thu 9 Oct: the seventh working day
    *table("SH-033-2", {**E, "preserved_on": "2025-09-23", "preserve_disposal": "recorded"}, [
        ("on the seventh day", {"preserve_disposed_on": "2025-10-09"}, PASSES),
        ("on the eighth", {"preserve_disposed_on": "2025-10-10"}, FAILS),
        ("not disposed of", {}, OPEN),
        ("given back late", {"preserve_disposal": "released", "preserve_disposed_on": "2025-10-10"}, APART),
    ]),
    *table("SH-038-2", E, [
        ("somebody else", {"by_handler": False}, PASSES),
        ("who inquired", {"by_handler": True}, FAILS),
        ("not known", {}, OPEN),
    ]),
    *table("HJF-051", {**E, "inspected_on": "2026-09-03"}, [
        ("nothing leaked", {"inspection_leaked": False}, PASSES),
        ("nothing heard of it", {}, PASSES),
        ("secrets leaked", {"inspection_leaked": True}, FAILS),
        ("not inspected", {"inspected_on": None, "inspection_leaked": True}, OPEN),
        ("inspected before the Code", {"inspected_on": "2026-08-14", "inspection_leaked": True}, APART),
    ]),
    *table("HJF-052", SEIZED, [
        ("grave harm", {"seizure_ground": "harm"}, PASSES),
        ("evidence may vanish", {"seizure_ground": "evidence"}, PASSES),
        ("noise, see the article of its own", {"seizure_ground": "noise"}, PASSES),
        ("for another reason", {"seizure_ground": "other"}, FAILS),
        ("not said", {}, OPEN),
        ("not seized", {"preserve_disposal": "recorded", "seizure_ground": "other"}, APART),
    ]),
    *table("HJF-562", {**SEIZED, "seizure_ground": "noise"}, [
        ("ordered to mend, refused", {"correction_ordered_on": "2026-09-02", "correction_refused": True}, PASSES),
        ("ordered on the day itself", {"correction_ordered_on": "2026-09-10", "correction_refused": True}, PASSES),
        ("ordered only afterwards", {"correction_ordered_on": "2026-09-11", "correction_refused": True}, FAILS),
        ("did not refuse", {"correction_ordered_on": "2026-09-02", "correction_refused": False}, FAILS),
        ("not known", {"correction_ordered_on": "2026-09-02"}, OPEN),
        ("not for noise", {"seizure_ground": "harm"}, APART),
    ]),
    *table("HJF-053", {**E, "agency_kind": "outpost", "issued_by": "outpost", "decided_on": "2026-09-10"}, [
        ("of a city's department", {"outpost_of_city": True}, PASSES),
        ("of a county's", {"outpost_of_city": False}, FAILS),
        ("not known", {}, OPEN),
        ("in the department's name", {"issued_by": "department", "outpost_of_city": False}, APART),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "says", "facts", "expected"), TABLES, ids=lambda value: value if isinstance(value, str) else "")
def test_rule(rule: str, says: str, facts: dict[str, Any], expected: Verdict):
    assert verdict(rule, **facts) is expected, says
