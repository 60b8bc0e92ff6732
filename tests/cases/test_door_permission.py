"""Every role at every entrance of the cases, nothing changed by who may not; and what each may read of a party."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from fadu.accounts import permissions
from fadu.accounts.actors import PUBLIC, SYSTEM, Actor, Role
from fadu.accounts.permissions import NotAllowed
from fadu.cases.errors import NotFound, Refused
from fadu.cases.models import Step
from fadu.cases.selectors import case_for, found, listed, visible
from fadu.cases.services import register, take
from fadu.cases.services.log import sequence_all
from fadu.law.forms import Invalid
from fadu.law.registry import procedures
from tests.accounts.entrances import assert_entrances, everything
from tests.cases.telling import Telling, at, counts, story
from tests.cases.world import Bureau

PEOPLE = {Role.OFFICER: "liwei", Role.REVIEWER: "chenjing", Role.HEAD: "zhaoqiang", Role.SUPERVISOR: "zhaomin", Role.ADMIN: "admin"}
ORDER = (Role.OFFICER, Role.REVIEWER, Role.HEAD, Role.SUPERVISOR, Role.ADMIN, Role.PUBLIC)
OTHER = ("zhoujie", Role.OFFICER)
"""An officer of the same bureau who does not handle the case."""


@pytest.fixture
def told(bureau: Bureau) -> Telling:
    """A case under inquiry, its steps in the public log."""
    case = Telling(bureau).until("inspect")
    sequence_all()
    return case


def clients(bureau: Bureau) -> dict[Role, Client]:
    made = {role: Client() for role in ORDER}
    for role, name in PEOPLE.items():
        made[role].force_login(bureau.named[name].user, backend="django.contrib.auth.backends.ModelBackend")
    return made


# Columns: officer of the case, reviewer, head, supervisor, administrator, public.
PAGES = """
GET  /                          200 200 200 200 302 302
GET  /cases/                    200 200 200 200 403 302
GET  /cases/new/general/        200 403 403 403 403 302
POST /cases/new/general/        422 403 403 403 403 302
GET  /cases/new/simple/         200 403 403 403 403 302
POST /cases/new/simple/         422 403 403 403 403 302
GET  /cases/{id}/               200 200 200 200 403 302
GET  /cases/{id}/checks/        200 200 200 200 403 302
GET  /cases/{id}/record/1/      200 200 200 200 403 302
GET  /cases/{id}/record/99/     404 404 404 404 403 302
GET  /cases/{id}/receipt/1.json 200 200 200 200 403 302
POST /cases/{id}/do/question/   422 403 403 403 403 302
POST /cases/{id}/do/suspend/    403 403 422 403 403 302
POST /cases/{id}/do/file/       403 403 409 403 403 302
POST /cases/{id}/correct/1/     422 422 422 403 403 302
GET  /cases/{id}/package.zip    405 405 405 405 405 405
GET  /log/                      200 200 200 200 200 200
GET  /log/checkpoint            200 200 200 200 200 200
GET  /log/key                   200 200 200 200 200 200
GET  /log/tile/0/000.p/3        200 200 200 200 200 200
"""
API = """
POST /api/cases                         403 403 403 403 403 401
GET  /api/cases/{id}                    200 200 200 200 403 401
GET  /api/cases/{id}/steps              200 200 200 200 403 401
GET  /api/cases/{id}/receipts/1         200 200 200 200 403 401
GET  /api/cases/{id}/receipts/99        404 404 404 404 403 401
GET  /api/procedures/penalty.general    200 200 200 200 200 401
GET  /api/procedures/penalty.magic      404 404 404 404 404 401
"""


def table(text: str, case: Telling) -> dict[str, dict[Role, int]]:
    rows = {}
    for line in text.strip().splitlines():
        method, url, *statuses = line.split()
        rows[f"{method} {url.format(id=case.id)}"] = dict(zip(ORDER, map(int, statuses), strict=True))
    return rows


def test_every_role_at_every_page(told: Telling) -> None:
    rows = table(PAGES, told)
    refusing = next(row for row in rows if row.endswith("/do/file/"))
    attempt = rows.pop(refusing)  # refused for the head, and that is recorded: tested below
    assert_entrances(clients(told.bureau), rows, {"taken_at": "2026-06-05T09:00"})
    before = everything()
    for role in ORDER:
        if role is not Role.HEAD:
            answer = clients(told.bureau)[role].post(refusing.split()[1], {"taken_at": "2026-06-05T09:00"})
            assert answer.status_code == attempt[role]
    assert {name: rows for name, rows in everything().items() if "Session" not in name} == {
        name: rows for name, rows in before.items() if "Session" not in name
    }


def test_every_role_at_every_step_by_the_api(told: Telling) -> None:
    """The one who may gets 4xx for the empty form, unless it asks nothing that must be answered; the others 403; else nothing is written but attempts out of turn."""
    noted = 0
    made = clients(told.bureau)
    courses = procedures()[told.case.procedure, told.case.version]
    for step in courses.steps[1:]:
        url = f"/api/cases/{told.id}/steps/{step.name}"
        for role in ORDER:
            answer = made[role].post(url, json.dumps({"data": {}}), content_type="application/json")
            allowed = role.value == step.by.value or (step.name == "correct" and role in (Role.OFFICER, Role.REVIEWER, Role.HEAD))
            expected = {401} if role is Role.PUBLIC else {403, 404} if role is Role.ADMIN else {409, 422} if allowed else {403}
            if allowed and not any(field.required for field in step.asks):  # particulars: whatever is known is noted
                expected |= {201}
                noted += answer.status_code == 201
            assert answer.status_code in expected, f"{step.name} as {role.value}: {answer.status_code}"
    assert told.case.seq == 3 + noted


def test_every_role_at_every_entrance_of_the_api(told: Telling) -> None:
    rows = table(API, told)
    made = clients(told.bureau)
    opening = json.dumps({"procedure": "penalty.general", "data": {}})
    for entrance, expected in rows.items():
        method, url = entrance.split()
        for role, status in expected.items():
            before = counts()
            answer = made[role].generic(method, url, opening if method == "POST" else "", content_type="application/json")
            if method == "POST" and role is Role.OFFICER:
                assert answer.status_code == 422  # may, and nothing was filled in
            else:
                assert answer.status_code == status, f"{entrance} as {role.value}: {answer.status_code}"
            assert counts() == before
            if answer.status_code >= 400:
                assert answer["Content-Type"] == "application/problem+json"


def test_the_api_wants_the_token_of_the_pages(told: Telling) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(told.bureau.named["liwei"].user, backend="django.contrib.auth.backends.ModelBackend")
    answer = client.post(f"/api/cases/{told.id}/steps/question", json.dumps({"data": {}}), content_type="application/json")
    assert answer.status_code == 403
    assert client.post(f"/cases/{told.id}/do/question/", {}).status_code == 403


# --- the door itself -----------------------------------------------------------------------------------------------------


def nobody(bureau: Bureau) -> Iterator[tuple[str, Actor]]:
    officer = bureau.named["liwei"]
    yield "public", PUBLIC
    yield "system", SYSTEM
    yield "administrator", bureau.who("admin")
    yield "supervisor", bureau.who("zhaomin")
    yield "officer without an organ", Actor(9, "x", Role.OFFICER)
    yield "officer without a person", Actor(9, "x", Role.OFFICER, officer.organ_id, frozenset({officer.organ_id}))
    yield "officer of no case", bureau.who("zhoujie")
    yield "officer of another organ", bureau.who("zhoulin")
    yield "reviewer of another organ", bureau.who("linxue")
    yield "head of another organ", bureau.who("wujun")


def test_who_may_not_takes_no_step_whatever_it_is(told: Telling) -> None:
    told.bureau.general()
    courses = procedures()[told.case.procedure, told.case.version]
    for who, actor in nobody(told.bureau):
        for step in courses.steps[1:]:
            before = counts()
            with pytest.raises((NotAllowed, NotFound)):
                take(actor, told.id, step.name, {}, taken_at=at("2026-06-05T09:00"))
            assert counts() == before, f"{who} {step.name}"
    assert told.case.seq == 3


def test_who_may_not_registers_no_case(bureau: Bureau) -> None:
    bureau.general()
    data = story("food_safety")["steps"][0]["data"]
    for actor in (PUBLIC, SYSTEM, *(bureau.who(name) for name in ("admin", "zhaomin", "chenjing", "zhaoqiang", "linxue", "wujun"))):
        before = counts()
        with pytest.raises(NotAllowed):
            register(actor, "penalty.general", data, taken_at=at("2026-06-01T09:10"))
        assert counts() == before


def test_an_officer_of_another_field_registers_nothing_that_it_could_decide(bureau: Bureau) -> None:
    """An officer without an organ is nobody anywhere."""
    before = counts()
    with pytest.raises((NotAllowed, Invalid, NotFound, Refused, Exception)) as caught:
        register(Actor(9, "x", Role.OFFICER), "penalty.general", story("food_safety")["steps"][0]["data"], taken_at=at("2026-06-01T09:10"))
    assert caught.type.__name__ in {"NotAllowed", "Invalid", "NotFound", "Refused", "DoesNotExist"}
    assert counts() == before


def test_a_case_out_of_reach_is_not_there(told: Telling) -> None:
    told.bureau.general()
    for name in ("zhoujie", "zhoulin", "linxue", "wujun"):
        actor = told.bureau.who(name)
        assert not visible(actor).exists()
        assert not listed(actor, turn="all").rows
        assert not found(actor, q="清河").rows
        with pytest.raises(NotFound):
            case_for(actor, told.id)
        client = Client()
        client.force_login(told.bureau.named[name].user, backend="django.contrib.auth.backends.ModelBackend")
        for url in (
            f"/cases/{told.id}/",
            f"/cases/{told.id}/record/1/",
            f"/cases/{told.id}/checks/",
            f"/cases/{told.id}/do/inspect/",
            f"/api/cases/{told.id}",
            f"/cases/{told.id}/receipt/1.json",
        ):
            assert client.get(url).status_code == 404, f"{url} as {name}"
        assert "清河" not in client.get("/cases/?q=清河").content.decode().replace('value="清河"', "")


def test_the_administrator_sees_no_case_at_all(told: Telling) -> None:
    admin = told.bureau.who("admin")
    with pytest.raises(NotAllowed):
        visible(admin)
    client = clients(told.bureau)[Role.ADMIN]
    for url in ("/cases/", f"/cases/{told.id}/", f"/api/cases/{told.id}", f"/cases/{told.id}/record/1/", f"/cases/{told.id}/checks/"):
        answer = client.get(url)
        assert answer.status_code == 403
        assert "清河" not in answer.content.decode()


SECRETS = ("92130999MA0FADU011", "13800001234", "王清河", "示范县城关镇清河路 12 号")
"""What names the party of the food case beyond its name: code, telephone, who represents it, where it lives."""

READING = (
    "/",
    "/cases/",
    "/cases/?q=92130999MA0FADU011",
    "/cases/{id}/",
    "/cases/{id}/checks/",
    "/cases/{id}/record/1/",
    "/cases/{id}/receipt/1.json",
    "/api/cases/{id}",
    "/api/cases/{id}/steps",
    "/api/cases/{id}/receipts/1",
    "/log/",
    "/log/checkpoint",
)


@pytest.mark.parametrize("role", [Role.ADMIN, Role.PUBLIC])
def test_nothing_of_a_party_is_shown_to_administrator_and_public(told: Telling, role: Role) -> None:
    client = clients(told.bureau)[role]
    for url in READING:
        page = client.get(url.format(id=told.id), follow=True).content.decode().replace('value="92130999MA0FADU011"', "")
        assert not [secret for secret in SECRETS if secret in page], url


def test_who_may_not_see_the_party_is_shown_the_case_without_it(told: Telling, monkeypatch: pytest.MonkeyPatch) -> None:
    """The table decides; here the supervisor is taken off `party.see`, and no page of the room may forget it."""
    narrowed = {action: reach for action, reach in permissions.TABLE[Role.SUPERVISOR].items() if action != "party.see"}
    monkeypatch.setitem(permissions.TABLE, Role.SUPERVISOR, narrowed)
    client = clients(told.bureau)[Role.SUPERVISOR]
    for url in READING:
        answer = client.get(url.format(id=told.id), follow=True)
        assert answer.status_code == 200, url
        page = answer.content.decode().replace('value="92130999MA0FADU011"', "")
        assert not [secret for secret in SECRETS if secret in page], url
    inspected = client.get(f"/cases/{told.id}/record/3/").content.decode()
    assert "王清河" not in inspected
    assert "当事人已签名" in inspected


def test_the_log_tells_nothing_of_anybody(told: Telling) -> None:
    client = Client()
    for url in ("/log/checkpoint", "/log/tile/entries/000.p/3", "/log/tile/0/000.p/3", "/log/"):
        raw = client.get(url).content
        for secret in (*SECRETS, "清河", "李伟"):
            assert secret.encode() not in raw, url


@pytest.mark.parametrize(
    "path",
    ["../keys/fadu_log_key", "..%2f..%2fkeys", "0/../../keys", "/etc/passwd", "0/000.p/999", "entries/%2e%2e", "0//000", "\x00", "x" * 3000],
    ids=lambda path: path[:20],
)
def test_no_other_file_is_served_as_a_tile(told: Telling, path: str) -> None:
    assert Client().get(f"/log/tile/{path}").status_code in {404, 301, 400}


# --- links lead somewhere ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", [Role.OFFICER, Role.REVIEWER, Role.HEAD, Role.SUPERVISOR])
@pytest.mark.parametrize("last", ["register", "collect", "conclude", "notify", "decide", "pay", "archive"])
def test_every_link_of_the_case_page_leads_somewhere(bureau: Bureau, role: Role, last: str) -> None:
    import re

    case = Telling(bureau).until(last)
    client = clients(bureau)[role]
    page = client.get(f"/cases/{case.id}/").content.decode()
    links = {link.replace("&amp;", "&").split("#")[0] for link in re.findall(r'href="(/cases/[^"]*)"', page)}
    assert links
    for link in sorted(links - {""}):
        if link.endswith(".json"):
            continue
        assert client.get(link).status_code in {200, 302, 405}, f"{link} as {role.value}"


# --- how many queries ----------------------------------------------------------------------------------------------------

CEILINGS: dict[str, int] = json.loads(Path(__file__).with_name("queries.json").read_text())


@pytest.mark.parametrize("name", list(CEILINGS))
def test_the_number_of_queries_stays_below_its_ceiling(bureau: Bureau, name: str) -> None:
    """The ceilings stand in queries.json; the number does not grow with the cases."""
    case = Telling(bureau).until("collect")
    for _ in range(12 if name in ("worklist", "search") else 0):
        Telling(bureau).until("register")
    client = clients(bureau)[Role.OFFICER]
    who, data = bureau.who("liwei"), case.sent("dispose_preserved")
    acts: dict[str, Any] = {
        "worklist": lambda: client.get("/"),
        "search": lambda: client.get("/cases/"),
        "case page": lambda: client.get(f"/cases/{case.id}/"),
        "step page": lambda: client.get(f"/cases/{case.id}/do/question/"),
        "record page": lambda: client.get(f"/cases/{case.id}/record/1/"),
        "checks page": lambda: client.get(f"/cases/{case.id}/checks/"),
        "take": lambda: take(who, case.id, "dispose_preserved", data, taken_at=at("2026-06-10T16:00")),
        "register": lambda: register(who, "penalty.general", story("food_safety")["steps"][0]["data"], taken_at=at("2026-06-01T09:10"), key="q"),
        "api read": lambda: client.get(f"/api/cases/{case.id}"),
    }
    with CaptureQueriesContext(connection) as seen:
        acts[name]()
    number = len([query for query in seen.captured_queries if "SAVEPOINT" not in query["sql"]])
    assert number <= CEILINGS[name], f"{name}: {number} queries, at most {CEILINGS[name]}"
    assert number >= CEILINGS[name] - 8, f"{name}: {number} queries; lower its ceiling in queries.json"
    assert Step.objects.filter(case_id=case.id).count() == (7 if name == "take" else 6)
