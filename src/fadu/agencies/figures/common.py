"""What the figures of people share: who serves, which credentials are in force, how rows become a reading."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from django.db.models import Q
from django.urls import reverse

from fadu.agencies.figure import Behind, Reading, ratio
from fadu.agencies.kinds import State
from fadu.agencies.models import Credential, CredentialState, Officer, Organ
from fadu.agencies.selectors.reviewers import last_minute


def below(organ: Organ, day: date) -> list[Organ]:
    """The organ and all below it that stand on a day."""
    standing = Q(ends_on__isnull=True) | Q(ends_on__gt=day)
    return list(Organ.objects.filter(standing, path__startswith=organ.path, starts_on__lte=day).order_by("path"))


def serving(organ: Organ, day: date) -> list[Officer]:
    """The people who serve there on a day."""
    there = Q(starts_on__lte=day) & (Q(ends_on__isnull=True) | Q(ends_on__gt=day))
    return list(Officer.objects.filter(there, organ__in=below(organ, day)).select_related("organ").order_by("organ__path", "id"))


def in_force(organ: Organ, day: date) -> list[CredentialState]:
    """The state of every credential there at the end of a day."""
    at = last_minute(day)
    then = Q(starts_at__lte=at) & (Q(ends_at__isnull=True) | Q(ends_at__gt=at))
    states = CredentialState.objects.filter(then, credential__officer__organ__in=below(organ, day))
    return list(states.select_related("credential__officer__organ", "credential__application").order_by("credential__officer__organ__path", "id"))


def valid(organ: Organ, day: date) -> list[Credential]:
    """The credentials there that are valid on a day."""
    cards = [state.credential for state in in_force(organ, day) if state.state == State.VALID]
    return [card for card in cards if card.valid_from <= day <= card.valid_to]


def row_of(person: Officer, lacks: str = "") -> Behind:
    """A person behind a figure, and what is lacking."""
    return Behind(f"{person.name}（{person.organ.name}）", reverse("agencies:officer", args=[person.pk]), lacks)


def lacking_first(rows: Iterable[Behind]) -> tuple[Behind, ...]:
    """Those that fall short before the others."""
    return tuple(sorted(rows, key=lambda row: not row.lacks))


def share_of(rows: Iterable[Behind], why: str = "") -> Reading:
    """How many of the rows lack nothing, of all."""
    behind = lacking_first(rows)
    return ratio(sum(not row.lacks for row in behind), len(behind), why=why, behind=behind)


def none_of(rows: Iterable[Behind], why: str) -> Reading:
    """How many there are of what there must not be."""
    behind = tuple(rows)
    return Reading(Fraction(len(behind)), not behind, why=why, behind=behind)
