"""Tree heads: which log, how many leaves, which root (C2SP tlog-checkpoint)."""

import re
from base64 import b64encode
from dataclasses import dataclass
from typing import Final, Self

from fadu.ledger import note
from fadu.ledger.errors import BadCheckpoint, BadNote
from fadu.ledger.hashing import EMPTY_ROOT, HASH_SIZE
from fadu.ledger.keys import Signer, Verifier, base64_bytes

_SIZE: Final = re.compile(r"0|[1-9][0-9]{0,18}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """What a log says of itself at one moment.

    Attributes:
        origin: identity of the log, its address without scheme and final slash.
        size: number of leaves.
        root: 32 bytes (RFC 9162 section 2.1.1).
        extensions: further lines; their meaning is not ours to judge.

    """

    origin: str
    size: int
    root: bytes
    extensions: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse what could not be written down, or a root that no tree of this size has."""
        lines = (self.origin, *self.extensions)
        if not all(lines) or any("\n" in line for line in lines):
            raise BadCheckpoint("检查点的来源与附加行不能为空或跨行")
        if self.size < 0 or len(self.root) != HASH_SIZE or (self.size == 0 and self.root != EMPTY_ROOT):
            raise BadCheckpoint("检查点的大小或根哈希不合规")

    @property
    def body(self) -> str:
        """The text that is signed."""
        return "\n".join((self.origin, str(self.size), b64encode(self.root).decode(), *self.extensions, ""))

    @classmethod
    def parse(cls, body: str) -> Self:
        """Read the text of a note.

        Raises:
            BadCheckpoint: fewer than three lines, an empty line, or a size or root not spelled canonically.

        """
        lines = body.split("\n")
        if len(lines) < 4 or lines.pop() or not all(lines):
            raise BadCheckpoint("检查点应有来源、大小、根哈希三行，且不得有空行")
        origin, size, root, *extensions = lines
        if not _SIZE.fullmatch(size):
            raise BadCheckpoint("检查点的大小不是规范的十进制数")
        try:
            return cls(origin, int(size), base64_bytes(root), tuple(extensions))
        except BadNote as error:
            raise BadCheckpoint("检查点的根哈希不是规范的 Base64") from error


def sign(checkpoint: Checkpoint, *signers: Signer) -> str:
    """Write the signed note of a tree head."""
    return note.sign(checkpoint.body, *signers)


def read(signed: str) -> Checkpoint:
    """Read a tree head *without* verifying it: for looking up what it claims, never for relying on it."""
    return Checkpoint.parse(note.Note.parse(signed).text)


def verify(signed: str, *verifiers: Verifier) -> Checkpoint:
    """Read a tree head that one of these keys has signed. The first key is the log's and bears the origin as its name.

    Raises:
        BadNote: see `note.open_note`.
        BadCheckpoint: the text is no tree head, or it is that of another log (`origin`).

    """
    found = Checkpoint.parse(note.open_note(signed, verifiers))
    if found.origin != verifiers[0].name:
        raise BadCheckpoint(f"检查点属于另一个日志：{found.origin}", "origin")
    return found
