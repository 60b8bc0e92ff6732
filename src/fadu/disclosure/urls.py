"""Addresses of disclosure: the queue for who publishes, the portal for everybody."""

from django.urls import path

from fadu.disclosure.views import annual, credit, portal, queue, results

app_name = "disclosure"
urlpatterns = [
    path("publications/", queue.listed, name="queue"),
    path("publications/<uuid:publication_id>/", queue.one, name="publication"),
    path("credit/<str:form_id>/", credit.waiting, name="credit"),
    path("annual/", annual.one, name="annual"),
    path("annual/<int:year>.xlsx", annual.book, name="annual_book"),
    path("annual/<int:year>/<str:table_id>/<str:column_id>/", annual.cases, name="annual_cases"),
    path("open/annual/", annual.published, name="annual_published"),
    path("open/annual/<uuid:report_id>/", annual.report, name="annual_report"),
    path("open/", portal.home, name="portal"),
    path("open/results/", results.results, name="results"),
    path("open/feed.atom", results.feed, name="feed"),
    path("open/enterprises/<str:code>/", portal.enterprise, name="enterprise"),
    path("open/<uuid:publication_id>/", portal.record, name="record"),
    path("open/<uuid:publication_id>.json", portal.record_json, name="record_json"),
    path("open/<uuid:publication_id>.svg", portal.code, name="record_code"),
]
