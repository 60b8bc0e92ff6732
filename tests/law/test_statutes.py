"""Citations as they are printed, sorted, linked and read back."""

import csv
import random
from datetime import date, timedelta
from pathlib import Path

import cn2an  # an independent writer of numerals
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fadu.law import statutes
from fadu.law.numerals import chinese, number
from fadu.law.statutes import FOOD_SAFETY, FOOD_SAFETY_2021, PENALTY, TRANSFER, WATER, Citation, Statute, cite, named
from tests.law.test_corpus import SHARED, needs_shared

UNHURRIED = settings(deadline=None)  # a busy machine is no fault of the law


@pytest.mark.parametrize(
    ("citation", "long", "short", "path"),
    [
        (PENALTY[60], "行政处罚法第六十条", "处罚法 60", "/statutes/行政处罚法/60"),
        (PENALTY[42, 1], "行政处罚法第四十二条第一款", "处罚法 42(1)", "/statutes/行政处罚法/42#p1"),
        (PENALTY[58, 1, 2], "行政处罚法第五十八条第一款第二项", "处罚法 58(1)2", "/statutes/行政处罚法/58#p1i2"),
        (TRANSFER[10], "行政执法机关移送涉嫌犯罪案件的规定第十条", "移送规定 10", "/statutes/行政执法机关移送涉嫌犯罪案件的规定/10"),
        (
            FOOD_SAFETY_2021[124, 1, 5],
            "食品安全法第一百二十四条第一款第五项",
            "食安法(2021) 124(1)5",
            "/statutes/食品安全法/124?edition=2021#p1i5",
        ),
        (FOOD_SAFETY["95-1", 1], "食品安全法第九十五条之一第一款", "食安法 95-1(1)", "/statutes/食品安全法/95-1#p1"),
    ],
)
def test_a_citation_prints_and_links(citation: Citation, long: str, short: str, path: str):
    assert (str(citation), citation.short, citation.path) == (long, short, path)


def test_citations_sort_as_a_reader_expects_and_serve_as_keys():
    ordered = [PENALTY[9], PENALTY["9-1"], PENALTY[10], PENALTY[10, 1], PENALTY[10, 1, 2], PENALTY[10, 2], PENALTY[58, 1, 10]]
    shuffled = random.Random(3).sample(ordered, len(ordered))
    assert sorted(shuffled) == ordered
    assert {PENALTY[60]: "x"}[PENALTY[60]] == "x"


@pytest.mark.parametrize("where", [0, -1, (3, 0), (3, 1, 0), (3, None, 1)])
def test_places_that_can_not_be_are_refused(where):
    with pytest.raises(ValueError, match="行政处罚法"):
        PENALTY[where]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("第六十四条第一款第五项", PENALTY[64, 1, 5]),
        ("第五十八条第一款", PENALTY[58, 1]),
        ("第二十四条第（三）项", PENALTY[24, 1, 3]),  # an article of one paragraph is cited without it
        ("第九十五条之一第二款", PENALTY["95-1", 2]),
    ],
)
def test_a_written_place_is_read(written: str, expected: Citation):
    assert cite(PENALTY, written) == expected


@pytest.mark.parametrize("written", ["六十条", "第六十条第一项第二款", "二(一)2", "附件第三条", "第60条", ""])
def test_what_is_not_a_place_is_refused(written: str):
    with pytest.raises(ValueError, match="不是"):
        cite(PENALTY, written)


@UNHURRIED
@given(st.integers(1, 1260), st.one_of(st.none(), st.integers(1, 12)), st.one_of(st.none(), st.integers(1, 25)))
def test_printing_and_reading_are_inverse(article: int, paragraph: int | None, item: int | None):
    citation = Citation(PENALTY, article, paragraph, item if paragraph else None)
    assert cite(PENALTY, citation.place) == citation


def test_the_edition_in_force_is_found_by_day():
    assert named("食品安全法", date(2025, 11, 30)) is FOOD_SAFETY_2021  # the amendment of 2025-09-12 came into force on 1 December
    assert named("食品安全法", date(2025, 12, 1)) is FOOD_SAFETY
    assert named("食安法") is FOOD_SAFETY
    assert named("处罚法") is PENALTY
    with pytest.raises(LookupError, match="2021-07-15"):
        named("行政处罚法", date(2021, 7, 14))
    with pytest.raises(LookupError, match="没有《不存在法》"):
        named("不存在法")


def test_a_law_that_ceases_is_not_in_force_on_that_day():
    assert WATER.is_in_force(date(2026, 8, 14))
    assert not WATER.is_in_force(date(2026, 8, 15))  # 生态环境法典 takes its place


def test_titles_short_names_and_constants_do_not_collide():
    editions = [(statute.title, statute.edition) for statute in statutes.EVERY]
    shorts = [statute.short for statute in statutes.EVERY]
    assert len(set(editions)) == len(editions)
    assert len(set(shorts)) == len(shorts)
    exported = {value for name in statutes.__all__ if isinstance(value := getattr(statutes, name), Statute)}
    assert exported == set(statutes.EVERY) | set(statutes.POLICIES)


@pytest.mark.parametrize(
    ("numeral", "value"),
    [("一", 1), ("十", 10), ("十九", 19), ("二十", 20), ("一百", 100), ("一百零五", 105), ("一百一十", 110), ("一百一十九", 119), ("一千二百五十九", 1259), ("一千零五十四", 1054), ("一千零四", 1004)],
)  # fmt: skip
def test_numerals_by_hand(numeral: str, value: int):
    assert (chinese(value), number(numeral)) == (numeral, value)


@UNHURRIED
@given(st.integers(1, 9999))
def test_numerals_both_ways(value: int):
    assert chinese(value) == cn2an.an2cn(value)
    assert number(chinese(value)) == value


@pytest.mark.parametrize("wrong", ["", "零", "十百", "二二", "一万", "5", "十十", "一千千"])
def test_what_is_not_a_numeral_is_refused(wrong: str):
    with pytest.raises(ValueError, match="数字"):
        number(wrong)


@pytest.mark.parametrize("wrong", [0, -3, 10_000])
def test_numbers_no_statute_uses_are_refused(wrong: int):
    with pytest.raises(ValueError, match="不在"):
        chinese(wrong)


# --- the dates of force, kept by hand, against those that come with the corpus

# Where the corpus is wrong, and why. It gives the day of adoption where the amending decision sets a later day.
CORRECTED = {
    "食品安全法(2025-09-12)": date(2025, 12, 1),
    "网络安全法(2025-10-28)": date(2026, 1, 1),
    "民事诉讼法(2023-09-01)": date(2024, 1, 1),
    "全国年节及纪念日放假办法(2024-11-10)": date(2025, 1, 1),
}
# Where the corpus gives none: from the closing article of a first edition, else from the amending decision.
GIVEN_BY_HAND = {
    "行政执法监督条例(2025-12-17)": date(2026, 2, 1),
    "生态环境法典(2026-03-12)": date(2026, 8, 15),
    "危险化学品安全法(2025-12-27)": date(2026, 5, 1),
    "信访工作条例(2022-02-25)": date(2022, 5, 1),
    "政务数据共享条例(2025-05-28)": date(2025, 8, 1),
    "政府信息公开条例(2019-04-03)": date(2019, 5, 15),
    "档案法实施条例(2024-01-12)": date(2024, 3, 1),
    "罚款决定与罚款收缴分离实施办法(1997-11-17)": date(1998, 1, 1),
    "河北省乡镇和街道综合行政执法条例(2021-03-31)": date(2021, 7, 15),
    "河北省行政执法监督条例(2019-05-30)": date(2019, 7, 1),
    "山东省行政执法监督条例(2014-11-27)": date(2015, 5, 1),
}


def manifest() -> dict[str, dict[str, str]]:
    with (SHARED / "laws" / "manifest.csv").open(encoding="utf-8") as file:
        return {Path(row["path"]).stem: row for row in csv.DictReader(file)}


@needs_shared
def test_dates_of_force_agree_with_the_corpus_or_are_corrected_with_a_reason():
    held = manifest()
    for statute in statutes.EVERY:
        given = held.get(statute.file, {}).get("valid_from_db")
        if statute.file in CORRECTED:
            assert statute.in_force == CORRECTED[statute.file] > date.fromisoformat(given or "")
            assert statute.note, f"{statute}: say that the date was corrected"
        elif given:
            assert statute.in_force == date.fromisoformat(given), statute.file


@needs_shared
def test_dates_that_the_corpus_lacks_are_those_of_the_closing_article():
    closing = {stem: row["effective_in_last_article"] for stem, row in manifest().items()}
    for stem, day in GIVEN_BY_HAND.items():
        statute = next(statute for statute in statutes.EVERY if statute.file == stem)
        assert statute.in_force == day
        assert closing[stem] == f"{day.year}年{day.month}月{day.day}日", stem


@needs_shared
def test_laws_that_cease_do_so_the_day_before_the_corpus_says():
    for stem, row in manifest().items():
        if row["valid_to_db"] in ("", "2099-12-31") or stem.startswith("食品安全法"):  # its successor's date is corrected
            continue
        statute = next(statute for statute in statutes.EVERY if statute.file == stem)
        assert statute.until == date.fromisoformat(row["valid_to_db"]) - timedelta(1), stem


def test_editions_of_one_title_follow_without_gap_or_overlap():
    older, newer = (statute for statute in statutes.EVERY if statute.title == "食品安全法")
    assert older.until is not None
    assert newer.in_force == older.until + timedelta(1)


@needs_shared
def test_no_edition_is_in_force_before_it_was_adopted():
    for statute in statutes.EVERY:
        if adopted := manifest().get(statute.file, {}).get("publish"):
            amended_before = {"公安机关办理行政案件程序规定"}  # the corpus dates a re-publication
            assert statute.in_force >= date.fromisoformat(adopted) or statute.title in amended_before, statute.title
