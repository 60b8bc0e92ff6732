"""Who holds an organ's private key: the platform's own sealed store, or a device or service outside, told by `FADU_SIGNER`.

`FADU_SIGNER` names a function (`package.module:function`) that is given the certificate's `holder` text (a PKCS#11 address, a
key's name at a signing service) and answers a `Holder`. The key of such a certificate never enters the platform.
"""

from typing import Protocol

from django.conf import settings
from django.utils.module_loading import import_string

from fadu.documents.signing.models import Certificate
from fadu.documents.signing.suites import SUITES


class Holder(Protocol):
    """Whoever can sign with a key."""

    def sign(self, data: bytes, suite: str) -> bytes:
        """The raw signature over `data`, hashed as the suite says: PKCS #1 v1.5 for RSA, DER for ECDSA and SM2."""


class OwnStore:
    """The key in the platform's sealed store."""

    def __init__(self, certificate: Certificate) -> None:
        assert certificate.key is not None
        self._key, self._certificate = certificate.key, certificate.pem

    def sign(self, data: bytes, suite: str) -> bytes:
        """By the suite itself."""
        return SUITES[suite].sign(self._key, data, self._certificate)


class NoHolder(Exception):
    """The key lies outside, and no `FADU_SIGNER` says how it is reached."""


def holder_of(certificate: Certificate) -> Holder:
    """Who signs with the key of a certificate; raises NoHolder."""
    if certificate.key is not None:
        return OwnStore(certificate)
    if not settings.FADU_SIGNER:
        raise NoHolder("证书的私钥在外部设备，但没有设置 FADU_SIGNER")
    make = import_string(settings.FADU_SIGNER.replace(":", "."))
    found: Holder = make(certificate.holder)
    return found
