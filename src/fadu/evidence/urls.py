"""Addresses of evidence."""

from django.urls import path

from fadu.evidence import tus, views

app_name = "evidence"
urlpatterns = [
    path("evidence/", views.listing, name="originals"),
    path("evidence/new/", views.hand_in, name="hand_in"),
    path("evidence/uploads/", tus.endpoint, name="uploads"),
    path("evidence/uploads/<uuid:key>/", tus.resource, name="upload"),
    path("evidence/<uuid:key>/", views.one, name="original"),
    path("evidence/<uuid:key>/place/", views.place, name="place"),
    path("evidence/<uuid:key>/file", views.file, name="file"),
    path("evidence/<uuid:key>/receipt.json", views.receipt, name="receipt"),
]
