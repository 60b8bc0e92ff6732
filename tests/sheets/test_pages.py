"""The pages, as a browser uses them: every role at every entrance, and bad input at each form."""

import io
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from fadu.accounts.actors import SYSTEM, Role
from fadu.sheets import services
from fadu.sheets.models import Import
from fadu.sheets.reading import read
from fadu.sheets.sheet import Loaded, sheet
from tests.accounts.entrances import assert_entrances
from tests.agencies.world import World
from tests.sheets.files import animals, workbook

SEEN = {Role.OFFICER: 200, Role.REVIEWER: 200, Role.HEAD: 200, Role.SUPERVISOR: 200, Role.ADMIN: 200, Role.PUBLIC: 302}
LOADED = {Role.OFFICER: 403, Role.REVIEWER: 403, Role.HEAD: 403, Role.SUPERVISOR: 403, Role.ADMIN: 200, Role.PUBLIC: 302}
GOOD = workbook(["名称", "种类"], ["大黄", "狗"])
BAD = workbook(["名称", "种类"], *[["大黄", "马"]] * 150)


def upload(client: Any, sheet_id: str = "animals", data: bytes = GOOD, reason: str = "核对", name: str = "动物.xlsx") -> Any:
    return client.post(reverse("sheets:sheet", args=[sheet_id]), {"file": SimpleUploadedFile(name, data), "reason": reason})


def started(world: World, lists: dict[str, Any], data: bytes = GOOD, **given: Any) -> Import:
    lists["animals"] = animals(**given)
    return services.bring_in(world.actor(Role.ADMIN), lists["animals"], "动物.xlsx", data, "核对")


def test_every_role_at_every_entrance(world: World, lists: dict[str, Any]) -> None:
    run = started(world, lists)
    table: dict[str, dict[Role, int]] = {}
    for name in ("organs", "officers", "animals"):
        table |= {
            f"GET /sheets/{name}/": SEEN,
            f"GET /sheets/{name}/export.xlsx": SEEN,
            f"GET /sheets/{name}/template.xlsx": LOADED,
            f"POST /sheets/{name}/": LOADED | {Role.ADMIN: 422},
        }
    table |= {
        "GET /sheets/": dict.fromkeys(SEEN, 200),  # some lists are published
        "GET /sheets/nothing/": dict.fromkeys(SEEN, 404),
        f"GET /sheets/runs/{run.pk}/": LOADED,
        f"GET /sheets/runs/{run.pk}/progress/": LOADED,
        f"GET /sheets/runs/{run.pk}/faults.xlsx": LOADED,
        f"POST /sheets/runs/{run.pk}/again/": LOADED | {Role.ADMIN: 302},
        "GET /sheets/runs/999999/": dict.fromkeys(SEEN, 404) | {Role.PUBLIC: 302},
        "GET /sheets/runs/99999999999999999999/": dict.fromkeys(SEEN, 404) | {Role.PUBLIC: 302},
        f"GET /sheets/runs/{run.pk}/again/": dict.fromkeys(SEEN, 405),
    }
    assert_entrances(world.clients(), table)


def test_a_run_that_was_started_elsewhere_is_not_seen(world: World, lists: dict[str, Any]) -> None:
    run = started(world, lists)
    Import.objects.filter(pk=run.pk).update(organ_id=world.organs["邻县府"].pk)
    client = world.client(Role.ADMIN)
    assert client.get(f"/sheets/runs/{run.pk}/").status_code == 404
    assert client.post(f"/sheets/runs/{run.pk}/again/").status_code == 404
    assert "动物.xlsx" not in client.get("/sheets/animals/").content.decode()


def test_a_file_is_uploaded_done_and_told(world: World, lists: dict[str, Any]) -> None:
    lists["animals"] = animals(load=lambda _actor, rows, _tick: Loaded(added=len(rows)))
    client = world.client(Role.ADMIN)
    answer = upload(client)
    run = Import.objects.get()
    assert (answer.status_code, answer.url) == (302, f"/sheets/runs/{run.pk}/")
    page = client.get(answer.url).content.decode()
    assert "正在等待后台处理" in page
    assert f'hx-get="/sheets/runs/{run.pk}/progress/"' in page
    assert "刷新" in page
    asked = client.get(f"/sheets/runs/{run.pk}/progress/")
    assert "HX-Refresh" not in asked
    services.work_once()
    asked = client.get(f"/sheets/runs/{run.pk}/progress/")
    assert asked["HX-Refresh"] == "true"
    assert "hx-get" not in asked.content.decode()
    page = client.get(answer.url).content.decode()
    assert "已全部写入" in page
    assert "新增 1" in page
    assert "动物.xlsx" in client.get("/sheets/animals/").content.decode()


def test_faults_are_paged_and_can_be_taken_along(world: World, lists: dict[str, Any]) -> None:
    run = started(world, lists, BAD)
    services.work_once()
    client = world.client(Role.ADMIN)
    first = client.get(f"/sheets/runs/{run.pk}/").content.decode()
    assert "有 150 处需要改正，一行也没有写入" in first
    assert first.count("只能选：狗、猫") == 100
    assert "after=100" in first
    second = client.get(f"/sheets/runs/{run.pk}/?after=100").content.decode()
    assert second.count("只能选：狗、猫") == 50
    assert client.get(f"/sheets/runs/{run.pk}/?before=100").content.decode().count("只能选") == 100
    for odd in ("after=x", "before=-1", "after=999999999999", "after=50000"):
        assert client.get(f"/sheets/runs/{run.pk}/?{odd}").status_code == 200
    sent = b"".join(client.get(f"/sheets/runs/{run.pk}/faults.xlsx").streaming_content)
    lines = read(sent, "需要改正之处")
    assert len(lines) == 151
    assert lines[1].cells[:2] == (2.0, "种类")


@pytest.mark.parametrize(
    ("data", "reason", "says"),
    [(b"", "核对", "文件是空的"), (GOOD, "", "请填写事由"), (GOOD, "长" * 201, "最多 200 字"), (b"x" * (20 << 20) + b"x", "核对", "请分成几份")],
    ids=["empty", "no reason", "long reason", "large"],
)
def test_an_upload_that_cannot_be_taken_keeps_what_was_typed(world: World, lists: dict[str, Any], data: bytes, reason: str, says: str) -> None:
    lists["animals"] = animals()
    answer = upload(world.client(Role.ADMIN), data=data, reason=reason)
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert reason in answer.content.decode()
    assert not Import.objects.exists()


def test_a_file_that_is_no_list_is_told_on_the_page_of_its_run(world: World, lists: dict[str, Any]) -> None:
    lists["animals"] = animals()
    client = world.client(Role.ADMIN)
    answer = upload(client, data=b"%PDF-1.7", name="<script>.pdf")
    services.work_once()
    page = client.get(answer.url).content.decode()
    assert "这不是表格文件" in page
    assert "整份" in page
    assert "<script>.pdf" not in page


def test_an_interrupted_run_is_started_again_from_its_page(world: World, lists: dict[str, Any]) -> None:
    def load(*_: Any) -> Loaded:
        raise RuntimeError

    run = started(world, lists, load=load)
    services.work_once()
    client = world.client(Role.ADMIN)
    assert "重新开始" in client.get(f"/sheets/runs/{run.pk}/").content.decode()
    assert client.post(f"/sheets/runs/{run.pk}/again/").url == f"/sheets/runs/{run.pk}/"
    run.refresh_from_db()
    assert run.state == "waiting"
    assert "不能重新开始" in client.post(f"/sheets/runs/{run.pk}/again/", follow=True).content.decode()


@pytest.mark.parametrize("name", ["organs", "officers"])
def test_template_and_export_are_worksheets_of_that_name(world: World, name: str) -> None:
    which = sheet(name)
    assert which is not None
    client = world.client(Role.ADMIN)
    for kind, rows in (("template", 0), ("export", len(list(which.rows(world.actor(Role.ADMIN)))))):
        answer = client.get(f"/sheets/{name}/{kind}.xlsx")
        assert answer["Content-Disposition"].startswith("attachment")
        data = io.BytesIO(b"".join(answer.streaming_content)).getvalue()
        assert len(read(data, which.title)) == rows + 1


def test_the_public_sees_only_what_is_published(world: World, lists: dict[str, Any]) -> None:
    client = world.client(Role.PUBLIC)
    lists["animals"] = animals(see_action="item.see")
    page = client.get("/sheets/").content.decode()
    assert "动物" in page
    assert "执法人员" not in page
    assert client.get("/sheets/animals/export.xlsx").status_code == 200
    assert "上传" not in client.get("/sheets/animals/").content.decode()


def test_who_has_no_list_is_told(world: World, lists: dict[str, Any]) -> None:
    lists.clear()
    assert world.client(Role.OFFICER).get("/sheets/").status_code == 403
    assert SYSTEM.role is Role.SYSTEM


# --- what goes out is written down ---


def test_who_took_which_list_out_is_on_record_for_good(world: World) -> None:
    import io

    import openpyxl
    from django.db import IntegrityError, connection, transaction

    from fadu.sheets.models import Export

    out = b"".join(world.client(Role.ADMIN).get("/sheets/officers/export.xlsx").streaming_content)
    lines = openpyxl.load_workbook(io.BytesIO(out), read_only=True).worksheets[0].max_row
    row = Export.objects.get()
    assert (row.list_id, row.rows, row.by_name, row.by_role) == ("officers", lines - 1, "陈静", "系统管理员")
    for statement in ("UPDATE sheets_export SET rows = 0", "DELETE FROM sheets_export"):
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


def test_administrator_and_supervisor_see_what_was_taken_out_and_nobody_else(world: World) -> None:
    world.client(Role.ADMIN).get("/sheets/officers/export.xlsx")
    seen = {role: world.client(role).get("/sheets/taken-out/") for role in (Role.OFFICER, Role.REVIEWER, Role.HEAD, Role.SUPERVISOR, Role.ADMIN, Role.PUBLIC)}
    assert {role: answer.status_code for role, answer in seen.items()} == {
        Role.OFFICER: 403, Role.REVIEWER: 403, Role.HEAD: 403, Role.SUPERVISOR: 200, Role.ADMIN: 200, Role.PUBLIC: 302,
    }  # fmt: skip
    assert "陈静" in seen[Role.SUPERVISOR].content.decode()
    assert "陈静" in seen[Role.ADMIN].content.decode()
