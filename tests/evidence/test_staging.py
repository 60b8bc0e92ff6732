"""Bytes on their way: any cut and any crash resumes to the same file, one sends at a time, nothing is in the clear, nothing is left."""

import hashlib
import io
import json
import os
import time
import uuid
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fadu.cases.now import at, now
from fadu.evidence import staging, vault
from fadu.evidence.models import Original, Upload
from fadu.evidence.services import uploads
from tests.evidence.conftest import film, picture

pytestmark = pytest.mark.django_db
QUIET = settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
BODY = film(3 * staging.RECORD + 77)


class Cut(io.BytesIO):
    """A connection that is cut after so many bytes, in the way the server sees it: an end, or an error."""

    def __init__(self, data, error):
        super().__init__(data)
        self.error = error

    def read(self, size=-1):
        found = super().read(min(size, 300_000))
        if not found and self.error:
            raise OSError("connection reset")
        return found


class Died(BaseException):
    """kill -9, as far as one process can tell of it."""


@QUIET
@given(st.lists(st.tuples(st.integers(1, 2 * staging.RECORD), st.sampled_from(["end", "error", "crash", "torn", "garbage"])), max_size=8))
def test_any_cut_resumes_to_the_same_file(data, liwei, cuts):
    upload = uploads.begin(liwei, use="recording", name="a.mp4", size=len(BODY))
    place = staging._place(upload.pk)
    for length, how in cuts:
        offset = uploads.stand(liwei, upload.pk).offset
        part = BODY[offset : offset + length]
        if len(part) + offset >= len(BODY):
            break
        if how == "crash":  # the process dies before it can write down how far it is
            original, uploads._noted = uploads._noted, _die
            try:
                uploads.receive(liwei, upload.pk, uploads.Piece(Cut(part, False), offset))
            except Died:
                pass
            finally:
                uploads._noted = original
            assert uploads.stand(liwei, upload.pk).offset == offset + len(part), "what was written counts"
        else:
            uploads.receive(liwei, upload.pk, uploads.Piece(Cut(part, how == "error"), offset))
        if how in {"torn", "garbage"}:  # a record that was under way when the power went
            with place.open("ab") as out:
                out.write(place.read_bytes()[:40_000] if how == "torn" else staging._HEAD.pack(500, 0) + os.urandom(500))
            assert uploads.stand(liwei, upload.pk).offset == offset + len(part), "what is not whole does not count"
    offset = uploads.stand(liwei, upload.pk).offset
    done = uploads.receive(liwei, upload.pk, uploads.Piece(io.BytesIO(BODY[offset:]), offset))
    row = Original.objects.get(pk=done.original_id)
    assert row.sha256 == hashlib.sha256(BODY).hexdigest() == vault.digest(row.pk, row.size)
    assert not place.exists()


def _die(*_):
    raise Died


@QUIET
@given(st.lists(st.integers(1, staging.RECORD), min_size=1, max_size=6), st.integers(0, 5 * staging.RECORD), st.integers(0, 70_000))
def test_what_came_is_read_from_anywhere(data, lengths, start, length):
    key, whole = uuid.uuid4(), b"".join(os.urandom(1) * size for size in lengths)
    staging.begin(key)
    with staging.alone(key, staging.Mark()) as staged:
        begin = 0
        for size in lengths:
            staged.append(whole[begin : begin + size])
            begin += size
        source = staged.source()
        assert source.seek(0, 2) == len(whole)
        source.seek(start)
        assert source.read(length) == whole[start : start + length]
    staging.drop(key)


def test_nothing_is_in_the_clear_and_nobody_else_reads_it(sender, data):
    path = sender.begin("张三的诊断书.txt", 2000, "exhibit")
    sender.send(path, b"words of a party, a whole sentence of them" * 20, 0)
    (records,) = (data / "uploads").glob("*.records")
    assert b"words of a party" not in records.read_bytes()
    assert records.stat().st_mode & 0o077 == 0
    assert (data / "uploads").stat().st_mode & 0o077 == 0
    assert "张三".encode() not in bytes(_raw_name())


def _raw_name():
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute('SELECT "name" FROM "evidence_upload"')
        return cursor.fetchone()[0]


def test_one_connection_at_a_time(sender, liwei):
    path = sender.begin("a.mp4", 5000, "recording")
    upload = Upload.objects.get()
    body = film(5000)

    class Slow(io.BytesIO):
        def read(self, size=-1):
            for method in ("PATCH", "HEAD", "DELETE"):
                answer = sender.ask(method, path, b"x" if method == "PATCH" else b"", Upload_Offset="0")
                assert answer.status_code == 423, method
            return super().read(size)

    uploads.receive(liwei, upload.pk, uploads.Piece(Slow(body[:2000]), 0))
    assert sender.offset(path) == 2000


def test_a_dead_line_is_put_out_after_a_while(data, monkeypatch):
    key = uuid.uuid4()
    staging.begin(key)
    with staging.alone(key, staging.Mark()) as dead:
        dead.append(b"one")
        with pytest.raises(staging.Busy), staging.alone(key, staging.Mark()):
            pass
        os.utime(staging._place(key), (time.time() - staging.STALLED - 1,) * 2)
        with staging.alone(key, staging.Mark()) as fresh:
            assert fresh.mark.offset == 3
            fresh.append(b"two")
            with pytest.raises(staging.Busy):
                dead.append(b"late")
            fresh.append(b"three")
    with staging.alone(key, staging.Mark()) as after:
        assert after.source().read() == b"onetwothree"


def test_what_no_checksum_confirmed_does_not_count_after_a_crash(liwei, data):
    upload = uploads.begin(liwei, use="recording", name="a.mp4", size=5000)
    with staging.alone(upload.pk, staging.Mark()) as staged:
        staged.append(b"confirmed by nobody", unconfirmed=True)
    assert uploads.stand(liwei, upload.pk).offset == 0


def test_a_death_between_the_last_byte_and_the_original(sender, liwei, monkeypatch, data):
    body = film(2 * staging.RECORD)
    for where in ("inspect", "keep", "record"):
        path = sender.begin(f"{where}.mp4", len(body), "recording")
        target = {"inspect": (uploads.checking, "inspect"), "keep": (uploads.vault, "keep"), "record": (uploads, "record")}[where]
        with monkeypatch.context() as patch:
            patch.setattr(*target, lambda *_, **__: _die())
            patch.setattr(uploads.vault, "discard", lambda *_: None)  # the dead tidy nothing
            with pytest.raises(Died):
                sender.send(path, body, 0)
        offset = sender.offset(path)
        assert 0 < offset < len(body), "the last record is asked for again, so that any client goes on"
        assert "Fadu-Original" in sender.send(path, body[offset:], offset)
    assert Original.objects.count() == 3
    assert not list((data / "uploads").iterdir())


def test_the_expired_is_cleared(sender, data):
    begun, half = sender.begin("a.mp4", 5000, "recording"), sender.begin("b.mp4", 5000, "recording")
    sender.send(half, film(5000)[:2000], 0)
    sender.whole("c.jpg", picture())
    orphan = uuid.uuid4()
    staging.begin(orphan)
    os.utime(staging._place(orphan), (0, 0))
    assert uploads.expire() == 1, "only the bytes that nobody owns"
    assert sender.offset(begun) == 0
    with at(now() + timedelta(days=1, minutes=1)):
        assert sender.ask("HEAD", half).status_code == 404
        uploads.expire()
    assert not Upload.objects.exists()
    assert not list((data / "uploads").iterdir())
    assert Original.objects.count() == 1
    assert len([path for path in vault.folder().rglob("*") if path.is_file()]) == 1


def test_what_was_damaged_while_it_waited(sender, data):
    path = sender.begin("a.mp4", 5000, "recording")
    sender.send(path, film(5000)[:3000], 0)
    (records,) = (data / "uploads").glob("*.records")
    whole = records.read_bytes()
    records.write_bytes(whole[:100] + bytes([whole[100] ^ 1]) + whole[101:])
    answer = sender.send(path, film(5000)[3000:], 3000)
    assert (answer.status_code, json.loads(answer.content)["detail"]) == (404, "暂存的内容被改动或者损坏，请重新上传")
    assert not Original.objects.exists()
    assert not list((data / "uploads").iterdir())


def test_too_many_at_once(sender, monkeypatch):
    monkeypatch.setattr(uploads, "AT_ONCE", 2)
    assert [sender.create("a.mp4", 100, "recording").status_code for _ in range(3)] == [201, 201, 429]
