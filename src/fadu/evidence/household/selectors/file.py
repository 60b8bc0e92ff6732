"""The file of a household: every matter of every kind, its papers, recordings and exhibits, newest first."""

import uuid
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Count, QuerySet
from django.db.models.functions import ExtractYear

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import may, scope
from fadu.cases.models import Case, Party
from fadu.cases.selectors.parties import shown
from fadu.documents.models import Document
from fadu.evidence import timeline
from fadu.evidence.household.models import Household
from fadu.evidence.household.selectors.households import OF_HOUSEHOLD, cases_within
from fadu.evidence.models import Reading
from fadu.law.procedure import Kind
from fadu.law.registry import procedures

SIZE = 50
"""Matters on one page."""

KINDS = {kind.name.lower(): kind.value for kind in Kind}
"""Kinds of matters by the word that cases keep."""


@dataclass(frozen=True)
class Wanted:
    """What is asked for of a file."""

    kind: str = ""
    year: int | None = None
    organ: int | None = None
    after: str = ""


@dataclass
class Matter:
    """One matter of the file, with what was made and recorded of it; `near` where it may be opened."""

    case: Case
    kind: str
    stage: str
    near: bool
    papers: int = 0
    entries: dict[str, list[timeline.Entry]] = field(default_factory=dict)


@dataclass
class File:
    """A page of the file, and how much there is in all."""

    matters: list[Matter]
    next: str
    kinds: list[tuple[str, str, int]]
    years: list[tuple[int, int]]
    organs: list[tuple[int, str, int]]
    total: int


def header(actor: Actor, household: Household) -> dict[str, Any]:
    """Who it is, as far as who asks may see: in full to those who may see the party of one of its cases, else as lists show it."""
    near = Case.objects.filter(scope(actor, "party.see")).filter(**{OF_HOUSEHOLD: household.pk}).order_by("-id").first() if may(actor, "party.see") else None
    party = Party.objects.filter(membership__household__root_id=household.pk).order_by("-id").first() if near is None else near.party
    return shown(actor, party, near=near is not None) if party is not None else {"name": household.shown_as}


def file(actor: Actor, household: Household, wanted: Wanted, *, wide: bool = False) -> File:
    """The matters of a household: those within reach, or of all organs where the file was opened `wide`."""
    every = _cases(actor, household, wide=wide)
    rows = _narrowed(every, wanted)
    page = list(rows.select_related("organ").order_by("-id")[: SIZE + 1])
    tally = list(
        every.order_by().annotate(year=ExtractYear("opened_on")).values_list("kind", "year", "organ_id", "organ__name").annotate(of=Count("pk", distinct=True))
    )
    kinds, years, organs = (_sums(tally, place) for place in (0, 1, 2))
    names = {row[2]: row[3] for row in tally}
    return File(
        _matters(actor, page[:SIZE]),
        str(page[SIZE - 1].pk) if len(page) > SIZE else "",
        [(kind, KINDS.get(kind, kind), of) for kind, of in kinds.items()],
        sorted(years.items(), reverse=True),
        [(organ, names[organ], of) for organ, of in organs.items()],
        sum(kinds.values()),
    )


def rows(actor: Actor, household: Household, wanted: Wanted, *, wide: bool) -> Sequence[Matter]:
    """Every matter of what is asked for, for the export."""
    return _matters(actor, list(_narrowed(_cases(actor, household, wide=wide), wanted).select_related("organ").order_by("-id")))


def looked(actor: Actor, after: str = "", size: int = 50) -> list[Reading]:
    """Who opened files beyond the own reach, newest first: for those who supervise the organs of who did."""
    found = Reading.objects.filter(scope(actor, "household.match"), kind="household.wide")
    key = _uuid(after)
    return list((found.filter(pk__lt=key) if key else found).select_related("organ").order_by("-id")[:size])


def _cases(actor: Actor, household: Household, *, wide: bool) -> QuerySet[Case]:
    every = Case.objects.all() if wide else cases_within(actor, "household.see")
    return every.filter(**{OF_HOUSEHOLD: household.pk})


def _narrowed(rows: QuerySet[Case], wanted: Wanted) -> QuerySet[Case]:
    if wanted.kind in KINDS:
        rows = rows.filter(kind=wanted.kind)
    if wanted.year and 1990 <= wanted.year <= 2200:
        rows = rows.filter(opened_on__gte=date(wanted.year, 1, 1), opened_on__lt=date(wanted.year + 1, 1, 1))
    if wanted.organ:
        rows = rows.filter(organ_id=wanted.organ)
    return rows.filter(pk__lt=key) if (key := _uuid(wanted.after)) else rows


def _matters(actor: Actor, cases: list[Case]) -> list[Matter]:
    keys = [case.pk for case in cases]
    near = set(Case.objects.filter(scope(actor, "case.see"), pk__in=keys).values_list("pk", flat=True)) if may(actor, "case.see") else set()
    papers = dict(Document.objects.filter(case__in=keys, superseded=False).order_by().values_list("case").annotate(of=Count("pk")))
    lanes = {lane: _by_case(timeline.of(lane, actor, near)) for lane in ("recording", "exhibit")}
    return [
        Matter(
            case, KINDS.get(case.kind, case.kind), procedures()[case.procedure, case.version].stage(case.stage).label, case.pk in near,
            papers.get(case.pk, 0), {lane: found.get(case.pk, []) for lane, found in lanes.items()},
        )
        for case in cases
    ]  # fmt: skip


def _by_case(entries: list[timeline.Entry]) -> dict[uuid.UUID, list[timeline.Entry]]:
    found: dict[uuid.UUID, list[timeline.Entry]] = {}
    for entry in entries:
        found.setdefault(entry.case_id, []).append(entry)
    return found


def _sums(tally: list[tuple[Any, ...]], place: int) -> Counter[Any]:
    found: Counter[Any] = Counter()
    for row in tally:
        found[row[place]] += row[-1]
    return found


def _uuid(text: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(text)
    except ValueError:
        return None
