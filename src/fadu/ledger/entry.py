"""What a leaf of the log says: that something happened, when, and a commitment to what; never the thing itself."""

import re
from dataclasses import asdict, dataclass
from datetime import datetime
from hashlib import sha256
from secrets import token_bytes
from typing import Final, Self, TypeAlias

from fadu.ledger import hashing
from fadu.ledger.canonical import Json, canonical, parse
from fadu.ledger.errors import BadEntry, Uncanonical

SALT_SIZE: Final = 32
"""Bytes. One length for all, else part of a content could be passed off as the end of a salt."""

_Bytes: TypeAlias = bytes
_HASH: Final = re.compile(r"[0-9a-f]{64}", re.ASCII)
_ID: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:-]{0,63}", re.ASCII)
_MOMENT: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?Z", re.ASCII)


def new_salt() -> bytes:
    """Draw the salt of one commitment. Kept in the database only; once erased, the content cannot be guessed."""
    return token_bytes(SALT_SIZE)


def commitment(salt: bytes, content: Json) -> str:
    """Bind oneself to a content without telling it: SHA-256(salt || canonical JSON), in hex.

    Raises:
        BadEntry: the salt is not 32 bytes.
        Uncanonical: the content has no canonical form.

    """
    if len(salt) != SALT_SIZE:
        raise BadEntry(f"盐应为 {SALT_SIZE} 字节")
    return sha256(salt + canonical(content)).hexdigest()


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry. Its fields are opaque by construction: ids are ASCII, so no name can slip in.

    Attributes:
        kind: what happened, such as `step` or `document`.
        commit: `commitment` to the content, 64 hex digits.
        case: opaque id of the case.
        step: opaque id of the step.
        recorded: when it was entered, RFC 3339 in UTC, such as `2026-03-01T08:30:00Z`.
        prev: `hash` of the entry of the step before in the same case; None for the first.

    """

    kind: str
    commit: str
    case: str
    step: str
    recorded: str
    prev: str | None = None

    def __post_init__(self) -> None:
        """Refuse a field that is not of its form."""
        for name in ("kind", "case", "step"):
            _match(_ID, getattr(self, name), f"{name} 应为 1 至 64 个字母、数字或 . _ : -")
        _match(_HASH, self.commit, "commit 应为 64 位小写十六进制")
        if self.prev is not None:
            _match(_HASH, self.prev, "prev 应为 64 位小写十六进制或空")
        _match(_MOMENT, self.recorded, "recorded 应为 UTC 时间，如 2026-03-01T08:30:00Z")
        try:
            datetime.fromisoformat(self.recorded)
        except ValueError as error:
            raise BadEntry("recorded 不是真实存在的时间") from error

    @property
    def hash(self) -> str:
        """SHA-256 of the entry's bytes, in hex: what the next step names as `prev`."""
        return sha256(self.bytes).hexdigest()

    @property
    def leaf_hash(self) -> _Bytes:
        """Hash of the entry as a leaf of the tree (RFC 9162 section 2.1.1), 32 bytes."""
        return hashing.leaf_hash(self.bytes)

    def to_dict(self) -> dict[str, str | None]:
        """Fields by name."""
        return asdict(self)

    @classmethod
    def from_dict(cls, data: Json) -> Self:
        """Read fields by name.

        Raises:
            BadEntry: a field is missing, unknown or not of its form.

        """
        if not isinstance(data, dict) or set(data) != set(cls.__dataclass_fields__):
            raise BadEntry("记录的字段不齐或有多余字段")
        return cls(**data)

    @classmethod
    def from_bytes(cls, data: _Bytes) -> Self:
        """Read an entry as it stands in a bundle.

        Raises:
            BadEntry: not an entry, or not spelled canonically.

        """
        try:
            found = cls.from_dict(parse(data))
        except Uncanonical as error:
            raise BadEntry("记录不是 JSON") from error
        if found.bytes != data:
            raise BadEntry("记录不是规范写法")
        return found

    @property
    def bytes(self) -> _Bytes:
        """The entry as it stands in the log: canonical JSON."""
        return canonical(self.to_dict())


def _match(pattern: re.Pattern[str], value: object, reason: str) -> None:
    """Refuse a value that is not text of this form."""
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise BadEntry(reason)
