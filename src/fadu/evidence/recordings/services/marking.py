"""打点: what is seen at a second of a recording; only ever added."""

import uuid
from collections.abc import Mapping
from typing import Any

from django.db import transaction

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require_in
from fadu.agencies.services.keeping import entered
from fadu.cases.models import Step as StepRow
from fadu.cases.models.ids import new_id
from fadu.cases.now import now
from fadu.evidence.recordings import forms, selectors
from fadu.evidence.recordings.models import Marker, Recording, Technical
from fadu.evidence.recordings.services.contents import marker_content
from fadu.evidence.services import leaf_of
from fadu.law.forms import Invalid


@transaction.atomic
def mark(actor: Actor, recording_id: uuid.UUID, data: Mapping[str, Any]) -> Marker:
    """Set a marker; raises NotFound, NotAllowed, Invalid."""
    recording = selectors.one(actor, recording_id)
    require_in(actor, "evidence.add", recording.organ_id)
    values = entered(forms.MARK, data)
    _within(recording, values["second"], values["seq"])
    row = Marker(id=new_id(), recording=recording, second=values["second"], what=values["what"], seq=values["seq"], at=now())
    row.by_user, row.by_officer, row.by_name = actor.user_id, actor.officer_id, actor.name
    row.leaf = leaf_of("recording_marker", row.id, recording.case, marker_content(row), row.at)
    row.save(force_insert=True)
    return row


def _within(recording: Recording, second: int, seq: int | None) -> None:
    known = Technical.objects.filter(recording=recording).values_list("seconds", flat=True).first()
    length = known if known is not None else (recording.ended_at - recording.began_at).total_seconds()
    if second > length + 1:
        raise Invalid({"second": f"这段记录只有 {length:.0f} 秒"})
    if seq is not None and not StepRow.objects.filter(case_id=recording.case_id or uuid.UUID(int=0), seq=seq).exists():
        raise Invalid({"seq": f"案件没有第 {seq} 步；还没有系到案件的，先系到案件"})
