"""Full rotation (全员轮训): who of the people on the roll took part in the year's, by its last day."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from fadu.agencies.models import Officer
from fadu.agencies.training import numbers
from fadu.agencies.training.kinds import Campaign
from fadu.agencies.training.selectors.hours import counted, up_to, who, year_span
from fadu.agencies.training.selectors.rolls import on_roll


@dataclass(frozen=True, slots=True)
class Rotation:
    """The year's rotation of some people.

    Attributes:
        year, today: which, and the day asked about.
        due: its last day; None where the locality sets none.
        clause: which sets it.
        people: on the roll on the last day, or today before it.
        done: of these, who took part by then.
        later: who made up for it afterwards: told, but too late to count (河北区实施方案二(一)2).
    """

    year: int
    today: date
    due: date | None
    clause: str
    people: tuple[Officer, ...]
    done: frozenset[int]
    later: frozenset[int]

    @property
    def missing(self) -> list[Officer]:
        """Who took no part in time."""
        return [person for person in self.people if person.pk not in self.done]

    @property
    def share(self) -> int:
        """In percent, rounded down."""
        return 100 * len(self.done) // len(self.people) if self.people else 0

    @property
    def state(self) -> str:
        """As a clock shows it."""
        if self.people and len(self.done) == len(self.people):
            return "done"
        if self.due is None:
            return ""
        left = (self.due - self.today).days
        return "bad" if left < 0 else "near" if left <= 30 else ""

    @property
    def words(self) -> str:
        """What a clock says."""
        if self.state == "done":
            return "已完成"
        if self.due is None:
            return f"还差 {len(self.missing)} 人"
        left = (self.due - self.today).days
        return f"到期差 {len(self.missing)} 人" if left < 0 else "今天到期" if left == 0 else f"还剩 {left} 天"


def state(within: Q, year: int, today: date) -> Rotation:
    """The rotation of the people within a filter on their organ. Three queries."""
    due, clause = numbers.day_in("training.rotation.by", year, numbers.as_of(year, today)) or (None, "")
    day = min(today, due) if due and year <= today.year else numbers.as_of(year, today)
    people = tuple(on_roll(within, day))
    first, after = year_span(year)
    attended = counted(first, min(after, up_to(today))).filter(session__campaign=Campaign.ROTATION)
    in_time = attended.filter(session__starts_at__lt=up_to(due)) if due else attended
    return Rotation(year, today, due, clause, people, who(people, in_time), who(people, attended) - who(people, in_time))
