"""Steps per second through the door, and the work list with 100,000 cases.

`python -m benchmarks.door` runs SQLite with one client, and PostgreSQL with four where one answers at
FADU_BENCH_POSTGRES (default postgresql://postgres@127.0.0.1:5432). Peer in the same run: a bare Django insert of one row
with its commit, which is the least that any such platform could do.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path
from typing import Any

CLIENTS = 4
CASES = 12
STORY = Path(__file__).parents[1] / "tests" / "data" / "food_safety.json"


def child(what: str, *arguments: str, **environment: str) -> Any:
    """Run a part of the benchmark in a process of its own; what it printed last, as JSON."""
    env = {**os.environ, "FADU_DEMO": "1", "DJANGO_SETTINGS_MODULE": "fadu.site.settings", "POLARS_MAX_THREADS": "1", **environment}
    done = subprocess.run([sys.executable, "-m", "benchmarks.door", what, *arguments], env=env, check=True, capture_output=True, text=True)
    return json.loads(done.stdout.strip().splitlines()[-1])


def prepare() -> None:
    """A database with the bureau of the tests."""
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    from tests.cases.world import Bureau

    Bureau()
    print("{}")


def steps(cases: int) -> None:
    """Take whole cases, timing each step. Who takes a step is known before, as it is to a page."""
    from django.utils import timezone

    from fadu.accounts.models import User
    from fadu.accounts.selectors import actor_for
    from fadu.agencies.models import Officer
    from fadu.cases.services import register, take
    from fadu.law.forms import Kind
    from fadu.law.registry import procedure_of

    course = procedure_of("penalty.general")
    people = dict(Officer.objects.filter(user__isnull=False).values_list("user__username", "id"))
    actors = {user.username: actor_for(user) for user in User.objects.all()}
    story = []
    for told in json.loads(STORY.read_text("utf-8"))["steps"]:
        named = {field.name for field in course[told["step"]].asks if field.kind is Kind.OFFICERS}
        data = {name: [people[one] for one in value] if name in named else value for name, value in told["data"].items()}
        story.append((told["step"], actors[told["by"]], data, timezone.make_aware(datetime.fromisoformat(told["at"]))))
    spent: list[float] = []

    def whole() -> None:
        case_id = None
        for name, actor, data, moment in story:
            began = time.perf_counter()
            if case_id is None:
                case_id = register(actor, course.id, data, taken_at=moment).case_id
            else:
                take(actor, case_id, name, data, taken_at=moment)
            spent.append(time.perf_counter() - began)

    whole()  # warm: imports, expressions, connections
    spent.clear()
    began = time.perf_counter()
    for _ in range(cases):
        whole()
    print(json.dumps({"spent": spent, "wall": time.perf_counter() - began}))


def bare(count: int) -> None:
    """One insert and its commit, as often."""
    from django.db import transaction

    from fadu.cases.models import Outbox

    began = time.perf_counter()
    for _ in range(count):
        with transaction.atomic():
            Outbox.objects.create(topic="bench")
    print(json.dumps({"wall": time.perf_counter() - began}))


def worklist(count: int) -> None:
    """The first page of the work list with so many cases, as a page and as a query."""
    from django.test import Client

    from fadu.accounts.models import User
    from tests.cases.crowd import crowd

    crowd(count)
    client = Client()
    spent = {}
    for name in ("liwei", "zhaoqiang"):
        client.force_login(User.objects.get(username=name), backend="django.contrib.auth.backends.ModelBackend")
        client.get("/", HTTP_HOST="127.0.0.1")
        times = []
        for _ in range(15):
            began = time.perf_counter()
            assert client.get("/", HTTP_HOST="127.0.0.1").status_code == 200
            times.append(time.perf_counter() - began)
        spent[name] = statistics.median(times)
    print(json.dumps(spent))


def parallel(environment: dict[str, str]) -> tuple[list[float], float]:
    """Four clients at once; every step's time, and the wall of the slowest."""
    env = {**os.environ, "FADU_DEMO": "1", "DJANGO_SETTINGS_MODULE": "fadu.site.settings", "POLARS_MAX_THREADS": "1", **environment}
    running = [
        subprocess.Popen([sys.executable, "-m", "benchmarks.door", "steps", str(CASES)], env=env, stdout=subprocess.PIPE, text=True) for _ in range(CLIENTS)
    ]
    told = [json.loads(process.communicate()[0].strip().splitlines()[-1]) for process in running]
    return [one for each in told for one in each["spent"]], max(each["wall"] for each in told)


def main() -> None:
    """Print the lines."""
    with tempfile.TemporaryDirectory() as folder:
        sqlite = {"FADU_DATA": folder, "FADU_DATABASE_URL": ""}
        child("prepare", **sqlite)
        told = child("steps", str(CASES), **sqlite)
        least = child("bare", "300", **sqlite)["wall"] / 300
        median = statistics.median(told["spent"])
        print(
            f"door: SQLite, 1 client: {len(told['spent']) / told['wall']:.0f} steps/s, p50 {median * 1e3:.1f} ms; a bare insert {least * 1e3:.1f} ms ({median / least:.1f}x)"
        )
        listed = child("worklist", "100000", **sqlite)
        print("worklist: SQLite, 100,000 cases: first page " + ", ".join(f"{name} {spent * 1e3:.0f} ms" for name, spent in listed.items()))
    server = os.environ.get("FADU_BENCH_POSTGRES", "postgresql://postgres@127.0.0.1:5432")
    created = subprocess.run(
        [
            "psql",
            f"{server}/postgres",
            "-qc",
            "drop database if exists fadu_bench",
            "-c",
            "create database fadu_bench template template0 encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'",
        ],
        check=False,
        capture_output=True,
    )
    if created.returncode:
        print("door: PostgreSQL: no server answers, left out")
        return
    with tempfile.TemporaryDirectory() as folder:
        postgres = {"FADU_DATA": folder, "FADU_DATABASE_URL": f"{server}/fadu_bench"}
        child("prepare", **postgres)
        spent, wall = parallel(postgres)
        least = child("bare", "300", **postgres)["wall"] / 300
        print(
            f"door: PostgreSQL, {CLIENTS} clients: {len(spent) / wall:.0f} steps/s, p50 {statistics.median(spent) * 1e3:.1f} ms; a bare insert {least * 1e3:.1f} ms"
        )
        listed = child("worklist", "100000", **postgres)
        print("worklist: PostgreSQL, 100,000 cases: first page " + ", ".join(f"{name} {one * 1e3:.0f} ms" for name, one in listed.items()))


if __name__ == "__main__":
    if len(sys.argv) == 1:
        main()
    else:
        import django

        django.setup()
        {"prepare": prepare, "steps": lambda: steps(int(sys.argv[2])), "bare": lambda: bare(int(sys.argv[2])), "worklist": lambda: worklist(int(sys.argv[2]))}[
            sys.argv[1]
        ]()
