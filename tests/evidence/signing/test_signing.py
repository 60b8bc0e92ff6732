"""The record is read and signed first; then the step is taken, and what the signatures say is not typed."""

import hashlib
import io
import json
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import NotAllowed
from fadu.cases import now as clock
from fadu.cases.errors import Conflict, NotFound, Refused
from fadu.cases.models import Case, Leaf
from fadu.cases.models import Step as StepRow
from fadu.cases.services.proofs import kinds
from fadu.documents import storage
from fadu.evidence import vault
from fadu.evidence.models import Original, Use
from fadu.evidence.recordings import services as recordings
from fadu.evidence.recordings.models import Recording
from fadu.evidence.services import take_whole
from fadu.evidence.signing import selectors, services
from fadu.evidence.signing.models import Capacity, Invited, Link, Manner, Matter, Signature
from fadu.evidence.signing.services.signing import Given
from fadu.law.forms import Invalid
from fadu.ledger.entry import Entry, commitment
from tests.cases.world import Bureau
from tests.documents import reading
from tests.evidence.conftest import picture
from tests.evidence.signing.hands import at, case_before, drawn, paper_of, typed

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def demonstration(settings: Any, tmp_path: Any) -> None:
    settings.DEMO, settings.DATA = True, tmp_path


@pytest.fixture
def bureau() -> Bureau:
    return Bureau()


@pytest.fixture
def case(bureau: Bureau) -> Case:
    return case_before("question")


@pytest.fixture
def matter(bureau: Bureau, case: Case) -> Matter:
    """The record of a questioning, put before its signers."""
    data = typed("question", bureau)
    data.pop("record_signed")
    return services.put_draft(bureau.who("liwei"), case, "question", data, at("question"))


def ask(bureau: Bureau, matter: Matter, capacity: Capacity = Capacity.PARTY, name: str = "王清河") -> Invited:
    return services.add_signer(bureau.who("liwei"), matter, capacity.value, name)


def whole(matter: Matter, **more: Any) -> Given:
    return Given(**{"sha256": matter.sha256, "pages": range(1, matter.pages + 1), "strokes": drawn(), "device": "phone"} | more)


def test_the_shown_record_says_what_was_answered_and_is_kept(matter: Matter) -> None:
    said = reading.text(storage.fetch(matter.sha256))
    assert "询问笔录" in said
    assert matter.paged
    assert matter.pages == len(matter.pictures) >= 1
    assert storage.fetch(matter.pictures[0]).startswith(b"\x89PNG")
    assert not StepRow.objects.filter(case=matter.case, name="question").exists(), "nothing is taken yet"


def test_signed_the_step_is_taken_and_the_paper_carries_the_signatures(bureau: Bureau, matter: Matter) -> None:
    liwei = bureau.who("liwei")
    party, officer = ask(bureau, matter), ask(bureau, matter, Capacity.OFFICER, "李伟")
    with pytest.raises(Invalid, match="还没有签名的：王清河（当事人）、李伟（执法人员）"):
        services.complete(liwei, matter)
    services.sign(liwei, party, whole(matter, corrections=[{"page": "1", "was": "十二箱", "now": "十一箱"}]))
    services.sign(liwei, officer, whole(matter, strokes=drawn(1.0)))
    services.complete(liwei, matter)
    row = StepRow.objects.get(case=matter.case, name="question")
    assert row.data["record_signed"] == "signed"
    assert selectors.completed(matter)
    document = paper_of(matter.case, "question", "question_record")
    said = reading.text(storage.fetch(document.sha256))
    assert "签名页" in said
    assert matter.sha256 in said
    assert "“十二箱”更正为“十一箱”" in said
    assert "逐页核对确认" in said
    services.complete(liwei, matter)
    assert StepRow.objects.filter(case=matter.case, name="question").count() == 1, "completed twice, taken once"
    with pytest.raises(Conflict, match="已经完成"):
        ask(bureau, matter, Capacity.WITNESS, "赵某")


def test_strokes_and_picture_are_originals_and_a_leaf_commits_to_all(bureau: Bureau, matter: Matter) -> None:
    row = services.sign(bureau.who("liwei"), ask(bureau, matter), whole(matter))
    assert {row.strokes.use, row.picture.use} == {Use.SIGNATURE}
    with vault.opened(row.strokes.id, row.strokes.size) as source:
        assert len(json.loads(source.read())["strokes"]) == 3
    assert hashlib.sha256(selectors.drawing(row.picture).encode()).hexdigest() == row.picture.sha256
    for leaf in Leaf.objects.filter(kind__in=("signing", "signature")):
        content = kinds()[leaf.kind](leaf)
        assert Entry.from_bytes(bytes(leaf.entry)).commit == commitment(bytes(leaf.salt), content)
        assert b"\xe7\x8e\x8b" not in bytes(leaf.entry), "no name in the public log"
    assert Leaf.objects.filter(kind__in=("signing", "signature")).count() == 2


def test_the_database_itself_holds_them(bureau: Bureau, matter: Matter) -> None:
    row = services.sign(bureau.who("liwei"), ask(bureau, matter), whole(matter))
    for held, column in ((row, "manner"), (matter, "title"), (row.invited, "capacity")):
        rows: Any = type(held).objects.filter(pk=held.pk)
        with pytest.raises(IntegrityError), transaction.atomic():
            rows._raw_delete("default")
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.update(**{column: "x"})


HALF: list[tuple[dict[str, Any], str, str]] = [
    ({"pages": []}, "pages", "还没有确认"),
    ({"pages": [99]}, "pages", "还没有确认"),
    ({"strokes": ""}, "strokes", "由见证人先签名"),
    ({"strokes": "[]"}, "strokes", "没有收到签名"),
    ({"corrections": [{"page": 99, "was": "甲", "now": "乙"}]}, "corrections", "这份文书共"),
    ({"corrections": [{"page": 1, "was": "甲"}]}, "now", "请填写更正为"),
    ({"corrections": [{"page": 1, "was": "甲", "now": "乙"}] * 21}, "corrections", "超过 20 处"),
]


def test_half_a_signature_is_none(bureau: Bureau, matter: Matter) -> None:
    party = ask(bureau, matter)
    for more, field, says in HALF:
        with pytest.raises(Invalid, match=says) as refused:
            services.sign(bureau.who("liwei"), party, whole(matter, **more))
        assert field in refused.value.errors
    assert not Signature.objects.exists()
    assert not Original.objects.exists()
    assert not [file for file in vault.folder().rglob("*") if file.is_file()], "nothing is left behind"


def test_other_bytes_than_those_shown_are_not_signed(bureau: Bureau, matter: Matter) -> None:
    with pytest.raises(Conflict, match="所见的文书已经变化"):
        services.sign(bureau.who("liwei"), ask(bureau, matter), whole(matter, sha256="0" * 64))


def test_nobody_signs_twice(bureau: Bureau, matter: Matter) -> None:
    party = ask(bureau, matter)
    services.sign(bureau.who("liwei"), party, whole(matter))
    with pytest.raises(Conflict, match="不能重签"):
        services.sign(bureau.who("liwei"), party, whole(matter))
    with pytest.raises(Invalid, match="已经在签署人名单"):
        ask(bureau, matter)
    assert Original.objects.count() == 2


def test_a_typed_name_needs_a_witness_who_signed_by_hand(bureau: Bureau, matter: Matter) -> None:
    liwei = bureau.who("liwei")
    party, witness = ask(bureau, matter), ask(bureau, matter, Capacity.WITNESS, "赵某")
    seen = services.sign(liwei, witness, whole(matter))
    row = services.sign(liwei, party, whole(matter, strokes="", witness=str(seen.id)))
    assert (row.manner, row.witness) == (Manner.TYPED, seen)
    services.complete(liwei, matter)
    assert StepRow.objects.get(case=matter.case, name="question").data["record_signed"] == "signed"


def filmed(actor: Actor, matter: Matter | None) -> Recording:
    """A recording of the questioning, tied to the case of a matter or to none."""
    body = picture()
    original = take_whole(actor, io.BytesIO(body), use=Use.RECORDING, name="拒签.jpg", size=len(body))
    began = timezone.localtime(at("question")).strftime("%Y-%m-%dT%H:%M:%S")
    data = {
        "scene": "question",
        "officer": str(actor.officer_id),
        "place": "询问室",
        "began_at": began,
        "ended_at": began,
        "case": str(matter.case_id) if matter else None,
    }
    return recordings.add(actor, original, {name: value for name, value in data.items() if value})[0]


@pytest.mark.parametrize("by", ["witness", "recording"])
def test_a_refusal_is_written_down_with_its_witness_or_its_recording(bureau: Bureau, matter: Matter, by: str) -> None:
    """行政处罚法第五十五条第二款：拒绝签名的，注明情况。"""
    liwei = bureau.who("liwei")
    party = ask(bureau, matter)
    with pytest.raises(Invalid, match="须有见证人签名"):
        services.refuse(liwei, party, {"reason": "认为记录不实"})
    with pytest.raises(Invalid, match="请填写拒绝签名的理由"):
        services.refuse(liwei, party, {})
    if by == "witness":
        seen = services.sign(liwei, ask(bureau, matter, Capacity.WITNESS, "赵某"), whole(matter))
        services.refuse(liwei, party, {"reason": "认为记录不实"}, str(seen.id))
    else:
        film = filmed(liwei, matter)
        for other in ("执法记录仪 03 号", str(filmed(liwei, None).pk)):
            with pytest.raises(Invalid, match="系到本案"):
                services.refuse(liwei, party, {"reason": "认为记录不实"}, film=other)
        row = services.refuse(liwei, party, {"reason": "认为记录不实"}, film=str(film.pk))
        assert row.film == film
        assert commitment(bytes(row.leaf.salt), kinds()["signature"](row.leaf)) in bytes(row.leaf.entry).decode()
    services.complete(liwei, matter)
    row = StepRow.objects.get(case=matter.case, name="question")
    assert row.data["record_signed"] == "refused"
    document = paper_of(matter.case, "question", "question_record")
    said = reading.text(storage.fetch(document.sha256))
    assert "认为记录不实" in said
    assert ("见证人：赵某" if by == "witness" else film.number) in said


def test_what_the_law_forbids_is_told_before_anybody_has_to_sign(bureau: Bureau, case: Case) -> None:
    data = typed("question", bureau) | {"present": [bureau.named["liwei"].pk]}
    with pytest.raises((Refused, Invalid)):
        services.put_draft(bureau.who("liwei"), case, "question", data, at("question"))
    assert not Matter.objects.exists()


def test_a_step_without_a_record_is_not_signed_first(bureau: Bureau, case: Case) -> None:
    with pytest.raises(NotFound):
        services.put_draft(bureau.who("liwei"), case, "conclude", {}, None)


def test_a_document_that_was_made_is_signed_as_a_further_version(bureau: Bureau, case: Case) -> None:
    liwei = bureau.who("liwei")
    first = paper_of(case, "file", "filing_approval")
    matter = services.put_document(liwei, first)
    assert matter.sha256 == first.sha256, "the very bytes"
    services.sign(liwei, ask(bureau, matter), whole(matter))
    made = services.complete(liwei, matter)
    first.refresh_from_db()
    assert (first.superseded, made.superseded, made.number, made.step_id) == (True, False, first.number, first.step_id)
    said = reading.text(storage.fetch(made.sha256))
    assert first.sha256 in said
    assert "签名页" not in reading.text(storage.fetch(first.sha256))
    assert services.complete(liwei, matter) == made
    with pytest.raises(Conflict, match="已被取代"):
        services.put_document(liwei, first)


# --- the signer's own phone


def test_a_link_signs_once_for_one_signer(bureau: Bureau, matter: Matter) -> None:
    liwei = bureau.who("liwei")
    party = ask(bureau, matter)
    link, token = services.invite_by_link(liwei, party)
    assert token not in str(Link.objects.values_list("digest", flat=True))
    assert services.open_link(token).invited == party
    row = services.spend(token, whole(matter))
    assert (row.own_phone, row.invited) == (True, party)
    link.refresh_from_db()
    assert link.opened_at
    assert link.used_at
    for again in (lambda: services.open_link(token), lambda: services.spend(token, whole(matter))):
        with pytest.raises(NotFound, match="已经使用"):
            again()
    with pytest.raises(Conflict):
        services.invite_by_link(liwei, party)


def test_a_link_runs_out_is_replaced_and_does_not_try_for_ever(bureau: Bureau, matter: Matter) -> None:
    liwei = bureau.who("liwei")
    party = ask(bureau, matter)
    link, old = services.invite_by_link(liwei, party)
    _, token = services.invite_by_link(liwei, party)
    with pytest.raises(NotFound):
        services.open_link(old)
    with clock.at(link.made_at + timedelta(minutes=31)), pytest.raises(NotFound):
        services.open_link(token)
    for _ in range(8):
        with pytest.raises(Invalid):
            services.spend(token, whole(matter, strokes="[]"))
    with pytest.raises(NotFound):
        services.spend(token, whole(matter))
    with pytest.raises(NotFound):
        services.open_link("x" * 43)
    assert not Signature.objects.exists()


# --- who


def test_who_takes_signatures(bureau: Bureau, matter: Matter) -> None:
    """Who handles the case; nobody else, whatever they may read."""
    for username in ("zhoujie", "chenjing", "zhaoqiang", "zhaomin", "admin"):
        who = bureau.who(username)
        with pytest.raises((NotAllowed, NotFound)):
            services.add_signer(who, selectors.one_matter(who, matter.id), "party", "王清河")
    assert ask(bureau, selectors.one_matter(bureau.who("liwei"), matter.id))
