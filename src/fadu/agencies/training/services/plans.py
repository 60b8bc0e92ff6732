"""Plans: drawn up, filed, changed by a new version."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require_in
from fadu.agencies.models import Organ
from fadu.agencies.services.changes import record
from fadu.agencies.services.collisions import one_only
from fadu.agencies.services.people import said
from fadu.agencies.training import forms
from fadu.agencies.training.kinds import PlanState
from fadu.agencies.training.models import Plan, PlanLine
from fadu.law.forms import Invalid, validate

MANAGE = "training.manage"


def draw_plan(actor: Actor, organ_id: int, data: Mapping[str, Any]) -> Plan:
    """The first version of an organ's plan for a year."""
    require_in(actor, MANAGE, organ_id)
    clean = validate(forms.PLAN, data)
    lines = _lines(clean["lines"])
    today = timezone.localdate()
    if not today.year - 1 <= clean["year"] <= today.year + 1:
        raise Invalid({"year": f"只能拟定 {today.year - 1} 至 {today.year + 1} 年的计划"})
    with transaction.atomic():
        organ = Organ.objects.select_for_update().get(pk=organ_id)
        taken = f"{organ.name} {clean['year']} 年的培训计划已经拟定；已报备的请变更为新版本"
        if Plan.objects.filter(organ=organ, year=clean["year"]).exists():
            raise Invalid({"year": taken})
        with one_only("year", taken):
            plan = Plan.objects.create(organ=organ, year=clean["year"], drawn_on=today, by_name=actor.name)
        _write(plan, lines)
        _record(actor, "拟定", plan, {}, _told(plan))
    return plan


def redraw_plan(actor: Actor, plan_id: int, data: Mapping[str, Any]) -> Plan:
    """The rows of a version that is not filed yet, anew."""
    clean = validate(forms.PLAN[1:], data)
    lines = _lines(clean["lines"])
    with transaction.atomic():
        plan = _locked(actor, plan_id)
        if plan.state != PlanState.DRAFT:
            raise Invalid({"": "这一版已经报备，不能再改；请变更为新版本并写明理由"})
        before = _told(plan)
        plan.lines.all().delete()
        _write(plan, lines)
        _record(actor, "修改", plan, before, _told(plan))
    return plan


def file_plan(actor: Actor, plan_id: int, data: Mapping[str, Any]) -> Plan:
    """A version is filed with the justice department of the same level (聊城市实施方案三(一)2); the one before it is replaced."""
    clean = validate(forms.FILING, data)
    day = date.fromisoformat(clean["filed_on"])
    with transaction.atomic():
        plan = _locked(actor, plan_id)
        if plan.state != PlanState.DRAFT:
            raise Invalid({"": f"这一版{plan.get_state_display()}"})
        if day > timezone.localdate():
            raise Invalid({"filed_on": "报备日期不能晚于今天"})
        earlier = Plan.objects.select_for_update().filter(organ=plan.organ, year=plan.year, state=PlanState.FILED).first()
        if earlier is not None and earlier.filed_on is not None and day < earlier.filed_on:
            raise Invalid({"filed_on": f"不能早于上一版的报备日期 {earlier.filed_on.isoformat()}"})
        if earlier is not None:
            earlier.state = PlanState.REPLACED
            earlier.save(update_fields=["state"])
        plan.state, plan.filed_on, plan.filed_with, plan.receipt = PlanState.FILED, day, clean["filed_with"], clean.get("receipt", "")
        plan.save(update_fields=["state", "filed_on", "filed_with", "receipt"])
        _record(actor, "报备", plan, {}, {"filed_on": day.isoformat(), "filed_with": plan.filed_with, "receipt": plan.receipt})
    return plan


def change_plan(actor: Actor, plan_id: int, data: Mapping[str, Any], *, reason: str) -> Plan:
    """A new version of a filed plan, with the reason; it takes the old one's place when it is filed itself."""
    clean = validate(forms.PLAN[1:], data)
    lines = _lines(clean["lines"])
    with transaction.atomic():
        plan = _locked(actor, plan_id)
        if plan.state != PlanState.FILED:
            raise Invalid({"": "只有已报备的计划才需要变更；拟定中的请直接修改"})
        with one_only("", "已经有一个新版本在拟定中，请先报备它"):
            fresh = Plan.objects.create(
                organ=plan.organ, year=plan.year, version=plan.version + 1, reason=said(reason), drawn_on=timezone.localdate(), by_name=actor.name
            )
        _write(fresh, lines)
        _record(actor, "变更", fresh, _told(plan), _told(fresh), fresh.reason)
    return fresh


def _locked(actor: Actor, plan_id: int) -> Plan:
    plan = Plan.objects.select_for_update(of=("self",)).select_related("organ").get(pk=plan_id)
    require_in(actor, MANAGE, plan.organ_id)
    return plan


def _lines(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows whose months are months and in order."""
    errors = {}
    for at, row in enumerate(rows):
        if row["first_month"] > 12:
            errors[f"lines.{at}.first_month"] = f"第 {at + 1} 行：月份为 1 至 12"
        if not row["first_month"] <= row["last_month"] <= 12:
            errors[f"lines.{at}.last_month"] = f"第 {at + 1} 行：结束月份应在起始月份至 12 月之间"
        if row["hours"] > 500:
            errors[f"lines.{at}.hours"] = f"第 {at + 1} 行：学时过大"
    if errors:
        raise Invalid(errors)
    return rows


def _write(plan: Plan, rows: list[dict[str, Any]]) -> None:
    PlanLine.objects.bulk_create(PlanLine(plan=plan, **row) for row in rows)


def _told(plan: Plan) -> dict[str, Any]:
    return {"lines": [f"{line.get_kind_display()}《{line.title}》{line.hours} 学时" for line in plan.lines.all()]}


def _record(actor: Actor, action: str, plan: Plan, before: Mapping[str, Any], after: Mapping[str, Any], reason: str = "") -> None:
    record(actor, action, plan, what="training.plan", label=f"{plan.organ.name}{plan}", organ_id=plan.organ_id, before=before, after=after, reason=reason)
