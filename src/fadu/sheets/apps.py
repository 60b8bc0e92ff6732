"""The Django app of sheets."""

from django.apps import AppConfig


class SheetsConfig(AppConfig):
    """Lists in and out: one description of a sheet gives its template, its export, its import and the faults of a file."""

    name = "fadu.sheets"
    label = "sheets"
    verbose_name = "表"
