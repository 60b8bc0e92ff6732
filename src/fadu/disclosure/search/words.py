"""From a text to what is looked up: runs of signs, pairs of neighbouring signs, dates, articles written in one way.

Neither database parts Chinese into words. Pairs of neighbouring signs find any word of two signs or more, wherever it stands; that the
pairs of a phrase really follow one another is looked at in the text itself (`Asked.exact`), so that 河清 does not find 清河.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from fadu.disclosure.masking.shapes import folded
from fadu.law.numerals import NUMERAL, chinese, number

MOST_WORDS, LONGEST_QUERY, MOST_TERMS = 8, 100, 16
"""Phrases of a query, its signs, and what is looked up in the index for it; the rest is not looked for."""
LONGEST_TERM = 40
OWN: Final = "\ue000"
"""Begins what is in the index beside the words: dates and facets. A sign that no text has, and that both indexes keep."""
ENCODED: Final = "\ue001"

_CHINESE: Final = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
RUN: Final = re.compile(rf"[{_CHINESE}]+|[^\W_{_CHINESE}]+")
_IS_CHINESE: Final = re.compile(rf"[{_CHINESE}]")
_PLAIN: Final = re.compile(r"[a-z0-9\u3400-\u4dbf\u4e00-\u9fff]+")
_THOUSANDS: Final = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_ARTICLE: Final = re.compile(rf"第\s*([0-9]{{1,4}}|{NUMERAL})\s*(条|款|项)")
_DAY: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*(?:[-/.]|年)\s*(?:(\d{1,2})(?:\s*(?:[-/.]|月)\s*(?:(\d{1,2})(?!\d)\s*日?)?|(?!\d)))?(?![\d])")
_UNTOLD: Final = frozenset({"act", "party_kind", "decided_on", "paper"})
"""Lines of a record that are not looked in: that nobody looks for by their words, and the copy of the decision, whose facts, articles and
outcome stand in the other lines; the rest of it is the same in every paper and would find them all.
"""


@dataclass(frozen=True, slots=True)
class Asked:
    """A query as it is looked for.

    Attributes:
        phrases: each a row of runs parted by one blank, as `plain` writes texts.
        dates: years, months and days: 2026, 202605, 20260510.
        terms: what must stand in the index: (term, whether it may go on).
        exact: what must then stand in the text.
    """

    phrases: tuple[str, ...]
    dates: tuple[str, ...]
    terms: tuple[tuple[str, bool], ...]
    exact: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.terms)


def plain(text: str) -> str:
    """A text as phrases are compared with it: its runs, each between blanks; line by line, so that no phrase crosses from one to another."""
    return "\n".join(f" {' '.join(RUN.findall(line))} " for line in _even(text).splitlines())


def asked(query: str) -> Asked:
    """What a query looks for; whatever it holds, it is words and dates and nothing else."""
    even = _even(query[:LONGEST_QUERY])
    dates: dict[str, None] = {}

    def kept(found: re.Match[str]) -> str:
        day = _date(found)
        if day is None:
            return found.group()
        dates[day] = None
        return " "

    rest = _DAY.sub(kept, even)
    phrases = tuple(dict.fromkeys(" ".join(runs) for part in rest.split() if (runs := RUN.findall(part))))[:MOST_WORDS]
    terms: dict[tuple[str, bool], None] = {(f"{OWN}d{day}", False): None for day in dates}
    for phrase in phrases:
        for run in phrase.split(" "):
            terms |= dict.fromkeys(_looked_up(run))
    return Asked(phrases, tuple(dates), tuple(terms)[:MOST_TERMS], tuple(text for phrase in phrases if (text := _exact(phrase))))


def grams(lines: Iterable[str]) -> dict[str, None]:
    """What of these lines stands in the index, each once."""
    found: dict[str, None] = {}
    for line in lines:
        even = _even(line)
        for run in RUN.findall(even):
            if _IS_CHINESE.match(run):
                found |= {_term(run[at : at + 2]): None for at in range(len(run) - 1)}
                found[_term(run[-1])] = None  # so that each sign is found by itself
            else:
                found[_term(run[:LONGEST_TERM])] = None
        for match in _DAY.finditer(even):
            if day := _date(match):
                found |= {f"{OWN}d{day[:length]}": None for length in (4, 6, 8) if len(day) >= length}
    return found


def lines_of(record: Mapping[str, Any]) -> list[str]:
    """The lines of a record that are searched: what is shown, and nothing else; in one order, whatever order the database keeps."""
    return [str(text) for name, text in sorted(record.items()) if name not in _UNTOLD and text]


def _even(text: str) -> str:
    """Full-width forms narrow, capitals small, amounts without commas, articles in Chinese numerals after a break."""
    return _ARTICLE.sub(_article, _THOUSANDS.sub("", folded(text).lower()))


def _article(found: re.Match[str]) -> str:
    try:
        written = chinese(int(found[1]) if found[1].isascii() else number(found[1]))
    except ValueError:
        return found.group()
    return f"{' ' if found[2] == '条' else ''}第{written}{found[2]}"


def _date(found: re.Match[str]) -> str | None:
    year, month, day = found[1], int(found[2] or 0), int(found[3] or 0)
    try:
        date(int(year), month or 1, day or 1)
    except ValueError:
        return None
    return year + (f"{month:02d}" if month else "") + (f"{day:02d}" if month and day else "")


def _looked_up(run: str) -> Iterable[tuple[str, bool]]:
    """Every second pair of a Chinese run and its last: together they hold each of its signs."""
    if not _IS_CHINESE.match(run):
        return [(_term(run[:LONGEST_TERM]), len(run) > 2)]
    if len(run) == 1:
        return [(_term(run), True)]
    return [(_term(run[at : at + 2]), False) for at in (*range(0, len(run) - 2, 2), len(run) - 2)]


def _exact(phrase: str) -> str:
    """How the phrase stands in a text written by `plain`; "" where its terms alone say it."""
    runs = phrase.split(" ")
    if len(runs) == 1 and (len(phrase) <= 2 or (not _IS_CHINESE.match(phrase) and len(phrase) <= LONGEST_TERM)):
        return ""
    opens = "" if _IS_CHINESE.match(runs[0]) else " "
    closes = "" if _IS_CHINESE.match(runs[-1]) or len(runs[-1]) > 2 else " "
    return f"{opens}{phrase}{closes}"


def _term(gram: str) -> str:
    """As both indexes keep it: signs that one of them would drop or part are spelt out."""
    return gram if _PLAIN.fullmatch(gram) else ENCODED + gram.encode("utf-8", "replace").hex()
