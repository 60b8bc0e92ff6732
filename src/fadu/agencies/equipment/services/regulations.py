"""Rules and reports: one person enters, another checks (登记凭据须有登记人和复核人两人)."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import NotAllowed, require_in
from fadu.agencies.equipment import forms
from fadu.agencies.equipment.models import Regulation
from fadu.agencies.equipment.services.things import MANAGE
from fadu.agencies.services.changes import snapshot
from fadu.agencies.services.keeping import entered, in_order, locked, not_later, written
from fadu.law.forms import Invalid

CHECK = "register.check"


def enter_regulation(actor: Actor, organ_id: int, data: Mapping[str, Any]) -> Regulation:
    """A rule or report, counted once a second person has checked it."""
    require_in(actor, MANAGE, organ_id)
    values = entered(forms.REGULATION, data)
    not_later(values, "issued_on")
    in_order(values, "issued_on", "until", "失效日期不能早于发布日期")
    values["elements"] = values["elements"] or 0
    with transaction.atomic():
        row = Regulation.objects.create(organ_id=organ_id, entered_by=actor.user_id, entered_name=actor.name, **values)
        written(actor, "登记", row, what="regulation", organ_id=organ_id)
    return row


def check_regulation(actor: Actor, regulation_id: int) -> Regulation:
    """A second person has seen the original."""
    with transaction.atomic():
        row = locked(actor, CHECK, Regulation, regulation_id)
        if row.checked_name:
            raise Invalid({"": f"已由{row.checked_name}复核"})
        if actor.user_id == row.entered_by:
            raise NotAllowed("登记人和复核人不能是同一人，请另一位有复核权限的人员复核。")
        before = snapshot(row)
        row.checked_by, row.checked_name = actor.user_id, actor.name
        row.save(update_fields=["checked_by", "checked_name"])
        written(actor, "复核", row, what="regulation", organ_id=row.organ_id, before=before)
    return row


def end_regulation(actor: Actor, regulation_id: int, data: Mapping[str, Any]) -> Regulation:
    """The last day of a rule."""
    values = entered(forms.ENDING, data)
    with transaction.atomic():
        row = locked(actor, MANAGE, Regulation, regulation_id)
        in_order({"issued_on": row.issued_on, **values}, "issued_on", "until", "失效日期不能早于发布日期")
        before = snapshot(row)
        row.until = values["until"]
        row.save(update_fields=["until"])
        written(actor, "废止", row, what="regulation", organ_id=row.organ_id, before=before, reason=values["reason"])
    return row
