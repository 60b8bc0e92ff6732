"""Goods: what lies where, under what right, and until when."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import scope
from fadu.cases.errors import NotFound
from fadu.cases.models import ClockRow
from fadu.catalog import selectors as catalog
from fadu.evidence.exhibits.models import Item, Lot, Store
from fadu.law.custody import TERMS, Hold, term

NEAR = 3
"""Days before the end of a term from which it is near."""

MEASURE = (Hold.SEALED, Hold.SEIZED)


@dataclass(frozen=True, slots=True)
class Due:
    """Until when a lot may be held.

    Attributes:
        on: the last day; None where none runs.
        state: ok, near or bad; "" where none runs.
        words: in Chinese.
        lapsed: the term is over and nothing was decided in it.
    """

    on: date | None = None
    state: str = ""
    words: str = ""
    lapsed: bool = False


def items(actor: Actor) -> QuerySet[Item]:
    """The goods that `actor` may see."""
    return Item.objects.filter(scope(actor, "goods.see")).select_related("case", "organ")


def item_for(actor: Actor, item_id: int) -> Item:
    """One item within reach; raises NotFound."""
    found = items(actor).filter(pk=item_id).first()
    if found is None:
        raise NotFound("没有这件物品，或者不在您的管辖范围内")
    return found


def lots(actor: Actor) -> QuerySet[Lot]:
    """The lots of goods that `actor` may see, empty ones too."""
    return Lot.objects.filter(scope(actor, "goods.see")).select_related("item", "store", "case", "organ")


def held(actor: Actor) -> QuerySet[Lot]:
    """在管: what lies in keeping now."""
    return lots(actor).filter(until__isnull=True)


def stores(actor: Actor) -> QuerySet[Store]:
    """The stores whose goods `actor` may see."""
    return Store.objects.filter(scope(actor, "goods.see")).select_related("organ")


def overdue(today: date) -> Q:
    """Lots that are held longer than the law lets: by the clocks of their case, else by the day they came under their right."""
    clocks = ClockRow.objects.filter(case_id=OuterRef("case_id"))
    late = Q()
    for hold in (Hold.PRESERVED, *MEASURE):
        mine = clocks.filter(rule__in=TERMS[hold])
        late |= Q(Exists(mine.filter(done_on__isnull=True, due_on__lt=today)), hold=hold)
    without = ~Exists(clocks.filter(rule__in=TERMS[Hold.SEIZED]))
    late |= Q(without, hold__in=MEASURE, held_since__date__lt=today - timedelta(days=30))
    return late | Q(hold=Hold.RELEASED, held_since__date__lt=today)


def due(found: Iterable[Lot]) -> dict[int, Due]:
    """Until when each of these lots may be held. One query."""
    found = list(found)
    rules = {rule for names in TERMS.values() for rule in names}
    clocks: dict[tuple[Any, str], ClockRow] = {}
    for row in ClockRow.objects.filter(case_id__in={lot.case_id for lot in found}, rule__in=rules):
        clocks[row.case_id, row.rule] = row
    today = timezone.localdate()
    return {lot.pk: _due(lot, clocks, today) for lot in found}


def _due(lot: Lot, clocks: Mapping[tuple[Any, str], ClockRow], today: date) -> Due:
    hold = Hold(lot.hold)
    rows = [row for rule in TERMS.get(hold, ()) if (row := clocks.get((lot.case_id, rule)))]
    if rows and all(row.done_on for row in rows):
        return Due(words="期限内已作处理")
    days = [row.due_on for row in rows if row.due_on and not row.done_on]
    last = min(days) if days else term(hold, timezone.localdate(lot.held_since), catalog.calendar())
    if last is None:
        return Due()
    left = (last - today).days
    if hold is Hold.RELEASED:
        return Due(last, "near" if left >= 0 else "bad", "应立即返还" if left >= 0 else f"解除后 {-left} 天未返还", lapsed=left < 0)
    if left < 0:
        return Due(last, "bad", f"逾期 {-left} 天" + ("，登记保存已自动解除" if hold is Hold.PRESERVED else ""), lapsed=True)
    return Due(last, "near" if left <= NEAR else "ok", f"还有 {left} 天")
