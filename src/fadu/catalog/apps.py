"""The Django app of the catalogue."""

from django.apps import AppConfig


class CatalogConfig(AppConfig):
    """Statutes, power items, discretion tables, the calendar."""

    name = "fadu.catalog"
    label = "catalog"
    verbose_name = "据"

    def ready(self) -> None:
        """Answer the rooms of agencies what the locality asks and who handed powers to whom; make the lists known as worksheets."""
        from fadu.agencies import delegated, leftover  # noqa: PLC0415 - models are not loaded before this
        from fadu.agencies.training import numbers  # noqa: PLC0415 - likewise
        from fadu.catalog import sheets  # noqa: PLC0415 - likewise
        from fadu.catalog.benchmark_sheet import register_sheet  # noqa: PLC0415 - likewise
        from fadu.catalog.selectors import handed, locality  # noqa: PLC0415 - likewise
        from fadu.catalog.selectors.entrusting import entrusted  # noqa: PLC0415 - likewise
        from fadu.catalog.selectors.inheriting import counted  # noqa: PLC0415 - likewise

        delegated.answer_with(entrusted)
        leftover.answer_with(counted)
        numbers.answer_with(locality.parameters, handed.handed_down)
        sheets.register_all()
        register_sheet()
