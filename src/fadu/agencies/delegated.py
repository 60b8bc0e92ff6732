"""What organs act on for others, or have others act on for them, is kept by the room above; it says here what their pages show.

Agencies stands below the catalogue and may not import it: the catalogue answers at start-up (`answer_with`).
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Entrusted:
    """A grant, an entrustment or an outpost's powers, as pages and figures of organs read it.

    Attributes:
        kind: "grant", "entrustment" or "outpost".
        label: 种类.
        organ_id, organ: who acts.
        principal_id, principal: in whose name; None and "" for a grant.
        items: code and name of what may be acted on.
        powers: 权限.
        area: 区域, place by place; none for the whole of the principal's.
        basis: 依据.
        document: 文号.
        since, until: first and last day; None for no end.
        published_on: 公布日期.
        filed_on: 备案日期.
        running: whether it is in force on the day asked about.
        state: tag and word.
        lacks: which of the required elements (新政办函〔2024〕38号清单三(二)2) are missing, in words.
        coercive: items of coercion among them, which can't be entrusted (行政强制法第十七条第一款).
        overdue: why it is overdue to be published or filed; "" where it is not.
        reviewed: 复核结论, or "".
        mended: whether what the review found was done; None where there was nothing to do.
        href: where it is kept.
    """

    kind: str
    label: str
    organ_id: int
    organ: str
    principal_id: int | None
    principal: str
    items: tuple[tuple[str, str], ...]
    powers: str
    area: tuple[str, ...]
    basis: str
    document: str
    since: date
    until: date | None
    published_on: date | None
    filed_on: date | None
    running: bool
    state: tuple[str, str]
    lacks: tuple[str, ...] = ()
    coercive: tuple[str, ...] = ()
    overdue: str = ""
    reviewed: str = ""
    mended: bool | None = None
    href: str = ""


_answers: list[Callable[[Collection[int], date], Sequence[Entrusted]]] = []


def answer_with(answer: Callable[[Collection[int], date], Sequence[Entrusted]]) -> None:
    """Let `answer` say what organs act on for each other; asked once at start-up."""
    _answers[:] = [answer]


def of_organs(organ_ids: Collection[int], on: date) -> list[Entrusted]:
    """What these organs act on for others and have others act on for them, the latest first, read as of a day."""
    return [row for answer in _answers for row in answer(organ_ids, on)]


def shown_to_all(organ_id: int, on: date) -> list[Entrusted]:
    """What of it is published and in force on a day."""
    return [row for row in of_organs([organ_id], on) if row.running and row.published_on is not None and row.published_on <= on]
