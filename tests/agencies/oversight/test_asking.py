"""Asking addresses: only the public web, each hop looked at, no longer than the deadline, no more than the limit."""

import socket
import threading
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

import pytest

from fadu.agencies.oversight import asking
from fadu.agencies.oversight.asking import Unreachable, address_of, ask, newest


class Handler(BaseHTTPRequestHandler):
    """A small portal."""

    def do_GET(self) -> None:
        if self.path == "/loop":
            return self._answer(302, b"", Location="/loop")
        if self.path == "/out":
            return self._answer(302, b"", Location="http://10.0.0.1/keys")
        if self.path == "/drip":
            self.send_response(200)
            self.end_headers()
            for _ in range(100):
                self.wfile.write(b"x")
                self.wfile.flush()
                if self.server.stopped.wait(0.1):  # type: ignore[attr-defined]
                    return None
        if self.path == "/gone":
            return self._answer(404, b"")
        if self.path == "/much":
            return self._answer(200, b"x" * (3 * asking.MOST_BYTES))
        return self._answer(200, "<p>公示 2026年11月3日</p>".encode("gb18030"), **{"Content-Type": "text/html; charset=gb18030"})

    def _answer(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing is printed."""


@pytest.fixture
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.stopped = threading.Event()  # type: ignore[attr-defined]
    server.handle_error = lambda *_: None  # type: ignore[method-assign]
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.stopped.set()  # type: ignore[attr-defined]
    server.shutdown()
    server.server_close()


def test_a_page_is_read_in_its_own_charset(site: str) -> None:
    answer = ask(f"{site}/", private=True)
    assert (answer.status, newest(answer.text, date(2026, 11, 20))) == (200, date(2026, 11, 3))


@pytest.mark.parametrize(("path", "says"), [("/loop", "转向超过"), ("/gone", "404")])
def test_what_can_not_be_reached_is_told(site: str, path: str, says: str) -> None:
    with pytest.raises(Unreachable, match=says):
        ask(site + path, private=True)


def test_no_more_is_read_than_the_limit(site: str) -> None:
    assert len(ask(f"{site}/much", private=True).text) == asking.MOST_BYTES


def test_a_server_that_drips_is_not_waited_for(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "SECONDS", 0.5)
    with pytest.raises(Unreachable, match="没有回应"):
        ask(f"{site}/drip", private=True)


INSIDE = (
    "127.0.0.1",
    "10.0.0.8",
    "172.16.3.4",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",  # noqa: S104 - it is refused
    "::1",
    "fe80::1",
    "fd00::1",
    "::ffff:127.0.0.1",
    "224.0.0.1",
)


@pytest.mark.parametrize("address", INSIDE)
def test_what_lies_inside_is_not_asked(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_a, **_k: [(family, socket.SOCK_STREAM, 6, "", (address, 80))])
    with pytest.raises(Unreachable, match="内部网络"):
        address_of(urlsplit("http://portal.example.gov/"))


def test_a_name_with_one_inside_address_among_many_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 80)) for address in ("1.1.1.1", "10.0.0.8")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_a, **_k: found)
    with pytest.raises(Unreachable, match="内部网络"):
        address_of(urlsplit("http://portal.example.gov/"))


def test_a_redirect_inside_is_not_followed(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    real, seen = address_of, []

    def watched(parts, *, private=False):
        seen.append(parts.hostname)
        return real(parts, private=parts.hostname == "127.0.0.1")

    monkeypatch.setattr(asking, "address_of", watched)
    with pytest.raises(Unreachable, match="内部网络"):
        ask(f"{site}/out")
    assert seen == ["127.0.0.1", "10.0.0.1"]


@pytest.mark.parametrize(
    "url", ["ftp://a.example/", "file:///etc/passwd", "http://u:p@a.example/", "http://a.example:22/", "http:///x", "http://a.example:99999/", "gopher://a/"]
)
def test_what_is_no_address_of_the_web_is_not_asked(url: str) -> None:
    with pytest.raises(Unreachable):
        address_of(urlsplit(url))


@pytest.mark.parametrize(
    ("text", "day"),
    [("2026-11-19 2026/11/2", date(2026, 11, 19)), ("2026年12月1日 2025.3.4", date(2025, 3, 4)), ("2026-13-45", None), ("", None), ("第2026-1-123号", None)],
)
def test_the_newest_day_is_not_ahead(text: str, day: date | None) -> None:
    assert newest(text, date(2026, 11, 20)) == day
