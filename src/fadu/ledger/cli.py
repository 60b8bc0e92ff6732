"""`fadu verify FILE`: for anyone, on any machine with Python, without an account; a server is asked only where a QR code leads to one."""

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from zipfile import is_zipfile

from fadu.ledger.eep import is_archive, verify_archive
from fadu.ledger.errors import LedgerError
from fadu.ledger.paper.proving import prove
from fadu.ledger.receipt import Receipt
from fadu.ledger.report import Report
from fadu.ledger.verify import verify_file, verify_package

PROVEN, NOT_PROVEN, MISUSED = 0, 1, 2
"""Exit codes."""


def verify(argv: Sequence[str]) -> int:
    """Check the file named in `argv`, print a short report, give 0 (proven), 1 (not) or 2 (cannot be checked)."""
    try:
        options = _parser().parse_args(argv)
    except SystemExit as stop:
        return MISUSED if stop.code else PROVEN
    try:
        report = _report(options)
    except (OSError, UnicodeDecodeError) as error:
        sys.stderr.write(f"无法读取：{error}\n")
        return MISUSED
    except LedgerError as error:
        sys.stderr.write(f"无法核验：{error.reason}\n")
        return MISUSED
    _say(report.lines(full=options.all))
    return PROVEN if report.ok else NOT_PROVEN


def _say(lines: Iterable[str]) -> None:
    """Print lines; a sign that the screen's encoding lacks becomes a question mark."""
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.writelines(f"{line.encode(encoding, 'replace').decode(encoding)}\n" for line in lines)


def _parser() -> argparse.ArgumentParser:
    """Describe the command line."""
    parser = argparse.ArgumentParser(prog="fadu verify", description="离线核验案卷包或文书，只需公布的公钥")
    parser.add_argument("file", type=Path, metavar="FILE", help="案卷包、归档包（zip），文书文件，或者文书的照片、扫描件")
    parser.add_argument("--key", metavar="VKEY", help="公布的公钥一行，或存有该行的文件")
    parser.add_argument("--receipt", type=Path, help="文书的凭证（默认为 FILE.receipt.json）")
    parser.add_argument("--server", metavar="URL", default="", help="向这个地址查二维码所指的文书（默认是二维码里的地址）")
    parser.add_argument("--offline", action="store_true", help="不联网：只用 --receipt")
    parser.add_argument("--all", action="store_true", help="列出每一项核验")
    return parser


def _report(options: argparse.Namespace) -> Report:
    """Check a package; a document where there is a receipt for it; else what the QR code on it leads to."""
    file, vkey = options.file, _key(options.key)
    beside = options.receipt or file.with_name(f"{file.name}.receipt.json")
    file.open("rb").close()
    if options.receipt is None and (is_zipfile(file) or file.suffix.lower() == ".zip"):
        return verify_archive(file, vkey) if is_archive(file) else verify_package(file, vkey)
    receipt = Receipt.from_json(beside.read_bytes()) if beside.exists() or options.receipt else None
    if receipt is None or _is_picture(file):
        return prove(file, vkey=vkey, receipt=receipt, server=options.server, online=not options.offline)
    if vkey is None:
        raise LedgerError("核验单份文书须用 --key 给出公布的公钥")
    return verify_file(file, receipt, vkey)


def _is_picture(file: Path) -> bool:
    """Whether it is a picture of a document, whose bytes are nobody's."""
    with file.open("rb") as source:
        beginning = source.read(12)
    return beginning.startswith((b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"BM", b"II*\0", b"MM\0*")) or (beginning[:4] == b"RIFF" and beginning[8:] == b"WEBP")


def _key(key: str | None) -> str | None:
    """Read a public key line, given as itself or as the name of a file."""
    if key is None or "+" in key:
        return key
    return Path(key).read_text(encoding="utf-8").strip()
