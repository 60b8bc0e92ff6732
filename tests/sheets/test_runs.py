"""A run from the upload to its end: done whole, faulty, interrupted, forbidden meanwhile."""

import json
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.utils import timezone

from fadu.accounts.actors import SYSTEM, Role
from fadu.accounts.models import Post
from fadu.accounts.permissions import NotAllowed
from fadu.agencies.models import Officer
from fadu.law.forms import Invalid
from fadu.sheets import selectors, services, storage
from fadu.sheets.models import Import
from fadu.sheets.sheet import Fault, Faults, Loaded
from tests.agencies.world import World
from tests.sheets.files import animals, workbook

GOOD = workbook(["名称", "种类"], ["大黄", "狗"], ["小白", "猫"])
BAD = workbook(["名称", "种类"], ["大黄", "马"], [None, "猫"])


def brought(lists: dict[str, Any], data: bytes = GOOD, actor: Any = SYSTEM, **sheet: Any) -> Import:
    lists["animals"] = animals(**sheet)
    return services.bring_in(actor, lists["animals"], "动物.xlsx", data, "核对")


def files() -> list[str]:
    return sorted(path.name for path in storage.folder().iterdir() if path.suffix != ".lock")


def test_a_run_is_done_whole_and_its_file_deleted(world: World, lists: dict[str, Any]) -> None:
    seen = []

    def load(actor: Any, rows: Any, tick: Any) -> Loaded:
        seen.append((actor.name, [(row.line, row.values, row.reason, sorted(row.given)) for row in rows]))
        return Loaded(added=1, changed=1)

    run = brought(lists, load=load, actor=world.actor(Role.ADMIN))
    assert files() == [f"{run.pk}.upload"]
    assert GOOD not in (storage.folder() / f"{run.pk}.upload").read_bytes()
    assert (run.by_name, run.reason, run.size) == ("陈静", "核对", len(GOOD))
    assert services.work_once()
    assert not services.work_once()
    run.refresh_from_db()
    assert (run.state, run.added, run.changed, run.unchanged, run.rows_done, run.kept) == ("done", 1, 1, 0, 2, False)
    assert files() == []
    given = ["kind", "name"]
    assert seen == [("陈静", [(2, {"name": "大黄", "kind": "dog"}, "核对", given), (3, {"name": "小白", "kind": "cat"}, "核对", given)])]


def test_a_file_with_faults_is_told_cell_by_cell_and_nothing_of_it_is_loaded(world: World, lists: dict[str, Any]) -> None:
    run = brought(lists, BAD, load=lambda *_: pytest.fail("loaded"))  # no row of it is sound
    services.work_once()
    run.refresh_from_db()
    assert (run.state, run.faults_count, files()) == ("faulty", 2, [])
    assert [(fault.row, fault.column) for fault in selectors.faults_of(run)] == [(2, "种类"), (3, "名称")]


def test_all_faults_are_told_at_once_and_what_was_tried_is_undone(world: World, lists: dict[str, Any]) -> None:
    """Sound rows are tried beside the others, so that what only the room knows is told too."""
    person = world.people[Role.OFFICER]
    seen = []

    def load(_actor: Any, rows: Any, _tick: Any) -> Loaded:
        Officer.objects.filter(pk=person.pk).update(name="改了")
        seen.append(([row.line for row in rows], [(row.line, row.values) for row in rows.unsound]))
        if len(seen) > 1:
            raise Faults([Fault(2, "名称", "已有同名的")])
        return Loaded()

    data = workbook(["名称", "种类"], ["大黄", "狗"], ["小白", "马"])
    for count in (1, 2):
        run = brought(lists, data, load=load)
        services.work_once()
        run.refresh_from_db()
        person.refresh_from_db()
        assert (run.state, run.faults_count, person.name) == ("faulty", count, "张伟")
    assert [(fault.row, fault.column) for fault in selectors.faults_of(run)] == [(2, "名称"), (3, "种类")]
    assert seen == [([2], [(3, {"name": "小白", "kind": "马"})])] * 2


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (Faults([Fault(3, "种类", "甲"), Fault(2, "名称", "乙")]), [(2, "名称", "乙"), (3, "种类", "甲")]),
        (Invalid({"name": "丙"}), [(0, "", "丙")]),
        (NotAllowed("丁"), [(0, "", "丁")]),
    ],
)
def test_what_was_written_is_undone_when_the_room_refuses(world: World, lists: dict[str, Any], wrong: Exception, says: Any) -> None:
    person = world.people[Role.OFFICER]

    def load(_actor: Any, _rows: Any, _tick: Any) -> Loaded:
        Officer.objects.filter(pk=person.pk).update(name="改了")
        raise wrong

    run = brought(lists, load=load)
    services.work_once()
    run.refresh_from_db()
    person.refresh_from_db()
    assert (run.state, person.name) == ("faulty", "张伟")
    assert [(fault.row, fault.column, fault.says) for fault in selectors.faults_of(run)] == says


@pytest.mark.parametrize("wrong", [RuntimeError("x"), OperationalError("database is locked")])
def test_what_breaks_is_told_as_interrupted_and_can_be_started_again(world: World, lists: dict[str, Any], wrong: Exception) -> None:
    fails = [wrong]

    def load(_actor: Any, rows: Any, _tick: Any) -> Loaded:
        if fails:
            raise fails.pop()
        return Loaded(added=len(rows))

    run = brought(lists, load=load, actor=world.actor(Role.ADMIN))
    services.work_once()
    run.refresh_from_db()
    assert (run.state, run.kept, files()) == ("interrupted", True, [f"{run.pk}.progress", f"{run.pk}.upload"])
    services.start_again(SYSTEM, lists["animals"], run.pk)
    with pytest.raises(Invalid, match="不能重新开始"):
        services.start_again(SYSTEM, lists["animals"], run.pk)
    services.work_once()
    run.refresh_from_db()
    assert (run.state, run.by_name, run.added, files()) == ("done", "系统", 2, [])


def test_an_upload_that_nobody_starts_again_is_deleted_after_a_day(world: World, lists: dict[str, Any]) -> None:
    def load(*_: Any) -> Loaded:
        raise RuntimeError

    run = brought(lists, load=load)
    services.work_once()
    services.tell_interrupted()
    assert f"{run.pk}.upload" in files()
    Import.objects.update(started_at=timezone.now() - timedelta(days=2), ended_at=timezone.now() - timedelta(days=1, minutes=1))
    services.work_once()
    run.refresh_from_db()
    assert (run.kept, files()) == (False, [])
    with pytest.raises(Invalid, match="重新上传"):
        services.start_again(SYSTEM, lists["animals"], run.pk)


def test_who_is_no_longer_in_the_post_when_the_turn_comes_imports_nothing(world: World, lists: dict[str, Any]) -> None:
    run = brought(lists, actor=world.actor(Role.ADMIN), load=lambda *_: pytest.fail("loaded"))
    Post.objects.filter(officer_id=world.people[Role.ADMIN].pk).update(ends_on=timezone.localdate())
    services.work_once()
    run.refresh_from_db()
    assert run.state == "faulty"
    assert "已不再任提交时的职务" in selectors.faults_of(run)[0].says


@pytest.mark.parametrize("role", [Role.OFFICER, Role.REVIEWER, Role.HEAD, Role.SUPERVISOR])
def test_who_may_not_brings_nothing_in(world: World, lists: dict[str, Any], role: Role) -> None:
    with pytest.raises(NotAllowed):
        brought(lists, actor=world.actor(role))
    assert not Import.objects.exists()


def test_what_is_asked_of_an_upload(world: World, lists: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    brought(lists)
    with pytest.raises(Invalid, match="正在导入"):
        brought(lists)
    with pytest.raises(Invalid, match="文件是空的"):
        brought(lists, b"")
    with pytest.raises(Invalid, match="请填写事由"):
        services.bring_in(SYSTEM, lists["animals"], "x", BAD, " ")
    monkeypatch.setattr(services, "MOST_BYTES", 10)
    with pytest.raises(Invalid, match="请分成几份"):
        brought(lists, BAD)
    assert services._said("C:\\用户\\a\x00\u202eb.xlsx") == "ab.xlsx"


def test_a_file_that_is_gone_and_a_sheet_that_is_gone_are_told(world: World, lists: dict[str, Any]) -> None:
    first = brought(lists)
    storage.drop(first.pk)
    services.work_once()
    second = brought(lists)
    del lists["animals"]
    services.work_once()
    told = [selectors.faults_of(run)[0].says for run in (Import.objects.get(pk=first.pk), Import.objects.get(pk=second.pk))]
    assert told == ["上传的文件已经不在了，请重新上传", "平台不再有这个表"]


# --- other connections, other processes ---


@pytest.mark.django_db(transaction=True)
def test_progress_is_seen_from_outside_and_a_killed_worker_leaves_nothing(tmp_path: Path) -> None:
    """An installation of its own, on a file of SQLite or on the test's database of PostgreSQL."""
    url = ""
    if connection.vendor == "postgresql":
        kept = connection.settings_dict
        url = f"postgresql://{kept['USER']}@{kept['HOST']}:{kept['PORT']}/{kept['NAME']}"
    env = {**os.environ, "FADU_DATA": str(tmp_path / "data"), "DJANGO_SETTINGS_MODULE": "fadu.site.settings", "FADU_DATABASE_URL": url}
    told = subprocess.run(
        [sys.executable, "-m", "tests.sheets.within", "story"], env=env, cwd=Path(__file__).parents[2], capture_output=True, text=True, timeout=120, check=False
    )
    assert told.returncode == 0, told.stderr[-2000:]
    assert json.loads(told.stdout.splitlines()[-1]) == {
        "said": "writing",
        "writing": ["writing", 1, 2, True, 0],
        "somebody is at it": ["writing", 1, 2, True, 0],
        "killed": ["interrupted", 1, 2, True, 0],
        "again": ["waiting", 1, 2, True, 0],
        "done": ["done", 2, 2, False, 0],
    }


@pytest.mark.django_db(transaction=True)
def test_two_imports_of_one_sheet_run_one_after_the_other(lists: dict[str, Any]) -> None:
    from tests.agencies.world import build

    build()
    inside: list[str] = []

    def load(_actor: Any, rows: Any, _tick: Any) -> Loaded:
        inside.append("in")
        time.sleep(0.3)
        inside.append("out")
        return Loaded(added=len(rows))

    brought(lists, load=load)
    brought(lists, workbook(["名称", "种类"], ["小黑", "狗"]), load=load)
    barrier = Barrier(3)

    def work() -> int:
        barrier.wait(5)
        try:
            for _ in range(50):
                try:
                    return int(services.work_once())
                except OperationalError:  # tables in memory that threads share are locked whole; a worker comes again
                    time.sleep(0.05)
            return 0
        finally:
            connection.close()

    with ThreadPoolExecutor(3) as pool:
        together = [future.result(30) for future in [pool.submit(work) for _ in range(3)]]
    while services.work_once():
        pass
    assert sum(together) >= 1
    assert inside == ["in", "out"] * 2
    assert set(Import.objects.values_list("state", flat=True)) == {"done"}


def test_the_worker_does_imports_in_its_round(world: World, lists: dict[str, Any]) -> None:
    from django.core.management import call_command

    run = brought(lists)
    call_command("work", once=True)
    run.refresh_from_db()
    assert run.state == "done"
