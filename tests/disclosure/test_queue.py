"""The queue: who is told what is due, marks before release, keeping back on a lawful ground, correction, annulment, the end of the term."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from fadu.accounts.permissions import NotAllowed
from fadu.cases.errors import NotFound, Refused
from fadu.cases.models import Outbox
from fadu.cases.services.log import sequence_all
from fadu.disclosure import figures, search, selectors, services
from fadu.disclosure.derive import draw
from fadu.disclosure.models import Event, Kind, Mark, Publication, Shown, State
from fadu.law.forms import Invalid
from fadu.law.records.showing import GROUNDS, against_ground
from tests.cases.telling import Telling
from tests.cases.world import Bureau
from tests.disclosure.conftest import worked


def client_of(bureau: Bureau, who: str) -> Client:
    client = Client()
    user = bureau.named[who].user
    assert user is not None
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def released(bureau: Bureau, row: Publication) -> Publication:
    return services.release(bureau.who("liwei"), row.pk, seen=search.fingerprint(draw(row.step_id).shown))


def test_a_late_one_is_red_for_its_organ_and_for_its_supervisor(bureau: Bureau, decided: Publication) -> None:
    Publication.objects.filter(pk=decided.pk).update(due_on=timezone.localdate() - timedelta(days=2))
    for who in ("liwei", "zhaoqiang", "zhaomin"):
        page = client_of(bureau, who).get("/publications/").content.decode()
        assert "逾期 2 天" in page, who
    for who in ("liwei", "zhaoqiang"):
        assert "公示逾期 1 件" in client_of(bureau, who).get("/").content.decode(), who
    assert "公示逾期 1 件" not in client_of(bureau, "zhoujie").get("/").content.decode()
    assert "publications/?show=late" in client_of(bureau, "zhaomin").get("/findings/").content.decode()
    (tally,) = selectors.tallied(selectors.publications(bureau.who("zhaomin")), timezone.localdate())
    assert (tally.name, tally.late, tally.waiting) == ("示范县市场监督管理局", 1, 1)
    assert client_of(bureau, "chenjing").get("/publications/").status_code == 403


@pytest.mark.parametrize(
    "query", ["?show=late", "?show=soon", "?show=down", "?show=amend", "?show=proposed", "?state=exempt", "?act=x", "?organ=1e9", "?after=x", "?show=x&state=y"]
)
def test_no_filter_fails(bureau: Bureau, decided: Publication, query: str) -> None:
    assert client_of(bureau, "zhaomin").get(f"/publications/{query}").status_code == 200


def test_what_is_marked_in_the_case_is_out_of_what_is_released(bureau: Bureau) -> None:
    """Marked while the case was investigated, long before there is anything to release."""
    story = Telling(bureau).until("inspect")
    services.mark_words(bureau.who("liwei"), story.id, "纯牛奶", "trade")
    for name in list(story.steps)[list(story.steps).index("inspect") + 1 :]:
        story.take(name)
        if name == "decide":
            break
    row = worked(story)
    assert row is not None
    released(bureau, row)
    shown = Shown.objects.get()
    assert "纯牛奶" not in str(shown.record)
    assert "商业秘密不公开" in str(shown.record)


def test_marks(bureau: Bureau, decided: Publication) -> None:
    liwei, case = bureau.who("liwei"), decided.case_id
    for text, why in (("", "trade"), ("一", "trade"), ("酸奶", "nothing"), ("长" * 501, "trade")):
        with pytest.raises(Invalid):
            services.mark_words(liwei, case, text, why)
    with pytest.raises(NotFound):
        services.mark_words(bureau.who("zhoujie"), case, "酸奶", "trade")
    with pytest.raises(NotAllowed):
        services.mark_words(bureau.who("zhaomin"), case, "酸奶", "trade")
    one = services.mark_words(liwei, case, "酸奶", "trade")
    assert services.mark_words(liwei, case, "酸奶", "trade") == one
    page = client_of(bureau, "liwei")
    assert page.post(f"/cases/{case}/marks/", {"text": "", "why": ""}).status_code == 422
    assert page.post(f"/cases/{case}/marks/", {"off": "x"}).status_code == 404
    assert page.post(f"/cases/{case}/marks/", {"off": str(one.pk)}).status_code == 302
    assert Mark.objects.get().taken_off_by == "李伟"
    with pytest.raises(NotFound):
        services.take_off(liwei, case, one.pk)


def test_it_is_kept_back_by_the_head_on_a_lawful_ground_alone(bureau: Bureau, decided: Publication) -> None:
    liwei, head = bureau.who("liwei"), bureau.who("zhaoqiang")
    with pytest.raises(Refused, match="没有人提请"):
        services.send_back(head, decided.pk, "应当公示")
    for ground in ("", "unknown", "no_influence", "internal", "fallen"):
        with pytest.raises(Invalid):
            services.propose(liwei, decided.pk, ground, "理由")
    services.propose(liwei, decided.pk, "safety", "公开可能引起恐慌")
    with pytest.raises(Refused, match="已经提请"):
        services.propose(liwei, decided.pk, "safety", "公开可能引起恐慌")
    assert "提请不予公示，等您决定 1 件" in client_of(bureau, "zhaoqiang").get("/").content.decode()
    services.send_back(head, decided.pk, "隐去部分内容即可公示")
    services.propose(liwei, decided.pk, "third_party", "整份决定都是配方")
    services.leave_out(head, decided.pk, "隐去仍不能避免", "third_party")
    assert list(Event.objects.order_by("id").values_list("kind", "ground")) == [
        ("propose", "safety"), ("send_back", ""), ("propose", "third_party"), ("leave_out", "third_party"),
    ]  # fmt: skip
    assert Publication.objects.get().state == State.LEFT_OUT


def test_that_it_was_asked_to_be_kept_back_is_nothing_the_public_is_told(bureau: Bureau, decided: Publication) -> None:
    """Asked, sent back, released: the public sees that it was released, on the page of the record and in the open interface."""
    services.propose(bureau.who("liwei"), decided.pk, "safety", "公开可能引起恐慌")
    services.send_back(bureau.who("zhaoqiang"), decided.pk, "隐去部分内容即可公示")
    released(bureau, decided)
    sequence_all()
    page = Client().get(f"/open/{decided.pk}/").content.decode()
    assert page.split('class="record-events"')[1].split("</ol>")[0].count("<li>") == 1
    for hidden in ("提请", "退回", "不予公示", "恐慌", "隐去部分内容即可公示"):
        assert hidden not in page, hidden
    proof = Client().get(f"/api/open/v1/records/{decided.pk}/proof")
    assert proof.status_code == 200, proof.content
    assert [event["kind"] for event in proof.json()["events"]] == ["release"]
    changes = Client().get("/api/open/v1/changes", {"after": -1})
    assert changes.status_code == 200, changes.content
    assert [change["op"] for change in changes.json()["items"]] == ["put"]


GROUND_CASES = [
    # ground, field, penalty, ordered, fallen -> holds
    ("state_secret", "market", True, True, False, True),
    ("no_influence", "market", True, True, False, False),
    ("no_influence", "city", True, True, False, True),
    ("no_influence", "city", False, False, False, False),
    ("fallen", "city", True, True, False, False),
    ("fallen", "city", True, True, True, True),
    ("internal", "city", True, True, False, False),
    ("internal", "city", False, False, False, True),
]


@pytest.mark.parametrize(("ground", "field", "penalty", "ordered", "fallen", "holds"), GROUND_CASES)
def test_grounds(ground: str, field: str, penalty: bool, ordered: bool, fallen: bool, holds: bool) -> None:
    assert (against_ground(GROUNDS[ground], field=field, penalty=penalty, ordered=ordered, fallen=fallen) == "") is holds


def test_a_correction_of_the_record_asks_for_a_correction_of_what_is_shown(bureau: Bureau, decided: Publication) -> None:
    story = Telling(bureau).until("decide")
    row = worked(story)
    assert row is not None
    released(bureau, row)
    content = story.answers("decide")["content"]
    story.correct("decide", {"content": content + "逾期不缴的加处罚款。"}, when="2026-07-18T10:00")
    for told in Outbox.objects.filter(topic="disclosure", case_id=story.id):
        services.enqueue(told)
    row.refresh_from_db()
    assert row.amend_since == timezone.localdate()
    assert figures.awaiting(bureau.bureau, timezone.localdate()).met is False
    services.correct(bureau.who("liwei"), row.pk, "决定内容已经更正", seen=search.fingerprint(draw(row.step_id).shown))
    row.refresh_from_db()
    assert row.amend_since is None
    assert "逾期不缴" in Shown.objects.get(pk=row.pk).record["content"]


def test_the_worker_ends_what_has_run_its_term_and_withdraws_nothing(bureau: Bureau, decided: Publication) -> None:
    row = released(bureau, decided)
    assert row.ends_on is not None
    assert services.end_due(row.ends_on) == 0
    services.overturn(row.pk, row.ends_on - timedelta(days=1))
    assert services.end_due(row.ends_on + timedelta(days=1)) == 0, "what fell is withdrawn with its reason, by a person"
    Publication.objects.filter(pk=row.pk).update(overturned_on=None, down_by=None)
    assert services.end_due(row.ends_on + timedelta(days=1)) == 1
    assert services.end_due(row.ends_on + timedelta(days=1)) == 0
    assert Publication.objects.get().state == State.ENDED
    assert Event.objects.filter(kind=Kind.END).count() == 1


STORIES = [
    # file, act, what the record is sure to say; None where it is not shown, with what is said of it
    ("inspection", "inspection", "责令改正"),
    ("act", "confirmation", "确认申请人符合条件"),
    ("act_payment", "payment", ""),
    ("act_adjudication", "adjudication", ""),
    ("act_reward", "reward", ""),
    ("measure", "measure", ""),
    ("freeze", "measure", ""),
    ("restraint", "measure", None),
    ("enforcement", "enforcement", ""),
    ("proxy", "enforcement", ""),
    ("demolition", "building", ""),
    ("requisition", "requisition", ""),
    ("licence", "licence", ""),
    ("licence_ending", "licence_ending", ""),
    ("sectors_permit", "permit", ""),
    ("eia", "eia", ""),
]


@pytest.mark.long
@pytest.mark.parametrize(("name", "act", "says"), STORIES, ids=[row[0] for row in STORIES])
def test_each_kind_of_act_is_due_and_released(bureau: Bureau, name: str, act: str, says: str | None) -> None:
    """The stories of the demonstration county, told to their end: what was not published in time can still be, and no step is taken twice."""
    story = Telling(bureau, name)
    for step in story.story["steps"]:
        story.take(step["step"], step["data"], when=step["at"], by=step["by"])
    worked(story)
    row = Publication.objects.filter(case_id=story.id, act=act).order_by("id").first()
    assert row is not None
    if says is None:
        assert (row.state, bool(row.why)) == (State.EXEMPT, True)
        return
    before = story.case.seq
    taken = {step["step"] for step in story.story["steps"]}
    handler = row.case.handlers.order_by("id").first()
    assert handler is not None
    who: Any = next(name for name, officer in bureau.named.items() if officer.pk == handler.officer_id)
    row = services.release(bureau.who(who), row.pk, seen=search.fingerprint(draw(row.step_id).shown))
    shown = Shown.objects.get(pk=row.pk)
    assert says in str(shown.record)
    assert shown.record["act"] == act
    assert story.case.seq == before + (0 if not row_publishes(act) or row_publishes(act) in taken else 1)
    person = row.case.party.kind == "person"
    assert (row.ends_on is not None) is person
    assert not person or row.case.party.name not in str(shown.record)
    assert Client().get(f"/open/{row.pk}/").status_code == 200


def row_publishes(act: str) -> str | None:
    from fadu.disclosure.derive import ACTS

    return ACTS[act].publish


def test_the_public_copy_is_masked_and_agrees(bureau: Bureau, decided: Publication) -> None:
    """公示规定第七条: but for what is taken out, the words are those of the decision that was served."""
    copy = draw(decided.step_id).copy
    original = "\n".join(piece.original for paragraph in copy for piece in paragraph.pieces)
    masked = "\n".join(paragraph.text for paragraph in copy)
    assert "经查明" in original
    assert "王清河" in original
    assert "王清河" not in masked
    assert "13800001234" not in masked
    assert "处罚依据" in masked
    assert len(masked) > 400


FIGURE_LINES = [
    # due, shown, decided -> (met, of) of 公示及时率 on 30 September 2026
    (date(2026, 7, 28), date(2026, 7, 28), (1, 1)),
    (date(2026, 7, 28), date(2026, 7, 29), (0, 1)),
    (date(2026, 7, 28), None, (0, 1)),
    (date(2026, 9, 30), None, (0, 0)),
    (date(2026, 9, 29), None, (0, 1)),
    (date(2026, 10, 20), date(2026, 9, 1), (1, 1)),
]


@pytest.mark.parametrize(("due", "shown", "of"), FIGURE_LINES)
def test_in_time(bureau: Bureau, decided: Publication, due: date, shown: date | None, of: tuple[int, int]) -> None:
    state = State.SHOWN if shown else State.WAITING
    Publication.objects.update(due_on=due, shown_on=shown, state=state)
    read = {figure.id: figure.read for figure in figures.FIGURES}
    for name in ("publication.timely", "publication.penalties"):
        assert read[name](bureau.bureau, date(2026, 9, 30)).of == of
    assert read["publication.licences"](bureau.bureau, date(2026, 9, 30)).of == (0, 0)
    Publication.objects.update(state=State.LEFT_OUT)
    assert read["publication.timely"](bureau.bureau, date(2026, 9, 30)).of == (0, 0)


def test_every_figure_reads_an_organ_without_anything(bureau: Bureau) -> None:
    for figure in figures.FIGURES:
        assert figure.read(bureau.bureau, date(2026, 9, 30)).value in {None, 0}
