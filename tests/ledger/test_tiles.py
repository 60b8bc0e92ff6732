"""The tlog-tiles layout against its specification's own examples, and against tiles cut from the definition."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fadu.ledger.errors import BadTile
from fadu.ledger.tiles import (
    ENTRIES,
    FULL,
    LARGEST_ENTRY,
    Tile,
    bundles,
    decode_bundle,
    decode_tile,
    encode_bundle,
    number,
    tiles,
    width,
)
from tests.ledger import oracle

TILES = st.builds(Tile, st.integers(ENTRIES, 63), st.integers(0, 10**12), st.integers(1, FULL))


def by_level(found):
    """Full tiles and widths of partial ones, level by level."""
    rows = {}
    for tile in found:
        full, partial = rows.get(tile.level, (0, []))
        rows[tile.level] = (full + 1, partial) if tile.width == FULL else (full, [*partial, tile.width])
    return rows


def test_a_tree_of_70000_is_cut_as_the_specification_says():
    assert by_level(tiles(70_000)) == {0: (273, [112]), 1: (1, [17]), 2: (0, [1])}


def test_a_tree_of_256_is_one_full_tile_and_one_of_width_1_above():
    assert by_level(tiles(256)) == {0: (1, []), 1: (0, [1])}


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        (0, {}),
        (1, {0: (0, [1])}),
        (255, {0: (0, [255])}),
        (257, {0: (1, [1]), 1: (0, [1])}),
        (65_535, {0: (255, [255]), 1: (0, [255])}),
        (65_536, {0: (256, []), 1: (1, []), 2: (0, [1])}),
        (65_537, {0: (256, [1]), 1: (1, []), 2: (0, [1])}),
        (16_777_216, {0: (65_536, []), 1: (256, []), 2: (1, []), 3: (0, [1])}),
    ],
)
def test_trees_at_the_borders(size, expected):
    assert by_level(tiles(size)) == expected


@pytest.mark.parametrize(
    ("index", "spelled"),
    [
        (0, "000"),
        (7, "007"),
        (67, "067"),
        (999, "999"),
        (1000, "x001/000"),
        (1_234_067, "x001/x234/067"),
        (123_456_789, "x123/x456/789"),
        (1_000_000_000, "x001/x000/x000/000"),
    ],
)
def test_indices_are_spelled_in_groups_of_three(index, spelled):
    assert number(index) == oracle.spell(index) == spelled


@pytest.mark.parametrize(
    ("tile", "path"),
    [
        (Tile(0, 1_234_067), "tile/0/x001/x234/067"),
        (Tile(0, 1_234_067, 8), "tile/0/x001/x234/067.p/8"),
        (Tile(63, 0, 255), "tile/63/000.p/255"),
        (Tile(ENTRIES, 1_234_067, 8), "tile/entries/x001/x234/067.p/8"),
        (Tile(ENTRIES, 0), "tile/entries/000"),
    ],
)
def test_paths(tile, path):
    assert tile.path == path
    assert Tile.parse(path) == tile


@given(TILES)
def test_every_path_reads_back(tile):
    assert Tile.parse(tile.path) == tile


@given(TILES, TILES)
def test_no_two_tiles_share_a_path(one, two):
    assert (one == two) == (one.path == two.path)


@pytest.mark.parametrize(
    "path",
    [
        "",
        "tile",
        "tile/0",
        "tile/0/",
        "tile/0/00",
        "tile/0/0000",
        "tile/00/000",
        "tile/64/000",
        "tile/99/000",
        "tile/-1/000",
        "tile/0/x000/000",
        "tile/0/001/000",
        "tile/0/x001",
        "tile/0/000.p/0",
        "tile/0/000.p/01",
        "tile/0/000.p/256",
        "tile/0/000.p/",
        "tile/0/000.p/999",
        "tile/0/../0/000",
        "/tile/0/000",
        "tile/0/000/",
        "tile/0/000\n",
        "tile/0/٠٠٠",
        "tile/entry/000",
        "checkpoint",
    ],
)
def test_what_is_no_tile_path_is_refused(path):
    with pytest.raises(BadTile):
        Tile.parse(path)


@pytest.mark.parametrize(("level", "index", "wide"), [(-2, 0, 1), (64, 0, 1), (0, -1, 1), (0, 0, 0), (0, 0, 257)])
def test_impossible_tiles_are_refused(level, index, wide):
    with pytest.raises(BadTile, match="没有这样的瓦片"):
        Tile(level, index, wide)


@given(st.integers(0, 3), st.integers(0, 300_000))
def test_the_partial_width_is_that_of_the_specification(level, size):
    last = (size // 256**level) // 256
    assert width(level, last, size) == (size // 256**level) % 256
    assert width(level, last + 1, size) == 0
    assert last == 0 or width(level, last - 1, size) == FULL


@given(st.integers(0, 3), st.integers(0, 100_000))
def test_bundles_are_as_wide_as_level_0_tiles(index, size):
    assert width(ENTRIES, index, size) == width(0, index, size)


@given(st.integers(0, 3_000))
def test_the_tiles_of_a_size_are_those_cut_from_the_definition(size):
    names = {tile.path for tile in tiles(size)} | {tile.path for tile in bundles(size)}
    assert names == set(oracle.tile_files([b""] * min(size, 700))) if size <= 700 else True
    assert len(names) == sum(1 for _ in tiles(size)) + sum(1 for _ in bundles(size))


@given(st.integers(0, 200_000), st.integers(0, 2_000))
def test_what_is_new_is_what_the_older_tree_did_not_have(old, more):
    fresh = set(tiles(old + more, since=old))
    level_0 = {tile for tile in fresh if tile.level == 0}
    assert not fresh & set(tiles(old)) if old < 20_000 else True
    assert all(width(tile.level, tile.index, old + more) == tile.width for tile in fresh)
    assert sum(tile.width - width(0, tile.index, old) for tile in level_0) == more
    assert {Tile(ENTRIES, tile.index, tile.width) for tile in level_0} == set(bundles(old + more, since=old))


@given(st.integers(0, 3_000), st.integers(0, 1_000))
def test_old_and_new_together_are_all(old, more):
    assert set(tiles(old + more)) <= set(tiles(old)) | set(tiles(old + more, since=old))


@given(st.lists(st.binary(max_size=400), min_size=1, max_size=FULL))
def test_bundles_read_back(entries):
    assert decode_bundle(encode_bundle(entries)) == entries


def test_an_entry_stands_behind_its_length_in_two_bytes():
    assert encode_bundle([b"", b"a", b"b" * 258]) == b"\0\0" + b"\0\1a" + b"\1\2" + b"b" * 258


def test_the_longest_entry_fits_and_a_longer_one_does_not():
    assert decode_bundle(encode_bundle([b"x" * LARGEST_ENTRY])) == [b"x" * 65_535]
    with pytest.raises(BadTile, match="65535 字节"):
        encode_bundle([b"x" * (LARGEST_ENTRY + 1)])


@pytest.mark.parametrize("count", [0, 257])
def test_a_bundle_has_1_to_256_entries(count):
    with pytest.raises(BadTile, match="256 条"):
        encode_bundle([b"x"] * count)
    with pytest.raises(BadTile, match="256 条"):
        decode_bundle(b"\0\1x" * count)


@given(st.lists(st.binary(min_size=1, max_size=9), min_size=1, max_size=9))
def test_a_bundle_cut_short_is_noticed_or_ends_between_entries(entries):
    data = encode_bundle(entries)
    for cut in range(1, len(data)):
        try:
            found = decode_bundle(data[:cut])
        except BadTile:
            continue
        assert found == entries[: len(found)]


@pytest.mark.parametrize("data", [b"\0", b"\0\1", b"\0\2x", b"\0\1x\0", b"\xff\xffx"])
def test_a_bundle_that_ends_within_an_entry_is_refused(data):
    with pytest.raises(BadTile, match="断开"):
        decode_bundle(data)


def test_tiles_are_cut_into_hashes_of_32_bytes():
    assert decode_tile(b"a" * 32 + b"b" * 32, 2) == [b"a" * 32, b"b" * 32]
    for wrong in (b"", b"a" * 32, b"a" * 63, b"a" * 96):
        with pytest.raises(BadTile, match="64 字节"):
            decode_tile(wrong, 2)


def test_the_full_form_of_a_partial_tile():
    assert Tile(1, 5, 17).full == Tile(1, 5)
    assert Tile(1, 5, 17).full.path == "tile/1/005"
