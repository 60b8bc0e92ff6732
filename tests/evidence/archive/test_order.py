"""正卷、副卷: every paper has its place by the class it is of (市场监督管理行政处罚程序规定第七十八条), and how long a file is kept."""

import pytest

from fadu.law.filing import GROUPS, RECEIPTS, WRAPPING, Part, Term, kept_for, longest, place_of
from fadu.law.papers import PAPERS
from tests.evidence.archive.conftest import House

CHAIN = (  # domain.md 3.1: paper, part, group
    ("filing_approval", "front", 1),
    ("penalty_decision", "front", 2),
    ("spot_decision", "front", 2),
    ("penalty_notice", "front", 3),
    ("correction_order", "front", 3),
    ("scene_record", "front", 4),
    ("question_record", "front", 4),
    ("hearing_record", "front", 5),
    ("spot_receipt", "front", 6),
    ("goods_disposal_record", "front", 6),
    ("address_confirmation", "front", 7),
    ("source_register", "vice", 1),
    ("investigation_report", "vice", 2),
    ("review_form", "vice", 3),
    ("hearing_report", "vice", 4),
    ("closing_approval", "vice", 5),
    ("panel_record", "vice", 6),
    ("matter_approval", "vice", 6),
)


@pytest.mark.parametrize(("paper", "part", "group"), CHAIN)
def test_the_papers_of_the_chain(paper: str, part: str, group: int) -> None:
    place = place_of(paper)
    assert (place.part, place.group) == (part, group)


@pytest.mark.parametrize("paper", [name for name in PAPERS if name not in (*WRAPPING, *RECEIPTS)])
def test_every_paper_has_a_place_with_its_article(paper: str) -> None:
    place = place_of(paper)
    assert place.label in GROUPS[place.part]
    assert str(place.basis).startswith("市场监督管理行政处罚程序规定第七十八条")


@pytest.mark.parametrize("paper", ["panel_record", "review_form", "investigation_report", "decision_approval", "hearing_report"])
def test_what_the_house_says_to_itself_is_not_shown_to_the_party(paper: str) -> None:
    assert place_of(paper).part is Part.VICE


@pytest.mark.parametrize(
    ("kind", "facts", "term"),
    [
        ("penalty", {"procedure": "general"}, Term.THIRTY),
        ("penalty", {"procedure": "simple"}, Term.TEN),
        ("penalty", {"procedure": "simple", "remedy_started_on": 1}, Term.PERMANENT),
        ("penalty", {"procedure": "general", "hearing_held_on": 1}, Term.PERMANENT),
        ("penalty", {"procedure": "general", "legal_reviewed_on": 1}, Term.PERMANENT),
        ("inspection", {}, Term.TEN),
        ("licence", {}, Term.THIRTY),
        ("remedy", {}, Term.PERMANENT),
    ],
)
def test_how_long(kind: str, facts: dict[str, int | str], term: Term) -> None:
    assert kept_for(kind, facts).term is term


@pytest.mark.parametrize(("terms", "found"), [(("10", "30"), "30"), (("permanent", "10"), "permanent"), (("", "30"), "30"), (("nonsense", "10"), "10")])
def test_the_longer_term_holds(terms: tuple[str, str], found: str) -> None:
    assert longest(*terms) == found


@pytest.mark.django_db
def test_receipts_lie_behind_what_they_prove(house: House) -> None:
    papers = list(house.volume.items.order_by("place").values_list("paper", flat=True))
    for notice in ("penalty_decision", "penalty_notice", "hearing_notice"):
        assert papers[papers.index(notice) + 1] == "service_receipt"
