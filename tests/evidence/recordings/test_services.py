"""Recordings come in, wait as orphans, are tied once, are marked; each is a leaf, and nothing of it can be changed."""

import io
import uuid
from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, transaction

from fadu.accounts.permissions import NotAllowed
from fadu.cases import now
from fadu.cases.errors import NotFound
from fadu.cases.models import Leaf
from fadu.cases.models import Step as StepRow
from fadu.cases.services import proofs
from fadu.evidence import services as evidence
from fadu.evidence.models import Action, Reading, Use
from fadu.evidence.recordings import selectors, services
from fadu.evidence.recordings.models import Marker, Recording, Tie
from fadu.evidence.recordings.reasons import demand
from fadu.evidence.sidecars import Sidecar
from fadu.law.forms import Invalid
from fadu.ledger.entry import Entry, commitment
from tests.evidence.recordings.made import JPEG, entered, moment, recorded, seized

pytestmark = pytest.mark.django_db


def test_who_held_the_device_recorded_it(bureau, recorder):
    row = recorded(bureau.who("wangfang"), recorder)
    assert (row.officer.name, row.by_name, row.case_id, row.late) == ("李伟", "王芳", None, False)
    assert row.number == "示市监像〔2026〕1号"
    assert recorded(bureau.who("liwei"), recorder).number == "示市监像〔2026〕2号"


@pytest.mark.parametrize(
    ("at", "more", "late"),
    [
        ("2026-11-03T10:40", {}, False),
        ("2026-11-03T10:41", {}, True),
        ("2026-11-03T10:45", {"clock_ahead": "behind", "clock_seconds": "600"}, False),  # by a true clock it ended at 10:50
        ("2026-11-03T10:40", {"clock_ahead": "ahead", "clock_seconds": "600"}, True),  # at 10:30
    ],
)
def test_twenty_four_hours_by_a_true_clock(bureau, recorder, at, more, late):
    assert recorded(bureau.who("liwei"), recorder, at=at, **more).late is late


def test_the_organs_own_store_counts_where_it_was_put_there_in_time(bureau, recorder):
    from tests.agencies.equipment.made import thing

    store = thing(bureau, kind="store", number="ZC-ST-1")
    first = {"store": str(store.pk), "stored_at": "2026-11-02T20:00"}
    assert not recorded(bureau.who("liwei"), recorder, at="2026-11-06T09:00", **first).late
    with pytest.raises(Invalid) as wrong:
        recorded(bureau.who("liwei"), recorder, stored_at="2026-11-02T12:00")
    assert set(wrong.value.errors) == {"stored_at"}


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"ended": "2026-11-02T09:00"}, "ended_at"),
        ({"ended": "2026-11-12T09:00"}, "ended_at"),
        ({"began": "2026-09-02T09:00"}, "ended_at"),
        ({"scene": "party"}, "scene"),
        ({"device": "999999"}, "device"),
        ({"case": str(uuid.uuid4())}, "case"),
        ({"case": "x" * 36}, "case"),
        ({"seqs": "三"}, "seqs"),
        ({"seqs": "3"}, "seqs"),
        ({"place": ""}, "place"),
    ],
)
def test_what_can_not_be_is_told_on_its_field_and_nothing_is_entered(bureau, recorder, more, field):
    with pytest.raises(Invalid) as wrong:
        recorded(bureau.who("liwei"), recorder, **more)
    assert field in wrong.value.errors
    assert not Recording.objects.exists()


def test_without_a_device_somebody_must_have_recorded(bureau):
    with pytest.raises(Invalid) as wrong:
        recorded(bureau.who("liwei"), None)
    assert set(wrong.value.errors) == {"officer"}
    assert recorded(bureau.who("liwei"), None, officer=str(bureau.named["wangfang"].pk)).officer.name == "王芳"


def test_an_orphan_is_tied_once_and_never_again(bureau, recorder):
    row = recorded(bureau.who("liwei"), recorder)
    case = seized(bureau)
    outcome = services.tie(bureau.who("liwei"), row.pk, case.pk, [3])
    assert StepRow.objects.get(case=case, name="store_recording").context["told"]["recording"]["number"] == row.number
    assert Tie.objects.get().seqs == [3]
    with pytest.raises(Invalid, match=r".*") as again:
        services.tie(bureau.who("liwei"), row.pk, case.pk, [])
    assert set(again.value.errors) == {"case"}
    for change in ({"case": None}, {"place": "别处"}, {"late": True}):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            Recording.objects.filter(pk=row.pk).update(**change)
    for table in (Recording, Tie):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            table.objects.filter(pk__in=[row.pk, outcome.tie.pk])._raw_delete("default")


def test_a_tie_to_a_step_that_is_not_there_leaves_nothing(bureau, recorder):
    row, case = recorded(bureau.who("liwei"), recorder), seized(bureau)
    with pytest.raises(Invalid):
        services.tie(bureau.who("liwei"), row.pk, case.pk, [99])
    assert not Tie.objects.exists()
    assert Recording.objects.get().case_id is None


def test_who_may_not_see_it_can_not_tie_it(bureau, recorder):
    row, case = recorded(bureau.who("liwei"), recorder), seized(bureau)
    with pytest.raises(NotFound):
        services.tie(bureau.who("zhoujie"), row.pk, case.pk, [])
    with pytest.raises(NotAllowed):
        services.tie(bureau.who("chenjing"), row.pk, case.pk, [])


def test_every_leaf_is_rebuilt_from_its_row(bureau, recorder):
    row, case = recorded(bureau.who("liwei"), recorder), seized(bureau)
    services.tie(bureau.who("liwei"), row.pk, case.pk, [3])
    services.mark(bureau.who("liwei"), row.pk, {"second": "2", "what": "核对清单", "seq": "3"})
    services.read(bureau.who("liwei"), row.pk, Action.PLAY)
    seen = set()
    for leaf in Leaf.objects.filter(kind__in=("recording", "recording_tie", "recording_marker", "original", "reading")):
        content = proofs.kinds()[leaf.kind](leaf)
        assert Entry.from_bytes(bytes(leaf.entry)).commit == commitment(bytes(leaf.salt), content), leaf.kind
        assert "清河食品店" not in bytes(leaf.entry).decode()
        seen.add(leaf.kind)
    assert len(seen) == 5


def test_markers_lie_within_the_film_and_stay(bureau, recorder):
    row = recorded(bureau.who("liwei"), recorder, began="2026-11-02T09:30", ended="2026-11-02T09:31")
    for wrong, field in (
        ({"second": "62", "what": "过了"}, "second"),
        ({"second": "1", "what": "x", "seq": "1"}, "seq"),
        ({"second": "-1", "what": "x"}, "second"),
    ):
        with pytest.raises(Invalid) as told:
            services.mark(bureau.who("liwei"), row.pk, wrong)
        assert set(told.value.errors) == {field}
    mark = services.mark(bureau.who("liwei"), row.pk, {"second": "60", "what": "结束"})
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Marker.objects.filter(pk=mark.pk).update(second=1)


# --- who looks, and why


def test_reasons_by_who_looks_at_what(bureau, recorder):
    """本人承办不必说明；审核在决定前自动记入；其他人和下载都要说明；公安案件一律说明."""
    row, case = recorded(bureau.who("liwei"), recorder), seized(bureau)
    asks = lambda who, action=Action.PLAY: demand(bureau.who(who), selectors.one(bureau.who(who), row.pk), action)  # noqa: E731 - said many times
    assert not asks("liwei").asked
    services.tie(bureau.who("liwei"), row.pk, case.pk, [3])
    assert not asks("liwei").asked
    assert not asks("wangfang").asked  # was present at the seizure
    assert asks("liwei", Action.DOWNLOAD).asked
    assert (asks("chenjing").asked, asks("chenjing").reason) == (False, "作出决定前的法制审核")
    assert asks("zhaoqiang").asked
    assert asks("zhaomin").asked
    case.field = "police"
    for who in ("liwei", "chenjing"):
        seen = selectors.one(bureau.who(who), row.pk)
        seen.case = case
        assert demand(bureau.who(who), seen, Action.PLAY).asked


def test_a_reviewers_reading_before_the_decision_proves_itself(bureau, recorder):
    row, case = recorded(bureau.who("liwei"), recorder), seized(bureau)
    services.tie(bureau.who("liwei"), row.pk, case.pk, [3])
    services.read(bureau.who("chenjing"), row.pk, Action.PLAY)
    reading = Reading.objects.get()
    assert (reading.reason, reading.by_role, reading.case_id, reading.leaf.kind) == ("作出决定前的法制审核", "法制审核人员", case.pk, "reading")


def test_no_reason_no_reading_no_byte(bureau, recorder):
    row, case = recorded(bureau.who("liwei"), recorder), seized(bureau)
    services.tie(bureau.who("liwei"), row.pk, case.pk, [3])
    for reason in ("", "   "):
        with pytest.raises(Invalid):
            services.read(bureau.who("zhaomin"), row.pk, Action.PLAY, reason)
    assert not Reading.objects.exists()


def test_a_reading_opens_its_own_recording_to_its_own_reader_for_two_hours(bureau, recorder):
    row, other = recorded(bureau.who("liwei"), recorder), recorded(bureau.who("liwei"), recorder)
    _, reading = services.read(bureau.who("liwei"), row.pk, Action.PLAY)
    assert services.opened_for(bureau.who("liwei"), row.pk, reading.pk) == row
    for who, which in (("liwei", other), ("zhaomin", row)):
        with pytest.raises(NotFound):
            services.opened_for(bureau.who(who), which.pk, reading.pk)
    with now.at(moment("2026-11-02T20:01")), pytest.raises(NotFound):
        services.opened_for(bureau.who("liwei"), row.pk, reading.pk)


# --- the docking station


def kept(bureau, use=Use.RECORDING):
    return evidence.keep(bureau.who("liwei"), io.BytesIO(JPEG), use=use, name="A.jpg", media="image/jpeg", organ_id=bureau.bureau.pk)


def told(**more):
    began, ended = moment("2026-11-02T09:30:12"), moment("2026-11-02T10:40:08")
    return Sidecar(**{"device": "ZC-REC-1", "begin": began, "end": ended, **more})


def test_a_docking_station_says_what_its_files_are(bureau, recorder):
    row = services.ingested(kept(bureau), told(more={"scene": "seize", "clock_ahead": "-3"}))
    assert (row.officer.name, row.scene, row.clock_ahead, row.began_at) == ("李伟", "seize", -3, moment("2026-11-02T09:30:12"))
    assert services.ingested(row.original, told()) is None  # asked twice, entered once
    assert services.ingested(kept(bureau), told(officer="王芳", more={"scene": "party"})).officer.name == "王芳"


@pytest.mark.parametrize("lacks", [{"device": ""}, {"device": "没有"}, {"begin": None}, {"end": None}, {"end": datetime(2026, 11, 2, tzinfo=UTC)}])
def test_a_sidecar_that_does_not_suffice_waits_for_a_person(bureau, recorder, lacks):
    original = kept(bureau)
    assert services.ingested(original, told(**lacks)) is None
    assert services.add(bureau.who("liwei"), original, entered(recorder))[0].original == original
    with pytest.raises(Invalid):
        services.add(bureau.who("liwei"), original, entered(recorder))
    assert services.ingested(kept(bureau, Use.EXHIBIT), told()) is None
