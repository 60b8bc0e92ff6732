"""Addresses of supervision."""

from django.urls import path

from fadu.supervision.views import figures, findings

app_name = "supervision"
urlpatterns = [
    path("findings/", findings.findings, name="findings"),
    path("figures/", figures.listed, name="figures"),
    path("figures/<str:figure_id>/", figures.one, name="figure"),
]
