"""Who sees which originals, and that nobody sees the bytes of one unrecorded."""

import json
import uuid

import pytest
from django.test import Client

from fadu.cases.services.log import sequence_all
from fadu.evidence import selectors, vault
from fadu.evidence.models import Original, Reading
from fadu.evidence.services import originals as written
from tests.evidence.conftest import film, picture

pytestmark = pytest.mark.django_db
SESSION = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def kept(sender, case):
    """One original of the case, one of none."""
    return [uuid.UUID(sender.whole(name, picture(), case=to)["Fadu-Original"]) for name, to in (("案内.jpg", case.pk), ("案外.jpg", ""))]


def client_of(bureau, name):
    client = Client()
    if name:
        client.force_login(bureau.named[name].user, backend=SESSION)
    return client


# who, what of the case, what of none, list, begins an upload
ROLES = (
    ("liwei", 200, 200, 200, 201, "承办人，也是存入人"),
    ("wangfang", 200, 404, 200, 201, "承办人，案外的是别人存的"),
    ("zhoujie", 404, 404, 200, 201, "同机关，不承办"),
    ("zhoulin", 404, 404, 200, 201, "别的机关的执法人员"),
    ("chenjing", 200, 200, 200, 403, "法制审核人员看本机关的，不存入"),
    ("zhaoqiang", 200, 200, 200, 403, "机关负责人看本机关的，不存入"),
    ("wujun", 404, 404, 200, 403, "别的机关的负责人"),
    ("zhaomin", 200, 200, 200, 201, "监督人员看管辖范围内的，可存入本机关"),
    ("admin", 403, 403, 403, 403, "系统管理员不看案件"),
    ("", 302, 302, 302, 401, "没有登录"),
)


@pytest.mark.parametrize(("name", "of_case", "of_none", "listing", "begin", "why"), ROLES)
def test_every_role_at_the_entrances(bureau, kept, name, of_case, of_none, listing, begin, why):
    from tests.evidence.conftest import Sender

    client = client_of(bureau, name)
    for key, status in zip(kept, (of_case, of_none), strict=True):
        for tail in ("", "file", "file?inline"):
            assert client.get(f"/evidence/{key}/{tail}").status_code == status, (why, tail)
    assert client.get("/evidence/").status_code == listing, why
    assert Sender(client).create("a.jpg", 10).status_code == begin, why
    assert client.get("/evidence/new/").status_code == {201: 200, 403: 403, 401: 302}[begin], why


def test_nothing_goes_out_unrecorded(bureau, kept, sender, monkeypatch):
    answer = sender.client.get(f"/evidence/{kept[0]}/file")
    row = Reading.objects.get()
    assert (row.by_name, row.action, row.ref, row.what) == ("李伟", "download", kept[0], "案内.jpg"), "written before a byte is taken"
    assert b"".join(answer.streaming_content) == vault.opened(kept[0], Original.objects.get(pk=kept[0]).size).read()
    sender.client.get(f"/evidence/{kept[0]}/file", headers={"Range": "bytes=10-19"})
    assert Reading.objects.count() == 1, "a download that goes on is one reading"
    sender.client.get(f"/evidence/{kept[0]}/file?inline")
    client_of(bureau, "chenjing").get(f"/evidence/{kept[0]}/file")
    assert Reading.objects.count() == 3
    monkeypatch.setattr(written, "READ_WITHIN", written.timedelta(0))
    sender.client.get(f"/evidence/{kept[0]}/file")
    assert Reading.objects.count() == 4
    sender.client.head(f"/evidence/{kept[0]}/file")
    assert Reading.objects.count() == 4, "no byte went out"


RANGES = (
    ("bytes=0-9", 206, 0, 10),
    ("bytes=5-", 206, 5, None),
    ("bytes=-7", 206, -7, None),
    ("bytes=1048570-1048590", 206, 1048570, 1048591),
    ("bytes=0-99999999999", 206, 0, None),
    ("bytes=99999999999-", 416, 0, 0),
    ("bytes=9-5", 416, 0, 0),
    ("bytes=a-b", 200, 0, None),
    ("bytes=0-1,5-6", 200, 0, None),
    ("", 200, 0, None),
)


def test_ranges(sender):
    body = film(1_500_000)
    key = sender.whole("a.mp4", body, "recording")["Fadu-Original"]
    for asked, status, start, end in RANGES:
        answer = sender.client.get(f"/evidence/{key}/file", headers={"Range": asked} if asked else {})
        assert answer.status_code == status, asked
        if status != 416:
            assert b"".join(answer.streaming_content) == body[start:end], asked
            assert int(answer["Content-Length"]) == len(body[start:end])
    answer = sender.client.get(f"/evidence/{key}/file", headers={"Range": "bytes=0-9", "If-Range": '"other"'})
    assert answer.status_code == 200, "another file: the whole"


def test_how_bytes_go_out(sender):
    key = sender.whole('奇怪"的;名称.jpg', picture())["Fadu-Original"]
    answer = sender.client.get(f"/evidence/{key}/file")
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"] == f"attachment; filename=\"{key}\"; filename*=UTF-8''%E5%A5%87%E6%80%AA%22%E7%9A%84%3B%E5%90%8D%E7%A7%B0.jpg"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in answer["Cache-Control"]
    shown = sender.client.get(f"/evidence/{key}/file?inline")
    assert (shown["Content-Type"], shown["Content-Disposition"][:6]) == ("image/jpeg", "inline")
    words = sender.whole("a.txt", b"words")["Fadu-Original"]
    assert sender.client.get(f"/evidence/{words}/file?inline")["Content-Disposition"].startswith("attachment"), "what could be read as a page is only saved"


def test_a_damaged_one_is_told_and_not_shown(sender, kept):
    place = next(path for path in vault.folder().rglob(str(kept[0])))
    whole = place.read_bytes()
    place.write_bytes(whole[:40] + bytes([whole[40] ^ 1]) + whole[41:])
    answer = sender.client.get(f"/evidence/{kept[0]}/file")
    assert answer.status_code == 500
    assert "请从备份恢复" in answer.content.decode()
    assert not Reading.objects.exists()


def test_the_list_narrows_and_pages(sender, kept, case, monkeypatch, django_assert_max_num_queries):
    for number in range(5):
        sender.whole(f"文{number}.txt", b"x", "paper")
    names = lambda query: [row.name for row in sender.client.get(f"/evidence/{query}").context["page"].rows]  # noqa: E731
    assert names("") == ["文4.txt", "文3.txt", "文2.txt", "文1.txt", "文0.txt", "案外.jpg", "案内.jpg"]
    assert names("?use=exhibit") == names("?media=image") == ["案外.jpg", "案内.jpg"]
    assert names(f"?case={case.pk}") == names(f"?case={case.number}") == names("?tied=1") == ["案内.jpg"]
    assert names("?tied=0&use=exhibit") == ["案外.jpg"]
    assert names("?use=x&organ=x&media=x&tied=9&after=x&before=y") == names("")
    monkeypatch.setattr(selectors, "SIZE", 3)
    first = sender.client.get("/evidence/").context["page"]
    second = sender.client.get(f"/evidence/?after={first.next}").context["page"]
    third = sender.client.get(f"/evidence/?after={second.next}").context["page"]
    assert [len(first.rows), len(second.rows), len(third.rows), third.next, first.previous] == [3, 3, 1, "", ""]
    back = sender.client.get(f"/evidence/?before={third.previous}").context["page"]
    assert [row.pk for row in back.rows] == [row.pk for row in second.rows]
    with django_assert_max_num_queries(12):
        sender.client.get("/evidence/")


def test_the_receipt_verifies(sender, kept):
    from fadu.cases.services.log import vkey
    from fadu.evidence.services import original_content
    from fadu.ledger.receipt import Receipt, verify

    assert sender.client.get(f"/evidence/{kept[0]}/receipt.json").status_code == 404, "not in the log yet"
    sequence_all()
    answer = sender.client.get(f"/evidence/{kept[0]}/receipt.json")
    verify(Receipt.from_json(answer.content.decode()), original_content(Original.objects.get(pk=kept[0])), vkey())
    assert "存证" in sender.client.get(f"/evidence/{kept[0]}/").content.decode()


def test_without_scripts(sender, case):
    from django.core.files.uploadedfile import SimpleUploadedFile

    page = sender.client.get(f"/evidence/new/?use=recording&case={case.pk}").content.decode()
    assert 'name="originals_file"' in page
    assert "<noscript>" in page
    path = f"/evidence/new/?use=recording&case={case.pk}"
    answer = sender.client.post(path, {"originals_file": [SimpleUploadedFile("a.mp4", film(5000)), SimpleUploadedFile("b.pdf", b"%PDF-1.4 %%EOF")]})
    assert answer.status_code == 422
    text = answer.content.decode()
    assert "b.pdf：内容是 PDF，不能作为音像记录上传" in text
    kept = Original.objects.get()
    assert f'value="{kept.pk}"' in text, "what was taken need not be sent again"
    assert sender.client.post(path, {"originals": str(kept.pk)}).status_code == 302
    assert sender.client.post(path, {}).status_code == 422
    assert kept.case_id == case.pk


@pytest.mark.parametrize("path", ["?case=x", f"?case={uuid.UUID(int=7)}"])
def test_a_case_out_of_reach_is_not_there(sender, path):
    assert sender.client.get(f"/evidence/new/{path}").status_code == 404
    answer = sender.create("a.jpg", 10, case=path.partition("=")[2])
    assert (answer.status_code, json.loads(answer.content)["type"]) == (404, "fadu:not-found")
