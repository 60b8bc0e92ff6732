"""Codes that check themselves."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fadu.agencies import codes

# domain.md 2.6: published codes of real firms and organs
CREDIT_CODES = ["914300001875251560", "91230500MA1B3N1N2M", "11230500001755309F", "91320105780688132K", "11500226753092798P", "11500000MB1553803Q"]
PERSON = "11010519491231002X"  # the specimen in GB 11643


@pytest.mark.parametrize("code", CREDIT_CODES)
def test_published_codes_pass(code: str) -> None:
    codes.check_credit_code(code)
    codes.check_organ_code(code[8:17])
    assert codes.credit_code(code[:17]) == code
    assert codes.organ_code(code[8:16]) == code[8:17]


def test_the_specimen_identity_number_passes() -> None:
    codes.check_id_number(PERSON)
    assert codes.id_number(PERSON[:17]) == PERSON


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("", "应为 18 位，现有 0 位"),
        ("91230500MA1B3N1N2", "应为 18 位，现有 17 位"),
        ("91230500MA1B3N1N2M0", "应为 18 位，现有 19 位"),
        ("9123050OMA1B3N1N2M", "第 8 位“O”不对，只能是数字和大写字母（不用 I、O、S、V、Z）"),
        ("91230500MA1I3N1N2M", "第 12 位“I”不对"),
        ("91230500ma1b3n1n2m", "第 9 位“m”不对"),
        ("91230500MA1B3N1N2中", "第 18 位“中”不对"),
        ("９1230500MA1B3N1N2M", "第 1 位“９”不对"),
        ("9123A500MA1B3N1N2M", "第 5 位“A”不对，第 3 至 8 位是行政区划，只能是数字"),
        ("91230500MA1B3N1N2N", "校验不符：按前 17 位，最后一位应为 M，现为 N；请逐位核对"),
        ("19230500MA1B3N1N2M", "校验不符：按前 17 位，最后一位应为"),
    ],
)
def test_a_wrong_credit_code_is_told_what_is_wrong(code: str, says: str) -> None:
    with pytest.raises(ValueError) as wrong:
        codes.check_credit_code(code)
    assert str(wrong.value).startswith("统一社会信用代码")
    assert says in str(wrong.value)


@pytest.mark.parametrize(
    ("number", "says"),
    [
        ("", "应为 18 位，现有 0 位"),
        ("110105491231002", "应为 18 位，现有 15 位"),  # of the first generation
        ("1101051949123100XX", "第 17 位“X”不对"),
        ("11010519490231002X", "第 7 至 14 位应为出生日期，“19490231”不是有效日期"),
        ("11010519491331002X", "“19491331”不是有效日期"),
        ("11010500000000002X", "“00000000”不是有效日期"),
        ("110105209912310029", "出生日期 2099-12-31 不合理"),
        ("110105189912310022", "出生日期 1899-12-31 不合理"),
        ("110105194912310021", "最后一位应为 X，现为 1"),
        ("11010519491231002x", "最后一位应为 X，现为 x"),
        ("11010519491231002中", "最后一位应为 X，现为 中"),
        ("１1010519491231002X", "第 1 位“１”不对"),
    ],
)
def test_a_wrong_identity_number_is_told_what_is_wrong(number: str, says: str) -> None:
    with pytest.raises(ValueError) as wrong:
        codes.check_id_number(number, today=date(2026, 11, 21))
    assert str(wrong.value).startswith("身份证号码")
    assert says in str(wrong.value)


def test_who_is_born_today_has_a_number() -> None:
    newborn = codes.id_number("11010520261121001")
    codes.check_id_number(newborn, today=date(2026, 11, 21))
    with pytest.raises(ValueError, match="不合理"):
        codes.check_id_number(newborn, today=date(2026, 11, 20))


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("00175530", "应为 9 位，现有 8 位"),
        ("0017a5309", "第 5 位“a”不对"),
        ("001755308", "最后一位应为 9，现为 8"),
        ("00175530-9", None),
        ("0017553-09", "应为 9 位，现有 10 位"),
    ],
)
def test_an_organization_code_may_have_its_hyphen(code: str, says: str | None) -> None:
    if says is None:
        codes.check_organ_code(code)
        return
    with pytest.raises(ValueError, match=says):
        codes.check_organ_code(code)


@pytest.mark.parametrize(("number", "says"), [("0306070012", "一般为 11 位数字，现有 10 位"), ("0306070012A", "一般为 11 位数字"), ("", "一般为 11 位数字")])
def test_a_credential_number_has_eleven_digits(number: str, says: str) -> None:
    codes.check_credential_number("03060700123")
    with pytest.raises(ValueError, match=says):
        codes.check_credential_number(number)


@pytest.mark.parametrize("code", ["", "1309", "030999", "1309990", "13099910", "13O999", "130999１００"])
def test_a_region_has_six_digits_or_nine(code: str) -> None:
    codes.check_region_code("130999")
    codes.check_region_code("130999100")
    with pytest.raises(ValueError, match="6 位数字"):
        codes.check_region_code(code)


digits = st.integers(0, 999999).map(lambda number: f"{number:06d}")
credit_prefixes = st.tuples(st.sampled_from(["11", "12", "91", "92", "N1"]), digits, st.text(codes.CREDIT_ALPHABET, min_size=9, max_size=9)).map("".join)
births = st.dates(date(1900, 1, 1), date(2025, 12, 31)).map(lambda day: day.strftime("%Y%m%d"))
person_prefixes = st.tuples(digits, births, st.integers(0, 999).map(lambda number: f"{number:03d}")).map("".join)


@settings(deadline=None)
@given(credit_prefixes)
def test_a_made_credit_code_passes(prefix: str) -> None:
    codes.check_credit_code(codes.credit_code(prefix))


@settings(deadline=None)
@given(credit_prefixes, st.integers(0, 17), st.sampled_from(codes.CREDIT_ALPHABET))
def test_any_one_wrong_character_of_a_credit_code_is_caught(prefix: str, place: int, char: str) -> None:
    code = codes.credit_code(prefix)
    if code[place] != char:
        with pytest.raises(ValueError):
            codes.check_credit_code(code[:place] + char + code[place + 1 :])


@settings(deadline=None)
@given(credit_prefixes, st.integers(0, 16))
def test_two_neighbours_swapped_in_a_credit_code_are_caught(prefix: str, place: int) -> None:
    code = codes.credit_code(prefix)
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    if swapped != code:
        with pytest.raises(ValueError):
            codes.check_credit_code(swapped)


@settings(deadline=None)
@given(person_prefixes, st.integers(0, 17), st.sampled_from("0123456789X"))
def test_any_one_wrong_character_of_an_identity_number_is_caught(prefix: str, place: int, char: str) -> None:
    number = codes.id_number(prefix)
    codes.check_id_number(number)
    if number[place] != char:
        with pytest.raises(ValueError):
            codes.check_id_number(number[:place] + char + number[place + 1 :])


@settings(deadline=None)
@given(st.text(max_size=40))
def test_anything_typed_is_answered_with_a_sentence_or_passes(text: str) -> None:
    for check in (codes.check_credit_code, codes.check_organ_code, codes.check_id_number, codes.check_credential_number, codes.check_region_code):
        try:
            check(text)
        except ValueError as wrong:
            assert any("\u4e00" <= char <= "\u9fff" for char in str(wrong))  # noqa: PT017 - whichever way it goes is right
