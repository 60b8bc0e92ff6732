"""An archive package is proved by the log: every paper, original and step in it, and nothing missing between the steps."""

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from fadu.cases.models import Leaf, Step
from fadu.cases.services.log import Log, vkey
from fadu.cases.services.record import content_of
from fadu.documents import storage
from fadu.documents.models import Document
from fadu.evidence import vault
from fadu.evidence.models import Original
from fadu.evidence.services import original_content
from fadu.ledger import cli
from fadu.ledger.canonical import canonical
from fadu.ledger.package import document_content
from tests.evidence.keeping.conftest import Kept

pytestmark = pytest.mark.django_db


@pytest.fixture
def members(kept: Kept) -> dict[str, bytes]:
    """The members as the archive room lays them out (fadu-eep/1)."""
    log = Log()

    def proof(row: Any, content: Any = None) -> bytes:
        receipt = log.receipt(Leaf.objects.get(ref=row.pk), content)
        assert receipt is not None
        return receipt.to_json().encode()

    found = {"eep.xml": b"<x/>", "readme.txt": b"x", "wrap/cover.pdf": b"%PDF", "proof/checkpoint": log.note.encode(), "proof/key": f"{vkey()}\n".encode()}
    for row in Step.objects.filter(case=kept.case).order_by("seq"):
        found[f"record/step-{row.seq:04d}.json"] = canonical(content_of(row))
        found[f"proof/{row.pk}.json"] = proof(row)
    for place, paper in enumerate(Document.objects.filter(case=kept.case), 1):
        found[f"front/{place:04d}.pdf"] = storage.fetch(paper.sha256)
        found[f"proof/{paper.pk}.json"] = proof(paper, document_content(str(paper.pk), paper.sha256, paper=paper.paper))
    for original in Original.objects.filter(case=kept.case):
        found["vice/0001.mp4"] = vault.opened(original.pk, original.size).read()
        found[f"proof/{original.pk}.json"] = proof(original, original_content(original))
    return found


def packed(folder: Path, members: dict[str, bytes]) -> str:
    file = folder / "archive.zip"
    with zipfile.ZipFile(file, "w") as made:
        for name, data in members.items():
            made.writestr(name, data)
    return str(file)


def test_a_package_is_proved(members: dict[str, bytes], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.verify([packed(tmp_path, members), "--key", vkey()]) == 0
    said = capsys.readouterr().out
    assert said.startswith("核验通过：归档包")
    assert "fadu archive check" in said


def test_whatever_the_log_vouches_for_is_found_changed_or_missing(members: dict[str, bytes], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, data in members.items():
        if name in {"eep.xml", "readme.txt", "wrap/cover.pdf", "proof/key"}:
            continue
        harmed = data[: len(data) // 2] + bytes([data[len(data) // 2] ^ 1]) + data[len(data) // 2 + 1 :]
        for changed in ({**members, name: harmed}, {other: kept for other, kept in members.items() if other != name}):
            assert cli.verify([packed(tmp_path, changed), "--key", vkey()]) == 1, name
            assert "核验未通过" in capsys.readouterr().out


def test_what_has_no_receipt_is_named(members: dict[str, bytes], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.verify([packed(tmp_path, {**members, "front/9999.pdf": b"%PDF slipped in"}), "--key", vkey()]) == 1
    assert "front/9999.pdf：没有存证凭证" in capsys.readouterr().out


def test_a_step_taken_out_with_its_receipt_is_found(members: dict[str, bytes], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    step = json.loads(members["record/step-0002.json"])
    gone = next(
        name
        for name, data in members.items()
        if name.startswith("proof/") and name.endswith(".json") and json.loads(data)["entry"]["kind"] == "step" and json.loads(data)["index"] == 1
    )
    assert step["seq"] == 2
    assert cli.verify([packed(tmp_path, {name: data for name, data in members.items() if name not in {gone, "record/step-0002.json"}}), "--key", vkey()]) == 1
    assert "不相接" in capsys.readouterr().out


def test_the_key_in_the_package_vouches_for_itself_only(members: dict[str, bytes], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.verify([packed(tmp_path, members)]) == 0
    assert "公钥取自包内" in capsys.readouterr().out
