"""Applications for credentials: asked for, checked by the organ, examined, approved by the justice department (行政执法监督条例第十七条第二款)."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import NotAllowed, require, require_in, scope
from fadu.agencies import forms
from fadu.agencies.kinds import MOVES, ON_ESTABLISHMENT, OPEN_STAGES, Employment, Purpose, Stage, State
from fadu.agencies.models import Application, ApplicationStep, Credential, CredentialState, Officer
from fadu.agencies.requirements import NEVER, lacking, same_person
from fadu.agencies.selectors import state_of
from fadu.agencies.services.changes import record
from fadu.agencies.services.collisions import one_only
from fadu.law.forms import Invalid, validate

REPLACED = {
    Purpose.EXCHANGE: frozenset({State.RETURNED, State.CANCELLED}),
    Purpose.RENEWAL: frozenset({State.VALID}),
    Purpose.REISSUE: frozenset({State.LOST}),
}
"""In which state the card must be that is exchanged, renewed or made anew."""


def apply_for_credential(actor: Actor, officer_id: int, data: Mapping[str, Any]) -> Application:
    """Ask for a credential, for oneself or for one of the people one keeps; raises Invalid, NotAllowed, Officer.DoesNotExist."""
    require(actor, "application.make")
    clean = validate(forms.APPLICATION, data)
    with transaction.atomic():
        mine = scope(actor, "application.make", organ="organ_id", officer="pk")
        person = Officer.objects.select_for_update(of=("self",)).select_related("organ").get(mine, pk=officer_id)
        if person.employment not in ON_ESTABLISHMENT:
            raise Invalid({"": f"{person.name}是{Employment(person.employment).label}，不得申领行政执法证件（{NEVER}）"})
        if person.ends_on is not None and person.ends_on <= timezone.localdate():
            raise Invalid({"": f"{person.name}已于 {person.ends_on.isoformat()} 离岗，不能申领"})
        purpose = Purpose(clean["purpose"])
        old = _replaced(person, purpose, clean.get("replaces", ""))
        if purpose == Purpose.FIRST and (held := _held(person, clean["category"])):
            raise Invalid({"purpose": f"已经持有执法证 {held.number}，不能重复申领；到期、调动、遗失的请选换发或者补发"})
        with one_only("", "这个人已经有一项办理中的申请"):
            asked = Application.objects.create(officer=person, purpose=purpose, category=clean["category"], position=clean["position"], replaces=old)
        _step(actor, asked, Stage.APPLIED, clean["reason"], "")
        _record(actor, asked, purpose.label, "", clean["reason"])
    return asked


def move_application(actor: Actor, application_id: int, data: Mapping[str, Any]) -> Application:
    """Take an application a stage further, with an opinion; who may is told by `kinds.MOVES`.

    Nobody decides on their own application, and who checked it for the organ does not approve it.
    """
    with transaction.atomic():
        asked = Application.objects.select_for_update(of=("self",)).select_related("officer__organ", "replaces").get(pk=application_id)
        clean = validate(forms.move_fields(asked.stage), data)
        before, to = Stage(asked.stage), Stage(clean["to"])
        label, action, basis = MOVES[before, to]
        _permit(actor, action, asked, to)
        if to == Stage.EXAMINED and (wanting := lacking(asked, timezone.localdate())):
            raise Invalid({"to": "；".join(f"{item.says}（{item.basis}）" for item in wanting)})
        if to in {Stage.CHECKED, Stage.APPROVED} and (wanting := [item for item in lacking(asked, timezone.localdate()) if _already(item.label, to)]):
            raise Invalid({"to": "；".join(f"{item.says}（{item.basis}）" for item in wanting)})
        _step(actor, asked, to, clean["reason"], clean.get("paper", ""))
        asked.stage = to
        asked.save(update_fields=["stage"])
        _record(actor, asked, label, before.label, f"{clean['reason']}（{basis}）")
    return asked


def _already(label: str, to: Stage) -> bool:
    """Whether a condition must be there at this stage: the examinations may still be taken while the organ checks."""
    return to == Stage.APPROVED or "考试" not in label


def _permit(actor: Actor, action: str, asked: Application, to: Stage) -> None:
    require(actor, action)
    if action == "application.make":
        if not Officer.objects.filter(scope(actor, action, organ="organ_id", officer="pk"), pk=asked.officer_id).exists():
            raise NotAllowed("只能撤回本人的申请。")
        return
    require_in(actor, action, asked.officer.organ_id)
    if actor.officer_id is None or to == Stage.EXAMINED:
        return
    if actor.officer_id in same_person(asked.officer):
        raise Invalid({"to": "不能审查、审核本人的申请"})
    if to == Stage.APPROVED and asked.steps.filter(stage=Stage.CHECKED, by_officer_id=actor.officer_id).exists():
        raise Invalid({"to": "单位审查和司法行政部门审核应当由不同的人办理"})


def _replaced(person: Officer, purpose: Purpose, number: str) -> Credential | None:
    """The card that the new one is to replace: the person's own, in the state that the purpose asks for."""
    if purpose == Purpose.FIRST:
        return None
    old = Credential.objects.filter(number=number, officer__in=same_person(person)).first()
    if old is None:
        raise Invalid({"replaces": "没有这个人的这个证号，请核对"})
    state = State(state_of(old).state)
    if state not in REPLACED[purpose]:
        wanted = "、".join(item.label for item in sorted(REPLACED[purpose]))
        raise Invalid({"replaces": f"执法证 {number} 现在{state.label}；{purpose.label}的，原证应当已经登记为：{wanted}（兴隆县指导意见二(四)）"})
    if Application.objects.filter(Q(stage=Stage.ISSUED) | Q(stage__in=OPEN_STAGES), replaces=old).exists():
        raise Invalid({"replaces": f"执法证 {number} 已经换发、补发，或者正在办理"})
    return old


def _held(person: Officer, category: str) -> Credential | None:
    """A card of the person for the same field that is valid, suspended or lost, and has not run out."""
    today, now = timezone.localdate(), timezone.now()
    states = CredentialState.objects.filter(credential__officer__in=same_person(person), state__in=[State.VALID, State.SUSPENDED, State.LOST])
    states = states.filter(Q(ends_at__isnull=True) | Q(ends_at__gt=now), credential__category=category, credential__valid_to__gte=today)
    found = states.select_related("credential").first()
    return found.credential if found else None


def _step(actor: Actor, asked: Application, stage: Stage, reason: str, paper: str) -> None:
    ApplicationStep.objects.create(application=asked, stage=stage, by_name=actor.name, by_officer_id=actor.officer_id, reason=reason, paper=paper)


def _record(actor: Actor, asked: Application, action: str, before: str, reason: str) -> None:
    label, organ_id = f"{asked.officer.name}的证件申请", asked.officer.organ_id
    stages = {"stage": before}, {"stage": Stage(asked.stage).label}
    record(actor, action[:20], asked, what="application", label=label, organ_id=organ_id, before=stages[0], after=stages[1], reason=reason[:200])
