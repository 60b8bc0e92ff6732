"""The Django app of the catalogue."""

from django.apps import AppConfig


class CatalogConfig(AppConfig):
    """Statutes, power items, discretion tables, the calendar."""

    name = "fadu.catalog"
    label = "catalog"
    verbose_name = "据"

    def ready(self) -> None:
        """Make the lists known as worksheets."""
        from fadu.catalog import sheets  # noqa: PLC0415 - models are not loaded before this

        sheets.register_all()
