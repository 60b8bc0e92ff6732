"""The Django app of counsel."""

from django.apps import AppConfig


class CounselConfig(AppConfig):
    """Legal counsel - experts, mutual review, opinions."""

    name = "fadu.agencies.counsel"
    label = "counsel"
    verbose_name = "律"

    def ready(self) -> None:
        """Tell the sheets which lists go in and out."""
        from fadu.agencies.counsel.sheets import SHEETS  # noqa: PLC0415 - models are not loaded before this
        from fadu.sheets.sheet import register  # noqa: PLC0415 - likewise

        for sheet in SHEETS:
            register(sheet)
