"""The addresses of 事中公示."""

from django.urls import path

from fadu.agencies.registers.bound import register
from fadu.agencies.registers.pages import urls
from fadu.disclosure.during.books import BOOKS
from fadu.disclosure.during.views import papers, windows

app_name = "during"
REGISTERS = tuple(register(book) for book in BOOKS)
urlpatterns = [
    path("open/notices/", papers.asked_notice, name="notices"),
    path("open/notices/<uuid:code>/", papers.notice, name="notice"),
    path("open/progress/", papers.asked_progress, name="progress"),
    path("open/progress/<uuid:code>/", papers.matter, name="matter"),
    path("open/windows/", windows.windows, name="windows"),
    path("open/windows/<int:seat_id>/", windows.window, name="window"),
    path("open/windows/<int:seat_id>.pdf", windows.window_pdf, name="window_pdf"),
    *(pattern for found in REGISTERS for pattern in urls(found, REGISTERS)),
]
