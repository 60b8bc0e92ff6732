"""People who go along when their organ becomes another: they leave the one and join the other the same day, with account and posts."""

from collections.abc import Callable, Iterable
from datetime import date

from django.db.models import Q

from fadu.accounts import services as accounts
from fadu.accounts.actors import Actor, Role
from fadu.accounts.models import Post
from fadu.accounts.permissions import require_in
from fadu.agencies.kinds import Leaving
from fadu.agencies.models import Officer, Organ, SuccessionLine, SuccessionMove
from fadu.agencies.services.changes import record, snapshot
from fadu.agencies.services.people import end_service
from fadu.law.forms import Invalid

MANAGE = "people.manage"
CARRIED = ("user_id", "name", "id_number", "id_index", "post_title", "employment", "legal_qualification", "legal_qualified_on", "work_card")
"""What a person takes along."""


Followed = Callable[[Officer, Officer], None]
_followers: list[Followed] = []


def follow(follower: Followed) -> None:
    """Have a room above take along what it keeps of a person (the old service, the new one), where the successor takes the cases over."""
    if follower not in _followers:
        _followers.append(follower)


def staff(organ: Organ, on: date) -> list[Officer]:
    """Who serves in the organ on a day or will, held for a change within this transaction. Raises Invalid where somebody joined only later."""
    people = Officer.objects.select_for_update().filter(Q(ends_on__isnull=True) | Q(ends_on__gt=on), organ=organ)
    found = list(people.order_by("pk"))
    if late := [person for person in found if person.starts_on > on]:
        raise Invalid({"on": f"{organ.name}的{late[0].name} {late[0].starts_on.isoformat()} 才到岗，生效之日不能早于这一天"})
    return found


def move_people(actor: Actor, line: SuccessionLine, people: Iterable[Officer]) -> int:
    """Move them from the predecessor to the successor of a line, on the day of the reform; how many went.

    Their credentials stay with the service that ended, as issued: they are to be exchanged (兴隆县指导意见二(四)).
    """
    for organ in (line.predecessor, line.successor):
        require_in(actor, MANAGE, organ.pk)
    going = list(people)
    for person in going:
        _move(actor, line, person)
    return len(going)


def _move(actor: Actor, line: SuccessionLine, person: Officer) -> None:
    on, later = line.succession.on, person.ends_on
    reason = f"{line.succession.get_kind_display()}（{line.succession.paper}）"
    still = Q(ends_on__isnull=True) | Q(ends_on__gt=on)
    posts = list(Post.objects.filter(still, officer_id=person.pk).order_by("pk"))
    end_service(actor, person.pk, ends_on=on, reason=reason, kind=Leaving.MOVED, paper=line.succession.paper)
    fresh = Officer.objects.create(organ=line.successor, starts_on=on, ends_on=later, **{name: getattr(person, name) for name in CARRIED})
    SuccessionMove.objects.create(line=line, left=person, joined=fresh)
    if line.cases:
        for follower in _followers:
            follower(person, fresh)
    for post in posts:
        given = accounts.give_post(
            actor,
            user_id=post.user_id,
            organ_code=line.successor.code,
            role=Role(post.role),
            officer_id=fresh.pk,
            starts_on=max(on, post.starts_on),
        )
        if post.ends_on is not None:
            accounts.end_post(actor, given.pk, post.ends_on)
    record(actor, "转入", fresh, what="officer", label=fresh.name, organ_id=fresh.organ_id, before={}, after=snapshot(fresh), reason=reason)
