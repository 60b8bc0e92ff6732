"""Public copies say neither where nor who; a second program (Pillow's own reader, and the bytes) is asked."""

import io
import uuid

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter

from fadu.evidence import vault
from fadu.evidence.cleaning import Uncleanable, cleaned, without_segments
from fadu.evidence.models import Original

SECRETS = (b"GPS", b"Exif", b"HUAWEI", b"Li Wei", b"xmpmeta", b"secret", b"Photoshop")


@pytest.fixture(autouse=True)
def _here(settings, tmp_path):
    settings.DATA = tmp_path


def photo(form="JPEG", size=(40, 20)):
    """A photo taken with the camera held upright, at 30°27′ north, 114°18′ east; its left half red, its right half blue."""
    picture = Image.new("RGB", size, "red")
    picture.paste("blue", (size[0] // 2, 0, *size))
    exif = Image.Exif()
    exif[0x010F], exif[0x013B], exif[0x0112], exif[0x9286] = "HUAWEI", "Li Wei", 6, "secret"
    exif.get_ifd(0x8825).update({1: "N", 2: (30.0, 27.0, 0.0), 3: "E", 4: (114.0, 18.0, 0.0)})
    out = io.BytesIO()
    picture.save(out, form, exif=exif, **({"xmp": b"<x:xmpmeta>secret</x:xmpmeta>", "comment": b"secret"} if form == "JPEG" else {}))
    return out.getvalue()


def original(data, media):
    key = uuid.uuid4()
    kept = vault.keep(key, io.BytesIO(data), most=len(data))
    return Original(id=key, media=media, size=kept.size, sha256=kept.sha256)


@pytest.mark.parametrize(("form", "media"), [("JPEG", "image/jpeg"), ("PNG", "image/png"), ("WEBP", "image/webp")])
def test_a_photo_tells_nothing_but_what_it_shows(form, media):
    data = photo(form)
    assert Image.open(io.BytesIO(data)).getexif().get_ifd(0x8825)[2] == (30.0, 27.0, 0.0), "the original does tell"
    row = original(data, media)
    copy = cleaned(row)
    shown = Image.open(io.BytesIO(copy.data))
    assert (copy.media, shown.format, shown.size) == (media, form, (20, 40)), "turned as the camera was held"
    assert dict(shown.getexif()) == {}
    assert not set(shown.info) & {"exif", "xmp", "comment", "icc_profile", "photoshop"}
    assert [word for word in SECRETS if word in copy.data] == []
    top, bottom = shown.convert("RGB").getpixel((10, 5)), shown.convert("RGB").getpixel((10, 35))
    assert top[0] > 200 > top[2]
    assert bottom[2] > 200 > bottom[0]
    assert vault.digest(row.pk, row.size) == row.sha256, "the original is as it was"


def test_a_png_with_transparency_keeps_it():
    picture = Image.new("RGBA", (5, 5), (0, 0, 0, 0))
    out = io.BytesIO()
    picture.save(out, "PNG")
    assert Image.open(io.BytesIO(cleaned(original(out.getvalue(), "image/png")).data)).getpixel((1, 1))[3] == 0


def test_a_pdf_tells_nothing_of_its_making_nor_its_photos_of_theirs():
    writer, out = PdfWriter(), io.BytesIO()
    page_source = io.BytesIO()
    Image.open(io.BytesIO(photo(size=(300, 200)))).save(page_source, "PDF")
    writer.append(PdfReader(io.BytesIO(page_source.getvalue())))
    writer.add_metadata({"/Author": "Li Wei", "/Producer": "secret"})
    writer.add_attachment("secret.txt", b"secret")
    from pypdf.generic import DecodedStreamObject, NameObject

    for found in writer._objects:
        if hasattr(found, "get") and found.get("/Subtype") == "/Image":
            found._data = photo(size=(300, 200))
            found[NameObject("/Filter")] = NameObject("/DCTDecode")
            meta = DecodedStreamObject()
            meta.set_data(b"<x:xmpmeta>secret</x:xmpmeta>")
            found[NameObject("/Metadata")] = writer._add_object(meta)
    writer.write(out)
    assert b"HUAWEI" in out.getvalue()
    copy = cleaned(original(out.getvalue(), "application/pdf"))
    read = PdfReader(io.BytesIO(copy.data))
    assert len(read.pages) == 1
    assert not read.metadata or not {"/Author", "/Creator"} & set(read.metadata)
    assert read.attachments == {}
    assert [word for word in SECRETS if word in copy.data] == []
    assert read.pages[0].images[0].image.size == (300, 200)


def test_segments_alone_are_taken():
    data = photo()
    bare = without_segments(data)
    assert list(Image.open(io.BytesIO(bare)).get_flattened_data()) == list(Image.open(io.BytesIO(data)).get_flattened_data())
    assert b"HUAWEI" not in bare
    assert without_segments(b"no jpeg") == b"no jpeg"


@pytest.mark.parametrize(("data", "media", "why"), [
    (b"x", "video/mp4", "只有"), (b"\xff\xd8x", "image/jpeg", "打不开"), (b"%PDF-x", "application/pdf", "打不开"),
])  # fmt: skip
def test_what_can_not_be_cleaned_is_told(data, media, why):
    with pytest.raises(Uncleanable, match=why):
        cleaned(original(data, media))
