"""保管期限表: an organ's own schedule goes before the platform's, once a second person checked it against the paper."""

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest

from fadu.accounts.permissions import NotAllowed
from fadu.agencies.services import books
from fadu.cases import prefill
from fadu.cases.models import Case
from fadu.cases.services.record import kept_facts
from fadu.evidence.archive.figures import FIGURES
from fadu.evidence.archive.schedule import RETENTIONS, kept_of
from fadu.law.filing import Term, Turn, turns
from fadu.law.forms import Invalid

pytestmark = pytest.mark.django_db
LINE = {
    "series": "penalty", "turn": "any", "term": "10", "since": "2026-01-01", "number": "示市监档〔2026〕1号", "issued_on": "2025-12-20", "approved_by": "示范县档案局",
}  # fmt: skip
DAY = date(2026, 8, 25)


def test_the_turns_of_a_case_are_read_from_its_record() -> None:
    worded = [
        ({}, (Turn.ANY,)),
        ({"procedure": "simple"}, (Turn.SIMPLE, Turn.ANY)),
        ({"hearing_held_on": 1, "procedure": "general"}, (Turn.WEIGHTY, Turn.ANY)),
        ({"remedy_started_on": 1, "legal_reviewed_on": 2}, (Turn.REMEDIED, Turn.WEIGHTY, Turn.ANY)),
    ]
    for facts, expected in worded:
        assert turns("penalty", facts) == expected


def test_a_line_counts_when_it_is_checked_and_the_most_particular_goes_first(bureau: Any, case: Case) -> None:
    """档案法实施条例第十九条第二款. The case went through legal review: by the platform's schedule it is kept for ever."""
    officer, head = bureau.who("liwei"), bureau.who("zhaoqiang")
    facts = kept_facts(case)
    assert kept_of(case, facts, DAY).term is Term.PERMANENT
    line = books.enter(officer, RETENTIONS, case.organ_id, LINE)
    assert kept_of(case, facts, DAY).term is Term.PERMANENT, "nobody has checked it"
    with pytest.raises(NotAllowed):
        books.check(officer, RETENTIONS, line.pk)
    books.check(head, RETENTIONS, line.pk)
    found = kept_of(case, facts, DAY)
    assert (found.term, "示市监档〔2026〕1号" in found.why, "示范县档案局" in found.why) == (Term.TEN, True, True)
    weighty = books.enter(officer, RETENTIONS, case.organ_id, LINE | {"turn": "weighty", "term": "30"})
    books.check(head, RETENTIONS, weighty.pk)
    assert kept_of(case, facts, DAY).term is Term.THIRTY
    assert kept_of(case, facts, date(2025, 12, 31)).term is Term.PERMANENT, "it was not in force"
    assert prefill._kept[-1](case, facts).term is Term.THIRTY, "the step that hands the file in proposes it"
    with pytest.raises(Invalid, match="施行不能早于发布"):
        books.enter(officer, RETENTIONS, case.organ_id, LINE | {"series": "inspection", "since": "2025-12-01"})


def test_the_figure_tells_which_organs_have_one(bureau: Any, case: Case) -> None:
    figure = next(each for each in FIGURES if each.id == "archive.scheduled")
    assert figure.read(bureau.bureau, DAY).of == (0, 1)
    line = books.enter(bureau.who("liwei"), RETENTIONS, case.organ_id, LINE)
    books.check(bureau.who("zhaoqiang"), RETENTIONS, line.pk)
    assert figure.read(bureau.bureau, DAY).value == Fraction(1)
    assert figure.read(bureau.bureau, date(2026, 1, 1) - timedelta(days=1)).of == (0, 1)
