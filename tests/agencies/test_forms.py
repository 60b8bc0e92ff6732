"""What the forms ask, and what the record keeps."""

from datetime import date, datetime
from typing import Any

import pytest

from fadu.agencies import forms
from fadu.agencies.kinds import NEXT, ON_ESTABLISHMENT, Employment, Field, Level, OrganKind, State
from fadu.agencies.models import Change, Credential, CredentialState, Officer, Organ
from fadu.agencies.readings import NO_CREDENTIAL, CredentialReading, best
from fadu.agencies.services.changes import _masked
from fadu.law.forms import Kind, validate
from tests.agencies.world import credential_data, officer_data, organ_data

ALL = {
    "ORGAN": forms.ORGAN,
    "OFFICER": forms.OFFICER,
    "CREDENTIAL": forms.CREDENTIAL,
    "STATE": forms.STATE,
    "POST": forms.POST,
    "ACCOUNT": forms.ACCOUNT,
    "APPLICATION": forms.APPLICATION,
    "MOVE": forms.MOVE,
    "RESULT": forms.RESULT,
    "DEPARTURE": forms.DEPARTURE,
    "LOOKUP": forms.LOOKUP,
}


@pytest.mark.parametrize("name", list(ALL))
def test_every_question_is_asked_in_chinese_once(name: str) -> None:
    fields = ALL[name]
    assert len({field.name for field in fields}) == len({field.label for field in fields}) == len(fields)
    assert all("\u4e00" <= field.label[0] <= "\u9fff" for field in fields)


@pytest.mark.parametrize(("fields", "model"), [(forms.ORGAN, Organ), (forms.OFFICER, Officer), (forms.CREDENTIAL, Credential)])
def test_questions_answer_to_columns_and_fit_into_them(fields: tuple[Any, ...], model: Any) -> None:
    for field in fields:
        column = model._meta.get_field(field.name)
        if column.max_length and field.kind in {Kind.TEXT, Kind.LONGTEXT}:
            assert field.longest <= column.max_length, field.name
        if column.choices:
            assert [value for value, _ in field.choices] == [value for value, _ in column.choices]


def test_what_is_required_of_a_row_is_required_of_its_form() -> None:
    given_by_the_service = {"id", "path", "parent", "ends_on", "user", "organ", "officer", "id_number", "id_index", "token", "source"}
    for fields, model in ((forms.ORGAN, Organ), (forms.OFFICER, Officer), (forms.CREDENTIAL, Credential)):
        required = {field.name for field in fields if field.required}
        columns = {column.name for column in model._meta.concrete_fields if not column.blank} - given_by_the_service
        assert columns - {"legal_qualification"} <= required


def test_good_answers_come_through_clean() -> None:
    fields = forms.organ_fields([(4, "示范县人民政府")], required=True)
    clean = validate(fields, organ_data("示范县农业农村局", "示农", parent="4", phone="0312-1234567"))
    assert (clean["parent"], clean["starts_on"], "bank_name" in clean) == ("4", "2019-01-01", False)
    assert validate(forms.OFFICER, officer_data("孙杰"))["legal_qualification"] is True
    assert set(validate(forms.CREDENTIAL, credential_data())) == {"number", "category", "valid_from", "valid_to", "reason"}


def test_a_qualification_date_is_asked_of_who_has_the_qualification() -> None:
    data = officer_data("孙杰", legal_qualification="0")
    assert "legal_qualified_on" not in validate(forms.OFFICER, data)


@pytest.mark.parametrize("state", list(State))
def test_a_change_of_state_offers_what_may_follow(state: State) -> None:
    offered = forms.state_fields(state.value)[0].choices
    assert {value for value, _ in offered} == {after.value for after in NEXT[state]}
    assert ("valid", "恢复有效（发还）") in offered or state is not State.SUSPENDED


def test_bound_fields_carry_values_errors_and_ids_of_their_own() -> None:
    bound = forms.bound(forms.ACCOUNT, {"username": "x"}, {"username": "太短"})
    assert [(item["value"], item["error"], item["id"]) for item in bound] == [("x", "太短", "f-username"), (None, "", "f-password")]


@pytest.mark.parametrize(
    ("name", "value", "kept"),
    [
        ("id_number", "11010519491231002X", "110105******31002X"),
        ("id_number", "110105", "******"),
        ("id_number", None, None),
        ("id_number", "", ""),
        ("bank_account", "6222000012345678", "6222********5678"),
        ("bank_account", "62220000", "********"),
        ("bank_account", "622200001", "6222*0001"),
        ("name", "张伟", "张伟"),
        ("starts_on", date(2026, 11, 21), "2026-11-21"),
        ("starts_at", datetime(2026, 11, 21, 10, 5), "2026-11-21T10:05:00"),
        ("legal_qualification", True, True),
        ("organ_id", 7, 7),
    ],
)
def test_the_record_keeps_no_personal_number_whole(name: str, value: object, kept: object) -> None:
    assert _masked(name, value) == kept


def test_lists_are_closed_and_worded() -> None:
    for kinds in (OrganKind, Field, Level, Employment, State):
        assert len(set(kinds.labels)) == len(kinds.labels)
        assert all(label and label[0] > "\u4e00" for label in kinds.labels)
    assert {Employment.CIVIL_SERVANT, Employment.PUBLIC_STAFF} == ON_ESTABLISHMENT
    assert set(NEXT) == set(State)


def test_every_state_but_the_last_can_be_left_and_the_last_reached_from_each() -> None:
    for state in State:
        seen, edge = {state}, [state]
        while edge:
            edge = [after for item in edge for after in NEXT[item] if after not in seen and not seen.add(after)]  # type: ignore[func-returns-value]
        assert State.CANCELLED in seen


READINGS = [CredentialReading(ok=ok, number=number, why="") for ok, number in ((False, "1"), (True, "2"), (False, "3"), (True, "4"))]


@pytest.mark.parametrize(
    ("readings", "number"),
    [([], ""), (READINGS[:1], "1"), (READINGS[:2], "2"), (READINGS, "2"), ([READINGS[0], READINGS[2]], "3"), (READINGS[2:], "4")],
)
def test_of_several_credentials_a_valid_one_is_read(readings: list[CredentialReading], number: str) -> None:
    assert best(readings).number == number
    assert best([]) is NO_CREDENTIAL


def test_rows_read_as_what_they_are() -> None:
    assert str(Organ(name="示范县人民政府")) == "示范县人民政府"
    assert str(Officer(name="张伟")) == "张伟"
    assert str(Credential(number="123")) == "123"
    assert str(CredentialState(credential_id=5, state="suspended")) == "5 暂扣"
    assert str(Change(action="修改", label="某局")) == "修改 某局"
