"""The record of a case: reading the state it has, adding a step to it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import connection
from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.accounts.models import User
from fadu.cases.models import Case, Leaf, Outbox
from fadu.cases.models import Step as StepRow
from fadu.cases.models.facts import NAMES, TABLES, columns
from fadu.cases.models.ids import new_id
from fadu.cases.now import now
from fadu.cases.services.clocks import set_clocks
from fadu.cases.services.context import Context
from fadu.cases.services.leaves import entry_of, fitting
from fadu.cases.services.numbers import next_number
from fadu.cases.topics import topics_of
from fadu.law.calendar import civil
from fadu.law.facts import VOCABULARY, Type
from fadu.law.fold import State, Taken, fold
from fadu.law.procedure import Step
from fadu.law.registry import procedures


def state_of(case: Case) -> State:
    """Where the case stands, from the facts that are kept."""
    passed = tuple((stage, day) for stage, day in case.passed)
    return State(case.procedure, case.version, case.stage, kept_facts(case), case.seq, passed)


def grain_of(case: Case) -> str:
    """Whose facts the steps of the case set."""
    return procedures()[case.procedure, case.version].grain


def kept_facts(case: Case) -> dict[str, Any]:
    """The known facts of a case. Read past the ORM: laying out some hundred columns costs it more than the rest of a step."""
    grain = grain_of(case)
    with connection.cursor() as cursor:
        cursor.execute(_READ[grain], [TABLES[grain]._meta.pk.get_db_prep_value(case.id, connection)])
        row = cursor.fetchone()
    if row is None:
        raise TABLES[grain].DoesNotExist
    return {name: _value(name, value) for name, value in zip(NAMES[grain], row, strict=True) if value is not None}


_READ = {
    grain: f"SELECT {', '.join(f'f_{name}' for name in NAMES[grain])} FROM {table._meta.db_table} WHERE case_id = %s"  # noqa: S608 - names are the vocabulary's own
    for grain, table in TABLES.items()
}
_FLAGS = frozenset(name for names in NAMES.values() for name in names if VOCABULARY[name].type is Type.FLAG)


def _value(name: str, value: Any) -> Any:
    """SQLite keeps yes and no as numbers."""
    return bool(value) if name in _FLAGS else value


def rebuilt(case: Case) -> State:
    """Where the case stands, from its steps alone."""
    rows = list(StepRow.objects.filter(case=case).order_by("seq"))
    began = procedures()[began_with(rows, case)]
    return fold(began, [happened(row) for row in rows])


def began_with(rows: list[StepRow], case: Case) -> tuple[str, str]:
    """Procedure and version the case began with: a case on the spot may have gone over to the ordinary procedure."""
    first = rows[0].procedure if rows else f"{case.procedure}/{case.version}"
    name, version = first.split("/")
    return name, version


def happened(row: StepRow) -> Taken:
    """A row as the fold reads it."""
    return Taken(row.seq, row.name, timezone.localtime(row.taken_at).replace(tzinfo=None), row.data, row.context)


def registered(actor: Actor, key: str) -> StepRow | None:
    """The registration of this key by this actor's organ, if there was one."""
    User.objects.select_for_update().filter(pk=actor.user_id or 0).first()  # of two registrations at once with one key, the second waits here
    return StepRow.objects.filter(seq=1, key=key, case__organ_id=actor.organ_id or 0, by_user=actor.user_id).first()


def repeated(case: Case, key: str) -> StepRow | None:
    """The step of this key, if it was recorded before."""
    return StepRow.objects.filter(case=case, key=key).first()


def taken_before(state: State, step: Step) -> bool:
    """Whether the facts that only this step sets are known already."""
    return any(fact.name in state.facts for fact in step.marks)


def add(  # noqa: PLR0917 - everything a step is made of
    actor: Actor,
    case: Case,
    step: Step,
    data: Mapping[str, Any],
    context: Context,
    moment: datetime,
    after: State,
    key: str,
    before: Mapping[str, Any] | None = None,
) -> StepRow:
    """Write the step, its leaf, the facts, the clocks, the case and the outbox."""
    before = state_of(case).facts if before is None and case.seq else before or {}
    row = _row(actor, case, step, data, context, moment, after, key)
    content = content_of(row)
    entry, salt = entry_of("step", case.id, row.id, content, row.recorded_at, case.last_hash)
    row.hash = entry.hash
    row.save(force_insert=True)
    Leaf.objects.create(case_id=case.id, kind="step", ref=row.id, salt=salt, entry=entry.bytes)
    changed = keep_state(case, after, before)
    case.last_hash = row.hash
    if step.numbers and not case.number:
        case.number = number_of(case, step.numbers, timezone.localdate(moment).year)
    set_clocks(case, after.facts, changed=changed)
    case.save(force_update=True)
    told = topics_of(step.name, ended=case.ended)
    Outbox.objects.bulk_create([Outbox(topic=topic, case_id=case.id, ref=row.id, payload={"step": step.name}) for topic in told])
    return row


def number_of(case: Case, word: str, year: int) -> str:
    """示市监罚立〔2026〕37号, from the counter of the organ, year and word."""
    return f"{case.organ.short_name}{word}〔{year}〕{next_number(case.organ_id, word, year)}号"


def keep_state(case: Case, after: State, before: Mapping[str, Any]) -> frozenset[str]:
    """Keep the facts that changed and the stage of a state; the case itself is saved by the caller. Gives the names."""
    grain = after.course.grain
    changed = {name: after.facts.get(name) for name in NAMES[grain] if after.facts.get(name) != before.get(name)}
    if case.seq == 0:
        TABLES[grain].objects.create(case=case, **columns(changed))
    elif changed:
        TABLES[grain].objects.filter(pk=case.id).update(**columns(changed))
    if after.stage != case.stage:
        case.stage_since = civil(after.passed[-1][1])
    case.procedure, case.version, case.stage, case.seq = after.procedure, after.version, after.stage, after.seq
    case.passed = [list(place) for place in after.passed]
    case.ended = after.ended
    case.turn_step = "" if after.ended else after.course.turn(after.stage, after.facts)
    case.turn_role = after.course[case.turn_step].by.value if case.turn_step else ""
    return frozenset(changed)


def _row(actor: Actor, case: Case, step: Step, data: Mapping[str, Any], context: Context, moment: datetime, after: State, key: str) -> StepRow:
    course = f"{case.procedure}/{case.version}"
    return StepRow(
        id=new_id(), case=case, seq=case.seq + 1, name=step.name, procedure=course, stage=after.stage, taken_at=moment, recorded_at=now(),
        by_user=actor.user_id, by_officer=actor.officer_id, by_name=actor.name, by_role=actor.role.value,
        data=dict(data), context=context.kept(), key=key, prev=case.last_hash,
    )  # fmt: skip


def content_of(row: StepRow) -> dict[str, Any]:
    """What the leaf of a step commits to: everything that was recorded of it, each column."""
    taken_at, recorded_at = (timezone.localtime(moment).isoformat() for moment in (row.taken_at, row.recorded_at))
    by = {"user": row.by_user, "officer": row.by_officer, "name": row.by_name, "role": row.by_role}
    return {**earlier_content_of(row), "stage": row.stage, "key": row.key, "taken_at": taken_at, "recorded_at": recorded_at, "by": by}


def earlier_content_of(row: StepRow) -> dict[str, Any]:
    """What the leaves of steps committed to at first: without account, stage and key, moments to the second."""
    return {
        "case": str(row.case_id),
        "seq": row.seq,
        "step": row.name,
        "procedure": row.procedure,
        "taken_at": timezone.localtime(row.taken_at).isoformat(timespec="seconds"),
        "recorded_at": timezone.localtime(row.recorded_at).isoformat(timespec="seconds"),
        "by": {"officer": row.by_officer, "name": row.by_name, "role": row.by_role},
        "data": row.data,
        "context": row.context,
    }


def committed(row: StepRow, leaf: Leaf) -> dict[str, Any]:
    """The content of a step in the form in which its leaf commits to it; where neither form fits, as it would be written today."""
    found: dict[str, Any] = fitting(leaf, content_of(row), earlier_content_of(row))
    return found
