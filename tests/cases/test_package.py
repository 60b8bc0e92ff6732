"""The package of a case proves itself with no database; one byte changed anywhere is found, and the step is named."""

import json
import os
import subprocess
import sys
import zipfile
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from fadu.accounts.permissions import NotAllowed
from fadu.cases.models import Leaf, Step
from fadu.cases.services import packages
from fadu.cases.services.log import sequence_all, vkey
from fadu.documents import fonts
from fadu.documents.models import Document
from fadu.ledger import cli
from tests.cases.telling import Telling, story
from tests.cases.test_door_input import client_of
from tests.cases.world import Bureau

pytestmark = pytest.mark.skipif(bool(fonts.missing()), reason="papers can't be set without their fonts")


@pytest.fixture
def told(bureau: Bureau) -> Telling:
    """A case on the spot, its papers made and everything in the log."""
    case = Telling(bureau.general(), "simple").until("decide_spot")
    call_command("work", "--once")
    return case


def exported(case: Telling, name: str, folder: Path) -> Path:
    return packages.export(case.bureau.who(name), case.case, folder)


def verified(file: Path, *options: str) -> tuple[int, str]:
    """What `fadu verify` in this process gives and says."""
    said = StringIO()
    kept, sys.stdout = sys.stdout, said
    try:
        code = cli.verify([str(file), *options])
    finally:
        sys.stdout = kept
    return code, said.getvalue()


def test_the_worker_makes_the_papers_and_numbers_every_leaf(told: Telling) -> None:
    assert Document.objects.filter(case_id=told.id).exists()
    assert not Leaf.objects.filter(index__isnull=True).exists()


def test_it_is_proved_in_a_process_without_a_database(told: Telling, tmp_path: Path) -> None:
    file = exported(told, "zhoulin", tmp_path)
    empty = tmp_path / "empty"
    empty.mkdir()
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("FADU_", "DJANGO_"))}
    run = subprocess.run(
        [sys.executable, "-m", "django", "verify", str(file), "--key", vkey()],
        env={**environment, "FADU_DATA": str(empty), "DJANGO_SETTINGS_MODULE": "fadu.site.settings"},
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout + run.stderr
    assert not (empty / "fadu.sqlite3").exists()


def test_it_holds_every_step_and_every_paper(told: Telling, tmp_path: Path) -> None:
    file = exported(told, "zhoulin", tmp_path)
    with zipfile.ZipFile(file) as package:
        content = json.loads(package.read("case.json"))
        names = set(package.namelist())
    assert [step["content"]["step"] for step in content["steps"]] == ["register_spot", "tell_spot", "decide_spot"]
    assert len(content["documents"]) == Document.objects.filter(case_id=told.id).count() > 0
    assert content["sealed"] is True
    assert {"checkpoint", "key", "case.json"} <= names
    for document in content["documents"]:
        assert document["file"] in names


def changed(file: Path, member: str, place: int = -1) -> Path:
    """A copy with one bit of one byte of a member turned."""
    with zipfile.ZipFile(file) as package:
        members = {info.filename: package.read(info) for info in package.infolist()}
    raw = bytearray(members[member])
    where = len(raw) // 2 if place < 0 else place
    raw[where] ^= 1
    members[member] = bytes(raw)
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, content in members.items():
            package.writestr(name, content)
    copy = file.with_name("changed.zip")
    copy.write_bytes(made.getvalue())
    return copy


def test_a_byte_changed_in_any_member_is_found(told: Telling, tmp_path: Path) -> None:
    file = exported(told, "zhoulin", tmp_path)
    assert verified(file, "--key", vkey())[0] == 0
    with zipfile.ZipFile(file) as package:
        names = package.namelist()
    for name in names:
        code, said = verified(changed(file, name), "--key", vkey())
        if name == "key":
            assert code in {0, 1, 2}  # a convenience: trust comes from the published key, which was given
            continue
        assert code != 0, f"{name}: {said}"


@pytest.mark.parametrize("seq", [1, 2, 3])
def test_the_step_that_was_changed_is_named(told: Telling, tmp_path: Path, seq: int) -> None:
    file = exported(told, "zhoulin", tmp_path)
    with zipfile.ZipFile(file) as package:
        text = package.read("case.json").decode()
    told_by = story("simple")["steps"][seq - 1]["data"][{1: "facts_found", 2: "defence", 3: "discretion_reason"}[seq]]
    spoilt = text.replace(told_by, f"{told_by[:-1]}！")
    assert spoilt != text
    copy = rewritten(file, "case.json", spoilt.encode())
    code, said = verified(copy, "--key", vkey(), "--all")
    assert code == 1
    assert f"第 {seq} 步" in said or f"步骤 {seq}" in said, said


def rewritten(file: Path, member: str, content: bytes | None) -> Path:
    copy = file.with_name("rewritten.zip")
    with zipfile.ZipFile(file) as package, zipfile.ZipFile(copy, "w") as made:
        for info in package.infolist():
            if info.filename != member:
                made.writestr(info.filename, package.read(info))
            elif content is not None:
                made.writestr(info.filename, content)
    return copy


def test_no_member_can_be_left_out(told: Telling, tmp_path: Path) -> None:
    file = exported(told, "zhoulin", tmp_path)
    with zipfile.ZipFile(file) as package:
        names = package.namelist()
    for name in names:
        code, said = verified(rewritten(file, name, None), "--key", vkey())
        assert code != 0, f"{name}: {said}"


def test_the_last_step_can_not_be_cut_off(told: Telling, tmp_path: Path) -> None:
    file = exported(told, "zhoulin", tmp_path)
    with zipfile.ZipFile(file) as package:
        content: dict[str, Any] = json.loads(package.read("case.json"))
    content["steps"].pop()
    assert verified(rewritten(file, "case.json", json.dumps(content, ensure_ascii=False).encode()), "--key", vkey())[0] != 0


def test_another_key_proves_nothing(told: Telling, tmp_path: Path) -> None:
    from fadu.ledger.keys import Signer

    file = exported(told, "zhoulin", tmp_path)
    assert verified(file, "--key", Signer("localhost/log", bytes(32)).vkey)[0] != 0


def test_the_case_goes_on_and_is_exported_again(told: Telling, tmp_path: Path) -> None:
    first = exported(told, "zhoulin", tmp_path)
    for name in list(told.steps)[3:]:
        told.take(name)
    call_command("work", "--once")
    later = tmp_path / "later"
    later.mkdir()
    second = exported(told, "zhoulin", later)
    for file in (first, second):
        code, said = verified(file, "--key", vkey())
        assert code == 0, said
    assert Leaf.objects.filter(case_id=told.id, kind="seal").count() == 2


def test_a_case_corrected_is_proved_with_its_correction(told: Telling, tmp_path: Path) -> None:
    told.correct("register_spot", {"place": "示范县南街商场一层西侧疏散通道"}, when="2026-09-14T11:00")
    call_command("work", "--once")
    code, said = verified(exported(told, "zhoulin", tmp_path), "--key", vkey())
    assert code == 0, said


def test_papers_that_wait_stop_no_export(bureau: Bureau, tmp_path: Path) -> None:
    """Exported before the worker came: the steps are proved, the papers follow with the next export."""
    case = Telling(bureau.general(), "simple").until("decide_spot")
    code, said = verified(exported(case, "zhoulin", tmp_path), "--key", vkey())
    assert code == 0, said


@pytest.mark.parametrize("name", ["admin"])
def test_who_may_not_exports_nothing(told: Telling, tmp_path: Path, name: str) -> None:
    before = Leaf.objects.count()
    with pytest.raises(NotAllowed):
        exported(told, name, tmp_path)
    assert Leaf.objects.count() == before
    assert not list(tmp_path.glob("*.zip"))


def test_the_page_hands_it_over(told: Telling, tmp_path: Path) -> None:
    answer = client_of(told.bureau, "zhoulin").post(f"/cases/{told.id}/package.zip")
    assert answer.status_code == 200
    file = tmp_path / "handed.zip"
    file.write_bytes(b"".join(answer.streaming_content))
    assert verified(file, "--key", vkey())[0] == 0
    assert "zip" in answer["Content-Disposition"]


def test_a_receipt_of_each_step_is_verified_alone(told: Telling) -> None:
    from fadu.cases.services.record import content_of
    from fadu.ledger.receipt import Receipt, verify

    sequence_all()
    client = client_of(told.bureau, "zhoulin")
    for row in Step.objects.filter(case_id=told.id):
        receipt = Receipt.from_json(client.get(f"/cases/{told.id}/receipt/{row.seq}.json").content)
        verify(receipt, content_of(row), vkey())
