"""What stands in the name of an organ that was merged or split, and who may take it over."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q
from django.urls import reverse

from fadu.agencies.jurisdiction import standing
from fadu.agencies.leftover import Leftover
from fadu.agencies.models import Organ, SuccessionLine
from fadu.catalog.models import Delegation, PowerItem
from fadu.catalog.shelves import SHELVES


@dataclass(frozen=True, slots=True)
class Left:
    """What is in an organ's name: items and entries of lists that are open, delegations that run.

    Attributes:
        items: power items.
        entries: (id of the list, its name, the entry).
        delegations: those it acts under or made.
    """

    items: tuple[PowerItem, ...]
    entries: tuple[tuple[str, str, Any], ...]
    delegations: tuple[Delegation, ...]

    @property
    def count(self) -> int:
        """All of it."""
        return len(self.items) + len(self.entries) + len(self.delegations)


def left(organ: Organ, on: date) -> Left:
    """What is in the name of an organ already selected in scope. One that stands still keeps its lists and delegations."""
    gone = organ.ends_on is not None and organ.ends_on <= on
    items = tuple(PowerItem.objects.filter(organ=organ, until__isnull=True).order_by("code"))
    if not gone:
        return Left(items, (), ())
    entries = tuple((shelf.id, shelf.title, row) for shelf in SHELVES for row in shelf.model.objects.filter(organ=organ, until__isnull=True).order_by("code"))
    ours = Delegation.objects.filter(Q(organ=organ) | Q(principal=organ)).filter(Q(until__isnull=True) | Q(until__gte=on))
    return Left(items, entries, tuple(ours.select_related("organ", "principal").order_by("pk")))


def counted(organ: Organ, on: date) -> Leftover:
    """The same, counted: what the page of the organ shows as a task."""
    found = left(organ, on)
    return Leftover(len(found.items), len(found.entries), len(found.delegations), reverse("catalog:inherit", args=[organ.pk]))


def heirs(organ: Organ) -> list[Organ]:
    """Who may take it over: the successors that continue its items, through however many reforms; else every organ that stands.

    Those that were named to continue its items come first.
    """
    found: dict[int, Organ] = {}
    seen, waiting = {organ.pk}, [organ.pk]
    while waiting:
        lines = SuccessionLine.objects.filter(predecessor_id__in=waiting).select_related("successor").order_by("-items", "id")
        waiting = []
        for line in lines:
            if line.successor_id in seen:
                continue
            seen.add(line.successor_id)
            if line.successor.ends_on is not None:
                waiting.append(line.successor_id)
            elif line.items:
                found[line.successor_id] = line.successor
    return list(found.values()) or [one for one in standing().order_by("path") if one.pk != organ.pk]
