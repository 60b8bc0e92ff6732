"""Figures of appraisal, commendation, accountability and exemption."""

from datetime import date, timedelta
from fractions import Fraction

from django.db.models import QuerySet
from django.urls import reverse

from fadu.agencies.care.kinds import MatterKind, Method, Stage
from fadu.agencies.care.models import Appraisal, Commendation, Matter, OrganAppraisal
from fadu.agencies.equipment.figures.judging import County, held, organs_held, untold
from fadu.agencies.equipment.kinds import Rule
from fadu.agencies.figure import Behind, Figure, Reading
from fadu.agencies.models import Officer, Organ

FOUR = (Rule.PLATFORM, Rule.FILE_REVIEW, Rule.GUIDING_CASES, Rule.ACCOUNTABILITY)
SIX = (Rule.GUIDING_CASES, Rule.BENCHMARKS, Rule.FILE_REVIEW, Rule.COMPLAINTS, Rule.APPRAISAL, Rule.CREDENTIALS)
FORBIDDEN = ("罚没", "罚款", "没收", "案件数", "处罚数量")
"""Words of indices that tie an appraisal to fines (兴隆县指导意见五(二十一))."""

_PAIRS = ((Method.QUALITATIVE, Method.QUANTITATIVE), (Method.INTERNAL, Method.EXTERNAL), (Method.INSPECTED, Method.SELF))


def appraised(organ: Organ, day: date) -> Reading:
    """Who enforced at the end of last year and has an outcome for it; told from 1 April."""
    year = day.year - 1
    county = County(organ, date(year, 12, 31))
    people = {person for people in county.people.values() for person in people}
    if not people:
        return untold(f"{year} 年末没有在册执法人员")
    done = set(Appraisal.objects.filter(officer__in=people, year=year, decided_on__lte=day).values_list("officer_id", flat=True))
    names = Officer.objects.filter(pk__in=people).order_by("pk")
    rows = [Behind(person.name, reverse("agencies:officer", args=[person.pk]), "" if person.pk in done else f"没有 {year} 年度考核结果") for person in names]
    found = held(rows, none="")
    if not found.met and day <= date(day.year, 3, 31):
        return Reading(found.value, None, found.of, "次年 3 月 31 日后判断", found.behind)
    return found


def organs_appraised(organ: Organ, day: date) -> Reading:
    """Each township appraised within twelve months, by all three pairs of methods."""
    county = County(organ, day)
    recent: dict[int, set[str]] = {}
    for row in OrganAppraisal.objects.filter(organ__in=county.townships, held_on__lte=day, held_on__gt=day - timedelta(days=365)):
        recent.setdefault(row.organ_id, set()).update(row.methods)

    def judge(item: Organ) -> str:
        if item.pk not in recent:
            return "近 12 个月没有评议考核"
        missing = [f"{one.label}与{other.label}" for one, other in _PAIRS if not {one, other} <= recent[item.pk]]
        return f"缺少方式：{'、'.join(missing)}" if missing else ""

    return organs_held(county.townships, judge, none="没有乡镇、街道")


def appraisal_rules(organ: Organ, day: date) -> Reading:
    """Organs that have a system of appraisal."""
    county = County(organ, day)
    return organs_held(
        county.enforcing, lambda item: "" if (item.pk, Rule.APPRAISAL) in county.rules else "没有现行的考核评价制度", none="没有有执法人员的机关"
    )


def untied(organ: Organ, day: date) -> Reading:
    """Indices of appraisal that speak of fines."""
    rules = County(organ, day).rule(Rule.APPRAISAL)
    indices = [(rule, line.strip()) for rule in rules for line in rule.indices.splitlines() if line.strip()]
    if not indices:
        return untold("没有登记考核指标")
    tied = tuple(Behind(str(rule), "", line) for rule, line in indices if any(word in line for word in FORBIDDEN))
    return Reading(Fraction(len(tied)), not tied, None, f"核对了 {len(indices)} 项考核指标", tied)


def four_rules(organ: Organ, day: date) -> Reading:
    """The four systems of supervision are in force."""
    county = County(organ, day)
    return held([Behind(rule.label, "", "" if county.rule(rule) else "没有现行制度") for rule in FOUR], none="")


def six_rules(organ: Organ, day: date) -> Reading:
    """Each organ has its six systems."""
    county = County(organ, day)

    def judge(item: Organ) -> str:
        missing = [rule.label for rule in SIX if (item.pk, rule) not in county.rules]
        return f"没有现行的{'、'.join(missing)}" if missing else ""

    return organs_held(county.enforcing, judge, none="没有有执法人员的机关")


def circumstances(organ: Organ, day: date) -> Reading:
    """Both systems list their circumstances."""
    county = County(organ, day)
    rows = [
        Behind(rule.label, "", "" if any(item.elements for item in county.rule(rule)) else "没有现行的情形清单")
        for rule in (Rule.ACCOUNTABILITY, Rule.EXEMPTION)
    ]
    return held(rows, none="")


def cited(organ: Organ, day: date) -> Reading:
    """Of what was concluded this year, how much names its circumstance and article."""
    rows = _matters(organ, day).exclude(found=None)
    return held(
        [Behind(str(row), _link(row), "" if row.circumstance and row.basis else "没有引用情形和依据") for row in rows], none=f"{day.year} 年没有作出结论的事项"
    )


def exemptions_closed(organ: Organ, day: date) -> Reading:
    """Applications for exemption taken up this year and brought to their end."""
    rows = _matters(organ, day).filter(kind=MatterKind.EXEMPTION)
    return held(
        [Behind(str(row), _link(row), "" if row.stage == Stage.CLOSED else f"还在{row.get_stage_display()}") for row in rows], none=f"{day.year} 年没有容错申请"
    )


def commended(organ: Organ, day: date) -> Reading:
    """Commendations of the year: reported, never held against anybody."""
    county = County(organ, day)
    rows = Commendation.objects.filter(organ__in=county.organs, given_on__year=day.year, given_on__lte=day).select_related("organ", "officer")
    behind = tuple(Behind(f"{row.officer or row.organ} {row}（{row.paper}）", reverse("care:commendations_row", args=[row.pk])) for row in rows)
    return Reading(Fraction(len(behind)), True if behind else None, None, "" if behind else "当年没有表彰，请说明；不计入未达", behind)


def _matters(organ: Organ, day: date) -> QuerySet[Matter]:
    return Matter.objects.filter(organ__in=County(organ, day).organs, accepted_on__year=day.year, accepted_on__lte=day).select_related("officer")


def _link(row: Matter) -> str:
    return reverse("care:matters_row", args=[row.pk])


_LIABILITY = (("000", "二(六)16"), ("003", "三(五)12"), ("004", "清单六(二)3"))
FIGURES = (
    Figure("care.appraised", "上年度考核覆盖", "%", "次年 3 月 31 日止 100%", (("000", "二(一)3"),), appraised),
    Figure("care.organs", "乡镇评议考核覆盖", "%", "近 12 个月 100%，三对方式齐", (("001", "四(十七)"),), organs_appraised),
    Figure("care.appraisal.rules", "考核评价体系", "%", "100%", (("002", "三(八)2(3)"),), appraisal_rules),
    Figure("care.untied", "涉及罚没的考核指标", "项", "0", (("001", "五(二十一)"),), untied),
    Figure("care.rules.four", "四项监督制度现行", "%", "4/4", (("000", "二(四)10"),), four_rules),
    Figure("care.rules.six", "三项制度配套制度现行", "%", "每机关 6 项，100%", (("002", "三(三)"),), six_rules),
    Figure("care.circumstances", "追责、免责情形清单现行", "%", "两项都有", _LIABILITY, circumstances),
    Figure("care.cited", "追责、免责结论引用情形和依据", "%", "100%", _LIABILITY, cited),
    Figure("care.exemptions", "容错申请办结", "%", "100%", _LIABILITY, exemptions_closed),
    Figure("care.commended", "表彰奖励", "项", "凭决定文件，不计未达", (("000", "二(一)3"), ("004", "清单六(二)5")), commended),
)
"""Figures of appraisal and liability."""
