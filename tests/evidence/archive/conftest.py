"""The food-safety case from clue to archive, its papers made and everything in the log; and its file, formed."""

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.utils import timezone

from fadu.cases.models import Case
from fadu.cases.now import at
from fadu.cases.services.log import sequence_all
from fadu.cases.services.replay import replay
from fadu.documents import consumers, fonts
from fadu.evidence.archive import services
from fadu.evidence.archive.models import Volume
from tests.cases.world import DATA, Bureau

pytestmark = pytest.mark.skipif(bool(fonts.missing()), reason="papers can't be set without their fonts")

BOUND = "2026-08-25T10:00"
"""When the file is formed: after the archive step of the story, before its thirty days are over (2 September)."""


@pytest.fixture(autouse=True)
def demonstration(settings: Any, tmp_path: Any) -> None:
    settings.DEMO = True
    settings.DATA = tmp_path


@pytest.fixture
def bureau(db: None) -> Bureau:
    return Bureau()


@pytest.fixture
def clock() -> Callable[[str], Any]:
    return lambda text: at(timezone.make_aware(datetime.fromisoformat(text)))


@pytest.fixture
def case(bureau: Bureau) -> Case:
    """The main job's case, handed in."""
    done = replay(json.loads((DATA / "food_safety.json").read_text("utf-8")))
    while consumers.drain():
        pass
    sequence_all()
    return Case.objects.get(pk=done.case_id)


@pytest.fixture
def volume(case: Case, bureau: Bureau, clock: Callable[[str], Any]) -> Volume:
    with clock(BOUND):
        return services.bind(bureau.who("liwei"), case.id)
