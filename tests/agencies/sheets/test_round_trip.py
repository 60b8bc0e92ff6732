"""What is filled in, imported and exported is the same again; known rows are changed with the reason; organs find their places."""

import io
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from fadu.accounts.actors import SYSTEM, Role
from fadu.agencies.models import Change, Credential, CredentialState, Officer, Organ
from fadu.agencies.sheets.officers import OFFICERS
from fadu.agencies.sheets.organs import ORGANS
from fadu.sheets.models import Import
from fadu.sheets.reading import read
from fadu.sheets.selectors import faults_of
from fadu.sheets.sheet import Sheet
from fadu.sheets.writing import write_list
from tests.agencies.sheets.files import NO_CARD, filled, imported, organ, person, told
from tests.agencies.world import World


def exported(sheet: Sheet, actor: Any = SYSTEM) -> bytes:
    out = io.BytesIO()
    write_list(sheet, sheet.fields(actor), sheet.rows(actor), out)
    return out.getvalue()


def by_label(sheet: Sheet, data: bytes) -> list[dict[str, Any]]:
    """The rows of a worksheet by the labels of its columns, dates as text."""
    head, *lines = read(data, sheet.title)
    labels = [str(label).rstrip("＊") for label in head.cells]
    return [
        {label: cell if isinstance(cell, str) else str(cell) for label, cell in zip(labels, line.cells, strict=False) if cell is not None} for line in lines
    ]


def without_nothing(row: dict[str, Any]) -> dict[str, Any]:
    return {label: value for label, value in row.items() if value is not None}


def test_people_filled_in_come_out_again_as_they_were(world: World) -> None:
    rows = [person(number) for number in range(1, 6)] + [
        person(6, 通过国家统一法律职业资格考试="是", 取得资格之日="2015-03-01"),
        person(7, 人员性质="工勤人员", **NO_CARD),
        person(8, 所属机关="示范县生态环境局", 职务=None),
    ]
    run = imported(OFFICERS, filled(OFFICERS, rows))
    assert (run.state, run.added) == ("done", 8), faults_of(run)
    out = {row["姓名"]: row for row in by_label(OFFICERS, exported(OFFICERS))}
    assert [told_of(out[row["姓名"]], row) for row in rows] == [without_nothing(row) for row in rows]
    card = Credential.objects.get(number=rows[0]["执法证号"])
    assert CredentialState.objects.get(credential=card).state == "valid"
    assert set(Change.objects.filter(target_id=card.pk, what="credential").values_list("action", "reason", "by_name")) == {("登记既有证件", "核对", "系统")}


def test_what_is_exported_comes_back_in_and_changes_nothing(world: World) -> None:
    imported(OFFICERS, filled(OFFICERS, [person(number) for number in range(1, 4)]))
    changes = Change.objects.count()
    for sheet, count in ((ORGANS, Organ.objects.count()), (OFFICERS, Officer.objects.count())):
        run = imported(sheet, exported(sheet))
        assert (run.state, run.added, run.changed, run.unchanged) == ("done", 0, 0, count), faults_of(run)
    assert Change.objects.count() == changes


def test_known_people_are_changed_with_the_reason_and_what_has_no_column_stays(world: World) -> None:
    data = person(1)
    imported(OFFICERS, filled(OFFICERS, [data]))
    run = imported(OFFICERS, filled(OFFICERS, [data | {"职务": "一级主任科员", **NO_CARD}]), reason="职级晋升")
    assert (run.state, run.added, run.changed) == ("done", 0, 1)
    found = Officer.objects.get(name="新人1")
    change = Change.objects.filter(what="officer", target_id=found.pk).latest("pk")
    assert (change.action, change.before, change.after, change.reason) == ("修改", {"post_title": "四级主任科员"}, {"post_title": "一级主任科员"}, "职级晋升")
    csv = "所属机关,姓名,身份证号码,人员性质,通过国家统一法律职业资格考试,到岗之日\n示范县市场监督管理局,新人1,{},在编：公务员,否,2020-01-01\n"
    run = imported(OFFICERS, csv.format(data["身份证号码"]).encode())
    assert (run.state, run.unchanged) == ("done", 1)
    assert Officer.objects.get(name="新人1").post_title == "一级主任科员"
    run = imported(OFFICERS, filled(OFFICERS, [data | {"职务": None, **NO_CARD}]))
    assert (run.changed, Officer.objects.get(name="新人1").post_title) == (1, "")


def test_a_registered_credential_is_not_changed_by_a_list(world: World) -> None:
    imported(OFFICERS, filled(OFFICERS, [person(1)]))
    run = imported(OFFICERS, filled(OFFICERS, [person(1, 有效期至="2030-01-01", 执法类别="水利"), person(2, 执法证号=person(1)["执法证号"])]))
    assert told(run) == [(2, "执法类别"), (2, "有效期至"), (3, "执法证号")]
    run = imported(OFFICERS, filled(OFFICERS, [person(1, 人员性质="执法辅助人员", **NO_CARD)]))
    assert told(run) == [(2, "人员性质")]


def test_who_returns_brings_the_account_along(world: World) -> None:
    from django.utils import timezone

    from fadu.agencies import services

    left = world.people[Role.OFFICER]
    services.end_service(SYSTEM, left.pk, ends_on=timezone.localdate(), reason="调动")
    run = imported(OFFICERS, filled(OFFICERS, [person(1, 姓名="张伟", 身份证号码=left.id_number, 所属机关="示范县司法局")]))
    assert run.state == "done"
    assert Officer.objects.get(name="张伟", ends_on=None).user_id == left.user_id


def test_identity_numbers_go_out_to_those_who_keep_the_people(world: World) -> None:
    assert all(row["身份证号码"] for row in by_label(OFFICERS, exported(OFFICERS, world.actor(Role.ADMIN))))
    for role in (Role.OFFICER, Role.HEAD, Role.SUPERVISOR):
        rows = by_label(OFFICERS, exported(OFFICERS, world.actor(role)))
        assert rows
        assert not any("身份证号码" in row for row in rows)
    assert {row["所属机关"] for row in by_label(OFFICERS, exported(OFFICERS, world.actor(Role.OFFICER)))} == {"示范县市场监督管理局"}


def told_of(row: dict[str, Any], asked: dict[str, Any]) -> dict[str, Any]:
    """Of a row that came out the columns that were filled in."""
    return {label: value for label, value in row.items() if label in asked}


# --- organs ---


def test_organs_stand_where_the_list_puts_them_whatever_the_order(world: World) -> None:
    rows = [
        organ(1, 上级机关="新设2局"),
        organ(2, 上级机关=organ(3)["统一社会信用代码"]),
        organ(3),
        organ(4, 上级机关=world.organs["示市监"].code, 代收罚款银行="示范银行", 罚款账号="6222000012340000"),
    ]
    run = imported(ORGANS, filled(ORGANS, rows), world.actor(Role.ADMIN))
    assert (run.state, run.added) == ("done", 4), faults_of(run)
    found = {item.name: item for item in Organ.objects.select_related("parent")}
    assert [found[f"新设{number}局"].parent.name for number in (1, 2, 3, 4)] == ["新设2局", "新设3局", "示范县人民政府", "示范县市场监督管理局"]
    for item in found.values():
        assert item.path == f"{item.parent.path if item.parent else '/'}{item.pk}/"
    out = {row["机关名称"]: row for row in by_label(ORGANS, exported(ORGANS))}
    assert told_of(out["新设4局"], rows[3]) == rows[3] | {"上级机关": "示范县市场监督管理局"}


def test_known_organs_are_changed_with_the_reason_and_move(world: World) -> None:
    office = world.organs["示市监城"]
    [row] = [row for row in by_label(ORGANS, exported(ORGANS)) if row["统一社会信用代码"] == office.code]
    run = imported(ORGANS, filled(ORGANS, [row | {"上级机关": "城关镇人民政府", "电话": "0312-1110000"}]), world.actor(Role.ADMIN), reason="划转")
    assert (run.state, run.changed) == ("done", 1)
    office.refresh_from_db()
    assert (office.parent, office.phone) == (world.organs["城政"], "0312-1110000")
    change = Change.objects.filter(what="organ", target_id=office.pk).latest("pk")
    assert (change.reason, sorted(change.after)) == ("划转", ["parent_id", "phone"])


def test_mistakes_in_a_list_of_organs(world: World) -> None:
    far, above = world.organs["邻市监"], world.organs["示县府"]
    rows = [
        organ(1),
        organ(2, 统一社会信用代码="11130999MC0000002X"),
        organ(3, 上级机关="新设2局"),  # of a row that is wrong itself: not told twice
        organ(4, 上级机关="幽灵局"),
        organ(5, 上级机关=None),
        organ(6, 文号简称="示环"),
        organ(7, 文号简称="新1"),
        organ(8, 统一社会信用代码=organ(1)["统一社会信用代码"]),
        organ(9, 统一社会信用代码=far.code),
        organ(10, 行政区划代码="13"),
        organ(11, 上级机关="邻县人民政府"),
    ]
    before = Organ.objects.count()
    run = imported(ORGANS, filled(ORGANS, rows), world.actor(Role.ADMIN))
    assert told(run) == [
        (3, "统一社会信用代码"),
        (5, "上级机关"),
        (6, "上级机关"),
        (7, "文号简称"),
        (8, "文号简称"),
        (9, "统一社会信用代码"),
        (10, "统一社会信用代码"),
        (11, "行政区划代码"),
        (12, "上级机关"),
    ]
    assert Organ.objects.count() == before
    ring = imported(ORGANS, filled(ORGANS, [organ(1, 上级机关="新设2局"), organ(2, 上级机关="新设1局")]))
    assert [column for _, column in told(ring)] == ["上级机关"]
    [row] = [row for row in by_label(ORGANS, exported(ORGANS)) if row["统一社会信用代码"] == above.code]
    below = imported(ORGANS, filled(ORGANS, [row | {"上级机关": "示范县市场监督管理局"}]))
    assert told(below) == [(2, "上级机关")]


# --- by command ---


def test_lists_go_in_and_out_by_command(world: World, tmp_path: Any, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "people.xlsx"
    file.write_bytes(filled(OFFICERS, [person(1), person(2)]))
    call_command("sheets", "import", "officers", str(file), "--reason", "建库")
    assert "执法人员 2 行：新增 2，修改 0，未变 0" in capsys.readouterr().out
    assert Import.objects.latest("pk").reason == "建库"
    call_command("sheets", "export", "officers", str(file))
    assert len(read(file.read_bytes(), OFFICERS.title)) == Officer.objects.count() + 1
    call_command("sheets", "list")
    assert "organs" in capsys.readouterr().out
    file.write_bytes(filled(OFFICERS, [person(3, 姓名=None)]))
    with pytest.raises(CommandError, match="第 2 行 姓名：请填写姓名"):
        call_command("sheets", "import", "officers", str(file))
    with pytest.raises(CommandError, match="没有表"):
        call_command("sheets", "import", "animals", str(file))
    with pytest.raises(CommandError, match="读不到文件"):
        call_command("sheets", "import", "officers", str(tmp_path / "none.xlsx"))
