"""What the county has trained: plans filed, courses held since the New Year, who came, one person off duty."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from fadu.accounts.actors import SYSTEM
from fadu.agencies.kinds import OrganKind, State
from fadu.agencies.models import CredentialState, Officer, Organ
from fadu.agencies.training import services
from fadu.agencies.training.models import Attendance, Course, Plan, Session
from fadu.agencies.training.selectors.rolls import on_roll
from fadu.catalog.selectors import calendar
from fadu.site.demo.days import Days


@dataclass(frozen=True)
class Lesson:
    """A course and when it was held.

    Attributes:
        organ: short name of who holds it.
        title, kind, method, hours, teacher: of the course.
        month: of the year; its sessions are held on a worked day of it.
        share: of the people invited who came.
        topics, campaign, mode: likewise of the course and session.
    """

    organ: str
    title: str
    kind: str
    method: str
    hours: int
    teacher: str
    month: int
    share: float
    topics: tuple[str, ...] = ()
    campaign: str = ""
    mode: str = "offline"


OF_ALL = (
    Lesson("示司", "行政处罚法和行政强制法精讲", "public", "lecture", 12, "示范县委党校 周明", 3, 0.94, ("systems", "ethics"), "rotation"),
    Lesson("示司", "行政复议、行政诉讼案例旁听", "public", "court", 6, "示范县人民法院行政庭", 5, 0.9, ("integrity", "morals")),
    Lesson("示司", "习近平法治思想专题轮训", "thought", "lecture", 16, "示范县委党校 何静", 4, 0.93, ("morals",)),
    Lesson("示司", "行政裁量权基准和三项制度", "public", "lecture", 12, "赵敏", 6, 0.92, ("discretion", "systems", "schemes"), "rotation"),
    Lesson("示司", "执法监督平台和执法信息化", "skill", "mock", 6, "示范县信息中心", 9, 0.88, ("digital", "supervision"), "practice"),
    Lesson("示司", "全县执法技能大比武", "skill", "drill", 8, "县行政执法协调监督局", 10, 0.8, ("ethics",), "contest"),
)
"""Held by the justice bureau for every organ of the county."""

OF_EACH = (
    Lesson("", "本系统执法业务培训", "special", "lecture", 12, "省厅讲师团", 2, 0.93, ("field",), "training"),
    Lesson("", "现场检查和取证实操", "skill", "mock", 8, "执法大队骨干", 7, 0.9, ()),
    Lesson("", "典型案例剖析会", "special", "exchange", 6, "法规股", 8, 0.86, ("field",)),
)
"""Held by each bureau for its own people."""

OF_TOWNSHIPS = (
    Lesson("", "下放事项业务培训", "delegated", "lecture", 6, "法规股", 3, 1.0, ("handed", "field")),
    Lesson("", "下放事项跟班指导", "delegated", "guidance", 6, "执法中队", 6, 0.8, ("handed",)),
)
"""Held for the township by the bureaus whose items it got."""

LATE = {"示文旅"}
"""Who filed the plan after the fifteenth of April."""
WITHOUT = {"示交"}
"""Who drew one up and did not file it."""


@transaction.atomic
def fill(day: date) -> None:
    """Plans, courses, sessions and who came, as of a day; nothing where there are courses already."""
    if Course.objects.exists():
        return
    organs = {organ.short_name: organ for organ in Organ.objects.filter(ends_on__isnull=True)}
    people = list(on_roll_of(organs, day))
    enforcing = sorted({person.organ_id for person in people})
    bureaus = [organ for organ in organs.values() if organ.pk in enforcing]
    days = Days(calendar())
    for organ in bureaus:
        if organ.kind != OrganKind.DISPATCHED:
            _plan(organ, day)
    for lesson in OF_ALL:
        _hold(organs[lesson.organ], lesson, bureaus, people, day, days)
    for organ in bureaus:
        for lesson in OF_EACH:
            _hold(organ, lesson, [organ], people, day, days)
    for short in ("示城管", "示农"):
        for lesson in OF_TOWNSHIPS:
            _hold(organs[short], lesson, [organs["城关政"]], people, day, days)
    _ahead(organs, bureaus, day, days)
    _off_duty(organs, day, days)


def on_roll_of(organs: dict[str, Organ], day: date) -> Sequence[Officer]:
    """The people on the roll of the county."""
    return list(on_roll(Q(organ__in=organs.values()), day))


def _plan(organ: Organ, day: date) -> None:
    """This year's plan; filed in time but for two."""
    rows = [
        ("public", "公共法律知识轮训", 24, 3, 6, 800_000), ("special", "本系统执法业务培训", 12, 2, 3, 600_000),
        ("skill", "现场检查和取证实操", 14, 7, 10, 900_000), ("thought", "习近平法治思想专题", 16, 4, 5, 0),
    ]  # fmt: skip
    lines = [
        {"kind": kind, "title": title, "hours": hours, "audience": "全体在册执法人员", "first_month": first, "last_month": last, "budget": budget}
        for kind, title, hours, first, last, budget in rows
    ]
    plan = services.draw_plan(SYSTEM, organ.pk, {"year": day.year, "lines": lines})
    drawn = date(day.year, 3, 2 + organ.pk % 20)
    filed = date(day.year, 4, 22) if organ.short_name in LATE else drawn + timedelta(days=14)
    if drawn > day:
        return
    Plan.objects.filter(pk=plan.pk).update(drawn_on=drawn)
    if organ.short_name not in WITHOUT and filed <= day:
        services.file_plan(SYSTEM, plan.pk, {"filed_on": filed.isoformat(), "filed_with": "示范县司法局", "receipt": f"示司备〔{day.year}〕{organ.pk}号"})


def _hold(organ: Organ, lesson: Lesson, guests: Sequence[Organ], people: Sequence[Officer], day: date, days: Days) -> None:
    rng = Random(f"{organ.short_name}/{lesson.title}")  # noqa: S311 - the same people came every time
    on = days.worked(date(day.year, lesson.month, rng.randint(8, 20)))
    if on >= day:
        return
    session = _call(organ, lesson, guests, on)
    invited = {guest.pk for guest in guests}
    rows = []
    for person in people:
        if person.organ_id in invited and person.starts_on <= on and rng.random() < lesson.share:
            by_hand = rng.random() < 0.03
            came = session.starts_at + timedelta(minutes=rng.randint(-25, 12))
            via, reason = ("hand", "手机没电，现场核对身份证") if by_hand else ("code", "")
            rows.append(Attendance(session=session, officer=person, via=via, came_at=came, reason=reason, by_name="何平" if by_hand else person.name))
    Attendance.objects.bulk_create(rows)


def _call(organ: Organ, lesson: Lesson, guests: Sequence[Organ], on: date, hour: int = 9) -> Session:
    course = services.add_course(
        SYSTEM, organ.pk,
        {
            "title": lesson.title, "kind": lesson.kind, "topics": list(lesson.topics), "method": lesson.method, "mode": lesson.mode, "hours": lesson.hours,
            "teacher": lesson.teacher, "material": "示范县行政执法培训教程" if lesson.kind in {"public", "special"} else "",
        },
    )  # fmt: skip
    starts = datetime.combine(on, time(hour))
    line = _line(organ, lesson)
    return services.call_session(
        SYSTEM, course.pk,
        {
            "place": "示范县政府第二会议室" if len(guests) > 1 else f"{organ.name}会议室", "starts_at": starts.isoformat(timespec="minutes"),
            "ends_at": (starts + timedelta(hours=8)).isoformat(timespec="minutes"), "campaign": lesson.campaign, "grace": 15, "sign_out": False,
            "audience": [str(guest.pk) for guest in guests], **({"line": line} if line else {}),
        },
    )  # fmt: skip


def _line(organ: Organ, lesson: Lesson) -> str:
    """The row of the organ's plan in force that the lesson carries out."""
    plan = Plan.objects.filter(organ=organ, state="filed").first()
    line = plan.lines.filter(kind=lesson.kind).first() if plan else None
    return str(line.pk) if line else ""


def _ahead(organs: dict[str, Organ], bureaus: Sequence[Organ], day: date, days: Days) -> None:
    """What is still to come: one for all, one for the market bureau."""
    _call(organs["示司"], Lesson("示司", "年末补训：公共法律知识", "public", "lecture", 8, "赵敏", 12, 1, ("systems",)), bureaus, days.after(day, 4))
    market = Lesson("示市监", "食品抽样检验实操", "skill", "drill", 6, "李伟", 12, 1, (), "practice")
    _call(organs["示市监"], market, [organs["示市监"], organs["示市监城"]], days.after(day, 8), 14)


def _off_duty(organs: dict[str, Organ], day: date, days: Days) -> None:
    """Whose credential is suspended at the agriculture bureau is being taught meanwhile."""
    held = CredentialState.objects.filter(credential__officer__organ=organs["示农"], state=State.SUSPENDED, ends_at__isnull=True).first()
    if held is None:
        return
    person = held.credential.officer
    begins = timezone.localtime(held.starts_at) + timedelta(hours=1)
    services.take_off_duty(
        SYSTEM, person.pk,
        {
            "cause": "suspension", "facts": "涉及投诉正在核查，核查期间暂扣执法证，按规定参加离岗教育。", "paper": f"示司执离〔{day.year}〕2号", "days": 20,
            "starts_at": begins.strftime("%Y-%m-%dT%H:%M"),
        },
    )  # fmt: skip
    lesson = Lesson("示司", "离岗教育：执法纪律和程序", "return", "lecture", 16, "赵敏", 11, 1)
    on = days.worked(begins.date() + timedelta(days=2))
    if on < day:
        session = _call(organs["示司"], lesson, [organs["示农"]], on)
        Attendance.objects.create(session=session, officer=person, via="code", came_at=session.starts_at, by_name=person.name)
