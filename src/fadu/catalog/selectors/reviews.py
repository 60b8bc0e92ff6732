"""Reviews of items: what is due, what was found, and what ought to be reviewed because it is unused, doubled or has lost its basis."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Min, Q, QuerySet

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require
from fadu.catalog import answers
from fadu.catalog.models import ItemReview, PowerItem, ReviewGround, ReviewResult
from fadu.catalog.selectors.bases import ended_titles, replaced
from fadu.catalog.selectors.items import in_force
from fadu.catalog.selectors.locality import parameters
from fadu.law.parameters import OutsideValidity

REVIEW_WITHIN = 60
"""Days within which an item is reviewed after its basis changed (河北区实施方案二(三)7: 法律修订后 60 日内复审)."""
CLEARING = (ReviewGround.UNUSED, ReviewGround.RARE, ReviewGround.DOUBLED)
"""The three kinds of item to be cleared away (河北区实施方案二(三)7)."""


def reviews(actor: Actor, *, state: str = "open", query: str = "") -> QuerySet[ItemReview]:
    """Reviews: open ones by when they are due, done ones by when they were done, `todo` those whose result is not carried out."""
    require(actor, "catalog.manage")
    found = ItemReview.objects.select_related("item")
    if query := query.strip():
        found = found.filter(Q(code__contains=query) | Q(item__name__contains=query))
    if state == "done":
        return found.filter(reviewed_on__isnull=False).order_by("-reviewed_on", "-id")
    if state == "todo":
        return found.filter(reviewed_on__isnull=False, carried_out_on__isnull=True).order_by("reviewed_on", "id")
    return found.filter(reviewed_on__isnull=True).order_by("due_on", "id")


def review(actor: Actor, review_id: int) -> ItemReview:
    """One review; raises ItemReview.DoesNotExist."""
    require(actor, "catalog.manage")
    return ItemReview.objects.select_related("item").get(pk=review_id)


def reviews_of(code: str) -> QuerySet[ItemReview]:
    """The reviews of the items of a code, the latest first."""
    return ItemReview.objects.filter(code=code).order_by("-opened_on", "-id")


def to_be_cleared(codes: list[str]) -> list[str]:
    """Those of the codes that are up for being cancelled: no more of them may be granted (河北区实施方案二(三)8)."""
    clearing = Q(reviewed_on__isnull=True, ground__in=CLEARING) | Q(
        reviewed_on__isnull=False, carried_out_on__isnull=True, result__in=(ReviewResult.CANCEL, ReviewResult.SUSPEND)
    )
    return sorted(set(ItemReview.objects.filter(clearing, code__in=codes).values_list("code", flat=True)))


@dataclass(frozen=True, slots=True)
class Unused:
    """An item in force that no case used for so long.

    Attributes:
        item: the item.
        last: the day of its last case; None where there was none.
        since: from when on it is unused: its last case, or the day its code was first listed.
        review: the review that is open on it.
    """

    item: PowerItem
    last: date | None
    since: date
    review: ItemReview | None


@dataclass(frozen=True, slots=True)
class Proposed:
    """What is proposed for cancellation.

    Attributes:
        rows: the items, the longest unused first.
        months: after how many months without a case.
        clause: what sets that number.
        why: what is missing to tell; "" where it can be told.
    """

    rows: tuple[Unused, ...]
    months: int = 0
    clause: str = ""
    why: str = ""


def unused(actor: Actor, on: date) -> Proposed:
    """拟取消事项: items in force that no case has used for as long as the policy says, told from the cases."""
    require(actor, "catalog.manage")
    return proposed(on)


def proposed(on: date) -> Proposed:
    """See `unused`; an item listed less long ago than that can't be told yet."""
    try:
        value = parameters().value("items.unused.months", on)
    except OutsideValidity as outside:
        return Proposed((), why=str(outside))
    months = int(value.value)
    since = months_before(on, months)
    used = answers.uses(since, on)
    first = first_listed()
    open_ = {row.code: row for row in ItemReview.objects.filter(reviewed_on__isnull=True)}
    rows = []
    for item in in_force(on).select_related("organ"):
        use, listed = used.get(item.code), first.get(item.code, item.since)
        last = use.last if use else None
        if max(last or date.min, listed) <= since:
            rows.append(Unused(item, last, last or listed, open_.get(item.code)))
    return Proposed(tuple(sorted(rows, key=lambda row: (row.since, row.item.code))), months, value.clause)


def first_listed() -> Mapping[str, date]:
    """From when on each code has stood on the list."""
    return {row["code"]: row["first"] for row in PowerItem.objects.values("code").annotate(first=Min("since")).order_by()}


def months_before(on: date, months: int) -> date:
    """The day so many months before; the last of the month where that has fewer days."""
    year, month = divmod(on.year * 12 + on.month - 1 - months, 12)
    for day in range(on.day, 0, -1):
        try:
            return date(year, month + 1, day)
        except ValueError:
            continue
    raise ValueError(on)


@dataclass(frozen=True, slots=True)
class Stale:
    """An item whose basis is no longer the law, since when, in words, until when it is to be reviewed."""

    item: PowerItem
    ended: date
    told: str
    review: ItemReview | None
    due: date


def stale(on: date) -> list[Stale]:
    """Items in force that rest on an edition that has been replaced since they were listed, and were not reviewed after that; the oldest first."""
    resting = Q(pk__in=[])
    for title in ended_titles(on):
        resting |= Q(cited__contains=f"{title}第")
    rows = in_force(on).filter(resting)
    reviewed: dict[str, list[ItemReview]] = defaultdict(list)
    for row in ItemReview.objects.filter(code__in=[item.code for item in rows]):
        reviewed[row.code].append(row)
    found = []
    for item in rows:
        lost = replaced(item.cited.split("\n"), item.since, on)
        if lost is None or any(row.reviewed_on and row.reviewed_on > lost[0] and row.result == ReviewResult.KEEP for row in reviewed[item.code]):
            continue
        open_ = next((row for row in reviewed[item.code] if row.reviewed_on is None), None)
        found.append(Stale(item, lost[0], lost[1], open_, date.fromordinal(lost[0].toordinal() + 1 + REVIEW_WITHIN)))
    return sorted(found, key=lambda row: (row.ended, row.item.code))


def doubled(on: date) -> list[list[PowerItem]]:
    """交叉重复: items of one kind, level and name on the same basis that are listed for two organs or more."""
    alike: dict[tuple[str, str, str, str], list[PowerItem]] = defaultdict(list)
    for item in in_force(on).exclude(organ__isnull=True).select_related("organ"):
        alike[item.kind, item.level, item.name, item.cited].append(item)
    return [rows for rows in alike.values() if len({row.organ_id for row in rows}) > 1]
