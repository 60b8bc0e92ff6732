"""Sealing and seizing, rule by rule. The thirty days are reckoned by hand and roll over no day off."""

from typing import Any

import pytest

from fadu.law.rules import Verdict
from tests.law.coercion_words import m
from tests.law.judging import APART, FAILS, OPEN, PASSES, table, verdict

APPLIED = m(kind="seize", applied_on="2026-03-02")
HELD = m(kind="seize", applied_on="2026-03-02", taken_on="2026-03-03")
FREEZE = m(kind="freeze")
# Tue 3 March and 30 days: 28 to the end of March, Thu 2 April
DISPOSED = {**HELD, **m(disposed_on="2026-04-02", disposal="release", released_on="2026-04-02")}

TABLES = [
    *table("QZ-023-1", {**APPLIED, **m(related=True, necessities=False)}, [
        ("related, and nothing one lives by", {}, PASSES),
        ("not related", m(related=False), FAILS),
        ("a family's bedding", m(necessities=True), FAILS),
        ("not known", m(necessities=None), OPEN),
        ("a freeze", FREEZE, APART),
    ]),
    *table("QZ-023-2", APPLIED, [
        ("nobody else holds it", m(held_by_other=False), PASSES), ("sealed by another organ", m(held_by_other=True), FAILS), ("not known", {}, OPEN),
        ("a freeze", FREEZE, APART),
    ]),
    *table("QZ-024-1", {**HELD, **m(decision_handed=True, list_handed=True)}, [
        ("both handed over on the spot", {}, PASSES),
        ("no decision", m(decision_handed=False), FAILS),
        ("no list", m(list_handed=False), FAILS),
        ("not known", m(list_handed=None), OPEN),
        ("a freeze is served later", FREEZE, APART),
    ]),
    *table("QZ-024-2", HELD, [
        ("all five", m(decision_parts=31), PASSES),
        ("no party", m(decision_parts=30), FAILS), ("no reasons", m(decision_parts=29), FAILS), ("no objects", m(decision_parts=27), FAILS),
        ("no remedies", m(decision_parts=23), FAILS), ("no organ", m(decision_parts=15), FAILS),
        ("not known", {}, OPEN), ("a freeze", FREEZE, APART),
    ]),
    *table("QZ-024-3", HELD, [("two copies", m(list_copies=2), PASSES), ("one", m(list_copies=1), FAILS), ("not known", {}, OPEN), ("a freeze", FREEZE, APART)]),
    *table("QZ-025-1", HELD, [
        ("released on the thirtieth day", m(disposed_on="2026-04-02"), PASSES),
        ("kept a day too long", m(disposed_on="2026-04-03"), FAILS),
        ("the thirtieth day is Sat 14 Feb 2026, worked or not", m(taken_on="2026-01-15", disposed_on="2026-02-14"), PASSES),
        ("it is Sun 5 April, in a holiday, and does not roll over", m(taken_on="2026-03-06", disposed_on="2026-04-05"), PASSES),
        ("nor is the first day after the holiday in time", m(taken_on="2026-03-06", disposed_on="2026-04-07"), FAILS),
        ("over 29 February 2028: 30 January and 30 days are the 29th", m(taken_on="2028-01-30", disposed_on="2028-02-29"), PASSES),
        ("and not 1 March", m(taken_on="2028-01-30", disposed_on="2028-03-01"), FAILS),
        ("over the end of the year: 10 December, 9 January", m(taken_on="2025-12-10", disposed_on="2026-01-09"), PASSES),
        ("10 January is too late", m(taken_on="2025-12-10", disposed_on="2026-01-10"), FAILS),
        ("extended by thirty, on the sixtieth day", m(extension_days=30, disposed_on="2026-05-02"), PASSES),
        ("on the sixty-first", m(extension_days=30, disposed_on="2026-05-03"), FAILS),
        ("seven days of testing are not counted", m(test_days=7, disposed_on="2026-04-09"), PASSES),
        ("an eighth is", m(test_days=7, disposed_on="2026-04-10"), FAILS),
        ("testing and extension together", m(test_days=7, extension_days=30, disposed_on="2026-05-09"), PASSES),
        ("a day more", m(test_days=7, extension_days=30, disposed_on="2026-05-10"), FAILS),
        ("never released", {}, FAILS),
        ("taken last week", m(taken_on="2026-12-28"), OPEN),
        ("the thirtieth day is today", m(taken_on="2026-12-05"), OPEN),
        ("it was yesterday", m(taken_on="2026-12-04"), FAILS),
        ("another statute sets another term", m(special_until="2026-03-10"), APART),
        ("a freeze has its own clock", FREEZE, APART),
    ]),
    *table("QZ-025-1-days", {**HELD, **m(extended_on="2026-03-31")}, [
        ("thirty days", m(extension_days=30), PASSES), ("thirty-one", m(extension_days=31), FAILS), ("not known", {}, OPEN), ("a freeze", FREEZE, APART),
    ]),
    *table("QZ-025-1-late", HELD, [
        ("on the thirtieth day", m(extended_on="2026-04-02", extension_days=30), PASSES),
        ("on the thirty-first", m(extended_on="2026-04-03", extension_days=30), FAILS),
        ("on the thirty-third, after three days of testing", m(extended_on="2026-04-05", extension_days=30, test_days=3), PASSES),
        ("on the thirty-fourth", m(extended_on="2026-04-06", extension_days=30, test_days=3), FAILS),
        ("not extended", {}, OPEN),
        ("a freeze", FREEZE, APART),
        ("another statute sets another term", m(special_until="2026-03-10"), APART),
    ]),
    *table("QZ-025-1-special", {**HELD, **m(special_until="2026-03-10")}, [
        ("drugs: on the seventh day", m(disposed_on="2026-03-10"), PASSES),
        ("on the eighth", m(disposed_on="2026-03-11"), FAILS),
        ("not yet", {}, OPEN),
        ("the general term", m(special_until=None), APART),
    ]),
    *table("QZ-025-2", {**HELD, **m(extended_on="2026-04-01")}, [
        ("told in writing with reasons", m(extension_told_on="2026-04-02", extension_written=True, extension_reasoned=True), PASSES),
        ("told by word of mouth", m(extension_told_on="2026-04-02", extension_written=False, extension_reasoned=True), FAILS),
        ("without reasons", m(extension_told_on="2026-04-02", extension_written=True, extension_reasoned=False), FAILS),
        ("never told", m(disposed_on="2026-04-20"), FAILS),
        ("not yet", {}, OPEN),
        ("not extended", m(extended_on=None), APART),
        ("a freeze", FREEZE, APART),
    ]),
    *table("QZ-025-3", {**HELD, **m(test_started_on="2026-03-09", test_until="2026-03-16", test_told=True, test_paid_by="organ")}, [
        ("definite, told, paid by the organ", {}, PASSES),
        ("ends on the day it begins", m(test_until="2026-03-09"), PASSES),
        ("ends before it begins", m(test_until="2026-03-08"), FAILS),
        ("not told", m(test_told=False), FAILS),
        ("paid by the party", m(test_paid_by="party"), FAILS),
        ("no end is fixed", m(test_until=None), OPEN),
        ("a freeze", FREEZE, APART),
    ]),
    *table("QZ-026-1", {**DISPOSED, **m(closed_on="2026-04-10")}, [
        ("kept well", m(goods_spoiled=False), PASSES),
        ("used, and paid for", m(goods_spoiled=True, spoiled_compensated=True), PASSES),
        ("used and not paid for", m(goods_spoiled=True, spoiled_compensated=False), FAILS),
        ("used, and nobody knows", m(goods_spoiled=True), FAILS),
        ("not known", {}, OPEN),
        ("not closed", m(closed_on=None, goods_spoiled=True), OPEN),
        ("a freeze", FREEZE, APART),
    ]),
    *table("QZ-026-2", {**HELD, **m(custody_third=True)}, [
        ("what is sealed, with the duties written", m(kind="seal", custody_bound=True), PASSES),
        ("without them", m(kind="seal", custody_bound=False), FAILS),
        ("what is seized", m(custody_bound=True), FAILS),
        ("not known", m(kind="seal"), OPEN),
        ("kept by the organ", m(custody_third=False), APART),
    ]),
    *table("QZ-026-3", HELD, [
        ("nothing charged", m(custody_charged=0), PASSES), ("one fen", m(custody_charged=1), FAILS), ("not known", {}, OPEN), ("a freeze", FREEZE, APART),
    ]),
    *table("QZ-027", {**HELD, **m(disposal="confiscate")}, [
        ("confiscated on the thirtieth day", m(disposed_on="2026-04-02"), PASSES),
        ("on the thirty-first", m(disposed_on="2026-04-03"), FAILS),
        ("destroyed on the thirty-first", m(disposed_on="2026-04-03", disposal="destroy"), FAILS),
        ("on the sixtieth, extended", m(disposed_on="2026-05-02", extension_days=30), PASSES),
        ("on the sixty-first, extended", m(disposed_on="2026-05-03", extension_days=30), FAILS),
        ("on the thirty-seventh, with seven days of testing", m(disposed_on="2026-04-09", test_days=7), PASSES),
        ("on the thirty-eighth", m(disposed_on="2026-04-10", test_days=7), FAILS),
        ("a release may come late: better than never", m(disposed_on="2026-04-03", disposal="release"), APART),
        ("not decided", {}, OPEN),
        ("a freeze", FREEZE, APART),
    ]),
    *table("QZ-028-1", {**DISPOSED}, [
        *((f"ground {ground}", m(release_ground=ground), PASSES) for ground in ("innocent", "unrelated", "decided", "expired", "unneeded")),
        ("another ground", m(release_ground="asked"), FAILS),
        ("no ground", {}, OPEN),
        ("confiscated", m(disposal="confiscate"), APART),
        ("a freeze", FREEZE, APART),
    ]),
    *table("QZ-028-2", DISPOSED, [
        ("given back on the day", m(returned_on="2026-04-02"), PASSES),
        ("a day later", m(returned_on="2026-04-03"), FAILS),
        ("never", m(closed_on="2026-04-10"), FAILS),
        ("not yet", {}, OPEN),
        ("not released", m(released_on=None), APART),
        ("a freeze", FREEZE, APART),
    ]),
    *table("QZ-028-2-proceeds", {**DISPOSED, **m(closed_on="2026-04-10", proceeds=500_00)}, [
        ("all of it", m(proceeds_returned=500_00), PASSES),
        ("a fen short", m(proceeds_returned=499_99), FAILS),
        ("sold low and made good", m(proceeds_returned=500_00, sold_low=True, low_compensated=True), PASSES),
        ("sold low and not made good", m(proceeds_returned=500_00, sold_low=True, low_compensated=False), FAILS),
        ("not known", {}, OPEN),
        ("nothing was sold", m(proceeds=0), APART),
        ("one fen is something", m(proceeds=1, proceeds_returned=0), FAILS),
        ("confiscated", m(released_on=None), APART),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "says", "facts", "expected"), TABLES, ids=lambda value: value if isinstance(value, str) else "")
def test_rule(rule: str, says: str, facts: dict[str, Any], expected: Verdict):
    assert verdict(rule, **facts) is expected, says


def test_the_demand_of_article_62_is_that_of_article_25():
    assert verdict("QZ-062-3", **HELD, **m(disposed_on="2026-04-03")) is FAILS
