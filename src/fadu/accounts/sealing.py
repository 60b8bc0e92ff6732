"""Personal data at rest: AES-256-GCM for what is read, a keyed hash for what is looked up.

A stored value is one version byte, a random nonce of 12 bytes, the ciphertext and its tag of 16 bytes. The column it
belongs to is authenticated with it, so that a ciphertext copied into another column does not open. Two keys are derived
from `settings.FADU_DATA_KEY`, one for each use.
"""

import hashlib
import hmac
import os
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

VERSION = b"\x01"
NONCE = 12
TAG = 16


class Undecipherable(Exception):
    """A stored value does not open; the text says why it may be and what to do."""


def seal(plain: bytes, column: bytes) -> bytes:
    """`plain` encrypted for `column`."""
    nonce = os.urandom(NONCE)
    return VERSION + nonce + _cipher(settings.FADU_DATA_KEY).encrypt(nonce, plain, VERSION + column)


def unseal(sealed: bytes, column: bytes) -> bytes:
    """What was sealed for `column`; raises Undecipherable for another key, another column, or a changed byte."""
    if len(sealed) < 1 + NONCE + TAG or sealed[:1] != VERSION:
        raise Undecipherable(f"{column.decode()}：存储的内容不是本版本加密的数据，请从备份恢复这一行")
    try:
        return _cipher(settings.FADU_DATA_KEY).decrypt(sealed[1 : 1 + NONCE], sealed[1 + NONCE :], VERSION + column)
    except InvalidTag:
        raise Undecipherable(f"{column.decode()}：无法解密。FADU_DATA_KEY 与加密时不同，或者这一列的数据被改动、调换过；请核对密钥文件") from None


def blind_index(value: str, purpose: str) -> str:
    """A keyed hash (HMAC-SHA256, hex) of an identifier, by which its row is found without reading it.

    Letter case, spaces and full-width forms do not matter: 9143… typed in any way finds the same row. The same value has
    another index for another purpose, so that two tables can't be joined on it by who reads only the database.
    """
    folded = value.translate(_NARROW).replace(" ", "").upper()
    return hmac.digest(_index_key(settings.FADU_DATA_KEY), f"{purpose}\x00{folded}".encode(), "sha256").hex()


_NARROW = {0x3000: 0x20, **{wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}}


def _derived(key: bytes, use: bytes) -> bytes:
    if len(key) != 32:
        raise Undecipherable("FADU_DATA_KEY 应为 32 字节（base64）")
    return hmac.digest(key, b"fadu data key 1: " + use, hashlib.sha256)


@lru_cache(maxsize=4)
def _cipher(key: bytes) -> AESGCM:
    return AESGCM(_derived(key, b"cipher"))


@lru_cache(maxsize=4)
def _index_key(key: bytes) -> bytes:
    return _derived(key, b"index")
