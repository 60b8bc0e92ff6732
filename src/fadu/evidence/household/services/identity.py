"""Which household a party belongs to: kept up to date from the steps, and derivable anew from parties and decisions."""

import uuid
from collections.abc import Iterator

from django.db import transaction
from django.db.models import Count, Q

from fadu.cases.models import Outbox, Party
from fadu.evidence.household import keys
from fadu.evidence.household.models import Household, IdentityDecision, Member, Proposal, What

CHUNK = 2000
"""Parties indexed at a time when all is derived anew."""

MOST_ALIKE = 20
"""Households of one name and address that a new one is held against: more of them is a stall market, to be looked at as a list."""


def on_step(told: Outbox) -> None:
    """Index the party of the case in which a step was taken; told twice, it comes to the same."""
    party = Party.objects.filter(cases=told.case_id).first() if told.case_id else None
    if party is not None:
        attach(party)


@transaction.atomic
def attach(party: Party) -> Household:
    """Put a party into its household, which is made where it is new; and propose what may be the same."""
    fresh = _household(party)
    household, made = Household.objects.get_or_create(pk=fresh.pk, defaults=_values(fresh))
    changed = [name for name in ("kind", "shown_as", "name_index", "place_index") if getattr(household, name) != getattr(fresh, name)]
    if changed and not made:
        for name in changed:
            setattr(household, name, getattr(fresh, name))
        household.save(update_fields=changed)
    Member.objects.update_or_create(party=party, defaults={"household": household})
    if made or "place_index" in changed:
        propose(household)
    return household


def propose(household: Household) -> None:
    """Propose households of the same name and address, where one of the two has no code: two codes are two persons."""
    if not household.place_index:
        return
    alike = Household.objects.filter(place_index=household.place_index).exclude(root_id=household.root_id).order_by("first")
    decided = _decided(household.pk)
    for other in alike[:MOST_ALIKE]:
        if not (other.code_index and household.code_index) and other.pk not in decided:
            one, two = sorted((household, other), key=lambda found: found.first)
            Proposal.objects.get_or_create(one=one, other=two)


def regroup(edges: dict[uuid.UUID, uuid.UUID]) -> dict[uuid.UUID, uuid.UUID]:
    """Where each household that was joined leads, given what each was joined to."""
    roots = {}
    for start in edges:
        at, seen = start, {start}
        while (following := edges.get(at)) is not None and following not in seen:
            at = following
            seen.add(at)
        roots[start] = at
    return roots


def folded(decisions: Iterator[IdentityDecision]) -> tuple[dict[uuid.UUID, uuid.UUID], set[frozenset[uuid.UUID]]]:
    """What was joined to what, and which pairs were looked at, after all decisions in their order."""
    edges: dict[uuid.UUID, uuid.UUID] = {}
    looked: set[frozenset[uuid.UUID]] = set()
    for decision in decisions:
        looked.add(frozenset((decision.one, decision.other)))
        if decision.what == What.SAME:
            edges[decision.one] = decision.other
        elif decision.what == What.SPLIT:
            edges.pop(decision.one, None)
    return edges, looked


@transaction.atomic
def rebuild() -> dict[str, int]:
    """Derive the whole index anew; gives what there is and how many parties stood elsewhere before."""
    before = dict(Member.objects.values_list("party_id", "household__root_id"))
    for derived in (Proposal, Member, Household):
        derived.objects.all().delete()
    for parties in _chunks():
        fresh = [_household(party) for party in parties]
        Household.objects.bulk_create(fresh, ignore_conflicts=True)  # of one code there is one household, that of the earliest
        Member.objects.bulk_create(Member(party=party, household_id=household.pk) for party, household in zip(parties, fresh, strict=True))
    edges, looked = folded(IdentityDecision.objects.order_by("id").iterator())
    link(edges)
    _propose_all(looked)
    after = dict(Member.objects.values_list("party_id", "household__root_id"))
    otherwise = sum(before.get(party) != root for party, root in after.items())
    waiting = Proposal.objects.filter(decided=False).count()
    return {"parties": len(after), "households": len(set(after.values())), "proposals": waiting, "otherwise": otherwise}


def link(edges: dict[uuid.UUID, uuid.UUID]) -> None:
    """Write down what was joined to what, and where each leads; what was joined before and is no longer stands for itself again."""
    for loose in Household.objects.filter(joined__isnull=False).exclude(pk__in=edges):
        Household.objects.filter(pk=loose.pk).update(joined=None, root=loose.pk)
    for one, root in regroup(edges).items():
        Household.objects.filter(pk=one).update(joined=edges[one], root=root)


def _propose_all(looked: set[frozenset[uuid.UUID]]) -> None:
    """Every pair of one name and address that is not one household; those that somebody looked at are decided."""
    places = Household.objects.exclude(place_index="").values("place_index").annotate(of=Count("root_id", distinct=True)).filter(of__gt=1)
    for place in places.values_list("place_index", flat=True).iterator():
        alike = list(Household.objects.filter(place_index=place).order_by("first")[: MOST_ALIKE + 1])
        for later, other in enumerate(alike):
            for one in alike[:later]:
                if one.root_id != other.root_id and not (one.code_index and other.code_index):
                    Proposal.objects.create(one=one, other=other, decided=frozenset((one.pk, other.pk)) in looked)


def _decided(household_id: uuid.UUID) -> set[uuid.UUID]:
    """The households that somebody has compared with this one."""
    pairs = IdentityDecision.objects.filter(Q(one=household_id) | Q(other=household_id)).values_list("one", "other")
    return {found for pair in pairs for found in pair}


def _household(party: Party) -> Household:
    """The household of a party before any decision, as it would be made new."""
    key = keys.household_of(party)
    return Household(
        id=key, kind=party.kind, shown_as=party.shown_as, code_index=party.code_index or None, first=party.pk, root_id=key,
        name_index=keys.of_name(party.name), place_index=keys.of_place(party.name, party.address),
    )  # fmt: skip


def _values(household: Household) -> dict[str, object]:
    return {name: getattr(household, name) for name in ("kind", "shown_as", "code_index", "first", "root_id", "name_index", "place_index")}


def _chunks() -> Iterator[list[Party]]:
    """All parties in the order in which they came, a chunk at a time."""
    after = None
    while True:
        rows = Party.objects.order_by("id") if after is None else Party.objects.filter(pk__gt=after).order_by("id")
        chunk = list(rows[:CHUNK])
        if not chunk:
            return
        yield chunk
        after = chunk[-1].pk
