"""The figures that hold the registers against the cases, over the food case and what is made of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from fadu.accounts.actors import SYSTEM
from fadu.agencies import locality
from fadu.agencies.care import services as care
from fadu.agencies.care.books import LOWERINGS
from fadu.agencies.counsel.books import EXPERTS, OPINIONS
from fadu.agencies.equipment import services as equipment
from fadu.agencies.figure import Reading
from fadu.agencies.guidance.books import GUIDANCES
from fadu.agencies.models import CredentialState, Officer
from fadu.agencies.registers.book import Book
from fadu.agencies.services import books
from fadu.agencies.training import numbers
from fadu.cases.models import Case, Facts, Step
from fadu.cases.models.facts import TABLES
from fadu.cases.services.replay import replay
from fadu.law.calendar import civil, number
from fadu.law.parameters import PARAMETERS, Parameters, Value
from fadu.supervision.casework import CARE, ITEMS, PEOPLE, TEAM
from fadu.supervision.overturned import fallen
from tests.cases.world import Bureau

pytestmark = pytest.mark.django_db
UNTOLD, MISSED, MET = None, False, True
ONE, TWO = replace(SYSTEM, user_id=1, name="甲"), replace(SYSTEM, user_id=2, name="乙")
END = date(2026, 12, 31)


@pytest.fixture
def case(bureau: Bureau, food: dict[str, Any]) -> Case:
    """The food case, decided in 2026."""
    bureau.organ("城关镇人民政府", "城政", "示县府", field="government", level="township", region_code="130999100")
    return Case.objects.get(pk=replay(food).case_id)


@pytest.fixture
def read(bureau: Bureau) -> Callable[..., Reading]:
    """A figure of the county."""
    by_id = {figure.id: figure for figure in (*PEOPLE, *TEAM, *CARE, *ITEMS)}

    def asked(name: str, on: date = END, short: str = "示县府") -> Reading:
        return by_id[name].read(bureau.organs[short], on)

    return asked


def put(bureau: Bureau, book: Book, short: str = "示市监", **entry: Any) -> Any:
    row = books.enter(ONE, book, bureau.organs[short].pk, entry)
    return books.check(TWO, book, row.pk) if book.witnessed else row


def test_a_deliberation_with_a_lawyer(case: Case, bureau: Bureau, read: Callable[..., Reading]) -> None:
    Facts.objects.filter(pk=case.pk).update(f_discussed_on=number(date(2026, 6, 20)))
    assert (read("counsel.heard").met, read("counsel.heard").of) == (MISSED, (0, 1))
    adviser = put(bureau, EXPERTS, kind="adviser", name="孙律师", certificate="L1", paper="聘1", since="2026-01-01")
    entry = {"expert": str(adviser.pk), "matter": case.number, "held_on": "2026-06-20", "signed_in": "1", "written": "1", "adopted": "1"}
    put(bureau, OPINIONS, **entry, occasion="review")  # at the review, not at the deliberation
    assert read("counsel.heard").met is MISSED
    put(bureau, OPINIONS, **entry, occasion="discussion")
    assert (read("counsel.heard").met, read("counsel.heard").of) == (MET, (1, 1))
    assert read("counsel.heard", date(2027, 1, 1)).met is UNTOLD


def test_a_tenth_of_the_penalties_is_looked_at(case: Case, bureau: Bureau, read: Callable[..., Reading]) -> None:
    decided = Facts.objects.filter(f_decided_on__gte=number(date(2026, 1, 1)), f_decided_on__lte=number(END)).count()
    assert decided == 1
    assert (read("guidance.sampled").met, read("guidance.sampled", END - timedelta(1)).met) == (MISSED, UNTOLD)
    entry = {"subject": "sampling", "held_on": "2026-11-01", "paper": "抽1", "content": "抽查", "looked_at": "3", "wrong": "0", "mended": "0"}
    put(bureau, GUIDANCES, "示司", target=str(bureau.bureau.pk), **entry)
    assert (read("guidance.sampled").met, read("guidance.sampled").of) == (MET, (1, 1))  # no more is counted than there was


def falls(case: Case, on: date) -> None:
    Facts.objects.filter(pk=case.pk).update(f_overturned_on=number(on))


def test_a_decision_falls_on_its_first_day(case: Case, bureau: Bureau) -> None:
    year = (date(2026, 1, 1), END)
    assert fallen([bureau.bureau], *year) == []
    falls(case, date(2026, 10, 9))
    suit = Case.objects.create(organ=bureau.bureau, procedure="suit", version="2024", title="诉讼", cause="诉讼", field="market", item="", party=case.party, origin=case, stage="x", stage_since=case.opened_on, opened_on=case.opened_on)  # fmt: skip
    TABLES["suit"].objects.create(case=suit, f_suit_result="upheld", f_suit_judged_on=number(date(2026, 9, 1)))
    assert [(one.label, one.on) for one in fallen([bureau.bureau], *year)] == [(case.number, date(2026, 10, 9))]
    TABLES["suit"].objects.update(f_suit_result="quashed")
    assert [one.on for one in fallen([bureau.bureau], *year)] == [date(2026, 9, 1)]
    assert fallen([bureau.bureau], date(2026, 9, 2), END) == []
    assert fallen([bureau.organs["示司"]], *year) == []


def test_somebody_answers_for_what_fell(case: Case, bureau: Bureau, read: Callable[..., Reading]) -> None:
    assert read("care.blamed").met is UNTOLD
    falls(case, date(2026, 8, 1))
    assert read("care.blamed", date(2026, 9, 30)).met is UNTOLD  # the sixtieth day
    assert (read("care.blamed", date(2026, 10, 1)).met, read("care.blamed").of) == (MISSED, (0, 1))
    entry = {"kind": "accountability", "officer": str(bureau.named["liwei"].pk), "facts": "未送审", "wrong": case.number, "accepted_on": "2026-09-30"}
    row = care.accept_matter(SYSTEM, bureau.bureau.pk, entry)
    assert read("care.blamed").met is MET
    assert read("care.dealt_with").met is UNTOLD  # nothing found yet
    for stage in ("investigated", "heard"):
        care.advance_matter(SYSTEM, row.pk, {"stage": stage, "on": "2026-10-08", "says": "x"})
    decision = {"decider": "meeting", "found": "1", "circumstance": "情形一", "basis": "第五条", "outcome": "批评教育"}
    care.advance_matter(SYSTEM, row.pk, {"stage": "decided", "on": "2026-10-09", "says": "x", **decision})
    assert read("care.dealt_with").met is MISSED
    care.advance_matter(SYSTEM, row.pk, {"stage": "closed", "on": "2026-10-10", "says": "x"})
    assert read("care.dealt_with").met is MET


def test_both_are_lowered_for_what_fell_in_the_transition(case: Case, bureau: Bureau, read: Callable[..., Reading], monkeypatch: pytest.MonkeyPatch) -> None:
    town = bureau.organs["城政"]
    Case.objects.filter(pk=case.pk).update(organ=town)
    handed = [numbers.Handed(bureau.bureau.pk, town.pk), numbers.Handed(bureau.organs["示司"].pk, town.pk)]
    monkeypatch.setattr(numbers, "_handed", lambda _first, _last: handed)
    falls(case, date(2026, 10, 9))
    assert read("care.lowered").met is UNTOLD  # no paper says when the transition began
    entry = {"rule": "transition", "title": "过渡期方案", "number": "县政〔2025〕1号", "issued_on": "2025-01-01", "url": "https://example.org/1"}
    paper = equipment.enter_regulation(ONE, bureau.organs["示县府"].pk, entry)
    equipment.check_regulation(TWO, paper.pk)
    value = Value(PARAMETERS["transition.months"], 24, "某规定", date(2020, 1, 1), None, "test")
    monkeypatch.setattr(locality, "parameters", lambda: Parameters("本县", ({"transition.months": (value,)},)))
    assert (read("care.lowered").met, read("care.lowered").of) == (MISSED, (0, 2))  # the township and the bureau of the field, not the other
    lowering = {"number": "考1", "issued_on": "2026-11-01", "year": "2026", "case": case.number, "before": "good", "after": "passed"}
    put(bureau, LOWERINGS, "城政", **lowering)
    assert read("care.lowered").of == (1, 2)
    put(bureau, LOWERINGS, **lowering)
    assert (read("care.lowered").met, read("care.lowered").of) == (MET, (2, 2))
    falls(case, date(2027, 1, 2))  # after twenty-four months
    assert read("care.lowered", date(2027, 6, 1)).met is UNTOLD


def test_townships_come_to_handle_cases_of_their_own(case: Case, bureau: Bureau, read: Callable[..., Reading], monkeypatch: pytest.MonkeyPatch) -> None:
    town = bureau.organs["城政"]
    monkeypatch.setattr(numbers, "_handed", lambda _first, _last: [numbers.Handed(bureau.bureau.pk, town.pk)])
    entry = {"rule": "transition", "title": "过渡期方案", "number": "县政〔2025〕1号", "issued_on": "2025-01-01", "url": "https://example.org/1"}
    equipment.check_regulation(TWO, equipment.enter_regulation(ONE, bureau.organs["示县府"].pk, entry).pk)
    value = Value(PARAMETERS["transition.months"], 24, "某规定", date(2020, 1, 1), None, "test")
    monkeypatch.setattr(locality, "parameters", lambda: Parameters("本县", ({"transition.months": (value,)},)))
    assert (read("grants.joint").met, read("grants.joint", date(2027, 1, 2)).met) == (UNTOLD, MISSED)
    Case.objects.filter(pk=case.pk).update(organ=town)
    assert (read("grants.joint").met, read("grants.joint").of) == (MET, (1, 1))


def test_no_step_without_a_credential(case: Case, bureau: Bureau, read: Callable[..., Reading]) -> None:
    steps = Step.objects.filter(case=case, by_role="办案人员").count() or Step.objects.filter(case=case, by_officer=bureau.named["liwei"].pk).count()
    assert steps > 0
    assert (read("people.uncredentialed").value, read("people.uncredentialed").met) == (0, MET)
    first = Step.objects.filter(case=case, by_officer=bureau.named["liwei"].pk).order_by("taken_at")
    later = first.filter(taken_at__gt=first[0].taken_at)
    CredentialState.objects.filter(credential__officer=bureau.named["liwei"]).update(ends_at=first[0].taken_at + timedelta(seconds=1))
    told = read("people.uncredentialed")
    assert (told.value, told.met) == (later.filter(by_role=first[0].by_role).count(), MISSED)
    assert read("people.uncredentialed", date(2025, 12, 31)).met is MET


def test_no_step_after_leaving(case: Case, bureau: Bureau, read: Callable[..., Reading]) -> None:
    mine = Step.objects.filter(case=case, by_officer=bureau.named["liwei"].pk).order_by("taken_at")
    assert (read("people.after_leaving").value, read("people.after_leaving").met) == (0, MET)
    last: datetime = mine.reverse()[0].taken_at
    day = timezone.localdate(last)
    Officer.objects.filter(pk=bureau.named["liwei"].pk).update(ends_on=day)
    told = read("people.after_leaving")
    assert told.value == sum(timezone.localdate(step.taken_at) >= day for step in mine)
    assert told.met is MISSED
    assert civil(number(day)) == day
