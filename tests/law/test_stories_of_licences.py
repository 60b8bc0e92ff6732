"""The replay stories of licences, inspections, takings, acts and requests walk through the pure law, each step by who may take it."""

import json
from pathlib import Path
from typing import Any

import pytest

from fadu.law.forms import Kind
from fadu.law.procedure import Role, Step
from fadu.law.registry import newest, procedure_of
from tests.law.story import Story

ROOT = Path(__file__).parents[2]
STORIES = ROOT / "localities/demo/acts"
ENDS = {
    "licence": "archived", "licence_ending": "closed", "inspection": "archived", "requisition": "closed", "act": "closed", "act_payment": "closed",
    "act_adjudication": "closed", "act_reward": "closed", "request": "archived", "request_publication": "published", "request_correction": "fixed",
    "request_sharing": "closed", "request_catalogue": "published",
}  # fmt: skip
ROLES = {"liwei": Role.OFFICER, "wangfang": Role.OFFICER, "chenjing": Role.REVIEWER, "zhaoqiang": Role.HEAD}


def told_of(name: str) -> dict[str, Any]:
    """The story of the demonstration county."""
    return json.loads((STORIES / f"{name}.json").read_text("utf-8"))


def numbered(step: Step, data: dict[str, Any]) -> dict[str, Any]:
    """Answers with people as numbers, as the platform knows them."""
    people = {field.name for field in step.asks if field.kind is Kind.OFFICERS}
    return {name: [list(ROLES).index(who) + 1 for who in value] if name in people else value for name, value in data.items()}


@pytest.mark.parametrize("name", ENDS)
def test_a_story_runs_from_its_first_step_to_its_last(name: str):
    told = told_of(name)
    course = procedure_of(told["procedure"])
    case = Story(told["procedure"])
    for taken in told["steps"]:
        step = course[taken["step"]]
        assert step.unfit is None or not step.unfit(case.state.facts), taken["step"]
        assert ROLES[taken["by"]] is step.by, taken["step"]
        case.take(step.name, taken["at"], numbered(step, taken["data"]))
    assert case.state.stage == ENDS[name]
    assert case.state.ended
    assert course.turn(case.state.stage, case.state.facts) == ""


def test_every_procedure_of_these_grains_has_its_story():
    told = {told_of(name)["procedure"] for name in ENDS}
    assert told == {course.id for course in newest() if course.grain in {"licence", "inspection", "requisition", "act", "request"}}
