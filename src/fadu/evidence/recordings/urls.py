"""Addresses of recordings."""

from django.urls import path

from fadu.evidence.recordings.views import media, pages

app_name = "recordings"
urlpatterns = [
    path("recordings/", pages.listing, name="list"),
    path("recordings/add/", pages.add, name="add"),
    path("recordings/<uuid:recording_id>/", pages.one, name="one"),
    path("recordings/<uuid:recording_id>/play/", pages.play, name="play"),
    path("recordings/<uuid:recording_id>/tie/", pages.tie, name="tie"),
    path("recordings/<uuid:recording_id>/mark/", pages.mark, name="mark"),
    path("recordings/<uuid:recording_id>/original/", media.original, name="original"),
    path("recordings/<uuid:recording_id>/<uuid:reading_id>/<str:kind>/", media.derived, name="derived"),
]
