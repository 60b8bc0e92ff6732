"""What is read of organs, people and credentials, scoped to who asks."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require, scope
from fadu.agencies.kinds import Employment
from fadu.agencies.models import Change, Credential, CredentialState, Departure, Officer
from fadu.agencies.readings import NO_CREDENTIAL, CredentialReading, best, read
from fadu.agencies.selectors.credentials import in_category, matching, standing_in
from fadu.agencies.selectors.organs import Branch, Wanted, branches, organ, organs, published, regions, sought, tree
from fadu.agencies.selectors.publicity import SEVEN, establishment, missing, publishable
from fadu.agencies.selectors.service import serving as _serving
from fadu.agencies.selectors.standings import ENFORCING, announced, history_of_standing, needs_standing, standing_lost, unannounced
from fadu.agencies.selectors.successions import Event, beside, moved, name_on, timeline, to_exchange, to_review

__all__ = [
    "ENFORCING",
    "SEVEN",
    "Branch",
    "Event",
    "OfficerReading",
    "Wanted",
    "announced",
    "beside",
    "branches",
    "certified",
    "certified_count",
    "changes",
    "changes_of_person",
    "credential",
    "credentials_of",
    "departure_of",
    "establishment",
    "history_of_standing",
    "missing",
    "moved",
    "name_on",
    "needs_standing",
    "officer",
    "officers",
    "officers_of",
    "organ",
    "organs",
    "publishable",
    "published",
    "regions",
    "sought",
    "standing_lost",
    "state_of",
    "timeline",
    "to_exchange",
    "to_review",
    "tree",
    "unannounced",
    "with_credentials",
]


def officers(
    actor: Actor,
    *,
    organ_id: int | None = None,
    left: bool = False,
    query: str = "",
    category: str = "",
    standing: str = "",
    employment: str = "",
) -> QuerySet[Officer]:
    """The people that `actor` may see; those in service today, or those who left.

    query: a name, or a number of a credential or work card. category, standing: of the credential. A filter that is no such thing
    filters nothing.
    """
    require(actor, "people.see")
    now = timezone.now()
    found = Officer.objects.filter(scope(actor, "people.see", organ="organ_id")).select_related("organ", "user")
    found = found.exclude(_serving(now)) if left else found.filter(_serving(now))
    found = found if organ_id is None else found.filter(organ_id=organ_id)
    found = found.filter(employment=employment) if employment in Employment.values else found
    return standing_in(in_category(matching(found, query), category), standing, now).order_by("organ__path", "id")


def officer(actor: Actor, officer_id: int, *, action: str = "people.see") -> Officer:
    """One person within reach; raises Officer.DoesNotExist."""
    require(actor, action)
    return Officer.objects.select_related("organ", "user").get(scope(actor, action, organ="organ_id"), pk=officer_id)


def credential(actor: Actor, credential_id: int, *, action: str = "people.see") -> Credential:
    """One credential of a person within reach; raises Credential.DoesNotExist."""
    require(actor, action)
    return Credential.objects.select_related("officer__organ").get(scope(actor, action, organ="officer__organ_id"), pk=credential_id)


def certified(officer_ids: Collection[int], at: datetime, field: str | None = None) -> dict[int, CredentialReading]:
    """Who of these people holds a valid credential at the moment `at`, for the field if one is given. One query.

    Judged by the states as they were at that moment: a credential suspended at 10:00 is good for a step taken at 09:59.
    Asked by the door for steps, so it is not scoped: it tells of people already named, and no more than the card does.
    """
    found: dict[int, list[CredentialReading]] = {}
    for state in _in_force(at).filter(credential__officer_id__in=list(officer_ids)):
        found.setdefault(state.credential.officer_id, []).append(read(state, at, field))
    return {officer_id: best(found.get(officer_id, ())) for officer_id in officer_ids}


def certified_count(officer_ids: Collection[int], at: datetime, field: str | None = None) -> int:
    """How many of these people hold one."""
    return sum(reading.ok for reading in certified(set(officer_ids), at, field).values())


@dataclass(frozen=True, slots=True)
class OfficerReading:
    """A person with what their credential is worth at the moment asked about."""

    officer: Officer
    credential: CredentialReading

    @property
    def choice(self) -> tuple[str, str, str, str]:
        """As the people picker lists it: id, name, note, state."""
        state = "near" if self.credential.near else "ok" if self.credential.ok else "bad"
        return str(self.officer.pk), self.officer.name, self.credential.why, state


def officers_of(organ_id: int, at: datetime, field: str | None = None) -> list[OfficerReading]:
    """The people in service in an organ at a moment, for the people picker. Two queries."""
    people = list(Officer.objects.filter(_serving(at), organ_id=organ_id).order_by("id"))
    return with_credentials(people, at, field)


def with_credentials(people: Collection[Officer], at: datetime, field: str | None = None) -> list[OfficerReading]:
    """People with what their credentials are worth at a moment. One query."""
    readings = certified([person.pk for person in people], at, field)
    return [OfficerReading(person, readings.get(person.pk, NO_CREDENTIAL)) for person in people]


def credentials_of(officer_id: int) -> list[Credential]:
    """A person's credentials with every state they were in, the latest first. For a person already selected in scope."""
    return list(Credential.objects.filter(officer_id=officer_id).prefetch_related("states").order_by("-valid_from", "-id"))


def changes(actor: Actor, what: str, target_id: int) -> QuerySet[Change]:
    """What was changed in an organ, a person or a credential within reach, the latest first."""
    require(actor, "people.see")
    return Change.objects.filter(scope(actor, "people.see"), what=what, target_id=target_id).order_by("-at", "-id")


def state_of(card: Credential) -> CredentialState:
    """The state that a credential is in now (one written ahead has not begun). For a card already selected in scope."""
    return card.states.filter(starts_at__lte=timezone.now()).order_by("-starts_at").first() or card.states.earliest("starts_at")


def changes_of_person(actor: Actor, person: Officer, cards: Collection[Credential]) -> QuerySet[Change]:
    """What was changed in a person and in their credentials, the latest first."""
    require(actor, "people.see")
    theirs = Q(what="officer", target_id=person.pk) | Q(what="credential", target_id__in=[card.pk for card in cards])
    return Change.objects.filter(scope(actor, "people.see"), theirs).order_by("-at", "-id")


def departure_of(person: Officer) -> Departure | None:
    """How and from when a person leaves, if they do. For a person already selected in scope."""
    return Departure.objects.filter(officer=person).first() if person.ends_on else None


def _in_force(at: datetime) -> QuerySet[CredentialState]:
    then = Q(starts_at__lte=at) & (Q(ends_at__isnull=True) | Q(ends_at__gt=at))
    return CredentialState.objects.filter(then).select_related("credential__officer").order_by("starts_at", "id")
