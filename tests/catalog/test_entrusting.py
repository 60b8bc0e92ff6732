"""How delegations are kept: area, publication, filing, review; who is told of what is overdue or ends soon."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from fadu.accounts.actors import Role
from fadu.accounts.permissions import NotAllowed
from fadu.agencies import delegated
from fadu.agencies.kinds import OrganKind
from fadu.agencies.models import Change, Organ
from fadu.catalog import selectors, services
from fadu.catalog.models import Delegation, PowerItem
from fadu.catalog.selectors.entrusting import STATES, read
from fadu.law.forms import Invalid
from tests.accounts.entrances import assert_entrances
from tests.catalog.conftest import ADMIN, OFFICER
from tests.catalog.test_delegations import bureau, entrusted, items, organ

__all__ = ["bureau", "items"]  # fixtures

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


def ago(days: int) -> str:
    return str(TODAY - timedelta(days))


@pytest.fixture
def body(bureau: Organ, items: list[PowerItem]) -> Organ:
    return organ(4, kind=OrganKind.ENTRUSTED)


def running(bureau: Organ, body: Organ, **more: Any) -> Delegation:
    return entrusted(bureau, body, **{"since": ago(100), "until": ago(-200), "published_on": ago(110), **more})


WHOLE = {
    "published_there_on": "2025-01-06", "filed_on": "2025-01-20", "filing_number": "示司委备〔2025〕1号", "approval": "示政批〔2025〕1号", "consulted": "征求意见函",
}  # fmt: skip


def test_what_is_missing_of_the_elements_is_told_until_it_is_entered(bureau, body):
    row = running(bureau, body)
    assert read([row], TODAY)[0].lacks == ("审批文号", "征求基层意见记录", "双方公布", "备案")
    services.complete_delegation(ADMIN, row.pk, WHOLE)
    row.refresh_from_db()
    assert read([row], TODAY)[0].lacks == ()
    assert Change.objects.filter(what="delegation", target_id=row.pk).count() == 2
    with pytest.raises(Invalid) as wrong:
        services.complete_delegation(ADMIN, row.pk, {"filed_on": "2025-02-01"})
    assert set(wrong.value.errors) == {"filed_on"}


@pytest.mark.parametrize(
    ("since", "until", "published", "filed", "state", "filters"),
    [
        (100, -200, 110, 95, "有效", {"running"}),
        (100, -200, None, 95, "未公布", {"running", "unpublished"}),
        (30, -200, 40, None, "有效", {"running"}),  # the thirtieth day
        (31, -200, 40, None, "逾期未备案", {"running", "unfiled"}),
        (100, -60, 110, 95, "还剩 60 天", {"running", "expiring"}),
        (100, -61, 110, 95, "有效", {"running"}),
        (100, 0, 110, 95, "还剩 0 天", {"running", "expiring"}),
        (100, 1, 110, 95, "已失效", {"ended"}),
        (-1, -200, 0, None, "未生效", {"future"}),
    ],
)
def test_a_state_is_that_of_the_day(bureau, body, since, until, published, filed, state, filters):
    dates = {"since": ago(since), "until": ago(until)}
    row = running(bureau, body, **dates, published_on=None)
    Delegation.objects.filter(pk=row.pk).update(
        published_on=None if published is None else TODAY - timedelta(published), filed_on=None if filed is None else TODAY - timedelta(filed)
    )
    row.refresh_from_db()
    assert read([row], TODAY)[0].state[1] == state
    found = {name for name, _ in STATES if selectors.delegations(ADMIN, state=name, on=TODAY).exists()}
    assert found == filters


def test_an_entrustment_of_an_organ_that_is_no_more_is_told(bureau, body):
    running(bureau, body, filed_on=ago(90))
    Organ.objects.filter(pk=bureau.pk).update(ends_on=TODAY)
    assert selectors.delegations(ADMIN, state="gone", on=TODAY).count() == 1


def test_coercion_is_not_entrusted(bureau, body):
    PowerItem.objects.create(code="QZ-1", name="查封", kind="coercion", field="market", level="county", bases=["x"], since=date(2021, 1, 1))
    with pytest.raises(Invalid, match="行政强制法第十七条第一款"):
        running(bureau, body, items="XC-001 QZ-1")


@pytest.mark.parametrize(("area", "kept"), [("城关镇、柳湖镇", ["城关镇", "柳湖镇"]), (" 城关镇 , 城关镇 ", ["城关镇"]), ("", [])])
def test_an_area_is_kept_place_by_place(bureau, body, area, kept):
    assert running(bureau, body, area=area).area == kept


@pytest.mark.parametrize("area", ["x", "城", "城关镇、130999100"])
def test_a_strange_area_is_refused(bureau, body, area):
    with pytest.raises(Invalid) as wrong:
        running(bureau, body, area=area)
    assert set(wrong.value.errors) == {"area"}


def test_a_place_is_asked_about_where_there_is_one(bureau, body, items):
    running(bureau, body, area="城关镇")
    on = TODAY

    def scope(place: str | None) -> bool:
        return bool(selectors.standing(body, items[0], on, place)["delegation_in_scope"])

    assert scope("示范县城关镇清河路")
    assert scope(None)
    assert not scope("示范县柳湖镇")
    assert not scope("")


@pytest.mark.parametrize(
    ("data", "fields"),
    [
        ({}, {""}),
        ({"published_there_on": "2999-01-01"}, {"published_there_on"}),
        ({"review": "sound"}, {"reviewed_on"}),
        ({"review": "fine", "reviewed_on": "x"}, {"review", "reviewed_on"}),
        ({"strange": "1"}, {"strange"}),
    ],
)
def test_what_is_wrong_is_told_on_its_field(bureau, body, data, fields):
    row = running(bureau, body)
    with pytest.raises(Invalid) as wrong:
        services.complete_delegation(ADMIN, row.pk, data)
    assert set(wrong.value.errors) == fields


def test_only_who_keeps_the_catalogue_completes_it(bureau, body):
    with pytest.raises(NotAllowed):
        services.complete_delegation(OFFICER, running(bureau, body).pk, WHOLE)


@pytest.mark.parametrize(("review", "more", "mended"), [("sound", {}, None), ("mend", {}, False), ("mend", {"mended_on": ago(1)}, True), ("clear", {}, False)])
def test_a_review_says_what_is_to_be_done(bureau, body, review, more, mended):
    row = services.complete_delegation(ADMIN, running(bureau, body).pk, {"reviewed_on": ago(3), "review": review, **more})
    assert read([row], TODAY)[0].mended is mended


def test_what_is_to_be_cleared_is_done_when_it_has_ended(bureau, body):
    row = services.complete_delegation(ADMIN, running(bureau, body).pk, {"reviewed_on": ago(3), "review": "clear"})
    row = services.withdraw_delegation(ADMIN, row.pk, {"ends_on": ago(1), "reason": "清理"})
    assert read([row], TODAY)[0].mended is True


def test_organs_are_told_what_they_act_on_for_each_other(bureau, body):
    running(bureau, body, area="城关镇")
    for one in (bureau, body):
        [found] = delegated.of_organs([one.pk], TODAY)
        assert (found.organ, found.principal, found.area, found.items) == (body.name, bureau.name, ("城关镇",), (("XC-001", "事项1"),))
        assert delegated.shown_to_all(one.pk, TODAY)
    Delegation.objects.update(published_on=None)
    assert not delegated.shown_to_all(body.pk, TODAY)


def test_the_pages_for_every_role(clients, bureau, body):
    row = running(bureau, body)
    read_all = dict.fromkeys(clients, 200)
    keep = dict.fromkeys(clients, 403) | {Role.ADMIN: 200, Role.PUBLIC: 302}
    at = f"/delegations/{row.pk}/"
    assert_entrances(
        clients,
        {
            "GET /delegations/": read_all,
            f"GET {at}": read_all,
            f"GET {at}complete/": keep,
            f"POST {at}complete/": {**keep, Role.ADMIN: 422},
            "GET /delegations/999/": dict.fromkeys(clients, 404),
            "GET /delegations/999/complete/": {**keep, Role.ADMIN: 404},
        },
    )


def test_the_list_is_narrowed_and_tells_what_is_overdue(clients, bureau, body):
    running(bureau, body, document="示市监委〔2026〕7号")
    admin = clients[Role.ADMIN]
    text = admin.get("/delegations/").content.decode()
    assert "逾期未备案 1 件" in text
    assert "示市监委〔2026〕7号" in admin.get("/delegations/?state=unfiled").content.decode()
    assert "示市监委〔2026〕7号" not in admin.get("/delegations/?state=unpublished").content.decode()
    assert "示市监委〔2026〕7号" not in admin.get("/delegations/?kind=grant").content.decode()
    assert "示市监委〔2026〕7号" in admin.get("/delegations/?q=机关").content.decode()
    assert admin.get("/delegations/?state=x&kind=y&q=%00&after=-1").status_code == 200
    assert admin.post(f"/delegations/{Delegation.objects.get().pk}/complete/", WHOLE).status_code == 302
    assert "逾期未备案" not in admin.get("/delegations/").content.decode().split("<form")[0]
