"""Zips from strangers: every known trick is refused before anything is read."""

import struct
import zipfile
from hashlib import sha256

import pytest

from fadu.ledger import archive as room
from fadu.ledger.archive import Archive, safe
from fadu.ledger.errors import BadArchive


def make(path, members, compression=zipfile.ZIP_DEFLATED):
    with zipfile.ZipFile(path, "w", compression) as file:
        for name, data in members:
            file.writestr(name, data)
    return path


def refused(path, match, code=None):
    with pytest.raises(BadArchive, match=match) as caught:
        Archive(path)
    assert code is None or caught.value.code == code


@pytest.fixture
def zipped(tmp_path):
    return tmp_path / "a.zip"


def test_members_are_read_and_hashed(zipped):
    data = b"x" * 3_000_000
    with Archive(make(zipped, [("a.json", b"{}"), ("文书/决定书.pdf", data)])) as archive:
        assert archive.names == {"a.json", "文书/决定书.pdf"}
        assert archive.read("a.json", 2) == b"{}"
        assert archive.digest("文书/决定书.pdf") == sha256(data).hexdigest()


def test_a_missing_member_is_named(zipped):
    with Archive(make(zipped, [("a", b"")])) as archive:
        for deed in (archive.digest, lambda name: archive.read(name, 9)):
            with pytest.raises(BadArchive, match=r"缺少 case\.json") as caught:
                deed("case.json")
            assert caught.value.code == "archive-missing"


def test_a_member_longer_than_allowed_is_refused(zipped):
    with Archive(make(zipped, [("a", b"x" * 11)])) as archive:
        assert archive.read("a", 11) == b"x" * 11
        with pytest.raises(BadArchive, match="超过 10 字节"):
            archive.read("a", 10)


@pytest.mark.parametrize("data", [b"", b"not a zip", b"PK\x03\x04", b"PK\x05\x06" + bytes(5)])
def test_what_is_no_zip_is_refused(zipped, data):
    zipped.write_bytes(data)
    refused(zipped, "不是完好的 zip", "archive")


def test_no_such_file(tmp_path):
    refused(tmp_path / "none.zip", "不是完好的 zip")


@pytest.mark.parametrize(
    "name",
    [
        "../evil",
        "a/../../evil",
        "/etc/passwd",
        "a//b",
        "./a",
        "a/.",
        "a\\b",
        "..\\evil",
        "C:/evil",
        "a:b",
        "a\nb",
        "a\u202eb",
        "folder/",
        "a?",
        "a*",
        '"',
        "<a>",
        "a|b",
    ],
)
def test_names_that_lead_elsewhere_are_refused(zipped, name):
    refused(make(zipped, [("ok", b""), (name, b"")]), "文件名不合规", "archive-path")
    assert not safe(name)


@pytest.mark.parametrize("name", ["a", "a/b", "documents/决定书（副本）.pdf", "receipts/step-0001.json", "a b", "..a"])
def test_ordinary_names_are_safe(name):
    assert safe(name)


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(
    ("one", "two"),
    [("case.json", "case.json"), ("case.json", "Case.json"), ("\u00e9", "e\u0301"), ("STRASSE", "straße")],
)
def test_names_that_come_twice_are_refused(zipped, one, two):
    refused(make(zipped, [(one, b"1"), (two, b"2")]), "出现两次", "archive-duplicate")


def test_a_name_with_a_hidden_end_is_refused(zipped):
    make(zipped, [("caseXjson", b"1")])
    zipped.write_bytes(zipped.read_bytes().replace(b"caseXjson", b"case\0json"))
    refused(zipped, "文件名不合规")


def test_a_name_that_differs_between_directory_and_member_is_refused(zipped):
    make(zipped, [("real.json", b"1")])
    data = zipped.read_bytes()
    first = data.index(b"real.json")
    zipped.write_bytes(data[:first] + b"fake.json" + data[first + 9 :])
    with Archive(zipped) as archive, pytest.raises(BadArchive, match="已损坏"):
        archive.read("real.json", 9)


def test_links_are_refused(zipped):
    info = zipfile.ZipInfo("link")
    info.create_system = 3
    info.external_attr = 0o120777 << 16
    refused(make(zipped, [(info, b"/etc/passwd")]), "是链接", "archive-member")


def test_encrypted_members_are_refused(zipped):
    make(zipped, [("a", b"x")])
    data = bytearray(zipped.read_bytes())
    at = data.index(b"PK\x01\x02") + 8
    data[at : at + 2] = struct.pack("<H", 1)
    zipped.write_bytes(data)
    refused(zipped, "已加密", "archive-member")


@pytest.mark.parametrize("compression", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_rare_compressions_are_refused(zipped, compression):
    refused(make(zipped, [("a", b"x")], compression), "压缩方式", "archive-member")


def test_too_many_members(zipped, monkeypatch):
    monkeypatch.setattr(room, "MOST_MEMBERS", 3)
    make(zipped, [(str(number), b"") for number in range(4)])
    refused(zipped, "超过 3 个", "archive-size")


def test_members_too_large(zipped, monkeypatch):
    make(zipped, [("a", b"x" * 1000), ("b", b"x" * 1000)])
    monkeypatch.setattr(room, "LARGEST_MEMBER", 999)
    refused(zipped, "a 解开后超过", "archive-size")
    monkeypatch.setattr(room, "LARGEST_TOTAL", 1999)
    refused(zipped, "^解开后超过", "archive-size")


def test_members_that_share_their_bytes_are_refused(zipped):
    """The overlapping zip bomb: many directory records, one piece of data."""
    make(zipped, [("a", b"x" * 1000 + bytes(range(256)))], zipfile.ZIP_STORED)
    data = zipped.read_bytes()
    start = data.index(b"PK\x01\x02")
    end = data.index(b"PK\x05\x06")
    record = data[start:end]
    name_at = record.index(b"a", 46)
    records = b"".join(record[:name_at] + letter.encode() + record[name_at + 1 :] for letter in "abcdefgh")
    tail = bytearray(data[end:])
    struct.pack_into("<HHLL", tail, 8, 8, 8, len(records), start)
    zipped.write_bytes(data[:start] + records + bytes(tail))
    refused(zipped, "互相重叠", "archive-size")


@pytest.mark.parametrize("compression", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_damaged_member_is_noticed(zipped, compression):
    make(zipped, [("a", bytes(range(256)) * 50)], compression)
    data = bytearray(zipped.read_bytes())
    data[60] ^= 0xFF
    zipped.write_bytes(data)
    with Archive(zipped) as archive:
        for deed in (archive.digest, lambda name: archive.read(name, 1 << 20)):
            with pytest.raises(BadArchive, match="已损坏"):
                deed("a")


def test_a_member_that_claims_to_be_shorter_gives_no_more_than_it_claims(zipped):
    make(zipped, [("a", b"x" * 100_000)])
    data = bytearray(zipped.read_bytes())
    at = data.index(b"PK\x01\x02") + 24
    data[at : at + 4] = struct.pack("<L", 10)
    zipped.write_bytes(data)
    with Archive(zipped) as archive, pytest.raises(BadArchive, match="已损坏"):
        archive.read("a", 1 << 20)


def test_the_file_is_closed(zipped):
    make(zipped, [("a", b"x")])
    with Archive(zipped) as archive:
        pass
    with pytest.raises((BadArchive, ValueError)):
        archive.read("a", 9)


def test_any_byte_of_a_zip_may_be_wrong_without_another_error(zipped):
    make(zipped, [("a", b"hello world"), ("b/c", b"{}")])
    whole = zipped.read_bytes()
    for place in range(len(whole)):
        for value in (0, 0xFF, whole[place] ^ 1):
            zipped.write_bytes(whole[:place] + bytes([value]) + whole[place + 1 :])
            try:
                with Archive(zipped) as archive:
                    for name in archive.names:
                        archive.digest(name)
                        archive.read(name, 100)
            except BadArchive:
                continue
