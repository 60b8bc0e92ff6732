"""治安管理处罚法, rule by rule: passes, fails, not yet judged; and the boundary of 1 January 2026."""

from typing import Any

import pytest

from fadu.law.rules import Verdict
from fadu.law.vocabulary.kinds import Penalty, Told, Trigger
from fadu.law.vocabulary.special import Act
from tests.law.judging import APART, FAILS, OPEN, PASSES, table, verdict

G = {"field": "police", "procedure": "general"}
S = {"field": "police", "procedure": "simple", "outcome": "penalty"}
D = {**G, "outcome": "penalty", "decided_on": "2026-03-10"}
N = {**G, "notified_on": "2026-03-04", "told": Told.CONTENT | Told.DEFENCE}
C = {**G, "concluded_on": "2026-03-04"}
HEARING = {"told": Told.CONTENT | Told.DEFENCE | Told.HEARING}
FINED = {"decision_kinds": Penalty.FINE}
ALL = Act(sum(Act))
YUAN = 100

TABLES = [
    # 28 Feb and six months: 28 Aug; 31 Aug 2025 and six months: 28 Feb 2026, which has no 31st
    *table("ZA-025", {**D, "decided_on": "2026-09-10"}, [
        ("found on the last day", {"violation_began_on": "2026-02-28", "discovered_on": "2026-08-28"}, PASSES),
        ("found a day later", {"violation_began_on": "2026-02-28", "discovered_on": "2026-08-29"}, FAILS),
        ("from the 31st, to the end of February", {"violation_began_on": "2025-08-31", "discovered_on": "2026-02-28"}, PASSES),
        ("from the 31st, in March", {"violation_began_on": "2025-08-31", "discovered_on": "2026-03-01"}, FAILS),
        ("went on until later", {"violation_continuing": True, "violation_began_on": "2025-01-01", "violation_ended_on": "2026-03-02",
                                 "discovered_on": "2026-09-02"}, PASSES),
        ("not known when it was", {"violation_began_on": None, "discovered_on": "2026-08-29", "decided_on": None}, OPEN),
        ("another case of the police", {"police_regime": "other", "violation_began_on": "2026-02-28", "discovered_on": "2026-08-29"}, APART),
    ]),
    *table("ZA-097", {**G, "summoned_at": "2026-03-04T09:00"}, [
        ("eight hours", {"released_at": "2026-03-04T17:00"}, PASSES),
        ("a minute more", {"released_at": "2026-03-04T17:01"}, FAILS),
        ("not summoned", {"summoned_at": None}, OPEN),
        ("many are involved", {"summon_longer": "many", "released_at": "2026-03-04T17:01"}, APART),
    ]),
    *table("ZA-097-12", {**G, "summoned_at": "2026-03-04T09:00", "summon_longer": "unknown"}, [
        ("twelve hours", {"released_at": "2026-03-04T21:00"}, PASSES),
        ("a minute more", {"released_at": "2026-03-04T21:01"}, FAILS),
        ("many", {"summon_longer": "many", "released_at": "2026-03-04T21:01"}, FAILS),
        ("complex", {"summon_longer": "complex", "released_at": "2026-03-04T21:01"}, APART),
        ("not summoned", {"summoned_at": None}, OPEN),
    ]),
    *table("ZA-097-24", {**G, "summoned_at": "2026-03-04T09:00", "summon_longer": "complex"}, [
        ("twenty-four hours", {"released_at": "2026-03-05T09:00"}, PASSES),
        ("a minute more", {"released_at": "2026-03-05T09:01"}, FAILS),
        ("not summoned", {"summoned_at": None}, OPEN),
        ("no reason", {"summon_longer": "many", "released_at": "2026-03-05T09:01"}, APART),
    ]),
    *table("ZA-097-film", {**C, "case_centre": True, "questioned_on": "2026-03-02"}, [
        ("filmed", {"filmed_whole": Act.QUESTIONING}, PASSES),
        ("something else was filmed", {"filmed_whole": Act.SEIZING}, FAILS),
        ("not known", {}, OPEN),
        ("elsewhere", {"case_centre": False, "filmed_whole": 0}, APART),
    ]),
    *table("ZA-105-3", {**G, "preserve_disposal": "seized", "preserve_disposed_on": "2026-03-04"}, [
        ("approved", {"measure_approved": True}, PASSES),
        ("not approved", {"measure_approved": False}, FAILS),
        ("urgent, on film", {"measure_approved": False, "measure_urgent": True, "filmed_whole": Act.SEIZING}, PASSES),
        ("urgent, not on film", {"measure_approved": False, "measure_urgent": True, "filmed_whole": Act.QUESTIONING}, FAILS),
        ("not known", {}, OPEN),
        ("nothing seized", {"preserve_disposal": "recorded", "measure_approved": False}, APART),
    ]),
    *table("ZA-105-3-after", {**C, "preserve_disposal": "seized", "measure_urgent": True}, [
        ("approved afterwards", {"measure_approved_at": "2026-03-03T10:00"}, PASSES),
        ("never approved", {}, FAILS),
        ("still at work", {"concluded_on": None}, OPEN),
        ("approved before", {"measure_urgent": False}, APART),
    ]),
    *table("ZA-108-2-two", G, [
        ("two", {"certified_officers": 2}, PASSES),
        ("one", {"certified_officers": 1}, FAILS),
        ("not known", {}, OPEN),
        ("on the spot", {"procedure": "simple", "certified_officers": 1}, APART),
    ]),
    *table("ZA-108-2", {**C, "alone": Act.QUESTIONING}, [
        ("in the case centre", {"case_centre": True}, PASSES),
        ("elsewhere", {"case_centre": False}, FAILS),
        ("seized alone elsewhere", {"alone": Act.SEIZING, "case_centre": False}, FAILS),
        ("identified alone elsewhere", {"alone": Act.IDENTIFYING, "case_centre": False}, FAILS),
        ("mediated alone anywhere", {"alone": Act.MEDIATING, "case_centre": False}, APART),
        ("not known where", {}, OPEN),
    ]),
    *table("ZA-108-3", {**C, "alone": Act.QUESTIONING | Act.MEDIATING}, [
        ("all on film", {"filmed_whole": Act.QUESTIONING | Act.MEDIATING}, PASSES),
        ("one of the two is not", {"filmed_whole": Act.QUESTIONING}, FAILS),
        ("not known", {}, OPEN),
        ("two did everything", {"alone": 0, "filmed_whole": 0}, APART),
    ]),
    *table("ZA-111", D, [
        ("with other evidence", {"confession_only": False}, PASSES),
        ("words alone", {"confession_only": True}, FAILS),
        ("not decided", {"decided_on": None, "confession_only": True}, OPEN),
    ]),
    *table("ZA-016", {**D, "decision_kinds": Penalty.DETENTION}, [
        ("twenty days", {"detention_days": 20}, PASSES),
        ("twenty-one", {"detention_days": 21}, FAILS),
        ("not said", {}, OPEN),
        ("a fine", {**FINED, "detention_days": 21}, APART),
    ]),
    *table("ZA-109", {**D, **FINED, "agency_kind": "outpost"}, [
        ("1,000", {"decision_fine": 1_000 * YUAN}, PASSES),
        ("a fen more", {"decision_fine": 1_000 * YUAN + 1}, FAILS),
        ("detention", {"decision_kinds": Penalty.DETENTION}, FAILS),
        ("a warning", {"decision_kinds": Penalty.WARNING}, PASSES),
        ("not known", {"decision_kinds": None, "decision_fine": 5}, OPEN),
        ("the county's bureau", {"agency_kind": "statutory", "decision_fine": 5_000 * YUAN}, APART),
    ]),
    *table("ZA-112-3", {**D, "party_age": 17}, [
        ("the guardian told and heard", {"guardian_told_on": "2026-03-10", "guardian_heard": True}, PASSES),
        ("told a day late", {"guardian_told_on": "2026-03-11", "guardian_heard": True}, FAILS),
        ("not heard", {"guardian_told_on": "2026-03-05", "guardian_heard": False}, FAILS),
        ("not told", {"guardian_heard": True}, FAILS),
        ("not known whether heard", {"guardian_told_on": "2026-03-05"}, OPEN),
        ("eighteen", {"party_age": 18}, APART),
    ]),
    *table("ZA-114-1", {**D, "legal_reviewed_on": "2026-03-09", "review_triggers": Trigger.COMPLEX}, [
        ("passed", {"legal_review_passed": True}, PASSES),
        ("not passed", {"legal_review_passed": False}, FAILS),
        ("passed the day after", {"legal_review_passed": True, "legal_reviewed_on": "2026-03-11"}, FAILS),
        ("public interest", {"review_triggers": Trigger.PUBLIC_INTEREST, "legal_review_passed": False}, FAILS),
        ("major rights, after a hearing", {"review_triggers": 0, "major_rights": True, "hearing_outcome": "held", "legal_review_passed": False}, FAILS),
        ("major rights, no hearing", {"review_triggers": 0, "major_rights": True, "legal_review_passed": False}, APART),
        ("the fourth of the penalty law is none here", {"review_triggers": Trigger.BY_STATUTE, "legal_review_passed": False}, APART),
        ("not known", {}, OPEN),
    ]),
    *table("ZA-117-1", {**N, "proposed_kinds": Penalty.FINE}, [
        ("4,000, told", {"proposed_fine": 4_000 * YUAN, **HEARING}, PASSES),
        ("4,000, not told", {"proposed_fine": 4_000 * YUAN}, FAILS),
        ("a fen less", {"proposed_fine": 4_000 * YUAN - 1}, APART),
        ("licence revoked", {"proposed_kinds": Penalty.REVOKE_LICENCE}, FAILS),
        ("stopped", {"proposed_kinds": Penalty.STOP_BUSINESS}, FAILS),
        ("not notified", {"proposed_fine": 4_000 * YUAN, "notified_on": None}, OPEN),
    ]),
    *table("ZA-117-2", {**N, **HEARING, "party_age": 17, "minor_detained": True, "proposed_kinds": Penalty.DETENTION, "guardian_told_on": "2026-03-04"}, [
        ("both told", {}, PASSES),
        ("the guardian a day later", {"guardian_told_on": "2026-03-05"}, FAILS),
        ("the guardian never", {"guardian_told_on": None}, FAILS),
        ("no word of a hearing", {"told": Told.CONTENT}, FAILS),
        ("not notified", {"notified_on": None}, OPEN),
        ("eighteen", {"party_age": 18, "told": Told.CONTENT}, APART),
    ]),
    *table("ZA-117-2-closed", {**G, "party_age": 17}, [
        ("behind closed doors", {"hearing_public": False}, PASSES),
        ("in public", {"hearing_public": True}, FAILS),
        ("not said", {}, OPEN),
        ("eighteen", {"party_age": 18, "hearing_public": True}, APART),
    ]),
    # Mon 2 Mar 2026 and thirty days: Wed 1 Apr; ten more: Sat 11, so Mon 13; thirty more: 1 May, in the holiday: Wed 6; sixty: Sun 31, Mon 1 Jun
    *table("ZA-118-1", {**G, "filed_on": "2026-03-02"}, [
        ("on the thirtieth day", {"decided_on": "2026-04-01"}, PASSES),
        ("on the next", {"decided_on": "2026-04-02"}, FAILS),
        ("an expert took ten days", {"not_counted_days": 10, "decided_on": "2026-04-13"}, PASSES),
        ("a day later", {"not_counted_days": 10, "decided_on": "2026-04-14"}, FAILS),
        ("prolonged once", {"extension_days": 30, "decided_on": "2026-05-06"}, PASSES),
        ("prolonged once, late", {"extension_days": 30, "decided_on": "2026-05-07"}, FAILS),
        ("prolonged twice", {"extension_days": 60, "decided_on": "2026-06-01"}, PASSES),
        ("prolonged twice, late", {"extension_days": 60, "decided_on": "2026-06-02"}, FAILS),
        ("stands still", {"clock_stopped": True}, OPEN),
        ("filed before the new law", {"filed_on": "2025-12-31", "decided_on": "2026-04-02"}, APART),
        ("filed on its first day", {"filed_on": "2026-01-01", "decided_on": "2026-04-02"}, FAILS),
    ]),
    *table("ZA-118-1-extend", {**G, "extended_once": True}, [
        ("twice thirty", {"extension_days": 60}, PASSES),
        ("a day more", {"extension_days": 61}, FAILS),
        ("not prolonged", {"extended_once": None}, OPEN),
    ]),
    *table("ZA-118-1-by", {**G, "extended_once": True, "extension_days": 30, "agency_kind": "statutory"}, [
        ("by the one above", {"extension_by": "superior"}, PASSES),
        ("by itself", {"extension_by": "self"}, FAILS),
        ("a single day, by itself", {"extension_days": 1, "extension_by": "self"}, FAILS),
        ("a station, by its bureau", {"agency_kind": "outpost", "extension_by": "owner"}, PASSES),
        ("a station, by itself", {"agency_kind": "outpost", "extension_by": "self"}, FAILS),
        ("a bureau, by an owner", {"extension_by": "owner"}, FAILS),
        ("not said", {}, OPEN),
        ("not prolonged", {"extension_days": 0, "extension_by": "self"}, APART),
    ]),
    *table("ZA-119", {**S, **FINED, "decided_on": "2026-01-01"}, [
        ("500 on its first day", {"spot_fine": 500 * YUAN}, PASSES),
        ("a fen more", {"spot_fine": 500 * YUAN + 1}, FAILS),
        ("the day before", {"decided_on": "2025-12-31", "spot_fine": 500 * YUAN + 1}, APART),
        ("not known", {}, OPEN),
    ]),
    *table("ZA-119-before", {**S, **FINED, "decided_on": "2025-12-31"}, [
        ("200 on its last day", {"spot_fine": 200 * YUAN}, PASSES),
        ("a fen more", {"spot_fine": 200 * YUAN + 1}, FAILS),
        ("the day after", {"decided_on": "2026-01-01", "spot_fine": 500 * YUAN}, APART),
        ("not known", {}, OPEN),
    ]),
    *table("ZA-120-3", {**S, "decided_on": "2026-03-06", "alone": Act.DECIDING}, [
        ("no objection, on film", {"no_objection": True, "filmed_whole": ALL}, PASSES),
        ("an objection", {"no_objection": False, "filmed_whole": ALL}, FAILS),
        ("not on film", {"no_objection": True, "filmed_whole": Act.QUESTIONING}, FAILS),
        ("not known", {"filmed_whole": ALL}, OPEN),
        ("two of them", {"alone": 0, "no_objection": False}, APART),
    ]),
    # Fri 6 Mar 2026, 16:00: hours run through the weekend
    *table("ZA-120-4", {**S, "spot_decided_at": "2026-03-06T16:00"}, [
        ("on the last minute", {"spot_filed_at": "2026-03-07T16:00"}, PASSES),
        ("a minute late", {"spot_filed_at": "2026-03-07T16:01"}, FAILS),
        ("not decided", {"spot_decided_at": None}, OPEN),
        ("in the last minute of the old law", {"spot_decided_at": "2025-12-31T23:59", "spot_filed_at": "2026-03-07T16:01"}, APART),
        ("in the first of the new", {"spot_decided_at": "2026-01-01T00:00", "spot_filed_at": "2026-03-07T16:01"}, FAILS),
    ]),
    # Wed 4 Mar 2026 and two days: Fri 6; Thu 5: Sat 7, so Mon 9
    *table("ZA-116-1", D, [
        ("on the second day", {"decided_on": "2026-03-04", "served_on": "2026-03-06"}, PASSES),
        ("on the third", {"decided_on": "2026-03-04", "served_on": "2026-03-07"}, FAILS),
        ("over the weekend", {"decided_on": "2026-03-05", "served_on": "2026-03-09"}, PASSES),
        ("a day after it", {"decided_on": "2026-03-05", "served_on": "2026-03-10"}, FAILS),
        ("open", {"decided_on": "2026-03-04", "today": "2026-03-06"}, OPEN),
        ("by announcement", {"announced_on": "2026-03-05", "served_on": "2026-05-20"}, APART),
    ]),
    *table("ZA-116-2", {**D, "has_victim": True, "closed_on": "2026-04-01"}, [
        ("served", {"victim_served_on": "2026-03-12"}, PASSES),
        ("not served", {}, FAILS),
        ("open", {"closed_on": None}, OPEN),
        ("nobody was harmed", {"has_victim": False}, APART),
    ]),
    *table("ZA-123-1", {**G, "spot_on_the_spot": "small", "collected_on": "2026-03-12", "no_objection": True}, [
        ("200", {"decision_fine": 200 * YUAN}, PASSES),
        ("a fen more", {"decision_fine": 200 * YUAN + 1}, FAILS),
        ("an objection", {"decision_fine": 200 * YUAN, "no_objection": False}, FAILS),
        ("not known", {"decision_fine": 200 * YUAN, "no_objection": None}, OPEN),
        ("remote", {"spot_on_the_spot": "remote", "decision_fine": 900 * YUAN}, APART),
    ]),
    # paid by the fifteenth day after Tue 3 Mar 2026: Wed 18
    *table("ZA-123", {**D, **FINED, "served_on": "2026-03-03"}, [
        ("on the fifteenth day", {"paid_on": "2026-03-18"}, PASSES),
        ("on the sixteenth", {"paid_on": "2026-03-19"}, FAILS),
        ("open", {"today": "2026-03-18"}, OPEN),
    ]),
    *table("ZA-124a", {**G, "collected_on": "2026-03-04"}, [
        ("on the second day", {"remitted_on": "2026-03-06"}, PASSES),
        ("on the third", {"remitted_on": "2026-03-07"}, FAILS),
        ("open", {"today": "2026-03-06"}, OPEN),
        ("afloat", {"collected_afloat": True, "remitted_on": "2026-03-07"}, APART),
    ]),
    *table("ZA-124b", {**G, "collected_on": "2026-03-02", "ashore_on": "2026-03-04"}, [
        ("on the second day ashore", {"remitted_on": "2026-03-06"}, PASSES),
        ("on the third", {"remitted_on": "2026-03-07"}, FAILS),
        ("still afloat", {"ashore_on": None, "collected_afloat": True}, OPEN),
        ("ashore all the time", {"ashore_on": None}, APART),
    ]),
    *table("ZA-124c", {**G, "remitted_on": "2026-03-04"}, [
        ("on the second day", {"banked_on": "2026-03-06"}, PASSES),
        ("on the third", {"banked_on": "2026-03-07"}, FAILS),
        ("open", {"today": "2026-03-06"}, OPEN),
    ]),
    *table("ZA-136", D, [
        ("sealed", {}, PASSES),
        ("published", {"published_on": "2026-03-12"}, FAILS),
        ("given to an organ at work on a case", {"record_given_to": "organ"}, PASSES),
        ("given to whom the state lets ask", {"record_given_to": "inquirer"}, PASSES),
        ("given to somebody else", {"record_given_to": "other"}, FAILS),
        ("not decided", {"decided_on": None, "record_given_to": "other"}, OPEN),
        ("another case of the police", {"police_regime": "border", "published_on": "2026-03-12"}, APART),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "says", "facts", "expected"), TABLES, ids=lambda value: value if isinstance(value, str) else "")
def test_rule(rule: str, says: str, facts: dict[str, Any], expected: Verdict):
    assert verdict(rule, **facts) is expected, says
