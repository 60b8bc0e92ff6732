"""亮证、两人执法、询问和听证录像、抽查比例: what the record of the scenes and of inspections shows of the clauses."""

import itertools
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from functools import cache
from typing import Any

from django.db.models import Count, QuerySet
from django.urls import reverse
from django.utils import timezone

from fadu.agencies.equipment.figures.judging import held, untold
from fadu.agencies.figure import Behind, Clause, Figure, Reading, ratio
from fadu.agencies.figures.common import below
from fadu.agencies.models import Organ
from fadu.agencies.staffing.models import Load
from fadu.cases.models import Case, Step
from fadu.catalog.models import InspectionEntry
from fadu.catalog.selectors.delegations import running
from fadu.evidence.recordings.figures.coverage import scenes_of
from fadu.law.registry import procedures

ROOMS = ("question", "hold_hearing")
OFF = Fraction(10, 100)
"""How far the share and the frequency may lie from the list (黑政办发〔2019〕26号二(一)1(3))."""
TWO = 2
_SEEN: tuple[Clause, ...] = (("002", "二(一)2(1)"), ("004", "清单一(二)4"))


@cache
def asking() -> frozenset[str]:
    """Names of the steps, of whatever procedure, that ask whether the credential was shown."""
    return frozenset(one.name for found in procedures().values() for one in found.steps if any(asked.name == "card_shown" for asked in one.asks))


def _steps(organ: Organ, day: date) -> QuerySet[Step]:
    first = timezone.make_aware(datetime.combine(date(day.year, 1, 1), time.min))
    last = timezone.make_aware(datetime.combine(day + timedelta(1), time.min))
    return Step.objects.filter(case__organ__path__startswith=organ.path, taken_at__gte=first, taken_at__lt=last)


def _asked(organ: Organ, day: date) -> Iterator[Step]:
    """The steps of this year on a scene, with what was entered."""
    return _steps(organ, day).filter(name__in=asking()).select_related("case").order_by("taken_at").iterator(chunk_size=200)


def shown(organ: Organ, day: date) -> Reading:
    """Steps on a scene of this year of which the record says that the credential was shown."""
    rows = [_behind(step, "" if step.data["card_shown"] else "记录上没有出示证件") for step in _asked(organ, day) if "card_shown" in step.data]
    return held(rows, none=f"{day.year} 年没有应当出示证件的现场步骤")


def two(organ: Organ, day: date) -> Reading:
    """Steps of penalty and coercion on a scene of this year at which at least two with a valid credential were present."""
    steps = [step for step in _asked(organ, day) if step.case.kind in {"penalty", "coercion"} and "present" in step.data]
    return held(
        [_behind(step, "" if _certified(step) >= TWO else f"持有效证件的在场 {_certified(step)} 人") for step in steps], none=f"{day.year} 年没有现场执法步骤"
    )


def _certified(step: Step) -> int:
    known = step.context.get("step", step.context)
    return int(known.get("certified_officers") or 0)


def twice(organ: Organ, day: date) -> Reading:
    """Persons entered as present at two scenes of different cases at one time."""
    there: dict[int, list[tuple[datetime, datetime, Step]]] = defaultdict(list)
    for step in _asked(organ, day):
        began, ended = _moment(step.data.get("began_at")), _moment(step.data.get("ended_at"))
        if began and ended and began < ended:
            for person in step.data.get("present") or ():
                there[int(person)].append((began, ended, step))
    found = []
    for seen in there.values():
        seen.sort(key=lambda row: row[:2])
        for (_, ends, before), (begins, _, after) in itertools.pairwise(seen):
            if begins < ends and before.case_id != after.case_id:
                found.append(_behind(after, f"同一时段也在 {before.case.number or before.case.title}"))
    count = sum(len(seen) for seen in there.values())
    if not count:
        return untold(f"{day.year} 年没有写明起止时间和在场人员的现场步骤")
    return Reading(Fraction(len(found)), not found, None, f"比对了 {count} 人次的起止时间", tuple(found[:300]))


def filmed(organ: Organ, day: date) -> Reading:
    """Questionings and hearings of the year that ends with the day, of them those that recordings cover."""
    found = scenes_of(organ, day, ROOMS)
    return held([scene.behind("" if scene.filmed.any else "这一时段没有录像") for scene in found], none="近一年没有询问、听证")


def deviation(organ: Organ, day: date) -> Reading:
    """Entries of the list of random inspections from which share and frequency of this year's inspections differ by no more than a tenth.

    The share is of the objects of supervision that the organ registered for the year (人员和编制·监管负荷); it is judged at the end of
    the year, since until then it grows. The frequency must not be more than listed, at any time.
    """
    organs = below(organ, day)
    entries = list(InspectionEntry.objects.filter(running(day), organ__in=organs).select_related("organ").order_by("organ__path", "code"))
    if not entries:
        return untold("没有编制随机抽查事项清单的机关")
    objects = dict(Load.objects.filter(organ__in=organs, year=day.year).values_list("organ_id", "objects_watched"))
    done = _inspected(organs, day)
    rows = []
    for entry in entries:
        counts = [done[key] for key in ((entry.organ_id, code) for code in entry.items) if key in done]
        parties, most = sum(count for count, _ in counts), max((times for _, times in counts), default=0)
        rows.append(_entry(entry, parties, most, objects.get(entry.organ_id or 0), day))
    untellable = sum(row is None for row in rows)
    told = sorted((row for row in rows if row is not None), key=lambda row: not row.lacks)
    met = sum(not row.lacks for row in told)
    why = f"{len(entries)} 项，能够判断的 {len(told)} 项" + (f"；{untellable} 项没有登记监管对象数或者年内尚可补，年末判断" if untellable else "")
    return ratio(met, len(told), why=why, behind=tuple(told))


def _entry(entry: InspectionEntry, parties: int, most: int, objects: int | None, day: date) -> Behind | None:
    label = f"{entry.organ.name if entry.organ else ''} {entry}：清单比例 {entry.share}%，频次 {entry.times} 次；实际 {parties} 户，最多 {most} 次"
    href = reverse("catalog:entry", args=["inspections", entry.code])
    if most > entry.times * (1 + OFF):
        return Behind(label, href, "超过清单的频次")
    if not objects:
        return None
    share = Fraction(100 * parties, objects)
    off = abs(share - entry.share) / entry.share
    lacks = f"实际比例 {float(share):.1f}%，偏差 {float(100 * off):.0f}%" if off > OFF else ""
    if lacks and share < entry.share and day < date(day.year, 12, 31):
        return None
    return Behind(label, href, lacks)


def _inspected(organs: list[Organ], day: date) -> dict[tuple[int | None, str], tuple[int, int]]:
    """(organ, item) → parties inspected this year, and how often the one inspected most."""
    found: dict[tuple[int | None, str], tuple[int, int]] = {}
    rows = Case.objects.filter(organ__in=organs, kind="inspection", opened_on__gte=date(day.year, 1, 1), opened_on__lte=day)
    for row in rows.values("organ_id", "item", "party__code_index", "party__shown_as").annotate(times=Count("pk")).order_by():
        parties, most = found.get((row["organ_id"], row["item"]), (0, 0))
        found[(row["organ_id"], row["item"])] = (parties + 1, max(most, row["times"]))
    return found


def _moment(text: Any) -> datetime | None:
    try:
        return datetime.fromisoformat(text).replace(tzinfo=None) if isinstance(text, str) else None
    except ValueError:
        return None


def _behind(step: Step, lacks: str) -> Behind:
    return Behind(f"{step.case.number or step.case.title} 第 {step.seq} 步", reverse("cases:record", args=[step.case_id, step.seq]), lacks)


FIGURES = (
    Figure("scene.shown", "亮证记录率", "%", "=100%", (*_SEEN, ("001", "二(三)")), shown),
    Figure("scene.two", "处罚、强制现场持证执法人员不少于两人", "%", "=100%", (("001", "二(三)"),), two),
    Figure("scene.twice", "同一人同一时段在两处", "次", "0", (("001", "二(三)"),), twice),
    Figure("scene.rooms", "询问、听证时段录像命中率", "%", "=100%", (("001", "附件第六条"),), filmed),
    Figure("lists.deviation", "抽查比例、频次与清单相符", "%", "|偏差|不超过 10%，100%", (("002", "二(一)1(3)"),), deviation),
)
"""Of the scene."""
