"""Writing one entry or one movement: the record first, with its leaf, then what it comes to. Everything else in this room goes through here."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db.models import Max
from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.cases.models import Case, Step
from fadu.cases.models.ids import new_id
from fadu.cases.now import now
from fadu.cases.services.leaves import utc
from fadu.evidence.exhibits.kinds import Finding, Said
from fadu.evidence.exhibits.models import Entry, Exhibit
from fadu.evidence.models import Original
from fadu.evidence.services import leaf_of


def locked(case_id: Any) -> Case:
    """The case, locked until the transaction ends: numbers in it are given out one after the other."""
    return Case.objects.select_for_update(of=("self",)).select_related("organ").get(pk=case_id)


def next_number(case: Case, model: Any) -> int:
    """The next number in a case that is locked."""
    return int(model.objects.filter(case=case).aggregate(last=Max("number"))["last"] or 0) + 1


def moment(text: str) -> datetime:
    """Beijing time as it is typed, aware."""
    return timezone.make_aware(datetime.fromisoformat(text))


def new_exhibit(actor: Actor, case: Case, data: Mapping[str, Any], *, step: Step | None = None, place: str = "", device_sound: bool | None = None) -> Exhibit:
    """An exhibit with its first entry; the case is locked."""
    exhibit = Exhibit(id=new_id(), case=case, organ_id=case.organ_id, number=next_number(case, Exhibit), step=step, place=place, device_sound=device_sound)
    _said_of(exhibit, data)
    exhibit.save(force_insert=True)
    enter(actor, exhibit, Said.REGISTER, dict(data), step=step)
    return exhibit


def enter(
    actor: Actor,
    exhibit: Exhibit,
    says: Said,
    data: dict[str, Any],
    *,
    step: Step | None = None,
    corrects: Entry | None = None,
    original: Original | None = None,
) -> Entry:
    """One more entry of an exhibit whose case is locked, and the exhibit as it is after it."""
    entry = Entry(id=new_id(), exhibit=exhibit, seq=exhibit.entries + 1, says=says, data=data, step=step, corrects=corrects, of_original=original, at=now())
    entry.by_user, entry.by_officer, entry.by_name = _by(actor, step)
    entry.leaf = leaf_of("exhibit", entry.id, exhibit.case, entry_content(entry), entry.at)
    entry.save(force_insert=True)
    follow(exhibit, entry)
    exhibit.save()
    return entry


def follow(exhibit: Exhibit, entry: Entry) -> None:
    """What an entry makes of the exhibit."""
    exhibit.entries = entry.seq
    match entry.says:
        case Said.REGISTER | Said.CORRECT:
            exhibit.withdrawn = False
            _said_of(exhibit, {key: value for key, value in entry.data.items() if key != "reason"} if entry.says == Said.CORRECT else entry.data)
        case Said.WITHDRAW:
            exhibit.withdrawn = True
        case Said.EXAMINE:
            exhibit.finding, exhibit.examined = Finding(entry.data["finding"]), entry.data


def _said_of(exhibit: Exhibit, data: Mapping[str, Any]) -> None:
    exhibit.kind, exhibit.original, exhibit.data = data["kind"], bool(data.get("original")), dict(data)
    exhibit.collected_at = moment(data["collected_at"])


def entry_content(entry: Entry) -> dict[str, Any]:
    """What the leaf of an entry commits to."""
    return {
        "entry": str(entry.id),
        "exhibit": str(entry.exhibit_id),
        "case": str(entry.exhibit.case_id),
        "number": entry.exhibit.number,
        "seq": entry.seq,
        "says": str(entry.says),
        "data": entry.data,
        "original": str(entry.of_original_id) if entry.of_original_id else None,
        "step": str(entry.step_id) if entry.step_id else None,
        "corrects": str(entry.corrects_id) if entry.corrects_id else None,
        "at": utc(entry.at),
        "by": {"officer": entry.by_officer, "name": entry.by_name},
    }


def _by(actor: Actor, step: Step | None) -> tuple[int | None, int | None, str]:
    """Who says it: of what follows from a step, who took the step."""
    return (step.by_user, step.by_officer, step.by_name) if step else (actor.user_id, actor.officer_id, actor.name)
