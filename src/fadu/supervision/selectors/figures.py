"""What the figures show of an organ within reach and all below it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require
from fadu.agencies.figure import Figure, Reading
from fadu.agencies.models import Organ
from fadu.agencies.selectors import organ, organs
from fadu.supervision.figures import Subject


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure as it reads on a day, in words."""

    figure: Figure
    reading: Reading

    @property
    def value(self) -> str:
        """The number as it is printed: a share in percent, else with at most one decimal; — while it can't be told."""
        value = self.reading.value
        if value is None:
            return "—"
        number = float(value * 100) if self.figure.unit == "%" else float(value)
        return f"{number:.1f}".removesuffix(".0")

    @property
    def state(self) -> tuple[str, str]:
        """State of the tag and its word."""
        return {True: ("ok", "达到"), False: ("bad", "未达到"), None: ("", "尚不能判")}[self.reading.met]


def figured(actor: Actor, subject: Subject, within: Organ, day: date) -> list[Shown]:
    """The figures of a subject, those that are missed first."""
    require(actor, "figure.see")
    shown = [read(actor, figure, within, day) for figure in subject.figures]
    return sorted(shown, key=lambda one: (one.reading.met is not False, one.reading.met is None))


def read(actor: Actor, figure: Figure, within: Organ, day: date) -> Shown:
    """One figure of an organ already selected in scope."""
    require(actor, "figure.see")
    return Shown(figure, figure.read(within, day))


def overseen(actor: Actor) -> Sequence[Organ]:
    """The organs that figures may be asked of, from the top down."""
    return list(organs(actor, action="figure.see"))


def asked(actor: Actor, key: str) -> Organ:
    """The organ asked for, else the highest within reach; raises Organ.DoesNotExist."""
    if key.isascii() and key.isdigit() and len(key) < 18:
        return organ(actor, int(key), action="figure.see")
    found = overseen(actor)
    if not found:
        raise Organ.DoesNotExist
    return found[0]
