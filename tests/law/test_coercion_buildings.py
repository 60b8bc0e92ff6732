"""Unlawful buildings, rule by rule. The remedies are laid by hand: sixty days, six months, a year where they were not told."""

from typing import Any

import pytest

from fadu.law.rules import Verdict
from tests.law.coercion_words import e
from tests.law.judging import APART, FAILS, OPEN, PASSES, table, verdict

ORDERED = e(
    building_ordered_on="2025-08-29", zone="permit", building_organ="planning", stop_ordered=True, correctable=False, removable=True, building_action="demolish"
)
CORRECTABLE = e(correctable=True, building_action="correct")
# Mon 1 September 2025: sixty days end on Fri 31 October, six months on Sun 1 March 2026, which rolls to Mon 2 March
SERVED = e(order_served_on="2025-09-01", remedy_told="full")
RAZED = {**SERVED, **e(zone="permit", building_organ="planning", demolished_on="2026-03-03")}
DELEGATED = {
    "field": "city",
    "agency_kind": "entrusted",
    "decided_on": "2026-03-05",
    "delegation_lawful": True,
    "delegatee_public": True,
    "delegatee_certified": 1,
}

TABLES = [
    *table("QZ-044-a", {**RAZED, **e(announced_on="2026-01-05")}, [
        ("the day after the term to remove it oneself", e(self_demolish_by="2026-03-02"), PASSES),
        ("its last day", e(self_demolish_by="2026-03-03"), FAILS),
        ("a term that ended before the announcement", e(self_demolish_by="2026-01-04"), FAILS),
        ("a term that ended on its day", e(self_demolish_by="2026-01-05"), PASSES),
        ("not announced", e(announced_on=None, self_demolish_by="2026-03-02"), FAILS),
        ("not demolished", e(demolished_on=None, self_demolish_by="2026-03-02"), OPEN),
    ]),
    *table("QZ-044-b", RAZED, [
        ("the day after six months, rolled over a Sunday", {}, PASSES),
        ("their last day", e(demolished_on="2026-03-02"), FAILS),
        ("the day after sixty days only", e(demolished_on="2025-11-01"), FAILS),
        # 31 August 2025: 28 February 2026 is the last of its month, a Saturday that is worked
        ("from the last of August to the last of February", e(order_served_on="2025-08-31", demolished_on="2026-03-01"), PASSES),
        ("on the last of February", e(order_served_on="2025-08-31", demolished_on="2026-02-28"), FAILS),
        ("remedies not told: the day after a year", e(remedy_told="none", demolished_on="2026-09-02"), PASSES),
        ("its last day", e(remedy_told="none", demolished_on="2026-09-01"), FAILS),
        ("remedies told wrongly: six months are not enough", e(remedy_told="short"), FAILS),
        ("how they were told is not known: a year too", e(remedy_told=None), FAILS),
        ("a review is pending", e(reconsidered_from="2025-10-10"), FAILS),
        # Tue 10 March 2026 and fifteen days to sue: Wed 25 March
        ("sixteen days after the review", e(reconsidered_from="2025-10-10", reconsidered_until="2026-03-10", demolished_on="2026-03-26"), PASSES),
        ("fifteen", e(reconsidered_from="2025-10-10", reconsidered_until="2026-03-10", demolished_on="2026-03-25"), FAILS),
        ("a review that ended early leaves the six months", e(reconsidered_from="2025-10-10", reconsidered_until="2025-11-10", demolished_on="2026-03-02"), FAILS),
        ("a suit is pending", e(sued_from="2026-02-10", demolished_on="2026-08-11"), FAILS),
        ("the day after the suit", e(sued_from="2026-02-10", sued_until="2026-08-10", demolished_on="2026-08-11"), PASSES),
        ("the day of its end", e(sued_from="2026-02-10", sued_until="2026-08-10", demolished_on="2026-08-10"), FAILS),
        ("the party removed it", e(performed_on="2026-01-20"), FAILS),
        ("when it was served is not known", e(order_served_on=None), OPEN),
        ("not demolished", e(demolished_on=None), OPEN),
    ]),
    *table("CX-064", ORDERED, [
        ("not correctable: to be demolished", {}, PASSES),
        ("a city's planners too", e(building_organ="city_planning"), PASSES),
        ("not removable: confiscated", e(removable=False, building_action="confiscate"), PASSES),
        ("not removable, yet to be demolished", e(removable=False), FAILS),
        ("removable, yet confiscated", e(building_action="confiscate"), FAILS),
        ("correctable and fined", {**CORRECTABLE, **e(building_fine=50_000_00)}, PASSES),
        ("correctable and not fined", {**CORRECTABLE, **e(building_fine=0)}, FAILS),
        ("correctable and fined one fen", {**CORRECTABLE, **e(building_fine=1)}, PASSES),
        ("correctable, yet to be demolished", e(correctable=True, building_fine=50_000_00), FAILS),
        ("not told to stop", e(stop_ordered=False), FAILS),
        ("a township", e(building_organ="township"), FAILS),
        ("not known", e(correctable=None, building_action=None), OPEN),
        ("in a village", e(zone="rural"), APART),
    ]),
    *table("CX-064-least", {**ORDERED, **CORRECTABLE, **e(building_cost=1_000_000_00)}, [
        ("five in a hundred", e(building_fine=50_000_00), PASSES),
        ("a fen less", e(building_fine=49_999_99), FAILS),
        ("of an odd cost, rounded up", e(building_cost=1_01, building_fine=6), PASSES),
        ("rounded down is too little", e(building_cost=1_01, building_fine=5), FAILS),
        ("not known", {}, OPEN),
        ("not correctable", e(correctable=False), APART),
    ]),
    *table("CX-064-most", {**ORDERED, **e(building_cost=1_000_000_00)}, [
        ("ten in a hundred", e(building_fine=100_000_00), PASSES),
        ("a fen more", e(building_fine=100_000_01), FAILS),
        ("the cost is not known", e(building_cost=None, building_fine=1_00), OPEN),
        ("no fine", {}, APART),
        ("in a village", e(zone="rural", building_fine=100_000_01), APART),
    ]),
    *table("CX-065", {**ORDERED, **e(zone="rural", building_organ="township")}, [
        ("a township, no fine", {}, PASSES),
        ("a township that fines", e(building_fine=1), FAILS),
        ("not told to stop", e(stop_ordered=False), FAILS),
        ("planners", e(building_organ="planning"), FAILS),
        ("not known", e(stop_ordered=None), OPEN),
        ("in a town", e(zone="permit"), APART),
    ]),
    *table("CX-065-overdue", {**RAZED, **e(zone="rural", building_organ="township", correct_by="2026-03-02")}, [
        ("the day after the term", {}, PASSES),
        ("its last day", e(demolished_on="2026-03-02"), FAILS),
        ("corrected", e(performed_on="2026-02-10"), FAILS),
        ("no term is known", e(correct_by=None), OPEN),
        ("in a town", e(zone="permit"), APART),
    ]),
    *table("CX-066", {**ORDERED, **e(zone="temporary", building_organ="city_planning", building_cost=30_000_00)}, [
        ("no fine", {}, PASSES),
        ("as much as it cost", e(building_fine=30_000_00), PASSES),
        ("a fen more", e(building_fine=30_000_01), FAILS),
        ("a township", e(building_organ="township"), FAILS),
        ("to be corrected", e(building_action="correct"), FAILS),
        ("the cost is not known", e(building_cost=None), OPEN),
        ("no temporary building", e(zone="permit"), APART),
    ]),
    *table("CX-068", RAZED, [
        ("charged by the government before", e(government_charged_on="2026-03-01"), PASSES),
        ("on the day", e(government_charged_on="2026-03-03"), PASSES),
        ("a day after", e(government_charged_on="2026-03-04"), FAILS),
        ("not charged", {}, OPEN),
        ("a township by its own power", e(building_organ="township"), APART),
    ]),
    *table("CX-053-2", e(opened_on="2025-08-20"), [
        ("shown", e(inspection_card=True), PASSES), ("not shown", e(inspection_card=False), FAILS), ("not known", {}, OPEN),
    ]),
    *table("CX-054", e(zone="permit", closed_on="2026-03-20"), [
        ("made public before it was closed", e(results_published_on="2026-03-20"), PASSES),
        ("a day after", e(results_published_on="2026-03-21"), FAILS),
        ("not yet closed", e(closed_on=None, results_published_on="2026-03-21"), OPEN),
        ("no building", e(zone=None), APART),
    ]),
    *table("CX-056", e(superior_ordered_on="2026-01-10", closed_on="2026-03-20"), [
        ("a decision followed", e(superior_answered_on="2026-02-10"), PASSES),
        ("it came before the order", e(superior_answered_on="2026-01-09"), FAILS),
        ("none followed", {}, FAILS),
        ("not yet closed", e(closed_on=None), OPEN),
        ("nobody ordered it", e(superior_ordered_on=None), APART),
    ]),
    *table("SR-037", {**RAZED, **e(zone="appearance", building_organ="appearance", correct_by="2026-03-02", government_charged_on="2026-03-03")}, [
        ("with the planners, approved, overdue", {}, PASSES),
        ("on the last day of the term", e(correct_by="2026-03-03"), FAILS),
        ("approved a day later", e(government_charged_on="2026-03-04"), FAILS),
        ("without the planners", e(building_organ="other"), FAILS),
        ("not approved", e(government_charged_on=None), OPEN),
        ("another building", e(zone="other"), APART),
    ]),
    *table("SR-040-1", ORDERED, [
        ("sixty days, six months", e(remedy_told="full"), PASSES),
        ("the fifteen days of the old regulation", e(remedy_told="short"), FAILS),
        ("nothing told", e(remedy_told="none"), FAILS),
        ("not known", {}, OPEN),
        ("no building", e(zone=None), APART),
    ]),
    *table("SR-034", DELEGATED, [
        ("a lawful delegate with certified people", {}, PASSES),
        ("not lawful", {"delegation_lawful": False}, FAILS),
        ("no public body", {"delegatee_public": False}, FAILS),
        ("nobody certified", {"delegatee_certified": 0}, FAILS),
        ("not known", {"delegatee_public": None}, OPEN),
        ("the department itself", {"agency_kind": "statutory"}, APART),
        ("another field", {"field": "market"}, APART),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "says", "facts", "expected"), TABLES, ids=lambda value: value if isinstance(value, str) else "")
def test_rule(rule: str, says: str, facts: dict[str, Any], expected: Verdict):
    assert verdict(rule, **facts) is expected, says
