"""Asking the court to enforce, rule by rule. Working days of the court are those of article 69; days off and makeup days reckoned by hand."""

from typing import Any

import pytest

from fadu.law.rules import Verdict
from tests.law.coercion_words import e
from tests.law.judging import APART, FAILS, OPEN, PASSES, table, verdict

# Mon 1 September 2025: six months end on Sun 1 March 2026, rolls to Mon 2 March; three months from then: Tue 2 June
SERVED = e(order_served_on="2025-09-01", remedy_told="full")
APPLIED = {**SERVED, **e(court_applied_on="2026-03-18", own_power=False)}
DENIED = e(court_ruled_on="2026-04-03", court_denied=True)

TABLES = [
    *table("QZ-053", APPLIED, [
        ("on the last day of three months", e(court_applied_on="2026-06-02"), PASSES),
        ("a day later", e(court_applied_on="2026-06-03"), FAILS),
        ("a day later, with a reason", e(court_applied_on="2026-06-03", late_reasoned=True), PASSES),
        # deferred to Fri 15 May: Sat 15 August rolls to Mon 17 August
        ("deferred: from the end of the deferral", e(deferred_until="2026-05-15", court_applied_on="2026-08-17"), PASSES),
        ("a day later than that", e(deferred_until="2026-05-15", court_applied_on="2026-08-18"), FAILS),
        ("a deferral that ended before changes nothing", e(deferred_until="2026-02-01", court_applied_on="2026-06-03"), FAILS),
        # remedies not told: Tue 1 September 2026, three months: Tue 1 December
        ("remedies not told", e(remedy_told="none", court_applied_on="2026-12-01"), PASSES),
        ("a day later than that, remedies not told", e(remedy_told="none", court_applied_on="2026-12-02"), FAILS),
        # the suit ended on Mon 10 August: Tue 10 November
        ("after a suit", e(sued_from="2026-02-10", sued_until="2026-08-10", court_applied_on="2026-11-10"), PASSES),
        ("a day later than that, after a suit", e(sued_from="2026-02-10", sued_until="2026-08-10", court_applied_on="2026-11-11"), FAILS),
        ("when it was served is not known", e(order_served_on=None), OPEN),
        ("not applied", e(court_applied_on=None), OPEN),
    ]),
    *table("QZ-053-ripe", APPLIED, [
        ("the day after the remedies are spent", e(court_applied_on="2026-03-03"), PASSES),
        ("their last day", e(court_applied_on="2026-03-02"), FAILS),
        ("a suit is pending", e(sued_from="2026-02-10"), FAILS),
        ("the party performed", e(performed_on="2026-03-10"), FAILS),
        ("not applied", e(court_applied_on=None), OPEN),
    ]),
    *table("QZ-053-power", APPLIED, [("no power of its own", {}, PASSES), ("its own power", e(own_power=True), FAILS), ("not known", e(own_power=None), OPEN)]),
    # Tue 3 March: 4 5 6 9 10 11 12 13 16 17: ten working days
    *table("QZ-054", {**APPLIED, **e(demanded_on="2026-03-03")}, [
        ("the day after ten working days", {}, PASSES),
        ("their last day", e(court_applied_on="2026-03-17"), FAILS),
        # Wed 23 September: 24 28 29 30, 8 9 October, Sat 10 worked, 12 13 14
        ("over two holidays and a worked Saturday", e(demanded_on="2026-09-23", court_applied_on="2026-10-15"), PASSES),
        ("a day less", e(demanded_on="2026-09-23", court_applied_on="2026-10-14"), FAILS),
        ("not demanded", e(demanded_on=None), OPEN),
    ]),
    *table("QZ-055-1", APPLIED, [
        ("all four", e(court_materials=15), PASSES),
        ("no application", e(court_materials=14), FAILS), ("no decision", e(court_materials=13), FAILS),
        ("no opinion of the party", e(court_materials=11), FAILS), ("no target", e(court_materials=7), FAILS),
        ("not known", {}, OPEN),
    ]),
    *table("QZ-055-2", APPLIED, [
        ("signed, sealed, dated", e(court_attested=7), PASSES),
        ("not signed", e(court_attested=6), FAILS), ("not sealed", e(court_attested=5), FAILS), ("not dated", e(court_attested=3), FAILS),
        ("not known", {}, OPEN),
    ]),
    # Wed 18 March: 19 20 23 24 25
    *table("QZ-056-1", e(court_received_on="2026-03-18"), [
        ("on the fifth working day", e(court_accepted_on="2026-03-25"), PASSES),
        ("on the sixth", e(court_accepted_on="2026-03-26"), FAILS),
        ("never", {}, FAILS),
        ("received on Thu 31 December", e(court_received_on="2026-12-31"), OPEN),
        ("refused", e(court_refused_on="2026-03-20"), APART),
    ]),
    # Fri 20 March and 15 days: Sat 4 April in a holiday, rolls to Tue 7 April
    *table("QZ-056-2", e(court_refused_on="2026-03-20"), [
        ("on the day to which the last rolled", e(refusal_appealed_on="2026-04-07"), PASSES),
        ("a day later", e(refusal_appealed_on="2026-04-08"), FAILS),
        # Wed 25 March and 15 days: Thu 9 April
        ("on a fifteenth day that is worked", e(court_refused_on="2026-03-25", refusal_appealed_on="2026-04-09"), PASSES),
        ("on the sixteenth", e(court_refused_on="2026-03-25", refusal_appealed_on="2026-04-10"), FAILS),
        ("not used", {}, OPEN),
    ]),
    # Wed 25 March: 26 27 30 31, 1 2 3 April
    *table("QZ-057", e(court_accepted_on="2026-03-25"), [
        ("on the seventh working day", e(court_ruled_on="2026-04-03"), PASSES),
        ("on the eighth, after the holiday", e(court_ruled_on="2026-04-07"), FAILS),
        ("accepted on Thu 31 December", e(court_accepted_on="2026-12-31"), OPEN),
        ("the court has doubts", e(court_doubts=True), APART),
    ]),
    # Wed 25 March and 30 days: Fri 24 April
    *table("QZ-058-2", e(court_accepted_on="2026-03-25", court_doubts=True), [
        ("on the thirtieth day", e(court_ruled_on="2026-04-24"), PASSES),
        ("on the thirty-first", e(court_ruled_on="2026-04-25"), FAILS),
        ("accepted in December", e(court_accepted_on="2026-12-20"), OPEN),
        ("no doubts", e(court_doubts=False), APART),
    ]),
    # Fri 3 April: 7 8 9 10 13
    *table("QZ-058-2-serve", DENIED, [
        ("on the fifth working day", e(ruling_received_on="2026-04-13"), PASSES),
        ("on the sixth", e(ruling_received_on="2026-04-14"), FAILS),
        ("ruled on Thu 31 December", e(court_ruled_on="2026-12-31"), OPEN),
        ("granted", e(court_denied=False), APART),
    ]),
    # Mon 13 April and 15 days: Tue 28 April
    *table("QZ-058-3", {**DENIED, **e(ruling_received_on="2026-04-13")}, [
        ("on the fifteenth day", e(ruling_appealed_on="2026-04-28"), PASSES),
        ("on the sixteenth", e(ruling_appealed_on="2026-04-29"), FAILS),
        ("not used", {}, OPEN),
        ("granted", e(court_denied=False), APART),
    ]),
    *table("QZ-059", e(court_ruled_on="2026-04-03", court_urgent=True, court_president=True), [
        ("on the fifth working day", e(court_executed_on="2026-04-13"), PASSES),
        ("on the sixth", e(court_executed_on="2026-04-14"), FAILS),
        ("ruled on Thu 31 December", e(court_ruled_on="2026-12-31"), OPEN),
        ("the president did not approve", e(court_president=False), APART),
        ("not urgent", e(court_urgent=False), APART),
        ("denied", e(court_denied=True), APART),
    ]),
    *table("QZ-059-safety", {**APPLIED, **e(court_urgent=True)}, [
        ("for public safety", e(court_safety=True), PASSES), ("for haste alone", e(court_safety=False), FAILS), ("not known", {}, OPEN),
        ("in the ordinary way", e(court_urgent=False), APART),
    ]),
    *table("QZ-060-1", APPLIED, [("nothing", e(court_fee=0), PASSES), ("a fen", e(court_fee=1), FAILS), ("not known", {}, OPEN)]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "says", "facts", "expected"), TABLES, ids=lambda value: value if isinstance(value, str) else "")
def test_rule(rule: str, says: str, facts: dict[str, Any], expected: Verdict):
    assert verdict(rule, **facts) is expected, says
