"""Logs and cases for tests."""

from dataclasses import dataclass, field, replace
from hashlib import sha256

from fadu.ledger import package, receipt
from fadu.ledger.entry import Entry, commitment
from fadu.ledger.keys import Signer
from fadu.ledger.memory import MemoryBlobs, MemoryStore
from fadu.ledger.sequencer import Sequencer
from fadu.ledger.tilestore import TileReader, TileWriter

ORIGIN = "log.example/demo"
SIGNER = Signer(ORIGIN, bytes(range(32)))
VKEY = SIGNER.vkey
STRANGER = Signer(ORIGIN, bytes(range(1, 33)))
MOMENT = "2026-03-02T08:30:00Z"


def entries(count, tag="e"):
    """Distinct entries of differing lengths."""
    return [f"{tag}{number}".encode() * (number % 3 + 1) for number in range(count)]


def salt(number):
    return sha256(f"salt {number}".encode()).digest()


def flips(data):
    """Every way of flipping one bit."""
    for place in range(len(data)):
        for bit in range(8):
            yield data[:place] + bytes([data[place] ^ (1 << bit)]) + data[place + 1 :]


@dataclass
class Log:
    """A log in memory with its sequencer."""

    store: MemoryStore = field(default_factory=MemoryStore)
    blobs: MemoryBlobs = field(default_factory=MemoryBlobs)
    signer: Signer = SIGNER
    batch: int = 4096

    def sequencer(self):
        return Sequencer(self.store, TileWriter(self.blobs), self.signer, batch=self.batch)

    def add(self, *items):
        for item in items:
            self.store.add(item)
        return self

    def run(self):
        return self.sequencer().run()

    def reader(self):
        return TileReader(self.blobs, self.store.size())


@dataclass
class Case:
    """A case whose steps and documents are in a log among others'."""

    log: Log
    id: str = "case-1"
    steps: list = field(default_factory=list)
    documents: list = field(default_factory=list)
    seal: object = None
    note: str = ""

    def write(self, path, **changes):
        parts = {
            "case": self.id,
            "steps": self.steps,
            "documents": self.documents,
            "checkpoint": self.note,
            "vkey": self.log.signer.vkey,
            "seal": self.seal,
        }
        package.write_package(path, **{**parts, **changes})
        return path


FILES = {"D-1": ("立案审批表.pdf", b"%PDF-1.7 first"), "D-2": ("决定书.pdf", b"%PDF-1.7 second")}


def make_case(steps=5, *, sealed=True, signer=SIGNER, noise=7):
    """A case of some steps, two documents made at the second step, and a seal; other cases' leaves in between."""
    log = Log(signer=signer)
    placed, prev = [], None
    for seq in range(1, steps + 1):
        log.add(*(other(seq, number) for number in range(noise)))
        content = {"step": f"step_{seq}", "fine": seq * 100, "note": f"第{seq}步"}
        entry = Entry("step", commitment(salt(seq), content), "case-1", f"s{seq}", MOMENT, prev)
        prev = entry.hash
        placed.append((log.store.add(entry.bytes), entry, salt(seq), content))
    papers = [_paper(log, placed[1 if steps > 1 else 0][1], name) for name in FILES]
    seal = _seal(log, placed) if sealed else None
    log.add(*(other(99, number) for number in range(noise)))
    note = log.run()
    return _assemble(Case(log, note=note), placed, papers, seal)


def other(seq, number):
    content = [seq, number]
    return Entry("step", commitment(salt(f"{seq}/{number}"), content), f"other-{number}", f"o{seq}", MOMENT).bytes


def _paper(log, entry, name):
    content = package.document_content(name, sha256(FILES[name][1]).hexdigest(), title=FILES[name][0])
    made = Entry("document", commitment(salt(name), content), "case-1", entry.step, MOMENT, entry.hash)
    return log.store.add(made.bytes), made, salt(name), content


def _seal(log, placed):
    digests = {name: sha256(data).hexdigest() for name, (_, data) in FILES.items()}
    content = package.seal_content("case-1", placed[-1][1], len(placed), digests)
    made = Entry("seal", commitment(salt("seal"), content), "case-1", "seal", MOMENT, placed[-1][1].hash)
    return log.store.add(made.bytes), made, salt("seal"), content


def _assemble(case, placed, papers, seal):
    reader = case.log.reader()

    def proved(row, entry, secret, content=None):
        return receipt.issue(reader, case.note, int(row), entry, secret, content=content)

    for seq, (row, entry, secret, content) in enumerate(placed, 1):
        case.steps.append(package.Step(seq, content, proved(row, entry, secret)))
    for name, (row, entry, secret, content) in zip(FILES, papers, strict=True):
        case.documents.append(package.Document(name, *FILES[name], proved(row, entry, secret, content)))
    case.seal = proved(*seal) if seal else None
    return case


def changed(step, **changes):
    """A step with something changed in it or its receipt."""
    of_receipt = {key: value for key, value in changes.items() if key in ("entry", "salt", "index", "path")}
    rest = {key: value for key, value in changes.items() if key not in of_receipt}
    return replace(step, receipt=replace(step.receipt, **of_receipt), **rest)
