"""A county, and a list of animals that nothing keeps."""

from pathlib import Path
from typing import Any

import pytest

from fadu.sheets import sheet as register
from tests.agencies.world import World, build


@pytest.fixture(autouse=True)
def kept_apart(settings: Any, tmp_path: Path) -> None:
    """Files of imports lie in a folder of the test's own; the county is a demonstration, whose passwords work."""
    settings.DATA = tmp_path
    settings.DEMO = True


@pytest.fixture
def world(db: None) -> World:
    """A county and its neighbour."""
    return build()


@pytest.fixture
def lists(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The sheets there are, to be added to for one test."""
    known = dict(register._sheets)
    monkeypatch.setattr(register, "_sheets", known)
    return known
