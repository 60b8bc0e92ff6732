"""A citizen drops a paper: every answer in words, none of them wrong, nothing kept, nobody named."""

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import segno
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from hypothesis import HealthCheck, given
from hypothesis import settings as effort
from hypothesis import strategies as some

from fadu.disclosure.verify import checking
from fadu.disclosure.verify.outcomes import WORDS, Outcome
from fadu.evidence.unfit import Unfit
from tests.accounts.entrances import everything
from tests.disclosure.during.conftest import HERE, World, asked, photo, sent

pytestmark = pytest.mark.django_db


def coded(*addresses: str) -> bytes:
    """A PDF of somebody else with QR codes on it."""
    from PIL import Image

    page = Image.new("L", (900, 400 * len(addresses)), 255)
    for place, address in enumerate(addresses):
        drawn = io.BytesIO()
        segno.make(address, micro=False).save(drawn, kind="png", scale=6, border=4)
        page.paste(Image.open(drawn).convert("L"), (40, 400 * place + 20))
    out = io.BytesIO()
    page.save(out, "PDF")
    return out.getvalue()


def rescanned(pdf: bytes) -> bytes:
    out = io.BytesIO()
    pypdfium2.PdfDocument(pdf)[0].render(scale=2).to_pil().convert("RGB").save(out, "PDF")
    return out.getvalue()


def blank() -> bytes:
    made = pypdfium2.PdfDocument.new()
    made.new_page(595, 842)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


MADE: dict[Outcome, Callable[[World], tuple[bytes, str]]] = {
    Outcome.UNCHANGED: lambda world: (world.pdf(), "a.pdf"),
    Outcome.CHANGED: lambda world: (rescanned(world.pdf()), "a.pdf"),
    Outcome.PICTURE: lambda world: (photo(world.pdf(), turned=7), "a.png"),
    Outcome.UNKNOWN: lambda _world: (coded(f"{HERE}/documents/0198b3a0-0000-7000-8000-000000000000/proof/"), "a.pdf"),
    Outcome.ELSEWHERE: lambda _world: (coded("https://other.example/documents/0198b3a0-0000-7000-8000-000000000000/proof/"), "a.pdf"),
    Outcome.FOREIGN: lambda _world: (blank(), "a.pdf"),
    Outcome.UNSEEN: lambda _world: (photo(blank()), "a.png"),
    Outcome.SEVERAL: lambda _world: (coded(*(f"{HERE}/documents/0198b3a0-0000-7000-8000-00000000000{n}/proof/" for n in (1, 2))), "a.pdf"),
}  # fmt: skip


@pytest.mark.parametrize("outcome", MADE)
def test_every_outcome_is_told_on_the_page_and_to_machines(world: World, outcome: Outcome) -> None:
    data, name = MADE[outcome](world)
    before = everything()
    told, page = asked(data, name), sent(data, name)
    assert told["outcome"] == outcome.value
    text = page.content.decode()
    assert page.status_code == 200
    assert WORDS[outcome].title in text
    assert WORDS[outcome].do in text
    for name in ("王清河", "清河食品店", "92130999MA0FADU011", "清河路 12 号"):
        assert name not in text + json.dumps(told, ensure_ascii=False), "nobody is named"
    assert page["Cache-Control"] == "private, no-store"
    assert everything() == before, "nothing is written down"
    assert told["unchanged"] is {Outcome.UNCHANGED: True, Outcome.CHANGED: False}.get(outcome)


def test_every_outcome_has_words() -> None:
    assert WORDS.keys() == set(Outcome)
    assert {*MADE, Outcome.REGISTERED} == set(Outcome)


def test_an_issued_paper_is_told_whole(world: World) -> None:
    paper, told = world.paper("penalty_decision"), asked(world.pdf())
    assert told["document"] == {
        "id": str(paper.pk), "organ": "示范县市场监督管理局", "title": "行政处罚决定书", "number": paper.number, "made_on": paper.made_on.isoformat(),
        "party": "单位", "sha256": paper.sha256, "size": paper.size, "pages": paper.pages,
    }  # fmt: skip
    assert told["standing"]["effect"] == "current"
    assert told["standing"]["record"] == f"{HERE}/open/{world.publication.pk}/"
    assert told["signature"]["valid"] is True
    assert told["proof"]["holds"] is True
    text = sent(world.pdf()).content.decode()
    for words in ("有效，签章后没有改动", "这项决定正在向社会公示", "现行有效", f"已列入公开日志第 {paper.leaf.index} 条"):
        assert words in text


def test_the_receipt_it_gives_proves_the_file_to_a_program_that_knows_nothing_of_us(world: World, tmp_path: Path, capsys: Any) -> None:
    from fadu.cases.services.log import vkey
    from fadu.ledger import cli

    file, receipt = tmp_path / "paper.pdf", tmp_path / "receipt.json"
    file.write_bytes(world.pdf())
    receipt.write_text(json.dumps(asked(world.pdf())["proof"]["receipt"]))
    assert cli.verify([str(file), "--receipt", str(receipt), "--key", vkey(), "--offline"]) == 0, capsys.readouterr()


@effort(max_examples=24, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(place=some.floats(0, 1, exclude_max=True), change=some.integers(1, 255), how=some.sampled_from(["flip", "drop", "add", "cut"]))
def test_one_byte_changed_is_never_unchanged(world: World, place: float, change: int, how: str) -> None:
    """Anywhere: another, one less, one more, cut off there. What is no PDF any more is refused, which is no praise either."""
    whole = world.pdf()
    at = int(place * len(whole))
    changed = {
        "flip": whole[:at] + bytes([whole[at] ^ change]) + whole[at + 1 :],
        "drop": whole[:at] + whole[at + 1 :],
        "add": whole[:at] + bytes([change]) + whole[at:],
        "cut": whole[: max(at, 1)],
    }[how]
    try:
        result = checking.of_file(io.BytesIO(changed), len(changed))
    except Unfit:
        return
    assert result.outcome is not Outcome.UNCHANGED
    assert not (result.own and result.own.whole), "nor does its signature say so"


def test_what_was_added_after_the_signature_is_said(world: World) -> None:
    whole = world.pdf()
    added = whole + b"\n% an afterthought\n%%EOF\n"
    told = asked(added)
    assert told["outcome"] == "changed"
    assert told["signature"]["of_this_file"]["whole"] is False


@pytest.mark.parametrize(
    "looks",
    [{}, {"turned": 4}, {"turned": 90}, {"turned": 180}, {"turned": 12, "blurred": 1.0, "dpi": 200}, {"blurred": 1.4, "dpi": 250}, {"kind": "JPEG", "turned": 3}, {"kind": "WEBP"}],
    ids=["straight", "askew", "on its side", "upside down", "askew and blurred", "blurred", "jpeg", "webp"],
)  # fmt: skip
def test_a_photograph_leads_to_its_paper_and_is_never_called_unchanged(world: World, looks: dict[str, Any]) -> None:
    told = asked(photo(world.pdf(), **looks), "photo.jpg")
    assert (told["outcome"], told["unchanged"]) == ("picture", None)
    assert told["document"]["number"] == world.paper("penalty_decision").number


def packed() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.pdf", b"%PDF-1.7")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "status", "words"),
    [
        (b"", 422, "空"),
        (b"%PDF-" + bytes(21 << 20), 413, "20 MB"),
        (packed(), 415, "ZIP"),
        (b"<!doctype html><script>alert(1)</script>", 415, "网页或者脚本"),
        (b"#!/bin/sh\nrm -rf /\n", 415, "网页或者脚本"),
        (b"MZ" + bytes(300), 415, "程序"),
        (b"hello", 415, "文本"),
        (b"%PDF-1.7 broken", 422, "不完整"),
        (b"\xff\xd8\xff\xe0 broken", 422, "损坏"),
    ],
    ids=["empty", "too large", "zip", "page", "script", "program", "text", "broken pdf", "broken picture"],
)
def test_what_is_no_paper_is_refused_plainly(world: World, data: bytes, status: int, words: str) -> None:
    page = sent(data)
    assert page.status_code == status
    assert words in page.content.decode()
    answer = Client().post("/open/verify/check.json", {"file": SimpleUploadedFile("paper.pdf", data)})
    assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json")
    assert words in answer.json()["detail"]


def test_what_the_scanner_finds_is_not_looked_at(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    from fadu.evidence.scanning import Scanner

    def judge(_self: Scanner) -> None:
        raise Unfit("fadu:upload-malware", "文件中查出恶意程序")

    monkeypatch.setattr(Scanner, "judge", judge)
    monkeypatch.setattr(checking, "printed_in", lambda *_a, **_m: pytest.fail("it was opened"))
    page = sent(world.pdf())
    assert (page.status_code, "恶意程序" in page.content.decode()) == (422, True)


def test_nothing_of_a_file_lies_anywhere_afterwards(world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    data = Path(settings.DATA)
    before = {file for file in data.rglob("*") if file.is_file()}
    large = rescanned(world.pdf()) + b"%" + b"0" * (4 << 20)  # so large that it is no longer kept in memory
    sent(large)
    assert {file for file in data.rglob("*") if file.is_file()} == before
    assert not list(tmp_path.iterdir())
