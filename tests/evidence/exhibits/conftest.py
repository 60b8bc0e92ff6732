"""The bureau, with a store-room, and cases that hold goods."""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from fadu.accounts.actors import SYSTEM
from fadu.cases import now
from fadu.cases.models import Case
from fadu.cases.services.replay import replay
from fadu.documents import consumers
from fadu.evidence.exhibits import services
from fadu.evidence.exhibits.consumers import TOPIC
from tests.cases.world import DATA, Bureau, file_of

LONG_AFTER = "2026-09-01T09:00"


def moment(text: str) -> datetime:
    return timezone.make_aware(datetime.fromisoformat(text))


@pytest.fixture(autouse=True)
def demonstration(settings: Any, tmp_path: Any) -> Iterator[None]:
    settings.DEMO, settings.DATA = True, tmp_path
    with now.at(moment(LONG_AFTER)):
        yield


class Depot(Bureau):
    """The bureau with its store-room."""

    def __init__(self) -> None:
        super().__init__()
        self.store = services.add_store(SYSTEM, self.bureau.pk, {"name": "罚没物品仓库", "address": "清河路 1 号院内", "third": "0", "since": "2020-01-01"})

    def told(self, name: str, until: str = "", **changes: dict[str, Any]) -> Case:
        """A story up to (and with) a step, its outbox drained; `changes` by step go into its answers."""
        story = json.loads(file_of(name).read_text("utf-8"))
        names = [step["step"] for step in story["steps"]]
        steps = story["steps"][: names.index(until) + 1] if until else story["steps"]
        for step in steps:
            step["data"] |= changes.get(step["step"], {})
        case = Case.objects.get(pk=replay({**story, "steps": steps}).case_id)
        drain()
        return case


def drain() -> None:
    """Do only what waits for this room: no papers are made."""
    kept = dict(consumers.TOPICS)
    consumers.TOPICS.clear()
    consumers.TOPICS[TOPIC] = kept[TOPIC]
    try:
        while consumers.drain():
            pass
    finally:
        consumers.TOPICS.clear()
        consumers.TOPICS.update(kept)


@pytest.fixture
def depot(db: None) -> Depot:
    return Depot()


def later(case: Case, **more: int) -> str:
    """A moment after the last step of a case, as it is typed."""
    last = case.steps.order_by("-seq").first()
    assert last is not None
    return timezone.localtime(last.taken_at + timedelta(**(more or {"hours": 1}))).strftime("%Y-%m-%dT%H:%M")


__all__ = ["DATA", "Depot", "drain", "later", "moment"]
