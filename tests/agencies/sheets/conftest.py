"""Files of imports lie in a folder of the test's own."""

from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(autouse=True)
def kept_apart(settings: Any, tmp_path: Path) -> None:
    """Uploads and progress of one test are nobody else's."""
    settings.DATA = tmp_path
