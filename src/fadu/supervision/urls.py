"""Addresses of supervision."""

from django.urls import path

from fadu.supervision.views import figures, findings, sampling

app_name = "supervision"
urlpatterns = [
    path("findings/", findings.findings, name="findings"),
    path("figures/", figures.listed, name="figures"),
    path("samples/", sampling.samples, name="samples"),
    path("samples/draw/<int:organ_id>/", sampling.draw, name="sample_draw"),
    path("samples/<int:sampling_id>/", sampling.sample, name="sample"),
    path("samples/films/<int:sampled_id>/", sampling.sampled, name="sampled"),
    path("samples/films/<int:sampled_id>/mend/", sampling.mend, name="sample_mend"),
    path("figures/<str:figure_id>/", figures.one, name="figure"),
]
