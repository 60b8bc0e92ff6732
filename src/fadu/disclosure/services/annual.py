"""Publishing the statistics of a year: what was counted is kept as it was counted, with its leaf."""

from typing import Any

from django.db import transaction
from django.db.models import Max

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require_in
from fadu.agencies.models import Organ
from fadu.cases.models import Leaf
from fadu.cases.models.ids import new_id
from fadu.cases.now import now
from fadu.cases.services.leaves import entry_of
from fadu.disclosure.annual import TABLES, counted, people
from fadu.disclosure.annual.counting import Year, duties_of
from fadu.disclosure.models import AnnualReport
from fadu.disclosure.proofs import report_content
from fadu.law.forms import Invalid

EARLIEST, LONGEST = 2000, 8000


def within(organ: Organ) -> list[Organ]:
    """The organ and all below it: the lines of its tables."""
    return list(Organ.objects.filter(path__startswith=organ.path).order_by("path"))


def tables_of(organ: Organ, year: int) -> list[dict[str, Any]]:
    """Every table of a year for an organ and all below it, as it is kept."""
    organs = within(organ)
    duties = duties_of(organs, year)
    return [*(kept(counted(table, year, organs, duties)) for table in TABLES.values()), people.table(organs, year)]


@transaction.atomic
def publish_year(actor: Actor, organ: Organ, year: int, narrative: str) -> AnnualReport:
    """Publish the statistics of a year that has ended; published again, it is another version. Raises NotAllowed, Invalid."""
    require_in(actor, "annual.publish", organ.pk)
    narrative = narrative.replace("\x00", "").replace("\r\n", "\n").strip()
    if not EARLIEST <= year < now().year:
        raise Invalid({"year": f"{year} 年还没有结束，不能公布全年的统计" if year >= now().year else "年度不合理"})
    if not narrative:
        raise Invalid({"narrative": "请写明年度行政执法总体情况"})
    if len(narrative) > LONGEST:
        raise Invalid({"narrative": f"说明最多 {LONGEST} 字"})
    Organ.objects.select_for_update().get(pk=organ.pk)
    last = AnnualReport.objects.filter(organ=organ, year=year).aggregate(last=Max("version"))["last"] or 0
    report = AnnualReport(id=new_id(), organ=organ, year=year, version=last + 1, narrative=narrative, published_at=now(), by_name=actor.name)
    report.by_officer = actor.officer_id
    report.tables = tables_of(organ, year)
    entry, salt = entry_of("annual", report.id, report.id, report_content(report), report.published_at)
    report.leaf = Leaf.objects.create(case=None, kind="annual", ref=report.id, salt=salt, entry=entry.bytes)
    report.save(force_insert=True)
    return report


def kept(found: Year) -> dict[str, Any]:
    """A table as it is kept and shown (`annual.laying` draws it)."""
    columns = found.table.columns
    return {
        "id": found.table.id,
        "title": found.table.title,
        "note": found.table.note,
        "columns": [{"id": column.id, "label": column.label, "money": bool(column.sums)} for column in columns],
        "rows": [
            {"organ": row.organ.name, "id": row.organ.pk, "cells": [row.cells[column.id].value for column in columns], "total": row.total} for row in found.rows
        ],
        "sums": [found.sums[column.id] for column in columns],
        "before": [found.sums_before[column.id] for column in columns],
        "totals": list(found.table.total),
        "total": found.total if found.table.total else None,
    }
