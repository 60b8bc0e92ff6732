"""Proving a case package or a single document offline. Every check is made and reported, also after one has failed."""

from hashlib import file_digest
from pathlib import Path

from fadu.ledger.archive import Archive
from fadu.ledger.canonical import canonical
from fadu.ledger.casefile import LARGEST_RECEIPT, SEAL, CaseFile, DocumentRecord, StepRecord, read_case
from fadu.ledger.checkpoint import Checkpoint
from fadu.ledger.entry import Entry
from fadu.ledger.errors import LedgerError, Unproven
from fadu.ledger.hashing import EMPTY_ROOT
from fadu.ledger.package import seal_content
from fadu.ledger.receipt import Receipt, check_commitment, check_inclusion, open_head, verify
from fadu.ledger.report import Report

_NO_HEAD = Checkpoint("-", 0, EMPTY_ROOT)
"""The empty tree stands for a head that could not be trusted: nothing can be proved under it."""

_KEY_FROM_PACKAGE = "公钥取自包内，只能证明包内自相一致；请用机关公布的公钥再核一次（--key）"
_NO_SEAL = "包内没有封卷凭证，不能排除末尾的步骤或文书被删去"


def verify_package(path: Path, vkey: str | None = None) -> Report:
    """Check a case package. Without `vkey`, the published public key line, the package can only vouch for itself."""
    report = Report(f"案卷包 {path.name}")
    try:
        with Archive(path) as archive:
            _Package(archive, read_case(archive), report).check(vkey)
    except LedgerError as error:
        report.fail("案卷包", error.reason, error.code)
    return report


def verify_file(path: Path, receipt: Receipt, vkey: str) -> Report:
    """Check one document against its receipt and the published public key line."""
    report = Report(f"文件 {path.name}")
    with report.expecting("日志", f"已列入公开日志第 {receipt.index} 条，登记于 {receipt.entry.recorded}"):
        verify(receipt, receipt.content, vkey)
    with path.open("rb") as file:
        digest = file_digest(file, "sha256").hexdigest()
    _expect_digest(report, "文件", receipt, digest)
    return report


class _Package:
    """One package under verification."""

    def __init__(self, archive: Archive, case: CaseFile, report: Report) -> None:
        self.archive = archive
        self.case = case
        self.report = report
        self.note = archive.read("checkpoint", LARGEST_RECEIPT).decode(errors="replace")
        self.head = _NO_HEAD
        self.digests: dict[str, str] = {}

    def check(self, vkey: str | None) -> None:
        """Make every check."""
        self._check_head(vkey)
        self._check_sequence()
        for step in self.case.steps:
            self._check_step(step)
        for document in self.case.documents:
            self._check_document(document)
        self._check_members()
        self._check_seal()

    def _check_head(self, vkey: str | None) -> None:
        """Expect the log's signature under the tree head."""
        inside = self.archive.read("key", LARGEST_RECEIPT).decode(errors="replace").strip()
        if vkey is None:
            self.report.remarks.append(_KEY_FROM_PACKAGE)
        elif inside != vkey.strip():
            self.report.fail("公钥", "包内公钥与所给公钥不同", "key")
        with self.report.expecting("检查点", "签名有效"):
            self.head = open_head(self.note, vkey or inside)

    def _check_sequence(self) -> None:
        """Expect steps 1, 2, 3, …, each pointing at the one before, all of this case, in the order of the log."""
        before: StepRecord | None = None
        for place, step in enumerate(self.case.steps, 1):
            fault = _out_of_sequence(self.case.case, place, step, before)
            self.report.expect(f"第 {step.seq} 步", that=not fault, holds="次序与前一步相接", fails=fault, code="sequence")
            before = step
        ids = [step.entry.step for step in self.case.steps]
        if not ids or len(set(ids)) != len(ids):
            self.report.fail("步骤", "没有步骤，或同一步骤出现两次", "sequence")

    def _check_step(self, step: StepRecord) -> None:
        """Expect that the content is what was recorded, and its receipt says the same as `case.json`."""
        where = f"第 {step.seq} 步"
        with self.report.expecting(where, "内容与日志中的承诺相符"):
            check_commitment(step.entry, step.salt, step.content)
        with self.report.expecting(where, f"已列入公开日志第 {step.index} 条"):
            receipt = self._included(step.receipt)
            told = (receipt.entry, receipt.salt, receipt.index, receipt.content)
            if told != (step.entry, step.salt, step.index, None):
                raise Unproven("凭证与 case.json 所载不一致", "receipt")

    def _check_document(self, document: DocumentRecord) -> None:
        """Expect that the file is what was recorded, for this case, at one of its steps."""
        where = f"文书 {document.id}"
        if document.id in self.digests:
            self.report.fail(where, "同一文书编号出现两次", "document")
        with self.report.expecting(where, "已列入公开日志，承诺相符"):
            self.digests[document.id] = self.archive.digest(document.file)
            receipt = self._included(document.receipt)
            check_commitment(receipt.entry, receipt.salt, receipt.content)
            self._check_binding(document, receipt)
            _expect_digest(self.report, where, receipt, self.digests[document.id])

    def _check_binding(self, document: DocumentRecord, receipt: Receipt) -> None:
        """Expect that the receipt is that of this document, of this case, and of a step in the package."""
        if not isinstance(receipt.content, dict) or receipt.content.get("document") != document.id:
            raise Unproven("凭证不是这份文书的", "document")
        steps = {step.entry.step: step.entry for step in self.case.steps}
        made_at = steps.get(receipt.entry.step)
        if receipt.entry.case != self.case.case or made_at is None:
            raise Unproven("凭证不属于本案，或属于包内没有的步骤", "document")
        if receipt.entry.prev not in (None, made_at.hash):
            raise Unproven("凭证所指的步骤记录与包内的不同", "document")

    def _check_members(self) -> None:
        """Expect nothing in the package that is not accounted for."""
        expected = {"case.json", "checkpoint", "key"} | ({SEAL} if self.case.sealed else set())
        expected |= {step.receipt for step in self.case.steps}
        expected |= {name for document in self.case.documents for name in (document.file, document.receipt)}
        for name in sorted(self.archive.names - expected):
            self.report.fail(name, "不在案卷目录之中", "extra")

    def _check_seal(self) -> None:
        """Expect that nothing was cut off at the end."""
        if not self.case.sealed:
            self.report.remarks.append(_NO_SEAL)
            return
        with self.report.expecting("封卷凭证", "步骤与文书齐全，末尾没有删减"):
            receipt = self._included(SEAL)
            check_commitment(receipt.entry, receipt.salt, receipt.content)
            last = self.case.steps[-1].entry if self.case.steps else receipt.entry
            told = seal_content(self.case.case, last, len(self.case.steps), self.digests)
            if canonical(told) != canonical(receipt.content) or not _same_case(receipt.entry, self.case):
                raise Unproven("步骤或文书与封卷时不同", "seal")

    def _included(self, name: str) -> Receipt:
        """Give a receipt of the package, proved under the package's own tree head."""
        receipt = Receipt.from_json(self.archive.read(name, LARGEST_RECEIPT))
        if receipt.checkpoint != self.note:
            raise Unproven("凭证所附检查点与包内检查点不同", "checkpoint")
        if self.head.size == 0:
            raise Unproven("检查点不可信，无法证明已列入日志", "checkpoint")
        check_inclusion(receipt, self.head)
        return receipt


def _out_of_sequence(case: str, place: int, step: StepRecord, before: StepRecord | None) -> str:
    """Say how a step is out of sequence; empty when it is not."""
    if step.seq != place:
        return f"序号应为 {place}，中间有缺漏或次序颠倒"
    if step.entry.case != case:
        return "不是本案的步骤"
    if step.entry.prev != (before.entry.hash if before else None):
        return "与前一步不相接：有步骤被删去、插入、调换或改动"
    if before and step.index <= before.index:
        return "在日志中排在前一步之前"
    return ""


def _same_case(entry: Entry, case: CaseFile) -> bool:
    """Tell whether a seal is a seal, and of this case."""
    return entry.kind == "seal" and entry.case == case.case


def _expect_digest(report: Report, where: str, receipt: Receipt, digest: str) -> None:
    """Expect that the file has the hash that was recorded."""
    recorded = receipt.content.get("sha256") if isinstance(receipt.content, dict) else None
    report.expect(
        where,
        that=recorded == digest,
        holds="文件与登记的哈希相符，一字未改",
        fails="文件与登记的哈希不符，文件被改动或调换过",
        code="digest",
    )
