"""Canonical JSON against RFC 8785, Python's own reader and, where there is one, a real ECMAScript engine."""

import json
import math
import random
import shutil
import struct
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fadu.ledger.canonical import DEEPEST, LARGEST_INT, canonical, parse
from fadu.ledger.ecmascript import number
from fadu.ledger.errors import LedgerError, Uncanonical
from tests.ledger.vectors import NOT_NUMBERS, NUMBERS

SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-LARGEST_INT, LARGEST_INT)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"]))
)
KEYS = st.text(st.characters(exclude_categories=["Cs"]))
VALUES = st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner), max_leaves=20)


def double(bits):
    return struct.unpack(">d", bytes.fromhex(bits))[0]


@pytest.mark.parametrize(("bits", "spelled"), NUMBERS)
def test_numbers_of_appendix_b(bits, spelled):
    assert canonical(double(bits)).decode() == spelled


@pytest.mark.parametrize("bits", NOT_NUMBERS)
def test_what_is_no_number_is_refused(bits):
    with pytest.raises(Uncanonical, match="NaN 或无穷大"):
        canonical([double(bits)])


@pytest.mark.parametrize(
    ("value", "spelled"),
    [
        (0.0, "0"),
        (-0.0, "0"),
        (1.0, "1"),
        (-1.5, "-1.5"),
        (1e20, "100000000000000000000"),
        (1e21, "1e+21"),
        (123456789012345680000.0, "123456789012345680000"),
        (1e-6, "0.000001"),
        (1e-7, "1e-7"),
        (1.5e-7, "1.5e-7"),
        (0.1, "0.1"),
        (100.0, "100"),
        (1e300, "1e+300"),
        (4.5, "4.5"),
        (2e-3, "0.002"),
        (1e-27, "1e-27"),
    ],
)
def test_numbers_at_the_borders_of_each_notation(value, spelled):
    assert number(value) == spelled


def test_the_example_of_section_3_2_2():
    value = {
        "numbers": [333333333.33333329, 1e30, 4.50, 2e-3, 0.000000000000000000000000001],
        "string": "\u20ac$\u000f\u000aA'\u0042\u0022\u005c\\\"/",
        "literals": [None, True, False],
    }
    expected = '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}'
    assert canonical(value) == expected.encode()


def test_the_sorting_example_of_section_3_2_3():
    value = {
        "\u20ac": "Euro Sign",
        "\r": "Carriage Return",
        "\ufb33": "Hebrew Letter Dalet With Dagesh",
        "1": "One",
        "\U0001f600": "Emoji: Grinning Face",
        "\u0080": "Control",
        "\u00f6": "Latin Small Letter O With Diaeresis",
    }
    assert list(json.loads(canonical(value)).values()) == [
        "Carriage Return",
        "One",
        "Control",
        "Latin Small Letter O With Diaeresis",
        "Euro Sign",
        "Emoji: Grinning Face",
        "Hebrew Letter Dalet With Dagesh",
    ]


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("", '""'),
        ("\b\t\n\f\r", r'"\b\t\n\f\r"'),
        ("\x00\x1f", r'"\u0000\u001f"'),
        ('"\\/', r'"\"\\/"'),
        ("\x7f\x80\u2028", '"\x7f\x80\u2028"'),
        ("行政处罚", '"行政处罚"'),
        ("\U0001f600", '"\U0001f600"'),
        ("<script>", '"<script>"'),
    ],
)
def test_strings_escape_only_what_they_must(text, spelled):
    assert canonical(text) == spelled.encode()
    assert canonical({text: 0}) == f"{{{spelled}:0}}".encode()


@pytest.mark.parametrize("value", [LARGEST_INT, -LARGEST_INT, 0, 1, -1])
def test_integers_up_to_the_largest_safe_one(value):
    assert canonical(value) == str(value).encode()


@pytest.mark.parametrize("value", [LARGEST_INT + 1, -LARGEST_INT - 1, 10**30])
def test_integers_that_a_reader_could_lose_are_refused(value):
    with pytest.raises(Uncanonical, match="请改用文字"):
        canonical({"fine": value})


@pytest.mark.parametrize("value", [b"x", {1, 2}, object(), 1j, range(3), {"deep": [b""]}])
def test_types_json_does_not_have_are_refused_by_name(value):
    with pytest.raises(Uncanonical, match="JSON 不能表示"):
        canonical(value)


@pytest.mark.parametrize("key", [1, None, True, 1.5, b"a", ("a",)])
def test_keys_must_be_text(key):
    with pytest.raises(Uncanonical, match="键必须是文字"):
        canonical({key: 1})


@pytest.mark.parametrize("value", ["\ud800", {"\udfff": 1}, ["ok", "\ude00\ud83d"]])
def test_lone_surrogates_are_refused(value):
    with pytest.raises(Uncanonical, match="代理码位"):
        canonical(value)


def nested(depth):
    value = []
    for _ in range(depth):
        value = [value]
    return value


def test_nesting_has_a_limit():
    assert canonical(nested(DEEPEST)) == b"[" * (DEEPEST + 1) + b"]" * (DEEPEST + 1)
    with pytest.raises(Uncanonical, match="嵌套"):
        canonical(nested(DEEPEST + 1))


def test_a_value_that_contains_itself_is_refused():
    value = []
    value.append(value)
    with pytest.raises(Uncanonical, match="嵌套"):
        canonical(value)


def test_tuples_are_arrays_and_booleans_are_not_integers():
    assert canonical((True, 1, (False, 0))) == b"[true,1,[false,0]]"


def test_errors_carry_reason_and_code():
    with pytest.raises(LedgerError) as caught:
        canonical(math.nan)
    assert caught.value.code == "uncanonical"
    assert caught.value.reason == str(caught.value)


@given(VALUES)
def test_what_is_written_reads_back_equal(value):
    assert parse(canonical(value)) == value


@given(VALUES)
def test_writing_twice_changes_nothing(value):
    once = canonical(value)
    assert canonical(parse(once)) == once


@given(st.dictionaries(KEYS, st.integers(0, 9)), st.randoms())
def test_the_order_of_keys_does_not_matter(value, chance):
    items = list(value.items())
    chance.shuffle(items)
    assert canonical(dict(items)) == canonical(value)


@given(st.dictionaries(KEYS, st.none(), min_size=2))
def test_keys_stand_in_the_order_of_utf_16_code_units(value):
    keys = list(json.loads(canonical(value)))
    units = [struct.unpack(f">{len(k.encode('utf-16-be')) // 2}H", k.encode("utf-16-be")) for k in keys]
    assert units == sorted(units)


@given(st.recursive(st.none() | st.booleans() | st.integers(0, 9) | KEYS, lambda v: st.lists(v) | st.dictionaries(KEYS, v)))
def test_there_is_no_white_space_between_tokens(value):
    compact = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    assert len(canonical(value)) == len(compact.encode())


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_every_double_reads_back_bit_for_bit(value):
    assert float(number(value)) == value


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_no_double_is_spelled_longer_than_python_does(value):
    digits = number(value).lstrip("-").split("e")[0].replace(".", "").strip("0")
    ours = repr(value).lstrip("-").split("e")[0].replace(".", "").strip("0")
    assert len(digits) <= len(ours)


@pytest.mark.skipif(not shutil.which("node"), reason="no ECMAScript engine on this machine")
def test_numbers_and_keys_against_a_real_ecmascript_engine():
    chance = random.Random(8785)
    bits = [chance.randbytes(8) for _ in range(4000)] + [
        struct.pack(">d", chance.choice([1, -1]) * chance.random() * 10 ** chance.randint(-12, 25)) for _ in range(4000)
    ]
    values = [value for (value,) in (struct.unpack(">d", data) for data in bits) if math.isfinite(value)]
    script = "process.stdout.write(JSON.stringify(JSON.parse(require('fs').readFileSync(0,'utf8'))))"
    done = subprocess.run([shutil.which("node"), "-e", script], input=json.dumps(values).encode(), capture_output=True, check=True)
    assert canonical(values) == done.stdout


@pytest.mark.parametrize(
    "text",
    [
        '{"a":1,"a":2}',
        '[{"b":{"a":1,"a":1}}]',
        "NaN",
        "[Infinity]",
        "[-Infinity]",
        "",
        "{",
        "{'a':1}",
        "[1,]",
        "01",
        '"\x01"',
        "[" * 100_000,
        "1" * 5000,
        "9007199254740993",
        "-9007199254740993",
        "10000000000000000000000",
        "1" * 310,
        b"\xff\xfe",
        b'"\xc0\x80"',
    ],
)
def test_reading_is_strict(text):
    with pytest.raises(Uncanonical, match="不是合法的 JSON"):
        parse(text)


def test_reading_takes_text_and_bytes():
    assert parse('{"案":[1,2.5,null,true]}') == parse('{"案":[1,2.5,null,true]}'.encode()) == {"案": [1, 2.5, None, True]}


@pytest.mark.parametrize("text", ["9007199254740992", "-9007199254740992", "295147905179352830000"])
def test_large_doubles_spelled_without_a_point_are_read_as_doubles(text):
    value = parse(text)
    assert isinstance(value, float)
    assert canonical(value) == text.encode()


@pytest.mark.parametrize("text", ["9007199254740991", "-9007199254740991", "0", "-0"])
def test_safe_integers_are_read_as_integers(text):
    assert parse(text) == int(text)
    assert isinstance(parse(text), int)
