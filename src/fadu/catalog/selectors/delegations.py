"""By what right an organ acts on an item: its own powers, a grant, an entrustment, or its department's."""

from datetime import date, datetime, time
from typing import Any

from django.db.models import Q
from django.utils import timezone

from fadu.agencies.kinds import Level, OrganKind
from fadu.agencies.models import Officer, Organ
from fadu.agencies.selectors import certified_count, standing_lost
from fadu.catalog.models import Delegation, DelegationKind, PowerItem


def standing(organ: Organ, found: PowerItem, on: date, place: str | None = None) -> dict[str, Any]:
    """The facts of a penalty case that tell by what right `organ` acts on the item that day (行政处罚法第十七条至第二十四条).

    An organ that acts by its own powers has but its kind, whether it is in charge, and whether the item was handed down.

    Args:
        organ: who acts.
        found: the item.
        on: the day.
        place: where the violation happened, as written; a delegation for an area holds where the place names it. None where no
            place is asked about.
    """
    if organ.level == Level.TOWNSHIP and organ.kind != OrganKind.DISPATCHED:
        return _township(organ, found, on, place)
    if organ.kind == OrganKind.ENTRUSTED:
        return _entrusted(organ, found, on, place)
    if organ.kind == OrganKind.DISPATCHED:
        return _outpost(organ, found, on, place)
    return {
        "agency_kind": "authorised" if organ.kind == OrganKind.AUTHORISED else "statutory",
        "agency_qualified": _in_charge(organ, found, on),
        "agency_county_level": organ.level != Level.TOWNSHIP,
        "granted_away": organ.level == Level.COUNTY and _granted_in(organ.region_code[:6], found.code, on),
    }


def _township(organ: Organ, found: PowerItem, on: date, place: str | None) -> dict[str, Any]:
    """A township acts in its own name on what the province has granted, or in another's on what it was entrusted with."""
    granted = _listed(organ, DelegationKind.GRANT, found.code, on, place)
    if granted is None and Delegation.objects.filter(organ=organ, kind=DelegationKind.ENTRUSTMENT, items__isnull=False).filter(running(on)).exists():
        return _entrusted(organ, found, on, place)
    published = granted is not None and granted.published_on is not None and granted.published_on <= on
    return {"agency_kind": "township", "agency_qualified": granted is not None, "agency_county_level": granted is not None, "grant_published": published}


def _entrusted(organ: Organ, found: PowerItem, on: date, place: str | None) -> dict[str, Any]:
    row = _listed(organ, DelegationKind.ENTRUSTMENT, found.code, on, place)
    latest = row or Delegation.objects.filter(organ=organ, kind=DelegationKind.ENTRUSTMENT, since__lte=on).first()
    principal = latest.principal if latest else None
    people = Officer.objects.filter(organ=organ, starts_on__lte=on).filter(Q(ends_on__isnull=True) | Q(ends_on__gt=on)).values_list("pk", flat=True)
    return {
        "agency_kind": "entrusted",
        "agency_qualified": principal is not None and _in_charge(principal, found, on),
        "agency_county_level": principal is not None and principal.level != Level.TOWNSHIP,
        "delegation_lawful": latest is not None and bool(latest.basis) and principal is not None,
        "delegation_terms": latest is not None and bool(latest.items and latest.powers and latest.until),
        "delegation_published": latest is not None and latest.published_on is not None and latest.published_on <= on,
        "delegation_in_scope": row is not None,
        "delegation_in_name": True,  # papers are made in the principal's name: see documents.gathering
        "delegation_passed_on": _passed_on(organ, found.code, on),
        "delegation_filed": latest is not None and latest.filed_on is not None and latest.filed_on <= on,
        "delegatee_township": organ.level == Level.TOWNSHIP,
        "delegatee_public": (latest is not None and latest.public_function) or organ.level == Level.TOWNSHIP,
        "delegatee_certified": certified_count(list(people), _noon(on)),
        "delegatee_needs_technique": latest is not None and latest.needs_technique,
        "delegatee_has_technique": latest is not None and latest.has_technique,
    }


def _outpost(organ: Organ, found: PowerItem, on: date, place: str | None) -> dict[str, Any]:
    row = _listed(organ, DelegationKind.OUTPOST, found.code, on, place)
    department = row.principal if row and row.principal else organ.parent
    own_name = row is not None and row.own_name
    return {
        "agency_kind": "outpost",
        "agency_qualified": department is not None and _in_charge(department, found, on),
        "agency_county_level": department is not None and department.level != Level.TOWNSHIP,
        "outpost_in_scope": row is not None,
        "outpost_own_name": own_name,
        "issued_by": "outpost" if own_name else "department",
    }


def acts_for(organ: Organ, code: str, on: date) -> Organ:
    """In whose name papers are made: an entrusted body's principal, an outpost's department, else the organ itself."""
    kinds = {OrganKind.ENTRUSTED: DelegationKind.ENTRUSTMENT, OrganKind.DISPATCHED: DelegationKind.OUTPOST}
    kind = kinds.get(OrganKind(organ.kind)) or (DelegationKind.ENTRUSTMENT if organ.level == Level.TOWNSHIP else None)
    row = _listed(organ, kind, code, on) if kind else None
    return row.principal if row and row.principal and not row.own_name else organ


def _listed(organ: Organ, kind: DelegationKind, code: str, on: date, place: str | None = None) -> Delegation | None:
    rows = Delegation.objects.filter(organ=organ, kind=kind).filter(running(on)).select_related("principal")
    return next((row for row in rows if code in row.items and _within(row, place)), None)


def _within(row: Delegation, place: str | None) -> bool:
    """Whether the place lies in the area of the delegation (行政处罚法第二十条第二款、第四款); an address that names none of its places does not."""
    return not row.area or place is None or any(name in place for name in row.area)


def _passed_on(organ: Organ, code: str, on: date) -> bool:
    return any(code in row.items for row in Delegation.objects.filter(principal=organ, kind=DelegationKind.ENTRUSTMENT).filter(running(on)))


def _granted_in(county: str, code: str, on: date) -> bool:
    """Whether a published grant hands the item to a township or sub-district of the county."""
    rows = Delegation.objects.filter(kind=DelegationKind.GRANT, organ__region_code__startswith=county, published_on__lte=on).filter(running(on))
    return any(code in row.items for row in rows)


def _in_charge(organ: Organ, found: PowerItem, on: date) -> bool:
    """Of its field, in its own right, and not after its 主体资格 was cancelled (行政处罚法第三十八条第一款)."""
    own = organ.field in {found.field, "general"} and organ.kind in {OrganKind.STATUTORY, OrganKind.AUTHORISED}
    return own and not standing_lost(organ, on)


def running(on: date) -> Q:
    """The delegations in force on a day."""
    return Q(since__lte=on) & (Q(until__isnull=True) | Q(until__gte=on))


def _noon(on: date) -> datetime:
    return timezone.make_aware(datetime.combine(on, time(12)))
