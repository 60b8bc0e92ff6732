"""The Django app of agencies."""

from django.apps import AppConfig


class AgenciesConfig(AppConfig):
    """Organs, officers, credentials."""

    name = "fadu.agencies"
    label = "agencies"
    verbose_name = "人"

    def ready(self) -> None:
        """Answer accounts what an organ is and how far it reaches; make known what goes in and out as a worksheet."""
        from fadu.accounts import jurisdiction  # noqa: PLC0415 - models are not loaded before this
        from fadu.agencies.jurisdiction import reach_of  # noqa: PLC0415 - likewise
        from fadu.agencies.publicity_sheet import PUBLICITY_SHEET  # noqa: PLC0415 - likewise
        from fadu.sheets.sheet import register  # noqa: PLC0415 - likewise

        jurisdiction.answer_with(reach_of)
        register(PUBLICITY_SHEET)
