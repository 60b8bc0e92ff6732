"""The list of recordings by key, filtered, and the page of one."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from fadu.accounts.actors import Actor
from fadu.agencies.equipment.models import Thing
from fadu.agencies.models import Officer
from fadu.agencies.paging import SIZE
from fadu.evidence.recordings import selectors
from fadu.evidence.recordings.forms import RECORDERS
from fadu.evidence.recordings.models import SCENES, Recording

KINDS = (("orphan", "孤儿音像（没有案件）"), ("late", "逾时存入"))


@dataclass(frozen=True)
class Page:
    """Rows, newest first, with the keys of the pages before and after."""

    rows: list[Recording]
    next: str
    previous: str


def filtered(actor: Actor, asked: Mapping[str, str]) -> QuerySet[Recording]:
    """The recordings that `actor` may see and that fit what is asked; what cannot be read is not asked."""
    found = selectors.recordings(actor)
    for name in ("officer", "device"):
        if _number(asked.get(name, "")):
            found = found.filter(**{f"{name}_id": int(asked[name])})
    if asked.get("scene") in dict(SCENES):
        found = found.filter(scene=asked["scene"])
    if asked.get("kind") == "orphan":
        found = found.filter(case__isnull=True, room__isnull=True)
    if asked.get("kind") == "late":
        found = found.filter(late=True)
    if word := asked.get("q", "").replace("\x00", "").strip()[:60]:
        found = found.filter(Q(number=word) | Q(case__number=word))
    return found


def page(found: QuerySet[Recording], *, after: str = "", before: str = "") -> Page:
    """A page of recordings by their ids, which grow with time."""
    backwards = bool(_key(before)) and not _key(after)
    edge = _key(before) if backwards else _key(after)
    if edge:
        found = found.filter(pk__gt=edge) if backwards else found.filter(pk__lt=edge)
    wanted = found.select_related("officer", "device", "case", "organ", "job", "technical", "room").order_by("pk" if backwards else "-pk")
    rows = list(wanted[: SIZE + 1])
    more, rows = len(rows) > SIZE, rows[:SIZE]
    if backwards:
        rows.reverse()
    onward, back = (bool(edge), more) if backwards else (more, bool(edge))
    return Page(rows, str(rows[-1].pk) if rows and onward else "", str(rows[0].pk) if rows and back else "")


def choices(actor: Actor) -> dict[str, Any]:
    """What the list can be filtered by: who recorded and with what, in the organ of who asks."""
    mine = actor.organ_id or 0
    return {
        "officers": list(Officer.objects.filter(organ_id=mine).order_by("name").values_list("pk", "name")[:300]),
        "devices": [(thing.pk, str(thing)) for thing in Thing.objects.filter(organ_id=mine, kind__in=RECORDERS).order_by("number")[:300]],
        "scenes": SCENES,
        "kinds": KINDS,
    }


def _number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 18


def _key(text: str) -> str:
    return text if len(text) == 36 and all(sign in "0123456789abcdef-" for sign in text) and text.count("-") == 4 else ""
