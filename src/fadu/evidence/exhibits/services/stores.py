"""Where goods may lie."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require_in
from fadu.agencies.services.changes import snapshot
from fadu.agencies.services.collisions import one_only
from fadu.agencies.services.keeping import entered, in_order, not_later, written
from fadu.evidence.exhibits import forms
from fadu.evidence.exhibits.models import Lot, Store
from fadu.law.forms import Invalid

MANAGE = "equipment.manage"


def add_store(actor: Actor, organ_id: int, data: Mapping[str, Any]) -> Store:
    """A store-room of an organ, or a third party that keeps for it. Raises NotAllowed, Invalid."""
    require_in(actor, MANAGE, organ_id)
    values = entered(forms.STORE, data)
    not_later(values, "since")
    values["third"] = bool(values.get("third"))
    with one_only("name", "本机关已有这个名称的存放地点"), transaction.atomic():
        row = Store.objects.create(organ_id=organ_id, **values)
        written(actor, "登记", row, what="store", organ_id=organ_id)
    return row


def end_store(actor: Actor, store_id: int, data: Mapping[str, Any]) -> Store:
    """The last day on which a store is used; not while anything lies there."""
    values = entered(forms.STORE_END, data)
    not_later(values, "until")
    with transaction.atomic():
        row = Store.objects.select_for_update().get(pk=store_id)
        require_in(actor, MANAGE, row.organ_id)
        if row.until:
            raise Invalid({"until": "已经停用"})
        in_order({"since": row.since, **values}, "since", "until", f"不能早于启用日期 {row.since.isoformat()}")
        if Lot.objects.filter(store=row, until__isnull=True).exists():
            raise Invalid({"until": "还有物品存放在这里，请先交接到别处"})
        before = snapshot(row)
        row.until = values["until"]
        row.save(update_fields=["until"])
        written(actor, "停用", row, what="store", organ_id=row.organ_id, before=before)
    return row
