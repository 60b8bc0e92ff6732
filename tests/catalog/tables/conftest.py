"""What one test publishes is not judged by in the next."""

from collections.abc import Iterator

import pytest

from fadu.catalog.selectors import library as kept


@pytest.fixture(autouse=True)
def fresh_library() -> Iterator[None]:
    kept.forget()
    yield
    kept.forget()
