"""From the decision to the public and back: due, looked at, released, found, corrected, withdrawn, ended."""

import json
from datetime import date

import pytest
from django.test import Client

from fadu.accounts.actors import SYSTEM
from fadu.accounts.permissions import NotAllowed
from fadu.cases.errors import NotFound, Refused
from fadu.cases.models import Leaf, Step
from fadu.cases.services import proofs
from fadu.disclosure import search, selectors, services
from fadu.disclosure.derive import draw
from fadu.disclosure.models import Publication, Shown, State
from fadu.law.forms import Invalid
from fadu.ledger.entry import Entry, commitment
from tests.cases.telling import Telling
from tests.cases.world import Bureau
from tests.disclosure.conftest import worked


def released(bureau: Bureau, row: Publication) -> Publication:
    return services.release(bureau.who("liwei"), row.pk, seen=search.fingerprint(draw(row.step_id).shown))


def test_a_decision_is_due_seven_working_days_later(decided: Publication) -> None:
    """行政处罚信息双公示: seven working days; the county has set no other number. By hand: from the calendar of July 2026."""
    assert decided.state == State.WAITING
    step = Step.objects.get(pk=decided.step_id)
    assert step.name == "decide"
    day, left = decided.decided_on, 7
    while left:  # an oracle of its own: in June to August 2026 Monday to Friday are worked but for 19 June
        day = date.fromordinal(day.toordinal() + 1)
        left -= day.weekday() < 5 and day != date(2026, 6, 19)
    assert decided.due_on == day


def test_told_twice_it_waits_once(decided: Publication, bureau: Bureau) -> None:
    from fadu.cases.models import Outbox

    for row in Outbox.objects.filter(topic="step"):
        services.enqueue(row)
    assert Publication.objects.count() == 1


def test_it_is_released_found_and_proved(bureau: Bureau, decided: Publication) -> None:
    row = released(bureau, decided)
    assert row.state == State.SHOWN
    assert Step.objects.filter(case=row.case, name="publish").exists()
    shown = Shown.objects.get()
    assert shown.party == "示范县清河食品店"
    assert "王清河" not in json.dumps(shown.record, ensure_ascii=False)
    for words in ("清河食品", "保质期", shown.number, "92130999MA0FADU011", "市场监督管理局 食品", "奶"):
        assert [found.pk for found in selectors.shown(words)] == [row.pk], words
    for words in ("王清河", "不存在的词语", "13800001234"):
        assert not selectors.shown(words).exists(), words
    leaf = Leaf.objects.get(kind="publication")
    content = proofs.kinds()["publication"](leaf)
    assert Entry.from_bytes(bytes(leaf.entry)).commit == commitment(bytes(leaf.salt), content)
    assert content["shown"] == shown.record


def test_what_is_released_is_what_was_looked_at(bureau: Bureau, decided: Publication) -> None:
    with pytest.raises(Invalid):
        services.release(bureau.who("liwei"), decided.pk, seen="0" * 32)
    assert not Shown.objects.exists()
    assert not Step.objects.filter(name="publish").exists()


@pytest.mark.parametrize(
    ("who", "error"), [("wangfang", None), ("zhoujie", NotFound), ("chenjing", NotAllowed), ("zhaoqiang", NotAllowed), ("zhaomin", NotAllowed)]
)
def test_who_handles_the_case_releases_it(bureau: Bureau, decided: Publication, who: str, error: type[Exception] | None) -> None:
    seen = search.fingerprint(draw(decided.step_id).shown)
    if error is None:
        assert services.release(bureau.who(who), decided.pk, seen=seen).state == State.SHOWN
        return
    with pytest.raises(error):
        services.release(bureau.who(who), decided.pk, seen=seen)
    assert not Shown.objects.exists()


def test_what_still_tells_a_person_stops_it(bureau: Bureau) -> None:
    row = worked(Telling(bureau).until("decide", conclude={"facts_found": "证据由 1-3-9-1-2-3-4-5-6-7-8-9-0-1 提供"}))
    assert row is not None
    if draw(row.step_id).found:
        with pytest.raises(Refused, match="不得公开"):
            services.release(bureau.who("liwei"), row.pk)
        assert not Shown.objects.exists()
    else:
        assert "9-0-1" not in json.dumps(draw(row.step_id).shown, ensure_ascii=False)


def test_without_its_number_it_is_not_released(bureau: Bureau) -> None:
    """市场监督管理行政处罚信息公示规定第四条第三款: the summary has the number of the decision."""
    from fadu.cases.models import Outbox

    case = Telling(bureau).until("decide")
    for told in Outbox.objects.filter(topic="step"):
        services.enqueue(told)  # the papers are not made yet
    with pytest.raises(Refused, match="文号"):
        services.release(bureau.who("liwei"), Publication.objects.get(case_id=case.id).pk)


def test_a_secret_marked_by_the_handler_is_out(bureau: Bureau, decided: Publication) -> None:
    services.release(bureau.who("liwei"), decided.pk, secrets=["纯牛奶"])
    assert "纯牛奶" not in json.dumps(Shown.objects.get().record, ensure_ascii=False)
    assert not selectors.shown("纯牛奶").exists()


def test_it_is_withdrawn_and_leaves_a_tombstone(bureau: Bureau, decided: Publication) -> None:
    row = released(bureau, decided)
    number = Shown.objects.get().number
    services.withdraw(bureau.who("liwei"), row.pk, "行政复议决定撤销原处罚决定")
    shown = Shown.objects.get()
    assert (shown.state, shown.party, shown.grams, shown.number) == (State.WITHDRAWN, "", "", number)
    assert not selectors.shown("清河食品").exists()
    assert not selectors.shown().exists()
    page = Client().get(f"/open/{row.pk}/")
    assert page.status_code == 410
    assert "行政复议决定撤销原处罚决定" in page.content.decode()
    assert "清河食品店" not in page.content.decode()


def test_it_ends_after_its_term_and_not_before(bureau: Bureau, decided: Publication) -> None:
    row = released(bureau, decided)
    assert row.shown_on is not None
    assert row.ends_on == row.shown_on.replace(year=row.shown_on.year + 3)
    with pytest.raises(Refused, match="还没有届满"):
        services.end(SYSTEM, row.pk, row.ends_on)
    services.end(SYSTEM, row.pk, date.fromordinal(row.ends_on.toordinal() + 1))
    assert Shown.objects.get().state == State.ENDED
    assert not selectors.shown().exists()


def test_left_out_by_the_head_with_a_reason(bureau: Bureau, decided: Publication) -> None:
    with pytest.raises(Invalid):
        services.leave_out(bureau.who("zhaoqiang"), decided.pk, " ", "state_secret")
    with pytest.raises(Invalid):
        services.leave_out(bureau.who("zhaoqiang"), decided.pk, "涉及国家秘密")
    with pytest.raises(NotAllowed):
        services.leave_out(bureau.who("liwei"), decided.pk, "涉及国家秘密", "state_secret")
    assert services.leave_out(bureau.who("zhaoqiang"), decided.pk, "涉及国家秘密", "state_secret").state == State.LEFT_OUT
    with pytest.raises(Refused):
        released(bureau, decided)


def test_pages(bureau: Bureau, decided: Publication) -> None:
    client = Client()
    client.force_login(bureau.named["liwei"].user, backend="django.contrib.auth.backends.ModelBackend")
    page = client.get(f"/publications/{decided.pk}/").content.decode()
    seen = page.split('name="seen" value="')[1].split('"')[0]
    assert client.get("/publications/").status_code == 200
    assert client.post(f"/publications/{decided.pk}/", {"do": "release", "seen": "x"}).status_code == 422
    assert client.post(f"/publications/{decided.pk}/", {"do": "release", "seen": seen}).status_code == 302
    public = Client()
    found = public.get("/open/", {"q": "清河食品"}).content.decode()
    assert "示范县<mark>清河食品</mark>店" in found
    assert "王清河" not in found
    assert public.get(f"/open/{decided.pk}/").status_code == 200
    assert public.get(f"/open/{decided.pk}.json").json()["party"] == "示范县清河食品店"
    assert b"<entry" in public.get("/open/feed.atom").content
    assert public.get("/publications/").status_code == 302
    assert client.post(f"/publications/{decided.pk}/", {"do": "withdraw", "reason": ""}).status_code == 422
    assert client.post(f"/publications/{decided.pk}/", {"do": "withdraw", "reason": "当事人信息有误"}).status_code == 302


@pytest.mark.parametrize("query", ['"', "' OR 1=1 --", "*", "NEAR(", "a:b", "& | !", "\\", "\x00", "王" * 5000, "（）", "𠮷野家", "%_", "AND OR NOT"])
def test_no_query_fails(bureau: Bureau, decided: Publication, query: str) -> None:
    released(bureau, decided)
    assert Client().get("/open/", {"q": query}).status_code == 200
