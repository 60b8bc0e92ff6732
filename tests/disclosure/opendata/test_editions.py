"""Files of an edition, read back by readers of their own: every row, every sign; what was withdrawn is in none of them, at once."""

import csv
import hashlib
import io
import json
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.utils import timezone

from fadu.cases.models import Leaf
from fadu.cases.services import proofs
from fadu.cases.services.log import sequence_all, vkey
from fadu.disclosure import services as publishing
from fadu.disclosure.models import Kind, Publication, Shown, State
from fadu.disclosure.opendata import selectors, services, writing
from fadu.disclosure.opendata.datasets import DATASETS, RECORDS
from fadu.disclosure.opendata.models import Edition, Recall
from fadu.ledger import receipt as receipts
from fadu.ledger.entry import Entry, commitment
from tests.disclosure.opendata import world
from tests.disclosure.test_releasing import released

PARQUET = "import json, sys, polars; print(json.dumps(polars.read_parquet(sys.argv[1]).rows(named=True), default=str))"


def made() -> Path:
    edition = services.refresh()
    assert edition is not None
    return selectors.place() / edition.folder


def of_csv(path: Path) -> list[dict[str, str]]:
    """As the csv module reads it, and as we say that the guard is taken off."""
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.endswith(b"\r\n")
    read = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
    return [{name: value.removeprefix("'") for name, value in row.items()} for row in read]


def of_lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_bytes().split(b"\n")[:-1]]


def of_parquet(path: Path) -> list[dict[str, Any]]:
    """As polars reads it in a process that knows nothing of us."""
    data = path.read_bytes()
    assert data[:4] == data[-4:] == b"PAR1"
    told = subprocess.run([sys.executable, "-c", PARQUET, str(path)], capture_output=True, text=True, check=True)
    found: list[dict[str, Any]] = json.loads(told.stdout)
    return found


def counted(table: str, where: str = "1=1") -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table} WHERE {where}")
        return int(cursor.fetchone()[0])


def test_three_formats_say_what_the_database_says(rows: list[Publication]) -> None:
    world.taken_down(rows[-2])
    folder = made()
    expected = {str(row.pk): row for row in Shown.objects.filter(state=State.SHOWN)}
    lines = of_lines(folder / "records.jsonl")
    assert {row["id"] for row in lines} == set(expected)
    assert len(lines) == counted("disclosure_shown", "state = 'shown'") == len(rows) - 1
    for row in lines:
        shown = expected[row["id"]]
        assert row["facts"] == shown.record["facts"]  # every sign of it, formulas and all
        assert (row["number"], row["organ_id"], row["decided_on"]) == (shown.number, shown.organ_id, shown.decided_on.isoformat())
        assert "not_public" not in row
    assert b"\xe5\x86\x85\xe9\x83\xa8\xe6\x84\x8f\xe8\xa7\x81" not in b"".join(path.read_bytes() for path in folder.glob("*.csv"))  # 内部意见
    for name, dataset in DATASETS.items():
        text = of_lines(folder / f"{name}.jsonl")
        assert of_parquet(folder / f"{name}.parquet") == text
        assert of_csv(folder / f"{name}.csv") == [{key: "" if value is None else str(value) for key, value in row.items()} for row in text]
        assert [column.name for column in dataset.columns] == list(text[0] if text else [column.name for column in dataset.columns])
    assert len(of_lines(folder / "organs.jsonl")) == counted("agencies_organ")
    assert len(of_lines(folder / "withdrawn.jsonl")) == counted("disclosure_shown", "state <> 'shown'") == 1


def test_no_cell_is_a_formula(rows: list[Publication]) -> None:
    folder = made()
    data = (folder / "records.csv").read_bytes().decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(data, newline="")) for cell in row]
    assert [cell for cell in cells if cell.lstrip()[:1] in set("=+-@＝＋－＠") or cell[:1] in set("\t\r\n")] == []
    facts = [row["facts"] for row in csv.DictReader(io.StringIO(data, newline=""))]
    assert [fact for fact in facts if fact.startswith("'")] == [f"'{text}" for text in world.FORMULAS]


def test_the_description_is_true(rows: list[Publication]) -> None:
    folder = made()
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    by = {resource["path"]: resource for resource in package["resources"]}
    assert set(by) == {f"{name}.{form}" for name in DATASETS for form in ("csv", "jsonl", "parquet")} | {"changes.jsonl"}
    for name, told in by.items():
        data = (folder / name).read_bytes()
        assert (told["bytes"], told["hash"]) == (len(data), f"sha256:{hashlib.sha256(data).hexdigest()}")
        if name.endswith(".csv"):
            head = data.decode("utf-8-sig").split("\r\n", 1)[0].split(",")
            assert head == [field["name"] for field in told["schema"]["fields"]]
            assert all(field["title"] and "来源" in field["description"] for field in told["schema"]["fields"])
    for name in DATASETS:
        judge = jsonschema_rs.validator_for(json.loads((folder / f"{name}.schema.json").read_text("utf-8")))
        for row in of_lines(folder / f"{name}.jsonl"):
            judge.validate(row)
    catalogue = json.loads((folder / "catalog.jsonld").read_text("utf-8"))
    assert {part["dcat:downloadURL"]["@id"].rpartition("/")[2] for each in catalogue["dcat:dataset"] for part in each["dcat:distribution"]} == set(by)
    assert package["licenses"][0]["name"] == "CC-BY-4.0"
    assert "示范县市场监督管理局" in package["attribution"]


def test_what_is_withdrawn_is_not_served_from_that_moment_and_leaves_every_file(bureau: Any, decided: Publication) -> None:
    """行政处罚法第四十八条第二款, through the service that withdraws."""
    row = released(bureau, decided)
    sequence_all()
    folder, public = made(), Client()
    number, words = Shown.objects.get().number, "清河食品店"
    assert words in public.get("/open/data/latest/records.csv").getvalue().decode()
    assert services.refresh(only_due=True) is None
    publishing.withdraw(bureau.who("liwei"), row.pk, "行政复议决定撤销原处罚决定")
    for name in ("records.csv", "records.jsonl", "records.parquet", "changes.jsonl"):
        for place in ("latest", folder.name):
            answer = public.get(f"/open/data/{place}/{name}")
            assert (answer.status_code, answer.json()["type"], answer["Retry-After"]) == (503, "fadu:renewing", "60")
    assert public.get("/open/data/latest/organs.csv").status_code == 200
    assert "正在重新生成" in public.get("/open/data/").content.decode()
    sequence_all()
    renewed = services.refresh(only_due=True)
    assert renewed is not None
    assert not folder.exists()
    assert not Recall.objects.exists()
    for path in (selectors.place() / renewed.folder).iterdir():
        assert words.encode() not in path.read_bytes(), path.name
    [stone] = of_lines(selectors.place() / renewed.folder / "withdrawn.jsonl")
    assert (stone["id"], stone["number"], stone["reason"]) == (str(row.pk), number, "行政复议决定撤销原处罚决定")
    changes = of_lines(selectors.place() / renewed.folder / "changes.jsonl")
    assert [(change["id"], change["op"]) for change in changes] == [(str(row.pk), "remove")]
    assert words not in public.get("/open/data/latest/records.csv").getvalue().decode()
    assert public.get(f"/open/data/{folder.name}/records.csv").status_code == 404
    assert services.refresh(only_due=True) is None


@pytest.mark.parametrize("kind", [Kind.CORRECT, Kind.WITHDRAW, Kind.END])
def test_what_is_taken_back_while_an_edition_is_written_calls_for_the_next(rows: list[Publication], monkeypatch: pytest.MonkeyPatch, kind: Kind) -> None:
    write = writing.write

    def interrupted(dataset: Any, folder: Path) -> Any:
        if dataset.id == "organs":  # the records are written by now
            world.done(rows[0], kind, "撤回", shown={})
        return write(dataset, folder)

    monkeypatch.setattr(writing, "write", interrupted)
    services.refresh()
    assert selectors.stale()
    assert Client().get("/open/data/latest/records.csv").status_code == 503
    monkeypatch.undo()
    assert services.refresh(only_due=True) is not None
    assert not selectors.stale()


def test_a_release_or_a_decision_not_to_show_takes_nothing_back(rows: list[Publication]) -> None:
    made()
    world.published(rows[0].organ)
    world.done(rows[0], Kind.LEAVE_OUT)
    assert not Recall.objects.exists()


def test_an_edition_is_proved_by_the_log(rows: list[Publication]) -> None:
    folder = made()
    sequence_all()
    leaf = Leaf.objects.get(kind="opendata")
    content = proofs.kinds()["opendata"](leaf)
    assert Entry.from_bytes(bytes(leaf.entry)).commit == commitment(bytes(leaf.salt), content)
    sha256 = hashlib.sha256((folder / "records.csv").read_bytes()).hexdigest()
    told = Client().get("/api/open/v1/verify", {"sha256": sha256}).json()
    assert (told["known"], told["kind"], told["current"]) == (True, "opendata", True)
    receipt = receipts.Receipt.from_dict(told["receipt"])  # checked by whoever has it, with the public key alone
    receipts.verify(receipt, told["receipt"]["content"], vkey())
    assert sha256 in {file["sha256"] for file in told["receipt"]["content"]["files"]}
    other = Client().get("/api/open/v1/verify", {"sha256": "0" * 64}).json()
    assert (other["known"], other["receipt"]) == (False, None)


def test_days_come_and_go(rows: list[Publication], settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.FADU_OPENDATA_KEEP = 3
    start = timezone.make_aware(datetime(2026, 8, 1, 4))
    for hours, expected in ((0, "2026-08-01"), (10, None), (22, None), (23, "2026-08-02"), (24, None), (47, "2026-08-03"), (71, "2026-08-04")):
        monkeypatch.setattr(timezone, "now", lambda hours=hours: start + timedelta(hours=hours))
        edition = services.refresh(only_due=True)
        assert (edition and edition.folder) == expected, hours
    assert sorted(path.name for path in selectors.place().iterdir() if path.is_dir()) == ["2026-08-02", "2026-08-03", "2026-08-04"]
    again = services.refresh()
    assert again is not None
    assert again.folder == "2026-08-04.2"
    assert Edition.objects.count() == 5


def test_a_crash_leaves_nothing_that_is_served(rows: list[Publication], monkeypatch: pytest.MonkeyPatch) -> None:
    folder = made()

    def full(*_: Any) -> Any:
        raise OSError("no space left")

    monkeypatch.setattr(writing, "write_lines", full)
    with pytest.raises(OSError, match="space"):
        services.refresh()
    assert selectors.current() == Edition.objects.get()
    monkeypatch.undo()
    second = made()
    assert sorted(path.name for path in selectors.place().iterdir() if path.is_dir()) == sorted([folder.name, second.name])


def test_the_command_makes_and_checks(rows: list[Publication]) -> None:
    out = io.StringIO()
    call_command("opendata", stdout=out)
    assert "records.parquet" in out.getvalue()
    call_command("opendata", "--due", stdout=out)
    assert "没有生成" in out.getvalue()
    call_command("opendata", "--check", stdout=out)
    (selectors.place() / Edition.objects.get().folder / "items.csv").write_text("x")
    with pytest.raises(CommandError, match=r"items\.csv"):
        call_command("opendata", "--check", stdout=out)


def test_rows_are_read_by_key_and_none_is_missed(rows: list[Publication], monkeypatch: pytest.MonkeyPatch) -> None:
    from fadu.disclosure.opendata.datasets import records

    monkeypatch.setattr(records, "CHUNK", 3)
    found = [row["id"] for chunk in RECORDS.chunks() for row in chunk]
    assert found == [str(key) for key in Shown.objects.order_by("order").values_list("pk", flat=True)]
