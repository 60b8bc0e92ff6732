"""The state of a case is the fold of its steps: rebuilt from them it is the state that was kept, corrected or not."""

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fadu.law.calendar import number
from fadu.law.correction import CORRECT
from fadu.law.fold import State, Taken, apply, changed, fold
from fadu.law.procedure import Step, When
from fadu.law.registry import procedure_of
from fadu.law.vocabulary import case
from tests.law.walks import walks

GENERAL, SIMPLE = procedure_of("penalty.general"), procedure_of("penalty.simple")
AT = datetime(2026, 11, 20, 10, 30)
ON = number(AT.date())


def step_changes(step: Step, before: dict[str, Any], data: dict[str, Any], **context: Any) -> dict[str, Any]:
    return changed(step, before, Taken(1, step.name, AT, data, context))


# --- one step


def test_the_taking_sets_day_moment_and_plain_values():
    step = Step(name="s", label="步", marks={case.decided_on: When.DAY, case.preserved_at: When.MOMENT, case.outcome: "penalty"})
    assert step_changes(step, {}, {}) == {"decided_on": ON, "preserved_at": ON * 1440 + 630, "outcome": "penalty"}


def test_later_sources_prevail():
    """Cleared, then answered, then marked, then known to the platform, then derived."""
    from fadu.law.asking import ask

    step = Step(
        name="s", label="步", asks=(ask(case.gain), ask(case.paid)), clears=(case.gain, case.refunded), marks={case.paid: 3},
        effect=lambda before, data, context: {"surcharge": context["on"], "spot_fine": before["gain"] + data["gain"]},
    )  # fmt: skip
    facts = step_changes(step, {"gain": 7}, {"gain": 5, "paid": 9}, case={"decision_fine": 4, "surcharge": 1})
    assert facts == {"gain": 5, "refunded": None, "paid": 3, "decision_fine": 4, "surcharge": ON, "spot_fine": 12}


def test_what_is_cleared_is_no_longer_known():
    state = State("penalty.general", "2021", "notified", {"notified_on": 1, "told": 31, "concluded_on": 1, "filed_on": 1})
    after = apply(state, Taken(9, "send_back", AT, {"reason": "补充"}))
    assert (after.stage, after.facts) == ("investigating", {"filed_on": 1})


def test_passed_stages_are_kept_with_their_day():
    state = State("penalty.general", "2021", "notified", passed=(("source", 1),))
    assert apply(state, Taken(9, "send_back", AT, {"reason": "补充"})).passed == (("source", 1), ("investigating", ON))
    stayed = apply(state, Taken(9, "waive", AT, {"who": "甲", "statement": "放弃", "record_signed": "signed"}))
    assert stayed.passed == (("source", 1),)


def test_the_state_knows_its_course_and_its_end():
    assert State("penalty.general", "2021").course is GENERAL
    assert State("penalty.general", "2021", "archived").ended
    assert not State("penalty.general", "2021", "closed").ended


# --- the record


def story() -> list[Taken]:
    data = [
        (
            "register_spot",
            {"party_kind": "unit", "present": [1, 2], "card_shown": True, "facts_clear": True, "violation_began_on": "2026-11-01", "in_jurisdiction": True},
        ),
        ("tell_spot", {"told": ["CONTENT", "FACTS", "REASONS", "BASIS", "DEFENCE"]}),
        ("decide_spot", {"decision_kinds": ["FINE"], "spot_fine": 10_000, "spot_handed_over": True}),
    ]
    return [Taken(seq, name, AT, answers, {"case": {"procedure": "simple"}} if seq == 1 else {}) for seq, (name, answers) in enumerate(data, 1)]


def correction(seq: int, of: int, data: dict[str, Any]) -> Taken:
    return Taken(seq, CORRECT, AT, {"seq": of, "reason": "笔误", "data": data})


def test_the_record_is_folded():
    state = fold(SIMPLE, story())
    assert (state.stage, state.seq, state.facts["decision_fine"], state.facts["procedure"]) == ("decided", 3, 10_000, "simple")


def test_a_correction_replaces_the_answers_and_all_that_followed_from_them():
    right = {**story()[2].data, "spot_fine": 5_000}
    state = fold(SIMPLE, [*story(), correction(4, 3, right)])
    assert (state.stage, state.seq, state.facts["spot_fine"], state.facts["decision_fine"]) == ("decided", 4, 5_000, 5_000)


def test_an_answer_left_out_by_the_correction_is_no_longer_known():
    right = {key: value for key, value in story()[0].data.items() if key != "party_kind"}
    assert "party_kind" not in fold(SIMPLE, [*story(), correction(4, 1, right)]).facts


def test_the_last_correction_of_a_step_prevails():
    first, second = ({**story()[2].data, "spot_fine": fine} for fine in (5_000, 6_000))
    assert fold(SIMPLE, [*story(), correction(4, 3, first), correction(5, 3, second)]).facts["spot_fine"] == 6_000


def test_the_step_itself_stays_as_it_was():
    record = [*story(), correction(4, 3, {**story()[2].data, "spot_fine": 5_000})]
    fold(SIMPLE, record)
    assert record[2].data["spot_fine"] == 10_000


def test_a_case_goes_over_to_the_ordinary_procedure():
    over = Taken(3, "convert", AT, {"reason": "超过限额", "clue_received_on": "2026-11-20", "violation_place": "店内"})
    state = fold(SIMPLE, [*story()[:2], over])
    assert (state.procedure, state.stage, state.facts["procedure"]) == ("penalty.general", "source", "general")
    assert {"notified_on", "told"} & state.facts.keys() == set()


def test_a_step_of_another_procedure_is_an_error():
    with pytest.raises(KeyError):
        fold(SIMPLE, [replace(story()[0], name="no_such_step")])


# --- any record

WALKED = settings(deadline=None, max_examples=60)


@WALKED
@given(procedure=st.sampled_from([GENERAL, SIMPLE]), data=st.data())
def test_the_rebuilt_state_is_the_state_that_was_kept(procedure: Any, data: st.DataObject):
    walk = data.draw(walks(procedure))
    state = State(procedure.id, procedure.version)
    for happened, _, after in walk:
        state = apply(state, happened)
        assert state == after
    assert fold(procedure, [happened for happened, *_ in walk]) == state


@WALKED
@given(procedure=st.sampled_from([GENERAL, SIMPLE]), data=st.data())
def test_a_correction_with_the_same_answers_changes_nothing(procedure: Any, data: st.DataObject):
    record = [happened for happened, *_ in data.draw(walks(procedure))]
    of = data.draw(st.sampled_from(record))
    corrected = fold(procedure, [*record, correction(len(record) + 1, of.seq, dict(of.data))])
    assert corrected == replace(fold(procedure, record), seq=len(record) + 1)


@WALKED
@given(data=st.data())
def test_the_opening_corrected_equals_the_case_opened_rightly(data: st.DataObject):
    record = [happened for happened, *_ in data.draw(walks(GENERAL, longest=8))]
    right = {**record[0].data, "in_jurisdiction": not record[0].data["in_jurisdiction"]}
    corrected = fold(GENERAL, [*record, correction(len(record) + 1, 1, right)])
    assert corrected.facts == fold(GENERAL, [replace(record[0], data=right), *record[1:]]).facts
