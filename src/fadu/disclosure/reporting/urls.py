"""Addresses of reporting: which organs have handed in their reports, and the receipt of one."""

from django.urls import path

from fadu.disclosure.reporting import views

app_name = "reporting"
urlpatterns = [
    path("annual/received/", views.received, name="received"),
    path("annual/received.xlsx", views.received_book, name="received_book"),
    path("reports/<uuid:sending_id>/", views.sending, name="sending"),
]
