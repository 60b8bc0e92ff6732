"""The figures together: each can be read, each clause it names exists, the table in the docs is as they are."""

import csv
from datetime import date
from fractions import Fraction
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from fadu.accounts.actors import Role
from fadu.agencies.figure import Figure, Reading
from fadu.supervision.figures import SUBJECTS, answered, figures, told
from fadu.supervision.selectors import Shown
from tests.agencies.world import World, build
from tests.law.catalogue import SHARED, needs_shared

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)
CLAUSES = Path(__file__).parents[2] / "docs/clauses.md"


@pytest.fixture
def world() -> World:
    return build()


def test_no_figure_has_the_name_of_another():
    assert sum(len(subject.figures) for subject in SUBJECTS) == len(figures())


@needs_shared
def test_every_clause_that_is_answered_is_one_of_the_five_policies():
    with (SHARED / "seed_clauses.csv").open(encoding="utf-8-sig") as file:
        known = {(row["seed"][:3], row["clause"]) for row in csv.DictReader(file)}
    assert set(answered()) - known == set()
    assert len(answered()) >= 84


def test_the_table_in_the_docs_is_what_the_command_prints():
    out = StringIO()
    call_command("clauses", stdout=out)
    assert CLAUSES.read_text("utf-8") == out.getvalue()


@pytest.mark.parametrize("figure", figures().values(), ids=lambda figure: figure.id)
def test_each_is_read_for_a_county_that_has_just_begun(world: World, figure: Figure):
    reading = figure.read(world.organs["示县府"], TODAY)
    assert reading.value is None or reading.value >= 0 or figure.unit != "%"
    assert reading.met is None or reading.value is not None
    assert all(told(clause) for clause in figure.clauses)


@pytest.mark.parametrize(
    ("reading", "unit", "printed", "word"),
    [
        (Reading(Fraction(2, 3), False, (2, 3)), "%", "66.7", "未达到"),
        (Reading(Fraction(1), True, (4, 4)), "%", "100", "达到"),
        (Reading(Fraction(41, 4), True), "小时", "10.2", "达到"),
        (Reading(None, None), "%", "—", "尚不能判"),
    ],
)
def test_a_figure_is_printed_as_an_office_prints_it(reading: Reading, unit: str, printed: str, word: str):
    shown = Shown(Figure("x", "", unit, "", (), lambda *_: reading), reading)
    assert (shown.value, shown.state[1]) == (printed, word)


def test_who_may_see_figures(world: World):
    seen = {role: [client.get(path).status_code for path in ("/figures/", "/figures/people.certified/")] for role, client in world.clients().items()}
    assert seen == {
        Role.OFFICER: [403, 403],
        Role.REVIEWER: [403, 403],
        Role.HEAD: [200, 200],
        Role.SUPERVISOR: [200, 200],
        Role.ADMIN: [200, 200],
        Role.PUBLIC: [302, 302],
    }


@pytest.mark.parametrize("subject", SUBJECTS, ids=lambda subject: subject.id)
def test_every_subject_has_its_page(world: World, subject):
    page = world.client(Role.ADMIN).get("/figures/", {"subject": subject.id, "on": "2026-11-20"})
    assert page.status_code == 200
    for figure in subject.figures:
        assert figure.title in page.content.decode()


@pytest.mark.parametrize("asked", [{"organ": "x"}, {"on": "2026-13-45"}, {"subject": "none"}, {"on": "0001-01-01"}])
def test_what_is_asked_wrongly_is_answered_as_if_it_were_not_asked(world: World, asked):
    assert world.client(Role.ADMIN).get("/figures/", asked).status_code == 200


def test_an_organ_out_of_reach_is_not_there(world: World):
    assert world.client(Role.HEAD).get("/figures/", {"organ": world.organs["邻市监"].pk}).status_code == 404
    assert world.client(Role.ADMIN).get("/figures/nothing/").status_code == 404
