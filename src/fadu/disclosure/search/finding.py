"""Finding published records: the newest first, and never more of them looked at than a page needs.

SQLite's FTS5 walks its lists backwards and stops at the limit. PostgreSQL's GIN gives all rows of a word at once, which for a common
word is most of the table; so its terms carry the number of a segment of the table (some thousand records that follow one another), and
the segments are asked one after the other, the newest first, until there are enough.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db import connection

from fadu.disclosure.models import Segment, Tally
from fadu.disclosure.search import facets as by
from fadu.disclosure.search.words import OWN, Asked, asked

COUNTED: Final = 1_000
"""As many of the newest results are counted; of more it is said that there are more."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for.

    Attributes:
        words: the query.
        facets: values by the name of their facet.
        code: unified social credit code of the party.
        since, until: the days between which the decision was made, both included.
    """

    words: Asked
    facets: tuple[tuple[str, str], ...] = ()
    code: str = ""
    since: date | None = None
    until: date | None = None

    @property
    def everything(self) -> bool:
        """Whether nothing is asked of the records."""
        return not (self.words or self.facets or self.code or self.since or self.until)


def wanted(query: str = "", *, facets: Iterable[tuple[str, str]] = (), code: str = "", since: date | None = None, until: date | None = None) -> Wanted:
    """What is looked for, from what was given."""
    return Wanted(asked(query), tuple(facets), code, since, until)


def found(what: Wanted, limit: int = COUNTED + 1, *, after: int | None = None) -> list[tuple[int, str]]:
    """(order, facets) of the newest records that match, at most `limit`; of those before the order `after` where it is given."""
    sql, params = statement(what, limit=limit, after=after)
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return sorted(((order, facets) for order, facets in cursor.fetchall()), reverse=True)


def statement(what: Wanted, *, limit: int | None = None, after: int | None = None) -> tuple[str, list[Any]]:
    """The statement that finds them, and its values."""
    match = _match(what)
    if not match:
        return _newest(limit, after)
    return (_sqlite if connection.vendor == "sqlite" else _postgresql)(what, match, limit, after)


def _newest(limit: int | None, after: int | None) -> tuple[str, list[Any]]:
    before = 'AND "order" < %s ' if after is not None else ""
    sql = f'SELECT "order", facets FROM disclosure_shown WHERE state = \'shown\' {before}ORDER BY "order" DESC{" LIMIT %s" if limit else ""}'  # noqa: S608 - our own words, values apart
    return sql, [value for value in (after, limit) if value is not None]


def _match(what: Wanted) -> list[list[tuple[str, bool]]]:
    """Terms that must all be there; of those in one list one is enough."""
    every = [[(term, prefix)] for term, prefix in what.words.terms]
    every += [[(by.term(name, value), False)] for name, value in what.facets]
    if what.code:
        every.append([(f"{OWN}code{what.code.lower().encode().hex()}", False)])
    if what.since or what.until:
        every.append([(term, False) for term in _spans(what.since, what.until)])
    return every


def _spans(since: date | None, until: date | None) -> list[str]:
    """The years and months that hold the days between two, of the years that have records; the first and the last year month by month."""
    first, last = since or date.min, until or date.max
    spans = []
    for year in map(int, Tally.objects.filter(name="year", count__gt=0).order_by("value").values_list("value", flat=True)):
        if first.year <= year <= last.year:
            months = range(first.month if year == first.year else 1, (last.month if year == last.year else 12) + 1)
            spans += [by.term("year", str(year))] if len(months) == 12 else [f"{OWN}m{year}{month:02d}" for month in months]
    return spans or [f"{OWN}none"]


def _rest(what: Wanted, table: str, at: str) -> tuple[list[str], list[Any]]:
    """What the index alone does not say: where the phrase stands, and the very days."""
    tests = [f"{at}({table}.plain, %s) > 0" for _ in what.words.exact]
    params: list[Any] = list(what.words.exact)
    for sign, day in ((">=", what.since), ("<=", what.until)):
        if day:
            tests.append(f"{table}.decided_on {sign} %s")
            params.append(day.isoformat())
    return tests, params


def _sqlite(what: Wanted, match: Sequence[Sequence[tuple[str, bool]]], limit: int | None, after: int | None) -> tuple[str, list[Any]]:
    query = " AND ".join(f"({' OR '.join(_fts(term, prefix) for term, prefix in one)})" for one in match)
    tests, params = _rest(what, "s", "instr")
    tests = ["w.disclosure_shown_words MATCH %s", "s.state = 'shown'", *(["w.rowid < %s"] if after is not None else []), *tests]
    values = [query, *([after] if after is not None else []), *params, *([limit] if limit else [])]
    sql = f'SELECT s."order", s.facets FROM disclosure_shown_words w CROSS JOIN disclosure_shown s ON s."order" = w.rowid WHERE {" AND ".join(tests)}'  # noqa: S608 - likewise
    return sql + " ORDER BY w.rowid DESC" + (" LIMIT %s" if limit else ""), values


def _postgresql(what: Wanted, match: Sequence[Sequence[tuple[str, bool]]], limit: int | None, after: int | None) -> tuple[str, list[Any]]:
    segments = [0, *Segment.objects.order_by("number").values_list("number", flat=True)]
    queries = [" & ".join(f"({' | '.join(_ts(number, term, prefix) for term, prefix in one)})" for one in match) for number in reversed(segments)]
    tests, params = _rest(what, "m", "strpos")
    before = ' AND r."order" < %s' if after is not None else ""
    inner = f"WHERE disclosure_terms(r.segment, r.grams) @@ asked.query::tsquery AND r.state = 'shown'{before} ORDER BY r.\"order\" + 0 DESC OFFSET 0) m"
    columns = (
        'r."order", r.facets' + (", r.plain" if what.words.exact else "") + (", r.decided_on" if what.since or what.until else "")
    )  # what is sorted is kept narrow
    sql = f'SELECT m."order", m.facets FROM unnest(%s::text[]) AS asked(query) CROSS JOIN LATERAL (SELECT {columns} '  # noqa: S608 - likewise
    sql += f"FROM disclosure_shown r {inner}"
    if tests:
        sql += f" WHERE {' AND '.join(tests)}"
    return sql + (" LIMIT %s" if limit else ""), [queries, *([after] if after is not None else []), *params, *([limit] if limit else [])]


def _fts(term: str, prefix: bool) -> str:  # noqa: FBT001 - of a pair
    """A term as FTS5 writes it; it holds letters, digits and private signs alone."""
    return f'"{term}"' + ("*" if prefix else "")


def _ts(segment: int, term: str, prefix: bool) -> str:  # noqa: FBT001 - likewise
    """The same as PostgreSQL writes it, of a segment."""
    return f"'{segment}:{term}'" + (":*" if prefix else "")
