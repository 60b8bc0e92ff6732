"""涉案财物: what is kept of a party's goods, who answers for it, and what the law lets become of it."""

from fadu.law.custody.authority import AUTHORITY, Authority, authorises
from fadu.law.custody.book import Book, Lot, Move, Unsound, entered, fold
from fadu.law.custody.kinds import ENDS, KEPT, NEEDS_STEP, Hold, Movement
from fadu.law.custody.terms import TERMS, lapsed, term

__all__ = [
    "AUTHORITY",
    "ENDS",
    "KEPT",
    "NEEDS_STEP",
    "TERMS",
    "Authority",
    "Book",
    "Hold",
    "Lot",
    "Move",
    "Movement",
    "Unsound",
    "authorises",
    "entered",
    "fold",
    "lapsed",
    "term",
]
