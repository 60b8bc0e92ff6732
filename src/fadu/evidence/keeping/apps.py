"""The Django app of keeping."""

from django.apps import AppConfig


class KeepingConfig(AppConfig):
    """Verifications and backups that were made."""

    name = "fadu.evidence.keeping"
    label = "keeping"
    verbose_name = "守"
