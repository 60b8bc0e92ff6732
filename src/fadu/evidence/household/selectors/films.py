"""Recordings that a party may see in its own file: those that show itself, once the decision of the matter was served on it.

个人信息保护法第四十五条第一款: a person may look at what is kept of it. Where somebody else speaks (a witness is questioned) or
the police films, the exception of the same paragraph holds; before the decision is served an inquiry is not given away.
"""

import uuid
from typing import Final

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require
from fadu.cases.errors import NotFound
from fadu.cases.models import Case, Step
from fadu.evidence.exhibits.reading import PARTY_LIKE
from fadu.evidence.household.selectors import own
from fadu.evidence.recordings.models import Derived, DerivedKind, Recording
from fadu.evidence.recordings.reasons import DECIDED
from fadu.law.filming.scenes import Kind
from fadu.law.statutes import PERSONAL_DATA

BASIS: Final = PERSONAL_DATA[45, 1]
WITH_PARTY: Final = (Kind.INSPECT, Kind.SAMPLE, Kind.PRESERVE, Kind.SEIZE, Kind.DEMOLISH, Kind.HEARING, Kind.LEAVE)
"""Scenes at which the party itself, or what is its own, is filmed."""


def films(actor: Actor, case: Case) -> list[Recording]:
    """The recordings of a matter of the party's own (`own.case` was asked) that it may see, in their order."""
    require(actor, "household.films")
    decided = any(served.document.step.name in DECIDED for served in own.served_papers(case))
    if case.field == "police" or not decided:
        return []
    rows = Recording.objects.filter(case=case, scene__in=(*WITH_PARTY, Kind.QUESTION)).select_related("tie", "original").order_by("began_at")
    return [row for row in rows if row.scene != Kind.QUESTION or _itself(row)]


def _itself(recording: Recording) -> bool:
    """Whether it is the party that is questioned, in every step that the recording shows."""
    asked = [row.data.get("asked_as", "") for row in Step.objects.filter(case=recording.case_id, seq__in=recording.tie.seqs, name="question")]
    return bool(asked) and all(any(word in each for word in PARTY_LIKE) for each in asked)


def film(actor: Actor, case_id: uuid.UUID, recording_id: uuid.UUID) -> tuple[Recording, Derived]:
    """One of them with the copy that is played; raises NotFound."""
    case = own.case(actor, case_id).case
    found = next((row for row in films(actor, case) if row.pk == recording_id), None)
    copy = Derived.objects.filter(recording=found, kind=DerivedKind.WEB).first() if found else None
    if found is None or copy is None:
        raise NotFound("没有这段音像记录，或者播放用的副本还没有制作好")
    return found, copy
