"""The sequencer: every leaf once, in order; one history only; whatever happens in between."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fadu.ledger import checkpoint, tree
from fadu.ledger.checkpoint import Checkpoint
from fadu.ledger.errors import Forked, LedgerError
from fadu.ledger.hashing import EMPTY_ROOT
from fadu.ledger.keys import Signer
from fadu.ledger.memory import MemoryBlobs, MemoryStore
from fadu.ledger.proofs import verify_consistency
from fadu.ledger.sequencer import Sequencer
from fadu.ledger.storage import Folder
from fadu.ledger.tilestore import TileReader, TileWriter
from tests.ledger import oracle
from tests.ledger.build import ORIGIN, SIGNER, STRANGER, VKEY, Log, entries


def check(log, expected):
    """Check everything an outsider could: head, tiles, entries, proofs, and that all heads are one history."""
    note = log.blobs.read("checkpoint").decode()
    assert note == log.store.checkpoint()
    head = checkpoint.verify(note, SIGNER.verifier)
    assert (head.origin, head.size, head.root) == (ORIGIN, len(expected), oracle.mth(expected))
    assert oracle.read_note(note, VKEY) == head.body
    files = oracle.tile_files(expected)
    assert {path: log.blobs.read(path) for path in files} == files
    reader = TileReader(log.blobs, head.size)
    assert list(reader.entries(0, head.size)) == expected
    check_history(log, reader, head)


def check_history(log, reader, head):
    before = Checkpoint(ORIGIN, 0, EMPTY_ROOT)
    for note in log.store.published:
        found = checkpoint.verify(note, SIGNER.verifier)
        assert found.size >= before.size
        proof = tree.consistency(reader, found.size, head.size)
        assert verify_consistency(found.size, head.size, found.root, head.root, proof)
        before = found


def test_an_empty_log_has_a_head():
    log = Log()
    assert log.run() == log.run()
    check(log, [])
    assert len(log.store.published) == 1


@pytest.mark.parametrize("count", [1, 2, 255, 256, 257, 511, 512, 513, 1000])
def test_all_at_once(count):
    log = Log().add(*entries(count))
    log.run()
    check(log, entries(count))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 300), max_size=6), st.sampled_from([64, 255, 256, 300, 4096]))
def test_in_whatever_portions_they_come(portions, batch):
    log, some, start = Log(batch=batch), entries(sum(portions)), 0
    for portion in portions:
        log.add(*some[start : start + portion])
        start += portion
        log.run()
    while log.store.size() < len(some):
        log.run()
    log.run()
    check(log, some)


def test_a_batch_leaves_the_rest_for_the_next_round():
    log = Log(batch=3).add(*entries(7))
    sizes = [checkpoint.read(log.run()).size for _ in range(4)]
    assert sizes == [3, 6, 7, 7]


def test_a_round_with_nothing_to_do_signs_nothing():
    log = Log().add(*entries(5))
    note = log.run()
    assert log.run() == note
    assert log.store.published == [note]


def test_more_than_one_fetch_of_entries():
    log = Log(batch=9000).add(*entries(9000))
    log.run()
    assert checkpoint.read(log.store.checkpoint()).root == tree.root(log.reader(), 9000)
    assert log.reader().entry(8999) == entries(9000)[8999]


def test_equal_entries_are_each_logged():
    log = Log().add(b"same", b"same", b"same")
    log.run()
    check(log, [b"same"] * 3)


def test_on_disk_it_is_the_same(tmp_path):
    log = Log(blobs=Folder(tmp_path / "log"))
    some = entries(300)
    for start in range(0, 300, 100):
        log.add(*some[start : start + 100]).run()
    check(log, some)
    assert (tmp_path / "log/tile/0/000").stat().st_size == 8192
    assert not list((tmp_path / "log").rglob(".new-*"))


def test_partial_tiles_of_published_sizes_stay_until_their_tile_is_full():
    log, some = Log(), entries(300)
    log.add(*some[:10]).run()
    log.add(*some[10:20]).run()
    assert {"tile/0/000.p/10", "tile/0/000.p/20", "tile/entries/000.p/10"} <= set(log.blobs.files)
    log.add(*some[20:]).run()
    assert sorted(log.blobs.files) == [
        "checkpoint",
        "tile/0/000",
        "tile/0/001.p/44",
        "tile/1/000.p/1",
        "tile/entries/000",
        "tile/entries/001.p/44",
    ]


def test_an_old_receipt_can_still_be_made_after_its_partial_tile_is_gone():
    log, some = Log(), entries(300)
    log.add(*some[:10]).run()
    old = checkpoint.read(log.store.checkpoint())
    log.add(*some[10:]).run()
    assert tree.root(TileReader(log.blobs, 10), 10) == old.root


class TestLostFiles:
    def test_all_tiles_lost_are_made_again_from_the_database(self):
        log, some = Log(), entries(700)
        log.add(*some[:600]).run()
        log.blobs.files.clear()
        log.add(*some[600:]).run()
        check(log, some)

    def test_the_head_on_disk_is_put_back(self):
        log = Log().add(*entries(3))
        note = log.run()
        log.blobs.remove("checkpoint")
        assert log.run() == note == log.blobs.read("checkpoint").decode()

    def test_a_new_disk_is_filled_though_no_entry_comes(self):
        log, some = Log(), entries(600)
        note = log.add(*some).run()
        log.blobs.files.clear()
        assert log.run() == note
        check(log, some)
        assert len(log.store.published) == 1

    def test_finished_tiles_lost_are_made_again_on_demand(self):
        log, some = Log(), entries(600)
        log.add(*some).run()
        for path in ("tile/0/000", "tile/entries/001", "tile/1/000.p/2"):
            log.blobs.remove(path)
        log.sequencer().rebuild()
        check(log, some)
        assert len(log.store.published) == 1

    def test_a_damaged_tile_is_not_replaced_unless_removed(self):
        log, some = Log(), entries(600)
        log.add(*some).run()
        log.blobs.files["tile/0/000"] = bytes(8192)
        with pytest.raises(Forked, match="已有不同的内容"):
            log.sequencer().rebuild()
        log.blobs.remove("tile/0/000")
        log.sequencer().rebuild()
        check(log, some)

    def test_rows_changed_are_not_made_into_tiles_of_the_same_head(self):
        log = Log().add(*entries(600))
        log.run()
        log.blobs.files.clear()
        log.store.logged[5] = b"forged"
        with pytest.raises(Forked, match="不符"):
            log.run()
        assert log.blobs.read("checkpoint") is None

    def test_an_empty_log_has_nothing_to_rebuild(self):
        log = Log()
        log.sequencer().rebuild()
        assert log.blobs.files == {}

    def test_the_right_edge_lost_is_made_again(self):
        log, some = Log(), entries(700)
        log.add(*some[:600]).run()
        log.blobs.remove("tile/1")
        log.blobs.remove("tile/0/002.p")
        log.add(*some[600:]).run()
        check(log, some)


class TestForks:
    """Nothing is signed that contradicts what was signed before."""

    def log(self, count=600):
        log = Log().add(*entries(count))
        log.run()
        return log

    def refuses(self, log, match):
        before = list(log.store.published), log.blobs.read("checkpoint")
        with pytest.raises(Forked, match=match):
            log.run()
        assert (log.store.published, log.blobs.read("checkpoint")) == before

    @pytest.mark.parametrize("place", [512, 599])
    def test_a_row_of_the_unfinished_tile_changed(self, place):
        log = self.log()
        log.store.logged[place] = b"forged"
        self.refuses(log.add(b"next"), "不符")

    @pytest.mark.parametrize("place", [0, 255, 256, 599])
    def test_a_row_changed_and_the_tiles_gone(self, place):
        log = self.log()
        log.store.logged[place] = b"forged"
        log.blobs.remove("tile")
        self.refuses(log.add(b"next"), "不符")

    def test_two_rows_swapped(self):
        log = self.log()
        log.store.logged[520], log.store.logged[521] = log.store.logged[521], log.store.logged[520]
        self.refuses(log.add(b"next"), "不符")

    @pytest.mark.parametrize("count", [512, 600])
    def test_a_tile_of_the_edge_changed(self, count):
        log = self.log(count)
        path = "tile/1/000.p/2"
        log.blobs.files[path] = log.blobs.files[path][:-1] + b"?"
        self.refuses(log.add(b"next"), "不符")

    def test_rows_lost(self):
        log = self.log()
        del log.store.logged[590:]
        del log.store.rows[590:]
        self.refuses(log, "只有 590 条")

    def test_a_database_restored_from_a_backup(self):
        log = self.log(3)
        old_logged, old_rows, old_published = (list(part) for part in (log.store.logged, log.store.rows, log.store.published))
        log.add(b"seen by the world").run()
        log.store.logged, log.store.rows, log.store.published = old_logged, old_rows, old_published
        log.add(b"another history")
        self.refuses(log, "与数据库所记的 3 条不符")

    def test_a_database_begun_anew_beside_an_old_folder(self):
        log = self.log(3)
        self.refuses(Log(blobs=log.blobs).add(b"x"), "与数据库所记的 0 条不符")

    def test_another_key(self):
        log = self.log(3)
        self.refuses(Log(log.store, log.blobs, STRANGER), "不是本日志签发")

    def test_another_name(self):
        log = self.log(3)
        self.refuses(Log(log.store, log.blobs, Signer("other", SIGNER.seed)), "不是本日志签发")

    def test_a_damaged_head_on_disk(self):
        log = self.log(3)
        log.blobs.files["checkpoint"] = b"\xff" + log.blobs.files["checkpoint"]
        self.refuses(log.add(b"next"), "不是本日志签发")

    def test_rows_missing_in_the_middle(self):
        log = self.log(10)
        whole = log.store.entries
        log.store.entries = lambda start, end: [*whole(start, end)][:-1]
        self.refuses(log.add(b"next"), "应有")

    def test_tiles_of_another_log_in_the_folder(self):
        log = self.log(10)
        log.blobs.files["tile/0/000.p/11"] = b"?" * 32 * 11
        self.refuses(log.add(b"next"), "已有不同的内容")

    def test_files_that_do_not_keep_what_was_written(self):
        log = self.log(600)
        write = log.blobs.write
        log.blobs.write = lambda path, data: write(path, data.replace(data[:1], b"?", 1) if "tile/1" in path else data)
        log.blobs.remove("tile/1")
        self.refuses(log.add(b"next"), "拒绝签发")


def test_an_entry_too_large_for_a_bundle_is_named_before_it_gets_an_index():
    log = Log().add(b"x" * 65_536)
    with pytest.raises(LedgerError) as caught:
        log.run()
    assert caught.value.code == "entry-too-large"
    assert log.store.size() == 0


class TestTwoAtOnce:
    def test_the_second_to_assign_gives_up(self):
        log = Log().add(*entries(5))
        pending = log.store.pending

        def overtaken(limit):
            rows = pending(limit)
            log.store.pending = pending
            log.run()
            return rows

        log.store.pending = overtaken
        with pytest.raises(RuntimeError, match="序号"):
            log.run()
        log.run()
        check(log, entries(5))

    def test_the_second_to_publish_gives_up(self):
        log = Log().add(*entries(5))
        publish, others = log.store.publish, []

        def overtaken(note, *, after):
            log.store.publish = publish
            log.add(*entries(3, "late"))
            others.append(log.run())
            publish(note, after=after)

        log.store.publish = overtaken
        with pytest.raises(RuntimeError, match="检查点"):
            log.run()
        check(log, [*entries(5), *entries(3, "late")])
        assert log.store.published == others


class Power:
    """Current that fails at the n-th write, before it (`torn` False) or after it."""

    def __init__(self, fails_at, *, after):
        self.left = fails_at
        self.after = after

    def guard(self, deed):
        self.left -= 1
        if self.left == 0 and not self.after:
            raise PowerCutError
        result = deed()
        if self.left == 0:
            raise PowerCutError
        return result


class PowerCutError(BaseException):
    """The process is gone."""


class FailingStore(MemoryStore):
    power = None

    def assign(self, first, ids):
        self.power.guard(lambda: super(FailingStore, self).assign(first, ids))

    def publish(self, note, *, after):
        self.power.guard(lambda: super(FailingStore, self).publish(note, after=after))


class FailingBlobs(MemoryBlobs):
    power = None

    def write(self, path, data):
        self.power.guard(lambda: super(FailingBlobs, self).write(path, data))

    def remove(self, path):
        self.power.guard(lambda: super(FailingBlobs, self).remove(path))


class NoPowerCut(Power):
    def __init__(self):
        super().__init__(0, after=True)
        self.writes = 0

    def guard(self, deed):
        self.writes += 1
        return deed()


def failing_log():
    return Log(FailingStore(), FailingBlobs(), batch=200)


def connect(log, power):
    log.store.power = log.blobs.power = power
    return log


def play(log, portions):
    """Add portions, one round after each, as a supervisor would: a round that dies is simply run again later."""
    for number, portion in enumerate(portions):
        log.add(*entries(portion, f"p{number}-"))
        try:
            log.run()
        except PowerCutError:
            connect(log, NoPowerCut())
    return log


PORTIONS = [3, 250, 0, 10, 300, 1]
WRITES = connect(failing_log(), NoPowerCut())
play(WRITES, PORTIONS)
COUNT = WRITES.store.power.writes
ALL = [entry for number, portion in enumerate(PORTIONS) for entry in entries(portion, f"p{number}-")]


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("at", range(1, COUNT + 1))
def test_a_crash_at_any_write_loses_nothing_and_forks_nothing(at, after):
    log = play(connect(failing_log(), Power(at, after=after)), PORTIONS)
    connect(log, NoPowerCut())
    while log.store.size() < len(ALL):
        log.run()
    log.run()
    check(log, ALL)


@pytest.mark.parametrize("first", range(1, COUNT + 1, 6))
def test_two_crashes_in_a_row(first):
    for second in range(1, 12):
        log = connect(failing_log(), Power(first, after=first % 2 == 0))
        for number, portion in enumerate(PORTIONS):
            log.add(*entries(portion, f"p{number}-"))
            try:
                log.run()
            except PowerCutError:
                connect(log, Power(second, after=True))
                try:
                    log.run()
                except PowerCutError:
                    connect(log, NoPowerCut())
        connect(log, NoPowerCut())
        while log.store.size() < len(ALL):
            log.run()
        log.run()
        check(log, ALL)


def test_what_was_published_before_a_crash_stays_published():
    for at in range(1, COUNT + 1):
        log = connect(failing_log(), Power(at, after=True))
        seen = []
        for number, portion in enumerate(PORTIONS):
            log.add(*entries(portion, f"p{number}-"))
            try:
                log.run()
            except PowerCutError:
                connect(log, NoPowerCut())
            seen.append(log.blobs.read("checkpoint"))
        sizes = [checkpoint.read(note.decode()).size for note in seen if note]
        assert sizes == sorted(sizes)


def test_a_sequencer_keeps_nothing_between_rounds():
    log, some = Log(), entries(400)
    one, other = log.sequencer(), log.sequencer()
    for start in range(0, 400, 40):
        log.add(*some[start : start + 40])
        (one if start % 80 else other).run()
    check(log, some)


def test_the_writer_is_given_not_made():
    blobs = MemoryBlobs()
    store = MemoryStore()
    store.add(b"x")
    Sequencer(store, TileWriter(blobs), SIGNER).run()
    assert blobs.read("tile/entries/000.p/1") == b"\0\1x"
