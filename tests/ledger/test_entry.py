"""Entries: hashes and opaque ids, one spelling, nothing personal."""

import json
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fadu.ledger.canonical import canonical
from fadu.ledger.entry import SALT_SIZE, Entry, commitment, new_salt
from fadu.ledger.errors import BadEntry, Uncanonical
from fadu.ledger.tiles import LARGEST_ENTRY
from tests.ledger import oracle
from tests.ledger.build import MOMENT, flips, salt

COMMIT = "ab" * 32
GOOD = {"kind": "step", "commit": COMMIT, "case": "c-1", "step": "s_1", "recorded": MOMENT, "prev": None}
IDS = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._:-]{0,63}", fullmatch=True)
HASHES = st.from_regex(r"[0-9a-f]{64}", fullmatch=True)
MOMENTS = st.datetimes().map(lambda moment: moment.isoformat() + "Z")
ENTRIES = st.builds(Entry, IDS, HASHES, IDS, IDS, MOMENTS, st.none() | HASHES)


def test_an_entry_is_canonical_json():
    expected = f'{{"case":"c-1","commit":"{COMMIT}","kind":"step","prev":null,"recorded":"2026-03-02T08:30:00Z","step":"s_1"}}'
    assert Entry(**GOOD).bytes == expected.encode()


@given(ENTRIES)
def test_entries_read_back(entry):
    assert Entry.from_bytes(entry.bytes) == entry
    assert Entry.from_dict(json.loads(entry.bytes)) == entry


@given(ENTRIES)
def test_hashes_agree_with_an_independent_computation(entry):
    assert entry.hash == sha256(entry.bytes).hexdigest()
    assert entry.leaf_hash == oracle.H(b"\x00" + entry.bytes)
    assert entry.hash != entry.leaf_hash.hex()


@given(ENTRIES)
def test_an_entry_always_fits_a_bundle_and_is_plain_ascii(entry):
    assert len(entry.bytes) < LARGEST_ENTRY
    assert entry.bytes.isascii()


def test_a_chain_of_entries():
    first = Entry(**GOOD)
    second = Entry(**{**GOOD, "step": "s_2", "prev": first.hash})
    changed = Entry(**{**GOOD, "recorded": "2026-03-02T08:30:01Z"})
    assert second.prev == first.hash != changed.hash


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("kind", ""),
        ("kind", "立案"),
        ("kind", "a b"),
        ("kind", "x" * 65),
        ("kind", None),
        ("case", "张三"),
        ("case", ""),
        ("case", "-x"),
        ("case", 7),
        ("case", "a/b"),
        ("step", "s\n"),
        ("step", None),
        ("commit", "AB" * 32),
        ("commit", "ab" * 31),
        ("commit", "ab" * 33),
        ("commit", None),
        ("commit", "zz" * 32),
        ("prev", ""),
        ("prev", "ab"),
        ("prev", 0),
        ("recorded", "2026-03-02 08:30:00Z"),
        ("recorded", "2026-03-02T08:30:00"),
        ("recorded", "2026-03-02T08:30:00+08:00"),
        ("recorded", "2026-03-02T08:30Z"),
        ("recorded", "2026-02-30T08:30:00Z"),
        ("recorded", "2026-03-02T24:30:00Z"),
        ("recorded", "2026-03-02T08:30:00.Z"),
        ("recorded", "2026-03-02T08:30:00.1234567Z"),
        ("recorded", "２０２６-03-02T08:30:00Z"),
        ("recorded", None),
    ],
)
def test_fields_that_are_not_of_their_form_are_refused(name, value):
    with pytest.raises(BadEntry, match=name):
        Entry(**{**GOOD, name: value})


@pytest.mark.parametrize("moment", ["2026-03-02T08:30:00Z", "2026-03-02T08:30:00.5Z", "2024-02-29T23:59:59.999999Z", "0001-01-01T00:00:00Z"])
def test_moments_in_utc_are_accepted(moment):
    assert Entry(**{**GOOD, "recorded": moment}).recorded == moment


@pytest.mark.parametrize("data", [{}, [], None, "x", {**GOOD, "name": "张三"}, {k: GOOD[k] for k in list(GOOD)[1:]}])
def test_missing_and_unknown_fields_are_refused(data):
    with pytest.raises(BadEntry, match="字段"):
        Entry.from_dict(data)


@pytest.mark.parametrize(
    "change",
    [
        lambda data: b" " + data,
        lambda data: data + b"\n",
        lambda data: data.replace(b",", b", "),
        lambda data: data.replace(b'"kind"', b'"\\u006bind"'),
        lambda data: json.dumps(dict(reversed(list(json.loads(data).items())))).encode(),
        lambda data: data.replace(b'"kind":"step"', b'"kind":"step","kind":"step"'),
        lambda data: data[:-1],
        lambda _: b"",
        lambda _: b"\xff",
    ],
)
def test_any_other_spelling_of_an_entry_is_refused(change):
    with pytest.raises(BadEntry):
        Entry.from_bytes(change(Entry(**GOOD).bytes))


def test_any_bit_flipped_in_an_entry_is_refused_or_gives_another_entry():
    entry = Entry(**GOOD)
    for wrong in flips(entry.bytes):
        try:
            found = Entry.from_bytes(wrong)
        except BadEntry:
            continue
        assert found != entry
        assert found.hash != entry.hash


class TestCommitment:
    def test_it_is_the_hash_of_salt_and_canonical_content(self):
        content = {"b": 1, "a": "案"}
        assert commitment(salt(1), content) == sha256(salt(1) + '{"a":"案","b":1}'.encode()).hexdigest()

    @given(st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), st.integers(-9, 9)))
    def test_the_order_of_keys_does_not_matter(self, content):
        assert commitment(salt(1), content) == commitment(salt(1), dict(reversed(content.items())))

    def test_salts_hide_equal_contents(self):
        assert commitment(salt(1), "是") != commitment(salt(2), "是")

    @given(st.text(st.characters(exclude_categories=["Cs"])), st.text(st.characters(exclude_categories=["Cs"])))
    def test_different_contents_have_different_commitments(self, one, two):
        assert (commitment(salt(1), one) == commitment(salt(1), two)) == (one == two)

    @pytest.mark.parametrize("size", [0, 1, 16, 31, 33, 64])
    def test_all_salts_have_one_length_so_that_none_can_swallow_content(self, size):
        with pytest.raises(BadEntry, match="32 字节"):
            commitment(bytes(size), 1)

    def test_part_of_a_content_cannot_be_passed_off_as_salt(self):
        with pytest.raises(BadEntry):
            commitment(salt(1) + b"12", 345)
        assert sha256(salt(1) + canonical(12345)).hexdigest() == commitment(salt(1), 12345)

    def test_contents_without_canonical_form_are_refused(self):
        with pytest.raises(Uncanonical):
            commitment(salt(1), {"x": float("nan")})

    def test_new_salts_are_random_and_of_the_right_length(self):
        drawn = {new_salt() for _ in range(100)}
        assert len(drawn) == 100
        assert {len(one) for one in drawn} == {SALT_SIZE}
