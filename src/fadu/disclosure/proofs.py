"""What the leaves of this room commit to, as the database has it now."""

from typing import Any

from fadu.cases.models import Leaf
from fadu.cases.services.leaves import utc
from fadu.cases.services.proofs import Content, Kind
from fadu.disclosure.models import AnnualReport, Event


def event_content(event: Event) -> dict[str, Any]:
    """What the leaf of an event commits to: everything that was recorded of it."""
    ground = {"ground": event.ground} if event.ground else {}  # events of earlier versions have none, and their leaves stand
    return {
        **ground,
        "publication": str(event.publication_id),
        "event": str(event.id),
        "kind": str(event.kind),
        "at": utc(event.at),
        "reason": event.reason or "",
        "public_reason": event.public_reason,
        "shown": event.shown,
        "secrets": event.secrets,
        "by": {"officer": event.by_officer, "name": event.by_name, "role": event.by_role},
    }


def report_content(report: AnnualReport) -> dict[str, Any]:
    """What the leaf of an annual report commits to."""
    return {
        "report": str(report.id),
        "organ": report.organ_id,
        "year": report.year,
        "version": report.version,
        "tables": report.tables,
        "narrative": report.narrative,
        "published_at": utc(report.published_at),
        "by": {"officer": report.by_officer, "name": report.by_name},
    }


def _report(leaf: Leaf) -> Any:
    """The report belongs to no case, so it is read by itself."""
    found = AnnualReport.objects.filter(pk=leaf.ref).first()
    return found and report_content(found)


KINDS: dict[str, Content] = {
    "publication": Kind(Event, "公示记录", lambda row, _leaf: event_content(row)),
    "annual": _report,
}
