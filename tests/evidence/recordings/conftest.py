"""A bureau with a recorder that somebody holds, a seizure to record, and films made with ffmpeg's test sources."""

from pathlib import Path
from typing import Any

import pytest

from fadu.agencies.equipment.models import Thing
from fadu.cases import now
from tests.agencies.equipment.made import issued, thing
from tests.cases.world import Bureau
from tests.evidence.recordings.made import Films, moment


@pytest.fixture(autouse=True)
def demonstration(settings: Any, tmp_path: Path) -> None:
    """Accounts of a demonstration; each test its own vault."""
    settings.DEMO = True
    settings.DATA = tmp_path


@pytest.fixture(autouse=True)
def _clock():
    """The tests live on Monday 2 November 2026, in the evening, unless they say otherwise."""
    with now.at(moment("2026-11-02T18:00")):
        yield


@pytest.fixture(scope="session")
def films(tmp_path_factory: pytest.TempPathFactory) -> Films:
    """Small films, made once."""
    return Films(tmp_path_factory.mktemp("films"))


@pytest.fixture
def bureau(db: None) -> Bureau:
    """The market bureau."""
    return Bureau()


@pytest.fixture
def recorder(bureau: Bureau) -> Thing:
    """A body camera that 李伟 holds."""
    item = thing(bureau, number="ZC-REC-1")
    issued(item, bureau.named["liwei"])
    return item
