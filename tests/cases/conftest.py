"""The bureau, and stories to tell in it."""

import json
from typing import Any

import pytest

from tests.cases.world import DATA, Bureau


@pytest.fixture(autouse=True)
def demonstration(settings: Any, tmp_path: Any) -> None:
    """Accounts of a demonstration; each test its own log."""
    settings.DEMO = True
    settings.DATA = tmp_path


@pytest.fixture
def bureau(db: None) -> Bureau:
    """The market bureau."""
    return Bureau()


@pytest.fixture
def food() -> dict[str, Any]:
    """The food-safety case from clue to archive."""
    story: dict[str, Any] = json.loads((DATA / "food_safety.json").read_text("utf-8"))
    return story
