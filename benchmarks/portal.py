"""Search and record page of the public portal over HTTP, beside Datasette serving the same rows with its own FTS5, in the same run.

`python -m benchmarks.portal [records]`: PostgreSQL with 1,000,000 records where one answers at FADU_BENCH_POSTGRES, SQLite with 100,000
(both `records` where told). The records are put straight into the table that the portal reads: synthetic, worded as decisions are.
Eight clients keep asking a granian of two processes, on the cores of the clients and of the database; the clients' own time is in it. The peer
indexes triples of signs, so that words of two are not found there, which makes them quick.
"""

import json
import os
import random
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
import uuid
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import quote

from benchmarks._portal_rows import fill, organ_name, questions, record

CLIENTS, SECONDS, WARM = 8, 20.0, 4.0
SEARCH = {"PostgreSQL": 80, "SQLite": 120}
RECORD = 30


def ask(port: int, paths: Callable[[int], Iterator[tuple[str, str]]], seconds: float) -> dict[str, list[float]]:
    """What each client waited for each kind of question, in milliseconds."""
    waited: dict[str, list[float]] = {}
    lock, faults = threading.Lock(), []
    start = time.perf_counter()

    def client(number: int) -> None:
        wire = HTTPConnection("127.0.0.1", port, timeout=60)
        mine: list[tuple[str, float]] = []
        for kind, path in paths(number):
            began = time.perf_counter()
            if began - start > seconds + WARM:
                break
            wire.request("GET", path)
            answer = wire.getresponse()
            answer.read()
            if answer.status not in {200, 404}:
                faults.append((answer.status, path))
            if began - start > WARM:
                mine.append((kind, (time.perf_counter() - began) * 1000))
        with lock:
            for kind, milliseconds in mine:
                waited.setdefault(kind, []).append(milliseconds)

    threads = [threading.Thread(target=client, args=(number,)) for number in range(CLIENTS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not faults, faults[:3]
    return waited


def p95(values: list[float]) -> float:
    """The value that 95 of 100 do not exceed."""
    return sorted(values)[int(len(values) * 0.95)] if values else float("nan")


def free() -> int:
    """A port that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def served(command: list[str], port: int, path: str, env: dict[str, str]) -> subprocess.Popen[bytes]:
    """A server that answers."""
    server = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    until = time.monotonic() + 120
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=30).read()
        except OSError:
            time.sleep(0.3)
        else:
            return server
    server.kill()
    raise RuntimeError(f"{command[0]} does not answer")


def ours_asked(count: int) -> tuple[Callable[[int], Iterator[tuple[str, str]]], Callable[[int], Iterator[tuple[str, str]]]]:
    """Searches and record pages of ours."""
    top = 1_609_729_200_000 << 20

    def searches(client: int) -> Iterator[tuple[str, str]]:
        for place, (kind, asked) in enumerate(questions(count)):
            if place % CLIENTS != client:
                continue
            if kind == "second":
                asked["after"] = str(top + (count * 9 // 10 << 30))
            yield kind, "/open/results/?" + "&".join(f"{name}={quote(value)}" for name, value in asked.items())

    def pages(client: int) -> Iterator[tuple[str, str]]:
        dice = random.Random(client)
        while True:
            yield "record", f"/open/{uuid.UUID(int=dice.randrange(count) + 1)}/"

    return searches, pages


def peer_asked(count: int) -> tuple[Callable[[int], Iterator[tuple[str, str]]], Callable[[int], Iterator[tuple[str, str]]]]:
    """The same of Datasette: its table page with its search, its facets of kind and organ, its row page."""

    def searches(client: int) -> Iterator[tuple[str, str]]:
        for place, (kind, asked) in enumerate(questions(count)):
            if place % CLIENTS != client:
                continue
            words = " ".join(f'"{word}"' for word in asked.get("q", "").split())
            organ = int(asked.get("organ", 0))
            rest = {
                "act": asked.get("act"),
                "decided_on__startswith": asked.get("year"),
                "organ": organ_name(organ) if organ else None,
                "_next": str(count * 9 // 10) if kind == "second" else None,
            }
            told = "".join(f"&{name}={quote(value)}" for name, value in rest.items() if value)
            yield kind, f"/peer/records?_searchmode=raw&_search={quote(words)}&_sort_desc=id&_size=20&_facet=act&_facet=organ{told}"

    def pages(client: int) -> Iterator[tuple[str, str]]:
        dice = random.Random(client)
        while True:
            yield "record", f"/peer/records/{dice.randrange(count)}"

    return searches, pages


def child(what: str, *arguments: str, **environment: str) -> Any:
    """Run a part in a process of its own."""
    env = {**os.environ, "DJANGO_SETTINGS_MODULE": "fadu.site.settings", **environment}
    done = subprocess.run([sys.executable, "-m", "benchmarks.portal", what, *arguments], env=env, check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(done.stdout.strip().splitlines()[-1])


def measured(name: str, count: int, folder: Path, url: str, seconds: float) -> None:
    """Print the line of one database."""
    from fadu.law import codes

    assert codes
    record.of = count  # type: ignore[attr-defined]
    peer = folder / "peer.db"
    env = {"FADU_DATA": str(folder / "data"), "FADU_DATABASE_URL": url}
    (folder / "data").mkdir(parents=True)
    child("fill", str(count), str(peer), **env)
    port = free()
    granian = [str(Path(sys.executable).with_name("granian")), "--interface", "wsgi", "--workers", "2", "--blocking-threads", "2", "--port", str(port)]
    env = {**os.environ, **env, "DJANGO_SETTINGS_MODULE": "fadu.site.settings", "FADU_HOSTS": "127.0.0.1"}
    subprocess.run([sys.executable, "-m", "django", "collectstatic", "--noinput", "-v0"], env=env, check=True)
    server = served([*granian, "fadu.site.wsgi:application"], port, "/open/", env)
    try:
        searches, pages = ours_asked(count)
        ours, record_page = ask(port, searches, seconds), ask(port, pages, seconds / 2)["record"]
    finally:
        server.terminate()
        server.wait()
    whole = [value for values in ours.values() for value in values]
    beside = beside_datasette(peer, count, seconds, p95(whole), p95(record_page))
    kinds = ", ".join(f"{kind} {p95(values):.0f}" for kind, values in sorted(ours.items()))
    ok = "met" if p95(whole) <= SEARCH[name] and p95(record_page) <= RECORD else "MISSED"
    print(
        f"portal on {name}, {count:,} records, {CLIENTS} clients, load {os.getloadavg()[0]:.1f}: search p95 {p95(whole):.0f} ms (target <= {SEARCH[name]}), record page "
        f"p95 {p95(record_page):.0f} ms (target <= {RECORD}): {ok}; {len(whole) / seconds:.0f} searches/s; p95 by kind: {kinds}; {beside}",
        flush=True,
    )


def beside_datasette(peer: Path, count: int, seconds: float, search: float, page: float) -> str:
    """Datasette with the same rows, asked in the same way."""
    port = free()
    uv = shutil.which("uv") or str(Path(sys.executable).with_name("uv"))
    command = [uv, "run", "--no-project", "--quiet", "--python", "3.11", "--with", "datasette", "datasette", str(peer), "--port", str(port)]
    try:
        server = served([*command, "--setting", "sql_time_limit_ms", "20000", "--setting", "facet_time_limit_ms", "2000"], port, "/", dict(os.environ))
    except (OSError, RuntimeError):
        return "Datasette not installable here"
    try:
        searches, pages = peer_asked(count)
        theirs = [value for values in ask(port, searches, seconds).values() for value in values]
        rows = ask(port, pages, seconds / 2)["record"]
    finally:
        server.terminate()
        server.wait()
    return f"Datasette search p95 {p95(theirs):.0f} ms, ratio {p95(theirs) / search:.1f}; row page p95 {p95(rows):.0f} ms, ratio {p95(rows) / page:.1f}"


def main() -> None:
    """A line for PostgreSQL, where there is one, and for SQLite."""
    told = int(sys.argv[1]) if len(sys.argv) > 1 else 0
    seconds = float(os.environ.get("FADU_BENCH_SECONDS", SECONDS))
    only = os.environ.get("FADU_BENCH_ONLY", "")
    server = os.environ.get("FADU_BENCH_POSTGRES", "postgresql://postgres@127.0.0.1:5432")
    script, name = str(Path(__file__).parents[1] / "scripts" / "postgres.py"), f"fadu_portal_{os.getpid()}"
    if only != "SQLite" and subprocess.run([sys.executable, script, "make", server, name], check=False, capture_output=True).returncode == 0:
        try:
            with tempfile.TemporaryDirectory() as folder:
                measured("PostgreSQL", told or 1_000_000, Path(folder), f"{server}/{name}", seconds)
        finally:
            subprocess.run([sys.executable, script, "drop", server, name], check=False, capture_output=True)
    if only != "PostgreSQL":
        with tempfile.TemporaryDirectory() as folder:
            measured("SQLite", told or 100_000, Path(folder), "", seconds)


if __name__ == "__main__":
    if sys.argv[1:2] == ["fill"]:
        import django

        django.setup()
        fill(*sys.argv[2:])
    else:
        main()
