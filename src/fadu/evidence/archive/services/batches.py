"""移交清册、销毁清册: several files at once, each step by its person, each on the record of its file through the one door."""

import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require_in
from fadu.agencies.models import Officer
from fadu.cases.errors import Conflict, Objection, Refused
from fadu.cases.models.ids import new_id
from fadu.cases.now import now
from fadu.cases.services.numbers import next_number
from fadu.documents import storage
from fadu.documents.models import Document
from fadu.evidence import vault
from fadu.evidence.archive import selectors
from fadu.evidence.archive.contents import event_content
from fadu.evidence.archive.kinds import BatchKind, EventKind, ItemKind, Stage
from fadu.evidence.archive.models import Batch, Destroyed, Event, Line, Prolonged, Volume
from fadu.evidence.archive.services import registering
from fadu.evidence.archive.services.checking import check
from fadu.evidence.services import leaf_of
from fadu.law.filing import APPRAISERS, WRAPPING, Term
from fadu.law.forms import Invalid
from fadu.law.statutes import ARCHIVES, ARCHIVES_RULES, Citation

WORDS = {BatchKind.TRANSFER: "移", BatchKind.DESTROY: "销"}
MOST = 500
"""Files on one list."""


@transaction.atomic
def make_list(actor: Actor, organ_id: int, kind: BatchKind, volumes: Sequence[uuid.UUID], *, receiver: str = "") -> Batch:
    """Put files on a list: only those whose time has come, and that are on no other. Raises NotAllowed, Invalid, Refused."""
    require_in(actor, "archive.keep", organ_id)
    if not 0 < len(set(volumes)) <= MOST:
        raise Invalid({"volumes": f"请选择案卷，一次最多 {MOST} 卷"})
    if kind == BatchKind.TRANSFER and not receiver.strip():
        raise Invalid({"receiver": "请填写接收的档案馆"})
    today = timezone.localdate(now())
    ripe = selectors.to_transfer if kind == BatchKind.TRANSFER else selectors.to_appraise
    found = list(ripe(actor, today).filter(pk__in=volumes, organ_id=organ_id).select_for_update(of=("self",)))
    if len(found) != len(set(volumes)):
        raise Refused([_early(kind)])
    at = now()
    number = f"档{WORDS[kind]}〔{at.year}〕{next_number(organ_id, f'档册-{kind}', at.year)}号"
    batch = Batch.objects.create(id=new_id(), organ_id=organ_id, kind=kind, number=number, receiver=receiver.strip(), made_at=at)
    Line.objects.bulk_create([Line(batch=batch, volume=volume) for volume in found])
    _event(actor, batch, EventKind.MADE, {"receiver": batch.receiver} if batch.receiver else {})
    return batch


@transaction.atomic
def appraise(actor: Actor, batch_id: uuid.UUID, *, appraisers: Sequence[int], opinion: str, prolonged: Mapping[uuid.UUID, Term] | None = None) -> Batch:
    """鉴定: two people or more say of each file whether it may go; what is worth keeping gets a new term. Raises NotAllowed, Invalid, Conflict, Refused."""
    batch = _held(actor, batch_id, "archive.keep", BatchKind.DESTROY, after=EventKind.MADE)
    known = dict(Officer.objects.filter(pk__in=set(appraisers), organ_id=batch.organ_id).values_list("pk", "name"))
    if len(known) != len(set(appraisers)):
        raise Invalid({"appraisers": "请从本机关人员中选择鉴定人"})
    if len(known) < APPRAISERS:
        raise Refused([_says(ARCHIVES_RULES[24, 1], f"到期鉴定由 {APPRAISERS} 人以上进行，并形成鉴定工作报告", "增加鉴定人")])
    if not opinion.strip():
        raise Invalid({"opinion": "请写明鉴定意见"})
    volumes = {volume.id: volume for volume in batch.volumes.all()}
    keeping = {key: term for key, term in (prolonged or {}).items() if key in volumes}
    for key, term in keeping.items():
        expires = term.ends(timezone.localdate(now()))
        Prolonged.objects.create(volume=volumes[key], batch=batch, term=term, expires_on=expires)
    told = {
        "appraisers": sorted(known.values()),
        "officers": sorted(known),
        "opinion": opinion.strip(),
        "prolonged": {str(key): str(term) for key, term in keeping.items()},
    }
    _event(actor, batch, EventKind.APPRAISED, told)
    for volume in volumes.values():
        registering.step(
            actor, volume, "archive_appraise", {"archive_appraisal_reported": "yes", "appraisal": f"{'、'.join(sorted(known.values()))}：{opinion.strip()}"}
        )
    return batch


@transaction.atomic
def approve(actor: Actor, batch_id: uuid.UUID, *, approved: bool, opinion: str) -> Batch:
    """The head lets the files of a list be destroyed, or not; nobody who appraised them does. Raises NotAllowed, Conflict, Refused."""
    batch = _held(actor, batch_id, "archive.approve", BatchKind.DESTROY, after=EventKind.APPRAISED)
    if actor.officer_id in Event.objects.get(batch=batch, kind=EventKind.APPRAISED).data["officers"]:
        raise Refused([_says(ARCHIVES[21, 2], "鉴定人不能批准销毁", "由没有参加鉴定的负责人审批")])
    _event(actor, batch, EventKind.APPROVED if approved else EventKind.REFUSED, {"opinion": opinion.strip()})
    return batch


def finish(actor: Actor, batch_id: uuid.UUID, *, watched_by: str = "", online: bool = False, medium: str = "") -> Batch:
    """Hand the files of a list over, or destroy them. Raises NotAllowed, Invalid, Conflict, Refused."""
    kind = Batch.objects.values_list("kind", flat=True).get(pk=batch_id)
    return _handed_over(actor, batch_id, online=online, medium=medium) if kind == BatchKind.TRANSFER else _destroyed(actor, batch_id, watched_by)


@transaction.atomic
def _handed_over(actor: Actor, batch_id: uuid.UUID, *, online: bool, medium: str) -> Batch:
    batch = _held(actor, batch_id, "archive.keep", BatchKind.TRANSFER, after=EventKind.MADE)
    for volume in batch.volumes.select_related("organ", "case").order_by("pk"):
        found = check(actor, volume, Stage.TRANSFERRED)
        if not found.passed:
            raise Conflict(f"{volume.number} 没有通过移交前的四性检测，查明后再移交")
        way = {"archive_online": "yes", "archive_network_safe": "yes"} if online else {"archive_online": "no", "archive_medium_safe": "yes"}
        registering.step(actor, volume, "archive_transfer", {**way, "to_organ": batch.receiver})
    _event(actor, batch, EventKind.DONE, {"online": online, "medium": medium.strip()})
    return batch


@transaction.atomic
def _destroyed(actor: Actor, batch_id: uuid.UUID, watched_by: str) -> Batch:
    """What is destroyed is named first, row by row; the bytes go when all of it is on record."""
    batch = _held(actor, batch_id, "archive.approve", BatchKind.DESTROY, after=EventKind.APPROVED)
    watchers = [name for name in watched_by.replace("，", "、").replace(",", "、").split("、") if name.strip()]
    if len(set(watchers)) < APPRAISERS:
        raise Invalid({"watched_by": f"监销人不少于 {APPRAISERS} 人，用顿号分开"})
    kept = set(Prolonged.objects.filter(batch=batch).values_list("volume_id", flat=True))
    gone = [volume for volume in batch.volumes.select_related("organ", "case").order_by("pk") if volume.id not in kept]
    for volume in gone:
        registering.step(
            actor, volume, "archive_destroy",
            {"archive_destruction_approved": "yes", "archive_tampered": "no", "watched_by": "、".join(watchers), "opinion": f"按{batch.number}清册销毁。"},
        )  # fmt: skip
        _name(batch, volume)
    _event(actor, batch, EventKind.DONE, {"watched_by": watchers, "destroyed": [str(volume.id) for volume in gone]})
    transaction.on_commit(lambda: _take_away(batch))
    return batch


def _name(batch: Batch, volume: Volume) -> None:
    refs = [(volume.id, "volume", volume.sha256), *((item.ref, str(item.kind), item.sha256) for item in volume.items.all())]
    if not volume.ordinal:
        refs += [(row.id, str(ItemKind.DOCUMENT), row.sha256) for row in Document.objects.filter(case=volume.case, paper__in=WRAPPING)]
    Destroyed.objects.bulk_create([Destroyed(ref=ref, kind=kind, batch=batch, volume=volume, sha256=sha256, at=now()) for ref, kind, sha256 in refs])


def _take_away(batch: Batch) -> None:
    """Remove the bytes of what was named; doing it twice does no harm, and `fadu archive sweep` does it again after a crash."""
    for row in Destroyed.objects.filter(batch=batch).iterator():
        if row.kind == ItemKind.DOCUMENT:
            standing = Document.objects.filter(sha256=row.sha256).exclude(pk__in=Destroyed.objects.filter(kind=ItemKind.DOCUMENT).values("ref"))
            if not standing.exists():
                storage.discard(row.sha256)
        else:
            vault.discard(row.ref)


def _held(actor: Actor, batch_id: uuid.UUID, action: str, kind: BatchKind, *, after: EventKind) -> Batch:
    """The list, locked, if it stands just after that event."""
    batch = Batch.objects.select_for_update(of=("self",)).get(pk=batch_id)
    require_in(actor, action, batch.organ_id)
    last = batch.events.order_by("id").last()
    if batch.kind != kind or last is None or last.kind != after:
        raise Conflict("清册已经办到另一环节，请刷新")
    return batch


def _event(actor: Actor, batch: Batch, kind: EventKind, data: dict[str, Any]) -> None:
    event = Event(id=new_id(), batch=batch, kind=kind, at=now(), data=data, by_user=actor.user_id, by_officer=actor.officer_id, by_name=actor.name)
    event.leaf = leaf_of("archive_event", event.id, None, event_content(event), event.at)
    event.save(force_insert=True)


def _early(kind: BatchKind) -> Objection:
    if kind == BatchKind.TRANSFER:
        return _says(ARCHIVES_RULES[20, 2], "所选案卷还没有到移交进馆的年限，或者已经在另一清册中", "到期后再编制移交清册")
    return _says(ARCHIVES[21, 2], "所选案卷保管期限没有届满，或者已经在另一清册中，不得销毁", "期满并经鉴定、批准后再销毁")


def _says(basis: Citation, says: str, fix: str) -> Objection:
    return Objection(rule="archive.order", bases=(str(basis),), paths=(basis.path,), says=says, fix=fix)


def sweep() -> int:
    """Take away once more what was destroyed, in case the machine stopped in the midst of it; over how many lists."""
    lists = Batch.objects.filter(kind=BatchKind.DESTROY, events__kind=EventKind.DONE)
    for batch in lists:
        _take_away(batch)
    return len(lists)
