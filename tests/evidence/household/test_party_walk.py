"""A party at every entrance of the platform: its own pages and what anybody may read, and nothing else."""

import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from fadu.cases.models import Case
from fadu.documents.models import Document
from tests.accounts.entrances import everything
from tests.evidence.household.conftest import STALL
from tests.evidence.household.parties import admitted, client_for, told

pytestmark = pytest.mark.django_db

OWN = ("mine/", "account/password/", "account/posts/", "logout/")
"""Where a party may go that a stranger may not."""


def patterns(resolver: URLResolver | None = None, before: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every address there is, with the converters of its places."""
    for found in (resolver or get_resolver()).url_patterns:
        route = before + str(found.pattern)
        if isinstance(found, URLResolver):
            yield from patterns(found, route)
        elif isinstance(found, URLPattern):
            yield route, found.pattern.converters


def address(route: str, values: dict[str, Any]) -> str:
    """An address of a route, with things that are there in its places."""
    made = route
    for name, value in values.items():
        for kind in ("uuid", "int", "str", "slug", "path"):
            made = made.replace(f"<{kind}:{name}>", str(value))
        made = made.replace(f"<{name}>", str(value))
    return "/" + made.replace("^", "").replace("$", "").replace("\\", "")


def value_of(name: str, converter: Any, things: dict[str, Any]) -> Any:
    kind = type(converter).__name__
    if kind == "UUIDConverter":
        return things["document"] if name == "document_id" else things["household"] if "household" in name or name in {"one", "other"} else things["case"]
    if kind == "IntConverter":
        return 1
    return things.get(name, "penalty.general" if name == "procedure" else "organs" if name == "sheet_id" else "1")


@pytest.fixture
def walked(telling, opened):
    """A party signed in, and the things of another that it might try for."""
    told(telling, "preserve")
    account = admitted(telling)
    other = opened(day="2026-06-02", **STALL)
    document = Document.objects.filter(case=telling.id).exclude(paper__in=()).order_by("id").first()
    things = {"case": other.pk, "document": document.pk, "household": account.household_id}
    places = [(route, {name: value_of(name, converter, things) for name, converter in converters.items()}) for route, converters in patterns()]
    return client_for(account), sorted({address(route, values) for route, values in places if not route.startswith("logout")}), account


def test_a_party_reads_nothing_that_a_stranger_may_not_but_its_own(walked):
    page, addresses, _ = walked
    stranger = Client(raise_request_exception=False)
    page.raise_request_exception = False
    assert len(addresses) > 200
    wrong = []
    for url in addresses:
        answer, others = page.get(url), stranger.get(url)
        if answer.status_code in {301, 302}:
            if answer.status_code != others.status_code and not answer["Location"].startswith(("/login/", "/mine/")):
                wrong.append(f"{url}: to {answer['Location']}")
        elif answer.status_code not in {403, 404, 405} and answer.status_code != others.status_code and not url[1:].startswith(OWN):
            wrong.append(f"{url}: {answer.status_code}, a stranger {others.status_code}")
        elif answer.status_code >= 500:
            wrong.append(f"{url}: {answer.status_code}")
    assert not wrong, "\n".join(wrong)


def test_a_party_writes_nothing_anywhere(walked):
    page, addresses, _ = walked
    page.raise_request_exception = False
    before = everything()
    stranger, wrong = Client(raise_request_exception=False), []
    for url in addresses:
        if url.startswith(("/account/", "/activate/", "/login/")):
            continue
        answer = page.post(url, {"reason": "试一试", "q": "王老五", "purpose": "handling", "why": "随便看看别人的档案"})
        if answer.status_code not in {301, 302, 400, 403, 404, 405}:
            others = stranger.post(url, {"reason": "试一试"}).status_code
            if others != answer.status_code:
                wrong.append(f"POST {url}: {answer.status_code}, a stranger {others}")
    after = everything()
    changed = [table for table in before if before[table] != after[table]]
    assert not wrong, "\n".join(wrong)
    assert changed == []


def test_of_another_party_and_of_the_house_nothing_can_be_told(walked, opened):
    """What is not its own is not there: the same answer for a case of another, one of its own that it was not told of, and none at all."""
    page, _, account = walked
    secret = opened(day="2026-06-03", party_name="示范县清河食品店", party_code="92130999MA0FADU011")  # its own, but an inquiry that it was not told of
    for case in (Case.objects.exclude(pk=secret.pk).filter(party__code_index="").first().pk, secret.pk, uuid.uuid4()):
        assert page.get(f"/mine/{case}/").status_code == 404
        assert page.get(f"/cases/{case}/").status_code in {403, 404}
        assert page.get(f"/cases/{case}/replay/").status_code == 403
    assert str(secret.pk) not in page.get("/mine/").content.decode()
    assert page.get(f"/households/{account.household_id}/").status_code == 403
