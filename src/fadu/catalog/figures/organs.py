"""Which organs a figure of the catalogue counts, and how a share of them is told."""

from collections.abc import Callable, Iterable
from datetime import date

from django.db.models import Q
from django.urls import reverse

from fadu.agencies.figure import Behind, Reading, ratio
from fadu.agencies.kinds import Field, Level, OrganKind
from fadu.agencies.models import Organ
from fadu.catalog.models import PowerItem
from fadu.catalog.selectors.evaluations import grants
from fadu.catalog.selectors.items import carried_out_by, in_force

MOST = 100
"""Rows shown behind a figure."""


def below(organ: Organ, on: date) -> list[Organ]:
    """The organ and all below it that stand on a day."""
    standing = Q(starts_on__lte=on) & (Q(ends_on__isnull=True) | Q(ends_on__gt=on))
    return list(Organ.objects.filter(standing, path__startswith=organ.path).order_by("path"))


def enforcing(organ: Organ, on: date) -> list[Organ]:
    """Those that enforce in their own name: departments and authorised bodies, and townships with a grant."""
    granted = {grant.organ_id for grant in grants(on)}
    own = {OrganKind.STATUTORY, OrganKind.AUTHORISED}
    return [
        one
        for one in below(organ, on)
        if one.pk in granted or (one.kind in own and one.level != Level.TOWNSHIP and one.field not in {Field.GOVERNMENT, Field.JUSTICE})
    ]


def items_of(organ: Organ, on: date) -> list[PowerItem]:
    """The items an organ carries out on a day: its own, or those granted to it."""
    if organ.level == Level.TOWNSHIP:
        codes = {code for grant in grants(on) if grant.organ_id == organ.pk for code in grant.items}
        return list(in_force(on).filter(code__in=codes))
    return list(in_force(on).filter(carried_out_by(organ)))


def all_items(organ: Organ, on: date) -> dict[str, PowerItem]:
    """The items of all enforcing organs from `organ` down, each once."""
    return {item.code: item for one in enforcing(organ, on) for item in items_of(one, on)}


def share(organs: Iterable[Organ], lacks: Callable[[Organ], str], href: Callable[[Organ], str], why: str = "") -> Reading:
    """How many organs lack nothing; those that lack something first."""
    told = [(one, lacks(one)) for one in organs]
    behind = tuple(Behind(one.name, href(one), words) for one, words in sorted(told, key=lambda row: not row[1]))
    return ratio(sum(not words for _, words in told), len(told), why=why, behind=behind[:MOST])


def item_behind(item: PowerItem, lacks: str = "") -> Behind:
    """An item behind a figure."""
    return Behind(f"{item.code} {item.name}", reverse("catalog:item", args=[item.code]), lacks)


def items_href(organ: Organ) -> str:
    """The list of an organ's items."""
    return reverse("catalog:items") + f"?organ={organ.pk}"
