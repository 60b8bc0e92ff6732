"""Papers can't be set without their fonts."""

import pytest

from fadu.documents import fonts


@pytest.fixture(scope="session", autouse=True)
def _type_is_there() -> None:
    gone = fonts.missing()
    if gone:
        pytest.fail(fonts.explain(gone))
