"""What the register says of a monitoring device on a day, and the list that everybody may read."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Prefetch, Q, QuerySet

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require, scope
from fadu.agencies.equipment.kinds import ReviewKind
from fadu.agencies.equipment.models import Calibration, Device, Review, Siting


@dataclass(frozen=True, slots=True)
class DeviceReading:
    """A device on a day.

    Attributes:
        device: the device.
        place: where it stood; "" where it did not stand.
        facts: facts of a penalty case (行政处罚法第四十一条), by name.
        lacks: what was missing, in Chinese; empty for a device whose records can be used.
    """

    device: Device
    place: str
    facts: dict[str, bool]
    lacks: tuple[str, ...]

    @property
    def told(self) -> dict[str, Any]:
        """What is kept with a step that uses a record of it."""
        return {"number": self.device.number, "name": self.device.name, "place": self.place, "organ": self.device.organ.name, "lacks": list(self.lacks)}


def evidence_of(number: str, on: date) -> DeviceReading | None:
    """A device by its number on the day of its record; None where none is registered.

    Asked by the door for a step, so it is not scoped: devices and their places are public by law.
    """
    device = _whole(Device.objects.filter(number=number)).first()
    return None if device is None else read(device, on)


def read(device: Device, on: date) -> DeviceReading:
    """A device on a day, by what was reviewed, verified and published until then. Both days of a certificate count."""
    legal, technical = _last(device, ReviewKind.LEGAL, on), _last(device, ReviewKind.TECHNICAL, on)
    siting = next((item for item in device.sitings.all() if item.since <= on and (item.until is None or on < item.until)), None)
    standing = device.since <= on and (device.until is None or on <= device.until)
    verified = any(item.since <= on <= item.until for item in device.calibrations.all())
    published = siting is not None and siting.published_on is not None and siting.published_on <= on
    facts = {
        "device_authorised": bool(device.basis),
        "device_legal_reviewed": legal is not None and legal.passed,
        "device_technical_reviewed": technical is not None and technical.passed,
        "device_well_placed": standing and verified and technical is not None and bool(technical.placed),
        "device_place_published": published,
        "device_query_offered": bool(device.query),
    }
    day = on.isoformat()
    lacks = (
        (facts["device_authorised"], "没有法律、行政法规依据"),
        (facts["device_legal_reviewed"], f"{day} 没有通过法制审核"),
        (facts["device_technical_reviewed"], f"{day} 没有通过技术审核"),
        (standing, f"{day} 不在启用期间"),
        (verified, f"{day} 不在检定有效期内"),
        (technical is None or bool(technical.placed), "没有达到符合标准、设置合理、标志明显"),
        (published, f"{day} 设置地点没有公布"),
        (facts["device_query_offered"], "没有登记查询、陈述和申辩的渠道"),
    )
    return DeviceReading(device, siting.place if siting else "", facts, tuple(says for held, says in lacks if not held))


def devices(actor: Actor) -> QuerySet[Device]:
    """The devices whose registers `actor` may read."""
    require(actor, "equipment.see")
    return _whole(Device.objects.filter(scope(actor, "equipment.see")))


def published(actor: Actor, on: date, query: str = "") -> QuerySet[Siting]:
    """Places of devices that are public on a day (处罚法 41(1)): for everybody."""
    require(actor, "device.see")
    standing = Q(published_on__lte=on, since__lte=on, device__since__lte=on) & (Q(until__isnull=True) | Q(until__gt=on))
    found = Siting.objects.filter(standing).filter(Q(device__until__isnull=True) | Q(device__until__gte=on)).select_related("device__organ")
    word = query.replace("\x00", "").strip()[:60]
    if word:
        sought = ("place", "device__name", "device__number", "device__organ__name", "device__watches")
        wanted = Q()
        for lookup in sought:
            wanted |= Q(**{f"{lookup}__icontains": word})
        found = found.filter(wanted)
    return found


def _whole(found: QuerySet[Device]) -> QuerySet[Device]:
    return found.select_related("organ").prefetch_related(
        Prefetch("reviews", Review.objects.order_by("-on", "-pk")),
        Prefetch("calibrations", Calibration.objects.order_by("-until", "-pk")),
        Prefetch("sitings", Siting.objects.order_by("-since", "-pk")),
    )


def _last(device: Device, kind: ReviewKind, on: date) -> Review | None:
    return max((item for item in device.reviews.all() if item.kind == kind and item.on <= on), key=lambda item: item.on, default=None)
