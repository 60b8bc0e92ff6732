"""What may be seen of originals and readings, by whom."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import Scope, may, reach, scope
from fadu.agencies.models import Organ
from fadu.cases.errors import NotFound
from fadu.cases.models import Case
from fadu.cases.now import now
from fadu.cases.selectors import visible
from fadu.evidence.kinds import KINDS
from fadu.evidence.models import Original, Reading, Upload, Use

FAMILIES = {"image": "图片", "audio": "录音", "video": "录像", "document": "文档", "text": "文本", "archive": "压缩包"}
"""Families of types, to choose among."""


def originals(actor: Actor) -> QuerySet[Original]:
    """The originals that `actor` may see: those of the cases it sees, and of its organs those that no case has yet."""
    ours = _of_cases(actor, "evidence.see")
    if reach(actor, "evidence.see") is Scope.OWN_CASES and actor.organ_id is not None:
        ours |= Q(case__isnull=True, organ_id=actor.organ_id, by_officer=actor.officer_id)
    return Original.objects.filter(ours)


SIZE = 50
"""Originals on a page."""


@dataclass(frozen=True)
class Page:
    """Originals newest first, and where the list goes on either way."""

    rows: list[Original]
    next: str = ""
    previous: str = ""


def listed(actor: Actor, *, use: str = "", organ: str = "", case: str = "", tied: str = "", media: str = "", after: str = "", before: str = "") -> Page:
    """A page of the originals that `actor` may see, narrowed by use, organ, case (id or number), whether they have a case, family of type."""
    rows = originals(actor).select_related("organ", "case", "leaf")
    if use in Use.values:
        rows = rows.filter(use=use)
    if organ.isascii() and organ.isdigit() and len(organ) < 18:
        rows = rows.filter(organ_id=int(organ))
    if case:
        rows = rows.filter(case_id=case) if _is_uuid(case) else rows.filter(case__number=case)
    if tied in {"0", "1"}:
        rows = rows.filter(case__isnull=tied == "0")
    if media in set(FAMILIES):
        rows = rows.filter(media__in=[kind.media for kind in KINDS.values() if kind.family == media])
    backwards = not after and _is_uuid(before)
    edge = before if backwards else after
    if _is_uuid(edge):
        rows = rows.filter(pk__gt=edge) if backwards else rows.filter(pk__lt=edge)
    found = list(rows.order_by("id" if backwards else "-id")[: SIZE + 1])
    more, found = len(found) > SIZE, found[:SIZE]
    if backwards:
        found.reverse()
    onward, back = (True, more) if backwards else (more, _is_uuid(edge))
    return Page(found, str(found[-1].pk) if found and onward else "", str(found[0].pk) if found and back else "")


def organs(actor: Actor) -> list[tuple[int, str]]:
    """The organs whose originals `actor` may see: to choose among, where there are several."""
    if reach(actor, "evidence.see") is not Scope.ORGANS_BELOW:
        return []
    return list(Organ.objects.filter(pk__in=actor.organ_ids).order_by("path").values_list("pk", "name"))


def original(actor: Actor, key: uuid.UUID) -> Original:
    """One original within reach; raises NotFound, which does not tell whether it exists elsewhere."""
    found = originals(actor).select_related("organ", "case", "leaf").filter(pk=key).first()
    if found is None:
        raise NotFound("没有这份原件，或者不在您的管辖范围内")
    return found


def read_by(found: Original) -> list[Reading]:
    """Who looked at an original, newest first."""
    return list(Reading.objects.filter(kind="original", ref=found.pk).select_related("leaf").order_by("-id")[:20])


def known(organ_id: int, sha256: str, use: str) -> Original | None:
    """The original of an organ that has these bytes already, for a use: a docking station hands a file in once."""
    return Original.objects.filter(organ_id=organ_id, sha256=sha256, use=use).order_by("id").first()


def open_cases(actor: Actor, organ_id: int) -> list[tuple[str, str]]:
    """The newest cases of an organ that `actor` may see and that are not ended, to choose among."""
    rows = visible(actor).filter(organ_id=organ_id, ended=False).order_by("-id")[:100]
    return [(str(row.pk), f"{row.number or '未立案'} {row.title}") for row in rows]


def readings(actor: Actor) -> QuerySet[Reading]:
    """The readings that `actor` may see."""
    return Reading.objects.filter(_of_cases(actor, "evidence.see"))


def handed_in(actor: Actor, ids: Sequence[uuid.UUID], use: str, case: Case | None) -> list[Original]:
    """The originals of these ids, in their order, that `actor` handed in itself for this use, and for this case or for none."""
    ours = Q(case=None) | Q(case=case) if case else Q(case=None)
    found = {row.pk: row for row in Original.objects.filter(ours, pk__in=ids, use=use, by_user=actor.user_id, by_user__isnull=False).select_related("leaf")}
    return [found[key] for key in ids if key in found]


def unfinished(actor: Actor, use: str, case: str) -> list[Upload]:
    """The actor's own uploads that wait for their next byte, for a use and a case."""
    if not may(actor, "evidence.add"):
        return []
    rows = Upload.objects.filter(by_user=actor.user_id, by_officer=actor.officer_id, original=None, offset__gt=0, expires_at__gt=now(), use=use)
    return list((rows.filter(case_id=case) if _is_uuid(case) else rows.filter(case=None)).order_by("begun_at")[:50])


def _is_uuid(text: str) -> bool:
    try:
        uuid.UUID(text)
    except ValueError:
        return False
    return True


def _of_cases(actor: Actor, action: str) -> Q:
    return scope(actor, action, organ="organ_id", handlers="case__handlers__officer_id")
