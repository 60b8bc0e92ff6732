"""Whether recordings are at hand before a decision, whether they were looked at, and whether every phase of a case is on record."""

from datetime import date, datetime, time, timedelta

from django.db.models import Exists, Min, OuterRef, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils import timezone

from fadu.agencies.figure import Behind, Reading, ratio
from fadu.agencies.figures.common import below
from fadu.agencies.models import Organ
from fadu.cases.models import Case
from fadu.cases.models import Step as StepRow
from fadu.evidence.models import Reading as Look
from fadu.evidence.recordings.models import Tie
from fadu.evidence.recordings.reasons import DECIDED

YEAR = timedelta(365)
SHOWN = 200

PHASES = (
    ("启动", ("register", "file")),
    ("调查取证", ("inspect", "question", "collect", "sample", "preserve")),
    ("审查决定", ("review_case", "review", "discuss", "decide", "decide_none")),
    ("送达执行", ("serve", "pay", "perform", "close")),
)
"""The four phases of a penalty case (兴隆县指导意见三(八)) and the steps that record them."""


def at_hand(organ: Organ, day: date) -> Reading:
    """Of the cases decided in a year that have recordings: those whose recordings could all be called up before the decision."""
    until = timezone.make_aware(datetime.combine(day, time.max))
    decided = StepRow.objects.filter(case__organ__in=below(organ, day), name__in=DECIDED, recorded_at__gt=until - YEAR, recorded_at__lte=until)
    first = dict(decided.filter(case__recording_ties__isnull=False).values_list("case").annotate(at=Min("recorded_at")))
    late = {case for case, at in Tie.objects.filter(case__in=list(first)).values_list("case", "at") if at > first[case]}
    looks = Look.objects.filter(case__in=list(first), kind="recording", by_role="法制审核人员", action="play").values_list("case", "at")
    reviewed = {case for case, at in looks if at <= first[case]}
    numbers = Case.objects.in_bulk(list(late))
    behind = tuple(Behind(case.number or case.title, reverse("cases:case", args=[case.pk]), "作出决定以后才系案") for case in numbers.values())
    many = len(first)
    why = f"近一年作出决定的案件中有音像的 {many} 件，审核人在决定前调阅过的 {len(reviewed)} 件" if many else "近一年没有含音像的决定案件"
    return ratio(many - len(late), many, why=why, behind=behind)


def phases(organ: Organ, day: date) -> Reading:
    """Of the penalty cases that ended in a year: those with a record of each phase, none of them entered after the next had begun."""
    cases = Case.objects.filter(
        organ__in=below(organ, day), procedure="penalty.general", ended=True, stage="archived", stage_since__gt=day - YEAR, stage_since__lte=day
    )
    counted = _marked(cases)
    whole = Q(**{f"has_{at}": True for at in range(len(PHASES))})
    filled_in = Q(late_0=True) | Q(late_1=True) | Q(late_2=True)
    many, good, late = counted.count(), counted.filter(whole).exclude(filled_in).count(), counted.filter(filled_in).count()
    short = counted.filter(~whole | filled_in).order_by("-id")[:SHOWN]
    behind = tuple(Behind(case.number or case.title, reverse("cases:case", args=[case.pk]), _lacks(case)) for case in short)
    return ratio(good, many, why=f"近一年归档 {many} 件，其中有环节补录的 {late} 件" if many else "近一年没有归档的普通程序案件", behind=behind)


def _marked(cases: QuerySet[Case]) -> QuerySet[Case]:
    """Cases with has_N for each phase, and late_N where something of a phase was entered after the next one had happened."""
    of_case = StepRow.objects.filter(case=OuterRef("pk"))
    cases = cases.annotate(**{f"has_{at}": Exists(of_case.filter(name__in=names)) for at, (_, names) in enumerate(PHASES)})
    for at, (_, names) in enumerate(PHASES[:-1]):
        following = PHASES[at + 1][1]
        begun = StepRow.objects.filter(case=OuterRef("pk"), name__in=following).order_by("taken_at").values("taken_at")[:1]
        cases = cases.annotate(**{f"next_{at}": Subquery(begun)})
        cases = cases.annotate(
            **{f"late_{at}": Exists(of_case.filter(name__in=names, taken_at__lt=OuterRef(f"next_{at}"), recorded_at__gt=OuterRef(f"next_{at}")))}
        )
    return cases


def _lacks(case: Case) -> str:
    missing = [label for at, (label, _) in enumerate(PHASES) if not getattr(case, f"has_{at}")]
    late = [label for at, (label, _) in enumerate(PHASES[:-1]) if getattr(case, f"late_{at}")]
    return "；".join([*(f"没有{label}的记录" for label in missing), *(f"{label}在下一环节以后补录" for label in late)])
