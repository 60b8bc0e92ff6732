"""Addresses of the catalogue."""

from django.urls import path

from fadu.agencies.registers.bound import register
from fadu.agencies.registers.pages import urls
from fadu.catalog.books import GUIDES
from fadu.catalog.views import benchmarks, calendar, delegations, drafts, evaluations, forms, inheriting, items, law, lists, reviews, statutes

app_name = "catalog"
urlpatterns = [
    path("statutes/", statutes.statutes, name="statutes"),
    path("statutes/<str:title>/", statutes.statute, name="statute"),
    path("statutes/<str:title>/compare/", statutes.compare, name="statute_compare"),
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
    path("items/new/", forms.item_add, name="item_add"),
    path("items/unused/", reviews.unused, name="items_unused"),
    path("items/unused/review/", reviews.take_up_unused, name="items_unused_review"),
    path("items/reviews/", reviews.reviews, name="item_reviews"),
    path("items/reviews/<int:review_id>/", reviews.conclude, name="item_review"),
    path("items/<str:code>/", items.item, name="item"),
    path("items/<str:code>/change/", forms.item_change, name="item_change"),
    path("items/<str:code>/end/", forms.item_end, name="item_end"),
    path("items/<str:code>/review/", reviews.take_up, name="item_take_up"),
    path("lists/<str:shelf_id>/", lists.entries, name="entries"),
    path("lists/<str:shelf_id>/new/", forms.entry_add, name="entry_add"),
    path("lists/<str:shelf_id>/<str:code>/", lists.entry, name="entry"),
    path("lists/<str:shelf_id>/<str:code>/change/", forms.entry_change, name="entry_change"),
    path("lists/<str:shelf_id>/<str:code>/end/", forms.entry_end, name="entry_end"),
    path("organs/<int:organ_id>/inherit/", inheriting.inherit, name="inherit"),
    path("delegations/", delegations.delegations, name="delegations"),
    path("delegations/evaluations/", evaluations.evaluations, name="grant_evaluations"),
    path("delegations/<int:delegation_id>/evaluate/", evaluations.evaluate, name="grant_evaluate"),
    path("delegations/new/", delegations.register, name="delegation_register"),
    path("delegations/<int:delegation_id>/", delegations.delegation, name="delegation"),
    path("delegations/<int:delegation_id>/complete/", delegations.complete, name="delegation_complete"),
    path("delegations/<int:delegation_id>/withdraw/", delegations.withdraw, name="delegation_withdraw"),
    *urls(register(GUIDES), ()),
    path("calendar/", calendar.calendar, name="calendar"),
    path("calendar/load/", calendar.load, name="calendar_load"),
]
