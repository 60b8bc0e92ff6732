"""Rows a second into an edition of the open data, beside the csv module and polars writing rows that lie in memory; and how much memory it takes.

`python -m benchmarks.opendata [rows]` fills a scratch SQLite with so many published records (1,000,000 unless told), writes an edition in a process of
its own, and prints one line of JSON. The peers have the easier work: they read no database, write one format, hash nothing and guard against nothing.
"""

import csv
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

FACTS = "当事人经营的食品超过保质期，执法人员在货架上查获，当事人不能提供进货查验记录。"
CHUNK = 20_000
SHOWN = """INSERT INTO disclosure_shown (publication_id, organ_id, organ_name, act, number, party, party_code, title, item, decided_on, shown_on, state,
    record, grams, "order") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
EVENT = """INSERT INTO disclosure_event (id, publication_id, case_id, kind, at, reason, public_reason, shown, secrets, by_user, by_officer, by_name,
    by_role, leaf_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""


def fill(count: int) -> int:
    """So many records with their events and leaves, written past the services: what is measured is what reads them."""
    from django.core.management import call_command
    from django.db import connection

    from fadu.cases.models.ids import new_id

    call_command("migrate", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA foreign_keys=OFF")
        for name in ("disclosure_event", "cases_leaf"):
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s", [name])
            for (trigger,) in cursor.fetchall():
                cursor.execute(f'DROP TRIGGER "{trigger}"')
        for start in range(0, count, CHUNK):
            shown, leaves, events = [], [], []
            for number in range(start, min(start + CHUNK, count)):
                key, leaf = new_id().hex, number + 1
                record = {
                    "act": "penalty", "organ": "示范县市场监督管理局", "organ_code": "11130999MB0001002D", "number": f"示市监罚〔2026〕{number}号",
                    "party": f"示范县第{number}商店", "party_kind": "法人及非法人组织", "party_code": "92130999MA0FADU011", "cause": "经营超过保质期的食品",
                    "item": "对经营超过保质期食品的处罚", "facts": FACTS, "violated": "食品安全法第三十四条第十项", "basis": "食品安全法第一百二十四条第一款第五项",
                    "kinds": "罚款、没收违法所得", "content": "一、没收违法所得 320 元；二、罚款 5,000 元。", "fine": "5,000.00元", "discretion": "一般阶次",
                }  # fmt: skip
                shown.append((
                    key, 1, record["organ"], "penalty", record["number"], record["party"], record["party_code"], "标题", "SC-CF-100", "2026-07-01", "2026-07-08",
                    "shown", json.dumps(record, ensure_ascii=False), "", number + 1,
                ))  # fmt: skip
                leaves.append((leaf, None, "publication", key, b"s" * 32, b"{}", number))
                events.append((key, key, key, "release", "2026-07-08 10:00:00", None, "", None, "", None, None, "甲", "officer", leaf))
            connection.ensure_connection()
            raw = connection.connection
            raw.execute("BEGIN")
            raw.executemany(SHOWN, shown)
            raw.executemany('INSERT INTO cases_leaf (id, case_id, kind, ref, salt, entry, "index") VALUES (?, ?, ?, ?, ?, ?, ?)', leaves)
            raw.executemany(EVENT, events)
            raw.execute("COMMIT")
    return count


def ours(folder: Path) -> dict[str, Any]:
    """The records in three formats, hashed, as an edition writes them; seconds and the most memory beyond what was there before."""
    from fadu.disclosure.opendata import writing
    from fadu.disclosure.opendata.datasets import RECORDS

    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.perf_counter()
    files = writing.write(RECORDS, folder)
    seconds = time.perf_counter() - began
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {
        "rows": files[0]["rows"],
        "seconds": seconds,
        "peak_mb": most // 1024,
        "grown_mb": (most - before) // 1024,
        "mb": sum(f["bytes"] for f in files) >> 20,
    }


def peers(folder: Path, count: int) -> dict[str, float]:
    """Seconds of the csv module and of polars to write as many rows of the same columns that lie in memory."""
    import polars as pl

    from fadu.disclosure.opendata.datasets import RECORDS

    row = {column.name: (FACTS if column.name == "facts" else "示范县市场监督管理局") for column in RECORDS.columns}
    rows = [row] * count
    began = time.perf_counter()
    with (folder / "peer.csv").open("w", newline="", encoding="utf-8-sig") as file:
        writer = csv.DictWriter(file, list(row))
        writer.writeheader()
        writer.writerows(rows)
    plain = time.perf_counter() - began
    frame = pl.DataFrame({name: [value] * count for name, value in row.items()})
    began = time.perf_counter()
    frame.write_csv(folder / "peer2.csv")
    frame.write_ndjson(folder / "peer.jsonl")
    frame.write_parquet(folder / "peer.parquet")
    return {"csv": plain, "polars": time.perf_counter() - began}


def main() -> None:
    """Fill, write, compare: each in a process of its own, so that none counts the memory of another."""
    if len(sys.argv) > 2:
        import django

        django.setup()
        what, count, folder = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
        told: Any = fill(count) if what == "fill" else ours(folder) if what == "ours" else peers(folder, count)
        print(json.dumps(told))
        return
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    share = max(1, count // 10)
    with tempfile.TemporaryDirectory() as scratch:
        environment = {**os.environ, "FADU_DATA": scratch, "DJANGO_SETTINGS_MODULE": "fadu.site.settings", "FADU_DATABASE_URL": ""}
        out = Path(scratch) / "files"
        out.mkdir()
        done: dict[str, Any] = {}
        for what, rows in (("fill", count), ("ours", count), ("peers", share)):
            command = [sys.executable, "-m", "benchmarks.opendata", what, str(rows), str(out)]
            done[what] = json.loads(subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout)
    written, others = done["ours"], done["peers"]
    pace = written["rows"] / written["seconds"]
    print(
        json.dumps({
            "benchmark": "opendata", "rows": written["rows"], "seconds": round(written["seconds"], 1), "rows_per_second": round(pace),
            "files_mb": written["mb"], "peak_mb": written["peak_mb"], "grown_mb": written["grown_mb"],
            "csv_module_rows_per_second": round(share / others["csv"]), "ratio_to_csv_module": round(pace * others["csv"] / share, 2),
            "polars_three_formats_rows_per_second": round(share / others["polars"]), "ratio_to_polars": round(pace * others["polars"] / share, 2),
        })
    )  # fmt: skip


if __name__ == "__main__":
    main()
