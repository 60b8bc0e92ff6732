"""The tus protocol, as a client of it sees the platform."""

import hashlib
import json

import pytest

from fadu.evidence import vault
from fadu.evidence.models import Original, Upload
from tests.evidence.conftest import film

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


def told(answer):
    return json.loads(answer.content)["type"]


def test_what_the_server_can(sender):
    answer = sender.client.options("/evidence/uploads/")
    assert answer.status_code == 204
    assert answer["Tus-Version"] == answer["Tus-Resumable"] == "1.0.0"
    assert answer["Tus-Max-Size"] == str(4 << 30)
    assert set(answer["Tus-Extension"].split(",")) >= {"creation", "creation-defer-length", "creation-with-upload", "termination", "checksum", "expiration"}
    assert "sha1" in answer["Tus-Checksum-Algorithm"].split(",")


# what is sent, status, code. `P` stands for the address of an upload of which 4 bytes have come.
PROTOCOL = {
    "another version": (("PATCH", "P", b"x", {"Tus-Resumable": "0.2.2", "Upload-Offset": "4"}), 412, "fadu:tus"),
    "no version": (("HEAD", "P", b"", {"Tus-Resumable": ""}), 412, ""),
    "an offset before the end": (("PATCH", "P", b"x", {"Upload-Offset": "3"}), 409, "fadu:conflict"),
    "an offset beyond the end": (("PATCH", "P", b"x", {"Upload-Offset": "5"}), 409, "fadu:conflict"),
    "no offset": (("PATCH", "P", b"x", {}), 400, "fadu:tus"),
    "an offset that is no number": (("PATCH", "P", b"x", {"Upload-Offset": "-1"}), 400, "fadu:tus"),
    "an offset of 40 digits": (("PATCH", "P", b"x", {"Upload-Offset": "1" * 40}), 400, "fadu:tus"),
    "another type of body": (("PATCH", "P", b"x", {"Upload-Offset": "4", "Content-Type": "application/json"}), 415, "fadu:tus"),
    "a checksum nobody knows": (("PATCH", "P", b"x", {"Upload-Offset": "4", "Upload-Checksum": "crc32 AAAA"}), 400, "fadu:tus"),
    "a checksum of something else": (("PATCH", "P", b"x", {"Upload-Offset": "4", "Upload-Checksum": "sha1 AAAA"}), 460, "fadu:upload-checksum"),
    "another length": (("PATCH", "P", b"x", {"Upload-Offset": "4", "Upload-Length": "7"}), 409, "fadu:conflict"),
    "no such upload": (("PATCH", "/evidence/uploads/00000000-0000-7000-8000-000000000000/", b"x", {"Upload-Offset": "0"}), 404, "fadu:not-found"),
    "no such method": (("PUT", "P", b"x", {}), 405, "fadu:tus"),
    "no length": (("POST", "/evidence/uploads/", b"", {}), 400, "fadu:tus"),
    "both lengths": (("POST", "/evidence/uploads/", b"", {"Upload-Length": "5", "Upload-Defer-Length": "1"}), 400, "fadu:tus"),
    "metadata that are none": (("POST", "/evidence/uploads/", b"", {"Upload-Length": "5", "Upload-Metadata": "filename ***"}), 400, "fadu:tus"),
    "a name that is no text": (("POST", "/evidence/uploads/", b"", {"Upload-Length": "5", "Upload-Metadata": "filename /////w=="}), 400, "fadu:tus"),
}


@pytest.mark.parametrize("what", PROTOCOL)
def test_what_is_not_of_the_protocol_changes_nothing(sender, what):
    (method, path, body, headers), status, code = PROTOCOL[what]
    begun = sender.begin("a.mp4", 100, "recording")
    sender.send(begun, b"\x00\x00\x00\x18", 0)
    answer = sender.ask(method, begun if path == "P" else path, body, **headers)
    assert answer.status_code == status, answer.content.decode()
    assert answer["Tus-Resumable"] == "1.0.0"
    assert not code or told(answer) == code
    assert sender.offset(begun) == 4
    assert Upload.objects.count() == 1


def test_who_sends(sender, bureau, client):
    from django.test import Client

    path = sender.begin("a.mp4", 100, "recording")
    other = Client()
    other.force_login(bureau.named["wangfang"].user, backend="django.contrib.auth.backends.ModelBackend")
    from tests.evidence.conftest import Sender

    for method in ("HEAD", "PATCH", "DELETE"):
        assert Sender(other).ask(method, path, b"x", Upload_Offset="0").status_code == 404, "another's upload is not there"
        assert Sender(Client()).ask(method, path, b"", Upload_Offset="0").status_code == 401
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(bureau.named["liwei"].user, backend="django.contrib.auth.backends.ModelBackend")
    assert Sender(strict).send(path, b"abcd", 0).status_code == 403, "no CSRF token"
    strict.get("/evidence/new/")
    token = strict.cookies["csrftoken"].value
    assert Sender(strict).send(path, b"abcd", 0, X_CSRFToken=token).status_code == 204


def test_everything_else_of_the_protocol(sender):
    body = film(300_000)
    path = sender.begin("a.mp4", None, "recording")
    answer = sender.ask("HEAD", path)
    assert (answer["Upload-Defer-Length"], answer["Cache-Control"]) == ("1", "no-store")
    assert "Upload-Length" not in answer
    digest = __import__("base64").b64encode(hashlib.sha256(body[:1000]).digest()).decode()
    assert sender.send(path, body[:1000], 0, Upload_Checksum=f"sha256 {digest}").status_code == 204
    answer = sender.send(path, body[1000:2000], 1000, Upload_Length=str(len(body)))
    assert answer["Upload-Length"] == str(len(body))
    assert answer["Upload-Expires"].endswith("GMT")
    answer = sender.ask("POST", path, body[2000:], Upload_Offset="2000", X_HTTP_Method_Override="PATCH")
    assert answer.status_code == 204
    assert Original.objects.get().sha256 == hashlib.sha256(body).hexdigest()
    at_once = sender.create("b.mp4", len(body), "recording", body=body)
    assert (at_once.status_code, at_once["Upload-Offset"]) == (201, str(len(body))), "creation with upload"
    assert "Fadu-Original" in at_once
    gone = sender.begin("c.mp4", 100, "recording")
    assert sender.ask("DELETE", gone).status_code == 204
    assert sender.ask("HEAD", gone).status_code == 404


def test_the_declared_hash_of_the_whole(sender, data):
    body = film(9000)
    assert sender.whole("a.mp4", body, "recording", sha256=hashlib.sha256(body).hexdigest().upper()).status_code == 204
    answer = sender.whole("a.mp4", body, "recording", sha256="0" * 64)
    assert (answer.status_code, told(answer)) == (460, "fadu:upload-checksum")
    assert not list((data / "uploads").iterdir())
    assert Original.objects.count() == 1


def test_what_the_page_is_told_of_the_unfinished(sender, case):
    path = sender.begin("半.mp4", 5000, "recording", case=case.pk)
    sender.begin("没有开始.mp4", 5000, "recording", case=case.pk)
    sender.send(path, film(5000)[:2000], 0)
    found = sender.client.get(f"/evidence/uploads/?use=recording&case={case.pk}").json()["uploads"]
    assert found == [{"name": "半.mp4", "size": 5000, "offset": 2000, "href": path}]
    assert sender.client.get("/evidence/uploads/?use=recording&case=x").json() == {"uploads": []}
