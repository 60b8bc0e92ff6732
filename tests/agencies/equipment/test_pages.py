"""Every role at every entrance of the room; forms that keep what was typed; lists that no address breaks."""

from typing import Any

import pytest

from fadu.accounts.actors import SYSTEM, Role
from fadu.agencies.equipment import services
from fadu.agencies.equipment.models import Holding, Thing
from fadu.agencies.equipment.views import REGISTERS
from fadu.agencies.models import Change
from tests.accounts.entrances import assert_entrances
from tests.agencies.equipment.made import device, issued, premises, thing, thing_data
from tests.agencies.world import World

pytestmark = pytest.mark.django_db
OFF, R, H, S, A, P = Role.OFFICER, Role.REVIEWER, Role.HEAD, Role.SUPERVISOR, Role.ADMIN, Role.PUBLIC
SEEN = {OFF: 200, R: 403, H: 200, S: 200, A: 200, P: 302}
KEPT = {OFF: 403, R: 403, H: 403, S: 403, A: 200, P: 302}
WRONG = {**KEPT, A: 422}
EVERYBODY = dict.fromkeys((OFF, R, H, S, A, P), 200)


def test_every_role_at_every_entrance(world: World) -> None:
    item, camera, house = thing(world), device(world), premises(world, "示市监")
    issued(item, world.people[OFF])
    organ, here = world.organs["示市监"].pk, f"/equipment/{item.pk}/"
    table: dict[str, dict[Role, int]] = {
        "GET /devices/": EVERYBODY,
        "GET /equipment/needs/": SEEN,
        f"GET {here}": SEEN,
        f"GET /equipment/devices/{camera.pk}/": SEEN,
        f"GET /premises/{house.pk}/": SEEN,
        **{f"GET /{register.path}": SEEN for register in REGISTERS},
        **{f"GET /{register.path}new/{organ}/": KEPT for register in REGISTERS if register.add},
        **{f"POST /{register.path}new/{organ}/": WRONG for register in REGISTERS if register.add},
        **{f"POST {here}{act}/": WRONG for act in ("edit", "state", "return", "handon", "used")},
        **{f"POST /equipment/devices/{camera.pk}/{act}/": WRONG for act in ("edit", "move", "review", "calibrate", "stop")},
        **{f"POST /premises/{house.pk}/{act}/": WRONG for act in ("edit", "stop", "room", "note")},
    }
    assert_entrances(world.clients(), table)


def test_what_lies_out_of_reach_is_not_there(world: World) -> None:
    far = thing(world, "邻市监")
    for role in (OFF, H, S, A):
        for address in ("", "edit/", "state/", "issue/"):
            status = world.client(role).get(f"/equipment/{far.pk}/{address}").status_code
            assert status == (404 if not address or role is A else 403), (role, address)
    assert world.client(A).get(f"/equipment/new/{world.organs['邻市监'].pk}/").status_code == 404
    assert far.number not in world.client(A).get("/equipment/").content.decode()


@pytest.mark.parametrize("path", ["/equipment/999999999999999999999/", "/equipment/0/", "/premises/7/", "/equipment/devices/x/", "/equipment/new/99999/"])
def test_what_is_not_there_is_404(world: World, path: str) -> None:
    assert world.client(A).get(path).status_code == 404


@pytest.mark.parametrize("query", ["q=%00x", "organ=x", "organ=" + "9" * 30, "after=-1", "before=zz", "kind=tank", "state=%27", "held=1", "q=" + "监" * 300])
def test_no_address_breaks_a_list(world: World, query: str) -> None:
    for register in REGISTERS:
        assert world.client(A).get(f"/{register.path}?{query}").status_code == 200


def test_a_thing_goes_its_whole_way_by_page(world: World) -> None:
    client, organ, person = world.client(A), world.organs["示市监"].pk, world.people[OFF]
    assert client.post(f"/equipment/new/{organ}/", thing_data(number="ZC-77")).status_code == 302
    here = f"/equipment/{Thing.objects.get().pk}/"
    given = {"officer": str(person.pk), "since": "2025-01-10", "reason": "日常执法"}
    assert client.post(f"{here}issue/", given).status_code == 302
    page = client.get(here).content.decode()
    assert "张伟" in page
    assert "领用" in page
    assert client.get(f"{here}issue/").status_code == 404  # somebody holds it
    assert client.post(f"{here}return/", {"until": "2025-02-10", "reason": "轮换"}).status_code == 302
    assert client.post(f"{here}state/", {"state": "scrapped", "since": "2025-03-01", "reason": "到期"}).status_code == 302
    assert client.get(f"{here}state/").status_code == 404
    assert list(Change.objects.filter(what="thing").order_by("pk").values_list("action", "by_name")) == [
        ("登记", "陈静"), ("领用", "陈静"), ("交还", "陈静"), ("报废", "陈静"),
    ]  # fmt: skip
    assert Holding.objects.get().ended == "轮换"


@pytest.mark.parametrize(
    ("act", "data"),
    [
        ("issue", {"officer": "x", "since": "1", "reason": "<b>"}),
        ("issue", {"officer": "999999", "since": "2025-01-10", "reason": "r"}),
        ("state", {"state": "burnt", "since": "2025-01-10", "reason": "r"}),
        ("used", {"used_on": "2023-01-01"}),
        ("edit", {**thing_data(), "reason": ""}),
        ("move", {"organ": "x", "reason": "r"}),
    ],
)
def test_bad_input_comes_back_with_what_was_typed(world: World, act: str, data: dict[str, Any]) -> None:
    item = thing(world)
    before = Change.objects.count()
    answer = world.client(A).post(f"/equipment/{item.pk}/{act}/", data)
    assert answer.status_code == 422
    assert "需要改正" in answer.content.decode() or "没有提交成功" in answer.content.decode()
    assert Change.objects.count() == before


def test_a_list_is_searched_narrowed_and_paged(world: World) -> None:
    items = [thing(world, number=f"P-{at:03d}", kind="camera" if at % 2 else "recorder") for at in range(52)]
    issued(items[0], world.people[OFF])
    client = world.client(A)

    def numbers(**query: str) -> list[str]:
        return [row[0][1].text for row in client.get("/equipment/", query).context["rows"]]

    first = client.get("/equipment/").context["page"]
    assert [row.number for row in first.rows][:2] == ["P-051", "P-050"]
    assert numbers(after=str(first.next)) == ["P-001", "P-000"]
    second = client.get("/equipment/", {"after": str(first.next)}).context["page"]
    assert numbers(before=str(second.previous))[-1] == "P-002"
    assert numbers(q="P-01") == [f"P-01{at}" for at in range(9, -1, -1)]
    assert len(numbers(kind="camera")) == 26
    assert numbers(held="held") == ["P-000"]
    assert numbers(state="repair") == []


def test_a_rule_counts_once_a_second_person_has_checked_it(world: World) -> None:
    client = world.client(A)
    entry = {"rule": "recording", "title": "音像记录办法", "number": "示〔2025〕1号", "issued_on": "2025-01-01", "url": "https://example.org", "elements": "5"}
    assert client.post(f"/equipment/regulations/new/{world.organs['示市监'].pk}/", entry).status_code == 302
    here = f"/equipment/regulations/{world.organs['示市监'].regulations.get().pk}/check/"
    assert client.post(here).status_code == 403  # who entered it
    assert world.client(OFF).post(here).status_code == 403
    assert world.client(H).post(here).status_code == 302
    assert world.client(S).post(here).status_code == 404  # checked already


def test_need_and_have_of_each_organ(world: World) -> None:
    world.credential(world.people[OFF])
    entry = {"kind": "recorder", "things": "1", "people": "2", "paper": "标准一", "since": "2024-01-01"}
    services.add_standard(SYSTEM, world.organs["示县府"].pk, entry)
    page = world.client(S).get("/equipment/needs/", {"lacking": "1"}).content.decode()
    assert "缺 1 件" in page
    thing(world)
    assert "没有可以计算的配备标准" in world.client(S).get("/equipment/needs/", {"lacking": "1"}).content.decode()
