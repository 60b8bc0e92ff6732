"""The county with a bank and an exam."""

import pytest

from tests.agencies.exams.world import Hall
from tests.agencies.world import World


@pytest.fixture
def hall(world: World) -> Hall:
    """An exam on 20 November 2026, from 9:00 to 11:00, of 60 minutes."""
    return Hall(world)
