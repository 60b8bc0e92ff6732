"""核查: every rule over the facts of every case; what it finds is kept with its day, and gone when it is mended."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require
from fadu.cases.models import Case, ClockRow
from fadu.cases.models import Step as StepRow
from fadu.catalog.selectors import calendar
from fadu.law.calendar import number
from fadu.law.registry import grains, procedures, rules_of
from fadu.law.rules import Moment
from fadu.supervision.models import Finding, Sweep
from fadu.supervision.services.judged import SCHEMA, failures_of

CHUNK = 20_000
"""Cases judged at once: their facts are in memory together."""

Told = Callable[[int, int], None]


def swept(
    actor: Actor, *, day: date | None = None, year: int | None = None, since: bool = False, folder: Path | None = None, told: Told = lambda _done, _of: None
) -> Sweep:
    """Judge every rule over every case and keep what is found.

    Args:
        actor: who has it done; needs `finding.sweep`.
        day: the day of judgement; clocks still running then are not broken yet. Today when None.
        year: only cases that were registered, or in which a step was taken, in that year.
        since: only what can have changed since the last sweep: cases with a new step, and clocks that ran out.
        folder: where the findings are written as Parquet, one file a sweep; nowhere when None.
        told: called with how many cases are done, of how many.

    Raises:
        NotAllowed.
    """
    require(actor, "finding.sweep")
    on = day or timezone.localdate()
    last = Sweep.objects.filter(ended_at__isnull=False).first() if since else None
    run = Sweep.objects.create(day=on, year=year, whole=last is None, began_at=timezone.now())
    wanted = _wanted(year, last, on)
    run.cases = wanted.count()
    done, frames = 0, [pl.DataFrame(schema=SCHEMA)]
    at = Moment(calendar(), number(on))
    for grain in grains():
        courses = {course.id for course in procedures().values() if course.grain == grain}
        run.rules += len(rules_of(grain))
        for cases in _chunks(wanted.filter(procedure__in=courses)):
            found = failures_of(grain, cases, at)
            _keep(run, cases, found)
            frames.append(found)
            done += len(cases)
            told(done, run.cases)
    run.open = Finding.objects.filter(mended_on__isnull=True).count()
    run.file = _written(folder, run, pl.concat(frames)) if folder else ""
    run.ended_at = timezone.now()
    run.save()
    return run


def _wanted(year: int | None, last: Sweep | None, on: date) -> QuerySet[Case]:
    cases = Case.objects.order_by("pk")
    if year is not None:
        acted = StepRow.objects.filter(taken_at__year=year).values("case_id")
        cases = cases.filter(Q(opened_on__year=year) | Q(pk__in=acted))
    if last is not None:
        stepped = StepRow.objects.filter(recorded_at__gte=last.began_at).values("case_id")
        ran_out = ClockRow.objects.filter(done_on__isnull=True, due_on__gte=last.day, due_on__lt=on).values("case_id")
        cases = cases.filter(Q(pk__in=stepped) | Q(pk__in=ran_out))
    return cases


def _chunks(cases: QuerySet[Case]) -> Iterator[list[Case]]:
    """By key, so that the last chunk costs what the first does."""
    after: Any = None
    while True:
        some = list((cases if after is None else cases.filter(pk__gt=after)).only("id", "organ_id", "procedure", "version", "stage_since")[:CHUNK])
        if not some:
            return
        yield some
        after = some[-1].pk


@transaction.atomic
def _keep(run: Sweep, cases: list[Case], found: pl.DataFrame) -> None:
    """New ones are written, those that are there stay, those that are no longer found are mended."""
    there = {(str(finding.case_id), finding.rule): finding for finding in _open_in(cases)}
    now = {(row["case"], row["rule"]): row for row in found.iter_rows(named=True)}
    fresh = [
        Finding(
            rule=rule,
            case_id=case,
            organ_id=row["organ"],
            grain=row["grain"],
            severity=row["severity"],
            whose=row["whose"],
            since=row["since"],
            found_on=run.day,
        )
        for (case, rule), row in now.items()
        if (case, rule) not in there
    ]
    gone = [finding.pk for key, finding in there.items() if key not in now]
    Finding.objects.bulk_create(fresh)
    for start in range(0, len(gone), 500):
        Finding.objects.filter(pk__in=gone[start : start + 500]).update(mended_on=run.day)
    run.found += len(fresh)
    run.mended += len(gone)


def _open_in(cases: list[Case]) -> Iterator[Finding]:
    ids = [case.pk for case in cases]
    for start in range(0, len(ids), 500):
        yield from Finding.objects.filter(mended_on__isnull=True, case_id__in=ids[start : start + 500])


def _written(folder: Path, run: Sweep, found: pl.DataFrame) -> str:
    """The findings of this run as a file: rule, case, organ, severity, since when."""
    folder.mkdir(parents=True, exist_ok=True)
    name = f"findings-{run.day.isoformat()}-{run.pk}.parquet"
    found.write_parquet(folder / name)
    return name
