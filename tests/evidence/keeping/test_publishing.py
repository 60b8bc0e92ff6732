"""The log as plain files holds against an implementation written from the specifications; the pages beside it; the page of health."""

import hashlib
import json
import uuid
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client

from fadu.cases.models import Leaf, LogHead
from fadu.cases.services import log
from fadu.documents import storage
from fadu.documents.models import Document
from fadu.evidence.keeping import publishing, selectors
from fadu.evidence.keeping.models import Backup
from fadu.ledger import checkpoint
from fadu.ledger.errors import Forked
from fadu.ledger.monitor.cli import SOUND, monitor
from fadu.ledger.paper.asking import Told
from tests.agencies.world import PASSWORD
from tests.evidence.keeping.conftest import Kept
from tests.evidence.keeping.test_tampering import tamper, victim
from tests.ledger import oracle

pytestmark = pytest.mark.django_db


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_exported_files_are_a_log_of_the_specification(kept: Kept, tmp_path: Path) -> None:
    """C2SP tlog-tiles: entries behind their length in two bytes, tiles of 256 hashes, the root of RFC 9162, an Ed25519 note."""
    assert publishing.export(tmp_path / "out").size == Leaf.objects.count()
    there = files(tmp_path / "out")
    size = Leaf.objects.count()
    bundle, entries = there[f"tile/entries/000.p/{size}"], []
    while bundle:
        length = int.from_bytes(bundle[:2], "big")
        entries.append(bundle[2 : 2 + length])
        bundle = bundle[2 + length :]
    assert entries == [bytes(entry) for entry in Leaf.objects.order_by("index").values_list("entry", flat=True)]
    assert there[f"tile/0/000.p/{size}"] == b"".join(hashlib.sha256(b"\0" + entry).digest() for entry in entries)
    head = checkpoint.read(there["checkpoint"].decode())
    assert head.root == oracle.mth(entries)
    for paper in Document.objects.all():
        told = json.loads(there[f"documents/{paper.pk}.json"])
        path = [__import__("base64").b64decode(node) for node in told["receipt"]["path"]]
        assert path == oracle.path(told["receipt"]["index"], entries)
        assert told["receipt"]["content"]["sha256"] == hashlib.sha256(storage.fetch(paper.sha256)).hexdigest()
    assert monitor([str(tmp_path / "out"), "--key", there["key"].decode(), "--state", str(tmp_path / "state"), "--once"]) == SOUND


def test_exporting_again_writes_what_is_new_only(kept: Kept, tmp_path: Path) -> None:
    publishing.export(tmp_path)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()}
    assert publishing.export(tmp_path) == publishing.Exported(Leaf.objects.count(), 0, 0)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()} == before


def test_another_history_in_the_folder_is_left_alone(kept: Kept, tmp_path: Path) -> None:
    head = checkpoint.read(LogHead.objects.get().note)
    (tmp_path / "checkpoint").write_text(checkpoint.sign(checkpoint.Checkpoint(head.origin, head.size - 1, bytes(32)), log.signer()))
    with pytest.raises(Forked):
        publishing.export(tmp_path)
    assert list(files(tmp_path)) == ["checkpoint"]


def test_lost_files_of_the_log_are_written_anew_from_the_database(kept: Kept) -> None:
    before = files(log.folder())
    for path in (log.folder() / "tile").rglob("*"):
        if path.is_file() and path.name == str(Leaf.objects.count()):
            path.unlink()
    call_command("log", "rebuild")
    assert files(log.folder()) == before


def test_the_holder_of_a_paper_gets_its_receipt_and_nobody_is_named(kept: Kept, client: Client) -> None:
    paper = Document.objects.filter(case=kept.case).exclude(number="").first()
    assert paper is not None
    answer = client.get(f"/log/documents/{paper.pk}.json")
    told = Told.from_json(answer.content)
    assert (told.number, told.sha256, told.superseded) == (paper.number, paper.sha256, paper.superseded)
    assert told.receipt is not None
    assert "吴" not in answer.content.decode()
    assert client.get(f"/log/documents/{uuid.uuid4()}.json").status_code == 404
    assert client.post(f"/log/documents/{paper.pk}.json").status_code == 405


def test_the_status_says_how_many_wait(kept: Kept, client: Client) -> None:
    assert client.get("/log/status.json").json()["pending"] == 0
    tamper(victim("leaf", kept), "index", None)
    assert client.get("/log/status.json").json()["pending"] == 1


@pytest.mark.parametrize(("name", "status"), [("zhoulin", 403), ("linxue", 403), ("wujun", 403), ("zhaomin", 200), ("admin", 200), ("", 302)])
def test_who_sees_the_page_of_health(kept: Kept, client: Client, name: str, status: int) -> None:
    if name:
        assert client.login(username=name, password=PASSWORD, request=_request()) is True
    assert client.get("/log/health/").status_code == status


def _request() -> Any:
    from django.test import RequestFactory

    return RequestFactory().post("/login/")


def test_the_page_of_health_tells_what_was_found(kept: Kept, client: Client) -> None:
    client.force_login(kept.bureau.named["admin"].user)
    assert "还没有核验过" in client.get("/log/health/").content.decode()
    tamper(victim("step", kept), "by_name", "别人")
    with pytest.raises(SystemExit):
        call_command("verify", "--all")
    page = client.get("/log/health/").content.decode()
    assert "不符 1 处" in page
    assert "tell_spot" not in page
    assert '第 <span class="num">2</span> 步' in page
    signs = selectors.health(kept.who("admin")).signs
    assert [sign.state for sign in signs] == ["ok", "bad", "bad"]


def test_a_late_backup_is_marked(kept: Kept) -> None:
    from datetime import timedelta

    from django.utils import timezone

    now = timezone.now()
    for hours, state in ((1, "ok"), (40, "near")):
        Backup.objects.create(began_at=now, ended_at=now - timedelta(hours=hours), size=1, files=1, bytes=1, manifest="0" * 64)
        assert selectors.health(kept.who("admin")).signs[2].state == state
