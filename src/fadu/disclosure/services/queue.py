"""The publication queue: a decision enters it by itself, with the day by which it is to be shown."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from fadu.cases.models import Case, Facts, Outbox
from fadu.cases.models import Step as StepRow
from fadu.catalog import selectors as catalog
from fadu.disclosure.derive import Act, act_of
from fadu.disclosure.models import Publication, State
from fadu.law.calendar import civil
from fadu.law.parameters import OutsideValidity
from fadu.law.periods import working_days
from fadu.law.records.showing import WITHDRAW_WITHIN, Showing, showing
from fadu.law.vocabulary.kinds import Penalty


def enqueue(told: Outbox) -> None:
    """What follows for publication from a step that was taken; told twice, it follows once."""
    row = StepRow.objects.select_related("case__organ").filter(pk=told.ref).first() if told.ref else None
    if row is None:
        return
    if act := act_of(row.name):
        _await(row, act)
    _overturned(row.case)


def due(act: Act, decided_on: date, field: str = "") -> tuple[date, bool]:
    """The day by which a decision is to be shown, and whether the calendar of that year is provisional."""
    try:
        within = int(catalog.parameters().value(act.within, decided_on, field).value)
    except OutsideValidity:
        within = act.usual
    calendar = catalog.calendar()
    day = working_days(within).due_on(decided_on, calendar)
    return day, working_days(within).count(decided_on, calendar).provisional


def missed(today: date, organ_id: int | None = None) -> int:
    """How many decisions should have been shown or taken down by now and are not."""
    rows = Publication.objects.filter(organ_id=organ_id) if organ_id else Publication.objects.all()
    return rows.filter(state=State.WAITING, due_on__lt=today).count() + rows.filter(state=State.SHOWN, down_by__lt=today).count()


def asked_of(row: StepRow) -> Showing | None:
    """Whether the penalty decided at a step is shown at all; None for other acts."""
    if row.name not in {"decide", "decide_spot"}:
        return None
    kinds = Penalty(0)
    for name in row.data.get("decision_kinds", ()):
        kinds |= Penalty[name]
    return showing(field=row.case.field, kinds=kinds, asked=bool(row.data.get("publication_due")))


@transaction.atomic
def _await(row: StepRow, act: Act) -> None:
    asked = asked_of(row)
    if asked and not asked.due:
        return
    decided_on = timezone.localdate(row.taken_at)
    day, provisional = due(act, decided_on, row.case.field)
    Publication.objects.get_or_create(
        step=row, defaults={"organ": row.case.organ, "case": row.case, "act": act.id, "decided_on": decided_on, "due_on": day, "provisional": provisional}
    )  # fmt: skip


def _overturned(case: Case) -> None:
    """A decision that no longer stands has to be taken down, or is not shown any more."""
    day = Facts.objects.filter(pk=case.id).values_list("f_overturned_on", flat=True).first()
    if day is None:
        return
    on = civil(day)
    by = WITHDRAW_WITHIN.due_on(on, catalog.calendar())
    Publication.objects.filter(case=case, overturned_on__isnull=True).update(overturned_on=on, down_by=by)
