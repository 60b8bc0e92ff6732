"""Standards, designations, money, uniforms: entered, and ended with a reason."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import Q

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require_in
from fadu.agencies.equipment import forms
from fadu.agencies.equipment.kinds import AV_CLASSES, NUMBERED, Designated
from fadu.agencies.equipment.models import BudgetLine, Designation, Standard, Uniform
from fadu.agencies.equipment.services.things import MANAGE
from fadu.agencies.registers.choices import REASON, with_people
from fadu.agencies.services.changes import snapshot
from fadu.agencies.services.collisions import one_only
from fadu.agencies.services.keeping import entered, in_order, locked, not_later, serving, written
from fadu.law.forms import Invalid


def add_standard(actor: Actor, organ_id: int, data: Mapping[str, Any]) -> Standard:
    """A standard for an organ and all below it; the one before must have ended."""
    require_in(actor, MANAGE, organ_id)
    values = entered(forms.STANDARD, data)
    with transaction.atomic():
        _ended(Standard.objects.filter(organ_id=organ_id, kind=values["kind"]), values, "kind", "这类装备已有配备标准")
        with one_only("kind", "这类装备的配备标准刚刚被别人登记"):
            row = Standard.objects.create(organ_id=organ_id, **values)
        written(actor, "登记", row, what="standard", organ_id=organ_id)
    return row


def designate(actor: Actor, organ_id: int, data: Mapping[str, Any]) -> Designation:
    """What a paper determines for an organ; of the three classes of recording equipment one at a time."""
    require_in(actor, MANAGE, organ_id)
    values = entered(forms.DESIGNATION, data)
    what = Designated(values["what"])
    if what in NUMBERED and values["amount"] is None:
        raise Invalid({"amount": f"“{what.label}”须填数量"})
    if what not in NUMBERED:
        values["amount"] = None
    same = AV_CLASSES if what in AV_CLASSES else (what,)
    with transaction.atomic():
        _ended(Designation.objects.filter(organ_id=organ_id, what__in=same), values, "what", "已有认定或者核定")
        with one_only("what", "这一事项刚刚被别人登记"):
            row = Designation.objects.create(organ_id=organ_id, **values)
        written(actor, "登记", row, what="designation", organ_id=organ_id)
    return row


def end_standard(actor: Actor, standard_id: int, data: Mapping[str, Any]) -> Standard:
    """The last day of a standard."""
    row: Standard = _end(actor, Standard, standard_id, data, "standard")
    return row


def end_designation(actor: Actor, designation_id: int, data: Mapping[str, Any]) -> Designation:
    """The last day of a designation."""
    row: Designation = _end(actor, Designation, designation_id, data, "designation")
    return row


def _end(actor: Actor, kind: type[Any], row_id: int, data: Mapping[str, Any], what: str) -> Any:
    values = entered(forms.ENDING, data)
    with transaction.atomic():
        row = locked(actor, MANAGE, kind, row_id)
        if row.until is not None:
            raise Invalid({"until": f"已于 {row.until.isoformat()} 终止"})
        in_order({"since": row.since, **values}, "since", "until", f"不能早于起始日期 {row.since.isoformat()}")
        before = snapshot(row)
        row.until = values["until"]
        row.save(update_fields=["until"])
        written(actor, "终止", row, what=what, organ_id=row.organ_id, before=before, reason=values["reason"])
    return row


def _ended(rows: Any, values: Mapping[str, Any], field: str, says: str) -> None:
    """Raise Invalid where one of the same is still in force on the day that the new one begins."""
    if (last := rows.filter(Q(until__isnull=True) | Q(until__gte=values["since"])).first()) is not None:
        held = f"有效至 {last.until.isoformat()}" if last.until else "现行有效"
        raise Invalid({field: f"{says}（{last.paper}，{held}），请先终止"})


def add_budget(actor: Actor, organ_id: int, data: Mapping[str, Any]) -> BudgetLine:
    """A budget line of a year."""
    require_in(actor, MANAGE, organ_id)
    values = _money(entered(forms.BUDGET, data))
    if not 2000 <= values["year"] <= 2100:
        raise Invalid({"year": "年度不合理"})
    with transaction.atomic():
        taken = "这一年度的这个科目已经登记，请修改原来的记录"
        if BudgetLine.objects.filter(organ_id=organ_id, year=values["year"], line=values["line"]).exists():
            raise Invalid({"line": taken})
        with one_only("line", taken):
            row = BudgetLine.objects.create(organ_id=organ_id, **values)
        written(actor, "登记", row, what="budget", organ_id=organ_id)
    return row


def edit_budget(actor: Actor, budget_id: int, data: Mapping[str, Any]) -> BudgetLine:
    """What was planned, granted and spent, as it now stands."""
    values = _money(entered((*forms.MONEY, REASON), data))
    reason = values.pop("reason")
    with transaction.atomic():
        row = locked(actor, MANAGE, BudgetLine, budget_id)
        before = snapshot(row)
        for name, value in values.items():
            setattr(row, name, value)
        row.save()
        written(actor, "修改", row, what="budget", organ_id=row.organ_id, before=before, reason=reason)
    return row


def _money(values: dict[str, Any]) -> dict[str, Any]:
    values |= {name: values[name] or 0 for name in ("granted", "spent", "astray")}
    if values["spent"] > values["granted"]:
        raise Invalid({"spent": "支出不能超过拨付"})
    if values["astray"] > values["spent"]:
        raise Invalid({"astray": "不能超过支出数"})
    return values


def issue_uniform(actor: Actor, organ_id: int, data: Mapping[str, Any]) -> Uniform:
    """A garment or insignia for a person, with size and the day a new one is due."""
    require_in(actor, MANAGE, organ_id)
    values = entered(with_people(forms.UNIFORM, organ_id), data)
    not_later(values, "issued_on")
    in_order(values, "issued_on", "due_on", "换发日期不能早于发放日期")
    with transaction.atomic():
        values["officer"] = serving(organ_id, values["officer"], values["issued_on"])
        row = Uniform.objects.create(organ_id=organ_id, **values)
        written(actor, "发放", row, what="uniform", organ_id=organ_id)
    return row


def take_uniform_back(actor: Actor, uniform_id: int, data: Mapping[str, Any]) -> Uniform:
    """Taken back when the person leaves or a new one is issued."""
    values = entered(forms.UNIFORM_BACK, data)
    not_later(values, "returned_on")
    with transaction.atomic():
        row = locked(actor, MANAGE, Uniform, uniform_id)
        if row.returned_on is not None:
            raise Invalid({"returned_on": f"已于 {row.returned_on.isoformat()} 收回"})
        in_order({"issued_on": row.issued_on, **values}, "issued_on", "returned_on", "收回日期不能早于发放日期")
        before = snapshot(row)
        row.returned_on = values["returned_on"]
        row.save(update_fields=["returned_on"])
        written(actor, "收回", row, what="uniform", organ_id=row.organ_id, before=before, reason=values["reason"])
    return row
