"""What a monitor has seen: kept in one file, replaced whole, so that a crash leaves the last or the next state."""

import json
import os
from base64 import b64decode, b64encode
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Self

from fadu.ledger import checkpoint
from fadu.ledger.checkpoint import Checkpoint
from fadu.ledger.errors import LedgerError
from fadu.ledger.frontier import Frontier
from fadu.ledger.hashing import EMPTY_ROOT, HASH_SIZE
from fadu.ledger.tiles import FULL

FORMAT: Final = "fadu-monitor/1"


class Unfit(Exception):
    """The state file is not one, or is that of another log."""


@dataclass(slots=True)
class State:
    """What was seen of one log.

    Attributes:
        vkey: the public key line of the log.
        note: the last head that held, as it was signed; "" before the first.
        seen: when it was first seen, seconds since 1970.
        roots: the root of the 256 leaves of each full bundle, one after another.
        cursor: the bundle at which looking again at old ones goes on.
        told: the alarm that was last shouted, so that it is shouted once.
    """

    vkey: str
    note: str = ""
    seen: float = 0
    roots: bytearray = field(default_factory=bytearray)
    cursor: int = 0
    told: str = ""

    @property
    def head(self) -> Checkpoint:
        """The last head; the empty tree before the first."""
        return checkpoint.read(self.note) if self.note else Checkpoint("-", 0, EMPTY_ROOT)

    @property
    def full(self) -> int:
        """How many full bundles were seen."""
        return len(self.roots) // HASH_SIZE

    def root(self, index: int) -> bytes:
        """The root of the leaves of a full bundle."""
        return bytes(self.roots[index * HASH_SIZE : (index + 1) * HASH_SIZE])

    def frontier(self) -> Frontier:
        """The tree of all full bundles, to be gone on with."""
        joined = Frontier()
        for index in range(self.full):
            joined.append(self.root(index))
        return Frontier(self.full * FULL, joined.nodes)

    @classmethod
    def load(cls, file: Path, vkey: str) -> Self:
        """The state in a file, a new one where there is none; raises Unfit."""
        try:
            data: dict[str, Any] = json.loads(file.read_text("utf-8"))
        except FileNotFoundError:
            return cls(vkey)
        except (OSError, ValueError) as error:
            raise Unfit(f"状态文件不可读：{error}") from error
        try:
            if data["format"] != FORMAT:
                raise Unfit("不是监看者的状态文件")
            found = cls(str(data["vkey"]), str(data["note"]), float(data["seen"]), bytearray(b64decode(data["roots"])), int(data["cursor"]), str(data["told"]))
            fits = found.full == found.head.size // FULL
        except (KeyError, TypeError, ValueError, LedgerError) as error:
            raise Unfit(f"状态文件不完整：{error}") from error
        if found.vkey != vkey:
            raise Unfit("状态文件是另一个日志（另一个公钥）的")
        if not fits:
            raise Unfit("状态文件自相矛盾")
        return found

    def save(self, file: Path) -> None:
        """Put it in place of the last."""
        data = {"format": FORMAT, "vkey": self.vkey, "note": self.note, "seen": self.seen, "cursor": self.cursor, "told": self.told}
        fresh = file.with_name(f".{file.name}.{os.getpid()}")
        with fresh.open("w", encoding="utf-8") as out:
            json.dump({**data, "roots": b64encode(self.roots).decode()}, out, ensure_ascii=False)
            out.flush()
            os.fsync(out.fileno())
        fresh.replace(file)
