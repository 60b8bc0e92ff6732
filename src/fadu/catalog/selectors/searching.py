"""Finding words in the articles of the statutes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db.models import F

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require
from fadu.catalog.models import Article

AROUND = 40
"""Signs shown on either side of the words found."""
MOST_WORDS = 6
Piece = tuple[str, bool]
"""Some text, and whether it is one of the words looked for."""


@dataclass(frozen=True)
class Hit:
    """An article in which every word was found.

    Attributes:
        article: with its statute.
        pieces: the places where the words stand, the words told apart from what stands around them.
    """

    article: Article
    pieces: tuple[Piece, ...]


def words_of(query: str) -> tuple[str, ...]:
    """The words of a query: what blanks and commas part; one sign alone is no word, for it is everywhere."""
    found = dict.fromkeys(re.split(r"[\s、，,;；]+", query.replace("\x00", "").strip()))
    return tuple(word for word in found if len(word) > 1)[:MOST_WORDS]


def search(actor: Actor, query: str, limit: int = 50, *, title: str = "") -> list[Hit]:
    """Articles that hold every word of the query, of texts in force before those that have ceased.

    Args:
        actor: who asks.
        query: words with blanks between them.
        limit: how many at most.
        title: of this statute alone.
    """
    require(actor, "statute.see")
    words = words_of(query)
    if not words:
        return []
    found = Article.objects.select_related("statute").order_by(F("statute__until").desc(nulls_first=True), "statute__title", "position")
    for word in words:
        found = found.filter(text__contains=word)
    if title:
        found = found.filter(statute__title=title)
    return [Hit(one, tuple(_around(one.text, words))) for one in found[:limit]]


def marked(text: str, words: Sequence[str]) -> list[Piece]:
    """A text with the words told apart."""
    if not words:
        return [(text, False)]
    parts = re.split(f"({'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})", text)
    return [(part, place % 2 == 1) for place, part in enumerate(parts) if part]


def _around(text: str, words: Sequence[str]) -> Iterator[Piece]:
    """What stands around the first place of each word; places that touch are shown as one."""
    spans: list[tuple[int, int]] = []
    for start, end in sorted((at, at + len(word)) for word in words if (at := text.find(word)) >= 0):
        first, last = max(0, start - AROUND), min(len(text), end + AROUND)
        if spans and first <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(last, spans[-1][1]))
        else:
            spans.append((first, last))
    for place, (first, last) in enumerate(spans):
        if first and not place:
            yield "…", False
        yield from marked(text[first:last], words)
        if last < len(text):
            yield "…", False
