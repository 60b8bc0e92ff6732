"""An installation with everything in it that verification looks at, made once for a module; each test's harm is undone."""

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.test import override_settings

from fadu.accounts.actors import Actor
from fadu.cases import append_only
from fadu.cases.errors import Refused
from fadu.cases.models import Attempt, Case, Leaf, Step
from fadu.cases.services.log import sequence_all
from fadu.documents import fonts
from fadu.documents.models import Document
from fadu.evidence import services
from fadu.evidence.keeping.deviations import Deviation, Findings
from fadu.evidence.keeping.verifying import Scope, examine
from fadu.evidence.models import Action, Original, Reading, Use
from tests.cases.telling import Telling
from tests.cases.world import Bureau

CLIP = bytes(range(256)) * 5000
"""A recording of more than one frame."""


@dataclass
class Kept:
    """What was made.

    Attributes:
        case: the case told up to its decision on the spot, with a correction of its last, whose paper is superseded.
        other: another case of the same organ.
    """

    bureau: Bureau
    case: Case
    other: Case
    folder: Path

    def who(self, name: str = "zhoulin") -> Actor:
        return self.bureau.who(name)


def made(folder: Path) -> Kept:
    """Two cases, papers, a refused attempt, originals with and without a case, readings, the seal of a package."""
    from fadu.cases.services import packages

    bureau = Bureau().general()
    first = Telling(bureau, "simple").until("decide_spot")
    call_command("work", "--once")
    officer = bureau.who("zhoulin")
    keep = {"use": Use.RECORDING, "media": "video/mp4", "organ_id": first.case.organ_id}
    original = services.keep(officer, io.BytesIO(CLIP), name="现场.mp4", case=first.case, **keep)
    services.keep(officer, io.BytesIO(b"short"), name="无案.mp4", **keep)
    services.read(
        officer, kind="original", ref=original.id, what="现场.mp4", action=Action.PLAY, organ_id=first.case.organ_id, case=first.case, reason="核对经过"
    )
    first.correct("decide_spot", {"correction": "立即搬走堆放的物品，保持通道畅通。"}, when="2026-09-14T11:00")
    with pytest.raises(Refused):
        first.take("decide_spot")
    second = Telling(bureau, "simple").until("register_spot")
    call_command("work", "--once")
    packages.export(officer, first.case, folder)
    sequence_all()
    return Kept(bureau, first.case, second.case, folder)


@pytest.fixture(scope="module")
def whole(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kept]:
    """The installation of a module."""
    if fonts.missing():
        pytest.skip("papers can't be set without their fonts")
    folder = tmp_path_factory.mktemp("installation")
    with django_db_blocker.unblock(), override_settings(DEMO=True, DATA=folder), transaction.atomic():
        yield made(folder)
        transaction.set_rollback(True)


@pytest.fixture
def kept(whole: Kept, db: None) -> Iterator[Kept]:
    """The installation, whatever is done to its rows undone at the end."""
    with transaction.atomic():
        yield whole
        transaction.set_rollback(True)


@contextmanager
def behind_its_back() -> Iterator[None]:
    """As who has the database's own password: with the triggers lifted."""
    with append_only.lifted(connection):
        yield


@contextmanager
def spoilt(file: Path, spoil: Callable[[bytes], bytes | None]) -> Iterator[None]:
    """A file with other bytes within; None takes it away."""
    before = file.read_bytes()
    after = spoil(before)
    file.unlink()
    if after is not None:
        file.write_bytes(after)
    try:
        yield
    finally:
        file.unlink(missing_ok=True)
        file.write_bytes(before)


def found(**scope: Any) -> list[Deviation]:
    """What verification finds."""
    return looked(**scope).deviations


def looked(**scope: Any) -> Findings:
    """A verification."""
    return examine(Scope(**scope))


MODELS = {"step": Step, "attempt": Attempt, "leaf": Leaf, "document": Document, "original": Original, "reading": Reading}
