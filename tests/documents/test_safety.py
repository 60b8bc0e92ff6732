"""Whatever is typed is printed and never run: in every field of every kind of sheet."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fadu.documents.render import render
from fadu.documents.wording import clean
from tests.documents import reading
from tests.documents.story import paper_data

SHEETS = ("penalty_decision", "spot_decision", "question_record", "review_form", "goods_list", "file_cover", "seal_strip", "preserve_notice")
"""One of each look, and the tables, questions and approvals that stand on them."""

TRICKS = {
    "typst markup": "*粗* _斜_ `码` = 题 - 项 <标> @引 $x^2$ // 注 /* 注 */ ~ \\ #",
    "typst code": '#eval("1+1") #read("/etc/passwd") #import "look.typ": * #panic("停") #sys.inputs',
    "braces": "{step.content} {party.name:amount!x} {{}} }{ {",
    "conditions": "?(step.x) @include party @seal % | a | b |",
    "script": "<script>alert(1)</script><img src=x onerror=alert(1)> javascript:alert(1)",
    "json": '", "demo": true, "title": "假" }',
    "quotes": "'\"“”‘’\\n\\u0000",
    "control": "甲\x00乙\x07丙\x1b[31m丁\x7f\x85戊",
    "bidi": "甲\u202e乙丙\u202c\u2066丁\u2069\u200f戊",
    "invisible": "甲\u200b乙\u2060丙\ufeff丁\U000e0041戊",
    "surrogate": "甲\ud800乙",
    "emoji": "甲😀👩‍👩‍👧乙🇨🇳",
    "other scripts": "العربية עברית ไทย 한국어 ひらがな",
    "rare characters": "𠮷𪚥㐂䶮",
    "long word": "A" * 400,
    "long number": "1234567890" * 40,
    "ten thousand": "长" * 10_000,
    "ten thousand, unbroken": "x" * 10_000,
    "many lines": "行\n" * 300,
    "blank": "   \n\t\n ",
}


def _filled(value: Any, trick: str) -> Any:
    """The same data with the trick in the place of every text."""
    if isinstance(value, dict):
        return {key: item if key in {"is", "kind", "url", "made_on"} else _filled(item, trick) for key, item in value.items()}
    if isinstance(value, list):
        return [_filled(item, trick) for item in value[:2]]
    return trick if isinstance(value, str) else value


def _one_each(paper_id: str, trick: str) -> dict[str, Any]:
    """The data with the trick in a few fields of each kind, for texts that would fill a book in all of them."""
    data = paper_data(paper_id)
    data["party"] = data["party"] | {"name": trick}
    data["step"] = {key: trick if isinstance(value, str) else value for key, value in list(data["step"].items())}
    return data


@pytest.mark.parametrize("trick", [name for name in TRICKS if "ten thousand" not in name and name != "many lines"])
@pytest.mark.parametrize("paper_id", SHEETS)
def test_every_field_may_hold_anything(paper_id: str, trick: str) -> None:
    assert render(paper_id, _filled(paper_data(paper_id), TRICKS[trick])).startswith(b"%PDF")


@pytest.mark.parametrize("trick", ["ten thousand", "ten thousand, unbroken", "many lines"])
@pytest.mark.parametrize("paper_id", SHEETS)
def test_long_texts_go_on_for_pages(paper_id: str, trick: str) -> None:
    assert render(paper_id, _one_each(paper_id, TRICKS[trick])).startswith(b"%PDF")


@pytest.mark.parametrize("trick", ["typst markup", "typst code", "braces", "conditions", "script", "json", "long word", "long number"])
@pytest.mark.parametrize("paper_id", ["penalty_decision", "scene_record", "investigation_report"])
def test_it_is_printed_as_it_was_typed(paper_id: str, trick: str) -> None:
    data = paper_data(paper_id)
    typed = TRICKS[trick]
    step = data["step"] | {"content": typed, "findings": typed, "facts_found": typed}
    assert reading.squeezed(clean(typed)) in reading.text(render(paper_id, data | {"step": step}))


def test_a_whole_page_of_one_word_stays_within_the_margins() -> None:
    data = paper_data("goods_list")
    row = {"name": "W" * 200, "spec": "1" * 100, "quantity": 1, "unit": "箱"}
    pdf = render("goods_list", data | {"step": data["step"] | {"goods": [row]}})
    assert "W" * 200 in reading.text(pdf)
    assert reading.rightmost(pdf) < 595 - 51, "A4 without the right margin"


def test_what_cannot_be_seen_is_left_out() -> None:
    assert clean("甲\x00乙\u202e丙\u200b丁\ud800") == "甲乙丙丁\ufffd"


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=300), st.sampled_from(["penalty_notice", "scene_record", "filing_approval", "goods_list"]))
def test_any_text_at_all_renders(typed: str, paper_id: str) -> None:
    assert render(paper_id, _filled(paper_data(paper_id), typed)).startswith(b"%PDF")


@settings(max_examples=60, deadline=None)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=20) | st.floats(allow_nan=False),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["name", "text", "goods", "x", "q", "dialogue", "fen"]), inner, max_size=3),
        max_leaves=12,
    ),
    st.sampled_from(["question_record", "goods_list", "penalty_decision", "review_form"]),
)
def test_data_of_the_wrong_shape_prints_blanks(shape: Any, paper_id: str) -> None:
    data = dict.fromkeys(("step", "steps", "party", "organ", "case", "officers", "facts", "law", "papers", "taken", "file", "paper"), shape)
    assert render(paper_id, data).startswith(b"%PDF")
    inner = {"step": dict.fromkeys(("goods", "dialogue", "content", "evidence_items", "decision_fine", "present", "result"), shape)}
    assert render(paper_id, inner).startswith(b"%PDF")
