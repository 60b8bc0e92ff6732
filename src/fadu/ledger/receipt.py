"""A receipt: everything it takes to prove, offline and years later, that one content was recorded."""

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from fadu.ledger import checkpoint, tree
from fadu.ledger.canonical import Json, canonical, parse
from fadu.ledger.checkpoint import Checkpoint
from fadu.ledger.entry import Entry, commitment
from fadu.ledger.errors import BadNote, LedgerError, Unproven
from fadu.ledger.keys import Verifier, base64_bytes
from fadu.ledger.proofs import verify_inclusion

FORMAT = "fadu-receipt/1"
_FIELDS = {"format", "entry", "salt", "index", "path", "checkpoint"}


@dataclass(frozen=True, slots=True)
class Receipt:
    """Proof of one entry.

    Attributes:
        entry: what stands in the log.
        salt: the 32 bytes that, with the content, give the commitment. Whoever holds the receipt can test guesses.
        index: place in the log, from 0.
        path: inclusion proof, hashes from the leaf upwards (RFC 9162 section 2.1.3).
        checkpoint: signed note of the tree head that the proof leads to.
        content: the content itself, where the receipt travels without it (documents); else None.

    """

    entry: Entry
    salt: bytes
    index: int
    path: tuple[bytes, ...]
    checkpoint: str
    content: Json = None

    def to_dict(self) -> dict[str, Json]:
        """Give plain values: the salt in hex, the path in Base64."""
        data: dict[str, Json] = {
            "format": FORMAT,
            "entry": self.entry.to_dict(),
            "salt": self.salt.hex(),
            "index": self.index,
            "path": [b64encode(node).decode() for node in self.path],
            "checkpoint": self.checkpoint,
        }
        return data if self.content is None else {**data, "content": self.content}

    def to_json(self) -> str:
        """Spell the receipt as canonical JSON."""
        return canonical(self.to_dict()).decode()

    @classmethod
    def from_dict(cls, data: Json) -> Self:
        """Read plain values.

        Raises:
            Unproven: not a receipt (`format`).

        """
        if not isinstance(data, Mapping) or set(data) - {"content"} != _FIELDS or data["format"] != FORMAT:
            raise Unproven("凭证格式不对，或字段不齐", "format")
        match data:
            case {"salt": str(salt), "index": int(index), "path": list(path), "checkpoint": str(note)}:
                pass
            case _:
                raise Unproven("凭证的字段类型不对", "format")
        if isinstance(index, bool):
            raise Unproven("凭证的序号不是整数", "format")
        try:
            nodes = tuple(base64_bytes(node) if isinstance(node, str) else b"" for node in path)
            return cls(Entry.from_dict(data["entry"]), unhex(salt), index, nodes, note, data.get("content"))
        except LedgerError as error:
            raise Unproven(f"凭证格式不对：{error.reason}", "format") from error

    @classmethod
    def from_json(cls, text: str | bytes) -> Self:
        """Read the text of a receipt.

        Raises:
            Unproven: not a receipt (`format`).

        """
        try:
            data = parse(text)
        except LedgerError as error:
            raise Unproven(f"凭证不可读：{error.reason}", "format") from error
        return cls.from_dict(data)


def issue(reader: tree.HashReader, note: str, index: int, entry: Entry, salt: bytes, *, content: Json = None) -> Receipt:
    """Make the receipt of entry `index` under a published tree head. About log2(n) hashes are read.

    Raises:
        ValueError: the tree head does not reach as far as this entry.

    """
    path = tree.inclusion(reader, index, checkpoint.read(note).size)
    return Receipt(entry, salt, index, tuple(path), note, content)


def verify(receipt: Receipt, content: Json, vkey: str) -> Checkpoint:
    """Prove that `content` is what the log has at the receipt's index; give the tree head that proves it.

    Raises:
        Unproven: with one of the codes `key` (no public key line), `commitment` (the content or salt is another),
            `note`, `signature`, `unsigned`, `checkpoint`, `origin` (the tree head), `inclusion` (the proof).

    """
    check_commitment(receipt.entry, receipt.salt, content)
    head = open_head(receipt.checkpoint, vkey)
    check_inclusion(receipt, head)
    return head


def check_commitment(entry: Entry, salt: bytes, content: Json) -> None:
    """Prove that the entry commits to this content.

    Raises:
        Unproven: `commitment`.

    """
    try:
        found = commitment(salt, content)
    except LedgerError as error:
        raise Unproven(f"内容或盐无法核对：{error.reason}", "commitment") from error
    if found != entry.commit:
        raise Unproven("内容与日志中的承诺不符，内容或盐被改动过", "commitment")


def open_head(note: str, vkey: str) -> Checkpoint:
    """Read a tree head signed by the log whose public key line is `vkey`.

    Raises:
        Unproven: `key`, or the code of what is wrong with the note or the tree head.

    """
    try:
        verifier = Verifier.parse(vkey)
    except BadNote as error:
        raise Unproven(f"公钥不可用：{error.reason}", "key") from error
    try:
        return checkpoint.verify(note, verifier)
    except LedgerError as error:
        raise Unproven(f"检查点不可信：{error.reason}", error.code) from error


def check_inclusion(receipt: Receipt, head: Checkpoint) -> None:
    """Prove that the entry stands at its index under this tree head.

    Raises:
        Unproven: `inclusion`.

    """
    if not verify_inclusion(receipt.entry.leaf_hash, receipt.index, head.size, receipt.path, head.root):
        raise Unproven(f"不能证明该记录是日志的第 {receipt.index} 条", "inclusion")


def unhex(text: str) -> bytes:
    """Decode lower-case hex without spaces.

    Raises:
        Unproven: any other text (`format`).

    """
    try:
        data = bytes.fromhex(text)
    except ValueError as error:
        raise Unproven("不是十六进制", "format") from error
    if data.hex() != text:
        raise Unproven("不是小写十六进制", "format")
    return data
