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
from fadu.disclosure.annual import TABLES, counted
from fadu.disclosure.annual.counting import Year
from fadu.disclosure.models import AnnualReport
from fadu.disclosure.proofs import report_content
from fadu.law.forms import Invalid

EARLIEST, LONGEST = 2000, 8000


def within(organ: Organ) -> list[Organ]:
    """The organ and all below it: the lines of its tables."""
    return list(Organ.objects.filter(path__startswith=organ.path).order_by("path"))


def tables_of(organ: Organ, year: int) -> list[Year]:
    """Every table of a year for an organ and all below it."""
    organs = within(organ)
    return [counted(table, year, organs) for table in TABLES.values()]


def narrative_of(years: list[Year]) -> str:
    """A draft of what is said of the year, in the numbers of its tables; who publishes makes it theirs."""
    by = {found.table.id: found for found in years}
    penalty, handling, licence = by["penalty"], by["handling"], by["licence"]
    year = penalty.year
    before = sum(penalty.sums_before[name] for name in penalty.table.total)
    parts = [
        (
            f"{year} 年，作出行政处罚决定 {penalty.total} 件（上年 {before} 件），罚没金额 {penalty.sums['amount'] / 100:,.2f} 元；"
            f"立案 {handling.sums['filed']} 件，结案 {handling.sums['closed']} 件，其中简易程序 {handling.sums['simple']} 件，不予处罚 {handling.sums['spared']} 件。"
        ),
        f"受理行政许可申请 {licence.sums['accepted']} 件，准予许可 {licence.sums['granted']} 件，不予许可 {licence.sums['declined']} 件。",
        (
            f"采取行政强制措施 {by['measure'].total} 件，强制执行 {by['enforcement'].total} 件；行政检查 {by['inspection'].total} 次；"
            f"其他行政执法行为 {by['other'].total} 件。"
        ),
    ]
    return "\n".join(parts)


@transaction.atomic
def publish_year(actor: Actor, organ: Organ, year: int, narrative: str) -> AnnualReport:
    """Publish the statistics of a year that has ended; published again, it is another version. Raises NotAllowed, Invalid."""
    require_in(actor, "annual.publish", organ.pk)
    narrative = narrative.replace("\x00", "").strip()
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
    report.tables = [kept(found) for found in tables_of(organ, year)]
    entry, salt = entry_of("annual", report.id, report.id, report_content(report), report.published_at)
    report.leaf = Leaf.objects.create(case=None, kind="annual", ref=report.id, salt=salt, entry=entry.bytes)
    report.save(force_insert=True)
    return report


def kept(found: Year) -> dict[str, Any]:
    """A table as it is kept and shown."""
    return {
        "id": found.table.id,
        "title": found.table.title,
        "note": found.table.note,
        "columns": [{"id": column.id, "label": column.label, "money": bool(column.sums)} for column in found.table.columns],
        "rows": [{"organ": row.organ.name, "cells": [row.cells[column.id].value for column in found.table.columns], "total": row.total} for row in found.rows],
        "sums": [found.sums[column.id] for column in found.table.columns],
        "before": [found.sums_before[column.id] for column in found.table.columns],
        "total": found.total if found.table.total else None,
    }
