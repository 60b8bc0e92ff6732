"""The figures that are counted from the books, each on a county made by hand: when it can't be told, is missed, is met."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest

from fadu.accounts.actors import SYSTEM, Role
from fadu.agencies.care.books import DISCIPLINES, TALKS
from fadu.agencies.care.figures import FIGURES as CARE
from fadu.agencies.care.figures.papers import periods
from fadu.agencies.counsel.books import BORROWINGS, COOPERATIONS, DISPUTES, EXPERTS, OPINIONS
from fadu.agencies.counsel.figures import FIGURES as COUNSEL
from fadu.agencies.equipment.books import VISITS, WINDOWS
from fadu.agencies.equipment.figures import FIGURES as EQUIPMENT
from fadu.agencies.exams.books import SYLLABUS
from fadu.agencies.exams.figures import FIGURES as EXAMS
from fadu.agencies.figures.people import FIGURES as PEOPLE
from fadu.agencies.guidance.books import GUIDANCES, PARTICIPATIONS, PILOTS, SOCIAL
from fadu.agencies.guidance.figures import FIGURES as GUIDANCE
from fadu.agencies.models import Officer
from fadu.agencies.registers.book import Book
from fadu.agencies.services import books
from fadu.agencies.staffing.books import ASSIGNMENTS, DISPATCHES, LOADS, POSTS, RECRUITMENTS, REINFORCEMENTS, STAFF_CHECKS, STYLES
from fadu.agencies.staffing.figures import FIGURES as STAFFING
from fadu.agencies.staffing.services import bring_in
from fadu.agencies.training import numbers
from tests.agencies.equipment.figures import TODAY, Asked, designated, place, ruled, team
from tests.agencies.equipment.made import thing
from tests.agencies.exams.world import question_data
from tests.agencies.world import World

pytestmark = pytest.mark.django_db
UNTOLD, MISSED, MET = None, False, True
END = date(TODAY.year, 12, 31)
NEW_YEAR = date(TODAY.year, 1, 1)
ONE, TWO = replace(SYSTEM, user_id=1, name="甲"), replace(SYSTEM, user_id=2, name="乙")


@pytest.fixture
def asked(world: World, monkeypatch: pytest.MonkeyPatch) -> Asked:
    place(monkeypatch, {})
    return Asked(world, (*STAFFING, *COUNSEL, *GUIDANCE, *CARE, *EQUIPMENT, *EXAMS, *PEOPLE))


def day(back: int = 0) -> str:
    return str(TODAY - timedelta(days=back))


def put(world: World, book: Book, short: str = "示市监", **entry: Any) -> Any:
    row = books.enter(ONE, book, world.organs[short].pk, entry)
    return books.check(TWO, book, row.pk) if book.witnessed else row


def post(world: World, person: Officer, short: str = "示市监", *, front: bool = True, since: str = "2025-01-01", until: str = "") -> None:
    name = "一线岗" if front else "内勤岗"
    found = POSTS.model.objects.filter(organ=world.organs[short], name=name).first()  # type: ignore[attr-defined]
    found = found or put(world, POSTS, short, name=name, frontline="1" if front else "0", duties="执法")
    put(world, ASSIGNMENTS, short, officer=str(person.pk), post=str(found.pk), since=since, until=until)


def test_an_empty_county_is_not_praised(asked: Asked) -> None:
    names = {figure.id for figure in (*STAFFING, *COUNSEL, *GUIDANCE)}
    praised = {name for name in names if asked.read(name, on=END).met is MET}
    assert praised == set()
    assert {name for name in names if asked.read(name, on=END).met is MISSED} == {
        "counsel.crossed", "counsel.cooperation", "staffing.channels", "staffing.checked", "guidance.benchmarks", "guidance.pilots", "guidance.grant_system",
        "guidance.social",
    }  # fmt: skip


# --- posts and strength


def test_the_share_on_the_front_line_against_a_year_ago(asked: Asked, world: World) -> None:
    one, two, three = team(world, "示市监", 3)
    assert asked.shows("staffing.frontline")[0] is UNTOLD
    post(world, one)
    post(world, two, front=False)
    assert asked.shows("staffing.frontline") == (MET, (1, 3))  # a year ago 1 of 3
    post(world, three, since="2024-01-01", until=day(10))
    assert asked.shows("staffing.frontline") == (MISSED, (1, 3))  # a year ago 2 of 3
    post(world, three, since=day(5))
    assert asked.shows("staffing.frontline") == (MET, (2, 3))


def test_nobody_without_duties(asked: Asked, world: World) -> None:
    one, two = team(world, "示市监", 2)
    post(world, one)
    reading = asked.read("staffing.without_post")
    assert (reading.value, reading.met, [row.label for row in reading.behind]) == (1, MISSED, ["员1（示范县市场监督管理局）"])
    post(world, two, front=False)
    assert asked.read("staffing.without_post").met is MET


@pytest.mark.parametrize(("filled", "early", "late"), [(8, UNTOLD, MISSED), (9, MET, MET), (10, MET, MET)])
def test_nine_in_ten_posts_filled(asked: Asked, world: World, filled: int, early: bool | None, late: bool) -> None:
    plan = {"number": "招1", "issued_on": f"{TODAY.year}-01-10", "year": str(TODAY.year), "announced": "10", "filled": str(filled), "law_degree": "3"}
    row = books.enter(ONE, RECRUITMENTS, world.organs["示市监"].pk, plan)
    assert asked.read("staffing.recruited", on=END).met is UNTOLD  # nobody has checked it
    books.check(TWO, RECRUITMENTS, row.pk)
    assert asked.shows("staffing.recruited") == (early, (filled, 10))
    assert asked.shows("staffing.recruited", on=END) == (late, (filled, 10))
    assert asked.read("staffing.recruited", "示环", END).met is UNTOLD


def test_more_hands_by_three_ways(asked: Asked, world: World) -> None:
    for at, channel in enumerate(("sent", "found", "hired"), 1):
        put(world, REINFORCEMENTS, "城政", channel=channel, people=str(at), on=day(at), paper=channel)
        told = asked.read("staffing.channels", on=END)
        assert (told.value, told.met) == (at * (at + 1) // 2, at == 3)
        assert asked.read("staffing.channels").met is (MET if at == 3 else UNTOLD)


def test_orders_come_from_the_township_and_are_followed(asked: Asked, world: World) -> None:
    def order(task: str, by: str, answered: str = "") -> None:
        entry = {"department": str(world.organs["示环"].pk), "ordered_by": by, "task": task, "ordered_on": day(20)}
        put(world, DISPATCHES, "城政", **entry, **({"answered_on": answered} if answered else {}))

    for at in range(19):
        order(f"巡查{at}", "township", day(19))
    order("巡查19", "township")
    assert asked.shows("staffing.directed") == (MET, (20, 20))
    assert asked.shows("staffing.responded") == (MET, (19, 20))  # ninety-five in a hundred
    order("突击检查", "department")
    assert asked.shows("staffing.directed") == (MISSED, (20, 21))
    assert asked.shows("staffing.responded") == (MISSED, (19, 21))


def test_the_load_of_townships_against_their_median(asked: Asked, world: World) -> None:
    for short, objects in (("城政", 100), ("东政", 100), ("西政", 151)):
        if short != "城政":
            world.organ(f"{short[0]}镇人民政府", short, "示县府", field="government", level="township", region_code=f"1309991{len(world.organs):02d}")
        team(world, short, 1, prefix=short)
        put(world, LOADS, short, year=str(TODAY.year), residents="9000", objects_watched=str(objects))
    reading = asked.read("staffing.load")
    assert (reading.met, reading.of) == (MISSED, (2, 3))
    assert reading.behind[0].lacks == "人均 151 个，超过全县中位数 100 个的 1.5 倍"
    team(world, "西政", 1, prefix="增")
    assert asked.shows("staffing.load") == (MET, (3, 3))


def test_both_offices_check_and_vacancies_are_filled(asked: Asked, world: World) -> None:
    put(world, STAFF_CHECKS, "城政", by="posts", held_on=day(50), vacant="2", paper="督1")
    assert asked.read("staffing.checked").met is MISSED  # a vacancy stands open
    row = STAFF_CHECKS.model.objects.get()  # type: ignore[attr-defined]
    books.add_later(ONE, STAFF_CHECKS, STAFF_CHECKS.later[0], row.pk, {"filled_on": day(3)})
    assert asked.read("staffing.checked").met is UNTOLD  # the other office may still come
    assert asked.read("staffing.checked", on=END).met is MISSED
    put(world, STAFF_CHECKS, "城政", by="human", held_on=day(2), vacant="0", paper="督2")
    told = asked.read("staffing.checked")
    assert (told.met, told.value) == (MET, 2)


def roll(world: World, number: str, kind: str = "enforcing", office: str = "posts", back: int = 5) -> None:
    bring_in(SYSTEM, world.organs["示市监"].pk, {"office": office, "roll": kind, "as_of": day(back), "id_number": number})


def test_the_rolls_of_other_offices_held_against_ours(asked: Asked, world: World) -> None:
    one, two = team(world, "示市监", 2)
    reviewer = world.people[Role.REVIEWER]
    roll(world, one.id_number or "")
    assert asked.read("staffing.rolls").met is UNTOLD  # no roll of reviewers
    roll(world, reviewer.id_number or "", "reviewing", "human")
    assert asked.shows("staffing.rolls") == (MISSED, (1, 3))
    assert asked.read("staffing.rolls").behind[0].lacks == "本平台有、名册上没有 1 人"
    told = asked.read("staffing.establishment_roll")
    assert (told.value, told.met) == (1, MISSED)
    roll(world, two.id_number or "")
    assert asked.shows("staffing.rolls") == (MET, (0, 3))
    assert asked.read("staffing.establishment_roll").met is MET
    assert asked.read("staffing.establishment_roll", on=TODAY + timedelta(days=40)).met is UNTOLD  # last month's roll no more
    roll(world, world.people[Role.HEAD].id_number or "", back=1)  # a new roll replaces the old one
    assert asked.read("staffing.rolls").of == (3, 4)


def test_credentials_of_a_former_style(asked: Asked, world: World) -> None:
    one, two = team(world, "示市监", 2)
    assert asked.read("staffing.former_style").met is UNTOLD
    for person, style in ((one, "national"), (two, "former")):
        put(world, STYLES, credential=str(person.credentials.get().pk), style=style, seen_on=day(9))
    told = asked.read("staffing.former_style")
    assert (told.value, told.met) == (1, MISSED)
    put(world, STYLES, credential=str(two.credentials.get().pk), style="national", seen_on=day(1))  # exchanged
    assert asked.read("staffing.former_style").met is MET


# --- counsel


def test_a_lawyer_for_each_department(asked: Asked, world: World) -> None:
    team(world, "示市监", 1)
    team(world, "城政", 1, prefix="乡")
    assert asked.shows("counsel.engaged") == (MISSED, (0, 1))  # townships are not asked
    entry = {"name": "孙律师", "certificate": "L1", "paper": "聘1", "since": day(100), "until": day(1)}
    put(world, EXPERTS, kind="pool", **entry)
    put(world, EXPERTS, kind="adviser", **{**entry, "certificate": "L2"})
    assert asked.shows("counsel.engaged", on=TODAY - timedelta(days=1)) == (MET, (1, 1))
    assert asked.shows("counsel.engaged") == (MISSED, (0, 1))


def borrow(world: World, matter: str, back: int, *, answered: int | None = None, opinion: int | None = None, what: str = "review") -> Any:
    later = {} if answered is None else {"answered_on": day(answered), "agreed": "1"}
    later |= {} if opinion is None else {"opinion_on": day(opinion), "opinion_by": "周审"}
    return put(world, BORROWINGS, what=what, lender=str(world.organs["示司"].pk), matter=matter, asked_on=day(back), **later)


def test_what_is_asked_is_answered(asked: Asked, world: World) -> None:
    borrow(world, "新", 7)
    assert asked.read("counsel.answered").met is UNTOLD  # still in its days
    for at in range(19):
        borrow(world, f"案{at}", 30, answered=29)
    assert asked.shows("counsel.answered_all") == (MET, (19, 19))
    borrow(world, "旧", 8)
    assert asked.shows("counsel.answered") == (MET, (19, 20))
    assert asked.shows("counsel.answered_all") == (MISSED, (19, 20))


def test_who_lacks_reviewers_asks_for_help(asked: Asked, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    team(world, "示市监", 1)
    team(world, "示环", 1, prefix="环")
    assert asked.read("counsel.short").met is UNTOLD  # no share set
    place(monkeypatch, {"reviewers.share": 7})
    assert asked.shows("counsel.short") == (MISSED, (0, 1))  # 示市监 has its reviewer, 示环 none
    entry = {"what": "review", "lender": str(world.organs["示司"].pk), "matter": "案", "asked_on": day(3)}
    put(world, BORROWINGS, "示环", **entry)
    assert asked.shows("counsel.short") == (MET, (1, 1))


def test_reviews_across_organs_and_the_scheme(asked: Asked, world: World) -> None:
    borrow(world, "问", 30, answered=29, opinion=20, what="advice")
    assert asked.read("counsel.crossed").met is UNTOLD
    borrow(world, "审", 30, answered=29, opinion=20)
    assert (asked.read("counsel.crossed").met, asked.read("counsel.crossed").value) == (MET, 1)
    assert asked.read("counsel.crossed", on=TODAY - timedelta(days=21)).met is UNTOLD
    entry = {"title": "协作办法", "number": "协1", "issued_on": day(60), "until": day(2), "partners": [str(world.organs["示环"].pk)]}
    row = books.enter(ONE, COOPERATIONS, world.organs["示县府"].pk, entry)
    on = TODAY - timedelta(days=2)
    assert asked.read("counsel.cooperation", on=on).met is MISSED  # not checked
    books.check(TWO, COOPERATIONS, row.pk)
    assert asked.read("counsel.cooperation", on=on).met is MET
    assert asked.read("counsel.cooperation", "示市监", on).met is MET  # the county's holds for its departments
    assert asked.read("counsel.cooperation").met is UNTOLD  # run out


def test_what_becomes_of_opinions(asked: Asked, world: World) -> None:
    adviser = put(world, EXPERTS, kind="adviser", name="孙律师", certificate="L1", paper="聘1", since=day(300))
    reviewer, other = world.people[Role.REVIEWER], world.people[Role.OFFICER]

    def say(matter: str, **more: Any) -> None:
        entry = {"expert": str(adviser.pk), "occasion": "review", "matter": matter, "held_on": day(3), "signed_in": "1", "written": "1", "adopted": "1"}
        put(world, OPINIONS, **{**entry, **more})

    say("甲", signed_by=str(reviewer.pk))
    assert [asked.shows(f"counsel.{name}") for name in ("written", "signed", "reasoned")] == [(MET, (1, 1)), (MET, (1, 1)), (UNTOLD, (0, 0))]
    say("乙", signed_by=str(other.pk), written="0", adopted="0", why="与事实不符")
    assert [asked.shows(f"counsel.{name}") for name in ("written", "signed", "reasoned")] == [(MISSED, (1, 2)), (MISSED, (1, 2)), (MET, (1, 1))]
    say("丙", occasion="discussion")  # at a deliberation nobody signs
    assert asked.shows("counsel.signed") == (MISSED, (1, 2))


def test_disagreements_are_settled(asked: Asked, world: World) -> None:
    row = put(world, DISPUTES, matter="案", raised_on=day(9), says="意见不一")
    assert asked.shows("counsel.disputes") == (MISSED, (0, 1))
    books.add_later(ONE, DISPUTES, DISPUTES.later[0], row.pk, {"settled_on": day(1), "outcome": "按审核意见"})
    assert asked.shows("counsel.disputes") == (MET, (1, 1))
    assert asked.shows("counsel.disputes", on=TODAY - timedelta(days=2)) == (MISSED, (0, 1))


# --- guidance


def guide(world: World, subject: str, target: str, paper: str = "文1", short: str = "示司", **more: Any) -> None:
    entry = {
        "target": str(world.organs[target].pk),
        "subject": subject,
        "held_on": day(5),
        "paper": paper,
        "content": "内容",
        "wrong": "0",
        "mended": "0",
        **more,
    }
    put(world, GUIDANCES, short, **entry)


def test_organs_guided_in_their_catalogues(asked: Asked, world: World) -> None:
    team(world, "示市监", 1)
    team(world, "示环", 1, prefix="环")
    guide(world, "review_catalogue", "示市监")
    assert asked.shows("guidance.catalogues") == (MISSED, (1, 2))
    guide(world, "review_catalogue", "示环")
    assert asked.shows("guidance.catalogues") == (MET, (2, 2))


def test_discretion_is_looked_at_and_put_right(asked: Asked, world: World) -> None:
    assert (asked.read("guidance.benchmarks").met, asked.read("guidance.benchmarks", on=END).met) == (UNTOLD, MISSED)
    guide(world, "sampling", "城政", looked_at="20", wrong="3", mended="2")
    assert (asked.read("guidance.benchmarks").met, asked.read("guidance.benchmarks").value) == (MET, 1)
    assert asked.shows("guidance.mended") == (MISSED, (2, 3))
    row = GUIDANCES.model.objects.get()  # type: ignore[attr-defined]
    books.add_later(ONE, GUIDANCES, GUIDANCES.later[0], row.pk, {"mended": "3", "mended_on": day(1)})
    assert asked.shows("guidance.mended") == (MET, (3, 3))
    assert asked.shows("guidance.mended", on=TODAY - timedelta(days=2)) == (MISSED, (0, 3))


def test_each_department_guides_each_township(asked: Asked, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    pairs = [numbers.Handed(world.organs[short].pk, world.organs["城政"].pk) for short in ("示市监", "示环")]
    monkeypatch.setattr(numbers, "_handed", lambda _first, _last: pairs)
    guide(world, "business", "城政", short="示市监")
    assert asked.shows("guidance.business") == (UNTOLD, (1, 2))
    assert asked.shows("guidance.business", on=END) == (MISSED, (1, 2))
    guide(world, "business", "城政", short="示环")
    guide(world, "results", "城政", short="示环")
    assert asked.shows("guidance.business") == (MET, (2, 2))
    assert asked.shows("guidance.results", on=END) == (MISSED, (1, 2))


def test_pilots_are_accepted(asked: Asked, world: World) -> None:
    row = put(world, PILOTS, "城政", title="规范化试点", number="试1", issued_on=day(90), state="running")
    assert (asked.read("guidance.pilots").met, asked.read("guidance.pilots").value) == (MET, 1)
    books.add_later(ONE, PILOTS, PILOTS.later[0], row.pk, {"state": "failed", "accepted_on": day(2), "accepted_by": "验1"})
    assert asked.read("guidance.pilots").met is MISSED  # what was said of it must be checked anew
    books.check(TWO, PILOTS, row.pk)
    assert asked.read("guidance.pilots").behind[0].lacks == "验收不合格"


def test_systems_of_grants(asked: Asked, world: World) -> None:
    assert asked.read("guidance.grantable").met is UNTOLD
    ruled(world, "示县府", "grantable", elements="1")
    assert asked.read("guidance.grantable").met is MISSED
    ruled(world, "示县府", "grants")
    assert asked.read("guidance.grant_system").met is MET
    assert asked.read("guidance.grant_system", "城政").met is MET  # the county's holds below


def test_the_public_watches(asked: Asked, world: World) -> None:
    one, two = (put(world, SOCIAL, "示司", name=name, works_at="代表", paper="聘1", since=day(300), until=day(-10)) for name in ("钱监督", "李监督"))
    assert (asked.read("guidance.social").value, asked.read("guidance.took_part").met) == (2, MISSED)
    row = put(world, PARTICIPATIONS, "示司", supervisor=str(one.pk), held_on=day(9), activity="评查", opinion="说理不足")
    assert (asked.read("guidance.took_part").value, asked.read("guidance.took_part").met) == (Fraction(1, 2), MISSED)
    put(world, PARTICIPATIONS, "示司", supervisor=str(two.pk), held_on=day(8), activity="暗访")
    assert asked.read("guidance.took_part").met is MET
    assert asked.shows("guidance.opinions") == (MISSED, (0, 1))  # who said nothing waits for no answer
    books.add_later(ONE, PARTICIPATIONS, PARTICIPATIONS.later[0], row.pk, {"answered_on": day(1), "adopted": "1"})
    assert asked.shows("guidance.opinions") == (MET, (1, 1))
    assert asked.read("guidance.social", on=TODAY + timedelta(days=11)).met is MISSED


# --- conduct and papers


def test_everybody_is_talked_to_within_a_year(asked: Asked, world: World) -> None:
    one, two = team(world, "示市监", 2)
    put(world, TALKS, officer=str(one.pk), kind="talk", held_on=day(1), held_by="李强")
    put(world, TALKS, officer=str(two.pk), kind="check", held_on=day(365), held_by="李强")
    assert asked.shows("care.talked") == (MISSED, (1, 2))
    assert asked.shows("care.talked", on=TODAY - timedelta(days=1)) == (MET, (2, 2))
    assert asked.shows("care.daily") == (MISSED, (0, 1))
    ruled(world, "示县府", "daily")
    assert asked.shows("care.daily", "示市监") == (MET, (1, 1))


def test_breaches_are_handled_and_agree_with_the_notices(asked: Asked, world: World) -> None:
    one, two = team(world, "示市监", 2)
    put(world, DISCIPLINES, officer=str(one.pk), source="complaint", found_on=day(9), paper="查1", handled_on=day(8))
    put(world, DISCIPLINES, officer=str(two.pk), source="discipline", found_on=day(9), paper="查2", sanction="警告", sanction_paper="处1")
    assert asked.shows("care.disciplined") == (MISSED, (1, 2))
    assert asked.shows("care.agreeing") == (MISSED, (0, 1))
    row = DISCIPLINES.model.objects.get(paper="查2")  # type: ignore[attr-defined]
    entry = {"source": "discipline", "found_on": day(9), "paper": "查2", "handled_on": day(7), "sanction": "警告", "sanction_paper": "处1", "notice": "纪通1"}
    books.amend(ONE, DISCIPLINES, row.pk, {**entry, "officer": str(two.pk), "reason": "收到通报"})
    assert (asked.shows("care.disciplined"), asked.shows("care.agreeing")) == ((MET, (2, 2)), (MET, (1, 1)))


@pytest.mark.parametrize(
    ("indices", "met"),
    [
        ("案卷合格率 60\n培训学时 40", MET),
        ("案卷合格率 60%\n培训学时 40%", MET),
        ("案卷合格率 60\n培训学时 39.5", MISSED),
        ("案卷合格率 60\n培训学时", MISSED),
        ("案卷合格率 60\n罚款数额 40", MISSED),
    ],
)
def test_indices_of_appraisal(asked: Asked, world: World, indices: str, met: bool) -> None:
    assert asked.read("care.index").met is MISSED
    ruled(world, "示县府", "appraisal", indices=indices)
    assert asked.read("care.index").met is met  # nobody enforces, so nobody has to use them
    team(world, "示市监", 1)
    assert asked.read("care.index", on=END).met is MISSED


@pytest.mark.parametrize(
    ("on", "months", "spans"),
    [
        (date(2026, 4, 1), 3, [(date(2026, 1, 1), date(2026, 3, 31))]),
        (date(2026, 3, 31), 3, [(date(2025, 10, 1), date(2025, 12, 31))]),
        (date(2026, 7, 1), 6, [(date(2026, 1, 1), date(2026, 6, 30))]),
        (date(2026, 12, 31), 12, [(date(2025, 1, 1), date(2025, 12, 31))]),
        (date(2026, 12, 31), 3, [(date(2026, 1, 1), date(2026, 3, 31)), (date(2026, 4, 1), date(2026, 6, 30)), (date(2026, 7, 1), date(2026, 9, 30))]),
    ],
)
def test_the_periods_of_a_year_that_are_over(on: date, months: int, spans: list[tuple[date, date]]) -> None:
    assert periods(on, months) == spans


def test_a_paper_for_every_quarter(asked: Asked, world: World) -> None:
    team(world, "示市监", 1)
    on = date(2026, 7, 15)
    ruled(world, "示市监", "study", issued_on="2026-02-01")
    assert asked.shows("care.study", on=on) == (MISSED, (0, 1))
    ruled(world, "示市监", "study", issued_on="2026-06-30", checked=False)
    assert asked.shows("care.study", on=on) == (MISSED, (0, 1))
    ruled(world, "示市监", "study", issued_on="2026-06-30")
    assert asked.shows("care.study", on=on) == (MET, (1, 1))


def test_papers_in_force_here_or_above(asked: Asked, world: World) -> None:
    team(world, "示市监", 1)
    ruled(world, "示县府", "review_standard")
    assert asked.shows("care.review_standard", "示市监") == (MET, (1, 1))
    assert asked.shows("care.paper_forms") == (MISSED, (0, 1))
    for kind in ("licence", "penalty", "inspection", "coercion"):
        ruled(world, "示市监", f"forms_{kind}")
    assert asked.shows("care.paper_forms") == (MET, (1, 1))
    assert asked.shows("care.norms") == (MISSED, (0, 3))
    for rule in ("publicity_norm", "record_norm", "review_norm"):
        ruled(world, "示县府", rule)
    assert asked.shows("care.norms") == (MET, (3, 3))
    ruled(world, "示市监", "risks", issued_on=day(366))
    assert asked.shows("care.risks") == (MISSED, (0, 1))
    ruled(world, "示市监", "risks", issued_on=day(365))
    assert asked.shows("care.risks") == (MET, (1, 1))


def test_each_department_says_who_supervises(asked: Asked, world: World) -> None:
    team(world, "示市监", 1)
    ruled(world, "示县府", "unit")  # another's paper names nobody here
    assert asked.shows("care.units") == (MISSED, (0, 1))
    ruled(world, "示市监", "unit")
    assert asked.shows("care.units") == (MET, (1, 1))


# --- means


def test_class_c_has_what_its_paper_says(asked: Asked, world: World) -> None:
    from fadu.agencies.equipment import services

    assert asked.read("equipment.recorders.c").met is UNTOLD
    designated(world, "示市监", "av_c")
    assert asked.shows("equipment.recorders.c") == (MISSED, (0, 1))
    standard = {"kind": "recorder", "things": "2", "people": "0", "paper": "配备数量确定书", "since": "2024-01-01"}
    services.add_standard(SYSTEM, world.organs["示市监"].pk, standard)
    thing(world)
    assert asked.read("equipment.recorders.c").behind[0].lacks == "应有 2 台，在用 1 台"
    thing(world, kind="terminal")
    assert asked.shows("equipment.recorders.c") == (MET, (1, 1))


def test_visits_are_passed_on(asked: Asked, world: World) -> None:
    row = put(world, VISITS, "城政", number="接1", came_on=day(9), matter="反映占道经营")
    assert asked.shows("premises.received") == (MISSED, (0, 1))
    books.add_later(ONE, VISITS, VISITS.later[0], row.pk, {"passed_to": "综合执法队", "passed_on": day(8)})
    assert asked.shows("premises.received") == (MET, (1, 1))


def test_windows_show_nine_things_and_are_attended(asked: Asked, world: World) -> None:
    put(world, WINDOWS, name="一号", elements="9", pictured_on=day(364), checks="20", there="19")
    assert (asked.shows("premises.boards"), asked.shows("premises.at_window")) == ((MET, (1, 1)), (MET, (19, 20)))
    put(world, WINDOWS, name="二号", elements="8", pictured_on=day(1), checks="1", there="0")
    assert (asked.shows("premises.boards"), asked.shows("premises.at_window")) == ((MISSED, (1, 2)), (MISSED, (19, 21)))
    assert asked.shows("premises.boards", on=TODAY + timedelta(days=2)) == (MISSED, (0, 2))


def test_papers_of_townships(asked: Asked, world: World) -> None:
    assert [asked.read(name).met for name in ("premises.pictures", "equipment.recording.townships", "equipment.films")] == [MISSED, MISSED, UNTOLD]
    ruled(world, "城政", "photos", issued_on=day(364))
    ruled(world, "城政", "recording", elements="2")
    assert [asked.read(name).met for name in ("premises.pictures", "equipment.recording.townships")] == [MET, MISSED]
    ruled(world, "城政", "recording", elements="3")
    assert asked.read("equipment.recording.townships").met is MET
    assert asked.read("premises.pictures", on=TODAY + timedelta(days=1)).met is MISSED
    ruled(world, "示市监", "demo_video")
    assert (asked.read("equipment.films").met, asked.read("equipment.films").value) == (UNTOLD, 1)  # how many there should be is not known


# --- what must be known, and who knows


def test_what_must_be_known_is_asked_about(asked: Asked, world: World) -> None:
    from fadu.agencies.exams import services

    assert asked.shows("exams.listing") == (MISSED, (0, 1))
    for provision in ("行政处罚法第五十一条", "《中华人民共和国行政处罚法》第五条"):
        put(world, SYLLABUS, "示县府", title="通用清单", provision=provision, issued_on=day(300))
    assert asked.shows("exams.listing", "示市监") == (MET, (1, 1))  # the county's list holds for its bureau
    assert asked.shows("exams.asked_about") == (MISSED, (0, 2))
    admin = world.actor(Role.ADMIN)
    services.add_question(admin, world.organs["示县府"].pk, question_data(1))  # rests on 第五十一条, which is not 第五条
    assert asked.shows("exams.asked_about") == (MISSED, (1, 2))
    services.add_question(admin, world.organs["示县府"].pk, question_data(2, basis="行政处罚法第五条第一款"))
    assert asked.shows("exams.asked_about") == (MET, (2, 2))
    assert asked.shows("exams.asked_about", on=TODAY - timedelta(days=301)) == (UNTOLD, (0, 0))


def test_reviewers_and_officers_with_the_qualification(asked: Asked, world: World) -> None:
    told = asked.read("people.reviewers.qualified")
    assert (told.met, told.of) == (MET, (1, 1))
    late = world.serving("新审", Role.REVIEWER, "示环")
    Officer.objects.filter(pk=late.pk).update(legal_qualification=False)
    told = asked.read("people.reviewers.qualified")
    assert (told.met, told.of, told.value) == (MISSED, (1, 2), Fraction(1, 2))
    team(world, "示市监", 2)
    assert (asked.read("people.reviewers.organs").met, asked.read("people.reviewers.organs").of) == (MET, (1, 1))
    team(world, "城政", 1, prefix="乡")
    assert asked.read("people.reviewers.organs").of == (1, 2)
    assert (asked.read("people.bar").met, asked.read("people.bar").value) == (UNTOLD, 3)
