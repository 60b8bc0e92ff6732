"""The lane of exhibits in the replay of a case."""

import uuid
from collections.abc import Collection, Iterable

from django.urls import reverse

from fadu.accounts.actors import Actor
from fadu.evidence.exhibits.selectors.exhibits import visible
from fadu.evidence.timeline import MOST, Entry


def lane(actor: Actor, cases: Collection[uuid.UUID]) -> Iterable[Entry]:
    """The exhibits of these cases that `actor` may see, when they were collected and when they were written down."""
    rows = visible(actor).filter(case__in=cases, withdrawn=False).select_related("step").distinct().order_by("collected_at")[:MOST]
    return [
        Entry(
            row.case_id, row.collected_at, row.step.recorded_at if row.step else row.collected_at, f"证据 {row.number}：{row.get_kind_display()}",
            reverse("exhibits:exhibit", args=[row.id]), seq=row.step.seq if row.step else 0,
        )
        for row in rows
    ]  # fmt: skip
