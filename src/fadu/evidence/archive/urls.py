"""Addresses of the archive."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from fadu.agencies.registers.bound import register
from fadu.agencies.registers.pages import urls
from fadu.evidence.archive.schedule import RETENTIONS
from fadu.evidence.archive.views import acts, pages


class ListKind(StringConverter):
    """移交 or 销毁."""

    regex = "transfer|destroy"


register_converter(ListKind, "archive_list")

RETENTION = register(RETENTIONS)

app_name = "archive"
urlpatterns = [
    *urls(RETENTION, (RETENTION,)),
    path("archive/", pages.room, name="room"),
    path("archive/cases/<uuid:case_id>/", pages.case, name="case"),
    path("archive/cases/<uuid:case_id>/bind/", acts.bind, name="bind"),
    path("archive/volumes/<uuid:volume_id>/", pages.volume, name="volume"),
    path("archive/volumes/<uuid:volume_id>/check/", acts.examine, name="examine"),
    path("archive/volumes/<uuid:volume_id>/look/", acts.look, name="look"),
    path("archive/volumes/<uuid:volume_id>/ask/", acts.ask, name="ask"),
    path("archive/checks/<uuid:check_id>/", pages.check, name="check"),
    path("archive/checks/<uuid:check_id>/report.pdf", pages.check_pdf, name="check_pdf"),
    path("archive/loans/<uuid:loan_id>/decide/", acts.decide, name="decide"),
    path("archive/loans/<uuid:loan_id>/return/", acts.give_back, name="give_back"),
    path("archive/lists/new/<archive_list:kind>/", acts.listed, name="listed"),
    path("archive/lists/<uuid:batch_id>/", pages.batch, name="batch"),
    path("archive/lists/<uuid:batch_id>/list.pdf", pages.batch_pdf, name="batch_pdf"),
    path("archive/lists/<uuid:batch_id>/appraise/", acts.appraise, name="appraise"),
    path("archive/lists/<uuid:batch_id>/approve/", acts.approve, name="approve"),
    path("archive/lists/<uuid:batch_id>/destroy/", acts.destroy, name="destroy"),
    path("archive/lists/<uuid:batch_id>/hand/", acts.hand, name="hand"),
]
