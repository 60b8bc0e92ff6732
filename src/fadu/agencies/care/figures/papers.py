"""Figures of what a clause wants proved by a paper (人证、登记凭据): whether it is there for each period, checked by a second person.

What such a paper says only people can judge; that it is there, in time and seen by two, is counted.
"""

from collections.abc import Callable
from datetime import date

from fadu.agencies.equipment.figures.judging import County, held, organs_held
from fadu.agencies.equipment.kinds import Rule
from fadu.agencies.equipment.models import Regulation
from fadu.agencies.figure import Behind, Clause, Figure, Reading
from fadu.agencies.models import Organ

Read = Callable[[Organ, date], Reading]


def each_period(rule: Rule, months: int) -> Read:
    """Organs that have such a paper for every full period of so many months of this year (and the last of the year before)."""

    def read(organ: Organ, day: date) -> Reading:
        county = County(organ, day)
        spans = periods(day, months)
        kept: dict[int, list[date]] = {}
        rows = Regulation.objects.filter(organ__in=county.organs, rule=rule, issued_on__lte=day).exclude(checked_name="")
        for organ_id, issued_on in rows.values_list("organ_id", "issued_on"):
            kept.setdefault(organ_id, []).append(issued_on)

        def judge(one: Organ) -> str:
            missing = [first for first, last in spans if not any(first <= on <= last for on in kept.get(one.pk, []))]
            return f"{'、'.join(f'{first.isoformat()} 起' for first in missing)}的{rule.label}没有登记" if missing else ""

        return organs_held(county.enforcing, judge, none="没有有执法人员的机关")

    return read


def periods(day: date, months: int) -> list[tuple[date, date]]:
    """The full periods of this year that are over by the day; in the first of them, the last of the year before."""
    found = []
    for first_month in range(1, 13, months):
        first, after = date(day.year, first_month, 1), _months_later(date(day.year, first_month, 1), months)
        if after <= day:
            found.append((first, date.fromordinal(after.toordinal() - 1)))
    if found:
        return found
    last = date(day.year - 1, 13 - months, 1)
    return [(last, date(day.year - 1, 12, 31))]


def _months_later(day: date, months: int) -> date:
    month = day.month - 1 + months
    return date(day.year + month // 12, month % 12 + 1, 1)


def in_force(*rules: Rule) -> Read:
    """Each of these papers is in force somewhere in the county."""

    def read(organ: Organ, day: date) -> Reading:
        county = County(organ, day)
        return held([Behind(rule.label, "", "" if county.over(rule) else "没有经复核的现行文件") for rule in rules], none="")

    return read


def every_organ(*rules: Rule) -> Read:
    """Organs that enforce and have each of these papers in force, of their own or of an organ above them."""

    def read(organ: Organ, day: date) -> Reading:
        county = County(organ, day)

        def judge(one: Organ) -> str:
            above = [int(step) for step in one.path.strip("/").split("/")]
            missing = [rule.label for rule in rules if not any((key, rule) in county.around for key in above)]
            return f"没有现行的{'、'.join(missing)}" if missing else ""

        return organs_held(county.enforcing, judge, none="没有有执法人员的机关")

    return read


def own(rule: Rule) -> Read:
    """Organs that enforce and have such a paper of their own in force."""

    def read(organ: Organ, day: date) -> Reading:
        county = County(organ, day)
        return organs_held(county.enforcing, lambda one: "" if (one.pk, rule) in county.rules else f"没有现行的{rule.label}", none="没有有执法人员的机关")

    return read


def kept_this_year(rule: Rule) -> Read:
    """A list that was renewed within twelve months by every organ that enforces."""

    def read(organ: Organ, day: date) -> Reading:
        county = County(organ, day)

        def judge(one: Organ) -> str:
            row = county.rules.get((one.pk, rule))
            if row is None:
                return f"没有现行的{rule.label}"
            return "" if (day - row.issued_on).days <= 365 else f"{row.issued_on.isoformat()} 以来没有更新"

        return organs_held(county.enforcing, judge, none="没有有执法人员的机关")

    return read


_PARTY: tuple[Clause, ...] = (("000", "二(一)1"), ("003", "三(一)1"))
_PAY: tuple[Clause, ...] = (("000", "二(六)16"), ("003", "三(五)12"), ("004", "清单六(二)4"), ("002", "三(八)2(3)"))
_NORMS = (Rule.PUBLICITY_NORM, Rule.RECORD_NORM, Rule.REVIEW_NORM)
_FORMS = (Rule.FORMS_LICENCE, Rule.FORMS_PENALTY, Rule.FORMS_INSPECTION, Rule.FORMS_COERCION)
FIGURES = (
    Figure("care.study", "理论学习记录", "%", "每机关每季 1 份，100%", (("000", "二(一)1"),), each_period(Rule.STUDY, 3)),
    Figure("care.party", "党建台账", "%", "每机关每半年 1 份，100%", _PARTY, each_period(Rule.PARTY, 6)),
    Figure("care.morals", "思想道德教育年度记录", "%", "每机关每年 1 份，100%", (("002", "三(八)1"),), each_period(Rule.MORALS, 12)),
    Figure("care.team_opinion", "队伍建设年度评估意见", "%", "有经复核的现行意见", (("000", "二(一)1"),), in_force(Rule.TEAM_OPINION)),
    Figure("care.pay", "工资待遇落实证明", "%", "每机关每年 1 份，100%", _PAY, each_period(Rule.PAY, 12)),
    Figure("care.risks", "廉政风险点清单", "%", "每机关有，近 12 个月有更新", (("000", "二(一)1"),), kept_this_year(Rule.RISKS)),
    Figure("care.norms", "三项制度落实规范", "%", "三件都有", (("003", "三(二)5"),), in_force(*_NORMS)),
    Figure("care.coursebook", "培训品牌教程", "%", "有现行教程", (("003", "三(二)5"),), in_force(Rule.COURSEBOOK)),
    Figure("care.review_standard", "法制审核标准规范", "%", "每机关有，100%", (("003", "三(二)5"),), every_organ(Rule.REVIEW_STANDARD)),
    Figure("care.paper_forms", "四类文书格式文本", "%", "每机关四类都有现行版，100%", (("003", "三(二)5"),), every_organ(*_FORMS)),
    Figure(
        "care.units", "明确执法监督机构的部门", "%", "100%，凭机构设置文件", (("000", "二(四)12"), ("003", "三(四)9"), ("004", "清单四(二)3")), own(Rule.UNIT)
    ),
    Figure("care.guides", "现场执法指引和用语指引", "%", "两件都有", (("003", "三(二)6"),), in_force(Rule.SCENE_GUIDE, Rule.SPEECH_GUIDE)),
)
"""What the clauses that name a paper ask."""
