"""Every book: entered once, put right with a reason, checked by a second person, out as a sheet and in again, seen by whom it may be."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from fadu.accounts.actors import SYSTEM, Role
from fadu.accounts.permissions import NotAllowed
from fadu.agencies.models import Change
from fadu.agencies.registers.book import Book
from fadu.agencies.registers.bound import register, rows, sheet
from fadu.agencies.services import books
from fadu.agencies.staffing.models import RollLine
from fadu.agencies.staffing.sheets import ROLLS
from fadu.law.forms import Invalid
from fadu.sheets.sheet import Faults, Row
from tests.accounts.entrances import assert_entrances
from tests.agencies.books.samples import SAMPLES, WITNESS, expert, organ
from tests.agencies.world import World

pytestmark = pytest.mark.django_db
OFF, R, H, S, A, P = Role.OFFICER, Role.REVIEWER, Role.HEAD, Role.SUPERVISOR, Role.ADMIN, Role.PUBLIC
ONE, TWO = replace(SYSTEM, user_id=1, name="甲"), replace(SYSTEM, user_id=2, name="乙")
every_book = pytest.mark.parametrize("name", SAMPLES)


def sample(world: World, name: str) -> tuple[Book, dict[str, Any]]:
    book, make = SAMPLES[name]
    if name == "styles":
        return book, make(world)
    world.credential(world.people[OFF])
    return book, make(world)


def wrong(act: Any, *args: Any) -> set[str]:
    with pytest.raises(Invalid) as found:
        act(*args)
    return set(found.value.errors)


@every_book
def test_a_row_is_entered_once_and_the_change_written_down(world: World, name: str) -> None:
    book, entry = sample(world, name)
    here = world.organs["示市监"].pk
    row = books.enter(ONE, book, here, entry)
    assert wrong(books.enter, ONE, book, here, entry) == {book.once[0]}
    change = Change.objects.get(what=book.what, target_id=row.pk)
    assert (change.action, change.by_name, change.organ_id) == ("登记", "甲", here)
    assert list(rows(book, SYSTEM)) == [row]


@every_book
def test_what_is_missing_is_asked_for(world: World, name: str) -> None:
    book, _ = sample(world, name)
    found = wrong(books.enter, ONE, book, world.organs["示市监"].pk, {})
    assert found == {field.name for field in book.fields() if field.required and field.when is None}
    assert found
    assert not rows(book, SYSTEM).exists()


@every_book
def test_a_row_is_put_right_with_a_reason(world: World, name: str) -> None:
    book, entry = sample(world, name)
    row = books.enter(ONE, book, world.organs["示市监"].pk, entry)
    assert wrong(books.amend, ONE, book, row.pk, entry) == {"reason"}
    books.amend(TWO, book, row.pk, {**entry, "reason": "核对"})
    assert not Change.objects.filter(action="修改").exists() or book.witnessed  # nothing differs but who entered a paper


@every_book
def test_out_as_a_sheet_and_in_again(world: World, name: str) -> None:
    book, entry = sample(world, name)
    books.enter(ONE, book, world.organs["示市监"].pk, entry)
    bound = sheet(book)
    out = [{key: value for key, value in line.items() if value is not None and value != ""} for line in bound.rows(SYSTEM)]
    assert len(out) == 1
    assert {field.name for field in bound.fields(SYSTEM)} >= set(out[0])
    told = bound.load(SYSTEM, [Row(2, dict(out[0]))], lambda _: None)
    assert (told.added, told.changed, told.unchanged) == (0, 0, 1)
    rows(book, SYSTEM).get()
    rows(book, SYSTEM).all()._raw_delete("default")  # as brought into an installation that has none
    told = bound.load(SYSTEM, [Row(2, dict(out[0]))], lambda _: None)
    assert (told.added, told.unchanged) == (1, 0)
    with pytest.raises(Faults) as faults:
        bound.load(SYSTEM, [Row(2, {**out[0], "organ": "不存在"})], lambda _: None)
    assert [(fault.row, fault.column) for fault in faults.value.faults] == [(2, "机关代码")]


@every_book
def test_every_role_at_every_entrance(world: World, name: str) -> None:
    book, entry = sample(world, name)
    here = world.organs["示市监"].pk
    row = books.enter(ONE, book, here, entry)
    own = book.see == "care.see"
    there = hasattr(row, "officer_id")
    see = {OFF: 200, R: 404 if own else 200, H: 200, S: 200, A: 200, P: 302}
    if own and not there:
        see[OFF] = 404
    listing = {OFF: 200, R: 200, H: 200, S: 200, A: 200, P: 302}
    if book.see == "equipment.see":
        see[R] = listing[R] = 403
    keep = {OFF: 403, R: 403, H: 403, S: 403, A: 200, P: 302}
    path = register(book).path
    table: dict[str, dict[Role, int]] = {
        f"GET /{path}": listing,
        f"GET /{path}{row.pk}/": see,
        f"GET /{path}new/{here}/": keep,
        f"POST /{path}new/{here}/": {**keep, A: 422},
        f"GET /{path}{row.pk}/edit/": keep,
        f"POST /{path}{row.pk}/edit/": {**keep, A: 422},
    }
    for later in book.later:
        if later.offered(row):
            table |= {f"GET /{path}{row.pk}/{later.name}/": keep, f"POST /{path}{row.pk}/{later.name}/": {**keep, A: 422}}
    if book.witnessed:
        table[f"GET /{path}{row.pk}/check/"] = {OFF: 403, R: 403, H: 200, S: 200, A: 200, P: 302}
    assert_entrances(world.clients(), table)


@every_book
@pytest.mark.parametrize("query", ["q=%00", "organ=x", "after=" + "9" * 40, "kind=%27&checked=maybe&now=x&frontline=2"])
def test_no_address_breaks_a_list(world: World, name: str, query: str) -> None:
    book, entry = sample(world, name)
    books.enter(ONE, book, world.organs["示市监"].pk, entry)
    assert world.client(A).get(f"/{register(book).path}?{query}").status_code == 200


@pytest.mark.parametrize("name", [name for name, (book, _) in SAMPLES.items() if book.witnessed])
def test_a_paper_counts_after_a_second_person_and_again_after_a_change(world: World, name: str) -> None:
    book, entry = sample(world, name)
    row: Any = books.enter(ONE, book, world.organs["示市监"].pk, entry)
    with pytest.raises(NotAllowed, match="同一人"):
        books.check(ONE, book, row.pk)
    assert books.check(TWO, book, row.pk).checked_name == "乙"  # type: ignore[attr-defined]
    assert wrong(books.check, TWO, book, row.pk) == {""}
    changed: Any = books.amend(TWO, book, row.pk, {**entry, "url": "https://example.org/2", "reason": "换原件"})
    assert (changed.entered_name, changed.checked_name) == ("乙", "")
    with pytest.raises(NotAllowed):
        books.check(TWO, book, row.pk)
    assert wrong(books.enter, ONE, book, world.organs["示市监"].pk, {**entry, "number": "x", "until": "2026-01-04"}) >= {"until"}


def test_another_county_is_out_of_reach(world: World) -> None:
    book, entry = sample(world, "loads")
    row = books.enter(ONE, book, world.organs["邻市监"].pk, entry)
    assert world.client(A).get(f"/staffing/loads/{row.pk}/").status_code == 404
    with pytest.raises(NotAllowed):
        books.enter(world.actor(A), book, world.organs["邻市监"].pk, {**entry, "year": "2025"})


def test_what_becomes_known_later(world: World) -> None:
    book, entry = sample(world, "borrowings")
    here = world.organs["示市监"].pk
    row = books.enter(ONE, book, here, entry)
    answer, opinion = book.later
    assert wrong(books.add_later, ONE, book, answer, row.pk, {}) == {"answered_on", "agreed"}
    assert wrong(books.add_later, ONE, book, answer, row.pk, {"answered_on": "2026-01-31", "agreed": "1"}) == {"answered_on"}
    assert wrong(books.add_later, ONE, book, answer, row.pk, {"answered_on": "2026-02-02", "agreed": "0"}) == {"refused_for"}
    assert wrong(books.add_later, ONE, book, opinion, row.pk, {"opinion_on": "2026-02-02", "opinion_by": "某"}) == {""}  # nobody agreed yet
    books.add_later(ONE, book, answer, row.pk, {"answered_on": "2026-02-02", "agreed": "1"})
    assert wrong(books.add_later, ONE, book, answer, row.pk, {"answered_on": "2026-02-02", "agreed": "1"}) == {""}
    done: Any = books.add_later(TWO, book, opinion, row.pk, {"opinion_on": "2026-02-05", "opinion_by": "周审"})
    assert (str(done.opinion_on), done.opinion_by, done.answered_on.isoformat()) == ("2026-02-05", "周审", "2026-02-02")
    assert [change.action for change in Change.objects.filter(what="borrowing").order_by("pk")] == ["登记", "答复", "出具意见"]
    assert wrong(books.enter, ONE, book, here, {**entry, "lender": str(here), "matter": "y"}) == {"lender"}


@pytest.mark.parametrize(
    ("name", "more", "fields"),
    [
        ("opinions", {"held_on": "2025-12-31"}, {"expert"}),
        ("opinions", {"adopted": "0"}, {"why"}),
        ("recruitments", {"law_degree": "5"}, {"law_degree"}),
        ("guidances", {"looked_at": ""}, {"looked_at"}),
        ("guidances", {"mended": "3"}, {"mended"}),
        ("pilots", {"state": "passed"}, {"accepted_on"}),
        ("lowerings", {"after": "failed"}, {"after"}),
        ("disciplines", {"sanction": "警告"}, {"sanction_paper"}),
        ("experts", {"kind": "public"}, {"officer"}),
        ("reinforcements", {"on": "2099-01-01"}, {"on"}),
        ("checks", {"by": "nobody"}, {"by"}),
        ("loads", {"more": "x"}, {"more"}),
        ("participations", {"held_on": "2025-12-31"}, {"held_on"}),
        ("windows", {"elements": "10"}, {"elements"}),
        ("windows", {"there": "5"}, {"there"}),
        ("handouts", {"sent_on": "2099-01-01"}, {"sent_on"}),
        ("visits", {"passed_on": "2026-01-31", "passed_to": "队"}, {"passed_on"}),
    ],
)
def test_what_does_not_hold_together_is_refused(world: World, name: str, more: dict[str, str], fields: set[str]) -> None:
    book, entry = sample(world, name)
    assert wrong(books.enter, ONE, book, world.organs["示市监"].pk, {**entry, **more}) == fields


def test_nobody_keeps_what_is_about_themselves(world: World) -> None:
    book = SAMPLES["talks"][0]
    entry = {"officer": str(world.people[A].pk), "kind": "talk", "held_on": "2026-02-01", "held_by": "某"}
    with pytest.raises(NotAllowed, match="自己"):
        books.enter(world.actor(A), book, world.organs["示县府"].pk, entry)


def test_an_expert_of_another_organ_may_be_heard(world: World) -> None:
    lent = expert(world, "示司", certificate="SF1")
    entry = {"expert": str(lent.pk), "occasion": "discussion", "matter": "案", "held_on": "2026-02-01", "signed_in": "1", "written": "0", "adopted": "1"}
    assert books.enter(ONE, SAMPLES["opinions"][0], world.organs["示市监"].pk, entry)


def test_partners_are_organs_of_the_place(world: World) -> None:
    entry = {**WITNESS, "title": "协作办法", "partners": [organ(world, "示环"), "999999"]}
    assert wrong(books.enter, ONE, SAMPLES["cooperations"][0], world.organs["示市监"].pk, entry) == {"partners"}


def test_of_a_roll_no_number_stays(world: World) -> None:
    person = world.people[OFF]
    code, today = world.organs["示市监"].code, timezone.localdate()
    line = {"organ": code, "office": "posts", "roll": "enforcing", "as_of": today.isoformat(), "id_number": person.id_number}
    assert ROLLS.load(SYSTEM, [Row(2, dict(line)), Row(3, dict(line))], lambda _: None).added == 1
    row = RollLine.objects.get()
    assert (row.id_index, list(ROLLS.rows(SYSTEM))) == (person.id_index, [])
    assert person.id_number not in str(Change.objects.get(what="roll_line").after)
    with pytest.raises(Faults) as faults:
        ROLLS.load(SYSTEM, [Row(2, {**line, "as_of": (today + timedelta(days=1)).isoformat()})], lambda _: None)
    assert faults.value.faults[0].column == "名册日期"
    answer = world.client(A).get(f"/staffing/rolls/{row.pk}/")
    assert "名册上有、本平台没有 1 人" in answer.content.decode()  # nobody there holds a credential yet
