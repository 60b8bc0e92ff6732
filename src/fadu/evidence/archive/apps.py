"""The Django app of the archive."""

from django.apps import AppConfig
from django.conf import settings
from django.db.models.signals import post_save


class ArchiveConfig(AppConfig):
    """Files as they are kept."""

    name = "fadu.evidence.archive"
    label = "archive"
    verbose_name = "档"

    def ready(self) -> None:
        """Have its tables held; answer what a file lacks, what its leaves commit to, what was destroyed; show itself on the case page."""
        from fadu.cases import append_only, lacking, prefill, sections, topics  # noqa: PLC0415 - models are not loaded before this
        from fadu.cases.services import proofs  # noqa: PLC0415
        from fadu.documents import consumers, gathering  # noqa: PLC0415
        from fadu.evidence import scanning  # noqa: PLC0415
        from fadu.evidence.archive import completeness, schedule, selectors, services, wrapping  # noqa: PLC0415
        from fadu.evidence.archive.checks import safe  # noqa: PLC0415
        from fadu.evidence.archive.proofs import KINDS  # noqa: PLC0415
        from fadu.evidence.archive.sheets import SHEETS  # noqa: PLC0415
        from fadu.evidence.models import Original  # noqa: PLC0415
        from fadu.sheets.sheet import register  # noqa: PLC0415

        append_only.hold("archive_volume", ("leaf_id",), ("case_id", "ordinal"), ("organ_id", "number"), once=("register_id",))
        append_only.hold("archive_item", ("volume_id", "place"), ("volume_id", "ref"))
        append_only.hold("archive_check", ("leaf_id",))
        append_only.hold("archive_loan", once=("decided_at", "approved", "decided_by", "decided_name", "opinion", "returned_at"))
        append_only.hold("archive_batch", ("organ_id", "number"))
        append_only.hold("archive_line", ("batch_id", "volume_id"))
        append_only.hold("archive_event", ("leaf_id",), ("batch_id", "kind"))
        append_only.hold("archive_prolonged", ("batch_id", "volume_id"))
        append_only.hold("archive_destroyed", ("ref",))
        proofs.register(KINDS)
        proofs.register_gone(selectors.destroyed)
        if settings.FADU_CLAMD:
            safe.scan_with(scanning.looked_at)
        lacking.register("documents", completeness.documents)
        sections.register("归档", selectors.section)
        topics.subscribe("archive", ended=True)
        consumers.TOPICS["archive"] = services.await_filing
        post_save.connect(services.await_original, sender=Original, dispatch_uid="archive.original")
        gathering.file_as(wrapping.listed)
        prefill.kept_from(schedule.kept_today)
        for sheet in SHEETS:
            register(sheet)
