"""Plans and activities of supervision, portals that were asked, performance and money beside fines; an exam with answers in words."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from fadu.accounts.actors import SYSTEM, Actor
from fadu.accounts.models import User
from fadu.accounts.selectors import actor_for
from fadu.agencies.equipment.selectors.needs import enforcers
from fadu.agencies.exams import moment, services
from fadu.agencies.exams.kinds import LETTERS
from fadu.agencies.exams.models import Exam, QuestionVersion, Script, Sitting
from fadu.agencies.exams.selectors.grading import tasks
from fadu.agencies.models import Officer, Organ
from fadu.agencies.oversight.asking import Answer, Unreachable
from fadu.agencies.oversight.books import ACTIVITIES, PERFORMANCES, PLANS, PORTALS, SPENDINGS
from fadu.agencies.oversight.models import Portal
from fadu.agencies.oversight.services import probe_due
from fadu.site.demo.registers.team import put

ESSAYS = (
    (
        "某食品店货架上有三袋过期面包，店主当场下架并出示进货票据。请写出现场检查应当告知的内容和取证步骤。",
        "亮证并告知身份、事由和依据（5 分）；告知陈述、申辩、申请回避的权利（5 分）；清点、拍照、抽样取证并制作现场笔录，由当事人签名（10 分）",
        "行政处罚法第四十四条、第五十五条",
    ),
    (
        "当事人要求听证，但申请晚了一日。请说明应当怎样处理、依据是什么。",
        "告知听证权利后五日内提出（5 分）；逾期的不组织听证，但仍应听取陈述、申辩（10 分）；记入案卷并书面告知（5 分）",
        "行政处罚法第六十四条",
    ),
)
WRITTEN = (
    "先出示执法证件，说明身份和来意，告知检查的事由、依据和当事人的权利义务；清点过期面包，拍照、抽样，制作现场笔录，请店主核对签名。",
    "听证应当在告知后五日内提出。超过期限的可以不组织听证，但是仍要听取当事人的陈述和申辩，并把情况记入案卷。",
)


@transaction.atomic
def fill(day: date) -> None:
    """Fill them; nothing where a portal is registered."""
    organs = {organ.short_name: organ for organ in Organ.objects.filter(ends_on__isnull=True)}
    if Portal.objects.exists() or "示县府" not in organs:
        return
    _supervised(organs, day)
    _portals(organs, day)
    _money(organs, day)
    user = User.objects.filter(username="admin", demo=True).first()
    if user is not None:
        _essays(actor_for(user), organs, day)


def _supervised(organs: dict[str, Organ], day: date) -> None:
    paper = {"number": f"示司发〔{day.year}〕6号", "issued_on": f"{day.year}-03-12", "url": "/files/supervision-plan"}
    if day >= date(day.year, 3, 12):
        put(PLANS, organs["示司"], year=day.year, tasks=12, done=min(12, day.month), **paper)
    rows = (
        ("files", "files", 40, 6, 6, 60),
        ("report", "organs", 11, 2, 2, 90),
        ("appraisal", "people", 60, 3, 2, 45),
        ("statistics", "systems", 11, 1, 1, 30),
        ("other", "credentials", 80, 1, 1, 20),
    )
    for at, (way, subject, looked, found, mended, back) in enumerate(rows, 1):
        told = {"way": way, "subject": subject, "looked_at": looked, "found": found, "mended": mended}
        put(ACTIVITIES, organs["示司"], target=str(organs["示市监"].pk), held_on=str(day - timedelta(back)), paper=f"示司督〔{day.year}〕{at}号", **told)
    inside = {"way": "files", "subject": "files", "looked_at": 10, "found": 1, "mended": 1, "held_on": str(day - timedelta(25))}
    for short in ("示市监", "示城管", "示交"):
        put(ACTIVITIES, organs[short], paper=f"{short}法〔{day.year}〕3号", **inside)


def _portals(organs: dict[str, Organ], day: date) -> None:
    """Addresses of a county that is not: what they would answer is told here, and nobody is asked."""
    for at, short in enumerate(("示县府", "示市监", "示城管", "示环"), 1):
        where = "government" if short == "示县府" else "department"
        put(PORTALS, organs[short], where=where, topic="all", url=f"https://portal{at}.example/xzzf/", since="2024-01-01")
    town = organs["城关政"]
    for where in ("government", "platform"):
        for topic in ("people", "duties", "powers", "bases", "procedure", "results", "remedies", "inspections"):
            put(PORTALS, town, where=where, topic=topic, url=f"https://{where}.example/cgz/{topic}/", since="2024-01-01")

    def asked(url: str) -> Answer:
        if url.endswith("platform.example/cgz/remedies/"):
            raise Unreachable("回应状态码 404")
        newest = day - timedelta(46 if "portal4" in url else 3)
        return Answer(200, f"行政执法公示 {newest:%Y-%m-%d}")

    probe_due(SYSTEM, asking=asked)


def _money(organs: dict[str, Organ], day: date) -> None:
    people = sorted(enforcers([organs["示市监"]], day).get(organs["示市监"].pk, ()))[:12]
    since, until = date(day.year - 1, 12, 1), day.replace(day=1) - timedelta(1)
    for at, person in enumerate(people):
        officer = Officer.objects.get(pk=person)
        if officer.starts_on <= since:
            put(
                PERFORMANCES,
                organs["示市监"],
                officer=str(person),
                since=str(since),
                until=str(until),
                score=82 + (at * 5) % 17,
                paper=f"示市监人〔{day.year}〕9号",
            )
    month = day.replace(day=1)
    for back in range(10):
        month = (month - timedelta(1)).replace(day=1)
        for at, short in enumerate(("示市监", "示城管")):
            paid = 380_000 + 17_000 * ((back * 3 + at) % 5)
            put(SPENDINGS, organs[short], month=str(month), paid=paid, returned=0, paper=f"{short}财〔{month:%Y%m}〕")


def _essays(admin: Actor, organs: dict[str, Organ], day: date) -> None:
    """An exam of the city-management bureau a week ago: one result in force, one under appeal, one with the third, one unmarked."""
    held, bureau = day - timedelta(7), organs["示城管"]
    assert admin.organ_id is not None
    with moment.at(_at(held - timedelta(3), 9)):
        for stem, points, basis in ESSAYS:
            data = {"kind": "essay", "stem": stem, "answer": points, "basis": basis, "difficulty": "medium", "subject": "public"}
            services.add_question(admin, admin.organ_id, data)
        exam = _exam(admin, bureau, held)
        everybody = Officer.objects.filter(ends_on__isnull=True, user__isnull=False).exclude(organ=bureau).order_by("organ__path", "pk")
        chosen = [everybody.filter(organ=organs[short])[0] for short in ("示环", "示应急", "示农", "示司")]
        named = {"markers": [str(person.pk) for person in chosen[:3]], "arbiters": [str(chosen[3].pk)]}
        services.name_markers(admin, exam.pk, named)
    people = Officer.objects.filter(organ=bureau, ends_on__isnull=True, user__isnull=False).order_by("pk")[:4]
    sittings = [_sit(person, exam, _at(held, 9) + timedelta(minutes=5 * number)) for number, person in enumerate(people)]
    for number, sitting in enumerate(sittings[:3]):
        with moment.at(_at(held + timedelta(1), 9 + number)):
            for place, script in enumerate(Script.objects.filter(sitting=sitting).order_by("part")):
                _mark(script, (16, 9) if number == 2 and place else (17, 15))
    if len(sittings) > 1:
        first, second = (_of(sitting.officer) for sitting in sittings[:2])
        with moment.at(_at(held + timedelta(2), 9)):
            services.accept(first, sittings[0].pk)
            place = max(line + 1 for line, _ in enumerate(sittings[1].paper))
            services.appeal(second, sittings[1].pk, place, {"reason": "第二个要点已经写明“仍要听取陈述和申辩”，请复核。"})


def _exam(admin: Actor, bureau: Organ, held: date) -> Exam:
    lines = (("single", 10, 4), ("judge", 5, 4), ("essay", 2, 20))
    data: dict[str, Any] = {
        "title": "执法办案能力测试（含简答）",
        "subject": "public",
        "counts": False,
        "opens_at": f"{held}T09:00",
        "closes_at": f"{held}T11:00",
        "minutes": 60,
        "blueprint": [{"kind": kind, "subject": "public", "count": count, "marks": marks} for kind, count, marks in lines],
        "pass_mark": 60,
        "limit": 4,
        "review_days": 10,
        "tries": 1,
    }
    assert admin.organ_id is not None
    exam = services.add_exam(admin, admin.organ_id, data)
    services.invite(admin, exam.pk, {"organs": [str(bureau.pk)], "who": "all"})
    return services.publish_exam(admin, exam.pk)


def _sit(person: Officer, exam: Exam, begins: datetime) -> Sitting:
    actor = _of(person)
    with moment.at(begins):
        sitting = services.begin(actor, exam.pk)
    versions = QuestionVersion.objects.in_bulk([line["version"] for line in sitting.paper])
    with moment.at(begins + timedelta(minutes=20)):
        written = iter(WRITTEN)
        for number, line in enumerate(sitting.paper, 1):
            version = versions[line["version"]]
            shown = next(LETTERS[at] for at, letter in enumerate(line["order"]) if letter in version.answer) if line["order"] else next(written)
            services.answer(actor, sitting.pk, number, shown)
        services.close(actor, sitting.pk)
    return sitting


def _mark(script: Script, marks: tuple[int, int]) -> None:
    given = {task.place: (mark, "要点较全" if mark > 10 else "漏了要点") for task, mark in zip(tasks(script), marks, strict=True)}
    services.mark_script(_of(script.officer), script.pk, given)


def _of(person: Officer) -> Actor:
    assert person.user is not None
    return actor_for(person.user)


def _at(day: date, hour: int) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(hour)))
