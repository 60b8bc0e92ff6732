"""当场处罚 on a telephone: from the finding to the file; and the turn to the ordinary procedure."""

import json

import pytest

from fadu.cases.models import Case
from fadu.law.registry import procedure_of
from tests.cases.world import DATA
from tests.e2e.pages import NARROW, case_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SIMPLE, GENERAL = procedure_of("penalty.simple"), procedure_of("penalty.general")
ON_THE_SPOT = ("register_spot", "tell_spot", "decide_spot", "collect_fine")

# 行政处罚法第七十一条: two working days from Mon 14 September are Tue 15, Wed 16; from Tue 15 they are Wed 16, Thu 17.
# 市监程序规定第七十条 holds for market supervision alone, not for this bureau of all fields.
EXPECTED = {"collect_fine": ("当场收缴交款", "2026-09-16"), "remit": ("缴付银行", "2026-09-17")}


def told(name):
    return json.loads((DATA / f"{name}.json").read_text("utf-8"))


def test_a_penalty_on_the_spot_by_telephone(house):
    story = told("simple")
    house.clock.set("2026-09-14T09:55")
    hand = house.hand("zhoulin", NARROW)
    case, taps = "", {}
    for step in story["steps"]:
        name, at = step["step"], step["at"]
        house.clock.set(at)
        hand.taps = 0
        if case:
            hand.open_case(case)
            hand.open_step(name)
        else:
            hand.go("/")
            hand.tap(hand.page.get_by_role("link", name="当场处罚"))
            hand.page.wait_for_url("**/cases/new/simple/")
        assert hand.page.locator("[name=taken_at]").input_value() == at, "the time is there already"
        assert hand.overflow() == [], name
        hand.fill(SIMPLE[name].asks, step["data"], at=at)
        hand.submit()
        assert not hand.refusals(), (name, hand.refusals())
        assert not hand.errors(), (name, hand.errors())
        case = case_of(hand.page.url)
        taps[name] = hand.taps
        house.work()
        hand.open_case(case)
        assert hand.overflow() == [], name
        if name in EXPECTED:
            clock, due = EXPECTED[name]
            assert hand.clocks()[clock][0] == due
    spot = sum(taps[name] for name in ON_THE_SPOT)
    print(f"当场处罚、当场收缴：{spot} 次点按（含每个填写的框）；全案 {sum(taps.values())} 次：{taps}")
    assert spot <= 42, taps
    assert Case.objects.get(pk=case).stage == "archived"
    assert hand.stage() == "全部完成"
    papers = [title for title, _ in hand.papers()]
    assert "当场行政处罚决定书" in "".join(papers), papers
    assert hand.said == []


def test_what_needs_inquiry_turns_to_the_ordinary_procedure(house):
    story = told("converted")
    house.clock.set("2026-09-07T09:20")
    hand = house.hand("liwei", NARROW)
    hand.go("/cases/new/simple/")
    case = ""
    for step in story["steps"][:2]:
        house.clock.set(step["at"], minutes=1)
        if case:
            hand.open_case(case)
            hand.open_step(step["step"])
        hand.fill(SIMPLE[step["step"]].asks, step["data"], at=step["at"])
        hand.submit()
        assert not hand.refusals(), hand.refusals()
        assert not hand.errors(), hand.errors()
        case = case_of(hand.page.url)
    assert hand.stage() == "案源"
    assert hand.page.locator(".page-head .facts").inner_text().startswith("程序")
    assert "行政处罚普通程序" in hand.page.locator(".page-head").inner_text()
    # 市监程序规定第十八条: 15 working days from Mon 7 September. 8 9 10 11 · 14 to 18 · Sun 20 (worked) 21 22 23 24 (中秋 from Fri 25) · Mon 28.
    assert hand.clocks()["线索核查"][0] == "2026-09-28"
    house.clock.set("2026-09-08T10:00", minutes=5)
    head = house.hand("zhaoqiang")
    head.open_case(case)
    assert head.next_step() == GENERAL["file"].label
    head.open_step("file")
    head.fill(GENERAL["file"].asks, story["steps"][2]["data"], at=story["steps"][2]["at"])
    head.submit()
    assert head.stage() == "调查取证"
    assert [title for title, _ in head.record()] == ["立案", "转为普通程序", "现场查明"]
    assert head.said == hand.said == []
