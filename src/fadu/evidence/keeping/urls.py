"""Addresses of keeping: beside the files of the log."""

from django.urls import path

from fadu.evidence.keeping import views

app_name = "keeping"
urlpatterns = [
    path("log/status.json", views.status, name="status"),
    path("log/documents/<uuid:document_id>.json", views.told, name="document"),
    path("log/health/", views.health, name="health"),
]
