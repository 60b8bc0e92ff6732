"""A decision in the light, in a real browser: due, masked, released, found, verified, corrected, annulled and withdrawn in time; and one that is late.

The days are reckoned by hand from the calendar of 2026: between June and August Monday to Friday are worked, but for Fri 19 June.
"""

import os
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from fadu.cases.models import Outbox
from fadu.disclosure.models import Publication, State
from fadu.disclosure.services import enqueue
from fadu.documents import storage
from fadu.documents.models import Document
from tests.cases.telling import Telling
from tests.disclosure.during.conftest import photo
from tests.e2e.conftest import House
from tests.e2e.pages import NARROW, WIDE, Hand

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SHOTS = os.environ.get("FADU_SHOTS", "")
"""A folder into which pictures of the pages are written, for whoever wants to look at them."""
SECRET = "进货渠道为云岭乳业二厂内部价"
"""In the facts of the decision; nobody can know it for a secret but who handles the case."""
FACTS = f"当事人自 2026 年 5 月 20 日起陈列销售超过保质期的纯牛奶、酸奶，{SECRET}，货值 12,000 元，已售出部分违法所得 860 元。"
WRONG, RIGHT = "二、罚款 130,000 元，缴至县财政专户。", "二、罚款 130,000 元，缴至决定书所附的代收银行。"


def sound(hand: Hand, name: str) -> None:
    """The page is whole for every eye at both widths."""
    for width in (NARROW, WIDE):
        hand.page.set_viewport_size({"width": width, "height": 900})
        if SHOTS:
            hand.page.screenshot(path=Path(SHOTS) / f"{name}-{width}.png", full_page=True)
        assert hand.overflow() == [], (name, width)
        assert hand.violations() == [], (name, width)


def row_of(page: Page, party: str) -> Any:
    """The line of the queue."""
    return page.get_by_role("table", name="公示件").locator("tbody tr").filter(has_text=party)


def visitor(house: House) -> Page:
    """Somebody on a telephone who has neither an account nor scripts."""
    page: Page = house.browser.new_context(java_script_enabled=False, locale="zh-CN", viewport={"width": NARROW, "height": 844}).new_page()
    return page


def searched(house: House, page: Page, words: str) -> list[str]:
    """Whom the results for some words are about."""
    page.goto(f"{house.url}/open/")
    page.get_by_label("查找", exact=True).fill(words)
    page.get_by_role("button", name="查询").click()
    found = [text.split("经营")[0].strip() for text in page.locator(".hits h3").all_inner_texts()]
    assert page.get_by_role("heading", name="没有符合条件的公示信息").count() == (not found)
    return found


def test_a_decision_goes_out_and_comes_back(house: House) -> None:
    house.clock.set("2026-07-20T11:00")
    story = Telling(house.bureau).until("serve", conclude={"facts_found": FACTS}, decide={"content": f"一、没收违法所得 860 元；{WRONG}"})
    house.work()
    row = Publication.objects.get(case=story.id)
    paper = Document.objects.get(case=story.id, paper="penalty_decision")

    officer, stranger = house.hand("liwei"), visitor(house)
    due_and_masked(officer, row)
    released(house, officer, row)
    found_and_verified(house, stranger, row, storage.fetch(paper.sha256))
    corrected(house, officer, stranger, story)
    withdrawn(house, officer, stranger, story)
    assert Publication.objects.get(pk=row.pk).state == State.WITHDRAWN
    assert officer.said == []


def due_and_masked(officer: Hand, row: Publication) -> None:
    """What is due is told with its day; what only its handler knows for a secret is marked, and looked at side by side."""
    # Due: seven working days from Fri 17 July: 20 21 22 23 24 · 27 Tue 28.
    officer.go("/publications/")
    due = row_of(officer.page, "示范县清河食品店")
    expect(due).to_contain_text("2026-07-28")
    expect(due.locator(".tag")).to_have_text("还剩 8 天")
    sound(officer, "queue")

    due.get_by_role("link", name="行政处罚决定").click()
    facts = officer.page.get_by_role("table", name="脱敏前后").locator("tbody tr").filter(has_text="违法事实").locator("td")
    expect(facts.nth(1)).to_contain_text(SECRET)
    expect(facts.nth(2)).to_contain_text(SECRET)
    officer.page.get_by_role("link", name="标注商业秘密等不得公开的内容").click()
    officer.page.fill("[name=text]", SECRET)
    officer.page.locator("[name=why][value=trade]").check()
    officer.submit()
    expect(officer.page.get_by_role("table", name="已有的标注")).to_contain_text(SECRET)
    sound(officer, "marks")
    officer.go(f"/publications/{row.pk}/")
    expect(facts.nth(1).locator("mark").filter(has_text=SECRET)).to_have_count(1)
    expect(facts.nth(2)).not_to_contain_text(SECRET)
    expect(facts.nth(2).locator("b")).to_contain_text(["商业秘密不公开"])
    sound(officer, "publication")


def released(house: House, officer: Hand, row: Publication) -> None:
    """By who handles the case; the head and the supervisor look on, the reviewer has no business here."""
    for name, status in (("zhaoqiang", 200), ("zhaomin", 200), ("chenjing", 403)):
        other = house.hand(name)
        other.go(f"/publications/{row.pk}/")
        assert (other.status, other.page.locator("button[value=release]").count()) == (status, 0), name
    officer.page.get_by_role("button", name="已经核对，公示").click()
    expect(officer.page.locator(".messages")).to_contain_text("已经公示")
    house.work()


def found_and_verified(house: House, stranger: Page, row: Publication, paper: bytes) -> None:
    """By its words, and by nothing that was taken out; then by the QR code of the paper, as a telephone takes it."""
    for hidden in ("云岭乳业", "王清河"):
        assert searched(house, stranger, hidden) == []
    assert searched(house, stranger, "财政专户") == ["示范县清河食品店"]
    assert searched(house, stranger, "纯牛奶 第124条") == ["示范县清河食品店"]
    stranger.locator(".hits a").first.click()
    expect(stranger.get_by_role("heading", name="已存证，可核验")).to_be_visible()
    expect(stranger.locator(".record-events li")).to_have_count(1)
    for hidden in (SECRET, "王清河", "13800001234"):
        assert hidden not in stranger.content(), hidden

    stranger.goto(f"{house.url}/open/verify/")
    stranger.set_input_files("[name=file]", {"name": "决定书.jpg", "mimeType": "image/jpeg", "buffer": photo(paper, kind="JPEG")})
    stranger.get_by_role("button", name="核验").click()
    expect(stranger.locator("main")).to_contain_text("确有这份文书")
    expect(stranger.locator("main .tag.ok").first).to_have_text("现行有效")
    stranger.goto(f"{house.url}/open/verify/")
    stranger.set_input_files("[name=file]", {"name": "决定书.pdf", "mimeType": "application/pdf", "buffer": paper})
    stranger.get_by_role("button", name="核验").click()
    expect(stranger.locator("main")).to_contain_text("文件没有改动")
    stranger.get_by_role("link", name="这项决定正在向社会公示").click()
    assert stranger.url == f"{house.url}/open/{row.pk}/"


def corrected(house: House, officer: Hand, stranger: Page, story: Telling) -> None:
    """Corrected in its case, the queue asks for it; the public learns what changed, not what stood there."""
    row = Publication.objects.get(case=story.id)
    house.clock.set("2026-07-22T10:00")
    story.correct("decide", {"content": f"一、没收违法所得 860 元；{RIGHT}"}, when="2026-07-22T09:30")
    house.work()
    officer.go("/publications/?show=amend")
    expect(row_of(officer.page, "示范县清河食品店").locator(".tag.near")).to_have_text("案件 2026-07-22 更正，应当更正公示")
    officer.go(f"/publications/{row.pk}/")
    expect(officer.page.locator(".note")).to_contain_text(["应当更正"])
    officer.page.get_by_label("更正或者撤回的理由").fill("缴款的方式写错")
    officer.page.get_by_role("button", name="更正", exact=True).click()
    expect(officer.page.locator(".messages")).to_contain_text("已经更正公示的内容")
    house.work()
    public = house.hand()
    public.go(f"/open/{row.pk}/")
    expect(public.page.locator(".record-events")).to_contain_text("改动的内容：处罚内容、决定书公开文本")
    expect(public.page.locator(".record-lines")).to_contain_text("代收银行")
    assert "财政专户" not in public.page.content()
    sound(public, "corrected")
    assert searched(house, stranger, "财政专户") == []
    papers = Document.objects.filter(case=story.id, paper="penalty_decision")
    stranger.goto(f"{house.url}/open/verify/{papers.get(superseded=True).pk}/")
    expect(stranger.locator("main .tag.bad").first).to_have_text("已被新版取代")
    stranger.goto(f"{house.url}/open/verify/{papers.get(superseded=False).pk}/")
    expect(stranger.locator("main .tag.ok").first).to_have_text("现行有效")
    expect(stranger.get_by_role("link", name="这项决定正在向社会公示")).to_be_visible()


def withdrawn(house: House, officer: Hand, stranger: Page, story: Telling) -> None:
    """Annulled, the queue tells the day by which it has to be down; what is left of it for a stranger says so."""
    row = Publication.objects.get(case=story.id)
    # Annulled on Thu 30 July: three working days, Fri 31, Mon 3, Tue 4 August.
    house.clock.set("2026-07-30T16:00")
    ended = {"kind": "review", "remedy_started_on": "2026-07-22", "remedy_ended_on": "2026-07-30", "result": "quashed", "overturned_on": "2026-07-30"}
    story.take("record_remedy", ended, when="2026-07-30T15:00", by="liwei")
    house.work()
    officer.go("/")
    officer.page.locator(".note-bad").get_by_role("link", name="公示应当撤回 1 件").click()
    expect(row_of(officer.page, "示范县清河食品店").locator(".tag.bad")).to_contain_text("应于 2026-08-04 前撤回")
    officer.go(f"/publications/{row.pk}/")
    expect(officer.page.locator(".note-bad")).to_contain_text("应当在 2026-08-04 前撤回")
    sound(officer, "publication-down")
    house.clock.set("2026-08-03T09:00")
    officer.page.get_by_label("更正或者撤回的理由").fill("行政复议决定撤销原处罚决定")
    officer.page.get_by_role("button", name="撤回").click()
    expect(officer.page.locator(".messages")).to_contain_text("已经撤回")
    house.work()

    assert searched(house, stranger, "纯牛奶 保质期") == []
    public = house.hand()
    public.go(f"/open/{row.pk}/")
    assert public.status == 410
    expect(public.page.locator("main")).to_contain_text("行政复议决定撤销原处罚决定")
    expect(public.page.get_by_role("region", name="已存证，可核验")).to_contain_text("撤回的记录写在公开日志的")
    for gone in ("清河食品店", "纯牛奶", "130,000"):
        assert gone not in public.page.content(), gone
    sound(public, "tombstone")
    stranger.goto(f"{house.url}/open/verify/")
    stranger.fill("[name=code]", str(Document.objects.get(case=story.id, paper="penalty_decision", superseded=False).pk))
    stranger.get_by_role("button", name="查询").click()
    expect(stranger.locator("main .tag.bad").first).to_have_text("决定已被推翻")
    expect(stranger.get_by_role("link", name="这项决定的公示已经撤回")).to_be_visible()


def test_a_late_one_is_red_for_its_organ_and_its_supervisor(house: House) -> None:
    house.clock.set("2026-08-03T11:00")
    story = Telling(house.bureau).until("decide", register={"party_name": "示范县顺达超市", "party_code": None})
    for told in Outbox.objects.filter(topic="step", case_id=story.id):
        enqueue(told)
    row = Publication.objects.get(case=story.id)
    hands = {name: house.hand(name) for name in ("liwei", "zhaoqiang", "zhaomin")}
    for name, hand in hands.items():
        hand.go("/publications/")
        # Due on Tue 28 July, and today is Mon 3 August.
        expect(row_of(hand.page, "示范县顺达超市").locator(".tag.bad"), name).to_have_text("逾期 6 天")
        expect(hand.page.locator("a.tile.bad").filter(has_text="逾期").locator("b"), name).to_have_text("1")
        hand.go(f"/publications/{row.pk}/")
        expect(hand.page.locator("h1 .tag.bad"), name).to_have_text("待公示，逾期")
    for name in ("liwei", "zhaoqiang"):
        hands[name].go("/")
        expect(hands[name].page.locator(".note-bad"), name).to_contain_text("公示逾期 1 件")
        hands[name].page.get_by_role("link", name="公示逾期 1 件").click()
        expect(row_of(hands[name].page, "示范县顺达超市"), name).to_have_count(1)

    supervisor = hands["zhaomin"]
    supervisor.go("/findings/")
    expect(supervisor.page.locator(".note-bad")).to_contain_text("公示逾期")
    supervisor.page.get_by_role("link", name="1 件决定到期没有公示").click()
    organ = supervisor.page.get_by_role("table", name="各机关的公示").locator("tbody tr").filter(has_text="示范县市场监督管理局")
    expect(organ.locator(".tag.bad")).to_have_text("1")
    sound(supervisor, "queue-supervisor")
    organ.get_by_role("link").click()
    expect(row_of(supervisor.page, "示范县顺达超市").locator(".tag.bad")).to_have_text("逾期 6 天")
    assert all(hand.said == [] for hand in hands.values())
