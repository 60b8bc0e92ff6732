"""每人每季异常操作率: what somebody did late, or put right afterwards in what matters, against all that the same person did.

Unusual are (河北区实施方案二(一)1): a step entered more than 24 hours after it was taken; a correction that changes a day or a moment of
an earlier step, or what was said of the discretion; a publication taken back. A person whose share is more than three times the median
of those in the same organ who did at least ten steps is a matter to be looked into (疑点).
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from statistics import median
from typing import Any

from django.urls import reverse
from django.utils import timezone

from fadu.agencies.figure import Behind, Figure, Reading
from fadu.agencies.models import Officer, Organ
from fadu.cases.models import Step
from fadu.disclosure.models import Event
from fadu.disclosure.models import Kind as Done
from fadu.law.correction import CORRECT

LATE = timedelta(hours=24)
TIMES = 3
LEAST = 10
"""Steps below which a share tells nothing of a person, nor makes a median (参数，原文未定)."""
WORDS = {"late": "补录", "dates": "改期", "discretion": "改裁量", "withdrawn": "撤回公示"}


@dataclass
class Hand:
    """What one person did in the quarter: steps in all, unusual ones by kind."""

    officer: int
    organ: int
    steps: int = 0
    odd: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    @property
    def share(self) -> Fraction:
        """Unusual ones of all."""
        return Fraction(min(sum(self.odd.values()), self.steps), self.steps) if self.steps else Fraction(0)


def quarter(day: date) -> tuple[datetime, datetime]:
    """The quarter in which a day lies, up to that day: from, and to (not included)."""
    first = date(day.year, 3 * ((day.month - 1) // 3) + 1, 1)
    return timezone.make_aware(datetime.combine(first, time.min)), timezone.make_aware(datetime.combine(day + timedelta(1), time.min))


def hands(organ: Organ, day: date) -> list[Hand]:
    """Who did something in the quarter, with what was unusual of it."""
    since, before = quarter(day)
    within = Step.objects.filter(case__organ__path__startswith=organ.path, recorded_at__gte=since, recorded_at__lt=before, by_officer__isnull=False)
    found: dict[tuple[int, int], Hand] = {}
    for known, organ_id, taken, recorded in within.values_list("by_officer", "case__organ_id", "taken_at", "recorded_at").iterator(chunk_size=2000):
        officer = known or 0
        hand = found.setdefault((organ_id, officer), Hand(officer, organ_id))
        hand.steps += 1
        hand.odd["late"] += recorded - taken > LATE
    for step in within.filter(name=CORRECT).select_related("case").iterator(chunk_size=200):
        hand = found[(step.case.organ_id, step.by_officer or 0)]
        for kind in changed(_was(step), step.data.get("data") or {}):
            hand.odd[kind] += 1
    events = Event.objects.filter(case__organ__path__startswith=organ.path, kind=Done.WITHDRAW, at__gte=since, at__lt=before, by_officer__isnull=False)
    for known, organ_id in events.values_list("by_officer", "case__organ_id"):
        officer = known or 0
        hand = found.setdefault((organ_id, officer), Hand(officer, organ_id))
        hand.steps += 1
        hand.odd["withdrawn"] += 1
    return sorted(found.values(), key=lambda hand: (-hand.share, hand.organ, hand.officer))


def changed(was: Mapping[str, Any], now: Mapping[str, Any]) -> set[str]:
    """What of a step was put right that matters: days and moments, or the discretion."""
    names = {name for name in {*was, *now} if was.get(name) != now.get(name)}
    dates = {name for name in names if name.endswith(("_on", "_at", "_until"))}
    weighed = {name for name in names if "discretion" in name or name in {"fine", "decision_fine", "band"}}
    return {kind for kind, hit in (("dates", dates), ("discretion", weighed)) if hit}


def _was(step: Step) -> Mapping[str, Any]:
    found = Step.objects.filter(case_id=step.case_id, seq=step.data.get("seq", 0)).first()
    return found.data if found else {}


def suspect(found: list[Hand]) -> dict[int, str]:
    """Who stands out in their organ: officer → why."""
    told: dict[int, str] = {}
    organs: dict[int, list[Hand]] = defaultdict(list)
    for hand in found:
        organs[hand.organ].append(hand)
    for group in organs.values():
        enough = [hand for hand in group if hand.steps >= LEAST]
        if len(enough) < 3:
            continue
        middle = median(hand.share for hand in enough)
        for hand in enough:
            if hand.share and hand.share > TIMES * middle:
                told[hand.officer] = f"异常操作率超过本机关中位数的 {TIMES} 倍"
    return told


def unusual(organ: Organ, day: date) -> Reading:
    """Persons who stand out; behind it everybody with a share, the highest first."""
    found = hands(organ, day)
    told = suspect(found)
    people = Officer.objects.select_related("organ").in_bulk([hand.officer for hand in found])
    rows = [
        _behind(hand, people[hand.officer], told.get(hand.officer, "")) for hand in found if hand.officer in people and (hand.share or hand.officer in told)
    ]
    steps, odd = sum(hand.steps for hand in found), sum(sum(hand.odd.values()) for hand in found)
    since, _ = quarter(day)
    if not found:
        return Reading(None, None, why="本季没有办理记录")
    kinds = "、".join(f"{word} {sum(hand.odd[kind] for hand in found)}" for kind, word in WORDS.items())
    why = f"{timezone.localdate(since):%Y-%m-%d} 以来 {len(found)} 人 {steps} 个步骤，异常 {odd} 个（{kinds}）；不足 3 人有 {LEAST} 个以上步骤的机关不比较"
    return Reading(Fraction(len(told)), not told, None, why, tuple(sorted(rows, key=lambda row: not row.lacks)[:300]))


def _behind(hand: Hand, person: Officer, lacks: str) -> Behind:
    kinds = "、".join(f"{WORDS[kind]} {count}" for kind, count in hand.odd.items() if count)
    label = f"{person.name}（{person.organ.name}）{float(100 * hand.share):.1f}%：{hand.steps} 个步骤，{kinds or '没有异常'}"
    return Behind(label, reverse("agencies:officer", args=[person.pk]), lacks)


FIGURES = (Figure("people.unusual", "异常操作率偏高的人员", "人", "不超过同机关中位数的 3 倍，0", (("000", "二(一)1"),), unusual),)
"""Of people."""
