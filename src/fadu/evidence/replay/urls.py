"""Addresses of the replay."""

from django.urls import path

from fadu.evidence.replay import views

app_name = "replay"
urlpatterns = [path("cases/<uuid:case_id>/replay/", views.replay, name="replay")]
