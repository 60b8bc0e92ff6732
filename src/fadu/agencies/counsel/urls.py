"""Addresses of counsel."""

from django.urls import path

from fadu.agencies.counsel import views
from fadu.agencies.counsel.books import BOOKS
from fadu.agencies.registers.bound import register
from fadu.agencies.registers.pages import urls

app_name = "counsel"
REGISTERS = tuple(register(book) for book in BOOKS)
urlpatterns = [
    path("counsel/lending/", views.lending, name="lending"),
    path("counsel/lending/<int:borrowing_id>/", views.answer, name="lend"),
    *(pattern for found in REGISTERS for pattern in urls(found, REGISTERS)),
]
