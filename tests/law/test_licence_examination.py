"""Examination and time (行政许可法第三十四条至第五十五条): a licence answered on the 21st working day is found."""

from typing import Any

import pytest

from fadu.law.rules import Verdict
from tests.law.grained import of_grain
from tests.law.judging import APART, FAILS, OPEN, PASSES, table, verdict

# Mon 2 Mar 2026: 3-6 (4), 9-13 (9), 16-20 (14), 23-27 (19), Mon 30 (20), Tue 31 (21)
ACCEPTED = {"accepted_on": "2026-03-02"}
DECIDED = {**ACCEPTED, "decided_on": "2026-03-20"}
# Mon 14 Sep 2026: 15-18 (4), Sun 20 worked (5), 21-24 (9), 25-27 off, 28-30 (12), 1-7 Oct off, 8 9 (14), Sat 10 worked (15), 12-16 (20)
AUTUMN = {"accepted_on": "2026-09-14"}
JOINT = {**ACCEPTED, "joint": True}

TABLES = of_grain("licence", [
    *table("XK-034-2", {**ACCEPTED, "on_the_spot": True}, [
        ("the same day", {"decided_on": "2026-03-02"}, PASSES),
        ("the next day", {"decided_on": "2026-03-03"}, FAILS),
        ("not decided", {}, OPEN),
        ("not on the spot", {"on_the_spot": False, "decided_on": "2026-03-03"}, APART),
    ]),
    *table("XK-034-3", {"verified_on": "2026-03-05"}, [
        ("two", {"verifiers": 2}, PASSES),
        ("one", {"verifiers": 1}, FAILS),
        ("not known", {}, OPEN),
    ]),
    *table("XK-035", {"reported_on": "2026-03-20"}, [
        ("the opinion and all papers", {"report_parts": 2}, PASSES),
        ("the opinion alone", {"report_parts": 1}, FAILS),
        ("not known", {}, OPEN),
    ]),
    *table("XK-035-again", {}, [
        ("asked for nothing twice", {**DECIDED, "asked_again": False}, PASSES),
        ("asked again", {**DECIDED, "asked_again": True}, FAILS),
        ("not decided", {"asked_again": True}, OPEN),
    ]),
    *table("XK-036", {**DECIDED, "affects_others": True}, [
        ("told and heard", {"third_told_on": "2026-03-05", "third_heard": True}, PASSES),
        ("told, not heard", {"third_told_on": "2026-03-05", "third_heard": False}, FAILS),
        ("not told", {"third_heard": True}, FAILS),
        ("told, not known whether heard", {"third_told_on": "2026-03-05"}, OPEN),
        ("nobody else concerned", {"affects_others": False}, APART),
    ]),
    *table("XK-042-1a", ACCEPTED, [
        ("on the twentieth working day", {"decided_on": "2026-03-30"}, PASSES),
        ("on the twenty-first", {"decided_on": "2026-03-31"}, FAILS),
        ("open on the twentieth", {"today": "2026-03-30"}, OPEN),
        ("open on the twenty-first", {"today": "2026-03-31"}, FAILS),
        # 31 Mar (21), 1-3 Apr (24), 4-6 off, 7-10 (28), 13 14 (30)
        ("ten more, on the last", {"extension": 10, "decided_on": "2026-04-14"}, PASSES),
        ("ten more, a day late", {"extension": 10, "decided_on": "2026-04-15"}, FAILS),
        ("over two holidays, on the twentieth", {**AUTUMN, "decided_on": "2026-10-16"}, PASSES),
        ("over two holidays, on Sat 17 Oct", {**AUTUMN, "decided_on": "2026-10-17"}, FAILS),
        ("over two holidays, on Mon 19 Oct", {**AUTUMN, "decided_on": "2026-10-19"}, FAILS),
        # tested from Mon 9 to Mon 16 Mar: 10 11 12 13 16: five more, 31 Mar 1 2 3 7 Apr
        ("tested, on the last day", {"out1_from": "2026-03-09", "out1_until": "2026-03-16", "decided_on": "2026-04-07"}, PASSES),
        ("tested, a day late", {"out1_from": "2026-03-09", "out1_until": "2026-03-16", "decided_on": "2026-04-08"}, FAILS),
        ("tested, then heard for a day", {
            "out1_from": "2026-03-09", "out1_until": "2026-03-16", "out2_from": "2026-03-19", "out2_until": "2026-03-20", "decided_on": "2026-04-08",
        }, PASSES),
        ("tested, then heard, a day late", {
            "out1_from": "2026-03-09", "out1_until": "2026-03-16", "out2_from": "2026-03-19", "out2_until": "2026-03-20", "decided_on": "2026-04-09",
        }, FAILS),
        ("three stretches of a day each", {
            "out1_from": "2026-03-09", "out1_until": "2026-03-10", "out2_from": "2026-03-11", "out2_until": "2026-03-12",
            "out3_from": "2026-03-16", "out3_until": "2026-03-17", "decided_on": "2026-04-02",
        }, PASSES),
        ("three stretches, a day late", {
            "out1_from": "2026-03-09", "out1_until": "2026-03-10", "out2_from": "2026-03-11", "out2_until": "2026-03-12",
            "out3_from": "2026-03-16", "out3_until": "2026-03-17", "decided_on": "2026-04-03",
        }, FAILS),
        ("being tested still", {"out1_from": "2026-03-09", "stopped": True, "today": "2026-06-01"}, OPEN),
        ("handled jointly", {"joint": True, "decided_on": "2026-03-31"}, APART),
        ("decided above", {"lower": True, "decided_on": "2026-03-31"}, APART),
    ]),
    *table("XK-042-1a-late", ACCEPTED, [
        ("in time", {"decided_on": "2026-03-30"}, PASSES),
        ("on the twenty-first, nothing on record", {"decided_on": "2026-03-31"}, FAILS),
        ("on the twenty-first, on record that day", {"decided_on": "2026-03-31", "lateness_admitted_on": "2026-03-31"}, PASSES),
        ("put on record before it was late", {"decided_on": "2026-03-31", "lateness_admitted_on": "2026-03-30"}, FAILS),
        ("not decided", {}, OPEN),
        ("handled jointly", {"joint": True, "decided_on": "2026-03-31"}, APART),
    ]),
    *table("XK-042-1b", {**ACCEPTED, "extended_on": "2026-03-27"}, [
        ("ten", {"extension": 10}, PASSES),
        ("eleven", {"extension": 11}, FAILS),
        ("one", {"extension": 1}, PASSES),
        ("none", {"extension": 0}, FAILS),
        ("not known", {}, OPEN),
        ("jointly", {"joint": True, "extension": 11}, APART),
    ]),
    *table("XK-042-1b-told", {"extended_on": "2026-03-27"}, [
        ("told why", {"extension_told": True}, PASSES),
        ("not told", {"extension_told": False}, FAILS),
        ("not known", {}, OPEN),
        ("jointly", {"joint": True, "extension_told": False}, APART),
    ]),
    *table("XK-042-1b-timely", ACCEPTED, [
        ("on the twentieth day", {"extended_on": "2026-03-30", "extension": 10}, PASSES),
        ("on the twenty-first", {"extended_on": "2026-03-31", "extension": 10}, FAILS),
        ("not lengthened", {}, OPEN),
        ("jointly", {"joint": True, "extended_on": "2026-03-31"}, APART),
    ]),
    # 45: 31 Mar (21), 1-3 Apr (24), 7-10 (28), 13-17 (33), 20-24 (38), 27-30 (42), 1-5 May off, 6 7 8 (45), Sat 9 worked (46)
    *table("XK-042-2", JOINT, [
        ("on the forty-fifth", {"decided_on": "2026-05-08"}, PASSES),
        ("on the forty-sixth, a worked Saturday", {"decided_on": "2026-05-09"}, FAILS),
        # Sat 9 May (46), 11-15 (51), 18-22 (56), 25-28 (60)
        ("fifteen more, on the last", {"extension": 15, "decided_on": "2026-05-28"}, PASSES),
        ("fifteen more, a day late", {"extension": 15, "decided_on": "2026-05-29"}, FAILS),
        ("open on the forty-fifth", {"today": "2026-05-08"}, OPEN),
        ("one organ alone", {"joint": False, "decided_on": "2026-05-08"}, APART),
    ]),
    *table("XK-042-2-late", JOINT, [
        ("in time", {"decided_on": "2026-05-08"}, PASSES),
        ("late, nothing on record", {"decided_on": "2026-05-09"}, FAILS),
        ("late, on record", {"decided_on": "2026-05-09", "lateness_admitted_on": "2026-05-09"}, PASSES),
        ("not decided", {}, OPEN),
    ]),
    *table("XK-042-2-extended", {**JOINT, "extended_on": "2026-05-08"}, [
        ("fifteen", {"extension": 15}, PASSES),
        ("sixteen", {"extension": 16}, FAILS),
        ("one", {"extension": 1}, PASSES),
        ("none", {"extension": 0}, FAILS),
        ("not known", {}, OPEN),
        ("one organ alone", {"joint": False, "extension": 16}, APART),
    ]),
    *table("XK-042-2-approved", {**JOINT, "extended_on": "2026-05-08"}, [
        ("by the government, told", {"government_approved": True, "extension_told": True}, PASSES),
        ("by the organ itself", {"government_approved": False, "extension_told": True}, FAILS),
        ("not told", {"government_approved": True, "extension_told": False}, FAILS),
        ("not known", {"extension_told": True}, OPEN),
    ]),
    *table("XK-042-2-timely", JOINT, [
        ("on the forty-fifth", {"extended_on": "2026-05-08", "extension": 15}, PASSES),
        ("on the forty-sixth", {"extended_on": "2026-05-09", "extension": 15}, FAILS),
        ("not lengthened", {}, OPEN),
    ]),
    *table("XK-043", {**ACCEPTED, "lower": True}, [
        ("sent up on the twentieth", {"reported_on": "2026-03-30"}, PASSES),
        ("on the twenty-first", {"reported_on": "2026-03-31"}, FAILS),
        ("not yet, on the twentieth", {"today": "2026-03-30"}, OPEN),
        ("decided by itself", {"lower": False, "reported_on": "2026-03-31"}, APART),
    ]),
    *table("XK-045", {"out1_from": "2026-03-09"}, [
        ("told in writing how long", {"out_told": True}, PASSES),
        ("not told", {"out_told": False}, FAILS),
        ("not known", {}, OPEN),
        ("nothing left out", {"out1_from": None}, OPEN),
    ]),
    *table("XK-055-2", {**ACCEPTED, "needs_testing": True}, [
        ("assigned on the fifth day", {"testers_assigned_on": "2026-03-09"}, PASSES),
        ("on the sixth", {"testers_assigned_on": "2026-03-10"}, FAILS),
        ("not yet, on the fifth", {"today": "2026-03-09"}, OPEN),
        ("nothing to test", {"needs_testing": False}, APART),
    ]),
    *table("XK-055-2-two", {"testers_assigned_on": "2026-03-09"}, [
        ("two", {"testers": 2}, PASSES),
        ("one", {"testers": 1}, FAILS),
        ("not known", {}, OPEN),
    ]),
    *table("YH-036-2", {**ACCEPTED, "promised_days": 5}, [
        ("as promised", {"decided_on": "2026-03-09"}, PASSES),
        ("a day later than promised", {"decided_on": "2026-03-10"}, FAILS),
        ("ten promised", {"promised_days": 10, "decided_on": "2026-03-16"}, PASSES),
        ("ten promised, a day late", {"promised_days": 10, "decided_on": "2026-03-17"}, FAILS),
        ("tested a day meanwhile", {"out1_from": "2026-03-03", "out1_until": "2026-03-04", "decided_on": "2026-03-10"}, PASSES),
        ("open on the last day", {"today": "2026-03-09"}, OPEN),
        ("nothing promised", {"promised_days": None, "decided_on": "2026-03-30"}, APART),
    ]),
    *table("YH-036-2-explained", {**ACCEPTED, "promised_days": 5, "archived_on": "2026-04-20"}, [
        ("in time", {"decided_on": "2026-03-09"}, PASSES),
        ("late and explained", {"decided_on": "2026-03-10", "delay_explained_on": "2026-03-11"}, PASSES),
        ("late and silent", {"decided_on": "2026-03-10"}, FAILS),
        ("not put away", {"archived_on": None, "decided_on": "2026-03-10"}, OPEN),
    ]),
    *table("XK-038-2", {**DECIDED, "outcome": "declined"}, [
        ("reasons and both remedies", {"denial_parts": 3}, PASSES),
        ("one lacks", {"denial_parts": 2}, FAILS),
        ("not known", {}, OPEN),
        ("granted", {"outcome": "granted"}, APART),
    ]),
    *table("XK-044", {"decided_on": "2026-03-02", "outcome": "granted"}, [
        ("handed out on the tenth day", {"issued_on": "2026-03-16"}, PASSES),
        ("on the eleventh", {"issued_on": "2026-03-17"}, FAILS),
        ("not yet, on the tenth", {"today": "2026-03-16"}, OPEN),
        ("declined", {"outcome": "declined", "issued_on": "2026-03-17"}, APART),
    ]),
    *table("GK-026-licence", {"decided_on": "2026-03-02", "outcome": "granted"}, [
        ("public on the twentieth", {"published_on": "2026-03-30"}, PASSES),
        ("on the twenty-first", {"published_on": "2026-03-31"}, FAILS),
        ("not yet", {"today": "2026-03-30"}, OPEN),
        ("secret", {"secret": True}, APART),
    ]),
])  # fmt: skip


@pytest.mark.parametrize(("rule", "says", "facts", "expected"), TABLES, ids=lambda value: value if isinstance(value, str) else "")
def test_rule(rule: str, says: str, facts: dict[str, Any], expected: Verdict):
    assert verdict(rule, **facts) is expected, says
