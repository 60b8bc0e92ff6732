"""The Django app of open data."""

from django.apps import AppConfig


class OpenDataConfig(AppConfig):
    """Editions of the published data, and the public interface."""

    name = "fadu.disclosure.opendata"
    label = "opendata"
    verbose_name = "开放数据"

    def ready(self) -> None:
        """Hear of what is taken back, in its own transaction; tell what the leaf of an edition commits to."""
        from django.db.models.signals import post_save  # noqa: PLC0415 - models are not loaded before this

        from fadu.cases.services import proofs  # noqa: PLC0415 - likewise
        from fadu.disclosure.models import Event  # noqa: PLC0415 - likewise
        from fadu.disclosure.opendata.proofs import KINDS  # noqa: PLC0415 - likewise
        from fadu.disclosure.opendata.services import recall  # noqa: PLC0415 - likewise

        post_save.connect(recall, sender=Event, dispatch_uid="opendata.recall")
        proofs.register(KINDS)
