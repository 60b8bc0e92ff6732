"""The catalogue of papers."""

from functools import cache
from pathlib import Path

import pytest
from django.conf import settings

from fadu.law.corpus import Corpus, load
from fadu.law.papers import PAPERS, Audience, paper


@cache
def corpus() -> Corpus:
    return load(Path(settings.FADU_SHARED) / "laws")


SERVED_WITHOUT_NUMBER = {
    "scene_record", "address_confirmation", "evidence_sheet", "edata_record", "question_record", "goods_list", "seal_strip",
    "advance_disposal_consent", "defence_record", "hearing_record", "service_receipt", "objection_record", "enforcement_record", "proxy_record",
}  # fmt: skip
"""Records, lists and receipts that the party signs are known by the paper they belong to."""


def test_the_56_of_market_supervision_and_three_more() -> None:
    assert len(PAPERS) >= 59  # other kinds of act add their own


@pytest.mark.parametrize("paper_id", PAPERS)
def test_a_paper_has_a_title_a_basis_and_content(paper_id: str) -> None:
    found = paper(paper_id)
    assert found.title
    assert found.basis
    assert found.requires
    assert len({content.name for content in found.requires}) == len(found.requires)


@pytest.mark.parametrize("paper_id", PAPERS)
def test_what_is_served_is_numbered(paper_id: str) -> None:
    found = PAPERS[paper_id]
    if found.is_served:
        assert (found.number_word is None) == (paper_id in SERVED_WITHOUT_NUMBER)


def test_number_words_are_not_shared() -> None:
    words = [found.number_word for found in PAPERS.values() if found.number_word]
    assert len(words) == len(set(words))


def test_approvals_stay_in_the_house() -> None:
    inner = {paper_id for paper_id, found in PAPERS.items() if found.audience is Audience.INNER}
    assert {
        "filing_approval",
        "matter_approval",
        "investigation_report",
        "review_form",
        "hearing_report",
        "panel_record",
        "decision_approval",
        "closing_approval",
    } <= inner


@pytest.mark.parametrize("paper_id", PAPERS)
def test_the_articles_exist(paper_id: str) -> None:
    if not (Path(settings.FADU_SHARED) / "laws").is_dir():
        pytest.skip("the statute corpus is not here")
    assert all(corpus().find(citation) for citation in PAPERS[paper_id].basis)


def test_an_unknown_paper_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        paper("nothing")
