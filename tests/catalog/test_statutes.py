"""Importing statutes, finding words in them, and their pages."""

from collections.abc import Mapping
from io import StringIO
from pathlib import Path
from time import perf_counter
from urllib.parse import unquote

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from fadu.accounts.actors import PUBLIC, SYSTEM, Role
from fadu.accounts.permissions import NotAllowed
from fadu.catalog import selectors
from fadu.catalog.models import Article, StatuteText
from fadu.catalog.services import import_statutes
from fadu.law.statutes import EVERY, FOOD_SAFETY_2021, PENALTY, Citation
from tests.catalog.conftest import OFFICER, PENALTY_TEXT
from tests.law.test_corpus import SHARED, needs_shared

pytestmark = pytest.mark.django_db


def rows() -> list[tuple[object, ...]]:
    return [*StatuteText.objects.order_by("pk").values_list(), *Article.objects.order_by("pk").values_list()]


# --- how texts come in


def test_texts_articles_and_dates_are_imported(imported: Path):
    text = StatuteText.objects.get(title="行政处罚法")
    assert (text.in_force, text.level, text.article_count, text.history) == (PENALTY.in_force, "法律", 3, ["2021年1月22日 修订"])
    second = text.articles.get(number="2")
    assert second.paragraphs == [
        {"text": "行政处罚的种类：", "items": [[1, "警告；"], [2, "罚款。"]]},
        {"text": "法律另有规定的，从其规定。", "items": []},
    ]
    assert second.heads == ["第一章 总则"]


def test_importing_again_changes_nothing(imported: Path):
    before = rows()
    done = import_statutes(SYSTEM, imported)
    assert (done.added, done.changed, len(done.unchanged)) == ([], [], 3)
    assert rows() == before


def test_a_changed_text_replaces_the_old_and_keeps_its_row(imported: Path):
    kept = StatuteText.objects.get(title="行政处罚法").pk
    (imported / "行政处罚法(2021-01-22).md").write_text(PENALTY_TEXT.replace("罚款。", "罚款；\n\n（三）没收。"), "utf-8")
    done = import_statutes(SYSTEM, imported)
    assert (done.changed, len(done.unchanged)) == (["行政处罚法"], 2)
    assert StatuteText.objects.get(title="行政处罚法").pk == kept
    assert len(Article.objects.get(statute_id=kept, number="2").paragraphs[0]["items"]) == 3


def test_one_broken_file_leaves_everything_as_it_was(imported: Path):
    before = rows()
    (imported / "广告法(2021-04-29).md").write_text("# 广告法\n\n没有条文", "utf-8")
    (imported / "行政处罚法(2021-01-22).md").write_text(PENALTY_TEXT.replace("警告", "通报"), "utf-8")
    with pytest.raises(ValueError, match="没有读到任何条文"):
        import_statutes(SYSTEM, imported)
    assert rows() == before


def test_a_text_fadu_does_not_name_is_told_and_left_out(corpus: Path):
    (corpus / "某某条例(2020-01-01).md").write_text("# 某某条例\n\n第一条 甲。", "utf-8")
    done = import_statutes(SYSTEM, corpus)
    assert done.unknown == ["某某条例(2020-01-01)"]
    assert not StatuteText.objects.filter(title="某某条例").exists()


@pytest.mark.parametrize("actor", [OFFICER, PUBLIC])
def test_only_who_manages_the_catalogue_imports(corpus: Path, actor):
    with pytest.raises(NotAllowed):
        import_statutes(actor, corpus)
    assert not StatuteText.objects.exists()


def test_the_command_says_what_it_did(corpus: Path):
    said = StringIO()
    call_command("statutes", "import", corpus, stdout=said)
    assert "法规 3 部 5 条：新增 3，更新 0，未变 0" in said.getvalue()
    said = StringIO()
    call_command("statutes", "import", corpus, stdout=said, verbosity=2)
    assert "[1/3] 行政处罚法" in said.getvalue()
    assert "新增 0，更新 0，未变 3" in said.getvalue()


def test_the_command_refuses_clearly(tmp_path: Path):
    with pytest.raises(CommandError, match="没有目录"):
        call_command("statutes", "import", tmp_path / "nowhere")
    with pytest.raises(CommandError, match="没有法规文本"):
        call_command("statutes", "import", tmp_path)


@needs_shared
def test_the_whole_corpus_is_imported_well_within_twenty_seconds():
    start = perf_counter()
    done = import_statutes(SYSTEM, SHARED / "laws")
    assert perf_counter() - start < 20
    assert (len(done.added), done.unknown) == (len(EVERY), [])
    assert Article.objects.count() == done.articles > 5600
    assert Article.objects.filter(statute__title="生态环境法典").count() == 1242


# --- finding


def test_statutes_are_found_by_title_and_short_name(imported: Path):
    assert [text.title for text in selectors.statutes(PUBLIC, "处罚法")] == ["行政处罚法"]
    assert [text.edition for text in selectors.statutes(PUBLIC, "食品")] == ["", "2021"]  # the latest first
    assert selectors.statutes(PUBLIC).count() == 3


def test_words_are_found_in_articles_those_in_force_first(imported: Path):
    hits = selectors.search(PUBLIC, "超过保质期")
    assert [hit.article.statute.edition for hit in hits] == ["", "2021"]
    assert hits[0].pieces == (("超过保质期", True), ("的食品，不得经营。", False))


@pytest.mark.parametrize("query", ["", " ", "罚", "没有这样的话", "%", "_%"])
def test_too_little_or_nothing_finds_nothing(imported: Path, query: str):
    assert selectors.search(PUBLIC, query) == []


# --- pages


def page(client: Client, url: str, status: int = 200) -> str:
    answer = client.get(url)
    assert answer.status_code == status, url
    return answer.content.decode()


def test_the_list_shows_rank_dates_and_what_has_ceased(imported: Path, client: Client):
    shown = page(client, "/statutes/")
    assert "行政处罚法" in shown
    assert "2021-07-15" in shown
    assert "施行至 2025-11-30" in shown


def test_a_search_marks_the_words_and_links_to_the_edition(imported: Path, client: Client):
    shown = page(client, "/statutes/?q=食品添加剂")
    assert "<mark>食品添加剂</mark>" in shown
    assert "?edition=2021" in shown
    assert "没有找到" in page(client, "/statutes/?q=没有这样的话")


def test_a_script_in_a_search_is_only_words(imported: Path, client: Client):
    shown = page(client, "/statutes/?q=<script>alert(1)</script>")
    assert "<script>alert" not in shown


def test_an_article_has_an_anchor_for_every_paragraph_and_item(imported: Path, client: Client):
    shown = page(client, "/statutes/行政处罚法/2")
    for anchor in ("p1", "p1i1", "p1i2", "p2"):
        assert f'id="{anchor}"' in shown
    assert "第二条" in shown
    assert "上一条 第一条" in shown
    assert "下一条 第三条" in shown


def test_editions_have_their_own_pages(imported: Path, client: Client):
    assert "食品添加剂" not in page(client, "/statutes/食品安全法/1")
    assert "食品添加剂" in page(client, "/statutes/食品安全法/1?edition=2021")
    assert "已被新版取代" in page(client, "/statutes/食品安全法/?edition=2021")


@pytest.mark.parametrize("url", ["/statutes/没有的法/", "/statutes/行政处罚法/99", "/statutes/行政处罚法/x", "/statutes/行政处罚法/?edition=1999"])
def test_what_is_not_there_is_not_found(imported: Path, client: Client, url: str):
    page(client, url, 404)


@needs_shared
def test_every_path_of_a_citation_is_a_page_with_its_anchor(client: Client):
    import_statutes(SYSTEM, SHARED / "laws")
    last = {statute: StatuteText.objects.get(file=statute.file).articles.order_by("-position")[0] for statute in EVERY}
    places = [Citation(statute, int(article.number), 1) for statute, article in last.items()]
    for place in [*places, PENALTY[58, 1, 2], FOOD_SAFETY_2021[124, 1, 5]]:
        url, _, anchor = place.path.partition("#")
        shown = page(client, url)
        assert f'id="{anchor}"' in shown, unquote(url)
        assert place.statute.title in shown


def test_statutes_are_for_everybody(imported: Path, clients: Mapping[Role, Client]):
    for client in clients.values():
        page(client, "/statutes/")
        page(client, "/statutes/行政处罚法/")
        page(client, "/statutes/行政处罚法/2")


def test_a_page_asks_few_questions(imported: Path, client: Client, django_assert_max_num_queries):
    for url, most in (("/statutes/", 2), ("/statutes/?q=食品", 3), ("/statutes/行政处罚法/", 3), ("/statutes/行政处罚法/2", 6)):
        with django_assert_max_num_queries(most):
            page(client, url)


# --- several words, versions, uses


def test_every_word_of_a_query_must_stand_in_the_article_and_is_marked(imported: Path):
    (hit,) = selectors.search(PUBLIC, "警告  罚款")
    assert hit.article.number == "2"
    assert [piece for piece, found in hit.pieces if found] == ["警告", "罚款"]
    assert "".join(piece for piece, _ in hit.pieces).strip("…") in hit.article.text
    assert selectors.search(PUBLIC, "警告 没有这个词") == []
    assert selectors.search(PUBLIC, "罚") == []  # one sign is no word


def test_words_found_are_marked_in_the_article_that_is_opened(imported: Path):
    page = Client().get("/statutes/行政处罚法/2", {"q": "警告 罚款"}).content.decode()
    assert "<mark>警告</mark>" in page
    assert "<mark>罚款</mark>" in page


def test_bad_words_do_no_harm(imported: Path):
    for query in ("%%", "__", "\\\\", "'; drop table", "<script>alert(1)</script>", "字" * 5000, "\x00\x00"):
        answer = Client().get("/statutes/", {"q": query})
        assert answer.status_code == 200
        assert "<script>alert" not in answer.content.decode()


def _version(title: str, in_force: str, texts: Mapping[str, str], edition: str = "") -> StatuteText:
    text = StatuteText.objects.create(
        file=f"{title}({in_force})", title=title, short=title, level="法律", edition=edition, in_force=in_force, article_count=len(texts), digest=in_force
    )
    for position, (number, words) in enumerate(texts.items(), 1):
        Article.objects.create(statute=text, number=number, position=position, text=words, paragraphs=[{"text": words, "items": []}])
    return text


def test_two_versions_are_held_against_each_other():
    before = _version(
        "试行法", "2020-01-01", {"1": "为了规范试行，制定本法。", "2": "期限为十日，自收到之日起计算。", "3": "本条将被删去，没有什么可留。"}, "2020"
    )
    after = _version("试行法", "2025-01-01", {"1": "为了规范试行，制定本法。", "2": "全新的内容甲乙丙丁戊己庚辛。", "3": "期限为十五日，自收到之日起计算。"})
    pairs = {(pair.before, pair.after): pair for pair in selectors.compared(PUBLIC, before, after)}
    assert list(pairs) == [("1", "1"), ("", "2"), ("2", "3"), ("3", "")]
    assert not pairs["1", "1"].changed
    moved = pairs["2", "3"]
    assert [piece for piece, fresh in moved.new if fresh] == ["五"]
    assert "".join(piece for piece, _ in moved.old) == "期限为十日，自收到之日起计算。"
    assert [piece for piece, gone in moved.old if gone] == []
    assert all(gone for _, gone in pairs["3", ""].old)


def test_an_article_that_was_added_to_is_still_that_article():
    before = _version("试行法", "2020-01-01", {"1": "运输食品应当符合安全标准。"}, "2020")
    after = _version("试行法", "2025-01-01", {"1": "运输食品应当符合安全标准。散装液体应当使用专用车辆，并且保存清洗记录，接受监督检查。"})
    (pair,) = selectors.compared(PUBLIC, before, after)
    assert (pair.before, pair.after) == ("1", "1")
    assert [piece for piece, gone in pair.old if gone] == []


def test_the_page_of_two_versions_and_the_article_of_either(imported: Path):
    _version("试行法", "2020-01-01", {"1": "期限为十日。"}, "2020")
    _version("试行法", "2025-01-01", {"1": "期限为十五日。"})
    page = Client().get("/statutes/试行法/compare/").content.decode()
    assert "<ins>五</ins>" in page
    assert "此前版本" in Client().get("/statutes/试行法/1").content.decode()
    assert "此后版本" in Client().get("/statutes/试行法/1?edition=2020").content.decode()
    assert Client().get("/statutes/行政处罚法/compare/").status_code == 404
    assert Client().get("/statutes/试行法/compare/", {"from": "x", "to": "999999999999999999999"}).status_code == 200


@needs_shared
@pytest.mark.timed
def test_the_whole_corpus_comes_in_within_twenty_seconds_and_is_searched_within_fifty_milliseconds():
    start = perf_counter()
    done = import_statutes(SYSTEM, SHARED / "laws")
    took = perf_counter() - start
    selectors.search(PUBLIC, "涉嫌犯罪 移送")
    spent = []
    for _ in range(5):
        start = perf_counter()
        hits = selectors.search(PUBLIC, "涉嫌犯罪 移送")
        spent.append(perf_counter() - start)
    print(f"{len(done.added)} texts, {done.articles} articles in {took:.1f} s; search {min(spent) * 1e3:.1f} ms, {len(hits)} articles")
    assert took <= 20
    assert min(spent) <= 0.05
    assert any(hit.article.statute.title == "行政处罚法" and hit.article.number == "27" for hit in hits)


@needs_shared
def test_where_an_article_is_used():
    import_statutes(SYSTEM, SHARED / "laws")
    page = Client().get("/statutes/行政处罚法/57").content.decode()
    for words in ("以本条为依据的规则", "以本条为依据的步骤", "以本条为依据的文书"):
        assert words in page
    food = Client().get("/statutes/食品安全法/124").content.decode()
    assert "此前版本" in food
    compared = Client().get("/statutes/食品安全法/compare/").content.decode()
    assert "<ins>" in compared
    assert "没有这一条" not in compared  # the amendment of 2025 only adds to articles that were there
