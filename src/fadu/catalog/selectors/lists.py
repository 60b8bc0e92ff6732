"""The published lists beside that of powers, and what of them the law itself carries out."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require
from fadu.catalog.models import LenientEntry
from fadu.catalog.selectors.locality import parameters
from fadu.catalog.shelves import Shelf
from fadu.law.parameters import OutsideValidity
from fadu.law.parameters import Value as Number
from fadu.law.registry import rule_of
from fadu.law.rules import Rule
from fadu.law.vocabulary.kinds import LABELS, Trigger

REVIEW_RULES = ("CF-058-1", "CF-057-2")
"""The rules that demand review and collective discussion before a decision (行政处罚法第五十七条、第五十八条)."""
REVIEW_NUMBERS = ("review.fine.person", "review.fine.unit", "discussion.fine.person", "discussion.fine.unit", "review.days")


def entries(actor: Actor, shelf: Shelf, on: date, *, field: str = "", organ: str = "", part: str = "", query: str = "") -> QuerySet[Any]:
    """The entries of a list in force on a day; `part` is one of the three lists of leniency."""
    require(actor, "item.see")
    found = standing(shelf, on)
    if field:
        found = found.filter(field=field)
    if part and shelf.model is LenientEntry:
        found = found.filter(leniency=part)
    if organ:
        found = found.filter(organ_id=int(organ) if organ.isdecimal() and len(organ) < 18 else 0)
    if query := query.strip():
        found = found.filter(Q(matter__contains=query) | Q(code__contains=query) | Q(cited__contains=query))
    return found.order_by("field", "code")


def standing(shelf: Shelf, on: date) -> QuerySet[Any]:
    """All entries of a list in force on a day, for reckoning."""
    running = Q(since__lte=on) & (Q(until__isnull=True) | Q(until__gte=on))
    found: QuerySet[Any] = shelf.model.objects.filter(running).select_related("organ")
    return found


def entry_versions(actor: Actor, shelf: Shelf, code: str) -> list[Any]:
    """Every row of a code, the latest first; empty where there is none."""
    require(actor, "item.see")
    return list(shelf.model.objects.filter(code=code).select_related("organ").order_by("-since"))


def lenience_for(actor: Actor, item: str, on: date) -> list[LenientEntry]:
    """The entries of the three lists that name an item, on a day: shown where the item is handled."""
    require(actor, "item.see")
    found = LenientEntry.objects.filter(Q(since__lte=on) & (Q(until__isnull=True) | Q(until__gte=on)))
    return [row for row in found.order_by("leniency", "code") if item in row.items]


@dataclass(frozen=True, slots=True)
class Major:
    """What makes a decision major here, by the law and the numbers of the place themselves.

    Attributes:
        triggers: the situations of 行政处罚法第五十八条第一款.
        rules: the rules that refuse a decision without review or discussion.
        numbers: the numbers of the place that hold that day.
        missing: the numbers that the place has not set.
    """

    triggers: tuple[str, ...]
    rules: tuple[Rule, ...]
    numbers: tuple[Number, ...]
    missing: tuple[str, ...]


def major(on: date) -> Major:
    """What runs: the catalogue of review is published from these objects together with the listed entries."""
    numbers, missing = [], []
    for name in REVIEW_NUMBERS:
        try:
            numbers.append(parameters().value(name, on))
        except OutsideValidity as outside:
            missing.append(str(outside))
    return Major(tuple(LABELS[one] for one in Trigger), tuple(rule_of(name) for name in REVIEW_RULES), tuple(numbers), tuple(missing))
