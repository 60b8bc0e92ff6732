"""What happened in a case beside its steps: recordings, exhibits, readings, and whatever else a room keeps of it.

A room registers a lane here at start-up (`AppConfig.ready`) and is asked for many cases at once, so it should answer with
one or two queries. The file of a household lists what it is told, and the replay of a case draws it. Until a room tells of
a lane, originals that were handed in as such stand for it.
"""

import uuid
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from fadu.accounts.actors import Actor
from fadu.evidence.models import Reading, Use
from fadu.evidence.selectors import originals, readings

LANES = {"recording": "音像", "exhibit": "证据", "reading": "调阅"}
"""The lanes there are beside steps and papers, in the order in which they are shown."""

MOST = 2000
"""Entries of a lane that are read at once."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that happened in a case.

    Attributes:
        case_id: in which case.
        at: when it happened, or began.
        entered: when it was handed in or written down.
        title: what it is, without naming anybody.
        href: where it opens, or "".
        until: when it ended; None for a moment.
        by: who recorded it, in the words that may be shown.
        note: what else is known of it.
        seq: the step it belongs to; 0 where it belongs to none.
    """

    case_id: uuid.UUID
    at: datetime
    entered: datetime
    title: str
    href: str = ""
    until: datetime | None = None
    by: str = ""
    note: str = ""
    seq: int = 0


Answer = Callable[[Actor, Collection[uuid.UUID]], Iterable[Entry]]
_answers: dict[str, Answer] = {}


def register(lane: str, answer: Answer) -> None:
    """Let `answer` say what of a lane there is in these cases, as far as who asks may see it."""
    if lane not in LANES:
        raise LookupError(f"no lane {lane!r}: {', '.join(LANES)}")
    _answers[lane] = answer


def of(lane: str, actor: Actor, cases: Collection[uuid.UUID]) -> list[Entry]:
    """What of one lane there is in these cases, in the order in which it happened."""
    answer = _answers.get(lane, _FALLBACK[lane])
    return sorted(answer(actor, cases), key=lambda entry: entry.at) if cases else []


def _originals(use: Use) -> Answer:
    def kept(actor: Actor, cases: Collection[uuid.UUID]) -> Iterable[Entry]:
        rows = originals(actor).filter(use=use, case__in=cases).distinct().order_by("id")[:MOST]
        return [Entry(row.case_id, row.kept_at, row.kept_at, f"{row.get_use_display()}（{row.media}）", by=row.by_name) for row in rows if row.case_id]

    return kept


def _readings(actor: Actor, cases: Collection[uuid.UUID]) -> Iterable[Entry]:
    rows: Iterable[Reading] = readings(actor).filter(case__in=cases).distinct().order_by("id")[:MOST]
    return [Entry(row.case_id, row.at, row.at, f"{row.get_action_display()}：{row.what}", by=f"{row.by_name}（{row.by_role}）") for row in rows if row.case_id]


_FALLBACK: dict[str, Answer] = {"recording": _originals(Use.RECORDING), "exhibit": _originals(Use.EXHIBIT), "reading": _readings}
