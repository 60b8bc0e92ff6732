"""The public interface as strangers use it."""

import json
from base64 import b64decode
from hashlib import sha256
from typing import Any

import pytest
from django.test import Client

from fadu.accounts.actors import Role
from fadu.cases.services.log import sequence_all, vkey
from fadu.disclosure.models import Kind, Publication, Shown
from fadu.disclosure.opendata import services
from fadu.ledger import checkpoint
from tests.accounts.entrances import assert_entrances
from tests.disclosure.opendata import world

BASE = "/api/open/v1/"


def asked(path: str, status: int = 200, /, **query: Any) -> Any:
    """What a stranger gets from another site."""
    answer = Client().get(f"{BASE}{path}", query, headers={"Origin": "https://elsewhere.example"})
    assert answer.status_code == status, answer.content.decode()
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert not answer.cookies
    told = answer.json()
    if status >= 400:
        assert answer["Content-Type"] == "application/problem+json"
        assert told["status"] == status
        assert told["type"].startswith("fadu:")
        assert told["detail"]
    return told


def test_every_record_is_reached_page_by_page_and_none_twice(rows: list[Publication]) -> None:
    seen: list[str] = []
    cursor = ""
    while cursor is not None:
        page = asked("records", limit=3, cursor=cursor)
        seen += [row["id"] for row in page["items"]]
        cursor = page["next"]
    newest = sorted(Shown.objects.all(), key=lambda row: -row.order)
    assert seen == [str(row.pk) for row in newest]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"q": "食品经营许可"}, 1),
        ({"q": "不存在的词"}, 0),
        ({"act": "licence"}, 1),
        ({"act": "no_penalty"}, 0),
        ({"code": "92130999MA0FADU011"}, 20),
        ({"code": "92130999MA0FADU012"}, 0),
        ({"item": "SC-CF-100"}, 20),
        ({"item": "x'; --"}, 0),
        ({"since": "2030-01-01"}, 0),
        ({"until": "2030-01-01"}, 20),
        ({"organ": "9223372036854775807"}, 0),
    ],
)
def test_each_condition_counts(rows: list[Publication], query: dict[str, Any], expected: int) -> None:
    assert len(asked("records", limit=200, **query)["items"]) == expected


def test_one_record_its_proof_and_its_end(rows: list[Publication]) -> None:
    row = rows[0]
    told = asked(f"records/{row.pk}")
    assert (told["facts"], told["decided_on"]) == (world.FORMULAS[0], row.decided_on.isoformat())
    assert "内部意见" not in json.dumps(told, ensure_ascii=False)
    assert _proved(asked(f"records/{row.pk}/proof")) == ["release"]
    world.taken_down(row)
    sequence_all()
    gone = asked(f"records/{row.pk}", 410)
    assert (gone["type"], gone["withdrawn"]["reason"]) == ("fadu:gone", "复议决定撤销")
    assert world.FORMULAS[0] not in json.dumps(gone)
    assert _proved(asked(f"records/{row.pk}/proof")) == ["release", "withdraw"]
    assert str(row.pk) not in {each["id"] for each in asked("records", limit=200)["items"]}
    assert "salt" not in json.dumps(asked(f"records/{row.pk}/proof"))


def _proved(told: dict[str, Any]) -> list[str]:
    """The kinds of what the paths prove, reckoned here from RFC 9162 alone."""
    head = checkpoint.read(told["checkpoint"])
    assert told["key"] == vkey()
    for event in told["events"]:
        node, at, size = bytes.fromhex(event["leaf_hash"]), event["log_index"], head.size
        last = size - 1
        for beside in (b64decode(part) for part in event["path"]):
            if at % 2 or at == last:
                node = sha256(b"\x01" + beside + node).digest()
                while not at % 2 and at:
                    at, last = at >> 1, last >> 1
            else:
                node = sha256(b"\x01" + node + beside).digest()
            at, last = at >> 1, last >> 1
        assert node == head.root
    return [event["kind"] for event in told["events"]]


def test_who_follows_the_changes_has_what_is_shown_and_nothing_else(rows: list[Publication]) -> None:
    copy: dict[str, Any] = {}
    place = _follow(copy, -1)
    assert set(copy) == {str(row.pk) for row in rows}
    world.taken_down(rows[0])
    world.done(rows[1], Kind.CORRECT, "更正", shown={})
    Shown.objects.filter(pk=rows[1].pk).update(record={**Shown.objects.get(pk=rows[1].pk).record, "facts": "更正后的事实"})
    world.done(rows[2], Kind.LEAVE_OUT)
    fresh = world.published(rows[0].organ)
    assert asked("changes", after=place)["items"] == []  # not in the log yet: told when it is, not overtaken
    sequence_all()
    assert _follow(copy, place) > place
    assert set(copy) == {str(row.pk) for row in [*rows[1:], fresh]}
    assert copy[str(rows[1].pk)]["facts"] == "更正后的事实"
    assert {row["id"] for row in copy.values()} == {row["id"] for row in asked("records", limit=200)["items"]}
    assert asked("changes", since="2100-01-01")["items"] == []
    assert len(asked("changes", since="2020-01-01", limit=1000)["items"]) == len(rows) + 1


def _follow(copy: dict[str, Any], place: int) -> int:
    while True:
        told = asked("changes", after=place, limit=4)
        for change in told["items"]:
            if change["op"] == "put":
                copy[change["id"]] = change["record"]
            else:
                copy.pop(change["id"], None)
        if told["next"] is None:
            return place
        place = told["next"]


def test_registers(rows: list[Publication]) -> None:
    [organ] = asked("organs")["items"]
    assert organ == asked(f"organs/{organ['id']}")
    assert "bank_account" not in organ
    assert asked("items")["items"] == []
    assert asked("annual")["items"] == []
    for missing in (
        "organs/999999",
        "items/x",
        "annual/00000000-0000-0000-0000-000000000000",
        "records/00000000-0000-0000-0000-000000000000",
        "records/x",
        "no",
    ):
        assert asked(missing, 404)["type"] == "fadu:not-found"


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ({"limit": "0"}, {"limit"}),
        ({"limit": "201"}, {"limit"}),
        ({"act": "x"}, {"act"}),
        ({"since": "昨天", "until": "2026-02-30"}, {"since", "until"}),
        ({"cursor": "-1"}, {"cursor"}),
        ({"code": "abc"}, {"code"}),
        ({"organ": "1.5"}, {"organ"}),
        ({"q": "长" * 101}, {"q"}),
        ({"orgn": "1"}, {"orgn"}),
    ],
)
def test_what_is_wrong_is_said_of_each_parameter_in_chinese(db: None, query: dict[str, str], names: set[str]) -> None:
    told = asked("records", 400, **query)
    assert told["type"] == "fadu:malformed"
    assert set(told["errors"]) == names
    assert all(word and not word.isascii() for word in told["errors"].values())


def test_head_conditions_methods_and_preflight(rows: list[Publication]) -> None:
    public = Client()
    whole = public.get(f"{BASE}records")
    head = public.head(f"{BASE}records")
    assert (head.status_code, head.content, head["Content-Length"], head["ETag"]) == (200, b"", str(len(whole.content)), whole["ETag"])
    assert public.get(f"{BASE}records", headers={"If-None-Match": whole["ETag"]}).status_code == 304
    assert "no-cache" in whole["Cache-Control"]
    world.taken_down(rows[0])
    assert public.get(f"{BASE}records", headers={"If-None-Match": whole["ETag"]}).status_code == 200
    asking = public.options(f"{BASE}records", headers={"Origin": "https://x.example", "Access-Control-Request-Method": "GET"})
    assert (asking.status_code, asking["Access-Control-Allow-Methods"]) == (204, "GET, HEAD, OPTIONS")
    for method in ("POST", "PUT", "PATCH", "DELETE", "TRACE", "QUERY"):
        for path in ("records", "openapi.json", "nowhere", f"records/{rows[0].pk}"):
            refused = Client(enforce_csrf_checks=True).generic(method, f"{BASE}{path}")
            assert (refused.status_code, refused["Allow"], refused.json()["type"]) == (405, "GET, HEAD, OPTIONS", "fadu:method"), (method, path)


def test_nothing_of_it_fails_with_a_page(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    assert Client().get(f"{BASE}records/%00").json()["type"] == "fadu:not-found"
    monkeypatch.setattr("fadu.disclosure.selectors.shown", lambda *_, **__: 1 / 0)
    told = asked("records", 500)
    assert told["type"] == "fadu:broken"
    assert "division" not in json.dumps(told)


def test_everybody_gets_the_same_and_changes_nothing(rows: list[Publication], clients: Any) -> None:
    services.refresh()
    sequence_all()
    key = rows[0].pk
    public = [
        "/open/data/", "/open/data/api/", "/open/data/latest/records.csv", "/open/data/latest/catalog.jsonld", "/sitemap.xml", "/sitemap-records-1.xml",
        "/robots.txt", f"{BASE}records", f"{BASE}records/{key}", f"{BASE}records/{key}/proof", f"{BASE}organs", f"{BASE}openapi.json", f"{BASE}changes",
    ]  # fmt: skip
    table = {f"GET {url}": dict.fromkeys(Role, 200) for url in public} | {f"POST {url}": dict.fromkeys(Role, 405) for url in public}
    assert_entrances(clients, {url: {role: expected[role] for role in clients} for url, expected in table.items()})
