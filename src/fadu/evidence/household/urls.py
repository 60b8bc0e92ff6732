"""Addresses of households."""

from django.urls import path

from fadu.evidence.household.views import accounts, files, identities, own

app_name = "household"
urlpatterns = [
    path("households/", files.search, name="search"),
    path("households/proposals/", identities.proposals, name="proposals"),
    path("households/looked/", identities.looked, name="looked"),
    path("households/accounts/", accounts.listed, name="accounts"),
    path("households/accounts/open/", accounts.opened, name="open"),
    path("households/accounts/<int:account_id>/end/", accounts.ended, name="end"),
    path("households/<uuid:household_id>/", files.one, name="file"),
    path("households/<uuid:household_id>/export.xlsx", files.export, name="export"),
    path("households/<uuid:household_id>/split/", identities.split, name="split"),
    path("households/<uuid:one>/<uuid:other>/<slug:what>/", identities.decide, name="decide"),
    path("cases/<uuid:case_id>/admit/", accounts.admit, name="admit"),
    path("mine/", own.home, name="own"),
    path("mine/<uuid:case_id>/", own.matter, name="own_case"),
    path("mine/<uuid:case_id>/recordings/<uuid:recording_id>/", own.film, name="own_film"),
    path("mine/papers/<uuid:document_id>/", own.paper, name="own_paper"),
    path("activate/", own.activate, name="activate"),
]
