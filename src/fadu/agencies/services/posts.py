"""Accounts and posts of an organ's people, written through accounts."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from fadu.accounts import services as accounts
from fadu.accounts.actors import Actor, Role
from fadu.accounts.models import Post, User
from fadu.accounts.permissions import NotAllowed, require
from fadu.agencies import forms
from fadu.agencies.models import Officer, Reviewer
from fadu.agencies.services.changes import record
from fadu.agencies.services.people import MANAGE, locked, said
from fadu.law.forms import Invalid, validate


def open_account(actor: Actor, officer_id: int, data: Mapping[str, Any], *, demo: bool = False) -> User:
    """An account for a person who has none, with a first password."""
    clean = validate(forms.ACCOUNT, data)
    with transaction.atomic():
        person = locked(actor, officer_id)
        if person.user_id is not None:
            raise Invalid({"": f"{person.name}已经有账号"})
        user = accounts.open_account(actor, username=clean["username"], name=person.name, password=clean["password"], demo=demo)
        person.user = user
        person.save(update_fields=["user"])
        _record(actor, "开通账号", person, {}, {"account": user.username})
    return user


def reset_password(actor: Actor, officer_id: int, data: Mapping[str, Any]) -> User:
    """A first password again, for who forgot theirs."""
    clean = validate(forms.PASSWORD, data)
    with transaction.atomic():
        person = locked(actor, officer_id)
        user = accounts.reset_password(actor, _account(person).pk, clean["password"])
        _record(actor, "重设密码", person, {}, {"password": "已重设"})
    return user


def switch_account(actor: Actor, officer_id: int, *, active: bool, reason: str) -> User:
    """Stop an account at once, or let it be used again."""
    with transaction.atomic():
        person = locked(actor, officer_id)
        user = _account(person)
        if user.pk == actor.user_id:
            raise NotAllowed("不能停用您自己的账号。")
        before = user.is_active
        user = (accounts.reopen_account if active else accounts.close_account)(actor, user.pk)
        _record(actor, "启用账号" if active else "停用账号", person, {"active": before}, {"active": active}, said(reason))
    return user


def appoint(actor: Actor, officer_id: int, data: Mapping[str, Any]) -> Post:
    """Give a person a role in their organ; a reviewer has the qualification, or reviewed before (行政处罚法第五十八条第二款)."""
    clean = validate(forms.POST, data)
    day = date.fromisoformat(clean["starts_on"])
    role = Role(clean["role"])
    with transaction.atomic():
        person = locked(actor, officer_id)
        user = _account(person)
        if day < person.starts_on or (person.ends_on is not None and day >= person.ends_on):
            raise Invalid({"starts_on": f"{person.name}在这一天不在岗"})
        if role is Role.REVIEWER and not person.legal_qualification and not clean.get("reviewed_before"):
            raise Invalid({"role": "初次从事行政处罚决定法制审核的人员应当通过国家统一法律职业资格考试（行政处罚法第五十八条第二款）"})
        post = accounts.give_post(actor, user_id=user.pk, organ_code=person.organ.code, role=role, officer_id=person.pk, starts_on=day)
        if role is Role.REVIEWER:
            _reviews(person, post, clean)
        _record(actor, "任职", person, {}, {"role": role.value, "starts_on": day.isoformat()})
    return post


def _reviews(person: Officer, post: Post, clean: Mapping[str, Any]) -> None:
    """Keep with the post how the person came to review."""
    before = bool(clean.get("reviewed_before"))
    Reviewer.objects.create(
        officer=person, post_id=post.pk, qualified=person.legal_qualification, first_time=not before, evidence=clean.get("reviewed_where", "")
    )


def dismiss(actor: Actor, post_id: int, *, ends_on: date | None = None, reason: str) -> Post:
    """End a post, today unless told: whoever is signed in with it has lost it at the next request."""
    require(actor, MANAGE)
    with transaction.atomic():
        post = Post.objects.get(pk=post_id)
        if post.officer_id is None:
            raise Invalid({"": "这一职务不属于任何在册人员"})
        person = locked(actor, post.officer_id)
        day = ends_on or timezone.localdate()
        post = accounts.end_post(actor, post.pk, day)
        _record(actor, "免职", person, {"role": post.role}, {"role": post.role, "ends_on": day.isoformat()}, said(reason))
    return post


def _account(person: Officer) -> User:
    if person.user is None:
        raise Invalid({"": f"{person.name}还没有账号，请先开通"})
    return person.user


def _record(actor: Actor, action: str, person: Officer, before: Mapping[str, Any], after: Mapping[str, Any], reason: str = "") -> None:
    record(actor, action, person, what="officer", label=person.name, organ_id=person.organ_id, before=before, after=after, reason=reason)
