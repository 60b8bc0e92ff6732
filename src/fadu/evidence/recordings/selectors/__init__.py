"""What may be seen of recordings, by whom."""

import uuid
from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import Scope, reach, require, scope
from fadu.cases import recordings as below
from fadu.cases.errors import NotFound
from fadu.cases.models import Case
from fadu.evidence.models import Reading
from fadu.evidence.recordings.models import Medium, Recording
from fadu.law.filming.scenes import Film, Kind


def recordings(actor: Actor) -> QuerySet[Recording]:
    """The recordings that `actor` may see: of the cases it sees, and those without a case that it recorded or brought in."""
    require(actor, "evidence.see")
    ours = scope(actor, "evidence.see", organ="organ_id", handlers="case__handlers__officer_id")
    if reach(actor, "evidence.see") is Scope.OWN_CASES and actor.organ_id is not None and actor.officer_id is not None:
        ours |= Q(case__isnull=True, organ_id=actor.organ_id) & (Q(by_officer=actor.officer_id) | Q(officer_id=actor.officer_id))
    return Recording.objects.filter(ours)


def one(actor: Actor, recording_id: uuid.UUID) -> Recording:
    """One recording within reach; raises NotFound, which does not tell whether it exists elsewhere."""
    found = (
        recordings(actor)
        .filter(pk=recording_id)
        .select_related("original", "organ", "device", "store", "room", "officer", "case", "leaf", "job", "technical")
        .first()
    )
    if found is None:
        raise NotFound("没有这段音像记录，或者不在您的管辖范围内")
    return found


def readings(recording: Recording) -> QuerySet[Reading]:
    """Who looked at a recording, the latest first; the caller has checked that it may be seen."""
    return Reading.objects.filter(kind="recording", ref=recording.id).select_related("leaf").order_by("-id")


def tied_to(case: Case) -> Sequence[below.Tied]:
    """The recordings tied to a case, for the law: not scoped."""
    rows = Recording.objects.filter(case=case).select_related("tie", "technical").order_by("began_at")
    return [below.Tied(row.id, row.number, film_of(row)) for row in rows]


def film_of(row: Recording) -> Film:
    """A recording as the law reckons with it: by a true clock, in Beijing time, and no longer than its file runs once that is known."""
    (began, ended), stored = span_of(row), timezone.localtime(row.in_store).replace(tzinfo=None)
    return Film(Kind(row.scene), began, ended, stored, frozenset(row.tie.seqs), row.medium != Medium.PHOTO)


def span_of(row: Recording) -> tuple[datetime, datetime]:
    """From when to when a recording runs: by a true clock, in Beijing time, and no longer than its file once that is known."""
    began, ended = (timezone.localtime(moment).replace(tzinfo=None) for moment in (row.began, row.ended))
    runs = row.technical.seconds if row.medium != Medium.PHOTO and hasattr(row, "technical") else None
    return began, ended if runs is None else min(ended, began + timedelta(seconds=runs))


def listed(actor: Actor, case: Case) -> Sequence[below.Listed]:
    """The recordings of a case that `actor` may see."""
    rows = recordings(actor).filter(case=case).select_related("tie").order_by("began_at")
    return [_listed(row) for row in rows]


def _listed(row: Recording) -> below.Listed:
    when = f"{timezone.localtime(row.began):%Y-%m-%d %H:%M}–{timezone.localtime(row.ended):%H:%M}"
    return below.Listed(row.number, row.get_scene_display(), when, tuple(row.tie.seqs), reverse("recordings:one", args=[row.id]), row.late)
