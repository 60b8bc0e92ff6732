"""Work list and search: what falls due first, paged by key both ways, narrowed by words, never counting further than anybody reads."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from fadu.cases.models import Case
from fadu.cases.models.case import NEVER
from fadu.cases.selectors import cases as selectors
from fadu.cases.selectors import found, listed, tally
from tests.cases.telling import Telling
from tests.cases.test_door_input import client_of
from tests.cases.world import Bureau


@pytest.fixture
def many(bureau: Bureau) -> list[Case]:
    """Thirteen cases; several fall due on one day, some never."""
    made = [Telling(bureau).until("register").case for _ in range(13)]
    for place, case in enumerate(made):
        due = NEVER if place in (3, 9) else date(2026, 6, 20) + timedelta(days=place % 4)
        Case.objects.filter(pk=case.pk).update(next_due=due)
    return list(Case.objects.order_by("next_due", "id"))


@pytest.mark.parametrize("size", [1, 2, 3, 4, 5, 12, 13, 14, 100])
def test_the_pages_of_the_work_list_hold_every_case_once_in_order(bureau: Bureau, many: list[Case], size: int) -> None:
    who, after, seen, pages = bureau.who("liwei"), "", [], 0
    while True:
        page = listed(who, turn="all", after=after, size=size)
        seen += [case.pk for case in page.rows]
        pages += 1
        assert bool(page.previous) == bool(after)
        if not page.next:
            break
        after = page.next
    assert seen == [case.pk for case in many]
    assert pages == -(-len(many) // size)


@pytest.mark.parametrize("size", [1, 3, 5, 12])
def test_one_comes_back_the_way_one_went(bureau: Bureau, many: list[Case], size: int) -> None:
    who, pages, after = bureau.who("liwei"), [], ""
    while True:
        page = listed(who, turn="all", after=after, size=size)
        pages.append([case.pk for case in page.rows])
        if not page.next:
            break
        after = page.next
    for later, earlier in pairwise(reversed(pages)):
        del later
        page = listed(who, turn="all", before=page.previous, size=size)
        assert [case.pk for case in page.rows] == earlier
        assert page.next
    assert not page.previous


@pytest.mark.parametrize("size", [1, 4, 13])
def test_the_pages_of_the_search_hold_every_case_once_newest_first(bureau: Bureau, many: list[Case], size: int) -> None:
    who, after, seen = bureau.who("liwei"), "", []
    while True:
        page = found(who, after=after, size=size)
        seen += [case.pk for case in page.rows]
        if not page.next:
            break
        after = page.next
    assert seen == sorted((case.pk for case in many), reverse=True)


def test_a_case_that_moves_is_not_shown_twice(bureau: Bureau, many: list[Case]) -> None:
    who = bureau.who("liwei")
    first = listed(who, turn="all", size=5)
    Case.objects.filter(pk=first.rows[0].pk).update(next_due=date(2026, 6, 1))
    second = listed(who, turn="all", after=first.next, size=5)
    assert not {case.pk for case in first.rows} & {case.pk for case in second.rows}


@pytest.mark.parametrize("key", ["x", "2026-06-20", "_", "2026-13-01_x", "2026-06-20_x", "\x00", "²_²", "9999-12-31_" + "0" * 32, "' OR 1=1"])
def test_a_key_that_is_none_gives_the_first_page_or_an_empty_one(bureau: Bureau, many: list[Case], key: str) -> None:
    who = bureau.who("liwei")
    for page in (listed(who, turn="all", after=key), listed(who, turn="all", before=key), found(who, after=key), found(who, before=key)):
        assert len(page.rows) in {0, 2, 11, 13}


@pytest.mark.parametrize(
    "query",
    [
        "q=%00",
        "q=%00%00x",
        "stage=%00",
        "after=%00",
        "before=%00",
        "q=" + "x" * 5000,
        "q=%25_%5C",
        "ended=7",
        "stage=nowhere",
        "q=%F0%9F%98%80",
        "q=%ff%fe",
        "after=1&before=2",
    ],
)
@pytest.mark.parametrize("url", ["/", "/cases/"])
def test_no_query_is_a_failure(bureau: Bureau, url: str, query: str) -> None:
    Telling(bureau).until("register")
    assert client_of(bureau, "liwei").get(f"{url}?{query}").status_code == 200


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("清河", 1), ("超过保质期", 1), (" 清河 ", 1), ("92130999MA0FADU011", 1), ("92130999ma0fadu011", 1), ("92130999MA0FADU012", 0),
        ("13800001234", 0), ("王清河", 0), ("%", 0), ("_", 0), ("罚立〔2026〕1号", 1), ("罚立〔2026〕2号", 0), ("", 1),
    ],
)  # fmt: skip
def test_the_search_finds_by_title_number_and_code(bureau: Bureau, words: str, expected: int) -> None:
    Telling(bureau).until("file")
    assert len(found(bureau.who("liwei"), q=words).rows) == expected


def test_the_search_is_narrowed_by_stage_and_end(bureau: Bureau) -> None:
    Telling(bureau).until("register")
    Telling(bureau).until("archive")
    who = bureau.who("liwei")
    assert [case.stage for case in found(who, stage="source").rows] == ["source"]
    assert [case.stage for case in found(who, ended="1").rows] == ["archived"]
    assert [case.stage for case in found(who, ended="0").rows] == ["source"]
    assert not found(who, stage="source", ended="1").rows


def test_whose_turn_it_is_sorts_the_work(bureau: Bureau) -> None:
    for last in ("register", "file", "conclude"):  # waits for the head, the officer, the reviewer
        Telling(bureau).until(last)
    Telling(bureau).until("archive")
    for name, stage in (("liwei", "investigating"), ("chenjing", "concluded"), ("zhaoqiang", "source")):
        who = bureau.who(name)
        assert [case.stage for case in listed(who).rows] == [stage]
        assert len(listed(who, turn="others").rows) == 2
        assert len(listed(who, turn="all").rows) == 3
        counted = tally(who)
        assert (counted["mine"], counted["others"], counted["open"]) == (1, 2, 3)
        assert (counted["officers"], counted["reviewers"], counted["heads"]) == (1, 1, 1)


def test_what_is_overdue_and_what_is_near_is_counted_by_the_day(bureau: Bureau) -> None:
    today = timezone.localdate()
    for days in (-1, 0, 3, 4):
        case = Telling(bureau).until("register")
        Case.objects.filter(pk=case.id).update(next_due=today + timedelta(days=days))
    counted = tally(bureau.who("liwei"))
    assert (counted["overdue"], counted["soon"]) == (1, 2)


def test_nobody_counts_further_than_anybody_reads(bureau: Bureau, many: list[Case], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(selectors, "MOST", 5)
    assert tally(bureau.who("liwei"))["open"] == 5


def test_an_officer_sees_the_cases_they_handle_and_no_other(bureau: Bureau) -> None:
    case = Telling(bureau).until("file")  # 李伟 and 王芳 were appointed
    for name, sees in (("liwei", True), ("wangfang", True), ("zhoujie", False)):
        assert bool(found(bureau.who(name)).rows) is sees
    data: dict[str, Any] = {"present": ["liwei", "zhoujie"]}
    case.take("inspect", data)
    assert found(bureau.who("zhoujie")).rows  # who stood there handles it from then on


def test_the_pages_answer_everybody_who_works(bureau: Bureau) -> None:
    Telling(bureau).until("collect")
    for name in ("liwei", "chenjing", "zhaoqiang"):
        client = client_of(bureau, name)
        for url in ("/", "/?turn=others", "/?turn=all", "/?turn=nonsense", "/cases/", "/cases/?stage=investigating"):
            assert client.get(url).status_code == 200
    assert Client().get("/").status_code == 302
