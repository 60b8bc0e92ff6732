"""One document signed (PAdES B-B with revocation list) and one by SM2 beside it, per second, beside the same signature by `openssl cms` on the bare bytes."""

import os
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

sys.path[:0] = [str(Path(__file__).parents[1] / "src"), str(Path(__file__).parents[1])]
os.environ |= {"FADU_DATA": tempfile.mkdtemp(prefix="fadu-bench-"), "DJANGO_SETTINGS_MODULE": "fadu.site.settings", "FADU_DEMO": "1"}

ROUNDS = 20


def main() -> None:
    """Print the one line."""
    import django

    django.setup()
    from fadu.documents.render import render
    from fadu.documents.signing import pades, sm2
    from fadu.documents.signing.authority import DemoAuthority
    from fadu.documents.signing.suites import SUITES
    from tests.documents.story import paper_data

    authority = DemoAuthority(datetime.now(UTC))
    issued = authority.issue("示范县市场监督管理局")

    class Own:
        def sign(self, data: bytes, suite: str) -> bytes:
            return SUITES[suite].sign(issued.key, data, issued.certificate)

    pdf = render("penalty_decision", paper_data("penalty_decision"))
    by = pades.Signatory(Own(), "ecdsa-sha256", issued.certificate, authority.root, authority.crl)
    key = sm2.generate()
    certificate = sm2.certificate(key, "示范县市场监督管理局", days=30, now=datetime.now(UTC))
    folder = Path(tempfile.mkdtemp())
    for name, text in (("key", issued.key), ("cert", issued.certificate)):
        (folder / name).write_text(text)
    (folder / "pdf").write_bytes(pdf)
    asked = [
        "openssl",
        "cms",
        "-sign",
        "-binary",
        "-in",
        folder / "pdf",
        "-signer",
        folder / "cert",
        "-inkey",
        folder / "key",
        "-outform",
        "DER",
        "-out",
        folder / "out",
    ]
    works = {
        "PAdES": lambda: pades.sign(pdf, by, None, "基准"),
        "SM2": lambda: SUITES["sm2-sm3"].sign(key, pdf, certificate),
        "openssl cms": lambda: subprocess.run(asked, check=True, capture_output=True),
    }
    print("签章：" + "，".join(f"{name} {1000 * _each(work):.0f} 毫秒/份" for name, work in works.items()) + f"（{len(pdf) // 1024} KB）")


def _each(work: object) -> float:
    """Seconds a round, after one to warm up."""
    assert callable(work)
    work()
    begun = perf_counter()
    for _ in range(ROUNDS):
        work()
    return (perf_counter() - begun) / ROUNDS


if __name__ == "__main__":
    main()
