"""Random walks through a procedure: any step that the stage offers and the case gives occasion for, with any answers its form takes."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from fadu.law.calendar import number
from fadu.law.codes import credit_code, id_number
from fadu.law.correction import CORRECT
from fadu.law.facts import minutes
from fadu.law.fold import State, Taken, apply
from fadu.law.forms import Field, Kind, validate
from fadu.law.procedure import Procedure, Step

BEGIN = datetime(2025, 9, 1, 9, 0)
WORDS = st.text("示范县清河食品店张王李赵一二三", min_size=1, max_size=8)
DATES = st.dates(datetime(2024, 1, 1).date(), datetime(2027, 12, 31).date()).map(str)

PLAIN: dict[Kind, st.SearchStrategy[Any]] = {
    Kind.TEXT: WORDS,
    Kind.LONGTEXT: WORDS,
    Kind.DATE: DATES,
    Kind.DATETIME: DATES.map(lambda day: f"{day}T10:30"),
    Kind.MONEY: st.integers(100, 10**9),
    Kind.BOOL: st.booleans(),
    Kind.OFFICERS: st.lists(st.integers(1, 9), min_size=2, max_size=4, unique=True),
    Kind.CODE: st.just(credit_code("91440300192203821")),
    Kind.IDCARD: st.just(id_number("11010519491231002")),
    Kind.PHONE: st.just("13800138000"),
}


def answer(field: Field) -> st.SearchStrategy[Any]:
    """Any value that the field takes."""
    values = [value for value, _ in field.choices]
    if field.kind is Kind.CHOICE:
        return st.sampled_from(values)
    if field.kind is Kind.CHOICES:
        return st.lists(st.sampled_from(values), min_size=1, unique=True)
    if field.kind is Kind.INT:
        return st.integers(max(field.least, 0), max(field.least, 0) + 60)
    if field.kind is Kind.TABLE:
        return st.lists(form(field.columns), min_size=max(field.least, 1), max_size=max(field.least, 1) + 1)
    return PLAIN[field.kind]


@st.composite
def form(draw: st.DrawFn, fields: tuple[Field, ...]) -> dict[str, Any]:
    """Any answers that the form takes: what is not required is given or left out."""
    given: dict[str, Any] = {}
    for field in fields:
        if field.asked(given) and (field.required or draw(st.booleans())):
            given[field.name] = draw(answer(field))
    return validate(fields, given)


def taken(seq: int, step: Step, at: datetime, data: Mapping[str, Any], **known: Any) -> Taken:
    """A step as the door would hand it to the fold."""
    return Taken(seq, step.name, at, data, {"case": known, "step": {"on": number(at.date()), "at": minutes(at)}})


@st.composite
def walks(draw: st.DrawFn, procedure: Procedure, longest: int = 25) -> list[tuple[Taken, State, State]]:
    """The steps of a walk, each with the state before and after it."""
    at, state = BEGIN, State(procedure.id, procedure.version)
    walk: list[tuple[Taken, State, State]] = []
    for seq in range(1, draw(st.integers(1, longest)) + 1):
        step = state.course.opening if seq == 1 else draw(next_step(state))
        if step is None or (state.ended and draw(st.integers(0, 2))):
            break
        known = {"procedure": procedure.id.split(".")[-1], "field": "market"} if seq == 1 else {}
        happened = taken(seq, step, at, draw(form(step.asks)), **known)
        after = apply(state, happened)
        walk.append((happened, state, after))
        state, at = after, at + timedelta(days=draw(st.integers(0, 9)), minutes=draw(st.integers(0, 300)))
    return walk


def next_step(state: State) -> st.SearchStrategy[Step | None]:
    """Mostly the step that the case waits for, else any: so that walks reach the end and stray everywhere."""
    fit = offered(state)
    been = {stage for stage, _ in state.passed}
    turn = [step for step in fit if step.name == state.course.turn(state.stage, state.facts)]
    inner = [step for step in fit if step.enters not in state.course.ends and step.enters not in ("ended", "with_justice")]
    fresh = [step for step in inner if step.enters and step.enters not in been]
    return st.sampled_from([*turn * 10, *fresh * 6, *inner, *fit] if fit else [None])


def offered(state: State) -> list[Step]:
    """The steps that the stage offers and the case gives occasion for, corrections apart."""
    fit = (step for step in state.course.steps_from(state.stage) if step.name != CORRECT)
    return [step for step in fit if step.unfit is None or not step.unfit(state.facts)]
