"""Figures of guidance: which organs were guided, what was looked at and put right, pilots."""

from datetime import date, timedelta
from fractions import Fraction

from django.urls import reverse

from fadu.agencies.equipment.figures.judging import County, held, organs_held, untold
from fadu.agencies.equipment.kinds import Rule
from fadu.agencies.figure import Behind, Clause, Figure, Reading, ratio
from fadu.agencies.guidance.kinds import PilotState, Subject
from fadu.agencies.guidance.models import Guidance, Participation, Pilot, SocialSupervisor
from fadu.agencies.models import Organ
from fadu.agencies.training.figures.handed import pairs


def of_year(organ: Organ, day: date, *subjects: Subject) -> list[Guidance]:
    """What was said or looked at this year in the organs below one."""
    found = Guidance.objects.filter(target__in=County(organ, day).organs, held_on__year=day.year, held_on__lte=day, subject__in=subjects)
    return list(found.select_related("organ", "target").order_by("held_on", "pk"))


def told(row: Guidance, lacks: str = "") -> Behind:
    """A row behind a figure."""
    return Behind(f"{row.organ.name} → {row.target.name}（{row.paper}）", reverse("guidance:guidances_row", args=[row.pk]), lacks)


def catalogues(organ: Organ, day: date) -> Reading:
    """Enforcing organs that were guided in drawing up their catalogue of legal review, at any time up to the day."""
    county = County(organ, day)
    done = set(Guidance.objects.filter(target__in=county.organs, subject=Subject.REVIEW_CATALOGUE, held_on__lte=day).values_list("target_id", flat=True))
    return organs_held(county.enforcing, lambda one: "" if one.pk in done else "没有上级指导编制审核目录的记录", none="没有有执法人员的机关")


def benchmarks(organ: Organ, day: date) -> Reading:
    """How often the use of discretion was guided or looked at this year: once at least."""
    rows = of_year(organ, day, Subject.BENCHMARKS, Subject.SAMPLING)
    met = True if rows else None if day < date(day.year, 12, 31) else False
    return Reading(Fraction(len(rows)), met, None, f"{day.year} 年裁量指导监督 {len(rows)} 次" + ("；年末判定" if met is None else ""), tuple(map(told, rows)))


def mended(organ: Organ, day: date) -> Reading:
    """Of what was found wrong in looking at the use of discretion, how much was put right."""
    rows = of_year(organ, day, Subject.BENCHMARKS, Subject.SAMPLING)
    wrong = sum(row.wrong for row in rows)
    done = sum(row.mended for row in rows if row.mended_on is None or row.mended_on <= day)
    behind = tuple(told(row, f"{row.wrong - row.mended} 个问题没有整改") for row in rows if row.mended < row.wrong)
    return ratio(done, wrong, why=f"发现问题 {wrong} 个，已整改 {done} 个" if wrong else "没有发现问题", behind=behind)


def _pairs(organ: Organ, day: date, subject: Subject, lacks: str) -> Reading:
    done = {(row.organ_id, row.target_id) for row in of_year(organ, day, subject)}
    rows = [
        Behind(f"{pair.department.name} → {pair.body.name}", reverse("guidance:guidances"), "" if (pair.department.pk, pair.body.pk) in done else lacks)
        for pair in pairs(organ, day)
    ]
    reading = held(rows, none="没有下放、赋权或者委托的关系")
    if reading.met is False and day < date(day.year, 12, 31):
        return Reading(reading.value, None, reading.of, f"{reading.why}；年内尚可补，年末判定", reading.behind)
    return reading


def business(organ: Organ, day: date) -> Reading:
    """Each department guides each township to which it handed powers, once a year at least."""
    return _pairs(organ, day, Subject.BUSINESS, "当年没有业务指导")


def results(organ: Organ, day: date) -> Reading:
    """Each department and township told each other what came of enforcement."""
    return _pairs(organ, day, Subject.RESULTS, "当年没有通报执法结果")


def pilots(organ: Organ, day: date) -> Reading:
    """Pilots of good order begun by the day: at least one, and of those that were judged all accepted."""
    rows = list(Pilot.objects.filter(organ__in=County(organ, day).organs, issued_on__lte=day).exclude(checked_name="").select_related("organ"))
    judged = [row for row in rows if row.state != PilotState.RUNNING and row.accepted_on is not None and row.accepted_on <= day]
    failed = [row for row in judged if row.state == PilotState.FAILED]
    behind = [Behind(f"{row.organ.name} {row}", reverse("guidance:pilots_row", args=[row.pk]), "验收不合格" if row in failed else "") for row in rows]
    behind.sort(key=lambda row: not row.lacks)
    if not rows:
        return Reading(Fraction(0), met=False, why="没有经复核的规范化试点")
    why = f"试点 {len(rows)} 个，已验收 {len(judged)} 个，合格 {len(judged) - len(failed)} 个"
    return Reading(Fraction(len(rows)), not failed, None, why, tuple(behind))


def grant_system(organ: Organ, day: date) -> Reading:
    """The system by which grants are evaluated and adjusted is in force."""
    rows = County(organ, day).over(Rule.GRANTS)
    return Reading(Fraction(len(rows)), bool(rows), None, "" if rows else "没有经复核的现行制度", tuple(Behind(str(row)) for row in rows))


def grantable(organ: Organ, day: date) -> Reading:
    """The list of what may be granted, by place and field, is in force (可赋权事项清单)."""
    rows = County(organ, day).over(Rule.GRANTABLE)
    if not rows:
        return untold("没有登记可赋权事项清单")
    bare = [row for row in rows if row.elements < 2]  # 区域、类别 both
    why = "清单应当按区域、类别分列，请在要素数中填 2" if bare else f"现行清单 {len(rows)} 份"
    return Reading(Fraction(len(rows)), not bare, None, why, tuple(Behind(str(row), "", "没有按区域、类别分列" if row in bare else "") for row in rows))


def social(organ: Organ, day: date) -> Reading:
    """Social supervisors whose term runs."""
    rows = _engaged(organ, day)
    behind = tuple(Behind(f"{row}（{row.works_at}）", reverse("guidance:supervisors_row", args=[row.pk])) for row in rows)
    return Reading(Fraction(len(rows)), bool(rows), None, "" if rows else "没有在聘的特约监督员", behind)


def took_part(organ: Organ, day: date) -> Reading:
    """Whether each social supervisor took part once in the last twelve months, on the average at least."""
    rows = _engaged(organ, day)
    if not rows:
        return untold("没有在聘的特约监督员")
    times = dict.fromkeys((row.pk for row in rows), 0)
    for key in Participation.objects.filter(supervisor__in=rows, held_on__lte=day, held_on__gt=day - timedelta(days=365)).values_list(
        "supervisor_id", flat=True
    ):
        times[key] += 1
    each = Fraction(sum(times.values()), len(rows))
    behind = tuple(Behind(str(row), reverse("guidance:supervisors_row", args=[row.pk]), "" if times[row.pk] else "近一年没有参加") for row in rows)
    return Reading(each, each >= 1, None, f"{len(rows)} 人近一年共参加 {sum(times.values())} 次", tuple(sorted(behind, key=lambda row: not row.lacks)))


def opinions_answered(organ: Organ, day: date) -> Reading:
    """Opinions of social supervisors in the last twelve months that were answered."""
    found = Participation.objects.filter(organ__in=County(organ, day).organs, held_on__lte=day, held_on__gt=day - timedelta(days=365)).exclude(opinion="")
    return held(
        [
            Behind(str(row), reverse("guidance:participations_row", args=[row.pk]), "" if row.answered_on and row.answered_on <= day else "没有反馈")
            for row in found.select_related("supervisor").order_by("pk")
        ],
        none="近一年监督员没有提出意见",
    )


def _engaged(organ: Organ, day: date) -> list[SocialSupervisor]:
    return list(SocialSupervisor.objects.filter(organ__in=County(organ, day).organs, since__lte=day, until__gte=day).order_by("pk"))


_SOCIAL: tuple[Clause, ...] = (("000", "二(四)12"), ("004", "清单四(三)8"))
_GRANTS: Clause = ("000", "二(三)8")
FIGURES = (
    Figure("guidance.catalogues", "下级机关获得审核目录编制指导", "%", "100%", (("002", "二(三)2(2)"),), catalogues),
    Figure("guidance.benchmarks", "裁量权指导监督和抽查次数", "次", "每年不少于 1 次", (("003", "三(二)5"), ("004", "清单二(二)3")), benchmarks),
    Figure("guidance.mended", "裁量抽查问题整改率", "%", "100%", (("001", "三(十)"),), mended),
    Figure("guidance.business", "县直部门对乡镇的业务指导", "%", "每对部门和乡镇每年不少于 1 次", (("001", "三(十三)"),), business),
    Figure("guidance.results", "执法结果通报", "%", "100%", (("001", "三(十三)"),), results),
    Figure("guidance.pilots", "执法规范化试点", "个", "不少于 1 个，验收合格", (_GRANTS, ("003", "三(二)5"), ("004", "清单三(二)4")), pilots),
    Figure("guidance.grant_system", "赋权评估和动态调整制度", "份", "有现行制度", (_GRANTS, ("004", "清单三(二)3")), grant_system),
    Figure("guidance.social", "在聘特约监督员", "人", "不少于 1 人", _SOCIAL, social),
    Figure("guidance.took_part", "监督员年人均参与次数", "次", "不少于 1 次", _SOCIAL, took_part),
    Figure("guidance.opinions", "监督员意见反馈率", "%", "100%", (("000", "二(四)12"),), opinions_answered),
    Figure("guidance.grantable", "可赋权事项清单", "份", "有，按区域、类别分列", (_GRANTS,), grantable),
)
"""What the clauses on guidance and pilots ask."""
