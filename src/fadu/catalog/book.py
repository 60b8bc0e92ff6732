"""The book of the law as pages: served by the platform, or written as files that need neither server nor script."""

import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.catalog import selectors
from fadu.law import book
from fadu.law.book import Link, Links, Shelf
from fadu.law.parameters import OutsideValidity
from fadu.law.procedure import Procedure
from fadu.law.registry import procedures, rules
from fadu.law.rules import Rule
from fadu.law.statutes import Citation

STYLES = (
    "fadu/tokens.css",
    "fadu/base.css",
    "fadu/components.css",
    "fadu/tables.css",
    "fadu/print.css",
    "catalog/catalog.css",
    "catalog/law.css",
    "catalog/paper.css",
)
MARKER = ".fadu-law-book"
TITLE = "规则和程序"


class Addresses:
    """Where the pages are on the platform; the text of an article is that of the statute library."""

    def index(self) -> str:
        """See `Links`."""
        return reverse("catalog:law")

    def rule(self, rule_id: str) -> str:
        """See `Links`."""
        return reverse("catalog:law_rule", args=[rule_id])

    def procedure(self, procedure_id: str, version: str) -> str:
        """See `Links`."""
        return reverse("catalog:law_procedure", args=[procedure_id, version])

    def shelf(self, shelf: Shelf, key: str) -> str:
        """See `Links`."""
        return reverse("catalog:law_shelf", args=[shelf.value, key])

    def article(self, citation: Citation) -> str:
        """See `Links`."""
        return quote(citation.path, safe="/?=#")


class Files:
    """Where the pages are in a folder, as seen from its root or, with `up`, from one of its folders."""

    def __init__(self, up: str = "") -> None:
        self.up = up

    def index(self) -> str:
        """See `Links`."""
        return f"{self.up}index.html"

    def rule(self, rule_id: str) -> str:
        """See `Links`."""
        return self.up + quote(rule_file(rule_id))

    def procedure(self, procedure_id: str, version: str) -> str:
        """See `Links`."""
        return self.up + quote(procedure_file(procedure_id, version))

    def shelf(self, shelf: Shelf, key: str) -> str:
        """See `Links`."""
        return self.up + quote(shelf_file(shelf, key))

    def article(self, citation: Citation) -> str:
        """See `Links`."""
        return f"{self.shelf(Shelf.STATUTE, book.key_of(citation.statute))}#{quote(f'a{citation.article}')}"


def rule_file(rule_id: str) -> str:
    """The file of a rule."""
    return f"rules/{_named(rule_id)}.html"


def procedure_file(procedure_id: str, version: str) -> str:
    """The file of a procedure."""
    return f"procedures/{_named(procedure_id)}-{_named(version)}.html"


def shelf_file(shelf: Shelf, key: str) -> str:
    """The file of a list."""
    return f"{shelf.value}/{_named(key)}.html"


def _named(key: str) -> str:
    return re.sub(r"[^\w.@-]", "_", key)


def rule_context(rule: Rule, links: Links, text: Callable[[Citation], str]) -> dict[str, Any]:
    """What the page of a rule shows."""
    page = book.rule_page(rule, links, text)
    statute = rule.basis.statute
    above = Link(statute.title, links.shelf(Shelf.STATUTE, book.key_of(statute)))
    return {"page": page, "crumb": [(TITLE, links.index()), (above.words, above.href), (rule.id, "")]}


def procedure_context(procedure: Procedure, links: Links) -> dict[str, Any]:
    """What the page of a procedure shows."""
    page = book.procedure_page(procedure, links, value_here)
    return {"page": page, "crumb": [(TITLE, links.index()), (procedure.title, "")]}


def shelf_context(shelf: Shelf, key: str, links: Links, text: Callable[[Citation], str]) -> dict[str, Any]:
    """What a list shows; raises KeyError when there is none of that key."""
    page = book.shelf_page(shelf, key, links, text)
    return {"page": page, "crumb": [(TITLE, links.index()), (page.title, "")]}


def value_here(parameter: str) -> str:
    """What a number of the policies is in this place today; "" where none is in force."""
    try:
        found = selectors.parameters().value(parameter, timezone.localdate())
    except OutsideValidity:
        return ""
    return f"{found}（{found.clause}）"


def write(folder: Path, actor: Actor) -> int:
    """Write the book into a folder: a page for each rule and procedure, lists, contents, style; gives how many pages.

    A folder that holds a book already is written anew; raises ValueError for one that holds anything else.
    """
    if folder.is_file() or (folder.exists() and any(folder.iterdir()) and not (folder / MARKER).is_file()):
        raise ValueError(f"{folder} 里有别的文件，请用一个空的目录")
    for name in ("rules", "procedures", "style", *Shelf):
        shutil.rmtree(folder / name, ignore_errors=True)
        (folder / name).mkdir(parents=True)
    (folder / MARKER).write_text("由 fadu law book 生成，重新生成时整个替换。\n", "utf-8")
    for style in STYLES:
        shutil.copyfile(str(finders.find(style)), folder / "style" / style.rpartition("/")[2])
    written = 0
    for name, template, context in _pages(actor):
        file = folder / name
        if file.exists() and file.name != "index.html":
            raise ValueError(f"两页都叫 {name}")
        shown = {**context, "frame": "catalog/law/paper.html", "up": "../" if "/" in name else ""}
        file.write_text(render_to_string(f"catalog/law/{template}.html", shown), "utf-8")
        written += 1
    return written


def _pages(actor: Actor) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """Every page: its file, its template, what it shows."""
    text = selectors.texts(actor, book.every_citation())
    below = Files("../")
    yield "index.html", "index", {"contents": book.contents(Files())}
    for rule in rules():
        yield rule_file(rule.id), "rule", rule_context(rule, below, text)
    for procedure in procedures().values():
        yield procedure_file(procedure.id, procedure.version), "procedure", procedure_context(procedure, below)
    for shelf in Shelf:
        for key in book.keys(shelf):
            yield shelf_file(shelf, key), "shelf", shelf_context(shelf, key, below, text)
