"""The only writers of accounts and posts. Each asks the permission table first."""

import uuid
from datetime import date, datetime

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from fadu.accounts.actors import SERVING, Actor, Role
from fadu.accounts.models import Opened, PartyAccount, Post, User
from fadu.accounts.permissions import require
from fadu.law.forms import Invalid


def open_account(
    actor: Actor, *, username: str, name: str, password: str | None = None, demo: bool = False, own: bool = False, action: str = "people.manage"
) -> User:
    """A new account. Its password is a first one, to be changed at the first sign-in, except in a demonstration and where it is the person's `own` choice."""
    require(actor, action)
    user = User(username=username.strip().lower(), name=name.strip(), demo=demo, must_change=not demo and not own)
    errors: dict[str, str] = {}
    try:
        user.full_clean(exclude=["password"])
    except ValidationError as wrong:
        errors = {field: "；".join(texts) for field, texts in wrong.message_dict.items()}
    if password is not None and not demo:
        errors.update(_weakness(password, user))
    if errors:
        raise Invalid(errors)
    user.set_password(password)
    try:
        with transaction.atomic():
            user.save()
    except IntegrityError:  # somebody took the name since it was looked up
        raise Invalid({"username": "这个登录名刚刚被使用，请换一个"}) from None
    return user


def close_account(actor: Actor, user_id: int) -> User:
    """Nobody signs in with the account any more, and who is signed in has no role from the next request on."""
    return _set_active(actor, user_id, active=False)


def reopen_account(actor: Actor, user_id: int) -> User:
    """The account can be signed in with again; its posts are what they were."""
    return _set_active(actor, user_id, active=True)


def _set_active(actor: Actor, user_id: int, *, active: bool) -> User:
    require(actor, "people.manage")
    with transaction.atomic():
        user = User.objects.select_for_update().get(pk=user_id)
        user.is_active = active
        user.save(update_fields=["is_active"])
    return user


def reset_password(actor: Actor, user_id: int, password: str) -> User:
    """A first password again, for who forgot: every session of the account ends, and it gives no role until changed."""
    require(actor, "people.manage")
    with transaction.atomic():
        user = User.objects.select_for_update().get(pk=user_id)
        if wrong := _weakness(password, user):
            raise Invalid(wrong)
        user.set_password(password)
        user.must_change = not user.demo
        user.save(update_fields=["password", "must_change"])
    return user


def _weakness(password: str, user: User) -> dict[str, str]:
    try:
        validate_password(password, user)
    except ValidationError as wrong:
        return {"password": "；".join(wrong.messages)}
    return {}


def change_password(user: User, password: str) -> User:
    """A person's own new password; its strength and the old one were checked by the form."""
    user.set_password(password)
    user.must_change = False
    user.save(update_fields=["password", "must_change"])
    return user


def give_post(actor: Actor, *, user_id: int, organ_code: str, role: Role, officer_id: int | None, starts_on: date) -> Post:
    """Let a person serve in an organ from a day on. Whether the organ is within `actor`'s reach is for agencies to ask."""
    require(actor, "people.manage")
    if role not in SERVING:
        raise Invalid({"role": f"{role.value}不是可以任职的角色"})
    with transaction.atomic():
        User.objects.select_for_update().get(pk=user_id)
        if PartyAccount.objects.filter(user_id=user_id).exists():
            raise Invalid({"role": "这是当事人的账号，不能任职；任职请另开账号"})
        if Post.objects.filter(user_id=user_id, organ_code=organ_code, role=role.value, ends_on__isnull=True).exists():
            raise Invalid({"role": f"此人在本机关已经是{role.value}"})
        return Post.objects.create(user_id=user_id, organ_code=organ_code, role=role.value, officer_id=officer_id, starts_on=starts_on)


def open_party_account(actor: Actor, user: User, *, household_id: uuid.UUID, way: Opened, why: str, by: str, at: datetime) -> PartyAccount:
    """Let an account read the file of one household. Who serves keeps a separate account for that: `user` holds no post, ever."""
    require(actor, "household.accounts")
    with transaction.atomic():
        User.objects.select_for_update().get(pk=user.pk)
        if Post.objects.filter(user=user).exists():
            raise Invalid({"username": "这个账号有任职，不能作为当事人账号"})
        if PartyAccount.objects.filter(user=user).exists():
            raise Invalid({"username": "这个账号已经属于一户"})
        return PartyAccount.objects.create(user=user, household_id=household_id, way=way, why=why, opened_by=by, opened_at=at)


def end_party_account(actor: Actor, account_id: int, reason: str, at: datetime) -> PartyAccount:
    """The account reads nothing any more, from the next request on; that it once did stays on record."""
    require(actor, "household.accounts")
    if not reason.strip():
        raise Invalid({"reason": "请填写停用的理由"})
    with transaction.atomic():
        account = PartyAccount.objects.select_for_update().get(pk=account_id)
        if account.ended_at is not None:
            raise Invalid({"reason": "这个账号已经停用"})
        account.ended_at, account.ended_by, account.end_reason = at, actor.name, reason.strip()[:200]
        account.save(update_fields=["ended_at", "ended_by", "end_reason"])
        User.objects.filter(pk=account.user_id).update(is_active=False)
    return account


def end_post(actor: Actor, post_id: int, ends_on: date | None = None) -> Post:
    """Let a post end: from that day on (today unless told) it gives nothing, though it is midday."""
    require(actor, "people.manage")
    day = ends_on or timezone.localdate()
    with transaction.atomic():
        post = Post.objects.select_for_update().get(pk=post_id)
        if post.ends_on is not None and post.ends_on <= day:
            raise Invalid({"ends_on": f"这一职务已于 {post.ends_on:%Y-%m-%d} 结束"})
        post.ends_on = max(day, post.starts_on)
        post.save(update_fields=["ends_on"])
    return post
