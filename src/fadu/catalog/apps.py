"""The Django app of the catalogue."""

from django.apps import AppConfig


class CatalogConfig(AppConfig):
    """Statutes, power items, discretion tables, the calendar."""

    name = "fadu.catalog"
    label = "catalog"
    verbose_name = "据"

    def ready(self) -> None:
        """Answer agencies what organs act on for each other."""
        from fadu.agencies import delegated  # noqa: PLC0415 - models are not loaded before this
        from fadu.catalog.selectors.entrusting import entrusted  # noqa: PLC0415 - likewise

        delegated.answer_with(entrusted)
