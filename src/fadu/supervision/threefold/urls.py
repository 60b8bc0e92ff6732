"""Addresses of the reports on the three systems."""

from django.urls import path

from fadu.supervision.threefold import views

app_name = "threefold"
urlpatterns = [
    path("threefold/", views.home, name="home"),
    path("threefold/received/", views.received, name="received"),
    path("threefold/<uuid:report_id>/send/", views.sent, name="send"),
    path("open/threefold/", views.published, name="published"),
    path("open/threefold/<uuid:report_id>/", views.report, name="report"),
    *(path(f"open/threefold/<uuid:report_id>.{how}", views.report_file, {"how": how}, name=how) for how in ("pdf", "xlsx", "json")),
]
