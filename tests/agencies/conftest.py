"""The small county of the tests, and the addresses of the room."""

import pytest

from tests.agencies.world import World, build


@pytest.fixture(autouse=True)
def demonstration(settings) -> None:
    """The county's accounts are of a demonstration; the room's pages are served though the site may not list them yet."""
    settings.DEMO = True
    settings.ROOT_URLCONF = "tests.agencies.urls"


@pytest.fixture
def world(db: None) -> World:
    """A county and its neighbour."""
    return build()
