"""What must hold of any case whatever the order of its steps: told a second time, in plain Python, with days counted one by one."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from fadu.law.calendar import china, civil, number

CALENDAR = china()


def works(day: date) -> bool:
    """Whether it is a working day."""
    return CALENDAR.worked_until_day(number(day)) != CALENDAR.worked_until_day(number(day) - 1)


def working_days_between(start: int, end: int) -> int:
    """Working days after `start` up to and with `end`, one by one."""
    day, found = civil(start), 0
    while day < civil(end):
        day += timedelta(days=1)
        found += works(day)
    return found


def broken(facts: Mapping[str, Any]) -> list[str]:  # noqa: C901 - one line for each demand of the issue
    """Which demands a case breaks as it stands."""
    faults: list[str] = []

    def demand(holds: object, what: str) -> None:
        if not holds:
            faults.append(what)

    known = facts.get
    general, market = known("procedure") == "general", known("field") == "market"
    penalised = known("outcome") == "penalty" and "decided_on" in facts
    if penalised:
        demand("notified_on" in facts and (known("told") or 0) & 15 == 15, "penalised without being told")
        demand(known("facts_clear"), "penalised on facts that are not clear")
        demand(not (known("decision_kinds") or 0) & ~(known("basis_kinds") or 0), "a kind of penalty that the basis does not list")
        demand(known("in_jurisdiction"), "penalised outside one's jurisdiction")
        demand(not known("criminal_suspected") or "criminal_transferred_on" in facts, "a fine instead of a transfer")
    if penalised and general:
        demand("concluded_on" in facts and "filed_on" in facts, "decided without inquiry")
        demand((known("decision_fine") or 0) <= (known("proposed_fine") or 0), "heavier than announced")
        demand(not (known("decision_kinds") or 0) & ~(known("proposed_kinds") or 0), "a kind that was not announced")
        if known("decision_kinds", 0) & 4:
            low = 0 if known("lessened") else known("basis_fine_least") or 0
            demand(low <= (known("decision_fine") or 0) <= (known("basis_fine_most") or 10**15), "a fine beyond the statute")
        if market and "waived_on" not in facts:
            demand(
                working_days_between(facts["notified_on"], facts["decided_on"]) > 5 or not works(civil(facts["decided_on"])),
                "decided before five working days ran out",
            )
        if "hearing_requested_on" in facts:
            demand("hearing_outcome" in facts, "a hearing asked for was skipped")
        review = (known("review_triggers") or 0) & ~2 or ((known("major_rights") or (known("review_triggers") or 0) & 2) and known("hearing_outcome") == "held")
        if review:
            demand(known("legal_review_passed"), "decided without legal review")
        if known("complex_or_major"):
            demand("discussed_on" in facts, "decided without discussion")
        if known("suspended"):
            demand(known("suspended_since", 0) >= facts["decided_on"], "decided while suspended")
    if penalised and not general:
        limit = known("spot_fine_limit") or (200_00 if known("party_kind") == "person" else 3000_00)
        demand((known("decision_fine") or 0) <= limit, "a fine on the spot beyond its limit")
        demand(not (known("decision_kinds") or 0) & ~5, "a kind that is not given on the spot")
    if penalised and general and "served_on" in facts and "announced_on" not in facts:
        late = working_days_between(facts["decided_on"], facts["served_on"]) > 7
        demand(not late or "lateness_admitted_on" in facts, "served late and nobody answered for it")
    if "closed_on" in facts and penalised and general:
        demand("served_on" in facts, "closed before it was served")
    return faults
