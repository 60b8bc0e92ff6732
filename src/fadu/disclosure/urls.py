"""Addresses of disclosure: the queue for who publishes, the portal for everybody."""

from django.urls import path

from fadu.disclosure.views import portal, queue

app_name = "disclosure"
urlpatterns = [
    path("publications/", queue.listed, name="queue"),
    path("publications/<uuid:publication_id>/", queue.one, name="publication"),
    path("open/", portal.home, name="portal"),
    path("open/feed.atom", portal.feed, name="feed"),
    path("open/<uuid:publication_id>/", portal.record, name="record"),
    path("open/<uuid:publication_id>.json", portal.record_json, name="record_json"),
]
