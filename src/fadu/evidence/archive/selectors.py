"""What is read of files, scoped to who asks."""

import uuid
from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.urls import reverse

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import may, reaches, require, scope
from fadu.agencies.kinds import Level
from fadu.agencies.paging import Page, page
from fadu.cases.errors import NotFound
from fadu.cases.models import Case
from fadu.cases.sections import Row, Section
from fadu.evidence.archive.kinds import BatchKind, EventKind
from fadu.evidence.archive.models import Batch, Check, Destroyed, Event, Filing, Line, Loan, Prolonged, Volume
from fadu.law.filing import TRANSFER, Term


def volumes(actor: Actor) -> QuerySet[Any]:
    """The files that `actor` may know of, with what became of them."""
    require(actor, "archive.see")
    done = Line.objects.filter(volume=OuterRef("pk"), batch__kind=BatchKind.TRANSFER, batch__events__kind=EventKind.DONE)
    return (
        Volume.objects.filter(scope(actor, "archive.see"))
        .select_related("organ")
        .annotate(gone=Exists(Destroyed.objects.filter(ref=OuterRef("pk"))), moved=Exists(done))
    )


def volume(actor: Actor, volume_id: uuid.UUID) -> Volume:
    """One file within reach; raises NotFound."""
    found: Volume | None = volumes(actor).select_related("case", "case__party").filter(pk=volume_id).first()
    if found is None:
        raise NotFound("没有这份案卷，或者不在您的管辖范围内")
    return found


def waiting(actor: Actor, *, supplements: bool = False) -> QuerySet[Filing]:
    """What is to be formed, the most pressing first."""
    require(actor, "archive.see")
    found = Filing.objects.filter(scope(actor, "archive.see"), bound=False).select_related("case", "organ")
    return (found.filter(ordinal__gt=0) if supplements else found.filter(ordinal=0)).order_by("due_on", "id")


def _free(found: QuerySet[Any]) -> QuerySet[Any]:
    """Those that are on no list that stands, and still there."""
    ended = Event.objects.filter(batch=OuterRef("batch"), kind=EventKind.REFUSED)
    spared = Prolonged.objects.filter(volume=OuterRef("volume"), batch=OuterRef("batch"))
    listed = Line.objects.filter(volume=OuterRef("pk")).exclude(Exists(ended)).exclude(Exists(spared))
    return found.filter(gone=False, moved=False).exclude(Exists(listed))


def to_transfer(actor: Actor, today: date) -> QuerySet[Any]:
    """Files that are to go to the archives house: permanent and long-kept ones, after ten years (county) or twenty (city and above)."""
    city = Q(organ__level__in=(Level.CITY, Level.PROVINCE, Level.NATION))
    old, older = (date(today.year - TRANSFER[keeper].length, today.month, min(today.day, 28)) for keeper in ("county", "city"))
    ripe = (~city & Q(formed_on__lte=old)) | (city & Q(formed_on__lte=older))
    return _free(volumes(actor).filter(ripe).exclude(term=Term.TEN)).order_by("formed_on", "id")


def to_appraise(actor: Actor, today: date) -> QuerySet[Any]:
    """Files whose term has run out, by the last term that was laid down."""
    later = Prolonged.objects.filter(volume=OuterRef("pk")).filter(Q(expires_on__isnull=True) | Q(expires_on__gte=today))
    return _free(volumes(actor).filter(expires_on__lt=today).exclude(Exists(later))).order_by("expires_on", "id")


def found_by(rows: QuerySet[Any], asked: dict[str, str]) -> QuerySet[Any]:
    """Narrowed as the address asks: number, title, year, kind of act, term, part of the list."""
    word = asked.get("q", "").replace("\x00", "").strip()[:60]
    if word:
        rows = rows.filter(Q(number__icontains=word) | Q(title__icontains=word) | Q(case__number__icontains=word))
    if (year := asked.get("year", "")).isascii() and year.isdigit() and len(year) == 4:
        rows = rows.filter(year=int(year))
    if (series := asked.get("series", "")) and len(series) <= 20:
        rows = rows.filter(series=series.replace("\x00", ""))
    if (term := asked.get("term", "")) in set(Term):
        rows = rows.filter(term=term)
    if (organ := asked.get("organ", "")).isascii() and organ.isdigit() and len(organ) < 18:
        rows = rows.filter(organ_id=int(organ))
    return rows


def paged(rows: QuerySet[Any], *, after: str = "", before: str = "") -> Page[Any]:
    """A page of rows, the newest first, by key."""
    return page(rows, after=after, before=before, order=("-pk",))


def checks(actor: Actor, found: Volume) -> QuerySet[Check]:
    """The examinations of a file, the last first."""
    require(actor, "archive.see")
    return Check.objects.filter(scope(actor, "archive.see"), volume=found).order_by("-id")


def check(actor: Actor, check_id: uuid.UUID) -> Check:
    """One examination within reach; raises NotFound."""
    found = Check.objects.filter(scope(actor, "archive.see"), pk=check_id).select_related("volume", "volume__organ", "leaf").first()
    if found is None:
        raise NotFound("没有这份检测报告，或者不在您的管辖范围内")
    return found


def loans(actor: Actor) -> QuerySet[Loan]:
    """The loans that concern `actor`: one's own, and those of the archives that one keeps or decides on."""
    require(actor, "archive.see")
    ours = Q(by_user=actor.user_id)
    for action in ("archive.keep", "archive.approve"):
        if may(actor, action):
            ours |= scope(actor, action)
    return Loan.objects.filter(ours).select_related("volume", "organ")


def loan(actor: Actor, loan_id: uuid.UUID) -> Loan:
    """One loan within reach; raises NotFound."""
    found = loans(actor).filter(pk=loan_id).first()
    if found is None:
        raise NotFound("没有这份申请，或者不在您的管辖范围内")
    return found


def batches(actor: Actor) -> QuerySet[Any]:
    """The lists of the archives within reach."""
    require(actor, "archive.see")
    last = Event.objects.filter(batch=OuterRef("pk")).order_by("-id").values("kind")[:1]
    return Batch.objects.filter(scope(actor, "archive.see")).select_related("organ").annotate(standing=Subquery(last), count=Count("lines"))


def batch(actor: Actor, batch_id: uuid.UUID) -> Batch:
    """One list within reach; raises NotFound."""
    found: Batch | None = batches(actor).filter(pk=batch_id).first()
    if found is None:
        raise NotFound("没有这份清册，或者不在您的管辖范围内")
    return found


def standing(found: Batch) -> EventKind:
    """How far a list has come."""
    return EventKind(found.events.order_by("id").values_list("kind", flat=True).last() or EventKind.MADE)


def destroyed(ref: uuid.UUID) -> str:
    """Why the bytes of a file, a document or an original are gone: destroyed by approval; "" where they were not destroyed."""
    found = Destroyed.objects.filter(ref=ref).select_related("batch").first()
    return f"保管期满，经鉴定和批准，已按 {found.batch.number} 清册于 {found.at:%Y-%m-%d} 销毁" if found else ""


def section(actor: Actor, case: Case) -> Section | None:
    """What the case page shows of its files; of a case that goes on there is nothing to ask for."""
    if not (may(actor, "archive.see") and reaches(actor, "archive.see", case.organ_id)):
        return None
    links = [("归档检查", reverse("archive:case", args=[case.id]))]
    if not case.ended:
        return Section((), links, empty="办结后立卷归档。")
    rows = [
        Row(row.number, reverse("archive:volume", args=[row.id]), f"{row.items_count} 件 {row.pages} 页 · {Term(row.term).label}")
        for row in Volume.objects.filter(case=case).order_by("ordinal")
    ]
    pending = Filing.objects.filter(case=case, bound=False).order_by("ordinal").first()
    if pending:
        rows.append(Row("补充卷待立卷" if pending.ordinal else "待立卷", note=f"{pending.due_on} 前", state="near", tag="待办"))
    return Section(rows, links, empty="办结后立卷归档。")


def latest(found: Volume) -> tuple[Term, date | None]:
    """The term of a file and its end, as last laid down."""
    last = Prolonged.objects.filter(volume=found).order_by("id").last()
    return (Term(last.term), last.expires_on) if last else (Term(found.term), found.expires_on)
