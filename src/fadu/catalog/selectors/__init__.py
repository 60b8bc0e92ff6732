"""What is read of the catalogue."""

from fadu.catalog.selectors.delegations import acts_for, standing
from fadu.catalog.selectors.entrusting import delegation, delegations
from fadu.catalog.selectors.items import fine_bounds, fine_ranges, item, items, resting_on
from fadu.catalog.selectors.keeping import calendar, notices
from fadu.catalog.selectors.locality import benchmarks, parameters, table, tables
from fadu.catalog.selectors.statutes import article, articles, neighbours, search, statute, statutes, texts

__all__ = [
    "acts_for",
    "article",
    "articles",
    "benchmarks",
    "calendar",
    "delegation",
    "delegations",
    "fine_bounds",
    "fine_ranges",
    "item",
    "items",
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
]
