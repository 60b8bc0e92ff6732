"""The Django app of electronic signatures."""

from django.apps import AppConfig


class SealingConfig(AppConfig):
    """Certificates of the organs, and what each document was signed and time-stamped with."""

    name = "fadu.documents.signing"
    label = "sealing"
    verbose_name = "签"

    def ready(self) -> None:
        """Have its tables held by the database."""
        from fadu.cases import append_only  # noqa: PLC0415 - models are not loaded before this

        append_only.hold("sealing_certificate", ("fingerprint",), once=("revoked_at", "revoked_why", "revoked_by"))
        append_only.hold("sealing_sealed", ("document_id",))
        append_only.hold("sealing_stamp", ("document_id",))
        append_only.hold("sealing_detached", ("document_id", "suite"))
