"""A time-stamp authority of our own: `openssl ts` behind a real HTTP server on the loopback. And programs of others that verify."""

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from fadu.documents.signing.authority import DemoAuthority

needs_pdfsig = pytest.mark.skipif(not shutil.which("pdfsig"), reason="no pdfsig here: install poppler-utils (scripts/poppler.sh)")
needs_openssl = pytest.mark.skipif(not shutil.which("openssl"), reason="no openssl here")

CONFIG = """
[tsa]
default_tsa = t
[t]
serial = {folder}/serial
crypto_device = builtin
signer_cert = {folder}/cert.pem
certs = {folder}/root.pem
signer_key = {folder}/key.pem
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ess_cert_id_alg = sha256
"""


class Server:
    """The authority, running: how often it was asked, and its root for whoever verifies."""

    def __init__(self) -> None:
        self.asked = 0
        self.folder = Path(tempfile.mkdtemp(prefix="tsa-"))
        authority = DemoAuthority(datetime.now(UTC))
        issued = authority.issue("示范时间戳机构", stamps=True)
        for name, text in (("cert.pem", issued.certificate), ("key.pem", issued.key), ("root.pem", authority.root), ("serial", "01\n")):
            (self.folder / name).write_text(text)
        (self.folder / "conf").write_text(CONFIG.format(folder=self.folder))
        self.root = self.folder / "root.pem"
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                server.asked += 1
                answer = server.reply(self.rfile.read(int(self.headers["Content-Length"])))
                self.send_response(200)
                self.send_header("Content-Type", "application/timestamp-reply")
                self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)

            def log_message(self, *_: Any) -> None:
                pass

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.http.server_port}/"
        Thread(target=self.http.serve_forever, daemon=True).start()

    def reply(self, query: bytes) -> bytes:
        asked = self.folder / f"{self.asked}.tsq"
        asked.write_bytes(query)
        made = asked.with_suffix(".tsr")
        subprocess.run(
            ["openssl", "ts", "-reply", "-config", self.folder / "conf", "-section", "t", "-queryfile", asked, "-out", made], check=True, capture_output=True
        )
        return made.read_bytes()

    def close(self) -> None:
        self.http.shutdown()
        self.http.server_close()
        shutil.rmtree(self.folder)


@contextmanager
def running() -> Iterator[Server]:
    """The authority, until it is done with."""
    server = Server()
    try:
        yield server
    finally:
        server.close()


def pdfsig(pdf: bytes, folder: Path) -> str:
    """What poppler says of the signatures in a PDF."""
    file = folder / "signed.pdf"
    file.write_bytes(pdf)
    return subprocess.run(["pdfsig", file], capture_output=True, text=True, check=False).stdout
