"""What the lists of powers want to know of the cases: asked of the rooms above, which answer at start-up.

Catalog stands below cases and supervision and may not import them. Each slot has an answer that knows nothing until its
room fills it (`answer_with`, in the AppConfig.ready of cases and of supervision).
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date

from fadu.accounts.actors import Actor


@dataclass(frozen=True, slots=True)
class Use:
    """How an item was used in cases, all organs taken together.

    Attributes:
        last: the day of the last case.
        times: cases since the day asked about.
    """

    last: date
    times: int


@dataclass(frozen=True, slots=True)
class Handled:
    """What an organ did with an item between two days.

    Attributes:
        cases: opened.
        decided: with a decision on penalty or none.
        overturned: whose decision was changed, revoked or found unlawful on reconsideration or in court.
        faulty: in which the sweep finds something unlawful that still stands.
    """

    cases: int = 0
    decided: int = 0
    overturned: int = 0
    faulty: int = 0


Uses = Callable[[date, date], Mapping[str, Use]]
"""(since, until) -> uses by item code, of every item ever used up to `until`."""

Work = Callable[[int, date, date], Mapping[str, Handled]]
"""(organ, since, until) -> what it handled, by item code; `faulty` is left to supervision."""

Faulty = Callable[[int, date, date], Mapping[str, int]]
"""(organ, since, until) -> cases with an unlawful finding that stands, by item code."""


Spared = Callable[[int, date, date], tuple[int, int]]
"""(organ, since, until) -> decided cases whose facts meet 行政处罚法第三十二条、第三十三条, and those of them in which that was answered."""

Checks = Callable[[int, date, date], Mapping[str, int]]
"""(organ, since, until) -> inspections by item: how often the party that was inspected most was."""

Under = Callable[[Actor, Collection[str]], int]
"""(actor, item codes) -> cases that the actor may see and that were handled under one of these items."""


def _none_under(_actor: Actor, _codes: Collection[str]) -> int:
    return 0


def _no_uses(_since: date, _until: date) -> Mapping[str, Use]:
    return {}


def _no_work(_organ: int, _since: date, _until: date) -> Mapping[str, Handled]:
    return {}


def _no_faults(_organ: int, _since: date, _until: date) -> Mapping[str, int]:
    return {}


def _none_spared(_organ: int, _since: date, _until: date) -> tuple[int, int]:
    return 0, 0


def _no_checks(_organ: int, _since: date, _until: date) -> Mapping[str, int]:
    return {}


class _Slots:
    """Filled once at start-up."""

    uses: Uses = _no_uses
    work: Work = _no_work
    faulty: Faulty = _no_faults
    spared: Spared = _none_spared
    checks: Checks = _no_checks
    under: Under = _none_under


def answer_with(
    *,
    uses: Uses | None = None,
    work: Work | None = None,
    faulty: Faulty | None = None,
    spared: Spared | None = None,
    checks: Checks | None = None,
    under: Under | None = None,
) -> None:
    """Let these functions answer; a slot that is not named keeps its answer."""
    _Slots.uses, _Slots.work, _Slots.faulty = uses or _Slots.uses, work or _Slots.work, faulty or _Slots.faulty
    _Slots.spared, _Slots.checks, _Slots.under = spared or _Slots.spared, checks or _Slots.checks, under or _Slots.under


def uses(since: date, until: date) -> Mapping[str, Use]:
    """When each item was last used up to `until`, and how often from `since` on."""
    return _Slots.uses(since, until)


def work(organ_id: int, since: date, until: date) -> Mapping[str, Handled]:
    """What an organ handled between two days, by item code."""
    done, faults = _Slots.work(organ_id, since, until), _Slots.faulty(organ_id, since, until)
    return {code: Handled(one.cases, one.decided, one.overturned, faults.get(code, 0)) for code, one in done.items()}


def spared(organ_id: int, since: date, until: date) -> tuple[int, int]:
    """How many decided cases met the conditions of a lighter hand, and in how many that was answered."""
    return _Slots.spared(organ_id, since, until)


def checks(organ_id: int, since: date, until: date) -> Mapping[str, int]:
    """By item, how often the same party was inspected at the most."""
    return _Slots.checks(organ_id, since, until)


def under(actor: Actor, codes: Collection[str]) -> int:
    """How many cases within an actor's reach were handled under one of these items."""
    return _Slots.under(actor, codes) if codes else 0
