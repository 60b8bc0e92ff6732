"""How far the scenes of a year are on record: the compulsory ones throughout, the others or a checked reason."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from difflib import SequenceMatcher
from fractions import Fraction
from typing import Any

from django.urls import reverse
from django.utils import timezone

from fadu.agencies.figure import Behind, Reading, ratio
from fadu.agencies.figures.common import below
from fadu.agencies.locality import set_here
from fadu.agencies.models import Organ
from fadu.cases.models import Case
from fadu.cases.models import Step as StepRow
from fadu.evidence.recordings.models import Recording
from fadu.evidence.recordings.selectors import film_of
from fadu.law.correction import CORRECT
from fadu.law.filming.scenes import SCENES, Filmed, Happened, Must, scenes
from fadu.law.filming.steps import CHECK, EXPLAIN

YEAR = timedelta(365)
LEAST = Fraction(99, 100)
SHARED = 80
"""Percent of the reasons that may be the same."""

ALIKE = 0.9
"""So alike two reasons count as one."""

WHOLE = tuple(name for name, scene in SCENES.items() if scene.must is Must.WHOLE)
CHOICE = tuple(name for name, scene in SCENES.items() if scene.must is Must.CHOICE)


@dataclass(frozen=True)
class Of:
    """A scene of a case."""

    case: Case
    filmed: Filmed

    def behind(self, lacks: str = "") -> Behind:
        """The row behind a figure."""
        label = f"{self.case.number or self.case.title} 第 {self.filmed.seq} 步"
        return Behind(label, reverse("cases:record", args=[self.case.pk, self.filmed.seq]), lacks)


def whole(organ: Organ, day: date) -> Reading:
    """The time of the compulsory scenes that recordings cover, and whether each is covered at both ends."""
    found = [scene for scene in scenes_of(organ, day, WHOLE) if scene.filmed.began and scene.filmed.ended]
    due = sum((_length(scene) for scene in found), timedelta())
    have = due - sum((scene.filmed.lacking for scene in found), timedelta())
    if not due:
        return Reading(None, None, (0, 0), "近一年没有查封扣押、强制拆除等必录现场")
    share = Fraction(int(have.total_seconds()), int(due.total_seconds()))
    behind = tuple(scene.behind(_lacks(scene.filmed)) for scene in sorted(found, key=lambda scene: scene.filmed.whole))
    ends = all(_ends(scene.filmed) for scene in found)
    why = f"近一年必录现场 {len(found)} 次，共 {_told(due)}，音像覆盖 {_told(have)}" + ("" if ends else "；有首尾没有覆盖的")
    return Reading(share, share >= LEAST and ends, (int(have.total_seconds()), int(due.total_seconds())), why, behind)


def missing(organ: Organ, day: date) -> Reading:
    """Compulsory scenes of which there is no recording at all; a checked reason does not make one."""
    found = scenes_of(organ, day, WHOLE)
    none = [scene for scene in found if not scene.filmed.any]
    explained = sum(scene.filmed.explained for scene in none)
    why = f"近一年必录现场 {len(found)} 次" + (f"，未录的有 {explained} 次经复核理由成立，仍计入" if explained else "")
    return Reading(Fraction(len(none)), not none, None, why, tuple(scene.behind("没有音像记录") for scene in none))


def choice(organ: Organ, day: date) -> Reading:
    """Scenes that are filmed as the case may be: a recording, or a reason that a second person agreed to."""
    rule = set_here("recording.choice", day)
    if rule is None or not rule.value:
        return Reading(None, None, None, "本地没有规定视情作音像记录的现场")
    found = scenes_of(organ, day, CHOICE)
    short = [scene for scene in found if not scene.filmed.any and not scene.filmed.explained]
    why = f"近一年 {len(found)} 次现场、取证、听证、留置和公告送达"
    return ratio(
        len(found) - len(short), len(found), why=why + repeated(organ, day), behind=tuple(scene.behind("没有音像，也没有经复核的理由") for scene in short)
    )


def repeated(organ: Organ, day: date) -> str:
    """What to say where more than four of five reasons say the same; "" else."""
    reasons = [str(row.data["reason"]) for row in steps_of(below(organ, day), day, (EXPLAIN,))]
    if len(reasons) < 2:
        return ""
    most = max(Counter(_same(reasons)).values())
    return f"；{most} 份理由雷同，占 {100 * most // len(reasons)}%，请核查" if most * 100 > SHARED * len(reasons) else ""


def _same(reasons: list[str]) -> list[int]:
    """Each reason as the place of the first that is like it."""
    first: list[str] = []
    found = []
    for reason in reasons:
        place = next((at for at, other in enumerate(first) if SequenceMatcher(None, reason, other).ratio() >= ALIKE), len(first))
        if place == len(first):
            first.append(reason)
        found.append(place)
    return found


def scenes_of(organ: Organ, day: date, names: tuple[str, ...]) -> list[Of]:
    """The scenes of these steps in the year that ends with a day, each with how far it is on record."""
    organs = below(organ, day)
    steps: dict[Any, list[StepRow]] = defaultdict(list)
    for row in steps_of(organs, day, (*names, EXPLAIN, CHECK, CORRECT)):
        steps[row.case_id].append(row)
    steps = {case: rows for case, rows in steps.items() if any(row.name in names for row in rows)}
    films = defaultdict(list)
    for recording in Recording.objects.filter(organ__in=organs, case__in=list(steps)).select_related("tie", "technical"):
        films[recording.case_id].append(film_of(recording))
    cases = Case.objects.in_bulk(list(steps))
    return [Of(cases[case], scene) for case, rows in steps.items() for scene in scenes(happened(rows, names), films[case], _explained(rows))]


def happened(rows: list[StepRow], names: tuple[str, ...]) -> list[Happened]:
    """The steps of these names as they were corrected last."""
    corrected = {row.data["seq"]: row.data["data"] for row in rows if row.name == CORRECT}
    return [Happened(row.seq, row.name, corrected.get(row.seq, row.data)) for row in rows if row.name in names]


def _explained(rows: list[StepRow]) -> frozenset[int]:
    agreed = {row.data["scene_seq"]: row.name == CHECK and row.data["agreed"] == "yes" for row in rows if row.name in (EXPLAIN, CHECK)}
    return frozenset(seq for seq, yes in agreed.items() if yes)


def steps_of(organs: list[Organ], day: date, names: tuple[str, ...]) -> list[StepRow]:
    """The steps of these names that organs took in the year that ends with a day, by case and in order."""
    until = timezone.make_aware(datetime.combine(day, time.max))
    return list(StepRow.objects.filter(case__organ__in=organs, name__in=names, taken_at__gt=until - YEAR, taken_at__lte=until).order_by("case_id", "seq"))


def _length(scene: Of) -> timedelta:
    assert scene.filmed.began is not None
    assert scene.filmed.ended is not None
    return max(scene.filmed.ended - scene.filmed.began, timedelta())


def _ends(filmed: Filmed) -> bool:
    return not any(since == filmed.began or until == filmed.ended for since, until in filmed.gaps)


def _lacks(filmed: Filmed) -> str:
    return "、".join(f"{since:%H:%M:%S}–{until:%H:%M:%S} 没有录到" for since, until in filmed.gaps)


def _told(length: timedelta) -> str:
    return f"{int(length.total_seconds()) // 60} 分钟"
