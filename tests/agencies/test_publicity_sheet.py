"""The worksheet of what is published: what goes out comes in again unchanged; what is wrong is told by cell, and nothing is written."""

import pytest

from fadu.accounts.actors import Role
from fadu.agencies import services
from fadu.agencies.models import Change
from fadu.agencies.sheets.publicity import PUBLICITY_SHEET, columns, load, rows
from fadu.law.forms import validate
from fadu.sheets.sheet import Faults, Row, sheet
from tests.accounts.entrances import everything
from tests.agencies.reforms import PUBLISHED
from tests.agencies.world import World


def tick(_done: int) -> None:
    """Nobody looks."""


def line(world: World, short: str, number: int = 2, **more: str) -> Row:
    organ = world.organs[short]
    entered = {"code": organ.code, "name": organ.name, **PUBLISHED, **more}
    return Row(number, validate(columns(world.actor(Role.ADMIN)), entered))


def test_it_is_known_as_a_sheet() -> None:
    assert sheet("publicity") is PUBLICITY_SHEET


def test_what_goes_out_comes_in_unchanged(world: World) -> None:
    admin = world.actor(Role.ADMIN)
    services.edit_publicity(admin, world.organs["示环"].pk, PUBLISHED, reason="公示")
    out = [{name: str(value) for name, value in row.items() if value not in (None, "")} for row in rows(admin)]
    assert {row["name"] for row in out} >= {"示范县生态环境局", "城关镇人民政府"}
    assert not any("邻县" in row["name"] for row in out)
    back = [Row(number, validate(columns(admin), row)) for number, row in enumerate(out, 2)]
    before = Change.objects.count()
    done = load(admin, back, tick)
    assert (done.changed, done.unchanged) == (0, len(out))
    assert Change.objects.count() == before


def test_a_row_changes_its_organ(world: World) -> None:
    admin = world.actor(Role.ADMIN)
    done = load(admin, [line(world, "示环"), line(world, "示市监", 3)], tick)
    assert (done.changed, done.unchanged) == (2, 0)
    world.organs["示环"].refresh_from_db()
    assert world.organs["示环"].posts_civil == 12


def test_every_fault_is_told_by_cell(world: World) -> None:
    admin = world.actor(Role.ADMIN)
    wrong = [
        line(world, "示环", 2, postcode="1"),
        line(world, "示市监", 3, name="别的局"),
        line(world, "邻市监", 4),
        line(world, "示司", 5, bases="随便", complaint_phone="x"),
    ]
    with pytest.raises(Faults) as told:
        load(admin, wrong, tick)
    assert [(fault.row, fault.column) for fault in told.value.faults] == [
        (2, "邮政编码"), (3, "机关名称"), (4, "统一社会信用代码"), (5, "投诉举报电话"), (5, "执法依据"),
    ]  # fmt: skip


def test_a_single_fault_writes_nothing_of_its_row(world: World) -> None:
    before = everything()
    with pytest.raises(Faults):
        load(world.actor(Role.ADMIN), [line(world, "示环", posts_paper="")], tick)
    assert everything() == before
