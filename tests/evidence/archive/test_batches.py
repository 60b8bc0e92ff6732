"""移交、鉴定、销毁: when the time has come, by who may, and what stays when the bytes are gone."""

from datetime import date
from typing import Any

import pytest
from pytest_django import DjangoCaptureOnCommitCallbacks

from fadu.accounts.permissions import NotAllowed
from fadu.cases.errors import Conflict, NotFound, Refused
from fadu.cases.models import Case, Leaf, Step
from fadu.cases.services import proofs
from fadu.cases.services.log import Log, sequence_all, vkey
from fadu.documents import selectors as documents
from fadu.documents import storage
from fadu.evidence import vault
from fadu.evidence.archive import selectors, services
from fadu.evidence.archive.kinds import BatchKind, EventKind
from fadu.evidence.archive.models import Batch, Destroyed, Volume
from fadu.law.filing import Term, transfer_due
from fadu.law.forms import Invalid
from fadu.ledger.package import document_content
from fadu.ledger.receipt import verify

pytestmark = pytest.mark.django_db

EXPIRED = "2037-02-02T09:00"
"""The file of the case on the spot is kept ten years: formed in 2026, to the end of 2036."""


@pytest.fixture
def spot(house: Any, bureau: Any) -> Volume:
    """A file that is kept ten years."""
    return services.bind(bureau.who("zhoulin"), house.simple.id)


def _listed(bureau: Any, volume: Volume) -> Batch:
    return services.make_list(bureau.who("zhoulin"), volume.organ_id, BatchKind.DESTROY, [volume.id])


def _appraised(bureau: Any, volume: Volume, **more: Any) -> Batch:
    two = [bureau.named[name].pk for name in ("zhoulin", "hejing")]
    return services.appraise(bureau.who("zhoulin"), _listed(bureau, volume).id, appraisers=two, opinion="已无保存价值，可以销毁", **more)


def test_nothing_is_destroyed_before_its_term_runs_out(spot: Volume, bureau: Any, clock: Any) -> None:
    assert spot.expires_on == date(2036, 12, 31)
    with clock("2036-12-31T09:00"), pytest.raises(Refused, match="保管期限没有届满") as refused:
        _listed(bureau, spot)
    assert refused.value.objections[0].bases == ("档案法第二十一条第二款",)


def test_a_permanent_file_is_never_listed(volume: Volume, bureau: Any, clock: Any) -> None:
    with clock("2099-01-04T09:00"), pytest.raises(Refused):
        services.make_list(bureau.who("liwei"), volume.organ_id, BatchKind.DESTROY, [volume.id])


def test_one_alone_does_not_appraise(spot: Volume, bureau: Any, clock: Any) -> None:
    with clock(EXPIRED):
        batch = _listed(bureau, spot)
        with pytest.raises(Refused, match="2 人以上"):
            services.appraise(bureau.who("zhoulin"), batch.id, appraisers=[bureau.named["zhoulin"].pk] * 2, opinion="可以销毁")


def test_who_may_do_what(spot: Volume, bureau: Any, clock: Any) -> None:
    with clock(EXPIRED):
        batch = _appraised(bureau, spot)
        with pytest.raises(NotAllowed):
            services.approve(bureau.who("zhoulin"), batch.id, approved=True, opinion="同意")
        with pytest.raises(NotAllowed):
            services.approve(bureau.who("zhaoqiang"), batch.id, approved=True, opinion="同意")  # of another organ
        with pytest.raises(Conflict):
            services.finish(bureau.who("wujun"), batch.id, watched_by="周林、何静")  # not approved yet


def test_what_is_worth_keeping_gets_a_new_term(
    spot: Volume, bureau: Any, clock: Any, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with clock(EXPIRED):
        batch = _appraised(bureau, spot, prolonged={spot.id: Term.PERMANENT})
        services.approve(bureau.who("wujun"), batch.id, approved=True, opinion="同意")
        with django_capture_on_commit_callbacks(execute=True):
            services.finish(bureau.who("wujun"), batch.id, watched_by="周林、何静")
    assert selectors.latest(spot) == (Term.PERMANENT, None)
    assert vault.digest(spot.id, spot.size) == spot.sha256
    assert not Destroyed.objects.exists()
    with clock("2060-01-04T09:00"):
        assert not selectors.to_appraise(bureau.who("zhoulin"), date(2060, 1, 4)).exists()


def test_destroyed_by_approval_and_still_proved(
    spot: Volume, bureau: Any, clock: Any, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    item = spot.items.filter(kind="document").order_by("place")[0]
    with clock(EXPIRED):
        batch = _appraised(bureau, spot)
        services.approve(bureau.who("wujun"), batch.id, approved=True, opinion="同意销毁")
        with pytest.raises(Invalid):
            services.finish(bureau.who("wujun"), batch.id, watched_by="周林")
        assert vault.digest(spot.id, spot.size) == spot.sha256, "nothing goes before all is on record"
        with django_capture_on_commit_callbacks(execute=True):
            services.finish(bureau.who("wujun"), batch.id, watched_by="周林、何静")
    with pytest.raises(vault.Damaged):
        vault.digest(spot.id, spot.size)
    with pytest.raises(storage.Damaged):
        storage.fetch(item.sha256)
    assert batch.number in proofs.gone(spot.id)
    assert batch.number in proofs.gone(item.ref)
    with pytest.raises(NotFound, match="销毁"):
        documents.pdf(bureau.who("wujun"), item.ref)
    sequence_all()  # what the log has of it is still proved
    receipt = Log().receipt(Leaf.objects.get(ref=item.ref))
    assert receipt is not None
    verify(receipt, document_content(str(item.ref), item.sha256, paper=item.paper), vkey())
    assert [event.kind for event in batch.events.order_by("id")] == [EventKind.MADE, EventKind.APPRAISED, EventKind.APPROVED, EventKind.DONE]
    register = Case.objects.get(pk=spot.register_id)
    assert register.stage == "destroyed"
    assert Step.objects.filter(case=register, name="archive_appraise").count() == 1
    with clock(EXPIRED), pytest.raises(Refused):
        _listed(bureau, spot)


def test_a_refusal_leaves_everything(spot: Volume, bureau: Any, clock: Any) -> None:
    with clock(EXPIRED):
        batch = _appraised(bureau, spot)
        services.approve(bureau.who("wujun"), batch.id, approved=False, opinion="尚有查考价值")
        with pytest.raises(Conflict):
            services.finish(bureau.who("wujun"), batch.id, watched_by="周林、何静")
        assert selectors.to_appraise(bureau.who("zhoulin"), date(2037, 2, 2)).filter(pk=spot.pk).exists(), "it may be appraised again"
    assert vault.digest(spot.id, spot.size) == spot.sha256


@pytest.mark.parametrize(
    ("keeper", "formed", "due"),
    [
        ("county", date(2026, 8, 20), date(2036, 8, 20)),
        ("city", date(2026, 8, 20), date(2046, 8, 20)),
        ("county", date(2024, 2, 29), date(2034, 2, 28)),
    ],
)
def test_when_a_file_goes_to_the_archives_house(keeper: str, formed: date, due: date) -> None:
    assert transfer_due(keeper, formed) == due


def test_handed_over_after_ten_years_and_an_examination(volume: Volume, bureau: Any, clock: Any) -> None:
    who = bureau.who("liwei")
    with clock("2036-01-07T09:00"), pytest.raises(Refused, match="没有到移交进馆的年限"):
        services.make_list(who, volume.organ_id, BatchKind.TRANSFER, [volume.id], receiver="示范县档案馆")
    with clock("2037-01-07T09:00"):
        batch = services.make_list(who, volume.organ_id, BatchKind.TRANSFER, [volume.id], receiver="示范县档案馆")
        services.finish(who, batch.id, online=True)
    assert volume.checks.latest("id").stage == "transferred"
    assert Case.objects.get(pk=volume.register_id).stage == "transferred"
    assert selectors.volumes(who).get(pk=volume.pk).moved
    assert not selectors.to_transfer(who, date(2037, 1, 8)).exists()
