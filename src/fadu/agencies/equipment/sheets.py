"""Sheets of equipment: things, holdings, devices, premises, money, uniforms."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from fadu.accounts.actors import Actor
from fadu.agencies.equipment import forms, selectors, services
from fadu.agencies.equipment.books import BOOKS
from fadu.agencies.equipment.models import BudgetLine, Holding, Thing
from fadu.agencies.registers.bound import sheet
from fadu.agencies.registers.choices import REASON
from fadu.agencies.registers.sheets import CARD, ORGAN, card_of, loader
from fadu.agencies.registers.showing import on
from fadu.law.forms import Field, Invalid
from fadu.sheets.sheet import Sheet

IMPORTED = "Excel 导入"
GUIDE = ("机关代码填统一社会信用代码，18 位。", "日期按 2026-11-20 填写，金额按元填写。", "整张表没有差错才会写入。")

THINGS = (ORGAN, *(field for field in forms.THING if field.name != "line"))
HOLDINGS = (ORGAN, Field(name="number", label="资产编号", longest=40), CARD, *forms.ISSUE[1:])
DEVICES = (ORGAN, *forms.DEVICE)
PREMISES = (ORGAN, *forms.PREMISES)
BUDGETS = (ORGAN, *forms.BUDGET)
UNIFORMS = (ORGAN, CARD, *forms.UNIFORM[1:])


def _thing(actor: Actor, organ_id: int, entry: dict[str, Any]) -> str:
    there = Thing.objects.filter(number=entry["number"], organ_id=organ_id).first()
    if there is None:
        services.register_thing(actor, organ_id, entry)
        return "added"
    names = [field.name for field in THINGS[1:]]
    if all((entry.get(name) or None) == (_plain(getattr(there, name)) or None) for name in names):
        return "unchanged"
    line = {"line": str(there.line_id)} if there.line_id else {}
    services.edit_thing(actor, there.pk, {**entry, **line, REASON.name: IMPORTED})
    return "changed"


def _holding(actor: Actor, organ_id: int, entry: dict[str, Any]) -> str:
    thing = Thing.objects.filter(number=entry.pop("number"), organ_id=organ_id).first()
    if thing is None:
        raise Invalid({"number": "本机关没有这个资产编号，请先登记装备"})
    if Holding.objects.filter(thing=thing, officer_id=int(entry["officer"]), since=entry["since"]).exists():
        return "unchanged"
    services.issue(actor, thing.pk, entry)
    return "added"


def _device(actor: Actor, organ_id: int, entry: dict[str, Any]) -> str:
    services.register_device(actor, organ_id, entry)
    return "added"


def _premises(actor: Actor, organ_id: int, entry: dict[str, Any]) -> str:
    services.add_premises(actor, organ_id, entry)
    return "added"


def _budget(actor: Actor, organ_id: int, entry: dict[str, Any]) -> str:
    there = BudgetLine.objects.filter(organ_id=organ_id, year=entry["year"], line=entry["line"]).first()
    if there is None:
        services.add_budget(actor, organ_id, entry)
        return "added"
    money = {field.name: entry.get(field.name) for field in forms.MONEY if entry.get(field.name) is not None}
    if all(getattr(there, name) == value for name, value in money.items()):
        return "unchanged"
    kept = {field.name: getattr(there, field.name) for field in forms.MONEY}
    services.edit_budget(actor, there.pk, {**kept, **money, REASON.name: IMPORTED})
    return "changed"


def _uniform(actor: Actor, organ_id: int, entry: dict[str, Any]) -> str:
    services.issue_uniform(actor, organ_id, entry)
    return "added"


def _plain(value: Any) -> Any:
    return on(value) if hasattr(value, "isoformat") else value


def _values(row: Any, fields: tuple[Field, ...], **more: Any) -> dict[str, Any]:
    return {field.name: more[field.name] if field.name in more else _plain(getattr(row, field.name)) for field in fields}


def _thing_rows(actor: Actor) -> Iterator[dict[str, Any]]:
    return (_values(row, THINGS, organ=row.organ.code) for row in selectors.things(actor).order_by("pk"))


def _holding_rows(actor: Actor) -> Iterator[dict[str, Any]]:
    found = selectors.holdings(actor).filter(until__isnull=True).prefetch_related("officer__credentials").order_by("pk")
    return (_values(row, HOLDINGS, organ=row.organ.code, number=row.thing.number, card=card_of(row.officer)) for row in found)


def _device_rows(actor: Actor) -> Iterator[dict[str, Any]]:
    return (_values(row, DEVICES, organ=row.organ.code, place=row.sitings.all()[0].place) for row in selectors.devices(actor).order_by("pk"))


def _premises_rows(actor: Actor) -> Iterator[dict[str, Any]]:
    return (_values(row, PREMISES, organ=row.organ.code) for row in selectors.premises(actor).order_by("pk"))


def _budget_rows(actor: Actor) -> Iterator[dict[str, Any]]:
    return (_values(row, BUDGETS, organ=row.organ.code) for row in selectors.budgets(actor).order_by("pk"))


def _uniform_rows(actor: Actor) -> Iterator[dict[str, Any]]:
    found = selectors.uniforms(actor).filter(returned_on__isnull=True).prefetch_related("officer__credentials").order_by("pk")
    return (_values(row, UNIFORMS, organ=row.organ.code, card=card_of(row.officer)) for row in found)


_FIRST = Sheet("things", "执法装备", lambda _actor: THINGS, "equipment.manage", "equipment.see", loader(THINGS, _thing), _thing_rows, GUIDE)
SHEETS = (
    _FIRST,
    replace(_FIRST, id="holdings", title="持有记录", fields=lambda _actor: HOLDINGS, load=loader(HOLDINGS, _holding, person=True), rows=_holding_rows),
    replace(_FIRST, id="devices", title="电子监控设备", fields=lambda _actor: DEVICES, load=loader(DEVICES, _device), rows=_device_rows),
    replace(_FIRST, id="premises", title="执法场所", fields=lambda _actor: PREMISES, load=loader(PREMISES, _premises), rows=_premises_rows),
    replace(_FIRST, id="budgets", title="执法经费", fields=lambda _actor: BUDGETS, load=loader(BUDGETS, _budget), rows=_budget_rows),
    replace(_FIRST, id="uniforms", title="制式服装", fields=lambda _actor: UNIFORMS, load=loader(UNIFORMS, _uniform, person=True), rows=_uniform_rows),
    *(sheet(book) for book in BOOKS),
)
"""The lists of equipment that go in and out."""
