"""The lists of this room as worksheets. They go out only: exhibits and goods follow from the record and are not typed into a list."""

from collections.abc import Iterator, Sequence
from typing import Any, NoReturn

from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.evidence.exhibits import selectors
from fadu.evidence.exhibits.models import Lot
from fadu.law.forms import Field, Kind
from fadu.sheets.sheet import Fault, Faults, Row, Sheet, Tick

GOODS = (
    Field(name="organ", label="机关"),
    Field(name="case", label="案号"),
    Field(name="number", label="物品号", kind=Kind.INT),
    Field(name="name", label="名称"),
    Field(name="spec", label="规格型号"),
    Field(name="batch", label="编号、批号"),
    Field(name="features", label="特征"),
    Field(name="quantity", label="在管数量", kind=Kind.INT),
    Field(name="unit", label="单位"),
    Field(name="taken", label="收存数量", kind=Kind.INT),
    Field(name="hold", label="根据"),
    Field(name="store", label="存放地点"),
    Field(name="keeper", label="保管人"),
    Field(name="since", label="存放自", kind=Kind.DATE),
    Field(name="seal", label="封条号"),
    Field(name="due", label="期限至", kind=Kind.DATE),
    Field(name="left", label="期限情况"),
)


def _rows(actor: Actor) -> Iterator[dict[str, Any]]:
    found = selectors.held(actor).order_by("organ_id", "pk")
    batch: list[Lot] = []
    for lot in found.iterator(500):
        batch.append(lot)
        if len(batch) == 500:
            yield from _told(batch)
            batch = []
    yield from _told(batch)


def _told(batch: list[Lot]) -> Iterator[dict[str, Any]]:
    terms = selectors.due(batch)
    for lot in batch:
        item, term = lot.item, terms[lot.pk]
        yield {
            "organ": lot.organ.name, "case": lot.case.number, "number": item.number, "name": item.name, "spec": item.spec, "batch": item.batch,
            "features": item.features, "quantity": lot.quantity, "unit": item.unit, "taken": item.taken, "hold": lot.get_hold_display(),
            "store": lot.store.name if lot.store else "", "keeper": lot.keeper, "since": timezone.localdate(lot.since).isoformat(), "seal": lot.seal,
            "due": term.on.isoformat() if term.on else None, "left": term.words,
        }  # fmt: skip


def _refused(_actor: Actor, rows: Sequence[Row], _tick: Tick) -> NoReturn:
    raise Faults([Fault(row.line, "", "涉案财物由案件步骤产生，不能导入") for row in rows] or [Fault(1, "", "涉案财物由案件步骤产生，不能导入")])


SHEETS = (
    Sheet(
        id="goods",
        title="涉案财物",
        fields=lambda _actor: GOODS,
        load_action="goods.move",
        see_action="goods.see",
        load=_refused,
        rows=_rows,
        guide=("只能导出：涉案财物由登记保存、查封扣押、抽样的步骤自动登记，不能导入。",),
    ),
)
"""The lists that go out."""
