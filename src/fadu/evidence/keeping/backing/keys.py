"""The keys of an installation under a passphrase; and how a key is told from another without showing it."""

import json
import os
from base64 import b64decode, b64encode
from pathlib import Path
from typing import Any, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt
from django.conf import settings

from fadu.accounts.sealing import blind_index
from fadu.cases.services import log
from fadu.evidence.keeping.backing.manifest import Unusable

NAMES: Final = ("FADU_DATA_KEY", "FADU_LOG_KEY")
SHORTEST: Final = 12
"""Characters of a passphrase."""

_BOUND: Final = b"fadu keys 1"


def fingerprint() -> str:
    """Tells whether the data key is this one."""
    return blind_index("fingerprint", "backup")


def sealed(passphrase: str) -> bytes:
    """The keys, encrypted."""
    if len(passphrase) < SHORTEST:
        raise Unusable(f"口令应不少于 {SHORTEST} 个字符")
    salt, nonce = os.urandom(16), os.urandom(12)
    plain = json.dumps({name: b64encode(getattr(settings, name)).decode() for name in NAMES}).encode()
    held = AESGCM(_derived(passphrase, salt)).encrypt(nonce, plain, _BOUND)
    return json.dumps({"kdf": "scrypt-2^17-8-1", "salt": salt.hex(), "nonce": nonce.hex(), "keys": held.hex()}).encode()


def opened(data: bytes, passphrase: str) -> dict[str, bytes]:
    """The keys by name; raises Unusable."""
    try:
        held: dict[str, Any] = json.loads(data)
        salt, nonce, secret = (bytes.fromhex(held[name]) for name in ("salt", "nonce", "keys"))
        plain = AESGCM(_derived(passphrase, salt)).decrypt(nonce, secret, _BOUND)
        return {name: b64decode(value) for name, value in json.loads(plain).items() if name in NAMES}
    except InvalidTag:
        raise Unusable("口令不对，或者备份里的密钥已损坏") from None
    except (ValueError, KeyError, TypeError) as error:
        raise Unusable("备份里的密钥不可读") from error


def install(keys: dict[str, bytes]) -> None:
    """Make them the keys of this installation, on the disk and in this process; raises Unusable where the environment holds others."""
    for name, key in keys.items():
        if os.environ.get(name) and b64decode(os.environ[name]) != key:
            raise Unusable(f"环境变量 {name} 的密钥与备份里的不同；请改正或者去掉这个变量")
    folder = Path(settings.DATA) / "keys"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for name, key in keys.items():
        fresh = folder / f".{name.lower()}.{os.getpid()}"
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out:
            out.write(key)
            out.flush()
            os.fsync(out.fileno())
        fresh.replace(folder / name.lower())
        setattr(settings, name, key)
    log.signer.cache_clear()


def _derived(passphrase: str, salt: bytes) -> bytes:
    return Scrypt(salt=salt, length=32, n=2**17, r=8, p=1).derive(passphrase.encode())
