"""What is asked of a story before it is told: kind, turns, where it must stand today."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from fadu.site.demo.days import Days
from fadu.site.demo.story import Story

SPAN = 720
"""Days before today on which the oldest case began, at most."""

Stands = Callable[[Story], bool]


@dataclass(frozen=True)
class Spec:
    """One case to be told.

    Attributes:
        organ: short name of the organ.
        kind: general or simple.
        options: turns of the story.
        item: the power item; "" leaves it to chance.
        stands: where it must stand today; None begins it on some day of the two years and lets it run.
        hold: the story ends after this step, though the clocks run on.
        crew: sign-in names that are fixed: two officers, reviewer, head.
        note: what it is for, printed at the end.
        begins: between how many days ago it began, where nothing else says it.
        overdue: a rule that finds it today because a clock has run out, and what that is.
    """

    organ: str
    kind: str = "general"
    options: frozenset[str] = frozenset()
    item: str = ""
    stands: Stands | None = None
    hold: str = ""
    crew: tuple[str, ...] = ()
    note: str = ""
    begins: tuple[int, int] = (40, SPAN)
    overdue: tuple[str, str] = ("", "")


def last(*steps: str) -> Stands:
    """The last step taken is one of these."""
    return lambda story: story.last() in steps


def due_soon(step: str, working_days: int, today: date, days: Days) -> Stands:
    """Something begun with `step` and not ended falls due on one of the next two working days."""

    def stands(story: Story) -> bool:
        return story.last() in {step, "question"} and step in story.marks and today < days.after(story.marks[step], working_days) <= days.after(today, 2)

    return stands
