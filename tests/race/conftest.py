"""Two at once: threads with connections of their own, in a database whose transactions really end."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from tests.cases.world import Bureau


@pytest.fixture(autouse=True)
def demonstration(settings: Any, tmp_path: Any) -> None:
    """Accounts of a demonstration; each test its own log."""
    settings.DEMO = True
    settings.DATA = tmp_path


@pytest.fixture
def bureau(transactional_db: None) -> Bureau:
    """The market bureau, committed."""
    return Bureau()


def together(*acts: Callable[[], Any]) -> list[Any]:
    """What comes of acts begun at the same moment: each its result, or the exception it ended with."""
    barrier = Barrier(len(acts))

    def run(act: Callable[[], Any]) -> Any:
        barrier.wait(30)
        try:
            return act()
        except Exception as ended:  # noqa: BLE001 - which one is what the test asks
            return ended
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return [future.result(120) for future in [pool.submit(run, act) for act in acts]]
