"""What is read of organs, scoped to who asks."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require, scope
from fadu.agencies.jurisdiction import standing
from fadu.agencies.models import Officer, Organ, Standing
from fadu.agencies.selectors.service import serving
from fadu.agencies.selectors.standings import ENFORCING, announced_now, needs_standing


def organs(actor: Actor, *, action: str = "people.see") -> QuerySet[Organ]:
    """The organs that `actor` may see the people of, from the top down; standing today."""
    require(actor, action)
    return standing().filter(scope(actor, action, organ="pk")).order_by("path").select_related("parent")


def organ(actor: Actor, organ_id: int, *, action: str = "people.see") -> Organ:
    """One organ within reach, abolished ones too; raises Organ.DoesNotExist."""
    require(actor, action)
    return Organ.objects.select_related("parent").get(scope(actor, action, organ="pk"), pk=organ_id)


def published(actor: Actor, organ_id: int) -> Organ:
    """One organ as anybody may see it, abolished ones too; raises Organ.DoesNotExist."""
    require(actor, "organ.verify")
    return Organ.objects.select_related("parent").get(scope(actor, "organ.verify", organ="pk"), pk=organ_id)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which organs are looked for: words, closed lists, whether announced (yes, no), whether abolished, under which organ."""

    words: str = ""
    kind: str = ""
    field: str = ""
    level: str = ""
    region: str = ""
    announced: str = ""
    ended: bool = False
    under: Organ | None = None

    def __bool__(self) -> bool:
        """Whether anything but a place in the tree is asked for."""
        return any((self.words, self.kind, self.field, self.level, self.region, self.announced, self.ended))


def sought(actor: Actor, wanted: Wanted) -> QuerySet[Organ]:
    """The organs within reach that are looked for, in the order of the tree, each before those below it."""
    require(actor, "people.see")
    found = Organ.objects.filter(ends_on__lte=timezone.localdate()) if wanted.ended else standing()
    found = found.filter(scope(actor, "people.see", organ="pk")).select_related("parent")
    closed = {"kind": wanted.kind, "field": wanted.field, "level": wanted.level}
    found = found.filter(**{name: value for name, value in closed.items() if value})
    if wanted.region:
        found = found.filter(region_code__startswith=wanted.region)
    if wanted.words:
        found = found.filter(Q(name__contains=wanted.words) | Q(short_name__contains=wanted.words) | Q(code=wanted.words.upper()))
    if wanted.announced:
        shown = Exists(announced_now().filter(organ=OuterRef("pk")))
        found = found.filter(ENFORCING).filter(shown if wanted.announced == "yes" else ~shown)
    if wanted.under:
        found = found.filter(path__startswith=wanted.under.path)
    return found.order_by("path")


def regions(actor: Actor) -> list[tuple[str, str]]:
    """The regions of the organs within reach: code and name, as a filter lists them."""
    pairs = organs(actor).order_by("region_code").values_list("region_code", "region_name")
    return list(dict(pairs).items())


@dataclass(frozen=True, slots=True)
class Branch:
    """An organ in the tree, so many levels below the highest that is seen.

    Attributes:
        organ: the organ.
        depth: levels below.
        people: how many are in service.
        below: how many organs stand directly under it.
        standing: the standing in force; None where there is none.
        needs: whether it must have one.
    """

    organ: Organ
    depth: int
    people: int
    below: int = 0
    standing: Standing | None = None
    needs: bool = False

    @property
    def indent(self) -> range:
        """One item for each level below the top."""
        return range(self.depth)

    @property
    def announced(self) -> bool:
        """Whether its standing is confirmed and announced."""
        return self.standing is not None and self.standing.announced_on is not None


def branches(found: Iterable[Organ], top: int) -> list[Branch]:
    """Organs as branches, `top` being how many levels the highest stands below the root. Three queries however many."""
    rows = list(found)
    ids = [row.pk for row in rows]
    people = Counter(Officer.objects.filter(serving(timezone.now()), organ__in=ids).values_list("organ_id", flat=True))
    below = dict(standing().filter(parent__in=ids).values_list("parent_id").annotate(n=Count("pk")).order_by())
    stood = {row.organ_id: row for row in Standing.objects.filter(organ__in=ids, until__isnull=True)}
    return [Branch(row, max(0, row.path.count("/") - 2 - top), people[row.pk], below.get(row.pk, 0), stood.get(row.pk), needs_standing(row)) for row in rows]


def tree(actor: Actor) -> list[Branch]:
    """All organs within reach as a tree in reading order, with how many people are in service."""
    seen = list(organs(actor))
    top = min((row.path.count("/") - 2 for row in seen), default=0)
    return branches(seen, top)
