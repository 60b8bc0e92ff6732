"""The room."""

from django.apps import AppConfig


class SupervisionConfig(AppConfig):
    """督: findings of the sweep, and what supervision does about them."""

    name = "fadu.supervision"
    label = "supervision"
    verbose_name = "执法监督"

    def ready(self) -> None:
        """Tell the catalogue in which cases something unlawful stands."""
        from fadu.catalog import answers  # noqa: PLC0415 - models are not loaded before this
        from fadu.supervision.faults import faulty  # noqa: PLC0415

        answers.answer_with(faulty=faulty)
