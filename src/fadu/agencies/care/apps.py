"""The Django app of care."""

from django.apps import AppConfig


class CareConfig(AppConfig):
    """Appraisal and care: appraisals, commendations, accountability and exemption, insurance, counselling, team size."""

    name = "fadu.agencies.care"
    label = "care"
    verbose_name = "励"

    def ready(self) -> None:
        """Tell the sheets which lists go in and out."""
        from fadu.agencies.care.sheets import SHEETS  # noqa: PLC0415 - models are not loaded before this
        from fadu.sheets.sheet import register  # noqa: PLC0415 - likewise

        for sheet in SHEETS:
            register(sheet)
