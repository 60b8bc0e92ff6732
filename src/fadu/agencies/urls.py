"""Addresses of agencies."""

from django.urls import path

from fadu.agencies.views import applications, credentials, organ_standing, organs, people, reviewers, standing, successions

app_name = "agencies"
urlpatterns = [
    path("organs/", organs.organs, name="organs"),
    path("organs/new/", organs.organ_add, name="organ_add"),
    path("organs/<int:organ_id>/", organs.organ, name="organ"),
    path("organs/<int:organ_id>/edit/", organs.organ_edit, name="organ_edit"),
    path("organs/<int:organ_id>/end/", organs.organ_end, name="organ_end"),
    path("organs/<int:organ_id>/public/", organs.organ_public, name="organ_public"),
    path("organs/<int:organ_id>/publicity/", organs.organ_publicity, name="organ_publicity"),
    path("organs/<int:organ_id>/standing/confirm/", organ_standing.standing_confirm, name="standing_confirm"),
    path("organs/<int:organ_id>/standing/announce/", organ_standing.standing_announce, name="standing_announce"),
    path("organs/<int:organ_id>/standing/change/", organ_standing.standing_change, name="standing_change"),
    path("organs/<int:organ_id>/standing/cancel/", organ_standing.standing_cancel, name="standing_cancel"),
    path("organs/<int:organ_id>/merge/", successions.organ_merge, name="organ_merge"),
    path("organs/<int:organ_id>/split/", successions.organ_split, name="organ_split"),
    path("organs/<int:organ_id>/rename/", successions.organ_rename, name="organ_rename"),
    path("organs/<int:organ_id>/transfer/", successions.organ_transfer, name="organ_transfer"),
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
    path("officers/<int:officer_id>/results/new/", applications.result_add, name="result_add"),
    path("officers/<int:officer_id>/results/<int:result_id>/annul/", applications.result_annul, name="result_annul"),
    path("officers/<int:officer_id>/applications/new/", applications.application_new, name="application_new"),
    path("applications/", applications.applications, name="applications"),
    path("applications/<int:application_id>/", applications.application, name="application"),
    path("applications/<int:application_id>/move/", applications.application_move, name="application_move"),
    path("applications/<int:application_id>/issue/", applications.application_issue, name="application_issue"),
    path("credentials/<int:credential_id>/state/", standing.credential_state, name="credential_state"),
    path("credentials/<int:credential_id>/card/", credentials.card, name="card"),
    path("reviewers/", reviewers.reviewers, name="reviewers"),
    path("auxiliaries/", reviewers.auxiliaries, name="auxiliaries"),
    path("c/", credentials.lookup, name="card_lookup"),
    path("c/<slug:token>/", credentials.public, name="public_card"),
    path("c/<slug:token>/code.svg", credentials.code, name="card_code"),
]
