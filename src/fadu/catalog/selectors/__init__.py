"""What is read of the catalogue."""

from fadu.catalog.selectors.comparing import compared, editions, versions_of
from fadu.catalog.selectors.delegations import acts_for, standing
from fadu.catalog.selectors.entrusting import delegation, delegations
from fadu.catalog.selectors.evaluations import evaluations, evaluations_due, performance
from fadu.catalog.selectors.items import changes, fine_bounds, fine_ranges, item, items, resting_on, versions
from fadu.catalog.selectors.keeping import calendar, notices
from fadu.catalog.selectors.lists import entries, entry_versions, lenience_for, major
from fadu.catalog.selectors.locality import benchmarks, parameters, table, tables
from fadu.catalog.selectors.reviews import review, reviews, reviews_of, stale, unused
from fadu.catalog.selectors.searching import marked, search, words_of
from fadu.catalog.selectors.statutes import article, articles, neighbours, statute, statutes, texts

__all__ = [
    "acts_for",
    "article",
    "articles",
    "benchmarks",
    "calendar",
    "changes",
    "compared",
    "delegation",
    "delegations",
    "editions",
    "entries",
    "entry_versions",
    "evaluations",
    "evaluations_due",
    "fine_bounds",
    "fine_ranges",
    "item",
    "items",
    "lenience_for",
    "major",
    "marked",
    "neighbours",
    "notices",
    "parameters",
    "performance",
    "resting_on",
    "review",
    "reviews",
    "reviews_of",
    "search",
    "stale",
    "standing",
    "statute",
    "statutes",
    "table",
    "tables",
    "texts",
    "unused",
    "versions",
    "versions_of",
    "words_of",
]
