"""The proofs of an archive package (归档包): what of it the public log vouches for, with nothing at hand but the public key.

Its layout is the archive room's: `eep.xml`, volumes in `front/` and `vice/`, steps in `record/`, receipts in `proof/`. Whether
the package is a good archive file is for `fadu archive check`; here only the log is asked.
"""

from pathlib import Path
from typing import Final
from zipfile import BadZipFile, ZipFile

from fadu.ledger.archive import Archive
from fadu.ledger.canonical import parse
from fadu.ledger.casefile import LARGEST_RECEIPT
from fadu.ledger.checkpoint import Checkpoint
from fadu.ledger.errors import LedgerError, Unproven
from fadu.ledger.receipt import Receipt, check_commitment, check_inclusion, open_head
from fadu.ledger.report import Report

DESCRIPTION: Final = "eep.xml"
LARGEST_STEP: Final = 64 << 20
KEPT: Final = ("front/", "vice/")
_SELF = "公钥取自包内，只能证明包内自相一致；请用机关公布的公钥再核一次（--key）"
_MORE = "封面、目录、备考表和元数据不在公开日志里，请用 fadu archive check 逐项检测"


def is_archive(file: Path) -> bool:
    """Whether a zip is an archive package rather than a case package."""
    try:
        with ZipFile(file) as archive:
            return DESCRIPTION in archive.namelist()
    except (BadZipFile, OSError, ValueError, NotImplementedError):
        return False


def verify_archive(path: Path, vkey: str | None = None) -> Report:
    """Check every receipt of a package, and that every paper, original and step in it has one."""
    report = Report(f"归档包 {path.name}")
    try:
        with Archive(path) as archive:
            _Proofs(archive, report).check(vkey)
    except LedgerError as error:
        report.fail("归档包", error.reason, error.code)
    return report


class _Proofs:
    """One package under verification."""

    def __init__(self, archive: Archive, report: Report) -> None:
        self._archive, self._report = archive, report
        self._note = archive.read("proof/checkpoint", LARGEST_RECEIPT).decode(errors="replace")

    def check(self, vkey: str | None) -> None:
        """Make every check."""
        head = self._head(vkey)
        receipts = {}
        for name in sorted(name for name in self._archive.names if name.startswith("proof/") and name.endswith(".json")):
            with self._report.expecting(name, "已列入公开日志"):
                receipt = Receipt.from_json(self._archive.read(name, LARGEST_RECEIPT))
                receipts[name] = receipt
                if receipt.checkpoint != self._note:
                    raise Unproven("凭证所附检查点与包内检查点不同", "checkpoint")
                check_inclusion(receipt, head)
        self._steps([receipt for receipt in receipts.values() if receipt.entry.kind == "step"])
        self._files({name: receipt for name, receipt in receipts.items() if receipt.entry.kind != "step"})
        self._report.remarks.append(_MORE)

    def _head(self, vkey: str | None) -> Checkpoint:
        inside = self._archive.read("proof/key", LARGEST_RECEIPT).decode(errors="replace").strip()
        if vkey is None:
            self._report.remarks.append(_SELF)
        elif inside != vkey.strip():
            self._report.fail("公钥", "包内公钥与所给公钥不同", "key")
        head = open_head(self._note, vkey or inside)
        self._report.hold("检查点", "签名有效")
        return head

    def _steps(self, receipts: list[Receipt]) -> None:
        """The steps in the order of the log: each is what was recorded, each points at the one before."""
        names = sorted(name for name in self._archive.names if name.startswith("record/step-"))
        if len(names) != len(receipts):
            self._report.fail("步骤", f"有 {len(names)} 步的记录、{len(receipts)} 步的凭证，不齐", "sequence")
        before = None
        for name, receipt in zip(names, sorted(receipts, key=lambda each: each.index), strict=False):
            with self._report.expecting(name, "内容与日志中的承诺相符，与前一步相接"):
                check_commitment(receipt.entry, receipt.salt, parse(self._archive.read(name, LARGEST_STEP)))
                if receipt.entry.prev != before:
                    raise Unproven("与前一步不相接：有步骤被删去、插入或者调换", "sequence")
            before = receipt.entry.hash

    def _files(self, receipts: dict[str, Receipt]) -> None:
        """The papers and originals: each has its receipt, each receipt its file."""
        papers = [name for name in self._archive.names if name.startswith(KEPT) or (name.startswith("record/") and name.endswith(".pdf"))]
        digests = {name: self._archive.digest(name) for name in sorted(papers)}
        proved = set()
        for name, receipt in receipts.items():
            told = receipt.content if isinstance(receipt.content, dict) else {}
            with self._report.expecting(name, "承诺相符，文件一字未改"):
                check_commitment(receipt.entry, receipt.salt, receipt.content)
                if told.get("sha256") not in digests.values():
                    raise Unproven("包内没有这份凭证的文件，或者文件被改动过", "digest")
            proved.add(told.get("sha256"))
        for name, digest in digests.items():
            if digest not in proved:
                self._report.fail(name, "没有存证凭证，或者文件被改动过", "extra")
