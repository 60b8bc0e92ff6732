"""Milliseconds to find one household among a million by code, whole name or the beginning of a name, beside plain SQL in the same run.

`python -m benchmarks.household [households]` runs on SQLite, and on PostgreSQL where one answers at FADU_BENCH_POSTGRES. Ours is
`household.selectors.sought` as a page asks it, reach included, over blind indexes; the peer reads the same rows by their primary
key, and by LIKE on the column that is open. Names and codes are made by number, each once, so that what is found is known.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

HOUSEHOLDS = 1_000_000
ASKED = 200
"""Lookups of each kind, spread evenly over the whole."""
TARGET = 50.0
"""Milliseconds that the slowest twentieth of lookups may begin at."""
PIECE = 20_000
SHELF = 1_000
"""Every so many enterprises begin with the same characters: what the beginning of a name finds."""


def key_of(number: int) -> uuid.UUID:
    """The id of household n."""
    return uuid.UUID(int=(number * 0x9E3779B97F4A7C15) % (1 << 64) << 64 | number)


def name_of(number: int) -> str:
    """Its name."""
    return f"示范{number // SHELF:05d}号商行{number % SHELF:03d}店"


def code_of(number: int) -> str:
    """Its code; the check sign is not asked for here."""
    return f"92130999MA{number:07d}X"


def fill(count: int) -> float:
    """A million households, as `fadu household rebuild` would derive them; seconds."""
    from django.core.management import call_command
    from django.db import connection

    from fadu.evidence.household import keys
    from fadu.evidence.household.models import Household

    call_command("migrate", verbosity=0)
    began = time.perf_counter()
    for start in range(0, count, PIECE):
        rows = []
        for number in range(start, min(start + PIECE, count)):
            key = key_of(number)
            indexes = {"code_index": keys.of_code(code_of(number)), "name_index": keys.of_name(name_of(number))}
            rows.append(Household(id=key, kind="individual", shown_as=name_of(number), first=key, root_id=key, **indexes))
        Household.objects.bulk_create(rows, batch_size=2_000)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return time.perf_counter() - began


def timed(ask: Callable[[int], Any], right: Callable[[int, Any], bool], count: int) -> list[float]:
    """Milliseconds of each lookup, in order; what comes back must be what was meant."""
    ask(0)
    took = []
    for number in range(0, count, max(1, count // ASKED)):
        began = time.perf_counter()
        found = ask(number)
        took.append((time.perf_counter() - began) * 1000)
        assert right(number, found), (number, found)
    return sorted(took)


def measure(households: str) -> None:
    """Fill a database and ask it, ours and the peer's turn about."""
    from django.db import connection

    from fadu.accounts.actors import SYSTEM
    from fadu.evidence.household.selectors.households import sought

    count = int(households)
    filled = fill(count)

    def plain(query: str, *values: Any) -> list[Any]:
        with connection.cursor() as cursor:
            cursor.execute(query, values)
            return list(cursor.fetchall())

    def by_key(number: int) -> list[Any]:
        key = key_of(number)
        return plain("SELECT id, shown_as FROM household_household WHERE id = %s", key if connection.vendor == "postgresql" else key.hex)

    def first(number: int, found: Any) -> bool:
        return [one.pk for one in found] == [key_of(number)]

    def shelf(number: int, found: Any) -> bool:
        return 0 < len(found) <= 30 and all(one.shown_as.startswith(name_of(number)[:9]) for one in found)

    result = {
        "filled": filled,
        "code": timed(lambda number: sought(SYSTEM, code_of(number)), first, count),
        "name": timed(lambda number: sought(SYSTEM, name_of(number)), first, count),
        "beginning": timed(lambda number: sought(SYSTEM, name_of(number)[:9]), shelf, count),
        "key": timed(by_key, lambda number, found: found[0][1] == name_of(number), count),
        "like": timed(
            lambda number: plain("SELECT id, shown_as FROM household_household WHERE shown_as LIKE %s LIMIT 30", f"{name_of(number)[:9]}%"),
            lambda number, found: 0 < len(found) <= 30 and found[0][1].startswith(name_of(number)[:9]),
            min(count, 20_000),  # it may read the whole table: a few are enough to see it
        ),
    }
    print(json.dumps(result))


def databases() -> Iterator[tuple[str, str]]:
    """SQLite, and PostgreSQL where one answers: a name and an address."""
    yield "SQLite", ""
    server = os.environ.get("FADU_BENCH_POSTGRES", "postgresql://postgres@127.0.0.1:5432")
    script, name = str(Path(__file__).parents[1] / "scripts" / "postgres.py"), f"fadu_household_{os.getpid()}"
    if subprocess.run([sys.executable, script, "make", server, name], check=False, capture_output=True).returncode:
        print(f"household: no PostgreSQL answers at {server}", file=sys.stderr)
        return
    try:
        yield "PostgreSQL", f"{server}/{name}"
    finally:
        subprocess.run([sys.executable, script, "drop", server, name], check=True, capture_output=True)


def child(households: str, data: str, url: str) -> dict[str, Any]:
    """Measure in a process and a database of its own."""
    env = {**os.environ, "DJANGO_SETTINGS_MODULE": "fadu.site.settings", "FADU_DATA": data, "FADU_DATABASE_URL": url}
    done = subprocess.run([sys.executable, "-m", "benchmarks.household", "measure", households], env=env, check=True, stdout=subprocess.PIPE, text=True)
    found: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return found


def p95(took: list[float]) -> float:
    """Where the slowest twentieth begins."""
    return took[min(len(took) - 1, int(len(took) * 0.95))]


def main(households: str) -> None:
    """One line a database."""
    worst = 0.0
    for name, url in databases():
        with tempfile.TemporaryDirectory(prefix="fadu-household-") as data:
            found = child(households, data, url)
        ours = {what: found[what] for what in ("code", "name", "beginning")}
        worst = max(worst, *(p95(took) for took in ours.values()))
        told = "，".join(f"{what} p50 {statistics.median(took):.2f} p95 {p95(took):.2f}" for what, took in ours.items())
        peer = "，".join(f"{what} p50 {statistics.median(found[what]):.2f} p95 {p95(found[what]):.2f}" for what in ("key", "like"))
        print(f"household {name} {int(households):,} households (filled in {found['filled']:.0f} s) | ours ms: {told} | plain SQL ms: {peer}")
    print(f"household worst p95 {worst:.2f} ms | target {TARGET:.0f} ms | {'ok' if worst <= TARGET else 'MISSED'}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["measure"]:
        import django

        django.setup()
        measure(sys.argv[2])
    else:
        main(sys.argv[1] if len(sys.argv) > 1 else str(HOUSEHOLDS))
