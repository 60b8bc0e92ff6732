"""Documents of an organ with a certificate are signed and stamped; programs of others say so, and a changed byte is found."""

import json
import re
import subprocess
from collections.abc import Iterator
from datetime import timedelta
from io import StringIO
from pathlib import Path
from time import perf_counter, process_time
from typing import Any, ClassVar

import pytest
from asn1crypto import cms
from cryptography import x509
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, load_pem_private_key, pkcs12
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from django.test import Client
from pyhanko.pdf_utils.reader import PdfFileReader

from fadu.accounts.actors import SYSTEM
from fadu.accounts.permissions import NotAllowed
from fadu.cases import now as clock
from fadu.cases.models import Outbox
from fadu.cases.now import now
from fadu.cases.services.log import sequence_all
from fadu.cases.services.replay import replay
from fadu.documents import consumers, storage
from fadu.documents.models import Document
from fadu.documents.render import render
from fadu.documents.signing import checking, checkpoints, selectors, services, stamps
from fadu.documents.signing.authority import DemoAuthority
from fadu.documents.signing.models import Certificate, Detached, Sealed, Stamp
from fadu.law.engine import Bench
from fadu.law.forms import Invalid
from fadu.ledger.entry import Entry, commitment
from fadu.ledger.package import document_content
from tests.cases.world import DATA, Bureau
from tests.documents.signing import tsa
from tests.documents.story import paper_data

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def demonstration(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.DEMO, settings.DATA = True, tmp_path
    settings.FADU_TSA_URL = settings.FADU_TSA_ROOTS = settings.FADU_SUITE = settings.FADU_SIGNER = ""
    monkeypatch.setattr(Bench, "check", lambda *_: [])
    stamps.forgive()


@pytest.fixture
def bureau() -> Bureau:
    return Bureau()


@pytest.fixture(scope="module")
def authority() -> Iterator[tsa.Server]:
    with tsa.running() as server:
        yield server


def papers(steps: int = 3) -> list[Document]:
    """The documents of the first steps of the food-safety case."""
    story = json.loads((DATA / "food_safety.json").read_text("utf-8"))
    done = replay(story | {"steps": story["steps"][:steps]})
    while consumers.drain():
        pass
    assert not list(Outbox.objects.filter(topic="step", done_at__isnull=True).values_list("error", flat=True))
    return list(Document.objects.filter(case_id=done.case_id).order_by("id"))


def demo_certificate(bureau: Bureau, **more: Any) -> Certificate:
    return services.make_demo(SYSTEM, [bureau.bureau], **more)[0]


@tsa.needs_pdfsig
@tsa.needs_openssl
def test_a_document_is_signed_and_stamped_and_two_programs_of_others_verify_it(bureau: Bureau, authority: tsa.Server, settings: Any, tmp_path: Path) -> None:
    settings.FADU_TSA_URL, settings.FADU_TSA_ROOTS = authority.url, str(authority.root)
    certificate = demo_certificate(bureau)
    document = papers()[0]
    pdf = storage.fetch(document.sha256)
    said = tsa.pdfsig(pdf, tmp_path)
    assert "Signature is Valid." in said
    assert "ETSI.CAdES.detached" in said
    assert bureau.bureau.name in said
    # openssl, with the root alone, over the byte ranges taken out by hand
    signature, signed = pieces(pdf)
    (tmp_path / "sig.der").write_bytes(signature)
    (tmp_path / "signed").write_bytes(signed)
    (tmp_path / "root.pem").write_text(certificate.chain)
    verify = ["openssl", "cms", "-verify", "-binary", "-inform", "DER", "-in", tmp_path / "sig.der", "-content", tmp_path / "signed"]
    verify += ["-CAfile", tmp_path / "root.pem", "-purpose", "any", "-out", tmp_path / "out"]
    assert subprocess.run(verify, capture_output=True, check=False).returncode == 0
    (tmp_path / "signed").write_bytes(signed[:500] + bytes([signed[500] ^ 1]) + signed[501:])
    assert subprocess.run(verify, capture_output=True, check=False).returncode != 0
    # the time stamp in it, over the signature's own value
    info = cms.ContentInfo.load(signature)["content"]["signer_infos"][0]
    token = next(one["values"][0] for one in info["unsigned_attrs"] if one["type"].native == "signature_time_stamp_token")
    (tmp_path / "value").write_bytes(info["signature"].native)
    (tmp_path / "token").write_bytes(token.dump())
    assert stamped(tmp_path, authority) == 0
    (tmp_path / "value").write_bytes(info["signature"].native[:-1] + b"\x00\x01")
    assert stamped(tmp_path, authority) != 0
    row = Sealed.objects.get(document=document)
    assert (row.level, row.awaits_stamp, row.certificate) == ("B-LT", False, certificate)
    assert row.stamped_at is not None


def stamped(folder: Path, authority: tsa.Server) -> int:
    asked = ["openssl", "ts", "-verify", "-data", folder / "value", "-in", folder / "token", "-token_in", "-CAfile", authority.root]
    return subprocess.run(asked, capture_output=True, check=False).returncode


def pieces(pdf: bytes) -> tuple[bytes, bytes]:
    """The CMS object and the bytes it is over, cut out as ISO 32000 says."""
    from_, length, second, rest = map(int, re.findall(rb"/ByteRange ?\[ ?(\d+) (\d+) (\d+) (\d+)", pdf)[-1])
    return bytes.fromhex(pdf[length + 1 : second - 1].decode().rstrip("0") + "00")[: _length(pdf, length)], pdf[from_ : from_ + length] + pdf[
        second : second + rest
    ]


def _length(pdf: bytes, start: int) -> int:
    """How long the DER object is, by its own head."""
    head = bytes.fromhex(pdf[start + 1 : start + 17].decode())
    assert head[1] == 0x82
    return 4 + int.from_bytes(head[2:4], "big")


@tsa.needs_pdfsig
def test_any_changed_byte_fails_for_us_and_for_others(bureau: Bureau, tmp_path: Path) -> None:
    certificate = demo_certificate(bureau)
    pdf = storage.fetch(papers(2)[0].sha256)
    assert checking.check(pdf, certificate.chain).whole
    for place in (300, len(pdf) // 3, len(pdf) // 2):
        changed = pdf[:place] + bytes([pdf[place] ^ 4]) + pdf[place + 1 :]
        assert not checking.check(changed, certificate.chain).whole
        assert "Signature is Valid." not in tsa.pdfsig(changed, tmp_path)
    assert not checking.check(b"no pdf at all", certificate.chain).whole
    assert not checking.check(pdf, DemoAuthority(now()).root).trusted, "another root"


def test_the_leaf_commits_to_the_signed_bytes(bureau: Bureau) -> None:
    demo_certificate(bureau)
    for document in papers():
        pdf = storage.fetch(document.sha256)
        assert PdfFileReader(open_(pdf)).embedded_signatures
        entry = Entry.from_bytes(bytes(document.leaf.entry))
        assert entry.commit == commitment(bytes(document.leaf.salt), document_content(str(document.id), storage.digest(pdf), paper=document.paper))
        assert document.size == len(pdf)


def open_(pdf: bytes) -> Any:
    import io

    return io.BytesIO(pdf)


def test_an_authority_that_is_away_is_told_and_its_stamp_comes_later(
    bureau: Bureau, authority: tsa.Server, settings: Any, client: Client, tmp_path: Path
) -> None:
    settings.FADU_TSA_URL = "http://127.0.0.1:9/"
    demo_certificate(bureau)
    before = authority.asked
    begun = perf_counter()
    documents = papers()
    assert perf_counter() - begun < 20
    document = documents[0]
    assert Sealed.objects.filter(awaits_stamp=True, level="B-B").count() == len(documents)
    assert "正在补加" in client.get(f"/documents/{document.id}/proof/").content.decode()
    assert services.stamp_waiting() == 0, "left in peace"
    settings.FADU_TSA_URL, settings.FADU_TSA_ROOTS = authority.url, str(authority.root)
    assert services.stamp_waiting() == len(documents)
    assert services.stamp_waiting() == 0
    assert authority.asked == before + len(documents)
    page = client.get(f"/documents/{document.id}/proof/").content.decode()
    assert "签章后补加" in page
    (tmp_path / "value").write_bytes(storage.fetch(document.sha256))
    (tmp_path / "token").write_bytes(client.get(f"/documents/{document.id}/proof/stamp.tst").content)
    assert stamped(tmp_path, authority) == 0
    with pytest.raises(IntegrityError), transaction.atomic():
        Stamp.objects.filter(document=document).update(authority="x")


def test_the_proof_page_tells_of_the_signature_to_anybody(bureau: Bureau, client: Client) -> None:
    certificate = demo_certificate(bureau)
    document = papers(2)[0]
    page = client.get(f"/documents/{document.id}/proof/").content.decode()
    assert "有效，签章后没有改动" in page
    assert "演示证书，不具法律效力" in page
    assert certificate.serial in page
    assert client.get(f"/documents/{document.id}/proof/certificate.pem").content.decode() == certificate.pem
    assert client.get(f"/documents/{document.id}/proof/key.pem").status_code == 404


def test_without_a_certificate_nothing_changes(bureau: Bureau, client: Client) -> None:
    document = papers(2)[0]
    assert not Sealed.objects.exists()
    assert "没有电子签章" in client.get(f"/documents/{document.id}/proof/").content.decode()


def test_a_revoked_certificate_signs_no_more_and_keeps_what_it_signed(bureau: Bureau, client: Client) -> None:
    certificate = demo_certificate(bureau)
    document = papers(2)[0]
    services.revoke(SYSTEM, certificate, "密钥设备更换")
    assert selectors.in_force(bureau.bureau.id, now()) is None
    page = client.get(f"/documents/{document.id}/proof/").content.decode()
    assert "有效，签章后没有改动" in page
    assert "此前的签章仍然有效" in page
    with pytest.raises(Invalid, match="停用"):
        services.revoke(SYSTEM, certificate, "再次")
    with pytest.raises(IntegrityError), transaction.atomic():
        Certificate.objects.filter(pk=certificate.pk).update(revoked_at=None)
    with pytest.raises(IntegrityError), transaction.atomic():
        certificate.delete()


def test_one_that_has_run_out_does_not_sign(bureau: Bureau) -> None:
    certificate = demo_certificate(bureau)
    assert selectors.in_force(bureau.bureau.id, certificate.until) is None
    assert selectors.in_force(bureau.bureau.id, certificate.until - timedelta(seconds=1)) == certificate


def test_a_second_suite_signs_beside_the_pdf(bureau: Bureau, settings: Any, client: Client, tmp_path: Path) -> None:
    settings.FADU_SUITE = "sm2-sm3"
    demo_certificate(bureau, also_sm2=True)
    document = papers(2)[0]
    row = Detached.objects.get(document=document)
    assert "分离签名有效" in client.get(f"/documents/{document.id}/proof/").content.decode()
    from fadu.documents.signing.suites import SUITES

    pdf = storage.fetch(document.sha256)
    assert SUITES["sm2-sm3"].verify(row.certificate.pem, pdf, bytes(row.signature))
    assert not SUITES["sm2-sm3"].verify(row.certificate.pem, pdf + b"\x00", bytes(row.signature))


class Box:
    """A key outside the platform: a program of its own that is handed bytes and gives a signature back."""

    file = Path()
    asked: ClassVar[list[str]] = []

    def __init__(self, place: str) -> None:
        self.place = place

    def sign(self, data: bytes, suite: str) -> bytes:
        self.asked.append(f"{self.place} {suite}")
        return subprocess.run(["openssl", "dgst", "-sha256", "-sign", self.file], input=data, capture_output=True, check=True).stdout


@tsa.needs_openssl
def test_a_key_kept_outside_signs_and_never_comes_in(bureau: Bureau, settings: Any, tmp_path: Path) -> None:
    authority = DemoAuthority(now())
    issued = authority.issue(bureau.bureau.name)
    Box.file, Box.asked = tmp_path / "key.pem", []
    Box.file.write_text(issued.key)
    row = services.add(SYSTEM, bureau.bureau.id, issued.certificate, holder="slot=1;label=seal", chain=authority.root)
    assert row.key is None
    settings.FADU_SIGNER = f"{__name__}:Box"
    pdf = storage.fetch(papers(2)[0].sha256)
    assert checking.check(pdf, authority.root).whole
    assert set(Box.asked) == {"slot=1;label=seal ecdsa-sha256"}


def bundle(issued: Any, root: str, password: bytes = b"p12-password") -> bytes:
    key: Any = load_pem_private_key(issued.key.encode(), None)
    certificate, above = (x509.load_pem_x509_certificate(text.encode()) for text in (issued.certificate, root))
    return pkcs12.serialize_key_and_certificates(b"seal", key, certificate, [above], BestAvailableEncryption(password))


def test_the_command_imports_lists_and_revokes(bureau: Bureau, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    authority = DemoAuthority(now())
    issued = authority.issue(bureau.bureau.name)
    file = tmp_path / "seal.p12"
    file.write_bytes(bundle(issued, authority.root))
    monkeypatch.setenv("FADU_P12_PASSWORD", "wrong")
    with pytest.raises(CommandError, match="口令不对"):
        call_command("certificate", "import", str(file), "--organ", "示市监", stdout=StringIO())
    monkeypatch.setenv("FADU_P12_PASSWORD", "p12-password")
    call_command("certificate", "import", str(file), "--organ", "示市监", stdout=StringIO())
    with pytest.raises(CommandError, match="已经导入"):
        call_command("certificate", "import", str(file), "--organ", "示市监", stdout=StringIO())
    with pytest.raises(CommandError, match="没有代码或者简称"):
        call_command("certificate", "import", str(file), "--organ", "无此", stdout=StringIO())
    row = Certificate.objects.get()
    assert row.key == issued.key
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT key FROM sealing_certificate")
        assert b"PRIVATE" not in bytes(cursor.fetchone()[0]), "sealed at rest"
    out = StringIO()
    call_command("certificate", "list", stdout=out)
    assert row.fingerprint[:16] in out.getvalue()
    assert "有效" in out.getvalue()
    call_command("certificate", "revoke", row.fingerprint[:12], "--why", "更换", stdout=out)
    assert "已停用" in out.getvalue()


def test_what_does_not_fit_is_refused(bureau: Bureau) -> None:
    authority = DemoAuthority(now())
    one, other = authority.issue("甲"), authority.issue("乙")
    organ = bureau.bureau.id
    with pytest.raises(Invalid, match="不是一对"):
        services.add(SYSTEM, organ, one.certificate, key=other.key)
    with pytest.raises(Invalid, match="证书不可用"):
        services.add(SYSTEM, organ, "no pem", key=other.key)
    with pytest.raises(Invalid, match="有且只有一项"):
        services.add(SYSTEM, organ, one.certificate)
    with clock.at(now() + timedelta(days=4000)), pytest.raises(Invalid, match="到期"):
        services.add(SYSTEM, organ, one.certificate, key=one.key)
    assert not Certificate.objects.exists()


@pytest.mark.parametrize("username", ["liwei", "chenjing", "zhaoqiang", "zhaomin"])
def test_only_who_manages_organs_brings_certificates_in(bureau: Bureau, username: str) -> None:
    issued = DemoAuthority(now()).issue("甲")
    with pytest.raises(NotAllowed):
        services.add(bureau.who(username), bureau.bureau.id, issued.certificate, key=issued.key)
    assert services.add(bureau.who("admin"), bureau.bureau.id, issued.certificate, key=issued.key)


def test_a_demonstration_authority_is_refused_to_a_real_installation(bureau: Bureau, settings: Any) -> None:
    settings.DEMO = settings.TESTING = False
    with pytest.raises(Invalid, match="演示"):
        services.make_demo(SYSTEM, [bureau.bureau])


@pytest.mark.timed
def test_a_signature_costs_less_than_a_tenth_of_a_second(bureau: Bureau) -> None:
    demo_certificate(bureau)
    pdf = render("penalty_decision", paper_data("penalty_decision"))
    times = []
    for _ in range(8):
        begun = process_time()  # of all threads: what others do on a busy machine is not counted
        services.seal(bureau.bureau, pdf, "文书")
        times.append(process_time() - begun)
    assert min(times) < 0.1, times


def test_the_checkpoint_of_the_log_is_signed_by_a_second_suite_where_a_setting_says_so(bureau: Bureau, settings: Any, client: Client) -> None:
    papers(2)
    sequence_all()
    assert not checkpoints.sign_checkpoint()
    assert client.get("/log/checkpoint.signed").status_code == 404
    settings.FADU_SUITE, settings.FADU_CHECKPOINT_ORGAN = "sm2-sm3", bureau.bureau.code
    demo_certificate(bureau, also_sm2=True)
    assert checkpoints.sign_checkpoint()
    assert not checkpoints.sign_checkpoint(), "once for each"
    signed = client.get("/log/checkpoint.signed").content
    assert json.loads(signed)["checkpoint"] == client.get("/log/checkpoint").content.decode()
    assert checkpoints.holds(signed)
    read = json.loads(signed)
    assert not checkpoints.holds(json.dumps(read | {"checkpoint": read["checkpoint"].replace("\n", "\n1", 1)}).encode())
