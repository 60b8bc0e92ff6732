"""Where a paper stands today, and what its code opens: to whom it is typed, scanned, guessed."""

import uuid
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as some

from fadu.cases import append_only
from fadu.cases.models import Facts
from fadu.cases.models.ids import new_id
from fadu.disclosure import codes
from fadu.disclosure.models import Shown, State
from fadu.disclosure.verify.standing import Effect
from fadu.disclosure.verify.views import FILES
from fadu.documents.models import Document
from fadu.law.calendar import number
from fadu.law.papers import PAPERS
from fadu.law.papers.standing import OVERTURNABLE, SUCCEEDED_BY
from tests.disclosure.during.conftest import World, asked, sent

pytestmark = pytest.mark.django_db


# --- where a paper stands


def test_a_superseded_paper_is_unchanged_and_holds_no_more(world: World) -> None:
    pdf = world.pdf()
    Document.objects.filter(pk=world.paper("penalty_decision").pk).update(superseded=True)
    told = asked(pdf)
    assert (told["unchanged"], told["standing"]["effect"], told["standing"]["says"]) == (True, "superseded", "已被新版取代")


def test_what_was_said_since_is_told(world: World) -> None:
    """A notice of what was proposed, after which it was decided: a later paper of the same matter."""
    told = asked(world.pdf("penalty_notice"))
    assert told["standing"]["effect"] == "succeeded"
    assert told["standing"]["later"]["title"] == "行政处罚决定书"
    assert asked(world.pdf("penalty_decision"))["standing"]["effect"] == "current"


def test_a_decision_that_fell_is_said_to_have(world: World) -> None:
    with append_only.lifted(connection):
        Facts.objects.filter(pk=world.told.id).update(f_overturned_on=number(date(2026, 11, 2)))
    told = asked(world.pdf())
    assert (told["standing"]["effect"], told["standing"]["since"]) == ("overturned", "2026-11-02")
    assert "2026-11-02" in sent(world.pdf()).content.decode()
    assert asked(world.pdf("penalty_notice"))["standing"]["effect"] == "succeeded", "only what decides can fall"


def test_a_withdrawn_publication_is_a_tombstone(world: World) -> None:
    Shown.objects.filter(pk=world.publication.pk).update(state=State.WITHDRAWN, record={"withdrawn_for": "决定被撤销"})
    assert asked(world.pdf())["standing"]["publication"] == "这项决定的公示已经撤回"


def test_a_destroyed_copy_does_not_harm_the_holders(world: World, monkeypatch: Any) -> None:
    monkeypatch.setattr("fadu.disclosure.verify.standing.gone", lambda _ref: "经批准销毁（示市监销〔2026〕1号）")
    told = asked(world.pdf())
    assert (told["unchanged"], told["standing"]["destroyed"]) == (True, "经批准销毁（示市监销〔2026〕1号）")
    assert "经批准销毁" in sent(world.pdf()).content.decode()


def test_the_law_of_standing_names_papers_that_there_are() -> None:
    assert {*SUCCEEDED_BY, *(later for all_ in SUCCEEDED_BY.values() for later in all_), *OVERTURNABLE} <= PAPERS.keys()
    assert {effect.value for effect in Effect} == {"current", "superseded", "succeeded", "overturned"}


# --- codes


@pytest.mark.parametrize(
    "typed",
    ["{}", " {} ", "{}/", "https://law.shifan.example/documents/{}/proof/", "编号：{}"],
    ids=["plain", "blanks", "slash", "address", "words"],
)
def test_a_code_may_be_typed_as_people_type(world: World, typed: str) -> None:
    code = str(world.paper("penalty_decision").pk)
    for text in (
        code,
        code.upper(),
        code.replace("-", ""),
        code.replace("-", " - "),
        code.translate({ord(sign): ord(sign) + 0xFEE0 for sign in "0123456789abcdef"}),
    ):
        answer = Client().post("/open/verify/", {"code": typed.format(text)})
        assert answer["Location"] == f"/open/verify/{code}/", text


@effort(max_examples=30)
@given(some.text(max_size=400))
def test_whatever_is_typed_is_no_error(text: str) -> None:
    found = codes.read(text)
    assert found is None or found.version == 7


def test_the_qr_code_of_a_paper_lands_on_the_same_page(world: World) -> None:
    paper = world.paper("penalty_decision")
    page = Client().get(f"/documents/{paper.pk}/proof/")
    text = page.content.decode()
    for words in ("确有这份文书", "现行有效", paper.sha256, f"/open/notices/{paper.pk}/", f"/open/progress/{paper.pk}/"):
        assert words in text
    assert page["X-Robots-Tag"] == "noindex"
    assert "92130999MA0FADU011" not in text


def test_a_code_alone_tells_of_no_file(world: World) -> None:
    told = Client().get(f"/open/verify/{world.paper('penalty_decision').pk}.json").json()
    assert (told["outcome"], told["unchanged"], "file" in told) == ("registered", None, False)


def test_codes_that_lead_nowhere_are_slowed_down_on_all_pages_together(world: World) -> None:
    client, paper = Client(), world.paper("penalty_decision")
    pages = ("/open/verify/{}/", "/open/notices/{}/", "/open/progress/{}/", "/documents/{}/proof/", "/open/verify/{}.json")
    for place in range(codes.MISSES):
        assert client.get(pages[place % len(pages)].format(_other())).status_code == 404
    for page in pages:
        assert client.get(page.format(paper.pk)).status_code == 429, "even with a code that holds: it would tell which is one"
    assert Client(REMOTE_ADDR="10.9.8.7").get(f"/open/verify/{paper.pk}/").status_code == 200


def test_codes_that_hold_are_not_slowed_down(world: World) -> None:
    client, paper = Client(), world.paper("penalty_decision")
    assert {client.get(f"/open/verify/{paper.pk}/").status_code for _ in range(codes.MISSES + 5)} == {200}


def test_files_are_counted_by_address(world: World) -> None:
    client = Client()
    assert [sent(b"hello", client=client).status_code for _ in range(FILES + 1)][-2:] == [415, 429]


def _other() -> uuid.UUID:
    return new_id()
