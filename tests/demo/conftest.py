"""A small county, built once for the tests of a file; and the day it is built on."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.test import override_settings

from fadu.site.demo.build import build

TODAY = date(2026, 11, 20)
NOWHERE = Path("no-such-folder")


@dataclass
class Built:
    """A county, where its files are, what was said while it was built."""

    data: Path
    scale: float
    said: list[str] = field(default_factory=list)

    def again(self, **more: Any) -> str:
        """Build it once more; what is said."""
        before = len(self.said)
        build(**{"today": TODAY, "scale": self.scale, "papers": False, "laws": NOWHERE, "say": self.say, **more})
        return "\n".join(self.said[before:])

    def say(self, text: str, end: str = "\n") -> None:
        self.said.append(text)


def built(scale: float, folder: Path) -> Iterator[Built]:
    """A county in a transaction that is rolled back."""
    with override_settings(DEMO=True, DATA=folder), transaction.atomic():
        county = Built(folder, scale)
        county.again()
        yield county
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def county(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """Some forty cases."""
    with django_db_blocker.unblock():
        yield from built(0.1, tmp_path_factory.mktemp("county"))


@pytest.fixture(scope="module")
def whole(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """All four hundred."""
    with django_db_blocker.unblock():
        yield from built(1.0, tmp_path_factory.mktemp("whole"))
