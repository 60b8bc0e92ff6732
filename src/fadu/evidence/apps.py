"""The Django app of evidence."""

from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    """Originals and their readings."""

    name = "fadu.evidence"
    label = "evidence"
    verbose_name = "像"
