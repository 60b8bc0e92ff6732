"""Whether recordings come in on time, by clocks that are right, and find their cases."""

from datetime import date, datetime, time, timedelta
from fractions import Fraction

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from fadu.agencies.figure import Behind, Reading, ratio
from fadu.agencies.figures.common import below
from fadu.agencies.models import Organ
from fadu.evidence.models import Original, Use
from fadu.evidence.recordings.models import Recording

YEAR = timedelta(365)
OFF = 60
"""Seconds by which a device's clock may be wrong."""

GRACE = timedelta(hours=24)
"""A recording is to be entered within 24 hours of its handing in."""

SHOWN = 200
"""Rows behind a figure at most."""


def in_time(organ: Organ, day: date) -> Reading:
    """Of the recordings of a year, those that came in within the hours of the place, by a true clock."""
    rows = _year(organ, day)
    late = rows.filter(late=True)
    many, lacking = rows.count(), late.count()
    behind = tuple(_behind(row, f"{_hours(row)} 小时后存入") for row in late.order_by("-id")[:SHOWN])
    return ratio(
        many - lacking, many, why=f"近一年 {many} 段音像记录，{lacking} 段逾时；先存入专用存储器的按存入时间算" if many else "近一年没有音像记录", behind=behind
    )


def clocks(organ: Organ, day: date) -> Reading:
    """Devices whose clock, when it was last compared, was wrong by more than a minute."""
    rows = (
        _year(organ, day)
        .filter(device__isnull=False, clock_ahead__isnull=False)
        .order_by("device_id", "-ended_at")
        .values_list("device_id", "device__number", "clock_ahead")
    )
    last: dict[int, tuple[str, int]] = {}
    for device, number, ahead in rows.iterator():
        last.setdefault(device or 0, (str(number), ahead or 0))
    wrong = [(number, ahead) for number, ahead in last.values() if abs(ahead) > OFF]
    unknown = _year(organ, day).filter(device__isnull=False, clock_ahead__isnull=True).exclude(device__in=list(last)).values("device").distinct().count()
    if not last:
        return Reading(None, None, None, "近一年没有核对过设备时钟")
    why = f"近一年核对过时钟的设备 {len(last)} 台" + (f"，没有核对的 {unknown} 台" if unknown else "")
    return Reading(
        Fraction(len(wrong)), not wrong, None, why, tuple(Behind(number, "", f"{'快' if ahead > 0 else '慢'} {abs(ahead)} 秒") for number, ahead in wrong)
    )


def orphans(organ: Organ, day: date) -> Reading:
    """Recordings that no case has, and files that were handed in as recordings a day ago and never entered as one (孤儿音像)."""
    rows = _year(organ, day).filter(case__isnull=True, room__isnull=True)  # the camera of a room runs for nobody's case
    until = min(timezone.make_aware(datetime.combine(day, time.max)), timezone.now()) - GRACE
    loose = Original.objects.filter(organ__in=below(organ, day), use=Use.RECORDING, recording__isnull=True, kept_at__gt=until - YEAR, kept_at__lte=until)
    many, never = rows.count(), loose.count()
    behind = [_behind(row, "没有系到案件") for row in rows.order_by("-id")[:SHOWN]]
    behind += [Behind(row.name, reverse("evidence:original", args=[row.pk]), "存入 24 小时仍没有登记") for row in loose.order_by("-id")[:SHOWN]]
    why = "近一年上传、没有系到案件的音像记录" + (f"，其中 {never} 件文件没有登记" if never else "")
    return Reading(Fraction(many + never), not many + never, None, why, tuple(behind))


def _year(organ: Organ, day: date) -> QuerySet[Recording]:
    until = timezone.make_aware(datetime.combine(day, time.max))
    return Recording.objects.filter(organ__in=below(organ, day), uploaded_at__gt=until - YEAR, uploaded_at__lte=until)


def _behind(row: Recording, lacks: str) -> Behind:
    return Behind(row.number, reverse("recordings:one", args=[row.pk]), lacks)


def _hours(row: Recording) -> int:
    return int((row.in_store - row.ended).total_seconds() // 3600)
