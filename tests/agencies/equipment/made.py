"""Things, devices and premises for tests: made by the services, as an administrator makes them."""

from typing import Any

from fadu.accounts.actors import SYSTEM
from fadu.agencies.equipment import services
from fadu.agencies.equipment.models import Device, Premises, Thing
from fadu.agencies.models import Officer
from tests.agencies.world import World, numbers


def thing_data(**more: Any) -> dict[str, Any]:
    return {"kind": "recorder", "number": f"ZC-{next(numbers):05d}", "model": "DSJ-A9", "bought_on": "2024-03-01", "price": "1,800", **more}


def thing(world: World, short: str = "示市监", **more: Any) -> Thing:
    return services.register_thing(SYSTEM, world.organs[short].pk, thing_data(**more))


def issued(item: Thing, person: Officer, since: str = "2025-01-10") -> None:
    services.issue(SYSTEM, item.pk, {"officer": str(person.pk), "since": since, "reason": "日常执法"})


def device_data(**more: Any) -> dict[str, Any]:
    return {
        "number": f"JK-{next(numbers):05d}",
        "name": "违法排放监测设备",
        "watches": "超标排放",
        "basis": "《大气污染防治法》第二十四条",
        "query": "清河路 1 号办事窗口",
        "place": "清河路与东街路口",
        "since": "2024-01-01",
        **more,
    }


REVIEWS = (
    {"kind": "legal", "on": "2024-01-05", "passed": "1", "paper": "法审〔2024〕1号", "by": "法规股"},
    {"kind": "technical", "on": "2024-01-06", "passed": "1", "placed": "1", "paper": "技审〔2024〕1号", "by": "技术中心"},
)
CERTIFICATE = {"paper": "JD-2024-001", "by": "县计量所", "since": "2024-01-08", "until": "2027-01-07"}
PUBLISHED = {"published_on": "2024-01-10", "published_at": "县政府门户网站"}


def device(world: World, short: str = "示市监", *, reviews: Any = REVIEWS, certificate: Any = CERTIFICATE, published: Any = PUBLISHED, **more: Any) -> Device:
    """A device whose records can be used from 2024-01-10 to 2027-01-07, unless told otherwise."""
    made = services.register_device(SYSTEM, world.organs[short].pk, device_data(**more))
    for review in reviews:
        services.review_device(SYSTEM, made.pk, review)
    if certificate:
        services.calibrate_device(SYSTEM, made.pk, certificate)
    if published:
        services.publish_device(SYSTEM, made.pk, published)
    return made


def premises(world: World, short: str = "城政", area: int = 120) -> Premises:
    data = {"name": "综合行政执法队办公楼", "address": "中心街 2 号", "area": str(area), "measured_on": "2024-05-01", "since": "2024-05-01"}
    return services.add_premises(SYSTEM, world.organs[short].pk, data)
