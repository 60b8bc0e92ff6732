"""盘点: two people count what lies in a store; differences are told, never smoothed."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require_in
from fadu.agencies.models import Officer
from fadu.cases.models.ids import new_id
from fadu.cases.now import now
from fadu.cases.services.leaves import utc
from fadu.evidence.exhibits.models import Stocktaking
from fadu.evidence.exhibits.selectors.goods import held, stores
from fadu.evidence.services import leaf_of
from fadu.law.forms import MOST_COUNT, Invalid


@transaction.atomic
def count(actor: Actor, store_id: int, other: str, found: Mapping[int, str], note: str = "") -> Stocktaking:
    """Record a count of a store: `found` has by lot what was found, as typed. Raises Store.DoesNotExist, NotAllowed, Invalid."""
    store = stores(actor).get(pk=store_id)
    require_in(actor, "goods.move", store.organ_id)
    if actor.officer_id is None:
        raise Invalid({"": "只有本机关的执法人员能够盘点"})
    witness = Officer.objects.filter(pk=int(other), organ_id=store.organ_id).first() if other.isascii() and other.isdigit() and len(other) < 18 else None
    errors: dict[str, str] = {}
    if witness is None or witness.pk == actor.officer_id:
        errors["with"] = "请选择另一名本机关人员监盘：盘点由两人进行"
    lots = list(held(actor).filter(store=store, away=False).order_by("pk"))
    lines = []
    for lot in lots:
        text = found.get(lot.pk, "").strip()
        if not (text.isascii() and text.isdigit()) or int(text[:12]) > MOST_COUNT:
            errors[f"found.{lot.pk}"] = "请填写清点到的数量，没有的填 0"
            continue
        lines.append(
            {"lot": lot.pk, "item": lot.item_id, "seq": lot.seq, "name": lot.item.name, "unit": lot.item.unit, "booked": lot.quantity, "found": int(text)}
        )
    if len(note) > 500:
        errors["note"] = "说明最多 500 字"
    if not lots:
        errors[""] = "这里没有在管的物品，不需要盘点"
    if errors:
        raise Invalid(errors)
    return _record(actor, store, witness, lines, note)


def _record(actor: Actor, store: Any, witness: Any, lines: list[dict[str, Any]], note: str) -> Stocktaking:
    row = Stocktaking(id=new_id(), store=store, organ_id=store.organ_id, at=now(), lines=lines, note=note)
    row.differing = sum(line["booked"] != line["found"] for line in lines)
    row.by_user, row.by_officer, row.by_name = actor.user_id, actor.officer_id or 0, actor.name
    row.with_officer, row.with_name = witness.pk, witness.name
    row.leaf = leaf_of("stocktaking", row.id, None, count_content(row), row.at)
    row.save(force_insert=True)
    return row


def count_content(row: Stocktaking) -> dict[str, Any]:
    """What the leaf of a count commits to."""
    return {
        "stocktaking": str(row.id),
        "store": row.store_id,
        "at": utc(row.at),
        "lines": row.lines,
        "differing": row.differing,
        "note": row.note,
        "by": {"officer": row.by_officer, "name": row.by_name},
        "with": {"officer": row.with_officer, "name": row.with_name},
    }
