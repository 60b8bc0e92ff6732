"""What every test may ask for, and which tests are left out on this machine, with the reason."""

import os
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from tests.browsers import DIED, chromium_path, deaths, driven

settings.register_profile("fadu", deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no defect
settings.load_profile("fadu")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Skip what this machine cannot run: by marks, so that each file need not ask again."""
    without = {}
    if not chromium_path():
        without["browser"] = "no chromium here: install it, or name one with FADU_CHROMIUM"
    if not os.environ.get("FADU_TEST_DATABASE_URL"):
        without["postgres"] = "FADU_TEST_DATABASE_URL is not set"
    for item in items:
        for mark, reason in without.items():
            if item.get_closest_marker(mark):
                item.add_marker(pytest.mark.skip(reason=reason))


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Say by the exit status that a browser died, so that the run is made again rather than believed."""
    if (told := getattr(session.config, "workeroutput", None)) is not None:
        told["deaths"] = deaths
    elif deaths and session.exitstatus == pytest.ExitCode.TESTS_FAILED:
        session.exitstatus = DIED


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Hear from a worker of pytest-xdist which browsers died there."""
    deaths.extend(getattr(node, "workeroutput", {}).get("deaths", ()))


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A Chromium of this module's own."""
    with driven() as chromium:
        yield chromium
