"""The publication queue: a decision enters it by itself, with the day by which it is to be shown; what becomes of it in its case follows it."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from fadu.cases.models import Case, Outbox
from fadu.cases.models import Step as StepRow
from fadu.cases.models.facts import TABLES
from fadu.cases.services.record import grain_of
from fadu.cases.uses import OVERTURNED
from fadu.catalog import selectors as catalog
from fadu.disclosure import search
from fadu.disclosure.derive import ACTS, Act, act_of, draw
from fadu.disclosure.models import Event, Kind, Publication, State
from fadu.law.calendar import civil
from fadu.law.correction import CORRECT
from fadu.law.parameters import OutsideValidity
from fadu.law.periods import working_days
from fadu.law.records.showing import WITHDRAW_WITHIN, Showing, showing, showing_other
from fadu.law.vocabulary.kinds import Penalty

FALLING = frozenset({
    "record_remedy", "note_enforcement_remedy", "note_enforcement_overturned", "decide_review", "record_judgment", "change_sued_act",
    "revoke_licence", "withdraw_licence",
})  # fmt: skip
"""Steps after which an earlier decision may no longer stand, in its own case or in the one that this one came from."""

HEARD = frozenset({CORRECT}) | FALLING.union(*(act.decided for act in ACTS.values()))
"""Steps that this queue is told of."""


def enqueue(told: Outbox) -> None:
    """What follows for publication from a step that was taken; told twice, it follows once."""
    row = StepRow.objects.select_related("case__organ", "case__origin").filter(pk=told.ref).first() if told.ref else None
    if row is None:
        return
    if act := act_of(row.name):
        _await(row, act)
    _overturned(row.case)
    if row.name == CORRECT:
        _amended(row.case)


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
    """Whether the decision made at a step is shown at all; None where nothing stands against it."""
    regime = str(_fact(row.case, "police_regime") or "") if grain_of(row.case) == "case" else ""
    if row.name not in ACTS["penalty"].decided:
        opening = StepRow.objects.filter(case=row.case_id).order_by("seq").first()
        return showing_other(row.data, field=row.case.field, regime=regime, opened=opening.data if opening else {})
    kinds = Penalty(0)
    for name in row.data.get("decision_kinds", ()):
        kinds |= Penalty[name]
    return showing(field=row.case.field, kinds=kinds, asked=bool(row.data.get("publication_due")), regime=regime)


@transaction.atomic
def _await(row: StepRow, act: Act) -> None:
    asked = asked_of(row)
    decided_on = timezone.localdate(row.taken_at)
    day, provisional = due(act, decided_on, row.case.field)
    found = {"organ": row.case.organ, "case": row.case, "act": act.id, "decided_on": decided_on, "due_on": day, "provisional": provisional}
    if asked and not asked.due:
        found |= {"state": State.EXEMPT, "why": f"{asked.why}（{asked.basis}）"}
    Publication.objects.get_or_create(step=row, defaults=found)


def _overturned(case: Case) -> None:
    """A decision that no longer stands has to be taken down, or is not shown any more."""
    for fallen, day in _fallen(case):
        on = civil(day)
        by = WITHDRAW_WITHIN.due_on(on, catalog.calendar())
        Publication.objects.filter(case=fallen, overturned_on__isnull=True, decided_on__lte=on).update(overturned_on=on, down_by=by)


def _fallen(case: Case) -> list[tuple[Case, int]]:
    """The cases whose decisions fell by what is on record in this one, each with the day: this case itself, or the one it came from."""
    grain = grain_of(case)
    own = _fact(case, _OWN.get(grain, ""), grain)
    found = [(case, own)] if own is not None else []
    if case.origin is None:
        return found
    names = _BROUGHT.get(grain, ())
    outcome, day = _JUDGED.get(grain, ("", ""))
    if outcome and _fact(case, outcome, grain) in OVERTURNED:
        names = (day,)
    return found + [(case.origin, on) for name in names if (on := _fact(case, name, grain)) is not None]


_OWN = {"case": "overturned_on", "enforcement": "enforcement_overturned_on"}
"""The day on which a case's own decision fell, by grain."""
_BROUGHT = {"enforcement": ("enforcement_overturned_on",), "licence": ("licence_revoked_on", "licence_withdrawn_on")}
"""The days on which the decision that a case came from fell."""
_JUDGED = {"review": ("review_outcome", "review_decided_on"), "suit": ("suit_result", "suit_judged_on")}
"""Of a reconsideration and of a suit: the fact that says how it ended, and its day."""


def _fact(case: Case, name: str, grain: str = "case") -> Any:
    return TABLES[grain].objects.filter(pk=case.pk).values_list(f"f_{name}", flat=True).first() if name else None


def _amended(case: Case) -> None:
    """The record was corrected: what is shown and no longer agrees with it asks to be corrected (公示规定第十二条)."""
    for row in Publication.objects.filter(case=case, state=State.SHOWN, overturned_on__isnull=True):
        last = Event.objects.filter(publication=row, kind__in=(Kind.RELEASE, Kind.CORRECT)).order_by("-id").first()
        if last is not None and search.fingerprint(draw(row.step_id, last.secrets).shown) != search.fingerprint(last.shown or {}):
            Publication.objects.filter(pk=row.pk, amend_since__isnull=True).update(amend_since=timezone.localdate())
