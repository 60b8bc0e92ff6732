"""签章证书: who sees the page, importing with a password that stays nowhere, warnings before the end, taking out of use."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, NoEncryption, PrivateFormat, load_pem_private_key, pkcs12
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client

from fadu.cases import now
from fadu.documents.signing import selectors
from fadu.documents.signing.authority import DemoAuthority
from fadu.documents.signing.models import Certificate
from tests.cases.world import Bureau

pytestmark = pytest.mark.django_db
PASSWORD = "清河-correct horse 7"


@pytest.fixture
def bureau(db: None, settings: Any, tmp_path: Any) -> Bureau:
    settings.DEMO, settings.DATA = True, tmp_path
    return Bureau()


def entered(bureau: Bureau, name: str) -> Client:
    client = Client()
    client.force_login(bureau.named[name].user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def issued() -> tuple[Any, Any, str]:
    """A certificate, its key, and the root of the authority."""
    authority = DemoAuthority(datetime.now(UTC))
    made = authority.issue("示范县市场监督管理局")
    return x509.load_pem_x509_certificate(made.certificate.encode()), load_pem_private_key(made.key.encode(), None), authority.root


def posted(client: Client, bureau: Bureau, form: str, file: bytes, password: str = PASSWORD, **more: Any) -> Any:
    data = {"organ": str(bureau.bureau.pk), "form": form, "password": password, "file": SimpleUploadedFile("证书.bin", file), **more}
    return client.post("/certificates/new/", {name: value for name, value in data.items() if value is not None})


def test_only_who_administers_sees_them(bureau: Bureau) -> None:
    for name, status in (("admin", 200), ("liwei", 403), ("zhaoqiang", 403), ("zhaomin", 403)):
        for path in ("/certificates/", "/certificates/new/"):
            assert entered(bureau, name).get(path).status_code == status, (name, path)


def test_a_file_comes_in_with_its_password_which_stays_nowhere(bureau: Bureau) -> None:
    certificate, key, root = issued()
    bundle = pkcs12.serialize_key_and_certificates(
        b"x", key, certificate, [x509.load_pem_x509_certificate(root.encode())], BestAvailableEncryption(PASSWORD.encode())
    )
    client = entered(bureau, "admin")
    for wrong, word, said in ((b"not a file", PASSWORD, "不是 PKCS#12"), (bundle, "another-word-9", "口令不对"), (b"", PASSWORD, "请选择文件|不是 PKCS#12")):
        answer = posted(client, bureau, "p12", wrong, word)
        assert answer.status_code == 422
        assert any(each in answer.content.decode() for each in said.split("|"))
        assert word not in answer.content.decode()
    answer = posted(client, bureau, "p12", bundle)
    assert answer.status_code == 302
    row = Certificate.objects.get()
    assert (row.organ, len(row.chain) > 0) == (bureau.bureau, True)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM sealing_certificate")
        kept = repr(cursor.fetchall())
    assert PASSWORD not in kept
    assert "PRIVATE KEY" not in kept, "the key lies sealed"
    page = client.get(f"/certificates/{row.pk}/").content.decode()
    assert (row.fingerprint in page, "PRIVATE KEY" in page) == (True, False)
    assert posted(client, bureau, "p12", bundle).status_code == 422, "once"


def test_a_key_in_the_clear_is_not_taken_from_a_pem_file(bureau: Bureau) -> None:
    certificate, key, root = issued()
    public, client = certificate.public_bytes(Encoding.PEM), entered(bureau, "admin")
    plain = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    sealed = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(PASSWORD.encode()))
    assert "私钥没有加密" in posted(client, bureau, "pem", public + plain).content.decode()
    assert "口令不对" in posted(client, bureau, "pem", public + sealed, "other").content.decode()
    assert "不是 PEM" in posted(client, bureau, "pem", public + sealed, crl=SimpleUploadedFile("a.crl", b"\x30\x82")).content.decode()
    assert posted(client, bureau, "pem", public + root.encode() + sealed).status_code == 302
    assert Certificate.objects.get().chain.count("BEGIN CERTIFICATE") == 1


def test_what_ends_soon_is_told_and_what_is_taken_out_of_use_signs_no_more(bureau: Bureau) -> None:
    certificate, key, _ = issued()
    bundle = pkcs12.serialize_key_and_certificates(b"x", key, certificate, None, BestAvailableEncryption(PASSWORD.encode()))
    client = entered(bureau, "admin")
    assert "没有证书的机关" in client.get("/certificates/").content.decode()
    posted(client, bureau, "p12", bundle)
    row = Certificate.objects.get()
    assert "天到期" not in client.get("/certificates/").content.decode()
    with now.at(row.until - timedelta(days=30)):
        assert "还有 30 天到期" in client.get("/certificates/").content.decode()
    assert client.post(f"/certificates/{row.pk}/revoke/", {}).status_code == 422
    assert client.post(f"/certificates/{row.pk}/revoke/", {"why": "印章更换"}).status_code == 302
    assert selectors.in_force(bureau.bureau.pk, datetime.now(UTC)) is None
    assert "印章更换" in client.get(f"/certificates/{row.pk}/").content.decode()
