"""The law on paper in a real Chromium, from files alone: accessible, nothing overflows, the drawing that fits the screen is the one that is shown."""

from pathlib import Path

import pytest
from django.conf import settings

from fadu.accounts.actors import SYSTEM
from fadu.catalog.book import procedure_file, rule_file, shelf_file, write
from fadu.law.book import Shelf
from fadu.law.coverage import kind_of
from fadu.law.registry import newest, rules

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
OF_EACH_KIND = {procedure.kind: procedure for procedure in reversed(newest())}.values()
AXE = Path(settings.PROJECT) / "node_modules/axe-core/axe.min.js"
PAGES = [
    "index.html",
    *(rule_file(rule.id) for rule in {kind_of(rule): rule for rule in rules()}.values()),
    shelf_file(Shelf.STATUTE, "行政处罚法"),
    shelf_file(Shelf.KIND, "期限"),
]


@pytest.fixture(scope="module")
def book(tmp_path_factory, django_db_setup, django_db_blocker) -> Path:
    folder = tmp_path_factory.mktemp("law") / "book"
    with django_db_blocker.unblock():
        write(folder, SYSTEM)
    return folder


@pytest.fixture(params=[1440, 390])
def page(browser, request):
    context = browser.new_context(viewport={"width": request.param, "height": 900}, locale="zh-CN")
    page = context.new_page()
    page.said = []
    page.on("console", lambda message: page.said.append(message.text))
    page.on("pageerror", lambda error: page.said.append(str(error)))
    yield page
    context.close()


def violations(page) -> list[tuple[str, str, list[str]]]:
    page.evaluate(AXE.read_text())
    result = page.evaluate("axe.run(document, {preload: false, runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})")
    return [(rule["id"], rule["impact"], [node["target"] for node in rule["nodes"]][:3]) for rule in result["violations"]]


def test_pages_are_accessible_and_fit(book, page):
    for name in PAGES:
        page.goto((book / name).as_uri())
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
        assert violations(page) == [], name
    assert page.said == []


def test_procedures_are_accessible_and_show_the_drawing_that_fits(book, page):
    wide = page.viewport_size["width"] > 1000
    for procedure in OF_EACH_KIND:
        page.goto((book / procedure_file(procedure.id, procedure.version)).as_uri())
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), procedure.id
        assert violations(page) == [], procedure.id
        assert page.locator("svg.flow-wide").is_visible() is wide
        assert page.locator("svg.flow-narrow").is_visible() is not wide
    assert page.said == []


def test_words_fit_the_boxes_that_were_made_for_them(book, page):
    """What the layouter reckons of the width of words holds for the type that is there."""
    for procedure in newest():
        page.goto((book / procedure_file(procedure.id, procedure.version)).as_uri())
        beyond = page.evaluate(
            """() => [...document.querySelectorAll('svg.flow')].filter(svg => svg.getClientRects().length).flatMap(svg =>
                [...svg.querySelectorAll('.flow-box')].flatMap(box => {
                    const ground = box.querySelector('rect').getBBox();
                    return [...box.querySelectorAll('text')].filter(text => {
                        const words = text.getBBox();
                        return words.x < ground.x || words.x + words.width > ground.x + ground.width;
                    }).map(text => text.textContent);
                }))"""
        )
        assert beyond == [], procedure.id


def test_one_finds_ones_way_without_a_script(book, page):
    page.goto((book / "index.html").as_uri())
    page.get_by_role("link", name="行政处罚普通程序", exact=True).first.click()
    assert page.locator("h1").inner_text() == "行政处罚普通程序"
    page.locator("table a", has_text="办案期限").first.click()
    assert "九十日" in page.locator("h1").inner_text()
    page.locator("nav a").first.click()
    assert page.url.endswith("index.html")
