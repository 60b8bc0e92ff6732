"""The Django app of disclosure."""

from django.apps import AppConfig


class DisclosureConfig(AppConfig):
    """The publication queue and the public portal."""

    name = "fadu.disclosure"
    label = "disclosure"
    verbose_name = "示"

    def ready(self) -> None:
        """Have what was published held by the database; tell what its leaves commit to; hear of decisions."""
        from fadu.cases import append_only, sections, todo, topics  # noqa: PLC0415 - models are not loaded before this
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
