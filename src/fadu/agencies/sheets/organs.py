"""执法机关: the list of organs."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from fadu.accounts.actors import Actor
from fadu.agencies import forms, selectors
from fadu.agencies.models import Organ
from fadu.agencies.services.lists import Listed, Refusals, load_organs
from fadu.agencies.sheets.naming import Names
from fadu.law.forms import Field, Invalid, Kind
from fadu.sheets.sheet import Clean, Fault, Faults, Loaded, Row, Rows, Sheet, Tick


def _asked(field: Field) -> Field:
    """The parent is named, not picked."""
    if field.name != "parent":
        return field
    return replace(field, kind=Kind.TEXT, choices=(), longest=100, help="机关名称或者统一社会信用代码；可以是同一份表中的机关", example="示范县人民政府")


def fields(_actor: Actor) -> Sequence[Field]:
    """The columns of an organ."""
    return tuple(_asked(field) for field in forms.ORGAN)


def load(actor: Actor, rows: Sequence[Row], tick: Tick) -> Loaded:
    """New organs added, known ones changed, by 统一社会信用代码."""
    entries, faults = _resolved(actor, rows)
    errors: dict[int, dict[str, str]] = {}
    try:
        counted = load_organs(actor, entries, reason=rows[0].reason, tick=tick)
    except Refusals as refused:
        errors = refused.errors
    asked = fields(actor)
    said = {(fault.row, fault.column) for fault in faults}
    told = (fault for index, wrong in errors.items() for fault in rows[index].faults(Invalid(wrong), asked))
    faults += [fault for fault in told if (fault.row, fault.column) not in said]
    if faults:
        raise Faults(faults)
    return Loaded(counted["新增"], counted["修改"], counted["未变"])


def _resolved(actor: Actor, rows: Sequence[Row]) -> tuple[list[Listed], list[Fault]]:
    """Rows with the code of the organ above: of one within reach, of one in the list, or of the one it stands under now."""
    names = Names(selectors.organs(actor, action="organ.manage"))
    known = {organ.code: organ for organ in Organ.objects.select_related("parent").filter(code__in=[row.values["code"] for row in rows])}
    listed: dict[str, list[str]] = {}
    for row in rows:
        listed.setdefault(row.values["name"], []).append(row.values["code"])
    codes = {row.values["code"] for row in rows}
    unsound = {str(row.values.get(name, "")).upper() for row in (rows.unsound if isinstance(rows, Rows) else ()) for name in ("name", "code")}
    label = next(field.label for field in forms.ORGAN if field.name == "parent")
    entries: list[Listed] = []
    faults: list[Fault] = []
    for row in rows:
        values = dict(row.values)
        text = str(values.pop("parent", "")).strip()
        organ, found = known.get(values["code"]), ""
        if text:
            now = organ.parent if organ else None
            coming = listed.get(text, [])
            above = names.find(text)
            if now is not None and text in (now.name, now.code):
                found = now.code
            elif text.upper() in codes:
                found = text.upper()
            elif len(coming) == 1 and isinstance(above, str):
                found = coming[0]
            elif isinstance(above, Organ):
                found = above.code
            else:
                found = text
                if text.upper() not in unsound:
                    faults.append(Fault(row.line, label, above))
        entries.append(Listed(values, found, row.given))
    return entries, faults


def rows(actor: Actor) -> Iterator[Clean]:
    """The organs within reach, from the top down."""
    for organ in selectors.organs(actor).iterator(chunk_size=500):
        yield {field.name: getattr(organ, field.name) for field in forms.ORGAN} | {"parent": organ.parent.name if organ.parent else ""}


ORGANS = Sheet(
    id="organs",
    title="执法机关",
    fields=fields,
    load_action="organ.manage",
    see_action="people.see",
    load=load,
    rows=rows,
    guide=(
        "一行一个机关，按统一社会信用代码认：平台里没有的新增，已有的按表修改，每一处改动都记入变更记录",
        "上级机关填名称或者代码，可以是同一份表里的机关，先后不拘；要修改已有机关时，留空即清空该项，删去整列则不改",
        "撤销机关不能用表办理，请在机关页面办理",
    ),
)
"""Organs within reach."""
