"""The container: the same bytes for the same members, in little memory, readable by others."""

import io
import tracemalloc
import zipfile
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fadu.evidence.archive.package.zipping import CHUNK, Changed, Member, Pulled, member, stream


class Zeros(io.RawIOBase):
    """So many zeros."""

    def __init__(self, size: int) -> None:
        self.left = size

    def read(self, size: int = -1) -> bytes:
        taken = min(self.left, size)
        self.left -= taken
        return bytes(taken)


@settings(max_examples=20)
@given(st.dictionaries(st.from_regex(r"[a-z]{1,8}", fullmatch=True), st.binary(max_size=200), max_size=6))
def test_others_read_what_was_written_and_it_is_always_the_same(files: dict[str, bytes]) -> None:
    made = [b"".join(stream([member(name, "text/plain", data) for name, data in files.items()])) for _ in range(2)]
    assert made[0] == made[1]
    with zipfile.ZipFile(io.BytesIO(made[0])) as package:
        assert package.testzip() is None
        assert {name: package.read(name) for name in package.namelist()} == files


@settings(max_examples=20)
@given(st.lists(st.binary(max_size=50)), st.integers(1, 60))
def test_pulled_gives_all_whatever_is_asked_at_a_time(pieces: list[bytes], size: int) -> None:
    source, found = io.BufferedReader(Pulled(iter(pieces))), b""
    while chunk := source.read(size):
        found += chunk
    assert found == b"".join(pieces)


def test_a_large_member_passes_in_little_memory() -> None:
    import hashlib

    size = 200 << 20
    digest = hashlib.sha256(bytes(size)).hexdigest()
    tracemalloc.start()
    total = sum(len(piece) for piece in stream([Member("video.mp4", "video/mp4", digest, size, lambda: Zeros(size))]))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert total > size
    assert peak < 8 * CHUNK


@pytest.mark.parametrize(("data", "size"), [(b"other", 5), (b"same", 5)], ids=["other bytes", "fewer bytes"])
def test_a_member_that_is_not_what_its_record_says_stops_it(data: bytes, size: int) -> None:
    right = member("a", "text/plain", b"right")
    wrong = Member("a", "text/plain", right.sha256, size, lambda: io.BytesIO(data))
    with pytest.raises(Changed, match="校验值不符"):
        list(stream([wrong]))


def test_zip64_is_always_on() -> None:
    made: Any = b"".join(stream([member("a", "text/plain", b"x")]))
    assert zipfile.ZipFile(io.BytesIO(made)).infolist()[0].extract_version <= 45
    assert int.from_bytes(made[4:6], "little") == 45
