"""The Django app of what is told before enforcement."""

from django.apps import AppConfig


class BeforeConfig(AppConfig):
    """事前公开."""

    name = "fadu.disclosure.before"
    label = "before"
    verbose_name = "事前"

    def ready(self) -> None:
        """Have the editions held by the database, tell what their leaves commit to, and which registers go in and out."""
        from fadu.cases import append_only  # noqa: PLC0415 - models are not loaded before this
        from fadu.cases.services import proofs  # noqa: PLC0415 - likewise
        from fadu.disclosure.before.proofs import KINDS  # noqa: PLC0415 - likewise
        from fadu.disclosure.before.sheets import SHEETS  # noqa: PLC0415 - likewise
        from fadu.sheets.sheet import register  # noqa: PLC0415 - likewise

        append_only.hold("before_edition", ("leaf_id",), ("list", "organ_id", "version"))
        proofs.register(KINDS)
        for sheet in SHEETS:
            register(sheet)
