"""赋权、委托、派出: who acts on items that are not its own, in and out as a worksheet."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require
from fadu.agencies.models import Organ
from fadu.agencies.sheets.naming import Names
from fadu.agencies.sheets.rowwise import ADDED, UNCHANGED
from fadu.agencies.sheets.rowwise import load as load_rows
from fadu.catalog.models import Delegation
from fadu.catalog.services.delegations import FORM, register_delegation
from fadu.law.forms import Field, Invalid, Kind
from fadu.sheets.sheet import Clean, Loaded, Row, Sheet, Tick

_NAMED = {"organ", "principal"}
FIELDS: tuple[Field, ...] = tuple(
    replace(field, kind=Kind.TEXT, choices=(), longest=100, when=None, help="机关名称或者统一社会信用代码")
    if field.name in _NAMED
    else replace(field, when=None)
    for field in FORM
)
"""The form with organs by name or code; what a kind does not ask is left empty."""


def load(actor: Actor, rows: Sequence[Row], tick: Tick) -> Loaded:
    """Register each; one of the same kind, organ, document and first day is there already and is not written again."""
    require(actor, "catalog.manage")
    names = Names(Organ.objects.all())
    asked = {field.name: field for field in FORM}

    def write(row: Row) -> str:
        data, errors = dict(row.values), {}
        for name in _NAMED & data.keys():
            organ = names.find(data[name])
            if isinstance(organ, str):
                errors[name] = organ
            else:
                data[name] = str(organ.pk)
        if errors:
            raise Invalid(errors)
        idle = [name for name in data if not _asks(asked, name, data)]
        if idle and any(data[name] not in (False, None) for name in idle):
            raise Invalid({name: "这一种类不填这一列" for name in idle if data[name] not in (False, None)})
        told = {name: value for name, value in data.items() if name not in idle}
        found = Delegation.objects.filter(kind=told["kind"], organ_id=int(told["organ"]), document=told["document"], since=told["since"]).first()
        if found is not None:
            if sorted(found.items) != sorted(_codes(told["items"])):
                raise Invalid({"items": "同一文号的事项与已经登记的不同；调整的请先收回，再用新的文号登记"})
            return UNCHANGED
        register_delegation(actor, told)
        return ADDED

    return load_rows(rows, FIELDS, write, tick)


def rows(actor: Actor) -> Iterator[Clean]:
    """Every delegation, the latest first."""
    require(actor, "catalog.manage")
    for row in Delegation.objects.select_related("organ", "principal").order_by("-since", "-id").iterator(chunk_size=500):
        found = {field.name: getattr(row, field.name) or None for field in FIELDS if field.kind is not Kind.BOOL}
        flags = {field.name: getattr(row, field.name) or None for field in FIELDS if field.kind is Kind.BOOL}
        yield {
            **found, **flags, "organ": row.organ.name, "principal": row.principal.name if row.principal else None,
            "items": "\n".join(row.items), "area": "、".join(row.area) or None,
        }  # fmt: skip


def _codes(text: str) -> list[str]:
    return list(dict.fromkeys(re.split(r"[\s,，、;；]+", text.strip())))


def _asks(asked: dict[str, Field], name: str, data: dict[str, object]) -> bool:
    """Whether the kind of a row asks a column; what depends on another column is asked where that is."""
    field = asked[name]
    return field.asked(data) and (field.when is None or _asks(asked, field.when[0], data))


DELEGATIONS_SHEET = Sheet(
    id="delegations",
    title="赋权委托",
    fields=lambda _actor: FIELDS,
    load_action="catalog.manage",
    see_action="catalog.manage",
    load=load,
    rows=rows,
    guide=(
        "一行一份赋权决定、委托书或者派出机构职权；事项编码一行一个（单元格内换行）或者用顿号分开，须在执法事项目录中。",
        "赋权不填委托机关；委托必须有最后有效日。",
        "公布、备案、复核和收回在页面上逐项登记。",
    ),
)
"""Grants, entrustments, outposts."""
