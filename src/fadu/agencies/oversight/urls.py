"""Addresses of oversight."""

from fadu.agencies.oversight.books import BOOKS
from fadu.agencies.registers.bound import register
from fadu.agencies.registers.pages import urls

app_name = "oversight"
REGISTERS = tuple(register(book) for book in BOOKS)
urlpatterns = [pattern for found in REGISTERS for pattern in urls(found, REGISTERS)]
