"""Releasing, leaving out, correcting, withdrawing and ending: each is an event with its leaf, and what the public sees follows from it."""

import uuid
from collections.abc import Iterable
from datetime import date
from typing import Any, NoReturn

from django.db import transaction
from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require
from fadu.cases.errors import NotFound, Objection, Refused
from fadu.cases.models import Facts, Leaf
from fadu.cases.models import Step as StepRow
from fadu.cases.models.ids import new_id
from fadu.cases.now import now
from fadu.cases.services import attempts, take
from fadu.cases.services.leaves import entry_of
from fadu.catalog import selectors as catalog
from fadu.disclosure import search, selectors
from fadu.disclosure.derive import ACTS, Act, Drawn, draw, told_of
from fadu.disclosure.models import Event, Kind, Publication, State
from fadu.disclosure.proofs import event_content
from fadu.law.forms import Invalid
from fadu.law.procedure import Kind as Procedural
from fadu.law.records.showing import GROUNDS, WITHDRAW_WITHIN, against_ground, term_of
from fadu.law.registry import procedures
from fadu.law.statutes import OPEN_GOVERNMENT, PENALTY, PERSONAL_DATA, SAMR_DISCLOSURE, Citation
from fadu.law.vocabulary.kinds import Penalty

LONGEST_REASON = 500


def release(actor: Actor, publication_id: uuid.UUID, *, secrets: Iterable[str] = (), seen: str = "") -> Publication:
    """Show a decision to the public.

    Args:
        actor: who releases.
        publication_id: which.
        secrets: business secrets to be taken out, string by string.
        seen: `fingerprint` of the masked record that was looked at: what is released is what was seen.

    Raises:
        NotFound, NotAllowed; Invalid where the record has changed since it was looked at; Refused where something that may not be public remains,
        where the decision no longer stands, or where the law stands against the step of publication.
    """
    found = selectors.publication(actor, publication_id)
    act, secrets = ACTS[found.act], [text.strip() for text in secrets if text.strip()]
    try:
        with transaction.atomic():
            row = locked(actor, "publication.release", found.pk, State.WAITING)
            drawn = _sound(row, secrets, seen)
            _taken(actor, row, act.publish, dict(act.answers))
            event = add(actor, row, Kind.RELEASE, shown=drawn.shown, secrets=secrets)
            day = timezone.localdate(event.at)
            row.state, row.shown_on, row.ends_on, row.proposed_on = State.SHOWN, day, _last_day(row, act, day), None
            row.save(update_fields=["state", "shown_on", "ends_on", "proposed_on"])
            _show(row, drawn)
    except Refused as refusal:
        _keep(actor, found, act.publish, refusal)
        raise
    return row


@transaction.atomic
def propose(actor: Actor, publication_id: uuid.UUID, ground: str, reason: str) -> Publication:
    """Ask the head of the organ that a decision be not shown, on a lawful ground; the days go on running. Raises NotFound, NotAllowed, Invalid, Refused."""
    row = locked(actor, "publication.release", publication_id, State.WAITING)
    if row.proposed_on:
        refuse("已经提请不予公示，等待负责人决定", OPEN_GOVERNMENT[17, 1], "由负责人决定不予公示，或者退回")
    add(actor, row, Kind.PROPOSE, ground=_ground(row, ground), reason=_reason(reason))
    row.proposed_on = timezone.localdate()
    row.save(update_fields=["proposed_on"])
    return row


@transaction.atomic
def send_back(actor: Actor, publication_id: uuid.UUID, reason: str) -> Publication:
    """Decide that what was asked to be kept back is to be shown. Raises NotFound, NotAllowed, Invalid, Refused."""
    row = locked(actor, "publication.leave_out", publication_id, State.WAITING)
    if not row.proposed_on:
        refuse("没有人提请不予公示", OPEN_GOVERNMENT[17, 1], "刷新页面，按现在的状态办理")
    add(actor, row, Kind.SEND_BACK, reason=_reason(reason))
    row.proposed_on = None
    row.save(update_fields=["proposed_on"])
    return row


@transaction.atomic
def leave_out(actor: Actor, publication_id: uuid.UUID, reason: str, ground: str = "") -> Publication:
    """Decide that a decision is not shown, on a lawful ground and with the reason in words; raises NotFound, NotAllowed, Invalid, Refused."""
    row = locked(actor, "publication.leave_out", publication_id, State.WAITING)
    add(actor, row, Kind.LEAVE_OUT, ground=_ground(row, ground), reason=_reason(reason))
    row.state, row.proposed_on = State.LEFT_OUT, None
    row.save(update_fields=["state", "proposed_on"])
    return row


@transaction.atomic
def correct(actor: Actor, publication_id: uuid.UUID, reason: str, *, secrets: Iterable[str] = (), seen: str = "") -> Publication:
    """Show the record anew, as the decision stands corrected or more of it masked (公示规定第十二条); the reason is told to the public."""
    row = locked(actor, "publication.release", publication_id, State.SHOWN)
    drawn = _sound(row, list(secrets), seen)
    add(actor, row, Kind.CORRECT, public_reason=_public(row, reason), shown=drawn.shown, secrets=list(secrets))
    row.amend_since = None
    row.save(update_fields=["amend_since"])
    _show(row, drawn)
    return row


def withdraw(actor: Actor, publication_id: uuid.UUID, reason: str) -> Publication:
    """Take a record down; a tombstone says when and why (行政处罚法第四十八条第二款). Raises NotFound, NotAllowed, Invalid, Refused."""
    found = selectors.publication(actor, publication_id)
    act = ACTS[found.act]
    try:
        with transaction.atomic():
            row = locked(actor, "publication.release", publication_id, State.SHOWN)
            public = _public(row, reason)
            _taken(actor, row, act.withdraw, {"reason": public})
            add(actor, row, Kind.WITHDRAW, public_reason=public)
            row.state = State.WITHDRAWN
            row.save(update_fields=["state"])
            bury(row, f"{ACTS[row.act].label}（已撤回）", {"withdrawn_for": public})
    except Refused as refusal:
        _keep(actor, found, act.withdraw or act.publish, refusal)
        raise
    return row


@transaction.atomic
def overturn(publication_id: uuid.UUID, on: date) -> None:
    """Mark that the decision no longer stands since a day; from then the days to take it down run."""
    by = WITHDRAW_WITHIN.due_on(on, catalog.calendar())
    Publication.objects.filter(pk=publication_id, overturned_on__isnull=True).update(overturned_on=on, down_by=by)


def rebuild(row: Publication) -> None:
    """Make what the public sees of a publication anew from its events."""
    last = row.events.filter(kind__in=(Kind.RELEASE, Kind.CORRECT)).order_by("-id").first()
    if row.state == State.SHOWN and last:
        _written(row, last.shown or {})


def locked(actor: Actor, action: str, publication_id: uuid.UUID, state: State) -> Publication:
    """The publication, held until the transaction ends, if `actor` may do that with it and it stands so; raises NotFound, NotAllowed, Refused."""
    require(actor, action)
    row = (
        Publication.objects.select_for_update(of=("self",))
        .filter(selectors.within(actor, action), pk=publication_id)
        .select_related("case__organ", "case__party")
        .first()
    )
    if row is None:
        raise NotFound("没有这件公示信息，或者不归您办理")
    if row.state != state:
        refuse(f"这件信息现在是“{row.get_state_display()}”，不能这样办理", PENALTY[48, 1], "刷新页面，按现在的状态办理")
    return row


def _sound(row: Publication, secrets: list[str], seen: str) -> Drawn:
    """The record as it will be shown, if nothing stands against it."""
    if row.overturned_on:
        refuse("决定已经被撤销、变更或者确认违法，不再公示", PENALTY[48, 2], "没有公示的办理“不予公示”，已经公示的撤回")
    drawn = draw(row.step_id, secrets)
    if drawn.act.papers and not drawn.head["number"]:
        refuse("信息摘要要有决定书文号，决定文书还没有生成", SAMR_DISCLOSURE[4, 3], "等待文书生成；一直没有生成的，请系统管理员检查后台")
    if drawn.minor:
        refuse("当事人是未成年人，不得公开可能识别其身份的信息", PERSONAL_DATA[25], "办理“不予公示”并写明理由")
    if drawn.found:
        told = "、".join(f"{found.what}（{found.where}）" for found in drawn.found[:8])
        raise Refused(
            [_objection(f"脱敏后的文本里还有不得公开的内容：{told}", PERSONAL_DATA[25], "在决定文书的更正中改写，或者把它列为应当隐去的内容后重新核对")]
        )
    if seen and seen != search.fingerprint(drawn.shown):
        raise Invalid({"seen": "核对以后案件有新的更正，或者隐去的内容有变动：请重新核对脱敏前后的文本"})
    return drawn


def _taken(actor: Actor, row: Publication, step: str | None, answers: dict[str, Any]) -> None:
    """Take the step of publication in the case, unless it stands already, the procedure has none, or the case is past where it is taken."""
    if step and not StepRow.objects.filter(case=row.case_id, name=step).exists() and not _past(row, step):
        take(actor, row.case_id, step, answers)


def _past(row: Publication, step: str) -> bool:
    """Whether the case has left the stages of the step behind: the duty to publish remains, and is kept by the publication alone."""
    course = procedures()[row.case.procedure, row.case.version]
    order = [stage.name for stage in course.stages]
    return step not in course or (bool(course[step].leaves) and order.index(row.case.stage) > max(map(order.index, course[step].leaves)))


def _keep(actor: Actor, row: Publication, step: str | None, refusal: Refused) -> None:
    """Keep a refusal as an attempt in the case, where its procedure has a step that was attempted."""
    if step:
        attempts.keep(actor, row.case_id, step, {}, now(), refusal)


def _ground(row: Publication, ground: str) -> str:
    """The lawful ground on which a decision is not shown, if it holds for this one."""
    found = GROUNDS.get(ground)
    if found is None:
        raise Invalid({"ground": "请选择不予公示的法定情形"})
    act = ACTS[row.act]
    why = against_ground(found, field=row.case.field, penalty=act.id == "penalty", ordered=act.ordered, fallen=row.overturned_on is not None)
    if why:
        raise Invalid({"ground": why})
    return found.id


def _public(row: Publication, text: str) -> str:
    """A reason that the public reads: in it too nothing may stand that may not be public."""
    reason = _reason(text)
    if found := told_of(row.step_id, reason):
        raise Invalid({"reason": "理由向社会公开，其中不能有" + "、".join(f"{one.what}（{one.where}）" for one in found[:8])})
    return reason


def _reason(text: str) -> str:
    reason = text.replace("\x00", "").strip()
    if not reason:
        raise Invalid({"reason": "请写明理由"})
    if len(reason) > LONGEST_REASON:
        raise Invalid({"reason": f"理由最多 {LONGEST_REASON} 字"})
    return reason


def refuse(message: str, article: Citation, fix: str) -> NoReturn:
    """Refuse what was asked, with the article and what to do next."""
    raise Refused([_objection(message, article, fix)])


def _objection(message: str, article: Citation, fix: str) -> Objection:
    return Objection("disclosure", (str(article),), (article.path,), message, fix=fix)


def _last_day(row: Publication, act: Act, day: date) -> date | None:
    kinds = Facts.objects.filter(pk=row.case_id).values_list("f_decision_kinds", flat=True).first() if act.id in {"penalty", "daily"} else None
    imposed = Penalty(kinds or 0) if act.id in {"penalty", "daily"} else None
    person = row.case.party.kind == "person"
    return term_of(penal=act.kind is Procedural.PENALTY, kinds=imposed, person=person, shown_on=day, calendar=catalog.calendar()).last


def add(actor: Actor, row: Publication, kind: Kind, *, secrets: Any = (), **told: Any) -> Event:
    """Add what was done about a publication, with its leaf."""
    event = Event(id=new_id(), publication=row, case_id=row.case_id, kind=kind, at=now(), secrets=list(secrets), **told)
    event.by_user, event.by_officer, event.by_name, event.by_role = actor.user_id, actor.officer_id, actor.name, actor.role.value
    entry, salt = entry_of("publication", row.case_id, event.id, event_content(event), event.at)
    event.leaf = Leaf.objects.create(case_id=row.case_id, kind="publication", ref=event.id, salt=salt, entry=entry.bytes)
    event.save(force_insert=True)
    return event


def _show(row: Publication, drawn: Drawn) -> None:
    _written(row, drawn.shown)


def _written(row: Publication, shown: dict[str, Any]) -> None:
    assert row.shown_on is not None
    values = {
        "organ_id": row.organ_id, "organ_name": shown["organ"], "act": row.act, "number": shown["number"], "party": shown["party"],
        "party_code": shown["party_code"], "title": f"{shown['party']} {shown['cause']}"[:300], "item": row.case.item, "decided_on": row.decided_on,
        "shown_on": row.shown_on, "state": State.SHOWN, "record": shown,
    }  # fmt: skip
    search.show(row.pk, values, shown)


def bury(row: Publication, title: str, record: dict[str, Any]) -> None:
    """Leave of a record that it was there, and nothing of what it said."""
    search.bury(row.pk, {"state": row.state, "title": title, "party": "", "party_code": "", "record": record})
