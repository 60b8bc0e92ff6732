"""A citizen on a telephone checks a paper, reads its notice and its progress; without scripts, with them, and by dropping it."""

import os
from base64 import b64encode
from pathlib import Path

import pytest
from django.core.cache import cache
from playwright.sync_api import expect

from fadu.accounts.actors import SYSTEM
from fadu.documents import storage
from fadu.documents.models import Document
from fadu.documents.signing import services as signing
from tests.cases.telling import Telling
from tests.disclosure.during.conftest import photo
from tests.e2e.pages import NARROW, WIDE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SHOTS = os.environ.get("FADU_SHOTS", "")
"""A folder into which pictures of the pages are written, for whoever wants to look at them."""


@pytest.fixture(scope="module")
def paper(house):
    """The notice of a case that was decided since."""
    house.clock.set("2026-07-20T11:00")
    signing.make_demo(SYSTEM, [house.bureau.bureau])
    telling = Telling(house.bureau).until("serve")
    house.work()
    return Document.objects.get(case=telling.id, paper="penalty_decision")


@pytest.fixture
def files(paper, tmp_path):
    pdf = storage.fetch(paper.sha256)
    (tmp_path / "原件.pdf").write_bytes(pdf)
    (tmp_path / "改过.pdf").write_bytes(pdf + b"\n% changed\n%%EOF\n")
    (tmp_path / "照片.jpg").write_bytes(photo(pdf, turned=6, kind="JPEG"))
    cache.clear()
    return tmp_path


def look(page, name: str) -> None:
    if SHOTS:
        Path(SHOTS).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=f"{SHOTS}/{name}.png", full_page=True)


def test_without_scripts_on_a_telephone(house, paper, files):
    context = house.browser.new_context(java_script_enabled=False, viewport={"width": NARROW, "height": 900})
    page = context.new_page()
    page.goto(f"{house.url}/open/verify/")
    look(page, "home-390")
    for name, words in (("原件.pdf", "文件没有改动"), ("改过.pdf", "文件与当时制作的不同"), ("照片.jpg", "照片上的字要自己核对")):
        page.goto(f"{house.url}/open/verify/")
        page.set_input_files("[name=file]", files / name)
        page.get_by_role("button", name="核验").click()
        expect(page.locator("main")).to_contain_text(words)
        expect(page.locator("main")).to_contain_text(paper.number)
        look(page, f"{name}-390")
    page.goto(f"{house.url}/open/verify/")
    page.fill("[name=code]", "不是编号")
    page.get_by_role("button", name="查询").click()
    expect(page.locator("main")).to_contain_text("32 位字母和数字")
    assert page.locator("[name=code]").input_value() == "不是编号"
    for path, submit, words in (("notices", "看告知", "申请行政复议"), ("progress", "查进度", "等待履行")):
        page.goto(f"{house.url}/open/{path}/")
        page.fill("[name=code]", str(paper.pk).upper().replace("-", ""))
        page.get_by_role("button", name=submit).click()
        expect(page.locator("main")).to_contain_text(words)
        look(page, f"{path}-390")
    context.close()


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_every_page_is_whole_for_every_eye(house, paper, width):
    cache.clear()
    hand = house.hand("", width)
    code = paper.pk
    for path in (
        "/open/verify/",
        f"/documents/{code}/proof/",
        "/open/notices/",
        f"/open/notices/{code}/",
        "/open/progress/",
        f"/open/progress/{code}/",
        "/open/windows/",
        "/c/",
    ):
        hand.go(path)
        for summary in hand.page.locator("main details summary").all()[:3]:
            if summary.is_visible():
                summary.click()
        assert hand.overflow() == [], path
        assert hand.violations() == [], path
        look(hand.page, f"{path.strip('/').replace('/', '-').replace(str(code), 'x')}-{width}")
    assert hand.said == []


def test_a_paper_is_dropped(house, paper, files):
    hand = house.hand("", WIDE)
    hand.go("/open/verify/")
    expect(hand.page.locator("[data-drop-said]")).to_have_text("也可以把文件拖到这里。")
    data = b64encode((files / "原件.pdf").read_bytes()).decode()
    hand.page.evaluate(
        """(data) => {
          const bytes = Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0));
          const moved = new DataTransfer();
          moved.items.add(new File([bytes], "原件.pdf", { type: "application/pdf" }));
          document.querySelector("[data-drop-zone]").dispatchEvent(new DragEvent("drop", { dataTransfer: moved, bubbles: true, cancelable: true }));
        }""",
        data,
    )
    expect(hand.page.locator("main")).to_contain_text("文件没有改动")
    assert hand.said == []
