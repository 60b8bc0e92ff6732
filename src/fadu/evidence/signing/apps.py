"""The Django app of signing and service."""

from django.apps import AppConfig


class SigningConfig(AppConfig):
    """Signatures by hand, and the register of service."""

    name = "fadu.evidence.signing"
    label = "signing"
    verbose_name = "签"

    def ready(self) -> None:
        """Have its tables held by the database, tell what its leaves commit to, and which sheet of signatures a paper carries."""
        from fadu.cases import append_only, lacking, signing  # noqa: PLC0415 - models are not loaded before this
        from fadu.cases.services import proofs  # noqa: PLC0415 - likewise
        from fadu.documents import signatures  # noqa: PLC0415 - likewise
        from fadu.evidence.household.selectors import own  # noqa: PLC0415 - likewise
        from fadu.evidence.signing import lacking as missing  # noqa: PLC0415 - likewise
        from fadu.evidence.signing import selectors  # noqa: PLC0415 - likewise
        from fadu.evidence.signing.proofs import KINDS  # noqa: PLC0415 - likewise
        from fadu.evidence.signing.views.matters import put  # noqa: PLC0415 - likewise

        append_only.hold("signing_matter", ("leaf_id",), once=("signed_document_id",))
        append_only.hold("signing_invited")
        append_only.hold("signing_signature", ("leaf_id",), ("invited_id",))
        append_only.hold("signing_attempt", ("leaf_id",))
        append_only.hold("signing_result", ("leaf_id",), ("attempt_id",))
        append_only.hold("signing_proof", ("original_id",))
        append_only.hold("signing_message", ("attempt_id",), once=("arrived_at", "reference", "opened_at"))
        proofs.register(KINDS)
        lacking.register("signing", missing.lacks)
        signatures.answer_with(selectors.sheet_of_step)
        signing.answer_with(selectors.signed_first, put)
        own.services_told_by(selectors.served)
