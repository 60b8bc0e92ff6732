"""One edition of a statute as text: articles, their paragraphs (款), their items (项)."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from fadu.law.numerals import chinese
from fadu.law.statutes import Article as Number
from fadu.law.statutes import Citation, article_name


class NotInText(LookupError):
    """A citation or a quotation that the text does not bear out; the message says how far the text goes."""


@dataclass(frozen=True)
class Paragraph:
    """One 款.

    Attributes:
        number: from 1.
        text: its own words, up to the items.
        items: the items by number, each with its words and whatever is subdivided below it.
    """

    number: int
    text: str
    items: Mapping[int, str]

    @cached_property
    def whole(self) -> str:
        """Words and items, a line each."""
        return "\n".join([self.text, *(f"（{chinese(number)}）{text}" for number, text in self.items.items())])


@dataclass(frozen=True)
class Article:
    """One 条.

    Attributes:
        number: 60, or "95-1" for 第九十五条之一.
        paragraphs: the 款, in order; at least one.
        heads: the part, chapter and section it stands in, outermost first.
    """

    number: Number
    paragraphs: tuple[Paragraph, ...]
    heads: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """第六十条."""
        return article_name(self.number)

    @cached_property
    def whole(self) -> str:
        """All paragraphs, a line each."""
        return "\n".join(paragraph.whole for paragraph in self.paragraphs)

    def find(self, citation: Citation) -> str:
        """The words of the place cited in this article, its items and paragraphs a line each; raises NotInText."""
        title = citation.statute.title
        if citation.paragraph is None:
            return self.whole
        if citation.paragraph > len(self.paragraphs):
            raise NotInText(f"《{title}》{self.name}只有 {len(self.paragraphs)} 款，没有第{chinese(citation.paragraph)}款")
        paragraph = self.paragraphs[citation.paragraph - 1]
        if citation.item is None:
            return paragraph.whole
        if citation.item not in paragraph.items:
            raise NotInText(f"《{title}》{self.name}第{chinese(paragraph.number)}款有 {len(paragraph.items)} 项，没有第{chinese(citation.item)}项")
        return paragraph.items[citation.item]


@dataclass(frozen=True)
class Text:
    """One edition of a statute.

    Attributes:
        title: its name without 中华人民共和国.
        file: stem of the file it was read from.
        adopted: the day in the file's name; None where it has none.
        history: the lines of its head: when and by whom adopted and amended.
        preamble: what stands before the first article.
        articles: by number, in order.
        partial: whether the file holds an excerpt only.
    """

    title: str
    file: str
    adopted: date | None
    history: tuple[str, ...]
    preamble: tuple[str, ...]
    articles: Mapping[Number, Article]
    partial: bool = False

    def article(self, number: Number) -> Article:
        """The article; raises NotInText."""
        if number not in self.articles:
            held = "只收摘录" if self.partial else f"共 {len(self.articles)} 条"
            raise NotInText(f"《{self.title}》（{self.file}）没有{article_name(number)}：{held}")
        return self.articles[number]

    def find(self, citation: Citation) -> str:
        """The words of the place cited, its items and paragraphs a line each; raises NotInText."""
        return self.article(citation.article).find(citation)

    def quotes(self, citation: Citation, quotation: str) -> bool:
        """Whether `quotation` stands in the place cited, widths of signs and spaces apart; raises NotInText for the place."""
        return normal(quotation) in normal(self.find(citation))


def normal(text: str) -> str:
    """`text` for comparing: full-width letters, digits and signs made narrow, all white space left out."""
    return "".join(unicodedata.normalize("NFKC", text).split())
