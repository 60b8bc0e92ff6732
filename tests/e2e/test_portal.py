"""A stranger at the portal: without scripts from the home page to a record and its enterprise; no page has a serious fault for anyone."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import expect

from fadu.disclosure import search, services
from fadu.disclosure.derive import draw
from fadu.disclosure.models import Publication
from fadu.disclosure.services import enqueue
from tests.cases.telling import Telling
from tests.e2e.conftest import House
from tests.e2e.pages import NARROW, WIDE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(scope="module")
def shown(house: House) -> Publication:
    """The food case, decided and released."""
    from fadu.cases.models import Outbox

    house.clock.set("2026-07-20T11:00")
    case = Telling(house.bureau).until("decide")
    told = list(Outbox.objects.filter(topic="step", case_id=case.id).order_by("id"))
    house.work()
    for step in told:
        enqueue(step)
    row = Publication.objects.get(case_id=case.id)
    services.release(house.bureau.who("liwei"), row.pk, seen=search.fingerprint(draw(row.step_id).shown))
    house.work()
    return row


def test_a_stranger_without_scripts(house: House, shown: Publication) -> None:
    context = house.browser.new_context(java_script_enabled=False, locale="zh-CN", viewport={"width": NARROW, "height": 844})
    page = context.new_page()
    page.goto(f"{house.url}/open/")
    page.get_by_label("查找", exact=True).fill("清河 第124条")
    page.get_by_role("button", name="查询").click()
    expect(page.locator("mark").first).to_have_text("清河")
    page.get_by_role("complementary", name="缩小范围").get_by_role("link", name="罚款 1", exact=True).click()
    expect(page.get_by_role("list", name="已选条件")).to_contain_text("罚款")
    page.get_by_role("list", name="已选条件").get_by_role("link", name="清河 第124条", exact=False).click()
    page.locator(".hits a").first.click()
    expect(page.get_by_role("heading", name="已存证，可核验")).to_be_visible()
    expect(page.get_by_text("fadu verify", exact=False).first).to_be_attached()
    page.get_by_role("link", name="示范县清河食品店", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("示范县清河食品店")
    page.get_by_role("link", name="行政处罚决定 2026 年 1 条").click()
    expect(page.locator(".hits li")).to_have_count(1)
    context.close()


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_pages_are_for_everybody(house: House, shown: Publication, width: int) -> None:
    hand = house.hand(width=width)
    faults = []
    pages = {
        "home": "/open/",
        "results": "/open/results/?q=清河&act=penalty",
        "empty": "/open/results/?q=没有这样的词语&act=penalty",
        "wrong": "/open/results/?q=清河&since=五月",
        "record": f"/open/{shown.pk}/",
        "enterprise": "/open/enterprises/92130999MA0FADU011/",
        "unknown": "/open/enterprises/92130999MA0FADU0/",
    }
    for name, path in pages.items():
        page = hand.go(path)
        faults += [(name, fault) for fault in hand.violations()] + [(name, "overflow", hand.overflow())] * bool(hand.overflow())
        if folder := os.environ.get("FADU_SHOTS"):
            page.screenshot(path=Path(folder) / f"{name}-{width}.png", full_page=True)
    assert not faults, faults
