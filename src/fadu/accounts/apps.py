"""The Django app of accounts."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Users, posts, roles, the permission table, sign-in."""

    name = "fadu.accounts"
    label = "accounts"
    verbose_name = "账"
