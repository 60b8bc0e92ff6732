"""What was refused is recorded too: who tried what, and which articles stood against it."""

import json
import uuid
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from fadu.accounts.actors import Actor
from fadu.cases.errors import Refused
from fadu.cases.models import Attempt, Case
from fadu.cases.models.ids import new_id
from fadu.cases.now import now
from fadu.cases.services.leaves import add_leaf, utc

LONGEST, WIDEST, DEEPEST, LARGEST = 20_000, 300, 6, 400_000
"""Characters of a text, items of a list, levels of nesting, characters in all that are kept of what was typed."""


def keep(actor: Actor, case_id: uuid.UUID | None, name: str, data: Mapping[str, Any], moment: datetime, refusal: Refused) -> Attempt | None:
    """Record a refused attempt in a transaction of its own: the one that was refused has been rolled back."""
    with transaction.atomic():
        case = Case.objects.filter(pk=case_id).first() if case_id else None
        organ_id = case.organ_id if case else actor.organ_id
        if organ_id is None:
            return None
        row = Attempt.objects.create(
            id=new_id(), case=case, organ_id=organ_id, name=name, seq=case.seq if case else 0, taken_at=moment, at=now(),
            by_user=actor.user_id, by_officer=actor.officer_id, by_name=actor.name, by_role=actor.role.value,
            findings=[objection.as_dict() for objection in refusal.objections], data=_bounded(data),
        )  # fmt: skip
        if case:
            add_leaf("attempt", case.id, row.id, content_of(row), row.at)
        return row


def content_of(row: Attempt) -> dict[str, Any]:
    """What the leaf of an attempt commits to: each column."""
    by = {"user": row.by_user, "officer": row.by_officer, "name": row.by_name, "role": row.by_role}
    moments = {"taken_at": utc(row.taken_at), "at": utc(row.at)}
    return {
        "case": str(row.case_id),
        "attempt": row.name,
        "organ": row.organ_id,
        "seq": row.seq,
        **moments,
        "by": by,
        "findings": row.findings,
        "data": row.data,
    }


def earlier_content_of(row: Attempt) -> dict[str, Any]:
    """What the leaves of attempts committed to at first."""
    return {"case": str(row.case_id), "attempt": row.name, "by": row.by_officer, "rules": [finding.get("rule") for finding in row.findings]}


def _bounded(data: Mapping[str, Any]) -> dict[str, Any]:
    """What was typed, as far as it can be kept: it may be anything, and a refused attempt is not a way to store novels."""
    kept: dict[str, Any] = _plain(dict(data))
    return kept if len(json.dumps(kept)) <= LARGEST else {"": "填报的内容过长，没有保留"}


def _plain(value: Any, depth: int = 0) -> Any:
    """Plain JSON of bounded depth, breadth and length."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int) and abs(value) < 2**63:
        return value
    if isinstance(value, Mapping) and depth < DEEPEST:
        return {str(_plain(str(name))): _plain(item, depth + 1) for name, item in list(value.items())[:WIDEST]}
    if isinstance(value, list | tuple) and depth < DEEPEST:
        return [_plain(item, depth + 1) for item in value[:WIDEST]]
    text = value if isinstance(value, str) else "…" if isinstance(value, int | Mapping | list | tuple) else str(value)
    return text[:LONGEST].encode("utf-8", "replace").decode()
