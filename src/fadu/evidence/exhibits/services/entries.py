"""What an officer says of exhibits: adding what no step listed, correcting, withdrawing, attaching files."""

import uuid
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require_in
from fadu.cases.errors import Conflict
from fadu.cases.models import Case
from fadu.cases.now import now
from fadu.cases.selectors import case_for
from fadu.evidence import services as evidence
from fadu.evidence.exhibits import forms
from fadu.evidence.exhibits.kinds import Said
from fadu.evidence.exhibits.models import Entry, Exhibit
from fadu.evidence.exhibits.selectors.exhibits import exhibit_for
from fadu.evidence.exhibits.services.moving import crew
from fadu.evidence.exhibits.services.recording import enter, locked, moment, new_exhibit
from fadu.evidence.models import Original
from fadu.law.forms import Invalid, validate


@transaction.atomic
def add(actor: Actor, case_id: uuid.UUID, data: Mapping[str, Any]) -> Exhibit:
    """Register an exhibit that no step of the record listed. Raises NotFound, NotAllowed, Invalid."""
    case = case_for(actor, case_id)
    require_in(actor, "evidence.add", case.organ_id)
    clean = _clean(case, data)
    return new_exhibit(actor, locked(case.pk), clean)


@transaction.atomic
def correct(actor: Actor, exhibit_id: uuid.UUID, data: Mapping[str, Any]) -> Entry:
    """Say anew what an exhibit is, with the reason; the entry that was wrong stays and is named. Raises as `add`, and Conflict."""
    exhibit = _of(actor, exhibit_id)
    reason = validate((forms.CORRECTION,), {"reason": data.get("reason")})
    clean = _clean(exhibit.case, {name: value for name, value in data.items() if name != "reason"})
    wrong = exhibit.record.filter(says__in=(Said.REGISTER, Said.CORRECT)).latest("seq")
    if clean == {name: value for name, value in wrong.data.items() if name != "reason"}:
        raise Invalid({"": "没有需要更正的内容"})
    return enter(actor, exhibit, Said.CORRECT, {**clean, **reason}, corrects=wrong)


@transaction.atomic
def withdraw(actor: Actor, exhibit_id: uuid.UUID, data: Mapping[str, Any]) -> Entry:
    """Take an exhibit out of the catalogue: registered twice, or in the wrong case. It stays on record."""
    exhibit = _of(actor, exhibit_id)
    clean = validate(forms.WITHDRAWAL, data)
    if exhibit.withdrawn:
        raise Conflict("这份证据已经撤下")
    if exhibit.step_id:
        raise Invalid({"": "这份证据由案件步骤产生，要撤下请更正该步骤；不采信的请用“审查认定”排除"})
    return enter(actor, exhibit, Said.WITHDRAW, clean)


@transaction.atomic
def attach(actor: Actor, exhibit_id: uuid.UUID, data: Mapping[str, Any], original: Original) -> Entry:
    """Say of a file, which was taken in for the case by `evidence.intake`, that it belongs to an exhibit. Raises NotFound, NotAllowed, Invalid."""
    exhibit = _of(actor, exhibit_id)
    clean = validate(forms.ATTACHMENT, data)
    try:
        evidence.place(actor, original, exhibit.case)
    except Invalid as wrong:
        raise Invalid({"file": "；".join(wrong.errors.values())}) from wrong
    if exhibit.record.filter(says=Said.ATTACH, of_original=original).exists():
        raise Invalid({"file": f"“{original.name}”已经附在这份证据上"})
    return enter(actor, exhibit, Said.ATTACH, {**clean, "name": original.name, "sha256": original.sha256, "size": original.size}, original=original)


def _of(actor: Actor, exhibit_id: uuid.UUID) -> Exhibit:
    """The exhibit, its case locked, and as it is now."""
    found = exhibit_for(actor, exhibit_id)
    require_in(actor, "evidence.add", found.organ_id)
    locked(found.case_id)
    found.refresh_from_db()
    return found


def _clean(case: Case, data: Mapping[str, Any]) -> dict[str, Any]:
    clean = validate(forms.EXHIBIT, data)
    errors: dict[str, str] = {}
    for name in ("collected_at", "made_at"):
        if name in clean and moment(clean[name]) > now():
            errors[name] = "不能晚于现在"
    if clean.get("made_at", "") > clean["collected_at"] and clean.get("original"):
        errors["made_at"] = "原件的制作时间不能晚于收集时间"
    if "confirmed_on" in clean and datetime.fromisoformat(clean["confirmed_on"]).date() > timezone.localdate(now()):
        errors["confirmed_on"] = "不能晚于今天"
    if ("confirmed_by" in clean) != ("confirmed_on" in clean):
        errors["confirmed_on" if "confirmed_by" in clean else "confirmed_by"] = "核对无误的人和日期应一并填写"
    try:
        crew(case.organ_id, clean["officers"])
    except Invalid as wrong:
        errors |= wrong.errors
    if errors:
        raise Invalid(errors)
    return clean
