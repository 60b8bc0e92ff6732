"""What the leaves of this room commit to, as the database has it now."""

from typing import Any

from fadu.cases.services.leaves import utc
from fadu.cases.services.proofs import Content, Kind
from fadu.disclosure.reporting.models import Receipt, Sending


def sending_content(row: Sending) -> dict[str, Any]:
    """What the leaf of a sending commits to."""
    return {
        "sending": str(row.id),
        "kind": row.kind,
        "report": str(row.ref),
        "organ": row.organ_id,
        "to": row.to_id,
        "period": row.period,
        "title": row.title,
        "due_on": row.due_on.isoformat(),
        "sent_at": utc(row.sent_at),
        "by": {"officer": row.by_officer, "name": row.by_name},
    }


def receipt_content(row: Receipt) -> dict[str, Any]:
    """What the leaf of a receipt commits to."""
    return {
        "receipt": str(row.id),
        "sending": str(row.sending_id),
        "outcome": str(row.outcome),
        "note": row.note,
        "at": utc(row.at),
        "by": {"officer": row.by_officer, "name": row.by_name},
    }


KINDS: dict[str, Content] = {
    "sending": Kind(Sending, "报送", lambda row, _leaf: sending_content(row)),
    "receipt": Kind(Receipt, "回执", lambda row, _leaf: receipt_content(row)),
}
