"""Bringing the worksheet in: every act becomes a draft, or nothing does."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require
from fadu.catalog import drafting
from fadu.catalog.benchmark_sheet.building import Built, build
from fadu.catalog.benchmark_sheet.grouping import Group, grouped
from fadu.catalog.models import DiscretionTable, TableState
from fadu.catalog.selectors.library import latest, library
from fadu.catalog.services.tables import import_draft
from fadu.catalog.services.tables.shared import MANAGE, body_in
from fadu.law.discretion import Table
from fadu.sheets.sheet import Fault, Faults, Loaded, Row, Tick


def load(actor: Actor, rows: Sequence[Row], tick: Tick) -> Loaded:
    """Read all rows, check every table as for publishing, then keep the drafts; raises Faults by cell, and then keeps none."""
    require(actor, MANAGE)
    unsound: Sequence[Row] = getattr(rows, "unsound", ())  # rows whose cells were refused before: their acts are not judged by half
    spoiled = {row.line for row in unsound}
    groups, known = grouped(sorted([*rows, *unsound], key=lambda row: row.line)), _Known(actor)
    ready: list[tuple[str, str, dict[str, Any], dict[str, Any], Table]] = []
    for group in groups:
        if spoiled & group.rows:
            group.faults = [fault for fault in group.faults if fault.row not in spoiled]
        elif built := build(group):
            _check(group, built, known, ready)
    if faults := [fault for group in groups for fault in group.faults]:
        raise Faults(sorted(faults, key=lambda fault: (fault.row, fault.column)))
    done = {"added": 0, "changed": 0, "unchanged": 0}
    for number, (code, kind, columns, body, table) in enumerate(ready, 1):
        if known.runs(code, table):
            done["unchanged"] += 1
        else:
            done[import_draft(actor, code, kind, columns, body)] += 1
        if number % 50 == 0:
            tick(min(number * len(rows) // len(ready), len(rows)))
    return Loaded(**done)


class _Known:
    """The tables there are already, by number and by act and issuer."""

    def __init__(self, actor: Actor) -> None:
        self.issuer = actor.organ_name
        self.tables = {code: editions[-1].table for code, editions in library().items()}
        self.codes = {(table.title, table.issuer): code for code, table in self.tables.items()}
        for row in DiscretionTable.objects.filter(state=TableState.DRAFT):
            self.codes.setdefault((row.title, row.issuer), row.code)

    def code(self, head: Mapping[str, Any], issuer: str) -> str:
        """The number of the table that a group is of; "" for a new one."""
        return str(head.get("code") or self.codes.get((head["act"], issuer), ""))

    def runs(self, code: str, table: Table) -> bool:
        """Whether the last version says just this."""
        now = self.tables.get(code)
        return now is not None and replace(now, since=table.since, until=table.until, filing=table.filing) == replace(table, draft=False)


def _check(group: Group, built: Built, known: _Known, ready: list[Any]) -> None:
    head = group.head
    issuer = str(head.get("issuer") or known.issuer)
    if not issuer:
        group.fault(group.line, "issuer", "请写明制定机关")
        return
    code = known.code(head, issuer)
    old = latest(code) if code else None
    if head.get("code") and old is None:
        group.fault(group.line, "code", f"没有编号为“{head['code']}”的裁量基准；新的基准不填编号")
        return
    body = _carried(built, body_in(old) if old else {})
    if head.get("act_bases"):
        body["act_bases"] = [line.strip() for line in head["act_bases"].splitlines() if line.strip()]
    days = {name: date.fromisoformat(head[name]) for name in ("since", "until") if head.get(name)}
    if days.get("until", date.max) < days.get("since", date.min):
        group.fault(group.line, "until", "有效期至不能早于施行日期")
        return
    columns = {"title": head["act"], "issuer": issuer, "source": head.get("source", ""), "field": head.get("field", "")}
    row = {**body, **columns, "id": code or "new", "kind": built.kind}
    checked = drafting.check(row, days.get("since") or timezone.localdate())
    if checked.wrong:
        group.fault(group.line, "bases", checked.wrong)
    for mark in checked.marks:
        _tell(group, built, mark)
    if checked.table:
        ready.append((code, built.kind, {**columns, "filing": head.get("filing", ""), **days}, body, checked.table))


def _tell(group: Group, built: Built, mark: drafting.Mark) -> None:
    """A fault at the later of the rows it is between."""
    if mark.table == "range" or not mark.lines:
        group.fault(group.line, "bases" if mark.table == "range" else "standard", mark.says)
        return
    column = "condition" if built.kind == "bands" and f" {built.body['by']['unit']}" in mark.says else "standard"
    says = f"{mark.says}（“以上”“以下”都包括本数）" if column == "condition" and "重叠" in mark.says else mark.says
    group.faults.append(Fault(max(built.lines[line] for line in mark.lines), {"condition": "适用条件", "standard": "裁量标准"}[column], says))


def _carried(built: Built, old: Mapping[str, Any]) -> dict[str, Any]:
    """The data with what the worksheet does not say taken from the version before: keys of numbers and factors, acknowledged faults."""
    body = dict(built.body)
    for name in ("bracket", "by"):
        if name in body and old.get(name):
            body[name] = body[name] | {"name": old[name]["name"]}
    names = {factor["label"]: factor["name"] for factor in old.get("factor", ())}
    if "factor" in body:
        body["factor"] = [factor | {"name": names.get(factor["label"], factor["name"])} for factor in body["factor"]]
    return body | {name: old[name] for name in ("acknowledged", "rounding") if name in old}
