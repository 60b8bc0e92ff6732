"""The Django app of exhibits."""

from django.apps import AppConfig


class ExhibitsConfig(AppConfig):
    """Exhibits of cases, and the goods that are kept."""

    name = "fadu.evidence.exhibits"
    label = "exhibits"
    verbose_name = "证"

    def ready(self) -> None:
        """Have the record held; ask to be told of steps; show a section on case pages; tell leaves, sheets and evidence for the report."""
        from fadu.cases import append_only, lacking, prefill, sections, topics  # noqa: PLC0415 - models are not loaded before this
        from fadu.cases.services import proofs  # noqa: PLC0415
        from fadu.documents import consumers as outbox  # noqa: PLC0415
        from fadu.evidence import timeline  # noqa: PLC0415
        from fadu.evidence.exhibits import consumers, selectors  # noqa: PLC0415
        from fadu.evidence.exhibits.proofs import KINDS  # noqa: PLC0415
        from fadu.evidence.exhibits.reading import STEPS  # noqa: PLC0415
        from fadu.evidence.exhibits.selectors import lacking as missing  # noqa: PLC0415
        from fadu.evidence.exhibits.selectors import lanes  # noqa: PLC0415
        from fadu.evidence.exhibits.sheets import SHEETS  # noqa: PLC0415
        from fadu.sheets.sheet import register  # noqa: PLC0415

        append_only.hold("exhibits_entry", ("exhibit_id", "seq"), ("leaf_id",))
        append_only.hold("exhibits_movement", ("item_id", "seq"), ("leaf_id",))
        append_only.hold("exhibits_stocktaking", ("leaf_id",))
        proofs.register(KINDS)
        topics.subscribe(consumers.TOPIC, STEPS)
        outbox.TOPICS[consumers.TOPIC] = consumers.on_step
        sections.register("证据和涉案财物", selectors.section)
        timeline.register("exhibit", lanes.lane)
        lacking.register("exhibits", missing.lacks)
        prefill.evidence_from(selectors.for_report)
        for sheet in SHEETS:
            register(sheet)
