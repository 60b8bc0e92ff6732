"""法制审核人员: who reviews, with which qualification, and how many there are beside those who enforce."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, time
from fractions import Fraction

from django.db.models import Q
from django.utils import timezone

from fadu.accounts.actors import Actor, Role
from fadu.accounts.models import Post
from fadu.accounts.permissions import require, scope
from fadu.agencies.kinds import OrganKind, State
from fadu.agencies.locality import set_here
from fadu.agencies.models import CredentialState, Officer, Organ, Reviewer

SMALL = 15
"""Where fewer officers than this serve, one reviewer is enough: the share would ask for less than one."""


@dataclass(frozen=True, slots=True)
class Reviewing:
    """A person who reviews: since when, qualified or not, and how they came to it."""

    officer: Officer
    since: date
    first_time: bool | None
    evidence: str

    @property
    def lawful(self) -> bool | None:
        """Whether 行政处罚法第五十八条第二款 is kept: who reviews for the first time has the qualification. None: not told."""
        if self.officer.legal_qualification:
            return True
        return None if self.first_time is None else not self.first_time


@dataclass(frozen=True, slots=True)
class Share:
    """An organ's reviewers beside its officers with a valid credential."""

    organ: Organ
    reviewers: int
    officers: int
    due: Fraction | None

    @property
    def needed(self) -> int | None:
        """How many reviewers the share asks for; None where the place sets none."""
        if self.due is None or not self.officers:
            return None
        return 1 if self.officers < SMALL else -(-self.officers * self.due.numerator // self.due.denominator)

    @property
    def lacks(self) -> int:
        """How many are missing."""
        return max(0, (self.needed or 0) - self.reviewers)

    @property
    def percent(self) -> str:
        """The share as counted, unrounded to whole people: 6.7%."""
        return f"{100 * self.reviewers / self.officers:.1f}%" if self.officers else "—"


def reviewers(actor: Actor, *, organ_id: int | None = None, on: date | None = None) -> list[Reviewing]:
    """Who reviews in the organs within reach on a day."""
    require(actor, "people.see")
    wanted = Organ.objects.filter(scope(actor, "people.see", organ="pk"))
    return reviewing_in([pk for pk in wanted.values_list("pk", flat=True) if organ_id in (None, pk)], on or timezone.localdate())


def reviewing_in(organ_ids: list[int], on: date) -> list[Reviewing]:
    """Who reviews in these organs on a day, by organ and name."""
    held = Q(starts_on__lte=on) & (Q(ends_on__isnull=True) | Q(ends_on__gt=on))
    posts = {post.officer_id: post for post in Post.objects.filter(held, role=Role.REVIEWER.value, officer_id__isnull=False)}
    people = Officer.objects.filter(held, pk__in=[pk for pk in posts if pk], organ__in=organ_ids).select_related("organ")
    kept = {row.post_id: row for row in Reviewer.objects.filter(post_id__in=[post.pk for post in posts.values()])}
    found = []
    for person in people.order_by("organ__path", "id"):
        row = kept.get(posts[person.pk].pk)
        found.append(Reviewing(person, posts[person.pk].starts_on, row.first_time if row else None, row.evidence if row else ""))
    return found


def shares(actor: Actor, *, on: date | None = None) -> list[Share]:
    """The share of reviewers in every organ within reach where somebody enforces."""
    require(actor, "people.see")
    day = on or timezone.localdate()
    return shares_in(list(Organ.objects.filter(scope(actor, "people.see", organ="pk")).order_by("path")), day)


def shares_in(organs: list[Organ], on: date) -> list[Share]:
    """The same of organs already selected; a dispatched office counts with its organ, organs without officers are left out."""
    ids = [organ.pk for organ in organs]
    home = _homes(organs)
    officers = Counter(home[pk] for pk in certified_people(ids, on))
    there = Counter(home[row.officer.organ_id] for row in reviewing_in(ids, on))
    value = set_here("reviewers.share", on)
    due = value.value if value is not None and isinstance(value.value, Fraction) else None
    return [Share(organ, there[organ.pk], officers[organ.pk], due) for organ in organs if officers[organ.pk]]


def _homes(organs: list[Organ]) -> dict[int, int]:
    """In whose name each of these organs acts: a dispatched office in that of the organ above, where that is among them."""
    home: dict[int, int] = {}
    for organ in sorted(organs, key=lambda organ: organ.path.count("/")):
        above = home.get(organ.parent_id or 0) if organ.kind == OrganKind.DISPATCHED else None
        home[organ.pk] = organ.pk if above is None else above
    return home


def certified_people(organ_ids: list[int], on: date) -> list[int]:
    """The organ of each person of these organs who serves and holds a valid credential on a day, one entry a person."""
    serving = Q(credential__officer__starts_on__lte=on) & (Q(credential__officer__ends_on__isnull=True) | Q(credential__officer__ends_on__gt=on))
    at = last_minute(on)
    then = Q(starts_at__lte=at) & (Q(ends_at__isnull=True) | Q(ends_at__gt=at))
    valid = CredentialState.objects.filter(then, serving, state=State.VALID, credential__valid_from__lte=on, credential__valid_to__gte=on)
    rows = valid.filter(credential__officer__organ__in=organ_ids).values_list("credential__officer_id", "credential__officer__organ_id").distinct()
    return [organ_id for _, organ_id in rows]


def last_minute(on: date) -> datetime:
    """Of a day; of today this one."""
    return min(timezone.now(), timezone.make_aware(datetime.combine(on, time(23, 59))))
