"""The vault: what is kept comes back byte for byte, from any place, and nothing of it can be swapped unseen."""

import hashlib
import io
import uuid

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as settings_of
from hypothesis import strategies as st

from fadu.evidence import vault
from fadu.evidence.vault import local


@pytest.fixture(autouse=True)
def _small(settings, tmp_path):
    settings.DATA = tmp_path


class Dribble(io.RawIOBase):
    """A stream that gives a few bytes at a time, as a network does."""

    def __init__(self, data):
        self.inner = io.BytesIO(data)

    def read(self, size=-1):
        return self.inner.read(min(size, 70_001))


@pytest.mark.parametrize("size", [0, 1, vault.FRAME - 1, vault.FRAME, vault.FRAME + 1, 2 * vault.FRAME, 2 * vault.FRAME + 77])
def test_comes_back_whole(size):
    data, key = hashlib.shake_128(b"x").digest(size), uuid.uuid4()
    kept = vault.keep(key, Dribble(data), most=10 * vault.FRAME)
    assert (kept.size, kept.sha256) == (size, hashlib.sha256(data).hexdigest())
    assert vault.opened(key, size).read() == data
    assert vault.digest(key, size) == kept.sha256
    assert data[:64] not in local.place(key).read_bytes() or size < 16


@settings_of(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.lists(st.tuples(st.integers(0, 3 * vault.FRAME), st.integers(0, 5000)), min_size=1, max_size=5))
def test_reads_from_anywhere(three, places):
    data, key = three
    with vault.opened(key, len(data)) as source:
        for at, length in places:
            source.seek(at)
            assert source.read(length) == data[at : at + length]


@pytest.fixture
def three():
    data, key = hashlib.shake_128(b"y").digest(3 * vault.FRAME - 5), uuid.uuid4()
    vault.keep(key, io.BytesIO(data), most=len(data))
    return data, key


def test_too_much_leaves_nothing():
    key = uuid.uuid4()
    with pytest.raises(vault.TooLarge):
        vault.keep(key, io.BytesIO(b"x" * (vault.FRAME + 1)), most=vault.FRAME)
    assert not list(vault.folder().rglob("*.part"))
    with pytest.raises(vault.Damaged):
        vault.opened(key, vault.FRAME)


def test_every_harm_is_found():
    one, two = uuid.uuid4(), uuid.uuid4()
    data = bytes(2 * vault.FRAME + 9)
    for key in (one, two):
        vault.keep(key, io.BytesIO(data), most=len(data))
    whole = local.place(one).read_bytes()
    other = local.place(two).read_bytes()
    frames = [whole[n * vault.SEALED : (n + 1) * vault.SEALED] for n in range(3)]
    harms = {
        "a bit": whole[:500] + bytes([whole[500] ^ 1]) + whole[501:],
        "frames swapped": frames[1] + frames[0] + frames[2],
        "another's": other,
        "cut at a frame": whole[: 2 * vault.SEALED],
        "one byte short": whole[:-1],
    }
    unseen = []
    for harm, stored in harms.items():
        local.place(one).write_bytes(stored)
        try:
            vault.digest(one, len(data))
            unseen.append(harm)
        except vault.Damaged:
            continue
    assert unseen == []
