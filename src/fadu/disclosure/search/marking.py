"""Marking the words found in what is shown of a result."""

import re
from functools import lru_cache

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from fadu.disclosure.masking.shapes import folded
from fadu.disclosure.search.words import Asked
from fadu.law.numerals import NUMERAL, number

BEFORE, LENGTH = 18, 96
"""Signs of a snippet before the first word found, and of the whole of it."""


def marked(text: str, words: Asked) -> SafeString:
    """The text, escaped, with the words found between <mark> and </mark>."""
    pattern = _pattern(words.phrases)
    if pattern is None:
        return conditional_escape(text)
    pieces, at = [], 0
    for match in pattern.finditer(_level(text)):
        if match.end() > match.start():
            pieces += [conditional_escape(text[at : match.start()]), "<mark>", conditional_escape(text[match.start() : match.end()]), "</mark>"]
            at = match.end()
    return mark_safe("".join([*pieces, conditional_escape(text[at:])]))  # noqa: S308 - every piece is escaped


def snippet(text: str, words: Asked) -> SafeString:
    """So much of a long text as shows where the words stand in it, marked."""
    pattern = _pattern(words.phrases)
    match = pattern.search(_level(text)) if pattern else None
    start = max(0, match.start() - BEFORE) if match else 0
    part = text[start : start + LENGTH]
    return mark_safe(("…" if start else "") + marked(part, words) + ("…" if start + LENGTH < len(text) else ""))  # noqa: S308 - likewise


def holds(text: str, words: Asked) -> bool:
    """Whether any of the words stands in a text."""
    pattern = _pattern(words.phrases)
    return bool(pattern and pattern.search(_level(text)))


def _level(text: str) -> str:
    """Folded, sign for sign in its place."""
    level = folded(text).lower()
    return level if len(level) == len(text) else text


@lru_cache(maxsize=256)
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str] | None:
    """A phrase with whatever parts its runs in the text."""
    longest = sorted(phrases, key=len, reverse=True)
    return re.compile("|".join(r"[\W_]{0,4}".join(_run(run) for run in phrase.split(" ")) for phrase in longest)) if phrases else None


def _run(run: str) -> str:
    """A run as it may be written: an article in figures too, an amount with its commas."""
    if run.isascii() and run.isdigit():
        return ",?".join(run)
    pieces = re.split(rf"(第{NUMERAL}[条款项])", run)
    return "".join(_article(piece) if piece.startswith("第") and piece[-1] in "条款项" else re.escape(piece) for piece in pieces)


def _article(piece: str) -> str:
    try:
        figures = str(number(piece[1:-1]))
    except ValueError:
        return re.escape(piece)
    return rf"第\s*(?:{piece[1:-1]}|{figures})\s*{piece[-1]}"
