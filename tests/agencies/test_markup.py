"""What every page of accounts and agencies owes its reader, whoever that is."""

import re
from html.parser import HTMLParser

import pytest
from django.test import Client
from django.urls import reverse

from fadu.accounts.actors import Role
from fadu.accounts.models import Post
from tests.agencies.world import World

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class Page(HTMLParser):
    """The tags of a page, and whether they close in the order they open."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.crossed: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if not self.open or self.open[-1] != tag:
            self.crossed.append(f"</{tag}> after {self.open[-3:]}")
        else:
            self.open.pop()

    def of(self, *names: str) -> list[dict[str, str]]:
        return [attrs for tag, attrs in self.tags if tag in names]


NAMES = [
    "organs",
    "organ",
    "organ_add",
    "organ_edit",
    "organ_end",
    "officers",
    "officer",
    "officer_add",
    "officer_edit",
    "officer_leave",
    "credential_issue",
    "credential_state",
    "account_open",
    "account_switch",
    "post_give",
    "post_end",
    "login",
    "password",
    "posts",
]


@pytest.fixture
def texts(world: World) -> dict[str, str]:
    """Every page as the administrator reads it."""
    client, person = world.client(Role.ADMIN), world.people[Role.OFFICER]
    card, post, organ = world.credential(person), Post.objects.get(officer_id=person.pk), world.organs["示市监"]
    args: dict[str, list[int]] = {"credential_state": [card.pk], "post_end": [person.pk, post.pk]}
    args |= {name: [organ.pk] for name in ("organ", "organ_edit", "organ_end", "officer_add")}
    args |= {name: [person.pk] for name in ("officer", "officer_edit", "officer_leave", "credential_issue", "account_open", "account_switch", "post_give")}
    found = {}
    for name in NAMES:
        room = "accounts" if name in {"login", "password", "posts"} else "agencies"
        answer = (Client() if name == "login" else client).get(reverse(f"{room}:{name}", args=args.get(name, [])))
        assert answer.status_code == 200, name
        found[name] = answer.content.decode()
    return found


@pytest.fixture
def pages(texts: dict[str, str]) -> dict[str, Page]:
    return {name: Page(text) for name, text in texts.items()}


def test_tags_close_in_the_order_they_open(pages: dict[str, Page]) -> None:
    assert {name: page.crossed for name, page in pages.items() if page.crossed or page.open} == {}


def test_a_page_has_one_heading_of_the_first_level_and_a_title(texts: dict[str, str], pages: dict[str, Page]) -> None:
    for name, page in pages.items():
        assert len(page.of("h1")) == 1, name
        title = re.search(r"<title>(.*?)</title>", texts[name], re.DOTALL)
        assert title, name
        assert title[1].strip().endswith("法度"), name
        assert len(title[1].strip()) > 5, name


def test_every_box_has_a_label(pages: dict[str, Page]) -> None:
    for name, page in pages.items():
        labelled = {attrs.get("for") for attrs in page.of("label")}
        for box in page.of("input", "select", "textarea"):
            if box.get("type") not in {"hidden", "submit"} and "hidden" not in box:
                assert box.get("id") in labelled or "aria-label" in box, (name, box)


def test_ids_are_given_once(pages: dict[str, Page]) -> None:
    for name, page in pages.items():
        ids = [attrs["id"] for _, attrs in page.tags if "id" in attrs]
        assert len(ids) == len(set(ids)), (name, sorted(one for one in set(ids) if ids.count(one) > 1))


def test_what_describes_a_box_is_on_the_page(pages: dict[str, Page]) -> None:
    for name, page in pages.items():
        ids = {attrs["id"] for _, attrs in page.tags if "id" in attrs}
        for _, attrs in page.tags:
            assert set(attrs.get("aria-describedby", "").split()) <= ids, (name, attrs)


def test_nothing_needs_what_the_security_policy_forbids(pages: dict[str, Page]) -> None:
    for name, page in pages.items():
        for tag, attrs in page.tags:
            assert "style" not in attrs, (name, tag, attrs)
            assert not any(attr.startswith("on") for attr in attrs), (name, tag, attrs)
            assert not attrs.get("href", "").startswith("javascript:"), (name, attrs)
        assert all("src" in script for script in page.of("script")), name


def test_every_form_that_writes_carries_its_token(texts: dict[str, str], pages: dict[str, Page]) -> None:
    for name, page in pages.items():
        writing = [form for form in page.of("form") if form.get("method", "").lower() == "post"]
        assert texts[name].count('name="csrfmiddlewaretoken"') == len(writing), name


def test_no_page_shows_the_words_of_the_machine(texts: dict[str, str]) -> None:
    for name, text in texts.items():
        body = re.sub(r"<[^>]*>", " ", text.split("<main", 1)[1].split("</main>", 1)[0])
        for word in ("None", "{{", "{%", "&lt;", "Role.", "object at", "True", "False", "c-"):
            assert word not in body, (name, word)


def test_tables_name_their_columns_on_a_phone(pages: dict[str, Page]) -> None:
    for name in ("organs", "organ", "officers", "officer"):
        cells = [attrs for attrs in pages[name].of("td") if attrs.get("class", "") != "r" and "colspan" not in attrs]
        assert cells, name
        assert all("data-label" in attrs for attrs in cells), name
        assert all(attrs.get("scope") for attrs in pages[name].of("th")), name


def test_the_way_back_is_on_every_form(texts: dict[str, str]) -> None:
    for name in ("organ_add", "organ_edit", "officer_add", "officer_edit", "credential_state", "post_end"):
        assert "返回" in texts[name], name
        assert 'aria-label="所在位置"' in texts[name], name
