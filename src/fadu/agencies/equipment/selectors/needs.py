"""What each organ should have and what it has: officers, standards, things in use."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from math import ceil

from django.db.models import Q
from django.utils import timezone

from fadu.agencies.equipment.kinds import Designated, ThingKind, ThingState
from fadu.agencies.equipment.models import Calibration, Designation, Standard, Thing, ThingInterval
from fadu.agencies.kinds import ON_ESTABLISHMENT, State
from fadu.agencies.models import CredentialState, Organ


@dataclass(frozen=True, slots=True)
class Need:
    """What one organ should have of one kind.

    Attributes:
        organ: the organ.
        kind: what of.
        says: the standard in words.
        officers: how many people enforce there.
        due: how many things the standard asks for.
        have: how many are in use, and verified where that is asked.
    """

    organ: Organ
    kind: ThingKind
    says: str
    officers: int
    due: int
    have: int

    @property
    def lacking(self) -> int:
        """How many are lacking."""
        return max(0, self.due - self.have)


def below(organ: Organ, on: date) -> list[Organ]:
    """The organ and all below it that stand on a day, from the top down."""
    found = Organ.objects.filter(Q(ends_on__isnull=True) | Q(ends_on__gt=on), path__startswith=organ.path, starts_on__lte=on)
    return list(found.order_by("path"))


def enforcers(organs: Collection[Organ], on: date) -> dict[int, set[int]]:
    """Who enforces in each organ at the end of a day: in service, on the establishment, with a valid credential."""
    at = timezone.make_aware(datetime.combine(on + timedelta(days=1), time.min)) - timedelta(microseconds=1)
    then = Q(starts_at__lte=at) & (Q(ends_at__isnull=True) | Q(ends_at__gt=at))
    states = CredentialState.objects.filter(then, state=State.VALID, credential__valid_from__lte=on, credential__valid_to__gte=on)
    serving = Q(credential__officer__starts_on__lte=on) & (Q(credential__officer__ends_on__isnull=True) | Q(credential__officer__ends_on__gt=on))
    who = states.filter(serving, credential__officer__organ__in=organs, credential__officer__employment__in=list(ON_ESTABLISHMENT))
    found: dict[int, set[int]] = defaultdict(set)
    for organ_id, officer_id in who.values_list("credential__officer__organ_id", "credential__officer_id"):
        found[organ_id].add(officer_id)
    return found


def in_use(organs: Collection[Organ], on: date) -> list[Thing]:
    """Things in use on a day, and verified where they must be."""
    then = Q(since__lte=on) & (Q(until__isnull=True) | Q(until__gt=on))
    working = ThingInterval.objects.filter(then, state=ThingState.IN_USE, thing__organ__in=organs).values("thing")
    good = Calibration.objects.filter(thing__isnull=False, since__lte=on, until__gte=on).values("thing")
    return list(Thing.objects.filter(Q(calibrated=False) | Q(pk__in=good), pk__in=working))


def counted(things: Collection[Thing]) -> Counter[tuple[int, str]]:
    """How many, by organ and kind."""
    return Counter((thing.organ_id, thing.kind) for thing in things)


def designated(organs: Collection[Organ], on: date) -> dict[tuple[int, str], Designation]:
    """What papers determine for each organ on a day."""
    then = Q(since__lte=on) & (Q(until__isnull=True) | Q(until__gte=on))
    return {(row.organ_id, row.what): row for row in Designation.objects.filter(then, organ__in=organs).order_by("since")}


def standards(organs: Collection[Organ], on: date) -> dict[tuple[int, str], Standard]:
    """The standard of each kind for each organ: its own, or that of the nearest organ above."""
    above = {int(step) for organ in organs for step in organ.path.strip("/").split("/")}
    then = Q(since__lte=on) & (Q(until__isnull=True) | Q(until__gte=on))
    rows: dict[int, list[Standard]] = defaultdict(list)
    for row in Standard.objects.filter(then, organ_id__in=above).order_by("since"):
        rows[row.organ_id].append(row)
    found: dict[tuple[int, str], Standard] = {}
    for organ in organs:
        for step in organ.path.strip("/").split("/"):  # from the top down: the nearer overwrites
            found |= {(organ.pk, row.kind): row for row in rows[int(step)]}
    return found


def due(officers: int, things: int, people: int) -> int:
    """How many things a standard asks for: so many an organ (people 0), or so many for every `people` officers, rounded up."""
    return things if people == 0 else ceil(Fraction(officers * things, people))


def needs(organs: Collection[Organ], on: date) -> list[Need]:
    """Every standard of every organ that has people who enforce, what is lacking first."""
    people, have = enforcers(organs, on), counted(in_use(organs, on))
    by_id: Mapping[int, Organ] = {organ.pk: organ for organ in organs}
    found = [
        Need(
            by_id[organ_id],
            ThingKind(kind),
            f"{row.things} 件/{f'{row.people} 人' if row.people else '机关'}（{row.paper}）",
            len(people[organ_id]),
            due(len(people[organ_id]), row.things, row.people),
            have[organ_id, kind],
        )
        for (organ_id, kind), row in standards(organs, on).items()
        if people.get(organ_id)
    ]
    return sorted(found, key=lambda need: (need.lacking == 0, need.organ.path, need.kind))


def av_class(marks: Mapping[tuple[int, str], Designation], organ_id: int) -> Designated | None:
    """The class of recording equipment that was determined for an organ."""
    return next((what for what in (Designated.CLASS_A, Designated.CLASS_B, Designated.CLASS_C) if (organ_id, what) in marks), None)
