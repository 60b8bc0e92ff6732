"""The Django app of the replay."""

from django.apps import AppConfig


class ReplayConfig(AppConfig):
    """Pages of the replay."""

    name = "fadu.evidence.replay"
    label = "replay"
    verbose_name = "放"

    def ready(self) -> None:
        """Show the way to it on the case page."""
        from fadu.cases import sections  # noqa: PLC0415 - models are not loaded before this
        from fadu.evidence.replay.selectors.section import section  # noqa: PLC0415 - likewise

        sections.register("过程回放", section)
