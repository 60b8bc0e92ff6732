"""Discretion tables on the public pages: what they print, and trying them."""

from collections.abc import Mapping
from urllib.parse import urlencode

import pytest
from django.test import Client

from fadu.accounts.actors import PUBLIC, Role
from fadu.catalog import selectors, trying
from fadu.catalog.lines import lines
from fadu.law.discretion import Subject, Undecided
from fadu.law.forms import Invalid
from tests.accounts.entrances import assert_entrances

pytestmark = pytest.mark.django_db
HUNAN = {"times": "第二次", "area": "一般区域", "lasting": "不足三个月", "red_line": "红线外", "effect": "无不良影响"}


def page(client: Client, table: str, **answers: str) -> str:
    answer = client.get(f"/benchmarks/{table}/?{urlencode(answers)}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_every_table_is_listed_and_has_a_page(client: Client):
    listed = client.get("/benchmarks/").content.decode()
    for table in selectors.tables().values():
        assert f"/benchmarks/{table.id}/" in listed
        shown = page(client, table.id)
        assert table.title in shown
        assert table.issuer in shown
        assert all(line.label in shown for line in lines(table))
    assert len(selectors.tables()) >= 13


def test_the_list_is_searched(client: Client):
    shown = client.get("/benchmarks/?q=养犬").content.decode()
    assert "huzhou-dog-unlicensed" in shown
    assert "hunan-air-108-5" not in shown
    assert "没有符合条件" in client.get("/benchmarks/?q=没有这个").content.decode()
    assert "demo-food-124-5" not in client.get("/benchmarks/?field=city").content.decode()


def test_the_overlap_of_huzhou_is_told_to_the_public(client: Client):
    assert "原文有误" in page(client, "huzhou-dog-unlicensed")
    assert "重叠（原文如此，已确认）" in page(client, "huzhou-dog-unlicensed")


def test_trying_hunan_gives_29000(client: Client):
    shown = page(client, "hunan-air-108-5", **HUNAN)
    assert "29,000 元" in shown
    assert "14.5%" in shown


def test_trying_takes_money_in_yuan(client: Client):
    shown = page(client, "demo-food-124-5", value="3,200.00", tier="从轻")
    assert "货值金额 3,200 元" in shown
    assert "57,500 元" in shown


def test_the_subject_is_asked_where_it_matters(client: Client):
    assert 'name="subject"' in page(client, "jiaxing-temporary-buildings")
    assert 'name="subject"' not in page(client, "wuyuan-materials")
    assert "540 元" in page(client, "jiaxing-temporary-buildings", subject="person", area="7")
    assert "1,700 元" in page(client, "jiaxing-temporary-buildings", subject="unit", area="7")


def test_what_is_missing_or_wrong_is_told_and_what_was_typed_is_kept(client: Client):
    shown = page(client, "demo-food-124-5", value="十元")
    assert "十元" in shown
    assert "请选择裁量阶次" in shown
    assert "建议罚款" not in shown
    assert "不是精确的数" in page(client, "jiaxing-temporary-buildings", subject="unit", area="1e") or "应当是数" in page(
        client, "jiaxing-temporary-buildings", subject="unit", area="1e"
    )


def test_a_script_in_an_answer_is_only_words(client: Client):
    assert "<script>alert" not in page(client, "jiaxing-temporary-buildings", subject="unit", area="<script>alert(1)</script>")


def test_answers_nobody_asked_for_are_passed_over(client: Client):
    assert "试算" in page(client, "demo-food-124-5", utm="x")


def test_no_table_no_page(client: Client):
    assert client.get("/benchmarks/nothing/").status_code == 404


def test_trying_by_hand():
    table = selectors.tables()["demo-food-124-5"]
    assert [field.name for field in trying.fields(table)] == ["value", "tier"]
    assert trying.outcome(table, {"value": 320_000, "tier": "从轻"}).suggested == 5_750_000
    with pytest.raises(Invalid):
        trying.outcome(table, {"value": 320_000})
    assert trying.subject("person") is Subject.PERSON
    work = selectors.tables()["work-safety-44-1"]
    with pytest.raises((Invalid, Undecided)):
        trying.outcome(work, {"subject": "unit", "tier": "没有"})


def test_the_locality_s_numbers_are_at_hand():
    from datetime import date

    assert selectors.parameters().title == "示范县"
    assert selectors.parameters().value("archive.days", date(2026, 11, 20)).value == 30


def test_who_enters_where(clients: Mapping[Role, Client]):
    public = dict.fromkeys(clients, 200)
    managing = {role: 200 if role is Role.ADMIN else 302 if role is Role.PUBLIC else 403 for role in clients}
    loading = managing | {Role.ADMIN: 422}
    assert_entrances(
        clients,
        {
            "GET /statutes/": public,
            "GET /benchmarks/": public,
            "GET /benchmarks/demo-food-124-5/": public,
            "GET /items/": public,
            "GET /calendar/": managing,
            "GET /calendar/load/": managing,
            "POST /calendar/load/": loading,
            "POST /statutes/": dict.fromkeys(clients, 405),
            "POST /benchmarks/": dict.fromkeys(clients, 405),
        },
    )


def test_benchmarks_are_public():
    assert selectors.benchmarks(PUBLIC)
