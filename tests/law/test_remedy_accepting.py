"""Acceptance and trial of a review, rule by rule, at the last day and the day after.

2026: Sunday 20 September and Saturday 10 October are worked; Friday 25 September, and 1 to 7 October are off.
"""

from typing import Any

import pytest

from fadu.law.rules import Verdict
from tests.law.judging import APART, FAILS, OPEN, PASSES, verdict
from tests.law.remedies import tables_of

review = tables_of("review")
TAKEN = {"accepted_on": "2026-09-28", "track": "general"}
SIMPLE = {"accepted_on": "2026-09-28", "track": "simple"}
DECIDED = {"decided_on": "2026-11-02", "outcome": "upheld", "track": "general"}

TABLES = [
    *review("FY-006-2", {**TAKEN, "staff_first": True}, [
        ("a novice with the qualification", {"staff_qualified": True}, PASSES),
        ("a novice without", {"staff_qualified": False}, FAILS),
        ("not known", {}, OPEN),
        ("an old hand", {"staff_first": False, "staff_qualified": False}, APART),
    ]),
    # Mon 21 Sep: 22, 23, 24, 28, Tue 29: the fifth working day, Fri 25 is off
    *review("FY-030-1", {"examined_from": "2026-09-21"}, [
        ("on the fifth day", {"examined_on": "2026-09-29"}, PASSES),
        ("on the sixth", {"examined_on": "2026-09-30"}, FAILS),
        ("still open on the fifth", {"today": "2026-09-29"}, OPEN),
        ("still open on the sixth", {"today": "2026-09-30"}, FAILS),
    ]),
    *review("FY-030-1-seven", TAKEN, [
        ("all seven", {"conditions": 7}, PASSES), ("six", {"conditions": 6}, FAILS), ("not known", {}, OPEN),
        ("not accepted", {"accepted_on": None, "conditions": 6}, OPEN),
    ]),
    *review("FY-030-2", {"examined_from": "2026-09-21"}, [
        ("rejected on the fifth day", {"rejected_on": "2026-09-29"}, PASSES),
        ("rejected on the sixth", {"rejected_on": "2026-09-30"}, FAILS),
        ("not rejected", {}, OPEN),
    ]),
    *review("FY-030-2-reason", {"rejected_on": "2026-09-29", "reject_ground": "jurisdiction", "reject_reasoned": True}, [
        ("with reasons and the proper organ", {"proper_organ_told": True}, PASSES),
        ("without the proper organ", {"proper_organ_told": False}, FAILS),
        ("for want of interest, with reasons", {"reject_ground": "condition"}, PASSES),
        ("without reasons", {"reject_ground": "condition", "reject_reasoned": False}, FAILS),
        ("not rejected", {"rejected_on": None, "reject_reasoned": False}, OPEN),
    ]),
    *review("FY-030-3", {"examined_from": "2026-09-21"}, [
        ("accepted on the fifth day", {"accepted_on": "2026-09-29"}, PASSES),
        ("accepted as of the sixth", {"accepted_on": "2026-09-30"}, FAILS),
        ("not accepted", {}, OPEN),
    ]),
    *review("FY-031-1", {"received_on": "2026-09-21"}, [
        ("asked on the fifth day", {"amend_told_on": "2026-09-29"}, PASSES),
        ("asked on the sixth", {"amend_told_on": "2026-09-30"}, FAILS),
        ("not asked", {}, OPEN),
    ]),
    *review("FY-031-1-once", {"amend_told_on": "2026-09-29"}, [
        ("all at once", {"amend_itemised": True}, PASSES), ("piece by piece", {"amend_itemised": False}, FAILS), ("not known", {}, OPEN),
    ]),
    # Mon 28 Sep: 29, 30, 8, 9, Sat 10 worked, 12, 13, 14, 15, Fri 16 Oct: the tenth working day
    *review("FY-031-2", {"amend_noticed_on": "2026-09-28"}, [
        ("on the tenth day", {"amended_on": "2026-10-16"}, PASSES),
        ("on the eleventh", {"amended_on": "2026-10-17"}, FAILS),
        ("two days more were given, Tue 20 Oct", {"amend_extension": 2, "amended_on": "2026-10-20"}, PASSES),
        ("and a day late", {"amend_extension": 2, "amended_on": "2026-10-21"}, FAILS),
        ("nothing came", {}, OPEN),
    ]),
    *review("FY-031-2-lapsed", {"amend_noticed_on": "2026-09-28"}, [
        ("given up after the tenth day", {"abandoned_on": "2026-10-17"}, PASSES),
        ("given up on the tenth day", {"abandoned_on": "2026-10-16"}, FAILS),
        ("something came", {"abandoned_on": "2026-10-19", "amended_on": "2026-10-15"}, FAILS),
        ("two days more were given", {"amend_extension": 2, "abandoned_on": "2026-10-20"}, FAILS),
        ("after these", {"amend_extension": 2, "abandoned_on": "2026-10-21"}, PASSES),
        ("not given up", {}, OPEN),
    ]),
    *review("FT-036-4", TAKEN, [("an act", {"subject": "act"}, PASSES), ("supervision from above", {"subject": "supervision"}, FAILS), ("not known", {}, OPEN)]),
    *review("FT-036-5", TAKEN, [("an act", {"subject": "act"}, PASSES), ("how a petition was passed on", {"subject": "petition"}, FAILS), ("not known", {}, OPEN)]),
    *review("FT-039", TAKEN, [
        ("two", {"handlers": 2}, PASSES), ("one", {"handlers": 1}, FAILS), ("not known", {}, OPEN),
        ("simple, one", {"track": "simple", "handlers": 1}, PASSES), ("simple, none", {"track": "simple", "handlers": 0}, FAILS),
    ]),
    *review("FY-087", TAKEN, [("nothing", {"fee": 0}, PASSES), ("a cent", {"fee": 1}, FAILS), ("not known", {}, OPEN)]),
    *review("FY-039-1", {"suspended_on": "2026-10-12"}, [
        ("on a ground, told", {"suspend_ground": "death", "suspend_told": True}, PASSES),
        ("not told", {"suspend_ground": "death", "suspend_told": False}, FAILS),
        ("on no ground", {"suspend_told": True}, FAILS),
        ("not suspended", {"suspended_on": None, "suspend_told": False}, OPEN),
    ]),
    # Mon 12 Oct and 60 days: 19 to the end of October, 49 of November, Fri 11 Dec is the sixtieth
    *review("FY-041-5", {"terminate_ground": "sixty", "suspended_on": "2026-10-12", "suspend_ground": "death"}, [
        ("after the sixtieth day", {"terminated_on": "2026-12-12"}, PASSES),
        ("on the sixtieth day", {"terminated_on": "2026-12-11"}, FAILS),
        ("the applicant is missing", {"suspend_ground": "missing", "terminated_on": "2026-12-14"}, FAILS),
        ("a company gone", {"suspend_ground": "dissolved", "terminated_on": "2026-12-14"}, PASSES),
        ("incapable", {"suspend_ground": "incapable", "terminated_on": "2026-12-14"}, PASSES),
        ("not ended", {}, OPEN),
        ("withdrawn", {"terminate_ground": "withdrawn", "terminated_on": "2026-10-20"}, APART),
    ]),
    *review("FY-042", {"stayed_on": "2026-10-12"}, [
        *((ground, {"stay_ground": ground}, PASSES) for ground in ("respondent", "organ", "asked", "statute")),
        ("for nothing", {"stay_ground": "none"}, FAILS),
        ("not said", {}, OPEN),
        ("not stayed", {"stayed_on": None, "stay_ground": "none"}, OPEN),
    ]),
    *review("FY-044-1", DECIDED, [
        ("both proven", {"proved_lawful": True, "proved_proper": True}, PASSES),
        ("lawful, not shown to be proper", {"proved_lawful": True, "proved_proper": False}, FAILS),
        ("proper, not shown to be lawful", {"proved_lawful": False, "proved_proper": True}, FAILS),
        ("not known", {}, OPEN),
        ("quashed", {"outcome": "quashed", "proved_lawful": False}, APART),
    ]),
    *review("FY-045-2", {"investigated_on": "2026-10-12", "cards_shown": True}, [
        ("two", {"investigators": 2}, PASSES), ("one", {"investigators": 1}, FAILS), ("two without cards", {"investigators": 2, "cards_shown": False}, FAILS),
        ("not known", {}, OPEN),
    ]),
    *review("FY-046-1", {**DECIDED, "accepted_on": "2026-09-28", "evidence_last_on": "2026-09-28"}, [
        ("left out", {"late_evidence_excluded": True}, PASSES),
        ("agreed to", {"supplement_agreed": True}, PASSES),
        ("relied on", {}, FAILS),
        ("not decided", {"decided_on": None}, OPEN),
        ("all from before", {"evidence_last_on": "2026-09-27"}, APART),
    ]),
    *review("FY-047", {"reading_answered_on": "2026-10-12"}, [
        ("allowed", {"reading_allowed": True}, PASSES),
        ("secret", {"reading_allowed": False, "reading_secret": True}, PASSES),
        ("refused for nothing", {"reading_allowed": False}, FAILS),
        ("not known", {}, OPEN),
    ]),
    # Mon 28 Sep: 29, 30, 8, 9, Sat 10 worked, 12, Tue 13 Oct: the seventh working day
    *review("FY-048-a", TAKEN, [
        ("on the seventh day", {"copy_sent_on": "2026-10-13"}, PASSES),
        ("on the eighth", {"copy_sent_on": "2026-10-14"}, FAILS),
        ("still here on the seventh", {"today": "2026-10-13"}, OPEN),
        ("still here on the eighth", {"today": "2026-10-14"}, FAILS),
        ("simple", {"track": "simple"}, APART),
        ("ended before", {"terminated_on": "2026-09-30"}, APART),
    ]),
    *review("FY-048-b", {"track": "general", "copy_received_on": "2026-09-28"}, [
        ("on the tenth day", {"answered_on": "2026-10-16"}, PASSES),
        ("on the eleventh", {"answered_on": "2026-10-17"}, FAILS),
        ("still open", {"today": "2026-10-16"}, OPEN),
        ("simple", {"track": "simple"}, APART),
    ]),
    # Mon 28 Sep: 29, 30, Thu 8 Oct: the third working day; 9, Sat 10 worked: the fifth
    *review("FY-054-1a", SIMPLE, [
        ("on the third day", {"copy_sent_on": "2026-10-08"}, PASSES),
        ("on the fourth", {"copy_sent_on": "2026-10-09"}, FAILS),
        ("still here", {"today": "2026-10-08"}, OPEN),
        ("ordinary", {"track": "general"}, APART),
    ]),
    *review("FY-054-1b", {"track": "simple", "copy_received_on": "2026-09-28"}, [
        ("on the fifth day", {"answered_on": "2026-10-10"}, PASSES),
        ("on the sixth", {"answered_on": "2026-10-12"}, FAILS),
        ("still open", {"today": "2026-10-10"}, OPEN),
        ("ordinary", {"track": "general"}, APART),
    ]),
    *review("FT-018-2", {"answered_on": "2026-10-16"}, [
        ("one", {"staff_agents": 1}, PASSES), ("two", {"staff_agents": 2}, PASSES), ("a lawyer alone", {"staff_agents": 0}, FAILS),
        ("three", {"staff_agents": 3}, FAILS), ("not known", {}, OPEN),
    ]),
    *review("FY-049", DECIDED, [
        ("heard and noted", {"heard_on": "2026-10-20", "heard_recorded": True}, PASSES),
        ("heard, not noted", {"heard_on": "2026-10-20", "heard_recorded": False}, FAILS),
        ("not heard", {}, FAILS),
        ("could not be reached", {"unheard_by_party": True}, PASSES),
        ("not decided", {"decided_on": None}, OPEN),
        ("simple", {"track": "simple"}, APART),
        ("the application dismissed", {"outcome": "dismissed"}, APART),
    ]),
    *review("FY-050-1", {**DECIDED, "complex": True}, [
        ("heard", {"hearing_held_on": "2026-10-20"}, PASSES),
        ("the applicant stayed away", {"hearing_waived": True}, PASSES),
        ("no hearing", {}, FAILS),
        ("not decided", {"decided_on": None}, OPEN),
        ("not complex", {"complex": False}, APART),
    ]),
    *review("FY-050-3", {"hearing_held_on": "2026-10-20", "hearing_chairs": 1, "hearing_members": 2, "hearing_clerks": 1}, [
        ("one, two, one", {}, PASSES), ("one member", {"hearing_members": 1}, FAILS), ("three members", {"hearing_members": 3}, PASSES),
        ("two chairs", {"hearing_chairs": 2}, FAILS), ("no chair", {"hearing_chairs": 0}, FAILS), ("no clerk", {"hearing_clerks": 0}, FAILS),
        ("two clerks", {"hearing_clerks": 2}, FAILS), ("not known", {"hearing_members": None}, OPEN),
    ]),
    # told on Mon 28 Sep: 29, 30, 8, 9, Sat 10 Oct are the five days between
    *review("FY-051-1", {"hearing_notice_on": "2026-09-28"}, [
        ("five days between", {"hearing_set_for": "2026-10-11"}, PASSES),
        ("the next working day", {"hearing_set_for": "2026-10-12"}, PASSES),
        ("four between", {"hearing_set_for": "2026-10-10"}, FAILS),
        ("no day set", {}, OPEN),
    ]),
    *review("FY-051-3", {"hearing_held_on": "2026-10-20"}, [
        ("the head came", {"head_attended": True}, PASSES),
        ("explained, and somebody sent", {"head_attended": False, "head_excused": True, "delegate_attended": True}, PASSES),
        ("somebody sent, nothing explained", {"head_attended": False, "delegate_attended": True}, FAILS),
        ("explained, nobody sent", {"head_attended": False, "head_excused": True}, FAILS),
        ("not known", {}, OPEN),
        ("no hearing", {"hearing_held_on": None, "head_attended": False}, APART),
    ]),
    *review("FY-052-2", {**DECIDED, "technical": True}, [
        ("asked and noted", {"committee_on": "2026-10-20", "committee_recorded": True}, PASSES),
        ("asked, not noted", {"committee_on": "2026-10-20"}, FAILS),
        ("not asked", {}, FAILS),
        ("complex, not asked", {"technical": False, "complex": True}, FAILS),
        ("a province's own act, not asked", {"technical": False, "respondent_kind": "province"}, FAILS),
        ("wanted, not asked", {"technical": False, "committee_wanted": True}, FAILS),
        ("not decided", {"decided_on": None}, OPEN),
        ("plain", {"technical": False}, APART),
    ]),
    *review("FY-053-1", {**SIMPLE, "simple_clear": True}, [
        *((ground, {"simple_ground": ground}, PASSES) for ground in ("spot", "warning", "amount", "openness")),
        ("all agree", {"simple_ground": "agreed", "simple_clear": False}, PASSES),
        ("on the spot, but disputed", {"simple_ground": "spot", "simple_clear": False}, FAILS),
        ("on no ground", {}, FAILS),
        ("not accepted", {"accepted_on": None}, OPEN),
        ("ordinary", {"track": "general"}, APART),
    ]),
    *review("FY-053-1-3", {**SIMPLE, "simple_ground": "amount"}, [
        ("3000 元", {"amount": 3000_00}, PASSES), ("a cent more", {"amount": 3000_01}, FAILS), ("not known", {}, OPEN),
        ("all agree", {"simple_ground": "agreed", "amount": 9000_00}, APART),
    ]),
    *review("FY-055", {"converted_on": "2026-10-12"}, [
        ("by the head of the institution", {"convert_approved_by": "institution"}, PASSES),
        ("by another", {"convert_approved_by": "other"}, FAILS),
        ("not known", {}, OPEN),
    ]),
    *review("FT-040-3", {"elevate_noticed_on": "2026-09-21"}, [
        ("on the fifth day", {"materials_moved_on": "2026-09-29"}, PASSES),
        ("on the sixth", {"materials_moved_on": "2026-09-30"}, FAILS),
        ("still here", {"today": "2026-09-29"}, OPEN),
    ]),
    # Tue 1 Sep and 30 days: Thu 1 Oct is off: Thu 8 Oct
    *review("FY-056", {"norm_by": "applicant", "norm_power": True, "norm_from": "2026-09-01"}, [
        ("on the thirtieth, put off by the holidays", {"norm_handled_on": "2026-10-08"}, PASSES),
        ("a day later", {"norm_handled_on": "2026-10-09"}, FAILS),
        ("plain: Mon 14 Sep and 30 days is Wed 14 Oct", {"norm_from": "2026-09-14", "norm_handled_on": "2026-10-14"}, PASSES),
        ("plain, a day late", {"norm_from": "2026-09-14", "norm_handled_on": "2026-10-15"}, FAILS),
        ("open", {"today": "2026-10-08"}, OPEN),
        ("not ours", {"norm_power": False}, APART),
        ("found by ourselves", {"norm_by": "own"}, APART),
    ]),
    *review("FY-056-passed", {"norm_by": "applicant", "norm_power": False, "norm_from": "2026-09-28"}, [
        ("on the seventh day", {"norm_forwarded_on": "2026-10-13"}, PASSES),
        ("on the eighth", {"norm_forwarded_on": "2026-10-14"}, FAILS),
        ("open", {"today": "2026-10-13"}, OPEN),
        ("ours", {"norm_power": True}, APART),
    ]),
    *review("FY-057", {"norm_by": "own", "norm_power": True, "norm_from": "2026-09-14"}, [
        ("on the thirtieth", {"norm_handled_on": "2026-10-14"}, PASSES),
        ("on the thirty-first", {"norm_handled_on": "2026-10-15"}, FAILS),
        ("open", {"today": "2026-10-14"}, OPEN),
        ("asked by the applicant", {"norm_by": "applicant"}, APART),
    ]),
    *review("FY-057-passed", {"norm_by": "own", "norm_power": False, "norm_from": "2026-09-28"}, [
        ("on the seventh day", {"norm_forwarded_on": "2026-10-13"}, PASSES),
        ("on the eighth", {"norm_forwarded_on": "2026-10-14"}, FAILS),
        ("open", {"today": "2026-10-13"}, OPEN),
        ("asked by the applicant", {"norm_by": "applicant"}, APART),
    ]),
    *review("FY-058-1", {"norm_power": True, "norm_from": "2026-09-28"}, [
        ("on the third day", {"maker_told_on": "2026-10-08"}, PASSES),
        ("on the fourth", {"maker_told_on": "2026-10-09"}, FAILS),
        ("open", {"today": "2026-10-08"}, OPEN),
        ("not ours", {"norm_power": False}, APART),
    ]),
    *review("FY-058-1-answer", {"norm_power": True, "maker_noticed_on": "2026-09-28"}, [
        ("on the tenth day", {"maker_answered_on": "2026-10-16"}, PASSES),
        ("on the eleventh", {"maker_answered_on": "2026-10-17"}, FAILS),
        ("open", {"today": "2026-10-16"}, OPEN),
        ("not ours", {"norm_power": False}, APART),
    ]),
    # Mon 6 Jul and 60 days: Fri 4 Sep
    *review("FY-060", {"norm_forward_received_on": "2026-07-06"}, [
        ("on the sixtieth day", {"norm_replied_on": "2026-09-04"}, PASSES),
        ("on the sixty-first", {"norm_replied_on": "2026-09-05"}, FAILS),
        ("open", {"today": "2026-09-04"}, OPEN),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "says", "facts", "expected"), TABLES, ids=lambda value: value if isinstance(value, str) else "")
def test_rule(rule: str, says: str, facts: dict[str, Any], expected: Verdict):
    assert verdict(rule, **facts) is expected, says
