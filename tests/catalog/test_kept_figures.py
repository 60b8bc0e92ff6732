"""The figures that hold registers of agencies against the catalogue, over a hand-made county."""

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest

from fadu.accounts.actors import SYSTEM, Role
from fadu.agencies.codes import id_number
from fadu.agencies.guidance.books import GUIDANCES, HANDOUTS
from fadu.agencies.models import Officer, Organ
from fadu.agencies.registers.bound import rows, sheet
from fadu.agencies.services import books
from fadu.agencies.staffing.books import ASSIGNMENTS, POSTS
from fadu.catalog.books import GUIDES
from fadu.catalog.figures.items import FIGURES
from fadu.catalog.figures.kept import EXAMS, RENEW_WITHIN
from fadu.catalog.models import PowerItem
from fadu.law.forms import Invalid
from fadu.sheets.sheet import Row
from tests.accounts.entrances import assert_entrances
from tests.catalog.listing import grant, listed, organ
from tests.catalog.test_item_figures import PAPER, TODAY, bureau, county

__all__ = ["county"]
pytestmark = pytest.mark.django_db
UNTOLD, MISSED, MET = None, False, True
GUIDE = {
    "item": "XK-1", "name": "食品经营许可", "accepts": "行政审批股", "decides": "示范县市场监督管理局", "conditions": "有固定场所", "materials": "申请书、身份证明",
    "favours": "无", "limit": "20 个工作日", "hours": "周一至周五 8:30—17:00", "address": "清河路 1 号", "phone": "0399-5550000", "published_on": "2022-02-01",
}  # fmt: skip


def told(name: str, within: Organ, on: date = TODAY) -> tuple[bool | None, tuple[int, int] | None]:
    reading = next(figure for figure in (*FIGURES, *EXAMS) if figure.id == name).read(within, on)
    return reading.met, reading.of


def put(book: Any, where: Organ, **entry: Any) -> Any:
    return books.enter(SYSTEM, book, where.pk, entry)


def person(where: Organ, number: int) -> str:
    kept = Officer.objects.create(
        organ=where, name=f"员{number}", employment="civil", starts_on=date(2020, 1, 1), id_number=id_number(f"13099919850101{number:03d}")
    )
    return str(kept.pk)


def test_powers_are_broken_down_to_posts_and_people(county: Organ) -> None:
    for code in ("A-1", "A-2", "A-3"):
        listed(code)
    assert told("items.decomposed", county) == (MISSED, (0, 3))
    near = put(POSTS, bureau(), name="一岗", frontline="1", items="A-1\n A-2 \nB-9", duties="执法")
    assert told("items.decomposed", county) == (MISSED, (0, 3))  # nobody holds the post
    put(ASSIGNMENTS, bureau(), officer=person(bureau(), 1), post=str(near.pk), since="2024-01-01")
    assert told("items.decomposed", county) == (MISSED, (2, 3))
    whole = put(POSTS, bureau(), name="二岗", frontline="0", items="全部", duties="执法")
    put(ASSIGNMENTS, bureau(), officer=person(bureau(), 2), post=str(whole.pk), since="2024-01-01", until=str(TODAY))
    assert told("items.decomposed", county) == (MET, (3, 3))
    assert told("items.decomposed", county, TODAY + timedelta(1)) == (MISSED, (2, 3))


def test_who_has_no_catalogue_is_urged(county: Organ) -> None:
    listed("A-1", organ="", **PAPER)
    eco = Organ.objects.get(short_name="机3")
    assert told("items.urged", county) == (MISSED, (0, 1))
    justice = organ(5, field="justice")
    entry = {"subject": "catalogue", "held_on": str(TODAY), "paper": "督1", "content": "限期编制", "wrong": "0", "mended": "0"}
    put(GUIDANCES, justice, target=str(bureau().pk), **entry)
    assert told("items.urged", county) == (MISSED, (0, 1))  # another was urged
    put(GUIDANCES, justice, target=str(eco.pk), **entry)
    assert told("items.urged", county) == (MET, (1, 1))
    listed("E-1", field="ecology", **PAPER)
    assert told("items.urged", county) == (MET, (0, 0))


def test_tables_are_handed_out_and_received(county: Organ) -> None:
    town = Organ.objects.get(short_name="机4")
    listed("A-1", ranges="200-500")
    PowerItem.objects.filter(code="A-1").update(discretion_table="T-1")
    listed("A-2", ranges="200-500")
    listed("A-3", ranges="", penalties=["WARNING"])
    assert told("grants.handed_out", county) == (UNTOLD, (0, 0))
    grant(town, "A-1 A-2 A-3")
    assert told("grants.handed_out", county) == (MISSED, (0, 2))
    row = put(HANDOUTS, town, department=str(bureau().pk), table="T-1", paper="下1", sent_on="2025-01-05")
    assert told("grants.handed_out", county) == (MISSED, (0, 2))
    books.add_later(SYSTEM, HANDOUTS, HANDOUTS.later[0], row.pk, {"received_on": "2025-01-09"})
    assert told("grants.handed_out", county) == (MISSED, (1, 2))  # the other item has no table
    assert told("grants.handed_out", county, date(2025, 1, 8)) == (MISSED, (0, 2))


def test_each_item_that_is_asked_for_has_its_guide(county: Organ) -> None:
    listed("A-1")  # a penalty nobody asks for
    assert told("items.guided", county) == (UNTOLD, (0, 0))
    listed("XK-1", kind="licence", penalties=[], ranges="", promised_limit="15 个工作日")
    assert told("items.guided", county) == (MISSED, (0, 1))
    assert told("items.guides_agree", county)[0] is UNTOLD
    row = put(GUIDES, bureau(), **GUIDE)
    assert told("items.guided", county) == (MET, (1, 1))
    assert told("items.guides_agree", county)[0] is MISSED
    books.amend(SYSTEM, GUIDES, row.pk, {**GUIDE, "limit": "15 个工作日", "reason": "与承诺时限一致"})
    assert told("items.guides_agree", county)[0] is MET
    books.add_later(SYSTEM, GUIDES, GUIDES.later[0], row.pk, {"until": str(TODAY)})
    assert told("items.guided", county, TODAY + timedelta(1)) == (MISSED, (0, 1))


@pytest.mark.parametrize("missing", [name for name in GUIDE if name != "published_on"])
def test_a_guide_tells_all_ten_things(county: Organ, missing: str) -> None:
    listed("XK-1", kind="licence", penalties=[], ranges="")
    with pytest.raises(Invalid) as wrong:
        put(GUIDES, bureau(), **{**GUIDE, missing: ""})
    assert set(wrong.value.errors) == {missing}


def test_a_guide_is_of_an_item_that_was_listed(county: Organ) -> None:
    with pytest.raises(Invalid) as wrong:
        put(GUIDES, bureau(), **GUIDE)
    assert set(wrong.value.errors) == {"item"}


def test_guides_go_out_and_come_in_and_everybody_reads_them(county: Organ, clients: Any) -> None:
    listed("XK-1", kind="licence", penalties=[], ranges="")
    row = put(GUIDES, bureau(), **GUIDE)
    (line,) = sheet(GUIDES).rows(SYSTEM)
    given = {name: value for name, value in line.items() if value is not None and value != ""}
    code = {"organ": bureau().code}
    assert sheet(GUIDES).load(SYSTEM, [Row(2, {**given, **code})], lambda _: None).unchanged == 1
    assert sheet(GUIDES).load(SYSTEM, [Row(2, {**given, **code, "phone": "0399-1"})], lambda _: None).changed == 1
    assert rows(GUIDES, SYSTEM).get().phone == "0399-1"
    everybody = dict.fromkeys((Role.OFFICER, Role.REVIEWER, Role.HEAD, Role.SUPERVISOR, Role.ADMIN, Role.PUBLIC), 200)
    kept = {**dict.fromkeys(everybody, 403), Role.ADMIN: 200, Role.PUBLIC: 302}
    assert_entrances(
        clients,
        {
            "GET /catalog/guides/": everybody,
            f"GET /catalog/guides/{row.pk}/": everybody,
            f"GET /catalog/guides/{row.pk}/edit/": kept,
            f"POST /catalog/guides/{row.pk}/edit/": {**kept, Role.ADMIN: 422},
        },
    )


def test_what_must_be_known_keeps_up_with_the_law(county: Organ) -> None:
    from fadu.agencies.exams.books import SYLLABUS
    from fadu.law.statutes import EVERY

    assert told("exams.kept_up", county)[0] is UNTOLD
    old = min((one for one in EVERY if one.until is not None and one.until < TODAY - timedelta(90)), key=lambda one: one.title)
    assert old.until is not None
    put(SYLLABUS, county, title="清单", provision=f"{old.title}第一条", issued_on=str(max(old.in_force, date(2000, 1, 1))))
    assert told("exams.kept_up", county, old.until + RENEW_WITHIN)[0] is MET
    assert told("exams.kept_up", county, old.until + RENEW_WITHIN + timedelta(2))[0] is MISSED
    assert Fraction(1) == next(figure for figure in EXAMS if figure.id == "exams.kept_up").read(county, TODAY).value
