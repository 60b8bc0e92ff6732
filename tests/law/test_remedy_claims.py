"""Compensation by the state and petitions, rule by rule, at the last day and the day after.

2026: Sunday 20 September and Saturday 10 October are worked; Friday 25 September, and 1 to 7 October are off.
"""

from typing import Any

import pytest

from fadu.law.rules import Verdict
from tests.law.judging import APART, FAILS, OPEN, PASSES, verdict
from tests.law.remedies import tables_of

claim = tables_of("compensation")
petition = tables_of("petition")
TAKEN = {"accepted_on": "2026-09-28"}
DECIDED = {"decided_on": "2026-10-12", "granted": True}

TABLES = [
    *claim("GP-007-4", {**TAKEN, "delegated": True}, [
        ("the principal", {"liable_is": "principal"}, PASSES), ("the delegate", {"liable_is": "delegate"}, FAILS), ("not said", {}, OPEN), ("our own people", {"delegated": False, "liable_is": "delegate"}, APART),
    ]),
    *claim("GP-012-4a", {**TAKEN, "handed_in": "person", "received_on": "2026-09-21", "receipt_stamped": True}, [
        ("at once", {"receipt_on": "2026-09-21"}, PASSES), ("a day later", {"receipt_on": "2026-09-22"}, FAILS), ("without a stamp", {"receipt_on": "2026-09-21", "receipt_stamped": False}, FAILS), ("not known", {}, OPEN),
        ("by post", {"handed_in": "post", "receipt_on": "2026-09-25"}, APART),
    ]),
    # Mon 14 Sep and five days: Sat 19 Sep is off, Sun 20 Sep is worked
    *claim("GP-012-4b", {"received_on": "2026-09-07"}, [
        ("Mon 7 Sep and five days: Sat 12 rolls to Mon 14", {"amend_told_on": "2026-09-14"}, PASSES), ("a day later", {"amend_told_on": "2026-09-15"}, FAILS),
        ("a last day off before a worked Sunday", {"received_on": "2026-09-14", "amend_told_on": "2026-09-20"}, PASSES), ("the Monday after", {"received_on": "2026-09-14", "amend_told_on": "2026-09-21"}, FAILS),
        ("on plain days, Wed 2 to Mon 7", {"received_on": "2026-09-02", "amend_told_on": "2026-09-07"}, PASSES), ("Tue 8", {"received_on": "2026-09-02", "amend_told_on": "2026-09-08"}, FAILS), ("not asked", {}, OPEN),
    ]),
    *claim("GP-012-4b-once", {"amend_told_on": "2026-09-14"}, [("all at once", {"amend_itemised": True}, PASSES), ("piece by piece", {"amend_itemised": False}, FAILS), ("not known", {}, OPEN)]),
    # Wed 8 Jul and two months: Tue 8 Sep; 31 Dec 2025: Sat 28 Feb 2026 is worked
    *claim("GP-013-1", {"received_on": "2026-07-08"}, [
        ("on the day two months on", {"decided_on": "2026-09-08"}, PASSES), ("a day later", {"decided_on": "2026-09-09"}, FAILS), ("to the end of February, a worked Saturday", {"received_on": "2025-12-31", "decided_on": "2026-02-28"}, PASSES),
        ("past it", {"received_on": "2025-12-31", "decided_on": "2026-03-01"}, FAILS), ("open", {"today": "2026-09-08"}, OPEN), ("overdue", {"today": "2026-09-09"}, FAILS),
    ]),
    *claim("GP-013-1-heard", DECIDED, [("heard", {"heard": True}, PASSES), ("not heard", {"heard": False}, FAILS), ("not known", {}, OPEN), ("refused", {"granted": False, "heard": False}, APART)]),
    # Tue 1 Sep and ten days: Fri 11 Sep
    *claim("GP-013-2", {"granted": True, "decided_on": "2026-09-01"}, [
        ("on the tenth day", {"served_on": "2026-09-11"}, PASSES), ("on the eleventh", {"served_on": "2026-09-12"}, FAILS), ("open", {"today": "2026-09-11"}, OPEN), ("refused", {"granted": False}, APART),
    ]),
    *claim("GP-013-3", {"granted": False, "decided_on": "2026-09-01"}, [
        ("on the tenth day", {"served_on": "2026-09-11"}, PASSES), ("on the eleventh", {"served_on": "2026-09-12"}, FAILS), ("open", {"today": "2026-09-11"}, OPEN), ("granted", {"granted": True}, APART),
    ]),
    *claim("GP-013-3-reason", {"granted": False, "decided_on": "2026-09-01"}, [("with reasons", {"reasoned": True}, PASSES), ("without", {"reasoned": False}, FAILS), ("not known", {}, OPEN), ("granted", {"granted": True, "reasoned": False}, APART)]),
    # two months from Wed 8 Jul end on Tue 8 Sep; three more on Tue 8 Dec
    *claim("GP-014-1", {"received_on": "2026-07-08"}, [
        ("on the last day", {"sued_on": "2026-12-08"}, PASSES), ("a day later", {"sued_on": "2026-12-09"}, FAILS), ("not sued", {"today": "2026-12-20"}, OPEN), ("decided", {"decided_on": "2026-09-01", "sued_on": "2026-12-20"}, APART),
    ]),
    *claim("GP-014-2", {"decided_on": "2026-09-01"}, [("on the day three months on", {"sued_on": "2026-12-01"}, PASSES), ("a day later", {"sued_on": "2026-12-02"}, FAILS), ("not sued", {}, OPEN)]),
    *claim("GP-016-1", {"closed_on": "2026-12-01", "granted": True, "at_fault": True}, [
        ("made to pay", {"recourse_on": "2026-11-20"}, PASSES), ("let off", {}, FAILS), ("not closed", {"closed_on": None}, OPEN), ("no fault", {"at_fault": False}, APART),
    ]),
    *claim("GP-033", {**DECIDED, "liberty_days": 7, "daily_wage": 475_52}, [
        ("seven days", {"liberty_amount": 3328_64}, PASSES), ("a cent less", {"liberty_amount": 3328_63}, FAILS), ("a cent more", {"liberty_amount": 3328_65}, FAILS), ("not known", {}, OPEN), ("one day, reckoned wrong", {"liberty_days": 1, "liberty_amount": 475_51}, FAILS), ("nobody was held", {"liberty_days": 0, "liberty_amount": 1}, APART),
    ]),
    *claim("GP-036-7", {**DECIDED, "money_returned": True}, [("with interest", {"interest": 1}, PASSES), ("without", {"interest": 0}, FAILS), ("not known", {}, OPEN), ("no money", {"money_returned": False, "interest": 0}, APART)]),
    # Tue 8 Sep and seven days: Tue 15 Sep, calendar days
    *claim("GP-037-3", {"pay_asked_on": "2026-09-08"}, [("on the seventh day", {"treasury_asked_on": "2026-09-15"}, PASSES), ("on the eighth", {"treasury_asked_on": "2026-09-16"}, FAILS), ("open", {"today": "2026-09-15"}, OPEN)]),
    *claim("GP-037-3-paid", {"treasury_received_on": "2026-09-01"}, [("on the fifteenth day", {"paid_on": "2026-09-16"}, PASSES), ("on the sixteenth", {"paid_on": "2026-09-17"}, FAILS), ("open", {"today": "2026-09-16"}, OPEN)]),
    # known on Mon 9 Sep 2024: two years to Wed 9 Sep 2026; the last six months begin on 10 Mar 2026
    *claim("GP-039-1", {**TAKEN, "joined": False, "known_on": "2024-09-09"}, [
        ("on the last day", {"received_on": "2026-09-09"}, PASSES), ("a day later", {"received_on": "2026-09-10"}, FAILS),
        ("held for five days: Mon 14 Sep", {"held_days": 5, "received_on": "2026-09-14"}, PASSES), ("and a day late", {"held_days": 5, "received_on": "2026-09-15"}, FAILS),
        # hindered from 1 to 12 Mar: of these the 10th to the 12th fall in the last six months: Sat 12 Sep, off to Mon 14
        ("hindered three days of the last six months", {"hindered_from": "2026-03-01", "hindered_until": "2026-03-12", "received_on": "2026-09-14"}, PASSES),
        ("and a day late", {"hindered_from": "2026-03-01", "hindered_until": "2026-03-12", "received_on": "2026-09-15"}, FAILS),
        ("hindered before these", {"hindered_from": "2026-01-01", "hindered_until": "2026-03-09", "received_on": "2026-09-10"}, FAILS),
        ("known on 29 February", {"accepted_on": "2026-03-10", "known_on": "2024-02-29", "received_on": "2026-02-28"}, PASSES),
        ("and a day", {"accepted_on": "2026-03-10", "known_on": "2024-02-29", "received_on": "2026-03-01"}, FAILS),
        ("not known when", {"known_on": None, "received_on": "2026-09-09"}, OPEN), ("asked in a review", {"joined": True, "received_on": "2026-12-09"}, APART),
    ]),
    *claim("GP-041-1", TAKEN, [("nothing", {"fee": 0}, PASSES), ("a cent", {"fee": 1}, FAILS), ("not known", {}, OPEN)]),
    # Tue 1 Sep and 15 days: Wed 16 Sep
    *petition("XFW-022-1", {"office": True, "received_on": "2026-09-01"}, [
        ("on the fifteenth day", {"forwarded_on": "2026-09-16"}, PASSES), ("on the sixteenth", {"forwarded_on": "2026-09-17"}, FAILS), ("open", {"today": "2026-09-16"}, OPEN), ("another organ", {"office": False}, APART),
    ]),
    *petition("XFW-023-2", {"office": False, "came_from": "direct", "address_known": True, "received_on": "2026-09-01"}, [
        ("on the fifteenth day", {"told_on": "2026-09-16"}, PASSES), ("on the sixteenth", {"told_on": "2026-09-17"}, FAILS), ("open", {"today": "2026-09-16"}, OPEN), ("nobody knows where they live", {"address_known": False}, APART), ("passed on to us", {"came_from": "passed"}, APART),
    ]),
    *petition("XFW-023-3a", {"office": False, "came_from": "passed", "ours": True, "received_on": "2026-09-16"}, [
        ("the fifteenth put off by the holidays", {"told_on": "2026-10-08"}, PASSES), ("a day later", {"told_on": "2026-10-09"}, FAILS),
        ("on a plain fifteenth day", {"received_on": "2026-09-01", "told_on": "2026-09-16"}, PASSES), ("on the sixteenth", {"received_on": "2026-09-01", "told_on": "2026-09-17"}, FAILS), ("open", {"today": "2026-10-08"}, OPEN), ("not ours", {"ours": False}, APART),
    ]),
    # Mon 21 Sep: 22, 23, 24, 28, Tue 29
    *petition("XFW-023-3b", {"office": False, "came_from": "passed", "ours": False, "received_on": "2026-09-21"}, [
        ("on the fifth working day", {"objected_on": "2026-09-29"}, PASSES), ("on the sixth", {"objected_on": "2026-09-30"}, FAILS), ("open", {"today": "2026-09-29"}, OPEN), ("ours", {"ours": True}, APART),
    ]),
    *petition("XFW-023-3b-reason", {"objected_on": "2026-09-29"}, [("at length", {"objection_reasoned": True}, PASSES), ("without reasons", {"objection_reasoned": False}, FAILS), ("not known", {}, OPEN)]),
    *petition("XFW-028-3", TAKEN, [("nobody interested", {"interested": 0}, PASSES), ("one", {"interested": 1}, FAILS), ("not known", {}, OPEN)]),
    *petition("XFW-030-3", {"kind": "accusation", "forwarded_on": "2026-09-10"}, [("kept", {"shown_to_accused": False}, PASSES), ("shown", {"shown_to_accused": True}, FAILS), ("not known", {}, OPEN), ("a request", {"kind": "appeal", "shown_to_accused": True}, APART)]),
    *petition("XFW-031-4", {"way": "procedure", "closed_on": "2026-11-10"}, [("led into it", {"led_on": "2026-10-10"}, PASSES), ("left", {}, FAILS), ("not closed", {"closed_on": None}, OPEN), ("an opinion", {"way": "opinion"}, APART)]),
    *petition("XFW-031-5", {"way": "duty", "closed_on": "2026-11-10"}, [("answered", {"duty_answered_on": "2026-10-10"}, PASSES), ("left", {}, FAILS), ("not closed", {"closed_on": None}, OPEN), ("an opinion", {"way": "opinion"}, APART)]),
    # Mon 6 Jul and 60 days: Fri 4 Sep; 90 days: Sun 4 Oct, off to Thu 8 Oct
    *petition("XFW-034", {"way": "opinion", "accepted_on": "2026-07-06"}, [
        ("on the sixtieth day", {"handled_on": "2026-09-04"}, PASSES), ("on the sixty-first", {"handled_on": "2026-09-05"}, FAILS), ("thirty days more", {"longer_days": 30, "handled_on": "2026-10-08"}, PASSES),
        ("and a day late", {"longer_days": 30, "handled_on": "2026-10-09"}, FAILS), ("open", {"today": "2026-09-04"}, OPEN), ("led into a procedure", {"way": "procedure"}, APART),
    ]),
    *petition("XFW-034-longer", {}, [("thirty", {"longer_days": 30}, PASSES), ("thirty-one", {"longer_days": 31}, FAILS), ("one", {"longer_days": 1}, PASSES), ("none", {"longer_days": 0}, FAILS), ("not lengthened", {}, OPEN)]),
    *petition("XFW-034-told", {"longer_days": 30, "longer_by_head": True}, [("told", {"longer_told": True}, PASSES), ("not told", {"longer_told": False}, FAILS), ("not by the head", {"longer_by_head": False, "longer_told": True}, FAILS), ("not known", {}, OPEN)]),
    # Tue 1 Sep and 30 days: Thu 1 Oct, off to Thu 8 Oct; Mon 14 Sep: Wed 14 Oct
    *petition("XFW-035-a", {"answer_received_on": "2026-09-14"}, [("on the thirtieth day", {"review_asked_on": "2026-10-14"}, PASSES), ("on the thirty-first", {"review_asked_on": "2026-10-15"}, FAILS), ("not asked", {}, OPEN)]),
    *petition("XFW-035-b", {"review_received_on": "2026-09-14"}, [("on the thirtieth day", {"reviewed_on": "2026-10-14"}, PASSES), ("on the thirty-first", {"reviewed_on": "2026-10-15"}, FAILS), ("open", {"today": "2026-10-14"}, OPEN)]),
    *petition("XFW-036-1a", {"review_answer_received_on": "2026-09-01"}, [("the thirtieth put off by the holidays", {"recheck_asked_on": "2026-10-08"}, PASSES), ("a day later", {"recheck_asked_on": "2026-10-09"}, FAILS),
        ("plain", {"review_answer_received_on": "2026-09-14", "recheck_asked_on": "2026-10-14"}, PASSES), ("plain, a day late", {"review_answer_received_on": "2026-09-14", "recheck_asked_on": "2026-10-15"}, FAILS), ("not asked", {}, OPEN)]),
    *petition("XFW-036-1b", {"recheck_received_on": "2026-09-14"}, [
        ("on the thirtieth day", {"rechecked_on": "2026-10-14"}, PASSES), ("on the thirty-first", {"rechecked_on": "2026-10-15"}, FAILS), ("two days of hearing", {"recheck_hearing_days": 2, "rechecked_on": "2026-10-16"}, PASSES),
        ("and a day late", {"recheck_hearing_days": 2, "rechecked_on": "2026-10-17"}, FAILS), ("open", {"today": "2026-10-14"}, OPEN),
    ]),
    *petition("XFW-036-3", TAKEN, [("something new", {"same_after_recheck": False}, PASSES), ("the same again", {"same_after_recheck": True}, FAILS), ("not known", {}, OPEN)]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "says", "facts", "expected"), TABLES, ids=lambda value: value if isinstance(value, str) else "")
def test_rule(rule: str, says: str, facts: dict[str, Any], expected: Verdict):
    assert verdict(rule, **facts) is expected, says
