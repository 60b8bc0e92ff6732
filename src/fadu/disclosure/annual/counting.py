"""Counting the year from the facts of the cases: a query for each column, over all organs at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Q, QuerySet, Sum
from django.db.models.functions import Coalesce

from fadu.agencies.models import Organ
from fadu.cases.models import Case
from fadu.catalog.models import PowerItem
from fadu.catalog.selectors.items import carried_out_by
from fadu.disclosure.annual.tables import Column, Table
from fadu.law.calendar import number


@dataclass(frozen=True, slots=True)
class Cell:
    """A number of the table.

    Attributes:
        value: a count, or 分; None where the organ has no such duty, which is not nought.
        before: the same of the year before.
    """

    value: int | None
    before: int | None


@dataclass(frozen=True)
class Row:
    """An organ's line."""

    organ: Organ
    cells: dict[str, Cell]
    total: int | None


@dataclass(frozen=True)
class Year:
    """A table of a year: the lines of the organs, and their sum."""

    table: Table
    year: int
    rows: tuple[Row, ...]
    sums: dict[str, int]
    sums_before: dict[str, int]
    total: int


def counted(table: Table, year: int, organs: Iterable[Organ]) -> Year:
    """The table of a year for these organs, those first that did most."""
    found = {organ.pk: organ for organ in organs}
    now = {column.id: _by_organ(table, column, year, found) for column in table.columns}
    then = {column.id: _by_organ(table, column, year - 1, found) for column in table.columns}
    rows = [_row(table, organ, year, now, then) for organ in found.values()]
    sums = {column.id: sum(now[column.id].values()) for column in table.columns}
    before = {column.id: sum(then[column.id].values()) for column in table.columns}
    rows.sort(key=lambda row: (row.total is None, -(row.total or 0), -sum(cell.value or 0 for cell in row.cells.values()), row.organ.path))
    return Year(table, year, tuple(rows), sums, before, sum(sums[name] for name in table.total))


def behind(table: Table, column: Column, year: int, organ_ids: Iterable[int]) -> QuerySet[Case]:
    """The cases behind a number, by their day."""
    rows = _acts(table, column, year).filter(organ_id__in=list(organ_ids))
    if column.kinds is not None:
        masks = rows.order_by().values_list(_fact(table, "decision_kinds"), flat=True).distinct()
        rows = rows.filter(**{f"{_fact(table, 'decision_kinds')}__in": [mask for mask in masks if column.kinds(mask or 0)]})
    return rows.select_related("organ", "party").order_by(_fact(table, column.on), "id")


def _acts(table: Table, column: Column, year: int) -> QuerySet[Case]:
    day = _fact(table, column.on)
    return Case.objects.filter(column.where, **{f"{day}__gte": number(date(year, 1, 1)), f"{day}__lt": number(date(year + 1, 1, 1))})


def _fact(table: Table, name: str) -> str:
    return f"{'facts' if table.grain == 'case' else f'{table.grain}_facts'}__f_{name}"


def _by_organ(table: Table, column: Column, year: int, organs: dict[int, Organ]) -> dict[int, int]:
    rows = _acts(table, column, year).filter(organ_id__in=list(organs)).order_by()
    if column.sums:
        total = sum((Coalesce(Sum(_fact(table, name)), 0) for name in column.sums[1:]), Coalesce(Sum(_fact(table, column.sums[0])), 0))
        return {organ: int(amount) for organ, amount in rows.values("organ_id").annotate(amount=total).values_list("organ_id", "amount")}
    if column.kinds is None:
        return dict(rows.values("organ_id").annotate(count=Count("pk")).values_list("organ_id", "count"))
    counts: dict[int, int] = {}
    grouped = rows.values("organ_id", mask=F(_fact(table, "decision_kinds"))).annotate(count=Count("pk"))
    for organ, mask, count in grouped.values_list("organ_id", "mask", "count"):
        if column.kinds(mask or 0):
            counts[organ] = counts.get(organ, 0) + count
    return counts


def _row(table: Table, organ: Organ, year: int, now: dict[str, dict[int, int]], then: dict[str, dict[int, int]]) -> Row:
    acted = any(organ.pk in values for values in (*now.values(), *then.values()))
    duty = acted or _has_duty(table, organ, year)
    cells = {column.id: Cell(now[column.id].get(organ.pk, 0) if duty else None, then[column.id].get(organ.pk, 0) if duty else None) for column in table.columns}
    total = sum(cells[name].value or 0 for name in table.total) if duty and table.total else None
    return Row(organ, cells, total)


def _has_duty(table: Table, organ: Organ, year: int) -> bool:
    """Whether the list of powers gave the organ anything of the kind during the year."""
    during = Q(since__lte=date(year, 12, 31)) & (Q(until__isnull=True) | Q(until__gt=date(year, 1, 1)))
    return PowerItem.objects.filter(during, carried_out_by(organ), kind__in=table.duty).exists()
