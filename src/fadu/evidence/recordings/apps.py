"""The Django app of recordings."""

from django.apps import AppConfig


class RecordingsConfig(AppConfig):
    """Recordings, their ties to cases, their markers, and the copies that are played."""

    name = "fadu.evidence.recordings"
    label = "recordings"
    verbose_name = "录"

    def ready(self) -> None:
        """Have its tables held by the database; answer the rooms below."""
        from fadu.cases import append_only, lacking, recordings  # noqa: PLC0415 - models are not loaded before this
        from fadu.cases.services import proofs  # noqa: PLC0415 - likewise
        from fadu.evidence import docking, timeline  # noqa: PLC0415 - likewise
        from fadu.evidence.recordings import selectors, services  # noqa: PLC0415 - likewise
        from fadu.evidence.recordings.proofs import KINDS  # noqa: PLC0415 - likewise
        from fadu.evidence.recordings.selectors import lanes  # noqa: PLC0415 - likewise

        append_only.hold("recordings_recording", ("leaf_id",), ("original_id",), ("organ_id", "number"), once=("case_id",))
        append_only.hold("recordings_tie", ("leaf_id",), ("recording_id",))
        append_only.hold("recordings_marker", ("leaf_id",))
        append_only.hold("recordings_derived", ("recording_id", "kind"))
        append_only.hold("recordings_technical", ("recording_id",))
        proofs.register(KINDS)
        recordings.answer_with(selectors.tied_to, selectors.listed)
        docking.answer_with(services.ingested)
        timeline.register("recording", lanes.lane)
        lacking.register("recordings", lanes.lacks)
