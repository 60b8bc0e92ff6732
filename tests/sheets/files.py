"""Files made for tests: the sheet of animals, and workbooks of any cells."""

import io
from collections.abc import Sequence
from typing import Any

import openpyxl

from fadu.law.forms import Field, Kind
from fadu.sheets.sheet import Loaded, Sheet

FIELDS = (
    Field(name="name", label="名称", longest=20, example="大黄"),
    Field(name="kind", label="种类", kind=Kind.CHOICE, choices=(("dog", "狗"), ("cat", "猫"))),
    Field(name="tame", label="驯养", kind=Kind.BOOL, required=False),
    Field(name="born", label="出生日期", kind=Kind.DATE, required=False, help="大概也可以"),
    Field(name="weighed", label="称重时间", kind=Kind.DATETIME, required=False),
    Field(name="legs", label="腿数", kind=Kind.INT, required=False),
    Field(name="price", label="价格", kind=Kind.MONEY, required=False),
    Field(name="foods", label="食物", kind=Kind.CHOICES, required=False, choices=(("fish", "鱼"), ("meat", "肉、骨"), ("rice", "饭"))),
    Field(name="phone", label="主人电话", kind=Kind.PHONE, required=False),
    Field(name="note", label="备注", kind=Kind.LONGTEXT, required=False, longest=2000),
)


def animals(load: Any = None, rows: Any = None, **more: Any) -> Sheet:
    """A list of animals that nothing keeps, unless told how."""
    given = {"load_action": "people.manage", "see_action": "people.see", "guide": ("一行一只",)} | more
    return Sheet(
        id="animals",
        title="动物",
        fields=lambda _actor: FIELDS,
        load=load or (lambda _actor, rows, _tick: Loaded(added=len(rows))),
        rows=rows or (lambda _: ()),
        **given,
    )


def workbook(*lines: Sequence[Any], title: str = "动物", more: dict[str, Sequence[Sequence[Any]]] | None = None) -> bytes:
    """A workbook as another program writes it."""
    book = openpyxl.Workbook()
    page = book.active
    page.title = title
    for line in lines:
        page.append(list(line))
    for name, other in (more or {}).items():
        extra = book.create_sheet(name)
        for line in other:
            extra.append(list(line))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
