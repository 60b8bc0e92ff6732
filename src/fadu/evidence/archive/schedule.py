"""保管期限表: an organ's own schedule of how long files are kept, as its archives authority agreed to it (档案法实施条例第十九条第二款).

Each line is a row of one version of the schedule: of which kind of case, with what turn, how long. A second person checks each
row against the paper; until then it counts for nothing. Where no line fits, the schedule of the platform holds (`law.filing`).
"""

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from fadu.agencies.models.kept import Witnessed
from fadu.agencies.registers.book import Book, Later
from fadu.agencies.registers.register import Filter
from fadu.cases.models import Case
from fadu.cases.now import now
from fadu.law.filing import Kept, Term, Turn, kept_for, turns
from fadu.law.procedure import Kind

KINDS = [(kind.name.lower(), kind.value) for kind in Kind if kind is not Kind.REGISTER]


class Retention(Witnessed):
    """One line of a schedule. `since` is the day from which files that are formed are kept so; `until` the last day."""

    series = models.CharField("案件类别", max_length=20, choices=KINDS)
    turn = models.CharField("情形", max_length=10, choices=[(turn.value, turn.label) for turn in Turn])
    term = models.CharField("保管期限", max_length=10, choices=[(term.value, term.label) for term in Term])
    since = models.DateField("施行日期")
    approved_by = models.CharField("审核同意的档案主管部门", max_length=100)

    class Meta(Witnessed.Meta):
        """A line of a kind and a turn once from a day on."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            *Witnessed.Meta.constraints,
            models.UniqueConstraint(fields=["organ", "series", "turn", "since"], name="archive_retention_once"),
            models.CheckConstraint(condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="archive_retention_lasts"),
        ]

    def __str__(self) -> str:
        return f"{self.get_series_display()}（{self.get_turn_display()}）{self.get_term_display()}"


def _running(word: str) -> Q:
    running = Q(until__isnull=True)
    return running if word == "now" else ~running


def _in_order(_organ_id: int, values: Mapping[str, Any]) -> Mapping[str, str]:
    return {"since": "施行不能早于发布"} if values["since"] < values["issued_on"] else {}


RETENTIONS = Book(
    app="archive", name="retentions", title="保管期限表", lead="本机关编制、经同级档案主管部门审核同意的保管期限表，一类一行；由另一人复核后用于立卷，没有的按平台的期限表。",
    model=Retention, columns=("series", "turn", "term", "since", "number", "approved_by", "until"), once=("series", "turn", "since"), verb="登记期限",
    past=("issued_on",), spans=(("since", "until"),), check=_in_order, search=("number", "approved_by"), finds="文号、部门、机关",
    later=(Later(name="end", label="停止施行", names=("until",), offered=lambda row: row.until is None),),
    filters=(Filter("now", "效力", (("now", "现行"), ("ended", "已停止")), _running),), links=(("档案", "archive:room"),), see="archive.see", manage="archive.keep",
)  # fmt: skip


def in_force(organ_id: int, day: date) -> "models.QuerySet[Retention]":
    """The checked lines of an organ that hold on a day."""
    holds = Q(until__isnull=True) | Q(until__gte=day)
    return Retention.objects.filter(holds, organ_id=organ_id, since__lte=day, checked_by__isnull=False)


def kept_of(case: Case, facts: Mapping[str, Any], day: date) -> Kept:
    """How long the file of a case is kept: by the organ's own schedule where a line of it fits, else by that of the platform."""
    lines = {row.turn: row for row in in_force(case.organ_id, day).filter(series=case.kind).order_by("since", "pk")}
    for turn in turns(case.kind, facts):
        if line := lines.get(turn.value):
            why = f"本机关保管期限表（{line.number}，{line.approved_by}审核同意）：{line.get_series_display()}，{turn.label}"
            return Kept(Term(line.term), why[:120])
    return kept_for(case.kind, facts)


def kept_today(case: Case, facts: Mapping[str, Any]) -> Kept:
    """The same as of today."""
    return kept_of(case, facts, timezone.localdate(now()))
