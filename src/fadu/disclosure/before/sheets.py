"""The registers of publication as worksheets."""

from fadu.agencies.registers.bound import sheet
from fadu.disclosure.before.books import BOOKS

SHEETS = tuple(sheet(book) for book in BOOKS)
"""The lists that go in and out."""
