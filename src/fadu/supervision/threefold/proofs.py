"""What the leaf of a report commits to, as the database has it now."""

from typing import Any

from fadu.cases.services.leaves import utc
from fadu.cases.services.proofs import Content, Kind
from fadu.supervision.threefold.models import Report


def content(row: Report) -> dict[str, Any]:
    """Everything that was signed."""
    return {
        "report": str(row.id),
        "organ": row.organ_id,
        "period": row.period,
        "version": row.version,
        "day": row.day.isoformat(),
        "items": row.items,
        "bright": row.bright,
        "problems": row.problems,
        "measures": row.measures,
        "signed_at": utc(row.signed_at),
        "by": {"officer": row.by_officer, "name": row.by_name},
    }


KINDS: dict[str, Content] = {"threefold": Kind(Report, "三项制度报告", lambda row, _leaf: content(row))}
