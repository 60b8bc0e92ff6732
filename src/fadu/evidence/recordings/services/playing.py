"""调阅: a reading is written before a byte goes out; one reading opens the pieces that a player asks for."""

import uuid
from datetime import timedelta
from typing import Final

from fadu.accounts.actors import Actor
from fadu.cases.errors import NotFound
from fadu.cases.now import now
from fadu.evidence import services as evidence
from fadu.evidence.models import Action, Reading
from fadu.evidence.recordings import selectors
from fadu.evidence.recordings.forms import REASON
from fadu.evidence.recordings.models import Recording
from fadu.evidence.recordings.reasons import demand
from fadu.law.forms import validate

SESSION: Final = timedelta(hours=2)
"""So long one reading lets a player ask for pieces."""


def read(actor: Actor, recording_id: uuid.UUID, action: Action, reason: str = "") -> tuple[Recording, Reading]:
    """Write down that `actor` looks at a recording; raises NotFound, and Invalid where a reason is missing."""
    recording = selectors.one(actor, recording_id)
    asked = demand(actor, recording, action)
    given = validate((REASON,), {"reason": reason})["reason"] if asked.asked or reason.strip() else asked.reason
    what = f"音像记录 {recording.number}（{recording.get_scene_display()}）"
    row = evidence.read(
        actor, kind="recording", ref=recording.id, what=what, action=action, organ_id=recording.organ_id, case=recording.case, reason=given or asked.reason
    )
    return recording, row


def opened_for(actor: Actor, recording_id: uuid.UUID, reading_id: uuid.UUID) -> Recording:
    """The recording that a reading of `actor` opened, while its session lasts; raises NotFound."""
    recording = selectors.one(actor, recording_id)
    since = now() - SESSION
    found = Reading.objects.filter(pk=reading_id, kind="recording", ref=recording_id, action=Action.PLAY, by_user=actor.user_id, at__gte=since)
    if actor.user_id is None or not found.exists():
        raise NotFound("没有登记调阅，或者这次调阅已经过时，请重新打开")
    return recording
