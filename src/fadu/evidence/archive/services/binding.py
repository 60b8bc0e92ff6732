"""立卷: a case that is done becomes a file: numbered, wrapped, packed, sealed in the vault, examined, registered."""

import io
import uuid
from collections.abc import Sequence
from dataclasses import replace

from django.db import IntegrityError, transaction
from django.utils import timezone

from fadu.accounts.actors import SYSTEM, Actor
from fadu.accounts.permissions import require_in
from fadu.cases.errors import Conflict, Refused
from fadu.cases.lacking import lacking
from fadu.cases.models import Case, CaseRole, Outbox
from fadu.cases.models import Step as StepRow
from fadu.cases.models.ids import new_id
from fadu.cases.now import now
from fadu.cases.services.log import sequence_all
from fadu.cases.services.numbers import next_number
from fadu.cases.services.record import kept_facts
from fadu.evidence import vault
from fadu.evidence.archive import planning
from fadu.evidence.archive.contents import volume_content
from fadu.evidence.archive.kinds import Stage
from fadu.evidence.archive.models import Filing, Item, Volume
from fadu.evidence.archive.package.members import members
from fadu.evidence.archive.package.metadata import Person
from fadu.evidence.archive.package.zipping import Changed, Pulled, stream
from fadu.evidence.archive.schedule import kept_today
from fadu.evidence.archive.services import registering
from fadu.evidence.archive.services.checking import check
from fadu.evidence.archive.services.waiting import later
from fadu.evidence.archive.wrapping import told, wrapped
from fadu.evidence.services import leaf_of
from fadu.law.filing import FILING, Part, Term, longest
from fadu.law.procedure import Kind

LARGEST = 64 << 30
"""Bytes of the largest package."""


def bind(actor: Actor, case_id: uuid.UUID, *, reason: str = "") -> Volume:
    """Form the file of a case that is done, or the next supplement of it.

    Args:
        actor: who keeps the archive of the organ.
        case_id: the case.
        reason: why what is missing is missing; asked for where something is.

    Raises:
        NotAllowed: it is another organ's.
        Conflict: the case is not done, papers are still being made, or there is nothing to file.
        Refused: something is missing that may not be, or nobody said why; or the register refuses.

    """
    case = Case.objects.select_related("organ", "party").get(pk=case_id)
    require_in(actor, "archive.keep", case.organ_id)
    filing = _ready(case)
    lacks = _lacks(case, reason)
    sequence_all()
    volume, entries = _drafted(actor, case, filing, lacks, reason)
    items = [entry.item for entry in entries]
    people = _people(case)
    try:
        found = members(volume, items, wrapped(volume, items), told(case), people)
        with io.BufferedReader(Pulled(stream(found)), 1 << 20) as source:
            kept = vault.keep(volume.id, source, most=LARGEST)
    except Changed as changed:
        raise Conflict(str(changed)) from changed
    volume.sha256, volume.size = kept.sha256, kept.size
    try:
        return _recorded(actor, volume, items, filing)
    except BaseException:
        vault.discard(volume.id)
        raise


def _ready(case: Case) -> Filing:
    if case.kind == Kind.REGISTER.name.lower() or not case.ended:
        raise Conflict("案件还没有办结归档，不能立卷")
    if Outbox.objects.filter(case=case, topic="step", done_at__isnull=True).exists():
        raise Conflict("还有文书正在制作，稍后再立卷")
    filing = later(case)
    if filing is None:
        raise Conflict("这个案件已经立卷，没有新的材料")
    return filing


def _lacks(case: Case, reason: str) -> list[dict[str, str]]:
    """What is missing and was let pass: when the file was handed in its note gave the reason, else it is given now."""
    found = [lack for lack in lacking(SYSTEM, case) if lack.stands]
    noted = any(row.data.get("note") for row in StepRow.objects.filter(case=case, name__in=FILING))
    if against := [lack.objection() for lack in found if not (lack.mendable and (reason or noted))]:
        raise Refused(against)
    return [{"what": f"{lack.step}{'：' if lack.step else ''}{lack.what}", "basis": str(lack.basis)} for lack in found]


def _drafted(actor: Actor, case: Case, filing: Filing, lacks: list[dict[str, str]], reason: str) -> tuple[Volume, list[planning.Planned]]:
    """The file before its bytes are known, under its number: a number that was given to it once stays its own."""
    entries = planning.planned(case, filing.ordinal)
    if not entries:
        raise Conflict("没有可以归入案卷的材料")
    handed = StepRow.objects.filter(case=case, name__in=FILING).order_by("seq").last()
    chosen = str(handed.data.get("retention", "")) if handed else ""
    kept = kept_today(case, kept_facts(case))
    term = longest(chosen, kept.term)
    why = kept.why if term == kept.term else "归档时划定的期限长于保管期限表"
    at = now()
    volume = Volume(
        id=new_id(), organ=case.organ, case=case, ordinal=filing.ordinal, series=case.kind, title=case.title, term=term, term_why=f"{why}（{kept.basis}）",
        formed_on=planning.formed_on(case), archived_on=timezone.localdate(at), due_on=filing.due_on, items_count=len(entries), lacks=lacks,
        note="；".join(filter(None, (str(handed.data.get("note") or "") if handed and not filing.ordinal else "", reason))) or None,
        bound_at=at, by_user=actor.user_id, by_officer=actor.officer_id, by_name=actor.name,
    )  # fmt: skip
    volume.year, volume.serial, volume.number = _numbered(case, filing, volume.archived_on.year)
    volume.expires_on = Term(term).ends(volume.formed_on)
    volume.front_pages, volume.vice_pages = (sum(one.item.pages for one in entries if one.item.part == part) for part in Part)
    for entry in entries:
        entry.item.volume = volume
    return volume, entries


@transaction.atomic
def _numbered(case: Case, filing: Filing, year: int) -> tuple[int, int, str]:
    """归档号: year and serial of the organ and the kind of act; a supplement has that of its file, and which supplement it is."""
    held = Filing.objects.select_for_update(of=("self",)).get(pk=filing.pk)
    if held.ordinal:
        first = Volume.objects.get(case=case, ordinal=0)
        held.year, held.serial = first.year, first.serial
    elif held.serial is None:
        held.year, held.serial = year, next_number(case.organ_id, f"档-{case.kind}"[:20], year)
    held.save(update_fields=["year", "serial"])
    filing.year, filing.serial = held.year, held.serial
    assert held.year is not None
    assert held.serial is not None
    word = Kind[case.kind.upper()].value
    return held.year, held.serial, f"{case.organ.short_name}档〔{held.year}〕{word}{held.serial:04d}" + (f"-补{held.ordinal}" if held.ordinal else "")


def _people(case: Case) -> list[Person]:
    rows = CaseRole.objects.filter(case=case).select_related("officer").order_by("function", "officer_id")
    return [Person("人员", row.officer.name, case.organ.code, row.get_function_display()) for row in rows]


@transaction.atomic
def _recorded(actor: Actor, volume: Volume, items: Sequence[Item], filing: Filing) -> Volume:
    """Write down the file with its leaf, examine it, register it: all or none."""
    volume.leaf = leaf_of("archive", volume.id, volume.case, volume_content(volume, items), volume.bound_at)
    try:
        with transaction.atomic():
            volume.save(force_insert=True)
    except IntegrityError:
        raise Conflict("这个案件刚刚由他人立卷，请刷新") from None
    Item.objects.bulk_create(items)
    Filing.objects.filter(pk=filing.pk).update(bound=True)
    found = check(replace(SYSTEM, name=actor.name), volume, Stage.FILED)
    if not found.passed:
        failed = [one for one in found.results if one["state"] == "fail"]
        raise Conflict("归档包没有通过四性检测：" + "；".join(f"{one['name']}（{one['found']}）" for one in failed)[:800])
    registering.opened(actor, volume)
    return volume
