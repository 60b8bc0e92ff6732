"""Every paper, with everything known and with nothing known."""

import pytest

from fadu.documents.render import render
from fadu.law.papers import PAPERS
from tests.documents import reading
from tests.documents.story import ORGAN, paper_data


@pytest.mark.parametrize("paper_id", PAPERS)
def test_a_paper_says_what_it_must_when_nothing_is_known(paper_id: str) -> None:
    said = reading.text(render(paper_id, {}))
    gone = [content.label for content in PAPERS[paper_id].requires if reading.squeezed(content.label) not in said]
    assert not gone
    assert reading.squeezed(PAPERS[paper_id].title) in said


@pytest.mark.parametrize("paper_id", PAPERS)
def test_a_paper_says_what_it_must_when_all_is_known(paper_id: str) -> None:
    said = reading.text(render(paper_id, paper_data(paper_id)))
    gone = [content.label for content in PAPERS[paper_id].requires if reading.squeezed(content.label) not in said]
    assert not gone
    assert ORGAN["name"] in said
    assert "{" not in said, "a placeholder was left standing"
    assert "None" not in said
    assert "第1页" in said


@pytest.mark.parametrize("paper_id", PAPERS)
def test_the_same_data_give_the_same_bytes(paper_id: str) -> None:
    data = paper_data(paper_id)
    assert render(paper_id, data) == render(paper_id, data)


@pytest.mark.parametrize("paper_id", ["penalty_decision", "scene_record", "review_form", "goods_list", "file_cover", "seal_strip"])
def test_chinese_type_is_embedded(paper_id: str) -> None:
    names = reading.fonts(render(paper_id, paper_data(paper_id)))
    assert names
    assert all("NotoSerifSC" in name or "NotoSansSC" in name for name in names)


def test_archives_can_keep_it() -> None:
    assert b"<pdfaid:part>2</pdfaid:part>" in render("penalty_decision", paper_data("penalty_decision"))


def test_the_seal_of_a_demonstration_says_so() -> None:
    real = paper_data("penalty_decision") | {"demo": False}
    assert "示范文书" in reading.text(render("penalty_decision", paper_data("penalty_decision")))
    assert "示范文书" not in reading.text(render("penalty_decision", real))
    assert "（印章）" in reading.text(render("penalty_decision", real))


def test_the_day_under_the_seal_is_in_chinese_numerals() -> None:
    assert "二〇二六年十一月十日" in reading.text(render("penalty_decision", paper_data("penalty_decision")))


def test_an_unknown_paper_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        render("no_such_paper", {})
