"""Procedures: unsound ones are not built; random walks keep to the stages, the vocabulary and what the steps say they change."""

from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fadu.law.asking import ask, line
from fadu.law.correction import CORRECT
from fadu.law.engine import frame_of
from fadu.law.facts import VOCABULARY, Type, of_grain
from fadu.law.fold import State, Taken, changed
from fadu.law.procedure import Procedure, Stage, Step, absent, answers, pending
from fadu.law.registry import procedure_of, procedures
from fadu.law.vocabulary import case
from tests.law.walks import BEGIN, form, offered, taken, walks

GENERAL, SIMPLE = procedure_of("penalty.general"), procedure_of("penalty.simple")
WALKED = settings(deadline=None, max_examples=60)

A, B, C = Stage(name="a", label="甲"), Stage(name="b", label="乙"), Stage(name="c", label="丙")
OPEN = Step(name="open", label="登记")
GO = Step(name="go", label="前进", leaves=("a",), enters="b")
END = Step(name="end", label="结束", leaves=("b",), enters="c")


def built(*, stages: tuple[Stage, ...] = (A, B, C), steps: tuple[Step, ...] = (OPEN, GO, END), ends: frozenset[str] = frozenset({"c"})) -> Procedure:
    return Procedure(id="x", version="1", title="试", in_force=date(2020, 1, 1), stages=stages, steps=steps, ends=ends)


# --- soundness


def test_a_sound_procedure_is_built():
    course = built()
    assert (course.opening, course.start, course["go"], "go" in course, "stay" in course) == (OPEN, "a", GO, True, False)
    assert course.steps_from("a") == (GO,)
    assert course.stage("b") is B


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"steps": (OPEN, GO, END, END)}, "two steps share a name"),
        ({"steps": (GO, OPEN, END)}, "the first step must open a case"),
        ({"steps": (OPEN, replace(GO, enters="z"), END)}, "unknown stage z"),
        ({"steps": (OPEN, replace(GO, leaves=("a", "y")), END)}, "unknown stage y"),
        ({"ends": frozenset({"c", "w"})}, "unknown stage w"),
        ({"steps": (OPEN, GO)}, "c is never reached"),
        ({"stages": (A, B, C, Stage(name="d", label="丁"))}, "d is never reached"),
        (
            {"steps": (OPEN, GO, END, Step(name="lose", label="迷路", leaves=("b",), enters="d")), "stages": (A, B, C, Stage(name="d", label="丁"))},
            "d is a dead end",
        ),
    ],
)
def test_an_unsound_procedure_is_refused(wrong: dict[str, Any], message: str):
    with pytest.raises(ValueError, match=message):
        built(**wrong)


def test_all_faults_are_told_at_once():
    with pytest.raises(ValueError, match=r"two steps share a name; .*c is never reached"):
        built(steps=(OPEN, GO, GO))


def test_a_stage_from_which_the_case_goes_over_to_another_procedure_is_no_dead_end():
    over = Step(name="over", label="转", leaves=("b",), switches="penalty.general", enters="source")
    assert built(stages=(A, B), steps=(OPEN, GO, over), ends=frozenset()).id == "x"


def test_a_step_moves_the_case_only_when_its_facts_say_so():
    move = replace(GO, provided=lambda facts: bool(facts.get("decided_on")))
    course = built(steps=(OPEN, move, END))
    assert course.after("a", move, {}) == "a"
    assert course.after("a", move, {"decided_on": 1}) == "b"
    assert course.after("a", move) == "b"
    assert course.after("a", Step(name="stay", label="停", leaves=("a",))) == "a"


def test_when_a_step_has_no_occasion():
    assert absent(case.decided_on, "尚未决定")({}) == "尚未决定"
    assert absent(case.decided_on, "尚未决定")({"decided_on": 1}) == ""
    waiting = pending(case.preserved_on, "尚未处理", closed=case.preserve_disposed_on)
    assert [waiting(facts) for facts in ({}, {"preserved_on": 1}, {"preserved_on": 1, "preserve_disposed_on": 2})] == ["", "尚未处理", ""]
    assert pending(case.announced_on, "已公告")({"announced_on": 1}) == "已公告"


def test_a_step_names_what_it_sets():
    step = Step(name="s", label="步", asks=(ask(case.gain), line("note", "备注")), marks={case.decided_on: 1}, derives=(case.paid,))
    assert list(step.sets()) == ["gain", "decided_on", "paid"]


def test_answers_of_a_grain():
    fields = (ask(case.gain), ask(case.decided_on), line("note", "备注"))
    assert answers(fields, {"gain": 5, "note": "x"}, "case") == {"gain": 5}
    assert answers(fields, {"gain": 5}, "step") == {}


# --- the two procedures of the law


@pytest.mark.parametrize("course", procedures().values(), ids=lambda course: course.id)
def test_every_step_has_a_label_and_a_basis(course: Procedure):
    for step in course.steps:
        assert step.label, step.name
        assert step.basis, step.name
        assert step.says or step is course.opening, step.name


@pytest.mark.parametrize("course", procedures().values(), ids=lambda course: course.id)
def test_every_step_that_derives_has_an_effect_and_no_form_asks_twice(course: Procedure):
    for step in course.steps:
        assert (step.effect is not None) or not step.derives, step.name
        names = [asked.name for asked in step.asks]
        assert len(names) == len(set(names)), step.name
        asked = set()
        for field in step.asks:
            assert field.when is None or field.when[0] in asked, f"{step.name}.{field.name} depends on what is not asked before it"
            asked.add(field.name)


@pytest.mark.parametrize("course", procedures().values(), ids=lambda course: course.id)
def test_the_turn_is_always_a_step_of_the_stage(course: Procedure):
    for stage in course.stages:
        turn = course.turn(stage.name, {})
        assert not turn or stage.name in course[turn].leaves, stage.name


@WALKED
@given(walk=st.sampled_from([GENERAL, SIMPLE]).flatmap(walks))
def test_a_walk_keeps_to_stages_vocabulary_and_what_steps_say(walk: list[tuple[Taken, State, State]]):
    for happened, before, after in walk:
        step = before.course[happened.name]
        assert after.stage in {stage.name for stage in after.course.stages}
        assert {VOCABULARY[name].grain for name in after.facts} == {"case"}
        frame_of([after.facts], after.facts)  # every value has the type of its column
        said = {*step.sets(), *(fact.name for fact in step.clears), *happened.context["case"]}
        assert set(changed(step, before.facts, happened)) <= said, step.name
        assert None not in after.facts.values()
        assert after.seq == happened.seq


@WALKED
@given(walk=st.sampled_from([GENERAL, SIMPLE]).flatmap(walks))
def test_a_walk_never_strands_and_the_turn_can_be_taken(walk: list[tuple[Taken, State, State]]):
    _, _, state = walk[-1]
    if state.ended:
        return
    assert [step for step in state.course.steps_from(state.stage) if step.name != CORRECT], state.stage
    turn = state.course.turn(state.stage, state.facts)
    assert turn == "" or turn in {step.name for step in offered(state)}, (state.stage, turn)


def everything(grain: str) -> dict[str, Any]:
    """A case of that grain of which everything is known."""
    plain = {Type.DAY: 20_000, Type.MOMENT: 28_800_000, Type.MONEY: 100_00, Type.FLAG: True, Type.TEXT: "x"}
    return {fact.name: fact.choices[0][0] if fact.choices else plain.get(fact.type, 1) for fact in of_grain(grain)}


@cache
def lacking(grain: str) -> list[dict[str, Any]]:
    """Cases of which nothing, everything, or all but one fact is known, or one answer is no: one of them gives occasion for any step."""
    known = everything(grain)
    unpaid = [{**known, "paid": 0}] if "paid" in known else []
    denied = ({**known, name: False} for name, value in known.items() if value is True)
    return [{}, known, *unpaid, *({key: value for key, value in known.items() if key != name} for name in known), *denied]


STEPS = [(course, step) for course in procedures().values() for step in course.steps if step.name != CORRECT]


@pytest.mark.parametrize(("course", "step"), STEPS, ids=[f"{course.id}:{step.name}" for course, step in STEPS])
@settings(deadline=None, max_examples=5)
@given(data=st.data())
def test_every_step_can_be_taken_and_changes_only_what_it_says(course: Procedure, step: Step, data: st.DataObject):
    fit = [facts for facts in lacking(course.grain) if step.unfit is None or not step.unfit(facts)]
    assert fit, "no case gives occasion for it"
    before = data.draw(st.sampled_from(fit))
    happened = taken(2, step, BEGIN, data.draw(form(step.asks)))
    facts = changed(step, before, happened, course.grain)
    assert set(facts) <= {*step.sets(), *(fact.name for fact in step.clears)}
    frame_of([facts], facts)
    said = {fact.name for fact in step.derives}
    assert said <= VOCABULARY.keys()
    assert course[step.name] is step
