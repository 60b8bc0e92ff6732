"""SM2 and SM3 as the suite needs them: gmalg reckons on the curve, `cryptography` hashes (large documents in a breath), asn1crypto writes DER.

`cryptography` reads no certificate on this curve, so certificates are read and made here by asn1crypto. The user id is the
default one of GM/T 0009, `1234567812345678`.
"""

import secrets
from datetime import UTC, datetime, timedelta
from typing import Final

from asn1crypto import core, keys, pem, x509
from cryptography.hazmat.primitives import hashes
from gmalg.base import Hash
from gmalg.sm2 import PC_MODE, SM2Core, _ecdlp, bytes_to_point, point_to_bytes

USER: Final = b"1234567812345678"
CURVE: Final = "1.2.156.10197.1.301"
SIGNED_WITH: Final = "1.2.156.10197.1.501"
SIZE: Final = 32

keys.NamedCurve.register("sm2p256v1", CURVE, SIZE)


class _Signature(core.Sequence):  # type: ignore[misc]  # asn1crypto is untyped
    _fields = [("r", core.Integer), ("s", core.Integer)]  # noqa: RUF012 - as asn1crypto declares it


class _Sm3(Hash):  # type: ignore[misc]  # gmalg is untyped
    """SM3 by OpenSSL, for gmalg."""

    @classmethod
    def hash_length(cls) -> int:
        return SIZE

    @classmethod
    def max_msg_length(cls) -> int:
        return 1 << 60

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        self._state = hashes.Hash(hashes.SM3())

    def update(self, data: bytes) -> None:
        self._state.update(bytes(data))

    def value(self) -> bytes:
        return self._state.copy().finalize()


def sm3(data: bytes) -> bytes:
    """SM3 of `data`."""
    whole = hashes.Hash(hashes.SM3())
    whole.update(data)
    return whole.finalize()


def core_of(randomness: object = None) -> SM2Core:
    """The reckoning; `randomness` is set by tests of published vectors alone."""
    return SM2Core(_ecdlp, _Sm3(), randomness)


def generate() -> str:
    """A fresh private key in PEM."""
    private, public = core_of().generate_keypair()
    return _private_pem(private, point_to_bytes(public, PC_MODE.RAW))


def sign(key: str, data: bytes, public: bytes) -> bytes:
    """A signature in DER."""
    r, s = core_of().sign(data, _private(key), USER, bytes_to_point(public))
    return bytes(_Signature({"r": r, "s": s}).dump())


def verify(public: bytes, data: bytes, signature: bytes) -> bool:
    """Whether a signature in DER over `data` is of that point; anything that is no signature is not."""
    try:
        read = _Signature.load(signature, strict=True)
        r, s = read["r"].native, read["s"].native
    except (ValueError, TypeError):
        return False
    return bool(core_of().verify(data, r, s, USER, bytes_to_point(public)))


def public_of(certificate: str) -> bytes:
    """The point of a certificate's key, uncompressed."""
    return bytes(_read(certificate).public_key["public_key"].native)


def on_curve(certificate: str) -> bool:
    """Whether the key of a certificate lies on the curve of SM2."""
    return bool(_read(certificate).public_key["algorithm"]["parameters"].chosen.native == "sm2p256v1")


def public_pem(certificate: str) -> str:
    """The public key of a certificate in PEM, as `openssl` reads it."""
    return str(pem.armor("PUBLIC KEY", _read(certificate).public_key.dump()).decode())


def certificate(key: str, name: str, *, days: int, now: datetime) -> str:
    """A certificate that names its own key, in PEM: for demonstrations and tests; real ones come from a licensed authority."""
    point = point_to_bytes(core_of().generate_pk(_private(key)), PC_MODE.RAW)
    subject = x509.Name.build({"country_name": "CN", "organization_name": name, "common_name": name})
    with_sm2 = {"algorithm": SIGNED_WITH}
    body = x509.TbsCertificate({
        "version": "v3", "serial_number": secrets.randbits(120) + 1, "signature": with_sm2, "issuer": subject, "subject": subject,
        "validity": {"not_before": _time(now), "not_after": _time(now + timedelta(days=days))},
        "subject_public_key_info": {"algorithm": {"algorithm": "ec", "parameters": keys.ECDomainParameters("named", "sm2p256v1")}, "public_key": keys.ECPointBitString(point)},
        "extensions": [{"extn_id": "key_usage", "critical": True, "extn_value": {"digital_signature", "non_repudiation"}}],
    })  # fmt: skip
    whole = x509.Certificate({"tbs_certificate": body, "signature_algorithm": with_sm2, "signature_value": sign(key, body.dump(), point)})
    return str(pem.armor("CERTIFICATE", whole.dump()).decode())


def _time(moment: datetime) -> x509.Time:
    return x509.Time({"utc_time": moment.astimezone(UTC).replace(microsecond=0)})


def _read(certificate: str) -> x509.Certificate:
    return x509.Certificate.load(pem.unarmor(certificate.encode())[2])


def _private(key: str) -> int:
    info = keys.PrivateKeyInfo.load(pem.unarmor(key.encode())[2])
    return int(info["private_key"].parsed["private_key"].native)


def _private_pem(private: int, point: bytes) -> str:
    inner = keys.ECPrivateKey({"version": "ecPrivkeyVer1", "private_key": private, "public_key": keys.ECPointBitString(point)})
    algorithm = {"algorithm": "ec", "parameters": keys.ECDomainParameters("named", "sm2p256v1")}
    info = keys.PrivateKeyInfo({"version": 0, "private_key_algorithm": algorithm, "private_key": inner})
    return str(pem.armor("PRIVATE KEY", info.dump()).decode())
