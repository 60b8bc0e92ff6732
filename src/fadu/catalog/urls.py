"""Addresses of the catalogue."""

from django.urls import path

from fadu.catalog.views import benchmarks, calendar, delegations, items, law, statutes

app_name = "catalog"
urlpatterns = [
    path("statutes/", statutes.statutes, name="statutes"),
    path("statutes/<str:title>/", statutes.statute, name="statute"),
    path("statutes/<str:title>/<str:number>", statutes.article, name="article"),
    path("law/", law.index, name="law"),
    path("law/rules/<str:rule_id>/", law.rule, name="law_rule"),
    path("law/procedures/<str:procedure_id>/<str:version>/", law.procedure, name="law_procedure"),
    path("law/<str:shelf>/<str:key>/", law.shelf, name="law_shelf"),
    path("benchmarks/", benchmarks.benchmarks, name="benchmarks"),
    path("benchmarks/<str:table_id>/", benchmarks.benchmark, name="benchmark"),
    path("items/", items.items, name="items"),
    path("delegations/", delegations.delegations, name="delegations"),
    path("delegations/new/", delegations.register, name="delegation_register"),
    path("delegations/<int:delegation_id>/", delegations.delegation, name="delegation"),
    path("delegations/<int:delegation_id>/complete/", delegations.complete, name="delegation_complete"),
    path("delegations/<int:delegation_id>/withdraw/", delegations.withdraw, name="delegation_withdraw"),
    path("calendar/", calendar.calendar, name="calendar"),
    path("calendar/load/", calendar.load, name="calendar_load"),
]
