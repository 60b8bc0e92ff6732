"""The county that trains."""

from collections.abc import Iterator

import pytest

from tests.agencies.training.world import EVERYTHING, asked


@pytest.fixture(autouse=True)
def locality() -> Iterator[None]:
    """A locality whose policies set every number of training."""
    with asked(EVERYTHING):
        yield
