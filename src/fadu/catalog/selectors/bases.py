"""Whether a printed basis stands in the statute library, asked for thousands of items at once."""

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from fadu.catalog.models import Article, StatuteText
from fadu.law.discretion.load import basis
from fadu.law.statutes import EVERY, Citation, Statute, cite, named

_WRITTEN = re.compile(r"^(?P<title>.+?)(?P<place>第[〇零一二三四五六七八九十百千两]+条.*)$")
_STATE = "中华人民共和国"


class Library:
    """The texts of the library with their articles, each read once; ask the same one about all rows of a list."""

    def __init__(self) -> None:
        self._editions: dict[str, list[tuple[date, date | None, str]]] = {}
        for title, in_force, until, file in StatuteText.objects.order_by("in_force").values_list("title", "in_force", "until", "file"):
            self._editions.setdefault(title, []).append((in_force, until, file))
        self._files = {file for editions in self._editions.values() for _, _, file in editions}
        self._articles: dict[str, dict[str, list[frozenset[int]]]] = {}
        self._told: dict[tuple[str, date], str] = {}
        self._names: dict[str, str] = {}

    def name(self, text: str) -> str:
        """A basis as it is kept: without 《》 and 中华人民共和国, 第（五）项 as 第五项; what can't be read stays as it is."""
        if text not in self._names:
            bare = text.strip().replace("《", "").replace("》", "").removeprefix(_STATE)
            cited = self._cited(bare)
            self._names[text] = str(cited) if cited else bare
        return self._names[text]

    def fault(self, text: str, on: date) -> str:
        """Why a basis does not hold: no such statute, no edition of it in force that day, no such place in its text; "" where it does."""
        if (text, on) not in self._told:
            self._told[text, on] = self._fault(text, on)
        return self._told[text, on]

    def _cited(self, text: str) -> Citation | None:
        known = known_basis(text)
        if known:
            return known
        written = _WRITTEN.match(text)
        if written is None or written["title"] not in self._editions:
            return None
        in_force, until, file = self._editions[written["title"]][-1]
        try:
            return cite(Statute(written["title"], written["title"], in_force, until, file), written["place"])
        except ValueError:
            return None

    def _fault(self, text: str, on: date) -> str:
        cited = self._cited(text)
        if cited is None:
            return f"“{text}”不是法规库中法规的条文"
        try:
            file = self._edition(cited, on)
        except LookupError as fault:
            return str(fault.args[0])
        if file not in self._files:
            return ""  # a fresh machine has no statute texts yet: an item is checked against the text where there is one
        paragraphs = self._of(file).get(str(cited.article))
        if paragraphs is None:
            return f"法规库中没有{text}"
        if cited.paragraph and cited.paragraph > len(paragraphs):
            return f"{text}：该条只有 {len(paragraphs)} 款"
        if cited.item and cited.paragraph and cited.item not in paragraphs[cited.paragraph - 1]:
            return f"{text}：该款没有第 {cited.item} 项"
        return ""

    def _edition(self, cited: Citation, on: date) -> str:
        """The file of the edition in force that day."""
        title = cited.statute.title
        if _law_knows(title):
            return named(title, on).file
        for in_force, until, file in self._editions[title]:
            if in_force <= on and (until is None or on <= until):
                return file
        raise LookupError(f"《{title}》在 {on} 没有施行中的文本（已知：{'、'.join(str(day) for day, _, _ in self._editions[title])} 起）")

    def _of(self, file: str) -> dict[str, list[frozenset[int]]]:
        """The items of each paragraph, by article."""
        if file not in self._articles:
            rows = Article.objects.filter(statute__file=file).values_list("number", "paragraphs")
            self._articles[file] = {number: [frozenset(item for item, _ in paragraph["items"]) for paragraph in paragraphs] for number, paragraphs in rows}
        return self._articles[file]


@lru_cache(maxsize=8192)
def known_basis(text: str) -> Citation | None:
    """The citation that a printed basis writes of a statute the law knows; None where it is not one."""
    try:
        cited = basis(text)
    except ValueError:
        return None
    return cited if isinstance(cited, Citation) else None


@lru_cache(maxsize=1024)
def _law_knows(title: str) -> bool:
    return any(statute.title == title for statute in EVERY)


def replaced(bases: Iterable[str], since: date, on: date) -> tuple[date, str] | None:
    """The first basis whose statute, as it stood on `since`, is no longer the law on `on`: from which day, in words; None where all stand."""
    found = []
    for text in bases:
        cited = known_basis(text)
        if cited is None:
            continue
        title = cited.statute.title
        was = next((statute for statute in EVERY if statute.title == title and statute.is_in_force(since)), None)
        if was is not None and was.until is not None and was.until < on:
            after = [statute for statute in EVERY if statute.title == title and statute.in_force > was.until]
            words = f"《{title}》已由 {after[0].in_force} 起施行的文本取代" if after else f"《{title}》自 {was.until} 后不再施行"
            found.append((was.until, words))
    return min(found) if found else None


def ended_titles(on: date) -> list[str]:
    """The titles of statutes of which some edition has ceased by a day: only what rests on these can have lost its basis."""
    return sorted({statute.title for statute in EVERY if statute.until is not None and statute.until < on})
