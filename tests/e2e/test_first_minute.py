"""The first minute of each role: what is there works, by keyboard too, for every eye and on every screen."""

import re
from typing import Any

import pytest

from fadu.cases.models import Case
from tests.e2e import county
from tests.e2e.pages import NARROW, WIDE, Hand

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FILE = ["待办", "案件", "音像", "原件", "涉案财物", "档案", "一户式"]
TEAM = ["机关人员", "培训", "考试", "装备", "考核", "岗位编制", "法律力量", "指导试点", "督导台账"]
BASES = ["执法事项", "法规库", "裁量基准"]
SHOWING = ["公示工作", "事前公开", "年度统计", "三项制度报告", "双公示", "原系统记录"]
KEEPING = ["赋权委托", "导入导出", "导出记录", "工作日历", "公开日志", "签章证书", "当事人账号"]
HOME = {
    "liwei": ("待办", [*FILE, "公示工作", "事前公开", "窗口岗位", "核查发现", *TEAM, *BASES, "公开日志"]),
    "wangfang": ("待办", [*FILE, "公示工作", "事前公开", "窗口岗位", "核查发现", *TEAM, *BASES, "公开日志"]),
    "chenjing": ("待办", [*FILE, "事前公开", "三项制度报告", "核查发现", *(place for place in TEAM if place != "装备"), *BASES, "公开日志"]),
    "zhaoqiang": ("待办", [*FILE, *SHOWING, "窗口岗位", "核查发现", *TEAM, "影像抽检", "指标", *BASES, "公开日志"]),
    "zhaomin": ("待办", [*FILE, *SHOWING[:4], "窗口岗位", "核查发现", *TEAM, "影像抽检", "指标", *BASES, "导出记录", "公开日志"]),
    "admin": (
        "执法机关",
        ["事前公开", "原系统记录", "窗口岗位", *TEAM, "影像抽检", "指标", *BASES, *KEEPING],
    ),
}
FOLLOWED = 25


@pytest.fixture(scope="module")
def cases(house, food) -> dict[str, str]:
    return county.build(house, food)


@pytest.fixture(scope="module")
def pages(cases) -> dict[str, str]:
    case = f"/cases/{cases['示范县清河食品店']}/"
    return {
        "worklist": "/", "case": case, "early case": f"/cases/{cases['示范县好再来餐馆']}/", "record": f"{case}record/4/", "checks": f"{case}checks/?verdict=passes",
        "step form": f"/cases/{cases['示范县康乐食品有限公司']}/do/conclude/", "registration": "/cases/new/general/", "on the spot": "/cases/new/simple/",
        "list": "/cases/", "empty list": "/cases/?q=没有这样的案件", "statutes": "/statutes/", "statute": "/statutes/行政处罚法/", "article": "/statutes/行政处罚法/42",
        "benchmarks": "/benchmarks/", "log": "/log/", "not there": "/cases/00000000-0000-0000-0000-000000000000/",
    }  # fmt: skip


@pytest.mark.parametrize("username", HOME)
def test_each_role_finds_its_place(house, cases, username):
    title, places = HOME[username]
    hand = house.hand(username)
    assert hand.status == 200
    assert hand.page.title().startswith(title), hand.page.title()
    assert hand.page.locator("header nav a").all_text_contents() == places
    _follow(hand)
    assert hand.said == []


def test_the_public_finds_what_is_public(house, cases):
    hand = house.hand()
    hand.go("/")
    assert "/login/" in hand.page.url
    assert hand.page.locator("header nav a").all_text_contents() == [
        "执法公示",
        "核验文书",
        "查验证件",
        "监控设备",
        "执法事项",
        "法规库",
        "裁量基准",
        "公开日志",
    ]
    hand.go("/statutes/")
    _follow(hand)
    for private in ("/cases/", f"/cases/{next(iter(cases.values()))}/", "/organs/", "/cases/new/general/"):
        answer = hand.context.request.get(f"{hand.url}{private}", max_redirects=0)
        assert answer.status in {302, 403}, private
    assert hand.said == []


def test_an_officer_sees_only_their_own_cases(house, cases):
    stranger = house.hand("zhoujie")
    stranger.go("/cases/")
    assert "没有符合条件的案件" in stranger.page.locator("main").inner_text()
    stranger.go(f"/cases/{next(iter(cases.values()))}/")
    assert stranger.status == 404
    assert "不在您可以查看的范围内" in stranger.page.locator("main").inner_text()


def test_a_step_by_keyboard_alone(house, cases):
    hand = house.hand("zhaoqiang")
    case = cases["示范县便民商店"]  # reviewed; the head approves the proposal
    keys = hand.page.keyboard
    for _ in range(30):
        keys.press("j")
        if case in (hand.page.evaluate("document.activeElement.href") or ""):
            break
    with hand.page.expect_navigation():
        keys.press("Enter")
    assert hand.next_step() == "批准处罚建议"
    _tab_to(hand, "document.activeElement.matches('.page-head a.btn-primary')")
    with hand.page.expect_navigation():
        keys.press("Enter")
    _tab_to(hand, "document.activeElement.name === 'opinion'")
    keys.insert_text("同意，依法告知。")
    with hand.page.expect_navigation():
        keys.press("Control+Enter")
    assert "已办理：批准处罚建议" in hand.page.locator(".messages").inner_text()
    assert Case.objects.get(pk=case).turn_step == "notify"


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_no_serious_violation_and_no_overflow(house, pages, width):
    hand = house.hand("liwei", width)
    found: dict[str, Any] = {}
    for name, path in {**pages, "refusal": "", "error": ""}.items():
        if name == "refusal":
            hand.go(pages["step form"].replace("conclude", "inspect"))
            refuse(hand)
        elif name == "error":
            hand.go(pages["registration"])
            hand.submit()
        else:
            hand.go(path)
        hand.page.wait_for_load_state("load")
        faults = [rule for rule in hand.violations() if rule[1] in {"serious", "critical"}]
        if sticking := hand.overflow():
            faults.append(("overflow", "serious", sticking))
        if faults:
            found[name] = faults
    outside = house.hand("", width)
    outside.go("/login/")
    faults = [rule for rule in outside.violations() if rule[1] in {"serious", "critical"}]
    assert outside.overflow() == []
    assert faults == []
    assert found == {}
    assert {text for text in hand.said if not re.search(r"\b(404|409|422)\b", text)} == set()


def refuse(hand: Hand) -> None:
    """On the page of an inspection: try it with one officer."""
    for box in hand.page.locator("[name=present]").all():
        box.uncheck()
    hand.page.locator("[name=present]").first.check()
    for name, value in (("card_shown", "1"), ("reason_told", "1"), ("record_signed", "signed"), ("party_summoned", "1")):
        if (box := hand.page.locator(f"[name={name}][value='{value}']")).count():
            box.check()
    for name, value in (
        ("began_at", "2026-07-09T09:00"),
        ("ended_at", "2026-07-09T09:30"),
        ("findings", "货架陈列待售。"),
        ("met_by", "店主"),
        ("place", "店内"),
    ):
        hand.page.fill(f"[name={name}]", value)
    hand.submit()
    assert hand.refusals(), hand.errors()


def _tab_to(hand: Hand, there: str) -> None:
    for _ in range(60):
        hand.page.keyboard.press("Tab")
        if hand.page.evaluate(there):
            outline = hand.page.evaluate("getComputedStyle(document.activeElement).outlineStyle + getComputedStyle(document.activeElement).boxShadow")
            assert outline != "nonenone", "one sees where one is"
            return
    raise AssertionError(there)


def _follow(hand: Hand) -> None:
    """Every link offered leads somewhere, two steps deep."""
    start = hand.page.url
    seen: dict[str, int] = {}
    for place in [start, *[link.get_attribute("href") or "" for link in hand.page.locator("header a").all()]]:
        hand.go(place)
        assert hand.status == 200, place
        links = hand.page.evaluate("[...document.querySelectorAll('main a[href], header a[href]')].map(a => a.href)")
        kinds: dict[str, str] = {}
        for link in links:  # one of each kind of page is enough
            if link.startswith(hand.url):
                kinds.setdefault(re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}|\d+|%[0-9A-F%]+", "*", link.split("#")[0]), link.split("#")[0])
        for link in list(kinds.values())[:FOLLOWED]:
            if link not in seen:
                seen[link] = hand.context.request.get(link).status
    assert {link: status for link, status in seen.items() if status >= 400} == {}
    assert seen
