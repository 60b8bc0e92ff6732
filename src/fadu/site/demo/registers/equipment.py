"""Equipment, monitoring devices and premises of the county."""

from datetime import date, timedelta

from django.db import transaction

from fadu.accounts.actors import SYSTEM
from fadu.agencies.equipment import services
from fadu.agencies.equipment.models import Thing
from fadu.agencies.equipment.selectors.needs import enforcers
from fadu.agencies.models import Organ

MODELS = {"recorder": "DSJ-A9", "terminal": "ZF-T5", "camera": "D3500", "printer": "BTP-58", "vehicle": "执法巡查车", "rapid": "XG-2000"}
OFFICE = ("computer", "phone", "fax", "copier", "cabinet")


@transaction.atomic
def fill(day: date) -> None:
    """Write the registers of equipment; nothing where there is a thing."""
    if Thing.objects.exists():
        return
    organs = {organ.short_name: organ for organ in Organ.objects.filter(ends_on__isnull=True)}
    if "示县府" not in organs:
        return
    people = enforcers(list(organs.values()), day)
    _standards(organs["示县府"].pk, organs)
    for short, organ in organs.items():
        if people.get(organ.pk):
            _money(organ.pk, day)
            _things(short, organ.pk, sorted(people[organ.pk]), day)
    _devices(organs, day)
    _premises(organs["城关政"], day)


def _standards(county: int, organs: dict[str, Organ]) -> None:
    paper = "示范县行政执法装备配备标准（示政办〔2024〕6号）"
    for kind, things, people in (("recorder", 1, 2), ("terminal", 1, 4), ("camera", 1, 0), ("vehicle", 1, 0), ("printer", 1, 6)):
        services.add_standard(SYSTEM, county, {"kind": kind, "things": things, "people": people, "paper": paper, "since": "2024-03-01"})
    for short, what, amount in (
        ("示市监", "av_a", ""), ("示城管", "av_a", ""), ("示交", "av_b", ""), ("示环", "av_b", ""), ("示城管", "uniform", ""), ("示市监", "uniform", ""),
        ("示市监", "vehicles", "4"), ("城关政", "posts", "12"), ("城关政", "area_most", "260"),
    ):  # fmt: skip
        entry = {"what": what, "amount": amount, "paper": "示司〔2024〕9号", "since": "2024-03-01"}
        services.designate(SYSTEM, organs[short].pk, entry)


def _money(organ: int, day: date) -> None:
    for year, part in ((day.year - 1, 100), (day.year, 85)):
        for line, yuan in (("work", 420_000), ("equipment", 160_000), ("av", 40_000)):
            granted = yuan * part  # 分: so many hundredths of the plan
            entry = {"year": year, "line": line, "planned": yuan * 100, "granted": granted, "spent": granted * 9 // 10, "paper": f"示财预〔{year}〕3号"}
            services.add_budget(SYSTEM, organ, entry)


def _things(short: str, organ: int, people: list[int], day: date) -> None:
    number = 0

    def buy(kind: str) -> Thing:
        nonlocal number
        number += 1
        entry = {"kind": kind, "number": f"{short}-{kind[:2].upper()}-{number:03d}", "model": MODELS.get(kind, ""), "bought_on": "2024-04-10"}
        return services.register_thing(SYSTEM, organ, {**entry, "calibrated": kind == "rapid", "price": 150_000})

    for at in range((len(people) + 1) // 2 - (short in {"示城管", "示农"})):
        item = buy("recorder")
        services.issue(SYSTEM, item.pk, {"officer": str(people[2 * at]), "since": "2024-05-06", "reason": "日常执法使用"})
        services.note_use(SYSTEM, item.pk, {"used_on": str(day - timedelta(days=at % 9 + 1))})
    for at in range(max(1, len(people) // 4)):
        item = buy("terminal")
        services.issue(SYSTEM, item.pk, {"officer": str(people[at]), "since": "2024-05-06", "reason": "移动执法"})
    for kind in ("camera", "vehicle", "printer", *(OFFICE if short == "城关政" else ()), *(("rapid",) if short in {"示市监", "示农"} else ())):
        item = buy(kind)
        if kind == "rapid":
            entry = {
                "paper": f"JL-{day.year}-0{len(short)}1",
                "by": "示范市计量测试所",
                "since": str(day - timedelta(days=200)),
                "until": str(day + timedelta(days=160)),
            }
            services.calibrate_thing(SYSTEM, item.pk, entry)
        if kind == "camera" and short == "示交":
            services.change_state(SYSTEM, item.pk, {"state": "repair", "since": str(day - timedelta(days=12)), "reason": "镜头损坏送修"})


DEVICES = (
    ("示交", "JC-01", "不停车超限检测设备", "货车超限运输", "《公路安全保护条例》第三十三条", "省道 305 线 K41+200", 300, True),
    ("示交", "JC-02", "不停车超限检测设备", "货车超限运输", "《公路安全保护条例》第三十三条", "迎宾路北段", -15, True),
    ("示环", "JH-01", "污染源自动监测设备", "超标排放大气污染物", "《中华人民共和国大气污染防治法》第二十四条", "城关镇工业园 2 号排口", 240, True),
    ("示城管", "JG-01", "建筑垃圾运输监控设备", "沿途遗撒、抛洒建筑垃圾", "", "西环路与人民路口", 200, False),
)
"""Organ, number, name, what it watches, statute, place, days for which the certificate is still good, whether the place is public."""


def _devices(organs: dict[str, Organ], day: date) -> None:
    for short, number, name, watches, basis, place, left, public in DEVICES:
        entry = {"number": number, "name": name, "watches": watches, "basis": basis, "query": f"{organs[short].address}，电话 {organs[short].phone}"}
        device = services.register_device(SYSTEM, organs[short].pk, {**entry, "place": place, "since": "2024-07-01", "cleared_on": "2024-09-20"})
        review = {"on": "2024-09-10", "passed": True, "paper": f"示技审〔2024〕{number[-1]}号", "by": "示范县设备审核组"}
        services.review_device(SYSTEM, device.pk, {**review, "kind": "legal"})
        services.review_device(SYSTEM, device.pk, {**review, "kind": "technical", "placed": True})
        until = day + timedelta(days=left)
        certificate = {"paper": f"JD-{number}", "by": "示范市计量测试所", "since": str(until - timedelta(days=364)), "until": str(until)}
        services.calibrate_device(SYSTEM, device.pk, certificate)
        if public:
            services.publish_device(SYSTEM, device.pk, {"published_on": "2024-09-25", "published_at": "示范县人民政府门户网站"})


ROOMS = (
    ("执勤指挥室", ["registration", "duty", "command"], 40, True),
    ("询问听证室", ["questioning", "hearing"], 36, True),
    ("物证档案室", ["evidence", "archive"], 24, False),
    ("群众接待室", ["reception"], 20, False),
)


def _premises(organ: Organ, day: date) -> None:
    entry = {
        "name": "城关镇综合行政执法队",
        "address": organ.address,
        "area": 180,
        "measured_on": "2024-05-20",
        "paper": "示测〔2024〕18号",
        "since": "2024-05-01",
    }
    premises = services.add_premises(SYSTEM, organ.pk, entry)
    for name, uses, area, filmed in ROOMS:
        room = services.add_room(SYSTEM, premises.pk, {"name": name, "uses": uses, "area": area, "filmed": filmed, "since": "2024-05-01"})
        log = {"room": str(room.pk), "good": True, "by": "值班人员"}
        if filmed:
            for back in range(1, 8):
                services.note(SYSTEM, premises.pk, {**log, "what": "video", "on": str(day - timedelta(days=back))})
        services.note(SYSTEM, premises.pk, {**log, "what": "used", "on": str(day - timedelta(days=20 + area))})
    for what, back in (("broadband", 1), ("broadband", 2), ("order", 30), ("signs", 60)):
        entry = {"what": what, "on": str(day - timedelta(days=back)), "good": True, "by": "赵敏、韩雪"}
        services.note(SYSTEM, premises.pk, entry)
