"""A backup comes back and proves itself; what is damaged, unfinished or older says so."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from fadu.documents import fonts
from fadu.ledger import checkpoint
from tests.faults.installation import ROOT, Installation, database

pytestmark = [pytest.mark.long, pytest.mark.skipif(bool(fonts.missing()), reason="papers can't be set without their fonts")]

URL = os.environ.get("FADU_TEST_DATABASE_URL", "")
KINDS = ["sqlite", *(["postgresql"] if URL else [])]
PASSPHRASE = "quiet river under the bridge"


class House(Installation):
    """An installation with commands."""

    def command(self, *words: str, **more: str) -> tuple[int, str]:
        done = subprocess.run(
            [sys.executable, "-m", "django", *words], cwd=ROOT, env={**self.environment, "FADU_BACKUP_PASSPHRASE": PASSPHRASE, **more},
            capture_output=True, text=True, timeout=240, check=False,
        )  # fmt: skip
        return done.returncode, done.stdout + done.stderr

    def run(self, *words: str) -> Any:
        return self.result(subprocess.Popen(
            [sys.executable, "-m", "tests.evidence.keeping.within", *words], cwd=ROOT, env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ))  # fmt: skip

    def files(self) -> dict[str, bytes]:
        return {
            path.relative_to(self.folder).as_posix(): path.read_bytes()
            for name in ("documents", "originals") for path in sorted((self.folder / name).rglob("*")) if path.is_file()
        }  # fmt: skip


@pytest.fixture(scope="module", params=KINDS)
def house(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """An installation with everything in it, and one backup of it with the keys."""
    folder = tmp_path_factory.mktemp("house")
    with database(URL if request.param == "postgresql" else "") as url:
        made = House(folder / "data", url)
        made.folder.mkdir()
        made.kept = made.run("make")
        code, said = made.command("backup", str(folder / "backups"), "--with-keys")
        assert code == 0, said
        made.backups, made.said = folder / "backups", said
        yield made


@pytest.fixture
def empty(house: House, tmp_path: Path) -> Iterator[Any]:
    """Empty installations of the same kind."""
    with ExitStack() as stack:
        made: list[House] = []

        def another() -> House:
            name = f"fadu_back_{os.getpid()}_{len(made)}"
            url = stack.enter_context(fresh_database(URL, name)) if house.environment["FADU_DATABASE_URL"] else ""
            made.append(House(tmp_path / f"empty{len(made)}", url))
            made[-1].folder.mkdir()
            return made[-1]

        yield another


def fresh_database(url: str, name: str) -> Any:
    from contextlib import contextmanager
    from urllib.parse import urlsplit

    import psycopg

    @contextmanager
    def made() -> Iterator[str]:
        server = f"postgresql://{urlsplit(url).netloc}"
        with psycopg.connect(f"{server}/postgres", autocommit=True) as maintenance:
            maintenance.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
            maintenance.execute(f"CREATE DATABASE \"{name}\" TEMPLATE template0 ENCODING 'UTF8'")
        try:
            yield f"{server}/{name}"
        finally:
            with psycopg.connect(f"{server}/postgres", autocommit=True) as maintenance:
                maintenance.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    return made()


def newest(folder: Path) -> Path:
    return max((folder / "snapshots").glob("[0-9]*"))


def test_it_comes_back_whole_and_proves_itself(house: House, empty: Any) -> None:
    other = empty()
    published = house.folder.parent / "published"
    shutil.copy(house.folder / "log" / "checkpoint", published)
    code, said = other.command("restore", str(house.backups), "--with-keys", "--checkpoint", str(published))
    assert code == 0, said
    assert "核验通过" in said
    assert "就是已公布的检查点" in said
    assert other.run("counted") == house.run("counted")
    assert other.files() == house.files()
    assert other.run("signs")["signs"] is True
    later = other.run("more")
    assert later["leaves"] > house.kept["leaves"]
    code, said = other.command("verify", "--all")
    assert code == 0, said
    assert checkpoint.read((other.folder / "log" / "checkpoint").read_text()).size == later["leaves"]


def test_the_keys_are_not_in_it_unless_asked_and_never_in_the_clear(house: House, tmp_path: Path) -> None:
    keys = {name: (house.folder / "keys" / name).read_bytes() for name in ("fadu_data_key", "fadu_log_key")}
    plain = tmp_path / "plain"
    code, said = house.command("backup", str(plain))
    assert code == 0
    assert "不含密钥" in said
    assert not list(plain.rglob("keys.sealed"))
    for folder in (plain, house.backups):
        for file in folder.rglob("*"):
            if file.is_file():
                data = file.read_bytes()
                assert not any(key in data or key.hex().encode() in data for key in keys.values()), file
                assert file.stat().st_mode & 0o077 == 0 or file.name in {"manifest.json", "manifest.note", ".lock"}


def test_without_the_keys_it_says_what_to_do_and_comes_back_with_them_put_in_place(house: House, empty: Any, tmp_path: Path) -> None:
    plain, other = tmp_path / "plain", empty()
    assert house.command("backup", str(plain))[0] == 0
    code, said = other.command("restore", str(plain))
    assert code == 1
    assert "FADU_DATA_KEY" in said
    for name in ("fadu_data_key", "fadu_log_key"):
        shutil.copy(house.folder / "keys" / name, other.folder / "keys" / name)
    code, said = other.command("restore", str(plain))
    assert code == 0, said


def test_a_wrong_passphrase_brings_nothing_back(house: House, empty: Any) -> None:
    other = empty()
    code, said = other.command("restore", str(house.backups), "--with-keys", FADU_BACKUP_PASSPHRASE="another river altogether")
    assert (code, "口令不对" in said) == (1, True)
    assert not (other.folder / "originals").exists()


def test_it_comes_back_into_an_empty_installation_only(house: House, empty: Any) -> None:
    code, said = house.command("restore", str(house.backups), "--with-keys")
    assert (code, "不是空的" in said) == (1, True)
    other = empty()
    (other.folder / "documents").mkdir()
    (other.folder / "documents" / "x").write_bytes(b"x")
    code, said = other.command("restore", str(house.backups), "--with-keys")
    assert (code, "已经有文书" in said) == (1, True)


def test_an_older_backup_is_told_to_lie_behind_and_signs_no_second_history(house: House, empty: Any) -> None:
    other = empty()
    folder = house.folder.parent / "log-then"
    shutil.copytree(house.folder / "log", folder)
    elsewhere = House(house.folder.parent / "goes-on", "")
    published = folder
    if not house.environment["FADU_DATABASE_URL"]:  # a copy goes on, so that the installation of the module stays as it is
        shutil.copytree(house.folder, elsewhere.folder)
        elsewhere.run("more")
        published = elsewhere.folder / "log"
    else:
        house.run("more")
        published = house.folder / "log"
    ahead = checkpoint.read((published / "checkpoint").read_text()).size - house.kept["leaves"]
    assert ahead > 0
    code, said = other.command("restore", str(house.backups), "--with-keys", "--checkpoint", str(published))
    assert code == 1
    assert f"落后于已公布的检查点 {ahead} 条" in said
    assert "已证明它是已公布日志的开头" in said
    assert "核验通过" in said
    found = other.run("signs")
    assert found["signs"] is False
    assert "已公开的检查点" in found["says"]


def test_a_published_head_of_another_history_is_a_contradiction(house: House, empty: Any, tmp_path: Path) -> None:
    from fadu.ledger.keys import Signer

    other = empty()
    head = checkpoint.read((house.folder / "log" / "checkpoint").read_text())
    signer = Signer(head.origin, (house.folder / "keys" / "fadu_log_key").read_bytes())
    (tmp_path / "forked").write_text(checkpoint.sign(checkpoint.Checkpoint(head.origin, head.size - 1, bytes(32)), signer))
    code, said = other.command("restore", str(house.backups), "--with-keys", "--checkpoint", str(tmp_path / "forked"))
    assert (code, "互相矛盾" in said) == (1, True)


def test_every_damage_is_refused_before_anything_is_touched(house: House, empty: Any, tmp_path: Path) -> None:
    other = empty()
    names = {"manifest.json": 1, "manifest.note": 1, "database": 1, "objects": 3}
    for name, count in names.items():
        for number in range(count):
            copy = tmp_path / f"{name}{number}"
            shutil.copytree(house.backups, copy)
            root = copy if name == "objects" else newest(copy)
            file = [path for path in sorted(root.rglob("*")) if path.is_file() and name in path.relative_to(copy).as_posix()][number]
            data = bytearray(file.read_bytes())
            data[len(data) // 2] ^= 1
            file.write_bytes(data)
            code, said = other.command("restore", str(copy), "--with-keys")
            assert code == 1, (name, said)
            assert "没有恢复" in said
            assert not (other.folder / "originals").exists()
    copy = tmp_path / "gone"
    shutil.copytree(house.backups, copy)
    next(path for path in copy.joinpath("objects").rglob("*") if path.is_file()).unlink()
    assert other.command("restore", str(copy), "--with-keys")[0] == 1


def test_the_second_backup_stores_only_what_is_new(house: House, tmp_path: Path) -> None:
    target = tmp_path / "twice"
    assert "新存 0 个" not in house.command("backup", str(target))[1]
    before = {path for path in target.joinpath("objects").rglob("*") if path.is_file()}
    assert "新存 0 个" in house.command("backup", str(target))[1]
    assert {path for path in target.joinpath("objects").rglob("*") if path.is_file()} == before
    assert len(list(target.joinpath("snapshots").iterdir())) == 2


def test_it_is_not_put_into_the_installation_itself(house: House) -> None:
    code, said = house.command("backup", str(house.folder / "backups"))
    assert (code, "另一块盘" in said) == (1, True)


def test_what_was_killed_passes_for_no_backup(house: House, empty: Any, tmp_path: Path) -> None:
    target, killed = tmp_path / "killed", 0
    environment = {**house.environment, "FADU_BACKUP_PASSPHRASE": PASSPHRASE}
    finished = 0
    for wait in (0.0, 0.05, 0.2, 0.4):
        begun = subprocess.Popen([sys.executable, "-m", "django", "backup", str(target), "--with-keys"], cwd=ROOT, env=environment, stdout=subprocess.PIPE)
        until = time.monotonic() + 60
        while begun.poll() is None and not list(target.glob("snapshots/.part-*")) and time.monotonic() < until:
            time.sleep(0.002)
        time.sleep(wait)
        if begun.poll() is None:
            begun.send_signal(signal.SIGKILL)
            killed += 1
        begun.communicate()
        finished = len(list(target.glob("snapshots/[0-9]*")))
        if not finished:
            code, said = empty().command("restore", str(target), "--with-keys")
            assert (code, "没有做完的备份" in said) == (1, True)
            for part in target.glob("snapshots/.part-*"):
                assert not (part / "manifest.note").exists() or not (part.parent / part.name.removeprefix(".part-")).exists()
    assert killed
    assert house.command("backup", str(target), "--with-keys")[0] == 0
    assert not list(target.glob("snapshots/.part-*"))
    code, said = empty().command("restore", str(target), "--with-keys")
    assert code == 0, said


def test_a_step_taken_meanwhile_is_wholly_in_or_out(house: House, empty: Any, tmp_path: Path) -> None:
    working = house
    if not house.environment["FADU_DATABASE_URL"]:
        working = House(tmp_path / "busy", "")
        shutil.copytree(house.folder, working.folder)
    busy = subprocess.Popen(
        [sys.executable, "-m", "tests.evidence.keeping.within", "more", "12"], cwd=ROOT, env=working.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    sizes = []
    for number in range(2):
        target = tmp_path / f"busy{number}"
        code, said = working.command("backup", str(target), "--with-keys")
        assert code == 0, said
        other = empty()
        code, said = other.command("restore", str(target), "--with-keys")
        assert code == 0, said
        sizes.append(other.run("counted")["leaves"])
    after = working.result(busy)["leaves"]
    assert house.kept["leaves"] <= sizes[0] <= sizes[1] <= after
