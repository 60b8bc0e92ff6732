"""Nothing leaks: personal and secret data of fifty kinds, planted in every free-text field of a case, is found in nothing that a visitor can fetch."""

import json
import re
import uuid
from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from fadu.cases.models import Leaf
from fadu.disclosure import search, selectors, services
from fadu.disclosure.derive import draw
from fadu.disclosure.models import Event, Publication, Shown
from fadu.documents.models import Document
from tests.cases.telling import Telling
from tests.cases.world import Bureau
from tests.disclosure.conftest import worked
from tests.disclosure.planting import PLANTS, SECRET, Planter, leaked, plain, tell

pytestmark = pytest.mark.long


@pytest.fixture
def planted(bureau: Bureau) -> tuple[Publication, Planter]:
    """The food case, its every field of prose planted, decided, marked, released."""
    story, planter = Telling(bureau), Planter()
    tell(story, planter, "decide")
    row = worked(story)
    assert row is not None
    services.mark_words(bureau.who("liwei"), story.id, SECRET, "trade")
    drawn = draw(row.step_id)
    assert not drawn.found, drawn.found
    return services.release(bureau.who("liwei"), row.pk, seen=search.fingerprint(drawn.shown)), planter


def test_there_are_enough_of_them(planted: tuple[Publication, Planter]) -> None:
    """The planting reaches the case: at least forty kinds, in at least thirty fields, all of them in what is private."""
    _, planter = planted
    assert len({plant.kind for plant in PLANTS}) >= 40
    assert planter.turn >= len(PLANTS)
    assert len(planter.places) >= 30, sorted(planter.places)
    row = planted[0]
    kept = json.dumps([step.data for step in row.case.steps.all()], ensure_ascii=False)
    assert {plant.kind for plant in PLANTS} == set(leaked(kept)), "each kind stands somewhere in the case"
    whole = "".join(piece.original for line in (*draw(row.step_id).lines,) for piece in line.masked.pieces)
    assert len(leaked(whole)) >= 30, "and most of them in what is public of it"


def test_nothing_is_in_what_is_kept_for_the_public(planted: tuple[Publication, Planter]) -> None:
    for row in Shown.objects.all():
        everything = json.dumps([str(getattr(row, field.attname)) for field in Shown._meta.concrete_fields] + [row.record], ensure_ascii=False, default=str)
        assert not leaked(everything)
    for event in Event.objects.all():
        assert not leaked(json.dumps([event.shown, event.public_reason], ensure_ascii=False))
    for leaf in Leaf.objects.all():
        assert not leaked(bytes(leaf.entry).decode("utf-8", "replace"))


def test_nothing_is_in_the_index(planted: tuple[Publication, Planter]) -> None:
    """Pairs of signs too: of no name do all the pairs stand in what is searched; and no planted string finds a record."""
    for row in Shown.objects.all():
        words = set(row.grams.split())
        for plant in PLANTS:
            secret = plain(plant.secret)
            if re.fullmatch(r"[\u4e00-\u9fff]{3,}", secret):
                assert {secret[at : at + 2] for at in range(len(secret) - 1)} - words, plant.kind
            else:
                assert secret not in words
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("SELECT words FROM disclosure_shown_words")
            assert not leaked(" ".join(row[0] for row in cursor.fetchall()))
    for plant in PLANTS:
        assert plant.kind == "带点的姓名" or not selectors.shown(plant.secret).exists(), plant.kind  # three signs by themselves stand in any text


def _addresses(patterns: Any, prefix: str = "") -> Iterator[tuple[str, dict[str, str]]]:
    """Every address of the platform with the kinds of its parts, as the resolver has it; pages that come later are in it by themselves."""
    for entry in patterns:
        if isinstance(entry, URLResolver):
            yield from _addresses(entry.url_patterns, prefix + str(entry.pattern))
        elif isinstance(entry, URLPattern):
            yield prefix + str(entry.pattern), {name: type(kind).__name__ for name, kind in entry.pattern.converters.items()}


def _filled(row: Publication) -> Iterator[str]:
    """The addresses with everything a visitor could put in them: ids of the record, the case, the paper, the organ, its codes."""
    shown = Shown.objects.get(pk=row.pk)
    ids = [str(row.pk), str(row.case_id), *(str(key) for key in Document.objects.filter(case=row.case_id).values_list("pk", flat=True)[:2])]
    values = {
        "UUIDConverter": ids, "IntConverter": [str(row.organ_id), "0", "1", str(shown.shown_on.year)],
        "StringConverter": [shown.party_code, shown.item, shown.act, shown.number, "penalty"], "SlugConverter": ["penalty", shown.item],
        "PathConverter": ["index.html"],
    }  # fmt: skip
    for address, kinds in _addresses(get_resolver().url_patterns):
        if "(?" in address or "^" in address:
            continue
        for chosen in product(*(values.get(kind, ["x"]) for kind in kinds.values())):
            parts = dict(zip(kinds, chosen, strict=True))
            yield "/" + re.sub(r"<(?:\w+:)?(\w+)>", lambda part, parts=parts: parts[part[1]], address)  # type: ignore[misc]


def _read(answer: Any) -> str:
    data = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return str(data.decode("utf-8", "replace"))


def test_no_address_tells_a_visitor_any_of_it(planted: tuple[Publication, Planter]) -> None:
    """Every address, whatever it answers: pages, JSON, feeds, site map, open data, downloads, and the errors of those that are closed."""
    visitor, opened = Client(raise_request_exception=True), 0
    for address in dict.fromkeys(_filled(planted[0])):
        if address.startswith(("/login", "/static", "/media")):
            continue
        answer = visitor.get(address)
        said = _read(answer) + json.dumps(dict(answer.headers), ensure_ascii=False)
        assert not leaked(said), f"{address}: {leaked(said)}"
        opened += answer.status_code == 200
    assert opened >= 20


@pytest.mark.parametrize("page", ["/open/", "/open/feed.atom", "/open/{id}/", "/open/{id}.json", "/open/nothing/", f"/open/{uuid.UUID(int=7)}/"])
def test_asked_for_one_none_of_the_others_is_told(planted: tuple[Publication, Planter], page: str) -> None:
    """The box may repeat what a visitor typed, and says nothing more."""
    visitor = Client()
    for plant in PLANTS[::3]:
        answer = visitor.get(page.format(id=planted[0].pk), {"q": plant.sentence, "organ": plant.secret, "after": plant.secret, "since": plant.secret})
        assert set(leaked(_read(answer))) <= set(leaked(plant.sentence)), page


def test_after_withdrawal_nothing_of_it_is_left(bureau: Bureau, planted: tuple[Publication, Planter]) -> None:
    """The tombstone, the index and the addresses of a withdrawn record; a reason that tells somebody is refused."""
    row = planted[0]
    from fadu.law.forms import Invalid

    for plant in PLANTS[:20]:
        with pytest.raises(Invalid):
            services.withdraw(bureau.who("liwei"), row.pk, f"因{plant.sentence}")
    services.withdraw(bureau.who("liwei"), row.pk, "行政复议决定撤销了原处罚决定")
    shown = Shown.objects.get(pk=row.pk)
    assert (shown.party, shown.party_code, shown.grams) == ("", "", "")
    for address in (f"/open/{row.pk}/", f"/open/{row.pk}.json", "/open/", "/open/feed.atom"):
        assert not leaked(_read(Client().get(address)))
        assert "清河食品" not in _read(Client().get(address))


def test_no_file_is_published(planted: tuple[Publication, Planter]) -> None:
    """What is shown of the decision are words that were masked: no paper, no original, no recording has an address for visitors."""
    row = planted[0]
    page = _read(Client().get(f"/open/{row.pk}/"))
    assert "决定书公开文本" in page
    hashes = [*Document.objects.filter(case=row.case_id).values_list("sha256", flat=True)]
    assert hashes
    for text in (page, _read(Client().get(f"/open/{row.pk}.json"))):
        assert not any(value in text for value in hashes)
        assert not re.search(r'(?:href|src)="[^"]*\.(?:pdf|docx?|jpe?g|mp4|zip)"', text)
