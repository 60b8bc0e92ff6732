"""Figures that need both people and cases: whether there are enough hands, and what the public is told of each."""

from datetime import date, timedelta
from fractions import Fraction

from fadu.accounts.actors import Role
from fadu.accounts.selectors import posts_of_officers
from fadu.agencies.figure import Behind, Figure, Reading
from fadu.agencies.figures.common import below, row_of, serving, share_of, valid
from fadu.agencies.models import Officer, Organ
from fadu.cases.models import Case

YOUNG = 35
YEAR = 365


def supervisors(organ: Organ, day: date) -> Reading:
    """How many serve as supervisors; beside it the cases an officer handled in a year, and the share of the young (梯队)."""
    people = serving(organ, day)
    posts = posts_of_officers([person.pk for person in people], day)
    overseeing = [person for person in people if any(post.role == Role.SUPERVISOR.value for post in posts.get(person.pk, []))]
    enforcing = sum(any(post.role == Role.OFFICER.value for post in posts.get(person.pk, [])) for person in people)
    opened = Case.objects.filter(organ__in=below(organ, day), opened_on__gt=day - timedelta(YEAR), opened_on__lte=day).count()
    ages = [age for person in people if (age := _age(person, day)) is not None]
    handled = f"近一年人均办件 {opened / enforcing:.1f} 件" if enforcing else "没有任执法人员的在岗人员"
    young = f"{YOUNG} 岁以下占 {100 * sum(age <= YOUNG for age in ages) / len(ages):.0f}%" if ages else "没有登记可推算年龄的身份证号码"
    why = f"在岗的执法监督人员；{handled}；{young}。编制文件由人核对"
    return Reading(Fraction(len(overseeing)), len(overseeing) >= 1, None, why, tuple(row_of(person) for person in overseeing))


def published(organ: Organ, day: date) -> Reading:
    """Of the valid credentials, how many have all five things on record that the public page shows: 姓名、单位、职务、证号、类别."""
    rows: list[Behind] = [row_of(card.officer, "" if card.officer.post_title else "没有登记职务") for card in valid(organ, day)]
    return share_of(rows, "有效证件中公开查验所需五项齐全的；登记变动当即反映，离岗、收回的不再显示有效")


def _age(person: Officer, day: date) -> int | None:
    """Full years on a day, by the identity number; None where it is not registered or tells no date."""
    number = person.id_number or ""
    try:
        born = date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return None
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def strengthened(organ: Organ, day: date) -> Reading:
    """How many serve as supervisors, and whether that is no fewer than a year ago."""
    now, before = (len(_overseeing(serving(organ, on), on)) for on in (day, day - timedelta(YEAR)))
    return Reading(Fraction(now), now >= before and now > 0, None, f"一年前 {before} 人")


def _overseeing(people: list[Officer], on: date) -> list[Officer]:
    posts = posts_of_officers([person.pk for person in people], on)
    return [person for person in people if any(post.role == Role.SUPERVISOR.value for post in posts.get(person.pk, []))]


FIGURES = (
    Figure("people.supervisors.kept", "执法监督人员数同比", "人", "不降", (("004", "清单四(二)3"),), strengthened),
    Figure("people.supervisors", "执法监督人员和梯队", "人", "至少 1 人", (("000", "二(六)15"), ("004", "清单六(一)1")), supervisors),
    Figure("people.published", "人员信息公开要素齐全率", "%", "100%", (("002", "二(一)1(5)"),), published),
)
