"""Addresses of agencies."""

from django.urls import path

from fadu.agencies.views import organs, people, standing

app_name = "agencies"
urlpatterns = [
    path("organs/", organs.organs, name="organs"),
    path("organs/new/", organs.organ_add, name="organ_add"),
    path("organs/<int:organ_id>/", organs.organ, name="organ"),
    path("organs/<int:organ_id>/edit/", organs.organ_edit, name="organ_edit"),
    path("organs/<int:organ_id>/end/", organs.organ_end, name="organ_end"),
    path("organs/<int:organ_id>/officers/new/", people.officer_add, name="officer_add"),
    path("officers/", people.officers, name="officers"),
    path("officers/<int:officer_id>/", people.officer, name="officer"),
    path("officers/<int:officer_id>/edit/", people.officer_edit, name="officer_edit"),
    path("officers/<int:officer_id>/leave/", people.officer_leave, name="officer_leave"),
    path("officers/<int:officer_id>/credentials/new/", standing.credential_issue, name="credential_issue"),
    path("officers/<int:officer_id>/account/", standing.account_open, name="account_open"),
    path("officers/<int:officer_id>/account/switch/", standing.account_switch, name="account_switch"),
    path("officers/<int:officer_id>/posts/new/", standing.post_give, name="post_give"),
    path("officers/<int:officer_id>/posts/<int:post_id>/end/", standing.post_end, name="post_end"),
    path("credentials/<int:credential_id>/state/", standing.credential_state, name="credential_state"),
]
