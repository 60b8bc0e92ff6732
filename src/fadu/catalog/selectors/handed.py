"""Whose powers were handed down to whom: whoever hands down powers trains those who use them."""

from datetime import date

from django.db.models import Q

from fadu.agencies.kinds import Level, OrganKind
from fadu.agencies.models import Organ
from fadu.agencies.training.numbers import Handed
from fadu.catalog.models import Delegation, DelegationKind, PowerItem


def handed_down(first: date, last: date) -> list[Handed]:
    """Every department and the body that used its powers on some day of the span.

    It is the principal of an entrustment; of a grant by the province the departments of the county that are in charge of the
    fields granted. Stations act in their department's own name and are left out.
    """
    rows = Delegation.objects.filter(Q(until__isnull=True) | Q(until__gte=first), since__lte=last).exclude(kind=DelegationKind.OUTPOST)
    found = set()
    for row in rows.select_related("organ"):
        if row.principal_id is not None:
            found.add((row.principal_id, row.organ_id))
        else:
            found |= {(department, row.organ_id) for department in _departments(row)}
    return [Handed(department, body) for department, body in sorted(found)]


def _departments(row: Delegation) -> list[int]:
    fields = PowerItem.objects.filter(code__in=row.items).values("field")
    return list(
        Organ.objects.filter(
            Q(ends_on__isnull=True) | Q(ends_on__gt=row.since),
            level=Level.COUNTY,
            region_code=row.organ.region_code[:6],
            field__in=fields,
            kind__in=[OrganKind.STATUTORY, OrganKind.AUTHORISED],
        ).values_list("pk", flat=True)
    )
