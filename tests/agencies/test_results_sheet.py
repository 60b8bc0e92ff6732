"""The transcript of an examination as a worksheet: all of it or nothing, each fault on its cell."""

from typing import Any

import pytest
from django.db import transaction

from fadu.accounts.actors import Role
from fadu.agencies.models import ExamResult
from fadu.agencies.sheets.results import FIELDS, RESULTS_SHEET
from fadu.law.forms import validate
from fadu.sheets.sheet import Faults, Row, sheet
from tests.agencies.applying import TODAY
from tests.agencies.world import World


def row(line: int, person: Any, **more: Any) -> Row:
    told = {"id_number": person.id_number, "name": person.name, "kind": "public", "taken_on": str(TODAY), "passed": "1", "mark": "90", "source": "卷 1"}
    return Row(line, validate(FIELDS, told | more))


def test_it_is_known() -> None:
    assert sheet("qualification_results") is RESULTS_SHEET


def test_results_come_in_once_and_go_out_without_identity_numbers(world: World) -> None:
    admin, person = world.actor(Role.ADMIN), world.officer("许晨")
    entered = [row(2, person), row(3, person, kind="professional", passed="0", mark="51")]
    done = RESULTS_SHEET.load(admin, entered, lambda _: None)
    assert (done.added, done.unchanged) == (2, 0)
    again = RESULTS_SHEET.load(admin, entered, lambda _: None)
    assert (again.added, again.unchanged) == (0, 2)
    out = list(RESULTS_SHEET.rows(admin))
    assert {(line["name"], line["kind"], line["passed"], line["mark"]) for line in out} == {("许晨", "public", True, 90), ("许晨", "professional", False, 51)}
    assert not any("id_number" in line for line in out)
    assert list(RESULTS_SHEET.rows(world.actor(Role.OFFICER))) == []


def test_every_fault_is_told_and_nothing_is_kept(world: World) -> None:
    admin, person, far = world.actor(Role.ADMIN), world.officer("许晨"), world.officer("邻人", "邻市监")
    rows = [row(2, person), row(3, far), row(4, person, name="许尘"), row(5, person, passed="0"), row(6, person, taken_on="2100-01-01", source="卷 9")]
    with pytest.raises(Faults) as wrong, transaction.atomic():
        RESULTS_SHEET.load(admin, rows, lambda _: None)
    assert [(fault.row, fault.column) for fault in wrong.value.faults] == [(3, "身份证号码"), (4, "姓名"), (5, "成绩来源"), (6, "考试日期")]
    assert not ExamResult.objects.exists()
