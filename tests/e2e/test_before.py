"""What is told before enforcement, in a real browser: without scripts, on a phone, for every eye."""

from typing import Any

import pytest
from django.urls import reverse

from fadu.agencies.models import Organ
from fadu.disclosure.before.books import CHANNELS, METHODS
from fadu.disclosure.before.lists import LISTS
from fadu.disclosure.before.services import keep_all
from tests.disclosure.before.conftest import channel, enter, method
from tests.e2e.pages import NARROW, WIDE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(scope="module")
def organ(house: Any) -> Organ:
    """The bureau of the stories, with rules of publication and a channel; the editions are made."""
    house.clock.set("2026-07-09T10:00")
    found = Organ.objects.get(short_name="示市监")
    enter(METHODS, found, **method())
    enter(CHANNELS, found, **channel())
    keep_all()
    house.work()
    return found


def addresses(organ: Organ) -> list[str]:
    lists = [reverse(f"before:{name}") for name in LISTS]
    return [
        reverse("before:home"), *lists, reverse("before:organ", args=[organ.pk]), reverse("before:item", args=["SC-CF-001"]),
        reverse("before:chart", args=["penalty.simple"]), reverse("before:editions", args=["powers"]), reverse("before:edition", args=["powers", 1]),
    ]  # fmt: skip


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_every_page_is_sound_for_every_eye(house: Any, organ: Organ, width: int) -> None:
    hand = house.hand(width=width)
    wrong: dict[str, Any] = {}
    for address in addresses(organ):
        hand.go(address)
        assert hand.status == 200, address
        if found := (hand.violations(), hand.overflow()):
            wrong |= {address: found} if any(found) else {}
    assert wrong == {}
    assert hand.said == []


def test_a_citizen_without_scripts_finds_an_item_and_its_list_as_a_file(house: Any, organ: Organ) -> None:
    context = house.browser.new_context(java_script_enabled=False, locale="zh-CN", viewport={"width": NARROW, "height": 800})
    try:
        page = context.new_page()
        page.goto(house.url + reverse("before:home"))
        page.get_by_role("link", name="权责清单").first.click()
        page.fill("[name=q]", "SC-CF-001")
        page.get_by_role("button", name="筛选").click()
        page.locator("table.list tbody a").first.click()
        assert page.url.endswith("/open/items/SC-CF-001/")
        assert page.locator("h1").inner_text()
        page.goto(house.url + reverse("before:powers"))
        for label in ("Excel", "PDF", "JSON"):
            with page.expect_download() as download:
                page.get_by_role("link", name=f"下载 {label}：权责清单").click()
            assert download.value.suggested_filename.startswith("powers-v1.")
    finally:
        context.close()


def test_the_organs_own_people_are_told_what_lacks(house: Any, organ: Organ) -> None:
    hand = house.hand("liwei", NARROW)
    hand.go(reverse("before:keeping"))
    assert hand.page.get_by_text("公示职责").first.is_visible()
    assert "没有落实到人" in hand.page.locator("main").inner_text()
    assert (hand.violations(), hand.overflow()) == ([], [])
