"""The style page in a real Chromium: accessible, nothing overflows, nothing offends the content policy."""

from pathlib import Path

import pytest
from django.conf import settings

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
AXE = Path(settings.PROJECT) / "node_modules/axe-core/axe.min.js"


@pytest.fixture(params=[1440, 390])
def page(browser, live_server, request):
    context = browser.new_context(viewport={"width": request.param, "height": 900}, locale="zh-CN")
    page = context.new_page()
    page.said = []
    page.on("console", lambda message: page.said.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: page.said.append(str(error)))
    page.goto(f"{live_server.url}/style/", wait_until="networkidle")
    yield page
    context.close()


def test_no_serious_violation(page):
    # Puppeted evaluation is not subject to the page's policy.
    page.evaluate(AXE.read_text())
    result = page.evaluate("axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})")
    found = [(rule["id"], rule["impact"], [node["target"] for node in rule["nodes"]][:3]) for rule in result["violations"]]
    assert [item for item in found if item[1] in {"serious", "critical"}] == []
    assert found == []


def test_nothing_overflows_and_nothing_offends(page):
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.said == []


def test_rows_are_added_and_removed(page):
    rows = page.locator("#f-goods tbody > tr")
    assert rows.count() == 1
    page.locator("#f-goods [data-row-add]").click()
    assert rows.count() == 2
    assert rows.nth(1).locator("input").first.get_attribute("name") == "goods.1.name"
    rows.nth(0).locator("[data-row-del]").click()
    assert rows.count() == 1
    assert rows.nth(0).locator("[data-row-n]").inner_text().strip().startswith("1")


@pytest.mark.parametrize(
    ("typed", "upper"),
    [("12,000", "壹万贰仟元整"), ("430.5", "肆佰叁拾元伍角整"), ("100000001", "壹亿零壹元整"), ("0.05", "伍分"), ("十", "金额请填数字，最多两位小数")],
)
def test_money_is_written_out_while_typed(page, typed, upper):
    page.fill("#f-fine", typed)
    assert page.locator("#f-fine").locator("xpath=ancestor::div[contains(@class,'field')]").locator("[data-upper]").inner_text() == upper


def test_check_digits_are_hinted(page):
    say = page.locator("#f-code + [data-say]")
    page.fill("#f-code", "91230100MA0000000A")
    page.locator("#f-code").blur()
    assert say.inner_text() == "校验位不符，请逐位核对"
    page.fill("#f-id_number", "11010519491231002X")
    page.locator("#f-id_number").blur()
    assert page.locator("#f-id_number + [data-say]").inner_text() == "校验位相符"


def test_a_field_is_asked_when_it_is_due(page):
    asked = page.locator(".field:has(#f-hearing_on)")
    assert asked.is_hidden()
    page.check("#f-hearing-0")
    assert asked.is_visible()
    page.check("#f-hearing-1")
    assert asked.is_hidden()


def test_keyboard_moves_through_the_list(page):
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.innerText") == "送达处罚告知书"
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()
