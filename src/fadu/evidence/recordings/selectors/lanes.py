"""What the rooms beside this one are told of recordings: the lane of the replay, and what a file lacks."""

import uuid
from collections.abc import Collection, Iterable, Sequence

from django.urls import reverse

from fadu.accounts.actors import Actor
from fadu.cases.lacking import Lack
from fadu.cases.models import Case
from fadu.cases.services.filming import unfilmed
from fadu.evidence.recordings.selectors import recordings
from fadu.evidence.timeline import MOST, Entry
from fadu.law.filming.scenes import LABELS


def lane(actor: Actor, cases: Collection[uuid.UUID]) -> Iterable[Entry]:
    """The recordings of these cases that `actor` may see, from their first minute to their last."""
    rows = recordings(actor).filter(case__in=cases).select_related("tie").distinct().order_by("began_at")[:MOST]
    return [
        Entry(
            row.case_id, row.began, row.in_store, row.get_scene_display() + "音像", reverse("recordings:one", args=[row.id]), row.ended, row.by_name,
            "逾时存入" if row.late else "", row.tie.seqs[0] if row.tie.seqs else 0,
        )
        for row in rows
        if row.case_id
    ]  # fmt: skip


def lacks(_actor: Actor, case: Case) -> Sequence[Lack]:
    """Scenes that the place wants recorded and of which there is neither a recording nor an agreed reason: a file may go in without, but says so."""
    return [
        Lack(
            f"第 {scene.seq} 步的音像记录", scene.scene.basis[0], LABELS[scene.kind], mendable=True,
            fix="上传补齐并系到本案；确实没有的，说明理由并经复核", href=reverse("recordings:list"),
        )
        for scene in unfilmed(case)
    ]  # fmt: skip
