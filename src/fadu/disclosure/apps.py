"""The Django app of disclosure."""

from typing import Any

from django.apps import AppConfig


def bring_up(plan: Any = (), **_: Any) -> None:
    """After a migration, let the search know rows that were shown before it had its columns."""
    from fadu.disclosure import search  # noqa: PLC0415 - models are not loaded when this module is
    from fadu.disclosure.models import Shown, State  # noqa: PLC0415 - likewise

    if (
        any(migration.app_label == "disclosure" and migration.name.startswith("0003") and not back for migration, back in plan)
        and Shown.objects.filter(state=State.SHOWN, facets="").exists()
    ):
        search.lay()


class DisclosureConfig(AppConfig):
    """The publication queue and the public portal."""

    name = "fadu.disclosure"
    label = "disclosure"
    verbose_name = "示"

    def ready(self) -> None:
        """Have what was published held by the database; tell what its leaves commit to; hear of decisions."""
        from django.db.models.signals import post_migrate  # noqa: PLC0415 - models are not loaded before this

        from fadu.cases import append_only, sections, todo, topics  # noqa: PLC0415 - likewise
        from fadu.cases.services import proofs  # noqa: PLC0415 - likewise
        from fadu.disclosure.proofs import KINDS  # noqa: PLC0415 - likewise
        from fadu.disclosure.sections import due, section  # noqa: PLC0415 - likewise
        from fadu.disclosure.services import HEARD, enqueue  # noqa: PLC0415 - likewise
        from fadu.documents import consumers  # noqa: PLC0415 - likewise

        append_only.hold("disclosure_event", ("leaf_id",))
        append_only.hold("disclosure_delivery", ("event_id",))
        append_only.hold("disclosure_annualreport", ("leaf_id",), ("organ_id", "year", "version"))
        proofs.register(KINDS)
        sections.register("公示", section)
        todo.register("disclosure", due)
        topics.subscribe("disclosure", HEARD)
        consumers.TOPICS["disclosure"] = enqueue
        post_migrate.connect(bring_up, sender=self, dispatch_uid="disclosure.bring_up")
