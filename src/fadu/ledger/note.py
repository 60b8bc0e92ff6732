"""Signed notes: a text that a person can read, and the keys that vouch for it (C2SP signed-note, Ed25519)."""

import re
from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Self

from fadu.ledger.errors import BadNote
from fadu.ledger.keys import KEY_ID_SIZE, Signer, Verifier, base64_bytes, check_name

MOST_SIGNATURES: Final = 64
"""More are refused; the specification asks for at least 16."""

LARGEST: Final = 1 << 20
"""Characters of a whole note."""

_CONTROL: Final = re.compile(r"[\x00-\x09\x0b-\x1f]")


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature line, not yet verified."""

    name: str
    key_id: bytes
    value: bytes

    @property
    def line(self) -> str:
        """The line as it stands in a note, with its newline."""
        return f"— {self.name} {b64encode(self.key_id + self.value).decode()}\n"

    @classmethod
    def parse(cls, line: str) -> Self:
        """Read a signature line, without its newline.

        Raises:
            BadNote: it is not a dash, a key name and Base64 of a key id and a signature, one space between them.

        """
        dash, _, rest = line.partition(" ")
        name, _, encoded = rest.partition(" ")
        data = base64_bytes(encoded)
        if dash != "—" or len(data) <= KEY_ID_SIZE:
            raise BadNote("签名行格式不对")
        check_name(name)
        return cls(name, data[:KEY_ID_SIZE], data[KEY_ID_SIZE:])


@dataclass(frozen=True, slots=True)
class Note:
    """A note taken apart, its signatures not verified. `text` ends with a newline."""

    text: str
    signatures: tuple[Signature, ...]

    def __str__(self) -> str:
        """Spell the whole note."""
        return f"{self.text}\n{''.join(signature.line for signature in self.signatures)}"

    @classmethod
    def parse(cls, note: str) -> Self:
        """Take a note apart at its last empty line.

        Raises:
            BadNote: it is not a text, an empty line and 1 to 64 signature lines, or it is too large.

        """
        _check_text(note)
        body, separator, lines = note.rpartition("\n\n")
        if not separator or not lines.endswith("\n"):
            raise BadNote("签名文本缺少正文与签名之间的空行，或末尾不完整")
        signatures = lines.removesuffix("\n").split("\n")
        if len(signatures) > MOST_SIGNATURES:
            raise BadNote(f"签名超过 {MOST_SIGNATURES} 个")
        return cls(f"{body}\n", tuple(map(Signature.parse, signatures)))


def sign(text: str, *signers: Signer) -> str:
    """Write a note: the text and one signature line for each signer.

    Raises:
        BadNote: the text does not end with a newline, has control characters, or nobody signs.

    """
    _check_text(text)
    if not text.endswith("\n") or not signers:
        raise BadNote("正文必须以换行结尾，且至少有一个签名者")
    return str(Note(text, tuple(_signed(text, signer) for signer in signers)))


def countersign(note: str, signer: Signer) -> str:
    """Add a signature below those already there, as a witness does."""
    parsed = Note.parse(note)
    return str(Note(parsed.text, (*parsed.signatures, _signed(parsed.text, signer))))


def open_note(note: str, verifiers: Iterable[Verifier]) -> str:
    """Give the text of a note that at least one of the known keys has signed.

    Signatures of unknown keys are ignored, also when only name or only key id is that of a known key.

    Raises:
        BadNote: malformed (`note`); a known key's signature is wrong (`signature`); no known key signed (`unsigned`).

    """
    parsed = Note.parse(note)
    known = {(verifier.name, verifier.key_id): verifier for verifier in verifiers}
    vouched = False
    for signature in parsed.signatures:
        verifier = known.get((signature.name, signature.key_id))
        if verifier and not verifier.verifies(parsed.text, signature.value):
            raise BadNote(f"{signature.name} 的签名无效，正文或签名被改动过", "signature")
        vouched = vouched or verifier is not None
    if not vouched:
        raise BadNote("没有已知公钥的签名", "unsigned")
    return parsed.text


def _signed(text: str, signer: Signer) -> Signature:
    """Sign the text."""
    return Signature(signer.name, signer.verifier.key_id, signer.sign(text))


def _check_text(text: str) -> None:
    """Refuse what a note must not contain."""
    if len(text) > LARGEST:
        raise BadNote("签名文本过大")
    if _CONTROL.search(text) or any("\ud800" <= sign <= "\udfff" for sign in text):
        raise BadNote("签名文本含有控制字符或不合法的字符")
