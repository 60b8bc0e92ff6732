"""The Django app of evidence."""

from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    """Originals and their readings."""

    name = "fadu.evidence"
    label = "evidence"
    verbose_name = "像"

    def ready(self) -> None:
        """Have its tables held by the database, and tell what its leaves commit to."""
        from fadu.cases import append_only  # noqa: PLC0415 - models are not loaded before this
        from fadu.cases.services import proofs  # noqa: PLC0415 - likewise
        from fadu.evidence.proofs import KINDS  # noqa: PLC0415 - likewise

        append_only.hold("evidence_original", ("leaf_id",), once=("case_id",))
        append_only.hold("evidence_placing", ("leaf_id",), ("original_id",))
        append_only.hold("evidence_reading", ("leaf_id",))
        proofs.register(KINDS)
