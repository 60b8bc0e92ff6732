"""Facts: how a value is written, what a fact answers in a frame, what an unknown one answers."""

from datetime import datetime
from enum import IntFlag

import polars as pl
import pytest

from fadu.law.asking import ask
from fadu.law.facts import KINDS, VOCABULARY, Type, expression, minutes, of_grain
from fadu.law.forms import Kind, validate
from fadu.law.vocabulary import case, organ, step
from fadu.law.vocabulary.kinds import Penalty


def one(expr: pl.Expr, **row: object) -> object:
    frame = pl.DataFrame({name: [value] for name, value in row.items()}, schema={name: VOCABULARY[name].dtype for name in row})
    return frame.select(expr).item()


@pytest.mark.parametrize(
    ("expr", "row", "expected"),
    [
        (case.decision_fine <= 20_000, {"decision_fine": 20_000}, True),
        (case.decision_fine < 20_000, {"decision_fine": 20_000}, False),
        (case.decision_fine > 20_000, {"decision_fine": 20_001}, True),
        (case.decision_fine >= 20_000, {"decision_fine": 19_999}, False),
        (case.decision_fine == 20_000, {"decision_fine": None}, None),
        (case.outcome == "penalty", {"outcome": "penalty"}, True),
        (case.outcome != "penalty", {"outcome": "none_statutory"}, True),
        (case.outcome.one_of("penalty", "none_statutory"), {"outcome": "none_unproven"}, False),
        (case.outcome.one_of("penalty"), {"outcome": None}, None),
        (case.educated.holds, {"educated": None}, False),
        (case.educated.holds, {"educated": True}, True),
        (~case.educated, {"educated": False}, True),
        (~case.educated, {"educated": None}, None),
        (case.decided_on.known, {"decided_on": None}, False),
        (case.decided_on.known, {"decided_on": 0}, True),
        (case.gain.or_zero(), {"gain": None}, 0),
        (case.gain - case.refunded.or_zero(), {"gain": 500, "refunded": None}, 500),
        (case.gain + case.refunded, {"gain": 500, "refunded": 5}, 505),
        (case.decision_fine * 3, {"decision_fine": 10**13}, 3 * 10**13),
        (case.educated & case.minor, {"educated": True, "minor": None}, None),
        (case.educated & case.minor, {"educated": False, "minor": None}, False),
        (case.educated | case.minor, {"educated": True, "minor": None}, True),
        (case.educated | case.minor, {"educated": False, "minor": None}, None),
        (case.decision_kinds.has(Penalty.FINE), {"decision_kinds": int(Penalty.FINE | Penalty.GAIN)}, True),
        (case.decision_kinds.has(Penalty.GOODS | Penalty.GAIN), {"decision_kinds": int(Penalty.GAIN)}, True),
        (case.decision_kinds.has(Penalty.FINE), {"decision_kinds": 0}, False),
        (case.decision_kinds.has(Penalty.FINE), {"decision_kinds": None}, None),
        (case.decision_kinds.has_all(Penalty.FINE | Penalty.GAIN), {"decision_kinds": int(Penalty.FINE)}, False),
        (case.decision_kinds.has_all(Penalty.FINE | Penalty.GAIN), {"decision_kinds": int(Penalty.FINE | Penalty.GAIN | Penalty.WARNING)}, True),
        (case.decision_kinds.within(Penalty.FINE | Penalty.GAIN), {"decision_kinds": int(Penalty.FINE)}, True),
        (case.decision_kinds.within(Penalty.FINE), {"decision_kinds": int(Penalty.FINE | Penalty.WARNING)}, False),
        (case.decision_kinds.within(Penalty.FINE), {"decision_kinds": 0}, True),
    ],
)
def test_a_fact_answers_with_an_expression(expr: pl.Expr, row: dict[str, object], expected: object):
    assert one(expr, **row) == expected


def test_a_plain_value_is_an_expression_too():
    assert pl.select(expression(5)).item() == 5
    assert pl.select(expression(pl.lit("x"))).item() == "x"
    assert one(expression(case.gain), gain=7) == 7


@pytest.mark.parametrize(
    ("fact", "clean", "kept"),
    [
        (case.decided_on, "1970-01-02", 1),
        (case.decided_on, "2026-11-20", 20_777),  # 56 years and 14 leap days: 20,454 to 1 Jan 2026, and 323
        (case.preserved_at, "1970-01-01T01:30", 90),
        (case.decision_kinds, ["FINE", "GAIN"], 12),
        (case.decision_kinds, [], 0),
        (case.decision_fine, 1_200_050, 1_200_050),
        (case.educated, False, False),
        (case.outcome, "penalty", "penalty"),
        (case.handlers, [3, 5], 2),
        (case.decided_on, None, None),
    ],
)
def test_an_answer_becomes_a_value_of_the_frame(fact: object, clean: object, kept: object):
    assert fact.value_of(clean) == kept  # type: ignore[attr-defined]


def test_minutes_are_beijing_civil_time():
    assert minutes(datetime(1970, 1, 2, 0, 1)) == 24 * 60 + 1


def test_grains_do_not_mix():
    assert {fact.grain for fact in of_grain("case")} == {"case"}
    assert "decided_on" in [fact.name for fact in of_grain("case")]
    assert (step.on.grain, organ.lists_published.grain) == ("step", "organ")
    assert hash(case.decided_on) == hash("decided_on")


def test_every_type_is_asked_in_its_kind():
    assert set(KINDS) == set(Type)
    assert ask(case.decided_on).kind is Kind.DATE
    assert ask(case.outcome).kind is Kind.CHOICE
    assert ask(case.outcome, "结果").label == "结果"
    assert ask(case.decision_kinds).choices[2] == ("FINE", "罚款")


def test_every_fact_can_be_asked_and_its_answer_kept():
    """The round trip of every fact: some answer, validated, has the type of its column."""
    answers = {Kind.DATE: "2026-11-20", Kind.DATETIME: "2026-11-20T10:30", Kind.INT: 3, Kind.MONEY: "1.50", Kind.BOOL: "1", Kind.TEXT: "字"}
    for fact in VOCABULARY.values():
        field = ask(fact)
        answer = answers.get(field.kind) or (field.choices[0][0] if field.kind is Kind.CHOICE else [field.choices[0][0]])
        clean = validate((field,), {fact.name: answer})
        assert one(fact.column, **{fact.name: fact.value_of(clean[fact.name])}) is not None, fact.name


def test_sets_hold_powers_of_two_that_fit_a_column():
    for fact in VOCABULARY.values():
        if fact.members is not None:
            assert issubclass(fact.members, IntFlag)
            assert all(member.value & (member.value - 1) == 0 and 0 < member.value < 2**31 for member in fact.members), fact.name
