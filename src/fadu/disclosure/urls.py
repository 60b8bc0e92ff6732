"""Addresses of disclosure: the queue for who publishes, the portal for everybody."""

from django.urls import path
from django.views.generic import RedirectView

from fadu.disclosure.views import annual, credit, marks, portal, queue, results

app_name = "disclosure"
urlpatterns = [
    path("publications/", queue.listed, name="queue"),
    path("publications/<uuid:publication_id>/", queue.one, name="publication"),
    path("credit/", RedirectView.as_view(pattern_name="disclosure:credit"), {"form_id": "penalty"}, name="credit_home"),
    path("credit/former/", credit.formers, name="credit_formers"),
    path("credit/former/<uuid:former_id>/", credit.former_one, name="credit_former"),
    path("cases/<uuid:case_id>/marks/", marks.marks, name="marks"),
    path("credit/<str:form_id>/", credit.waiting, name="credit"),
    path("credit/<str:form_id>/<uuid:publication_id>/", credit.row, name="credit_row"),
    path("credit/<str:form_id>/files/<int:file_id>/", credit.file, name="credit_file"),
    path("credit/<str:form_id>/files/<int:file_id>/again/", credit.again, name="credit_again"),
    path("annual/", annual.one, name="annual"),
    path("annual/<int:year>.xlsx", annual.book, name="annual_book"),
    path("annual/<int:year>/<str:table_id>/<str:column_id>/", annual.cases, name="annual_cases"),
    path("open/annual/", annual.published, name="annual_published"),
    path("annual/<uuid:report_id>/send/", annual.sent, name="annual_send"),
    path("open/annual/<uuid:report_id>/", annual.report, name="annual_report"),
    *(path(f"open/annual/<uuid:report_id>.{how}", annual.report_file, {"how": how}, name=f"annual_{how}") for how in ("xlsx", "pdf", "json")),
    path("open/", portal.home, name="portal"),
    path("open/results/", results.results, name="results"),
    path("open/feed.atom", results.feed, name="feed"),
    path("open/enterprises/<str:code>/", portal.enterprise, name="enterprise"),
    path("open/<uuid:publication_id>/", portal.record, name="record"),
    path("open/<uuid:publication_id>.json", portal.record_json, name="record_json"),
    path("open/<uuid:publication_id>.svg", portal.code, name="record_code"),
]
