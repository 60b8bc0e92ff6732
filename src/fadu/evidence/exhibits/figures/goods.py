"""Figures of goods: handed over with a signature, held in term, counted."""

from datetime import date, timedelta

from django.db.models import Q
from django.urls import reverse

from fadu.agencies.figure import Behind, Reading, ratio
from fadu.agencies.models import Organ
from fadu.evidence.exhibits.models import Lot, Movement, Stocktaking, Store
from fadu.evidence.exhibits.selectors.goods import overdue
from fadu.law.custody import Movement as Kind

MOST = 200
YEAR = timedelta(days=365)


def _below(organ: Organ, lookup: str) -> Q:
    """Of the organ and all below it."""
    return Q(**{f"{lookup}__path__startswith": organ.path})


def handed(organ: Organ, day: date) -> Reading:
    """Of the hand-overs to the police or another authority up to a day, those for which the other side signed."""
    rows = Movement.objects.filter(_below(organ, "item__organ"), kind=Kind.TRANSFER, at__date__lte=day).select_related("item").order_by("-at")
    found = [(row.item, bool(row.data.get("signed"))) for row in rows.iterator(500)]
    lacking = [Behind(item.name, reverse("exhibits:goods_row", args=[item.pk]), "没有接收方签收") for item, signed in found if not signed]
    return ratio(sum(signed for _, signed in found), len(found), why="没有移送的涉案财物" if not found else "", behind=tuple(lacking[:MOST]))


def in_term(organ: Organ, day: date) -> Reading:
    """Of the lots in keeping, those that are not held too long (行政处罚法第五十六条、行政强制法第二十五条、第二十八条第二款)."""
    held = Lot.objects.filter(_below(organ, "organ"), until__isnull=True)
    total, late = held.count(), held.filter(overdue(day))
    behind = tuple(
        Behind(f"{lot.item.name} {lot.quantity}{lot.item.unit}（{lot.get_hold_display()}）", reverse("exhibits:goods_row", args=[lot.item_id]), "超期")
        for lot in late.select_related("item").order_by("since")[:MOST]
    )
    return ratio(total - late.count(), total, why="" if total else "没有在管的涉案财物", behind=behind)


def counted(organ: Organ, day: date) -> Reading:
    """Of the stores in use with goods in them, those counted within a year without a difference in the last count."""
    stores = list(
        Store.objects.filter(_below(organ, "organ"), since__lte=day)
        .filter(Q(until__isnull=True) | Q(until__gte=day), lots__until__isnull=True, lots__isnull=False)
        .distinct()
    )
    last: dict[int, Stocktaking] = {}
    for row in Stocktaking.objects.filter(store__in=stores, at__date__lte=day, at__date__gt=day - YEAR).order_by("at", "id"):
        last[row.store_id] = row
    lacks = {store: _lacks(last.get(store.pk)) for store in stores}
    behind = tuple(Behind(store.name, reverse("exhibits:stores_row", args=[store.pk]), text) for store, text in lacks.items() if text)
    return ratio(sum(not text for text in lacks.values()), len(stores), why="" if stores else "没有存放涉案财物的地点", behind=behind)


def _lacks(row: Stocktaking | None) -> str:
    if row is None:
        return "一年内没有盘点"
    return f"最近一次盘点 {row.differing} 项不符" if row.differing else ""
