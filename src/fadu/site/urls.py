"""The addresses of the platform: each room under its own."""

from django.templatetags.static import static
from django.urls import include, path
from django.views.generic import RedirectView

from fadu.cases.api import api
from fadu.site import views

ROOMS = (
    "disclosure",  # first, since most who ask are visitors, and rooms are asked in turn
    "accounts",
    "sheets",
    "agencies",
    "agencies.training",
    "agencies.exams",
    "agencies.equipment",
    "agencies.care",
    "agencies.staffing",
    "agencies.counsel",
    "agencies.oversight",
    "agencies.guidance",
    "catalog",
    "cases",
    "documents",
    "evidence.keeping",
    "evidence.recordings",
    "evidence",
    "evidence.exhibits",
    "evidence.signing",
    "evidence.archive",
    "evidence.household",
    "evidence.replay",
    "disclosure.opendata",
    "disclosure.reporting",
    "disclosure.before",
    "disclosure.during",
    "disclosure.verify",
    "supervision",
    "supervision.threefold",
)
urlpatterns = [
    path("favicon.ico", RedirectView.as_view(url=static("fadu/mark.svg"))),
    path("style/", include(([path("", views.style, name="style")], "site"))),
    path("api/", api.urls),
    *(path("", include(f"fadu.{room}.urls")) for room in ROOMS),
]
handler403 = views.forbidden
handler404 = views.not_found
handler500 = views.broken
