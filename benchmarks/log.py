"""How fast a whole installation is verified, and where the time goes.

    .venv/bin/python benchmarks/log.py [records]         (10,000 unless told otherwise)

Leaves appended and proofs made beside a public Merkle package in the same run: benchmarks/ledger.py.
The installation is made anew in a scratch folder: cases of the ordinary kind through the one door with their papers, and
for each an original of 1 MiB and a reading; then `fadu verify --all` runs as a process of its own, as an operator runs it.
The disk's own speed at reading the same files, and hashing alone, stand beside it in the same run.
"""

import io
import json
import os
import subprocess
import sys
import tempfile
from hashlib import sha256
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).resolve().parents[1]
MOST = 60
"""Seconds that 10,000 records may take."""


def make(records: int) -> dict[str, int]:
    """The installation: stories of the tests again and again until so many leaves are there."""
    import django

    django.setup()
    from django.core.management import call_command

    from fadu.cases.models import Leaf
    from fadu.cases.services.log import sequence_all
    from fadu.documents.models import Document
    from fadu.evidence import services
    from fadu.evidence.models import Action, Original, Use
    from tests.cases.telling import Telling
    from tests.cases.world import Bureau

    call_command("migrate", verbosity=0)
    bureau = Bureau().general()
    officer = bureau.who("zhoulin")
    papered = 0
    while Leaf.objects.count() < records:
        told = Telling(bureau, "simple").until("decide_spot")
        case = told.case
        original = services.keep(
            officer, io.BytesIO(os.urandom(1 << 20)), use=Use.RECORDING, name="现场.mp4", media="video/mp4", organ_id=case.organ_id, case=case
        )
        for _ in range(6):
            services.read(officer, kind="original", ref=original.id, what="现场.mp4", action=Action.PLAY, organ_id=case.organ_id, case=case)
        if papered < 500:  # setting type is what costs here, and is not what is measured
            call_command("work", "--once")
            papered += 1
    sequence_all()
    return {"leaves": Leaf.objects.count(), "originals": Original.objects.count(), "documents": Document.objects.count()}


def plain(folder: Path) -> tuple[float, float, int]:
    """Seconds to read the stored files, seconds to hash them, and their bytes."""
    files = [path for name in ("originals", "documents") for path in (folder / name).rglob("*") if path.is_file()]
    begun = perf_counter()
    read = [path.read_bytes() for path in files[:2000]]
    reading = perf_counter() - begun
    begun = perf_counter()
    for data in read:
        sha256(data).digest()
    return reading, perf_counter() - begun, sum(map(len, read))


def main() -> None:
    """Make, verify, print."""
    records = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory(prefix="fadu-bench-") as scratch:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("FADU_")} | {
            "FADU_DATA": scratch, "FADU_DEMO": "1", "DJANGO_SETTINGS_MODULE": "fadu.site.settings", "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'src'}",
        }  # fmt: skip
        begun = perf_counter()
        made = subprocess.run([sys.executable, __file__, "--make", str(records)], env=environment, capture_output=True, text=True, check=True)
        counts = json.loads(made.stdout.splitlines()[-1])
        print(f"made: {counts} in {perf_counter() - begun:.0f} s", flush=True)
        reading, hashing, size = plain(Path(scratch))
        for words in (["--all"], ["--all", "--no-files"]):
            begun = perf_counter()
            done = subprocess.run([sys.executable, "-m", "django", "verify", *words], env=environment, capture_output=True, text=True, check=False)
            took = perf_counter() - begun
            if done.returncode:
                raise SystemExit(done.stdout + done.stderr)
            rate = counts["leaves"] / took
            print(f"fadu verify {' '.join(words)}: {took:.1f} s, {rate:,.0f} records/s, 10,000 in {10_000 / rate:.1f} s (at most {MOST})", flush=True)
        print(f"beside it: the same {size / 1e6:,.0f} MB read in {reading:.1f} s, hashed in {hashing:.1f} s")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--make"]:
        print(json.dumps(make(int(sys.argv[2]))))
    else:
        main()
