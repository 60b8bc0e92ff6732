"""Addresses of the open data."""

from django.urls import include, path

from fadu.disclosure.opendata.api import api
from fadu.disclosure.opendata.api.door import urls
from fadu.disclosure.opendata.views import engines, files, pages

_own = [
    path("open/data/", pages.home, name="home"),
    path("open/data/api/", pages.api, name="api"),
    path("open/data/latest/<str:name>", files.latest, name="latest"),
    path("open/data/<str:folder>/<str:name>", files.file, name="file"),
    path("sitemap.xml", engines.sitemap, name="sitemap"),
    path("sitemap-<str:name>.xml", engines.sitemap_part, name="sitemap_part"),
    path("robots.txt", engines.robots, name="robots"),
]
urlpatterns = [path("", include((_own, "opendata"))), path("api/open/v1/", urls(api))]
