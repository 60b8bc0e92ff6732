"""The decision of a review and what follows it, rule by rule, at the last day and the day after.

2026: Sunday 20 September and Saturday 10 October are worked; Friday 25 September, and 1 to 7 October are off.
"""

from typing import Any

import pytest

from fadu.law.rules import Verdict
from tests.law.judging import APART, FAILS, OPEN, PASSES, verdict
from tests.law.remedies import tables_of

review = tables_of("review")
D = {"decided_on": "2026-11-02", "track": "general"}
DAY = "2026-11-02"

TABLES = [
    *review("FY-061-1", {**D, "in_organ_name": True}, [
        ("the head agreed", {"approved_by": "head"}, PASSES), ("the panel passed it", {"approved_by": "panel"}, PASSES), ("nobody", {"approved_by": "none"}, FAILS),
        ("in the institution's name", {"approved_by": "head", "in_organ_name": False}, FAILS), ("not known", {}, OPEN),
        ("not decided", {"decided_on": None, "approved_by": "none"}, OPEN),
    ]),
    *review("FY-061-2", {**D, "outcome": "upheld", "hearing_held_on": "2026-10-20"}, [
        ("by the transcript", {"transcript_followed": True}, PASSES), ("beside it", {"transcript_followed": False}, FAILS),
        ("not decided", {"decided_on": None}, OPEN), ("no hearing", {"hearing_held_on": None}, APART),
    ]),
    # Mon 6 Jul and 60 days is Fri 4 Sep; and 30 more Sun 4 Oct, off to Thu 8 Oct; and 10 days of pause Mon 14 Sep
    *review("FY-062-1a", {"track": "general", "decide_from": "2026-07-06"}, [
        ("on the sixtieth day", {"settled_on": "2026-09-04"}, PASSES),
        ("on the sixty-first", {"settled_on": "2026-09-05"}, FAILS),
        ("thirty days more, put off by the holidays", {"longer_days": 30, "settled_on": "2026-10-08"}, PASSES),
        ("and a day late", {"longer_days": 30, "settled_on": "2026-10-09"}, FAILS),
        ("ten days not counted", {"not_counted_days": 10, "settled_on": "2026-09-14"}, PASSES),
        ("and a day late", {"not_counted_days": 10, "settled_on": "2026-09-15"}, FAILS),
        ("still open on the last day", {"today": "2026-09-04"}, OPEN),
        ("overdue", {"today": "2026-09-05"}, FAILS),
        ("suspended", {"clock_stopped": True, "today": "2026-12-01"}, OPEN),
        ("simple", {"track": "simple"}, APART),
    ]),
    *review("FY-062-1b", {}, [
        ("thirty", {"longer_days": 30}, PASSES), ("thirty-one", {"longer_days": 31}, FAILS), ("one", {"longer_days": 1}, PASSES), ("none", {"longer_days": 0}, FAILS),
        ("not lengthened", {}, OPEN),
    ]),
    *review("FY-062-1b-told", {"track": "general", "longer_days": 30, "longer_told": True}, [
        ("by the head of the institution", {"longer_approved_by": "institution"}, PASSES), ("by another", {"longer_approved_by": "other"}, FAILS),
        ("not told", {"longer_approved_by": "institution", "longer_told": False}, FAILS),
        ("a simple one", {"track": "simple", "longer_approved_by": "institution"}, FAILS), ("not known by whom", {}, OPEN),
    ]),
    # Mon 14 Sep and 30 days is Wed 14 Oct
    *review("FY-062-2", {"track": "simple", "decide_from": "2026-09-14"}, [
        ("on the thirtieth day", {"settled_on": "2026-10-14"}, PASSES), ("on the thirty-first", {"settled_on": "2026-10-15"}, FAILS),
        ("two days of survey", {"not_counted_days": 2, "settled_on": "2026-10-16"}, PASSES),
        ("never lengthened", {"longer_days": 30, "settled_on": "2026-10-15"}, FAILS),
        ("open", {"today": "2026-10-14"}, OPEN), ("ordinary", {"track": "general"}, APART),
    ]),
    *review("FY-063-2", {**D, "outcome": "changed"}, [
        ("no worse", {"worse": False}, PASSES), ("worse", {"worse": True}, FAILS), ("worse, a third party asked the opposite", {"worse": True, "third_opposite": True}, PASSES),
        ("not known", {}, OPEN), ("upheld", {"outcome": "upheld", "worse": True}, APART),
    ]),
    # the copy on Mon 28 Sep: ten working days to Fri 16 Oct, five to Sat 10 Oct
    *review("FY-070", {**D, "copy_received_on": "2026-09-28", "outcome": "upheld"}, [
        ("answered on the tenth day", {"answered_on": "2026-10-16"}, PASSES), ("on the eleventh, and upheld", {"answered_on": "2026-10-17"}, FAILS),
        ("never, and upheld", {}, FAILS), ("never, and quashed", {"outcome": "quashed"}, PASSES), ("never, and changed", {"outcome": "changed"}, FAILS),
        ("never, and unlawful", {"outcome": "unlawful"}, PASSES), ("never, and void", {"outcome": "void"}, PASSES), ("never, and to be performed", {"outcome": "perform"}, PASSES),
        ("never, but a third party proved it", {"third_evidence": True}, PASSES),
        ("simple, on the fifth day", {"track": "simple", "answered_on": "2026-10-10"}, PASSES),
        ("simple, on the sixth", {"track": "simple", "answered_on": "2026-10-12"}, FAILS),
        ("not decided", {"decided_on": None}, OPEN), ("the application dismissed", {"outcome": "dismissed"}, APART),
    ]),
    *review("FY-072-2", {**D, "outcome": "quashed", "property_act": True, "compensation_asked": False}, [
        ("given back", {"restitution_ordered": True}, PASSES), ("forgotten", {}, FAILS), ("changed, forgotten", {"outcome": "changed"}, FAILS),
        ("not decided", {"decided_on": None}, OPEN), ("compensation was asked", {"compensation_asked": True}, APART), ("upheld", {"outcome": "upheld"}, APART),
    ]),
    *review("FY-073-1", {"mediated_on": DAY}, [("signed and sealed", {"mediation_signed": True}, PASSES), ("not signed", {"mediation_signed": False}, FAILS), ("not known", {}, OPEN)]),
    *review("FT-052", {**D, "outcome": "upheld", "committee_on": "2026-10-20"}, [
        ("attached and weighed", {"committee_attached": True}, PASSES), ("left out", {}, FAILS), ("not decided", {"decided_on": None}, OPEN),
        ("not consulted", {"committee_on": None}, APART),
    ]),
    *review("FT-055", {**D, "outcome": "changed", "change_ground": "improper"}, [
        ("beyond need", {"improper": "excess"}, PASSES), ("not said how", {}, FAILS), ("not decided", {"decided_on": None}, OPEN), ("for its basis", {"change_ground": "basis"}, APART),
    ]),
    *review("FT-056", {**D, "outcome": "changed", "change_ground": "basis"}, [
        ("the wrong clause", {"basis_error": "clause"}, PASSES), ("not said how", {}, FAILS), ("not decided", {"decided_on": None}, OPEN), ("improper", {"change_ground": "improper"}, APART),
    ]),
    *review("FT-057-1", {**D, "outcome": "quashed", "quash_ground": "basis"}, [
        ("not yet in force", {"illegal_basis": "not_yet"}, PASSES), ("not said how", {}, FAILS), ("not decided", {"decided_on": None}, OPEN), ("for its form", {"quash_ground": "procedure"}, APART),
    ]),
    *review("FT-058-3", {**D, "repeats": True, "redo_ordered": True}, [
        ("quashed again", {"outcome": "quashed"}, PASSES), ("upheld", {"outcome": "upheld"}, FAILS), ("quashed, nothing ordered", {"outcome": "quashed", "redo_ordered": False}, FAILS),
        ("not decided", {"decided_on": None, "outcome": "upheld"}, OPEN), ("a new act", {"repeats": False, "outcome": "upheld"}, APART),
    ]),
    *review("FT-059", {**D, "outcome": "unlawful", "unlawful_ground": "slight"}, [
        ("late, harmless", {"slight": "term", "slight_harmless": True}, PASSES), ("late, not harmless", {"slight": "term"}, FAILS),
        ("not said how", {"slight_harmless": True}, FAILS), ("not decided", {"decided_on": None}, OPEN), ("nothing to quash", {"unlawful_ground": "empty"}, APART),
    ]),
    *review("FT-060", {**D, "outcome": "void"}, [
        ("no such organ", {"void_ground": "subject"}, PASSES), ("not said why", {}, FAILS), ("not decided", {"decided_on": None}, OPEN), ("quashed", {"outcome": "quashed"}, APART),
    ]),
    *review("FY-064-2", {"redone_on": "2026-12-01", "quash_ground": "facts"}, [
        ("something else", {"redo_same": False}, PASSES), ("the same again", {"redo_same": True}, FAILS), ("not known", {}, OPEN),
        ("quashed for its form: the same may come again", {"quash_ground": "procedure", "redo_same": True}, APART), ("not redone", {"redone_on": None, "redo_same": True}, APART),
    ]),
    *review("FY-075-1", {**D, "served_on": "2026-11-04"}, [("sealed", {"sealed": True}, PASSES), ("not sealed", {"sealed": False}, FAILS), ("not known", {}, OPEN)]),
    *review("FY-075-2", {"performed_on": "2026-11-05"}, [
        ("served before", {"served_on": "2026-11-04"}, PASSES), ("on the day of service", {"served_on": "2026-11-05"}, PASSES), ("before service", {"served_on": "2026-11-06"}, FAILS),
        ("not served", {}, OPEN), ("not performed", {"performed_on": None, "served_on": "2026-11-06"}, OPEN),
    ]),
    *review("FY-076", {"opinion_received_on": "2026-07-06"}, [
        ("on the sixtieth day", {"opinion_replied_on": "2026-09-04"}, PASSES), ("on the sixty-first", {"opinion_replied_on": "2026-09-05"}, FAILS), ("open", {"today": "2026-09-04"}, OPEN),
    ]),
    *review("FY-077-1", {"perform_by": "2026-11-30"}, [
        ("on the day that was set", {"performed_on": "2026-11-30"}, PASSES), ("a day later", {"performed_on": "2026-12-01"}, FAILS), ("open", {"today": "2026-11-30"}, OPEN),
        ("overdue", {"today": "2026-12-01"}, FAILS), ("nothing to perform", {"perform_by": None}, OPEN),
    ]),
    *review("FY-078-1", {"enforced_on": "2026-12-01", "outcome": "upheld"}, [
        ("by the organ that acted", {"enforced_by": "respondent"}, PASSES), ("by the court", {"enforced_by": "court"}, PASSES), ("by the reviewing organ", {"enforced_by": "organ"}, FAILS),
        ("not known", {}, OPEN), ("changed", {"outcome": "changed"}, APART),
    ]),
    *review("FY-078-2", {"enforced_on": "2026-12-01", "outcome": "changed"}, [
        ("by the reviewing organ", {"enforced_by": "organ"}, PASSES), ("by the court", {"enforced_by": "court"}, PASSES), ("by the organ that acted", {"enforced_by": "respondent"}, FAILS),
        ("not known", {}, OPEN), ("upheld", {"outcome": "upheld"}, APART),
    ]),
    *review("FY-079-1", {**D, "closed_on": "2026-12-01", "act_public": True}, [
        ("published", {"published_on": "2026-11-20"}, PASSES), ("not published", {}, FAILS), ("not closed", {"closed_on": None}, OPEN), ("no public act", {"act_public": False}, APART),
    ]),
    *review("FY-079-2", {**D, "closed_on": "2026-12-01", "served_on": "2026-11-04", "respondent_kind": "department"}, [
        ("copied", {"copied_on": "2026-11-04"}, PASSES), ("not copied", {}, FAILS), ("not closed", {"closed_on": None}, OPEN), ("a township's act", {"respondent_kind": "lower"}, APART),
    ]),
    *review("FT-058-1", {"redo_ordered": True, "served_on": "2026-07-06"}, [
        ("on the sixtieth day", {"redone_on": "2026-09-04"}, PASSES), ("on the sixty-first", {"redone_on": "2026-09-05"}, FAILS), ("open", {"today": "2026-09-04"}, OPEN),
        ("a statute sets its own term", {"redo_term_by_law": True}, APART), ("nothing ordered", {"redo_ordered": False}, APART),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "says", "facts", "expected"), TABLES, ids=lambda value: value if isinstance(value, str) else "")
def test_rule(rule: str, says: str, facts: dict[str, Any], expected: Verdict):
    assert verdict(rule, **facts) is expected, says
