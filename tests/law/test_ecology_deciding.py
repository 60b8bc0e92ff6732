"""Notice, hearing, review, panel, decision and the spot in ecology, rule by rule."""

from typing import Any

import pytest

from fadu.law.rules import Verdict
from fadu.law.vocabulary.kinds import Penalty, Told
from fadu.law.vocabulary.marks import DecisionPart, ReportPart
from fadu.law.vocabulary.special import EcoKind, ReviewItem
from tests.law.judging import APART, FAILS, OPEN, PASSES, table, verdict

E = {"field": "ecology", "procedure": "general"}
D = {**E, "outcome": "penalty", "decided_on": "2025-10-20"}
S = {"field": "ecology", "procedure": "simple", "outcome": "penalty"}
SPOT = {**S, "decided_on": "2025-09-26", "spot_sealed": True, "spot_handed_over": True}
N = {**E, "notified_on": "2025-10-16", "told": Told.CONTENT | Told.DEFENCE}
HEARING = {"told": Told.CONTENT | Told.DEFENCE | Told.HEARING}
YUAN = 100
ALL_BUT_CRIME = ReviewItem(sum(ReviewItem)) & ~ReviewItem.CRIME
WHOLE = DecisionPart(sum(DecisionPart))

TABLES = [
    *table("SH-008", {**D, "decision_kinds": Penalty.OTHER}, [
        ("ordered to pull it down", {"eco_kinds": EcoKind.DEMOLISH}, PASSES),
        ("no more applications", {"eco_kinds": EcoKind.NO_APPLICATIONS}, PASSES),
        ("no kind", {"eco_kinds": 0}, FAILS),
        ("not said which", {}, OPEN),
        ("only a fine", {"decision_kinds": Penalty.FINE}, APART),
        ("proposed, not decided", {"decision_kinds": None, "proposed_kinds": Penalty.OTHER, "decided_on": None}, OPEN),
    ]),
    # Fri 17 Oct 2025: 20 to 24 are five working days; Saturday the 25th is the first lawful day
    *table("SH-044", {**D, "notified_on": "2025-10-17"}, [
        ("on the day after the fifth", {"decided_on": "2025-10-25"}, PASSES),
        ("on the fifth day", {"decided_on": "2025-10-24"}, FAILS),
        ("not decided", {"decided_on": None}, OPEN),
        ("waived", {"waived_on": "2025-10-17", "decided_on": "2025-10-18"}, APART),
        ("spared", {"outcome": "none_statutory", "decided_on": "2025-10-18"}, APART),
    ]),
    *table("SH-045-1", {**D, "defence_on": "2025-10-18"}, [
        ("reviewed and answered", {"defence_reviewed": True, "decision_parts": WHOLE}, PASSES),
        ("not reviewed", {"defence_reviewed": False, "decision_parts": WHOLE}, FAILS),
        ("no reasons given", {"defence_reviewed": True, "decision_parts": WHOLE & ~DecisionPart.DEFENCE}, FAILS),
        ("not known", {"defence_reviewed": True}, OPEN),
        ("no defence", {"defence_on": None, "defence_reviewed": False}, APART),
    ]),
    *table("SH-046-1", N, [
        ("a licence suspended, told", {"proposed_kinds": Penalty.SUSPEND_LICENCE, **HEARING}, PASSES),
        ("a licence suspended, not told", {"proposed_kinds": Penalty.SUSPEND_LICENCE}, FAILS),
        ("business restricted, not told", {"proposed_kinds": Penalty.RESTRICT_BUSINESS}, FAILS),
        ("stopped for rectification, not told", {"proposed_kinds": Penalty.OTHER, "eco_kinds": EcoKind.RECTIFY}, FAILS),
        ("no more applications, not told", {"proposed_kinds": Penalty.OTHER, "eco_kinds": EcoKind.NO_APPLICATIONS}, FAILS),
        ("banned from trade, not told", {"proposed_kinds": Penalty.OTHER, "eco_kinds": EcoKind.BAN}, FAILS),
        ("to be pulled down", {"proposed_kinds": Penalty.OTHER, "eco_kinds": EcoKind.DEMOLISH}, APART),
        ("by another statute", {"proposed_kinds": Penalty.FINE, "hearing_otherwise": True}, FAILS),
        ("a warning", {"proposed_kinds": Penalty.WARNING}, APART),
        ("not yet told of anything", {"proposed_kinds": Penalty.SUSPEND_LICENCE, "notified_on": None}, OPEN),
    ]),
    *table("SH-089-1", {**N, "proposed_kinds": Penalty.FINE}, [
        ("a person, 5,000, told", {"party_kind": "person", "proposed_fine": 5_000 * YUAN, **HEARING}, PASSES),
        ("a person, 5,000, not told", {"party_kind": "person", "proposed_fine": 5_000 * YUAN}, FAILS),
        ("a person, a fen less", {"party_kind": "person", "proposed_fine": 5_000 * YUAN - 1}, APART),
        ("a unit, 200,000, not told", {"party_kind": "unit", "proposed_fine": 200_000 * YUAN}, FAILS),
        ("a unit, a fen less", {"party_kind": "unit", "proposed_fine": 200_000 * YUAN - 1}, APART),
        ("the place says 100,000", {"party_kind": "unit", "proposed_fine": 100_000 * YUAN, "hearing_threshold": 100_000 * YUAN}, FAILS),
        ("gain of a unit", {"proposed_kinds": Penalty.GAIN, "party_kind": "unit", "proposed_gain": 200_000 * YUAN}, FAILS),
        ("gain of a person", {"proposed_kinds": Penalty.GAIN, "party_kind": "person", "proposed_gain": 5_000 * YUAN}, FAILS),
        ("gain of a person, a fen less", {"proposed_kinds": Penalty.GAIN, "party_kind": "person", "proposed_gain": 5_000 * YUAN - 1}, APART),
        ("gain, a fen less", {"proposed_kinds": Penalty.GAIN, "party_kind": "unit", "proposed_gain": 200_000 * YUAN - 1}, APART),
        ("not notified", {"party_kind": "person", "proposed_fine": 5_000 * YUAN, "notified_on": None}, OPEN),
    ]),
    *table("SH-050", {**D, "legal_reviewed_on": "2025-10-18"}, [
        ("all seven", {"eco_review": ReviewItem(sum(ReviewItem))}, PASSES),
        ("crime not looked at", {"eco_review": ALL_BUT_CRIME}, FAILS),
        ("not listed", {}, OPEN),
        ("no review", {"legal_reviewed_on": None, "eco_review": ALL_BUT_CRIME}, APART),
    ]),
    *table("SH-052-2-2", D, [
        ("500,000, discussed", {"proposed_fine": 500_000 * YUAN, "discussed_on": "2025-10-18"}, PASSES),
        ("500,000, not discussed", {"proposed_fine": 500_000 * YUAN}, FAILS),
        ("fine and gain together", {"proposed_fine": 300_000 * YUAN, "proposed_gain": 200_000 * YUAN}, FAILS),
        ("a fen less", {"proposed_fine": 300_000 * YUAN, "proposed_gain": 200_000 * YUAN - 1}, APART),
        ("not decided", {"proposed_fine": 500_000 * YUAN, "decided_on": None}, OPEN),
    ]),
    *table("SH-052-2-3", D, [
        ("licence revoked, discussed", {"decision_kinds": Penalty.REVOKE_LICENCE, "discussed_on": "2025-10-18"}, PASSES),
        ("licence revoked, not discussed", {"decision_kinds": Penalty.REVOKE_LICENCE}, FAILS),
        ("no more applications", {"decision_kinds": Penalty.OTHER, "eco_kinds": EcoKind.NO_APPLICATIONS}, FAILS),
        ("licence suspended", {"decision_kinds": Penalty.SUSPEND_LICENCE}, APART),
        ("not decided", {"decision_kinds": Penalty.REVOKE_LICENCE, "decided_on": None}, OPEN),
    ]),
    *table("SH-052-2-4", D, [
        ("stopped, discussed", {"decision_kinds": Penalty.STOP_BUSINESS, "discussed_on": "2025-10-18"}, PASSES),
        ("stopped, not discussed", {"decision_kinds": Penalty.STOP_BUSINESS}, FAILS),
        ("closed down", {"decision_kinds": Penalty.CLOSE_DOWN}, FAILS),
        ("trade restricted", {"decision_kinds": Penalty.RESTRICT_TRADE}, FAILS),
        ("stopped for rectification", {"decision_kinds": Penalty.OTHER, "eco_kinds": EcoKind.RECTIFY}, FAILS),
        ("banned", {"decision_kinds": Penalty.OTHER, "eco_kinds": EcoKind.BAN}, FAILS),
        ("a fine", {"decision_kinds": Penalty.FINE}, APART),
        ("not decided", {"decision_kinds": Penalty.STOP_BUSINESS, "decided_on": None}, OPEN),
    ]),
    *table("SH-052-3", {**D, "discussed_on": "2025-10-18"}, [
        ("recorded", {"discussion_recorded": True}, PASSES),
        ("not recorded", {"discussion_recorded": False}, FAILS),
        ("not known", {}, OPEN),
        ("no discussion", {"discussed_on": None, "discussion_recorded": False}, APART),
    ]),
    *table("SH-056-3", D, [
        ("the defence is answered", {"decision_parts": WHOLE}, PASSES),
        ("it is not", {"decision_parts": WHOLE & ~DecisionPart.DEFENCE}, FAILS),
        ("a hearing was asked for and is told", {"decision_parts": WHOLE, "hearing_requested_on": "2025-10-17", "hearing_outcome": "held"}, PASSES),
        ("of the hearing nothing is told", {"decision_parts": WHOLE, "hearing_requested_on": "2025-10-17"}, FAILS),
        ("not known", {}, OPEN),
    ]),
    *table("SH-056-4", D, [
        ("with the reasons of discretion", {"decision_parts": WHOLE, "report_parts": ReportPart.DISCRETION}, PASSES),
        ("without them", {"decision_parts": WHOLE, "report_parts": ReportPart.FACTS}, FAILS),
        ("without the basis", {"decision_parts": WHOLE & ~DecisionPart.BASIS, "report_parts": ReportPart.DISCRETION}, FAILS),
        ("without the kind", {"decision_parts": WHOLE & ~DecisionPart.CONTENT, "report_parts": ReportPart.DISCRETION}, FAILS),
        ("not known", {"decision_parts": WHOLE}, OPEN),
    ]),
    # Tue 23 Sep 2025 and ninety days: Mon 22 Dec; thirty more: Wed 21 Jan 2026; sixty: Fri 20 Feb, in the Spring Festival: Tue 24
    *table("SH-057-1", {**E, "filed_on": "2025-09-23"}, [
        ("on the ninetieth day", {"decided_on": "2025-12-22"}, PASSES),
        ("on the next", {"decided_on": "2025-12-23"}, FAILS),
        ("prolonged by thirty", {"extension_days": 30, "decided_on": "2026-01-21"}, PASSES),
        ("a day later", {"extension_days": 30, "decided_on": "2026-01-22"}, FAILS),
        ("prolonged twice", {"extension_days": 60, "decided_on": "2026-02-24"}, PASSES),
        ("a day later still", {"extension_days": 60, "decided_on": "2026-02-25"}, FAILS),
        ("open", {"today": "2025-12-22"}, OPEN),
    ]),
    *table("SH-057-1-extend", {**E, "extended_once": True}, [
        ("thirty", {"extension_days": 30}, PASSES),
        ("thirty-one", {"extension_days": 31}, FAILS),
        ("not prolonged", {"extended_once": None}, OPEN),
    ]),
    *table("SH-057-1-again", {**E, "extended_once": True, "extension_discussed_on": "2026-01-15"}, [
        ("thirty more", {"extension_days": 60}, PASSES),
        ("thirty-one more", {"extension_days": 61}, FAILS),
        ("never prolonged by the head", {"extended_once": None, "extension_days": 30}, FAILS),
        ("not discussed", {"extension_discussed_on": None, "extension_days": 61}, OPEN),
    ]),
    *table("SH-068-1-5", SPOT, [
        ("sealed, signed, handed over", {}, PASSES),
        ("sealed by the platform", {"spot_sealed": False, "decision_sealed": True}, PASSES),
        ("no seal", {"spot_sealed": False, "decision_sealed": False}, FAILS),
        ("not handed over", {"spot_handed_over": False}, FAILS),
        ("not signed by the officers", {"spot_unsigned": True}, FAILS),
        ("not known", {"spot_handed_over": None}, OPEN),
        ("an ordinary case", {"procedure": "general", "spot_handed_over": False}, APART),
    ]),
    *table("SH-068-2", SPOT, [
        ("with a transcript", {"spot_transcript": True}, PASSES),
        ("without", {"spot_transcript": False}, FAILS),
        ("not known", {}, OPEN),
    ]),
    # Fri 26 Sep 2025: Sun 28 (worked), Mon 29, Tue 30: the third working day
    *table("SH-068-3", SPOT, [
        ("on the third day", {"spot_filed_on": "2025-09-30"}, PASSES),
        ("after the holiday", {"spot_filed_on": "2025-10-09"}, FAILS),
        ("open on the third", {"today": "2025-09-30"}, OPEN),
        ("open on the next", {"today": "2025-10-01"}, FAILS),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "says", "facts", "expected"), TABLES, ids=lambda value: value if isinstance(value, str) else "")
def test_rule(rule: str, says: str, facts: dict[str, Any], expected: Verdict):
    assert verdict(rule, **facts) is expected, says
