"""The lists that go in and out: what is right is written, what is wrong is told by line and column, and nothing stays half done."""

from typing import Any

import pytest
from django.db import transaction

from fadu.accounts.actors import SYSTEM, Role
from fadu.agencies.care.models import Appraisal
from fadu.agencies.equipment.models import Device, Holding, Premises, Thing
from fadu.law.forms import validate
from fadu.sheets.sheet import Fault, Faults, Loaded, Row, sheet
from tests.agencies.equipment.made import device_data, thing_data
from tests.agencies.world import World

pytestmark = pytest.mark.django_db


def load(name: str, rows: list[dict[str, Any]], actor: Any = SYSTEM) -> Loaded:
    found = sheet(name)
    assert found is not None
    fields = found.fields(actor)
    with transaction.atomic():
        return found.load(actor, [Row(line, validate(fields, row)) for line, row in enumerate(rows, 2)], lambda _done: None)


def test_things_go_in_and_out_and_in_again(world: World) -> None:
    code = world.organs["示市监"].code
    rows = [{"organ": code, **thing_data(number=f"S-{at}")} for at in range(3)]
    assert load("things", rows) == Loaded(added=3)
    assert load("things", rows) == Loaded(unchanged=3)
    assert load("things", [{**rows[0], "model": "新型号"}, rows[1]]) == Loaded(changed=1, unchanged=1)
    out = sheet("things")
    assert out is not None
    back = list(out.rows(world.actor(Role.ADMIN)))
    assert [row["number"] for row in back] == ["S-0", "S-1", "S-2"]
    assert load("things", back) == Loaded(unchanged=3)


def test_every_fault_is_told_and_nothing_is_written(world: World) -> None:
    code, card = world.organs["示市监"].code, world.credential(world.people[Role.OFFICER])
    load("things", [{"organ": code, **thing_data(number="S-0")}])
    given = {"organ": code, "number": "S-0", "card": card.number, "since": "2025-01-10", "reason": "领用"}
    rows = [{**given, "number": "S-9"}, {**given, "card": "0000"}, given, {**given, "organ": world.organs["示环"].code}, {**given, "since": "2020-01-01"}]
    with pytest.raises(Faults) as wrong:
        load("holdings", rows)
    # line 4 is sound, so on line 6 the thing is held already
    assert [(fault.row, fault.column) for fault in wrong.value.faults] == [(2, "资产编号"), (3, "执法证号"), (5, "执法证号"), (6, "执法证号")]
    assert not Holding.objects.exists()
    assert load("holdings", [given]) == Loaded(added=1)
    assert load("holdings", [given]) == Loaded(unchanged=1)


def test_an_organ_out_of_reach_is_a_fault(world: World) -> None:
    with pytest.raises(Faults) as wrong:
        load("devices", [{"organ": world.organs["邻市监"].code, **device_data()}], world.actor(Role.ADMIN))
    assert wrong.value.faults == (Fault(2, "机关代码", "这个机关不在您的管辖范围内，不能管理执法装备和场所。"),)
    assert not Device.objects.exists()


def test_devices_premises_money_appraisals(world: World) -> None:
    code, card = world.organs["示市监"].code, world.credential(world.people[Role.OFFICER])
    assert load("devices", [{"organ": code, **device_data()}]) == Loaded(added=1)
    house = {"organ": code, "name": "楼", "address": "路", "area": "100", "measured_on": "2024-01-01", "since": "2024-01-01"}
    assert load("premises", [house]) == Loaded(added=1)
    assert Premises.objects.get().area == 100
    money = {"organ": code, "year": "2025", "line": "work", "planned": "1000", "granted": "900"}
    assert load("budgets", [money]) == Loaded(added=1)
    assert load("budgets", [{**money, "granted": "1000"}]) == Loaded(changed=1)
    grade = {"organ": code, "card": card.number, "year": "2025", "grade": "competent", "decided_on": "2026-01-10", "paper": "考1"}
    assert load("appraisals", [grade]) == Loaded(added=1)
    assert load("appraisals", [{**grade, "grade": "excellent"}]) == Loaded(changed=1)
    assert Appraisal.objects.get().grade == "excellent"
    policy = {"organ": code, "card": card.number, "cover": "accident", "insurer": "某", "policy": "P1", "since": "2026-01-01", "until": "2026-12-31"}
    assert load("insurances", [policy]) == Loaded(added=1)
    assert load("insurances", [policy]) == Loaded(unchanged=1)
    assert not Thing.objects.exists()
    for name in ("devices", "premises", "budgets", "uniforms", "appraisals", "insurances", "holdings"):
        found = sheet(name)
        assert found is not None
        fields = found.fields(SYSTEM)
        assert [validate(fields, row) for row in found.rows(SYSTEM)] or name in {"uniforms", "holdings"}
