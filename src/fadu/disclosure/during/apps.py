"""The Django app of 事中公示."""

from django.apps import AppConfig


class DuringConfig(AppConfig):
    """Notices and progress by code, and the signs of windows."""

    name = "fadu.disclosure.during"
    label = "during"
    verbose_name = "事中"

    def ready(self) -> None:
        """Tell the sheets which lists go in and out."""
        from fadu.disclosure.during.sheets import SHEETS  # noqa: PLC0415 - models are not loaded before this
        from fadu.sheets.sheet import register  # noqa: PLC0415 - likewise

        for sheet in SHEETS:
            register(sheet)
