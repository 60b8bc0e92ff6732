"""When, by whom and before whom a review is asked for: rule by rule, at the last day and the day after.

2026: Sunday 20 September and Saturday 10 October are worked; Friday 25 September, and 1 to 7 October are off.
"""

from typing import Any

import pytest

from fadu.law.rules import Verdict
from tests.law.judging import APART, FAILS, OPEN, PASSES, verdict
from tests.law.remedies import tables_of

review = tables_of("review")
TAKEN = {"accepted_on": "2026-10-12"}
TOLD = {**TAKEN, "told": 3, "period_from": "2026-07-06"}


def started(rule: str, reached_by: str) -> list[Any]:
    return review(
        rule,
        {**TAKEN, "reached_by": reached_by, "reached_on": "2026-07-09", "act_on": "2026-07-06"},
        [
            ("counted from the day it reached the party", {"period_from": "2026-07-09"}, PASSES),
            ("counted from the day before", {"period_from": "2026-07-08"}, FAILS),
            ("counted from the day after", {"period_from": "2026-07-10"}, FAILS),
            ("not said", {}, OPEN),
            ("not accepted yet", {"accepted_on": None, "period_from": "2026-07-08"}, OPEN),
            ("told otherwise", {"reached_by": "spot"}, APART),
            ("known earlier, as is proven", {"known_on": "2026-07-07"}, APART),
            ("an omission", {"duty_term": "none"}, APART),
        ],
    )


def before(rule: str, kind: str, right: tuple[str, ...], wrong: tuple[str, ...]) -> list[Any]:
    base = {**TAKEN, "respondent_kind": kind}
    return review(
        rule,
        base,
        [
            *((f"before {organ}", {"organ_is": organ}, PASSES) for organ in right),
            *((f"before {organ}", {"organ_is": organ}, FAILS) for organ in wrong),
            ("not known before whom", {}, OPEN),
            ("not accepted", {"accepted_on": None, "organ_is": right[0]}, OPEN),
            ("another respondent", {"respondent_kind": "x", "organ_is": wrong[0]}, APART),
        ],
    )


TABLES = [
    *review("FY-019-3", {**TAKEN, "delegated": True}, [
        ("the principal", {"respondent_is": "principal"}, PASSES),
        ("the delegate", {"respondent_is": "delegate"}, FAILS),
        ("not said", {}, OPEN),
        ("its own act", {"delegated": False, "respondent_is": "delegate"}, APART),
    ]),
    # Mon 6 Jul and 60 days: 25 to the end of July, 56 of August, Fri 4 Sep
    *review("FY-020-1", TOLD, [
        ("on the sixtieth day", {"applied_on": "2026-09-04"}, PASSES),
        ("on the sixty-first", {"applied_on": "2026-09-05"}, FAILS),
        # Sun 2 Aug and 60 days: Thu 1 Oct is off, so are 2 to 7: Thu 8 Oct
        ("the sixtieth in the holidays, on the first working day", {"period_from": "2026-08-02", "applied_on": "2026-10-08"}, PASSES),
        ("a day later", {"period_from": "2026-08-02", "applied_on": "2026-10-09"}, FAILS),
        # 90 days from 6 Jul: 25, 56, 86 to the end of September, Sun 4 Oct rolls to Thu 8 Oct
        ("a law gives ninety", {"longer_term_days": 90, "applied_on": "2026-10-08"}, PASSES),
        ("a law gives ninety, a day late", {"longer_term_days": 90, "applied_on": "2026-10-09"}, FAILS),
        ("a law gives sixty-one: Sat 5 Sep rolls to Mon 7", {"longer_term_days": 61, "applied_on": "2026-09-07"}, PASSES),
        ("a law of old gives fifteen: sixty all the same", {"longer_term_days": 15, "applied_on": "2026-09-04"}, PASSES),
        ("not known from when", {"period_from": None, "applied_on": "2026-09-04"}, OPEN),
        ("not accepted", {"accepted_on": None, "applied_on": "2026-12-04"}, OPEN),
        ("two of three told", {"told": 2}, APART),
        ("hindered", {"obstacle_from": "2026-08-01"}, APART),
    ]),
    # forty days are over on 15 Aug; hindered Sun 16 to Tue 25 Aug, 10 days; 20 more from Wed 26 Aug: Mon 14 Sep
    *review("FY-020-2", {**TOLD, "obstacle_from": "2026-08-16", "obstacle_until": "2026-08-25"}, [
        ("on the last of the days left", {"applied_on": "2026-09-14"}, PASSES),
        ("a day later", {"applied_on": "2026-09-15"}, FAILS),
        # hindered from 1 to 10 Jul, the period from the 6th: 7 to 10 Jul are four days: Tue 8 Sep
        ("hindered before the period began", {"obstacle_from": "2026-07-01", "obstacle_until": "2026-07-10", "applied_on": "2026-09-08"}, PASSES),
        ("and a day late", {"obstacle_from": "2026-07-01", "obstacle_until": "2026-07-10", "applied_on": "2026-09-09"}, FAILS),
        ("hindered when it was over already", {"obstacle_from": "2026-09-05", "obstacle_until": "2026-09-20", "applied_on": "2026-09-07"}, FAILS),
        ("not known when applied", {}, OPEN),
        ("not hindered", {"obstacle_from": None, "applied_on": "2026-12-01"}, APART),
        ("two of three told", {"told": 2, "applied_on": "2026-12-01"}, APART),
    ]),
    # the remedy known on Mon 6 Jul 2026: Fri 4 Sep; the act on 8 Sep 2025: a year to Tue 8 Sep 2026
    *review("FY-020-3", {**TAKEN, "told": 2, "remedy_known_on": "2026-07-06", "period_from": "2025-09-08"}, [
        ("sixty days from knowing of the remedy", {"applied_on": "2026-09-04"}, PASSES),
        ("a day later", {"applied_on": "2026-09-05"}, FAILS),
        ("a year from knowing of the act", {"remedy_known_on": "2026-09-01", "applied_on": "2026-09-08"}, PASSES),
        ("a year and a day", {"remedy_known_on": "2026-09-01", "applied_on": "2026-09-09"}, FAILS),
        # known of the act on 29 Feb 2024: a year to Fri 28 Feb 2025
        ("a year from 29 February", {"accepted_on": "2025-03-05", "period_from": "2024-02-29", "remedy_known_on": "2025-02-01", "applied_on": "2025-02-28"}, PASSES),
        ("and a day", {"accepted_on": "2025-03-05", "period_from": "2024-02-29", "remedy_known_on": "2025-02-01", "applied_on": "2025-03-01"}, FAILS),
        ("not known when the remedy was known", {"remedy_known_on": None, "applied_on": "2026-09-04"}, OPEN),
        ("all three told", {"told": 3}, APART),
    ]),
    *review("FY-021", {**TAKEN, "immovable": False, "act_on": "2021-09-08"}, [
        ("five years, Tue 8 Sep 2026", {"applied_on": "2026-09-08"}, PASSES),
        ("five years and a day", {"applied_on": "2026-09-09"}, FAILS),
        ("an immovable, twenty years", {"immovable": True, "act_on": "2006-09-08", "applied_on": "2026-09-08"}, PASSES),
        ("an immovable, twenty years and a day", {"immovable": True, "act_on": "2006-09-08", "applied_on": "2026-09-09"}, FAILS),
        ("not known whether of an immovable", {"immovable": None, "applied_on": "2026-09-08"}, OPEN),
        ("an omission", {"duty_term": "none"}, APART),
    ]),
    *review("FY-022-2", {"reached_by": "electronic"}, [
        ("with a channel", {"net_channel": True}, PASSES),
        ("without", {"net_channel": False}, FAILS),
        ("not known", {}, OPEN),
        ("by post", {"reached_by": "post", "net_channel": False}, APART),
    ]),
    *review("FY-023-2", {"review_first": True}, [
        ("told", {"review_first_told": True}, PASSES),
        ("not told", {"review_first_told": False}, FAILS),
        ("not known", {}, OPEN),
        ("a suit is open at once", {"review_first": False, "review_first_told": False}, APART),
    ]),
    *review("FT-025", {}, [("all three", {"told": 3}, PASSES), ("two", {"told": 2}, FAILS), ("not known", {}, OPEN)]),
    *review("FY-029-2", TAKEN, [
        ("no court has it", {"court_accepted": False}, PASSES),
        ("a court has it", {"court_accepted": True}, FAILS),
        ("not known", {}, OPEN),
    ]),
    *review("FT-017-1", {**TAKEN, "applicants": 11}, [
        ("two for eleven", {"representatives": 2}, PASSES),
        ("five for eleven", {"representatives": 5}, PASSES),
        ("one", {"representatives": 1}, FAILS),
        ("six", {"representatives": 6}, FAILS),
        ("not said", {}, OPEN),
        ("ten speak for themselves", {"applicants": 10, "representatives": 1}, APART),
    ]),
    *review("FT-023-1-1", {**TAKEN, "reached_by": "spot", "act_on": "2026-07-06"}, [
        ("counted from the act", {"period_from": "2026-07-06"}, PASSES),
        ("counted from the day after", {"period_from": "2026-07-07"}, FAILS),
        ("not said", {}, OPEN),
        ("served later", {"reached_by": "direct", "period_from": "2026-07-07"}, APART),
    ]),
    *started("FT-023-1-2", "direct"), *started("FT-023-1-3", "post"), *started("FT-023-1-4", "electronic"),
    *started("FT-023-1-5", "announced"), *started("FT-023-1-6", "later"),
    *review("FT-023-2", {**TAKEN, "known_on": "2026-07-07"}, [
        ("counted from what is proven", {"period_from": "2026-07-07"}, PASSES),
        ("counted from service", {"period_from": "2026-07-09"}, FAILS),
        ("not said", {}, OPEN),
        ("nothing proven", {"known_on": None, "period_from": "2026-07-09"}, APART),
    ]),
    *review("FT-024-1-1", {**TAKEN, "duty_term": "fixed", "duty_due_on": "2026-07-20"}, [
        ("from the last day of the duty", {"period_from": "2026-07-20"}, PASSES),
        ("from the day after", {"period_from": "2026-07-21"}, FAILS),
        ("not said", {}, OPEN),
        ("no term", {"duty_term": "none"}, APART),
        ("urgent", {"duty_term": "urgent"}, APART),
    ]),
    # asked on Wed 1 Jul: 30 to the end of July, sixty on Sun 30 Aug
    *review("FT-024-1-2", {**TAKEN, "duty_term": "none", "duty_asked_on": "2026-07-01"}, [
        ("from the sixtieth day", {"period_from": "2026-08-30"}, PASSES),
        ("from the fifty-ninth", {"period_from": "2026-08-29"}, FAILS),
        ("from the sixty-first", {"period_from": "2026-08-31"}, FAILS),
        ("not said", {}, OPEN),
        ("a term is fixed", {"duty_term": "fixed"}, APART),
    ]),
    # in court from Wed 15 Jul to Fri 24 Jul, ten days both counted: Fri 4 Sep + 10 is Mon 14 Sep
    *review("FT-026", {**TOLD, "sued_on": "2026-07-15", "dismissal_served_on": "2026-07-24"}, [
        ("on the last day", {"applied_on": "2026-09-14"}, PASSES),
        ("a day later", {"applied_on": "2026-09-15"}, FAILS),
        ("not known when applied", {}, OPEN),
        ("never in court", {"sued_on": None, "applied_on": "2026-12-01"}, APART),
        ("two of three told", {"told": 2, "applied_on": "2026-12-01"}, APART),
    ]),
    # handed to the organ on Mon 3 Aug, told on Fri 7 Aug: five days: Fri 4 Sep + 5 is Wed 9 Sep
    *review("FT-038-2", {**TOLD, "via_organ_on": "2026-08-03", "correction_told_on": "2026-08-07"}, [
        ("on the last day", {"applied_on": "2026-09-09"}, PASSES),
        ("a day later", {"applied_on": "2026-09-10"}, FAILS),
        ("not known when applied", {}, OPEN),
        ("nothing was corrected", {"correction_told_on": None, "applied_on": "2026-12-01"}, APART),
        ("two of three told", {"told": 2, "applied_on": "2026-12-01"}, APART),
    ]),
    *review("FT-028-1", {**TAKEN, "channel": "net", "net_arrived_on": "2026-09-18"}, [
        ("received when it arrived", {"received_on": "2026-09-18"}, PASSES),
        ("received when it was opened", {"received_on": "2026-09-21"}, FAILS),
        ("not known", {}, OPEN),
        ("on paper", {"channel": "paper", "received_on": "2026-09-21"}, APART),
    ]),
    *review("FT-028-2", {**TAKEN, "channel": "net"}, [
        ("nothing more asked", {"paper_demanded": False}, PASSES),
        ("paper asked besides", {"paper_demanded": True}, FAILS),
        ("not known", {}, OPEN),
        ("on paper", {"channel": "paper", "paper_demanded": True}, APART),
    ]),
    # Thu 17 Sep: 18, Sun 20 worked, 21, 22, Wed 23: the fifth working day
    *review("FY-032-2", {"via_organ_on": "2026-09-17"}, [
        ("forwarded on the fifth day", {"forwarded_on": "2026-09-23"}, PASSES),
        ("on the sixth", {"forwarded_on": "2026-09-24"}, FAILS),
        ("still there on the fifth", {"today": "2026-09-23"}, OPEN),
        ("still there on the sixth", {"today": "2026-09-24"}, FAILS),
        ("corrected instead", {"self_corrected_on": "2026-09-22"}, APART),
    ]),
    *review("FT-038-1", {"via_organ_on": "2026-09-17", "self_corrected_on": "2026-09-22"}, [
        ("told on the fifth day", {"correction_told_on": "2026-09-23"}, PASSES),
        ("told on the sixth", {"correction_told_on": "2026-09-24"}, FAILS),
        ("not told yet", {"today": "2026-09-23"}, OPEN),
        ("forwarded instead", {"self_corrected_on": None, "correction_told_on": "2026-09-30"}, APART),
    ]),
    *before("FY-024-1-1", "department", ("own_government",), ("upper_department", "upper_government")),
    *before("FY-024-1-2", "lower", ("upper_government",), ("own_government", "other")),
    *before("FY-024-1-3", "branch", ("founder",), ("own_government", "upper_government")),
    *before("FY-024-1-4", "authorised", ("manager",), ("upper_department", "other")),
    *before("FY-024-2", "province", ("itself",), ("upper_government", "other")),
    *before("FY-024-4", "city_outpost", ("own_government", "seat_government"), ("upper_department", "other")),
    *before("FY-024-4-seat", "outpost", ("own_government",), ("seat_government",)),
    *before("FY-027", "vertical", ("upper_department",), ("own_government", "other")),
    *before("FY-028", "justice", ("own_government", "upper_justice"), ("upper_department", "other")),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "says", "facts", "expected"), TABLES, ids=lambda value: value if isinstance(value, str) else "")
def test_rule(rule: str, says: str, facts: dict[str, Any], expected: Verdict):
    assert verdict(rule, **facts) is expected, says
