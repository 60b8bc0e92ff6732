"""A county that is served to a real browser, and the hands that use it.

The house is built once for each module and reused by all its tests; what a test changes is its own case. Time is the
test's to set: the county lives through the days of a story while the test runs seconds.
"""

import json
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import override_settings
from django.utils import timezone
from pytest_django.live_server_helper import LiveServer

from fadu.agencies.models import Officer
from fadu.cases.models import Outbox
from fadu.cases.services.log import sequence_all
from fadu.documents.consumers import drain
from tests.cases.world import DATA, Bureau
from tests.e2e.pages import WIDE, Hand


class Clock:
    """What time it is in the county; from where it is set it goes on as any clock."""

    def __init__(self) -> None:
        self._real = timezone.now
        self.moment: datetime | None = None
        self.since = self._real()

    def set(self, text: str, minutes: int = 0) -> None:
        """Let it be that moment, Beijing time, and so many minutes."""
        self.moment, self.since = timezone.make_aware(datetime.fromisoformat(text)) + timedelta(minutes=minutes), self._real()

    def __call__(self) -> datetime:
        return self.moment + (self._real() - self.since) if self.moment else self._real()


class House:
    """The county, served."""

    def __init__(self, bureau: Bureau, url: str, clock: Clock, browser: Any, data: Path) -> None:
        self.bureau, self.url, self.clock, self.browser, self.data = bureau, url, clock, browser, data
        self.people = dict(Officer.objects.filter(user__isnull=False).values_list("user__username", "pk"))
        self.hands: list[Hand] = []

    def hand(self, username: str = "", width: int = WIDE) -> Hand:
        """Somebody at a browser; the public where no name is given."""
        hand = Hand(self.browser, self.url, self.people, width)
        self.hands.append(hand)
        return hand.sign_in(username) if username else hand

    def work(self) -> None:
        """What the worker does beside the server: documents are made, the log is written."""
        while drain():
            pass
        assert not [row.error for row in Outbox.objects.filter(done_at__isnull=True)]
        sequence_all()


@pytest.fixture
def _django_db_helper() -> None:
    """In place of pytest-django's, which would empty the database after each test: the house stands until its module is done."""


@pytest.fixture(scope="module")
def house(browser: Any, django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """The bureau of the stories behind a live server, until the module is done; then the database is emptied."""
    from django.core.management import call_command

    data, clock = tmp_path_factory.mktemp("house"), Clock()
    own = override_settings(DEMO=True, DATA=data, SESSION_COOKIE_AGE=10 * 365 * 24 * 3600)  # a story lasts months, a session of it too
    with django_db_blocker.unblock(), own, pytest.MonkeyPatch.context() as patch:
        bureau = Bureau().general()
        patch.setattr(timezone, "now", clock)
        server = LiveServer("localhost")
        try:
            with server._live_server_modified_settings:
                house = House(bureau, server.url, clock, browser, data)
                yield house
                for hand in house.hands:
                    hand.close()
        finally:
            server.stop()
            patch.undo()
            call_command("flush", verbosity=0, interactive=False, allow_cascade=False, inhibit_post_migrate=False)


@pytest.fixture(scope="session")
def food() -> dict[str, Any]:
    """The food-safety case from clue to archive."""
    story: dict[str, Any] = json.loads((DATA / "food_safety.json").read_text("utf-8"))
    return story


@pytest.fixture(scope="session")
def steps_of() -> Callable[[dict[str, Any]], dict[str, dict[str, Any]]]:
    return lambda story: {step["step"]: step for step in story["steps"]}


PROJECT = Path(settings.PROJECT)
