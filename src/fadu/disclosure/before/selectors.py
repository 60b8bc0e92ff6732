"""What is read of the 事前公开: pages of lists, whole lists with their editions, what organs lack."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require, scope
from fadu.agencies.models import Organ
from fadu.agencies.paging import page as keyed
from fadu.cases.errors import NotFound
from fadu.disclosure.before.content import Content, Difference, Row, difference, folded
from fadu.disclosure.before.listing import Asked, Listing, printed
from fadu.disclosure.before.lists.bodies import ENFORCES, standing_on
from fadu.disclosure.before.models import WHOLE, Edition, Lack
from fadu.disclosure.before.requirements import DEMANDS, Told, concerned, told

SIZE = 50


@dataclass(frozen=True, slots=True)
class Shown:
    """A row of a page: as it is told, where it is told whole, and what it was made of."""

    row: Row
    href: str
    source: Any


@dataclass(frozen=True, slots=True)
class Page:
    """Rows of a list with the keys of the pages before and after."""

    rows: list[Shown]
    count: int
    next: str = ""
    previous: str = ""


def page(actor: Actor, listing: Listing, asked: Asked, on: date) -> Page:
    """Some rows of a list, in its order. Raises NotAllowed."""
    require(actor, listing.see)
    found = listing.found(asked.organ, on)
    if isinstance(found, QuerySet):
        rows = _narrowed(listing, found, asked)
        shown = keyed(rows, after=asked.after, before=asked.before, order=listing.order)
        told_rows = _shown(listing, listing.prepared(shown.rows))
        return Page(told_rows, rows.count(), str(shown.next or ""), str(shown.previous or ""))
    return _in_turn(listing, _holding(listing, found, asked.words), asked)


def _narrowed(listing: Listing, found: QuerySet[Any], asked: Asked) -> QuerySet[Any]:
    for narrowing in listing.narrowings:
        value = (asked.picked or {}).get(narrowing.name, "")
        if value in {str(key) for key, _ in narrowing.choices}:
            found = found.filter(narrowing.where(value))
    if words := asked.words.strip():
        sought = Q()
        for lookup in listing.search:
            sought |= Q(**{lookup: words})
        found = found.filter(sought)
    return found


def _holding(listing: Listing, found: Sequence[Any], words: str) -> list[Any]:
    """Of rows in order those that hold every word."""
    sought = words.split()
    columns = [column for column in listing.columns if column.name in listing.search]
    if not sought:
        return list(found)
    return [row for row in found if all(any(word in printed(column.of(row)) for column in columns) for word in sought)]


def _in_turn(listing: Listing, rows: list[Any], asked: Asked) -> Page:
    key = next(column for column in listing.columns if column.kind == "code")
    keys = [key.of(row) for row in rows]
    start = keys.index(asked.after) + 1 if asked.after in keys else max(0, keys.index(asked.before) - SIZE) if asked.before in keys else 0
    end = start + SIZE
    return Page(_shown(listing, rows[start:end]), len(rows), keys[end - 1] if end < len(rows) else "", keys[start] if 0 < start < len(keys) else "")


def _shown(listing: Listing, rows: Sequence[Any]) -> list[Shown]:
    return [Shown(listing.row(row), listing.href(row), row) for row in rows]


# --- editions


@dataclass(frozen=True, slots=True)
class Whole:
    """A list as it stands now, with the edition that holds it.

    Attributes:
        content: its rows.
        edition: the last edition; None while none was made.
        current: whether that edition holds exactly these rows.
    """

    listing: Listing
    organ: Organ | None
    content: Content
    edition: Edition | None
    current: bool

    @property
    def sha256(self) -> str:
        """Of the rows."""
        return self.edition.sha256 if self.edition and self.current else self.content.sha256

    @property
    def version(self) -> str:
        """第 3 版, or that it is not numbered yet."""
        return f"第 {self.edition.version} 版" if self.edition and self.current else "新版待编号"

    @property
    def at(self) -> datetime:
        """Since when the content is as it is: the moment of the edition, else now."""
        return self.edition.at if self.edition and self.current else timezone.now()


def whole(actor: Actor, listing: Listing, organ: Organ | None, on: date) -> Whole:
    """The list of an organ, or of all, with its version. Raises NotAllowed."""
    require(actor, listing.see)
    content = listing.content(organ, on)
    edition = latest(listing, organ)
    return Whole(listing, organ, content, edition, edition is not None and edition.sha256 == content.sha256)


def latest(listing: Listing, organ: Organ | None) -> Edition | None:
    """The last edition, without its rows."""
    return editions(listing, organ).first()


def editions(listing: Listing, organ: Organ | None) -> QuerySet[Edition]:
    """Every edition of a list, the latest first, without their rows."""
    found = Edition.objects.filter(list=listing.id, organ_id=organ.pk if organ else WHOLE)
    return found.defer("change").select_related("leaf").order_by("-version")


def edition(listing: Listing, organ: Organ | None, version: int) -> Edition:
    """One of them; raises NotFound."""
    found = editions(listing, organ).filter(version=version).first()
    if found is None:
        raise NotFound("没有这一版")
    return found


def rows_of(listing: Listing, organ_id: int, version: int) -> dict[str, Row]:
    """What an edition held, by key: the sum of the changes up to it."""
    found = Edition.objects.filter(list=listing.id, organ_id=organ_id, version__lte=version).order_by("version")
    return folded(found.values_list("change", flat=True), listing.key)


def compared(listing: Listing, found: Edition, against: int) -> Difference:
    """What is other in an edition than in an earlier one (0: nothing)."""
    return difference(rows_of(listing, found.organ_id, against), rows_of(listing, found.organ_id, found.version))


def current_versions() -> Mapping[str, Edition]:
    """The last edition of every list of all organs, by list. One query."""
    last = Edition.objects.filter(list=OuterRef("list"), organ_id=WHOLE).order_by("-version").values("pk")[:1]
    return {row.list: row for row in Edition.objects.filter(organ_id=WHOLE, pk=Subquery(last)).defer("change")}


# --- organs


def organ(actor: Actor, organ_id: int) -> Organ:
    """An organ as anybody may see it, one that is no more too; raises NotFound, NotAllowed."""
    require(actor, "organ.verify")
    found = Organ.objects.select_related("parent").filter(pk=organ_id).first()
    if found is None:
        raise NotFound("没有这个机关")
    return found


def choices(on: date) -> list[tuple[str, str]]:
    """The organs that lists can be asked for by, from the top down."""
    return [(str(key), name) for key, name in Organ.objects.filter(ENFORCES, standing_on(on)).order_by("path").values_list("pk", "name")[:500]]


# --- what organs lack


def within(actor: Actor) -> QuerySet[Organ]:
    """The organs of which `actor` may see what they lack; raises NotAllowed."""
    require(actor, "before.see")
    return Organ.objects.filter(scope(actor, "before.see", organ="pk")).filter(standing_on(timezone.localdate())).order_by("path")


@dataclass(frozen=True, slots=True)
class Owed:
    """One demand as an organ stands to it, and since when it lacks."""

    told: Told
    since: date | None


def owed(actor: Actor, found: Organ, on: date) -> list[Owed]:
    """Everything that must be told before enforcement, as the organ stands to it now; empty for organs that need not."""
    require(actor, "before.see")
    if not concerned(found, on):
        return []
    since = dict(Lack.objects.filter(organ_id=found.pk, until__isnull=True).values_list("demand", "since"))
    return [Owed(one, (since.get(one.demand.id) or on) if one.lacks else None) for one in told(found, on)]


def lacking(actor: Actor) -> QuerySet[Organ]:
    """The organs within reach with how much they lack, those that lack most first."""
    open_ones = Lack.objects.filter(organ_id=OuterRef("pk"), until__isnull=True).order_by().values("organ_id").annotate(n=Count("pk")).values("n")
    return within(actor).filter(pk__in=Lack.objects.values("organ_id")).annotate(lacks=Subquery(open_ones)).order_by("path")


def lacks_of(organs: Sequence[Organ]) -> dict[int, list[Lack]]:
    """The open lacks of these organs, in order of the demands. One query."""
    place = {demand: at for at, demand in enumerate(DEMANDS)}
    found: dict[int, list[Lack]] = {}
    for row in Lack.objects.filter(organ_id__in=[one.pk for one in organs], until__isnull=True):
        found.setdefault(row.organ_id, []).append(row)
    return {key: sorted(rows, key=lambda row: place.get(row.demand, len(place))) for key, rows in found.items()}


def tally(actor: Actor) -> dict[str, int]:
    """How many organs within reach lack what, by demand."""
    rows = Lack.objects.filter(organ_id__in=within(actor).values("pk"), until__isnull=True)
    return dict(rows.order_by().values("demand").annotate(n=Count("pk")).values_list("demand", "n"))
