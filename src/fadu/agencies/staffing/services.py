"""What is written of the rolls of other offices; all else goes by its book (`agencies.services.books`)."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from fadu.accounts.actors import Actor
from fadu.accounts.crypto import blind_index
from fadu.accounts.permissions import require_in
from fadu.agencies.services.keeping import entered, not_later, written
from fadu.agencies.services.people import PURPOSE
from fadu.agencies.staffing.forms import ROLL_LINE
from fadu.agencies.staffing.models import RollLine


def bring_in(actor: Actor, organ_id: int, data: Mapping[str, Any]) -> RollLine | None:
    """A line of another office's roll: of the person only the blind index of the identity number stays. None where it is there already."""
    require_in(actor, "team.manage", organ_id)
    values = entered(ROLL_LINE, data)
    not_later(values, "as_of")
    values["id_index"] = blind_index(values.pop("id_number"), PURPOSE)
    with transaction.atomic():
        row, new = RollLine.objects.get_or_create(organ_id=organ_id, **values, defaults={"by_name": actor.name})
        if not new:
            return None
        told = {"office": row.office, "roll": row.roll, "as_of": row.as_of.isoformat()}
        written(actor, "导入名册", row, what="roll_line", organ_id=organ_id, after=told, reason="Excel 导入")
    return row
