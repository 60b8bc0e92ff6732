"""Setting up organs, people, accounts, posts and credentials through the services of agencies."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from django.contrib.auth.hashers import make_password
from django.db import transaction

from fadu.accounts import services as accounts
from fadu.accounts.actors import SYSTEM, Actor, Role
from fadu.accounts.demo import DEMO_PASSWORD
from fadu.accounts.models import User
from fadu.accounts.selectors import actor_for
from fadu.agencies import services
from fadu.agencies.codes import id_number
from fadu.agencies.models import Officer, Organ
from fadu.catalog.selectors import calendar
from fadu.site.demo import names, organs
from fadu.site.demo.days import Days
from fadu.site.demo.organs import Place

CAST = (
    ("示市监", Role.OFFICER, "liwei", "李伟", "综合执法大队中队长"),
    ("示市监", Role.OFFICER, "wangfang", "王芳", "一级行政执法员"),
    ("示市监", Role.OFFICER, "zhoujie", "周杰", "二级行政执法员"),
    ("示市监", Role.REVIEWER, "chenjing", "陈静", "法规股股长"),
    ("示市监", Role.HEAD, "zhaoqiang", "赵强", "局长"),
    ("示市监", Role.HEAD, "sunli", "孙丽", "副局长"),
    ("示司", Role.SUPERVISOR, "zhaomin", "赵敏", "行政执法协调监督股股长"),
    ("示司", Role.SUPERVISOR, "hanxue", "韩雪", "行政执法协调监督股科员"),
    ("示司", Role.HEAD, "linyuan", "林源", "局长"),
    ("示县府", Role.ADMIN, "admin", "何平", "信息中心主任"),
)
"""Who is named in the stories and the handbook."""

COMMISSIONED = date(2024, 1, 1)
HELD = {"reason": "启用平台前由省司法厅制发"}


def suspension(today: date, days: Days) -> tuple[datetime, datetime]:
    """From when until when zhoujie's credential was suspended: five working days, some weeks ago."""
    begins = days.worked(today - timedelta(days=24))
    return datetime.combine(begins, time(9)), datetime.combine(days.after(begins, 5), time(9))


@dataclass(frozen=True)
class Person:
    """Somebody of the county."""

    username: str
    name: str
    role: Role
    organ: str
    title: str
    standing: str = "valid"


@dataclass
class Staff:
    """Who serves where, by organ and role; only those whose credential was good all the time enforce in ordinary stories."""

    people: list[Person] = field(default_factory=list)

    def of(self, organ: str, role: Role) -> list[Person]:
        """The people of a role in an organ, fit for ordinary stories."""
        return [person for person in self.people if person.organ == organ and person.role is role and person.standing in {"valid", "near"}]

    def named(self, username: str) -> Person:
        """The person of a sign-in name."""
        return next(person for person in self.people if person.username == username)


def staff() -> Staff:
    """The people of the county; the same always, before anything is written."""
    found = Staff([Person(username, name, role, organ, title) for organ, role, username, name, title in CAST])
    found.people = [Person(p.username, p.name, p.role, p.organ, p.title, "suspended" if p.username == "zhoujie" else "valid") for p in found.people]
    others = names.people(frozenset(row[2] for row in CAST))
    found.people.append(Person(*next(others), Role.SUPERVISOR, "示司", "行政执法协调监督股科员"))
    for place in organs.PLACES:
        for role, wanted in ((Role.HEAD, place.heads), (Role.REVIEWER, place.reviewers), (Role.OFFICER, place.officers)):
            there = sum(person.organ == place.short and person.role is role for person in found.people)
            found.people += [Person(*next(others), role, place.short, _title(place, role, at), _standing(place, role, at)) for at in range(there, wanted)]
    return found


def _title(place: Place, role: Role, at: int) -> str:
    if role is Role.HEAD:
        return place.boss if at == 0 else place.boss.replace("大队", "副大队").replace("局", "副局") if place.boss != "镇长" else "副镇长"
    if role is Role.REVIEWER:
        return "法规股股长" if at == 0 else "法规股科员"
    return ("执法中队长", "一级行政执法员", "二级行政执法员", "三级行政执法员")[min(at, 3)]


SPECIAL = {
    ("示市监", 27): "lapsed",
    ("示市监", 26): "withdrawn",
    ("示市监", 25): "near",
    ("示城管", 9): "lapsed",
    ("示环", 6): "near",
    ("示交", 5): "taken",
    ("示农", 5): "suspended_now",
    ("城关政", 4): "near",
}
"""Officers, by organ and place in it, whose credential is not simply valid."""


def _standing(place: Place, role: Role, at: int) -> str:
    return SPECIAL.get((place.short, at), "valid") if role is Role.OFFICER else "valid"


@transaction.atomic
def set_up(today: date, found: Staff) -> None:
    """Write organs and people; nothing where they are there."""
    rows: dict[str, Organ] = {}
    for number, place in enumerate(organs.PLACES):
        there = Organ.objects.filter(short_name=place.short, ends_on__isnull=True).first()
        boss = next(
            (person.name for person in found.people if person.organ == place.short and person.role is Role.HEAD),
            {"示县府": "钱卫国", "示司": "孙立新"}.get(place.short, ""),
        )
        above = rows[place.above].pk if place.above else None
        rows[place.short] = there or services.add_organ(SYSTEM, organs.entered(place, number, boss, above))
    joined = set(User.objects.filter(demo=True).values_list("username", flat=True))
    for number, person in enumerate(found.people):
        if person.username not in joined:
            _join(number, person, rows[person.organ], today)
    if len(joined) < len(found.people):
        # One password for all, hashed once: each of its own would cost a minute and protect nothing that is printed anyway.
        User.objects.filter(demo=True).update(password=make_password(DEMO_PASSWORD))


def _join(number: int, person: Person, organ: Organ, today: date) -> None:
    rng = Random(number)  # noqa: S311 - the same birthdays every time
    born = date(1968, 1, 1) + timedelta(days=rng.randint(0, 365 * 28))
    qualified = person.role is Role.REVIEWER
    officer = services.add_officer(
        SYSTEM,
        organ.pk,
        {
            "name": person.name,
            "id_number": id_number(f"130999{born:%Y%m%d}{number + 100:03d}"),
            "post_title": person.title,
            "employment": "civil" if person.role is not Role.OFFICER or number % 3 else "public",
            "legal_qualification": qualified,
            **({"legal_qualified_on": "2016-03-01"} if qualified else {}),
            "starts_on": "2020-01-01",
        },
    )
    officer.user = accounts.open_account(SYSTEM, username=person.username, name=person.name, demo=True)
    officer.save(update_fields=["user"])
    services.appoint(SYSTEM, officer.pk, {"role": person.role.value, "starts_on": "2020-01-01"})
    if person.role is Role.OFFICER:
        _credential(number, person, officer, organ, today)


def _credential(number: int, person: Person, officer: Officer, organ: Organ, today: date) -> None:
    until = {"near": today + timedelta(days=12), "lapsed": today - timedelta(days=40)}.get(person.standing, date(today.year + 2, 12, 31))
    card = services.issue_credential(
        SYSTEM,
        officer.pk,
        {"number": f"0399{organ.pk % 100:02d}{number + 1:05d}", "category": organ.field, "valid_from": str(COMMISSIONED), "valid_to": str(until)} | HELD,
    )
    for state, begins, reason, paper in _states(person, today):
        services.change_state(SYSTEM, card.pk, {"state": state, "starts_at": begins.isoformat(timespec="minutes"), "reason": reason, "paper": paper})


def _states(person: Person, today: date) -> list[tuple[str, datetime, str, str]]:
    paper = f"示司执证〔{today.year}〕"
    away, back = suspension(today, Days(calendar()))

    def ago(days: int) -> datetime:
        return datetime.combine(today - timedelta(days=days), time(9))

    match person.standing:
        case "suspended":
            return [
                ("suspended", away, "未完成年度执法培训，离岗培训期间暂扣", f"{paper}7号"),
                ("valid", back, "培训考核合格，发还证件", f"{paper}9号"),
            ]
        case "suspended_now":
            return [("suspended", ago(11), "涉及投诉正在核查，核查期间暂扣", f"{paper}11号")]
        case "withdrawn":
            return [("returned", ago(75), "调离执法岗位，收回证件", f"{paper}5号")]
        case "taken":
            return [("suspended", ago(130), "违反执法纪律，暂扣待查", f"{paper}3号"), ("taken", ago(100), "经查证属实，收缴证件", f"{paper}4号")]
    return []


@dataclass
class Who:
    """The people as the door knows them: actors by sign-in name, officers' numbers by sign-in name."""

    actors: dict[str, Actor] = field(default_factory=dict)
    officers: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, found: Staff) -> "Who":
        """Everybody of the county."""
        users: dict[str, Any] = {user.username: user for user in User.objects.filter(demo=True)}
        numbers = dict(Officer.objects.filter(user__demo=True, ends_on__isnull=True).values_list("user__username", "id"))
        return cls({person.username: actor_for(users[person.username]) for person in found.people}, numbers)
