"""Counting the year from the facts of the cases: a query for each column, over all organs at once."""

from collections.abc import Iterable, Mapping
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


def counted(table: Table, year: int, organs: Iterable[Organ], duties: Mapping[int, frozenset[str]] | None = None) -> Year:
    """The table of a year for these organs, those first that did most; `duties` as `duties_of` gives them, where they are known already."""
    found = {organ.pk: organ for organ in organs}
    known = duties_of(found.values(), year) if duties is None else duties
    now = {column.id: _by_organ(table, column, year, found) for column in table.columns}
    then = {column.id: _by_organ(table, column, year - 1, found) for column in table.columns}
    rows = [_row(table, organ, known[organ.pk], now, then) for organ in found.values()]
    sums = {column.id: sum(now[column.id].values()) for column in table.columns}
    before = {column.id: sum(then[column.id].values()) for column in table.columns}
    rows.sort(key=lambda row: (all(cell.value is None for cell in row.cells.values()), -(row.total or 0), -_size(row), row.organ.path))
    return Year(table, year, tuple(rows), sums, before, sum(sums[name] for name in table.total))


def duties_of(organs: Iterable[Organ], year: int) -> dict[int, frozenset[str]]:
    """The kinds of power that the lists gave each organ at any time of the year."""
    during = Q(since__lte=date(year, 12, 31)) & (Q(until__isnull=True) | Q(until__gt=date(year, 1, 1)))
    return {organ.pk: frozenset(PowerItem.objects.filter(during, carried_out_by(organ)).values_list("kind", flat=True).distinct()) for organ in organs}


def behind(table: Table, column: Column, year: int, organ_ids: Iterable[int]) -> QuerySet[Case]:
    """The cases behind a number, by their day."""
    return _told(table, column, year, organ_ids).select_related("organ", "party").order_by(_fact(table, column, column.on), "id")


def behind_total(table: Table, year: int, organ_ids: Iterable[int]) -> QuerySet[Case]:
    """The cases behind the sum of a table."""
    ids = list(organ_ids)
    found = Q(pk__in=[])
    for column in table.columns:
        if column.id in table.total:
            found |= Q(pk__in=_told(table, column, year, ids).order_by().values("pk"))
    return Case.objects.filter(found).select_related("organ", "party").order_by("id")


def _told(table: Table, column: Column, year: int, organ_ids: Iterable[int]) -> QuerySet[Case]:
    rows = _acts(table, column, year).filter(organ_id__in=list(organ_ids))
    if column.sums:
        some = Q(pk__in=[])
        for name in column.sums:
            some |= Q(**{f"{_fact(table, column, name)}__gt": 0})
        rows = rows.filter(some)
    if column.kinds is not None:
        kinds = _fact(table, column, "decision_kinds")
        masks = rows.order_by().values_list(kinds, flat=True).distinct()
        rows = rows.filter(**{f"{kinds}__in": [mask for mask in masks if column.kinds(mask or 0)]})
    return rows


def _acts(table: Table, column: Column, year: int) -> QuerySet[Case]:
    day = _fact(table, column, column.on)
    return Case.objects.filter(column.where, **{f"{day}__gte": number(date(year, 1, 1)), f"{day}__lt": number(date(year + 1, 1, 1))})


def _fact(table: Table, column: Column, name: str) -> str:
    grain = column.grain or table.grain
    return f"{'facts' if grain == 'case' else f'{grain}_facts'}__f_{name}"


def _by_organ(table: Table, column: Column, year: int, organs: Mapping[int, Organ]) -> dict[int, int]:
    rows = _acts(table, column, year).filter(organ_id__in=list(organs)).order_by()
    if column.sums:
        total = sum((Coalesce(Sum(_fact(table, column, name)), 0) for name in column.sums[1:]), Coalesce(Sum(_fact(table, column, column.sums[0])), 0))
        return {organ: int(amount) for organ, amount in rows.values("organ_id").annotate(amount=total).values_list("organ_id", "amount")}
    if column.kinds is None:
        return dict(rows.values("organ_id").annotate(count=Count("pk")).values_list("organ_id", "count"))
    counts: dict[int, int] = {}
    grouped = rows.values("organ_id", mask=F(_fact(table, column, "decision_kinds"))).annotate(count=Count("pk"))
    for organ, mask, count in grouped.values_list("organ_id", "mask", "count"):
        if column.kinds(mask or 0):
            counts[organ] = counts.get(organ, 0) + count
    return counts


def _row(table: Table, organ: Organ, duties: frozenset[str], now: Mapping[str, dict[int, int]], then: Mapping[str, dict[int, int]]) -> Row:
    """An organ's line. Who did something had the duty, whatever the list says."""
    acted = any(organ.pk in values for values in (*now.values(), *then.values()))
    cells = {}
    for column in table.columns:
        own = organ.pk in now[column.id] or organ.pk in then[column.id]
        duty = own or not duties.isdisjoint(column.duty) if column.duty else acted or not duties.isdisjoint(table.duty)
        cells[column.id] = Cell(now[column.id].get(organ.pk, 0) if duty else None, then[column.id].get(organ.pk, 0) if duty else None)
    values = [cells[name].value for name in table.total]
    return Row(organ, cells, None if all(value is None for value in values) else sum(value or 0 for value in values))


def _size(row: Row) -> int:
    return sum(cell.value or 0 for cell in row.cells.values())
