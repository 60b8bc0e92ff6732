"""The sheets of windows."""

from fadu.agencies.registers.bound import sheet
from fadu.disclosure.during.books import BOOKS

SHEETS = tuple(sheet(book) for book in BOOKS)
"""The lists that go in and out."""
