"""The Django app of the catalogue."""

from django.apps import AppConfig


class CatalogConfig(AppConfig):
    """Statutes, power items, discretion tables, the calendar."""

    name = "fadu.catalog"
    label = "catalog"
    verbose_name = "据"
