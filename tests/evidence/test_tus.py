"""The tus protocol, as a client of it sees the platform."""

import hashlib
import json

import pytest

from fadu.evidence import vault
from fadu.evidence.models import Original, Upload
from tests.evidence.conftest import film, picture

pytestmark = pytest.mark.django_db


def test_a_file_in_three_pieces_is_an_original(sender, data):
    body = film(2_500_000)
    path = sender.begin("现场.mp4", len(body), "recording")
    assert sender.offset(path) == 0
    for start, end in ((0, 1_000_000), (1_000_000, 1_000_017), (1_000_017, len(body))):
        answer = sender.send(path, body[start:end], start)
        assert (answer.status_code, answer["Upload-Offset"]) == (204, str(end)), answer.content.decode()
    original = Original.objects.get()
    assert answer["Fadu-Original"] == str(original.pk)
    assert (original.sha256, original.size, original.media, original.name) == (hashlib.sha256(body).hexdigest(), len(body), "video/mp4", "现场.mp4")
    assert vault.digest(original.pk, original.size) == original.sha256
    assert not list((data / "uploads").iterdir())
    assert sender.ask("HEAD", path)["Fadu-Original"] == str(original.pk), "who lost the last answer learns of it"
    assert sender.ask("DELETE", path).status_code == 204
    assert Original.objects.exists()
    assert not Upload.objects.exists()
