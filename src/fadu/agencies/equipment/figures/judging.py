"""How figures are put together: each organ is judged, and the share of those that hold the line is the figure."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Q
from django.urls import reverse

from fadu.agencies.equipment.kinds import Rule, ThingKind
from fadu.agencies.equipment.models import Designation, Regulation, Thing
from fadu.agencies.equipment.selectors.needs import below, designated, enforcers, in_use
from fadu.agencies.figure import Behind, Reading, ratio
from fadu.agencies.kinds import Level, OrganKind
from fadu.agencies.models import Organ

Verdict = str | None
"""What an organ lacks, "" for nothing; None where the line is not drawn for it."""


@dataclass(frozen=True)
class County:
    """An organ and all below it on a day, with what most figures look at."""

    organ: Organ
    day: date

    @cached_property
    def organs(self) -> list[Organ]:
        """From the top down."""
        return below(self.organ, self.day)

    @cached_property
    def people(self) -> dict[int, set[int]]:
        """Who enforces, by organ."""
        return enforcers(self.organs, self.day)

    @cached_property
    def enforcing(self) -> list[Organ]:
        """The organs that have people who enforce."""
        return [organ for organ in self.organs if self.people.get(organ.pk)]

    @cached_property
    def everybody(self) -> set[int]:
        """All who enforce."""
        return set().union(*self.people.values()) if self.people else set()

    @cached_property
    def townships(self) -> list[Organ]:
        """Townships and sub-districts (乡镇、街道)."""
        return [organ for organ in self.organs if organ.level == Level.TOWNSHIP and organ.kind != OrganKind.DISPATCHED]

    @cached_property
    def things(self) -> list[Thing]:
        """Things in use, verified where they must be."""
        return in_use(self.organs, self.day)

    @cached_property
    def marks(self) -> dict[tuple[int, str], Designation]:
        """What papers determine for each organ."""
        return designated(self.organs, self.day)

    @cached_property
    def rules(self) -> dict[tuple[int, str], Regulation]:
        """Checked rules in force, by organ and kind."""
        return self._rules([organ.pk for organ in self.organs])

    @cached_property
    def around(self) -> dict[tuple[int, str], Regulation]:
        """The same with those of the organs above, whose papers hold for all below them."""
        return self._rules([*(int(step) for step in self.organ.path.strip("/").split("/")), *(organ.pk for organ in self.organs)])

    def _rules(self, organs: list[int]) -> dict[tuple[int, str], Regulation]:
        running = Q(issued_on__lte=self.day) & (Q(until__isnull=True) | Q(until__gte=self.day))
        rows = Regulation.objects.filter(running, organ__in=organs).exclude(checked_name="").order_by("issued_on")
        return {(row.organ_id, row.rule): row for row in rows}

    def over(self, rule: Rule) -> list[Regulation]:
        """The rules of a kind in force there or above."""
        return [row for (_, kind), row in self.around.items() if kind == rule]

    def rule(self, rule: Rule) -> list[Regulation]:
        """The rules of a kind in force anywhere in the county."""
        return [row for (_, kind), row in self.rules.items() if kind == rule]

    def count(self, organ: Organ, *kinds: ThingKind) -> int:
        """How many things of these kinds an organ has in use."""
        return sum(thing.organ_id == organ.pk and thing.kind in kinds for thing in self.things)


def organs_held(organs: Iterable[Organ], judge: Callable[[Organ], Verdict], *, none: str) -> Reading:
    """The share of organs that hold a line; `none` says why it can't be told where it is drawn for no organ."""
    found = [(organ, verdict) for organ in organs if (verdict := judge(organ)) is not None]
    behind = [Behind(organ.name, reverse("agencies:organ", args=[organ.pk]), lacks) for organ, lacks in found]
    return held(behind, none=none)


def held(behind: Iterable[Behind], *, none: str) -> Reading:
    """The share of rows that lack nothing, those that fall short first."""
    rows = sorted(behind, key=lambda row: not row.lacks)
    good = sum(not row.lacks for row in rows)
    return ratio(good, len(rows), why=none if not rows else f"{len(rows)} 个中 {good} 个达到", behind=tuple(rows))


def untold(why: str) -> Reading:
    """What can't be told yet, and what is missing."""
    return Reading(None, None, why=why)
