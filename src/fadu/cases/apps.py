"""案: the one door, the record, the facts, the clocks, the work list."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class CasesConfig(AppConfig):
    """The room of the cases."""

    name = "fadu.cases"
    verbose_name = "案件"

    def ready(self) -> None:
        """Have the record held after each migrate; reckon clocks anew when the calendar changes; tell the catalogue how its items and tables are used; tell what its leaves commit to."""
        from fadu.agencies.exams import results  # noqa: PLC0415
        from fadu.agencies.services import moving  # noqa: PLC0415
        from fadu.cases import append_only, selectors, uses  # noqa: PLC0415 - models are not loaded before this
        from fadu.cases.selectors.benchmarks import fines  # noqa: PLC0415
        from fadu.cases.services import (  # noqa: PLC0415
            exam_results,
            kinds,
            notices,
            proofs,
        )
        from fadu.cases.services.moving import go_along  # noqa: PLC0415
        from fadu.catalog import answers  # noqa: PLC0415
        from fadu.catalog.figures import tables  # noqa: PLC0415
        from fadu.catalog.signals import notice_loaded, notice_previewed  # noqa: PLC0415

        post_migrate.connect(append_only.after_migrate, sender=self, dispatch_uid="cases.append_only")
        notice_previewed.connect(notices.on_previewed, dispatch_uid="cases.previewed")
        notice_loaded.connect(notices.on_loaded, dispatch_uid="cases.loaded")
        answers.answer_with(uses=uses.uses, work=uses.work, spared=uses.spared, checks=uses.checks, under=selectors.handled_under)
        tables.answer_with(fines)
        proofs.register(kinds.KINDS)
        moving.follow(go_along)
        results.commit_with(exam_results.commit, exam_results.prove)
        results.commit_deeds_with(exam_results.commit_deed)
        proofs.register(exam_results.KINDS)
