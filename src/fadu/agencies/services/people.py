"""People: join, edit, leave."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Model, Q, QuerySet
from django.utils import timezone

from fadu.accounts import services as accounts
from fadu.accounts.actors import Actor
from fadu.accounts.crypto import blind_index
from fadu.accounts.models import Post
from fadu.accounts.permissions import require, require_in
from fadu.agencies import forms
from fadu.agencies.kinds import ON_ESTABLISHMENT, TAKEN_IN, Employment, Leaving, State
from fadu.agencies.models import CredentialState, Departure, Officer, Organ
from fadu.agencies.services.changes import record, snapshot
from fadu.agencies.services.collisions import one_only
from fadu.agencies.services.states import withdraw
from fadu.law.forms import Invalid, validate

MANAGE = "people.manage"
PURPOSE = "agencies.officer"
"""Of the blind index of identity numbers."""


def add_officer(actor: Actor, organ_id: int, data: Mapping[str, Any]) -> Officer:
    """A person joins an organ. Who serves in another one must first leave it, and brings the account along."""
    require_in(actor, MANAGE, organ_id)
    clean = cleaned(data)
    with transaction.atomic():
        organ = Organ.objects.select_for_update().get(pk=organ_id)
        person = joining(organ, clean, Known())
        with one_only("id_number", "这个身份证号码刚刚被别人登记"):
            person.save()
        _record(actor, "新增", person, {}, "")
    return person


def edit_officer(actor: Actor, officer_id: int, data: Mapping[str, Any], *, reason: str) -> Officer:
    """Change what is known of a person; an identity number left blank stays what it is."""
    with transaction.atomic():
        person = locked(actor, officer_id)
        clean = cleaned(data)
        before = snapshot(person)
        changing(person, clean, Known())
        with one_only("id_number", "这个身份证号码刚刚被别人登记"):
            person.save()
        _record(actor, "修改", person, before, said(reason))
    return person


def end_service(actor: Actor, officer_id: int, *, ends_on: date, reason: str, kind: str = Leaving.OFF_POST, paper: str = "") -> Officer:
    """A person leaves: from that day on they neither enforce nor hold a post, and the credential is withdrawn (P1-4).

    Taken back on transfer, retirement or resignation; taken in on dismissal, removal or conviction, which needs the paper. A day to
    come is written ahead and takes effect by itself.
    """
    if kind not in Leaving.values:
        raise Invalid({"kind": f"情形只能选：{'、'.join(Leaving.labels)}"})
    if kind in TAKEN_IN and not paper.strip():
        raise Invalid({"paper": f"{Leaving(kind).label}的，请填写决定、判决的文书号"})
    with transaction.atomic():
        person = locked(actor, officer_id)
        before = snapshot(person)
        if ends_on < person.starts_on:
            raise Invalid({"ends_on": f"不能早于到岗之日 {person.starts_on.isoformat()}"})
        if person.ends_on is not None and person.ends_on <= ends_on:
            raise Invalid({"ends_on": f"已于 {person.ends_on.isoformat()} 离岗"})
        person.ends_on = ends_on
        person.save(update_fields=["ends_on"])
        still = Q(ends_on__isnull=True) | Q(ends_on__gt=ends_on)
        for post_id in Post.objects.filter(still, officer_id=person.pk).values_list("id", flat=True):
            accounts.end_post(actor, post_id, ends_on)
        told = {"kind": kind, "effective_on": ends_on, "reason": said(reason), "paper": paper.strip()[:60]}
        departure, _ = Departure.objects.update_or_create(officer=person, defaults=told)
        _record(actor, "离岗", person, before, f"{Leaving(kind).label}：{said(reason)}"[:200])
        withdraw(actor, departure)
    return person


def locked(actor: Actor, officer_id: int) -> Officer:
    """The person, for a change within this transaction, if `actor` may make one."""
    require(actor, MANAGE)
    person = Officer.objects.select_for_update(of=("self",)).select_related("organ").get(pk=officer_id)
    require_in(actor, MANAGE, person.organ_id)
    return person


def said(reason: str) -> str:
    """The reason given; raises Invalid where none is."""
    if not reason.strip():
        raise Invalid({"reason": "请填写事由"})
    return reason.strip()[:200]


class Known:
    """What is asked of the people there are when one is added or changed; here of the database, one by one."""

    def serving(self, index: str) -> Officer | None:
        """Who serves anywhere with the identity number of this index."""
        return Officer.objects.filter(id_index=index, ends_on__isnull=True).select_related("organ").first()

    def former_account(self, index: str) -> int | None:
        """The account that this identity had in an organ it left, if nobody uses it now."""
        former = Officer.objects.filter(id_index=index, user__isnull=False, ends_on__lte=timezone.localdate())
        return former.exclude(user__officers__ends_on__isnull=True).order_by("-ends_on", "-pk").values_list("user_id", flat=True).first()

    def holds_credential(self, person: Officer) -> bool:
        """Whether the person holds a credential that is valid now."""
        return holding([person.pk]).exists()


def holding(people: Collection[int]) -> QuerySet[CredentialState]:
    """The states by which some of these people hold a credential now, valid or suspended."""
    now = timezone.now()
    held = CredentialState.objects.filter(credential__officer__in=people, state__in=[State.VALID, State.SUSPENDED], starts_at__lte=now)
    return held.filter(Q(ends_at__isnull=True) | Q(ends_at__gt=now))


def joining(organ: Organ, clean: Mapping[str, Any], known: Known) -> Officer:
    """Who joins an organ, checked and not yet saved; an account that the same person had in an organ they left comes along."""
    if organ.ends_on is not None and organ.ends_on <= timezone.localdate():
        raise Invalid({"": f"{organ.name}已于 {organ.ends_on.isoformat()} 撤销"})
    person = Officer(organ=organ, **clean)
    _index(person, known)
    person.user_id = known.former_account(person.id_index) if person.id_index else None
    return person


def changing(person: Officer, clean: Mapping[str, Any], known: Known, names: Collection[str] | None = None) -> None:
    """Put what was entered into a person, checked and not yet saved; only the fields in `names`, where some are named."""
    for field in forms.OFFICER:
        asked = names is None or field.name in names
        if asked and (field.name != "id_number" or "id_number" in clean):
            setattr(person, field.name, clean.get(field.name, blank(person, field.name)))
    if person.employment not in ON_ESTABLISHMENT and known.holds_credential(person):
        raise Invalid({"employment": f"此人持有有效的执法证件，改为{Employment(person.employment).label}前请先收回证件"})
    if person.ends_on and person.ends_on < person.starts_on:
        raise Invalid({"starts_on": f"已于 {person.ends_on.isoformat()} 离岗，到岗之日不能在其后"})
    _index(person, known)


def blank(row: Model, name: str) -> Any:
    """What a column holds when nothing was entered."""
    return None if getattr(row._meta.get_field(name), "null", False) else ""


def cleaned(data: Mapping[str, Any]) -> dict[str, Any]:
    """A person as entered, with dates as dates; raises Invalid."""
    clean = validate(forms.OFFICER, data)
    for name in ("starts_on", "legal_qualified_on"):
        if name in clean:
            clean[name] = date.fromisoformat(clean[name])
    if clean["starts_on"] > timezone.localdate():
        raise Invalid({"starts_on": "到岗之日不能晚于今天"})
    if clean.get("legal_qualified_on", date.min) > timezone.localdate():
        raise Invalid({"legal_qualified_on": "取得资格之日不能晚于今天"})
    return clean


def _index(person: Officer, known: Known) -> None:
    """Find who has the same identity number and still serves."""
    if not person.id_number:
        return
    person.id_index = blind_index(person.id_number, PURPOSE)
    same = known.serving(person.id_index)
    if same is not None and same.pk != person.pk and person.ends_on is None:
        raise Invalid({"id_number": f"这个身份证号码的人员正在{same.organ.name}任职，请先在那里办理离岗"})


def _record(actor: Actor, action: str, person: Officer, before: Mapping[str, Any], reason: str) -> None:
    record(actor, action, person, what="officer", label=person.name, organ_id=person.organ_id, before=before, after=snapshot(person), reason=reason)
