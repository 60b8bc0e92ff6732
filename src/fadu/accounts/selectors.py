"""What is read of accounts: who somebody is at this moment, and in which capacities."""

from datetime import date

from django.db.models import Q, QuerySet
from django.utils import timezone

from fadu.accounts.actors import PUBLIC, Actor, Role
from fadu.accounts.jurisdiction import organs_below
from fadu.accounts.models import PartyAccount, Post, User

MOST_LISTED = 40
"""Demonstration accounts that a sign-in page lists."""


def posts_held(user_id: int, on: date | None = None) -> QuerySet[Post]:
    """The posts that a person holds on a day (today unless told), the longest held first."""
    return Post.objects.filter(_held(on), user_id=user_id).order_by("starts_on", "id")


def actor_for(user: User, post_id: int | None = None) -> Actor:
    """Who the person is now: in the post chosen if it is still held, else in the first that is; the public when none is.

    Reads the posts each time: who is dismissed has no role from the next request on.
    """
    if not user.usable or user.must_change:
        return PUBLIC
    held = sorted(posts_held(user.pk), key=lambda post: post.pk != post_id)
    return next((actor for post in held if (actor := actor_in(user, post))), None) or (PUBLIC if held else _party(user))


def _party(user: User) -> Actor:
    """The party whose file the account reads; the public when it has none, or no more."""
    account = PartyAccount.objects.filter(user_id=user.pk, ended_at__isnull=True).first()
    return Actor(user.pk, user.name, Role.PARTY, household_id=account.household_id) if account else PUBLIC


def actor_in(user: User, post: Post) -> Actor | None:
    """The person in one post; None when its organ is no more."""
    role = Role(post.role)
    found = organs_below(post.organ_code, role)
    if found is None:
        return None
    return Actor(user.pk, user.name, role, found.organ_id, found.organ_ids, post.officer_id, found.organ_name, post.pk)


def capacities(user: User) -> list[Actor]:
    """Every capacity the person may choose among."""
    if not user.usable or user.must_change:
        return []
    return [actor for post in posts_held(user.pk) if (actor := actor_in(user, post))]


def posts_of_officers(officer_ids: list[int], on: date | None = None) -> dict[int, list[Post]]:
    """The posts held on a day by each of these people, by officer."""
    found: dict[int, list[Post]] = {}
    for post in Post.objects.filter(_held(on), officer_id__in=officer_ids).order_by("starts_on", "id"):
        found.setdefault(post.officer_id or 0, []).append(post)
    return found


def demonstration_accounts() -> list[dict[str, str]]:
    """The accounts of the demonstration for its sign-in page: the first of each role in each organ."""
    posts = Post.objects.filter(_held(None), user__demo=True, user__is_active=True).select_related("user").order_by("user_id", "id")
    names: dict[str, str] = {}
    found: dict[tuple[str, str], dict[str, str]] = {}
    for post in posts:
        if post.organ_code not in names:
            organ = organs_below(post.organ_code, Role.OFFICER)
            names[post.organ_code] = organ.organ_name if organ else ""
        found.setdefault(
            (post.organ_code, post.role),
            {"username": post.user.username, "name": post.user.name, "role": post.role, "organ": names[post.organ_code]},
        )
    return list(found.values())[:MOST_LISTED]


def _held(on: date | None) -> Q:
    day = on or timezone.localdate()
    return Q(starts_on__lte=day) & (Q(ends_on__isnull=True) | Q(ends_on__gt=day))
