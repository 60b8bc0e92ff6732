"""One case, step by step, as it will be taken through the door: who, when, with which answers.

A story is told whole before anything is written; what lies after the day of generation is cut off, so that a case in
progress stands where a lawful case would stand today.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from fadu.site.demo import names
from fadu.site.demo.days import Days, later, office_hour
from fadu.site.demo.people import Person
from fadu.site.demo.themes import Theme

NEVER = datetime(1970, 1, 1)  # noqa: DTZ001 - stories are told in Beijing time; the door is given aware moments


@dataclass
class Planned:
    """One step as it will be taken.

    Attributes:
        name: of the step.
        by: sign-in name of who takes it.
        at: when it happened, Beijing time.
        data: the answers; people by sign-in name.
        seen: when it was entered.
        refused: it is tried, and the law stands against it.
    """

    name: str
    by: str
    at: datetime
    data: dict[str, Any]
    seen: datetime = NEVER
    refused: bool = False


@dataclass(frozen=True)
class Fault:
    """A fault planted: which rule finds it, what it is, whose it is, from which step on it is there."""

    rule: str
    what: str
    whose: str
    step: int


@dataclass(frozen=True)
class Crew:
    """Who works on a case."""

    first: Person
    second: Person
    reviewer: Person
    head: Person
    chair: Person
    third: Person | None = None


@dataclass(frozen=True)
class Party:
    """当事人 of a story."""

    kind: str
    name: str
    speaker: str
    data: Mapping[str, Any]

    @property
    def post(self) -> str:
        """In which capacity the speaker speaks."""
        return "当事人本人" if self.kind == "person" else "负责人"


def party_of(theme: Theme, rng: Random, number: int) -> Party:
    """Who the story is about."""
    from fadu.agencies.codes import credit_code, id_number  # noqa: PLC0415

    speaker = names.person(rng)
    common = {"party_address": names.address(rng), "party_phone": names.phone(rng)}
    if theme.citizen:
        born = date(1958, 1, 1) + timedelta(days=rng.randint(0, 365 * 44))
        code = id_number(f"130999{born:%Y%m%d}{number % 1000:03d}")
        return Party("person", speaker, speaker, {"party_kind": "person", "party_name": speaker, "party_id": code, **common})
    name = names.shop(rng, theme.shops, number)
    code = credit_code(f"{'91' if '公司' in name else '92'}130999MA{number + 10_000:07d}")
    return Party("unit", name, speaker, {"party_kind": "unit", "party_name": name, "party_code": code, "party_legal_rep": speaker, **common})


@dataclass
class Story:
    """A case as it is told.

    Attributes:
        number: its place among the cases of the county.
        theme: what it is about.
        crew: who works on it.
        rng: its own chance, so that it is the same every time.
        days: the working calendar.
        organ: name of the organ.
        at: the moment it has reached.
        procedure: id of the procedure it begins with.
        steps: what was told so far.
        faults: what was planted.
    """

    number: int
    theme: Theme
    crew: Crew
    rng: Random
    days: Days
    organ: str
    at: datetime
    procedure: str = "penalty.general"
    steps: list[Planned] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    marks: dict[str, date] = field(default_factory=dict)

    # --- time

    def wait(self, least: int, most: int) -> None:
        """Let so many working days pass; none is later on the same day, or the next worked one after hours."""
        passed = self.rng.randint(least, most)
        if passed == 0:
            self.at = later(self.rng, self.at)
            if self.at.time() < time(17, 30):
                return
            passed = 1
        self.at = office_hour(self.rng, self.days.after(self.at.date(), passed))

    def until(self, day: date) -> None:
        """Wait for a day, or the next worked one."""
        self.at = office_hour(self.rng, self.days.worked(day))

    def sleep(self, least: int, most: int) -> None:
        """Let so many civil days pass."""
        self.until(self.at.date() + timedelta(days=self.rng.randint(least, most)))

    @property
    def today(self) -> date:
        """The day it has reached."""
        return self.at.date()

    # --- steps

    def step(self, name: str, by: Person, data: Mapping[str, Any], *, refused: bool = False) -> None:
        """Tell a step."""
        self.steps.append(Planned(name, by.username, self.at, dict(data), refused=refused))
        if not refused:
            self.marks[name] = self.today

    def fault(self, rule: str, what: str, whose: str = "organ") -> None:
        """The last step told is where a planted fault shows."""
        self.faults.append(Fault(rule, what, whose, len(self.steps)))

    @property
    def two(self) -> list[str]:
        """The two officers."""
        return [self.crew.first.username, self.crew.second.username]

    def hours(self, least: int, most: int) -> dict[str, str]:
        """Beginning and end of something that ended when it was told: it began some minutes before."""
        began = self.at - timedelta(minutes=self.rng.randrange(least, most, 5))
        return {"began_at": began.isoformat(timespec="minutes"), "ended_at": self.at.isoformat(timespec="minutes")}

    # --- entering

    def enter(self, late: float) -> None:
        """Say when each step was entered: minutes later, sometimes the next working day, never before the step before it."""
        before = NEVER
        for place, planned in enumerate(self.steps):
            seen = planned.at + timedelta(minutes=self.rng.randint(2, 25), seconds=self.rng.randint(0, 59))
            if self.rng.random() < late:
                next_day = datetime.combine(self.days.after(planned.at.date(), 1), time(8, self.rng.randint(31, 55), self.rng.randint(0, 59)))
                if place + 1 == len(self.steps) or self.steps[place + 1].at > next_day:
                    seen = next_day
            planned.seen = before = max(seen, before + timedelta(seconds=40)) if before is not NEVER else seen

    def cut(self, horizon: datetime) -> None:
        """Forget what would be entered after `horizon`."""
        self.steps = [planned for planned in self.steps if planned.seen < horizon]
        self.faults = [fault for fault in self.faults if fault.step <= len(self.steps)]

    def last(self) -> str:
        """The name of the last step taken; "" where none is."""
        return next((planned.name for planned in reversed(self.steps) if not planned.refused), "")
