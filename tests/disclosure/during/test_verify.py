"""A citizen drops a paper: every answer in words, none of them wrong, nothing kept, nobody named."""

import io
import json
import uuid
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import segno
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from hypothesis import HealthCheck, given
from hypothesis import settings as effort
from hypothesis import strategies as some

from fadu.cases import append_only
from fadu.cases.models import Facts
from fadu.disclosure import codes
from fadu.disclosure.verify import checking
from fadu.disclosure.verify.outcomes import WORDS, Outcome
from fadu.disclosure.verify.standing import Effect
from fadu.documents.models import Document
from fadu.evidence.unfit import Unfit
from fadu.law.calendar import number
from fadu.law.papers import PAPERS
from fadu.law.papers.standing import OVERTURNABLE, SUCCEEDED_BY
from tests.accounts.entrances import everything
from tests.disclosure.during.conftest import HERE, World, photo

pytestmark = pytest.mark.django_db


def sent(data: bytes, name: str = "paper.pdf", client: Client | None = None) -> Any:
    return (client or Client()).post("/open/verify/", {"file": SimpleUploadedFile(name, data)})


def asked(data: bytes, name: str = "paper.pdf") -> dict[str, Any]:
    answer = Client().post("/open/verify/check.json", {"file": SimpleUploadedFile(name, data)})
    assert answer.status_code == 200, answer.content.decode()
    found: dict[str, Any] = answer.json()
    return found


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


MADE = {
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
    for name in ("王清河", "清河食品店", "92130999MA0FADU011", "清河路"):
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


# --- where a paper stands


def test_a_superseded_paper_is_unchanged_and_holds_no_more(world: World) -> None:
    pdf = world.pdf()
    Document.objects.filter(pk=world.paper("penalty_decision").pk).update(superseded=True)
    told = asked(pdf)
    assert (told["unchanged"], told["standing"]["effect"], told["standing"]["says"]) == (True, "superseded", "已被新版取代")


def test_what_was_said_since_is_told(world: World) -> None:
    """A notice of what was proposed, after which it was decided: a later paper of the same matter."""
    told = asked(world.pdf("penalty_notice"))
    assert told["standing"]["effect"] == "succeeded"
    assert told["standing"]["later"]["title"] == "行政处罚决定书"
    assert asked(world.pdf("penalty_decision"))["standing"]["effect"] == "current"


def test_a_decision_that_fell_is_said_to_have(world: World) -> None:
    with append_only.lifted(connection):
        Facts.objects.filter(pk=world.told.id).update(f_overturned_on=number(date(2026, 11, 2)))
    told = asked(world.pdf())
    assert (told["standing"]["effect"], told["standing"]["since"]) == ("overturned", "2026-11-02")
    assert "2026-11-02" in sent(world.pdf()).content.decode()
    assert asked(world.pdf("penalty_notice"))["standing"]["effect"] == "succeeded", "only what decides can fall"


def test_a_withdrawn_publication_is_a_tombstone(world: World) -> None:
    from fadu.disclosure.models import Shown, State

    Shown.objects.filter(pk=world.publication.pk).update(state=State.WITHDRAWN, record={"withdrawn_for": "决定被撤销"})
    assert asked(world.pdf())["standing"]["publication"] == "这项决定的公示已经撤回"


def test_a_destroyed_copy_does_not_harm_the_holders(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fadu.disclosure.verify.standing.gone", lambda _ref: "经批准销毁（示市监销〔2026〕1号）")
    told = asked(world.pdf())
    assert (told["unchanged"], told["standing"]["destroyed"]) == (True, "经批准销毁（示市监销〔2026〕1号）")
    assert "经批准销毁" in sent(world.pdf()).content.decode()


def test_the_law_of_standing_names_papers_that_there_are() -> None:
    assert {*SUCCEEDED_BY, *(later for all_ in SUCCEEDED_BY.values() for later in all_), *OVERTURNABLE} <= PAPERS.keys()
    assert {effect.value for effect in Effect} == {"current", "superseded", "succeeded", "overturned"}


# --- codes


@pytest.mark.parametrize(
    "typed",
    ["{}", " {} ", "{}/", "https://law.shifan.example/documents/{}/proof/", "编号：{}"],
    ids=["plain", "blanks", "slash", "address", "words"],
)
def test_a_code_may_be_typed_as_people_type(world: World, typed: str) -> None:
    code = str(world.paper("penalty_decision").pk)
    for text in (
        code,
        code.upper(),
        code.replace("-", ""),
        code.replace("-", " - "),
        code.translate({ord(sign): ord(sign) + 0xFEE0 for sign in "0123456789abcdef"}),
    ):
        answer = Client().post("/open/verify/", {"code": typed.format(text)})
        assert answer["Location"] == f"/open/verify/{code}/", text


@effort(max_examples=30)
@given(some.text(max_size=400))
def test_whatever_is_typed_is_no_error(text: str) -> None:
    found = codes.read(text)
    assert found is None or found.version == 7


def test_the_qr_code_of_a_paper_lands_on_the_same_page(world: World) -> None:
    paper = world.paper("penalty_decision")
    page = Client().get(f"/documents/{paper.pk}/proof/")
    text = page.content.decode()
    for words in ("确有这份文书", "现行有效", paper.sha256, f"/open/notices/{paper.pk}/", f"/open/progress/{paper.pk}/"):
        assert words in text
    assert page["X-Robots-Tag"] == "noindex"
    assert "92130999MA0FADU011" not in text


def test_a_code_alone_tells_of_no_file(world: World) -> None:
    told = Client().get(f"/open/verify/{world.paper('penalty_decision').pk}.json").json()
    assert (told["outcome"], told["unchanged"], "file" in told) == ("registered", None, False)


def test_codes_that_lead_nowhere_are_slowed_down_on_all_pages_together(world: World) -> None:
    client, paper = Client(), world.paper("penalty_decision")
    pages = ("/open/verify/{}/", "/open/notices/{}/", "/open/progress/{}/", "/documents/{}/proof/", "/open/verify/{}.json")
    for place in range(codes.MISSES):
        assert client.get(pages[place % len(pages)].format(_other())).status_code == 404
    for page in pages:
        assert client.get(page.format(paper.pk)).status_code == 429, "even with a code that holds: it would tell which is one"
    assert Client(REMOTE_ADDR="10.9.8.7").get(f"/open/verify/{paper.pk}/").status_code == 200


def test_codes_that_hold_are_not_slowed_down(world: World) -> None:
    client, paper = Client(), world.paper("penalty_decision")
    assert {client.get(f"/open/verify/{paper.pk}/").status_code for _ in range(codes.MISSES + 5)} == {200}


def test_files_are_counted_by_address(world: World) -> None:
    from fadu.disclosure.verify.views import FILES

    client = Client()
    assert [sent(b"hello", client=client).status_code for _ in range(FILES + 1)][-2:] == [415, 429]


def _other() -> uuid.UUID:
    from fadu.cases.models.ids import new_id

    return new_id()
