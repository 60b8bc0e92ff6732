"""Power items."""

from collections.abc import Collection, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from django.db.models import Q, QuerySet

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require
from fadu.agencies.kinds import Field as Domain
from fadu.agencies.models import Change, Organ
from fadu.catalog.models import PowerItem
from fadu.law.discretion import Subject
from fadu.law.discretion.amounts import within
from fadu.law.discretion.load import ranges
from fadu.law.discretion.parts import Range


def item(code: str, on: date) -> PowerItem | None:
    """The item of that code in force on a day."""
    return PowerItem.objects.filter(_in_force(on), code=code).first()


def items(actor: Actor, on: date, *, field: str = "", kind: str = "", level: str = "", organ: str = "", query: str = "") -> QuerySet[PowerItem]:
    """The items in force on a day, of a field, kind and level, that an organ carries out, whose name, code or basis holds `query`."""
    require(actor, "item.see")
    found = PowerItem.objects.filter(_in_force(on)).select_related("organ")
    for name, value in (("field", field), ("kind", kind), ("level", level)):
        if value:
            found = found.filter(**{name: value})
    if organ:
        found = found.filter(carried_out_by(Organ.objects.filter(pk=int(organ)).first() if organ.isdecimal() and len(organ) < 18 else None))
    if query := query.strip():
        found = found.filter(Q(name__contains=query) | Q(code__contains=query) | Q(cited__contains=query))
    return found.order_by("field", "code")


def carried_out_by(organ: Organ | None) -> Q:
    """The items of an organ: those it is named for, and of its level and field those that name none."""
    if organ is None:
        return Q(pk__in=[])
    unnamed = Q(organ__isnull=True, level=organ.level) & (Q() if organ.field == Domain.GENERAL else Q(field=organ.field))
    return Q(organ=organ) | unnamed


def versions(actor: Actor, code: str) -> list[PowerItem]:
    """Every row of a code, the latest first; empty where there is none."""
    require(actor, "item.see")
    return list(PowerItem.objects.filter(code=code).select_related("organ").order_by("-since"))


def changes(what: str, rows: Collection[Any]) -> list[Change]:
    """What was recorded of the rows of a code, the latest first: lists are published, and so is why they changed."""
    return list(Change.objects.filter(what=what, target_id__in=[row.pk for row in rows]).order_by("-at", "-id")[:100])


def in_force(on: date) -> QuerySet[PowerItem]:
    """All items in force on a day, for reckoning."""
    return PowerItem.objects.filter(_in_force(on))


def fine_ranges(found: PowerItem) -> tuple[Range, ...]:
    """The fines the statute allows for the item; empty where it allows none."""
    return ranges({"range": found.ranges, **({"bracket": found.bracket} if found.bracket else {})})[1]


def fine_bounds(found: PowerItem, subject: Subject, factors: Mapping[str, int]) -> tuple[int, int] | None:
    """Least and most fine in 分 for a subject; None where there is no fine, or the number it depends on is not known.

    Args:
        found: the item.
        subject: whom the fine is for.
        factors: numbers by name (value: 货值金额 in 分), for items whose range depends on one.
    """
    base = factors.get(found.bracket["name"]) if found.bracket else None
    for range_ in fine_ranges(found):
        if not range_.subject.covers(subject) or (range_.when and (base is None or Fraction(base) not in range_.when)):
            continue
        if range_.times and base is None:
            return None
        low, high = range_.bounds(None if base is None else Fraction(base))
        return within(low, high)
    return None


def _in_force(on: date) -> Q:
    return Q(since__lte=on) & (Q(until__isnull=True) | Q(until__gte=on))


def resting_on(actor: Actor, article: str) -> QuerySet[PowerItem]:
    """The items whose basis is an article (食品安全法第一百二十四条), in force or ended, the latest of each code first."""
    require(actor, "item.see")
    return PowerItem.objects.filter(cited__contains=article).order_by("code", "-since")
