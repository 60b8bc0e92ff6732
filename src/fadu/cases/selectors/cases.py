"""Lists of cases: the work list and the search, paged by key so that the thousandth page costs what the first does."""

import uuid
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from fadu.accounts.actors import Actor, Role
from fadu.accounts.crypto import blind_index
from fadu.accounts.permissions import may, require, scope
from fadu.cases.errors import NotFound
from fadu.cases.models import Case

SIZE = 30


@dataclass(frozen=True)
class Page:
    """Rows of a list and where it goes on.

    Attributes:
        rows: the cases.
        next: key of the next page; "" on the last.
        previous: key of the page before; "" on the first.
    """

    rows: Sequence[Case]
    next: str = ""
    previous: str = ""


def visible(actor: Actor) -> QuerySet[Case]:
    """The cases that `actor` may see."""
    require(actor, "case.see")
    return Case.objects.filter(scope(actor, "case.see"))


def case_for(actor: Actor, case_id: uuid.UUID) -> Case:
    """One case within reach; raises NotFound, which does not tell whether it exists elsewhere."""
    case = visible(actor).filter(pk=case_id).select_related("organ", "party").first()
    if case is None:
        raise NotFound("没有这个案件，或者不在您的管辖范围内")
    return case


def listed(actor: Actor, *, turn: str = "mine", after: str = "", before: str = "", size: int = SIZE) -> Page:
    """The work list: open cases by what falls due first. `turn`: mine, others, all."""
    rows = _turn(visible(actor).filter(ended=False), actor, turn)
    return _by_due(rows, after, before, size)


def tally(actor: Actor) -> dict[str, int]:
    """How many open cases are overdue, due within three days, mine to act on, and others'; at the most `MOST` of each."""
    today = timezone.localdate()
    rows = visible(actor).filter(ended=False)
    wanted = {
        "overdue": Q(next_due__lt=today),
        "soon": Q(next_due__gte=today, next_due__lte=today + timedelta(days=3)),
        **{name: Q(turn_role=role.value) for name, role in TURNS.items()},
        "open": Q(),
    }
    counted = {name: rows.filter(which).order_by()[:MOST].count() for name, which in wanted.items()}
    mine = next((name for name, role in TURNS.items() if role is actor.role), "")
    others = sum(count for name, count in counted.items() if name in TURNS and name != mine)
    return {**counted, "mine": counted.get(mine, 0), "others": min(others, MOST)}


TURNS = {"officers": Role.OFFICER, "reviewers": Role.REVIEWER, "heads": Role.HEAD, "supervisors": Role.SUPERVISOR}
"""Whom a case can wait for; one that waits for nobody is neither mine nor others'."""

MOST = 1000
"""Counts stop here: nobody works through more, and counting all of a large table takes seconds."""


def found(
    actor: Actor, *, q: str = "", stage: str = "", ended: str = "", items: Collection[str] = (), after: str = "", before: str = "", size: int = SIZE
) -> Page:
    """Cases newest first, narrowed by words of the title or number, a code, a stage, the items they are handled under."""
    rows = visible(actor)
    if query := q.strip():
        words = Q(title__icontains=query) | Q(number__icontains=query) | Q(party__code_index=blind_index(query.upper(), "party"))
        rows = rows.filter(words)
    if stage:
        rows = rows.filter(stage=stage)
    if ended in {"0", "1"}:
        rows = rows.filter(ended=ended == "1")
    if items:
        rows = rows.filter(item__in=items)
    return _by_newest(rows, after, before, size)


def handled_under(actor: Actor, items: Collection[str]) -> int:
    """How many cases within reach are handled under one of these items; none for whoever sees no cases."""
    return visible(actor).filter(item__in=items).count() if may(actor, "case.see") else 0


def _turn(rows: QuerySet[Case], actor: Actor, turn: str) -> QuerySet[Case]:
    if turn == "mine":
        return rows.filter(turn_role=actor.role.value)
    return rows.exclude(turn_role__in=(actor.role.value, "")) if turn == "others" else rows


def _by_due(rows: QuerySet[Case], after: str, before: str, size: int) -> Page:
    rows = rows.select_related("party", "organ")
    if key := _due_key(after):
        day, last = key
        rows = rows.filter(Q(next_due__gt=day) | Q(next_due=day, id__gt=last))
    back = _due_key(before)
    if back:
        day, first = back
        rows = rows.filter(Q(next_due__lt=day) | Q(next_due=day, id__lt=first)).order_by("-next_due", "-id")
    else:
        rows = rows.order_by("next_due", "id")
    return _page(list(rows[: size + 1]), size, lambda case: f"{case.next_due.isoformat()}_{case.id}", came_after=bool(after), going_back=bool(back))


def _by_newest(rows: QuerySet[Case], after: str, before: str, size: int) -> Page:
    rows = rows.select_related("party", "organ")
    if key := _id(after):
        rows = rows.filter(id__lt=key)
    back = _id(before)
    rows = rows.filter(id__gt=back).order_by("id") if back else rows.order_by("-id")
    return _page(list(rows[: size + 1]), size, lambda case: str(case.id), came_after=bool(after), going_back=bool(back))


def _page(rows: list[Case], size: int, key: object, *, came_after: bool, going_back: bool) -> Page:
    assert callable(key)
    more, rows = len(rows) > size, rows[:size]
    if going_back:
        rows.reverse()
    if not rows:
        return Page(rows)
    has_next = going_back or more
    has_previous = came_after if not going_back else more
    return Page(rows, key(rows[-1]) if has_next else "", key(rows[0]) if has_previous else "")


def _id(text: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(text)
    except ValueError:
        return None


def _due_key(text: str) -> tuple[date, uuid.UUID] | None:
    day, _, last = text.partition("_")
    try:
        return date.fromisoformat(day), uuid.UUID(last)
    except ValueError:
        return None
