"""The addresses of verification for anybody."""

from django.urls import path

from fadu.disclosure.verify import views

app_name = "verify"
urlpatterns = [
    path("open/verify/", views.home, name="home"),
    path("open/verify/check.json", views.check_json, name="check_json"),
    path("open/verify/<uuid:code>/", views.code, name="code"),
    path("open/verify/<uuid:code>.json", views.code_json, name="code_json"),
]
