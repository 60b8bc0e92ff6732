"""What is published and what is not, told a second time: by procedure and step, with days and articles."""

import pytest

from fadu.disclosure.derive import ACTS, act_of
from fadu.disclosure.derive.unpublished import COURSES, STEPS, course_kept, steps_kept
from fadu.law.forms import Kind
from fadu.law.papers import PAPERS
from fadu.law.procedure import Role
from fadu.law.registry import newest
from fadu.law.statutes import Citation

# step that decides -> act, working days where no locality sets other ones, step of publication. Told from 国办发〔2018〕118号 and the seed policies.
WORDED = """
decide                     penalty          7   publish
decide_spot                penalty          7   publish
decide_none                no_penalty       20  publish
decide_daily               daily            7   -
penalise_daily             daily            7   -
surcharge                  surcharge        20  -
add_enforcement_surcharge  surcharge        20  -
grant_licence              licence          7   publish_licence
decline_licence            licence          7   publish_licence
refuse_licence             licence_refusal  20  -
revoke_licence             licence_ending   7   -
keep_licence               licence_ending   7   -
withdraw_licence           licence_ending   7   -
cancel_licence             licence_ending   7   -
decide_permit              permit           7   -
revoke_permit              licence_ending   7   -
decide_eia                 eia              7   -
tell_inspection            inspection       20  publish_inspection
seize                      measure          20  -
freeze                     measure          20  -
take_measure               measure          20  -
hold_licence               measure          20  -
hold_vehicle               measure          20  -
dispose_measure            measure_end      20  -
extend_measure             measure_end      20  -
cut_supply                 supply           20  -
order_enforcement          enforcement      20  -
order_proxy                enforcement      20  -
clear_at_once              enforcement      20  -
order_building             building         20  publish_building_results
decide_requisition         requisition      20  -
decide_confirmation        confirmation     20  publish_confirmation
decide_payment             payment          20  publish_payment
decide_adjudication        adjudication     20  publish_adjudication
decide_reward              reward           20  publish_reward
"""
LINES = [line.split() for line in WORDED.strip().splitlines()]


@pytest.mark.parametrize(("step", "act", "days", "publishes"), LINES, ids=[line[0] for line in LINES])
def test_each_decision_is_published_as_told(step: str, act: str, days: str, publishes: str) -> None:
    found = act_of(step)
    assert found is not None
    assert (found.id, found.usual, found.publish or "-") == (act, int(days), publishes)
    assert found.within == {7: "disclosure.decision.days", 20: "disclosure.other.days"}[int(days)]


def test_nothing_is_published_that_is_not_told() -> None:
    assert {step for act in ACTS.values() for step in act.decided} == {line[0] for line in LINES}


def _deciding(course_id: str) -> set[str]:
    """Steps that look like decisions, by signs of the procedure itself: the head takes them, or they make a numbered paper called a decision."""
    course = next(course for course in newest() if course.id == course_id)
    return {
        step.name for step in course.steps if step.by is Role.HEAD or any(PAPERS[paper].number_word and "决定" in PAPERS[paper].title for paper in step.papers)
    }


@pytest.mark.parametrize("course", [course.id for course in newest()])
def test_every_decision_is_published_or_kept_for_a_reason(course: str) -> None:
    """No procedure and no deciding step is forgotten, whatever is added to the law."""
    deciding = _deciding(course)
    if kept := course_kept(course):
        assert kept.why
        assert isinstance(kept.basis, Citation)
        assert not {step for step in deciding if act_of(step)}, "a procedure that is kept has no act"
        return
    forgotten = {step for step in deciding if act_of(step) is None} - set(steps_kept())
    assert not forgotten


def test_what_is_kept_is_there_and_kept_once() -> None:
    courses = [name for kept in COURSES for name in kept.steps]
    assert len(courses) == len(set(courses))
    assert set(courses) <= {course.id for course in newest()}
    steps = [name for kept in STEPS for name in kept.steps]
    assert len(steps) == len(set(steps))
    assert set(steps) <= {step.name for course in newest() for step in course.steps}
    assert not set(steps) & {step for act in ACTS.values() for step in act.decided}


@pytest.mark.parametrize("act", ACTS.values(), ids=lambda act: act.id)
def test_the_lines_come_from_what_is_asked(act: object) -> None:
    """Every source of a line is a question of the deciding step, of an earlier step, or of the frame; private questions are none of them."""
    asked = {step.name: {field.name: field for field in step.asks} for course in newest() for step in course.steps}
    for told in act.lines:  # type: ignore[attr-defined]
        for source in told.sources:
            where, _, name = source.partition(".")
            if where == "step":
                fields = [asked[step][name] for step in act.decided if name in asked[step]]  # type: ignore[attr-defined]
            elif where == "steps":
                step, name = name.split(".")
                fields = [asked[step][name]] if name in asked[step] else []
            else:
                assert source in {"law.basis", "law.violated", "taken.label"}, source
                continue
            assert fields or told.name == "facts", f"nothing asks {source}"
            assert all(field.kind not in {Kind.IDCARD, Kind.PHONE, Kind.OFFICERS, Kind.TABLE} for field in fields), source
            if not told.free:
                assert all(field.kind not in {Kind.TEXT, Kind.LONGTEXT} for field in fields), f"{source} is written in free words"


def test_steps_of_publication_are_answered_whole() -> None:
    """What the platform answers for the officer is all that the step asks for sure, and nothing it does not ask."""
    for act in ACTS.values():
        for course in newest():
            if act.publish and act.publish in course:
                fields = {field.name: field for field in course[act.publish].asks}
                assert set(act.answers) <= set(fields)
                assert {name for name, field in fields.items() if field.required and field.when is None} <= set(act.answers)
