"""One snapshot of a running installation."""

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Final

from django.conf import settings
from django.db import connection

from fadu.cases.services import log
from fadu.evidence.keeping.backing import database, keys, store
from fadu.evidence.keeping.backing.manifest import DATABASE, KEYS, Manifest, Stored, Unusable
from fadu.evidence.keeping.backing.objects import Objects, digest_of, settle
from fadu.ledger.hashing import HASH_SIZE
from fadu.ledger.storage import Folder
from fadu.ledger.tiles import ENTRIES, FULL, bundles, decode_bundle, encode_bundle, tiles

LEFT_OUT: Final = frozenset({"keys", "static", "log", "uploads", "tmp"})
"""Folders that are not copied as they are: secrets, what is made anew, the log (it is laid out for the head of the snapshot), unfinished uploads."""

TOLD: Final = ("FADU_LOG_ORIGIN", "FADU_PUBLIC_URL", "FADU_HOSTS", "FADU_HTTPS", "FADU_DEMO", "FADU_STORE")
"""Settings that are written down, since papers and keys depend on them."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A snapshot that is finished."""

    folder: Path
    manifest: Manifest
    digest: str
    fresh: int


def take(dest: Path, *, passphrase: str = "", name_store: bool = False, told: Callable[[int, int], None] = lambda *_: None) -> Taken:
    """Make a snapshot below `dest`; raises Unusable where that cannot be. `name_store`: originals in a store are named, not fetched."""
    data = Path(settings.DATA).resolve()
    if dest.resolve().is_relative_to(data):
        raise Unusable("备份不能放在安装自己的文件夹里：请放到另一块盘")
    dest.mkdir(mode=0o700, parents=True, exist_ok=True)
    with _alone(dest):
        for unfinished in dest.joinpath("snapshots").glob(".part-*"):
            shutil.rmtree(unfinished)
        for unfinished in dest.joinpath("objects").glob(".new-*"):
            unfinished.unlink()
        return _taken(dest, data, passphrase, told, name_store=name_store)


def snapshots(dest: Path) -> list[Path]:
    """The finished snapshots below a folder, the newest last."""
    return sorted(path for path in dest.joinpath("snapshots").glob("[0-9]*") if path.is_dir())


def _taken(dest: Path, data: Path, passphrase: str, told: Callable[[int, int], None], *, name_store: bool) -> Taken:
    moment = datetime.now(UTC)
    name = moment.strftime("%Y%m%dT%H%M%S%fZ")
    part = dest / "snapshots" / f".part-{name}"
    part.mkdir(mode=0o700, parents=True)
    secret = keys.sealed(passphrase) if passphrase else b""
    migrations, note = database.snapshot(part / DATABASE)
    held = [Stored(file.name, digest_of(file), file.stat().st_size) for file in sorted((part / DATABASE).iterdir())]
    files, fresh = _files(dest, data, told)
    stores = [settings.FADU_STORE] if settings.FADU_STORE else []
    fetching = bool(stores) and not name_store
    if fetching:  # after the database: what came meanwhile is in the store and not in the snapshot, never the other way round
        brought, more = store.fetched(dest, _known(dest), told)
        files, fresh = files + brought, fresh + more
    manifest = Manifest(
        moment.isoformat(), connection.vendor, migrations, held, files, note, log.vkey(), keys.fingerprint(),
        {name: os.environ[name] for name in TOLD if os.environ.get(name)} | {"FADU_LOG_ORIGIN": settings.FADU_LOG_ORIGIN},
        bool(secret), [] if fetching else stores, stores if fetching else [],
    )  # fmt: skip
    manifest.files += _log(Objects(dest / "objects"), manifest.head.size)
    if secret:
        with os.fdopen(os.open(part / KEYS, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            out.write(secret)
    digest = manifest.write(part, log.signer())
    for file in part.rglob("*"):
        if file.is_file():
            with file.open("rb") as source:
                os.fsync(source.fileno())
    settle(part)
    whole = part.with_name(name)
    part.replace(whole)
    settle(whole.parent)
    store.done(dest)
    return Taken(whole, manifest, digest, fresh)


def _files(dest: Path, data: Path, told: Callable[[int, int], None]) -> tuple[list[Stored], int]:
    """Every file of the installation, by hash; one that was stored before and was not written since is not read again."""
    objects, known = Objects(dest / "objects"), _known(dest)
    found, fresh = [], 0
    walked = list(_walk(data))
    for count, file in enumerate(walked, 1):
        path = file.relative_to(data).as_posix()
        try:
            state = file.stat()
            before = known.get(path)
            if before and (before.size, before.written) == (state.st_size, state.st_mtime_ns) and objects.has(before.sha256, before.size):
                found.append(before)
            else:
                with file.open("rb") as source:
                    digest, size = objects.keep(source)
                found.append(Stored(path, digest, size, state.st_mtime_ns))
                fresh += 1
        except FileNotFoundError:  # a temporary file that is gone again
            continue
        told(count, len(walked))
    return found, fresh


def _walk(data: Path) -> Iterator[Path]:
    for top in sorted(data.iterdir()):
        if top.name in LEFT_OUT or top.name.startswith((".", database.FILE)):
            continue
        for file in [top] if top.is_file() else sorted(top.rglob("*")):
            if file.is_file() and not file.is_symlink() and not file.name.startswith(".") and not file.name.endswith(".part"):
                yield file


def _log(objects: Objects, size: int) -> list[Stored]:
    """The files of the log as a head of that size has them: what came since is cut off, partial tiles that are gone are made of the full ones."""
    blobs, found = Folder(log.folder()), []
    for tile in (*tiles(size), *bundles(size)):
        data = blobs.read(tile.path)
        if data is None and tile.width < FULL:
            full = blobs.read(tile.full.path) or b""
            data = encode_bundle(decode_bundle(full)[: tile.width]) if tile.level == ENTRIES and full else full[: tile.width * HASH_SIZE]
        if data:  # what is not there is made anew from the database when it comes back, and `fadu verify --all` tells of it now
            found.append(Stored(f"log/{tile.path}", *objects.keep(BytesIO(data))))
    return found


def _known(dest: Path) -> dict[str, Stored]:
    """What the last snapshot has."""
    for folder in reversed(snapshots(dest)):
        try:
            return {item.path: item for item in Manifest.read(folder, log.vkey()).files if item.written or item.path.startswith(store.WITHIN)}
        except Unusable:
            continue
    return {}


@contextmanager
def _alone(dest: Path) -> Iterator[None]:
    """One backup into a folder at a time; the lock goes with the process."""
    with (dest / ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise Unusable("另一个备份正在写这个文件夹，请等它结束") from error
        yield
