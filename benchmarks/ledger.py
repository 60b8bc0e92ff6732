"""How fast the log is, beside a peer in the same run.

    .venv/bin/python benchmarks/ledger.py [leaves] [proofs]       (1,000,000 and 2,000 unless told otherwise)

The peer is pymerkle (PyPI), whose in-memory tree keeps every node as a Python object. It is run by `uv run --with
pymerkle` in an environment of its own, so that Fadu does not depend on it; without uv or network only our lines appear.
"""

import json
import random
import resource
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from fadu.ledger import tree
from fadu.ledger.edge import Edge
from fadu.ledger.entry import Entry, commitment
from fadu.ledger.hashing import leaf_hash
from fadu.ledger.keys import Signer
from fadu.ledger.levels import Levels
from fadu.ledger.memory import MemoryStore
from fadu.ledger.proofs import verify_inclusion
from fadu.ledger.sequencer import Sequencer
from fadu.ledger.storage import Folder
from fadu.ledger.tilestore import TileReader, TileWriter

PEER = """
import json, random, resource, sys
from time import perf_counter
from pymerkle import InmemoryTree, verify_inclusion
leaves, proofs = int(sys.argv[1]), int(sys.argv[2])
tree = InmemoryTree(algorithm="sha256")
start = perf_counter()
for number in range(leaves):
    tree.append_entry(b"entry %d" % number)
appended = perf_counter() - start
root, chance = tree.get_state(), random.Random(1)
start = perf_counter()
for _ in range(proofs):
    index = chance.randrange(leaves)
    verify_inclusion(tree.get_leaf(index + 1), root, tree.prove_inclusion(index + 1, leaves))
proved = perf_counter() - start
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
print(json.dumps({"append": leaves / appended, "prove": proofs / proved, "memory": memory}))
"""


def ours_append(leaves: int) -> tuple[float, Levels]:
    """Leaves a second into our in-memory tree, and the tree."""
    levels = Levels()
    start = perf_counter()
    for number in range(leaves):
        levels.append(leaf_hash(b"entry %d" % number))
    return leaves / (perf_counter() - start), levels


def prove(reader: tree.HashReader, levels: Levels, proofs: int) -> float:
    """Inclusion proofs a second, each made and verified, at random places."""
    root, size, chance = levels.root(), levels.size, random.Random(1)
    start = perf_counter()
    for _ in range(proofs):
        index = chance.randrange(size)
        path = tree.inclusion(reader, index, size)
        if not verify_inclusion(reader.hash_at(0, index), index, size, path, root):
            raise SystemExit("a proof does not verify")
    return proofs / (perf_counter() - start)


def write_tiles(folder: Path, leaves: int) -> float:
    """Leaves a second into tiles on disk, without flushing."""
    writer, edge = TileWriter(Folder(folder, durable=False)), Edge()
    start = perf_counter()
    for number in range(leaves):
        for tile, data in edge.append(leaf_hash(b"entry %d" % number)):
            writer.write(tile, data)
    for tile, data in edge.partials():
        writer.write(tile, data)
    return leaves / (perf_counter() - start)


def make_entries(count: int) -> Iterator[bytes]:
    """Entries as a case room makes them: commitment, chain, canonical JSON."""
    prev = None
    for number in range(count):
        commit = commitment(number.to_bytes(32, "big"), {"step": "inspect_scene", "number": number})
        entry = Entry("step", commit, "case-1", f"s{number}", "2026-03-02T08:30:00Z", prev)
        prev = entry.hash
        yield entry.bytes


def sequence(folder: Path, count: int) -> float:
    """Entries a second from pending row to published head, flushed to disk, 4,096 a round."""
    store = MemoryStore()
    for entry in make_entries(count):
        store.add(entry)
    sequencer = Sequencer(store, TileWriter(Folder(folder)), Signer("log.example/bench", bytes(32)))
    start = perf_counter()
    while store.size() < count:
        sequencer.run()
    return count / (perf_counter() - start)


def peer(leaves: int, proofs: int) -> dict[str, float]:
    """The same of pymerkle; empty where it cannot be had."""
    uv = shutil.which("uv")
    if not uv:
        return {}
    command = [
        uv,
        "run",
        "--quiet",
        "--no-project",
        "--with",
        "pymerkle",
        "python",
        "-c",
        PEER,
        str(leaves),
        str(proofs),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd="/")
    if done.returncode:
        sys.stderr.write(done.stderr[-500:])
        return {}
    found: dict[str, float] = json.loads(done.stdout)
    return found


def line(name: str, rate: float, other: float | None, note: str = "") -> None:
    """Print one result, with the peer's beside it."""
    beside = f" | pymerkle in memory {other:,.0f}/s | ratio {rate / other:.1f}x" if other else ""
    sys.stdout.write(f"{name}: {rate:,.0f}/s{beside}{note}\n")
    sys.stdout.flush()


def main() -> None:
    """Print one line for each measurement."""
    leaves = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    proofs = int(sys.argv[2]) if len(sys.argv) > 2 else 2_000
    them = peer(leaves, proofs)
    rate, levels = ours_append(leaves)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    sizes = f" | memory {memory:,} MiB" + (f" against {them['memory']:,.0f}" if them else "")
    line(f"leaves appended, in memory ({leaves:,})", rate, them.get("append"), sizes)
    with TemporaryDirectory() as folder:
        line(f"leaves appended, to tiles on disk ({leaves:,})", write_tiles(Path(folder), leaves), them.get("append"))
        line("inclusion proofs made and verified, in memory", prove(levels, levels, proofs), them.get("prove"))
        reader = TileReader(Folder(Path(folder)), leaves, cache=8192)
        line("inclusion proofs made and verified, tiles cold", prove(reader, levels, proofs), them.get("prove"))
        for index in range(0, leaves, 256):
            reader.hash_at(0, index)
        line("inclusion proofs made and verified, tiles warm", prove(reader, levels, proofs), them.get("prove"))
    with TemporaryDirectory() as folder:
        line("entries sequenced, signed and flushed (20,480)", sequence(Path(folder), 20_480), None)


if __name__ == "__main__":
    main()
