"""涉案财物 in a real browser: a seizure is listed, goes to the store-room, is sealed and unsealed with a witness, inspected, returned; destroying needs a decision."""

import json
from datetime import datetime
from typing import Any

import pytest
from django.utils import timezone

from fadu.accounts.actors import SYSTEM
from fadu.cases.models import Case
from fadu.cases.services import take
from fadu.cases.services.replay import replay
from fadu.evidence.exhibits import selectors, services
from fadu.evidence.exhibits.models import Exhibit, Item, Movement
from fadu.law.registry import procedure_of
from tests.cases.world import file_of
from tests.e2e.pages import AXE, NARROW, Hand

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SEIZURE = procedure_of("measure.seizure")


@pytest.fixture(scope="module")
def story() -> dict[str, Any]:
    told: dict[str, Any] = json.loads(file_of("measure").read_text("utf-8"))
    return told


def submit(hand: Hand, button: str) -> None:
    with hand.page.expect_navigation(wait_until="domcontentloaded"):
        hand.page.locator("form.form").get_by_role("button", name=button, exact=True).click()


def move(hand: Hand, item: Item, kind: str, button: str, at: str, **typed: Any) -> None:
    """Record a movement by its form."""
    page = hand.go(f"/goods/{item.pk}/")
    link = page.locator(f"a[href$='/goods/{item.pk}/{kind}/']")
    if not link.is_visible():
        page.locator("details.more-steps summary").click()
    with page.expect_navigation(wait_until="domcontentloaded"):
        link.click()
    page.fill("[name=at]", at)
    for name, value in typed.items():
        box = page.locator(f"[name={name}]")
        match box.first.evaluate("box => box.type"):
            case "radio" | "checkbox":
                for each in value if isinstance(value, list) else [value]:
                    page.locator(f"[name={name}][value='{each}']").check()
            case "select-one":
                box.select_option(value)
            case _:
                box.fill(value)
    submit(hand, button)


def test_goods_go_their_whole_way(house: Any, story: dict[str, Any]) -> None:
    crew = [str(house.people[name]) for name in ("liwei", "wangfang")]
    store = services.add_store(SYSTEM, house.bureau.bureau.pk, {"name": "一号库", "address": "清河路 1 号院内", "third": "0", "since": "2020-01-01"})
    steps = {step["step"]: step for step in story["steps"]}
    house.clock.set("2026-06-02T09:00")
    case = Case.objects.get(pk=replay({**story, "steps": story["steps"][:2]}).case_id)
    house.clock.set("2026-06-02T11:00")
    hand = house.hand("liwei")

    hand.open_case(str(case.pk))
    hand.take("seize", SEIZURE["seize"].asks, {**steps["seize"]["data"], "goods": [{**steps["seize"]["data"]["goods"][0], "quantity": 42}]}, "2026-06-02T09:30")
    assert hand.status == 200, hand.errors()
    house.work()
    item = Item.objects.get(case=case)
    page = hand.open_case(str(case.pk))
    assert "纯牛奶 42箱" in page.locator("section[aria-label=证据和涉案财物]").inner_text()
    page.get_by_role("link", name="物品台账").click()
    assert "还有" in page.locator("table.list").inner_text()

    move(hand, item, "hand", "交接入库", "2026-06-02T12:00", giver=crew[0], store=str(store.pk), receiver_officer=crew[1])
    assert hand.status == 422, "it is not noon yet"
    assert "不能晚于现在" in hand.page.locator("form.form").inner_text()
    move(hand, item, "hand", "交接入库", "2026-06-02T10:30", giver=crew[0], store=str(store.pk), receiver_officer=crew[1])
    move(hand, item, "seal", "封存", "2026-06-02T10:40", seal="封 0012", officers=crew, witness="刘某", how="加贴封条")
    house.clock.set("2026-06-03T11:00")
    move(hand, item, "unseal", "启封", "2026-06-03T09:00", seal="封 0099", intact="1", officers=crew, witness="刘某", how="取样")
    assert hand.status == 422
    assert "封 0012" in hand.page.locator("form.form").inner_text()
    move(hand, item, "unseal", "启封", "2026-06-03T09:00", seal="封 0012", intact="1", officers=crew, witness="刘某", how="取样")
    move(hand, item, "send", "送检", "2026-06-03T09:30", quantity="2", lab="示范市食品检验中心", receiver="收样员", officers=crew)

    move(hand, item, "destroy", "销毁", "2026-06-03T10:00", quantity="40", spot="填埋场", officers=crew, recording="B-07", how="拟销毁")
    assert hand.status == 409
    [refusal] = hand.refusals()
    assert any("行政处罚法第七十四条第一款" in law for law in refusal.laws)
    assert "批准" in refusal.fix or "决定" in refusal.fix
    assert hand.page.input_value("[name=spot]") == "填埋场"
    assert not Movement.objects.filter(kind="destroy").exists()

    out = item.lots.get(until=None, away=True)
    house.clock.set("2026-06-12T17:00")
    page = hand.go(f"/goods/{item.pk}/back/?lot={out.seq}")
    page.fill("[name=at]", "2026-06-12T16:30")
    page.select_option("[name=receiver_officer]", crew[1]) if page.locator("select[name=receiver_officer]").count() else page.check(
        f"[name=receiver_officer][value='{crew[1]}']"
    )
    page.check(f"[name=store][value='{store.pk}']")
    submit(hand, "送检返回")
    assert sum(item.lots.values_list("quantity", flat=True)) == 42

    finish(house, case, steps)
    page = hand.go(f"/cases/{case.pk}/goods/")
    assert "返还 2箱" in page.locator("table.list").inner_text()
    assert "返还 40箱" in page.locator("table.list").inner_text()
    assert selectors.disagreements(case) == []
    assert {text for text in hand.said if "409" not in text and "422" not in text} == set()


def finish(house: Any, case: Case, steps: dict[str, Any]) -> None:
    """The head releases, the officer hands back: by the steps, as the record says it."""
    for name in ("dispose_measure", "return_held_goods"):
        house.clock.set("2026-06-20T15:00" if name == "return_held_goods" else "2026-06-20T09:00", minutes=5)
        at = timezone.make_aware(datetime.fromisoformat("2026-06-20T15:00" if name == "return_held_goods" else "2026-06-20T09:00"))
        take(house.bureau.who(steps[name]["by"]), case.pk, name, steps[name]["data"], taken_at=at)
    house.work()


@pytest.mark.parametrize("width", [1440, NARROW])
def test_its_pages_are_for_everybody(house: Any, width: int) -> None:
    hand = house.hand("liwei", width)
    item, exhibit = Item.objects.latest("pk"), Exhibit.objects.latest("collected_at")
    for path in (
        f"/cases/{item.case_id}/goods/",
        f"/cases/{item.case_id}/exhibits/",
        f"/exhibits/{exhibit.pk}/",
        f"/exhibits/{exhibit.pk}/examine/",
        f"/goods/{item.pk}/",
        "/goods/",
        "/goods/stores/",
    ):
        page = hand.go(path)
        assert hand.status == 200, path
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        page.evaluate(AXE.read_text("utf-8"))
        found = page.evaluate(
            "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']}).then(done => done.violations.map(one => one.id + ' ' + one.nodes[0].html))"
        )
        assert found == [], path
