"""What is read of the catalogue."""

from fadu.catalog.selectors.comparing import compared, held_editions, versions_of
from fadu.catalog.selectors.delegations import acts_for, standing
from fadu.catalog.selectors.entrusting import delegation, delegations
from fadu.catalog.selectors.evaluations import evaluations, evaluations_due, performance
from fadu.catalog.selectors.items import changes, fine_bounds, fine_ranges, item, items, resting_on, versions
from fadu.catalog.selectors.keeping import calendar, notices
from fadu.catalog.selectors.library import Edition, Wanted, benchmarks, edition, editions, items_of_table, table, tables, tables_of_item
from fadu.catalog.selectors.lists import entries, entry_versions, lenience_for, major
from fadu.catalog.selectors.locality import parameters
from fadu.catalog.selectors.reviews import review, reviews, reviews_of, stale, unused
from fadu.catalog.selectors.searching import marked, search, words_of
from fadu.catalog.selectors.statutes import article, articles, neighbours, statute, statutes, texts

__all__ = [
    "Edition",
    "Wanted",
    "acts_for",
    "article",
    "articles",
    "benchmarks",
    "calendar",
    "changes",
    "compared",
    "delegation",
    "delegations",
    "edition",
    "editions",
    "entries",
    "entry_versions",
    "evaluations",
    "evaluations_due",
    "fine_bounds",
    "fine_ranges",
    "held_editions",
    "item",
    "items",
    "items_of_table",
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
    "tables_of_item",
    "texts",
    "unused",
    "versions",
    "versions_of",
    "words_of",
]
