"""The stories of coercion in localities/demo/acts, taken in the pure law: sign-in names become numbers, each step may be changed on the way."""

import json
from pathlib import Path
from typing import Any

from fadu.law.fields import Kind
from fadu.law.registry import procedure_of
from tests.law.story import Story

DATA = Path(__file__).parents[2] / "localities" / "demo" / "acts"
PEOPLE = {"liwei": 1, "wangfang": 2, "zhaoqiang": 3}


def told(name: str) -> dict[str, Any]:
    """The story of that name."""
    return json.loads((DATA / f"{name}.json").read_text("utf-8"))


def steps(name: str) -> dict[str, tuple[str, dict[str, Any]]]:
    """Each step of a story: when, and what was answered."""
    course = procedure_of(told(name)["procedure"])
    people = {step.name: {field.name for field in step.asks if field.kind is Kind.OFFICERS} for step in course.steps}
    return {
        step["step"]: (step["at"], {key: [PEOPLE[who] for who in value] if key in people[step["step"]] else value for key, value in step["data"].items()})
        for step in told(name)["steps"]
    }


class Telling(Story):
    """One case that follows one of these stories."""

    def __init__(self, name: str) -> None:
        story = told(name)
        super().__init__(story["procedure"])
        self.steps = steps(name)

    def go(self, *names: str, at: str = "", but: dict[str, Any] | None = None, **known: Any) -> "Telling":
        """Take these steps as the story tells them, with other answers or at another time where given."""
        for name in names:
            when, data = self.steps[name]
            self.take(name, at or when, {**data, **(but or {})}, **known)
        return self

    def before(self, name: str) -> "Telling":
        """Everything up to that step."""
        return self.go(*list(self.steps)[: list(self.steps).index(name)])

    def not_lawful(self, name: str, at: str = "", but: dict[str, Any] | None = None, **known: Any) -> list[str]:
        """What refuses that step."""
        when, data = self.steps[name]
        return self.refused(name, at or when, {**data, **(but or {})}, **known)
