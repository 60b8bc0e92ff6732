"""A film goes up in a real Chromium while the line is cut three times and the server dies once; every byte arrives."""

import hashlib
import os
import re
import time
from pathlib import Path

import pytest

from tests.agencies.world import PASSWORD
from tests.evidence.conftest import film
from tests.evidence.wires import Wire
from tests.faults.installation import Installation

pytestmark = pytest.mark.browser
MIB = 1 << 20


@pytest.fixture
def installation(tmp_path):
    made = Installation(tmp_path)
    made.within("seed", "1")
    yield made
    made.stop()


def peak(installation: Installation) -> int:
    """The most memory that any process of the installation has had, in MB."""
    most = 0
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            if os.getpgid(int(status.parent.name)) == installation.server.pid:
                most = max(most, int(re.search(r"VmHWM:\s+(\d+)", status.read_text())[1]) >> 10)
        except (OSError, TypeError):
            continue
    return most


def written(path: Path, size: int) -> str:
    """A film of that size; its SHA-256."""
    block, digest = os.urandom(MIB), hashlib.sha256()
    with path.open("wb") as out:
        head = film(1000)[:24] + (size - 24).to_bytes(4, "big") + b"mdat"
        out.write(head)
        digest.update(head)
        for number in range(-(-size // MIB)):
            part = (number.to_bytes(8, "big") + block[8:])[: min(MIB, size - out.tell())]
            out.write(part)
            digest.update(part)
    assert path.stat().st_size == size
    return digest.hexdigest()


def entered(browser, port: int):
    """李伟 on the page where recordings are handed in."""
    page = browser.new_context(locale="zh-CN").new_page()
    url = f"http://127.0.0.1:{port}"
    page.goto(f"{url}/login/")
    page.fill("[name=username]", "liwei")
    page.fill("[name=password]", PASSWORD)
    page.get_by_role("button", name="登录", exact=True).click()
    page.wait_for_url(lambda found: "/login/" not in found)
    page.goto(f"{url}/evidence/new/?use=recording")
    return page


def test_a_page_that_is_loaded_anew_in_the_middle_offers_to_go_on(browser, installation, tmp_path):
    """What was begun is named with how far it came; chosen again it goes on there, given up it is gone."""
    size, file = 24 * MIB, tmp_path / "现场录像.mp4"
    sha256 = written(file, size)
    installation.start()
    wire = Wire(installation.port)
    page = entered(browser, wire.port)
    line = page.context.new_cdp_session(page)
    line.send("Network.emulateNetworkConditions", {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": 4 * MIB})
    page.set_input_files("input[type=file]", file)
    while wire.up < size // 2:
        page.wait_for_timeout(50)
    page.reload()
    page.locator(".upload-file.rest").wait_for()
    row = page.locator(".upload-file.rest")
    assert "现场录像.mp4" in row.inner_text()
    assert re.search(r"上次传到 \d+\.\d MB，再选一次这个文件就接着传", row.inner_text()), row.inner_text()
    line.send("Network.emulateNetworkConditions", {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1})
    page.set_input_files("input[type=file]", file)
    page.locator(".upload-file.done").wait_for(timeout=60_000)
    assert page.locator(".upload-file").count() == 1, "the row that offered it is gone"
    assert wire.up < size * 7 // 4, "it went on where it stopped"
    page.get_by_role("button", name="完成").click()
    page.get_by_role("link", name="现场录像.mp4").click()
    assert page.get_by_text(sha256).count() == 1
    page.context.close()
    wire.close()


def goes_up(browser, installation, tmp_path, size: int, within: int) -> tuple[int, float]:
    file = tmp_path / "现场录像.mp4"
    sha256 = written(file, size)
    installation.start()
    wire = Wire(installation.port, [size // 6, size // 3, size // 2])
    page, url = entered(browser, wire.port), f"http://127.0.0.1:{wire.port}"
    began, most, killed = time.monotonic(), 0, False
    page.set_input_files("input[type=file]", file)
    while not page.locator(".upload-file.done").count():
        assert time.monotonic() - began < within, page.locator(".upload-list").inner_text()
        assert not page.locator(".upload-file.wrong").count(), page.locator(".upload-list").inner_text()
        most = max(most, peak(installation))
        if not killed and wire.up > size * 2 // 3:
            installation.kill()
            installation.start()
            killed = True
        page.wait_for_timeout(50 if size < 100 * MIB else 500)
    took = time.monotonic() - began
    most = max(most, peak(installation))
    assert (wire.cut, killed) == (3, True)
    page.get_by_role("button", name="完成").click()
    page.wait_for_url(f"{url}/evidence/")
    page.get_by_role("link", name="现场录像.mp4").click()
    assert page.get_by_text(sha256).count() == 1, page.inner_text("main")
    assert page.evaluate("Object.keys(localStorage).length") == 0, "nothing of it stays in the browser"
    digest = hashlib.sha256()
    with page.expect_download() as download:
        page.get_by_role("link", name="下载").click()
    with Path(download.value.path()).open("rb") as out:
        while part := out.read(MIB):
            digest.update(part)
    assert digest.hexdigest() == sha256
    assert most < 300, f"{most} MB"
    page.context.close()
    wire.close()
    return most, took


def test_48_megabytes_over_a_bad_line(browser, installation, tmp_path):
    most, took = goes_up(browser, installation, tmp_path, 48 * MIB, 60)
    print(f"48 MB，断线三次、服务器中断一次：{took:.1f} 秒，服务器内存最多 {most} MB")


@pytest.mark.long
def test_1500_megabytes_over_a_bad_line(browser, installation, tmp_path):
    most, took = goes_up(browser, installation, tmp_path, 1500 * MIB, 900)
    print(f"1.5 GB，断线三次、服务器中断一次：{took:.1f} 秒，服务器内存最多 {most} MB")
