"""A docking station's folder: each film once, whatever crashes; what it is not is told."""

import io
import json
import os
import time
from datetime import UTC, datetime

import pytest
from django.core.management import CommandError, call_command

from fadu.evidence import docking, vault
from fadu.evidence.models import Original, Upload
from fadu.evidence.sidecars import Sidecar, sidecars_of
from tests.evidence.conftest import film, picture

pytestmark = pytest.mark.django_db


@pytest.fixture
def dock(tmp_path, bureau, monkeypatch):
    """A folder, and what the room of recordings was told."""
    monkeypatch.setattr(docking, "_answers", [])
    folder = tmp_path / "dock"
    folder.mkdir()
    return folder


def put(folder, name, data, age=60):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    os.utime(path, (time.time() - age,) * 2)
    return path


def ingest(folder, bureau, *more):
    out = io.StringIO()
    call_command("evidence", "ingest", str(folder), "--organ", bureau.bureau.code, "--once", *more, stdout=out)
    return out.getvalue()


def tree(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))


def test_films_are_kept_once_and_moved(dock, bureau):
    told = []
    docking.answer_with(lambda original, sidecar: told.append((original, sidecar)))
    put(dock, "D7/X1-0042_330102_20260604093000_20260604094500.mp4", film(3_000_000))
    put(dock, "b.mp4", film(5000))
    put(
        dock,
        "b.mp4.json",
        json.dumps({"设备": "X9", "人员": "李伟", "开始": "2026-06-04T09:30", "end": "2026-06-04T02:00:00+00:00", "地点": "清河路"}).encode(),
    )
    put(dock, "still.mp4", film(6000), age=1)
    said = ingest(dock, bureau, "--device", "X5")
    assert "收下 2，以前收过 0，不收 0，等待 1" in said
    assert tree(dock) == ["done/D7/X1-0042_330102_20260604093000_20260604094500.mp4", "done/b.mp4", "done/b.mp4.json", "still.mp4"]
    assert {(row.name, row.by_name, row.organ_id, row.use) for row in Original.objects.all()} == {
        ("X1-0042_330102_20260604093000_20260604094500.mp4", "采集站", bureau.bureau.pk, "recording"), ("b.mp4", "采集站", bureau.bureau.pk, "recording"),
    }  # fmt: skip
    by_name = {original.name: sidecar for original, sidecar in told}
    first = by_name["X1-0042_330102_20260604093000_20260604094500.mp4"]
    assert (first.device, first.officer, first.begin.astimezone(UTC), first.end.astimezone(UTC)) == (
        "X1-0042", "330102", datetime(2026, 6, 4, 1, 30, tzinfo=UTC), datetime(2026, 6, 4, 1, 45, tzinfo=UTC),
    )  # fmt: skip
    second = by_name["b.mp4"]
    assert (second.device, second.officer, second.more) == ("X9", "李伟", {"地点": "清河路"})
    assert (second.begin.astimezone(UTC).hour, second.end.astimezone(UTC).hour) == (1, 2)
    assert not Upload.objects.filter(original=None).exists()
    for row in Original.objects.all():
        assert vault.digest(row.pk, row.size) == row.sha256
    put(dock, "again.mp4", film(5000))
    assert "以前收过 1" in ingest(dock, bureau)
    assert Original.objects.count() == 2


def test_what_is_refused_is_told_and_put_aside(dock, bureau, data):
    put(dock, "a.mp4", b"")
    put(dock, "b.mp4", b"MZ" + bytes(500))
    put(dock, "c.pdf", b"%PDF-1.4\n%%EOF")
    put(dock, "d.jpg", picture())
    said = ingest(dock, bureau)
    assert "不收　　a.mp4：文件是空的（0 字节）" in said
    assert "不收　　b.mp4：内容是Windows 程序" in said
    assert "不收　　c.pdf：内容是 PDF，不能作为音像记录上传" in said
    assert tree(dock) == ["done/d.jpg", "refused/a.mp4", "refused/b.mp4", "refused/c.pdf"]
    assert Original.objects.count() == 1
    assert not Upload.objects.filter(original=None).exists()


@pytest.mark.parametrize("where", ["keep", "told", "moved"])
def test_a_crash_anywhere_loses_and_doubles_nothing(dock, bureau, monkeypatch, where):
    told = []
    docking.answer_with(lambda original, _: told.append(original.pk))
    put(dock, "a.mp4", film(5000))

    class Crash(BaseException):
        pass

    def crash(*_, **__):
        raise Crash

    with monkeypatch.context() as patch:
        if where == "keep":
            patch.setattr(vault, "keep", crash)
        elif where == "told":
            patch.setattr(docking, "_answers", [crash])
        else:
            patch.setattr(docking, "_moved", crash)
        with pytest.raises(Crash):
            ingest(dock, bureau)
    assert tree(dock) == ["a.mp4"]
    ingest(dock, bureau)
    assert tree(dock) == ["done/a.mp4"]
    assert set(told) == {Original.objects.get().pk}


def test_deleted_where_asked(dock, bureau):
    put(dock, "a.mp4", film(5000))
    put(dock, "a.csv", "device,officer\r\nX1,李伟\r\n".encode("gb18030"))
    ingest(dock, bureau, "--delete")
    assert tree(dock) == []
    assert Original.objects.count() == 1


def test_nothing_in_done_is_written_over(dock, bureau):
    for size in (5000, 6000):
        put(dock, "a.mp4", film(size))
        ingest(dock, bureau)
    assert tree(dock) == ["done/a (1).mp4", "done/a.mp4"]


def test_one_watches_at_a_time(dock, bureau):
    with docking.alone(dock), pytest.raises(CommandError, match="另一个进程"):
        ingest(dock, bureau)
    with pytest.raises(CommandError, match="没有统一社会信用代码"):
        call_command("evidence", "ingest", str(dock), "--organ", "x", "--once")


@pytest.mark.parametrize(("beside", "text", "expected"), [
    ("a.json", '{"device": "X1"', Sidecar("D")),
    ("a.json", "[1]", Sidecar("D")),
    ("a.csv", "", Sidecar("D")),
    ("a.csv", "设备编号,开始\nX1,不知道\n", Sidecar("X1")),
    ("a.mp4.csv", "device\nX2\n", Sidecar("X2")),
])  # fmt: skip
def test_what_lies_beside_may_be_anything(tmp_path, beside, text, expected):
    (tmp_path / "a.mp4").write_bytes(b"1")
    (tmp_path / beside).write_text(text)
    assert sidecars_of(tmp_path / "a.mp4", "D") == expected


def test_what_lies_beside_in_gbk(tmp_path):
    (tmp_path / "a.mp4").write_bytes(b"1")
    (tmp_path / "a.csv").write_bytes("设备,人员\r\nX1,李伟\r\n".encode("gb18030"))
    assert sidecars_of(tmp_path / "a.mp4") == Sidecar("X1", "李伟")
