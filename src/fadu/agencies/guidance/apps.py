"""The Django app of guidance."""

from django.apps import AppConfig


class GuidanceConfig(AppConfig):
    """Guidance of organs by those above them, and pilots."""

    name = "fadu.agencies.guidance"
    label = "guidance"
    verbose_name = "导"

    def ready(self) -> None:
        """Tell the sheets which lists go in and out."""
        from fadu.agencies.guidance.sheets import SHEETS  # noqa: PLC0415 - models are not loaded before this
        from fadu.sheets.sheet import register  # noqa: PLC0415 - likewise

        for sheet in SHEETS:
            register(sheet)
