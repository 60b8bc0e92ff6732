"""Results of the two examinations that a credential asks for."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.agencies import forms
from fadu.agencies.kinds import Exam
from fadu.agencies.models import ExamResult
from fadu.agencies.services.changes import record, snapshot
from fadu.agencies.services.collisions import one_only
from fadu.agencies.services.people import locked, said
from fadu.law.forms import Invalid, validate


def record_result(actor: Actor, officer_id: int, kind: str, taken_on: date, passed: bool, mark: int | None, source: str) -> ExamResult:  # noqa: FBT001 - as an examination hands it in
    """A result, entered or handed in by the room of examinations; the same one again is the one that is there.

    kind: `kinds.Exam`, "public" or "professional". mark: whole points. source: paper, sitting or transcript.
    """
    told = {"kind": kind, "taken_on": taken_on.isoformat(), "passed": passed, "mark": mark, "source": source}
    clean = validate(forms.RESULT, told)
    if taken_on > timezone.localdate():
        raise Invalid({"taken_on": "考试日期不能晚于今天"})
    with transaction.atomic():
        person = locked(actor, officer_id)
        values = {"taken_on": taken_on, "passed": clean["passed"], "mark": clean.get("mark")}
        there = ExamResult.objects.filter(officer=person, kind=kind, source=clean["source"], annulled_at__isnull=True).first()
        if there is not None:
            if all(getattr(there, name) == value for name, value in values.items()):
                return there
            raise Invalid({"source": "这一场考试的成绩已经登记；登记错的请先作废再登记"})
        with one_only("source", "这一场考试的成绩刚刚被别人登记"):
            result = ExamResult.objects.create(officer=person, kind=kind, source=clean["source"], **values)
        _record(actor, "登记考试成绩", result, {}, "")
    return result


def annul_result(actor: Actor, result_id: int, *, reason: str) -> ExamResult:
    """A result that does not count any more: entered wrongly, or got by cheating. It stays in the register."""
    with transaction.atomic():
        result = ExamResult.objects.select_for_update(of=("self",)).get(pk=result_id)
        locked(actor, result.officer_id)
        if result.annulled_at is not None:
            raise Invalid({"": "这项成绩已经作废"})
        before = snapshot(result)
        result.annulled_at, result.annulled_why = timezone.now(), said(reason)
        result.save(update_fields=["annulled_at", "annulled_why"])
        _record(actor, "作废考试成绩", result, before, result.annulled_why)
    return result


def _record(actor: Actor, action: str, result: ExamResult, before: dict[str, object], reason: str) -> None:
    """Kept with the person."""
    person, label = result.officer, f"{Exam(result.kind).label}考试"
    after = snapshot(result)
    record(actor, action, person, what="officer", label=f"{person.name} {label}", organ_id=person.organ_id, before=before, after=after, reason=reason)
