"""赋权评估: whether a township can cope with what it was granted (接得住) and does it well (管得好), computed from registers and cases."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime, time
from fractions import Fraction

from django.db.models import Q, QuerySet
from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require
from fadu.agencies.kinds import Level
from fadu.agencies.models import Officer, Organ
from fadu.agencies.selectors import certified_count
from fadu.agencies.training.figures.handed import pairs
from fadu.catalog import answers
from fadu.catalog.models import Delegation, DelegationKind, GrantEvaluation


@dataclass(frozen=True, slots=True)
class Indicator:
    """One number of an evaluation.

    Attributes:
        name: its identifier.
        about: 接得住 or 管得好.
        label: what it is.
        value: as shown; "—" where it can't be told.
        line: what it is held against, in words; "" where it is only reported.
        met: whether it holds; None where nothing can be told.
    """

    name: str
    about: str
    label: str
    value: str
    line: str = ""
    met: bool | None = None

    def kept(self) -> dict[str, object]:
        """As an evaluation keeps it."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Performance:
    """How a grant was used in a year.

    Attributes:
        indicators: in the order in which they are shown.
        unused: codes of granted items without a case.
        work: what was handled, by item.
    """

    indicators: tuple[Indicator, ...]
    unused: tuple[str, ...]
    work: Mapping[str, answers.Handled]


@dataclass(frozen=True, slots=True)
class Due:
    """A grant with its last evaluation, and whether this year's is missing."""

    grant: Delegation
    last: GrantEvaluation | None
    missing: bool


def grants(on: date) -> QuerySet[Delegation]:
    """The grants to townships that run on a day."""
    running = Q(since__lte=on) & (Q(until__isnull=True) | Q(until__gte=on))
    return Delegation.objects.filter(running, kind=DelegationKind.GRANT).select_related("organ").order_by("organ__path", "id")


def evaluations_due(actor: Actor, on: date) -> list[Due]:
    """The grants that run, each with its last evaluation; those not evaluated this year first."""
    require(actor, "catalog.manage")
    last: dict[int, GrantEvaluation] = {}
    for row in GrantEvaluation.objects.filter(grant__in=grants(on)).order_by("year"):
        last[row.grant_id] = row
    rows = [Due(grant, last.get(grant.pk), (found := last.get(grant.pk)) is None or found.year < on.year) for grant in grants(on)]
    return sorted(rows, key=lambda row: not row.missing)


def evaluations(actor: Actor) -> QuerySet[GrantEvaluation]:
    """All evaluations, the latest first."""
    require(actor, "catalog.manage")
    return GrantEvaluation.objects.select_related("grant__organ", "followed_by")


def performance(grant: Delegation, year: int, today: date) -> Performance:
    """The indicators of a grant in a year, up to today where it is the current one."""
    start, until = max(date(year, 1, 1), grant.since), min(date(year, 12, 31), today, grant.until or date.max)
    work = _granted(grant.items, answers.work(grant.organ_id, start, until))
    mean = _county(grant.organ, start, until)
    total = _sum(work.values())
    unused = tuple(code for code in grant.items if not work.get(code, answers.Handled()).cases)
    people = _serving(grant.organ, until)
    certified = certified_count(people, timezone.make_aware(datetime.combine(until, time(12))))
    indicators = (
        Indicator("people", "接得住", "在岗执法人员", f"{len(people)} 人"),
        Indicator("certified", "接得住", "持有效执法证的人员", f"{certified} 人", "不少于 2 人（行政处罚法第四十二条第一款）", certified >= 2),
        _taught(grant.organ, until),
        Indicator("cases", "接得住", "办件量", f"{total.cases} 件", "有办件", total.cases > 0),
        Indicator("unused", "接得住", "没有办件的事项", f"{len(unused)} / {len(grant.items)} 项", "没有办件的须有说明"),
        Indicator("decided", "管得好", "作出处理决定", f"{total.decided} 件"),
        _share("faulty", "有违法问题尚未消除的案件", total.faulty, total.cases, mean.faulty, mean.cases),
        _share("overturned", "被纠错（复议、诉讼改变、撤销、确认违法）", total.overturned, total.decided, mean.overturned, mean.decided),
    )
    return Performance(indicators, unused, work)


def _taught(organ: Organ, until: date) -> Indicator:
    """Who, of the people on the roll there, came to a lesson that a department which handed powers down held this year."""
    found = [pair for pair in pairs(organ, until) if pair.body.pk == organ.pk]
    people = {person.pk for pair in found for person in pair.people}
    taught = {key for pair in found for key in pair.taught}
    if not people:
        return Indicator("taught", "接得住", "当年受过下放部门培训的人员", "—", "在册执法人员都受训")
    return Indicator("taught", "接得住", "当年受过下放部门培训的人员", f"{len(taught)} / {len(people)} 人", "在册执法人员都受训", taught >= people)


def _granted(codes: Iterable[str], work: Mapping[str, answers.Handled]) -> dict[str, answers.Handled]:
    wanted = set(codes)
    return {code: done for code, done in work.items() if code in wanted}


def _county(organ: Organ, start: date, until: date) -> answers.Handled:
    """What the county's own organs handled in the same time: the mean against which a township is held (聊城市实施方案三(三)7)."""
    around = Organ.objects.filter(level=Level.COUNTY, region_code__startswith=organ.region_code[:6])
    return _sum(done for organ_id in around.values_list("pk", flat=True) for done in answers.work(organ_id, start, until).values())


def _sum(rows: Iterable[answers.Handled]) -> answers.Handled:
    found = list(rows)
    return answers.Handled(*(sum(getattr(row, name) for row in found) for name in ("cases", "decided", "overturned", "faulty")))


def _share(name: str, label: str, part: int, of: int, mean_part: int, mean_of: int) -> Indicator:
    if not of:
        return Indicator(name, "管得好", label, "—", "不高于县级部门平均")
    mean = Fraction(mean_part, mean_of) if mean_of else None
    line = f"不高于县级部门平均 {float(mean):.1%}" if mean is not None else "不高于县级部门平均（县级部门没有可比的案件）"
    return Indicator(name, "管得好", label, f"{part} / {of} 件", line, None if mean is None else Fraction(part, of) <= mean)


def _serving(organ: Organ, on: date) -> list[int]:
    people = Officer.objects.filter(organ=organ, starts_on__lte=on).filter(Q(ends_on__isnull=True) | Q(ends_on__gt=on))
    return list(people.values_list("pk", flat=True))
