"""Figures that hold the registers of agencies against the cases: who was heard, what was looked at, who was held to account."""

from datetime import date, datetime, time, timedelta
from fractions import Fraction

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import TruncDate
from django.urls import reverse
from django.utils import timezone

from fadu.accounts.actors import Role
from fadu.agencies.care.kinds import MatterKind, Stage
from fadu.agencies.care.models import Lowering, Matter
from fadu.agencies.counsel.kinds import ADVISING, Occasion
from fadu.agencies.counsel.models import Opinion
from fadu.agencies.equipment.figures.judging import County, held, untold
from fadu.agencies.equipment.kinds import Rule
from fadu.agencies.figure import Behind, Clause, Figure, Reading, ratio
from fadu.agencies.guidance.figures import of_year
from fadu.agencies.guidance.kinds import Subject
from fadu.agencies.kinds import State
from fadu.agencies.locality import set_here
from fadu.agencies.models import CredentialState, Officer, Organ
from fadu.agencies.training.figures.handed import pairs
from fadu.cases.models import Attempt, Case, Facts, Step
from fadu.law.calendar import number
from fadu.supervision.overturned import fallen

HEARD = Fraction(8, 10)
"""Share of the deliberations at which a lawyer in public service or an adviser is heard (参数，聊城市实施方案三(五)11 未定数)."""
SAMPLED = Fraction(1, 10)
"""Share of the penalties in which the use of discretion is looked at (兴隆县指导意见三(十): 默认 10%)."""
BLAMED_WITHIN = timedelta(days=60)
"""Days after a decision fell within which it is found who answers for it (黑政办发〔2019〕26号二(三)4(4): 60 日为参数)."""
ENFORCEMENT = ("penalty", "coercion", "inspection")
"""Kinds of case whose steps only people with a credential may take."""


def _year(day: date) -> tuple[date, date]:
    return date(day.year, 1, 1), day


def heard(organ: Organ, day: date) -> Reading:
    """Cases deliberated this year, of them those at which a lawyer in public service or an adviser was heard."""
    first, last = _year(day)
    found = Facts.objects.filter(case__organ__path__startswith=organ.path, f_discussed_on__gte=number(first), f_discussed_on__lte=number(last))
    opinions = Opinion.objects.filter(occasion=Occasion.DISCUSSION, expert__kind__in=ADVISING, signed_in=True, organ__path__startswith=organ.path)
    there = set(opinions.filter(held_on__lte=day).values_list("organ_id", "matter"))
    rows = [
        Behind(
            row.case.number or row.case.title,
            reverse("cases:case", args=[row.case_id]),
            "" if (row.case.organ_id, row.case.number) in there else "没有公职律师、法律顾问参加",
        )
        for row in found.select_related("case").order_by("case_id")
    ]
    rows.sort(key=lambda row: not row.lacks)
    met = sum(not row.lacks for row in rows)
    return ratio(met, len(rows), least=HEARD, why="" if rows else f"{day.year} 年没有集体讨论的案件", behind=tuple(rows))


def sampled(organ: Organ, day: date) -> Reading:
    """Penalties in whose discretion the justice department looked this year, of all decided this year."""
    first, last = _year(day)
    decided = Facts.objects.filter(case__organ__path__startswith=organ.path, f_decided_on__gte=number(first), f_decided_on__lte=number(last)).count()
    rows = of_year(organ, day, Subject.SAMPLING)
    looked = sum(row.looked_at or 0 for row in rows)
    behind = tuple(Behind(f"{row.target.name} {row.paper}：{row.looked_at or 0} 件", reverse("guidance:guidances_row", args=[row.pk])) for row in rows)
    told = ratio(min(looked, decided), decided, least=SAMPLED, why=f"处罚决定 {decided} 件，抽查 {looked} 件", behind=behind)
    if told.met is False and day < date(day.year, 12, 31):
        return Reading(told.value, None, told.of, f"{told.why}；年内尚可补，年末判定", told.behind)
    return told


def lowered(organ: Organ, day: date) -> Reading:
    """Organs whose yearly grade was lowered, of those that should have been: the township and each department for a decision that fell in the transition."""
    county = County(organ, day)
    papers = county.over(Rule.TRANSITION)
    months = set_here("transition.months", day)
    if not papers or months is None:
        return untold("没有登记过渡期起始文件" if not papers else "本地没有规定过渡期的月数")
    begins = min(paper.issued_on for paper in papers)
    ends = _later(begins, int(months.value))
    departments: dict[int, set[int]] = {}
    for pair in pairs(organ, day):
        departments.setdefault(pair.body.pk, set()).add(pair.department.pk)
    names = {one.pk: one.name for one in county.organs}
    rows = []
    for one in fallen(county.townships, begins, min(ends, day)):
        done = set(Lowering.objects.filter(case=one.label, issued_on__lte=day).exclude(checked_name="").values_list("organ_id", flat=True))
        owing = sorted({one.case.organ_id, *_concerned(one.case, departments)})
        href = reverse("care:lowerings")
        rows += [Behind(f"{names.get(key, '下放部门')}：{one.label}", href, "" if key in done else "年度考核没有下调一等") for key in owing]
    return held(rows, none=f"过渡期（{begins.isoformat()} 至 {ends.isoformat()}）内没有被撤销或者败诉的案件")


def _concerned(case: Case, departments: dict[int, set[int]]) -> set[int]:
    """The departments in charge of the field of a case among those that handed powers to its organ."""
    there = departments.get(case.organ_id, set())
    return set(Organ.objects.filter(pk__in=there, field=case.field).values_list("pk", flat=True)) or there


def _later(day: date, months: int) -> date:
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    last = (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day
    return date(year, month, min(day.day, last))


def blamed(organ: Organ, day: date) -> Reading:
    """Decisions that fell in a year, of them those for which it was found within sixty days who answers."""
    rows = []
    for one in fallen(County(organ, day).organs, day - timedelta(days=365), day):
        matter = Matter.objects.filter(kind=MatterKind.ACCOUNTABILITY, wrong=one.label, accepted_on__lte=min(day, one.on + BLAMED_WITHIN)).first()
        if matter is None and one.on + BLAMED_WITHIN >= day:
            continue  # there is still time
        rows.append(Behind(one.label, reverse("cases:case", args=[one.case.pk]), "" if matter else "60 日内没有启动责任认定"))
    return held(rows, none="近一年没有被撤销、变更、确认违法的决定")


def dealt_with(organ: Organ, day: date) -> Reading:
    """Matters of accountability of this year that were found true, of them those brought to their end."""
    found = Matter.objects.filter(organ__in=County(organ, day).organs, kind=MatterKind.ACCOUNTABILITY, found=True)
    rows = found.filter(accepted_on__year=day.year, accepted_on__lte=day).select_related("officer").order_by("pk")
    return held(
        [Behind(str(row), reverse("care:matters_row", args=[row.pk]), "" if row.stage == Stage.CLOSED and row.outcome else "没有处理完毕") for row in rows],
        none=f"{day.year} 年没有认定成立的责任追究事项",
    )


def joint(organ: Organ, day: date) -> Reading:
    """Townships that handled cases of their own since the powers were handed down, which is what the transition is to lead to."""
    first, _ = _year(day)
    bodies = {pair.body.pk: pair.body for pair in pairs(organ, day)}
    done = dict(Case.objects.filter(organ__in=bodies, opened_on__gte=first, opened_on__lte=day).values_list("organ_id").annotate(count=Count("pk")))
    rows = [
        Behind(f"{body.name}：独立办案 {done.get(key, 0)} 件", reverse("agencies:organ", args=[key]), "" if done.get(key) else "当年没有独立办案")
        for key, body in bodies.items()
    ]
    papers = County(organ, day).over(Rule.TRANSITION)
    reading = held(rows, none="没有承接下放权限的乡镇、街道")
    if not papers:
        return Reading(reading.value, None, reading.of, "没有登记过渡期起始文件，过渡期是否终了尚不能判", reading.behind)
    months = set_here("transition.months", day)
    over = months is not None and day > _later(min(paper.issued_on for paper in papers), int(months.value))
    return reading if over or reading.met is not False else Reading(reading.value, None, reading.of, f"{reading.why}；过渡期终了时判断", reading.behind)


def _steps(organ: Organ, day: date) -> QuerySet[Step]:
    """Steps of this year that people in an officer's post took in cases of enforcement."""
    first, last = _moments(day)
    found = Step.objects.filter(case__organ__path__startswith=organ.path, case__kind__in=ENFORCEMENT, by_role=Role.OFFICER.value, by_officer__isnull=False)
    return found.filter(taken_at__gte=first, taken_at__lt=last)


def _moments(day: date) -> tuple[datetime, datetime]:
    return timezone.make_aware(datetime.combine(date(day.year, 1, 1), time.min)), timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))


def uncredentialed(organ: Organ, day: date) -> Reading:
    """Steps that somebody took without a credential valid at that moment; beside them how many were refused."""
    then = Q(starts_at__lte=OuterRef("taken_at")) & (Q(ends_at__isnull=True) | Q(ends_at__gt=OuterRef("taken_at")))
    good = CredentialState.objects.filter(then, state=State.VALID, credential__officer_id=OuterRef("by_officer"))
    steps = _steps(organ, day)
    bad = steps.annotate(on=TruncDate("taken_at")).exclude(
        Exists(good.filter(credential__valid_from__lte=OuterRef("on"), credential__valid_to__gte=OuterRef("on")))
    )
    found = list(bad.select_related("case").order_by("taken_at")[:300])
    first, last = _moments(day)
    refused = Attempt.objects.filter(organ__path__startswith=organ.path, at__gte=first, at__lt=last).count()
    count = bad.count() if len(found) == 300 else len(found)
    why = f"{day.year} 年执法步骤 {steps.count()} 个，被拒绝的尝试 {refused} 次"
    return Reading(Fraction(count), count == 0, None, why, tuple(_behind(step, "办理时没有有效证件") for step in found))


def after_leaving(organ: Organ, day: date) -> Reading:
    """Steps that somebody took after they had left."""
    gone = Officer.objects.filter(pk=OuterRef("by_officer"), ends_on__lte=OuterRef("on"))
    found = list(_steps(organ, day).annotate(on=TruncDate("taken_at")).filter(Exists(gone)).select_related("case").order_by("taken_at")[:300])
    return Reading(Fraction(len(found)), not found, None, "", tuple(_behind(step, "办理时已经离岗") for step in found))


def _behind(step: Step, lacks: str) -> Behind:
    return Behind(f"{step.case.number or step.case.title} {step.by_name}", reverse("cases:case", args=[step.case_id]), lacks)


_EXITS: tuple[Clause, ...] = (("000", "二(一)3"), ("001", "二(四)"), ("004", "清单一(二)5"))
PEOPLE = (
    Figure("people.uncredentialed", "无有效证件的执法步骤", "个", "0", (("000", "二(一)3"), ("002", "二(一)2(1)"), ("004", "清单一(二)4")), uncredentialed),
    Figure("people.after_leaving", "离岗以后的执法步骤", "个", "0", _EXITS, after_leaving),
)
"""Of people."""
TEAM = (
    Figure("counsel.heard", "集体讨论有公职律师、法律顾问参加", "%", "不低于 80%", (("003", "三(五)11"),), heard),
    Figure("guidance.sampled", "裁量抽查占处罚决定的比例", "%", "不低于 10%", (("001", "三(十)"),), sampled),
)
"""Of counsel and guidance."""
CARE = (
    Figure("care.lowered", "过渡期败诉双方考核下调", "%", "乡镇和下放部门都下调一等，100%", (("001", "四(十八)"),), lowered),
    Figure("care.blamed", "错案责任认定率", "%", "60 日内启动认定，100%", (("000", "二(六)16"), ("002", "二(三)4(4)"), ("001", "四(十九)")), blamed),
    Figure("care.dealt_with", "责任追究处理率", "%", "100%", (("001", "四(十九)"), ("002", "二(三)4(4)")), dealt_with),
)
"""Of conduct."""
ITEMS = (Figure("grants.joint", "承接乡镇独立办案", "%", "过渡期终了时每个乡镇都独立办案", (("001", "三(十三)"),), joint),)
"""Of grants."""
