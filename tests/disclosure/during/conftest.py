"""The food case, served and signed, its decision published: made once for all of them; what a test does to its rows is undone."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2
import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client, override_settings
from PIL import Image, ImageFilter

from fadu.accounts.actors import SYSTEM
from fadu.disclosure.models import Publication
from fadu.documents import fonts, storage
from fadu.documents.models import Document
from fadu.documents.signing import services as signing
from tests.cases.telling import Telling
from tests.cases.world import Bureau
from tests.disclosure.conftest import worked
from tests.disclosure.test_releasing import released

HERE = "https://law.shifan.example"


@dataclass
class World:
    """What was made.

    Attributes:
        told: the food case, up to its service.
        publication: of its decision, released.
    """

    bureau: Bureau
    told: Telling
    publication: Publication

    def paper(self, kind: str) -> Document:
        """The paper of that kind that stands."""
        return Document.objects.get(case=self.told.id, paper=kind, superseded=False)

    def pdf(self, kind: str = "penalty_decision") -> bytes:
        """Its bytes."""
        return storage.fetch(self.paper(kind).sha256)


@pytest.fixture(scope="package")
def whole(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    if gone := fonts.missing():
        pytest.fail(fonts.explain(gone))
    folder = tmp_path_factory.mktemp("world")
    with django_db_blocker.unblock(), override_settings(DEMO=True, DATA=folder, PUBLIC_URL=HERE), transaction.atomic():
        bureau = Bureau().general()
        signing.make_demo(SYSTEM, [bureau.bureau])
        told = Telling(bureau).until("serve")
        row = worked(told)
        assert row is not None
        yield World(bureau, told, released(bureau, row))
        transaction.set_rollback(True)


@pytest.fixture
def world(whole: World, db: None) -> Iterator[World]:
    cache.clear()
    with transaction.atomic():
        yield whole
        transaction.set_rollback(True)


def photo(pdf: bytes, *, turned: float = 0, dpi: int = 150, blurred: float = 0, kind: str = "PNG") -> bytes:
    """A page as a telephone takes it: on a desk, at an angle, not quite sharp."""
    page = pypdfium2.PdfDocument(pdf)[0].render(scale=dpi / 72).to_pil().convert("L")
    desk = Image.new("L", (page.width + 300, page.height + 300), 90)
    desk.paste(page, (150, 150))
    made = desk.rotate(turned, resample=Image.Resampling.BICUBIC, fillcolor=90, expand=True).filter(ImageFilter.GaussianBlur(blurred))
    out = io.BytesIO()
    made.save(out, kind)
    return out.getvalue()


def sent(data: bytes, name: str = "paper.pdf", client: Client | None = None) -> Any:
    return (client or Client()).post("/open/verify/", {"file": SimpleUploadedFile(name, data)})


def asked(data: bytes, name: str = "paper.pdf") -> dict[str, Any]:
    answer = Client().post("/open/verify/check.json", {"file": SimpleUploadedFile(name, data)})
    assert answer.status_code == 200, answer.content.decode()
    found: dict[str, Any] = answer.json()
    return found
