"""Finding households: by code, whole name, or the beginning of an enterprise's name; and whether one is within reach."""

import uuid
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require, scope
from fadu.cases.errors import NotFound
from fadu.cases.models import Case, Party
from fadu.evidence.household import keys
from fadu.evidence.household.models import Household, Proposal

MOST_FOUND = 30
"""Households that a search lists: who gets more than that should ask more exactly."""

LEAST = 2
"""Characters of an enterprise's name that are searched for from its beginning."""

OF_HOUSEHOLD = "party__membership__household__root_id"
"""From a case to the household it belongs to."""


def cases_within(actor: Actor, action: str) -> QuerySet[Case]:
    """The cases within reach of `action`, before it is said of which household."""
    return Case.objects.filter(scope(actor, action))


def within(actor: Actor, action: str, household_id: uuid.UUID) -> bool:
    """Whether a case within reach of `action` concerns the household, or the one it was joined to."""
    root = Household.objects.filter(pk=household_id).values_list("root_id", flat=True).first()
    return root is not None and cases_within(actor, action).filter(**{OF_HOUSEHOLD: root}).exists()


def household(actor: Actor, household_id: uuid.UUID) -> Household:
    """One household, by the household it was joined to; raises NotFound where there is none. Whether its file may be opened, `opened` says."""
    require(actor, "household.see")
    found = Household.objects.filter(pk=household_id).select_related("root").first()
    if found is None:
        raise NotFound("没有这一户")
    return found.root


def sought(actor: Actor, query: str) -> list[Household]:
    """The households that a code, a whole name, or the beginning of an enterprise's name finds; those within reach first.

    A code and a whole name find anybody's household, as asking the party would; of the name of a person only the whole finds.
    """
    require(actor, "household.see")
    asked = query.strip()
    if not asked:
        return []
    exact = Q(code_index=keys.of_code(asked.upper())) | Q(name_index=keys.of_name(asked))
    found = {one.root_id: one.root for one in Household.objects.filter(exact).select_related("root")[:MOST_FOUND]}
    if len(asked) >= LEAST and len(found) < MOST_FOUND:
        for one in begins_with(asked).select_related("root")[: MOST_FOUND - len(found)]:
            found.setdefault(one.root_id, one.root)
    near = set(_reached(actor, list(found)))
    return sorted(found.values(), key=lambda one: (one.pk not in near, one.shown_as))


def begins_with(text: str) -> QuerySet[Household]:
    """The enterprises whose name begins so: a range of the index on both databases, since LIKE would read the whole table on one."""
    last = text[:-1] + chr(min(ord(text[-1]) + 1, 0x10FFFF))
    return Household.objects.filter(~Q(kind=keys.PERSON), shown_as__gte=text, shown_as__lt=last).order_by("shown_as", "id")


@dataclass(frozen=True)
class Suspected:
    """Two households that may be one, with the parties as they are to be compared."""

    proposal: Proposal
    sides: tuple[tuple[Household, Party | None, int], ...]


def proposals(actor: Actor, after: int = 0, size: int = 20) -> tuple[list[Suspected], int]:
    """What waits to be decided within reach, oldest first, and the key of the next page (0 on the last)."""
    require(actor, "household.match")
    reached = cases_within(actor, "household.match")
    rows = (
        Proposal.objects.filter(decided=False, pk__gt=after)
        .annotate(
            near=Exists(reached.filter(**{OF_HOUSEHOLD: OuterRef("one__root_id")})), far=Exists(reached.filter(**{OF_HOUSEHOLD: OuterRef("other__root_id")}))
        )
        .filter(near=True, far=True)
        .select_related("one", "other")
        .order_by("id")
    )
    found = list(rows[: size + 1])
    shown = [Suspected(row, tuple((side, _party(side), _count(side)) for side in (row.one, row.other))) for row in found[:size]]
    return shown, found[size - 1].pk if len(found) > size else 0


def waiting(household: Household) -> list[Proposal]:
    """What is proposed of one household and its parts."""
    parts = list(household.parts.values_list("pk", flat=True))
    return list(Proposal.objects.filter(Q(one__in=parts) | Q(other__in=parts), decided=False).select_related("one", "other")[:MOST_FOUND])


def namesakes(household: Household) -> list[Household]:
    """Other households of just this name."""
    alike = Household.objects.filter(name_index=household.name_index).exclude(root_id=household.pk).select_related("root")
    return list(alike[:MOST_FOUND])


def _party(household: Household) -> Party | None:
    return Party.objects.filter(membership__household=household).order_by("-id").first()


def _count(household: Household) -> int:
    return Case.objects.filter(party__membership__household=household).count()


def _reached(actor: Actor, roots: list[uuid.UUID]) -> list[uuid.UUID]:
    return list(cases_within(actor, "household.see").filter(**{f"{OF_HOUSEHOLD}__in": roots}).values_list(OF_HOUSEHOLD, flat=True).distinct())
