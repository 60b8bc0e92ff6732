"""What the tests of faults run inside a process of an installation of their own: `python -m tests.faults.within COMMAND …`."""

import json
import sys
from typing import Any
from uuid import UUID

import django

django.setup()

from django.core.management import call_command  # noqa: E402 - after Django is ready
from django.db import connection, transaction  # noqa: E402

from fadu.cases.models import Attempt, Case, Leaf, LogHead, Outbox, Step  # noqa: E402
from fadu.cases.services import next_number, take  # noqa: E402
from fadu.cases.services.log import Log, folder, sequence_all, signer, vkey  # noqa: E402
from fadu.cases.services.record import content_of, rebuilt, state_of  # noqa: E402
from fadu.ledger import checkpoint, tree  # noqa: E402
from fadu.ledger.entry import Entry, commitment  # noqa: E402
from fadu.ledger.proofs import verify_consistency  # noqa: E402
from fadu.ledger.receipt import verify  # noqa: E402
from fadu.ledger.storage import Folder  # noqa: E402
from fadu.ledger.tilestore import TileReader  # noqa: E402


def seed(number: str) -> dict[str, Any]:
    """The bureau of the stories with so many cases just filed."""
    from tests.cases.telling import Telling
    from tests.cases.world import Bureau

    call_command("migrate", verbosity=0)
    bureau = Bureau()
    cases = [Telling(bureau).until("file") for _ in range(int(number))]
    return {"cases": [str(case.id) for case in cases], "inspect": cases[0].sent("inspect"), "organ": bureau.bureau.pk}


def check(*notes: str) -> dict[str, Any]:
    """Everything that must hold of the record; `notes` are files with checkpoints that were published before."""
    faults: list[str] = []
    for case in Case.objects.all():
        faults += [f"{case.id}: {fault}" for fault in _faults_of(case)]
    steps, attempts = set(Step.objects.values_list("id", flat=True)), set(Attempt.objects.values_list("id", flat=True))
    refs = dict(Leaf.objects.exclude(kind__in=("document", "seal")).values_list("ref", "kind"))
    faults += [f"leaf of nothing {ref}" for ref in refs if ref not in steps | attempts]
    sequence_all()
    indices = sorted(Leaf.objects.values_list("index", flat=True))
    if indices != list(range(len(indices))) or LogHead.objects.get().size != len(indices):
        faults.append("indices are not 0, 1, 2, …")
    faults += _unproved()
    for name in notes:
        faults += _inconsistent(name)
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA integrity_check")
            faults += [line for (line,) in cursor.fetchall() if line != "ok"]
            cursor.execute("PRAGMA foreign_key_check")
            faults += [str(line) for line in cursor.fetchall()]
    recorded = {str(row.id): [str(row.case_id), row.seq, row.key] for row in Step.objects.all()}
    return {"faults": faults, "steps": recorded, "leaves": len(indices)}


def _faults_of(case: Case) -> list[str]:
    rows = list(Step.objects.filter(case=case).order_by("seq"))
    leaves = {leaf.ref: leaf for leaf in Leaf.objects.filter(case=case, kind="step")}
    told = set(Outbox.objects.filter(case=case, topic="step").values_list("ref", flat=True))
    faults = [] if [row.seq for row in rows] == list(range(1, case.seq + 1)) else [f"steps {[row.seq for row in rows]} of {case.seq}"]
    before = ""
    for row in rows:
        leaf = leaves.pop(row.id, None)
        if leaf is None or row.id not in told:
            faults.append(f"step {row.seq} has no leaf or was not told on")
            continue
        entry = Entry.from_bytes(bytes(leaf.entry))
        sound = entry.commit == commitment(bytes(leaf.salt), content_of(row)) and entry.hash == row.hash and row.prev == before == (entry.prev or "")
        faults += [] if sound else [f"step {row.seq} is not what its leaf commits to"]
        before = row.hash
    faults += [f"leaf of no step {ref}" for ref in leaves]
    kept, anew = state_of(case), rebuilt(case)
    if (kept.stage, kept.seq, dict(kept.facts), kept.passed) != (anew.stage, anew.seq, dict(anew.facts), anew.passed) or case.last_hash != before:
        faults.append("the state kept is not that of the steps")
    return faults


def _unproved() -> list[str]:
    log, faults = Log(), []
    for row in Step.objects.all():
        receipt = log.receipt(Leaf.objects.get(ref=row.id))
        if receipt is None:
            faults.append(f"no receipt of {row.id}")
            continue
        verify(receipt, content_of(row), vkey())
    return faults


def _inconsistent(name: str) -> list[str]:
    """Whether the log as it is now continues the checkpoint of that file."""
    with open(name, encoding="utf-8") as file:  # noqa: PTH123
        seen = checkpoint.verify(file.read(), signer().verifier)
    now = checkpoint.verify(LogHead.objects.get().note, signer().verifier)
    proof = tree.consistency(TileReader(Folder(folder()), now.size), seen.size, now.size)
    return [] if verify_consistency(seen.size, now.size, seen.root, now.root, proof) else [f"the log does not continue its checkpoint of {seen.size}"]


def numbers(organ: str, number: str) -> list[int]:
    """Draw numbers, each in a transaction of its own."""
    found = []
    for _ in range(int(number)):
        with transaction.atomic():
            found.append(next_number(int(organ), "罚", 2026))
    return found


def inspects(case: str, key: str, number: str, data: str) -> list[Any]:
    """Take the same step so many times, by key or without."""
    from fadu.accounts.models import User
    from fadu.accounts.selectors import actor_for
    from tests.cases.telling import at

    who, answers = actor_for(User.objects.get(username="liwei")), json.loads(data)
    made = [take(who, UUID(case), "inspect", answers, taken_at=at("2026-06-04T09:30"), key=key) for _ in range(int(number))]
    return [[str(taken.step_id), taken.seq, taken.repeated] for taken in made]


if __name__ == "__main__":
    commands: dict[str, Any] = {"seed": seed, "check": check, "numbers": numbers, "inspects": inspects}
    sys.stdout.write(json.dumps(commands[sys.argv[1]](*sys.argv[2:])) + "\n")
