"""The return of a snapshot into an empty installation, and where its log stands beside what was published."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.contrib.sessions.models import Session

from fadu.cases.services import log
from fadu.evidence.keeping.backing import database, keys, store
from fadu.evidence.keeping.backing.manifest import DATABASE, KEYS, Manifest, Stored, Unusable
from fadu.evidence.keeping.backing.objects import Objects, copied, digest_of
from fadu.evidence.keeping.backing.taking import snapshots
from fadu.ledger import checkpoint, tree
from fadu.ledger.checkpoint import Checkpoint
from fadu.ledger.errors import LedgerError
from fadu.ledger.monitor.source import Cached, Unreachable, opened
from fadu.ledger.proofs import verify_consistency
from fadu.ledger.storage import Folder
from fadu.ledger.tilestore import CHECKPOINT, TileReader

UNDERWAY = "restoring"
"""A file in the installation's folder while a restoration is under way: one that was interrupted may be begun again."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the restored log stands beside the published head.

    Attributes:
        says: in words.
        behind: how many leaves it lies behind; 0 where it does not.
        shown: whether one is shown to be the beginning of the other.
        forked: whether they contradict each other.
    """

    says: str
    behind: int = 0
    shown: bool = True
    forked: bool = False


def chosen(src: Path) -> Path:
    """The snapshot that is meant: one by itself, or the newest of a folder; raises Unusable."""
    if src.joinpath("manifest.json").is_file():
        return src
    found = snapshots(src)
    if not found:
        raise Unusable(f"{src} 里没有做完的备份")
    return found[-1]


def restore(snapshot: Path, *, passphrase: str = "", told: Callable[[int, int], None] = lambda *_: None) -> Manifest:
    """Bring a snapshot back; nothing is touched before all of it has been found whole. Raises Unusable."""
    data, objects = Path(settings.DATA), Objects(snapshot.parent.parent / "objects")
    manifest = Manifest.read(snapshot)
    _vacant(data)
    secret = _keys(snapshot, manifest, passphrase)
    _whole(snapshot, manifest, objects, told)
    (data / UNDERWAY).write_text(snapshot.name)
    if secret:
        keys.install(secret)
    for item in manifest.files:
        if item.path.startswith(store.WITHIN):
            store.put_back(item, objects.place(item.sha256))
        else:
            copied(objects.place(item.sha256), _inside(data, item))
    if manifest.checkpoint:
        Folder(log.folder()).write(CHECKPOINT, manifest.checkpoint.encode())
    database.restore(manifest, snapshot / DATABASE)
    Session.objects.all().delete()  # who was signed in then is not now
    (data / UNDERWAY).unlink()
    return manifest


def _vacant(data: Path) -> None:
    """Refuse where something could be lost."""
    if not database.empty():
        raise Unusable("这里的数据库不是空的；备份只能恢复到空的安装里，请另设一个 FADU_DATA（和空的数据库）")
    if not (data / UNDERWAY).exists() and any(path.is_file() for name in ("documents", "originals", "log") for path in (data / name).rglob("*")):
        raise Unusable(f"{data} 里已经有文书、原件或者日志的文件；备份只能恢复到空的安装里")


def _keys(snapshot: Path, manifest: Manifest, passphrase: str) -> dict[str, bytes]:
    """The keys that are to be installed; none where those that are here are the ones. The manifest is believed only under the right key."""
    secret = keys.opened(_read(snapshot / KEYS), passphrase) if manifest.keys and passphrase else {}
    if not secret and (log.vkey() != manifest.vkey or keys.fingerprint() != manifest.data_key):
        how = "用 --passphrase-file 给出备份时的口令" if manifest.keys else "把单独保管的 FADU_DATA_KEY、FADU_LOG_KEY 放回（见 docs/operations.md）"
        raise Unusable(f"这里的密钥不是备份的那个安装的：{how}，FADU_LOG_ORIGIN 应为 {manifest.settings.get('FADU_LOG_ORIGIN', '')}")
    if secret:
        from fadu.ledger.keys import Signer  # noqa: PLC0415

        if Signer(settings.FADU_LOG_ORIGIN, secret["FADU_LOG_KEY"]).vkey != manifest.vkey:
            raise Unusable(f"FADU_LOG_ORIGIN 应为 {manifest.settings.get('FADU_LOG_ORIGIN', '')}")
    return secret


def _whole(snapshot: Path, manifest: Manifest, objects: Objects, told: Callable[[int, int], None]) -> None:
    """Every file has the hash that the signed manifest gives."""
    total = len(manifest.files) + len(manifest.database)
    damaged = []
    for count, item in enumerate(manifest.files, 1):
        if not objects.sound(item.sha256, item.size):
            damaged.append(item.path)
        told(count, total)
    for count, item in enumerate(manifest.database, len(manifest.files) + 1):
        file = snapshot / DATABASE / item.path
        if not file.is_file() or digest_of(file) != item.sha256:
            damaged.append(f"{DATABASE}/{item.path}")
        told(count, total)
    if {file.name for file in (snapshot / DATABASE).glob("*")} - {item.path for item in manifest.database}:
        damaged.append(f"{DATABASE}/（多出的文件）")
    if damaged:
        raise Unusable(f"备份已损坏，没有恢复任何内容；{len(damaged)} 个文件不符：{'、'.join(damaged[:10])}")


def _inside(data: Path, item: Stored) -> Path:
    """Where a file goes; one that would leave the folder is refused, whoever signed it."""
    parts = item.path.split("/")
    if any(part in {"", ".", ".."} or "\\" in part or "\0" in part for part in parts) or parts[0] == "keys":
        raise Unusable(f"备份清单里有不合规的路径：{item.path!r}")
    return data.joinpath(*parts)


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise Unusable(f"备份缺少 {file.name}") from error


def standing(published: str) -> Standing:
    """Where the log of this installation stands beside a published head: an address, a file of it, or the state of a monitor."""
    note, source = _published(published)
    try:
        theirs = checkpoint.verify(note, log.signer().verifier)
    except LedgerError as error:
        raise Unusable(f"所给的检查点不可信：{error.reason}") from error
    ours = checkpoint.read(log.Rows().checkpoint() or note) if log.Rows().checkpoint() else None
    if ours is None:
        return Standing(f"恢复的日志是空的，落后于已公布的检查点 {theirs.size} 条", theirs.size, shown=theirs.size == 0)
    if theirs.size <= ours.size:
        return _before(theirs, ours)
    behind = theirs.size - ours.size
    told = f"恢复的日志有 {ours.size} 条，落后于已公布的检查点 {behind} 条：备份之后的记录不在其中"
    Folder(log.folder()).write(CHECKPOINT, note.encode())  # so that the sequencer refuses to sign a second history
    if source is None:
        return Standing(f"{told}。只有检查点，没有日志的文件，不能证明它是已公布日志的开头", behind, shown=False)
    try:
        path = tree.consistency(TileReader(Cached(source), theirs.size), ours.size, theirs.size)
    except (LedgerError, Unreachable, ValueError) as error:
        return Standing(f"{told}。读不到已公布的日志文件（{getattr(error, 'reason', error)}），不能证明它是其开头", behind, shown=False)
    if not verify_consistency(ours.size, theirs.size, ours.root, theirs.root, path):
        return Standing(f"{told}。它不是已公布日志的开头：历史互相矛盾", behind, shown=False, forked=True)
    return Standing(f"{told}。已证明它是已公布日志的开头（一致性证明 {len(path)} 个哈希）", behind)


def _before(theirs: Checkpoint, ours: Checkpoint) -> Standing:
    """The published head is not ahead: it must be the beginning of ours."""
    reader = TileReader(Folder(log.folder()), ours.size)
    path = tree.consistency(reader, theirs.size, ours.size)
    if not verify_consistency(theirs.size, ours.size, theirs.root, ours.root, path):
        return Standing(f"恢复的日志（{ours.size} 条）与已公布的检查点（{theirs.size} 条）互相矛盾", shown=False, forked=True)
    same = "就是" if theirs.size == ours.size else f"是其延续（多 {ours.size - theirs.size} 条，一致性证明 {len(path)} 个哈希）："
    return Standing(f"恢复的日志{same}已公布的检查点（{theirs.size} 条，根 {theirs.root.hex()}）")


def _published(where: str) -> tuple[str, "Cached | None"]:
    """A head, and where the files that belong to it can be read."""
    if "://" in where:
        base = where.rstrip("/").removesuffix("/checkpoint")
        source = Cached(opened(base))
        try:
            data = source.read(CHECKPOINT)
        except Unreachable as error:
            raise Unusable(f"读不到已公布的检查点：{error}") from error
        if data is None:
            raise Unusable(f"{where} 没有检查点")
        return data.decode(errors="replace"), source
    file = Path(where)
    file = file / CHECKPOINT if file.is_dir() else file
    try:
        text = file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Unusable(f"读不到检查点文件：{error}") from error
    if text.lstrip().startswith("{"):
        try:
            return str(json.loads(text)["note"]), None
        except (ValueError, KeyError) as error:
            raise Unusable("不是检查点，也不是监看者的状态文件") from error
    beside = file.parent if (file.parent / "tile").is_dir() else None
    return text, Cached(opened(str(beside))) if beside else None
