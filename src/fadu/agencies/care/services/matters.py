"""Accountability and exemption, in order: accepted, investigated, the person heard, decided, reviewed, closed."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require_in
from fadu.agencies.care import forms
from fadu.agencies.care.kinds import CONCLUDING, NEXT_STAGE, Stage
from fadu.agencies.care.models import Matter, MatterStep
from fadu.agencies.care.services.appraisals import MANAGE, not_oneself
from fadu.agencies.registers.choices import with_people
from fadu.agencies.services.changes import snapshot
from fadu.agencies.services.keeping import entered, locked, not_later, serving, written
from fadu.law.forms import Invalid


def accept_matter(actor: Actor, organ_id: int, data: Mapping[str, Any]) -> Matter:
    """A matter about a person of the organ is taken up."""
    require_in(actor, MANAGE, organ_id)
    values = entered(with_people(forms.MATTER, organ_id), data)
    not_later(values, "accepted_on")
    paper = values.pop("paper")
    with transaction.atomic():
        values["officer"] = person = serving(organ_id, values["officer"], values["accepted_on"])
        not_oneself(actor, person)
        row = Matter.objects.create(organ_id=organ_id, **values)
        MatterStep.objects.create(matter=row, stage=Stage.ACCEPTED, on=row.accepted_on, says=row.facts, paper=paper, by_name=actor.name)
        written(actor, "受理", row, what="matter", organ_id=organ_id)
    return row


def advance_matter(actor: Actor, matter_id: int, data: Mapping[str, Any]) -> MatterStep:
    """The next step. What decides says who decided, whether the matter was found, its circumstance and article."""
    with transaction.atomic():
        row = locked(actor, MANAGE, Matter, matter_id)
        not_oneself(actor, row.officer)
        if not NEXT_STAGE[Stage(row.stage)]:
            raise Invalid({"": f"{row}已经办结"})
        values = entered(forms.advance_fields(row.stage), data)
        not_later(values, "on")
        last = MatterStep.objects.filter(matter=row).order_by("-on").first()
        assert last is not None  # accepted
        if values["on"] < last.on:
            raise Invalid({"on": f"不能早于上一步的日期 {last.on.isoformat()}"})
        before = snapshot(row)
        row.stage = values["stage"]
        if row.stage in CONCLUDING:
            row.found, row.circumstance, row.basis, row.outcome = (values[name] for name in ("found", "circumstance", "basis", "outcome"))
        row.save()
        kept = {name: values[name] for name in ("stage", "on", "decider", "says", "paper")}
        step = MatterStep.objects.create(matter=row, by_name=actor.name, **kept)
        written(actor, step.get_stage_display(), row, what="matter", organ_id=row.organ_id, before=before)
    return step
