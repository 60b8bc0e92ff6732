"""What a query finds, and does not; facets counted against plain Python; any query is safe."""

import random
import time
import uuid
from collections import Counter
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection, connections
from django.test import Client

from fadu.disclosure import search, selectors
from fadu.disclosure.models import Segment, Shown, State, Tally
from fadu.disclosure.search import facets, keeping, words
from fadu.disclosure.search.marking import marked, snippet

FIRST = 1_700_000_000_000 << 20


def laid(*records: dict[str, Any], segment: int = 3) -> list[uuid.UUID]:
    """Published records, written as the portal keeps them, without the cases behind them; the segments small, so that there are several."""
    Segment.objects.bulk_create(Segment(number=at, start=FIRST + (at * segment << 20)) for at in range(1, len(records) // segment + 1))
    ids, totals = [], Counter[tuple[str, str]]()
    _unbound(off=True)
    for at, given in enumerate(records):
        day = given.get("day", date(2026, 5, 10))
        shown = {"act": "penalty", "organ": "示范县市场监督管理局", "party": "", "party_code": "", "cause": "", "number": "", "decided_on": str(day)} | {
            name: text for name, text in given.items() if name not in {"day", "organ_id", "field", "code"}
        }
        code = given.get("code", "")
        packed = facets.packed(act=shown["act"], organ_id=given.get("organ_id", 1), year=day.year, field=given.get("field", "market"), item=code, record=shown)
        kept = keeping.columns(shown, packed, [str(day)], FIRST + (at << 20))
        totals.update(keeping.places(packed))
        row = Shown(
            pk=uuid.uuid4(), organ_id=given.get("organ_id", 1), organ_name=shown["organ"], act=shown["act"], number=shown["number"], party=shown["party"],
            party_code=shown["party_code"], title=shown["party"] or "公示", item=code, decided_on=day, shown_on=day, state=State.SHOWN, record=shown, **kept,
        )  # fmt: skip
        row.save(force_insert=True)
        keeping.index(row.pk)
        ids.append(row.pk)
    Tally.objects.bulk_create(Tally(name=name, value=value, count=count) for (name, value), count in totals.items())
    return ids


def _unbound(*, off: bool) -> None:
    """Rows of these tests stand for themselves: no publication lies behind them, and the transaction is never committed."""
    if connection.vendor == "postgresql" and off:
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL session_replication_role = replica")


@pytest.fixture
def unchecked(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """The end of a test does not ask for the publications behind its rows."""
    monkeypatch.setattr(type(connections["default"]), "check_constraints", lambda *_args, **_options: None)


RECORDS: dict[str, dict[str, Any]] = {
    "milk": {
        "party": "示范县清河食品店", "party_code": "92130999MA0FADU011", "number": "示市监罚〔2026〕29号", "cause": "经营超过保质期的食品", "code": "SC-CF-001",
        "item": "对经营超过保质期食品的处罚", "facts": "自 2026 年 3 月 20 日起陈列纯牛奶，货值 12,000 元", "basis": "《食品安全法》第一百二十四条第一款第五项",
        "kinds": "罚款、没收违法所得", "fine": "130,000.00元", "content": "罚款 130,000 元",
    },
    "sign": {"party": "清远食品河边店", "number": "示市监罚〔2026〕290号", "facts": "招牌ＡＢＣ-Cafe未备案", "basis": "中华人民共和国广告法第五十五条", "kinds": "警告"},
    "mild": {"act": "no_penalty", "party": "云岭超市", "reason": "依照行政处罚法第三十三条第一款，不予处罚", "day": date(2025, 11, 2), "organ": "示范县生态环境局", "organ_id": 2},
    "permit": {"act": "licence", "party": "Кафе Москва", "content": "准予经营；𠮷野家分店", "day": date(2026, 6, 1), "field": "city", "fine": ""},
    "visit": {
        "act": "inspection", "party": "云岭加油站", "day": date(2024, 3, 3), "matters": "灭火器材配置", "outcome": "发现问题", "result": "两具压力不足",
        "demands": "更换压力表", "paper": ["经查明，灭火器材配置不全。", "加盖印章的送达回证"],
    },
    "works": {
        "act": "enforcement", "party": "云岭养殖场", "day": date(2024, 3, 4), "duty": "拆除越界围栏", "order": "限期退还通知", "need": "防汛", "project": "堤坝加固",
        "measure": "查封圈舍",
    },
}  # fmt: skip

FINDS: list[tuple[str, set[str]]] = [
    ("清河食品店", {"milk"}),
    ("清河", {"milk"}),
    ("河清", set()),
    ("清河食品河", set()),
    ("清 河边", {"sign"}),
    ("食品 保质期", {"milk"}),
    ("奶", {"milk"}),
    ("店", {"milk", "sign", "permit"}),
    ("示市监罚〔2026〕29号", {"milk"}),
    ("示市监罚2026 29号", {"milk"}),
    ("示市监罚〔2026〕290号", {"sign"}),
    ("市监罚(2026)2", set()),
    ("92130999MA0FADU011", {"milk"}),
    ("92130999ma0fadu", {"milk"}),
    ("９２１３０９９９ＭＡ０ＦＡＤＵ０１１", {"milk"}),
    ("行政处罚法第三十三条", {"mild"}),
    ("行政处罚法第33条", {"mild"}),
    ("处罚法 第33条第1款", {"mild"}),
    ("第三十三条", {"mild"}),
    ("第三条", set()),
    ("食品安全法第124条", {"milk"}),
    ("广告法第55条", {"sign"}),
    ("2026-05", {"milk", "sign"}),
    ("2026年5月", {"milk", "sign"}),
    ("2026年5月10日", {"milk", "sign"}),
    ("2026-05-11", set()),
    ("2026-03 牛奶", {"milk"}),
    ("2025年", {"mild"}),
    ("2026-13", set()),
    ("罚款130000元", {"milk"}),
    ("13万", set()),
    ("abc", {"sign"}),
    ("ABC cafe", {"sign"}),
    ("caf", {"sign"}),
    ("ca", set()),
    ("кафе", {"permit"}),
    ("𠮷野家", {"permit"}),
    ("生态环境局", {"mild"}),
    ("超过保质期食品的处罚", {"milk"}),
    ("penalty", set()),
    ("灭火器材", {"visit"}),
    ("两具压力不足", {"visit"}),
    ("压力表", {"visit"}),
    ("发现问题", {"visit"}),
    ("拆除越界围栏", {"works"}),
    ("退还通知", {"works"}),
    ("防汛 堤坝", {"works"}),
    ("圈舍", {"works"}),
    ("云岭", {"mild", "visit", "works"}),
    ("送达回证", set()),
    ("加盖印章", set()),
    ("经查明", set()),
    ("", {"milk", "sign", "mild", "permit", "visit", "works"}),
    ("😀", set()),
    ("*", set()),
]


@pytest.mark.usefixtures("unchecked")
def test_what_a_query_finds() -> None:
    ids = dict(zip(RECORDS, laid(*RECORDS.values()), strict=True))
    names = {pk: name for name, pk in ids.items()}
    wrong = []
    for query, expected in FINDS:
        found = {names[row.pk] for row in selectors.shown(query)}
        if found != expected:
            wrong.append(f"{query!r}: {found}, not {expected}")
        page = selectors.results(search.wanted(query))
        if query and search.asked(query) and {names[row.pk] for row in page.rows} != expected:
            wrong.append(f"{query!r} as a page: {[names[row.pk] for row in page.rows]}")
    assert not wrong, "\n".join(wrong)


def _county(count: int) -> list[dict[str, Any]]:
    """Records of every make, from a fixed seed."""
    dice, made = random.Random(11), []
    for number in range(count):
        penalty = dice.random() < 0.7
        fine = dice.choice([0, 500, 999, 1000, 30_000, 200_000, 2_000_000]) if penalty else 0
        made.append(
            {
                "act": "penalty" if penalty else "licence", "party": f"第{number}{dice.choice(['食品店', '超市', '加油站'])}", "organ_id": dice.randrange(1, 5),
                "field": dice.choice(["market", "city", "fire"]), "code": f"SC-{dice.randrange(6)}", "day": date(2024, 1, 1) + timedelta(days=dice.randrange(900)),
                "kinds": dice.choice(["罚款", "警告", "罚款、没收违法所得"]) if penalty else "", "fine": f"{fine:,}.00元" if fine else "",
            }
        )  # fmt: skip
    return made


def _facets_of(row: dict[str, Any]) -> dict[str, set[str]]:
    """The facets of a made record, told without the code that is tested."""
    yuan = float(row["fine"].replace(",", "").removesuffix("元") or 0)
    band = (
        ""
        if not yuan
        else "1"
        if yuan < 1e3
        else "2"
        if yuan < 5e3
        else "3"
        if yuan < 1e4
        else "4"
        if yuan < 5e4
        else "5"
        if yuan < 2e5
        else "6"
        if yuan < 1e6
        else "7"
    )
    kinds = {{"罚款": "4", "警告": "1", "没收违法所得": "8"}[kind] for kind in row["kinds"].split("、") if kind}
    plain = {"act": row["act"], "organ": str(row["organ_id"]), "year": str(row["day"].year), "field": row["field"], "item": row["code"], "fine": band}
    return {name: {value} - {""} for name, value in plain.items()} | {"kind": kinds}


@pytest.mark.usefixtures("unchecked")
def test_facets_are_counted_right_and_pages_hold_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    made = _county(140)
    ids = laid(*made, segment=16)
    asked: list[tuple[str, dict[str, str], date | None, date | None]] = [
        ("", {}, None, None),
        ("超市", {}, None, None),
        ("", {"act": "penalty"}, None, None),
        ("食品店", {"kind": "4", "organ": "2"}, None, None),
        ("", {"fine": "7", "field": "city"}, None, None),
        ("", {"item": "SC-3", "year": "2025"}, None, None),
        ("加油站", {}, date(2024, 3, 15), date(2025, 2, 3)),
        ("", {}, date(2026, 1, 2), None),
        ("", {}, None, date(2024, 1, 31)),
        ("", {"organ": "9"}, None, None),
        ("", {"act": "' OR 1=1"}, None, None),
    ]
    for query, chosen, since, until in asked:
        kept = [
            at for at, row in enumerate(made)
            if query in row["party"] and all(value in _facets_of(row)[name] for name, value in chosen.items())
            and (since is None or row["day"] >= since) and (until is None or row["day"] <= until)
        ]  # fmt: skip
        counts = {name: Counter(value for at in kept for value in _facets_of(made[at])[name]) for name in facets.NAMES}
        what, after, paged = search.wanted(query, facets=chosen.items(), since=since, until=until), None, []
        while True:
            page = selectors.results(what, size=7, after=after)
            assert (page.total, page.more) == (len(kept), False), (query, chosen)
            assert {name: dict(values) for name, values in page.counts.items()} == counts, (query, chosen)
            paged += [row.pk for row in page.rows]
            if page.next is None:
                break
            after = page.next
        assert paged == [ids[at] for at in reversed(kept)], (query, chosen, since, until)
    monkeypatch.setattr(search, "COUNTED", 25)
    monkeypatch.setattr(search.finding.found, "__defaults__", (26,))
    for chosen, total, more in (
        ({}, 140, False),
        ({"act": "penalty"}, sum(row["act"] == "penalty" for row in made), False),
        ({"act": "penalty", "kind": "4"}, 25, True),
    ):
        after, paged = None, []
        while True:
            page = selectors.results(search.wanted("", facets=chosen.items()), size=9, after=after)
            assert (page.total, page.more) == (total, more)
            assert sum(page.counts["act"].values()) == (140 if not chosen else 25)
            paged += [row.pk for row in page.rows]
            if page.next is None:
                break
            after = page.next
        pks = [ids[at] for at, row in reversed(list(enumerate(made))) if all(value in _facets_of(row)[name] for name, value in chosen.items())]
        assert paged == pks, chosen


ODD = [
    '"', "'", "*", "&", "|", "!", "<->", ":*", "AND", "OR", "NOT", "NEAR(", "(", ")", "\\", "\x00", "%", "_", ";--", "{a b}", "^", "清河", "食品", "第三十三条", "第9999条", "第一十百条",
    "2026-05", "0000-00", "2026年99月", "\u202e", "שלום", "مرحبا", "😀", "👨‍👩‍👧", "𠮷", "𰻝", "é", "e\u0301", "ß", "İ", "²", "½", "\ud7ff", "\ue000d2026", "\ue001ff", "ﬁ", "Ａ１", "〔", "』", "\u200b", "\ufeff",
    "9" * 30, "王" * 50, "a" * 120, "0x", "1e9", "\t", "\n", "٣", "一二三四五六七",
]  # fmt: skip


@pytest.mark.usefixtures("unchecked")
@pytest.mark.parametrize("count", [300, pytest.param(10_000, marks=pytest.mark.long)])
def test_any_query_is_answered_soon(count: int) -> None:
    """Never a fault, never over a second: quotes, operators, wildcards, other scripts, signs that show nothing, very long ones."""
    laid(*RECORDS.values(), *_county(30))
    dice, client, wrong = random.Random(5), Client(), []
    for _ in range(count):
        query = dice.choice(["", " ", "，"]).join(dice.choice(ODD) for _ in range(dice.choice([1, 2, 3, 6, 12])))
        if dice.random() < 0.02:
            query *= 200
        asks = {"q": query} | ({dice.choice(facets.NAMES): dice.choice(ODD)} if dice.random() < 0.4 else {})
        asks |= {dice.choice(["since", "until", "code", "after"]): dice.choice(ODD)} if dice.random() < 0.2 else {}
        path = "/open/feed.atom" if dice.random() < 0.1 else "/open/results/"
        status, seconds = _answered(client, path, asks)
        if status not in {200, 422} or (seconds > 1 and _answered(client, path, asks | {"again": "1"})[1] > 1):  # once may be the machine's fault
            wrong.append((status, seconds, asks))
    assert not wrong, wrong[:3]


def _answered(client: Client, path: str, asks: dict[str, str]) -> tuple[int, float]:
    began = time.perf_counter()
    return client.get(path, asks).status_code, time.perf_counter() - began


def test_words_found_are_marked_and_nothing_gets_through() -> None:
    asked = search.asked("清河 第33条 130000")
    assert marked("清河<b>店", asked) == "<mark>清河</mark>&lt;b&gt;店"
    assert marked("依照第三十三条、第33条", asked) == "依照<mark>第三十三条</mark>、<mark>第33条</mark>"
    assert marked("罚款 130,000 元", asked) == "罚款 <mark>130,000</mark> 元"
    assert "<mark>清河</mark>" in snippet("前" * 200 + "清河" + "后" * 200, asked)
    assert len(snippet("前" * 200 + "清河" + "后" * 200, asked)) < 140


@pytest.mark.parametrize("query", ["王" * 5000, "a b c d e f g h i j", "2026-05 " * 50])
def test_no_more_is_looked_for_than_the_limits_say(query: str) -> None:
    asked = search.asked(query)
    assert len(asked.phrases) <= words.MOST_WORDS
    assert len(asked.terms) <= words.MOST_TERMS
    assert sum(map(len, asked.phrases)) <= search.LONGEST_QUERY
