"""Appraisals, commendations, liability, insurance and counselling of the county."""

from datetime import date, datetime, time, timedelta

from django.db import transaction

from fadu.accounts.actors import SYSTEM
from fadu.agencies.care import services
from fadu.agencies.care.models import Appraisal
from fadu.agencies.equipment.selectors.needs import enforcers
from fadu.agencies.models import Officer, Organ


@transaction.atomic
def fill(day: date) -> None:
    """Write the registers of care; nothing where there is an appraisal."""
    if Appraisal.objects.exists():
        return
    organs = {organ.short_name: organ for organ in Organ.objects.filter(ends_on__isnull=True)}
    if "示县府" not in organs:
        return
    here = set(Officer.objects.filter(starts_on__lte=date(day.year, 1, 1)).values_list("pk", flat=True))  # in service when the year began
    people = {organ: found & here for organ, found in enforcers(list(organs.values()), day).items()}
    for short, organ in organs.items():
        _people(short, organ.pk, sorted(people.get(organ.pk, ())), day)
    _commendations(organs, people, day)
    _matters(organs["示城管"].pk, sorted(people[organs["示城管"].pk]), day)
    _counselling(organs, people, day)


def _people(short: str, organ: int, people: list[int], day: date) -> None:
    year = day.year - 1
    for at, person in enumerate(people):
        grade = "excellent" if at % 6 == 0 else "basic" if at % 13 == 12 else "competent"
        appraisal = {
            "officer": str(person),
            "year": year,
            "grade": grade,
            "decided_on": str(min(date(day.year, 1, 20), day)),
            "paper": f"{short}考〔{day.year}〕1号",
        }
        services.appraise(SYSTEM, organ, appraisal)
        policy = {"officer": str(person), "cover": "accident", "insurer": "示范财产保险公司", "policy": f"YW{day.year}{person:05d}"}
        until = f"{day.year}-12-31" if at != len(people) - 1 or short != "示农" else f"{day.year}-06-30"
        services.insure(SYSTEM, organ, {**policy, "since": f"{day.year}-01-01", "until": until})
        injury = {**policy, "cover": "injury", "insurer": "示范县工伤保险经办机构", "policy": f"GS{person:06d}"}
        services.insure(SYSTEM, organ, {**injury, "since": f"{day.year}-01-01", "until": f"{day.year}-12-31"})


def _commendations(organs: dict[str, Organ], people: dict[int, set[int]], day: date) -> None:
    given = {"given_by": "示范县人民政府", "given_on": str(day - timedelta(days=150)), "paper": f"示政表〔{day.year}〕5号"}
    services.commend(SYSTEM, organs["示应急"].pk, {**given, "title": "行政执法先进集体"})
    first = min(people[organs["示市监"].pk])
    services.commend(SYSTEM, organs["示市监"].pk, {**given, "officer": str(first), "title": "行政执法先进个人"})
    appraisal = {"year": day.year, "held_on": str(day - timedelta(days=90)), "grade": "良好", "paper": f"示法办〔{day.year}〕14号"}
    every = ["qualitative", "quantitative", "internal", "external", "inspected", "self"]
    services.appraise_organ(SYSTEM, organs["城关政"].pk, {**appraisal, "methods": every})


def _matters(organ: int, people: list[int], day: date) -> None:
    start = day - timedelta(days=80)
    matter = {"officer": str(people[1]), "accepted_on": str(start), "paper": f"示城管问〔{day.year}〕2号"}
    made = services.accept_matter(
        SYSTEM, organ, {**matter, "kind": "exemption", "facts": "首次适用新修订的裁量基准，处罚幅度认定有偏差，发现后主动纠正，没有造成损失。"}
    )
    steps = (("investigated", 10, "调阅案卷并询问经办人员。"), ("heard", 20, "听取本人陈述，本人提交书面说明。"))
    for stage, after, says in steps:
        services.advance_matter(SYSTEM, made.pk, {"stage": stage, "on": str(start + timedelta(days=after)), "says": says})
    decision = {
        "stage": "decided", "on": str(start + timedelta(days=30)), "decider": "meeting", "found": True, "circumstance": "免责情形三：主动纠正且未造成损失",
        "basis": "示范县行政执法容错免责办法（演示）第七条第三项", "outcome": "不予追究责任，予以提醒", "says": "局务会集体讨论决定。", "paper": f"示城管免〔{day.year}〕1号",
    }  # fmt: skip
    services.advance_matter(SYSTEM, made.pk, decision)
    services.advance_matter(SYSTEM, made.pk, {"stage": "closed", "on": str(start + timedelta(days=35)), "says": "送达本人并归档。"})
    services.accept_matter(
        SYSTEM,
        organ,
        {
            **matter,
            "kind": "accountability",
            "officer": str(people[2]),
            "accepted_on": str(day - timedelta(days=9)),
            "facts": "案件超过办案期限 12 日未申请延期。",
        },
    )


def _counselling(organs: dict[str, Organ], people: dict[int, set[int]], day: date) -> None:
    agreement = {"provider": "示范市心理健康服务中心", "paper": f"示心〔{day.year}〕1号", "since": f"{day.year}-01-01", "until": f"{day.year}-12-31"}
    services.agree(SYSTEM, organs["示县府"].pk, agreement)
    organ = organs["示消"].pk
    at = datetime.combine(day - timedelta(days=40), time(21, 30))
    incident = services.note_incident(SYSTEM, organ, {"name": "西环路仓库火灾现场处置", "happened_at": at.isoformat(timespec="minutes")})
    for hours, person in enumerate(sorted(people[organ])[:3]):
        entry = {"officer": str(person), "offered_at": (at + timedelta(hours=14 + hours)).isoformat(timespec="minutes"), "attended": hours != 2}
        services.offer_help(SYSTEM, incident.pk, entry)
