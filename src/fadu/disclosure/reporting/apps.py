"""The Django app of reporting."""

from django.apps import AppConfig


class ReportingConfig(AppConfig):
    """Reports sent up the tree of organs, each with its receipt."""

    name = "fadu.disclosure.reporting"
    label = "reporting"
    verbose_name = "报"

    def ready(self) -> None:
        """Have what was sent and answered held by the database; tell what its leaves commit to."""
        from fadu.cases import append_only  # noqa: PLC0415 - models are not loaded before this
        from fadu.cases.services import proofs  # noqa: PLC0415 - likewise
        from fadu.disclosure.reporting.proofs import KINDS  # noqa: PLC0415 - likewise

        append_only.hold("reporting_sending", ("leaf_id",), ("ref",))
        append_only.hold("reporting_receipt", ("leaf_id",), ("sending_id",))
        proofs.register(KINDS)
