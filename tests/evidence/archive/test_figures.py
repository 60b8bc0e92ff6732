"""The figures of files: when they can't be told, are missed, are met; each answers the clause it names."""

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest

from fadu.agencies.figure import Reading
from fadu.agencies.models import Organ
from fadu.evidence.archive.figures import FIGURES
from fadu.evidence.archive.models import Check, Filing, Volume
from fadu.supervision.figures import answered

pytestmark = pytest.mark.django_db
BY_ID = {figure.id: figure for figure in FIGURES}
CLAUSES = {("002", "二(二)4(1)"), ("002", "二(二)"), ("001", "三(十二)"), ("004", "清单二(三)6")}


def read(name: str, organ: Organ, day: date) -> Reading:
    return BY_ID[name].read(organ, day)


@pytest.fixture
def organ(bureau: Any) -> Organ:
    return bureau.bureau


def test_the_clauses_are_answered() -> None:
    assert {clause for figure in FIGURES for clause in figure.clauses} == CLAUSES
    assert answered().keys() >= CLAUSES


def test_before_any_case_is_done_nothing_is_told(organ: Organ, volume: Volume) -> None:
    early = volume.formed_on - timedelta(days=300)
    assert {name: read(name, organ, early).met for name in BY_ID if name != "archive.scheduled"} == dict.fromkeys(BY_ID.keys() - {"archive.scheduled"})


def test_filed_in_time_and_whole(organ: Organ, volume: Volume) -> None:
    day = volume.due_on + timedelta(days=1)
    for name in ("archive.in_time", "archive.rate", "archive.whole"):
        found = read(name, organ, day)
        assert (found.value, found.met, found.of) == (Fraction(1), True, (1, 1)), name
    assert read("archive.exceptions", organ, day).of == (0, 1)


def test_a_day_late_is_late(organ: Organ, volume: Volume, bureau: Any, house: Any) -> None:
    general = bureau.organs["示综"]
    waiting = Filing.objects.get(case=house.simple)
    assert read("archive.in_time", general, waiting.due_on).met is None, "its last day is not over"
    after = waiting.due_on + timedelta(days=1)
    found = read("archive.in_time", general, after)
    assert (found.met, found.behind[0].lacks) == (False, "逾期没有立卷")
    assert read("archive.rate", general, after).of == (0, 1)


def test_a_file_that_fails_its_examination_is_not_whole(organ: Organ, volume: Volume) -> None:
    first = volume.checks.get()
    leaf = first.leaf
    leaf.pk, leaf.ref, leaf.index = None, volume.register_id, None
    leaf.save(force_insert=True)
    Check.objects.create(organ=volume.organ, volume=volume, stage="kept", at=first.at, by_name="系统", sha256="", passed=False, results=[], leaf=leaf)
    found = read("archive.whole", organ, volume.due_on)
    assert (found.met, found.behind[0].lacks) == (False, "四性检测没有通过")


def test_the_county_counts_all_below_it(bureau: Any, volume: Volume) -> None:
    county = bureau.organs["示县府"]
    assert read("archive.whole", county, volume.due_on).of == (1, 1)
