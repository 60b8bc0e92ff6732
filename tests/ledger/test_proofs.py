"""Verification: what is right passes, and nothing else does."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fadu.ledger import tree
from fadu.ledger.hashing import EMPTY_ROOT, leaf_hash, node_hash
from fadu.ledger.levels import Levels
from fadu.ledger.proofs import verify_consistency, verify_inclusion
from tests.ledger import oracle
from tests.ledger.build import entries, flips
from tests.ledger.vectors import CONSISTENCY, INCLUSION, LEAVES, ROOTS

MOST = 40
DATA = entries(MOST)
HASHES = [leaf_hash(entry) for entry in DATA]
FULL = Levels(HASHES)
ROOT = [oracle.mth(DATA[:size]) for size in range(MOST + 1)]


def unhexed(nodes):
    return [bytes.fromhex(node) for node in nodes]


@pytest.mark.parametrize(("index", "size", "proof"), INCLUSION)
def test_inclusion_in_the_reference_tree(index, size, proof):
    assert verify_inclusion(leaf_hash(LEAVES[index]), index, size, unhexed(proof), ROOTS[size])


@pytest.mark.parametrize(("old", "new", "proof"), CONSISTENCY)
def test_consistency_of_the_reference_tree(old, new, proof):
    assert verify_consistency(old, new, ROOTS[old], ROOTS[new], unhexed(proof))


@pytest.mark.parametrize("size", range(1, MOST + 1))
def test_every_inclusion_proof_verifies(size):
    for index in range(size):
        assert verify_inclusion(HASHES[index], index, size, oracle.path(index, DATA[:size]), ROOT[size])


@pytest.mark.parametrize("new", range(MOST + 1))
def test_consistency_of_all_sizes_up_to_all_sizes(new):
    for old in range(new + 1):
        assert verify_consistency(old, new, ROOT[old], ROOT[new], tree.consistency(FULL, old, new))


@pytest.mark.parametrize("size", [1, 2, 3, 5, 8, 13])
def test_a_leaf_stands_at_one_place_only(size):
    for index in range(size):
        proof = tree.inclusion(FULL, index, size)
        places = [(i, n) for n in range(1, MOST + 1) for i in range(n)]
        found = {(i, n) for i, n in places if verify_inclusion(HASHES[index], i, n, proof, ROOT[n])}
        assert found == {(index, size)}


@pytest.mark.parametrize("size", [1, 2, 3, 6, 7, 8, 11])
def test_any_bit_flipped_in_an_inclusion_proof_is_caught(size):
    for index in range(size):
        proof = tree.inclusion(FULL, index, size)
        for place, node in enumerate(proof):
            for wrong in flips(node):
                bad = [*proof[:place], wrong, *proof[place + 1 :]]
                assert not verify_inclusion(HASHES[index], index, size, bad, ROOT[size])


def test_any_bit_flipped_in_leaf_or_root_is_caught():
    proof = tree.inclusion(FULL, 5, 11)
    assert not any(verify_inclusion(wrong, 5, 11, proof, ROOT[11]) for wrong in flips(HASHES[5]))
    assert not any(verify_inclusion(HASHES[5], 5, 11, proof, wrong) for wrong in flips(ROOT[11]))


@pytest.mark.parametrize(("old", "new"), [(1, 2), (3, 7), (4, 7), (6, 8), (5, 13), (8, 13)])
def test_any_bit_flipped_in_a_consistency_proof_is_caught(old, new):
    proof = tree.consistency(FULL, old, new)
    for place, node in enumerate(proof):
        for wrong in flips(node):
            bad = [*proof[:place], wrong, *proof[place + 1 :]]
            assert not verify_consistency(old, new, ROOT[old], ROOT[new], bad)
    assert not any(verify_consistency(old, new, wrong, ROOT[new], proof) for wrong in flips(ROOT[old]))
    assert not any(verify_consistency(old, new, ROOT[old], wrong, proof) for wrong in flips(ROOT[new]))


@pytest.mark.parametrize("size", range(1, 20))
def test_inclusion_proofs_of_another_length_or_order_are_refused(size):
    for index in range(size):
        proof = tree.inclusion(FULL, index, size)
        wrong = [[*proof, EMPTY_ROOT], [EMPTY_ROOT, *proof], [*proof, *proof[-1:]]]
        wrong += [proof[:-1], proof[1:]] if proof else []
        wrong += [proof[::-1]] if len(proof) > 1 else []
        for bad in wrong:
            assert bad == proof or not verify_inclusion(HASHES[index], index, size, bad, ROOT[size])


@pytest.mark.parametrize("new", range(2, 20))
def test_consistency_proofs_of_another_length_or_order_are_refused(new):
    for old in range(1, new):
        proof = tree.consistency(FULL, old, new)
        wrong = [[*proof, EMPTY_ROOT], [EMPTY_ROOT, *proof], proof[:-1], proof[1:], [], [ROOT[old], *proof]]
        wrong += [proof[::-1]] if len(proof) > 1 else []
        for bad in wrong:
            assert bad == proof or not verify_consistency(old, new, ROOT[old], ROOT[new], bad)


@pytest.mark.parametrize("new", range(1, 14))
def test_a_consistency_proof_holds_for_its_two_sizes_only(new):
    for old in range(1, new):
        proof = tree.consistency(FULL, old, new)
        for m in range(1, 14):
            for n in range(m, 14):
                assert verify_consistency(m, n, ROOT[m], ROOT[n], proof) == (proof == tree.consistency(FULL, m, n))


@pytest.mark.parametrize("new", range(2, 14))
def test_a_rewritten_history_has_no_consistency_proof(new):
    for old in range(1, new):
        for place in range(old):
            forged = [*DATA[:place], b"forged", *DATA[place + 1 : new]]
            proof = oracle.proof(old, forged)
            assert not verify_consistency(old, new, ROOT[old], oracle.mth(forged), proof)


@pytest.mark.parametrize(("index", "size"), [(-1, 3), (3, 3), (4, 3), (0, 0), (0, -1)])
def test_impossible_places_are_refused(index, size):
    assert not verify_inclusion(HASHES[0], index, size, [], HASHES[0])


@pytest.mark.parametrize(("old", "new"), [(-1, 0), (2, 1), (-2, -1)])
def test_impossible_sizes_are_refused(old, new):
    assert not verify_consistency(old, new, EMPTY_ROOT, EMPTY_ROOT, [])


def test_the_empty_tree_has_one_root_and_needs_no_proof():
    assert verify_consistency(0, 0, EMPTY_ROOT, EMPTY_ROOT, [])
    assert verify_consistency(0, 3, EMPTY_ROOT, ROOT[3], [])
    assert not verify_consistency(0, 0, ROOT[1], ROOT[1], [])
    assert not verify_consistency(0, 3, ROOT[1], ROOT[3], [])
    assert not verify_consistency(0, 3, EMPTY_ROOT, ROOT[3], [ROOT[1]])


def test_equal_sizes_need_equal_roots_and_no_proof():
    assert verify_consistency(3, 3, ROOT[3], ROOT[3], [])
    assert not verify_consistency(3, 3, ROOT[3], ROOT[2], [])
    assert not verify_consistency(3, 3, ROOT[3], ROOT[3], [ROOT[3]])


@pytest.mark.parametrize("wrong", [b"", b"x" * 31, b"x" * 33, b"x" * 64])
def test_what_is_not_as_long_as_a_hash_is_refused(wrong):
    assert not verify_inclusion(wrong, 0, 2, [HASHES[1]], ROOT[2])
    assert not verify_inclusion(HASHES[0], 0, 2, [wrong], ROOT[2])
    assert not verify_inclusion(HASHES[0], 0, 2, [HASHES[1]], wrong)
    assert not verify_consistency(1, 2, wrong, ROOT[2], [HASHES[1]])
    assert not verify_consistency(1, 2, ROOT[1], ROOT[2], [wrong])


def test_an_inner_node_cannot_be_passed_off_as_a_leaf_of_a_smaller_tree():
    """The size is signed together with the root, so that a proof cut short proves nothing."""
    pair = node_hash(HASHES[0], HASHES[1])
    proof = tree.inclusion(FULL, 0, 4)[1:]
    assert verify_inclusion(pair, 0, 2, proof, ROOT[4])  # the mathematics of a tree of two
    assert not verify_inclusion(pair, 0, 4, proof, ROOT[4])  # but the tree has four
    assert leaf_hash(HASHES[0] + HASHES[1]) != pair


@settings(max_examples=200)
@given(st.integers(1, 400), st.data())
def test_agrees_with_the_recursive_verifier(size, data):
    index = data.draw(st.integers(0, size - 1))
    some = entries(size)
    proof = oracle.path(index, some)
    leaf, root = leaf_hash(some[index]), oracle.mth(some)
    assert oracle.root_from_path(index, size, leaf, proof) == root
    assert verify_inclusion(leaf, index, size, proof, root)


@given(st.integers(1, 30), st.integers(0, 29), st.lists(st.binary(min_size=32, max_size=32), max_size=7))
def test_made_up_proofs_never_verify(size, index, proof):
    root = ROOT[size]
    leaf = leaf_hash(b"never logged")
    assert not verify_inclusion(leaf, index, size, proof, root)
    expected = oracle.root_from_path(index, size, leaf, proof) if index < size else None
    assert expected is None or verify_inclusion(leaf, index, size, proof, expected)


@given(st.integers(1, 29), st.integers(1, 30), st.lists(st.binary(min_size=32, max_size=32), max_size=7))
def test_made_up_consistency_proofs_never_verify(old, new, proof):
    if old < new:
        assert not verify_consistency(old, new, ROOT[old], oracle.H(b"another tree"), proof)
