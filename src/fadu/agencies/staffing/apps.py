"""The Django app of staffing."""

from django.apps import AppConfig


class StaffingConfig(AppConfig):
    """Posts and strength - who does what, recruitment, load, the rolls of other offices."""

    name = "fadu.agencies.staffing"
    label = "staffing"
    verbose_name = "编"

    def ready(self) -> None:
        """Tell the sheets which lists go in and out."""
        from fadu.agencies.staffing.sheets import SHEETS  # noqa: PLC0415 - models are not loaded before this
        from fadu.sheets.sheet import register  # noqa: PLC0415 - likewise

        for sheet in SHEETS:
            register(sheet)
