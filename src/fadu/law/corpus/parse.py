"""Reads one Markdown file of the corpus.

The traps it knows, all met in the 53 texts:

zero-width spaces; item numbers in narrow brackets, (一); one, two or wide spaces after 第X条; two ways of ending the
head; headings of chapters and sub-parts (分编) without ##; headings spaced out (总 则); comments; no line end at the end.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from fadu.law.corpus.text import Article, Paragraph, Text
from fadu.law.numerals import NUMERAL, number
from fadu.law.statutes import Article as Number
from fadu.law.statutes import article_key

_NAME = re.compile(r"(?P<title>.+?)(?:\((?P<adopted>\d{4}-\d{2}-\d{2})\))?(?P<excerpt>\.excerpt)?")
_HEAD_ENDS = ("<!-- INFO END -->", "<!-- LEGAL_HEADER_END -->")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\ufeff"))
_ARTICLE = re.compile(rf"第({NUMERAL})条(?:之({NUMERAL}))?(?:\s+|$)(.*)")
_ITEM = re.compile(rf"[（(]({NUMERAL})[）)]\s*(.*)")
_LEVELS = ("编", "分编", "章", "节")
_HEADING = re.compile(rf"(第{NUMERAL}({'|'.join(_LEVELS)}))\s+\S.{{0,30}}")


def parse(content: str, stem: str) -> Text:
    """The text that a file holds.

    Args:
        content: the Markdown.
        stem: the file's name without .md: 行政处罚法(2021-01-22).

    Raises:
        ValueError: the file holds no article.
    """
    named = _NAME.fullmatch(stem)
    assert named
    lines = [line for raw in content.splitlines() if (line := raw.translate(_INVISIBLE).strip())]
    end = next((at for at, line in enumerate(lines) if line in _HEAD_ENDS), -1)
    reader = _Reader()
    reader.read(lines[end + 1 :])
    if not reader.articles:
        raise ValueError(f"{stem}：没有读到任何条文")
    return Text(
        title=named["title"],
        file=stem,
        adopted=date.fromisoformat(named["adopted"]) if named["adopted"] else None,
        history=tuple(line for line in lines[: end + 1] if not line.startswith(("#", "<!--"))),
        preamble=tuple(reader.preamble),
        articles=reader.articles,
        partial=bool(named["excerpt"]),
    )


class _Reader:
    """Goes down the lines after the head and keeps the article and paragraph it is in."""

    def __init__(self) -> None:
        self.articles: dict[Number, Article] = {}
        self.preamble: list[str] = []
        self._heads: list[str] = []
        self._last = (0, 0)

    def read(self, lines: Iterable[str]) -> None:
        block: list[str] = []
        for line in lines:
            if line.startswith("<!--"):
                continue
            if line.startswith("#") or _HEADING.fullmatch(line):
                self._close(block)
                self._enter(line)
                block = []
            elif self._begins_article(line):
                self._close(block)
                block = [line]
            elif block:
                block.append(line)
            else:
                self.preamble.append(line)
        self._close(block)

    def _begins_article(self, line: str) -> bool:
        """A line that names an article later than the last; an earlier one is a reference that happens to lead a line."""
        match = _ARTICLE.fullmatch(line)
        return match is not None and article_key(_number(match)) > self._last

    def _enter(self, line: str) -> None:
        marks, _, heading = line.rpartition("#")
        if marks == "" and line.startswith("#"):  # one mark: the title again
            return
        match = _HEADING.fullmatch(heading.strip())
        place = match[1] if match else ""
        heading = f"{place} {''.join(heading.strip().removeprefix(place).split())}".strip()
        if heading:
            self._heads = [*(head for head in self._heads if _depth(head) < _depth(heading)), heading]

    def _close(self, block: list[str]) -> None:
        if not block:
            return
        match = _ARTICLE.fullmatch(block[0])
        assert match
        article = _number(match)
        self._last = article_key(article)
        self.articles[article] = Article(article, tuple(_paragraphs([match[3], *block[1:]])), tuple(self._heads))


def _number(match: re.Match[str]) -> Number:
    return f"{number(match[1])}-{number(match[2])}" if match[2] else number(match[1])


def _depth(heading: str) -> int:
    match = _HEADING.fullmatch(heading)
    return _LEVELS.index(match[2] if match else "章")  # a heading of another form (一、受案范围) stands as a chapter


def _paragraphs(lines: list[str]) -> Iterator[Paragraph]:
    """Each line is a paragraph, an item of the one before, or, once items have begun with 1., part of an item."""
    count, text, items = 0, "", dict[int, str]()
    for line in filter(None, lines):
        item = _ITEM.fullmatch(line)
        if item and count and number(item[1]) == len(items) + 1:
            items[len(items) + 1] = item[2]
        elif items and re.match(r"\d+[.．、]", line):
            items[len(items)] += "\n" + line
        else:
            if count:
                yield Paragraph(count, text, items)
            count, text, items = count + 1, line, {}
    yield Paragraph(count, text, items)
