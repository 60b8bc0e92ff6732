"""Addresses of sheets."""

from django.urls import path

from fadu.sheets import views

app_name = "sheets"
urlpatterns = [
    path("sheets/", views.index, name="index"),
    path("sheets/taken-out/", views.exports, name="exports"),
    path("sheets/<slug:sheet_id>/", views.one, name="sheet"),
    path("sheets/<slug:sheet_id>/template.xlsx", views.template, name="template"),
    path("sheets/<slug:sheet_id>/export.xlsx", views.export, name="export"),
    path("sheets/runs/<int:key>/", views.run, name="run"),
    path("sheets/runs/<int:key>/progress/", views.progress, name="progress"),
    path("sheets/runs/<int:key>/faults.xlsx", views.faults, name="faults"),
    path("sheets/runs/<int:key>/again/", views.again, name="again"),
]
