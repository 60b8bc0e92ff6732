"""The forms themselves: one for each paper, naming steps and articles that exist."""

import re
from functools import cache
from pathlib import Path

import pytest
from django.conf import settings

from fadu.documents.engine import TEMPLATES
from fadu.documents.forms import FOLDER, form, read
from fadu.law import penalty_general, penalty_simple, statutes
from fadu.law.corpus import Corpus, load
from fadu.law.forms import validate
from fadu.law.papers import PAPERS
from fadu.law.registry import procedures
from tests.documents.story import GENERAL, SIMPLE

FORMS = sorted(FOLDER.glob("*.txt"))
STEPS = [step for course in procedures().values() for step in course.steps]
ANSWERS: dict[str, set[str]] = {}
for _step in STEPS:  # procedures may ask the same step differently
    ANSWERS.setdefault(_step.name, set()).update(field.name for field in _step.asks)


@cache
def corpus() -> Corpus:
    return load(Path(settings.FADU_SHARED) / "laws")


ALWAYS = {"all", "taken_on", "taken_at", "members", "interpreter"}
"""What is known of every step, or of a paper's own fields."""


def test_every_paper_has_a_form_and_every_form_a_paper() -> None:
    assert {file.stem for file in FORMS if not file.stem.startswith("_")} == set(PAPERS)


@pytest.mark.parametrize("paper_id", PAPERS)
def test_a_form_is_read(paper_id: str) -> None:
    assert form(paper_id).blocks


@pytest.mark.parametrize("file", FORMS, ids=lambda file: file.stem)
def test_a_form_speaks_of_steps_and_answers_that_exist(file: Path) -> None:
    for name, answer in re.findall(r"steps\.(\w+)(?:\.(\w+))?", file.read_text(encoding="utf-8")):
        assert name in ANSWERS, name
        assert not answer or answer in ANSWERS[name] | ALWAYS, f"{name}.{answer}"


@pytest.mark.parametrize("file", FORMS, ids=lambda file: file.stem)
def test_every_article_named_exists(file: Path) -> None:
    if not (Path(settings.FADU_SHARED) / "laws").is_dir():
        pytest.skip("the statute corpus is not here")
    named = {statute.title: statute for statute in statutes.EVERY}
    for title, places in re.findall(r"《(?:中华人民共和国)?([^》]+)》((?:(?:第[一二三四五六七八九十百零]+[条款项])+、?)+)", file.read_text(encoding="utf-8")):
        for place in places.strip("、").split("、"):
            citation = statutes.cite(named[title], place) if place.startswith("第") and "条" in place else None
            assert citation is None or corpus().find(citation)


def test_every_paper_a_step_makes_is_in_the_catalogue() -> None:
    made = {paper for step in STEPS for paper in step.papers}
    assert made <= set(PAPERS)


def test_templates_hold_no_eval_and_no_package() -> None:
    for file in TEMPLATES.glob("*.typ"):
        source = file.read_text(encoding="utf-8")
        assert "eval(" not in source
        assert "@preview" not in source
        assert 'mode: "markup"' not in source


@pytest.mark.parametrize("wrong", ["look: poster\n\n文", "look: letter\n\n| 只有标签", "look: letter\n\n@unknown x", "look: list\n\n@list a | 无宽度 b"])
def test_a_wrong_form_is_told(wrong: str) -> None:
    with pytest.raises(ValueError, match=r"unknown|pair|columns"):
        read(wrong)


def test_a_condition_covers_what_it_includes() -> None:
    blocks = read("look: letter\n\n?(step.x) @include party").blocks
    assert all(block.when.startswith("step.x") for block in blocks)


def test_the_story_of_the_tests_answers_what_the_steps_ask() -> None:
    """When a form asks more than before, the story has to tell it."""
    for course, steps in ((penalty_general.PROCEDURE, GENERAL), (penalty_simple.PROCEDURE, SIMPLE)):
        for name, _, typed in steps:
            validate(course[name].asks, typed)
