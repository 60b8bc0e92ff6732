"""An enterprise activates its account on a phone, signs in and opens its penalty decision; and a case is replayed by keyboard."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from fadu.documents.models import Document
from fadu.evidence.models import Reading
from tests.cases.telling import Telling
from tests.e2e.pages import NARROW, WIDE
from tests.evidence.household.parties import NUMBER, PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(scope="module")
def served(house):
    """The food case up to the service of its decision, its papers made."""
    house.clock.set("2026-07-20T11:00")
    telling = Telling(house.bureau).until("serve")
    house.work()
    return telling


def test_an_enterprise_reads_its_decision_on_a_phone(house, served):
    officer, party = house.hand("liwei", WIDE), house.hand("", NARROW)
    officer.go(f"/cases/{served.id}/admit/")
    officer.page.fill("[name=receiver]", "王清河")
    officer.submit()
    code = officer.page.locator("#code").inner_text()
    assert officer.overflow() == []
    assert officer.violations() == []

    party.go("/activate/")
    assert party.overflow() == []
    for name, text in (("code", code.lower()), ("number", NUMBER), ("name", "王清河"), ("username", "qinghe"), ("password", PASSWORD), ("again", PASSWORD)):
        party.page.fill(f"[name={name}]", text)
    assert party.violations() == []
    party.submit()
    party.page.fill("[name=username]", "qinghe")
    party.page.fill("[name=password]", PASSWORD)
    party.page.get_by_role("button", name="登录").click()
    expect(party.page.locator("h1")).to_contain_text("示范县清河食品店")
    assert "申请行政复议" in party.page.locator("main").inner_text()
    assert party.overflow() == []
    assert party.violations() == []

    party.page.locator("table a").first.click()
    expect(party.page.locator("main")).to_contain_text("收到的文书")
    decision = Document.objects.get(case=served.id, paper="penalty_decision")
    assert party.overflow() == []
    assert party.violations() == []
    with party.page.expect_download() as saving:
        party.page.locator(f"a[href='/mine/papers/{decision.pk}/?save']").click()
    assert Path(saving.value.path()).read_bytes().startswith(b"%PDF-")
    assert Reading.objects.filter(ref=decision.pk, by_name="王清河", action="download").count() == 1
    party.go("/")
    assert party.page.url.endswith("/mine/")
    party.go("/cases/")
    assert party.status == 403


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_a_case_is_replayed_by_keyboard(house, served, width):
    hand = house.hand("zhaoqiang", width)
    hand.go(f"/cases/{served.id}/")
    hand.page.get_by_role("link", name="按时间回放全过程").click()
    where = hand.page.locator("[data-replay-where]")
    expect(where).to_have_text("0 / 20")
    hand.page.keyboard.press("ArrowRight")
    hand.page.keyboard.press("ArrowRight")
    expect(where).to_have_text("2 / 20")
    current = hand.page.locator("[aria-current=step]")
    expect(current).to_have_attribute("id", "f2")
    expect(current).to_contain_text("立案")
    expect(hand.page.locator("#said")).to_contain_text("立案")
    hand.page.keyboard.press("End")
    expect(current).to_have_attribute("id", "f20")
    hand.page.keyboard.press("ArrowLeft")
    expect(where).to_have_text("19 / 20")
    hand.page.keyboard.press("Home")
    hand.page.keyboard.press(" ")
    expect(hand.page.get_by_role("button", name="暂停")).to_be_visible()
    expect(where).to_have_text("3 / 20", timeout=15_000)
    hand.page.keyboard.press(" ")
    expect(hand.page.get_by_role("button", name="播放")).to_be_visible()
    assert hand.overflow() == []
    assert hand.violations() == []
    assert hand.said == []
