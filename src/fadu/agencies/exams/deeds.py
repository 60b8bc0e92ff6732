"""What people did to papers, as the public log commits to it: numbers and a hash of what was said, no names."""

from hashlib import sha256

from django.utils import timezone

from fadu.agencies.exams.chain import spelled
from fadu.agencies.exams.models import Appeal, Mark, Ruling
from fadu.agencies.exams.results import Deed

MODELS: dict[str, type[Mark | Appeal | Ruling]] = {"exam_mark": Mark, "exam_appeal": Appeal, "exam_ruling": Ruling}


def deed_of(row: Mark | Appeal | Ruling) -> Deed:
    """The deed that a row tells of."""
    match row:
        case Mark():
            content = {"script": row.script_id, "place": row.place, "mark": row.mark, "said": _said(row.comment)}
        case Appeal():
            content = {"sitting": row.sitting_id, "place": row.place, "said": _said(row.reason)}
        case Ruling():
            content = {"appeal": row.appeal_id, "officer": row.officer_id, "mark": row.mark, "said": _said(row.reason)}
    kind = next(name for name, model in MODELS.items() if isinstance(row, model))
    return Deed(kind, row.pk, timezone.localtime(row.at), content | {"number": row.pk, "at": spelled(row.at)})


def deed_by_id(kind: str, number: int) -> Deed | None:
    """The same of a number; None where there is no such row."""
    row = MODELS[kind].objects.filter(pk=number).first()
    return deed_of(row) if row else None


def _said(text: str) -> str:
    return sha256(text.encode()).hexdigest()
