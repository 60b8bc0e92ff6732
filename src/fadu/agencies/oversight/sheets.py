"""The sheets of oversight."""

from fadu.agencies.oversight.books import BOOKS
from fadu.agencies.registers.bound import sheet

SHEETS = tuple(sheet(book) for book in BOOKS)
"""The lists that go in and out."""
