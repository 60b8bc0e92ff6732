"""A request for another organ's reviewers is answered by that organ: agreed to, or refused with a reason, once."""

from datetime import date

import pytest

from fadu.accounts.actors import SYSTEM, Role
from fadu.accounts.permissions import NotAllowed
from fadu.agencies.counsel.books import BORROWINGS
from fadu.agencies.counsel.figures import by_lender
from fadu.agencies.counsel.services import answer_request
from fadu.agencies.models import Change
from fadu.agencies.services import books
from fadu.law.forms import Invalid
from tests.agencies.world import World

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 20)


def test_the_lender_answers_once_and_with_a_reason(world: World) -> None:
    asked = {"what": "review", "lender": str(world.organs["示司"].pk), "matter": "示市监立〔2026〕1号", "asked_on": "2026-11-02"}
    row = books.enter(SYSTEM, BORROWINGS, world.organs["示市监"].pk, asked)
    assert by_lender(world.organs["示县府"], DAY).met is None
    for role in (Role.HEAD, Role.OFFICER):
        with pytest.raises(NotAllowed):
            answer_request(world.actor(role), row.pk, {"agreed": "yes"}, DAY)
    with pytest.raises(Invalid) as wrong:
        answer_request(world.actor(Role.ADMIN), row.pk, {"agreed": "no"}, DAY)
    assert list(wrong.value.errors) == ["refused_for"]
    client = world.client(Role.ADMIN)
    assert "答复" in client.get("/counsel/lending/").content.decode()
    assert client.post(f"/counsel/lending/{row.pk}/", {"agreed": "no", "refused_for": "人员回避"}).status_code == 302
    found = type(row).objects.get(pk=row.pk)  # type: ignore[attr-defined]
    assert (found.agreed, found.refused_for, found.answered_by) == (False, "人员回避", "陈静")
    with pytest.raises(Invalid, match="已经答复"):
        answer_request(world.actor(Role.ADMIN), row.pk, {"agreed": "yes"}, DAY)
    assert Change.objects.filter(what="borrowing", action="答复").exists()


def test_what_the_borrower_entered_itself_is_not_the_lender_s_answer(world: World) -> None:
    asked = {"what": "review", "lender": str(world.organs["示司"].pk), "matter": "甲", "asked_on": "2026-11-02", "answered_on": "2026-11-03", "agreed": "1"}
    books.enter(SYSTEM, BORROWINGS, world.organs["示市监"].pk, asked)
    assert by_lender(world.organs["示县府"], DAY).of == (0, 1)
