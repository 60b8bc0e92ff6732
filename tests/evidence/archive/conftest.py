"""The main job's case, handed in and formed into a file, once for all tests of this folder; what a test changes is undone after it."""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from django.test import override_settings
from django.utils import timezone

from fadu.cases.models import Case
from fadu.cases.now import at
from fadu.cases.services.log import sequence_all
from fadu.cases.services.replay import replay
from fadu.documents import consumers, fonts
from fadu.evidence.archive import services
from fadu.evidence.archive.models import Volume
from tests.cases.telling import Telling
from tests.cases.world import DATA, Bureau

BOUND = "2026-08-25T10:00"
"""When the file is formed: after the archive step of the story, before its thirty days are over (2 September)."""


class House(NamedTuple):
    bureau: Bureau
    data: Path
    case: Any
    volume: Any
    simple: Any


def moment(text: str) -> Any:
    return at(timezone.make_aware(datetime.fromisoformat(text)))


@pytest.fixture(scope="package")
def house(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """The bureau with the food case (its file formed) and a case on the spot (handed in, not formed)."""
    from django.core.management import call_command

    if fonts.missing():
        pytest.skip("papers can't be set without their fonts")
    data = tmp_path_factory.mktemp("archive")
    with django_db_blocker.unblock(), override_settings(DEMO=True, DATA=data):
        bureau = Bureau().general()
        done = replay(json.loads((DATA / "food_safety.json").read_text("utf-8")))
        spot = Telling(bureau, "simple").until("archive")
        while consumers.drain():
            pass
        sequence_all()
        with moment(BOUND):
            volume = services.bind(bureau.who("liwei"), done.case_id)
        try:
            yield House(bureau, data, Case.objects.get(pk=done.case_id), volume, Case.objects.get(pk=spot.id))
        finally:
            call_command("flush", verbosity=0, interactive=False, allow_cascade=False, inhibit_post_migrate=False)


@pytest.fixture(autouse=True)
def demonstration(settings: Any, house: House, tmp_path: Path) -> None:
    """Each test its own folder, as each has its own rows: the log is copied, what is written once is linked."""
    settings.DEMO = True
    settings.DATA = tmp_path / "data"
    shutil.copytree(house.data, settings.DATA, copy_function=lambda source, target: (shutil.copy2 if "/log/" in str(source) else os.link)(source, target))


@pytest.fixture
def clock() -> Callable[[str], Any]:
    return moment


@pytest.fixture
def bureau(house: House, db: None) -> Bureau:
    return house.bureau


@pytest.fixture
def case(house: House, db: None) -> Case:
    return Case.objects.get(pk=house.case.pk)


@pytest.fixture
def volume(house: House, db: None) -> Volume:
    return Volume.objects.select_related("organ", "case").get(pk=house.volume.pk)
