"""Annual plans: there, in time, carried out."""

from datetime import date
from fractions import Fraction

from django.urls import reverse

from fadu.agencies.figure import Behind, Figure, Reading, ratio
from fadu.agencies.models import Organ
from fadu.agencies.training.figures.parts import listed, share_of_organs, within_year
from fadu.agencies.training.kinds import PlanState
from fadu.agencies.training.models import Plan
from fadu.agencies.training.selectors import rolls
from fadu.agencies.training.selectors.plans import PlanClock, carried_out, clocks

TOWNSHIP_DAY = (3, 31)
"""The last day for a township's plan: 兴隆县指导意见二(五) asks for one each year and names no day; a quarter of it is allowed."""
MOSTLY = Fraction(9, 10)


def _row(clock: PlanClock, lacks: str) -> Behind:
    return Behind(clock.organ.name, reverse("training:plan", args=[clock.plan.pk]) if clock.plan else reverse("training:plans"), lacks)


def filed(organ: Organ, day: date) -> Reading:
    """Plans filed with the justice department by the last day, that day included."""
    found = clocks(rolls.enforcing(organ, day), day.year, day)
    if not found:
        return Reading(None, None, why="没有执法机关")
    if found[0].due is None:
        return Reading(None, None, why="本地政策没有规定当年的报备日期")
    in_time = sum(clock.in_time is True for clock in found)
    rows = listed(_row(clock, "" if clock.in_time is True else clock.words) for clock in found)
    reading = ratio(in_time, len(found), why=f"{found[0].due.isoformat()} 24 时前报备（{found[0].clause}）", behind=rows)
    if reading.met is False and all(clock.in_time is not False for clock in found):
        return Reading(reading.value, None, reading.of, reading.why, reading.behind)
    return reading


def made(organ: Organ, day: date) -> Reading:
    """Organs that have a plan for the year."""
    found = clocks(rolls.enforcing(organ, day), day.year, day)
    done = [clock.organ.pk for clock in found if clock.plan is not None and clock.plan.drawn_on <= day]
    return within_year(share_of_organs([clock.organ for clock in found], done, "没有当年培训计划"), day)


def townships(organ: Organ, day: date) -> Reading:
    """Townships that drew up a plan by the end of March."""
    towns, last = rolls.townships(organ, day), date(day.year, *TOWNSHIP_DAY)
    firsts: dict[int, date] = dict(Plan.objects.filter(organ__in=towns, year=day.year).order_by("-version").values_list("organ_id", "drawn_on"))
    done = [pk for pk, drawn in firsts.items() if drawn <= min(day, last)]
    reading = share_of_organs(towns, done, "没有按期制定年度培训计划", why=f"{last.isoformat()} 前制定")
    return Reading(reading.value, None, reading.of, reading.why, reading.behind) if reading.met is False and day <= last else reading


def carried(organ: Organ, day: date) -> Reading:
    """Rows of townships' plans in force that were held."""
    plans = Plan.objects.filter(organ__in=rolls.townships(organ, day), year=day.year).exclude(state=PlanState.REPLACED)
    newest: dict[int, Plan] = {}
    for plan in plans.select_related("organ").prefetch_related("lines").order_by("state", "version"):
        newest[plan.organ_id] = plan if plan.state == PlanState.FILED or plan.organ_id not in newest else newest[plan.organ_id]
    rows, done, of = [], 0, 0
    for plan in newest.values():
        lines = carried_out(plan, day)
        held = sum(item.held > 0 for item in lines)
        done, of = done + held, of + len(lines)
        lacks = "" if held >= MOSTLY * len(lines) else f"{len(lines)} 项中举办 {held} 项"
        rows.append(Behind(f"{plan.organ.name}{plan}", reverse("training:plan", args=[plan.pk]), lacks))
    return within_year(ratio(done, of, least=MOSTLY, why="" if of else "没有乡镇培训计划", behind=listed(rows)), day)


FIGURES = (
    Figure("training.plan_filed", "年度培训计划按期报备率", "%", "4 月 15 日 24 时前，100%", (("003", "三(一)2"),), filed),
    Figure("training.plans", "有年度培训计划的执法机关", "%", "100%", (("004", "清单一(一)2"),), made),
    Figure("training.township_plans", "有年度培训计划的乡镇", "%", "3 月 31 日前，100%", (("001", "二(五)"),), townships),
    Figure("training.plan_done", "乡镇培训计划执行率", "%", "年末不低于 90%", (("001", "二(五)"),), carried),
)
