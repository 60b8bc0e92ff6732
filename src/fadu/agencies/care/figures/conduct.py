"""Figures of conduct: talks, discipline, indices of appraisal."""

import re
from datetime import date, timedelta
from fractions import Fraction

from django.urls import reverse

from fadu.agencies.care.figures.papers import every_organ
from fadu.agencies.care.figures.people import FORBIDDEN
from fadu.agencies.care.models import Discipline, OrganAppraisal, Talk
from fadu.agencies.equipment.figures.judging import County, held, untold
from fadu.agencies.equipment.kinds import Rule
from fadu.agencies.figure import Behind, Figure, Reading
from fadu.agencies.figures.common import row_of
from fadu.agencies.models import Officer, Organ

_WEIGHT = re.compile(r"(\d+(?:\.\d+)?)\s*[%分]?\s*$")
WHOLE = 100


def talked(organ: Organ, day: date) -> Reading:
    """Who enforces and was talked to or looked after within twelve months."""
    people = County(organ, day).everybody
    if not people:
        return untold("没有在册执法人员")
    done = set(Talk.objects.filter(officer__in=people, held_on__lte=day, held_on__gt=day - timedelta(days=365)).values_list("officer_id", flat=True))
    found = Officer.objects.filter(pk__in=people).select_related("organ").order_by("organ__path", "pk")
    return held([row_of(person, "" if person.pk in done else "近 12 个月没有谈话、监督记录") for person in found], none="")


def disciplined(organ: Organ, day: date) -> Reading:
    """Breaches found true this year that were handled."""
    rows = _found(organ, day)
    return held(
        [Behind(str(row), _link(row), "" if row.handled_on and row.handled_on <= day else "没有处理") for row in rows], none=f"{day.year} 年没有查实的违纪"
    )


def agreeing(organ: Organ, day: date) -> Reading:
    """Sanctions of this year that agree with a notice of the disciplinary organ."""
    rows = [row for row in _found(organ, day) if row.sanction]
    return held([Behind(f"{row} {row.sanction}", _link(row), "" if row.notice else "没有对应的纪检通报") for row in rows], none=f"{day.year} 年没有给予处分")


def _found(organ: Organ, day: date) -> list[Discipline]:
    found = Discipline.objects.filter(organ__in=County(organ, day).organs, found_on__year=day.year, found_on__lte=day)
    return list(found.select_related("officer").order_by("found_on", "pk"))


def _link(row: Discipline) -> str:
    return reverse("care:disciplines_row", args=[row.pk])


def index(organ: Organ, day: date) -> Reading:
    """The indices of appraisal in force: weights that make a hundred, none about fines, and used this year by every organ that enforces."""
    county = County(organ, day)
    rules = [rule for rule in county.rule(Rule.APPRAISAL) if rule.indices.strip()]
    if not rules:
        return Reading(Fraction(0), met=False, why="没有经复核、列明指标的现行考核制度")
    behind = []
    for rule in rules:
        lines = [line.strip() for line in rule.indices.splitlines() if line.strip()]
        weights = [Fraction(found[1]) for line in lines if (found := _WEIGHT.search(line))]
        if len(weights) < len(lines):
            behind.append(Behind(str(rule), "", f"{len(lines) - len(weights)} 项指标没有写明权重"))
        elif sum(weights) != WHOLE:
            behind.append(Behind(str(rule), "", f"权重之和为 {float(sum(weights)):g}，应为 {WHOLE}"))
        behind += [Behind(str(rule), "", f"涉及罚没：{line}") for line in lines if any(word in line for word in FORBIDDEN)]
    used = set(OrganAppraisal.objects.filter(organ__in=county.enforcing, held_on__year=day.year, held_on__lte=day).values_list("organ_id", flat=True))
    idle = [one for one in county.enforcing if one.pk not in used]
    behind += [Behind(one.name, reverse("care:organs"), "当年没有用指标考评") for one in idle]
    sound = not any(row.label in {str(rule) for rule in rules} for row in behind)
    met = False if not sound else True if not idle else None if day < date(day.year, 12, 31) else False
    why = f"现行指标 {len(rules)} 套，当年考评机关 {len(used)}/{len(county.enforcing)}" + ("；年末判定" if met is None else "")
    return Reading(Fraction(len(rules)), met, None, why, tuple(behind))


_DAILY = (("001", "二(三)"),)
_DISCIPLINE = (("000", "二(一)1"),)
FIGURES = (
    Figure("care.talked", "谈话和日常监督覆盖", "%", "近 12 个月每人不少于 1 次", _DAILY, talked),
    Figure("care.daily", "日常管理监督制度", "%", "每机关有现行制度，100%", _DAILY, every_organ(Rule.DAILY)),
    Figure("care.disciplined", "查实的违纪已处理", "%", "100%", _DISCIPLINE, disciplined),
    Figure("care.agreeing", "处分登记与纪检通报一致", "%", "100%", _DISCIPLINE, agreeing),
    Figure("care.index", "考评指标和权重", "套", "有现行指标，权重和为 100，没有罚没类，当年全部机关使用", (("000", "二(一)3"),), index),
)
"""What the clauses on conduct ask."""
