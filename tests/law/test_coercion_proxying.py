"""Performance by proxy, rule by rule."""

from typing import Any

import pytest

from fadu.law.rules import Verdict
from tests.law.coercion_words import e
from tests.law.judging import APART, FAILS, OPEN, PASSES, table, verdict

ORDERED = e(proxy_ordered_on="2026-03-02", restoration=True, order_perform_by="2026-02-10", demanded_on="2026-02-11", harm="pollution", performer="third")
DONE = e(proxy_on="2026-03-10", proxy_served_on="2026-03-03", proxy_parts=63)
FINISHED = e(proxy_done_on="2026-03-11")
CLEARED = e(cleared_on="2026-03-05", cleared_place="road", cleared_thing="dropped", party_unable=True)

TABLES = [
    *table("QZ-050", ORDERED, [
        ("pollution, by one without interest", {}, PASSES),
        ("danger to traffic, by the organ", e(harm="traffic", performer="organ"), PASSES),
        ("harm to resources", e(harm="resources"), PASSES),
        ("no such harm", e(harm="none"), FAILS),
        ("by one with an interest", e(performer="interested"), FAILS),
        ("a duty to pay", e(restoration=False), FAILS),
        ("on the last day to perform", e(order_perform_by="2026-03-02"), FAILS),
        ("the day after it", e(order_perform_by="2026-03-01"), PASSES),
        ("demanded after the decision", e(demanded_on="2026-03-03"), FAILS),
        ("not demanded", e(demanded_on=None), OPEN),
    ]),
    *table("QZ-051-1-1", DONE, [
        ("served before, with all six", {}, PASSES),
        ("served on the day", e(proxy_served_on="2026-03-10"), PASSES),
        ("served a day after", e(proxy_served_on="2026-03-11"), FAILS),
        ("no party", e(proxy_parts=62), FAILS), ("no reasons", e(proxy_parts=61), FAILS), ("no way", e(proxy_parts=59), FAILS),
        ("no target", e(proxy_parts=55), FAILS), ("no budget", e(proxy_parts=47), FAILS), ("no proxy", e(proxy_parts=31), FAILS),
        ("not served", e(proxy_served_on=None), OPEN),
    ]),
    # Tue 3 March: Wed 4, Thu 5, Fri 6 lie between
    *table("QZ-051-1-2", e(proxy_demanded_on="2026-03-03"), [
        ("three working days between, on a Saturday", e(proxy_on="2026-03-07"), PASSES),
        ("two", e(proxy_on="2026-03-06"), FAILS),
        # Fri 13 February: Sat 14 worked, 15 to 23 off, Tue 24, Wed 25
        ("over the Spring Festival", e(proxy_demanded_on="2026-02-13", proxy_on="2026-02-26"), PASSES),
        ("a day less", e(proxy_demanded_on="2026-02-13", proxy_on="2026-02-25"), FAILS),
        ("the party performed meanwhile", e(proxy_on="2026-03-07", performed_on="2026-03-05"), FAILS),
        ("without notice", e(proxy_demanded_on=None, proxy_on="2026-03-07"), FAILS),
        ("not done", {}, OPEN),
    ]),
    *table("QZ-051-1-3", DONE, [("one supervises", e(supervisors=1), PASSES), ("nobody", e(supervisors=0), FAILS), ("not known", {}, OPEN)]),
    *table("QZ-051-1-4", FINISHED, [
        ("all signed", e(proxy_signed=7), PASSES),
        ("the supervisor not", e(proxy_signed=6), FAILS), ("the proxy not", e(proxy_signed=5), FAILS), ("neither party nor witness", e(proxy_signed=3), FAILS),
        ("not known", {}, OPEN),
    ]),
    *table("QZ-051-2", {**FINISHED, **e(proxy_cost=12_000_00)}, [
        ("at cost", e(proxy_charged=12_000_00), PASSES), ("a fen more", e(proxy_charged=12_000_01), FAILS), ("not known", {}, OPEN),
    ]),
    *table("QZ-052", CLEARED, [
        ("dropped on a road", {}, PASSES),
        ("an obstacle in a river", e(cleared_place="river", cleared_thing="obstacle"), PASSES),
        ("a pollutant in a waterway", e(cleared_place="waterway", cleared_thing="pollutant"), PASSES),
        ("in a public place", e(cleared_place="public"), PASSES),
        ("in a yard", e(cleared_place="other"), FAILS),
        ("another thing", e(cleared_thing="other"), FAILS),
        ("the party can do it", e(party_unable=False), FAILS),
        ("not known", e(party_unable=None), OPEN),
    ]),
    *table("QZ-052-told", {**CLEARED, **e(party_away=True)}, [
        ("told on the day", e(cleared_told_on="2026-03-05"), PASSES),
        ("told a day later", e(cleared_told_on="2026-03-06"), FAILS),
        ("not yet", {}, OPEN),
        ("the party was there", e(party_away=False), APART),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "says", "facts", "expected"), TABLES, ids=lambda value: value if isinstance(value, str) else "")
def test_rule(rule: str, says: str, facts: dict[str, Any], expected: Verdict):
    assert verdict(rule, **facts) is expected, says
