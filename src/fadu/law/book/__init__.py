"""The law on paper: what a page for each rule and each procedure shows, made from the objects themselves.

Content and drawings only; how they look is a matter of the templates (`fadu.catalog`), where they lie of `Links`.
"""

from fadu.law.book.chart import Chart
from fadu.law.book.layout import draw
from fadu.law.book.links import Link, Links, Shelf
from fadu.law.book.procedures import ProcedurePage, procedure_page
from fadu.law.book.rules import RulePage, rule_page
from fadu.law.book.shelves import Contents, ShelfPage, cited_statutes, contents, every_citation, key_of, keys, rules_by_article, shelf_page

__all__ = [
    "Chart",
    "Contents",
    "Link",
    "Links",
    "ProcedurePage",
    "RulePage",
    "Shelf",
    "ShelfPage",
    "cited_statutes",
    "contents",
    "draw",
    "every_citation",
    "key_of",
    "keys",
    "procedure_page",
    "rule_page",
    "rules_by_article",
    "shelf_page",
]
