"""The corpus is read whole: article counts of the manifest, and every quotation of the catalogue in its place."""

import csv
import os
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from fadu.law.corpus import Corpus, NotInText, Text, load, normal, parse
from fadu.law.statutes import (
    CIVIL_CODE,
    ECO_PENALTY,
    ECOLOGY_CODE,
    EVERY,
    FOOD_SAFETY,
    FOOD_SAFETY_2021,
    HOLIDAYS,
    JUDICIAL_LITIGATION,
    OPEN_GOVERNMENT,
    PENALTY,
    SAMR_PROCEDURE,
    TRANSFER,
    Citation,
    Statute,
    cite,
    named,
)

SHARED = Path(os.environ.get("FADU_SHARED") or Path(__file__).parents[3] / "shared")
needs_shared = pytest.mark.skipif(not (SHARED / "laws").is_dir(), reason=f"no statute corpus in {SHARED}: set FADU_SHARED")
SOURCES: dict[str, Statute] = {"最高法行诉解释(法释〔2018〕1号)": JUDICIAL_LITIGATION}


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load(SHARED / "laws")


def rows(name: str) -> list[dict[str, str]]:
    with (SHARED / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def statute(source: str) -> Statute:
    return SOURCES.get(source) or named(re.sub(r"\(\d{4}[^)]*\)$", "", source))


# --- the whole corpus


@needs_shared
def test_every_text_has_the_articles_the_manifest_counts(corpus: Corpus):
    counted = Counter[str]()
    for row in rows("laws/manifest.csv"):
        stem = Path(row["path"]).stem
        counted["总则" if stem == "附则" else stem] += int(row["articles"])
    assert len(rows("laws/manifest.csv")) == 52  # files; with the excerpt of 生态环境行政处罚办法, 53 texts
    assert {stem: len(corpus.texts[stem].articles) for stem in counted} == dict(counted)


@needs_shared
def test_articles_follow_one_another_without_gap(corpus: Corpus):
    for text in corpus.texts.values():
        if text.partial or text.title == "民法典":  # of 民法典 the corpus holds the first part and the last
            continue
        assert list(text.articles) == list(range(1, len(text.articles) + 1)), text.file


@needs_shared
def test_every_quotation_of_the_catalogue_stands_in_the_place_it_cites(corpus: Corpus):
    catalogue = [row for row in rows("rules.csv") if "seed" not in row["source"]]  # the seeds' rows quote policies, not statutes
    assert len(catalogue) == 1028
    wrong = [row["id"] for row in catalogue if not corpus.quotes(cite(statute(row["source"]), row["article"]), row["quote_zh"])]
    assert wrong == []


@needs_shared
def test_a_quotation_changed_by_one_sign_is_not_found(corpus: Corpus):
    for row in rows("rules.csv")[::25]:
        if "seed" not in row["source"] and (quotation := row["quote_zh"]):
            middle = len(quotation) // 2
            assert not corpus.quotes(cite(statute(row["source"]), row["article"]), quotation[:middle] + "龘" + quotation[middle + 1 :])


@needs_shared
def test_every_statute_fadu_names_is_held(corpus: Corpus):
    assert set(corpus.known()) == set(EVERY)
    assert {text.file for text in corpus.known().values()} == set(corpus.texts)


@needs_shared
def test_titles_agree_with_the_files(corpus: Corpus):
    assert all(text.title == statute.title for statute, text in corpus.known().items())


@needs_shared
def test_two_editions_of_one_title_are_kept_apart(corpus: Corpus):
    assert [text.file for text in corpus.editions("食品安全法")] == ["食品安全法(2021-04-29)", "食品安全法(2025-09-12)"]
    assert corpus.of(FOOD_SAFETY) is not corpus.of(FOOD_SAFETY_2021)
    assert corpus.editions("没有的法") == ()


@needs_shared
@pytest.mark.parametrize(
    ("citation", "begins"),
    [
        (PENALTY[60], "行政机关应当自行政处罚案件立案之日起九十日内作出行政处罚决定"),
        (PENALTY[58, 1, 2], "直接关系当事人或者第三人重大权益，经过听证程序的"),
        (PENALTY[85], "本法中“二日”“三日”“五日”“七日”的规定是指工作日"),
        (CIVIL_CODE[203, 1], "期间的最后一日是法定休假日的"),
        (CIVIL_CODE[1259], "民法所称的“以上”、“以下”、“以内”、“届满”，包括本数"),  # from the other file of 民法典
        (FOOD_SAFETY[124, 1, 5], "生产经营标注虚假生产日期、保质期或者超过保质期的食品、食品添加剂"),
        (HOLIDAYS[2, 1, 2], "春节，放假4天"),
        (OPEN_GOVERNMENT[20, 1, 6], "实施行政处罚、行政强制的依据"),  # items numbered in narrow brackets
        (TRANSFER[5, 2], "行政执法机关正职负责人或者主持工作的负责人应当自接到报告之日起３日内"),
        (ECO_PENALTY[33, 1, 1], "根据情况及时采取记录"),  # an excerpt in two files
        (ECO_PENALTY[6, 1, 1], "是本案当事人或者当事人近亲属的"),
    ],
)
def test_places_are_found(corpus: Corpus, citation: Citation, begins: str):
    assert corpus.find(citation).startswith(begins)


@needs_shared
@pytest.mark.parametrize(
    ("citation", "message"),
    [
        (PENALTY[87], "没有第八十七条：共 86 条"),
        (PENALTY[60, 2], "第六十条只有 1 款，没有第二款"),
        (PENALTY[58, 1, 9], "第五十八条第一款有 4 项，没有第九项"),
        (ECO_PENALTY[1], "只收摘录"),
        (Statute("某法", "某", date(2020, 1, 1), file="某")[1], "语料中没有《某法》"),
    ],
)
def test_a_place_that_is_not_there_is_said_so(corpus: Corpus, citation: Citation, message: str):
    with pytest.raises(NotInText, match=message):
        corpus.find(citation)


@needs_shared
def test_headings_are_the_place_of_an_article_and_never_its_words(corpus: Corpus):
    assert corpus.of(SAMR_PROCEDURE).article(80).heads == ("第六章 期间、送达",)  # without ## in the file
    assert corpus.of(ECOLOGY_CODE).article(187).heads[:2] == ("第二编 污染防治", "第二分编 大气污染防治")
    assert corpus.of(PENALTY).article(60).heads == ("第五章 行政处罚的决定", "第三节 普通程序")
    heading = re.compile(r"第[一二三四五六七八九十]+(编|分编|章|节)\s")
    for text in corpus.texts.values():
        for article in text.articles.values():
            assert not any(heading.match(paragraph.text) for paragraph in article.paragraphs), (text.file, article.number)


@needs_shared
def test_nothing_of_a_file_is_lost(corpus: Corpus):
    """Every sign below the head stands in an article, the preamble or a heading."""
    for file in (SHARED / "laws").rglob("*.md"):
        if file.parent.name == "excerpts":
            continue
        text = parse(file.read_text("utf-8"), file.stem)
        kept = normal("".join([*text.preamble, *(article.name + article.whole for article in text.articles.values())]))
        kept += normal("".join({head for article in text.articles.values() for head in article.heads}))
        body = re.split(r"<!-- (?:INFO|LEGAL_HEADER)_?\s?END -->", file.read_text("utf-8"))[-1]
        body = re.sub(r"<!--.*?-->|^#+ .*$|[\u200b#]", "", body, flags=re.MULTILINE)
        assert sum((Counter(normal(body)) - Counter(kept)).values()) == 0, file.name


# --- small texts


def small(body: str, head: str = "# 中华人民共和国某法\n\n2020年1月1日 通过\n\n<!-- INFO END -->\n") -> Text:
    return parse(head + body, "某法(2020-01-01)")


def test_paragraphs_items_and_subdivisions():
    text = small("第一条 首款：\n\n（一）甲；\n\n(二)乙；\n\n1.丙\n\n2.丁\n\n次款。\n\n第二条　尾")
    first = text.articles[1]
    assert [paragraph.text for paragraph in first.paragraphs] == ["首款：", "次款。"]
    assert first.paragraphs[0].items == {1: "甲；", 2: "乙；\n1.丙\n2.丁"}
    assert text.articles[2].whole == "尾"
    assert text.adopted is not None
    assert text.history == ("2020年1月1日 通过",)


def test_an_inserted_article():
    text = small("第九十五条 旧。\n\n第九十五条之一 新。\n\n第九十六条 后。")
    assert list(text.articles) == [95, "95-1", 96]
    assert text.find(Statute("某法", "某", date(2020, 1, 1))["95-1", 1]) == "新。"


def test_a_reference_to_an_earlier_article_that_leads_a_line_is_a_paragraph():
    text = small("第一条 甲。\n\n第二条 乙。\n\n第一条 的规定不适用。")
    assert [paragraph.text for paragraph in text.articles[2].paragraphs] == ["乙。", "第一条 的规定不适用。"]


def test_invisible_signs_and_widths_do_not_matter():
    text = small("第一条\u3000\u200b应当在２４小时内（含）\u200b决定。")
    assert text.quotes(Statute("某法", "某", date(2020, 1, 1))[1], "24小时内(含)决定")


def test_a_file_without_articles_is_refused():
    with pytest.raises(ValueError, match="没有读到任何条文"):
        small("没有条文")


def test_a_folder_without_texts_is_refused(tmp_path: Path):
    with pytest.raises(ValueError, match="没有法规文本"):
        load(tmp_path)
