"""赋权、委托、派出: what a township, an entrusted body and an outpost may act on, and what becomes of it when it ends."""

from datetime import date

import pytest

from fadu.accounts.actors import Role
from fadu.accounts.permissions import NotAllowed
from fadu.agencies.kinds import Level, OrganKind
from fadu.agencies.models import Organ
from fadu.catalog import selectors, services
from fadu.catalog.models import Delegation, PowerItem
from fadu.law.forms import Invalid
from tests.catalog.conftest import ADMIN, OFFICER

pytestmark = pytest.mark.django_db
ON = date(2025, 9, 1)
GRANT = {
    "kind": "grant",
    "items": "XC-001 XC-002",
    "basis": "《行政处罚法》第二十四条第一款",
    "document": "省政字〔2024〕8号",
    "since": "2024-07-01",
    "published_on": "2024-06-20",
}


def organ(number: int, **more) -> Organ:
    base = {
        "name": f"第{number}机关", "short_name": f"机{number}", "code": f"11130999MB{number:08d}", "kind": OrganKind.STATUTORY, "field": "market",
        "level": Level.COUNTY, "region_name": "示范县", "region_code": "130999", "path": f"/{number}/", "address": "清河路", "phone": "0399-5550000",
        "legal_rep": "某", "starts_on": date(2019, 3, 1),
    }  # fmt: skip
    return Organ.objects.create(**{**base, **more})


@pytest.fixture
def items() -> list[PowerItem]:
    common = {"kind": "penalty", "field": "market", "level": "county", "bases": ["食品安全法第一百二十四条"], "since": date(2021, 1, 1)}
    return [PowerItem.objects.create(code=f"XC-00{n}", name=f"事项{n}", **common) for n in (1, 2, 3)]


@pytest.fixture
def bureau() -> Organ:
    return organ(1)


@pytest.fixture
def township() -> Organ:
    return organ(2, level=Level.TOWNSHIP, field="general")


def told(who: Organ, row: PowerItem, on: date = ON) -> dict:
    return selectors.standing(who, row, on)


def test_an_organ_acts_by_its_own_powers(bureau, items):
    assert told(bureau, items[0]) == {"agency_kind": "statutory", "agency_qualified": True, "agency_county_level": True, "granted_away": False}


def test_what_was_handed_down_is_no_longer_the_bureaus(bureau, township, items):
    services.register_delegation(ADMIN, {**GRANT, "organ": str(township.pk)})
    assert told(bureau, items[0])["granted_away"] is True
    assert told(bureau, items[2])["granted_away"] is False
    assert told(bureau, items[0], date(2024, 6, 30))["granted_away"] is False


def test_an_organ_of_another_field_does_not(items):
    assert told(organ(3, field="ecology"), items[0])["agency_qualified"] is False


def test_a_township_acts_on_what_was_granted_and_published(township, items):
    services.register_delegation(ADMIN, {**GRANT, "organ": str(township.pk)})
    granted = told(township, items[0])
    assert granted == {"agency_kind": "township", "agency_qualified": True, "agency_county_level": True, "grant_published": True}
    assert told(township, items[2]) == {"agency_kind": "township", "agency_qualified": False, "agency_county_level": False, "grant_published": False}


@pytest.mark.parametrize(("on", "qualified", "published"), [
    (date(2024, 6, 30), False, False),  # the day before it takes effect
    (date(2024, 7, 1), True, True),
])  # fmt: skip
def test_a_grant_begins_on_its_day(township, items, on, qualified, published):
    services.register_delegation(ADMIN, {**GRANT, "organ": str(township.pk)})
    found = told(township, items[0], on)
    assert (found["agency_qualified"], found["grant_published"]) == (qualified, published)


def test_a_grant_that_is_not_published_is_no_ground(township, items):
    services.register_delegation(ADMIN, {**GRANT, "organ": str(township.pk), "published_on": "2025-10-01"})
    assert told(township, items[0])["grant_published"] is False


def test_a_grant_taken_back_ends_the_day_before(township, items):
    row = services.register_delegation(ADMIN, {**GRANT, "organ": str(township.pk)})
    services.withdraw_delegation(ADMIN, row.pk, {"ends_on": "2025-09-01", "reason": "评估不合格"})
    assert told(township, items[0], date(2025, 8, 31))["agency_qualified"] is True
    assert told(township, items[0], date(2025, 9, 1))["agency_qualified"] is False
    with pytest.raises(Invalid, match="已经失效"):
        services.withdraw_delegation(ADMIN, row.pk, {"ends_on": "2025-12-01", "reason": "再收回"})


def entrusted(bureau, who, **more) -> Delegation:
    data = {
        "kind": "entrustment", "organ": str(who.pk), "principal": str(bureau.pk), "items": "XC-001", "powers": "调查、决定", "basis": "《行政处罚法》第二十条第一款",
        "document": "示市监委〔2025〕1号", "since": "2025-01-01", "until": "2025-12-31", "published_on": "2025-01-05", "public_function": True, **more,
    }  # fmt: skip
    return services.register_delegation(ADMIN, data)


def test_an_entrusted_body_acts_in_its_principals_name_within_items_and_term(bureau, items):
    body = organ(4, kind=OrganKind.ENTRUSTED)
    entrusted(bureau, body)
    found = told(body, items[0])
    assert found == {
        "agency_kind": "entrusted", "agency_qualified": True, "agency_county_level": True, "delegation_lawful": True, "delegation_terms": True,
        "delegation_published": True, "delegation_in_scope": True, "delegation_in_name": True, "delegation_passed_on": False, "delegatee_public": True,
        "delegatee_certified": 0, "delegation_filed": False, "delegatee_township": False, "delegatee_needs_technique": False, "delegatee_has_technique": False,
    }  # fmt: skip
    assert told(body, items[1])["delegation_in_scope"] is False
    assert told(body, items[0], date(2026, 1, 1))["delegation_in_scope"] is False
    assert selectors.acts_for(body, "XC-001", ON) == bureau
    assert selectors.acts_for(bureau, "XC-001", ON) == bureau


def test_what_is_passed_on_is_seen(bureau, items):
    body, other = organ(4, kind=OrganKind.ENTRUSTED), organ(5, kind=OrganKind.ENTRUSTED)
    entrusted(bureau, body)
    entrusted(body, other)
    assert told(body, items[0])["delegation_passed_on"] is True


def test_an_outpost_acts_in_its_departments_name(bureau, items):
    post = organ(6, kind=OrganKind.DISPATCHED, level=Level.TOWNSHIP, parent=bureau)
    assert told(post, items[0])["outpost_in_scope"] is False
    services.register_delegation(ADMIN, {
        "kind": "outpost", "organ": str(post.pk), "principal": str(bureau.pk), "items": "XC-001", "basis": "《市场监督管理行政处罚程序规定》第九条",
        "document": "示市监〔2025〕2号", "since": "2025-01-01",
    })  # fmt: skip
    assert told(post, items[0]) == {
        "agency_kind": "outpost", "agency_qualified": True, "agency_county_level": True, "outpost_in_scope": True, "outpost_own_name": False, "issued_by": "department",
    }  # fmt: skip


@pytest.mark.parametrize(("change", "field"), [
    ({"items": "XC-009"}, "items"),
    ({"organ": "999"}, "organ"),
    ({"kind": "entrustment"}, "principal"),
    ({"until": "2024-01-01"}, "until"),
    ({"kind": "outpost"}, "organ"),
    ({"since": "gestern"}, "since"),
])  # fmt: skip
def test_what_is_wrong_is_told_on_its_field(township, items, change, field):
    with pytest.raises(Invalid) as wrong:
        services.register_delegation(ADMIN, {**GRANT, "organ": str(township.pk), **change})
    assert field in wrong.value.errors
    assert not Delegation.objects.exists()


def test_only_who_keeps_the_catalogue_registers(township, items):
    with pytest.raises(NotAllowed):
        services.register_delegation(OFFICER, {**GRANT, "organ": str(township.pk)})
    with pytest.raises(NotAllowed):
        services.withdraw_delegation(OFFICER, 1, {"ends_on": "2025-09-01", "reason": "x"})


def test_the_pages_list_register_and_take_back(clients, township, items):
    admin, officer = clients[Role.ADMIN], clients[Role.OFFICER]
    assert officer.get("/delegations/new/").status_code == 403
    assert "事项编码" in admin.get("/delegations/new/").content.decode()
    wrong = admin.post("/delegations/new/", {**GRANT, "organ": str(township.pk), "items": "XC-777"})
    assert wrong.status_code == 422
    assert "XC-777" in wrong.content.decode()
    assert admin.post("/delegations/new/", {**GRANT, "organ": str(township.pk)}).status_code == 302
    row = Delegation.objects.get()
    page = officer.get("/delegations/").content.decode()
    assert "省政字〔2024〕8号" in page
    assert "收回" not in page
    assert admin.post(f"/delegations/{row.pk}/withdraw/", {"ends_on": "2025-09-01", "reason": "评估不合格"}).status_code == 302
    assert "评估不合格" in admin.get("/delegations/").content.decode()
    assert admin.get("/delegations/99/withdraw/").status_code == 404
