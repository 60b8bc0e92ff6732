"""Seconds to bring in the lists of a province's size from Excel, beside openpyxl and the services for one row, in the same run.

`python -m benchmarks.lists [share]` runs on SQLite, and on PostgreSQL where one answers at FADU_BENCH_POSTGRES; the peer does
`share` of the rows (a tenth unless told) and is reckoned up. A further list is a line in `LISTS`: its sheet, how many rows, what
is entered in row n, and how the peer enters a row.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

TARGET = 60
ORGANS = 300
OFFICERS = 5_000
ITEMS = 8_000
TIERS = 2_001


@dataclass(frozen=True)
class List:
    """A list of the benchmark.

    Attributes:
        sheet: the id of its sheet.
        rows: how many.
        row: what is entered in row n, by field, choices by their keys.
        one: how the peer enters such a row by the service for one; None where a row is no thing by itself.
    """

    sheet: str
    rows: int
    row: Callable[[int], dict[str, Any]]
    one: Callable[[dict[str, Any]], None] | None = None


def organ(number: int) -> dict[str, Any]:
    """One government for each eleven, ten departments below it."""
    from fadu.law.codes import credit_code

    government = number - number % 11
    return {
        "name": f"第{number}号机关",
        "short_name": f"示{number}",
        "code": credit_code(f"11130999MB{number:07d}"),
        "kind": "statutory",
        "field": "government" if number == government else "market",
        "level": "county",
        "parent": "" if number == government else f"第{government}号机关",
        "region_name": "示范县",
        "region_code": "130999",
        "address": f"示范县清河路 {number} 号",
        "phone": "0312-1234567",
        "legal_rep": "李明",
        "bank_name": "示范银行",
        "bank_account": f"62220000{number:08d}",
        "starts_on": "2019-01-01",
    }


def officer(number: int) -> dict[str, Any]:
    """A person with a credential; one in ten is auxiliary and has none."""
    from fadu.law.codes import id_number

    born = date.fromordinal(date(1970, 1, 1).toordinal() + number)
    plain = {
        "organ": f"第{number % ORGANS}号机关",
        "name": f"人员{number}",
        "id_number": id_number(f"130999{born:%Y%m%d}{number % 1000:03d}"),
        "post_title": "一级主任科员",
        "employment": "auxiliary" if number % 10 == 0 else "civil",
        "legal_qualification": number % 3 == 0,
        "starts_on": "2020-01-01",
    }
    if number % 3 == 0:
        plain["legal_qualified_on"] = "2015-03-01"
    if number % 10 == 0:
        return plain
    return plain | {
        "credential_number": f"030607{number:05d}",
        "credential_category": "market",
        "credential_valid_from": "2024-01-01",
        "credential_valid_to": "2028-12-31",
    }


def power(number: int) -> dict[str, Any]:
    """A power item; one in ten is of an inspection."""
    kind = "inspection" if number % 10 == 0 else "penalty"
    plain = {
        "code": f"SC-{number:05d}",
        "name": f"对第{number}种违法行为的{'检查' if kind == 'inspection' else '处罚'}",
        "kind": kind,
        "field": "market",
        "level": "county",
        "bases": "行政处罚法第九条",
        "duties": "立案、调查、决定",
        "since": "2022-01-01",
        "listed_why": "首次编制",
    }
    return plain if kind == "inspection" else plain | {"penalties": ["FINE"], "ranges": "200-5000"}


def tier(number: int) -> dict[str, Any]:
    """A row of the seven-column sheet: three tiers an act, the act told in the first."""
    act, place = divmod(number, 3)
    row = (
        {"label": "轻微", "condition": "面积不足5平方米的", "standard": "处100元以上300元以下罚款"},
        {"label": "一般", "condition": "5平方米以上不足10平方米", "standard": "处300元以上600元以下罚款"},
        {"label": "严重", "condition": "10平方米以上", "standard": "处600元以上1000元以下罚款"},
    )[place]
    if place:
        return row
    return row | {
        "serial": str(act + 1),
        "act": f"第{act + 1}种占道行为",
        "bases": "示范市市容管理条例第十条：处一百元以上一千元以下罚款",
        "issuer": "示范市城市管理局",
    }


def add_power(data: dict[str, Any]) -> None:
    """One item by its service."""
    from fadu.accounts.actors import SYSTEM
    from fadu.catalog import services

    services.list_item(SYSTEM, data)


def add_organ(data: dict[str, Any]) -> None:
    """One organ by its service."""
    from fadu.accounts.actors import SYSTEM
    from fadu.agencies import services
    from fadu.agencies.models import Organ

    above = str(Organ.objects.get(name=data["parent"]).pk) if data.get("parent") else ""
    services.add_organ(SYSTEM, data | {"parent": above})


def add_officer(data: dict[str, Any]) -> None:
    """One person and the credential by their services."""
    from fadu.accounts.actors import SYSTEM
    from fadu.agencies import services
    from fadu.agencies.models import Organ

    data = dict(data)
    card = {name.removeprefix("credential_"): data.pop(name) for name in list(data) if name.startswith("credential_")}
    person = services.add_officer(SYSTEM, Organ.objects.get(name=data.pop("organ")).pk, data)
    if card:
        services.issue_credential(SYSTEM, person.pk, card | {"reason": "benchmark"})


LISTS = (
    List("organs", ORGANS, organ, add_organ),
    List("officers", OFFICERS, officer, add_officer),
    List("items", ITEMS, power, add_power),
    List("benchmarks", TIERS, tier),
)
"""In the order in which one needs the other."""


def write(folder: str) -> None:
    """The lists as worksheets."""
    from django.core.management import call_command

    from fadu.accounts.actors import SYSTEM
    from fadu.sheets.sheet import sheet
    from fadu.sheets.writing import write_list

    call_command("migrate", verbosity=0)  # some forms ask which organs there are
    for item in LISTS:
        which = sheet(item.sheet)
        assert which is not None
        with (Path(folder) / f"{item.sheet}.xlsx").open("wb") as out:
            write_list(which, which.fields(SYSTEM), (item.row(number) for number in range(item.rows)), out)
    print("{}")


def ours(folder: str) -> None:
    """Each list brought in as from its page, the worker included."""
    from django.core.management import call_command

    from fadu.accounts.actors import SYSTEM
    from fadu.sheets import selectors, services
    from fadu.sheets.models import Import, State
    from fadu.sheets.sheet import sheet

    call_command("migrate", verbosity=0)
    seconds = {}
    for item in LISTS:
        which = sheet(item.sheet)
        assert which is not None
        data = (Path(folder) / f"{item.sheet}.xlsx").read_bytes()
        began = time.perf_counter()
        run = services.bring_in(SYSTEM, which, f"{item.sheet}.xlsx", data, "benchmark")
        while services.work_once():
            pass
        seconds[item.sheet] = time.perf_counter() - began
        done = Import.objects.get(pk=run.pk)
        assert done.state == State.DONE, selectors.faults_of(done)[:5] or done.note
        assert done.added == (item.rows if item.one else item.rows // 3)
    print(json.dumps(seconds))


def peer(folder: str, share: str) -> None:
    """Openpyxl and the service for one row, each in its own transaction within one that holds them all."""
    from django.core.management import call_command
    from django.db import transaction
    from openpyxl import load_workbook

    from fadu.accounts.actors import SYSTEM
    from fadu.sheets import cells
    from fadu.sheets.sheet import sheet

    call_command("migrate", verbosity=0)
    seconds = {}
    for item in LISTS:
        which = sheet(item.sheet)
        assert which is not None
        if item.one is None:
            continue
        fields = which.fields(SYSTEM)
        count = max(1, int(item.rows * float(share))) if item.rows > ORGANS else item.rows  # whatever else needs all organs
        began = time.perf_counter()
        page = load_workbook(Path(folder) / f"{item.sheet}.xlsx", read_only=True)[which.title]
        rows = [
            {field.name: value for field, value in zip(fields, row, strict=False) if value is not None} for row in page.iter_rows(min_row=2, values_only=True)
        ]
        reading = time.perf_counter() - began
        began = time.perf_counter()
        with transaction.atomic():
            for row in rows[:count]:
                item.one({field.name: cells.read(field, row[field.name]) for field in fields if field.name in row})
        seconds[item.sheet] = reading + (time.perf_counter() - began) * item.rows / count
    print(json.dumps(seconds))


def child(what: str, *arguments: str, **environment: str) -> Any:
    """Run a part in a process of its own, with a database of its own; what it printed last, as JSON."""
    env = {**os.environ, "DJANGO_SETTINGS_MODULE": "fadu.site.settings", **environment}
    done = subprocess.run([sys.executable, "-m", "benchmarks.lists", what, *arguments], env=env, check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(done.stdout.strip().splitlines()[-1])


def databases() -> Iterator[tuple[str, Callable[[str], str]]]:
    """SQLite, and PostgreSQL where one answers: a name, and a way to have a fresh database for a part."""
    yield "SQLite", lambda _part: ""
    server = os.environ.get("FADU_BENCH_POSTGRES", "postgresql://postgres@127.0.0.1:5432")
    script = str(Path(__file__).parents[1] / "scripts" / "postgres.py")

    def fresh(part: str) -> str:
        name = f"fadu_lists_{part}_{os.getpid()}"
        subprocess.run([sys.executable, script, "make", server, name], check=True, capture_output=True)
        return f"{server}/{name}"

    try:
        fresh("probe")
    except subprocess.CalledProcessError:
        return
    subprocess.run([sys.executable, script, "drop", server, f"fadu_lists_probe_{os.getpid()}"], check=False, capture_output=True)
    yield "PostgreSQL", fresh
    for part in ("ours", "peer"):
        subprocess.run([sys.executable, script, "drop", server, f"fadu_lists_{part}_{os.getpid()}"], check=False, capture_output=True)


def main() -> None:
    """Print a line for each database."""
    share = sys.argv[1] if len(sys.argv) > 1 else "0.1"
    with tempfile.TemporaryDirectory() as folder:
        child("write", folder, FADU_DATA=f"{folder}/write", FADU_DATABASE_URL="")
        for name, fresh in databases():
            mine = child("ours", folder, FADU_DATA=f"{folder}/{name}-ours", FADU_DATABASE_URL=fresh("ours"))
            theirs = child("peer", folder, share, FADU_DATA=f"{folder}/{name}-peer", FADU_DATABASE_URL=fresh("peer"))
            total, beside, same = sum(mine.values()), sum(theirs.values()), sum(mine[name] for name in theirs)
            parts = ", ".join(f"{item.sheet} {item.rows:,} rows {mine[item.sheet]:.1f} s" for item in LISTS)
            met = "met" if total <= TARGET else "MISSED"
            print(
                f"lists on {name}: {parts}; together {total:.1f} s (target <= {TARGET} s: {met}); "
                f"the first {len(theirs)} by openpyxl and the services for one row {beside:.1f} s, ratio {beside / same:.1f}"
            )


if __name__ == "__main__":
    parts = {"write": write, "ours": ours, "peer": peer}
    if len(sys.argv) > 1 and sys.argv[1] in parts:
        import django

        django.setup()
        parts[sys.argv[1]](*sys.argv[2:])
    else:
        main()
