"""What is not taken: each with its code, its words, and nothing left behind. Beside it what looks alike and is taken."""

import json
import zipfile

import pytest

from fadu.cases.models import Leaf
from fadu.evidence import vault
from fadu.evidence.models import Original, Upload
from fadu.evidence.unfit import CODES
from tests.evidence import crooked
from tests.evidence.conftest import film, picture

pytestmark = pytest.mark.django_db
GIB = 1 << 30

# name, bytes, use, code, words of the answer
REFUSED = {
    "leads out of the folder": ("../../etc/passwd.jpg", picture, "exhibit", "fadu:upload-name", "路径"),
    "leads out the other way": ("..\\..\\a.jpg", picture, "exhibit", "fadu:upload-name", "路径"),
    "absolute": ("/etc/a.jpg", picture, "exhibit", "fadu:upload-name", "路径"),
    "NUL": ("a.jpg\x00.exe", picture, "exhibit", "fadu:upload-name", "看不见的字符"),
    "a new line": ("a\r\nSet-Cookie: x.jpg", picture, "exhibit", "fadu:upload-name", "看不见的字符"),
    "turned round": ("现场\u202egpj.exe", picture, "exhibit", "fadu:upload-name", "文字方向"),
    "reserved": ("con.jpg", picture, "exhibit", "fadu:upload-name", "CON 是系统保留的名称"),
    "reserved, without extension": ("LPT1", picture, "exhibit", "fadu:upload-name", "系统保留"),
    "only dots": ("..", picture, "exhibit", "fadu:upload-name", "点开头"),
    "a blank at the end": ("a.jpg ", picture, "exhibit", "fadu:upload-name", "空格"),
    "very long": ("照" * 300 + ".jpg", picture, "exhibit", "fadu:upload-name", "304 个字，最多 120 个"),
    "no name": ("", picture, "exhibit", "fadu:upload-name", "没有名称"),
    "0 bytes": ("现场.mp4", lambda: b"", "recording", "fadu:upload-empty", "0 字节"),
    "another use": ("a.jpg", picture, "weapon", "fadu:upload-use", "用途"),
    "a PDF called JPEG": ("照片.jpg", crooked.paper, "exhibit", "fadu:upload-extension", "扩展名是 .jpg，内容是 PDF"),
    "a program called video": ("现场.mp4", lambda: b"MZ" + bytes(500), "recording", "fadu:upload-type", "内容是Windows 程序"),
    "a page called picture": ("a.png", lambda: b"<!DOCTYPE html><script>alert(1)</script>", "exhibit", "fadu:upload-type", "网页或者脚本"),
    "an SVG": ("a.svg", lambda: b'<svg xmlns="http://www.w3.org/2000/svg"/>', "exhibit", "fadu:upload-type", "网页或者脚本"),
    "a script called text": ("a.txt", lambda: b"#!/bin/sh\nrm -rf /\n", "exhibit", "fadu:upload-type", "网页或者脚本"),
    "text called .js": ("a.js", lambda: b"alert(1)", "exhibit", "fadu:upload-extension", "扩展名是 .js，内容是 文本"),
    "noise": ("a.mp4", lambda: b"\x00\x01\x02\x03" * 200, "recording", "fadu:upload-type", "无法识别"),
    "RAR": ("a.zip", lambda: b"Rar!\x1a\x07\x01\x00" + bytes(50), "exhibit", "fadu:upload-type", "RAR 压缩包"),
    "a document as a recording": ("a.pdf", crooked.paper, "recording", "fadu:upload-type", "PDF，不能作为音像记录上传"),
    "a ZIP as a signature": ("a.zip", lambda: crooked.packed({"a": b"1"}), "signature", "fadu:upload-type", "不能作为签名上传"),
    "macros": ("a.docx", lambda: crooked.word(macro=True), "exhibit", "fadu:upload-type", "宏"),
    "PDF with a ZIP behind": (
        "a.pdf",
        lambda: crooked.paper() + crooked.packed({"x.exe": b"1"}),
        "exhibit",
        "fadu:upload-polyglot",
        "既是 PDF，又是ZIP 压缩包",
    ),
    "ZIP with a PDF before": ("a.pdf", lambda: crooked.paper()[:40] + crooked.packed({"x.exe": b"1"}), "exhibit", "fadu:upload-polyglot", "ZIP 压缩包"),
    "JPEG with a ZIP behind": ("a.jpg", lambda: picture() + crooked.packed({"x.exe": b"1"}), "exhibit", "fadu:upload-polyglot", "ZIP 压缩包"),
    "JPEG with a ZIP and noise behind": ("a.jpg", lambda: picture() + crooked.packed({"x": b"1"}) + b"zz", "exhibit", "fadu:upload-polyglot", "ZIP 压缩包"),
    "JPEG with a RAR behind": ("a.jpg", lambda: picture() + b"Rar!\x1a\x07\x00" + bytes(99), "exhibit", "fadu:upload-polyglot", "RAR 压缩包"),
    "JPEG with words behind": ("a.jpg", lambda: picture() + b"the plan is hidden here", "exhibit", "fadu:upload-polyglot", "23 字节"),
    "PNG with a PDF behind": ("a.png", lambda: picture("PNG") + crooked.paper(), "exhibit", "fadu:upload-polyglot", "PDF"),
    "PNG with a page behind": ("a.png", lambda: picture("PNG") + b"<html><script>", "exhibit", "fadu:upload-polyglot", "网页或者脚本"),
    "GIF that is JavaScript": ("a.gif", lambda: crooked.gif(b"/*") + b"*/=1;alert(1)", "exhibit", "fadu:upload-polyglot", "脚本"),
    "GIF with JavaScript behind": ("a.gif", lambda: crooked.gif() + b"alert(1)", "exhibit", "fadu:upload-polyglot", "8 字节"),
    "WebP with words behind": ("a.webp", lambda: picture("WEBP") + b"something more", "exhibit", "fadu:upload-polyglot", "后面还有"),
    "film with a ZIP behind": ("a.mp4", lambda: film(9000) + crooked.packed({"x": b"1"}), "recording", "fadu:upload-polyglot", "ZIP 压缩包"),
    "ZIP with words before": ("a.docx", lambda: b"PK\x03\x04 more " + crooked.word(), "exhibit", "fadu:upload-polyglot", "前面还有"),
    "ZIP with words behind": ("a.zip", lambda: crooked.packed({"a.txt": b"1"}) + b"more", "exhibit", "fadu:upload-polyglot", "后面还有"),
    "PDF broken off": ("a.pdf", lambda: crooked.paper()[:200], "exhibit", "fadu:upload-damaged", "不完整"),
    "JPEG broken off": ("a.jpg", lambda: picture(size=(300, 300))[:9000], "exhibit", "fadu:upload-damaged", "不完整"),
    "ZIP broken off": ("a.zip", lambda: crooked.packed({"a.txt": b"1" * 500})[:90], "exhibit", "fadu:upload-damaged", "打不开"),
    "60,000 × 60,000 pixels": ("a.png", crooked.wide, "exhibit", "fadu:upload-bomb", "像素"),
    "bomb": ("a.zip", crooked.bomb, "exhibit", "fadu:upload-bomb", "100 倍"),
    "bomb as a document": (
        "a.docx",
        lambda: crooked.packed({"[Content_Types].xml": b"", "word/a.xml": bytes(40 << 20)}),
        "exhibit",
        "fadu:upload-bomb",
        "100 倍",
    ),
    "a ZIP in a ZIP in a ZIP": ("a.zip", lambda: crooked.nested(2), "exhibit", "fadu:upload-bomb", "三层"),
    "entries over one another": ("a.zip", crooked.overlapping, "exhibit", "fadu:upload-bomb", "重叠"),
    "sizes that lie": ("a.zip", crooked.lying, "exhibit", "fadu:upload-bomb", "比目录中写的大"),
    "12,000 entries": ("a.zip", lambda: crooked.packed({str(n): b"" for n in range(12_000)}, zipfile.ZIP_STORED), "exhibit", "fadu:upload-bomb", "10000 个"),
    "empty ZIP": ("a.zip", lambda: crooked.packed({}), "exhibit", "fadu:upload-empty", "空的"),
    "password": ("a.zip", crooked.locked, "exhibit", "fadu:upload-archive", "密码"),
    "ways out within": ("a.zip", lambda: crooked.packed({"../../a.txt": b"1"}), "exhibit", "fadu:upload-archive", "别的文件夹"),
    "a RAR within": ("a.zip", lambda: crooked.packed({"a.rar": b"Rar!\x1a\x07\x00" + bytes(50)}), "exhibit", "fadu:upload-archive", "RAR"),
    "another method": ("a.zip", lambda: crooked.packed({"a.txt": b"1" * 500}, zipfile.ZIP_LZMA), "exhibit", "fadu:upload-archive", "压缩方法"),
}


def nothing_left(data):
    left = {
        "uploads": Upload.objects.count(),
        "originals": Original.objects.count(),
        "leaves": Leaf.objects.filter(kind="original").count(),
        "staging": len(list((data / "uploads").glob("*"))),
        "vault": len([path for path in vault.folder().rglob("*") if path.is_file()]),
    }
    return {name: count for name, count in left.items() if count}


@pytest.mark.parametrize("what", REFUSED)
def test_is_refused_and_leaves_nothing(sender, data, what):
    name, body, use, code, words = REFUSED[what]
    answer = sender.whole(name, body(), use)
    told = json.loads(answer.content)
    assert (told["type"], answer.status_code) == (code, CODES[code]), told
    assert words in told["detail"]
    assert nothing_left(data) == {}


TAKEN = {
    "a photo": ("照片.JPG", picture, "image/jpeg"),
    "a photo without extension": ("IMG_0001", picture, "image/jpeg"),
    "a photo with a second one behind, as cameras write it": ("a.jpg", lambda: picture() + picture(size=(9, 9)), "image/jpeg"),
    "a photo with a short film behind, as telephones write it": ("a.jpg", lambda: picture() + film(5000), "image/jpeg"),
    "a progressive photo": ("a.jpg", lambda: picture(size=(90, 90), progressive=True), "image/jpeg"),
    "a PNG": ("a.png", lambda: picture("PNG"), "image/png"),
    "a WebP": ("a.webp", lambda: picture("WEBP"), "image/webp"),
    "a GIF": ("a.gif", lambda: picture("GIF"), "image/gif"),
    "a BMP": ("a.bmp", lambda: picture("BMP"), "image/bmp"),
    "a TIFF": ("a.tif", lambda: picture("TIFF"), "image/tiff"),
    "a film": ("a.mp4", lambda: film(5000), "video/mp4"),
    "a film that broke off when the battery was empty": ("a.mp4", lambda: film(50_000)[:20_000], "video/mp4"),
    "a PDF": ("a.pdf", crooked.paper, "application/pdf"),
    "a Word document": ("a.docx", crooked.word, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "an OFD": ("a.ofd", lambda: crooked.packed({"OFD.xml": b"<OFD/>", "Doc_0/Document.xml": b"<x/>"}), "application/ofd"),
    "a ZIP": ("a.zip", lambda: crooked.packed({"照片/a.jpg": picture(), "b.txt": b"1"}), "application/zip"),
    "a ZIP with a ZIP within": ("a.zip", lambda: crooked.nested(1), "application/zip"),
    "a ZIP with a PDF within, not packed": ("a.zip", lambda: crooked.packed({"a.pdf": crooked.paper()}, zipfile.ZIP_STORED), "application/zip"),
    "words": ("a.txt", "询问笔录：今天".encode(), "text/plain"),
    "words in GBK": ("a.csv", "姓名,日期\r\n张三,六月".encode("gb18030"), "text/plain"),
    "a dot in the name": ("一.二.jpg", picture, "image/jpeg"),
    "a name as long as may be": ("照" * 116 + ".jpg", picture, "image/jpeg"),
}


@pytest.mark.parametrize("what", TAKEN)
def test_is_taken_for_what_it_is(sender, what):
    name, body, media = TAKEN[what]
    body = body() if callable(body) else body
    answer = sender.whole(name, body)
    assert answer.status_code == 204, answer.content.decode()
    original = Original.objects.get()
    assert (original.media, original.name, original.size) == (media, name, len(body))


def test_five_gigabytes_are_refused_before_they_come(sender, data):
    answer = sender.create("长.mp4", 5 * GIB, "recording")
    assert (answer.status_code, json.loads(answer.content)["detail"]) == (413, "文件超过 4 GB，请分段后再传")
    assert nothing_left(data) == {}


def test_a_length_told_late_ends_at_the_limit(sender, data, monkeypatch):
    from fadu.evidence.services import uploads

    monkeypatch.setattr(uploads, "LARGEST", 2_000_000)
    path = sender.begin("长.mp4", None, "recording")
    body = film(3_000_000)
    assert sender.send(path, body[:1_500_000], 0).status_code == 204
    answer = sender.send(path, body[1_500_000:], 1_500_000)
    assert (answer.status_code, json.loads(answer.content)["type"]) == (413, "fadu:upload-too-large")
    assert sender.ask("HEAD", path).status_code == 404
    assert nothing_left(data) == {}


def test_a_length_told_late_is_held_to_the_limit(sender, data):
    path = sender.begin("长.mp4", None, "recording")
    assert sender.send(path, b"abc", 0, Upload_Length=str(5 * GIB)).status_code == 413
    assert nothing_left(data) == {}


def test_no_room_on_the_disk(sender, data, monkeypatch):
    import shutil

    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10 * GIB, 8 * GIB, 2 * GIB))
    answer = sender.create("a.mp4", GIB, "recording")
    assert (answer.status_code, json.loads(answer.content)["type"]) == (507, "fadu:upload-no-space")
    assert sender.create("a.mp4", 1000, "recording").status_code == 201
