"""The list of everything that a snapshot holds, signed with the key of the log."""

import json
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, Self

from fadu.ledger import checkpoint, note
from fadu.ledger.checkpoint import Checkpoint
from fadu.ledger.errors import LedgerError
from fadu.ledger.hashing import EMPTY_ROOT
from fadu.ledger.keys import Signer, Verifier

FORMAT: Final = "fadu-backup/1"
MANIFEST, NOTE, KEYS, DATABASE = "manifest.json", "manifest.note", "keys.sealed", "database"


class Unusable(Exception):
    """A backup that is damaged, unfinished, or not of this installation; the text says what to do."""


@dataclass(frozen=True, slots=True)
class Stored:
    """A file: where it lies below the folder of the installation, its hash and size as stored, when it was last written (ns)."""

    path: str
    sha256: str
    size: int
    written: int = 0


@dataclass(slots=True)
class Manifest:
    """What a snapshot holds.

    Attributes:
        made_at: when the database was read.
        vendor: `sqlite` or `postgresql`.
        migrations: what had been applied to the database.
        database: its files below `database/`.
        files: everything else that the installation keeps.
        checkpoint: the last published head in that database; "" before the first.
        vkey: the public key line of the log.
        data_key: tells whether a data key is the one the columns are sealed with, without telling the key.
        settings: what else is needed to set the installation up again.
        elsewhere: stores outside of the installation's folder, which are named and not copied.
        brought: stores whose originals are among the files.
    """

    made_at: str
    vendor: str
    migrations: list[str]
    database: list[Stored]
    files: list[Stored]
    checkpoint: str
    vkey: str
    data_key: str
    settings: dict[str, str]
    keys: bool = False
    elsewhere: list[str] = field(default_factory=list)
    brought: list[str] = field(default_factory=list)
    format: str = FORMAT

    @property
    def head(self) -> Checkpoint:
        """The head of the log in this snapshot."""
        return checkpoint.read(self.checkpoint) if self.checkpoint else Checkpoint("-", 0, EMPTY_ROOT)

    @property
    def stored(self) -> int:
        """Bytes of all it names."""
        return sum(item.size for item in (*self.database, *self.files))

    def write(self, folder: Path, signer: Signer) -> str:
        """Write and sign it; gives its hash."""
        data = json.dumps(asdict(self), ensure_ascii=False, indent=1).encode()
        folder.joinpath(MANIFEST).write_bytes(data)
        digest = sha256(data).hexdigest()
        folder.joinpath(NOTE).write_text(note.sign(_text(digest), signer), "utf-8")
        return digest

    @classmethod
    def read(cls, folder: Path, vkey: str = "") -> Self:
        """The manifest of a snapshot, its signature verified where the key is given; raises Unusable."""
        try:
            data = folder.joinpath(MANIFEST).read_bytes()
            signed = folder.joinpath(NOTE).read_text("utf-8")
        except OSError as error:
            raise Unusable(f"{folder} 不是完整的备份：缺少 {MANIFEST} 或者 {NOTE}，备份可能没有做完") from error
        try:
            found: dict[str, Any] = json.loads(data)
            if found["format"] != FORMAT:
                raise Unusable("备份的格式不是本版本能读的")
            found |= {name: [Stored(**item) for item in found[name]] for name in ("database", "files")}
            made = cls(**found)
        except (ValueError, TypeError, KeyError) as error:
            raise Unusable("备份的清单不可读，备份已损坏") from error
        try:
            text = note.open_note(signed, [Verifier.parse(vkey or made.vkey)])
        except LedgerError as error:
            raise Unusable(f"备份清单的签名不可信：{error.reason}") from error
        if text != _text(sha256(data).hexdigest()):
            raise Unusable("备份的清单与签名不符，备份被改动过")
        return made


def _text(digest: str) -> str:
    """What is signed: told apart from a checkpoint by its second line, which is no number."""
    return f"{FORMAT}\nmanifest sha256 {digest}\n"
