"""Finding published records by words: pairs of signs (bigrams) in FTS5 on SQLite, in a tsvector on PostgreSQL.

Neither database parts Chinese into words; pairs of neighbouring signs find any word of two signs or more, wherever it
stands. One sign alone is found at the beginning of a pair. What is indexed is what is shown, so nothing else can be found.
"""

import hashlib
import re
import secrets
import time
import uuid
from collections.abc import Iterable, Mapping
from typing import Any

from django.db import connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from fadu.disclosure.masking.shapes import folded
from fadu.disclosure.models import Shown
from fadu.ledger.canonical import canonical

MOST_WORDS, LONGEST_QUERY = 8, 100
"""Words of a query, and signs, that are looked for; the rest is not."""
INDEXED = ("number", "party", "party_code", "cause", "item", "organ", "facts", "violated", "basis", "kinds", "content", "ground", "reason", "declined")
"""The lines of a record that are searched."""

_RUN = re.compile(r"[\u3400-\u9fff]+|[a-z0-9]+")


def fingerprint(shown: Mapping[str, Any]) -> str:
    """What tells one masked record from another: what is released is what was looked at."""
    return hashlib.sha256(canonical(dict(shown))).hexdigest()[:32]


def order_of(publication_id: uuid.UUID) -> int:
    """The place of a record among all, by when it was first shown."""
    kept = Shown.objects.filter(pk=publication_id).values_list("order", flat=True).first()
    return kept if kept is not None else time.time_ns() // 1_000_000 << 20 | secrets.randbits(20)


def grams(shown: Mapping[str, Any]) -> str:
    """The pairs of signs and the words of a record, each once, parted by blanks."""
    return " ".join(dict.fromkeys(gram for name in INDEXED for gram in _grams(str(shown.get(name) or ""))))


def _grams(text: str) -> Iterable[str]:
    for run in _RUN.findall(folded(text).lower()):
        if run.isascii() or len(run) == 1:
            yield run[:64]
        else:
            yield from (run[at : at + 2] for at in range(len(run) - 1))
            yield run[-1]  # so that each sign is found by itself


def index(publication_id: uuid.UUID) -> None:
    """Bring the index up to a record; on PostgreSQL the column does it by itself."""
    if connection.vendor != "sqlite":
        return
    order, words = Shown.objects.filter(pk=publication_id).values_list("order", "grams").get()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM disclosure_shown_words WHERE rowid = %s", [order])
        if words:
            cursor.execute("INSERT INTO disclosure_shown_words (rowid, words) VALUES (%s, %s)", [order, words])


def matching(rows: QuerySet[Shown], query: str) -> QuerySet[Shown]:
    """The records in which every word of the query stands; all of them for a query that has none."""
    terms = _terms(query)
    if not terms:
        return rows
    if connection.vendor == "sqlite":
        match = " AND ".join(f'"{term}"' + ("*" if prefix else "") for term, prefix in terms)
        return rows.filter(order__in=RawSQL("SELECT rowid FROM disclosure_shown_words WHERE disclosure_shown_words MATCH %s", [match]))
    match = " & ".join(f"'{term}'" + (":*" if prefix else "") for term, prefix in terms)
    return rows.extra(where=["words @@ %s::tsquery"], params=[match])


def _terms(query: str) -> list[tuple[str, bool]]:
    """What is looked for: letters, digits and Chinese signs alone, so that no query can be anything but words."""
    terms: dict[str, bool] = {}
    for run in _RUN.findall(folded(query[:LONGEST_QUERY]).lower())[:MOST_WORDS]:
        if run.isascii():
            terms[run[:64]] = len(run) > 2
        elif len(run) == 1:
            terms[run] = True
        else:
            terms |= {run[at : at + 2]: False for at in range(len(run) - 1)}
    return list(terms.items())
