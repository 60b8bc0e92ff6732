"""Credentials of the county: applications in every stage, a card exchanged, one lost and made anew, people who left, those who assist."""

from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from fadu.accounts.actors import SYSTEM
from fadu.agencies import services
from fadu.agencies.codes import id_number
from fadu.agencies.models import Application, Credential, Officer, Organ
from fadu.site.demo.people import HELD

FRESH = (
    # name, organ, examinations passed, the stages it goes through
    ("许晨", "示市监", "", ()),
    ("郭晓燕", "示环", "", ("checked",)),
    ("唐宇", "示应急", "public professional", ("checked", "examined")),
    ("冯雅琴", "示卫", "public professional", ("checked", "examined", "approved")),
    ("邓子豪", "示农", "public professional", ("checked", "examined", "approved", "issued")),
    ("曹丽", "示交", "public", ("checked", "refused")),
    ("彭建国", "城关政", "", ("withdrawn",)),
)
SAYS = {
    "checked": "核对编制和岗位，属实，同意上报",
    "examined": "两门考试成绩单已核对，均合格",
    "approved": "符合法定条件，准予制发",
    "refused": "专业法律知识补考仍不合格，不予颁发，可以参加下一次考试后重新申请",
    "withdrawn": "岗位调整，本人撤回",
}
LEFT = (
    # name, organ, how, days ago (before today), paper
    ("陆振华", "示市监", "retired", 60, ""),
    ("秦海", "示城管", "dismissed", 200, "示人社辞〔2026〕3号"),
    ("龚志强", "示文旅", "retired", -20, ""),
)
ASSIST = (("马晓", "示城管", "示城管辅 001"), ("严冬", "示城管", "示城管辅 002"), ("苗青", "城关政", "城关辅 001"))


@transaction.atomic
def fill(day: date) -> None:
    """Fill the registers once."""
    if Application.objects.exists():
        return
    organs = {organ.short_name: organ for organ in Organ.objects.filter(ends_on__isnull=True)}
    for number, (name, short, passed, stages) in enumerate(FRESH):
        _apply(_joins(organs[short], name, 200 + number, day - timedelta(days=120)), organs[short], passed.split(), stages, day)
    for number, (name, short, kind, ago, paper) in enumerate(LEFT):
        _leaves(_joins(organs[short], name, 300 + number, date(2020, 1, 1)), organs[short], kind, day - timedelta(days=ago), paper)
    for number, (name, short, card) in enumerate(ASSIST):
        _joins(organs[short], name, 400 + number, date(2024, 3, 1), employment="auxiliary", work_card=card, post_title="协管员")
    _examined(day)
    _moves(organs, day)
    _loses(organs, day)


def _joins(organ: Organ, name: str, number: int, since: date, **more: str) -> Officer:
    data = {
        "name": name,
        "id_number": id_number(f"130999{1966 + number % 35}0{1 + number % 9}15{number}"),
        "post_title": "三级行政执法员",
        "employment": "civil",
        "legal_qualification": "0",
        "starts_on": since.isoformat(),
    }
    return services.add_officer(SYSTEM, organ.pk, data | more)


def _apply(person: Officer, organ: Organ, passed: list[str], stages: tuple[str, ...], day: date) -> None:
    for exam in passed:
        services.record_result(SYSTEM, person.pk, exam, day - timedelta(days=30), passed=True, mark=86, source=f"{day.year} 年第二次资格考试")
    if "refused" in stages:
        services.record_result(SYSTEM, person.pk, "professional", day - timedelta(days=30), passed=False, mark=51, source=f"{day.year} 年第二次资格考试")
    asked = services.apply_for_credential(SYSTEM, person.pk, _wish("first", organ))
    for stage in stages:
        if stage == "issued":
            _issue(asked, f"0399{organ.pk % 100:02d}9{person.pk:04d}")
        else:
            services.move_application(SYSTEM, asked.pk, {"to": stage, "reason": SAYS[stage]})


def _issue(asked: Application, number: str) -> Credential:
    today = timezone.localdate()
    data = {"number": number, "valid_from": str(today), "valid_to": str(today + timedelta(days=5 * 365))}
    return services.issue_credential(SYSTEM, asked.officer_id, data, application_id=asked.pk)


def _wish(purpose: str, organ: Organ, replaces: str = "") -> dict[str, Any]:
    named = {"replaces": replaces} if replaces else {}
    return {"purpose": purpose, "category": organ.field, "position": "执法中队行政执法员", "reason": "在编在岗，申请执法证件", **named}


def _held(person: Officer, organ: Organ, number: str) -> Credential:
    data = {"number": number, "category": organ.field, "valid_from": "2024-01-01", "valid_to": f"{timezone.localdate().year + 2}-12-31", **HELD}
    return services.issue_credential(SYSTEM, person.pk, data)


def _leaves(person: Officer, organ: Organ, kind: str, on: date, paper: str) -> None:
    card = _held(person, organ, f"0399{organ.pk % 100:02d}8{person.pk:04d}")
    services.end_service(SYSTEM, person.pk, ends_on=on, reason="到龄" if kind == "retired" else "严重违反工作纪律", kind=kind, paper=paper)
    if on < timezone.localdate():
        at = f"{on + timedelta(days=3)}T10:00"
        services.change_state(SYSTEM, card.pk, {"state": "cancelled", "starts_at": at, "reason": "证件已经交回，申请注销"})


def _examined(day: date) -> None:
    """The results of those who got their cards before: both examinations of 2023."""
    rows = Credential.objects.filter(source="existing", officer__results=None).order_by("officer_id").values_list("officer_id", flat=True).distinct()
    for person in list(rows)[:-3]:  # of three no transcript was found
        for exam in ("public", "professional"):
            services.record_result(SYSTEM, person, exam, date(min(2023, day.year), 11, 4), passed=True, mark=80 + person % 15, source="2023 年资格考试")


def _moves(organs: dict[str, Organ], day: date) -> None:
    """From the market bureau to the township: the card is taken back, and exchanged."""
    old = _joins(organs["示市监"], "叶文博", 500, date(2021, 6, 1))
    card = _held(old, organs["示市监"], f"0399{organs['示市监'].pk % 100:02d}7{old.pk:04d}")
    services.end_service(SYSTEM, old.pk, ends_on=day - timedelta(days=15), reason="调任城关镇综合行政执法队", kind="moved")
    new = _joins(organs["城关政"], "叶文博", 500, day - timedelta(days=15))
    asked = services.apply_for_credential(SYSTEM, new.pk, _wish("exchange", organs["城关政"], card.number))
    services.move_application(SYSTEM, asked.pk, {"to": "checked", "reason": "原证已收回，岗位属实"})
    services.record_result(SYSTEM, new.pk, "professional", day - timedelta(days=10), passed=True, mark=90, source="综合执法专业法律知识补考")
    services.move_application(SYSTEM, asked.pk, {"to": "examined", "reason": "跨领域的专业法律知识考试合格"})
    services.move_application(SYSTEM, asked.pk, {"to": "approved", "reason": "符合条件，准予换发"})
    _issue(asked, f"0399{organs['城关政'].pk % 100:02d}6{new.pk:04d}")


def _loses(organs: dict[str, Organ], day: date) -> None:
    """A lost card, and the application for another."""
    person = _joins(organs["示交"], "钟秀英", 501, date(2020, 1, 1))
    card = _held(person, organs["示交"], f"0399{organs['示交'].pk % 100:02d}5{person.pk:04d}")
    services.change_state(SYSTEM, card.pk, {"state": "lost", "starts_at": f"{day - timedelta(days=6)}T09:00", "reason": "出差途中遗失，已登报声明作废"})
    services.apply_for_credential(SYSTEM, person.pk, _wish("reissue", organs["示交"], card.number))
