"""The addresses of the documents."""

from django.urls import path

from fadu.documents import views

app_name = "documents"
urlpatterns = [
    path("documents/<uuid:document_id>/", views.pdf, name="pdf"),
    path("documents/<uuid:document_id>/proof/", views.proof, name="proof"),
    path("documents/<uuid:document_id>/proof/<str:name>", views.part, name="part"),
    path("log/checkpoint.signed", views.signed_checkpoint, name="signed_checkpoint"),
    path("cases/<uuid:case_id>/documents/", views.listing, name="list"),
]
