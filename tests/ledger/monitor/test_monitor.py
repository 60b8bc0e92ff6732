"""Whoever follows a log from outside hears of every second history, every step back, every gap and every changed byte; and of nothing else."""

import http.server
import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from fadu.ledger import checkpoint
from fadu.ledger.memory import MemoryStore
from fadu.ledger.monitor.cli import ALARM, MISUSED, SOUND, UNREACHABLE, Watch, _parser, monitor
from fadu.ledger.monitor.source import opened
from fadu.ledger.monitor.state import State
from fadu.ledger.sequencer import Sequencer
from fadu.ledger.storage import Folder
from fadu.ledger.tilestore import TileWriter
from tests.ledger.build import SIGNER, STRANGER, VKEY, entries


class Served:
    """A log on the disk that is added to, and a monitor of it."""

    def __init__(self, root: Path, signer: Any = SIGNER) -> None:
        self.folder, self.store, self.signer = root / "log", MemoryStore(), signer
        self.state = root / "state.json"
        self.where = str(self.folder)
        self.folder.mkdir(parents=True)

    def grow(self, count: int, tag: str = "e") -> "Served":
        for entry in entries(count, tag):
            self.store.add(entry)
        while self.store.size() < len(self.store.rows):
            Sequencer(self.store, TileWriter(Folder(self.folder, durable=False)), self.signer).run()
        return self

    def look(self, *more: str, key: str = VKEY) -> int:
        return monitor([self.where, "--key", key, "--state", str(self.state), "--once", *more])

    def file(self, part: str) -> Path:
        return next(path for path in sorted(self.folder.rglob("*")) if path.is_file() and part in path.as_posix())

    def evidence(self) -> list[Path]:
        return sorted((self.state.parent / "state.json.evidence").glob("*"))


@pytest.fixture
def log(tmp_path: Path) -> Served:
    return Served(tmp_path)


def harmed(file: Path, place: int) -> None:
    data = bytearray(file.read_bytes())
    data[place] ^= 1
    file.write_bytes(data)


@pytest.mark.parametrize("sizes", [(1,), (1, 1, 1), (255, 1, 1), (256, 1), (300, 300, 600), (700,), (256, 256)])
def test_a_log_that_only_grows_is_found_sound(log: Served, sizes: tuple[int, ...]) -> None:
    for round_, size in enumerate(sizes):
        log.grow(size, f"r{round_}-")
        assert log.look() == SOUND
        assert log.look() == SOUND
    state = State.load(log.state, VKEY)
    assert (state.head.size, state.full) == (sum(sizes), sum(sizes) // 256)
    assert log.evidence() == []


def test_what_it_has_seen_is_a_hundred_thousandth_of_the_log(log: Served) -> None:
    log.grow(600)
    log.look()
    assert log.state.stat().st_size < 1000


@pytest.mark.parametrize(("seen", "more"), [(5, 3), (256, 1), (300, 300), (600, 1)])
def test_a_fork_signed_with_the_same_key_is_shouted_with_both_heads(log: Served, tmp_path: Path, seen: int, more: int) -> None:
    log.grow(seen)
    assert log.look() == SOUND
    first = (log.folder / "checkpoint").read_bytes()
    other = Served(tmp_path / "other").grow(seen - 1).grow(1, "other").grow(more, "later")
    other.state = log.state
    assert other.look() == ALARM
    (place,) = log.evidence()
    told = json.loads((place / "alarm.json").read_text())
    assert told["code"] == "fork"
    assert (place / "checkpoint.before").read_bytes() == first
    assert (place / "checkpoint.now").read_bytes() == (other.folder / "checkpoint").read_bytes()
    for name in ("checkpoint.before", "checkpoint.now"):
        checkpoint.verify((place / name).read_text(), SIGNER.verifier)
    assert State.load(log.state, VKEY).note.encode() == first, "what held is kept"
    assert log.look() == SOUND


def test_another_history_of_the_same_length_is_a_fork(log: Served, tmp_path: Path) -> None:
    log.grow(9)
    log.look()
    other = Served(tmp_path / "other").grow(9, "x")
    other.state = log.state
    assert other.look() == ALARM
    assert "fork" in log.evidence()[0].name


def test_a_log_that_goes_back_is_shouted(log: Served) -> None:
    log.grow(5)
    log.look()
    old = (log.folder / "checkpoint").read_bytes()
    log.grow(5, "more")
    log.look()
    (log.folder / "checkpoint").write_bytes(old)
    assert log.look() == ALARM
    assert "rollback" in log.evidence()[0].name


@pytest.mark.parametrize("part", ["tile/entries/001", "tile/0/001", "tile/1/", "tile/entries/000"])
def test_a_gap_is_shouted(log: Served, part: str) -> None:
    log.grow(700)
    log.file(part).unlink()
    assert log.look() == ALARM
    assert "gap" in log.evidence()[0].name


def test_a_gap_that_comes_later_is_shouted(log: Served) -> None:
    log.grow(700)
    assert log.look() == SOUND
    log.file("tile/entries/001").unlink()
    assert log.look() == ALARM
    (log.folder / "checkpoint").unlink()
    assert log.look() == ALARM


@pytest.mark.parametrize(
    ("part", "code"), [("tile/entries/000", "entry"), ("tile/0/000", "tile"), ("tile/0/002.p", "tile"), ("tile/1/", "tile"), ("tile/entries/002.p", "entry")]
)
@pytest.mark.parametrize("place", [0, 40, -1])
def test_a_changed_byte_in_what_is_new_is_shouted(log: Served, part: str, code: str, place: int) -> None:
    log.grow(700)
    harmed(log.file(part), place)
    assert log.look() == ALARM
    assert code in log.evidence()[0].name


@pytest.mark.parametrize(("part", "code"), [("tile/entries/000", "entry"), ("tile/0/001", "tile")])
def test_a_changed_byte_in_what_was_seen_is_shouted(log: Served, part: str, code: str) -> None:
    log.grow(700)
    assert log.look() == SOUND
    harmed(log.file(part), 70)
    assert log.look() == ALARM
    assert code in log.evidence()[0].name


def test_old_bundles_are_looked_at_in_turn(log: Served) -> None:
    log.grow(256 * 6)
    assert log.look("--again", "2") == SOUND
    harmed(log.file("tile/entries/003"), 9)
    assert [log.look("--again", "1") for _ in range(3)] == [SOUND, ALARM, ALARM], "it goes no further until that is mended"
    assert log.look("--all") == ALARM


def test_a_changed_entry_before_the_last_head_within_a_partial_bundle_is_shouted(log: Served) -> None:
    log.grow(10)
    assert log.look() == SOUND
    log.store.logged[3] = b"changed"
    for path in log.folder.rglob("*"):
        if path.is_file():
            path.unlink()
    log.store.published.clear()
    log.grow(1, "more")
    assert log.look() == ALARM
    assert "fork" in log.evidence()[0].name


def test_a_head_of_another_key_or_another_log_is_shouted(log: Served) -> None:
    log.grow(3)
    assert log.look() == SOUND
    head = checkpoint.read((log.folder / "checkpoint").read_text())
    (log.folder / "checkpoint").write_text(checkpoint.sign(head, STRANGER))
    assert log.look() == ALARM
    assert "signature" in log.evidence()[0].name


@pytest.mark.parametrize(("pending", "stale", "code"), [(3, "100", ALARM), (0, "100", SOUND), (3, "0", SOUND), (3, "5000", SOUND), (None, "100", SOUND)])
def test_a_stale_head_is_shouted_only_where_leaves_wait(log: Served, pending: int | None, stale: str, code: int) -> None:
    log.grow(3)
    if pending is not None:
        (log.folder / "status.json").write_text(json.dumps({"pending": pending}))
    options = _parser().parse_args([log.where, "--key", VKEY, "--state", str(log.state), "--once", "--stale", stale])
    moments = iter([1000.0, 2000.0])
    watch = Watch(opened(log.where), VKEY, options, clock=lambda: next(moments))
    assert [watch.once(), watch.once()] == [SOUND, code]


def test_the_hook_is_called_once_for_one_alarm(log: Served, tmp_path: Path) -> None:
    log.grow(5)
    log.look()
    old = (log.folder / "checkpoint").read_bytes()
    log.grow(5, "more")
    log.look()
    (log.folder / "checkpoint").write_bytes(old)
    script, said = tmp_path / "hook.py", tmp_path / "said"
    script.write_text(f"import os, sys; open({str(said)!r}, 'a').write(os.environ['FADU_ALARM'] + ' ' + sys.stdin.read() + '\\n')")
    for _ in range(3):
        assert log.look("--on-alarm", f"{sys.executable} {script}") == ALARM
    (line,) = said.read_text().splitlines()
    assert line.startswith("rollback ")
    assert json.loads(line.removeprefix("rollback "))["evidence"] == str(log.evidence()[0])
    assert len(log.evidence()) == 1
    log.grow(1, "on")
    assert log.look() == SOUND
    (log.folder / "checkpoint").write_bytes(old)
    log.look("--on-alarm", f"{sys.executable} {script}")
    assert len(said.read_text().splitlines()) == 2, "what happens anew is told anew"


def test_a_hook_that_fails_loses_no_alarm(log: Served, capsys: pytest.CaptureFixture[str]) -> None:
    log.grow(2)
    harmed(log.file("tile/entries"), 3)
    assert log.look("--on-alarm", "false", "--webhook", "http://127.0.0.1:9/") == ALARM
    told = capsys.readouterr().err
    assert "警报" in told
    assert "报警命令没有成功" in told
    assert "报警地址没有收到" in told


# --- over the network ---


class Handler(http.server.SimpleHTTPRequestHandler):
    """The files of a log; what is in `answers` is answered otherwise."""

    answers: dict[str, int]

    def do_GET(self) -> None:
        code = self.answers.get(self.path.removeprefix("/log/"))
        if code == 0:
            self.connection.close()
        elif code:
            self.send_error(code)
        else:
            super().do_GET()

    def log_message(self, *_: Any) -> None:
        """Quiet."""


@pytest.fixture
def network(log: Served) -> Iterator[Any]:
    handler = type("Own", (Handler,), {"answers": {}})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=log.folder.parent))
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    log.where = f"http://127.0.0.1:{server.server_port}/log"
    yield handler
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("code", [0, 500, 502, 503, 403, 429])
@pytest.mark.parametrize("path", ["checkpoint", "tile/entries/000.p/7", "tile/0/000.p/7"])
def test_an_error_of_the_network_is_told_and_no_alarm(log: Served, network: Any, path: str, code: int, capsys: pytest.CaptureFixture[str]) -> None:
    log.grow(7)
    network.answers[path] = code
    assert log.look() == UNREACHABLE
    assert "这不是警报" in capsys.readouterr().out
    assert log.evidence() == []
    network.answers.clear()
    assert log.look() == SOUND


def test_a_log_over_the_network_is_followed_and_a_gap_in_it_is_shouted(log: Served, network: Any) -> None:
    log.grow(300)
    assert log.look() == SOUND
    network.answers["tile/entries/000"] = 404
    assert log.look() == ALARM


def test_a_log_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert monitor(["http://127.0.0.1:9/log", "--key", VKEY, "--state", str(tmp_path / "state"), "--once", "--timeout", "2"]) == UNREACHABLE


@pytest.mark.parametrize(
    ("words", "says"),
    [(["ftp://x/log", "--key", VKEY], "http"), (["x", "--key", "no+such+key"], "Base64"), (["x"], "--key"), (["x", "--key", "/no/such/file"], "无法监看")],
)
def test_misuse_is_told(tmp_path: Path, words: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert monitor([*words, "--state", str(tmp_path / "s"), "--once"]) == MISUSED
    assert says in capsys.readouterr().err


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"format": "fadu-monitor/1"}', '{"format":"fadu-monitor/1","vkey":"other","note":"","seen":0,"roots":"","cursor":0,"told":""}']
)
def test_a_state_that_is_none_is_refused_rather_than_begun_anew(log: Served, text: str) -> None:
    log.grow(1)
    log.state.write_text(text)
    assert log.look() == MISUSED
    assert log.state.read_text() == text


def test_it_runs_without_django(log: Served) -> None:
    log.grow(3)
    code = "import sys; sys.argv = sys.argv[1:]; from fadu.site.cli import main\ntry: main()\nfinally: assert 'django' not in sys.modules"
    done = subprocess.run(
        [sys.executable, "-c", code, "fadu", "monitor", log.where, "--key", VKEY, "--state", str(log.state), "--once"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "相符：日志 3 条" in done.stdout
