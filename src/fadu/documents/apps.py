"""书: papers set in type, numbered, sealed, proved."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """The room of the documents."""

    name = "fadu.documents"
    label = "documents"
    verbose_name = "文书"

    def ready(self) -> None:
        """Register the system checks; tell the cases which documents they have."""
        from fadu.cases import papers  # noqa: PLC0415 - models are not loaded before this
        from fadu.documents import checks, selectors  # noqa: F401, PLC0415 - importing the checks registers them

        papers.answer_with(selectors.listed)
