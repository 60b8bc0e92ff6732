"""The bank: what a question can't be, and a whole bank as a worksheet."""

from time import perf_counter
from typing import Any

import pytest

from fadu.accounts.actors import SYSTEM, Role
from fadu.accounts.permissions import NotAllowed
from fadu.agencies.exams import services
from fadu.agencies.exams.content import content_of, entered_of, stem_key
from fadu.agencies.exams.models import Question, QuestionVersion
from fadu.agencies.models import Change
from fadu.law.forms import Invalid
from fadu.sheets.sheet import Faults, Row, sheet
from tests.agencies.exams.world import question_data
from tests.agencies.world import World

BLANK = dict.fromkeys(("option_a", "option_b", "option_c", "option_d"), "")


@pytest.mark.parametrize(
    ("kind", "more", "field", "says"),
    [
        ("single", {"answer": "E"}, "answer", "没有对应的选项"),
        ("single", {"answer": "AB"}, "answer", "只能有一个答案"),
        ("single", {"answer": "正确"}, "answer", "应为选项的字母"),
        ("single", {"answer": ""}, "answer", "请填写答案"),
        ("single", BLANK | {"option_a": "甲", "answer": "A"}, "option_b", "至少要有 2 个"),
        ("single", {"option_b": ""}, "option_b", "选项B空着"),
        ("single", {"option_c": "第 1 题的选项a"}, "option_c", "与选项A相同"),
        ("multiple", {"answer": "A"}, "answer", "至少要有两个"),
        ("multiple", {"answer": "AAC"}, "answer", "重复"),
        ("multiple", {"option_c": "", "option_d": "", "answer": "AB"}, "option_c", "至少要有 3 个"),
        ("judge", {"answer": "也许"}, "answer", "正确 或 错误"),
        ("judge", {"option_a": "大概"}, "option_a", "不填选项"),
        ("single", {"stem": ""}, "stem", "请填写题干"),
        ("single", {"difficulty": "impossible"}, "difficulty", "只能选"),
        ("riddle", {"answer": "略"}, "kind", "只能选"),
    ],
)
def test_a_question_that_can_not_be_marked_is_not_taken(kind: str, more: dict[str, Any], field: str, says: str) -> None:
    data = question_data(1, "single" if kind == "riddle" else kind, **more) | {"kind": kind}
    with pytest.raises(Invalid) as refused:
        content_of(data)
    assert says in refused.value.errors[field]


@pytest.mark.parametrize(("typed", "kept"), [("acd", "ACD"), ("D、C、A", "ACD"), ("Ａ，Ｃ", "AC"), ("A C", "AC"), ("b;d", "BD")])
def test_answers_are_read_as_offices_write_them(typed: str, kept: str) -> None:
    assert content_of(question_data(1, "multiple", answer=typed))["answer"] == kept


@pytest.mark.parametrize(("typed", "kept"), [("对", "A"), ("√", "A"), ("正确", "A"), ("错", "B"), ("×", "B"), ("错误", "B"), ("否", "B")])
def test_yes_and_no_are_read_as_offices_write_them(typed: str, kept: str) -> None:
    assert content_of(question_data(1, "judge", answer=typed))["answer"] == kept


def test_two_stems_that_differ_in_marks_alone_are_one() -> None:
    assert stem_key("下列，哪一项 正确？（　）") == stem_key("下列哪一项正确?()")
    assert stem_key("罚款 200 元") != stem_key("罚款 2000 元")


def rows(count: int, **more: Any) -> list[Row]:
    return [Row(line, question_data(line, ("single", "multiple", "judge")[line % 3], **more)) for line in range(2, count + 2)]


def test_a_bank_of_two_thousand_comes_in(world: World) -> None:
    told: list[int] = []
    clock = perf_counter()
    loaded = services.load_questions(world.actor(Role.ADMIN), rows(2000), told.append)
    took = perf_counter() - clock
    print(f"2,000 题导入 {took:.1f} 秒")
    assert (loaded.added, loaded.unchanged) == (2000, 0)
    assert told == [500, 1000, 1500, 2000]
    assert Question.objects.count() == QuestionVersion.objects.count() == Change.objects.filter(what="question").count() == 2000
    again = services.load_questions(world.actor(Role.ADMIN), rows(2000), told.append)
    assert (again.added, again.unchanged) == (0, 2000)


def test_a_file_with_faults_brings_nothing_and_tells_all(world: World) -> None:
    good = rows(20)
    bad = [
        Row(30, question_data(2, "judge")),  # the stem of line 2 again
        Row(31, question_data(31, answer="F")),
        Row(32, question_data(32, option_a="")),
        Row(33, question_data(33, "judge", answer="?")),
    ]
    with pytest.raises(Faults) as found:
        services.load_questions(world.actor(Role.ADMIN), [*good, *bad], lambda _: None)
    assert [(fault.row, fault.column) for fault in found.value.faults] == [(30, "题干"), (31, "答案"), (32, "选项A"), (33, "答案")]
    assert not Question.objects.exists()


def test_a_question_that_is_there_with_other_content_is_a_fault(world: World) -> None:
    admin = world.actor(Role.ADMIN)
    services.load_questions(admin, rows(3), lambda _: None)
    with pytest.raises(Faults) as found:
        services.load_questions(admin, rows(3, explanation="改了"), lambda _: None)
    assert len(found.value.faults) == 3


def test_what_goes_out_comes_in_again(world: World) -> None:
    admin = world.actor(Role.ADMIN)
    services.load_questions(admin, rows(9), lambda _: None)
    listed = sheet("questions")
    assert listed is not None
    out = [dict(row) for row in listed.rows(admin)]
    assert len(out) == 9
    again = services.load_questions(admin, [Row(line, values) for line, values in enumerate(out, 2)], lambda _: None)
    assert again.unchanged == 9
    version = QuestionVersion.objects.first()
    assert content_of(entered_of(version))["answer"] == version.answer


def test_results_do_not_come_in(world: World) -> None:
    listed = sheet("exam_results")
    assert listed is not None
    with pytest.raises(Faults, match="1"):
        listed.load(world.actor(Role.ADMIN), [Row(2, {})], lambda _: None)
    assert list(listed.rows(world.actor(Role.ADMIN))) == []


@pytest.mark.parametrize("role", [Role.OFFICER, Role.REVIEWER, Role.HEAD, Role.SUPERVISOR])
def test_only_who_keeps_the_bank_writes_in_it(world: World, role: Role) -> None:
    actor = world.actor(role)
    assert actor.organ_id is not None
    with pytest.raises(NotAllowed):
        services.add_question(actor, actor.organ_id, question_data(1))
    with pytest.raises(NotAllowed):
        services.load_questions(actor, rows(1), lambda _: None)


def test_the_platform_itself_has_no_bank(world: World) -> None:
    with pytest.raises(NotAllowed):
        services.load_questions(SYSTEM, rows(1), lambda _: None)
