"""The five policy texts: read by their headings, cited by them; the packs of the five places against the texts."""

from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from fadu.law.corpus import Corpus, NotInText, load, parse_policy
from fadu.law.parameters import OutsideValidity, Parameter, Unit
from fadu.law.parameters import load as load_place
from fadu.law.statutes import HEBEI_DISTRICT, HEILONGJIANG, LIAOCHENG, POLICIES, XINGLONG, XINSHAO, Policy, cite
from tests.law.test_corpus import SHARED, needs_shared

PACKS = Path(__file__).parents[2] / "localities"
PLACES: dict[str, Policy] = {"xinglong": XINGLONG, "heilongjiang": HEILONGJIANG, "liaocheng": LIAOCHENG, "xinshao": XINSHAO, "tianjin-hebei": HEBEI_DISTRICT}
SMALL = Policy("某县方案", "某方案", date(2024, 1, 1), file="x", closing="一(一)2")


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load(SHARED / "laws")


@needs_shared
@pytest.mark.parametrize(
    ("policy", "place", "begins"),
    [
        (HEBEI_DISTRICT, "二(一)2", "2.着力提高业务能力"),
        (XINGLONG, "二(六)", "(六)严格落实执法人员配备"),
        (XINGLONG, "附件第三条", "第三条  乡镇人民政府"),
        (HEILONGJIANG, "二(二)3(1)①", "①A类配备标准"),
        (HEILONGJIANG, "末段(三(八)2(3)之后、无编号)", "市级政府、省直有关部门要于每年6月1日、12月20日前"),
        (LIAOCHENG, "三(三)7", "7.不断深化体制改革"),
        (XINSHAO, "清单五1", "1.加快推进全省行政执法和行政执法监督一体化平台部署运用"),
        (XINSHAO, "二", "二、认真组织实施"),  # of the notice, not of the list
        (XINSHAO, "清单二", "二、全面推进严格规范公正文明执法"),
    ],
)
def test_headings_are_found(corpus: Corpus, policy: Policy, place: str, begins: str):
    assert corpus.find(cite(policy, place)).startswith(begins)


@needs_shared
def test_the_mirror_is_read_in_simple_signs_without_readings(corpus: Corpus):
    text = (corpus.find(HEILONGJIANG["二"]) + corpus.find(HEILONGJIANG["三"])).replace("??h级", "县级")  # a sign the mirror lost
    assert "在执法决定作出之日起7个工作日内公开" in text
    assert not set(text) & set("執關應開務過會經")
    assert not any("a" <= sign <= "z" for sign in text.lower() if sign not in "abc")  # A, B, C are classes of equipment
    assert HEILONGJIANG.note


@needs_shared
def test_a_heading_that_is_not_there_is_said_so(corpus: Corpus):
    with pytest.raises(NotInText, match="没有九\\(九\\)"):
        corpus.find(XINGLONG["九(九)"])
    with pytest.raises(NotInText, match="语料中没有"):
        corpus.of(SMALL)


@needs_shared
def test_all_five_are_held(corpus: Corpus):
    assert set(corpus.policies) == {policy.file for policy in POLICIES}
    assert not set(corpus.policies) & set(corpus.texts)


def test_a_folder_without_policies_holds_none(tmp_path: Path):
    (tmp_path / "laws").mkdir()
    (tmp_path / "laws" / "某法(2020-01-01).md").write_text("第一条 甲。", "utf-8")
    assert load(tmp_path / "laws").policies == {}


def test_headings_nest_and_a_closing_paragraph_has_its_own_name():
    text = parse_policy("前言\n一、甲\n（一）乙。\n1．丙。\n2．丁。\n无编号的话。\n（二）戊。\n二、己", SMALL)
    assert text.preamble == ("前言",)
    assert text.find(SMALL["一(一)"]) == "(一)乙。\n1.丙。\n2.丁。\n无编号的话。"
    assert text.find(SMALL["末段(一(一)2之后、无编号)"]) == "无编号的话。"
    assert list(text.articles) == ["一", "一(一)", "一(一)1", "一(一)2", "一(二)", "二", "末段(一(一)2之后、无编号)"]


def test_a_text_without_headings_is_refused():
    with pytest.raises(ValueError, match="没有读到任何条目"):
        parse_policy("没有条目", SMALL)


def test_headings_print_and_sort_as_they_are_numbered():
    places = ["一", "二(一)2", "二(一)3", "二(一)3(1)", "二(二)3(1)①", "十(一)", "清单一(一)1", "清单五1", "附件第二条", "附件第三条"]
    citations = [HEILONGJIANG[place] for place in places[::-1]]
    assert sorted(citations) == citations[::-1]
    assert str(XINGLONG["附件第三条"]) == "兴隆县关于加强乡镇人民政府行政执法规范化建设的指导意见附件第三条"
    assert XINSHAO["清单五1"].short == "新邵清单 清单五1"
    with pytest.raises(ValueError, match="不是"):
        XINGLONG["首部"]


@pytest.mark.parametrize(
    ("pack", "id_", "on", "value", "told"),
    [
        ("xinglong", "disclosure.decision.days", "2022-01-18", 7, "7 个工作日"),
        ("xinglong", "team.posts.most", "2026-01-01", 21, "21 人"),
        ("xinglong", "training.organised.hours", "2026-01-01", 40, "40 学时"),
        ("xinglong", "premises.township.area", "2026-01-01", 8, "8 平方米"),
        ("heilongjiang", "archive.days", "2026-01-01", 30, "30 日"),
        ("heilongjiang", "reviewers.share", "2026-01-01", Fraction(7, 100), "7%"),
        ("heilongjiang", "report.stats.by", "2026-01-01", 131, "每年 1 月 31 日"),
        ("heilongjiang", "report.end.by", "2026-01-01", 1220, "每年 12 月 20 日"),
        ("liaocheng", "training.return.hours", "2025-12-31", 40, "40 学时"),
        ("liaocheng", "items.catalog.by", "2024-06-01", 20057, "2024-11-30"),  # 54 years and 334 days after 1970-01-01
        ("xinshao", "items.catalog.by", "2024-07-11", 20088, "2024-12-31"),
        ("xinshao", "consult.departments", "2026-01-01", 12, "12 个部门"),
        ("tianjin-hebei", "training.delegated.times", "2025-12-31", 2, "2 次"),
        ("tianjin-hebei", "place.code", "2026-01-01", "120105", "120105"),
    ],
)
def test_the_numbers_of_the_five_places(pack: str, id_: str, on: str, value: Any, told: str):
    found = load_place(PACKS, pack).value(id_, date.fromisoformat(on))
    assert (found.value, str(found)) == (value, told)


@pytest.mark.parametrize(
    ("pack", "id_", "on"),
    [
        ("xinglong", "disclosure.decision.days", "2018-01-17"),  # nor does the nation have one before 2019
        ("liaocheng", "training.return.hours", "2026-01-01"),  # the plan ended with 2025
        ("liaocheng", "training.plan.by", "2024-12-31"),  # 15 April 2024 lay before the plan
        ("tianjin-hebei", "training.rotation.by", "2025-01-01"),  # of 2024 alone
        ("xinglong", "recorder.township.officers", "2026-01-01"),  # the county's own paper is not at hand
    ],
)
def test_outside_their_days_there_is_no_number(pack: str, id_: str, on: str):
    with pytest.raises(OutsideValidity):
        load_place(PACKS, pack).value(id_, date.fromisoformat(on))


@needs_shared
@pytest.mark.parametrize("pack", PLACES)
def test_every_number_of_a_pack_stands_under_the_heading_it_names(pack: str, corpus: Corpus):
    policy, layer = PLACES[pack], load_place(PACKS, pack).layers[0]
    for value in (value for values in layer.values() for value in values):
        place = value.clause.removeprefix(policy.number or policy.title).removeprefix(policy.title.split("县")[-1])
        if place == "首部":
            continue
        text = corpus.find(cite(policy, policy.closing if place == "末段" else place))
        assert any(word in text for word in _written(value.parameter, value)), (value.parameter.id, place)


def _written(parameter: Parameter, value: Any) -> list[str]:
    """How the number may be written in the text."""
    if parameter.unit is Unit.DATE:
        year, month, _day = str(value).split("-")
        month = str(int(month))
        return [f"{year}年{month}月", f"{month}月底前", f"{year}年底前", f"{year}年年底前"]
    if parameter.unit is Unit.DAY_OF_YEAR:
        month, day = divmod(value.value, 100)
        return [f"{month}月{day}日", f"{month}月底前"]
    if parameter.id == "transition.months":
        return ["2年"]
    if parameter.id == "items.unused.months":
        return ["近五年"]
    if parameter.id == "consult.departments":
        return ["会商机制"]
    if parameter.id in {"recording.whole", "recording.choice"}:
        return ["音像记录"]
    number = str(int(value.value * 100)) if parameter.unit is Unit.SHARE else str(value.value)
    return [number, {"1": "一"}.get(number, number)]


@pytest.mark.parametrize(
    ("unit", "given", "held"),
    [(Unit.DATE, date(2024, 12, 31), 20088), (Unit.DAY_OF_YEAR, "04-15", 415), (Unit.DAY_OF_YEAR, "12-31", 1231), (Unit.CODE, 130822, "130822")],
)
def test_dates_and_days_of_a_year_are_held_as_numbers(unit: Unit, given: object, held: object):
    assert Parameter("x", "某日", unit).read(given) == held


@pytest.mark.parametrize(
    ("unit", "given"),
    [(Unit.DATE, "2024-12-31"), (Unit.DATE, 20241231), (Unit.DAY_OF_YEAR, "02-29"), (Unit.DAY_OF_YEAR, "13-01"), (Unit.DAY_OF_YEAR, 415), (Unit.DAY_OF_YEAR, "4-15")],
)  # fmt: skip
def test_what_is_no_date_is_refused(unit: Unit, given: object):
    with pytest.raises(ValueError, match="不是"):
        Parameter("x", "某日", unit).read(given)
