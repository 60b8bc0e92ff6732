"""Originals in an S3-compatible store: the same frames, in parts on the way up, in ranges on the way back. moto is the server."""

import hashlib
import io
import tracemalloc
import uuid

import boto3
import pytest
from moto.server import ThreadedMotoServer

from fadu.evidence import vault
from fadu.evidence.models import Original
from fadu.evidence.unfit import Later
from fadu.evidence.vault import local, s3
from tests.evidence.conftest import film
from tests.evidence.test_vault import Dribble


@pytest.fixture(scope="module")
def server():
    server = ThreadedMotoServer(port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def store(server, settings, monkeypatch, tmp_path):
    """A bucket of its own, as the operator sets it."""
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "testing")
    name = f"b{uuid.uuid4().hex[:8]}"
    settings.FADU_STORE, settings.DATA = f"s3://{name}/cell?endpoint={server}", tmp_path
    client = boto3.client("s3", endpoint_url=server, region_name="us-east-1")
    client.create_bucket(Bucket=name)
    yield lambda: {
        item["Key"]: client.get_object(Bucket=name, Key=item["Key"])["Body"].read() for item in client.list_objects_v2(Bucket=name).get("Contents", ())
    }
    assert "Uploads" not in client.list_multipart_uploads(Bucket=name), "no part stays behind"


@pytest.mark.parametrize("size", [0, 1, vault.FRAME, 2 * vault.FRAME + 77, 9 * vault.FRAME, 17 * vault.FRAME + 1])
def test_comes_back_whole_in_the_same_form(store, size):
    data, key = hashlib.shake_128(b"x").digest(size), uuid.uuid4()
    kept = vault.keep(key, Dribble(data), most=20 * vault.FRAME)
    assert (kept.size, kept.sha256) == (size, hashlib.sha256(data).hexdigest())
    assert vault.digest(key, size) == kept.sha256
    with vault.opened(key, size) as source:
        source.seek(max(0, size - 100))
        assert source.read(60) == data[max(0, size - 100) :][:60]
    ((name, stored),) = store().items()
    assert name == f"cell/{key.hex[-2:]}/{key}"
    assert size < 16 or data[:64] not in stored
    local.place(key).parent.mkdir(parents=True)
    local.place(key).write_bytes(stored)
    assert hashlib.sha256(local.Disk().stored(key).read(0, len(stored))).digest() == hashlib.sha256(stored).digest()


def test_what_the_store_holds_opens_on_a_disk(store, settings):
    data, key = hashlib.shake_128(b"z").digest(3 * vault.FRAME), uuid.uuid4()
    kept = vault.keep(key, io.BytesIO(data), most=len(data))
    local.place(key).parent.mkdir(parents=True)
    local.place(key).write_bytes(next(iter(store().values())))
    settings.FADU_STORE = ""
    assert vault.digest(key, len(data)) == kept.sha256


@pytest.mark.parametrize("most", [vault.FRAME, 12 * vault.FRAME])
def test_too_much_leaves_nothing(store, most):
    key = uuid.uuid4()
    with pytest.raises(vault.TooLarge):
        vault.keep(key, io.BytesIO(bytes(most + 1)), most=most)
    assert store() == {}
    with pytest.raises(vault.Damaged, match="不在存储中"):
        vault.opened(key, most)


def test_discarded(store):
    key = uuid.uuid4()
    vault.keep(key, io.BytesIO(b"abc"), most=10)
    begun = s3.bucket(vault.settings.FADU_STORE)
    begun._client.create_multipart_upload(**begun._where(key))  # what a crash in the middle of another try leaves
    vault.discard(key)
    vault.discard(key)
    assert store() == {}


def test_a_store_that_does_not_answer_is_asked_again_later(settings, monkeypatch):
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "testing")
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")
    settings.FADU_STORE = "s3://b/x?endpoint=http://127.0.0.1:9"
    monkeypatch.setattr(s3.bucket(settings.FADU_STORE)._client._endpoint, "_needs_retry", lambda *_: False)
    with pytest.raises(Later):
        vault.keep(uuid.uuid4(), io.BytesIO(b"abc"), most=10)
    with pytest.raises(vault.Damaged, match="稍后"):
        vault.opened(uuid.uuid4(), 3)


def test_memory_stays_small(store):
    class Long(io.RawIOBase):
        left = 64 * vault.FRAME

        def read(self, size=-1):
            part = bytes(min(size, self.left))
            self.left -= len(part)
            return part

    from unittest import mock

    bucket = s3.bucket(vault.settings.FADU_STORE)
    with mock.patch.object(bucket, "_part", return_value={}), mock.patch.object(bucket._client, "complete_multipart_upload"):
        upload = mock.patch.object(bucket._client, "create_multipart_upload", return_value={"UploadId": "u"})
        with upload:
            tracemalloc.start()
            vault.keep(uuid.uuid4(), Long(), most=1 << 30)
            peak = tracemalloc.get_traced_memory()[1]
            tracemalloc.stop()
    assert peak < 24 << 20, peak


@pytest.mark.django_db
def test_uploads_go_there(store, sender, settings, tmp_path):
    body = film(9_000_000)
    settings.DATA = tmp_path
    answer = sender.whole("a.mp4", body, "recording")
    original = Original.objects.get(pk=answer["Fadu-Original"])
    assert len(store()) == 1
    assert not vault.folder().exists()
    got = sender.client.get(f"/evidence/{original.pk}/file", headers={"Range": "bytes=2000000-2000099"})
    assert b"".join(got.streaming_content) == body[2000000:2000100]
