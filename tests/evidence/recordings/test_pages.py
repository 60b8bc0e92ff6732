"""The pages: every role at every entrance, filters, keys, ranges, and readings before bytes."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from fadu.evidence.models import Original, Reading
from fadu.evidence.recordings import services
from fadu.evidence.recordings.media import working
from fadu.evidence.recordings.models import Job, Recording
from fadu.evidence.recordings.selectors import listing
from tests.evidence.recordings.made import entered, recorded, seized

pytestmark = pytest.mark.django_db


def client(bureau: Any, username: str = "") -> Client:
    browser = Client()
    if username:
        browser.force_login(bureau.named[username].user, backend="django.contrib.auth.backends.ModelBackend")
    return browser


@pytest.fixture
def row(bureau, recorder, films) -> Recording:
    """A recording of the seizure, tied and made playable."""
    made = recorded(bureau.who("liwei"), recorder, file=films.video)
    services.tie(bureau.who("liwei"), made.pk, seized(bureau).pk, [3])
    Job.objects.update(next_try=timezone.now() - timedelta(seconds=1))
    assert working.work_once()
    return made


# name of the address, posted or not, and the answer by role
ENTRANCES = [
    ("list", "get", {"liwei": 200, "zhoujie": 200, "chenjing": 200, "zhaoqiang": 200, "zhaomin": 200, "admin": 403, "": 302}),
    ("add", "get", {"liwei": 200, "zhoujie": 200, "chenjing": 403, "zhaoqiang": 403, "zhaomin": 200, "admin": 403, "": 302}),
    ("one", "get", {"liwei": 200, "zhoujie": 404, "chenjing": 200, "zhaoqiang": 200, "zhaomin": 200, "admin": 403, "": 302}),
    ("play", "post", {"liwei": 302, "zhoujie": 404, "chenjing": 302, "zhaoqiang": 422, "zhaomin": 422, "admin": 403, "": 302}),
    ("tie", "post", {"liwei": 422, "zhoujie": 404, "chenjing": 403, "zhaoqiang": 403, "zhaomin": 403, "admin": 403, "": 302}),
    ("mark", "post", {"liwei": 422, "zhoujie": 404, "chenjing": 403, "zhaoqiang": 403, "zhaomin": 403, "admin": 403, "": 302}),
    ("original", "post", {"liwei": 302, "zhoujie": 404, "chenjing": 302, "zhaoqiang": 302, "zhaomin": 302, "admin": 403, "": 302}),
]


def test_every_role_at_every_entrance(bureau, row):
    for name, method, answers in ENTRANCES:
        address = reverse(f"recordings:{name}", args=[] if name in {"list", "add"} else [row.pk])
        for who, status in answers.items():
            answer = getattr(client(bureau, who), method)(address)
            assert answer.status_code == status, (name, who)
    assert {reading.by_name for reading in Reading.objects.all()} == {"李伟", "陈静"}  # nothing was downloaded without a reason


def test_who_is_not_signed_in_gets_no_byte(bureau, row):
    _, reading = services.read(bureau.who("liwei"), row.pk, "play")
    address = reverse("recordings:derived", args=[row.pk, reading.pk, "web"])
    assert client(bureau, "liwei").get(address).status_code == 200
    for who in ("chenjing", "zhaomin", "zhoujie"):
        assert client(bureau, who).get(address).status_code == 404
    assert client(bureau).get(address).status_code == 302
    assert client(bureau, "liwei").get(reverse("recordings:derived", args=[row.pk, reading.pk, "original"])).status_code == 404


@pytest.mark.parametrize(
    ("header", "status", "piece"),
    [
        ("", 200, slice(None)),
        ("bytes=0-", 206, slice(None)),
        ("bytes=0-0", 206, slice(0, 1)),
        ("bytes=100-199", 206, slice(100, 200)),
        ("bytes=-50", 206, slice(-50, None)),
        ("bytes=10-99999999", 206, slice(10, None)),
        ("bytes=99999999-", 416, None),
        ("bytes=-0", 416, None),
        ("bytes=5-2", 200, slice(None)),
        ("bytes=0-1,5-9", 200, slice(None)),
        ("lines=0-1", 200, slice(None)),
        ("bytes=-", 200, slice(None)),
    ],
)
def test_ranges_as_rfc_9110_has_them(bureau, row, header, status, piece):
    _, reading = services.read(bureau.who("liwei"), row.pk, "play")
    browser, address = client(bureau, "liwei"), reverse("recordings:derived", args=[row.pk, reading.pk, "web"])
    whole = b"".join(browser.get(address).streaming_content)
    answer = browser.get(address, headers={"range": header} if header else {})
    assert answer.status_code == status
    if piece is None:
        assert answer["Content-Range"] == f"bytes */{len(whole)}"
        return
    got = b"".join(answer.streaming_content)
    assert got == whole[piece]
    assert int(answer["Content-Length"]) == len(got)
    if status == 206:
        first, last, of = answer["Content-Range"].removeprefix("bytes ").replace("/", "-").split("-")
        assert (whole[int(first) : int(last) + 1], int(of)) == (got, len(whole))


def test_pieces_write_no_further_reading(bureau, row):
    browser = client(bureau, "liwei")
    opened = browser.post(reverse("recordings:play", args=[row.pk]))
    address = reverse("recordings:derived", args=[row.pk, opened["Location"].split("reading=")[1].split("#")[0], "web"])
    for at in range(0, 5000, 1000):
        assert browser.get(address, headers={"range": f"bytes={at}-{at + 999}"}).status_code == 206
    assert Reading.objects.count() == 1


def test_the_reason_stands_on_the_page_and_with_the_reading(bureau, row):
    browser = client(bureau, "zhaomin")
    missing = browser.post(reverse("recordings:play", args=[row.pk]))
    assert missing.status_code == 422
    assert "请填写调阅理由" in missing.content.decode()
    browser.post(reverse("recordings:play", args=[row.pk]), {"reason": "核查投诉"})
    assert Reading.objects.get().reason == "核查投诉"
    assert "核查投诉" in browser.get(reverse("recordings:one", args=[row.pk])).content.decode()


def test_the_original_is_downloaded_byte_for_byte_after_a_reason(bureau, row, films):
    browser, address = client(bureau, "liwei"), reverse("recordings:original", args=[row.pk])
    assert browser.post(address, {"reason": ""}).status_code == 302
    assert not Reading.objects.filter(action="download").exists()
    answer = browser.post(address, {"reason": "移送法院"})
    assert b"".join(answer.streaming_content) == films.video.read_bytes()
    assert answer["Content-Type"] == "application/octet-stream"
    assert Reading.objects.get(action="download").reason == "移送法院"


def test_the_case_page_lists_its_recordings_by_step(bureau, row):
    case = Recording.objects.get(pk=row.pk).case
    page = client(bureau, "liwei").get(reverse("cases:case", args=[case.pk])).content.decode()
    assert reverse("recordings:one", args=[row.pk]) in page
    assert "查封、扣押音像" in page
    assert "2026-11-02 09:30–10:40" in page


def test_the_form_keeps_what_was_typed_and_the_file_that_came(bureau, recorder, films):
    browser, address = client(bureau, "liwei"), reverse("recordings:add")
    with films.video.open("rb") as file:
        answer = browser.post(address, {**entered(recorder, ended="2026-11-02T09:00"), "originals_file": file})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "结束不能早于开始" in page
    assert 'value="示范县清河食品店冷库"' in page
    assert not Recording.objects.exists()
    original = Original.objects.get()
    assert str(original.pk) in page
    assert browser.post(address, {**entered(recorder), "originals": str(original.pk)}).status_code == 302
    assert Recording.objects.get().original == original
    assert browser.post(address, entered(recorder)).status_code == 422


def test_the_list_is_filtered_and_turned_by_key(bureau, recorder, monkeypatch, django_assert_max_num_queries):
    rows = [recorded(bureau.who("liwei"), recorder, scene=scene) for scene in ("seize", "inspect", "inspect", "hearing", "seize")]
    late = recorded(bureau.who("wangfang"), recorder, at="2026-11-05T09:00")
    case = seized(bureau)
    services.tie(bureau.who("liwei"), rows[0].pk, case.pk, [])
    supervisor, mine = bureau.who("zhaomin"), bureau.who("liwei")

    def found(actor: Any, **asked: str) -> list[Any]:
        return [item.pk for item in listing.page(listing.filtered(actor, asked)).rows]

    assert found(supervisor, kind="late") == [late.pk]
    assert rows[0].pk not in found(supervisor, kind="orphan")
    assert len(found(supervisor, kind="orphan")) == 5
    assert found(supervisor, scene="inspect") == [rows[2].pk, rows[1].pk]
    assert found(supervisor, q=rows[3].number) == [rows[3].pk]
    assert len(found(mine, officer=str(bureau.named["liwei"].pk), device=str(recorder.pk))) == 6
    for nonsense in ({"officer": "x"}, {"officer": "9" * 40}, {"scene": "'"}, {"q": "\x00"}):
        assert len(found(supervisor, **nonsense)) == 6
    monkeypatch.setattr(listing, "SIZE", 2)
    first = listing.page(listing.filtered(supervisor, {}))
    second = listing.page(listing.filtered(supervisor, {}), after=first.next)
    third = listing.page(listing.filtered(supervisor, {}), after=second.next)
    order = [item.pk for page in (first, second, third) for item in page.rows]
    assert order == [late.pk, *(item.pk for item in reversed(rows))]
    assert (third.next, first.previous) == ("", "")
    assert [item.pk for item in listing.page(listing.filtered(supervisor, {}), before=third.previous).rows] == [item.pk for item in second.rows]
    with django_assert_max_num_queries(1):
        listing.page(listing.filtered(supervisor, {}))
