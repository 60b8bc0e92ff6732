"""Cases told through the one door: the food case and the one on the spot, up to any step, with any answer changed."""

import json
from collections.abc import Callable, Mapping
from copy import deepcopy
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

import pytest
from django.apps import apps
from django.db import connection
from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.cases.errors import Objection, Refused
from fadu.cases.models import Attempt, Case, Facts, Leaf, Step
from fadu.cases.services import register, take
from fadu.cases.services.record import rebuilt, state_of
from fadu.cases.services.replay import _people
from fadu.cases.services.taken import Taken
from fadu.law.correction import CORRECT
from fadu.law.registry import procedure_of, procedures
from tests.cases.world import Bureau, file_of


@cache
def story(name: str) -> dict[str, Any]:
    """A story of tests/data, or one that the demonstration county tells too."""
    found: dict[str, Any] = json.loads(file_of(name).read_text("utf-8"))
    return found


def at(text: str) -> datetime:
    """Beijing time."""
    return timezone.make_aware(datetime.fromisoformat(text))


class Telling:
    """One case as it is told.

    Attributes:
        done: the last step that is on record.
    """

    def __init__(self, bureau: Bureau, name: str = "food_safety") -> None:
        self.bureau = bureau
        self.story = story(name)
        self.steps = {step["step"]: step for step in self.story["steps"]}
        self.done: Taken | None = None

    @property
    def case(self) -> Case:
        """The case, fresh from the database."""
        assert self.done is not None
        return Case.objects.get(pk=self.done.case_id)

    @property
    def id(self) -> UUID:
        """The case's id."""
        assert self.done is not None
        return self.done.case_id

    @property
    def facts(self) -> Mapping[str, Any]:
        """The facts that are kept."""
        return state_of(self.case).facts

    def answers(self, name: str, changes: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """The story's answers to a step with some changed, people by sign-in name; None takes an answer out."""
        data = deepcopy(self.steps[name]["data"]) if name in self.steps else {}
        data |= changes or {}
        return {key: value for key, value in data.items() if value is not None}

    def sent(self, name: str, changes: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """The same with people as the door knows them."""
        course = procedure_of(self.story["procedure"]) if self.done is None else procedures()[self.case.procedure, self.case.version]
        asked = course[name] if name in course else course.opening  # noqa: SIM401 - a procedure is no dict
        return _people(asked.asks, self.answers(name, changes))

    def actor(self, name: str, by: str = "") -> Actor:
        """Who takes the step in the story, unless told."""
        return self.bureau.who(by or self.steps[name]["by"])

    def moment(self, name: str, when: str = "") -> datetime:
        """When it is taken in the story, unless told."""
        return at(when or self.steps[name]["at"])

    def take(self, name: str, changes: Mapping[str, Any] | None = None, *, when: str = "", by: str | Actor = "", **more: Any) -> Taken:
        """Take a step through the door."""
        actor = by if isinstance(by, Actor) else self.actor(name, by)
        data, moment = self.sent(name, changes), self.moment(name, when)
        if self.done is None:
            self.done = register(actor, self.story["procedure"], data, taken_at=moment, **more)
        else:
            self.done = take(actor, self.done.case_id, name, data, taken_at=moment, **more)
        return self.done

    def correct(self, name: str, changes: Mapping[str, Any], *, when: str, by: str = "", reason: str = "录入有误") -> Taken:
        """Correct the last step of that name."""
        row = Step.objects.filter(case_id=self.id, name=name).latest("seq")
        course = procedures()[tuple(row.procedure.split("/"))]  # type: ignore[index]
        right = _people(course[name].asks, self.answers(name, changes))
        whole = {"seq": row.seq, "reason": reason, "data": right}
        self.done = take(self.actor(name, by), self.id, CORRECT, whole, taken_at=at(when))
        return self.done

    def until(self, last: str, **changes: Mapping[str, Any]) -> "Telling":
        """The story up to and with the step `last`, the answers of some steps changed."""
        for name in self.steps:
            self.take(name, changes.get(name))
            if name == last:
                return self
        raise AssertionError(last)

    def before(self, name: str, **changes: Mapping[str, Any]) -> "Telling":
        """The story up to the step `name`, which is not taken."""
        names = list(self.steps)
        return self.until(names[names.index(name) - 1], **changes)


@cache
def _counting() -> str:
    tables = set(connection.introspection.table_names())
    counted = {model._meta.label: model._meta.db_table for model in apps.get_models() if model._meta.db_table in tables}
    return "SELECT " + ", ".join(f'(SELECT COUNT(*) FROM "{table}") AS "{label}"' for label, table in counted.items())


def counts() -> dict[str, int]:
    """How many rows each of our tables has: asked before and after each of thousands of refusals, so in one query."""
    with connection.cursor() as cursor:
        cursor.execute(_counting())
        names = [column[0] for column in cursor.description]
        return dict(zip(names, cursor.fetchone(), strict=True))


def row_of(case_id: UUID) -> tuple[Any, ...]:
    """A case and its facts as they are kept, column by column."""
    return (Case.objects.filter(pk=case_id).values().get(), Facts.objects.filter(pk=case_id).values().get())


def refused(telling: Telling, act: Callable[[], Any]) -> tuple[Objection, ...]:
    """What stands against `act`. Nothing may be written but the attempt and its leaf; the attempt says what the refusal says."""
    before, kept = counts(), row_of(telling.id)
    with pytest.raises(Refused) as caught:
        act()
    after = counts()
    grown = {name: after[name] - before[name] for name in after if after[name] != before[name]}
    assert grown == {"cases.Attempt": 1, "cases.Leaf": 1}
    assert row_of(telling.id) == kept
    attempt = Attempt.objects.latest("id")
    objections = caught.value.objections
    assert attempt.findings == [objection.as_dict() for objection in objections]
    assert (attempt.case_id, attempt.seq) == (telling.id, telling.case.seq)
    assert Leaf.objects.get(ref=attempt.id).kind == "attempt"
    assert objections
    for objection in objections:
        assert objection.bases, f"{objection.rule} names no article"
        assert all(path.startswith("/statutes/") for path in objection.paths), objection.paths
        assert objection.says
        assert objection.fix, f"{objection.rule} names no next step"
    return objections


def rules(objections: tuple[Objection, ...]) -> list[str]:
    """Which rules."""
    return sorted(objection.rule for objection in objections)


def assert_rebuilt(case: Case) -> None:
    """The state kept is the state that the steps alone give."""
    kept, anew = state_of(case), rebuilt(case)
    assert (kept.procedure, kept.version, kept.stage, kept.seq, kept.passed) == (anew.procedure, anew.version, anew.stage, anew.seq, anew.passed)
    assert dict(kept.facts) == {name: value for name, value in anew.facts.items() if name in kept.facts or value is not None}
