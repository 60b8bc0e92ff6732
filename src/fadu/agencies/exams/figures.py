"""Figures that the exams answer, for an organ with all below it.

Of the clause on 应知应会清单 (河北区实施方案二(一)2) only its third part is here, the share of those on the register who passed
an exam in the year; of the clauses on the quality of the teams (河北区二(一)1, 聊城二) only the pass rate against the year before.
"""

from datetime import date
from fractions import Fraction

from django.db.models import Q
from django.urls import reverse

from fadu.accounts.actors import Role
from fadu.accounts.models import Post
from fadu.agencies.exams.models import Sitting
from fadu.agencies.figure import Behind, Figure, Reading, ratio
from fadu.agencies.kinds import ON_ESTABLISHMENT
from fadu.agencies.models import Officer, Organ


def enforcing(organ: Organ, day: date) -> list[Officer]:
    """在册执法人员: on the establishment, in service and with a post of enforcement on the day."""
    still = Q(starts_on__lte=day) & (Q(ends_on__isnull=True) | Q(ends_on__gt=day))
    posts = Post.objects.filter(still, role=Role.OFFICER.value).values("officer_id")
    found = Officer.objects.filter(still, organ__path__startswith=organ.path, pk__in=posts, employment__in=[kind.value for kind in ON_ESTABLISHMENT])
    return list(found.select_related("organ").order_by("organ__path", "pk"))


def _closed(organ: Organ, first: date, last: date) -> dict[int, bool]:
    """Who had a sitting closed in these days → whether one was passed. In Beijing time, both days included."""
    found = Sitting.objects.filter(organ__path__startswith=organ.path, closed_at__date__gte=first, closed_at__date__lte=last)
    passed: dict[int, bool] = {}
    for officer_id, good in found.values_list("officer_id", "passed"):
        passed[officer_id] = passed.get(officer_id, False) or bool(good)
    return passed


def passed_share(organ: Organ, day: date) -> Reading:
    """当年参考且合格人数 ÷ 在册人数, all of whom must have passed."""
    passed = _closed(organ, date(day.year, 1, 1), day)
    people = enforcing(organ, day)
    lacking = [(person, "考试不合格" if person.pk in passed else "当年没有参加考试") for person in people if not passed.get(person.pk)]
    behind = tuple(Behind(f"{person.name}（{person.organ.name}）", reverse("agencies:officer", args=[person.pk]), lacks) for person, lacks in lacking)
    good = len(people) - len(lacking)
    return ratio(good, len(people), why=f"{day.year} 年：{len(people)} 名在册执法人员中 {good} 人考试合格" if people else "没有在册的执法人员", behind=behind)


def pass_rate_change(organ: Organ, day: date) -> Reading:
    """考试合格率同比: persons who passed ÷ persons who sat, this year so far less the year before; must not fall."""
    now, before = (_closed(organ, date(year, 1, 1), last) for year, last in ((day.year, day), (day.year - 1, date(day.year - 1, 12, 31))))
    for year, found in ((day.year, now), (day.year - 1, before)):
        if not found:
            return Reading(None, None, why=f"{year} 年没有人参加考试，合格率无从比较")
    rates = [Fraction(sum(found.values()), len(found)) for found in (now, before)]
    why = f"{day.year} 年 {sum(now.values())}/{len(now)}，{day.year - 1} 年 {sum(before.values())}/{len(before)}"
    return Reading(rates[0] - rates[1], rates[0] >= rates[1], why=why)


FIGURES = (
    Figure("exams.passed", "当年考试合格人数占在册执法人员的比例", "%", "100%", (("000", "二(一)2"),), passed_share),
    Figure("exams.pass_rate_change", "考试合格率同比", "%", "不降", (("000", "二(一)1"), ("003", "二")), pass_rate_change),
)
