"""A log's whole life, at random: entries come, rounds run, power fails, files vanish, readers ask for proofs.

Whatever happened, everything ever acknowledged is there, in order, under one history, and every receipt ever issued
still proves what it proved on the day it was issued.
"""

from contextlib import suppress

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from fadu.ledger import checkpoint, receipt, tree
from fadu.ledger.entry import Entry, commitment
from fadu.ledger.proofs import verify_consistency
from fadu.ledger.tilestore import TileReader
from tests.ledger import oracle
from tests.ledger.build import MOMENT, SIGNER, VKEY, salt
from tests.ledger.test_sequencer import NoPowerCut, Power, PowerCutError, connect, failing_log


def content(number):
    return {"number": number, "text": f"第 {number} 条"}


def entry(number):
    return Entry("step", commitment(salt(number), content(number)), "case-1", f"s{number}", MOMENT)


class Life(RuleBasedStateMachine):
    """The log, and what the world has seen of it."""

    def __init__(self):
        super().__init__()
        self.log = connect(failing_log(), NoPowerCut())
        self.added = 0
        self.heads = []
        self.receipts = []

    def seen(self):
        """Note the head on disk, as any reader could."""
        data = self.log.blobs.read("checkpoint")
        if data is not None:
            self.heads.append(data.decode())

    @rule(count=st.integers(1, 120))
    def entries_come(self, count):
        for number in range(self.added, self.added + count):
            self.log.store.add(entry(number).bytes)
        self.added += count

    @rule()
    def a_round_runs(self):
        self.log.run()
        self.seen()

    @rule(at=st.integers(1, 9), after=st.booleans())
    def power_fails(self, at, after):
        connect(self.log, Power(at, after=after))
        with suppress(PowerCutError):
            self.log.run()
        connect(self.log, NoPowerCut())
        self.seen()

    @precondition(lambda self: self.heads)
    @rule()
    def the_disk_is_lost_and_a_new_one_put_in(self):
        self.log.blobs.files.clear()

    @precondition(lambda self: self.log.store.checkpoint())
    @rule(chance=st.randoms(use_true_random=False))
    def a_receipt_is_issued(self, chance):
        note = self.log.run()
        self.seen()
        size = checkpoint.read(note).size
        if size:
            number = chance.randrange(size)
            reader = TileReader(self.log.blobs, size)
            self.receipts.append((number, receipt.issue(reader, note, number, entry(number), salt(number))))

    @invariant()
    def every_receipt_still_proves(self):
        for number, found in self.receipts[-3:]:
            receipt.verify(found, content(number), VKEY)

    @invariant()
    def nothing_is_in_the_log_that_was_not_added_or_stands_elsewhere(self):
        expected = [entry(number).bytes for number in range(len(self.log.store.logged))]
        assert self.log.store.logged == expected

    def teardown(self):
        """At the end of its life: run until quiet, then look at everything."""
        connect(self.log, NoPowerCut())
        while self.log.store.size() < self.added:
            self.log.run()
        self.log.run()
        data = [entry(number).bytes for number in range(self.added)]
        head = checkpoint.verify(self.log.store.checkpoint(), SIGNER.verifier)
        assert (head.size, head.root) == (self.added, oracle.mth(data))
        reader = TileReader(self.log.blobs, head.size)
        for note in self.heads:
            old = checkpoint.verify(note, SIGNER.verifier)
            proof = tree.consistency(reader, old.size, head.size)
            assert verify_consistency(old.size, head.size, old.root, head.root, proof)
        for number, found in self.receipts:
            receipt.verify(found, content(number), VKEY)
        assert list(reader.entries(0, head.size)) == data
        assert {path: self.log.blobs.read(path) for path in oracle.tile_files(data)} == oracle.tile_files(data)


Life.TestCase.settings = settings(max_examples=20, stateful_step_count=14, deadline=None)
TestLife = Life.TestCase


def test_tree_of_the_empty_log_proves_nothing():
    assert tree.consistency(TileReader(connect(failing_log(), NoPowerCut()).blobs, 0), 0, 0) == []
