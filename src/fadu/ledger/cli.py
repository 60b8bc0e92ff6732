"""`fadu verify FILE`: for anyone, on any machine with Python, without a server and without an account."""

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from zipfile import is_zipfile

from fadu.ledger.errors import LedgerError
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
        report = _report(options.file, options.key, options.receipt)
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
    parser.add_argument("file", type=Path, metavar="FILE", help="案卷包（zip），或文书文件")
    parser.add_argument("--key", metavar="VKEY", help="公布的公钥一行，或存有该行的文件")
    parser.add_argument("--receipt", type=Path, help="文书的凭证（默认为 FILE.receipt.json）")
    parser.add_argument("--all", action="store_true", help="列出每一项核验")
    return parser


def _report(file: Path, key: str | None, receipt: Path | None) -> Report:
    """Check a document where there is a receipt for it, else a package."""
    vkey = _key(key)
    beside = receipt or file.with_name(f"{file.name}.receipt.json")
    if receipt is None and (is_zipfile(file) or not beside.exists()):
        file.open("rb").close()
        return verify_package(file, vkey)
    if vkey is None:
        raise LedgerError("核验单份文书须用 --key 给出公布的公钥")
    return verify_file(file, Receipt.from_json(beside.read_bytes()), vkey)


def _key(key: str | None) -> str | None:
    """Read a public key line, given as itself or as the name of a file."""
    if key is None or "+" in key:
        return key
    return Path(key).read_text(encoding="utf-8").strip()
