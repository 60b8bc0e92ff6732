"""Figures of files: whether what is done is filed in time and whole (黑龙江方案二(二)4(1) and others)."""

from datetime import date, timedelta
from fractions import Fraction

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.urls import reverse

from fadu.agencies.equipment.selectors.needs import below
from fadu.agencies.figure import Behind, Figure, Reading, ratio
from fadu.agencies.models import Organ
from fadu.evidence.archive.models import Check, Filing, Retention, Volume

YEAR = timedelta(days=365)
SHOWN = 200
"""Rows behind a figure that are listed one by one."""
NONE = "没有到归档期限的案件"


def _due(organ: Organ, day: date) -> QuerySet[Filing]:
    """Cases that were done in the year up to that day."""
    return Filing.objects.filter(organ__in=below(organ, day), ordinal=0, since__lte=day, since__gt=day - YEAR)


def _volumes(organ: Organ, day: date) -> QuerySet[Volume]:
    return Volume.objects.filter(organ__in=below(organ, day), ordinal=0, archived_on__lte=day, archived_on__gt=day - YEAR)


def in_time(organ: Organ, day: date) -> Reading:
    """Filed within thirty days with a whole catalogue, of all whose day has come."""
    ripe = _due(organ, day)
    made = {row.case_id: row for row in _volumes(organ, day).only("case_id", "archived_on", "due_on", "lacks", "number")}
    good, behind = 0, []
    for row in ripe.select_related("case").iterator():
        volume = made.get(row.case_id)
        if volume is None and row.due_on >= day:
            continue  # its day has not come
        lacks = "逾期没有立卷" if volume is None else "逾期立卷" if volume.archived_on > volume.due_on else f"缺 {len(volume.lacks)} 项" if volume.lacks else ""
        good += not lacks
        behind.append(Behind(volume.number if volume else row.case.title, reverse("archive:case", args=[row.case_id]), lacks))
    behind.sort(key=lambda one: not one.lacks)
    return ratio(good, len(behind), why=NONE if not behind else f"{len(behind)} 件中 {good} 件在期限内归档且目录齐全", behind=tuple(behind[:SHOWN]))


def filed(organ: Organ, day: date) -> Reading:
    """归档率: filed, of all whose day has passed."""
    ripe = _due(organ, day).filter(due_on__lt=day)
    total = ripe.count()
    missing = list(ripe.exclude(case_id__in=_volumes(organ, day).values("case_id")).select_related("case").order_by("due_on"))
    behind = tuple(Behind(row.case.title, reverse("archive:case", args=[row.case_id]), f"应于 {row.due_on} 前归档") for row in missing[:SHOWN])
    return ratio(total - len(missing), total, why=NONE if not total else f"{total} 件中 {total - len(missing)} 件已经归档", behind=behind)


def whole(organ: Organ, day: date) -> Reading:
    """归档完整率: nothing missing, and the last examination of the package passed."""
    last = Check.objects.filter(volume=OuterRef("pk")).order_by("-id").values("passed")[:1]
    rows = list(_volumes(organ, day).annotate(sound=Subquery(last)).only("id", "number", "lacks"))
    behind = [
        Behind(row.number, reverse("archive:volume", args=[row.id]), "四性检测没有通过" if not row.sound else f"缺 {len(row.lacks)} 项" if row.lacks else "")
        for row in rows
    ]
    good = sum(not one.lacks for one in behind)
    behind.sort(key=lambda one: not one.lacks)
    return ratio(good, len(rows), why="还没有归档的案卷" if not rows else f"{len(rows)} 卷中 {good} 卷材料齐全并通过四性检测", behind=tuple(behind[:SHOWN]))


def exceptions(organ: Organ, day: date) -> Reading:
    """例外引用率: filed late or incomplete, with the reason on record. It is listed, no line is drawn."""
    rows = list(_volumes(organ, day).only("id", "number", "lacks", "note", "archived_on", "due_on"))
    if not rows:
        return Reading(None, None, why="还没有归档的案卷")
    found = [row for row in rows if row.lacks or row.archived_on > row.due_on]
    behind = tuple(
        Behind(
            row.number,
            reverse("archive:volume", args=[row.id]),
            ("逾期" if row.archived_on > row.due_on else "缺件") + ("，已写明理由" if row.note else "，没有写明理由"),
        )
        for row in found[:SHOWN]
    )
    return Reading(
        Fraction(len(found), len(rows)), all(row.note for row in found), (len(found), len(rows)), f"{len(rows)} 卷中 {len(found)} 卷逾期或者缺件", behind
    )


def scheduled(organ: Organ, day: date) -> Reading:
    """案卷管理制度: organs that have a schedule of retention of their own, agreed to by the archives authority and checked."""
    organs = below(organ, day)
    holds = Q(until__isnull=True) | Q(until__gte=day)
    have = set(Retention.objects.filter(holds, organ__in=organs, since__lte=day, checked_by__isnull=False).values_list("organ_id", flat=True))
    behind = [
        Behind(each.name, reverse("archive:retentions"), "" if each.pk in have else "没有经审核同意并复核的保管期限表，按平台的期限表执行") for each in organs
    ]
    behind.sort(key=lambda one: not one.lacks)
    return ratio(len(have), len(behind), why=f"{len(behind)} 个机关中 {len(have)} 个有本机关的保管期限表", behind=tuple(behind[:SHOWN]))


FIGURES = (
    Figure("archive.scheduled", "案卷管理制度（保管期限表）", "%", "=100%", (("002", "二(二)4(1)"),), scheduled),
    Figure("archive.in_time", "三十日内归档且目录齐", "%", "近一年办结的 =100%", (("002", "二(二)4(1)"),), in_time),
    Figure("archive.rate", "归档率", "%", "=100%", (("001", "三(十二)"), ("004", "清单二(三)6")), filed),
    Figure("archive.whole", "归档完整率", "%", "=100%", (("002", "二(二)"), ("001", "三(十二)")), whole),
    Figure("archive.exceptions", "归档例外", "%", "逐卷列出，每卷写明理由或者依据", (("002", "二(二)4(1)"),), exceptions),
)
"""The clauses that they answer: 黑龙江方案二(二)4(1) and 二(二), 兴隆意见三(十二), 新邵清单二(三)6."""
