"""What is read of the catalogue."""

from fadu.catalog.selectors.comparing import compared, editions, versions_of
from fadu.catalog.selectors.delegations import acts_for, delegations, standing
from fadu.catalog.selectors.items import fine_bounds, fine_ranges, item, items, resting_on
from fadu.catalog.selectors.keeping import calendar, notices
from fadu.catalog.selectors.locality import benchmarks, parameters, table, tables
from fadu.catalog.selectors.searching import marked, search, words_of
from fadu.catalog.selectors.statutes import article, articles, neighbours, statute, statutes, texts

__all__ = [
    "acts_for",
    "article",
    "articles",
    "benchmarks",
    "calendar",
    "compared",
    "delegations",
    "editions",
    "fine_bounds",
    "fine_ranges",
    "item",
    "items",
    "marked",
    "neighbours",
    "notices",
    "parameters",
    "resting_on",
    "search",
    "standing",
    "statute",
    "statutes",
    "table",
    "tables",
    "texts",
    "versions_of",
    "words_of",
]
