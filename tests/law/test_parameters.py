"""Locality numbers: each with clause and dates; outside them an error; packs that are wrong are refused whole."""

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from fadu.law.corpus import load as load_corpus
from fadu.law.parameters import PARAMETERS, OutsideValidity, load
from fadu.law.statutes import EVERY, Statute, cite
from tests.law.test_corpus import SHARED, needs_shared

PACKS = Path(__file__).parents[2] / "localities"
TODAY = date(2026, 11, 20)


def write(folder: Path, name: str, text: str) -> Path:
    (folder / name).mkdir(exist_ok=True)
    (folder / name / "parameters.toml").write_text(text, "utf-8")
    return folder


def row(**keys: str) -> str:
    given = {"parameter": '"archive.days"', "value": "30", "clause": '"某条"', "from": "2024-01-01"} | keys
    return "[[value]]\n" + "\n".join(f"{key.rstrip('_')} = {value}" for key, value in given.items() if value) + "\n"


@pytest.mark.parametrize(
    ("id_", "field", "value", "told"),
    [
        ("hearing.fine.person", "market", 1_000_000, "10,000 元"),  # 分
        ("hearing.fine.unit", "market", 10_000_000, "100,000 元"),
        ("hearing.fine.unit", "ecology", 20_000_000, "200,000 元"),
        ("hearing.fine.unit", "city", 5_000_000, "50,000 元"),  # the county's own, where no department rule sets one
        ("review.fine.person", "", 1_000_000, "10,000 元"),
        ("archive.days", "", 30, "30 日"),
        ("disclosure.decision.days", "market", 7, "7 个工作日"),  # the county's plan is stricter than the 20 of 公示规定 9
        ("recording.upload.hours", "", 24, "24 小时"),
        ("reviewers.share", "", Fraction(7, 100), "7%"),
        ("simple.fine.unit", "market", 300_000, "3,000 元"),  # from the national pack
        ("credential.exam_waiver", "", False, "否"),
    ],
)
def test_the_demonstration_county(id_: str, field: str, value: object, told: str):
    found = load(PACKS, "demo").value(id_, TODAY, field)
    assert (found.value, str(found)) == (value, told)
    assert found.clause


def test_the_nation_alone_keeps_to_the_department_rules():
    nation = load(PACKS, "cn")
    assert nation.value("disclosure.decision.days", TODAY, "market").value == 20
    assert nation.value("disclosure.decision.days", TODAY, "ecology").value == 7
    with pytest.raises(OutsideValidity, match="从未规定"):
        nation.value("archive.days", TODAY)


@pytest.mark.parametrize("day", [date(2023, 12, 31), date(2000, 1, 1)])
def test_before_the_first_value_is_an_error_that_says_from_when(day: date):
    with pytest.raises(OutsideValidity, match="2024-01-01 起"):
        load(PACKS, "demo").value("archive.days", day)


def test_a_value_ends_with_its_last_day(tmp_path: Path):
    two = row(until="2025-12-31") + row(value="20", **{"from": "2026-01-05"})
    place = load(write(tmp_path, "x", 'title = "某县"\n' + two), "x")
    assert place.value("archive.days", date(2025, 12, 31)).value == 30
    assert place.value("archive.days", date(2026, 1, 5)).value == 20
    with pytest.raises(OutsideValidity, match="2024-01-01 至 2025-12-31；2026-01-05 起"):
        place.value("archive.days", date(2026, 1, 1))  # the gap is not bridged


def test_an_ended_local_value_gives_way_to_the_pack_below(tmp_path: Path):
    write(tmp_path, "below", 'title = "某省"\n' + row(value="60"))
    write(tmp_path, "x", 'title = "某县"\non = "below"\n' + row(until="2024-12-31"))
    place = load(tmp_path, "x")
    assert [place.value("archive.days", day).value for day in (date(2024, 12, 31), date(2025, 1, 1))] == [30, 60]
    assert place.value("archive.days", date(2025, 1, 1)).pack == "below"


def test_an_unknown_name_is_a_programming_error():
    with pytest.raises(KeyError):
        load(PACKS, "demo").value("no.such", TODAY)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (row(parameter='"no.such"'), "没有“no.such”这个参数"),
        (row(clause=""), "archive.days 缺少 clause"),
        (row(clause='"  "'), "archive.days 缺少 clause"),
        (row(value=""), "缺少 value"),
        (row(value='"30"'), "不是非负整数"),
        (row(value="-1"), "不是非负整数"),
        (row(value="1.5"), "不是非负整数"),
        (row(value="true"), "不是非负整数"),
        (row(parameter='"credential.exam_waiver"', value="1"), "不是true 或 false"),
        (row(until="2023-01-01"), "起止日期不对"),
        (row(from_='"2024-01-01"', **{"from": ""}), "起止日期不对"),
        (row() + row(value="20", **{"from": "2025-01-01"}), "同一日有两个值"),
        ('on = "x"\n' + row(), "循环引用"),
        ('on = "nowhere"\n' + row(), "没有地方包 nowhere"),
    ],
)
def test_a_wrong_pack_is_refused(tmp_path: Path, text: str, message: str):
    with pytest.raises(ValueError, match=message):
        load(write(tmp_path, "x", 'title = "某县"\n' + text), "x")


def test_values_of_two_fields_on_one_day_are_not_in_conflict(tmp_path: Path):
    place = load(write(tmp_path, "x", 'title = "某县"\n' + row() + row(value="10", field='"market"')), "x")
    assert [place.value("archive.days", TODAY, field).value for field in ("", "market", "city")] == [30, 10, 30]


def test_every_number_of_the_county_is_listed_once_and_said():
    listed = list(load(PACKS, "demo").every(TODAY, "market"))
    assert len({value.parameter.id for value in listed}) == len(listed) >= 25
    assert {value.parameter.id for value in listed} <= PARAMETERS.keys()


@needs_shared
def test_clauses_of_statutes_stand_in_the_texts_and_were_in_force():
    corpus = load_corpus(SHARED / "laws")
    checked = 0
    for pack in ("cn", "demo"):
        for layer in load(PACKS, pack).layers:
            for value in (value for values in layer.values() for value in values):
                if statute := _statute(value.clause):
                    checked += 1
                    assert corpus.find(cite(statute, value.clause.removeprefix(statute.title)))
    assert checked >= 30


def _statute(clause: str) -> Statute | None:
    return next((statute for statute in EVERY if clause.startswith(statute.title)), None)
