"""A bureau whose officers hand files in, and the sender of the protocol."""

import base64
import io
from typing import Any

import pytest
from PIL import Image

from fadu.accounts.actors import Actor
from fadu.cases.models import Case
from tests.cases.telling import Telling
from tests.cases.world import Bureau

PIECE = "application/offset+octet-stream"


@pytest.fixture
def data(settings, tmp_path):
    """The folder of the installation."""
    settings.DATA, settings.DEMO = tmp_path, True
    return tmp_path


@pytest.fixture
def bureau(db, data) -> Bureau:
    return Bureau().general()


@pytest.fixture
def case(bureau):
    """A case of 李伟 and 王芳."""
    return Case.objects.get(pk=Telling(bureau).until("file").id)


@pytest.fixture
def liwei(bureau) -> Actor:
    return bureau.who("liwei")


@pytest.fixture
def sender(bureau, client):
    """李伟 at a tus client."""
    client.force_login(bureau.named["liwei"].user, backend="django.contrib.auth.backends.ModelBackend")
    return Sender(client)


def picture(form: str = "JPEG", size: tuple[int, int] = (40, 30), **more: Any) -> bytes:
    out = io.BytesIO()
    Image.effect_noise(size, 90).convert("RGB").save(out, form, **more)
    return out.getvalue()


def film(length: int) -> bytes:
    """An MP4 of so many bytes, as far as its boxes go."""
    head = b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom"
    return (
        head
        + (length - len(head)).to_bytes(4, "big")
        + b"mdat"
        + bytes(i * 7 % 251 for i in range(min(length, 9973))).ljust(length - len(head) - 8, b"\x5a")[: length - len(head) - 8]
    )


class Sender:
    """Speaks the protocol over Django's client."""

    def __init__(self, client) -> None:
        self.client = client

    def ask(self, method: str, path: str, body: bytes = b"", **headers: str):
        sent = {"Tus-Resumable": "1.0.0", **{name.replace("_", "-"): str(value) for name, value in headers.items() if value is not None}}
        kind = sent.pop("Content-Type", PIECE if body or method == "PATCH" else "")
        return self.client.generic(method, path, body, content_type=kind, headers=sent)

    def create(self, name: str, size: int | None, use: str = "exhibit", body: bytes = b"", **more: str):
        told = {"filename": name, "use": use, **{key: str(value) for key, value in more.items()}}
        metadata = ",".join(f"{key} {base64.b64encode(value.encode('utf-8', 'surrogatepass')).decode()}" for key, value in told.items())
        length = {"Upload_Defer_Length": "1"} if size is None else {"Upload_Length": str(size)}
        return self.ask("POST", "/evidence/uploads/", body, Upload_Metadata=metadata, **length)

    def begin(self, name: str, size: int | None, use: str = "exhibit", **more: str) -> str:
        answer = self.create(name, size, use, **more)
        assert answer.status_code == 201, answer.content.decode()
        return answer["Location"]

    def send(self, path: str, body: bytes, offset: int, **headers: str):
        return self.ask("PATCH", path, body, Upload_Offset=str(offset), **headers)

    def offset(self, path: str) -> int:
        answer = self.ask("HEAD", path)
        assert answer.status_code == 200, answer.status_code
        return int(answer["Upload-Offset"])

    def whole(self, name: str, body: bytes, use: str = "exhibit", **more: str):
        """Hand a file in in one piece."""
        begun = self.create(name, len(body), use, **more)
        return self.send(begun["Location"], body, 0) if begun.status_code == 201 else begun
