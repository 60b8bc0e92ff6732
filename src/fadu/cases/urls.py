"""Addresses of the cases."""

from django.urls import path

from fadu.cases import views

app_name = "cases"
urlpatterns = [
    path("", views.worklist, name="worklist"),
    path("cases/", views.search, name="list"),
    path("cases/new/", views.choose, name="choose"),
    path("cases/new/<str:procedure>/", views.register, name="register"),
    path("cases/<uuid:case_id>/", views.case, name="case"),
    path("cases/<uuid:case_id>/do/<str:name>/", views.step, name="step"),
    path("cases/<uuid:case_id>/correct/<int:seq>/", views.correct, name="correct"),
    path("cases/<uuid:case_id>/checks/", views.checks, name="checks"),
    path("cases/<uuid:case_id>/checks/<str:rule>/", views.why, name="why"),
    path("cases/<uuid:case_id>/record/<int:seq>/", views.record, name="record"),
    path("cases/<uuid:case_id>/receipt/<int:seq>.json", views.receipt, name="receipt"),
    path("cases/<uuid:case_id>/package.zip", views.package, name="package"),
    path("exams/sittings/<int:sitting_id>/receipt.json", views.exam_receipt, name="exam_receipt"),
    path("log/", views.log, name="log"),
    path("log/checkpoint", views.checkpoint, name="checkpoint"),
    path("log/key", views.log_key, name="log_key"),
    path("log/tile/<path:path>", views.tile, name="tile"),
]
