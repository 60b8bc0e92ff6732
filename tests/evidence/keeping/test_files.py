"""What lies on the disk: originals, papers, the files of the log. One byte is enough to be named."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fadu.cases.models import Case, Leaf, Step
from fadu.cases.services import log, proofs
from fadu.documents import storage
from fadu.documents.models import Document
from fadu.evidence import vault
from fadu.evidence.keeping.models import Examination
from fadu.evidence.models import Original
from fadu.site.cli import installation_meant
from tests.evidence.keeping.conftest import Kept, found, spoilt
from tests.evidence.keeping.test_tampering import tamper, victim

pytestmark = pytest.mark.django_db


def flipped(place: int) -> Any:
    return lambda data: data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]


def number_of(kept: Kept) -> str:
    return Case.objects.get(pk=kept.case.pk).number or str(kept.case.pk)


@pytest.mark.parametrize("where", [0, 1, 14, 500, vault.SEALED, -1])
def test_a_byte_of_an_original_is_named_with_case_and_step(kept: Kept, where: int) -> None:
    original = Original.objects.get(case=kept.case)
    with spoilt(vault.local.place(original.id), lambda data: flipped(where % len(data))(data)):
        told = found()
    assert [(each.code, each.place.case, each.place.seq, each.thing) for each in told] == [("file", number_of(kept), 3, f"原件 {original.id}")]
    assert "恢复" in told[0].remedy


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.data())
def test_any_byte_of_any_stored_file_is_named(kept: Kept, data: st.DataObject) -> None:
    files = {vault.local.place(row.id): row.pk for row in Original.objects.all()} | {storage._place(row.sha256): row.pk for row in Document.objects.all()}
    file = data.draw(st.sampled_from(sorted(files)))
    place = data.draw(st.integers(0, file.stat().st_size - 1))
    with spoilt(file, flipped(place)):
        assert {each.thing.split()[-1] for each in found()} == {str(files[file])}


@pytest.mark.parametrize("harm", ["gone", "cut", "empty", "longer"])
def test_a_paper_that_is_gone_or_cut_is_named_with_its_step(kept: Kept, harm: str) -> None:
    paper = Document.objects.filter(case=kept.case).first()
    assert paper is not None
    spoil = {"gone": lambda _: None, "cut": lambda data: data[:-3], "empty": lambda _: b"", "longer": lambda data: data + b"x"}[harm]
    with spoilt(storage._place(paper.sha256), spoil):
        told = [each for each in found() if each.thing == f"文书 {paper.pk}"]
    assert [(each.code, each.place.case, each.place.seq) for each in told] == [("file", number_of(kept), paper.step.seq)]


def test_an_original_whose_destruction_was_approved_is_not_missed(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    original = Original.objects.get(case=kept.case)
    with spoilt(vault.local.place(original.id), lambda _: None):
        assert len(found()) == 1
        monkeypatch.setattr(proofs, "_GONE", [lambda key: "已批准销毁" if key == original.id else ""])
        assert found() == []


def tiles() -> dict[str, Path]:
    folder = log.folder()
    return {str(file.relative_to(folder)): file for file in folder.rglob("*") if file.is_file() and file.name != "checkpoint"}


def test_a_tile_cut_changed_or_gone_is_named_with_case_and_step(kept: Kept) -> None:
    harms = {"cut": lambda data: data[:-1], "half": lambda data: data[: len(data) // 2], "gone": lambda _: None, "changed": flipped(40), "empty": lambda _: b""}
    size = Leaf.objects.count()
    for name, file in tiles().items():
        for harm, spoil in harms.items():
            with spoilt(file, spoil):
                told = found()
            if harm == "gone" and not name.endswith(f"/{size}"):
                continue  # a partial tile of an earlier head may go once another is published
            assert any(each.thing == name and each.place.case and each.place.seq for each in told) or any(each.code.startswith("entry") for each in told), (
                name,
                harm,
            )


def test_an_entry_exchanged_in_the_published_bundle_is_told_from_a_changed_row(kept: Kept) -> None:
    file = tiles()[f"tile/entries/000.p/{Leaf.objects.count()}"]
    leaf = Leaf.objects.get(ref=Step.objects.get(case=kept.case, seq=2).pk)
    salt = bytes(leaf.entry)
    with spoilt(file, lambda data: data.replace(salt, salt.replace(b'"kind":"step"', b'"kind":"stop"'))):
        told = found()
    assert [(each.code, each.place.seq) for each in told if each.code == "entry-tile"] == [("entry-tile", 2)]


@pytest.mark.parametrize("harm", ["gone", "older", "unsigned"])
def test_the_published_head_is_compared_with_the_database(kept: Kept, harm: str) -> None:
    spoil = {"gone": lambda _: None, "older": flipped(15), "unsigned": lambda data: data[:40]}[harm]
    with spoilt(log.folder() / "checkpoint", spoil):
        assert [each.code for each in found()] == ["checkpoint"]


# --- the command ---


def said(*words: str) -> tuple[int, str]:
    out = StringIO()
    try:
        call_command("verify", *words, stdout=out)
    except SystemExit as stop:
        return int(stop.code or 0), out.getvalue()
    return 0, out.getvalue()


def test_the_command_tells_and_remembers(kept: Kept) -> None:
    code, text = said("--all")
    assert code == 0
    assert text.startswith("核验通过：")
    tamper(victim("step", kept), "by_name", "别人")
    code, text = said("--all")
    assert code == 1
    assert "核验未通过" in text
    line = text.splitlines()[0]
    step = Step.objects.get(case=kept.case, seq=2)
    leaf = Leaf.objects.get(ref=step.pk)
    assert line == (
        f"✗ 案件 {number_of(kept)} 第 2 步“{next(each.place.title for each in found())}”，步骤 {step.pk}，日志第 {leaf.index} 条："
        "记录的内容（或者存证的盐）与日志中的承诺不符，被改动过。请从备份恢复这条记录，并查明是谁绕过平台改动了数据库"
    )
    assert [run.faults for run in Examination.objects.order_by("id")] == [0, 1]
    assert "吴" not in text


def test_the_command_gives_json(kept: Kept) -> None:
    tamper(victim("step", kept), "stage", "elsewhere")
    code, text = said("--case", str(kept.case.pk), "--json")
    told = json.loads(text)
    assert (code, told["ok"]) == (1, False)
    assert told["deviations"][0] | {"index": 0} == {
        "code": "content", "case": number_of(kept), "case_id": str(kept.case.pk), "seq": 2, "step": "tell_spot", "title": told["deviations"][0]["title"],
        "thing": f"步骤 {Step.objects.get(case=kept.case, seq=2).pk}", "index": 0, "what": told["deviations"][0]["what"], "remedy": told["deviations"][0]["remedy"],
    }  # fmt: skip


def test_a_case_that_is_not_there_is_said(kept: Kept) -> None:
    with pytest.raises(CommandError, match="没有案号"):
        said("--case", "示市监罚立〔2020〕1号")


@pytest.mark.parametrize(
    ("words", "installation"),
    [
        ("--all", True), ("--all --json", True), ("--case 37 --json", True), ("--since 5", True), ("--case=37", True),
        ("package.zip --all", False), ("package.zip", False), ("--key KEY package.zip --all", False), ("--receipt r.json paper.pdf", False), ("", False),
    ],
)  # fmt: skip
def test_a_file_is_told_from_the_installation(words: str, installation: bool) -> None:
    assert installation_meant(words.split()) is installation
