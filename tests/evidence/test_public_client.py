"""The public tus client, from Node, against the real server: two hundred at once, and a server that is killed in the middle."""

import json
import re
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from tests.evidence.test_upload_browser import peak
from tests.faults.installation import ROOT, Installation

MODULES = ROOT / "node_modules"
NODE = shutil.which("node") or shutil.which("node", path=str(Path(sys.executable).parent))
pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(not NODE or not (MODULES / "tus-js-client").is_dir(), reason="neither node nor tus-js-client here: npm ci"),
]
MIB = 1 << 20


@pytest.fixture(scope="module")
def installation(tmp_path_factory):
    made = Installation(tmp_path_factory.mktemp("installation"))
    made.within("seed", "1")
    made.start()
    yield made
    made.stop()


class Client:
    """One node process with the public client, signed in as 李伟."""

    def __init__(self, installation, size: int, many: int, at_once: int) -> None:
        session = installation.sign_in("liwei")
        cookie = "; ".join(f"{name}={value}" for name, value in session.cookies.items())
        words = [NODE, str(Path(__file__).with_name("send.cjs")), str(MODULES), f"http://127.0.0.1:{installation.port}", cookie, session.cookies["csrftoken"]]
        self.process = subprocess.Popen([*words, str(size), str(many), str(at_once)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.sent = 0
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for line in self.process.stderr:
            self.sent = int(line) if line.strip().isdigit() else self.sent

    def result(self):
        said = self.process.stdout.read()
        assert self.process.wait(300) == 0
        return json.loads(said)


def kept(installation):
    """Id and hash of every original, as the list tells them; and whether staging is empty."""
    session, found, after = installation.sign_in("liwei"), {}, ""
    while True:
        page = session.get(f"/evidence/?after={after}")[1]
        page = page if isinstance(page, str) else page.decode()
        rows = re.findall(r'href="/evidence/([0-9a-f-]{36})/">.*?<code class="num" title="([0-9a-f]{64})"', page, re.DOTALL)
        found |= dict(rows)
        onward = re.search(r'rel="next" href="[^"]*after=([0-9a-f-]{36})', page)
        if not onward:
            return found
        after = onward[1]


def test_two_hundred_at_once_lose_nothing(installation):
    before = peak(installation)
    began = time.monotonic()
    client = Client(installation, 300_000, 200, 200)
    results = client.result()
    took = time.monotonic() - began
    assert [one for one in results if "error" in one] == []
    there = kept(installation)
    assert {one["original"]: one["sha256"] for one in results}.items() <= there.items()
    assert len({one["original"] for one in results}) == 200
    assert list((installation.folder / "uploads").iterdir()) == []
    most = peak(installation)
    print(f"200 个上传同时进行：{took:.1f} 秒，内存 {before} → {most} MB")
    assert most < 300


def test_killed_in_the_middle_goes_on(installation):
    size = 60 * MIB
    client = Client(installation, size, 1, 1)
    for share in (0.2, 0.6):
        until = time.monotonic() + 60
        while client.sent < size * share:
            assert time.monotonic() < until
            time.sleep(0.005)
        installation.kill()
        installation.start()
    (result,) = client.result()
    assert "error" not in result, result
    assert result["retries"] >= 2
    assert kept(installation)[result["original"]] == result["sha256"]
    assert list((installation.folder / "uploads").iterdir()) == []
