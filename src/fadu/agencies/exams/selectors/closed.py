"""A sitting as it was closed."""

from fadu.agencies.exams.models import Sitting
from fadu.agencies.exams.results import Closed


def closed_of(sitting: Sitting) -> Closed | None:
    """What the public log commits to; None while the sitting runs."""
    if sitting.closed_at is None or sitting.mark is None or sitting.passed is None:
        return None
    which = (sitting.pk, sitting.exam_id, sitting.officer_id, sitting.organ_id, sitting.attempt)
    return Closed(*which, sitting.closed_at, sitting.closing, sitting.mark, sitting.passed, sitting.head)


def closed_by_id(sitting_id: int) -> Closed | None:
    """The same of a number; None where there is no such sitting."""
    found = Sitting.objects.filter(pk=sitting_id).first()
    return closed_of(found) if found else None
