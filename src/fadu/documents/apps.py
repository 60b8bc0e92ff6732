"""书: papers set in type, numbered, sealed, proved."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """The room of the documents."""

    name = "fadu.documents"
    label = "documents"
    verbose_name = "文书"

    def ready(self) -> None:
        """Register the system checks; tell the cases which documents they have, and what their leaves commit to."""
        from fadu.cases import papers  # noqa: PLC0415 - models are not loaded before this
        from fadu.cases.services import proofs  # noqa: PLC0415
        from fadu.documents import checks, selectors  # noqa: F401, PLC0415 - importing the checks registers them
        from fadu.documents.proofs import KINDS  # noqa: PLC0415

        papers.answer_with(selectors.listed)
        proofs.register(KINDS)
