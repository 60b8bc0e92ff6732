"""The Django app of oversight."""

from django.apps import AppConfig


class OversightConfig(AppConfig):
    """Oversight: plans and activities, portals, performance, money and fines."""

    name = "fadu.agencies.oversight"
    label = "oversight"
    verbose_name = "察"

    def ready(self) -> None:
        """Tell the sheets which lists go in and out."""
        from fadu.agencies.oversight.sheets import SHEETS  # noqa: PLC0415 - models are not loaded before this
        from fadu.sheets.sheet import register  # noqa: PLC0415 - likewise

        for sheet in SHEETS:
            register(sheet)
