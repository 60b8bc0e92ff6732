"""Asking figures in tests: a locality of one's own, and what a figure shows of the county."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.utils import timezone

from fadu.accounts.actors import SYSTEM
from fadu.agencies import locality
from fadu.agencies.equipment import services
from fadu.agencies.figure import Figure, Reading
from fadu.agencies.models import Officer
from fadu.law.parameters import PARAMETERS, Parameters, Value
from tests.agencies.world import World

TODAY = timezone.localdate()


def place(monkeypatch: pytest.MonkeyPatch, numbers: Mapping[str, Any]) -> None:
    """A locality that sets these numbers and no others."""
    values = {name: (Value(PARAMETERS[name], PARAMETERS[name].read(given), "某规定一", date(2020, 1, 1), None, "test"),) for name, given in numbers.items()}
    monkeypatch.setattr(locality, "parameters", lambda: Parameters("本县", (values,)))


class Asked:
    """Figures of a room, read for an organ of the world."""

    def __init__(self, world: World, figures: tuple[Figure, ...]) -> None:
        self.world, self.figures = world, {figure.id: figure for figure in figures}

    def read(self, name: str, short: str = "示县府", on: date = TODAY) -> Reading:
        return self.figures[name].read(self.world.organs[short], on)

    def shows(self, name: str, short: str = "示县府", on: date = TODAY) -> tuple[bool | None, tuple[int, int] | None]:
        reading = self.read(name, short, on)
        return reading.met, reading.of


def team(world: World, short: str, many: int, prefix: str = "员") -> list[Officer]:
    """So many people of an organ with a valid credential."""
    people = [world.officer(f"{prefix}{at}", short) for at in range(many)]
    for person in people:
        world.credential(person, category="general")
    return people


def designated(world: World, short: str, what: str, amount: int | str = "", since: str = "2024-01-01") -> None:
    services.designate(SYSTEM, world.organs[short].pk, {"what": what, "amount": str(amount), "paper": "某文〔2024〕1号", "since": since})


def ruled(world: World, short: str, rule: str, *, issued_on: str = "2024-02-01", checked: bool = True, **more: Any) -> None:
    entry = {"rule": rule, "title": f"{rule}规定", "number": "某〔2024〕2号", "issued_on": issued_on, "url": "https://example.org/1", **more}
    row = services.enter_regulation(replace(SYSTEM, user_id=1), world.organs[short].pk, entry)
    if checked:
        services.check_regulation(replace(SYSTEM, user_id=2), row.pk)
