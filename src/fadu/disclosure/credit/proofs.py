"""What the leaves of this room commit to, as the database has it now."""

from typing import Any

from fadu.cases.services.leaves import utc
from fadu.cases.services.proofs import Content, Kind
from fadu.disclosure.credit.models import Former, FormerEnd


def former_content(row: Former) -> dict[str, Any]:
    """What the leaf of an imported record commits to."""
    return {
        "former": str(row.id),
        "organ": row.organ_id,
        "form": row.form,
        "values": row.values,
        "shown": row.shown,
        "at": utc(row.at),
        "by": {"user": row.by_user, "name": row.by_name},
    }


def end_content(row: FormerEnd) -> dict[str, Any]:
    """What the leaf of its withdrawal commits to."""
    return {"end": str(row.id), "former": str(row.former_id), "reason": row.reason, "at": utc(row.at), "by": {"name": row.by_name}}


KINDS: dict[str, Content] = {
    "former": Kind(Former, "原系统的公示记录", lambda row, _leaf: former_content(row)),
    "former_end": Kind(FormerEnd, "原系统记录的撤回", lambda row, _leaf: end_content(row)),
}
