"""What a form of another room gets from the component: ids of files that went up by themselves, and files that came with it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template import engines
from django.test import RequestFactory
from django_cotton.compiler_regex import CottonCompiler

from fadu.evidence import intake, plainly, vault
from fadu.evidence.models import Original, Upload, Use
from tests.evidence.conftest import film, picture

pytestmark = pytest.mark.django_db


def posted(fields=None, files=()):
    body = {**(fields or {}), "originals_file": [SimpleUploadedFile(name, data) for name, data in files]}
    return RequestFactory().post("/", body)


def test_ids_count_only_as_what_they_are(sender, liwei, bureau, case):
    ours = sender.whole("照片.jpg", picture(), case=case.pk)["Fadu-Original"]
    free = sender.whole("照片2.jpg", picture())["Fadu-Original"]
    signature = sender.whole("签名.png", picture("PNG"), use="signature")["Fadu-Original"]
    found = intake.given(liwei, posted({"originals": [ours, free, signature, free, "x", "0" * 32]}), use=Use.EXHIBIT, case=case)
    assert [str(row.pk) for row in found.originals] == [ours, free]
    assert found.error == ""
    assert intake.given(bureau.who("wangfang"), posted({"originals": [ours]}), use=Use.EXHIBIT, case=case).originals == []


def test_files_that_come_with_the_form_are_kept(liwei, bureau):
    big = film(3_000_000)
    found = intake.given(liwei, posted(files=[("a.jpg", picture()), ("b.mp4", big), ("c.jpg", b"%PDF-1.4\n%%EOF")]), use=Use.RECORDING)
    assert [row.name for row in found.originals] == ["a.jpg", "b.mp4"]
    assert found.error == "c.jpg：扩展名是 .jpg，内容是 PDF，请核对后改名再传"
    assert vault.opened(found.originals[1].pk, len(big)).read() == big
    assert Original.objects.count() == 2
    assert Upload.objects.filter(original=None).count() == 0


def test_too_large_for_a_form_is_told(liwei, bureau, monkeypatch):
    monkeypatch.setattr(plainly, "PLAIN", 3_000_000)
    found = intake.given(liwei, posted(files=[("a.jpg", picture()), ("b.mp4", film(4_000_000))]), use=Use.RECORDING)
    assert [row.name for row in found.originals] == ["a.jpg"]
    assert found.error.startswith("b.mp4：超过 64 MB")


def test_what_waits_on_the_disk_is_not_in_the_clear(tmp_path, monkeypatch):
    kept = []
    monkeypatch.setattr(plainly.tempfile, "TemporaryFile", lambda: kept.append((tmp_path / "x").open("w+b")) or kept[0])
    body = b"plain words of a party " * 200_000
    request = posted(files=[("a.txt", body)])
    file = request.FILES["originals_file"]
    kept[0].flush()
    assert b"plain words" not in (tmp_path / "x").read_bytes()
    assert (file.size, file.read()) == (len(body), body)
    file.seek(1_000_001)
    assert file.read(10) == body[1_000_001:1_000_011]


def test_the_component(liwei, bureau, rf):
    request = rf.get("/")
    request.actor = liwei
    template = engines["django"].from_string(
        CottonCompiler().process('<form><c-evidence.upload use="recording" case="abc" name="films" label="现场录像" error="a.jpg：坏了" /></form>')
    )
    page = template.render({"error": ""}, request)
    assert 'name="films_file"' in page
    assert 'data-use="recording"' in page
    assert "a.jpg：坏了" in page
    assert ".mp4" in page
    assert "图片、录音、录像" in page
