"""What the case page shows: the flowchart, the clocks, the checks, the record; and forms that open with what is known."""

from datetime import timedelta

import pytest
from django.http import QueryDict
from django.utils import timezone

from fadu.cases import forms, prefill
from fadu.cases.errors import Refused
from fadu.cases.models import ClockRow
from fadu.cases.now import at as let_it_be
from fadu.cases.now import now
from fadu.cases.selectors import page, steps
from fadu.cases.services.record import state_of
from fadu.law.facts import VOCABULARY
from fadu.law.forms import Field, Invalid, Kind, validate
from fadu.law.reading import told
from fadu.law.registry import procedures
from tests.cases.telling import Telling, at
from tests.cases.test_door_input import client_of
from tests.cases.world import Bureau


def drawn(case: Telling) -> dict[str, str]:
    return {stage["label"]: stage["state"] for stage in page.course(state_of(case.case))}


def test_the_flowchart_shows_what_was_passed_where_it_stands_and_what_comes(bureau: Bureau) -> None:
    case = Telling(bureau).until("notify")
    shown = drawn(case)
    assert [label for label, state in shown.items() if state == "done"] == ["案源", "调查取证", "审查"]
    assert shown["事先告知"] == "now"
    assert {shown[label] for label in ("决定", "送达", "执行", "结案", "归档")} == {"todo"}
    assert not {"不予立案", "移送其他机关", "移送司法", "终结"} & set(shown)


def test_of_an_ended_case_nothing_is_now_or_to_come(bureau: Bureau) -> None:
    for name in ("food_safety", "simple"):
        case = Telling(bureau if name == "food_safety" else bureau.general(), name).until("archive")
        assert set(drawn(case).values()) <= {"done", "skip"}


def test_a_stage_that_was_passed_by_is_drawn_so(bureau: Bureau) -> None:
    case = Telling(bureau, "converted").until("archive")
    assert {state for label, state in drawn(case).items() if label in {"听证", "法制审核", "集体讨论"}} <= {"skip"}


def test_the_record_shows_steps_attempts_and_what_was_entered_late(bureau: Bureau) -> None:
    case = Telling(bureau).until("file")
    with pytest.raises(Refused):
        case.take("inspect", {"present": ["liwei"]})
    lines = page.entries(bureau.who("liwei"), case.case)
    assert [line.state for line in lines] == ["refused", "done", "done"]
    assert lines[0].objections
    assert all(line.late.startswith("迟录") for line in lines if line.state == "done")  # June, entered now


def test_what_is_entered_at_once_is_not_late(bureau: Bureau) -> None:
    case = Telling(bureau)
    with let_it_be(at("2026-06-01T09:12")):
        case.take("register")
    line = page.entries(bureau.who("liwei"), case.case)[0]
    assert line.late == ""
    assert not line.shows_recorded


@pytest.mark.parametrize(("hours", "late"), [(23, False), (24, False), (25, True), (200, True)])
def test_a_day_later_is_late(bureau: Bureau, hours: int, *, late: bool) -> None:
    case = Telling(bureau)
    with let_it_be(at("2026-06-01T09:10") + timedelta(hours=hours)):
        case.take("register")
    assert bool(page.entries(bureau.who("liwei"), case.case)[0].late) is late


def test_a_corrected_step_and_its_correction_are_marked(bureau: Bureau) -> None:
    case = Telling(bureau).until("inspect")
    case.correct("register", {"violation_began_on": "2026-05-21"}, when="2026-06-05T09:00")
    states = {line.seq: line.state for line in page.entries(bureau.who("liwei"), case.case)}
    assert states == {1: "corrected", 2: "done", 3: "done", 4: "correction"}


def test_the_clock_of_a_real_installation_is_not_set(settings: object) -> None:
    settings.DEMO = settings.TESTING = False  # type: ignore[attr-defined]
    with pytest.raises(RuntimeError), let_it_be(at("2026-06-01T09:00")):
        pass
    assert abs(now() - timezone.now()) < timedelta(seconds=5)


def test_running_clocks_come_first_and_what_is_done_last(bureau: Bureau) -> None:
    case = Telling(bureau).until("collect")
    views = page.clocks(case.case)
    assert [view.state == "done" for view in views] == sorted(view.state == "done" for view in views)
    running = [view.row.due_on for view in views if view.state != "done"]
    assert running == sorted(running)


@pytest.mark.parametrize(("days", "state"), [(-1, "bad"), (0, "near"), (2, "near"), (60, "")])
def test_a_clock_says_how_near_it_is(bureau: Bureau, days: int, state: str) -> None:
    case = Telling(bureau).until("file")
    ClockRow.objects.filter(case_id=case.id, rule="CF-060").update(due_on=timezone.localdate() + timedelta(days=days))
    view = next(view for view in page.clocks(case.case) if view.row.rule == "CF-060")
    assert view.state == state
    assert 0 <= view.used <= 100


def test_the_checks_count_every_rule_once(bureau: Bureau) -> None:
    case = Telling(bureau).until("archive")
    checks = page.checks(state_of(case.case))
    assert sum(checks.counts.values()) > 100
    assert checks.counts["blocked"] == 0, [failure.rule for failure in checks.failures]
    assert len(checks.failures) == checks.counts["blocked"] + checks.counts["mendable"]


def test_a_lawful_case_shows_no_failure_anywhere(bureau: Bureau) -> None:
    case = Telling(bureau)
    for name in case.steps:
        case.take(name)
        checks = page.checks(state_of(case.case))
        assert checks.counts["blocked"] == 0, f"after {name}: {[failure.rule for failure in checks.failures]}"


def test_what_may_be_done_is_told_to_each(bureau: Bureau) -> None:
    case = Telling(bureau).until("notify")
    state = state_of(case.case)
    officer = steps.offers(bureau.who("liwei"), case.case, state)
    head = steps.offers(bureau.who("zhaoqiang"), case.case, state)
    assert {"hear_defence", "request_hearing"} <= {offer.step.name for offer in officer.may}
    assert "decide" not in {offer.step.name for offer in officer.may}
    assert {offer.step.name for offer in head.may} | {offer.step.name for offer in head.may_not} >= {"decide", "discuss"}
    for offer in (*head.may_not, *officer.may_not):
        assert offer.objections
        assert all(objection.bases for objection in offer.objections)


def test_what_is_offered_as_lawful_is_taken(bureau: Bureau) -> None:
    """The step that the story takes next is never among those that may not be taken."""
    case = Telling(bureau)
    for name in case.steps:
        if case.done is not None:
            with let_it_be(case.moment(name)):
                offered = steps.offers(case.actor(name), case.case, state_of(case.case))
            assert name not in {offer.step.name for offer in offered.may_not}, name
            assert name in {offer.step.name for offer in (*offered.may, *offered.side)}, name
        case.take(name)


# --- forms ---------------------------------------------------------------------------------------------------------------


def test_a_form_opens_with_what_the_record_says_and_that_is_in_order(bureau: Bureau) -> None:
    """Whatever is filled in beforehand passes the form's own validation, field by field."""
    case = Telling(bureau)
    for name in case.steps:
        if case.done is not None:
            row = case.case
            step = procedures()[row.procedure, row.version][name]
            values = prefill.of_step(row, step, state_of(row).facts)
            with pytest.raises(Invalid) as caught:
                validate((*step.asks, Field(name="never", label="x")), values)
            wrong = {field: text for field, text in caught.value.errors.items() if field in values and values[field] not in ("", [], None)}
            assert not wrong, f"{name}: {wrong}"
        case.take(name)


def test_a_decision_opens_with_what_was_proposed(bureau: Bureau) -> None:
    case = Telling(bureau).until("discuss")
    row = case.case
    values = prefill.of_step(row, procedures()[row.procedure, row.version]["decide"], state_of(row).facts)
    assert (values["decision_fine"], values["decision_gain"]) == (130_000_00, 860_00)
    assert values["decision_kinds"] == ["FINE", "GAIN"]
    assert values["content"] == "一、没收违法所得 860.00 元；二、罚款 130,000.00 元。"


def test_payment_opens_with_what_is_still_owed(bureau: Bureau) -> None:
    case = Telling(bureau).until("publish")
    step = procedures()["penalty.general", "2021"]["pay"]
    assert prefill.of_step(case.case, step, state_of(case.case).facts)["instalment"] == 130_860_00
    case.take("pay", {"instalment": "60000"})
    assert prefill.of_step(case.case, step, state_of(case.case).facts)["instalment"] == 70_860_00


@pytest.mark.parametrize("name", ["liwei", "chenjing", "zhaoqiang"])
def test_every_form_opens(bureau: Bureau, name: str) -> None:
    for last in ("register", "collect", "conclude", "notify", "report_hearing", "decide", "serve", "pay"):
        case = Telling(bureau).until(last)
        row, client = case.case, client_of(bureau, name)
        for step in procedures()[row.procedure, row.version].steps_from(row.stage):
            if step.name != "correct":
                assert client.get(f"/cases/{case.id}/do/{step.name}/").status_code == 200, f"{step.name} after {last}"


FIELDS = (
    Field(name="text", label="文字"),
    Field(name="many", label="多选", kind=Kind.CHOICES, choices=(("a", "甲"), ("b", "乙"))),
    Field(name="people", label="人员", kind=Kind.OFFICERS),
    Field(name="rows", label="行", kind=Kind.TABLE, columns=(Field(name="name", label="名"), Field(name="number", label="数", kind=Kind.INT, required=False))),
)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("text=x", {"text": "x"}),
        ("text=", {}),
        ("many=a&many=b", {"many": ["a", "b"]}),
        ("people=1&people=2", {"people": ["1", "2"]}),
        ("rows.0.name=x&rows.1.name=y&rows.1.number=2", {"rows": [{"name": "x"}, {"name": "y", "number": "2"}]}),
        ("rows.7.name=x&rows.2.name=y", {"rows": [{"name": "y"}, {"name": "x"}]}),
        ("rows.0.name=&rows.0.number=", {}),
        ("rows.99999.name=x&rows.x.name=y&rows..name=z&rows.0=w", {}),
        ("key=k&after_seq=3&taken_at=x&csrfmiddlewaretoken=t", {}),
        ("other=x", {"other": "x"}),
    ],
)
def test_a_posted_form_is_read_as_it_was_typed(query: str, expected: dict[str, object]) -> None:
    assert forms.posted(FIELDS, QueryDict(query)) == expected


def test_messages_stand_on_their_fields_and_cells() -> None:
    errors = {"text": "请填写文字", "rows.1.number": "第 2 行：数应为整数", "rows": "行至少 3 行"}
    laid = {bound["field"].name: bound for bound in forms.bound(FIELDS, {"text": "x"}, errors)}
    assert laid["text"]["error"] == "请填写文字"
    assert laid["text"]["value"] == "x"
    assert laid["rows"]["error"] == {"rows.1.number": "第 2 行：数应为整数", "rows": "行至少 3 行"}
    assert laid["many"]["error"] == ""


@pytest.mark.parametrize(("text", "moment"), [("", None), ("  ", None), ("2026-06-01T09:10", "2026-06-01T09:10"), ("2026-06-01 09:10", "2026-06-01T09:10")])
def test_a_time_is_beijing_time(text: str, moment: str | None) -> None:
    assert forms.moment_of(QueryDict(f"taken_at={text}")) == (at(moment) if moment else None)


@pytest.mark.parametrize(
    ("fact", "value", "words"),
    [
        ("decided_on", 20651, "2026-07-17"),
        ("decision_fine", 130_000_00, "130,000.00 元"),
        ("minor", True, "是"),
        ("minor", False, "否"),
        ("minor", None, "尚不知道"),
        ("decision_kinds", 12, "罚款、没收违法所得"),
        ("decision_kinds", 0, "无"),
        ("field", "market", "市场监管"),
        ("harm", "none", dict(VOCABULARY["harm"].choices)["none"]),
    ],
)
def test_facts_are_told_in_words(fact: str, value: object, words: str) -> None:
    assert told(VOCABULARY[fact], value) == words
