"""The Django app of signing and service."""

from django.apps import AppConfig


class SigningConfig(AppConfig):
    """Signatures by hand, and the register of service."""

    name = "fadu.evidence.signing"
    label = "signing"
    verbose_name = "签"
