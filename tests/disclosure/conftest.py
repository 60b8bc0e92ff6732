"""The bureau of the stories, its documents and its queue."""

from typing import Any

import pytest

from fadu.cases.models import Outbox
from fadu.cases.services.log import sequence_all
from fadu.disclosure.models import Publication
from fadu.disclosure.services import enqueue
from fadu.documents.consumers import drain
from tests.cases.telling import Telling
from tests.cases.world import Bureau


@pytest.fixture
def bureau(db: None, settings: Any, tmp_path: Any) -> Bureau:
    settings.DATA, settings.DEMO = tmp_path, True
    return Bureau()


def worked(case: Telling) -> Publication | None:
    """What the worker makes of what waits: papers, the queue, the log; the publication of the case."""
    told = list(Outbox.objects.filter(topic="step", case_id=case.id).order_by("id"))
    while drain():
        pass
    for row in told:
        enqueue(row)
    sequence_all()
    return Publication.objects.filter(case_id=case.id).first()


@pytest.fixture
def decided(bureau: Bureau) -> Publication:
    """The food case, decided: it waits to be shown."""
    found = worked(Telling(bureau).until("decide"))
    assert found is not None
    return found
