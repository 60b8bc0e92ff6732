"""The Django app of training."""

from django.apps import AppConfig


class TrainingConfig(AppConfig):
    """Training of officers: plans, courses, sessions, hours, rotation."""

    name = "fadu.agencies.training"
    label = "training"
    verbose_name = "训"

    def ready(self) -> None:
        """Make the lists of the room known."""
        from fadu.agencies.training import lists  # noqa: PLC0415 - models are not loaded before this

        lists.register_all()
