"""What every test may ask for, and which tests are left out on this machine, with the reason."""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("fadu", deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no defect
settings.load_profile("fadu")


def chromium_path() -> str | None:
    """The Chromium that the browser tests drive, if there is one."""
    given = os.environ.get("FADU_CHROMIUM", "chromium")
    return shutil.which(given)


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


@pytest.fixture(scope="session")
def chromium() -> Path:
    """Where Chromium is; the test is skipped where there is none."""
    found = chromium_path()
    if not found:
        pytest.skip("no chromium here: install it, or name one with FADU_CHROMIUM")
    return Path(found)
