"""The Django app of verification for anybody."""

from django.apps import AppConfig


class VerifyConfig(AppConfig):
    """Pages only: everything is read from what other rooms keep."""

    name = "fadu.disclosure.verify"
    label = "verify"
    verbose_name = "核"

    def ready(self) -> None:
        """The QR code of a paper leads to a page that a citizen can read."""
        from fadu.disclosure.verify.views import landed  # noqa: PLC0415 - models are not loaded before this
        from fadu.documents import views  # noqa: PLC0415 - likewise

        views.land_on(landed)
