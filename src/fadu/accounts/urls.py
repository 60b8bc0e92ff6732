"""Addresses of accounts."""

from django.contrib.auth.views import LogoutView
from django.urls import path

from fadu.accounts import views

app_name = "accounts"
urlpatterns = [
    path("login/", views.SignIn.as_view(), name="login"),
    path("logout/", LogoutView.as_view(), name="logout"),
    path("account/password/", views.OwnPassword.as_view(), name="password"),
    path("account/posts/", views.posts, name="posts"),
]
