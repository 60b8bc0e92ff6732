"""Addresses of signing and service. What a signer or the party opens by a link has no account before it."""

from django.urls import path

from fadu.evidence.signing.views import matters, public, serving, signatures

app_name = "signing"
urlpatterns = [
    path("cases/<uuid:case_id>/signing/", matters.index, name="index"),
    path("cases/<uuid:case_id>/signing/document/<uuid:document_id>/", matters.put_document, name="put_document"),
    path("signing/<uuid:matter_id>/", matters.matter, name="matter"),
    path("signing/<uuid:matter_id>/complete/", matters.complete, name="complete"),
    path("signing/<uuid:matter_id>/shown.pdf", matters.shown, name="shown"),
    path("signing/<uuid:matter_id>/page/<int:number>.png", matters.page, name="page"),
    path("signing/sign/<uuid:invited_id>/", signatures.sign, name="sign"),
    path("signing/refuse/<uuid:invited_id>/", signatures.refuse, name="refuse"),
    path("signing/link/<uuid:invited_id>/", signatures.link, name="link"),
    path("signing/picture/<uuid:signature_id>.svg", signatures.picture, name="picture"),
    path("cases/<uuid:case_id>/service/<uuid:document_id>/", serving.document, name="service"),
    path("cases/<uuid:case_id>/service/<uuid:document_id>/<slug:way>/", serving.begin, name="begin"),
    path("service/<uuid:attempt_id>/result/", serving.result, name="result"),
    path("service/proof/<uuid:proof_id>/", serving.proof, name="proof"),
    path("s/<str:token>/", public.sign, name="own"),
    path("s/<str:token>/page/<int:number>.png", public.page, name="own_page"),
    path("m/<str:token>/", public.message, name="message"),
    path("m/<str:token>/document.pdf", public.message_pdf, name="message_pdf"),
]
