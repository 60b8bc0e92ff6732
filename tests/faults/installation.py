"""An installation of its own: its folder, its database, its server on a free port; started, killed and started again."""

import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

from tests.agencies.world import PASSWORD

ROOT = Path(__file__).parents[2]
START = 90
"""Seconds that a server may take to answer."""


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


@contextmanager
def database(url: str) -> Iterator[str]:
    """A database of its own beside the one at `url`, dropped at the end; SQLite where there is none."""
    if not url:
        yield ""
        return
    import psycopg

    parts, name = urlsplit(url), f"fadu_kill_{os.getpid()}"
    server = f"postgresql://{parts.netloc}/postgres"
    with psycopg.connect(server, autocommit=True) as maintenance:
        maintenance.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        maintenance.execute(f"CREATE DATABASE \"{name}\" TEMPLATE template0 ENCODING 'UTF8'")
    try:
        yield f"postgresql://{parts.netloc}/{name}"
    finally:
        with psycopg.connect(server, autocommit=True) as maintenance:
            maintenance.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


class Installation:
    """One installation of the demonstration kind."""

    def __init__(self, folder: Path, url: str = "") -> None:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("FADU_", "DJANGO_"))}
        self.folder, self.port = folder, free_port()
        self.environment = {
            **kept, "FADU_DATA": str(folder), "FADU_DATABASE_URL": url, "FADU_DEMO": "1",
            "DJANGO_SETTINGS_MODULE": "fadu.site.settings", "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'src'}", "POLARS_MAX_THREADS": "1",
        }  # fmt: skip
        self.server: subprocess.Popen[bytes] | None = None

    def within(self, *words: str) -> Any:
        """What a command of `tests.faults.within` gives."""
        return self.result(self.begin(*words))

    def begin(self, *words: str) -> "subprocess.Popen[bytes]":
        """Begin a command; several may run at once."""
        return subprocess.Popen(
            [sys.executable, "-m", "tests.faults.within", *words], cwd=ROOT, env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )

    def result(self, begun: "subprocess.Popen[bytes]") -> Any:
        """Wait for it."""
        said, complained = begun.communicate(timeout=240)
        assert begun.returncode == 0, complained.decode()[-4000:]
        return json.loads(said.decode().strip().splitlines()[-1])

    def start(self) -> None:
        """Start server and worker in a group of processes of their own, and wait until it answers."""
        log = (self.folder / "server.log").open("ab")
        self.server = subprocess.Popen(
            [sys.executable, "-m", "django", "serve", "--port", str(self.port), "--workers", "2"],
            cwd=self.folder, env=self.environment, stdout=log, stderr=log, start_new_session=True,
        )  # fmt: skip
        log.close()
        until = time.monotonic() + START
        while time.monotonic() < until:
            assert self.server.poll() is None, (self.folder / "server.log").read_text()[-4000:]
            try:
                if self.request("GET", "/log/key")[0] == http.client.OK:
                    return
            except OSError:
                time.sleep(0.2)
        raise AssertionError((self.folder / "server.log").read_text()[-4000:])

    def kill(self) -> None:
        """kill -9 to the whole group: web server, its workers, the background worker."""
        self._signal(signal.SIGKILL)

    def stop(self) -> None:
        """End what runs, whatever it is."""
        if self.server is not None:
            self._signal(signal.SIGKILL)

    def _signal(self, number: int) -> None:
        assert self.server is not None
        group = self.server.pid  # the leader of its own session
        with suppress(ProcessLookupError):
            os.killpg(group, number)
        self.server.wait(30)
        until = time.monotonic() + 30
        while time.monotonic() < until:
            try:
                os.killpg(group, 0)
            except (ProcessLookupError, PermissionError):
                break
            time.sleep(0.05)
        self.server = None

    def request(self, method: str, path: str, body: str = "", headers: dict[str, str] | None = None) -> tuple[int, http.client.HTTPMessage, bytes]:
        """One request over a connection of its own."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request(method, path, body.encode() or None, headers or {})
            answer = connection.getresponse()
            return answer.status, answer.msg, answer.read()
        finally:
            connection.close()

    def sign_in(self, name: str) -> "Session":
        """Somebody signed in as a browser does."""
        _, headers, page = self.request("GET", "/login/")
        token = re.search(rb'name="csrfmiddlewaretoken" value="([^"]+)"', page)
        assert token is not None
        cookie = _cookies(headers)
        form = urlencode({"username": name, "password": PASSWORD, "csrfmiddlewaretoken": token[1].decode()})
        sent = {"Content-Type": "application/x-www-form-urlencoded", "Cookie": _cookie(cookie), "Host": f"127.0.0.1:{self.port}"}
        status, headers, page = self.request("POST", "/login/", form, sent)
        assert status == http.client.FOUND, page.decode()[:2000]
        return Session(self, cookie | _cookies(headers))


class Session:
    """Somebody who is signed in."""

    def __init__(self, installation: Installation, cookies: dict[str, str]) -> None:
        self.installation, self.cookies = installation, cookies

    def post(self, path: str, body: Any) -> tuple[int, Any]:
        """JSON to the API."""
        headers = {"Content-Type": "application/json", "Cookie": _cookie(self.cookies), "X-CSRFToken": self.cookies["csrftoken"]}
        status, _, said = self.installation.request("POST", path, json.dumps(body), headers)
        return status, json.loads(said)

    def get(self, path: str) -> tuple[int, bytes]:
        """A page."""
        status, _, said = self.installation.request("GET", path, headers={"Cookie": _cookie(self.cookies)})
        return status, said


def _cookies(headers: http.client.HTTPMessage) -> dict[str, str]:
    pairs: Sequence[str] = headers.get_all("Set-Cookie") or []
    return dict(pair.split(";")[0].split("=", 1) for pair in pairs)  # type: ignore[misc]


def _cookie(cookies: dict[str, str]) -> str:
    return "; ".join(f"{name}={value}" for name, value in cookies.items())
