"""What is published of organs as a worksheet: one line an organ, known by its code."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import reaches
from fadu.agencies import selectors, services
from fadu.agencies.models import Organ
from fadu.agencies.organ_forms import PUBLICITY
from fadu.agencies.services.changes import snapshot
from fadu.law.forms import Field, Invalid, Kind
from fadu.sheets.sheet import Fault, Faults, Loaded, Row, Sheet, Tick

NAMED = (
    Field(name="code", label="统一社会信用代码", kind=Kind.CODE, help="按它认机关，须已登记"),
    Field(name="name", label="机关名称", required=False, longest=100, help="只供核对，不会改名"),
)
FIELDS = (*NAMED, *PUBLICITY)
_LABELS = {field.name: field.label for field in FIELDS}


def columns(_actor: Actor) -> Sequence[Field]:
    """The columns."""
    return FIELDS


def load(actor: Actor, rows: Sequence[Row], tick: Tick) -> Loaded:
    """Change what is published of each organ named; all or nothing. Raises Faults."""
    faults: list[Fault] = []
    changed = 0
    known = {organ.code: organ for organ in selectors.organs(actor, action="organ.manage")}
    for number, row in enumerate(rows, 1):
        try:
            changed += _one(actor, known, row.values)
        except Invalid as wrong:
            faults += [Fault(row.line, _LABELS.get(name, ""), text) for name, text in wrong.errors.items()]
        if number % 100 == 0:
            tick(number)
    if faults:
        raise Faults(faults)
    return Loaded(changed=changed, unchanged=len(rows) - changed)


def rows(actor: Actor) -> Iterable[Mapping[str, Any]]:
    """The organs within reach."""
    for organ in selectors.organs(actor):
        yield {field.name: getattr(organ, field.name) for field in FIELDS}


def _one(actor: Actor, known: Mapping[str, Organ], values: Mapping[str, Any]) -> bool:
    """Write one row; whether anything changed."""
    organ = known.get(values["code"])
    if organ is None or not reaches(actor, "organ.manage", organ.pk):
        raise Invalid({"code": "没有登记这个代码的机关，或者不在您的管辖范围内；新机关请先登记"})
    if (name := values.get("name")) and name != organ.name:
        raise Invalid({"name": f"这个代码的机关是“{organ.name}”，请核对"})
    told = {field.name: values[field.name] for field in PUBLICITY if values.get(field.name) is not None}
    return snapshot(services.edit_publicity(actor, organ.pk, told, reason="表格导入")) != snapshot(organ)


PUBLICITY_SHEET = Sheet(
    id="publicity",
    title="执法主体公示信息",
    fields=columns,
    load_action="organ.manage",
    see_action="people.see",
    load=load,
    rows=rows,
    guide=(
        "一行一个机关，按统一社会信用代码认；留空即清空该项。",
        "编制写编制部门核定的人数和批复文号；在编实有由系统按人员名册计算。",
        "执法依据一行一条，写到条，如《中华人民共和国食品安全法》第六条第二款。",
    ),
)
"""What such an office keeps as its publicity of enforcement bodies."""
