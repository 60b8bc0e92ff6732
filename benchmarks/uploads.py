"""Megabytes a second that go up by tus through the real server (sealed, checked, hashed, on the disk), beside the disk's own write and fsync.

`python -m benchmarks.uploads [megabytes]`; one connection, pieces of 8 MiB, SQLite.
"""

import base64
import os
import sys
import tempfile
import time
from http.client import HTTPConnection
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

PIECE = 8 << 20
ROUNDS = 3


def disk(folder: Path, megabytes: int) -> float:
    """The disk alone: the same bytes written in a row, with one fsync at the end."""
    block, place = os.urandom(1 << 20), folder / "plain"
    began = time.perf_counter()
    with place.open("wb", buffering=0) as out:
        for _ in range(megabytes):
            out.write(block)
        os.fsync(out.fileno())
    took = time.perf_counter() - began
    place.unlink()
    return megabytes / took


def upload(port: int, headers: dict[str, str], megabytes: int) -> float:
    """One film, by tus."""
    size, line = megabytes << 20, HTTPConnection("127.0.0.1", port)
    head = b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom" + (size - 24).to_bytes(4, "big") + b"mdat"
    block = os.urandom(PIECE)
    metadata = ",".join(f"{name} {base64.b64encode(value.encode()).decode()}" for name, value in (("filename", "a.mp4"), ("use", "recording")))
    began = time.perf_counter()
    line.request("POST", "/evidence/uploads/", headers={**headers, "Upload-Length": str(size), "Upload-Metadata": metadata})
    answer = line.getresponse()
    answer.read()
    where, offset = answer.headers["Location"], 0
    while offset < size:
        body = block[: min(PIECE, size - offset)] if offset else head + block[len(head) : min(PIECE, size)]
        line.request("PATCH", where, body, {**headers, "Upload-Offset": str(offset), "Content-Type": "application/offset+octet-stream"})
        answer = line.getresponse()
        said = answer.read()
        if answer.status != 204:
            raise SystemExit(f"{answer.status}: {said.decode()}")
        offset += len(body)
    return megabytes / (time.perf_counter() - began)


def main() -> None:
    """Print the line."""
    from tests.faults.installation import Installation, _cookie

    megabytes = int(sys.argv[1]) if len(sys.argv) > 1 else 256
    with tempfile.TemporaryDirectory() as scratch:
        installation = Installation(Path(scratch))
        installation.within("seed", "1")
        installation.start()
        try:
            session = installation.sign_in("liwei")
            headers = {"Cookie": _cookie(session.cookies), "X-CSRFToken": session.cookies["csrftoken"], "Tus-Resumable": "1.0.0"}
            pairs = [(disk(Path(scratch), megabytes), upload(installation.port, headers, megabytes)) for _ in range(ROUNDS)]
        finally:
            installation.stop()
    plain, ours = (max(each) for each in zip(*pairs, strict=True))
    print(
        f"uploads: {ours:,.0f} MB/s by tus into the sealed store; the disk alone {plain:,.0f} MB/s (ratio {ours / plain:.2f}; every byte is written twice and read twice)"
    )


if __name__ == "__main__":
    main()
