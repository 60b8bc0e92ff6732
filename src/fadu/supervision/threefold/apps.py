"""The Django app of the reports on the three systems."""

from django.apps import AppConfig


class ThreefoldConfig(AppConfig):
    """Drafted from figures, signed by the head, published and sent up."""

    name = "fadu.supervision.threefold"
    label = "threefold"
    verbose_name = "三"

    def ready(self) -> None:
        """Have what was signed held by the database; tell what its leaf commits to."""
        from fadu.cases import append_only  # noqa: PLC0415 - models are not loaded before this
        from fadu.cases.services import proofs  # noqa: PLC0415 - likewise
        from fadu.supervision.threefold.proofs import KINDS  # noqa: PLC0415 - likewise

        append_only.hold("threefold_report", ("leaf_id",), ("organ_id", "period", "version"))
        proofs.register(KINDS)
