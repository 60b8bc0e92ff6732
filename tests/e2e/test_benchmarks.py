"""The editor of discretion tables in a real browser: an overlap is marked while it is typed, mended, tried, published; then anybody reads it."""

import re
from typing import Any

import pytest

from fadu.catalog.models import DiscretionTable
from fadu.catalog.selectors import library as kept
from tests.catalog.tables import made

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
DAY = "2026-07-09T10:00"


@pytest.fixture
def admin(house: Any) -> Any:
    house.clock.set(DAY)
    return house.hand("admin")


def test_an_overlap_is_seen_mended_tried_and_published(house: Any, admin: Any):
    page = admin.go("/benchmarks/drafts/new/bands/")
    for name in ("title", "bases", "issuer", "by_label", "by_unit"):
        page.fill(f"[name={name}]", made.BANDS[name])
    page.fill("[name='range.0.low']", "100")
    page.fill("[name='range.0.high']", "1000")
    page.select_option("[name='range.0.subject']", "any")
    for n, row in enumerate(made.BANDS["band"]):
        if n:
            page.locator("fieldset#f-band [data-row-add]").click()
        for column, value in row.items():
            cell = page.locator(f"[name='band.{n}.{column}']")
            cell.select_option(value) if column in {"subject", "ends"} else cell.fill(value)
    panel = page.locator("#check")
    panel.get_by_text("可以公布").wait_for()

    page.fill("[name='band.1.start']", "4")
    marked = page.locator("tr.row-wrong")
    marked.first.wait_for()
    assert marked.count() == 2
    assert "“小”（不足 5 平方米）与“中”（4 平方米以上 10 平方米以下）重叠" in marked.nth(1).inner_text()
    assert page.locator("#check .cover-twice").count() == 1

    page.fill("[name='band.1.start']", "5")
    panel.get_by_text("可以公布").wait_for()
    assert page.locator("tr.row-wrong").count() == 0
    page.fill("[name='try-amount']", "7.5")
    panel.get_by_text("450 元").first.wait_for()
    assert page.input_value("[name='try-amount']") == "7.5"

    page.get_by_role("button", name="保存草案").click()
    page.wait_for_url(re.compile(r"/benchmarks/drafts/\d+/$"))
    page.get_by_role("link", name="公布").click()
    page.fill("[name=published_on]", "2026-07-01")
    page.fill("[name=since]", "2026-07-01")
    page.fill("[name=filing]", "示城裁备〔2026〕1号")
    page.fill("[name=reason]", "制定")
    page.get_by_role("button", name="公布").click()
    page.wait_for_url(re.compile(r"/benchmarks/JZ-"))
    code = DiscretionTable.objects.latest("pk").code
    kept.forget()

    anybody = house.hand()
    shown = anybody.go(f"/benchmarks/{code}/")
    assert "示城裁备〔2026〕1号" in shown.inner_text("main")
    assert "面积" in shown.inner_text("main")
    assert code in shown.content()
    assert not [text for hand in (admin, anybody) for text in hand.said]


def test_a_phone_is_wide_enough_and_every_page_can_be_reached_by_all(house: Any, admin: Any):
    row = DiscretionTable.objects.first()
    assert row is not None
    for path in ("/benchmarks/", f"/benchmarks/{row.code}/", f"/benchmarks/{row.code}/compare/", "/benchmarks/drafts/", "/benchmarks/drafts/new/ratio/"):
        page = admin.go(path)
        page.set_viewport_size({"width": 390, "height": 844})
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, path
