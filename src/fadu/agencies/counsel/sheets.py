"""The sheets of counsel."""

from fadu.agencies.counsel.books import BOOKS
from fadu.agencies.registers.bound import sheet

SHEETS = tuple(sheet(book) for book in BOOKS)
"""The lists that go in and out."""
