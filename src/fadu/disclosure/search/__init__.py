"""Finding published records: what is looked up, how it is kept, how it is found, how it is marked."""

from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from fadu.disclosure.models import Shown
from fadu.disclosure.search.finding import COUNTED, Wanted, found, statement, wanted
from fadu.disclosure.search.keeping import bury, fingerprint, lay, order_of, show
from fadu.disclosure.search.words import LONGEST_QUERY, Asked, asked

__all__ = ["COUNTED", "LONGEST_QUERY", "Asked", "Wanted", "asked", "bury", "fingerprint", "found", "lay", "matching", "order_of", "show", "statement", "wanted"]


def matching(rows: QuerySet[Shown], query: str) -> QuerySet[Shown]:
    """The records in which every phrase of the query stands; all of them for no query, none for one without a word."""
    what = wanted(query)
    if not what.words:
        return rows.none() if query.strip() else rows
    sql, params = statement(what)
    return rows.filter(order__in=RawSQL(f'SELECT "order" FROM ({sql}) AS words_found', params))  # noqa: S608, S611 - our own statement, its values apart
