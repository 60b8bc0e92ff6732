"""A party with an account of its own, and what was served on it."""

from datetime import datetime
from typing import Any

from django.test import Client
from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.accounts.models import PartyAccount, User
from fadu.accounts.selectors import actor_for
from fadu.cases import now
from fadu.cases.models import Outbox
from fadu.documents import consumers
from fadu.evidence.household.services import admitting
from tests.cases.telling import Telling

PASSWORD = "calm-harbour-7730"
NUMBER = "92130999MA0FADU011"


def told(telling: Telling, last: str) -> Telling:
    """The food case up to a step, its papers made."""
    telling.until(last)
    for row in Outbox.objects.filter(case=telling.id, topic__in=("step", "household")).order_by("id"):
        consumers.TOPICS[row.topic](row)
    return telling


def code_for(telling: Telling, by: str = "liwei") -> str:
    return admitting.issue(telling.bureau.who(by), telling.id, {"receiver": "王清河"})[1]


def activation(code: str, **changes: Any) -> dict[str, Any]:
    return {"code": code, "number": NUMBER, "name": "王清河", "username": "qinghe", "password": PASSWORD, "again": PASSWORD, **changes}


def admitted(telling: Telling, **changes: Any) -> PartyAccount:
    return admitting.activate(activation(code_for(telling), **changes))


def actor_of(account: PartyAccount) -> Actor:
    return actor_for(User.objects.get(pk=account.user_id))


def client_for(account: PartyAccount) -> Client:
    client = Client()
    client.force_login(account.user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def at(text: str) -> Any:
    return now.at(timezone.make_aware(datetime.fromisoformat(text)))
