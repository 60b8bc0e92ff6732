"""Files: whole or not at all, and never outside their folder."""

import os
import stat

import pytest

from fadu.ledger.memory import MemoryBlobs
from fadu.ledger.storage import Folder


@pytest.fixture(params=["memory", "folder", "folder without flushing"])
def blobs(request, tmp_path):
    if request.param == "memory":
        return MemoryBlobs()
    return Folder(tmp_path / "log", durable=request.param == "folder")


def test_what_is_written_can_be_read(blobs):
    blobs.write("tile/0/x001/000", b"abc")
    blobs.write("checkpoint", b"")
    assert blobs.read("tile/0/x001/000") == b"abc"
    assert blobs.read("checkpoint") == b""


def test_what_was_not_written_is_none(blobs):
    blobs.write("tile/0/000", b"x")
    assert blobs.read("tile/0/001") is None
    assert blobs.read("nowhere/at/all") is None
    assert blobs.read("tile/0/000/below-a-file") is None


def test_a_later_write_replaces_an_earlier_one(blobs):
    blobs.write("checkpoint", b"one")
    blobs.write("checkpoint", b"two")
    assert blobs.read("checkpoint") == b"two"


def test_removing_takes_everything_beneath_and_nothing_beside(blobs):
    for name in ("tile/0/000.p/1", "tile/0/000.p/2", "tile/0/000", "tile/0/000.px", "tile/0/001.p/1"):
        blobs.write(name, b"x")
    blobs.remove("tile/0/000.p")
    assert [name for name in ("tile/0/000.p/1", "tile/0/000.p/2") if blobs.read(name)] == []
    assert blobs.read("tile/0/000") == blobs.read("tile/0/000.px") == blobs.read("tile/0/001.p/1") == b"x"


def test_removing_one_file_or_nothing(blobs):
    blobs.write("checkpoint", b"x")
    blobs.remove("checkpoint")
    blobs.remove("checkpoint")
    blobs.remove("never/was")
    assert blobs.read("checkpoint") is None


@pytest.mark.parametrize("path", ["../out", "a/../../out", "/etc/passwd", "a//b", "", ".", "a/.", "a/", "a\\..\\b", "a\0b"])
def test_paths_out_of_the_folder_are_refused(tmp_path, path):
    folder = Folder(tmp_path / "log")
    for deed in (folder.read, folder.remove, lambda name: folder.write(name, b"x")):
        with pytest.raises(ValueError, match="路径不合规"):
            deed(path)
    assert list(tmp_path.iterdir()) == [tmp_path / "log"]
    assert list((tmp_path / "log").iterdir()) == []


def test_a_failed_write_leaves_the_old_bytes_and_no_litter(tmp_path, monkeypatch):
    folder = Folder(tmp_path)
    folder.write("checkpoint", b"old")

    def broken(*_):
        raise OSError("磁盘已满")

    for step in ("replace", "fsync", "chmod"):
        with monkeypatch.context() as patch:
            patch.setattr(os, step, broken)
            with pytest.raises(OSError, match="磁盘已满"):
                folder.write("checkpoint", b"new")
        assert folder.read("checkpoint") == b"old"
        assert [path.name for path in tmp_path.iterdir()] == ["checkpoint"]


def test_a_write_is_flushed_before_it_is_renamed_and_the_name_after(tmp_path, monkeypatch):
    folder = Folder(tmp_path)
    events = []
    fsync, replace = os.fsync, os.replace

    def flushed(handle):
        events.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file")
        fsync(handle)

    def renamed(*names):
        events.append("rename")
        replace(*names)

    monkeypatch.setattr(os, "fsync", flushed)
    monkeypatch.setattr(os, "replace", renamed)
    folder.write("checkpoint", b"x")
    assert events == ["file", "rename", "folder"]
    events.clear()
    folder.write("tile/0/000", b"x")
    assert events == ["folder", "folder", "file", "rename", "folder"]


def test_without_flushing_nothing_is_flushed(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "fsync", lambda _: pytest.fail("flushed"))
    Folder(tmp_path, durable=False).write("tile/0/000", b"x")


def test_files_of_the_log_are_public(tmp_path):
    Folder(tmp_path).write("checkpoint", b"x")
    assert stat.S_IMODE((tmp_path / "checkpoint").stat().st_mode) == 0o644
