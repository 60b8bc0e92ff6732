"""Copies for previews and for the party: made by the worker, without place and device; the original stays as it is."""

import io
from typing import Any

import pytest
from PIL import ExifTags, Image

from fadu.evidence import copying, vault
from fadu.evidence.models import Copy, CopyState, Use
from fadu.evidence.services import take_whole
from tests.evidence.conftest import film, picture

pytestmark = pytest.mark.django_db


def photo() -> bytes:
    """A picture that says where it was taken and with what."""
    exif = Image.Exif()
    exif[ExifTags.Base.Model] = "DSJ-07"
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (38.0, 2.0, 34.0)
    return picture("JPEG", exif=exif)


def handed_in(actor: Any, body: bytes, name: str, use: Use = Use.EXHIBIT) -> Any:
    return take_whole(actor, io.BytesIO(body), use=use, name=name, size=len(body))


def work() -> None:
    while copying.work_once():
        pass


def test_a_copy_has_neither_place_nor_device_and_the_original_is_untouched(liwei: Any) -> None:
    body = photo()
    original = handed_in(liwei, body, "现场.jpg")
    assert Copy.objects.get(original=original).state == CopyState.WAITING
    work()
    copy = Copy.objects.get(original=original)
    data = vault.opened(copy.key, copy.size).read()
    assert copy.state == CopyState.DONE
    assert b"DSJ-07" in body
    assert b"DSJ-07" not in data
    with Image.open(io.BytesIO(data)) as made:
        assert not made.getexif().get_ifd(ExifTags.IFD.GPSInfo)
        assert made.size == (40, 30)
    assert vault.opened(original.pk, original.size).read() == body


def test_what_can_not_be_cleaned_is_told_and_not_tried_for_ever(liwei: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    for body, name, use in ((film(3000), "录像.mp4", Use.EXHIBIT), (picture(), "照片.jpg", Use.RECORDING), (b"plain", "说明.txt", Use.PAPER)):
        assert not Copy.objects.filter(original=handed_in(liwei, body, name, use)).exists(), name
    moving = io.BytesIO()
    Image.new("RGB", (4, 4)).save(moving, "WEBP", save_all=True, append_images=[Image.new("RGB", (4, 4), "red")])
    handed_in(liwei, moving.getvalue(), "动图.webp")
    work()
    copy = Copy.objects.get()
    assert (copy.state, "动图" in copy.why) == (CopyState.NONE, True)
    lost = handed_in(liwei, picture(), "丢失.jpg")
    vault.discard(lost.pk)
    for _ in range(copying.MOST + 2):
        Copy.objects.filter(original=lost).update(next_try=lost.kept_at)
        copying.work_once()
    copy = Copy.objects.get(original=lost)
    assert (copy.state, copy.tries, bool(copy.why)) == (CopyState.NONE, copying.MOST, True)
