"""Suspension, end, return, agreement, time and manner, money: rule by rule, days reckoned by hand."""

from typing import Any

import pytest

from fadu.law.rules import Verdict
from tests.law.coercion_words import e
from tests.law.judging import APART, FAILS, OPEN, PASSES, table, verdict

SERVED = e(order_served_on="2025-09-01", remedy_told="full")
BY_DAY = e(executed_on="2026-03-05", executed_at="2026-03-05T09:00", executed_until="2026-03-05T11:00")

TABLES = [
    *table("QZ-039-1", e(suspended_on="2026-03-05"), [
        *((f"ground {ground}", e(suspend_ground=ground), PASSES) for ground in ("unable", "third_party", "irreparable", "needed")),
        ("no ground", e(suspend_ground="none"), FAILS),
        ("not known", {}, OPEN),
    ]),
    *table("QZ-039-1-resume", e(suspended_on="2026-03-05", suspend_gone_on="2026-04-08"), [
        ("resumed", e(resumed_on="2026-04-09"), PASSES),
        ("closed without", e(closed_on="2026-04-20"), FAILS),
        ("not yet", {}, OPEN),
        ("the ground still stands", e(suspend_gone_on=None), APART),
    ]),
    *table("QZ-039-2", e(suspended_on="2023-03-01", harmless=True, incapable=True), [
        ("on the last day of three years, a Sunday", e(resumed_on="2026-03-01"), PASSES),
        ("a day later", e(resumed_on="2026-03-02"), FAILS),
        ("from 29 February to the 28th", e(suspended_on="2024-02-29", resumed_on="2027-02-28"), PASSES),
        ("and not 1 March", e(suspended_on="2024-02-29", resumed_on="2027-03-01"), FAILS),
        ("not resumed", {}, OPEN),
        ("harm was done", e(harmless=False), APART),
        ("the party can perform", e(incapable=False), APART),
    ]),
    *table("QZ-040", e(ended_on="2026-03-05"), [
        *((f"ground {ground}", e(end_ground=ground), PASSES) for ground in ("dead", "dissolved", "lost", "revoked", "needed")),
        ("no ground", e(end_ground="none"), FAILS),
        ("not known", {}, OPEN),
    ]),
    *table("QZ-041", e(overturned_on="2026-03-05"), [
        ("restored", e(restored_on="2026-03-10", restored_by="restored"), PASSES),
        ("returned", e(restored_on="2026-03-10", restored_by="returned"), PASSES),
        ("compensated", e(restored_on="2026-03-10", restored_by="compensated"), PASSES),
        ("closed without", e(closed_on="2026-03-20"), FAILS),
        ("not yet", {}, OPEN),
        ("the decision stands", e(overturned_on=None), APART),
    ]),
    *table("QZ-042-1", e(agreed_on="2026-03-05", agreement_harms=False, surcharge=1_000_00), [
        ("by instalments, nothing waived", {}, PASSES),
        ("the surcharge waived for what was remedied", e(surcharge_waived=1_000_00, remedied=True), PASSES),
        ("more than there is", e(surcharge_waived=1_000_01, remedied=True), FAILS),
        ("nothing was remedied", e(surcharge_waived=1_00, remedied=False), FAILS),
        ("a fen of the principal", e(principal_waived=1), FAILS),
        ("it harms others", e(agreement_harms=True), FAILS),
        ("not known", e(agreement_harms=None), OPEN),
    ]),
    *table("QZ-042-2", e(agreement_broken_on="2026-03-05"), [
        ("resumed", e(agreement_resumed_on="2026-03-05"), PASSES),
        ("resumed before it was broken", e(agreement_resumed_on="2026-03-04"), FAILS),
        ("closed without", e(closed_on="2026-03-20"), FAILS),
        ("not yet", {}, OPEN),
        ("not broken", e(agreement_broken_on=None), APART),
    ]),
    *table("QZ-043-1", BY_DAY, [
        ("in the morning of a Thursday", {}, PASSES),
        ("at six", e(executed_at="2026-03-05T06:00"), PASSES),
        ("a minute before six", e(executed_at="2026-03-05T05:59"), FAILS),
        ("until ten at night", e(executed_until="2026-03-05T22:00"), PASSES),
        ("a minute past ten", e(executed_until="2026-03-05T22:01"), FAILS),
        ("through the night into the day", e(executed_at="2026-03-05T20:00", executed_until="2026-03-06T07:00"), FAILS),
        ("on a plain Sunday", e(executed_on="2026-03-08", executed_at="2026-03-08T09:00", executed_until="2026-03-08T11:00"), PASSES),
        ("on Qingming, Mon 6 April", e(executed_on="2026-04-06", executed_at="2026-04-06T09:00", executed_until="2026-04-06T11:00"), FAILS),
        ("on Sat 14 February, worked for the Spring Festival", e(executed_on="2026-02-14", executed_at="2026-02-14T09:00", executed_until="2026-02-14T11:00"), PASSES),
        ("on 1 October of a year without a notice", e(executed_on="2028-10-01", executed_at="2028-10-01T09:00", executed_until="2028-10-01T11:00"), FAILS),
        ("in an emergency", e(executed_urgently=True, executed_at="2026-03-05T03:00"), APART),
        ("an end before the beginning", e(executed_until="2026-03-05T08:59"), FAILS),
        ("the end is not known", e(executed_until=None), OPEN),
    ]),
    *table("QZ-043-2", BY_DAY, [
        ("nothing is cut", e(cuts_utilities=False, residential=True), PASSES),
        ("a factory's power", e(cuts_utilities=True, residential=False), PASSES),
        ("a family's water", e(cuts_utilities=True, residential=True), FAILS),
        ("not known", {}, OPEN),
    ]),
    *table("QZ-045-1", e(surcharged_from="2026-03-02"), [
        ("told", e(surcharge_told=True), PASSES), ("not told", e(surcharge_told=False), FAILS), ("not known", {}, OPEN),
    ]),
    *table("QZ-045-2", e(surcharge=10_000_00), [
        ("as much as the principal", e(principal=10_000_00), PASSES),
        ("a fen more", e(principal=9_999_99), FAILS),
        ("not known", {}, OPEN),
        ("no surcharge", e(surcharge=None), APART),
    ]),
    # Mon 2 March and 30 days: 29 to the end of March, Wed 1 April
    *table("QZ-046-1", e(surcharged_from="2026-03-02"), [
        ("on the thirty-first day", e(ordered_on="2026-04-02"), PASSES),
        ("on the thirtieth", e(ordered_on="2026-04-01"), FAILS),
        # Thu 5 March: Sat 4 April in a holiday, rolls to Tue 7 April
        ("after a thirtieth day that rolled over", e(surcharged_from="2026-03-05", ordered_on="2026-04-08"), PASSES),
        ("on the day to which it rolled", e(surcharged_from="2026-03-05", ordered_on="2026-04-07"), FAILS),
        ("not ordered", {}, OPEN),
        ("no surcharge", e(surcharged_from=None), APART),
        ("at once, on proof of flight", e(at_once=True), APART),
    ]),
    # Mon 1 September 2025: six months end on Sun 1 March 2026, rolls to Mon 2 March
    *table("QZ-046-3", {**SERVED, **e(own_power=False, seized_before=True, demanded_on="2026-02-10", auctioned_on="2026-03-03")}, [
        ("the day after the remedies are spent", {}, PASSES),
        ("their last day", e(auctioned_on="2026-03-02"), FAILS),
        ("goods never seized", e(seized_before=False), FAILS),
        ("demanded on the day", e(demanded_on="2026-03-03"), FAILS),
        ("not demanded", e(demanded_on=None), OPEN),
        ("own power", e(own_power=True), APART),
    ]),
    *table("QZ-047-1", e(transferred_on="2026-03-05", power_level="law"), [
        ("by law, the bank told", e(bank_told=True), PASSES),
        ("the bank not told", e(bank_told=False), FAILS),
        ("by a regulation", e(bank_told=True, power_level="admin_regulation"), FAILS),
        ("not known", {}, OPEN),
    ]),
    *table("QZ-048", e(auctioned_on="2026-03-05"), [
        ("by an auction house", e(auctioneer=True), PASSES), ("sold by the organ", e(auctioneer=False), FAILS), ("not known", {}, OPEN),
    ]),
    *table("QZ-049", e(closed_on="2026-03-20", proceeds=8_000_00), [
        ("all of it", e(banked=8_000_00), PASSES), ("a fen short", e(banked=7_999_99), FAILS), ("not known", {}, OPEN), ("no proceeds", e(proceeds=0), APART),
        ("one fen kept back", e(proceeds=1, banked=0), FAILS),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "says", "facts", "expected"), TABLES, ids=lambda value: value if isinstance(value, str) else "")
def test_rule(rule: str, says: str, facts: dict[str, Any], expected: Verdict):
    assert verdict(rule, **facts) is expected, says
