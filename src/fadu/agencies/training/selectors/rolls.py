"""Who counts: the people on the roll (在册执法人员) on a day or over a year."""

from collections.abc import Collection
from datetime import date, datetime, time

from django.db.models import Q, QuerySet
from django.utils import timezone

from fadu.agencies.jurisdiction import standing
from fadu.agencies.kinds import ON_ESTABLISHMENT, Field, Level, OrganKind, State
from fadu.agencies.models import CredentialState, Officer, Organ

LEAST_DAYS = 180
"""Days with a valid credential in a year, from which on the year's hours are asked of a person in full: whoever was issued one later
is asked for them by a share that the policies leave open, and so is not judged (河北区实施方案二(一)2)."""


def below(organ: Organ) -> Q:
    """People of an organ and all below it."""
    return Q(organ__path__startswith=organ.path)


def serving(day: date) -> Q:
    """People in service on a day."""
    return Q(starts_on__lte=day) & (Q(ends_on__isnull=True) | Q(ends_on__gt=day))


def on_roll(within: Q, day: date) -> QuerySet[Officer]:
    """People on the establishment, in service that day, whose credential is in force then, suspended or not."""
    at = timezone.make_aware(datetime.combine(day, time(23, 59)))
    held = CredentialState.objects.filter(
        Q(ends_at__isnull=True) | Q(ends_at__gt=at),
        starts_at__lte=at,
        state__in=[State.VALID, State.SUSPENDED],
        credential__valid_from__lte=day,
        credential__valid_to__gte=day,
    )
    found = Officer.objects.filter(within, serving(day), employment__in=ON_ESTABLISHMENT, pk__in=held.values("credential__officer_id"))
    return found.select_related("organ").order_by("organ__path", "id")


def enrolled(within: Q, year: int, day: date) -> list[Officer]:
    """People on the roll on `day` whose credential is valid on 180 days of the year or more, as it stands now."""
    people = list(on_roll(within, day))
    days = _valid_days(people, year)
    return [person for person in people if days.get(person.pk, 0) >= LEAST_DAYS]


def _valid_days(people: Collection[Officer], year: int) -> dict[int, int]:
    """On how many days of a year each has a valid credential; a state that is open is taken to last."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    states = CredentialState.objects.filter(credential__officer__in=people, state=State.VALID)
    covered: dict[int, set[int]] = {}
    for officer_id, starts, ends, since, until in states.values_list(
        "credential__officer_id", "starts_at", "ends_at", "credential__valid_from", "credential__valid_to"
    ):
        begin = max(first, timezone.localdate(starts), since)
        end = min(last, timezone.localdate(ends) if ends else last, until)
        covered[officer_id] = covered.get(officer_id, set()) | set(range(begin.toordinal(), end.toordinal() + 1))
    return {officer_id: len(days) for officer_id, days in covered.items()}


def first_issued(within: Q, year: int) -> list[Officer]:
    """People whose first credential begins in the year."""
    found = Officer.objects.filter(within, credentials__valid_from__year=year).exclude(credentials__valid_from__lt=date(year, 1, 1))
    return list(found.distinct().select_related("organ").order_by("organ__path", "id"))


def enforcing(within: Organ, day: date) -> list[Organ]:
    """The organs below one that enforce: those with people on the roll that day. A station is part of its department."""
    ids = set(on_roll(below(within), day).values_list("organ_id", flat=True))
    return list(Organ.objects.filter(pk__in=ids).exclude(kind=OrganKind.DISPATCHED).order_by("path"))


def townships(within: Organ, day: date) -> list[Organ]:
    """The townships and sub-districts below an organ, not the stations of departments in them."""
    found = Organ.objects.filter(path__startswith=within.path, level=Level.TOWNSHIP, starts_on__lte=day).exclude(kind=OrganKind.DISPATCHED)
    return list(found.filter(Q(ends_on__isnull=True) | Q(ends_on__gt=day)).order_by("path"))


def justice(within: Organ) -> list[Organ]:
    """The justice departments (司法行政部门) of an organ's own and those below it."""
    same_place = Q(path__startswith=within.path) | Q(parent_id=within.parent_id, region_code=within.region_code)
    return list(standing().filter(same_place, field=Field.JUSTICE).order_by("path"))
