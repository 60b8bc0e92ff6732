"""An organ's year opens with what the registers hold, names them, and tells where the record differs."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from fadu.accounts.actors import SYSTEM
from fadu.agencies.equipment import services as equipment
from fadu.cases import services
from fadu.cases.models import Case
from fadu.cases.registered import KNOWN
from fadu.law.registry import procedure_of
from tests.agencies.equipment.made import thing
from tests.cases.world import Bureau

pytestmark = pytest.mark.django_db
YEAR = timezone.localdate().year


@pytest.fixture
def year(bureau: Bureau) -> Case:
    """The market bureau's year, just opened."""
    data = {"cause": f"{YEAR} 年度行政执法职责", "year": YEAR, "organ_role": "enforcer", "organ_rank": "county"}
    course = procedure_of("organ.year")
    who = bureau.who("liwei")
    taken = services.register(who, course.id, data, taken_at=timezone.now(), key="")
    return Case.objects.get(pk=taken.case_id)


def form(bureau: Bureau, case: Case, step: str) -> Any:
    client = Client()
    client.force_login(bureau.named["liwei"].user, backend="django.contrib.auth.backends.ModelBackend")
    answer = client.get(f"/cases/{case.pk}/do/{step}/")
    assert answer.status_code == 200, answer.content.decode()[:400]
    return {bound["field"].name: bound for bound in answer.context["fields"]}


def test_every_question_that_a_register_answers_is_one_of_the_year() -> None:
    asked = {field.name for step in procedure_of("organ.year").steps for field in step.asks}
    assert set(KNOWN) <= asked


def test_people_are_counted_and_not_typed(year: Case, bureau: Bureau) -> None:
    fields = form(bureau, year, "note_people")
    officers = sum(card.officer.organ_id == bureau.bureau.pk for person in bureau.named.values() for card in person.credentials.all())
    assert fields["officers"]["value"] == officers == 3
    assert fields["reviewers"]["value"] == 1
    assert fields["officers"]["field"].help.endswith("取自台账：机关人员（持有效证件的在编在岗人员）")
    assert fields["team_posts"]["value"] in {None, ""}  # no paper sets them


def test_a_number_of_a_paper_and_of_the_store(year: Case, bureau: Bureau) -> None:
    for number in range(2):
        thing(bureau, number=f"Z-{number}")
    equipment.designate(SYSTEM, bureau.bureau.pk, {"what": "area_most", "amount": "260", "paper": "文1", "since": "2024-01-01"})
    fields = form(bureau, year, "note_means")
    assert (fields["recorders"]["value"], fields["office_area_most"]["value"]) == (2, 260)


def test_where_the_record_differs_it_is_told(year: Case, bureau: Bureau) -> None:
    services.take(bureau.who("liwei"), year.pk, "note_people", {"officers": 5, "reviewers": 1}, taken_at=timezone.now(), key="")
    fields = form(bureau, year, "note_people")
    assert fields["officers"]["value"] == 5
    assert fields["officers"]["field"].help.endswith("与台账不一致：机关人员（持有效证件的在编在岗人员）现为 3，已登记 5，请核对")
    assert fields["reviewers"]["field"].help.endswith("取自台账：机关人员（法制审核人员）")


def test_other_procedures_are_asked_as_ever(bureau: Bureau, food: dict[str, Any]) -> None:
    from fadu.cases.registered import prefilled
    from fadu.cases.services.replay import replay

    case = Case.objects.get(pk=replay(food).case_id)
    asks = procedure_of("organ.year")["note_people"].asks
    assert prefilled(case, asks, {}) == (asks, {})
