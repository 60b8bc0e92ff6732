"""Addresses of evidence."""

from django.urls import path

from fadu.evidence import tus

app_name = "evidence"
urlpatterns = [
    path("evidence/uploads/", tus.endpoint, name="uploads"),
    path("evidence/uploads/<uuid:key>/", tus.resource, name="upload"),
]
