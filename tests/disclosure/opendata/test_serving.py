"""Limits, files over the line, search engines, and the cache that processes share."""

import os
import re
import time
import uuid
from pathlib import Path
from typing import Any
from urllib import robotparser
from xml.etree import ElementTree as ET

import pytest
from django.core.cache import caches
from django.core.management import call_command
from django.test import Client, RequestFactory

from fadu.agencies import throttle
from fadu.disclosure.models import Publication
from fadu.disclosure.opendata import selectors, services, sitemap
from fadu.site import caches as shared
from tests.disclosure.opendata import world

REDIS = os.environ.get("FADU_TEST_REDIS", "redis://127.0.0.1:6379/15")
SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def _answers(url: str) -> bool:
    try:
        import redis

        return bool(redis.Redis.from_url(url, socket_connect_timeout=0.3).ping())
    except Exception:  # noqa: BLE001 - not installed, not there, not willing: the test that needs it says so
        return False


# --- limits ---


@pytest.mark.parametrize(
    ("most", "asked", "statuses", "left"),
    [(3, 5, [200, 200, 200, 429, 429], ["2", "1", "0", "0", "0"]), (1, 2, [200, 429], ["0", "0"]), (0, 4, [200] * 4, [None] * 4)],
)
def test_a_share_is_a_share(db: None, settings: Any, monkeypatch: pytest.MonkeyPatch, most: int, asked: int, statuses: list[int], left: list[Any]) -> None:
    settings.FADU_OPEN_LIMIT = most
    monkeypatch.setattr(time, "time", lambda: 1_000_000_020.0)  # 1,000,000,020 is a whole minute: 60 seconds are left of it
    answers = [Client().get("/api/open/v1/organs") for _ in range(asked)]
    assert [answer.status_code for answer in answers] == statuses
    assert [answer.get("RateLimit-Remaining") for answer in answers] == left
    if most:
        assert {(answer["RateLimit-Limit"], answer["RateLimit-Reset"], answer["RateLimit-Policy"]) for answer in answers} == {(str(most), "60", f"{most};w=60")}
        assert (answers[-1]["Retry-After"], answers[-1].json()["type"]) == ("60", "fadu:too-many")
        assert Client(REMOTE_ADDR="10.0.0.9").get("/api/open/v1/organs").status_code == 200  # another address has its own
        monkeypatch.setattr(time, "time", lambda: 1_000_000_080.0)
        assert Client().get("/api/open/v1/organs").status_code == 200


def test_downloads_have_a_share_of_their_own(rows: list[Publication], settings: Any) -> None:
    services.refresh()
    settings.FADU_OPEN_LIMIT = 2
    assert [Client().get("/open/data/latest/items.csv").status_code for _ in range(3)] == [200, 200, 429]
    assert Client().get("/api/open/v1/organs").status_code == 200


@pytest.mark.parametrize("url", ["http://x", "memcached://x", "nonsense"])
def test_a_cache_that_is_none_is_told_at_once(url: str) -> None:
    with pytest.raises(ValueError, match="FADU_CACHE"):
        shared.configured(url)


@pytest.mark.skipif(not _answers(REDIS), reason="no Redis answers at 127.0.0.1:6379 (FADU_TEST_REDIS)")
def test_processes_count_together(settings: Any) -> None:
    settings.CACHES = {**shared.configured(REDIS), "other": shared.configured(REDIS)["default"]}
    one, other = caches["default"], caches["other"]
    assert one is not other
    key = f"test:{uuid.uuid4()}"
    try:
        assert one.add(key, 1, 30)
        assert not other.add(key, 1, 30)
        assert [other.incr(key), one.incr(key)] == [2, 3]
        assert other.get(key) == 3
    finally:
        one.delete(key)
    with pytest.raises(ValueError):
        one.incr(key)


def test_while_the_shared_cache_is_silent_each_process_counts(settings: Any) -> None:
    settings.CACHES = shared.configured("redis://127.0.0.1:1/0")
    request = RequestFactory().get("/", REMOTE_ADDR="10.1.1.1")
    what = str(uuid.uuid4())
    assert [throttle.too_often(request, what, 2) for _ in range(4)] == [False, False, True, True]
    assert [throttle.spend(request, what, 2, 10**8).over for _ in range(3)] == [False, False, True]


# --- files ---


def test_a_file_whole_in_parts_and_not_again(rows: list[Publication]) -> None:
    edition = services.refresh()
    assert edition is not None
    data, public = (selectors.place() / edition.folder / "records.csv").read_bytes(), Client()
    url = f"/open/data/{edition.folder}/records.csv"
    whole = public.get(url)
    assert (whole.getvalue(), whole["Accept-Ranges"], whole["Content-Length"]) == (data, "bytes", str(len(data)))
    assert "attachment" in whole["Content-Disposition"]
    tag = whole["ETag"]
    for asked, start, end in (("bytes=0-9", 0, 10), ("bytes=5-", 5, len(data)), ("bytes=-7", len(data) - 7, len(data)), ("bytes=3-999999999", 3, len(data))):
        part = public.get(url, headers={"Range": asked})
        assert (part.status_code, part.getvalue(), part["Content-Range"]) == (206, data[start:end], f"bytes {start}-{end - 1}/{len(data)}")
    assert public.get(url, headers={"Range": "bytes=999999999-"}).status_code == 416
    for odd in ("bytes=a-b", "bytes=1-2,4-5", "items=0-1", "bytes=9-2"):
        assert public.get(url, headers={"Range": odd}).status_code in {200, 416}
    assert public.get(url, headers={"Range": "bytes=0-9", "If-Range": '"another"'}).status_code == 200
    assert public.get(url, headers={"If-None-Match": tag}).status_code == 304
    head = public.head(url)
    assert (head.status_code, head.content, head["Content-Length"]) == (200, b"", str(len(data)))
    assert public.post(url).status_code == 405


@pytest.mark.parametrize(
    "path", ["latest/nothing.csv", "2000-01-01/records.csv", "latest/..%2F..%2Fsecret_key", "latest/.lock", "latest/records.csv.bak", "../x", "latest/%2e%2e"]
)
def test_no_other_file_is_served(rows: list[Publication], tmp_path: Path, path: str) -> None:
    services.refresh()
    (tmp_path / "secret_key").write_text("x")
    assert Client().get(f"/open/data/{path}").status_code == 404


def test_the_worker_makes_what_is_due_and_again_after_something_was_taken_back(rows: list[Publication]) -> None:
    call_command("work", "--once")
    first = selectors.current()
    call_command("work", "--once")
    assert selectors.current() == first
    world.taken_down(rows[0])
    call_command("work", "--once")
    assert selectors.current() != first
    assert not selectors.stale()


def test_before_the_first_edition_the_page_says_so(db: None) -> None:
    page = Client().get("/open/data/")
    assert page.status_code == 200
    assert "还没有生成" in page.content.decode()
    assert Client().get("/open/data/latest/records.csv").status_code == 404


# --- search engines ---


def _locations(url: str) -> list[str]:
    answer = Client().get(url)
    assert answer.status_code == 200
    return [node.text or "" for node in ET.fromstring(answer.getvalue()).iter(f"{SPACE}loc")]  # noqa: S314 - our own answer


def test_the_map_has_every_record_once_in_parts(rows: list[Publication], monkeypatch: pytest.MonkeyPatch, settings: Any) -> None:
    monkeypatch.setattr(sitemap, "MOST", 6)
    monkeypatch.setattr(sitemap, "CHUNK", 4)
    parts = [part.removeprefix(settings.PUBLIC_URL) for part in _locations("/sitemap.xml")]
    of_records = [_locations(part) for part in parts if "records" in part]
    assert [len(part) for part in of_records] == [6, 6, 6, 2]
    found = [place for part in of_records for place in part]
    assert sorted(found) == sorted(f"{settings.PUBLIC_URL}/open/{row.pk}/" for row in rows)
    world.taken_down(rows[0])
    assert f"{settings.PUBLIC_URL}/open/{rows[0].pk}/" not in _locations("/sitemap-records-1.xml")
    for place in _locations("/sitemap-pages.xml"):
        assert Client().get(place.removeprefix(settings.PUBLIC_URL)).status_code == 200, place
    for part in parts:
        assert Client().head(part).status_code == 200
    for odd in ("records-0", "records-99", "records-x", "other", "records-", "records-१"):
        assert Client().get(f"/sitemap-{odd}.xml").status_code == 404


@pytest.mark.parametrize(
    ("setting", "path", "may"),
    [
        ("open", "/open/", True), ("open", "/open/data/latest/records.csv", True), ("open", "/statutes/", True), ("open", "/sitemap.xml", True),
        ("open", "/cases/", False), ("open", "/login/", False), ("open", "/publications/", False), ("closed", "/open/", False), ("closed", "/", False),
    ],
)  # fmt: skip
def test_where_search_engines_may_go(settings: Any, setting: str, path: str, may: bool) -> None:
    settings.FADU_ROBOTS = setting
    text = Client().get("/robots.txt").content.decode()
    rules = robotparser.RobotFileParser()
    rules.parse(text.splitlines())
    assert rules.can_fetch("anybot", f"https://x{path}") is may
    assert bool(re.search(r"^Sitemap: http", text, re.MULTILINE)) is (setting == "open")
