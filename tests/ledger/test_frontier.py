"""The frontier: as much as is needed to go on, and no more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fadu.ledger.frontier import Frontier
from fadu.ledger.hashing import EMPTY_ROOT, leaf_hash
from fadu.ledger.levels import Levels
from tests.ledger import oracle
from tests.ledger.build import entries


def grown(size):
    frontier = Frontier()
    for entry in entries(size):
        frontier.append(leaf_hash(entry))
    return frontier


def test_begins_empty():
    assert (Frontier().size, Frontier().nodes, Frontier().root()) == (0, [], EMPTY_ROOT)


@pytest.mark.parametrize("size", [1, 2, 3, 7, 8, 9, 255, 256, 257, 1023])
def test_keeps_one_hash_for_each_one_bit_of_the_size(size):
    assert len(grown(size).nodes) == size.bit_count()


@pytest.mark.parametrize("size", range(1, 34))
def test_its_nodes_are_the_complete_subtrees_largest_first(size):
    some, start, expected = entries(size), 0, []
    for level in reversed(range(size.bit_length())):
        if size >> level & 1:
            expected.append(oracle.mth(some[start : start + 2**level]))
            start += 2**level
    assert grown(size).nodes == expected


def test_append_gives_the_subtrees_a_leaf_completes():
    frontier, some = Frontier(), entries(32)
    for place, entry in enumerate(some, 1):
        closed = frontier.append(leaf_hash(entry))
        trailing = (place & -place).bit_length() - 1
        assert closed == [oracle.mth(some[place - 2**level : place]) for level in range(trailing + 1)]


def test_every_node_comes_out_once():
    frontier, some = Frontier(), entries(100)
    closed = [node for entry in some for node in frontier.append(leaf_hash(entry))]
    complete = sum(100 >> level for level in range(7))
    assert len(closed) == len(set(closed)) == complete


@given(st.integers(0, 600), st.integers(0, 40))
def test_goes_on_from_a_stored_tree(size, more):
    some = entries(size + more)
    stored = Levels(map(leaf_hash, some[:size]))
    frontier = Frontier.load(stored, size)
    assert frontier.root() == stored.root()
    for entry in some[size:]:
        stored.append(leaf_hash(entry))
        frontier.append(leaf_hash(entry))
    assert frontier.root() == stored.root()
    assert frontier.nodes == grown(size + more).nodes


@pytest.mark.parametrize(("size", "count"), [(0, 1), (1, 0), (3, 1), (4, 2), (-1, 1), (7, 4)])
def test_a_wrong_number_of_nodes_is_refused(size, count):
    with pytest.raises(ValueError, match="完整子树"):
        Frontier(size, [b"x" * 32] * count)
