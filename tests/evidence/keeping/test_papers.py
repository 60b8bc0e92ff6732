"""A paper in the hand, photographed, scanned or as the PDF: its QR code leads to what the log says, and no further than that."""

import http.server
import io
import json
import threading
import time
from collections.abc import Iterator
from contextlib import redirect_stdout
from functools import partial
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import segno
from django.conf import settings
from PIL import Image, ImageFilter

from fadu.cases.services.log import vkey
from fadu.documents import storage
from fadu.documents.models import Document
from fadu.evidence.keeping import publishing
from fadu.ledger import cli
from fadu.ledger.keys import Signer
from fadu.ledger.paper.seeing import Printed, printed, read
from tests.evidence.keeping.conftest import Kept

pytestmark = pytest.mark.django_db


@pytest.fixture
def paper(kept: Kept) -> Document:
    found = Document.objects.filter(case=kept.case, superseded=False).exclude(number="").first()
    assert found is not None
    return found


@pytest.fixture
def pdf(paper: Document, tmp_path: Path) -> Path:
    file = tmp_path / "paper.pdf"
    file.write_bytes(storage.fetch(paper.sha256))
    return file


@pytest.fixture
def server(kept: Kept, tmp_path: Path) -> Iterator[str]:
    """The exported files behind a plain web server: the platform itself is not asked."""
    publishing.export(tmp_path / "www" / "log")

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: Any) -> None:
            """Nothing."""

    served = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=tmp_path / "www"))
    threading.Thread(target=served.serve_forever, args=(0.01,), daemon=True).start()
    yield f"http://127.0.0.1:{served.server_port}"
    served.shutdown()
    served.server_close()


def photo(pdf: Path, *, turned: float = 0, dpi: int = 150, blurred: float = 0, kind: str = "jpg") -> Path:
    page = pypdfium2.PdfDocument(pdf)[0].render(scale=dpi / 72).to_pil().convert("L")
    desk = Image.new("L", (page.width + 400, page.height + 400), 90)
    desk.paste(page, (200, 200))
    made = desk.rotate(turned, resample=Image.Resampling.BICUBIC, fillcolor=90).filter(ImageFilter.GaussianBlur(blurred))
    file = pdf.with_name(f"photo.{kind}")
    made.save(file, **({"quality": 70} if kind == "jpg" else {}))
    return file


def said(*words: str) -> tuple[int, str]:
    out = io.StringIO()
    with redirect_stdout(out):
        code = cli.verify([*words, "--all"])
    return code, out.getvalue()


@pytest.mark.parametrize(
    "looks", [{}, {"turned": 7}, {"turned": 180}, {"turned": 90, "dpi": 110}, {"blurred": 1.2, "dpi": 250}, {"kind": "png"}, {"kind": "webp"}, {"kind": "tiff"}]
)
def test_a_photograph_leads_to_what_the_log_says(paper: Document, pdf: Path, server: str, looks: dict[str, Any]) -> None:
    code, text = said(str(photo(pdf, **looks)), "--key", vkey(), "--server", server)
    assert code == 0, text
    assert f"《{paper.title}》，文号 {paper.number}，{paper.made_on}" in text
    assert paper.sha256 in text
    assert f"已列入公开日志第 {paper.leaf.index} 条" in text
    assert "没有被更正后的文书取代" in text
    assert "照片上的字是否改动过" in text, "what a photograph cannot prove is said"


def test_the_pdf_itself_is_the_one_or_is_not(paper: Document, pdf: Path, server: str) -> None:
    code, text = said(str(pdf), "--key", vkey(), "--server", server)
    assert (code, "一字未改" in text) == (0, True), text
    pdf.write_bytes(pdf.read_bytes() + b"\n")
    code, text = said(str(pdf), "--key", vkey(), "--server", server)
    assert (code, "与登记的哈希不符" in text) == (1, True)


def test_a_scan_kept_as_pdf_is_told_from_the_original(paper: Document, pdf: Path, server: str) -> None:
    scan = pdf.with_name("scan.pdf")
    pypdfium2.PdfDocument(pdf)[0].render(scale=2).to_pil().convert("RGB").save(scan)
    code, text = said(str(scan), "--key", vkey(), "--server", server)
    assert code == 1
    assert "是扫描、另存、签名后的副本，或者被改动过" in text
    assert f"《{paper.title}》" in text


def test_a_superseded_paper_is_said_to_be_one(kept: Kept, server: str, tmp_path: Path) -> None:
    old = Document.objects.filter(case=kept.case, superseded=True).first()
    assert old is not None
    file = tmp_path / "old.pdf"
    file.write_bytes(storage.fetch(old.sha256))
    code, text = said(str(file), "--key", vkey(), "--server", server)
    assert (code, "不再有效" in text) == (1, True)


def test_a_receipt_is_enough_without_a_network(paper: Document, pdf: Path, server: str) -> None:
    receipt = pdf.with_name("receipt.json")
    told = publishing.told_of(paper).receipt
    assert told is not None
    receipt.write_text(told.to_json())
    code, text = said(str(photo(pdf)), "--key", vkey(), "--receipt", str(receipt), "--offline")
    assert (code, "是二维码所指的文书的" in text) == (0, True), text
    code, text = said(str(photo(pdf)), "--key", vkey(), "--offline")
    assert (code, "无从核对" in text) == (1, True)


def test_the_receipt_of_another_paper_proves_nothing(kept: Kept, paper: Document, pdf: Path) -> None:
    other = Document.objects.exclude(pk=paper.pk).first()
    assert other is not None
    told = publishing.told_of(other).receipt
    assert told is not None
    receipt = pdf.with_name("receipt.json")
    receipt.write_text(told.to_json())
    code, text = said(str(photo(pdf)), "--key", vkey(), "--receipt", str(receipt))
    assert (code, "不是二维码所指的文书的" in text) == (1, True)


def test_a_server_is_not_believed_about_the_hash_nor_the_key(paper: Document, pdf: Path, server: str, tmp_path: Path) -> None:
    code, text = said(str(photo(pdf)), "--key", Signer("localhost/log", bytes(32)).vkey, "--server", server)
    assert (code, "没有已知公钥的签名" in text) == (1, True), text
    file = tmp_path / "www" / "log" / "documents" / f"{paper.pk}.json"
    told = json.loads(file.read_text())
    file.write_text(json.dumps({**told, "sha256": "0" * 64}))
    code, text = said(str(photo(pdf)), "--key", vkey(), "--server", server)
    assert (code, "与凭证不同" in text) == (1, True)
    code, text = said(str(photo(pdf)), "--server", server)
    assert (code, "没有给出公布的公钥" in text) == (1, True)
    file.unlink()
    code, text = said(str(photo(pdf)), "--key", vkey(), "--server", server)
    assert (code, "服务器没有这份文书" in text) == (1, True)


def test_a_server_that_is_not_there_is_told_in_time(pdf: Path) -> None:
    begun = time.monotonic()
    code, text = said(str(photo(pdf)), "--key", vkey(), "--server", "http://127.0.0.1:9")
    assert (code, "连不上" in text) == (1, True)
    assert time.monotonic() - begun < 40


@pytest.mark.parametrize("content", [b"", b"hello", b"%PDF-1.7 broken", b"\xff\xd8\xff\xe0 broken", b"PK\x03\x04"])
def test_what_is_no_paper_is_said(tmp_path: Path, content: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "thing"
    file.write_bytes(content)
    assert cli.verify([str(file), "--key", vkey()]) in {1, 2}
    told = capsys.readouterr()
    assert told.out + told.err
    assert "Traceback" not in told.err


def test_a_code_that_leads_elsewhere_is_none_of_ours(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for text in ("https://evil.example/?x=/documents/", "hello", "javascript:alert(1)", "file:///documents/0198b3a0-0000-7000-8000-000000000000/proof/"):
        assert read(text) is None
        segno.make(text).save(str(tmp_path / "code.png"), scale=5)
        assert printed(tmp_path / "code.png") == []
        assert cli.verify([str(tmp_path / "code.png"), "--key", vkey()]) == 2
    assert "没有找到文书的二维码" in capsys.readouterr().err


def test_the_address_of_an_organ_with_a_path_is_read() -> None:
    key = "0198b3a0-0000-7000-8000-000000000000"
    assert read(f"https://fadu.example.gov.cn/law/documents/{key}/proof/") == Printed("https://fadu.example.gov.cn/law", key)
    assert read(f"http://[::1]:8000/documents/{key}/proof/") == Printed("http://[::1]:8000", key)


def test_the_code_on_our_papers_names_the_public_address(paper: Document, pdf: Path) -> None:
    assert printed(pdf) == [Printed(str(settings.PUBLIC_URL), str(paper.pk))]
