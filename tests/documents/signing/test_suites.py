"""Suites against published vectors and against `openssl`, which shares nothing with them."""

import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from fadu.documents.signing import sm2
from fadu.documents.signing.authority import DemoAuthority
from fadu.documents.signing.suites import SUITES, Suite, suite_of
from tests.documents.signing.tsa import needs_openssl

NOW = datetime.now(UTC)

# GM/T 0003.5-2012, appendix A.2: the example of a signature on the recommended curve.
PRIVATE = 0x3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8
POINT = bytes.fromhex("0409F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13")
RANDOM = 0x59276E27D506861A16680F3AD9C02DCCEF3CC1FA3CDBE4CE6D54B80DEAC1BC21
R = 0xF5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3
S = 0xB1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA


def test_sm3_is_that_of_the_standard() -> None:
    """GM/T 0004-2012, appendix A."""
    assert sm2.sm3(b"abc").hex() == "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
    assert sm2.sm3(b"abcd" * 16).hex() == "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"
    assert SUITES["sm2-sm3"].digest(b"abc") == sm2.sm3(b"abc")


def test_sm2_signs_as_the_example_of_the_standard_does() -> None:
    core = sm2.core_of(lambda _bits: RANDOM)
    point = sm2.bytes_to_point(POINT)
    assert core.generate_pk(PRIVATE) == point
    assert core.entity_info(sm2.USER, point).hex().upper() == "B2E14C5C79C6DF5B85F4FE7ED8DB7A262B9DA7E07CCB0EA9F4747B8CCDA8A4F3"
    assert core.sign(b"message digest", PRIVATE, sm2.USER, point) == (R, S)
    assert core.verify(b"message digest", R, S, sm2.USER, point)
    assert not core.verify(b"message digesT", R, S, sm2.USER, point)


def pair(name: str) -> tuple[str, str]:
    """A key and certificate of the suite."""
    if name == "sm2-sm3":
        key = sm2.generate()
        return key, sm2.certificate(key, "示范县市场监督管理局", days=30, now=NOW)
    if name == "ecdsa-sha256":
        issued = DemoAuthority(NOW).issue("示范县市场监督管理局")
        return issued.key, issued.certificate
    made = subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "-", "-subj", "/CN=RSA", "-days", "30"],
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    split = made.index("-----BEGIN CERTIFICATE")
    return made[:split], made[split:]


@needs_openssl
@pytest.mark.parametrize("name", sorted(SUITES))
def test_what_a_suite_signs_openssl_verifies_and_a_changed_byte_fails(name: str, tmp_path: Path) -> None:
    key, certificate = pair(name)
    suite: Suite = SUITES[name]
    assert suite_of(certificate) is suite
    data = b"\xe6\xb3\x95\xe5\xba\xa6" * 5000
    signature = suite.sign(key, data, certificate)
    assert suite.verify(certificate, data, signature)
    assert not suite.verify(certificate, data[:-1] + b"\x00", signature)
    assert not suite.verify(certificate, data, signature[:-1] + bytes([signature[-1] ^ 1]))
    public = sm2.public_pem(certificate)
    for file, content in (("data", data), ("sig", signature), ("pub", public.encode())):
        (tmp_path / file).write_bytes(content)
    extra = ["-digest", "sm3", "-pkeyopt", "distid:1234567812345678"] if name == "sm2-sm3" else ["-digest", "sha256"]
    asked = ["openssl", "pkeyutl", "-verify", "-pubin", "-inkey", tmp_path / "pub", "-rawin", "-in", tmp_path / "data", "-sigfile", tmp_path / "sig", *extra]
    assert "Verified Successfully" in subprocess.run(asked, capture_output=True, text=True, check=False).stdout
    (tmp_path / "data").write_bytes(data[:-1] + b"\x00")
    assert subprocess.run(asked, capture_output=True, check=False).returncode != 0


@pytest.mark.parametrize("junk", [b"", b"\x00", b"\x30\x06\x02\x01\x00\x02\x01\x00", b"\xff" * 72])
def test_junk_is_no_signature(junk: bytes) -> None:
    _, certificate = pair("sm2-sm3")
    assert not SUITES["sm2-sm3"].verify(certificate, b"data", junk)
