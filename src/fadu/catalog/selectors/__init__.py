"""What is read of the catalogue."""

from fadu.catalog.selectors.delegations import acts_for, delegations, standing
from fadu.catalog.selectors.items import fine_bounds, fine_ranges, item, items, resting_on
from fadu.catalog.selectors.keeping import calendar, notices
from fadu.catalog.selectors.library import Edition, Wanted, benchmarks, edition, editions, items_of_table, table, tables, tables_of_item
from fadu.catalog.selectors.locality import parameters
from fadu.catalog.selectors.statutes import article, articles, neighbours, search, statute, statutes, texts

__all__ = [
    "Edition",
    "Wanted",
    "acts_for",
    "article",
    "articles",
    "benchmarks",
    "calendar",
    "delegations",
    "edition",
    "editions",
    "fine_bounds",
    "fine_ranges",
    "item",
    "items",
    "items_of_table",
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
    "tables_of_item",
    "texts",
]
