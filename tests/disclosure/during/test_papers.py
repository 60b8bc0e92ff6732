"""What whoever has a paper in hand reads of it without an account: its notice and how far the matter has come, and nothing beside."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from fadu.accounts.actors import Role
from fadu.cases.models import Case, ClockRow, Step
from fadu.catalog.services import import_statutes
from fadu.disclosure.during import notices
from fadu.documents.models import Document
from fadu.law.papers import PAPERS
from fadu.law.papers.party import SERVED_ON_PARTY
from fadu.law.registry import procedures
from fadu.law.remedy import passing
from fadu.law.remedy.telling import TOLD, Sort, Telling
from fadu.law.statutes import Citation
from tests.disclosure.during.conftest import World

pytestmark = pytest.mark.django_db

SECRET = ("王清河", "清河食品店", "92130999MA0FADU011", "清河路 12 号", "13800001234")


def page(world: World, kind: str, what: str = "notices") -> str:
    answer = Client().get(f"/open/{what}/{world.paper(kind).pk}/")
    assert answer.status_code == 200, answer.content.decode()[:500]
    text: str = answer.content.decode()
    return text


# --- the notice


@pytest.mark.parametrize(
    ("kind", "rights", "duties", "nowhere"),
    [
        ("penalty_notice", ("陈述、申辩", "要求听证", "申请回避"), ("配合调查、检查",), ("提起行政诉讼", "怎么缴")),
        ("penalty_decision", ("申请行政复议", "提起行政诉讼", "申请延期、分期缴纳"), ("缴纳罚没款", "履行决定"), ("要求听证",)),
        ("preserve_notice", ("要求亮证", "申请回避"), ("不得销毁或者转移",), ("怎么缴", "提起行政诉讼")),
        ("hearing_notice", ("参加听证",), (), ("怎么缴",)),
    ],
)  # fmt: skip
def test_each_paper_tells_its_own_rights_and_duties(
    world: World, kind: str, rights: tuple[str, ...], duties: tuple[str, ...], nowhere: tuple[str, ...]
) -> None:
    text = page(world, kind)
    for words in (*rights, *duties, "示范县市场监督管理局", world.paper(kind).number):
        assert words in text, words
    for words in nowhere:
        assert words not in text, words


@pytest.mark.parametrize("kind", ["penalty_notice", "penalty_decision", "preserve_notice"])
@pytest.mark.parametrize("what", ["notices", "progress"])
def test_nobody_is_named_and_nothing_of_the_inner_work_is_told(world: World, kind: str, what: str) -> None:
    text = page(world, kind, what)
    row = Step.objects.get(case=world.told.id, name="decide")
    for words in (*SECRET, str(row.data.get("decision_fine", "…"))[:4], "举报", "法制审核", "集体讨论", "陈静", "赵强", "建议"):
        assert words not in text, words
    for inner in Document.objects.filter(case=world.told.id).exclude(paper=kind):
        assert str(inner.pk) not in text, "a code opens no other code"


def test_the_officers_are_named_with_the_way_to_their_cards(world: World) -> None:
    text = page(world, "penalty_notice")
    assert "李伟" in text
    link = re.search(r'<a class="num" href="(/c/[^"]+)">(\d+)</a>', text)
    assert link is not None
    assert link[2] in Client().get(link[1]).content.decode()
    assert "陈静" not in text, "who reviews is not told"


def test_last_days_are_counted_from_the_day_it_was_served(world: World) -> None:
    """By hand: 60 days, 6 months and 15 days from the day of service; what falls on a rest day goes on to the next working day."""
    served = timezone.localdate(Step.objects.get(case=world.told.id, name="serve").taken_at)
    found = notices.notice(world.paper("penalty_decision"))
    assert found.received == served
    until = {said.telling.name: said.until for said in (*found.rights, *found.duties)}

    def working(day: date) -> date:
        while day.weekday() > 4 or date(2026, 10, 1) <= day <= date(2026, 10, 8):
            day += timedelta(1)
        return day

    assert until["申请行政复议"] == working(served + timedelta(60))
    assert until["缴纳罚没款"] == working(served + timedelta(15))
    assert until["履行决定"] is None
    month = served.month + 6
    assert until["提起行政诉讼"] in {working(date(served.year + (month - 1) // 12, (month - 1) % 12 + 1, served.day)) + timedelta(n) for n in (0, 1, 2)}


def test_before_it_is_served_no_day_is_made_up(world: World) -> None:
    Step.objects.filter(case=world.told.id, name="serve")  # on record; a notice of a paper nobody served says so
    found = notices._said(TOLD["penalty_decision"][-1], None, world.bureau.bureau, lambda _cite: "")
    assert (found.until, found.left) == (None, "")


def test_where_nothing_is_to_be_paid_nothing_is_said_of_paying(world: World) -> None:
    paper = world.paper("penalty_decision")
    paper.step.data = {**paper.step.data, "decision_fine": None, "decision_gain": None}
    names = [one.name for one in notices._tellings(paper)]
    assert "缴纳罚没款" not in names
    assert "申请行政复议" in names


def test_the_articles_text_is_there_where_the_library_holds_it(world: World, tmp_path: Any) -> None:
    from fadu.accounts.actors import SYSTEM

    assert "当事人有权进行陈述和申辩。" not in page(world, "penalty_notice")
    (tmp_path / "行政法").mkdir()
    text = "# 中华人民共和国行政处罚法\n\n第四十五条 当事人有权进行陈述和申辩。\n\n行政机关不得因当事人陈述、申辩而给予更重的处罚。\n"
    (tmp_path / "行政法" / "行政处罚法(2021-01-22).md").write_text(text, "utf-8")
    import_statutes(SYSTEM, tmp_path)
    assert "当事人有权进行陈述和申辩。" in page(world, "penalty_notice")


def test_a_name_in_the_cause_is_taken_out(world: World) -> None:
    Case.objects.filter(pk=world.told.id).update(cause="示范县清河食品店王清河（电话13800001234）经营超过保质期的食品")
    text = page(world, "penalty_notice")
    assert "经营超过保质期的食品" in text
    for words in SECRET:
        assert words not in text


# --- what opens nothing


def test_unknown_inner_and_superseded_are_one_answer(world: World) -> None:
    """By the page nobody learns whether there is such a paper."""
    inner = Document.objects.filter(case=world.told.id, paper="investigation_report").get()
    old = world.paper("penalty_notice")
    Document.objects.filter(pk=old.pk).update(superseded=True)
    codes = ("0198b3a0-0000-7000-8000-000000000000", inner.pk, old.pk)
    for what in ("notices", "progress"):
        answers = [Client(REMOTE_ADDR=f"10.0.0.{place}").get(f"/open/{what}/{code}/") for place, code in enumerate(codes)]
        assert [answer.status_code for answer in answers] == [404, 404, 404]
        assert len({answer.content for answer in answers}) == 1


def test_matters_between_organs_open_nothing(world: World) -> None:
    paper = world.paper("penalty_notice")
    assert notices.opened(paper)
    Case.objects.filter(pk=world.told.id).update(kind="supervision")
    assert not notices.opened(world.paper("penalty_notice"))


@pytest.mark.parametrize("what", ["notices", "progress"])
def test_a_code_is_asked_for_and_kept_when_wrong(world: World, what: str) -> None:
    client, code = Client(), world.paper("penalty_notice").pk
    assert client.get(f"/open/{what}/").status_code == 200
    wrong = client.post(f"/open/{what}/", {"code": "示市监罚〔2026〕1号"})
    assert (wrong.status_code, "示市监罚〔2026〕1号" in wrong.content.decode()) == (422, True)
    assert client.post(f"/open/{what}/", {"code": ""}).status_code == 422
    assert client.post(f"/open/{what}/", {"code": str(code).upper()})["Location"] == f"/open/{what}/{code}/"


@pytest.mark.parametrize("role", [None, "liwei", "zhaoqiang", "zhaomin", "admin"])
def test_it_is_the_same_for_everybody(world: World, role: str | None) -> None:
    """Who is signed in reads no more here than a stranger: the pages of the case are elsewhere."""
    client = Client()
    if role:
        user = world.bureau.named[role].user
        assert user is not None
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    for what in ("notices", "progress"):
        text = client.get(f"/open/{what}/{world.paper('penalty_notice').pk}/").content.decode()
        assert "清河食品店" not in text.split('id="main"')[1]


# --- progress


def test_progress_says_where_it_stands_who_acts_and_till_when(world: World) -> None:
    text = page(world, "penalty_notice", "progress")
    for words in ("决定已经送达，等待履行", "示范县市场监督管理局", "申请行政复议", "提起行政诉讼", "缴纳罚款", "行政处罚决定书", "行政处罚告知书", "研究决定"):
        assert words in text, words
    assert "案件审核" not in text
    assert "归档" not in text


def test_only_the_clocks_that_bind_towards_the_party_are_told(world: World) -> None:
    from fadu.disclosure.during.progress import matter
    from fadu.law.registry import rule_of

    found = matter(world.paper("penalty_notice"))
    told = {term.name for term in found.terms}
    clocks: list[Any] = [rule_of(row.rule) for row in ClockRow.objects.filter(case=world.told.id)]
    inner = {rule.name for rule in clocks if rule.ends.name not in passing.OWED}
    assert told
    assert not told & (inner - {""})


def test_a_matter_that_went_to_the_police_says_nothing_of_it(world: World) -> None:
    Case.objects.filter(pk=world.told.id).update(stage="with_justice")
    text = page(world, "penalty_notice", "progress")
    assert passing.UNTOLD in text
    assert "司法" not in text.split('id="main"')[1].split("<footer")[0].replace("示范县司法局", "")


# --- the law of it


def test_each_paper_that_is_served_tells_something() -> None:
    assert TOLD.keys() == SERVED_ON_PARTY
    decisions = {"penalty_decision", "no_penalty_decision", "spot_decision", "measure_decision", "licence_denial", "plain_decision", "requisition_decision"}
    for kind in decisions:
        assert {"申请行政复议", "提起行政诉讼"} <= {one.name for one in TOLD[kind]}, PAPERS[kind].title
    for one in {one for all_ in TOLD.values() for one in all_}:
        assert one.bases or one.name == "向机关提出意见", one.name
        assert one.within is None or one.sort is Sort.RIGHT or one.fined


def _called(one: Any) -> str:
    return f"{one.name}-{len(one.says)}"


@pytest.mark.parametrize("one", sorted({one for all_ in TOLD.values() for one in all_}, key=_called), ids=_called)
def test_each_article_is_one(one: Telling) -> None:
    for cite in one.bases:
        assert isinstance(cite, Citation)
        assert str(cite).startswith(cite.statute.title)


def test_every_stage_has_public_words_or_none() -> None:
    """What a stage is called inside and may not be told outside stands in the table, whatever procedure has it."""
    for course in procedures().values():
        for stage in course.stages:
            said = passing.told(stage.name, stage.label)
            assert not any(word in said for word in ("司法", "法制审核", "集体讨论", "案源", "线索")), (course.id, stage.name, said) if course.kind.value in {
                "行政处罚", "行政强制措施", "行政强制执行", "行政许可", "行政检查", "行政征收征用",
            } else ""  # fmt: skip


def test_roles_are_those_of_the_table() -> None:
    from fadu.accounts.permissions import TABLE

    assert all("record.see" in TABLE[role] and "organ.verify" in TABLE[role] for role in Role)
