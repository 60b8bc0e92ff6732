"""Addresses of the catalogue."""

from django.urls import path

from fadu.catalog.views import benchmarks, calendar, delegations, drafts, items, law, statutes

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
    path("benchmarks/drafts/", drafts.drafts, name="drafts"),
    path("benchmarks/drafts/publish/", drafts.publish, name="draft_publish"),
    path("benchmarks/drafts/new/<str:kind>/", drafts.begin, name="draft_begin"),
    path("benchmarks/drafts/check/<str:kind>/", drafts.check, name="draft_check"),
    path("benchmarks/drafts/<int:draft_id>/", drafts.draft, name="draft"),
    path("benchmarks/drafts/<int:draft_id>/abandon/", drafts.abandon, name="draft_abandon"),
    path("benchmarks/<str:table_id>/", benchmarks.benchmark, name="benchmark"),
    path("benchmarks/<str:table_id>/compare/", benchmarks.compare, name="benchmark_compare"),
    path("benchmarks/<str:table_id>/revise/", drafts.revise, name="benchmark_revise"),
    path("benchmarks/<str:table_id>/repeal/", drafts.repeal, name="benchmark_repeal"),
    path("benchmarks/<str:table_id>/versions/<int:version>/file/", drafts.file, name="benchmark_file"),
    path("items/", items.items, name="items"),
    path("delegations/", delegations.delegations, name="delegations"),
    path("delegations/new/", delegations.register, name="delegation_register"),
    path("delegations/<int:delegation_id>/withdraw/", delegations.withdraw, name="delegation_withdraw"),
    path("calendar/", calendar.calendar, name="calendar"),
    path("calendar/load/", calendar.load, name="calendar_load"),
]
