"""The law on paper and on the platform: the same pages, every link leads somewhere, sound markup, no script, for everybody."""

import html
import re
import shutil
from collections.abc import Mapping
from html.parser import HTMLParser
from io import StringIO
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag
from xml.etree import ElementTree as ET

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.test import Client

from fadu.accounts.actors import SYSTEM, Role
from fadu.catalog.book import Addresses, Files, procedure_file, rule_file, shelf_file, value_here, write
from fadu.catalog.services import import_statutes
from fadu.law.book import Shelf, keys
from fadu.law.parameters import PARAMETERS
from fadu.law.registry import procedures, rules
from fadu.law.statutes import FOOD_SAFETY_2021, PENALTY, POLICIES, Policy
from tests.law.test_corpus import SHARED, needs_shared

pytestmark = pytest.mark.django_db
VOID = {"meta", "link", "br", "hr", "img", "input", "col", "path", "rect", "circle", "line"}


class Sound(HTMLParser):
    """Markup read strictly: every element closed in its order, ids once, what is named is there."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.faults: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.headings: list[int] = []
        self.images: list[dict[str, str | None]] = []
        self.feed(text)
        self.close()
        self.faults += [f"<{tag}> is not closed" for tag in self.open]
        self.faults += [f"id {one} twice" for one in {one for one in self.ids if self.ids.count(one) > 1}]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        if len(held) < len(attrs):
            self.faults.append(f"<{tag}> has an attribute twice")
        if tag == "script" or "style" in held or any(name.startswith("on") for name in held):
            self.faults.append(f"<{tag}> is active")
        if held.get("id"):
            self.ids.append(str(held["id"]))
        if tag in ("a", "link"):
            self.links.append(str(held.get("href")))
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag == "svg":
            self.images.append(held)
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open[-1] != tag:
            self.faults.append(f"</{tag}> closes {self.open[-1:]}")
        else:
            self.open.pop()


def words(markup: str) -> str:
    """What a page says between its masthead and its foot, without white space."""
    body = re.search(r"<main.*?</main>", markup, re.DOTALL)
    assert body
    return re.sub(r"\s+", "", html.unescape(re.sub(r"<[^>]+>", "", body.group())))


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus of one article."""
    folder = tmp_path_factory.mktemp("laws")
    (folder / "行政处罚法(2021-01-22).md").write_text(
        "# 中华人民共和国行政处罚法\n\n<!-- INFO END -->\n\n第六十条 行政机关应当自立案之日起九十日内作出决定<甲&乙>。\n", "utf-8"
    )
    return folder


@pytest.fixture(scope="module")
def book(texts: Path, tmp_path_factory: pytest.TempPathFactory, django_db_setup: None, django_db_blocker: Any) -> Path:
    """The book, written once; the database is left as it was."""
    folder = tmp_path_factory.mktemp("law") / "book"
    with django_db_blocker.unblock(), transaction.atomic():
        import_statutes(SYSTEM, texts)
        write(folder, SYSTEM)
        transaction.set_rollback(True)
    return folder


def pages(book: Path) -> dict[str, str]:
    return {str(file.relative_to(book)): file.read_text("utf-8") for file in sorted(book.rglob("*.html"))}


# --- as files


def test_every_rule_procedure_and_list_has_its_page(book: Path):
    expected = {rule_file(rule.id) for rule in rules()} | {procedure_file(one.id, one.version) for one in procedures().values()}
    expected |= {shelf_file(shelf, key) for shelf in Shelf for key in keys(shelf)} | {"index.html"}
    assert set(pages(book)) == expected
    assert len(expected) == len(rules()) + len(procedures()) + sum(len(keys(shelf)) for shelf in Shelf) + 1


def test_every_link_leads_to_a_file_and_an_anchor(book: Path):
    read = {name: Sound(text) for name, text in pages(book).items()}
    for name, page in read.items():
        for link in page.links:
            path, anchor = urldefrag(link)
            target = (book / name).parent / unquote(path) if path else book / name
            assert target.is_file(), f"{name} → {link}"
            if anchor and target.suffix == ".html":
                assert unquote(anchor) in read[str(target.resolve().relative_to(book.resolve()))].ids, f"{name} → {link}"


def test_markup_is_sound_and_needs_no_script(book: Path):
    for name, text in pages(book).items():
        page = Sound(text)
        assert page.faults == [], name
        assert not re.search(r"https?://|\bsrc=", text), name
        assert page.headings[0] == 1, name
        assert page.headings.count(1) == 1, name
        assert all(after <= before + 1 for before, after in zip(page.headings, page.headings[1:], strict=False)), name
        assert text.startswith("<!doctype html>")
        assert '<html lang="zh-CN">' in text
        assert re.search(r"<title>[^<]+</title>", text)


def test_the_flowcharts_are_named_pictures_of_well_formed_svg(book: Path):
    for one in procedures().values():
        text = (book / procedure_file(one.id, one.version)).read_text("utf-8")
        drawn = re.findall(r"<svg.*?</svg>", text, re.DOTALL)
        assert len(drawn) == 2
        for svg in drawn:
            tree = ET.fromstring(svg)  # noqa: S314 - made here
            assert tree.attrib["role"] == "img"
            assert one.title in tree.attrib["aria-label"]
            assert {group.attrib["data-stage"] for group in tree.iter("g") if "data-stage" in group.attrib} >= {stage.name for stage in one.stages}
            assert {part.attrib["data-step"] for part in tree.iter() if "data-step" in part.attrib} == {step.name for step in one.steps}


def test_a_rule_page_says_what_the_rule_says(book: Path):
    said = words((book / rule_file("CF-060")).read_text("utf-8"))
    for part in (
        "自立案之日起九十日内作出行政处罚决定",
        "行政处罚法第六十条",
        "作出决定<甲&乙>。",
        "程序为“普通程序”",
        "SC-064-1a",
        "90日，末日遇休息日顺延",
        "可补正",
        "作出行政处罚决定",
    ):
        assert part in said, part


def test_a_procedure_page_lists_steps_papers_and_periods(book: Path):
    said = words((book / procedure_file("penalty.general", "2021")).read_text("utf-8"))
    for part in ("登记线索", "机关负责人", "案源→调查取证", "案件来源登记表", "办案期限", "90日", "统一社会信用代码"):
        assert part in said, part


def test_a_book_is_written_anew_as_a_whole(book: Path, tmp_path: Path):
    anew = tmp_path / "book"
    shutil.copytree(book, anew)
    (anew / "rules" / "gone.html").write_text("old", "utf-8")
    said, warned = StringIO(), StringIO()
    call_command("law", "book", anew, stdout=said, stderr=warned)
    assert set(pages(anew)) == set(pages(book))
    assert f"写成 {len(pages(anew))} 页" in said.getvalue()
    assert "法规库是空的" in warned.getvalue()


def test_a_folder_with_anything_else_is_left_alone(tmp_path: Path):
    (tmp_path / "letter.txt").write_text("mine", "utf-8")
    for folder in (tmp_path, tmp_path / "letter.txt"):
        with pytest.raises(CommandError):
            call_command("law", "book", folder, stderr=StringIO())
    assert [file.name for file in tmp_path.iterdir()] == ["letter.txt"]


@needs_shared
def test_with_the_whole_corpus_every_article_stands_on_its_rule(tmp_path: Path):
    import_statutes(SYSTEM, SHARED / "laws")
    write(tmp_path / "book", SYSTEM)
    of_laws = [rule for rule in rules() if any(basis.statute.file and not isinstance(basis.statute, Policy) for basis in rule.bases)]
    assert len(of_laws) > 200
    assert [rule.id for rule in of_laws if "<blockquote" not in (tmp_path / "book" / rule_file(rule.id)).read_text("utf-8")] == []


def test_names_of_files_are_plain():
    assert rule_file("CF-060") == "rules/CF-060.html"
    assert shelf_file(Shelf.STATUTE, "关于某某《法》的解释/一") == "statutes/关于某某_法_的解释_一.html"
    assert Files("../").article(PENALTY[60, 1]) == "../statutes/%E8%A1%8C%E6%94%BF%E5%A4%84%E7%BD%9A%E6%B3%95.html#a60"
    assert Addresses().article(FOOD_SAFETY_2021[124, 1, 5]) == "/statutes/%E9%A3%9F%E5%93%81%E5%AE%89%E5%85%A8%E6%B3%95/124?edition=2021#p1i5"


def test_a_policy_is_told_where_its_rules_are(db: None, client: Client):
    cited = next(basis for rule in rules() for basis in rule.bases if basis.statute in POLICIES)
    path, anchor = urldefrag(Addresses().article(cited))
    assert unquote(anchor) in Sound(served(client, path)).ids


def test_numbers_of_the_place_come_with_their_clause():
    found = {name: value_here(name) for name in PARAMETERS}
    assert any(found.values())
    assert all(value == "" or re.search(r"（.+）$", value) for value in found.values())


# --- on the platform


def served(client: Client, url: str, status: int = 200) -> str:
    answer = client.get(url)
    assert answer.status_code == status, url
    return answer.content.decode()


def test_the_platform_serves_the_same_pages(book: Path, texts: Path, client: Client):
    import_statutes(SYSTEM, texts)
    links = Addresses()
    chosen = [(rule_file(rule.id), links.rule(rule.id)) for rule in rules()[::25]]
    chosen += [(procedure_file(one.id, one.version), links.procedure(one.id, one.version)) for one in procedures().values()]
    chosen += [(shelf_file(shelf, key), links.shelf(shelf, key)) for shelf in Shelf for key in keys(shelf)]
    for name, url in [*chosen, ("index.html", links.index())]:
        shown = served(client, url)
        assert words(shown) == words((book / name).read_text("utf-8")), url
        assert [fault for fault in Sound(shown).faults if "active" not in fault] == [], url  # its frame has its scripts


def test_links_on_the_platform_lead_somewhere(texts: Path, client: Client):
    import_statutes(SYSTEM, texts)
    links = Addresses()
    starts = [links.index(), links.rule("CF-060"), links.procedure("penalty.general", "2021"), links.shelf(Shelf.STATUTE, "行政处罚法")]
    found = {link for start in starts for link in Sound(served(client, start)).links if link.startswith("/law/")}
    assert len(found) > 100
    for link in sorted(found)[::11]:
        path, anchor = urldefrag(link)
        shown = served(client, path)
        assert not anchor or unquote(anchor) in Sound(shown).ids, link


def test_a_rule_is_found_under_each_of_its_ids(client: Client):
    assert words(served(client, "/law/rules/SC-064-1a/")) == words(served(client, "/law/rules/CF-060/"))


@pytest.mark.parametrize(
    "url", ["/law/rules/CF-999/", "/law/procedures/penalty.general/1999/", "/law/kinds/没有/", "/law/nothing/行政处罚法/", "/law/statutes/没有的法/"]
)
def test_what_is_not_there_is_not_found(db: None, client: Client, url: str):
    served(client, url, 404)


def test_the_law_is_for_everybody(clients: Mapping[Role, Client]):
    for client in clients.values():
        for url in ("/law/", "/law/rules/CF-060/", "/law/procedures/penalty.simple/2021/", "/law/kinds/期限/"):
            served(client, url)


def test_the_statute_library_leads_to_the_rules(texts: Path, client: Client):
    import_statutes(SYSTEM, texts)
    assert 'href="/law/"' in served(client, "/statutes/")
    assert "/law/statutes/%E8%A1%8C%E6%94%BF%E5%A4%84%E7%BD%9A%E6%B3%95/" in served(client, "/statutes/行政处罚法/")
    assert 'href="/law/rules/CF-060/"' in served(client, "/statutes/行政处罚法/60")


def test_a_page_asks_few_questions(texts: Path, client: Client, django_assert_max_num_queries):
    import_statutes(SYSTEM, texts)
    for url, most in (("/law/", 0), ("/law/rules/CF-060/", 1), ("/law/procedures/penalty.general/2021/", 0), ("/law/statutes/行政处罚法/", 1)):
        with django_assert_max_num_queries(most):
            served(client, url)
