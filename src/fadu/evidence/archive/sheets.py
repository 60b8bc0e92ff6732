"""案卷目录 as a worksheet: it goes out; files are formed from cases, so it does not come in."""

from collections.abc import Iterator, Sequence
from typing import Any

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import NotAllowed
from fadu.agencies.registers.bound import sheet
from fadu.evidence.archive import selectors
from fadu.evidence.archive.schedule import RETENTIONS
from fadu.law.filing import Term
from fadu.law.forms import Field, Kind
from fadu.sheets.sheet import Loaded, Row, Sheet, Tick

FIELDS = (
    Field(name="number", label="归档号", longest=60),
    Field(name="year", label="年度", kind=Kind.INT),
    Field(name="organ", label="立档单位", longest=100),
    Field(name="title", label="题名", longest=300),
    Field(name="formed_on", label="形成日期", kind=Kind.DATE),
    Field(name="archived_on", label="归档日期", kind=Kind.DATE),
    Field(name="term", label="保管期限", kind=Kind.CHOICE, choices=tuple((term.value, term.label) for term in Term)),
    Field(name="items", label="件数", kind=Kind.INT),
    Field(name="pages", label="页数", kind=Kind.INT),
    Field(name="by_name", label="立卷人", longest=60),
    Field(name="state", label="状态", longest=20),
    Field(name="sha256", label="归档包 SHA-256", longest=64),
)


def _rows(actor: Actor) -> Iterator[dict[str, Any]]:
    for row in selectors.volumes(actor).order_by("organ_id", "year", "series", "serial", "ordinal").iterator():
        yield {
            "number": row.number, "year": row.year, "organ": row.organ.name, "title": row.title, "formed_on": row.formed_on.isoformat(),
            "archived_on": row.archived_on.isoformat(), "term": row.term, "items": row.items_count, "pages": row.pages, "by_name": row.by_name,
            "state": "已销毁" if row.gone else "已移交" if row.moved else "在库", "sha256": row.sha256,
        }  # fmt: skip


def _not_in(_actor: Actor, _rows: Sequence[Row], _tick: Tick) -> Loaded:
    raise NotAllowed("案卷由办结的案件立卷形成，案卷目录只能导出。")


SHEETS = (Sheet("volumes", "案卷目录", lambda _actor: FIELDS, "archive.load", "archive.see", _not_in, _rows, ("案卷目录只能导出。",)), sheet(RETENTIONS))
"""`archive.load` is nobody's: no role has it in the table."""
