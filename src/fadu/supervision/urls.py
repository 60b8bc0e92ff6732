"""Addresses of supervision."""

from django.urls import path

from fadu.supervision import views

app_name = "supervision"
urlpatterns = [
    path("findings/", views.findings, name="findings"),
]
