"""Addresses of the 事前公开: the public lists, their files and editions; what organs lack; the registers."""

from django.urls import path

from fadu.agencies.registers.bound import register
from fadu.agencies.registers.pages import urls
from fadu.disclosure.before.books import BOOKS
from fadu.disclosure.before.lists import LISTS
from fadu.disclosure.before.views import editions, files, keeping, lists, matters, organs

app_name = "before"
REGISTERS = tuple(register(book) for book in BOOKS)
OWN = {"organs": "open/organs/", "powers": "open/items/"}
"""Lists with an address of their own."""
urlpatterns = [
    path("open/before/", lists.home, name="home"),
    *(path(OWN.get(one.id, f"open/before/{one.id}/"), lists.listed, {"list_id": one.id}, name=one.id) for one in LISTS.values()),
    path("open/organs/<int:organ_id>/", organs.organ, name="organ"),
    path("open/items/<str:code>/", matters.item, name="item"),
    path("open/before/guides/<int:guide_id>/", matters.guide, name="guide"),
    path("open/before/charts/<str:course_id>/", matters.chart, name="chart"),
    path("open/before/<slug:list_id>.schema.json", files.schema, name="schema"),
    path("open/before/<slug:list_id>.xlsx", files.excel, name="excel"),
    path("open/before/<slug:list_id>.pdf", files.pdf, name="pdf"),
    path("open/before/<slug:list_id>.json", files.data, name="data"),
    path("open/before/<slug:list_id>/editions/", editions.listed, name="editions"),
    path("open/before/<slug:list_id>/editions/<int:version>/", editions.one, name="edition"),
    path("publications/before/", keeping.keeping, name="keeping"),
    *(pattern for found in REGISTERS for pattern in urls(found, REGISTERS)),
]
