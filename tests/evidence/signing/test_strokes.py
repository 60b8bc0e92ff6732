"""Nothing of what a pad sends is believed, and the same strokes always give the same picture."""

import json
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as some

from fadu.evidence.signing import strokes
from fadu.law.forms import Invalid
from tests.evidence.signing.hands import drawn


def test_a_name_is_read_and_drawn() -> None:
    found = strokes.read(drawn())
    assert len(found.lines) == 3
    picture = ET.fromstring(found.svg())  # noqa: S314 - our own words
    left, top, width, height = map(float, picture.attrib["viewBox"].split())
    assert (left, left + width) == (40 - 4.5, 292.5 + 4.5), "as far as the ink goes"
    assert 50 < top < 65
    assert 140 < top + height < 150
    paths = picture.findall("{http://www.w3.org/2000/svg}path")
    assert len({path.attrib["stroke-width"] for path in paths}) > 1, "pressure is seen"
    assert strokes.read(found.bytes().decode()) == found
    assert strokes.read(drawn()).svg() == found.svg()


def sent(**more: Any) -> str:
    return json.dumps(json.loads(drawn()) | more)


LONG = [[[x / 10, 10, 0.5, x] for x in range(3000)] for _ in range(5)]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "没有收到签名"),
        ("[]", "没有收到签名"),
        ("{", "没有收到签名"),
        ('{"w":360,"h":220,"strokes":[]}', "请在框内签名"),
        (sent(strokes=[[[1, 1, 0.5, 0]]]), "签名太短"),
        (sent(strokes=[[[1, 1, 0.5, 0], [400, 1, 0.5, 9]]]), "超出签名框"),
        (sent(strokes=[[[1, 1, 0.5, 0], [-1, 1, 0.5, 9]]]), "超出签名框"),
        (sent(strokes=[[[1, 1, 2, 0], [90, 1, 0.5, 9]]]), "超出签名框"),
        (sent(strokes=[[[1, 1, 0.5, 9], [90, 1, 0.5, 3]]]), "时间不连续"),
        (sent(strokes=[[[1, 1, 0.5, 0], [90, 1, 0.5, 3_000_000]]]), "时间不连续"),
        (sent(strokes=[[["1", 1, 0.5, 0]]]), "超出签名框"),
        (sent(strokes=[[[True, 1, 0.5, 0]]]), "超出签名框"),
        (sent(strokes=LONG), "笔画过多"),
        (sent(strokes=[[[1, 1, 0.5, 0]]] * 400), "笔画过多"),
        (sent(w=9), "超出签名框"),
        (sent(w=1e9), "超出签名框"),
        ('{"w":NaN,"h":220,"strokes":[[[1,1,0.5,0]]]}', "超出签名框"),
        ("[" * 100_000, "没有收到签名"),
        ("x" * 2_000_001, "笔画过多"),
    ],
)
def test_what_no_hand_draws_is_refused(text: str, says: str) -> None:
    with pytest.raises(Invalid, match=says) as refused:
        strokes.read(text)
    assert set(refused.value.errors) == {"strokes"}


@given(
    some.recursive(
        some.none() | some.booleans() | some.floats() | some.integers() | some.text(max_size=5),
        lambda inner: some.lists(inner, max_size=4) | some.dictionaries(some.sampled_from(["w", "h", "strokes"]), inner),
        max_leaves=12,
    )
)
def test_anything_at_all_is_an_answer_and_never_a_failure(value: Any) -> None:
    with pytest.raises(Invalid) as refused:  # so small a thing is never a name
        strokes.read(json.dumps(value))
    assert refused.value.errors["strokes"]
