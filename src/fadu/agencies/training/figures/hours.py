"""Hours that everybody must have in a year."""

from collections.abc import Callable, Collection
from datetime import date

from fadu.accounts.actors import Role
from fadu.agencies.figure import Figure, Reading, ratio
from fadu.agencies.models import Officer, Organ
from fadu.agencies.training import numbers
from fadu.agencies.training.figures.parts import held, in_role, listed, person, within_year
from fadu.agencies.training.kinds import CourseKind
from fadu.agencies.training.models import Session
from fadu.agencies.training.selectors import hours, rolls

People = Callable[[Organ, date], Collection[Officer]]


def enrolled(organ: Organ, day: date) -> list[Officer]:
    """执法人员: on the roll with a valid credential on half the year's days or more."""
    return rolls.enrolled(rolls.below(organ), day.year, day)


def leaders_too(organ: Organ, day: date) -> list[Officer]:
    """领导干部和执法人员."""
    found = {officer.pk: officer for officer in (*enrolled(organ, day), *(head for head, _ in in_role(organ, Role.HEAD, day)))}
    return list(found.values())


def asked(id_: str, people: People, *, classes: bool = False) -> Callable[[Organ, date], Reading]:
    """The share of people who have the hours of a demand; with `classes` some of each of the three classes too."""

    def read(organ: Organ, day: date) -> Reading:
        demand = next((item for item in hours.demands(day.year, day) if item.id == id_), None)
        if demand is None:
            return Reading(None, None, why=numbers.why_not(id_, day))
        found = hours.standings(people(organ, day), day.year, day)
        rows, done, behind_pace = [], 0, 0
        for standing in found:
            had = demand.done(standing.hours)
            lacks = (
                f"{had} 学时，差 {demand.hours - had}"
                if had < demand.hours
                else f"没有{'、'.join(standing.untouched)}学时"
                if classes and standing.untouched
                else ""
            )
            done += not lacks
            behind_pace += had < hours.pace(demand.hours, day, day.year)
            rows.append(person(standing.officer, lacks))
        why = f"{demand.label}不少于 {demand.hours} 学时（{demand.clause}）" + (f"；预警：{behind_pace} 人落后于进度" if behind_pace else "")
        return within_year(ratio(done, len(found), why=why, behind=listed(rows)), day)

    return read


def organised(organ: Organ, day: date) -> Reading:
    """公共法律知识 organised by the justice department for the people of townships: offered, and had by each of them."""
    needed = numbers.demanded("training.organised.hours", day)
    if needed is None:
        return Reading(None, None, why=numbers.why_not("training.organised.hours", day))
    towns = [town.pk for town in rolls.townships(organ, day)]
    people = list(rolls.on_roll(rolls.below(organ), day).filter(organ_id__in=towns))
    bureaus = [bureau.pk for bureau in rolls.justice(organ)]
    first, after = hours.year_span(day.year)[0], hours.up_to(day)
    attended = hours.counted(first, after).filter(session__organ__in=bureaus, session__course__kind=CourseKind.PUBLIC)
    sums = hours.fold_of(people, attended)
    offered = sum(Session.objects.filter(held(day), organ__in=bureaus, course__kind=CourseKind.PUBLIC).values_list("course__hours", flat=True))
    least = int(needed.value)
    rows = [person(item, "" if sums[item.pk][CourseKind.PUBLIC] >= least else f"{sums[item.pk][CourseKind.PUBLIC]} 学时") for item in people]
    reading = ratio(sum(not row.lacks for row in rows), len(rows), why=f"县司法行政部门当年举办 {offered} 学时，应不少于 {least} 学时", behind=listed(rows))
    return within_year(reading, day)


FIGURES = (
    Figure(
        "training.hours", "年度培训学时达标率", "%", "每人每年不少于 60 学时，三类都有，达标率 100%",
        (("000", "二(一)2"), ("004", "清单一(一)2")), asked("training.year.hours", enrolled, classes=True),
    ),
    Figure("training.public", "公共法律知识学时达标率", "%", "每人每年不少于 30 学时，100%", (("003", "三(一)2"),), asked("training.public.hours", enrolled)),
    Figure("training.practice", "实操技能学时达标率", "%", "每人每年不少于 30 学时，100%，线上不计", (("003", "三(一)2"),), asked("training.practice.hours", enrolled)),
    Figure(
        "training.thought", "习近平法治思想学时达标率", "%", "领导干部、执法人员每人每年不少于 15 学时，100%",
        (("003", "三(一)1"),), asked("training.thought.hours", leaders_too),
    ),
    Figure("training.organised", "县司法行政部门组织的公共法律知识培训", "%", "每年不少于 40 学时，每名乡镇执法人员都有", (("001", "二(五)"),), organised),
)  # fmt: skip
