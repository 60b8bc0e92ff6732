"""The Django app of the pages' frame: base templates, design system, static files."""

from django.apps import AppConfig


class SiteConfig(AppConfig):
    """Registers the check that what the pages are made of is installed."""

    name = "fadu.site"
    label = "site"
    verbose_name = "门"

    def ready(self) -> None:
        """Register the system checks."""
        from fadu.site import checks  # noqa: F401, PLC0415 - registers on import, which needs the apps
