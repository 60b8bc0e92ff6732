"""Pages of organs: lists, standing, reforms, what is published; for every role, with good and bad input."""

from urllib.parse import urlencode

import pytest
from django.urls import reverse

from fadu.accounts.actors import SYSTEM, Role
from fadu.agencies import paging, services
from fadu.agencies.models import Organ, Standing, Succession
from tests.accounts.entrances import assert_entrances, everything
from tests.agencies.reforms import ANNOUNCED, CANCELLED, CHANGED, CONFIRMED, PAPER, PUBLISHED, merging, renaming, splitting
from tests.agencies.test_pages import KEEPERS, KEPT_OUT_OF_REACH, READERS, REFUSED
from tests.agencies.world import World

FORMS = (
    "organ_publicity", "standing_confirm", "standing_announce", "standing_change", "standing_cancel", "organ_merge", "organ_split", "organ_rename", "organ_transfer",
)  # fmt: skip
EVERYBODY = dict.fromkeys(READERS, 200)


def at(name: str, organ: Organ) -> str:
    return reverse(f"agencies:{name}", args=[organ.pk])


def test_every_role_at_every_entrance(world: World) -> None:
    organ = world.organs["示市监"]
    table = {f"GET {at(name, organ)}": KEEPERS for name in FORMS} | {f"POST {at(name, organ)}": REFUSED for name in FORMS}
    public = {f"GET {at('organ_public', organ)}": EVERYBODY, f"GET {at('organ_public', world.organs['邻市监'])}": EVERYBODY}
    assert_entrances(world.clients(), table | public)


def test_what_is_out_of_reach_is_not_there(world: World) -> None:
    organ = world.organs["邻市监"]
    assert_entrances(world.clients(), {f"{method} {at(name, organ)}": KEPT_OUT_OF_REACH for name in FORMS for method in ("GET", "POST")})


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("value", ["\x00", "<script>", "x" * 5000, "2025-02-30", "-1", "999999999999999999999"])
def test_bad_input_is_told_and_keeps_what_was_typed(world: World, name: str, value: str) -> None:
    organ, client = world.organs["示市监"], world.client(Role.ADMIN)
    fields = {**PUBLISHED, **CHANGED, **ANNOUNCED, **CANCELLED, **PAPER, **dict.fromkeys(("new_name", "parent", "successor", "first", "first_people"), "")}
    asked = client.get(at(name, organ)).content.decode()
    data = {field: value for field in fields if f'name="{field}"' in asked}
    before = everything()
    answer = client.post(at(name, organ), data)
    assert answer.status_code == 422
    assert everything() == before


def test_unknown_organs_are_not_found(world: World) -> None:
    for client in (world.client(Role.ADMIN), world.client(Role.PUBLIC)):
        assert client.get(reverse("agencies:organ_public", args=[987654321])).status_code == 404
        assert client.get("/organs/99999999999999999999999/public/").status_code == 404
    assert world.client(Role.ADMIN).get("/organs/?under=x").status_code == 404
    assert world.client(Role.ADMIN).get("/organs/?under=99999999").status_code == 404
    odd = {"kind": "x", "field": "'", "level": "0", "region": "示", "announced": "?", "q": "\x00%", "after": "z", "before": "9" * 30}
    assert world.client(Role.ADMIN).get("/organs/?" + urlencode(odd)).status_code == 200


def shown(world: World, **query: str) -> set[str]:
    """The organs a list shows, by short name."""
    answer = world.client(Role.ADMIN).get(reverse("agencies:organs"), query)
    assert answer.status_code == 200
    return {branch.organ.short_name for branch in answer.context["branches"]}


def test_the_list_is_narrowed(world: World) -> None:
    everywhere = {"示县府", "示市监", "示市监城", "示执法", "示环", "示司", "城政"}
    assert shown(world) == everywhere
    assert shown(world, q="市场监督") == {"示市监", "示市监城"}
    assert shown(world, q="示环") == {"示环"}
    assert shown(world, q=world.organs["城政"].code.lower()) == {"城政"}
    assert shown(world, kind="entrusted") == {"示执法"}
    assert shown(world, field="justice") == {"示司"}
    assert shown(world, level="township") == {"示市监城", "城政"}
    assert shown(world, region="130999100") == {"城政"}
    assert shown(world, announced="no") == {"示市监", "示环", "示司", "城政"}
    assert shown(world, under=str(world.organs["示市监"].pk)) == {"示市监", "示市监城", "示执法"}
    services.confirm_standing(SYSTEM, world.organs["示环"].pk, CONFIRMED)
    services.announce_standing(SYSTEM, world.organs["示环"].pk, ANNOUNCED)
    assert shown(world, announced="yes") == {"示环"}
    services.merge(SYSTEM, merging(world.organs["示司"], world.organs["示环"]))
    assert shown(world, ended="1") == {"示环"}
    assert shown(world) == everywhere - {"示环"}
    assert shown(world, q="没有这样的") == set()


def test_many_organs_come_page_by_page_each_once(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paging, "SIZE", 4)
    for number in range(9):
        world.organ(f"第{number}局", f"局{number}", "示县府")
    client, url, seen, after = world.client(Role.ADMIN), reverse("agencies:organs"), [], ""
    while True:
        answer = client.get(url, {"after": after} if after else {})
        seen += [branch.organ.path for branch in answer.context["branches"]]
        if not answer.context["page"].next:
            break
        after = str(answer.context["page"].next)
    assert seen == sorted(Organ.objects.filter(path__startswith=world.organs["示县府"].path).values_list("path", flat=True))
    back = client.get(url, {"before": str(answer.context["page"].previous)})
    assert [branch.organ.path for branch in back.context["branches"]] == seen[-len(answer.context["branches"]) - 4 : -len(answer.context["branches"])]


def test_a_standing_is_kept_through_the_pages(world: World) -> None:
    organ, client = world.organs["示市监"], world.client(Role.ADMIN)
    assert "主体资格没有确认并公告" in client.get(at("organ", organ)).content.decode()
    for name, data in (("standing_confirm", CONFIRMED), ("standing_announce", ANNOUNCED)):
        assert client.post(at(name, organ), data).status_code == 302
    text = client.get(at("organ", organ)).content.decode()
    assert "主体资格已公告" in text
    assert "示司公告〔2024〕3号" in text
    assert client.post(at("standing_change", organ), CHANGED).status_code == 302
    assert "主体资格未公告" in client.get(at("organ", organ)).content.decode()
    assert client.post(at("standing_cancel", organ), CANCELLED).status_code == 302
    assert list(Standing.objects.order_by("pk").values_list("ended_as", flat=True)) == ["changed", "cancelled"]


def test_reforms_are_made_through_the_pages(world: World) -> None:
    client, organs = world.client(Role.ADMIN), world.organs
    assert client.post(at("organ_rename", organs["示市监"]), renaming("示范县综合监管局", "示综监", on="2025-01-01")).status_code == 302
    assert client.post(at("organ_transfer", organs["示执法"]), {"parent": str(organs["示环"].pk), **PAPER}).status_code == 302
    merged = {"successor": str(organs["示市监"].pk), "predecessors": [], **PAPER}
    assert client.post(at("organ_merge", organs["示司"]), merged).status_code == 302
    people = [str(world.people[Role.HEAD].pk), str(world.people[Role.REVIEWER].pk)]
    data = {**splitting(organs["示环"], organs["城政"], on="2025-05-01"), "ends": "1", "second_people": people}
    answer = client.post(at("organ_split", organs["示市监"]), data)
    assert answer.status_code == 302, answer.content.decode()
    assert list(Succession.objects.order_by("pk").values_list("kind", flat=True)) == ["rename", "transfer", "merge", "split"]
    moves = Succession.objects.get(kind="split").lines.get(successor=organs["城政"]).moves
    assert {move.joined.name for move in moves.all()} == {"李强", "王芳"}
    text = client.get(at("organ", organs["示市监"])).content.decode()
    assert "由“示范县市场监督管理局”更名为“示范县综合监管局”" in text
    assert "起撤销" in text


def test_a_merger_is_offered_beside_and_not_into_itself(world: World) -> None:
    form = world.client(Role.ADMIN).get(at("organ_merge", world.organs["示市监"]))
    fields = {bound["field"].name: [label for _, label in bound["field"].choices] for bound in form.context["fields"]}
    assert "示范县市场监督管理局" not in fields["successor"]
    assert fields["predecessors"] == ["示范县生态环境局", "示范县司法局"]


# What everybody sees


def test_the_public_page_shows_what_is_published_and_no_more(world: World) -> None:
    organ = world.organs["示市监"]
    url, anybody = at("organ_public", organ), world.client(Role.PUBLIC)
    bare = anybody.get(url).content.decode()
    assert "主体资格未公告" in bare
    services.edit_publicity(SYSTEM, organ.pk, PUBLISHED, reason="公示")
    services.confirm_standing(SYSTEM, organ.pk, CONFIRMED)
    services.announce_standing(SYSTEM, organ.pk, ANNOUNCED)
    text = anybody.get(url).content.decode()
    for said in (
        "财政全额拨款",
        "行政编制核定 12 名，实有 3 名",
        "《中华人民共和国食品安全法》第六条第二款",
        "12315",
        "053000",
        organ.code,
        "示政函〔2024〕12号",
        "具有行政执法主体资格",
    ):
        assert said in text, said
    for unsaid in ("6222", "示范银行", "张伟", "变更记录", "新增", "修改"):
        assert unsaid not in text, unsaid


def test_an_ended_organ_stays_to_be_found_with_its_successor(world: World) -> None:
    organ = world.organs["示市监"]
    services.merge(SYSTEM, merging(world.organs["示环"], organ))
    text = world.client(Role.PUBLIC).get(at("organ_public", organ)).content.decode()
    assert "已撤销" in text
    assert at("organ_public", world.organs["示环"]) in text


@pytest.mark.parametrize("short", ["示执法", "示市监城", "示县府"])
def test_who_acts_in_anothers_name_says_so(world: World, short: str) -> None:
    text = world.client(Role.PUBLIC).get(at("organ_public", world.organs[short])).content.decode()
    assert "名义执法" in text or "通过所属部门执法" in text
    assert "主体资格未公告" not in text


def test_what_was_published_is_entered_on_the_page(world: World) -> None:
    organ, client = world.organs["示市监"], world.client(Role.ADMIN)
    assert client.post(at("organ_publicity", organ), {**PUBLISHED, "reason": ""}).status_code == 422
    wrong = client.post(at("organ_publicity", organ), {**PUBLISHED, "postcode": "12", "reason": "公示"})
    assert wrong.status_code == 422
    assert "示编字〔2024〕6号" in wrong.content.decode()
    done = client.post(at("organ_publicity", organ), {**PUBLISHED, "reason": "公示"}, follow=True).content.decode()
    assert "应当公示的七项已经齐全" in done
    assert "修改公示信息" in done


def test_pages_cost_the_same_for_few_and_for_many(world: World, django_assert_max_num_queries) -> None:
    services.confirm_standing(SYSTEM, world.organs["示市监"].pk, CONFIRMED)
    for number in range(12):
        world.organ(f"第{number}所", f"所{number}", "示市监", kind="dispatched")
        world.officer(f"人员{number}")
    admin, anybody = world.client(Role.ADMIN), world.client(Role.PUBLIC)
    with django_assert_max_num_queries(21):
        admin.get(at("organ", world.organs["示市监"]))
    with django_assert_max_num_queries(11):
        anybody.get(at("organ_public", world.organs["示市监"]))
