"""Figures of the samples of recordings: whether enough is looked at, and what is seen."""

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction

from django.db.models import QuerySet
from django.urls import reverse

from fadu.agencies.equipment.figures.judging import held, untold
from fadu.agencies.figure import Behind, Clause, Figure, Reading, ratio
from fadu.agencies.figures.common import below
from fadu.agencies.models import Organ
from fadu.supervision.models import Judgement, Sampled, Sampling
from fadu.supervision.selectors.sampling import population
from fadu.supervision.services.sampling import SHARE

GOOD = Fraction(95, 100)
"""Share of what was looked at that must be in order (黑政办发〔2019〕26号二(一)2(1); 新邵清单一(二)4; 聊城三(二)6)."""
ISSUED = timedelta(days=365)
_SEEN: tuple[Clause, ...] = (("002", "二(一)2(1)"), ("004", "清单一(二)4"))
_SCENE: Clause = ("001", "三(七)")


def enough(organ: Organ, day: date) -> Reading:
    """Organs with films in the month before, of them those of whose films five in a hundred were looked at."""
    month = (day.replace(day=1) - timedelta(1)).replace(day=1)
    rows = []
    for one in below(organ, day):
        films = len(population(one.pk, month))
        if not films:
            continue
        judged = Sampled.objects.filter(sampling__organ=one, sampling__month=month, judged_at__isnull=False, judged_at__date__lte=day).count()
        lacks = "" if judged * SHARE >= films else "没有抽取" if not Sampling.objects.filter(organ=one, month=month).exists() else "抽中的没有全部抽检"
        rows.append(Behind(f"{one.name}：{month:%Y-%m} 录像 {films} 段，抽检 {judged} 段", reverse("supervision:samples"), lacks))
    return held(rows, none=f"{month:%Y-%m} 没有录像")


def seen(name: str, label: str) -> Callable[[Organ, date], Reading]:
    """Of the films looked at in a year to which a point applies, those in which it is kept."""

    def read(organ: Organ, day: date) -> Reading:
        rows = _judged(organ, day).exclude(**{name: Judgement.NONE}).order_by("-judged_at")
        told = [_behind(row, "" if getattr(row, name) == Judgement.YES else row.note or label) for row in rows]
        good = sum(not row.lacks for row in told)
        why = f"近一年抽检适用的 {len(told)} 段" if told else "近一年没有抽检适用的录像"
        return ratio(good, len(told), least=GOOD, why=why, behind=tuple(sorted(told, key=lambda row: not row.lacks)[:300]))

    return read


def mended(organ: Organ, day: date) -> Reading:
    """Problems seen in films, of them those put right within the year."""
    rows = _judged(organ, day).exclude(note="").order_by("-judged_at")
    return held([_behind(row, "" if row.mended_on and row.mended_on <= day else row.note) for row in rows], none="近一年抽检没有发现问题")


def alone(organ: Organ, day: date) -> Reading:
    """Films looked at in which fewer than two officers are seen."""
    rows = [row for row in _judged(organ, day) if row.people is not None]
    if not rows:
        return untold("近一年没有抽检的录像")
    few = [_behind(row, f"画面中 {row.people} 人") for row in rows if (row.people or 0) < 2]
    return Reading(Fraction(len(few)), not few, None, f"近一年抽检 {len(rows)} 段", tuple(few[:300]))


def _judged(organ: Organ, day: date) -> QuerySet[Sampled]:
    found = Sampled.objects.filter(sampling__organ__in=below(organ, day), judged_at__date__lte=day, judged_at__date__gt=day - ISSUED)
    return found.select_related("sampling__organ", "recording")


def _behind(row: Sampled, lacks: str) -> Behind:
    return Behind(f"{row.sampling.organ.name} {row.recording.number}", reverse("supervision:sampled", args=[row.pk]), lacks)


FIGURES = (
    Figure("samples.enough", "录像月度抽检覆盖", "%", "每月抽检不低于 5%，100%", (*_SEEN, _SCENE), enough),
    Figure("samples.shown", "影像抽检亮证率", "%", "不低于 95%", _SEEN, seen("shown", "没有亮证")),
    Figure("samples.dressed", "影像抽检着装佩标合格率", "%", "不低于 95%", _SEEN[:1], seen("dressed", "着装佩标不合格")),
    Figure("samples.worded", "影像抽检用语合规率", "%", "不低于 95%", (("003", "三(二)6"),), seen("worded", "用语不规范")),
    Figure("samples.alone", "影像抽检中不足两人的", "段", "0", (("001", "二(三)"),), alone),
    Figure("samples.mended", "影像抽检发现问题整改率", "%", "100%", _SEEN, mended),
)
"""Of the samples."""
