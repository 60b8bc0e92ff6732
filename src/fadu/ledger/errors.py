"""What can go wrong in the room. Every error carries a Chinese sentence for people and a stable code for programs."""

from typing import ClassVar


class LedgerError(Exception):
    """Any refusal of this room.

    Attributes:
        reason: what is wrong, a Chinese sentence without a final stop.
        code: stable identifier, lower case with hyphens; never changes once published.

    """

    default_code: ClassVar[str] = "ledger"

    def __init__(self, reason: str, code: str | None = None) -> None:
        """Keep the reason, and the code of the class unless a finer one is given."""
        super().__init__(reason)
        self.reason = reason
        self.code = code or self.default_code


class Uncanonical(LedgerError):
    """A value has no canonical JSON form, or a text is not the JSON it must be (RFC 8785 section 3)."""

    default_code = "uncanonical"


class BadNote(LedgerError):
    """A signed note, a key line or a signature is malformed or does not verify (C2SP signed-note)."""

    default_code = "note"


class BadCheckpoint(LedgerError):
    """The text of a note is not a tree head (C2SP tlog-checkpoint)."""

    default_code = "checkpoint"


class BadTile(LedgerError):
    """A tile, a bundle or one of their paths does not have the layout of C2SP tlog-tiles."""

    default_code = "tile"


class MissingTile(BadTile):
    """A tile that the tree size calls for is not in storage."""

    default_code = "tile-missing"


class BadEntry(LedgerError):
    """A log entry does not say what an entry must say."""

    default_code = "entry"


class Forked(LedgerError):
    """Going on would publish a second history. Nothing has been signed; a person must look."""

    default_code = "forked"


class Unproven(LedgerError):
    """The evidence does not prove what it is said to prove."""

    default_code = "unproven"


class BadArchive(LedgerError):
    """A zip is damaged, too large, or built to deceive whoever opens it."""

    default_code = "archive"
