"""What can be said of a document in the hand, and what cannot."""

from hashlib import file_digest
from pathlib import Path
from typing import Final

from fadu.ledger.paper.asking import Told, Unanswered, ask
from fadu.ledger.paper.seeing import Printed, Unseen, printed
from fadu.ledger.receipt import Receipt, verify
from fadu.ledger.report import Report

PICTURE: Final = "照片或者扫描件只能读出二维码，证明机关登记过这样一份文书；照片上的字是否改动过，要与原件 PDF 的 SHA-256 比对，或者向制作机关核对"
HERSELF: Final = "没有给出公布的公钥（--key），不能证明凭证是这个日志签发的；公钥应当取自服务器以外的地方"
WORD: Final = "机关、文号、日期、效力是服务器所说；日志证明的是文书的编号、种类和 SHA-256"


def prove(file: Path, *, vkey: str | None, receipt: Receipt | None = None, server: str = "", online: bool = True) -> Report:
    """Say of a picture or PDF what its QR code, the receipt or the server, and the log say; raises Unseen where it has no code."""
    report = Report(f"文书 {file.name}")
    codes = printed(file)
    if not codes and receipt is None:
        raise Unseen("没有找到文书的二维码：请拍清楚右上角的二维码，或者用 --receipt 给出凭证")
    with file.open("rb") as source:
        is_pdf = b"%PDF-" in source.read(1024)
        source.seek(0)
        digest = file_digest(source, "sha256").hexdigest()
    for code in codes:
        report.hold("二维码", f"指向 {code.server} 的文书 {code.document}")
    if len(codes) > 1:
        report.fail("二维码", "一份文件里有几份文书的二维码，请分开核验", "many")
    elif receipt is not None:
        _receipt(report, receipt, codes, vkey, digest, is_pdf=is_pdf)
    elif not online and not server:
        report.fail("日志", "没有凭证，也没有联网，无从核对：请用 --receipt 给出凭证，或者用 --server 联网", "unanswered")
    else:
        _asked(report, codes[0], server, vkey, digest, is_pdf=is_pdf)
    if not is_pdf:
        report.remarks.append(PICTURE)
    return report


def _asked(report: Report, code: Printed, server: str, vkey: str | None, digest: str, *, is_pdf: bool) -> None:
    """Ask the server that is given, else the one that the code names."""
    try:
        told = ask(server or code.server, code.document)
    except Unanswered as error:
        report.fail("服务器", error.reason, error.code)
        return
    number = f"，文号 {told.number}" if told.number else ""
    report.hold("登记", f"{told.organ}《{told.title}》{number}，{told.made_on}，SHA-256 {told.sha256}")
    report.expect("效力", that=not told.superseded, holds="现行，没有被更正后的文书取代", fails="已被更正后的文书取代，不再有效", code="superseded")
    report.remarks.append(WORD)
    if told.receipt is None:
        report.fail("日志", "还在等待写入公开日志，请稍后再核", "pending")
        return
    _receipt(report, told.receipt, [code], vkey, digest, is_pdf=is_pdf, told=told)


def _receipt(report: Report, receipt: Receipt, codes: list[Printed], vkey: str | None, digest: str, *, is_pdf: bool, told: Told | None = None) -> None:
    """Prove what the receipt says, and hold the file against it."""
    content = receipt.content if isinstance(receipt.content, dict) else {}
    if vkey is None:
        report.fail("公钥", HERSELF, "key")
    else:
        with report.expecting("日志", f"已列入公开日志第 {receipt.index} 条，登记于 {receipt.entry.recorded}"):
            verify(receipt, receipt.content, vkey)
    if codes:
        same = content.get("document") == codes[0].document
        report.expect("凭证", that=same, holds="是二维码所指的文书的", fails="不是二维码所指的文书的", code="document")
    if told is not None:
        same = content.get("sha256") == told.sha256
        report.expect("登记", that=same, holds="服务器所说的 SHA-256 与凭证相同", fails="服务器所说的 SHA-256 与凭证不同", code="told")
    if is_pdf:
        same = content.get("sha256") == digest
        fails = f"文件与登记的哈希不符：文件 {digest}，登记 {content.get('sha256')}；是扫描、另存、签名后的副本，或者被改动过"
        report.expect("文件", that=same, holds="文件与登记的哈希相符，一字未改", fails=fails, code="digest")
    elif not report.faults:
        report.remarks.append(f"登记的原件 SHA-256 为 {content.get('sha256')}")
