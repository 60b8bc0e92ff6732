"""Publication, performance, the Code's liability and the fine by the day, rule by rule."""

from typing import Any

import pytest

from fadu.law.rules import Verdict
from fadu.law.vocabulary.kinds import Penalty
from fadu.law.vocabulary.special import Aggravation, FineFactor, Hidden, Notified, PublicItem
from tests.law.judging import APART, FAILS, OPEN, PASSES, table, verdict

E = {"field": "ecology", "procedure": "general"}
D = {**E, "outcome": "penalty", "decided_on": "2026-09-10"}
CLOSED = {**D, "closed_on": "2026-10-20"}
FIVE = PublicItem(sum(PublicItem))
YUAN = 100
FINE = {"decision_kinds": Penalty.FINE, "decision_fine": 100_000 * YUAN}
DAILY = {**D, **FINE, "correction_ordered_on": "2026-09-01", "rechecked_on": "2026-09-11", "recheck_found": "continuing", "daily_decided_on": "2026-09-20"}

TABLES = [
    *table("SH-062", {**E, "published_on": "2025-09-26"}, [
        ("all five", {"published_parts": FIVE}, PASSES),
        ("without the number", {"published_parts": FIVE & ~PublicItem.NUMBER}, FAILS),
        ("not listed", {}, OPEN),
        ("not published", {"published_on": None, "published_parts": 0}, OPEN),
    ]),
    *table("SH-064", {**E, "published_on": "2025-09-26"}, [
        ("hidden", {"redacted": True}, PASSES),
        ("not hidden", {"redacted": False}, FAILS),
        ("a bank account is still to be seen", {"redacted": True, "unmasked": Hidden.ACCOUNTS}, FAILS),
        ("looked through, nothing to be seen", {"redacted": False, "unmasked": 0}, PASSES),
        ("not known", {}, OPEN),
    ]),
    # Tue 23 Sep 2025: 24 25 26, Sun 28 (worked), 29 30, Thu 9 Oct: the seventh working day
    *table("SH-065", {**E, "outcome": "penalty", "decided_on": "2025-09-23"}, [
        ("on the seventh day", {"published_on": "2025-10-09"}, PASSES),
        ("on the eighth", {"published_on": "2025-10-10"}, FAILS),
        ("open on the seventh", {"today": "2025-10-09"}, OPEN),
        ("open on the eighth", {"today": "2025-10-10"}, FAILS),
        ("spared", {"outcome": "none_statutory", "today": "2025-10-10"}, APART),
    ]),
    *table("HJF-138-2", CLOSED, [
        ("published", {"published_on": "2026-09-14"}, PASSES),
        ("not published", {}, FAILS),
        ("not closed", {"closed_on": None}, OPEN),
        ("overturned", {"overturned_on": "2026-10-01"}, APART),
        ("closed before the Code", {"closed_on": "2026-08-14"}, APART),
    ]),
    *table("HJF-054-2", {**CLOSED, "party_kind": "unit"}, [
        ("recorded", {"credit_recorded_on": "2026-09-20"}, PASSES),
        ("not recorded", {}, FAILS),
        ("not closed", {"closed_on": None}, OPEN),
        ("a person", {"party_kind": "person"}, APART),
    ]),
    *table("HJF-054-3", {**E, "repair_applied_on": "2026-10-12", "archived_on": "2026-12-01"}, [
        ("settled", {"repair_answered_on": "2026-10-12"}, PASSES),
        ("settled before it was asked for", {"repair_answered_on": "2026-10-11"}, FAILS),
        ("not settled", {}, FAILS),
        ("not archived", {"archived_on": None}, OPEN),
        ("not asked for", {"repair_applied_on": None}, APART),
    ]),
    *table("SH-072", {**E, "court_applied_on": "2026-05-20"}, [
        ("demanded first", {"demanded_on": "2026-05-06"}, PASSES),
        ("demanded on the day", {"demanded_on": "2026-05-20"}, PASSES),
        ("demanded after", {"demanded_on": "2026-05-21"}, FAILS),
        ("not demanded", {}, FAILS),
        ("no court was asked", {"court_applied_on": None}, OPEN),
    ]),
    *table("SH-072-surcharge", {**E, "surcharged_on": "2026-01-20"}, [
        ("demanded first", {"demanded_on": "2026-01-20"}, PASSES),
        ("demanded after", {"demanded_on": "2026-01-21"}, FAILS),
        ("not demanded", {}, FAILS),
        ("no surcharge", {"surcharged_on": None}, OPEN),
    ]),
    # served Mon 22 Sep 2025, fifteen days: 7 Oct lies in the holiday, so Thu 9 Oct; served Mon 3 Nov: Tue 18
    *table("SH-074-1", {**E, "served_on": "2025-11-03", "deferred_on": "2025-11-24"}, [
        ("asked on the last day", {"defer_applied_on": "2025-11-18"}, PASSES),
        ("asked a day late", {"defer_applied_on": "2025-11-19"}, FAILS),
        ("asked after the holiday", {"served_on": "2025-09-22", "defer_applied_on": "2025-10-09"}, PASSES),
        ("asked a day after that", {"served_on": "2025-09-22", "defer_applied_on": "2025-10-10"}, FAILS),
        ("not known when", {}, OPEN),
        ("not granted", {"deferred_on": None, "defer_applied_on": "2025-11-19"}, OPEN),
    ]),
    *table("SH-074-2", {**E, "deferred_on": "2025-11-10", "closed_on": "2026-03-10"}, [
        ("both were told", {"deferral_told": Notified.PARTY | Notified.COLLECTOR}, PASSES),
        ("only the party", {"deferral_told": Notified.PARTY}, FAILS),
        ("only who collects", {"deferral_told": Notified.COLLECTOR}, FAILS),
        ("not listed", {}, OPEN),
        ("nothing deferred", {"deferred_on": None}, APART),
    ]),
    *table("SH-075-2", {**E, "goods_way": "destroy", "goods_disposed_on": "2025-12-02"}, [
        ("approved, before two", {"destroy_approved": True, "destroy_officers": 2}, PASSES),
        ("before one", {"destroy_approved": True, "destroy_officers": 1}, FAILS),
        ("not approved", {"destroy_approved": False, "destroy_officers": 2}, FAILS),
        ("not known", {"destroy_approved": True}, OPEN),
        ("the state has its own rules", {"destroy_ruled": True, "destroy_officers": 1}, APART),
        ("sold", {"goods_way": "auction"}, APART),
    ]),
    *table("SH-077", {**E, "closed_on": "2025-12-02"}, [
        ("performed", {"closing_ground": "performed"}, PASSES),
        ("a court has taken it on", {"court_accepted_on": "2025-11-28"}, PASSES),
        ("with the judiciary", {"criminal_transferred_on": "2025-11-28"}, PASSES),
        ("overturned", {"overturned_on": "2025-11-28"}, PASSES),
        ("on no ground", {}, FAILS),
        ("open", {"closed_on": None}, OPEN),
    ]),
    *table("SH-080", {**E, "archived_on": "2025-12-02"}, [
        ("changed before", {"file_changed_on": "2025-12-01"}, PASSES),
        ("changed on the day", {"file_changed_on": "2025-12-02"}, FAILS),
        ("changed after", {"file_changed_on": "2026-01-05"}, FAILS),
        ("never changed", {}, OPEN),
        ("not archived", {"archived_on": None, "file_changed_on": "2025-12-01"}, PASSES),
    ]),
    # closed Mon 15 Sep 2025: twenty days end on 5 Oct, in the holiday: Thu 9; closed Mon 3 Nov: Sun 23, so Mon 24
    *table("SH-083-2", {**E, "supervised": True, "closed_on": "2025-09-15"}, [
        ("on the last day", {"supervised_filed_on": "2025-10-09"}, PASSES),
        ("a day late", {"supervised_filed_on": "2025-10-10"}, FAILS),
        ("over a weekend", {"closed_on": "2025-11-03", "supervised_filed_on": "2025-11-24"}, PASSES),
        ("a day after that", {"closed_on": "2025-11-03", "supervised_filed_on": "2025-11-25"}, FAILS),
        ("closed on a Monday, to a Sunday, no more", {"closed_on": "2025-11-05", "supervised_filed_on": "2025-11-25"}, PASSES),
        ("a Wednesday late", {"closed_on": "2025-11-05", "supervised_filed_on": "2025-11-26"}, FAILS),
        ("open", {"today": "2025-10-09"}, OPEN),
        ("nobody watches it", {"supervised": False}, APART),
    ]),
    *table("SH-085-2", {**E, "paper_corrected": "written"}, [
        ("by a decision of its own", {}, PASSES),
        ("in the paper itself", {"paper_corrected": "original"}, FAILS),
        ("not corrected", {"paper_corrected": None}, OPEN),
    ]),
    *table("HJF-1053-1", {**E, "outcome": "none_statutory", "none_ground": "no_fault", "decided_on": "2026-09-10"}, [
        ("proven", {"no_fault_proven": True}, PASSES),
        ("not proven", {"no_fault_proven": False}, FAILS),
        ("not known", {}, OPEN),
        ("spared for another reason", {"none_ground": "minor"}, APART),
        ("before the Code", {"decided_on": "2026-08-14", "no_fault_proven": False}, APART),
    ]),
    # five years; what lapsed after two years before 15 August 2026 stays lapsed
    *table("HJF-1054-1a", {**D, "harm": "real", "decided_on": "2029-09-10"}, [
        ("found on the last day of five years", {"violation_began_on": "2024-08-15", "discovered_on": "2029-08-15"}, PASSES),
        ("found a day later", {"violation_began_on": "2024-08-15", "discovered_on": "2029-08-16"}, FAILS),
        ("lapsed on the eve of the Code", {"violation_began_on": "2024-08-14", "discovered_on": "2026-08-20"}, FAILS),
        ("found on that eve", {"violation_began_on": "2024-08-14", "discovered_on": "2026-08-14"}, PASSES),
        ("health at stake: five years before too", {"touches_safety": True, "violation_began_on": "2022-01-10", "discovered_on": "2027-01-10"}, PASSES),
        ("a day later", {"touches_safety": True, "violation_began_on": "2022-01-10", "discovered_on": "2027-01-11"}, FAILS),
        ("from a leap day", {"violation_began_on": "2028-02-29", "discovered_on": "2033-02-28", "decided_on": "2033-03-10"}, PASSES),
        ("from a leap day, a day late", {"violation_began_on": "2028-02-29", "discovered_on": "2033-03-01", "decided_on": "2033-03-10"}, FAILS),
        ("it went on: from its end", {"violation_continuing": True, "violation_began_on": "2020-01-01", "violation_ended_on": "2024-09-01",
                                      "discovered_on": "2029-09-01"}, PASSES),
        ("slight harm is harm", {"harm": "slight", "violation_began_on": "2024-09-10", "discovered_on": "2029-09-11"}, FAILS),
        ("no harm", {"harm": "none", "violation_began_on": "2024-08-15", "discovered_on": "2029-08-16"}, APART),
        ("not decided", {"decided_on": None, "violation_began_on": "2024-08-15", "discovered_on": "2029-08-16"}, OPEN),
    ]),
    *table("HJF-1054-1b", {**D, "harm": "none"}, [
        ("found on the last day of two years", {"violation_began_on": "2024-09-01", "discovered_on": "2026-09-01"}, PASSES),
        ("found a day later", {"violation_began_on": "2024-09-01", "discovered_on": "2026-09-02"}, FAILS),
        ("decided before the Code", {"violation_began_on": "2024-08-01", "discovered_on": "2026-08-02", "decided_on": "2026-08-14"}, APART),
        ("not decided", {"decided_on": None}, OPEN),
    ]),
    *table("HJF-1055", {**D, **FINE}, [
        ("by the higher", {"concurrence": "highest"}, PASSES),
        ("not by the higher", {"concurrence": "other"}, FAILS),
        ("one norm", {"concurrence": "one"}, PASSES),
        ("not decided", {"decided_on": None, "concurrence": "other"}, OPEN),
        ("not looked at", {}, APART),
    ]),
    *table("HJF-1056-1", {**D, "aggravations": Aggravation.MALICE}, [
        ("heavier", {"heavier": True}, PASSES),
        ("not heavier", {"heavier": False}, FAILS),
        ("heavier, yet lighter", {"heavier": True, "lighter": True}, FAILS),
        ("heavier, yet below the range", {"heavier": True, "lessened": True}, FAILS),
        ("not said", {}, OPEN),
        ("nothing of the kind", {"aggravations": 0, "heavier": False}, APART),
    ]),
    *table("HJF-1056-2a", {**E, "decided_on": "2026-09-10", "minor": True, "corrected_on": "2026-09-01", "harm": "none"}, [
        ("spared", {"outcome": "none_statutory"}, PASSES),
        ("penalised", {"outcome": "penalty"}, FAILS),
        ("not decided", {"decided_on": None, "outcome": "penalty"}, OPEN),
        ("not mended", {"corrected_on": None, "outcome": "penalty"}, APART),
    ]),
    *table("HJF-1056-2b", {**E, "decided_on": "2026-09-10", "outcome": "none_statutory", "none_ground": "first", "corrected_on": "2026-09-01"}, [
        ("the first, slight, mended", {"first_offence": True, "harm": "slight"}, PASSES),
        ("not the first", {"first_offence": False, "harm": "slight"}, FAILS),
        ("real harm", {"first_offence": True, "harm": "real"}, FAILS),
        ("not mended", {"first_offence": True, "harm": "slight", "corrected_on": None}, FAILS),
        ("not known", {"harm": "slight"}, OPEN),
    ]),
    *table("HJF-1057", {**D, "basis_changed": True}, [
        ("the new one is lighter", {"law_applied": "new"}, PASSES),
        ("not compared", {}, FAILS),
        ("not decided", {"decided_on": None}, OPEN),
        ("nothing changed", {"basis_changed": False}, APART),
    ]),
    *table("HJF-1058-2", {**CLOSED, **FINE, "criminal_fined": True}, [
        ("set off", {"offset_done": True}, PASSES),
        ("not set off", {"offset_done": False}, FAILS),
        ("not known", {}, OPEN),
        ("no court", {"criminal_fined": False}, APART),
        ("only a warning", {"decision_kinds": Penalty.WARNING}, APART),
    ]),
    *table("HJF-1060-1", DAILY, [
        ("still going on", {}, PASSES),
        ("refused to mend", {"recheck_found": "refused"}, PASSES),
        ("obstructed the recheck", {"recheck_found": "obstructed"}, PASSES),
        ("mended", {"recheck_found": "corrected"}, FAILS),
        ("rechecked before the order", {"rechecked_on": "2026-09-01"}, FAILS),
        ("never fined", {"decision_kinds": Penalty.WARNING}, FAILS),
        ("never rechecked", {"rechecked_on": None, "recheck_found": None}, FAILS),
        ("no fine by the day", {"daily_decided_on": None, "recheck_found": "corrected"}, OPEN),
    ]),
    # ordered on 1 Sep, found on 11 Sep: 2 to 11 Sep are ten days
    *table("HJF-1060-1-days", DAILY, [
        ("ten days", {"daily_days": 10}, PASSES),
        ("eleven", {"daily_days": 11}, FAILS),
        ("one", {"daily_days": 1}, PASSES),
        ("none", {"daily_days": 0}, FAILS),
        ("not said", {}, OPEN),
    ]),
    *table("HJF-1060-1-sum", {**DAILY, "daily_days": 10}, [
        ("ten times", {"daily_fine": 1_000_000 * YUAN}, PASSES),
        ("a fen more", {"daily_fine": 1_000_000 * YUAN + 1}, FAILS),
        ("a fen less", {"daily_fine": 1_000_000 * YUAN - 1}, FAILS),
        ("not said", {}, OPEN),
    ]),
    *table("HJF-1060-1b", {**CLOSED, **FINE, "daily_kind": "statute", "correction_ordered_on": "2026-09-01"}, [
        ("rechecked", {"rechecked_on": "2026-09-02"}, PASSES),
        ("rechecked on the day of the order", {"rechecked_on": "2026-09-01"}, FAILS),
        ("not rechecked", {}, FAILS),
        ("not closed", {"closed_on": None}, OPEN),
        ("another kind of violation", {"daily_kind": "none", "rechecked_on": "2026-09-01"}, APART),
    ]),
    *table("HJF-1060-2", {**DAILY, "fine_factors": FineFactor.GAIN, "basis_fine_least": 100_000 * YUAN, "basis_fine_most": 1_000_000 * YUAN}, [
        ("by the gain, at the lower end", {}, PASSES),
        ("by nothing", {"fine_factors": 0}, FAILS),
        ("below the range", {"decision_fine": 100_000 * YUAN - 1}, FAILS),
        ("at the upper end", {"decision_fine": 1_000_000 * YUAN}, PASSES),
        ("above it", {"decision_fine": 1_000_000 * YUAN + 1}, FAILS),
        ("not said", {"fine_factors": None}, OPEN),
    ]),
    *table("HJF-1060-3", DAILY, [
        ("by the Code", {"daily_kind": "statute"}, PASSES),
        ("by a local regulation", {"daily_kind": "local_regulation"}, PASSES),
        ("by a rule of a local government", {"daily_kind": "local_rule"}, FAILS),
        ("by none", {"daily_kind": "none"}, FAILS),
        ("not said", {}, OPEN),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "says", "facts", "expected"), TABLES, ids=lambda value: value if isinstance(value, str) else "")
def test_rule(rule: str, says: str, facts: dict[str, Any], expected: Verdict):
    assert verdict(rule, **facts) is expected, says
