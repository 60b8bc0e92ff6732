"""The archivist's day in a real browser: what waits is checked and formed, examined, looked into, found again, exported."""

import zipfile
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from playwright.sync_api import expect

from fadu.evidence.archive.models import Volume
from fadu.evidence.models import Reading
from tests.cases.telling import Telling
from tests.e2e.pages import NARROW, WIDE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(scope="module")
def waiting(house: Any) -> Any:
    """A case on the spot that was handed in."""
    case = Telling(house.bureau, "simple").until("archive")
    house.work()
    return case.case


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_the_room_fits(house: Any, waiting: Any, width: int) -> None:
    hand = house.hand("zhoulin", width)
    for show in ("waiting", "kept", "later", "transfer", "expired", "loans", "lists"):
        page = hand.go(f"/archive/?show={show}")
        assert hand.status == 200
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), show
        assert hand.violations() == [], show


def test_the_archivists_day(house: Any, waiting: Any, tmp_path: Path) -> None:
    hand = house.hand("zhoulin")
    page = hand.go("/archive/")
    hand.tap(page.get_by_role("link", name="检查立卷", exact=False).first)
    expect(page.get_by_text("没有缺件。")).to_be_visible()
    expect(page.get_by_role("cell", name="当场行政处罚决定书", exact=False)).to_be_visible()
    hand.tap(page.get_by_role("link", name="立卷", exact=True))
    hand.tap(page.get_by_role("button", name="立卷并检测"))
    volume = Volume.objects.get(case=waiting)
    expect(page.get_by_text("四性检测通过", exact=False)).to_be_visible()
    expect(page.locator("body")).to_contain_text(volume.number)

    hand.tap(page.get_by_role("button", name="四性检测"))
    expect(page.get_by_role("heading", name="四性检测报告")).to_be_visible()
    expect(page.get_by_text("不通过")).to_have_count(0)

    page = hand.go(f"/archive/volumes/{volume.id}/look/")
    page.get_by_label("归档包（ZIP）").check()
    hand.tap(page.get_by_role("button", name="登记并打开"))
    expect(page.get_by_text("调阅理由", exact=False).first).to_be_visible()
    assert not Reading.objects.filter(ref=volume.id).exists(), "without a reason nothing is opened"
    page.get_by_label("调阅理由").fill("上级抽查案卷")
    with page.expect_download() as download:
        page.get_by_role("button", name="登记并打开").click()
    download.value.save_as(tmp_path / "volume.zip")
    assert zipfile.ZipFile(tmp_path / "volume.zip").testzip() is None
    assert Reading.objects.get(ref=volume.id).reason == "上级抽查案卷"

    page = hand.go("/archive/?show=kept")
    page.get_by_label("关键词").fill(volume.number)
    hand.tap(page.get_by_role("button", name="筛选"))
    expect(page.get_by_role("link", name=volume.number)).to_be_visible()
    with page.expect_download() as sheet:
        page.get_by_role("link", name="案卷目录导出").click()
    sheet.value.save_as(tmp_path / "volumes.xlsx")
    rows = list(load_workbook(tmp_path / "volumes.xlsx").active.iter_rows(values_only=True))
    assert volume.number in {row[0] for row in rows}
