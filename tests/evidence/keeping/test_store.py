"""Originals of a store in a backup: fetched once, an interrupted run goes on, and they come back to a store or to the disk. moto is the store."""

import hashlib
import io
import uuid
from typing import Any

import boto3
import pytest

from fadu.evidence import vault
from fadu.evidence.keeping.backing import store
from fadu.evidence.keeping.backing.manifest import Unusable
from fadu.evidence.keeping.backing.objects import Objects
from fadu.evidence.vault import s3
from fadu.evidence.vault.frames import Damaged
from tests.evidence.test_s3 import server

__all__ = ["server"]


@pytest.fixture
def bucket(server: str, settings: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> str:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "testing")
    name = f"k{uuid.uuid4().hex[:8]}"
    settings.FADU_STORE, settings.DATA = f"s3://{name}/cell?endpoint={server}", tmp_path / "data"
    boto3.client("s3", endpoint_url=server, region_name="us-east-1").create_bucket(Bucket=name)
    return name


def silent(_done: int, _total: int) -> None:
    """Told to nobody."""


def kept(*sizes: int) -> dict[uuid.UUID, bytes]:
    found = {uuid.uuid4(): hashlib.shake_128(str(size).encode()).digest(size) for size in sizes}
    for key, data in found.items():
        vault.keep(key, io.BytesIO(data), most=1 << 30)
    return found


def test_what_a_store_holds_is_fetched_once_and_comes_back(bucket: str, server: str, settings: Any, tmp_path: Any) -> None:
    whole = kept(0, 70, 9 << 20)
    boto3.client("s3", endpoint_url=server, region_name="us-east-1").put_object(Bucket=bucket, Key="cell/readme.txt", Body=b"not ours")
    found, fresh = store.fetched(tmp_path, {}, silent)
    assert (len(found), fresh) == (3, 3)
    objects = Objects(tmp_path / "objects")
    assert all(objects.sound(item.sha256, item.size) for item in found)
    again = kept(5)
    later, fresh = store.fetched(tmp_path, {item.path: item for item in found}, silent)
    assert (len(later), fresh) == (4, 1)
    name = f"n{uuid.uuid4().hex[:8]}"
    boto3.client("s3", endpoint_url=server, region_name="us-east-1").create_bucket(Bucket=name)
    for address in (f"s3://{name}/other?endpoint={server}", ""):
        settings.FADU_STORE = address
        for item in later:
            store.put_back(item, objects.place(item.sha256))
        for key, data in (whole | again).items():
            assert vault.opened(key, len(data)).read() == data, address or "the disk"


def test_an_interrupted_run_goes_on_where_it_stopped(bucket: str, tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    kept(10, 20, 30, 40)
    asked: list[uuid.UUID] = []
    stored = s3.Bucket.stored

    def cut(self: Any, key: uuid.UUID) -> Any:
        asked.append(key)
        if len(asked) == 3:
            raise Damaged("存储暂时不能读取，请稍后再试")
        return stored(self, key)

    monkeypatch.setattr(s3.Bucket, "stored", cut)
    with pytest.raises(Unusable, match="接着做"):
        store.fetched(tmp_path, {}, silent)
    with (tmp_path / store.JOURNAL).open("a") as journal:
        journal.write('["store/half')
    found, fresh = store.fetched(tmp_path, {}, silent)
    assert (len(found), fresh, len(asked)) == (4, 2, 5)
    store.done(tmp_path)
    assert not (tmp_path / store.JOURNAL).exists()


def test_a_path_that_is_no_id_is_refused(bucket: str, tmp_path: Any) -> None:
    with pytest.raises(Unusable, match="不合规"):
        store.put_back(store.Stored("store/../../etc/passwd", "0" * 64, 1), tmp_path / "x")
