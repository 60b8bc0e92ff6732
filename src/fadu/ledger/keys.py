"""Keys of a log as one line of text each: the public one to be printed on paper, the private one to be kept.

C2SP signed-note; the private line is that of Go's `golang.org/x/mod/sumdb/note`, so that its tools can be used.
"""

from base64 import b64decode, b64encode
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Final, Self

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from fadu.ledger.errors import BadNote

ED25519: Final = b"\x01"
"""The type byte of plain Ed25519 note signatures."""

KEY_ID_SIZE: Final = 4
_KEY_SIZE: Final = 32
_PRIVATE: Final = "PRIVATE+KEY+"


def base64_bytes(text: str) -> bytes:
    """Decode standard Base64, accepting only the one spelling an encoder gives.

    Raises:
        BadNote: any other text.

    """
    try:
        data = b64decode(text, validate=True)
    except ValueError as error:
        raise BadNote("不是合法的 Base64") from error
    if b64encode(data).decode() != text:
        raise BadNote("不是规范的 Base64")
    return data


def key_id(name: str, public: bytes) -> bytes:
    """First four bytes of SHA-256(name || newline || type || public key)."""
    return sha256(name.encode() + b"\n" + ED25519 + public).digest()[:KEY_ID_SIZE]


def check_name(name: str) -> None:
    """Refuse a key name that is empty or has spaces, plus signs or control characters.

    Raises:
        BadNote: the name is such a one.

    """
    if not name or "+" in name or any(sign.isspace() or ord(sign) < ord(" ") for sign in name):
        raise BadNote("密钥名称不能为空，也不能含空格、加号或控制字符")
    try:
        name.encode()
    except UnicodeEncodeError as error:
        raise BadNote("密钥名称不是合法的 Unicode") from error


@dataclass(frozen=True, slots=True)
class Verifier:
    """A public key and the name it signs under."""

    name: str
    public: bytes

    @property
    def key_id(self) -> bytes:
        """Four bytes that tell this key from others of the same name."""
        return key_id(self.name, self.public)

    @property
    def vkey(self) -> str:
        """The line that is published: `<name>+<key id>+<base64 of type and key>`."""
        return f"{self.name}+{self.key_id.hex()}+{b64encode(ED25519 + self.public).decode()}"

    @classmethod
    def parse(cls, vkey: str) -> Self:
        """Read a published line.

        Raises:
            BadNote: it is malformed, of another type, or its key id is not that of its key.

        """
        name, identifier, data = _split(vkey)
        if data[:1] != ED25519 or len(data) != 1 + _KEY_SIZE:
            raise BadNote("公钥不是 Ed25519 密钥")
        found = cls(name, data[1:])
        if found.key_id.hex() != identifier:
            raise BadNote("公钥与其编号不符，可能抄录有误")
        return found

    def verifies(self, text: str, signature: bytes) -> bool:
        """Tell whether `signature` (64 bytes) is this key's over the text (RFC 8032)."""
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signature, text.encode())
        except (InvalidSignature, ValueError):
            return False
        return True


@dataclass(frozen=True, slots=True)
class Signer:
    """A private key and the name it signs under. It never shows itself in a `repr`."""

    name: str
    seed: bytes = field(repr=False)

    def __post_init__(self) -> None:
        """Refuse a bad name or a seed that is not 32 bytes."""
        check_name(self.name)
        if len(self.seed) != _KEY_SIZE:
            raise BadNote("私钥应为 32 字节")

    @classmethod
    def generate(cls, name: str) -> Self:
        """Make a new key from the system's randomness."""
        return cls(name, Ed25519PrivateKey.generate().private_bytes_raw())

    @classmethod
    def parse(cls, skey: str) -> Self:
        """Read a private line.

        Raises:
            BadNote: it is malformed, of another type, or its key id is not that of its key. The text is not repeated.

        """
        if not skey.startswith(_PRIVATE):
            raise BadNote("不是私钥行")
        name, identifier, data = _split(skey.removeprefix(_PRIVATE))
        if data[:1] != ED25519:
            raise BadNote("私钥不是 Ed25519 密钥")
        found = cls(name, data[1:])
        if found.verifier.key_id.hex() != identifier:
            raise BadNote("私钥与其编号不符")
        return found

    @property
    def skey(self) -> str:
        """The line to be kept secret."""
        return f"{_PRIVATE}{self.name}+{self.verifier.key_id.hex()}+{b64encode(ED25519 + self.seed).decode()}"

    @property
    def verifier(self) -> Verifier:
        """The public half."""
        return Verifier(self.name, Ed25519PrivateKey.from_private_bytes(self.seed).public_key().public_bytes_raw())

    @property
    def vkey(self) -> str:
        """The public line."""
        return self.verifier.vkey

    def sign(self, text: str) -> bytes:
        """Signature over the text, 64 bytes (RFC 8032)."""
        return Ed25519PrivateKey.from_private_bytes(self.seed).sign(text.encode())


def _split(line: str) -> tuple[str, str, bytes]:
    """Name, key id in hex, and the decoded rest of a key line. Base64 may itself have plus signs."""
    name, _, rest = line.strip("\n").partition("+")
    identifier, _, encoded = rest.partition("+")
    check_name(name)
    return name, identifier, base64_bytes(encoded)
