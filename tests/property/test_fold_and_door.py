"""Random sequences of steps never leave the procedure's graph nor break a gate; what is kept is what the steps give; junk is told, never a failure."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from fadu.accounts.permissions import NotAllowed
from fadu.cases.errors import Conflict, NotFound, Refused
from fadu.cases.models import Attempt, Case, Leaf, Outbox, Step
from fadu.cases.services import register, take
from fadu.cases.services.record import state_of
from fadu.law.calendar import number
from fadu.law.correction import CORRECT
from fadu.law.engine import frame_of
from fadu.law.facts import minutes
from fadu.law.fold import State, Taken, apply, fold
from fadu.law.forms import Invalid, validate
from fadu.law.procedure import Procedure
from fadu.law.procedure import answers as facts_of
from fadu.law.registry import procedure_of, rules_of
from fadu.law.rules import Gate, Grade
from tests.cases.telling import Telling, assert_rebuilt, at
from tests.cases.world import Bureau
from tests.law.story import FROM_PLATFORM, TWO_AND_APART, bench
from tests.property.oracle import broken
from tests.property.plausible import answers, usual, with_people

TOLD = (Invalid, Refused, Conflict, NotFound, NotAllowed)
SLOW = settings(deadline=None, suppress_health_check=list(HealthCheck))
START = date(2025, 9, 22)


@pytest.fixture(autouse=True)
def demonstration(settings: Any, tmp_path: Any) -> None:
    """Accounts of a demonstration; each test its own log."""
    settings.DEMO = True
    settings.DATA = tmp_path


@pytest.fixture
def bureau(db: None) -> Bureau:
    return Bureau()


AFTER_THE_END = {"publish", "withdraw", "record_remedy", "note_ecology_after", "note_police_after"}
"""What comes when it comes, after a case is archived too: it moves nothing."""

STUCK = ("discussed", "review")
"""Discussed before it was reviewed, a case that must be reviewed waits for a step that cannot be taken there: see the test of it."""

# --- the pure law --------------------------------------------------------------------------------------------------------


def wanted(draw: st.DrawFn, course: Procedure, state: State) -> str:
    """Mostly the step that the case waits for, often one of its stage, sometimes any."""
    turn = course.turn(state.stage, state.facts)
    of_stage = [step.name for step in course.steps_from(state.stage) if step.name != CORRECT]
    luck = draw(st.integers(0, 9))
    if luck < 7 and turn:
        return turn
    if luck < 9 and of_stage:
        return draw(st.sampled_from(of_stage))
    return draw(st.sampled_from([step.name for step in course.steps[1:] if step.name != CORRECT]))


def stands_against(name: str, facts: Mapping[str, Any], on: date) -> list[str]:
    """The gates that stand against a step, all evaluated whether they can apply or not."""
    guarding = [rule for rule in rules_of("case") if isinstance(rule, Gate) and name in rule.before and rule.in_force(on) and rule.grade is Grade.BLOCKS]
    if not guarding:
        return []
    columns = [column for rule in guarding for column in (rule.when.alias(f"{rule.id} applies"), rule.demand(bench().calendar).alias(f"{rule.id} holds"))]
    names = dict.fromkeys(name for column in columns for name in column.meta.root_names())
    row = iter(frame_of([facts], names).select(columns).row(0))
    return [rule.id for rule, applies, holds in zip(guarding, row, row, strict=True) if applies and not holds]


@st.composite
def courses(draw: st.DrawFn) -> tuple[State, list[Taken], list[str]]:
    """A case as far as it got: each step tried as the door tries it, the refused ones left out."""
    course = procedure_of(draw(st.sampled_from(["penalty.general", "penalty.general", "penalty.simple"])))
    platform = {**FROM_PLATFORM, "procedure": course.id.split(".")[-1], "field": draw(st.sampled_from(["market", "market", "ecology"]))}
    begun, state = State(course.id, course.version), State(course.id, course.version)
    taken: list[Taken] = []
    refusals: list[str] = []
    day = START
    for turn in range(draw(st.integers(6, 40))):
        course = state.course
        name = course.opening.name if turn == 0 else wanted(draw, course, state)
        step = course[name]
        day += timedelta(days=draw(st.sampled_from([0, 0, 0, 1, 1, 2, 5, 8, 12, 30]))) if turn else timedelta()
        if turn and state.stage not in step.leaves:
            refusals.append(f"{name} in {state.stage}")
            continue
        if step.unfit and step.unfit(state.facts):
            refusals.append(f"{name} unfit")
            continue
        try:
            clean = validate(step.asks, draw(answers(step, day, 0 if turn == 0 or draw(st.integers(0, 3)) else 2)))
        except Invalid:
            refusals.append(f"{name} invalid")
            continue
        moment = datetime(day.year, day.month, day.day, 10)
        people = {**TWO_AND_APART, **draw(st.fixed_dictionaries({}, optional={
            "certified_officers": st.integers(0, 3), "uncertified_officers": st.integers(0, 1), "by_handler": st.booleans(), "by_reviewer": st.booleans(),
        }))} if draw(st.integers(0, 4)) == 0 else TWO_AND_APART  # fmt: skip
        context = {"case": platform, "step": {**people, "on": number(day), "at": minutes(moment)}}
        happened = Taken(state.seq + 1, name, moment, clean, context)
        after = apply(state, happened)
        facts = {**after.facts, **facts_of(step.asks, clean, "step"), **context["step"]}
        findings = [finding.rule.id for finding in bench().check(name, facts, day) if finding.blocks]
        if findings:
            refusals += findings
            continue
        assert not stands_against(name, facts, day), f"{name} was let through"
        _on_the_graph(state, after, happened)
        assert broken(after.facts) == [], f"{name} on {day}"
        state, taken = after, [*taken, happened]
        platform = {"procedure": state.course.id.split(".")[-1]} if not taken[1:] else {}
        platform = {**FROM_PLATFORM, **platform, "procedure": state.course.id.split(".")[-1], "field": state.facts.get("field", "market")}
    assert fold(begun.course, taken) == state
    return state, taken, refusals


def _on_the_graph(before: State, after: State, happened: Taken) -> None:
    """The case moved along an edge of its procedure, or stayed; its days do not run backwards."""
    step = before.course[happened.name]
    stages = {stage.name for stage in after.course.stages}
    assert after.stage in stages
    assert before.stage in step.leaves or step is before.course.opening
    if step.switches:
        assert after.procedure == step.switches
        assert after.stage == step.enters
    elif step is before.course.opening:
        assert after.stage == before.course.start
    else:
        assert after.stage in {before.stage, step.enters}
    assert not before.ended or (happened.name in AFTER_THE_END and after.stage == before.stage)
    assert after.seq == before.seq + 1
    assert after.passed[: len(before.passed)] == before.passed
    assert len(after.passed) - len(before.passed) in {0, 1}
    if after.passed != before.passed:
        assert after.passed[-1] == (after.stage, number(happened.taken_at.date()))
    turn = after.course.turn(after.stage, after.facts)
    if turn and (after.stage, turn) != STUCK:
        assert turn in after.course, f"waits for {turn}, which is no step"
        assert after.stage in after.course[turn].leaves, f"waits for {turn} in {after.stage}"
    assert all(value is not None for value in after.facts.values())


@settings(SLOW, max_examples=100)
@given(courses())
def test_no_sequence_leaves_the_graph_or_breaks_a_gate(course: tuple[State, list[Taken], list[str]]) -> None:
    state, taken, refusals = course
    event(f"ends in {state.stage}")
    event(f"{len(taken) // 5 * 5}+ steps")
    event(f"{len(refusals) // 5 * 5}+ refusals")


@settings(SLOW, max_examples=40)
@given(courses(), st.data())
def test_the_fold_of_a_part_is_the_state_then_and_a_correction_with_the_same_answers_changes_nothing(
    course: tuple[State, list[Taken], list[str]], data: st.DataObject
) -> None:
    state, taken, _ = course
    if not taken:
        return
    first = procedure_of("penalty.general" if taken[0].name == "register" else "penalty.simple")
    place = data.draw(st.integers(0, len(taken) - 1))
    part = fold(first, taken[: place + 1])
    assert part.seq == place + 1
    assert fold(first, taken[: place + 1]) == part
    same = Taken(len(taken) + 1, CORRECT, taken[-1].taken_at, {"seq": taken[place].seq, "reason": "x", "data": taken[place].data})
    again = fold(first, [*taken, same])
    assert (again.stage, dict(again.facts), again.passed, again.seq) == (state.stage, dict(state.facts), state.passed, state.seq + 1)


def test_a_case_discussed_before_its_review_can_still_be_reviewed() -> None:
    from tests.law.story import Story

    story = Story().until("report_hearing").take("discuss", "2025-11-07T10:00")
    turn = story.state.course.turn(story.state.stage, story.state.facts)
    assert turn == "review"
    assert story.state.stage in story.state.course[turn].leaves


# --- the door ------------------------------------------------------------------------------------------------------------

WHO = {"执法人员": ["liwei", "wangfang", "zhoujie"], "法制审核人员": ["chenjing"], "机关负责人": ["zhaoqiang", "sunli"]}


@settings(SLOW, max_examples=15)
@given(data=st.data())
def test_through_the_door_what_is_kept_is_what_the_steps_give(bureau: Bureau, data: st.DataObject) -> None:
    people = {1: bureau.named["liwei"].pk, 2: bureau.named["wangfang"].pk, 9: bureau.named["sunli"].pk, 3: bureau.named["zhoujie"].pk}
    actors = {name: bureau.who(name) for names in WHO.values() for name in names}
    opening = procedure_of("penalty.general").opening
    day = START
    done = register(actors["liwei"], "penalty.general", with_people(opening.asks, usual(opening), people), taken_at=at(f"{day}T09:00"))
    attempts = accepted = 0
    for _ in range(data.draw(st.integers(10, 28))):
        case = Case.objects.get(pk=done.case_id)
        state = state_of(case)
        name = data.draw(st.composite(lambda draw, state=state: wanted(draw, state.course, state))())
        step = state.course[name]
        day += timedelta(days=data.draw(st.sampled_from([0, 1, 2, 8])))
        who = data.draw(st.sampled_from(WHO[step.by.value])) if data.draw(st.integers(0, 9)) else data.draw(st.sampled_from(sorted(actors)))
        sent = with_people(step.asks, data.draw(answers(step, day, data.draw(st.sampled_from([0, 0, 0, 1])))), people)
        before = (case.seq, case.stage, case.last_hash)
        try:
            taken = take(actors[who], case.id, name, sent, taken_at=at(f"{day}T10:00"), after_seq=case.seq)
        except Refused as refusal:
            attempts += 1
            assert all(objection.bases and objection.says for objection in refusal.objections)  # noqa: PT017 - one of several endings
        except TOLD:
            pass
        else:
            accepted += 1
            assert taken.seq == before[0] + 1
        case.refresh_from_db()
        if case.seq == before[0]:
            assert (case.stage, case.last_hash) == before[1:]
        assert broken(state_of(case).facts) == []
        assert_rebuilt(case)
    event(f"{accepted // 4 * 4}+ taken")
    assert Attempt.objects.filter(case_id=case.id).count() == attempts
    assert Leaf.objects.filter(case_id=case.id).count() == case.seq + attempts
    assert Step.objects.filter(case_id=case.id).count() == case.seq == Outbox.objects.filter(case_id=case.id, topic="step").count()


# --- junk ----------------------------------------------------------------------------------------------------------------

NUMBERS = st.integers(-(10**6), 10**6) | st.integers(10**13, 10**30) | st.integers(-(10**30), -(10**13))
SCALARS = st.none() | st.booleans() | NUMBERS | st.floats() | st.text(alphabet=st.characters(), max_size=40) | st.text(max_size=12)
TRICKY = st.sampled_from(
    [
        "",
        " ",
        "\x00",
        "\ud800",
        "<script>",
        "1e400",
        "NaN",
        "-0",
        "²",
        "١٢",
        "2026-02-30",
        "9999-12-31",
        "{{ 7*7 }}",
        "' OR 1=1 --",
        "../../etc/passwd",
        "\u202e",
        "0x10",
        "12,34",
        "1_000",
    ]
)
JUNK = st.recursive(SCALARS | TRICKY, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4), max_leaves=12)
STAGES = (
    "register",
    "file",
    "collect",
    "conclude",
    "approve_proposal",
    "notify",
    "notify_hearing",
    "report_hearing",
    "discuss",
    "decide",
    "serve",
    "pay",
    "close",
)


def test_the_stages_of_the_junk_are_those_of_the_story(bureau: Bureau) -> None:
    assert set(STAGES) <= set(Telling(bureau).steps)


def _junk_case(bureau: Bureau, cases: dict[str, Telling], last: str) -> Telling:
    if last not in cases:
        cases[last] = Telling(bureau).until(last)
    return cases[last]


def test_junk_is_told_and_never_a_failure(bureau: Bureau) -> None:
    """Every step of every stage, its answers partly or wholly junk: Invalid, Refused, Conflict, NotFound or NotAllowed; else it is on record and sound."""
    cases: dict[str, Telling] = {}
    actors = {role: [bureau.who(name) for name in names] for role, names in WHO.items()}

    @settings(SLOW, max_examples=400)
    @given(data=st.data())
    def run(data: st.DataObject) -> None:
        last = data.draw(st.sampled_from(STAGES))
        told = _junk_case(bureau, cases, last)
        case = told.case
        course = procedure_of(case.procedure, case.version)
        of_stage = [step for step in course.steps_from(case.stage) if step.name != CORRECT]
        step = data.draw(st.sampled_from(of_stage or course.steps[1:]))
        base: dict[str, Any] = told.sent(step.name) if step.name in told.steps and data.draw(st.booleans()) else dict(usual(step))
        for field in data.draw(st.lists(st.sampled_from(step.asks), min_size=1, max_size=3)) if step.asks else []:
            base[field.name] = data.draw(JUNK)
        if data.draw(st.integers(0, 4)) == 0:
            base[data.draw(st.text(max_size=10))] = data.draw(JUNK)
        more: dict[str, Any] = {}
        if data.draw(st.integers(0, 3)) == 0:
            more["key"] = data.draw(st.text(max_size=90))
        if data.draw(st.integers(0, 5)) == 0:
            more["after_seq"] = data.draw(st.integers(-(2**40), 2**40))
        moment = (
            timezone.make_aware(data.draw(st.datetimes(datetime(2026, 5, 1), datetime(2027, 1, 1)))) if data.draw(st.booleans()) else at("2026-08-20T10:00")
        )
        try:
            take(data.draw(st.sampled_from(actors[step.by.value])), case.id, step.name, base, taken_at=moment, **more)
        except TOLD as ended:
            event(type(ended).__name__)
        else:
            event("taken")
            assert_rebuilt(told.case)
            del cases[last]

    run()


def test_junk_of_any_shape_opens_nothing(bureau: Bureau) -> None:
    who = bureau.who("liwei")

    @settings(SLOW, max_examples=150)
    @given(
        procedure=st.sampled_from(["penalty.general", "penalty.simple"]),
        junk=st.dictionaries(st.text(max_size=12), JUNK, max_size=6),
        key=st.text(max_size=100),
        when=st.datetimes(timezones=st.timezones()) | st.none(),
        some=st.booleans(),
    )
    def run(procedure: str, junk: dict[str, Any], key: str, when: datetime | None, some: bool) -> None:
        data = {**usual(procedure_of(procedure).opening), **junk} if some else junk
        before = Case.objects.count()
        try:
            register(who, procedure, data, taken_at=when, key=key)
        except TOLD as ended:
            event(type(ended).__name__)
            assert Case.objects.count() == before

    run()


def test_junk_names_and_cases_are_not_found(bureau: Bureau) -> None:
    told = Telling(bureau).until("file")
    who = bureau.who("liwei")

    @settings(SLOW, max_examples=60)
    @given(name=st.text(max_size=60) | TRICKY, junk=st.dictionaries(st.text(max_size=12), JUNK, max_size=4))
    def run(name: str, junk: dict[str, Any]) -> None:
        for case_id in (told.id, uuid4()):
            with pytest.raises((NotFound, Invalid, Refused, NotAllowed)):
                take(who, case_id, name, junk, taken_at=at("2026-06-05T09:00"))

    run()
    assert told.case.seq == 2


def test_junk_corrections_are_told(bureau: Bureau) -> None:
    told = Telling(bureau).until("serve")
    who = bureau.who("liwei")

    @settings(SLOW, max_examples=120)
    @given(data=st.data())
    def run(data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(["register", "inspect", "question", "collect", "conclude", "notify", "serve"]))
        row = Step.objects.filter(case_id=told.id, name=name).latest("seq")
        right: Any = told.sent(name)
        for field in data.draw(st.lists(st.sampled_from(sorted(right)), max_size=2)):
            right[field] = data.draw(JUNK)
        whole = {
            "seq": row.seq if data.draw(st.integers(0, 4)) else data.draw(JUNK),
            "reason": "更正",
            "data": right if data.draw(st.integers(0, 6)) else data.draw(JUNK),
        }
        try:
            take(who, told.id, CORRECT, whole, taken_at=at("2026-08-12T09:00"))
        except TOLD as ended:
            event(type(ended).__name__)

    run()
    assert_rebuilt(told.case)
