"""Evaluating a grant once a year, and taking back what the township can't cope with."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require
from fadu.agencies.services.changes import record, snapshot
from fadu.agencies.services.collisions import one_only
from fadu.catalog.item_forms import choices
from fadu.catalog.models import Delegation, DelegationKind, EvaluationResult, GrantEvaluation
from fadu.catalog.selectors.evaluations import performance
from fadu.catalog.services.delegations import register_delegation, withdraw_delegation
from fadu.law.forms import Field, Invalid, Kind, validate

WHAT = "grant_evaluation"
FORM = (
    Field(name="year", label="评估年度", kind=Kind.INT, least=2000),
    Field(name="unused_why", label="没有办件的说明", kind=Kind.LONGTEXT, required=False, longest=400, help="有没有办件的事项时必须说明"),
    Field(name="conclusion", label="评估结论", kind=Kind.CHOICE, choices=choices(EvaluationResult)),
    Field(name="reason", label="理由", kind=Kind.LONGTEXT, longest=400, help="是否接得住、管得好，为什么"),
    Field(
        name="taken_back", label="收回的事项", kind=Kind.LONGTEXT, required=False, longest=2000, when=("conclusion", ("adjust",)),
        help="事项编码，一行一个；其余事项继续赋权",
    ),
    Field(name="document", label="调整的文号", required=False, longest=80, when=("conclusion", ("adjust",))),
    Field(name="legal_reviewed_on", label="调整的法制审核日期", kind=Kind.DATE, required=False, when=("conclusion", ("adjust",))),
    Field(name="published_on", label="调整后清单的公布日期", kind=Kind.DATE, required=False, when=("conclusion", ("adjust",)), help="没有公布的不能据以办案"),
    Field(name="effective_on", label="自哪天起", kind=Kind.DATE, required=False, when=("conclusion", ("adjust", "withdraw")), help="此前办理的案件不受影响"),
)  # fmt: skip
"""An evaluation as entered; its indicators are computed, not entered."""


def evaluate_grant(actor: Actor, grant_id: int, data: Mapping[str, Any]) -> GrantEvaluation:
    """Record the evaluation of a grant; 调整 and 收回 end the grant from their day on, 调整 registers what remains.

    Raises:
        Invalid: by field; also where the grant was evaluated that year, or doesn't run.
        Delegation.DoesNotExist: no such grant.
    """
    require(actor, "catalog.manage")
    clean = validate(FORM, data)
    today = timezone.localdate()
    with transaction.atomic():
        grant = Delegation.objects.select_for_update().get(pk=grant_id, kind=DelegationKind.GRANT)
        told = performance(grant, clean["year"], today)
        back = list(dict.fromkeys(re.split(r"[\s,，、;；]+", clean.get("taken_back", "").strip()))) if clean.get("taken_back") else []
        if errors := _faults(grant, clean, list(told.unused), back, today):
            raise Invalid(errors)
        row = GrantEvaluation(
            grant=grant, year=clean["year"], evaluated_on=today, indicators=[one.kept() for one in told.indicators], unused=list(told.unused),
            unused_why=clean.get("unused_why", ""), conclusion=clean["conclusion"], reason=clean["reason"], taken_back=back, by_name=actor.name,
            effective_on=date.fromisoformat(clean["effective_on"]) if clean.get("effective_on") else None,
        )  # fmt: skip
        if row.conclusion != EvaluationResult.KEEP:
            row.followed_by = _carry_out(actor, grant, clean, back)
        with one_only("year", f"{row.year} 年度已经评估过"):
            row.save()
        record(actor, "评估", row, what=WHAT, label=str(row), organ_id=grant.organ_id, before={}, after=snapshot(row), reason=row.reason[:200])
    return row


def _faults(grant: Delegation, clean: Mapping[str, Any], unused: list[str], back: list[str], today: date) -> dict[str, str]:
    errors: dict[str, str] = {}
    year = clean["year"]
    if year > today.year or year < grant.since.year or (grant.until is not None and year > grant.until.year):
        errors["year"] = f"这项赋权自 {grant.since} 起生效，只能评估其生效以来、至今的年度"
    if unused and not clean.get("unused_why"):
        errors["unused_why"] = f"有 {len(unused)} 项没有办件（{'、'.join(unused[:5])}），请说明原因"
    if clean["conclusion"] == EvaluationResult.KEEP:
        return errors
    if not clean.get("effective_on"):
        errors["effective_on"] = "请填写自哪天起调整（收回）"
    if clean["conclusion"] == EvaluationResult.ADJUST:
        if strange := [code for code in back if code not in grant.items]:
            errors["taken_back"] = f"这项赋权中没有 {'、'.join(strange[:5])}"
        elif not back or set(back) == set(grant.items):
            errors["taken_back"] = "请写明收回其中哪些事项；全部收回的，结论选“收回”"
        if not clean.get("document"):
            errors["document"] = "请填写调整赋权的文号"
    return errors


def _carry_out(actor: Actor, grant: Delegation, clean: Mapping[str, Any], back: list[str]) -> Delegation | None:
    """End the grant; register what remains of it where it is adjusted."""
    try:
        withdraw_delegation(actor, grant.pk, {"ends_on": clean["effective_on"], "reason": f"{clean['year']} 年度评估：{clean['reason']}"[:200]})
        if clean["conclusion"] == EvaluationResult.WITHDRAW:
            return None
        kept = {"kind": grant.kind, "organ": str(grant.organ_id), "basis": grant.basis, "powers": grant.powers, "document": clean["document"]}
        days = {
            "since": clean["effective_on"],
            "published_on": clean.get("published_on", ""),
            "legal_reviewed_on": clean.get("legal_reviewed_on", ""),
            "until": str(grant.until or ""),
        }
        rest = "\n".join(code for code in grant.items if code not in back)
        return register_delegation(actor, {name: value for name, value in {**kept, **days, "items": rest}.items() if value})
    except Invalid as wrong:
        names = {"ends_on": "effective_on", "since": "effective_on", "until": "effective_on", "items": "taken_back"}
        raise Invalid({names.get(name, name): told for name, told in wrong.errors.items()}) from wrong
