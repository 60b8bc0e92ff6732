"""The addresses of the documents."""

from django.urls import path

from fadu.documents import views
from fadu.documents.signing import views as certificates

app_name = "documents"
urlpatterns = [
    path("documents/<uuid:document_id>/", views.pdf, name="pdf"),
    path("documents/<uuid:document_id>/proof/", views.proof, name="proof"),
    path("documents/<uuid:document_id>/proof/<str:name>", views.part, name="part"),
    path("certificates/", certificates.certificates, name="certificates"),
    path("certificates/new/", certificates.take_in, name="certificate_new"),
    path("certificates/<uuid:certificate_id>/", certificates.certificate, name="certificate"),
    path("certificates/<uuid:certificate_id>/revoke/", certificates.revoke, name="certificate_revoke"),
    path("log/checkpoint.signed", views.signed_checkpoint, name="signed_checkpoint"),
    path("cases/<uuid:case_id>/documents/", views.listing, name="list"),
]
