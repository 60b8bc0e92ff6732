"""Figures of discretion tables (裁量权基准): whether there is one for each fine, filed, kept up with the law, and applied."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q
from django.urls import reverse

from fadu.agencies.figure import Behind, Figure, Reading, ratio
from fadu.agencies.kinds import Level
from fadu.agencies.models import Organ
from fadu.catalog.models import ActKind, Delegation, DelegationKind, PowerItem
from fadu.catalog.selectors.library import edition, library
from fadu.law.discretion import Table
from fadu.law.statutes import Citation, named

REVISED_WITHIN = timedelta(60)
"""After the statute changed: 聊城市实施方案三(二)5 asks for dynamic management and leaves the days to the place."""
MOST = 200
"""Rows shown behind a figure."""
FOLLOWED, TOWNSHIPS, KEPT_UP, MADE = ("000", "二(二)5"), ("001", "三(十)"), ("003", "三(二)5"), ("004", "清单二(二)3")


@dataclass(frozen=True, slots=True)
class Applied:
    """A decided fine for which there was a table.

    Attributes:
        label: the case.
        href: its page.
        applied: whether the table in force was applied.
        within: whether the fine lies in its tier, was lessened by law, or departs from it for written reasons.
    """

    label: str
    href: str
    applied: bool
    within: bool


Asked = Callable[[Organ, date], Iterable[Applied]]
_answers: list[Asked] = []


def answer_with(answer: Asked) -> None:
    """Let the room of the cases say which fines were decided in the year up to a day; asked once at start-up."""
    _answers[:] = [answer]


# --- what there is


def _below(organ: Organ, on: date) -> list[Organ]:
    standing = Q(starts_on__lte=on) & (Q(ends_on__isnull=True) | Q(ends_on__gt=on))
    return list(Organ.objects.filter(standing, path__startswith=organ.path).order_by("path"))


def _fined(organs: Iterable[Organ], on: date) -> list[PowerItem]:
    """The penalties with a fine that these organs' fields have in force."""
    running = Q(since__lte=on) & (Q(until__isnull=True) | Q(until__gte=on))
    found = PowerItem.objects.filter(running, kind=ActKind.PENALTY, field__in={organ.field for organ in organs}).order_by("field", "code")
    return [item for item in found if item.ranges]


def _runs(code: str, on: date) -> bool:
    found = edition(code, on) if code else None
    return found is not None and found.table.holds(on)


def _behind(rows: Iterable[tuple[str, str, str]]) -> tuple[Behind, ...]:
    """Those that fall short first."""
    told = sorted((Behind(label, href, lacks) for label, href, lacks in rows), key=lambda each: not each.lacks)
    return tuple(told[:MOST])


def _item_row(item: PowerItem, *, good: bool, lacks: str) -> tuple[str, str, str]:
    return f"{item.code} {item.name}", f"{reverse('catalog:items')}?q={item.code}", "" if good else lacks


def _table_href(code: str) -> str:
    return reverse("catalog:benchmark", args=[code])


def _running(organs: Iterable[Organ], on: date) -> list[Table]:
    """The tables valid that day in the fields of these organs, those that their items go by first of all."""
    fields = {organ.field for organ in organs}
    issuers = {organ.name for organ in organs}
    used = {item.discretion_table for item in _fined(organs, on)}
    found = [each.table for code in library() if (each := edition(code, on)) and each.table.holds(on)]
    return [table for table in found if table.id in used or (table.issuer in issuers and table.field in {*fields, ""})]


# --- figures


def _coverage(organ: Organ, on: date) -> Reading:
    items = _fined(_below(organ, on), on)
    good = {item.pk: _runs(item.discretion_table, on) for item in items}
    rows = [_item_row(item, good=good[item.pk], lacks="没有现行有效的裁量基准") for item in items]
    return ratio(sum(good.values()), len(items), why="有罚款幅度的现行处罚事项中，有现行有效裁量基准的", behind=_behind(rows))


def _filed(organ: Organ, on: date) -> Reading:
    tables = _running(_below(organ, on), on)
    rows = [(table.title, _table_href(table.id), "" if table.filing else "没有备案号") for table in tables]
    return ratio(sum(bool(table.filing) for table in tables), len(tables), why="现行有效的裁量基准中，有备案号的", behind=_behind(rows))


def _kept_up(organ: Organ, on: date) -> Reading:
    """Tables whose statute was amended more than 60 days ago, of them those made or revised since, or in time."""
    due = [(table, changed) for table in _running(_below(organ, on), on) if (changed := _changed(table, on)) and on > changed + REVISED_WITHIN]
    late = {table.id: table.since < changed for table, changed in due}
    rows = [(table.title, _table_href(table.id), f"依据自 {changed} 修订，基准没有修订" if late[table.id] else "") for table, changed in due]
    return ratio(len(due) - sum(late.values()), len(due), why="依据的法律修订满 60 日的裁量基准中，已经随之修订的", behind=_behind(rows))


def _changed(table: Table, on: date) -> date | None:
    """When the statute of the table's basis was last amended; None where Fadu does not hold it, or not that day."""
    days = []
    for basis in table.bases:
        if isinstance(basis, Citation):
            try:
                days.append(named(basis.statute.title, on).in_force)
            except LookupError:
                continue
    return max(days, default=None)


def _organs(organ: Organ, on: date) -> Reading:
    """Organs in charge of a field with fines, of them those for whose field there is a table in force."""
    found = [(each, _fined([each], on)) for each in _below(organ, on) if each.level != Level.TOWNSHIP]
    asked = [(each, items) for each, items in found if items]
    good = {each.pk: any(_runs(item.discretion_table, on) for item in items) for each, items in asked}
    rows = [(each.name, reverse("agencies:organ", args=[each.pk]), "" if good[each.pk] else "所管领域没有现行有效的裁量基准") for each, _ in asked]
    return ratio(sum(good.values()), len(asked), why="有罚款权的机关中，所管领域有现行裁量基准的", behind=_behind(rows))


def _granted(organ: Organ, on: date) -> Reading:
    """Items with fines granted to townships, of them those with a table in force: published, it reaches each township at once."""
    running = Q(since__lte=on) & (Q(until__isnull=True) | Q(until__gte=on))
    grants = Delegation.objects.filter(running, kind=DelegationKind.GRANT, organ__path__startswith=organ.path)
    codes = {code for grant in grants for code in grant.items}
    items = [item for item in PowerItem.objects.filter(running, code__in=codes).order_by("code") if item.ranges]
    good = {item.pk: _runs(item.discretion_table, on) for item in items}
    rows = [_item_row(item, good=good[item.pk], lacks="下放了，没有裁量基准") for item in items]
    return ratio(sum(good.values()), len(items), why="下放乡镇的有罚款幅度的事项中，有现行裁量基准的", behind=_behind(rows))


def _township_own(organ: Organ, on: date) -> Reading:
    """Tables in force made by townships themselves: there may be none (乡镇直接适用县级以上基准)."""
    townships = {each.name for each in _below(organ, on) if each.level == Level.TOWNSHIP}
    if not townships:
        return Reading(None, None, why="管辖范围内没有乡镇、街道")
    own = [each.table for code in library() if (each := edition(code, on)) and each.table.holds(on) and each.table.issuer in townships]
    rows = [(table.title, _table_href(table.id), f"{table.issuer}自行制定") for table in own]
    return Reading(ratio(len(own), 1).value, not own, why="乡镇、街道自行制定的现行裁量基准数", behind=_behind(rows))


def _decided(organ: Organ, on: date) -> list[Applied] | None:
    return [row for answer in _answers for row in answer(organ, on)] if _answers else None


def _used(organ: Organ, on: date) -> Reading:
    rows = _decided(organ, on)
    if rows is None:
        return Reading(None, None, why="还没有接上案件数据")
    behind = _behind((row.label, row.href, "" if row.applied else "没有适用裁量基准") for row in rows)
    return ratio(sum(row.applied for row in rows), len(rows), why="本年度有基准可用的罚款决定中，适用了当时有效版本的", behind=behind)


def _within(organ: Organ, on: date) -> Reading:
    rows = _decided(organ, on)
    if rows is None:
        return Reading(None, None, why="还没有接上案件数据")
    asked = [row for row in rows if row.applied]
    behind = _behind((row.label, row.href, "" if row.within else "罚款不在所引档位，也没有写明理由") for row in asked)
    return ratio(sum(row.within for row in asked), len(asked), why="适用了基准的罚款决定中，罚款在所引档位或者写明偏离理由的", behind=behind)


FIGURES = (
    Figure("benchmark.coverage", "裁量基准覆盖率", "%", "=100%（没有基准的事项列出）", (FOLLOWED, TOWNSHIPS), _coverage),
    Figure("benchmark.applied", "裁量基准适用率", "%", "=100%", (FOLLOWED, TOWNSHIPS, MADE), _used),
    Figure("benchmark.within", "罚款落在所引档位或者说明理由的比例", "%", "=100%", (FOLLOWED, TOWNSHIPS), _within),
    Figure("benchmark.granted", "下放事项有裁量基准的比例", "%", "=100%", (TOWNSHIPS,), _granted),
    Figure("benchmark.township_own", "乡镇自行制定的裁量基准", "份", "=0", (TOWNSHIPS,), _township_own),
    Figure("benchmark.filed", "裁量基准备案率", "%", "=100%", (KEPT_UP,), _filed),
    Figure("benchmark.kept_up", "上位法修订后六十日内修订裁量基准的比例", "%", "=100%", (KEPT_UP,), _kept_up),
    Figure("benchmark.organs", "有裁量基准的机关比例", "%", "=100%", (MADE,), _organs),
)
