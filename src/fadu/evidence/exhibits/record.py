"""The steps of a case as they hold now: what was corrected is read as it was corrected."""

import uuid
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from fadu.cases.models import Case, Step
from fadu.law.correction import CORRECT


@dataclass(frozen=True, slots=True)
class Held:
    """A step with the answers that hold."""

    row: Step
    data: Mapping[str, Any]


def family(case: Case) -> list[uuid.UUID]:
    """The case, the one it came out of, and those that came out of either: goods seized in one are decided on in another."""
    roots = [case.pk, *([case.origin_id] if case.origin_id else [])]
    return list(Case.objects.filter(Q(pk__in=roots) | Q(origin_id__in=roots)).values_list("pk", flat=True))


def steps(cases: Collection[uuid.UUID], names: Collection[str]) -> list[Held]:
    """The steps of these names in these cases, in the order in which they were taken."""
    rows = list(Step.objects.filter(case_id__in=cases, name__in=[*names, CORRECT]).order_by("taken_at", "recorded_at"))
    right = {(row.case_id, row.data["seq"]): row.data["data"] for row in sorted(rows, key=lambda row: row.seq) if row.name == CORRECT}
    return [Held(row, right.get((row.case_id, row.seq), row.data)) for row in rows if row.name != CORRECT]
