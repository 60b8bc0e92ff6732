"""The Django app of the catalogue."""

from django.apps import AppConfig


class CatalogConfig(AppConfig):
    """Statutes, power items, discretion tables, the calendar."""

    name = "fadu.catalog"
    label = "catalog"
    verbose_name = "据"

    def ready(self) -> None:
        """Make the list of discretion tables known as a worksheet."""
        from fadu.catalog.benchmark_sheet import register_sheet  # noqa: PLC0415 - models are not loaded before this

        register_sheet()
