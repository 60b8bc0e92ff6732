"""The lists of training as worksheets: what comes out, what comes in, what is refused row by row."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from fadu.accounts.actors import Role
from fadu.agencies.training import lists
from fadu.agencies.training.models import Attendance, Course
from fadu.law.forms import validate
from fadu.sheets.sheet import Fault, Faults, Row, Sheet, sheet
from tests.agencies.training.world import add_course, call, course_data, enrolled, taught
from tests.agencies.world import World


def bring(world: World, which: Sheet, *rows: dict[str, Any], role: Role = Role.ADMIN) -> tuple[int, int, int]:
    actor = world.actor(role)
    clean = [Row(line, validate(which.fields(actor), row)) for line, row in enumerate(rows, 2)]
    loaded = which.load(actor, clean, lambda _done: None)
    return loaded.added, loaded.changed, loaded.unchanged


def test_the_lists_are_known() -> None:
    assert [sheet(id_) for id_ in ("courses", "attendance", "training-hours")] == [lists.COURSES, lists.PAPER, lists.HOURS]


def test_courses_go_out_and_come_back_unchanged(world: World) -> None:
    add_course(world.organs["示市监"], topics=["ethics", "field"])
    add_course(world.organs["邻市监"])
    rows = list(lists.COURSES.rows(world.actor(Role.ADMIN)))
    assert [row["organ"] for row in rows] == ["示范县市场监督管理局"]
    assert bring(world, lists.COURSES, *map(dict, rows)) == (0, 0, 1)
    assert bring(world, lists.COURSES, {**rows[0], "teacher": "李老师"}, {**rows[0], "title": "新课"}) == (1, 1, 0)
    assert Course.objects.get(title="新课").topics == ["ethics", "field"]


def test_what_is_wrong_with_courses_is_told_by_cell(world: World) -> None:
    organ = {"organ": "示范县市场监督管理局"}
    with pytest.raises(Faults) as told:
        bring(
            world,
            lists.COURSES,
            organ | course_data(kind="skill", mode="online"),
            organ | course_data(title="好课"),
            organ | course_data(title="长课", hours=300),
        )
    assert [(fault.row, fault.column) for fault in told.value.faults] == [(2, "线上线下"), (4, "学时")]


def test_signed_lists_become_attendance(world: World) -> None:
    session = call(add_course(world.organs["示市监"]), timezone.localtime() - timedelta(days=3))
    people = [enrolled(world, name) for name in ("孙杰", "周涛")]
    rows = [{"session": session.pk, "organ": "示范县市场监督管理局", "name": person.name, "list": "培训卷 3-1"} for person in people]
    assert bring(world, lists.PAPER, *rows) == (2, 0, 0)
    assert bring(world, lists.PAPER, *rows) == (0, 0, 2)
    assert {(row.via, row.reason) for row in Attendance.objects.all()} == {("paper", "纸质签到表：培训卷 3-1")}
    assert [row["name"] for row in lists.PAPER.rows(world.actor(Role.ADMIN))] == ["孙杰", "周涛"] or session.starts_at.year != timezone.localdate().year


def test_what_is_wrong_with_signed_lists_is_told_by_cell(world: World) -> None:
    organ = "示范县市场监督管理局"
    session = call(add_course(world.organs["示市监"]), timezone.localtime() - timedelta(days=3))
    theirs = call(add_course(world.organs["邻市监"]), timezone.localtime() - timedelta(days=3))
    ahead = call(add_course(world.organs["示市监"]), timezone.localtime() + timedelta(days=3))
    for _ in range(2):
        enrolled(world, "同名")
    enrolled(world, "孙杰")
    enrolled(world, "外人", "示环")
    line = {"session": session.pk, "organ": organ, "name": "孙杰", "list": "x"}
    wrong = [
        {"session": 99999}, {"session": theirs.pk}, {"session": ahead.pk}, {"name": "查无此人"}, {"name": "同名"}, {"name": "外人", "organ": "示范县生态环境局"},
    ]  # fmt: skip
    with pytest.raises(Faults) as told:
        bring(world, lists.PAPER, *(line | fault for fault in wrong))
    assert [fault.row for fault in told.value.faults] == [2, 3, 4, 5, 6, 7]
    assert all(isinstance(fault, Fault) and fault.says for fault in told.value.faults)
    assert not Attendance.objects.exists()


def test_hours_go_out_and_never_in(world: World) -> None:
    person = enrolled(world, "孙杰")
    taught(world.organs["示市监"], f"{timezone.localdate().year}-01-05", person, kind="public", hours=12)
    [row] = [dict(row) for row in lists.HOURS.rows(world.actor(Role.SUPERVISOR))]
    assert (row["person"], row["total"], row["public"], row["skill"]) == ("孙杰", 12, 12, 0)
    assert "全年合计差 48" in row["lacks"]
    validate(lists.HOURS.fields(world.actor(Role.ADMIN)), row)
    with pytest.raises(Faults, match="1 处"):
        bring(world, lists.HOURS, row)
