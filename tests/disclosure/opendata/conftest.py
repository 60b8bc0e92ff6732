"""A platform with open data of its own in a scratch folder, and no cache of another test."""

from typing import Any

import pytest
from django.core.cache import cache

from fadu.cases.services.log import sequence_all
from fadu.disclosure.models import Publication
from tests.catalog.conftest import clients
from tests.disclosure.opendata import world

__all__ = ["clients"]


@pytest.fixture(autouse=True)
def apart(settings: Any, tmp_path: Any) -> None:
    settings.DATA, settings.FADU_OPEN_LIMIT = tmp_path, 0
    cache.clear()


@pytest.fixture
def rows(db: None) -> list[Publication]:
    """Records, published and in the log."""
    made = world.some()
    sequence_all()
    return made
