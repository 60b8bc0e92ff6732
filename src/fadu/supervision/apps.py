"""The room."""

from django.apps import AppConfig


class SupervisionConfig(AppConfig):
    """督: findings of the sweep, and what supervision does about them."""

    name = "fadu.supervision"
    label = "supervision"
    verbose_name = "执法监督"
