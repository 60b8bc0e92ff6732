"""The scanner, by a small server that speaks clamd's INSTREAM: what it finds is not kept, and while it is silent nothing is."""

import contextlib
import json
import socket
import struct
import threading

import pytest

from fadu.evidence import vault
from fadu.evidence.models import Original, Upload
from tests.evidence.conftest import film, picture

pytestmark = pytest.mark.django_db
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


class Clamd:
    """Listens, reads a stream in chunks, and answers as clamd does; `limit` as StreamMaxLength."""

    def __init__(self, listener, limit=1 << 30):
        self.listener, self.limit, self.seen, self.answer = listener, limit, [], None
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self):
        with contextlib.suppress(OSError):
            while True:
                line, _ = self.listener.accept()
                with line:
                    line.sendall(self._one(line))

    def _one(self, line):
        assert self._exactly(line, 10) == b"zINSTREAM\0"
        body = b""
        while length := struct.unpack(">I", self._exactly(line, 4))[0]:
            body += self._exactly(line, length)
            if len(body) > self.limit:
                return b"INSTREAM size limit exceeded. ERROR\0"
        self.seen.append(body)
        return self.answer or (b"stream: Eicar-Test-Signature FOUND\0" if EICAR in body else b"stream: OK\0")

    def _exactly(self, line, length):
        found = b""
        while len(found) < length:
            part = line.recv(length - len(found))
            if not part:
                raise OSError
            found += part
        return found


@contextlib.contextmanager
def listening(settings):
    """A scanner that the platform asks while this lasts."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        settings.FADU_CLAMD = f"tcp://127.0.0.1:{listener.getsockname()[1]}"
        yield Clamd(listener)
    settings.FADU_CLAMD = ""


@pytest.fixture(params=["tcp", "unix"])
def clamd(request, settings, tmp_path):
    if request.param == "tcp":
        listener = socket.create_server(("127.0.0.1", 0))
        settings.FADU_CLAMD = f"tcp://127.0.0.1:{listener.getsockname()[1]}"
    else:
        listener = socket.socket(socket.AF_UNIX)
        listener.bind(str(tmp_path / "clamd"))
        listener.listen()
        settings.FADU_CLAMD = f"unix://{tmp_path / 'clamd'}"
    yield Clamd(listener)
    listener.close()


def kept():
    return [path for path in vault.folder().rglob("*") if path.is_file()]


def test_what_is_clean_is_kept_and_was_seen_whole(sender, clamd):
    body = film(2_500_000)
    assert sender.whole("a.mp4", body, "recording").status_code == 204
    assert clamd.seen == [body]


def test_what_it_finds_is_not_kept(sender, clamd, data):
    answer = sender.whole("a.txt", b"text " + EICAR)
    told = json.loads(answer.content)
    assert (answer.status_code, told["type"]) == (422, "fadu:upload-malware")
    assert (Original.objects.count(), Upload.objects.count(), kept(), list((data / "uploads").iterdir())) == (0, 0, [], [])


@pytest.mark.parametrize("said", [b"stream: lstat() failed. ERROR\0", b"\0", b"something else\0"])
def test_an_answer_that_is_none_counts_as_silence(sender, clamd, said):
    clamd.answer = said
    path = sender.begin("a.jpg", 3000)
    assert sender.send(path, picture()[:3000].ljust(3000, b"\0"), 0).status_code in {503, 422}
    assert not Original.objects.exists()


def test_while_it_is_silent_nothing_is_taken_and_nothing_is_lost(sender, settings, data):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    settings.FADU_CLAMD = f"tcp://127.0.0.1:{port}"
    body = film(2_500_000)
    path = sender.begin("a.mp4", len(body), "recording")
    answer = sender.send(path, body, 0)
    assert (answer.status_code, json.loads(answer.content)["type"]) == (503, "fadu:upload-later")
    assert int(answer["Retry-After"]) > 0
    assert (Original.objects.count(), kept()) == (0, [])
    offset = sender.offset(path)
    assert len(body) - offset <= 1 << 20, "one record is asked for again"
    listener = socket.create_server(("127.0.0.1", port))
    Clamd(listener)
    assert "Fadu-Original" in sender.send(path, body[offset:], offset)
    listener.close()


def test_a_scanner_that_takes_less_says_so(sender, clamd):
    clamd.limit = 1_000_000
    answer = sender.whole("a.mp4", film(2_500_000), "recording")
    assert answer.status_code == 503
    assert not Original.objects.exists()


def test_what_is_kept_already_is_looked_at_again(clamd, settings) -> None:
    """The archive shows its files to the same scanner."""
    import io

    from fadu.evidence.scanning import looked_at

    assert looked_at(io.BytesIO(b"clean" * 1000)) == ""
    assert looked_at(io.BytesIO(b"x" * 1000 + EICAR)) == "查出恶意程序"
    settings.FADU_CLAMD = "tcp://127.0.0.1:1"
    with pytest.raises(OSError, match="没有应答"):
        looked_at(io.BytesIO(b"clean"))
