"""Roots and proofs: the reference vectors, and an oracle that follows the RFC's recursion word for word."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fadu.ledger import tree
from fadu.ledger.frontier import Frontier
from fadu.ledger.hashing import EMPTY_ROOT, leaf_hash, node_hash
from fadu.ledger.levels import Levels
from tests.ledger import oracle
from tests.ledger.build import entries
from tests.ledger.vectors import CONSISTENCY, INCLUSION, LEAVES, NODES, ROOTS

MOST = 70
DATA = entries(MOST)
FULL = Levels(map(leaf_hash, DATA))


def hexed(nodes):
    return [node.hex() for node in nodes]


def reference(size=8):
    return Levels(map(leaf_hash, LEAVES[:size]))


class Counting:
    """A reader that counts what is asked of it."""

    def __init__(self, inner):
        self.inner = inner
        self.asked = []

    def hash_at(self, level, index):
        self.asked.append((level, index))
        return self.inner.hash_at(level, index)


@pytest.mark.parametrize("size", range(9))
def test_roots_of_the_reference_tree(size):
    assert tree.root(reference(), size) == ROOTS[size]
    assert reference(size).root() == ROOTS[size]
    assert oracle.mth(LEAVES[:size]) == ROOTS[size]


@pytest.mark.parametrize("level", range(4))
def test_nodes_of_the_reference_tree(level):
    assert [reference().hash_at(level, index).hex() for index in range(8 >> level)] == NODES[level]


@pytest.mark.parametrize(("index", "size", "proof"), INCLUSION)
def test_inclusion_proofs_of_the_reference_tree(index, size, proof):
    assert hexed(tree.inclusion(reference(), index, size)) == proof


@pytest.mark.parametrize(("old", "new", "proof"), CONSISTENCY)
def test_consistency_proofs_of_the_reference_tree(old, new, proof):
    assert hexed(tree.consistency(reference(), old, new)) == proof


def test_the_two_hashes_are_told_apart_by_prefix():
    assert leaf_hash(b"") == oracle.H(b"\x00")
    assert node_hash(b"L" * 32, b"R" * 32) == oracle.H(b"\x01" + b"L" * 32 + b"R" * 32)
    assert oracle.H(b"") == EMPTY_ROOT


def test_a_leaf_that_looks_like_a_node_does_not_give_its_hash():
    left, right = leaf_hash(b"a"), leaf_hash(b"b")
    assert leaf_hash(left + right) != node_hash(left, right)


@pytest.mark.parametrize("size", range(MOST + 1))
def test_roots_agree_with_the_oracle(size):
    expected = oracle.mth(DATA[:size])
    assert tree.root(FULL, size) == expected
    frontier = Frontier()
    for entry in DATA[:size]:
        frontier.append(leaf_hash(entry))
    assert frontier.root() == expected


@pytest.mark.parametrize("size", range(1, MOST + 1))
def test_every_inclusion_proof_agrees_with_the_oracle(size):
    for index in range(size):
        assert tree.inclusion(FULL, index, size) == oracle.path(index, DATA[:size])


@pytest.mark.parametrize("new", range(2, MOST + 1))
def test_every_consistency_proof_agrees_with_the_oracle(new):
    for old in range(1, new):
        assert tree.consistency(FULL, old, new) == oracle.proof(old, DATA[:new])


@pytest.mark.parametrize("size", range(5))
def test_a_tree_is_the_beginning_of_itself_and_the_empty_tree_of_every_tree(size):
    assert tree.consistency(FULL, size, size) == []
    assert tree.consistency(FULL, 0, size) == []


@pytest.mark.parametrize(("index", "size"), [(0, 0), (1, 1), (-1, 5), (5, 5), (6, 5)])
def test_there_is_no_proof_for_a_leaf_that_is_not_there(index, size):
    with pytest.raises(ValueError, match="没有第"):
        tree.inclusion(FULL, index, size)


@pytest.mark.parametrize(("old", "new"), [(-1, 5), (6, 5), (1, 0)])
def test_there_is_no_proof_that_a_tree_has_shrunk(old, new):
    with pytest.raises(ValueError, match="不能证明"):
        tree.consistency(FULL, old, new)


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 3000), st.data())
def test_a_proof_in_a_larger_tree_agrees_with_the_oracle(size, data):
    index = data.draw(st.integers(0, size - 1))
    some = entries(size)
    whole = Levels(map(leaf_hash, some))
    assert tree.inclusion(whole, index, size) == oracle.path(index, some)
    if index:
        assert tree.consistency(whole, index, size) == oracle.proof(index, some)


@given(st.lists(st.binary(max_size=40), max_size=40), st.lists(st.binary(max_size=40), max_size=40))
def test_different_lists_have_different_roots(one, two):
    first = Levels(map(leaf_hash, one)).root()
    second = Levels(map(leaf_hash, two)).root()
    assert (first == second) == (one == two)


@given(st.lists(st.binary(max_size=20), min_size=1, max_size=40), st.data())
def test_any_change_to_any_leaf_order_or_length_changes_the_root(some, data):
    place = data.draw(st.integers(0, len(some) - 1))
    root = Levels(map(leaf_hash, some)).root()
    altered = [
        [*some[:place], some[place] + b"!", *some[place + 1 :]],
        [*some[:place], *some[place + 1 :]],
        [*some[:place], some[place], *some[place:]],
        [*some, b""],
    ]
    if len(set(some)) > 1:
        altered.append(sorted(some) if sorted(some) != some else some[::-1])
    for changed in altered:
        assert changed == some or Levels(map(leaf_hash, changed)).root() != root


@pytest.mark.parametrize("size", [1, 2, 3, 255, 256, 257, 1000, 4095, 4096, 4097])
def test_a_proof_reads_few_hashes(size):
    whole = Levels(map(leaf_hash, entries(size)))
    for index in {0, size // 2, size - 1}:
        reader = Counting(whole)
        tree.inclusion(reader, index, size)
        assert len(reader.asked) <= 2 * size.bit_length()
        reader = Counting(whole)
        tree.consistency(reader, max(index, 1), size)
        assert len(reader.asked) <= 2 * size.bit_length() + 1


@pytest.mark.parametrize("size", range(1, MOST + 1))
def test_a_proof_reads_nothing_beyond_the_size_it_is_for(size):
    for index in range(size):
        reader = Counting(FULL)
        tree.inclusion(reader, index, size)
        tree.consistency(reader, index, size)
        assert all((place + 1) << level <= size for level, place in reader.asked)


def test_levels_refuse_subtrees_that_are_not_complete():
    small = Levels(map(leaf_hash, entries(5)))
    assert small.size == 5
    for level, index in [(0, 5), (1, 2), (2, 1), (0, -1)]:
        with pytest.raises(IndexError):
            small.hash_at(level, index)
    with pytest.raises(IndexError):
        small.hash_at(3, 0)


def test_levels_give_each_leaf_its_index():
    levels = Levels()
    assert [levels.append(leaf_hash(entry)) for entry in entries(5)] == [0, 1, 2, 3, 4]
