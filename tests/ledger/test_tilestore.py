"""Tiles on disk: written once, read back as the hashes of the tree."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fadu.ledger import tree
from fadu.ledger.edge import Edge
from fadu.ledger.errors import BadTile, Forked, MissingTile
from fadu.ledger.hashing import leaf_hash
from fadu.ledger.levels import Levels
from fadu.ledger.memory import MemoryBlobs
from fadu.ledger.storage import Folder
from fadu.ledger.tiles import ENTRIES, Tile
from fadu.ledger.tilestore import TileReader, TileWriter
from tests.ledger import oracle
from tests.ledger.build import entries

SIZE = 700
DATA = entries(SIZE)
WHOLE = Levels(map(leaf_hash, DATA))


def stored(size, data=DATA):
    blobs = MemoryBlobs()
    blobs.files.update(oracle.tile_files(data[:size]))
    return blobs


@pytest.mark.parametrize("size", [1, 2, 3, 255, 256, 257, 511, 512, 513, 700])
def test_the_reader_gives_every_complete_subtree(size):
    reader = TileReader(stored(size), size)
    for level in range(size.bit_length()):
        for index in range(size >> level):
            assert reader.hash_at(level, index) == WHOLE.hash_at(level, index)


@pytest.mark.parametrize("size", [1, 5, 256, 300, 700])
def test_the_reader_gives_every_entry(size):
    reader = TileReader(stored(size), size)
    assert list(reader.entries(0, size)) == DATA[:size]
    assert reader.entry(size - 1) == DATA[size - 1]


@pytest.mark.parametrize("size", [1, 5, 256, 257, 700])
def test_the_reader_gives_nothing_beyond_its_size(size):
    reader = TileReader(stored(SIZE), size)
    for level in range(size.bit_length() + 1):
        with pytest.raises(MissingTile):
            reader.hash_at(level, size >> level)
    for index in (size, size + 1, SIZE, -1):
        with pytest.raises(MissingTile):
            reader.entry(index)
    with pytest.raises(MissingTile):
        reader.hash_at(0, -1)


def test_roots_and_proofs_come_out_of_tiles():
    reader = TileReader(stored(SIZE), SIZE)
    assert tree.root(reader, SIZE) == oracle.mth(DATA)
    for index in (0, 1, 255, 256, 511, 512, 698, 699):
        assert tree.inclusion(reader, index, SIZE) == oracle.path(index, DATA)
    for old in (1, 2, 255, 256, 257, 512, 600, 699):
        assert tree.consistency(reader, old, SIZE) == oracle.proof(old, DATA)


def test_where_a_partial_tile_is_gone_the_full_one_serves():
    blobs = stored(SIZE)
    for size in (256, 257):
        blobs.files.update({path: data for path, data in oracle.tile_files(DATA[:size]).items() if "tile/1" in path})
    for size in (1, 100, 255, 256, 257, 400, 511):
        reader = TileReader(blobs, size)
        assert tree.root(reader, size) == oracle.mth(DATA[:size])
        assert list(reader.entries(0, size)) == DATA[:size]


@pytest.mark.parametrize("path", ["tile/0/000", "tile/0/002.p/188", "tile/1/000.p/2"])
def test_a_missing_tile_is_named(path):
    blobs = stored(SIZE)
    del blobs.files[path]
    with pytest.raises(MissingTile, match=path):
        tree.root(TileReader(blobs, SIZE), SIZE), tree.inclusion(TileReader(blobs, SIZE), 0, SIZE)


def test_a_missing_bundle_is_named():
    blobs = stored(SIZE)
    del blobs.files["tile/entries/001"]
    with pytest.raises(MissingTile, match="tile/entries/001"):
        TileReader(blobs, SIZE).entry(300)


@pytest.mark.parametrize("change", [lambda data: data[:-1], lambda data: data + b"x", lambda _: b""])
def test_a_tile_of_another_length_is_refused(change):
    blobs = stored(SIZE)
    blobs.files["tile/0/001"] = change(blobs.files["tile/0/001"])
    with pytest.raises(BadTile):
        TileReader(blobs, SIZE).hash_at(0, 300)


def test_a_bundle_with_too_few_entries_is_refused():
    blobs = stored(SIZE)
    blobs.files["tile/entries/002.p/188"] = blobs.files["tile/entries/001"][:4]
    with pytest.raises(BadTile):
        TileReader(blobs, SIZE).entry(699)


def test_tiles_are_read_once():
    blobs, read = stored(SIZE), []

    class Watched:
        def read(self, path):
            read.append(path)
            return blobs.read(path)

    reader = TileReader(Watched(), SIZE)
    for index in range(SIZE):
        tree.inclusion(reader, index, SIZE)
    assert sorted(read) == ["tile/0/000", "tile/0/001", "tile/0/002.p/188", "tile/1/000.p/2"]


def test_the_cache_is_bounded():
    reader = TileReader(stored(SIZE), SIZE, cache=1)
    assert [reader.hash_at(0, index) for index in (0, 300, 699, 0)] == [WHOLE.hash_at(0, index) for index in (0, 300, 699, 0)]
    assert reader._pyramid.cache_info().currsize == 1


@pytest.mark.parametrize("size", [0, 1, 2, 255, 256, 257, 512, 700])
def test_the_edge_cuts_the_tiles_of_the_definition(size):
    edge, files = Edge(), {}
    for entry in DATA[:size]:
        files.update({tile.path: data for tile, data in edge.append(leaf_hash(entry))})
    files.update({tile.path: data for tile, data in edge.partials()})
    assert files == {path: data for path, data in oracle.tile_files(DATA[:size]).items() if not path.startswith("tile/entries")}
    assert edge.root() == oracle.mth(DATA[:size])


@settings(max_examples=40, deadline=None)
@given(st.integers(0, SIZE), st.integers(0, SIZE))
def test_the_edge_goes_on_from_stored_tiles(one, two):
    old, new = sorted((one, two))
    edge = Edge.load(TileReader(stored(old), old), old)
    fresh = {}
    for entry in DATA[old:new]:
        fresh.update({tile.path: data for tile, data in edge.append(leaf_hash(entry))})
    fresh.update({tile.path: data for tile, data in edge.partials()})
    expected = oracle.tile_files(DATA[:new])
    assert edge.size == new
    assert edge.root() == oracle.mth(DATA[:new])
    assert all(expected[path] == data for path, data in fresh.items())
    hashes = {path for path in expected if not path.startswith("tile/entries")}
    assert hashes <= set(fresh) | set(oracle.tile_files(DATA[:old]))


def test_a_large_tree_reaches_the_third_tile_level():
    size = 70_000
    leaves = [leaf_hash(b"%d" % number) for number in range(size)]
    edge, blobs = Edge(), MemoryBlobs()
    writer = TileWriter(blobs)
    for leaf in leaves:
        for tile, data in edge.append(leaf):
            writer.write(tile, data)
    for tile, data in edge.partials():
        writer.write(tile, data)
    assert len(blobs.files) == 273 + 1 + 1 + 1 + 1
    assert len(blobs.files["tile/0/273.p/112"]) == 112 * 32
    assert len(blobs.files["tile/1/001.p/17"]) == 17 * 32
    assert len(blobs.files["tile/2/000.p/1"]) == 32
    reader, whole = TileReader(blobs, size), Levels(leaves)
    assert tree.root(reader, size) == whole.root() == edge.root()
    for index in (0, 65_535, 65_536, 69_887, 69_888, 69_999):
        assert tree.inclusion(reader, index, size) == tree.inclusion(whole, index, size)
    assert Edge.load(reader, size).root() == whole.root()


class TestWriter:
    def test_writes_under_the_path_of_the_tile(self, tmp_path):
        writer = TileWriter(Folder(tmp_path))
        writer.write(Tile(0, 1_234_067, 2), b"x" * 64)
        assert (tmp_path / "tile/0/x001/x234/067.p/2").read_bytes() == b"x" * 64

    def test_writes_bundles(self, tmp_path):
        TileWriter(Folder(tmp_path)).write_entries(3, [b"ab", b""])
        assert (tmp_path / "tile/entries/003.p/2").read_bytes() == b"\0\2ab\0\0"

    def test_the_same_bytes_again_are_no_error(self):
        writer = TileWriter(MemoryBlobs())
        for _ in range(2):
            writer.write(Tile(0, 0, 1), b"x" * 32)

    def test_other_bytes_are_a_fork(self):
        writer = TileWriter(MemoryBlobs())
        writer.write(Tile(0, 0, 1), b"x" * 32)
        with pytest.raises(Forked, match=r"tile/0/000\.p/1"):
            writer.write(Tile(0, 0, 1), b"y" * 32)
        assert writer.blobs.read("tile/0/000.p/1") == b"x" * 32

    def test_the_checkpoint_is_replaced(self):
        writer = TileWriter(MemoryBlobs())
        assert writer.read_checkpoint() is None
        for note in ("一\n", "二\n"):
            writer.write_checkpoint(note)
            assert writer.read_checkpoint() == note

    def test_partials_go_once_their_full_tile_is_there(self):
        blobs = stored(700)
        for size in (100, 255, 600, 650):
            blobs.files.update(oracle.tile_files(DATA[:size]))
        TileWriter(blobs).drop_partials(100, 700)
        partial = sorted(path for path in blobs.files if ".p/" in path)
        assert all("002.p" in path or path.startswith("tile/1/") for path in partial)
        assert {"tile/0/002.p/88", "tile/0/002.p/138", "tile/0/002.p/188"} <= set(partial)
        assert "tile/0/000" in blobs.files

    def test_nothing_goes_while_nothing_is_full(self):
        blobs = stored(200)
        before = dict(blobs.files)
        TileWriter(blobs).drop_partials(100, 200)
        assert blobs.files == before


def test_bundles_lie_beside_the_tiles():
    assert Tile(ENTRIES, 0, 5).path == "tile/entries/000.p/5"
