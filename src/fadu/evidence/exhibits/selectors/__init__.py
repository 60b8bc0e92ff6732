"""What is read of exhibits and goods, scoped to who asks."""

from fadu.evidence.exhibits.selectors.agreeing import disagreements
from fadu.evidence.exhibits.selectors.exhibits import catalogue, exhibit_for, flaws, for_report, of_case
from fadu.evidence.exhibits.selectors.goods import Due, due, held, item_for, items, lots, overdue, stores
from fadu.evidence.exhibits.selectors.section import section

__all__ = [
    "Due",
    "catalogue",
    "disagreements",
    "due",
    "exhibit_for",
    "flaws",
    "for_report",
    "held",
    "item_for",
    "items",
    "lots",
    "of_case",
    "overdue",
    "section",
    "stores",
]
