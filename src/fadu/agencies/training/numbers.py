"""What the locality's policies demand of training, and who was handed powers by whom: both are asked of the room above.

The packs of numbers and the register of delegations are kept in the catalogue, which stands above agencies; it answers at
start-up (`answer_with`). What nobody answers is not demanded.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from fadu.law.parameters import OutsideValidity, Parameters, Value


@dataclass(frozen=True, slots=True)
class Handed:
    """A department and a body (乡镇、街道、受委托组织) that acts on what was the department's (谁下放执法权限，谁负责培训)."""

    department_id: int
    body_id: int


def _none() -> Parameters:
    return Parameters("本地", ())


def _nobody(_first: date, _last: date) -> Sequence[Handed]:
    return ()


_parameters: Callable[[], Parameters] = _none
_handed: Callable[[date, date], Sequence[Handed]] = _nobody


def answer_with(parameters: Callable[[], Parameters], handed: Callable[[date, date], Sequence[Handed]]) -> None:
    """Let these say which numbers the locality has and which powers were handed down between two days."""
    global _parameters, _handed
    _parameters, _handed = parameters, handed


def demanded(id_: str, on: date) -> Value | None:
    """The locality's number in force on a day, with its clause; None where no policy in force sets one."""
    try:
        return _parameters().value(id_, on)
    except OutsideValidity:
        return None


def why_not(id_: str, on: date) -> str:
    """Why there is no number that day: which one it is and when one was in force."""
    try:
        _parameters().value(id_, on)
    except OutsideValidity as outside:
        return str(outside)
    return ""


def day_in(id_: str, year: int, on: date) -> tuple[date, str] | None:
    """The day of `year` that a day-of-the-year number names, with its clause; None where none is in force on `on`."""
    value = demanded(id_, on)
    return (date(year, int(value.value) // 100, int(value.value) % 100), value.clause) if value else None


def handed(first: date, last: date) -> list[Handed]:
    """Every department and body between which powers were handed down on some day of the span."""
    return list(_handed(first, last))


def as_of(year: int, today: date) -> date:
    """The day by which a year's demands are read: today in the year itself, its last day afterwards, its first before."""
    return min(max(today, date(year, 1, 1)), date(year, 12, 31))
