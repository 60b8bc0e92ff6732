"""Every role at every entrance; the page for an organ's own people; the tree of lists for anybody."""

import pytest
from django.urls import reverse
from django.utils import timezone

from fadu.accounts.actors import SERVING, SYSTEM, Role
from fadu.agencies.models import Organ
from fadu.catalog.models import ServiceGuide
from fadu.disclosure.before.lists import LISTS
from fadu.disclosure.before.models import Channel, Method, Task
from fadu.disclosure.before.services import keep_all, note
from tests.accounts.entrances import assert_entrances
from tests.agencies.world import World
from tests.disclosure.before.conftest import bureau

pytestmark = pytest.mark.django_db
ROLES = (*SERVING, Role.PUBLIC)
ALL = dict.fromkeys(ROLES, 200)
NOBODY = dict.fromkeys(ROLES, 404)


def test_everybody_reads_what_is_public(county: World) -> None:
    keep_all()
    addresses = [reverse("before:home"), *(reverse(f"before:{name}") for name in LISTS), reverse("before:organ", args=[bureau().pk])]
    addresses += [reverse("before:item", args=["SC-CF-100"]), reverse("before:guide", args=[ServiceGuide.objects.get().pk])]
    addresses += [reverse("before:chart", args=["penalty.simple"]), reverse("before:editions", args=["powers"]), reverse("before:edition", args=["powers", 1])]
    addresses += [reverse(f"before:{form}", args=["contracts"]) for form in ("excel", "pdf", "data", "schema")]
    gone = ["/open/organs/999999/", "/open/items/NONE/", "/open/before/guides/999999/", "/open/before/charts/none/", "/open/before/none.json"]
    gone += [f"/open/organs/{'9' * 25}/", "/open/before/none/editions/", "/open/before/powers/editions/99/", f"/open/before/powers/editions/{'9' * 25}/"]
    gone += [f"/open/before/guides/{'9' * 25}/", "/open/items/?organ=0", "/open/items/%00/", "/open/before/charts/supervision.general/"]
    assert_entrances(county.clients(), {f"GET {one}": ALL for one in addresses} | {f"GET {one}": NOBODY for one in gone})


def test_who_keeps_the_registers_and_who_reads_them(county: World) -> None:
    organ = bureau().pk
    keepers = {**dict.fromkeys(ROLES, 403), Role.ADMIN: 200, Role.PUBLIC: 302}
    readers = {**dict.fromkeys(ROLES, 200), Role.PUBLIC: 302}
    table = {"GET /publications/before/": readers, f"GET /publications/before/?organ={organ}": readers}
    for name, model in (("methods_book", Method), ("tasks_book", Task), ("channels_book", Channel)):
        row = model.objects.order_by("pk").first()
        assert row is not None
        table |= {f"GET /before/{name}/": readers, f"GET /before/{name}/{row.pk}/": readers, f"GET /before/{name}/new/{organ}/": keepers}
    assert_entrances(county.clients(), table)


def test_an_organ_of_another_county_is_not_told_of(county: World) -> None:
    other = Organ.objects.get(short_name="邻市监").pk
    nobody = {**dict.fromkeys(ROLES, 404), Role.PUBLIC: 302}
    assert_entrances(county.clients(), {f"GET /publications/before/?organ={other}": nobody, "GET /publications/before/?organ=x": nobody})


def test_the_organ_is_told_what_lacks_by_which_clause_since_when_and_where_to_enter_it(county: World) -> None:
    ecology, today = Organ.objects.get(short_name="示环"), timezone.localdate()
    note(SYSTEM, ecology, today)
    told = county.client(Role.ADMIN).get(reverse("before:keeping"), {"organ": ecology.pk}).content.decode()
    for words in (
        "没有公布受理投诉举报的电话、电子邮箱和通信地址",
        "兴隆意见 四(十六)",
        f"{today:%Y-%m-%d}",
        f"/before/channels_book/?organ={ecology.pk}",
        "没有权责清单",
    ):
        assert words in told
    reader = county.client(Role.OFFICER).get(reverse("before:keeping")).content.decode()
    assert "应当公布的没有欠缺" in reader
    assert "由县级系统管理员登记" in reader
    assert "/before/channels_book/new/" not in reader


def test_the_supervisor_sees_all_organs_within_reach(county: World) -> None:
    keep_all()
    answer = county.client(Role.HEAD).get(reverse("before:keeping"))
    assert dict(answer.context["tally"])["监督渠道"] == 0  # the head of the bureau reaches the bureau and its outpost alone
    admin = county.client(Role.ADMIN).get(reverse("before:keeping"))
    assert dict(admin.context["tally"])["监督渠道"] == 1
    assert [row["organ"].short_name for row in admin.context["others"]] == ["示环"]
