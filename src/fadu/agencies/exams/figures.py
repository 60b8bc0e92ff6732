"""Figures that the exams answer, for an organ with all below it.

The clause on 应知应会清单 (河北区实施方案二(一)2) asks three things: that every organ has a list, that every provision on it is asked
about, and that everybody passes in the year. Whether a list keeps up with the law is told above, where the law's editions are known.
"""

from datetime import date
from fractions import Fraction

from django.db.models import Q
from django.db.models.functions import Coalesce
from django.urls import reverse

from fadu.accounts.actors import Role
from fadu.accounts.models import Post
from fadu.agencies.exams.models import QuestionVersion, Sitting, SyllabusLine
from fadu.agencies.figure import Behind, Figure, Reading, ratio
from fadu.agencies.kinds import ON_ESTABLISHMENT
from fadu.agencies.models import Officer, Organ

MOST = 300
"""Rows behind a figure that are listed."""


def enforcing(organ: Organ, day: date) -> list[Officer]:
    """在册执法人员: on the establishment, in service and with a post of enforcement on the day."""
    still = Q(starts_on__lte=day) & (Q(ends_on__isnull=True) | Q(ends_on__gt=day))
    posts = Post.objects.filter(still, role=Role.OFFICER.value).values("officer_id")
    found = Officer.objects.filter(still, organ__path__startswith=organ.path, pk__in=posts, employment__in=[kind.value for kind in ON_ESTABLISHMENT])
    return list(found.select_related("organ").order_by("organ__path", "pk"))


def _closed(organ: Organ, first: date, last: date) -> dict[int, bool]:
    """Who had a sitting closed in these days → whether one was passed. In Beijing time, both days included."""
    sat = Sitting.objects.filter(organ__path__startswith=organ.path, closed_at__isnull=False).annotate(ended=Coalesce("handed_at", "closed_at"))
    found = sat.filter(ended__date__gte=first, ended__date__lte=last)
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


def syllabus_of(organ: Organ, day: date) -> list[SyllabusLine]:
    """The provisions that must be known in the organ and below it on a day."""
    running = Q(issued_on__lte=day) & (Q(until__isnull=True) | Q(until__gte=day))
    above = Q(organ__in=[int(step) for step in organ.path.strip("/").split("/")])  # a list of the county holds for all below it
    found = SyllabusLine.objects.filter(running, above | Q(organ__path__startswith=organ.path))
    return list(found.select_related("organ").order_by("organ__path", "pk"))


def listing(organ: Organ, day: date) -> Reading:
    """Organs that enforce and have a list of what must be known, of their own or of an organ above them."""
    having = {line.organ_id for line in syllabus_of(organ, day)}
    organs = list({person.organ_id: person.organ for person in enforcing(organ, day)}.values())
    lacking = {one.pk for one in organs if not having & {int(step) for step in one.path.strip("/").split("/")}}
    rows = [Behind(one.name, reverse("exams:syllabus") + f"?organ={one.pk}", "没有应知应会清单" if one.pk in lacking else "") for one in organs]
    rows.sort(key=lambda row: not row.lacks)
    return ratio(len(organs) - len(lacking), len(organs), why="" if organs else "没有在册的执法人员", behind=tuple(rows))


def asked_about(organ: Organ, day: date) -> Reading:
    """Provisions on the lists about which the bank has a question in use, by the basis it names."""
    lines = syllabus_of(organ, day)
    bases = QuestionVersion.objects.filter(current=True, question__retired_at__isnull=True).exclude(basis="").values_list("basis", flat=True)
    cited = [_bare(basis) for basis in bases.distinct()]
    asked = {line.pk for line in lines if any(_cites(basis, _bare(line.provision)) for basis in cited)}
    rows = [
        Behind(f"{line.provision}（{line.organ.name}）", reverse("exams:syllabus_row", args=[line.pk]), "" if line.pk in asked else "题库没有这一条的题目")
        for line in lines
    ]
    rows.sort(key=lambda row: not row.lacks)
    return ratio(len(asked), len(lines), why="" if lines else "没有登记应知应会清单", behind=tuple(rows[:MOST]))


def _bare(text: str) -> str:
    return "".join(mark for mark in text if mark not in "《》 \u3000").removeprefix("中华人民共和国")


def _cites(basis: str, provision: str) -> bool:
    """Whether a basis names a provision or a part of it: 第四十二条第一款 is of 第四十二条, 第四十二条之一 is not."""
    at = basis.find(provision)
    return at >= 0 and not basis[at + len(provision) :].startswith("之")


FIGURES = (
    Figure("exams.listing", "有应知应会清单的机关", "%", "100%", (("000", "二(一)2"),), listing),
    Figure("exams.asked_about", "应知应会条目有题目的比例", "%", "100%", (("000", "二(一)2"),), asked_about),
    Figure("exams.passed", "当年考试合格人数占在册执法人员的比例", "%", "100%", (("000", "二(一)2"),), passed_share),
    Figure("exams.pass_rate_change", "考试合格率同比", "%", "不降", (("000", "二(一)1"), ("003", "二")), pass_rate_change),
)
