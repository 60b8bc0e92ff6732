"""The writers of organs, people, accounts and posts."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from fadu.accounts.actors import PUBLIC, SYSTEM, Actor, Role
from fadu.accounts.crypto import blind_index
from fadu.accounts.models import Post
from fadu.accounts.permissions import NotAllowed
from fadu.accounts.selectors import actor_for
from fadu.agencies import selectors, services
from fadu.agencies.codes import id_number
from fadu.agencies.jurisdiction import reach_of
from fadu.agencies.models import Change, Officer, Organ
from fadu.law.forms import Invalid
from tests.accounts.entrances import everything
from tests.agencies.world import PASSWORD, World, credential_data, officer_data, organ_data

TODAY = timezone.localdate()


@pytest.fixture
def admin(world: World) -> Actor:
    return world.actor(Role.ADMIN)


def entered(organ: Organ, **more: Any) -> dict[str, Any]:
    """An organ's data as its form posts them again."""
    names = [name for name in organ_data("", "") if name != "code"]
    return {name: str(getattr(organ, name)) for name in names} | {"parent": str(organ.parent_id or "")} | more


def again(person: Officer, **more: Any) -> dict[str, Any]:
    """A person's data as the form posts them again, the identity number left blank."""
    return {
        "name": person.name,
        "id_number": "",
        "post_title": person.post_title,
        "employment": person.employment,
        "legal_qualification": "1" if person.legal_qualification else "0",
        "starts_on": str(person.starts_on),
        **more,
    }


def only_error(call: Any, field: str, says: str = "") -> None:
    with pytest.raises(Invalid) as refused:
        call()
    assert set(refused.value.errors) == {field}
    assert says in refused.value.errors[field]


# Organs


def test_an_organ_is_added_under_another(world: World, admin: Actor) -> None:
    above = world.organs["示县府"]
    organ = services.add_organ(admin, organ_data("示范县农业农村局", "示农", parent=str(above.pk), field="agriculture"))
    organ.refresh_from_db()
    assert organ.path == f"{above.path}{organ.pk}/"
    assert (organ.parent, organ.starts_on) == (above, date(2019, 1, 1))
    change = Change.objects.get(what="organ", target_id=organ.pk)
    assert (change.action, change.by_name, change.before, change.organ_id) == ("新增", "陈静", {}, organ.pk)
    assert change.after["name"] == "示范县农业农村局"


@pytest.mark.parametrize(
    ("change", "field", "says"),
    [
        ({"name": ""}, "name", "请填写机关名称"),
        ({"name": "局" * 101}, "name", "最多 100 字"),
        ({"name": "<script>"}, "name", "尖括号"),
        ({"code": "91230500MA1B3N1N2N"}, "code", "最后一位应为 M"),
        ({"code": "123"}, "code", "应为 18 位，现有 3 位"),
        ({"kind": "private"}, "kind", "只能选"),
        ({"field": ""}, "field", "请选择"),
        ({"region_code": "13"}, "region_code", "6 位数字"),
        ({"phone": "12"}, "phone", "手机号"),
        ({"starts_on": "2999-01-01"}, "starts_on", ""),
        ({"starts_on": "2026-02-30"}, "starts_on", "不是有效日期"),
        ({"parent": ""}, "parent", "请选择上级机关"),
        ({"parent": "999999"}, "parent", "只能选"),
        ({"parent": "abc"}, "parent", "只能选"),
        ({"path": "/1/"}, "path", "没有这个字段"),
        ({"bank_account": "6" * 41}, "bank_account", "最多 40 字"),
    ],
)
def test_a_bad_organ_is_refused_on_its_field(world: World, admin: Actor, change: dict[str, str], field: str, says: str) -> None:
    data = organ_data("示范县农业农村局", "示农", parent=str(world.organs["示县府"].pk)) | change
    before = Organ.objects.count()
    only_error(lambda: services.add_organ(admin, data), field, says)
    assert Organ.objects.count() == before


def test_code_and_short_name_are_held_once(world: World, admin: Actor) -> None:
    other = world.organs["示市监"]
    data = organ_data("又一市场监督管理局", "示市监", parent=str(world.organs["示县府"].pk), code=other.code)
    with pytest.raises(Invalid) as refused:
        services.add_organ(admin, data)
    assert set(refused.value.errors) == {"code", "short_name"}
    assert "文号会重复" in refused.value.errors["short_name"]


def test_a_neighbour_can_not_be_put_above_and_only_the_platform_sets_up_the_topmost(world: World, admin: Actor) -> None:
    only_error(lambda: services.add_organ(admin, organ_data("甲局", "甲", parent=str(world.organs["邻县府"].pk))), "parent", "只能选")
    assert services.add_organ(SYSTEM, organ_data("某省人民政府", "省府", level="province")).parent is None


def test_an_edit_is_recorded_with_what_changed_and_why(world: World, admin: Actor) -> None:
    organ = world.organs["示市监"]
    services.edit_organ(admin, organ.pk, entered(organ, phone="0312-7654321", bank_account="6222999988887777"), reason="换号")
    change = selectors.changes(admin, "organ", organ.pk)[0]
    assert (change.action, change.reason, change.by_id) == ("修改", "换号", admin.user_id)
    assert change.before["phone"] == "0312-1234567"
    assert change.before["bank_account"] == "6222********5678"
    assert change.after["bank_account"] == "6222********7777"
    assert change.after["phone"] == "0312-7654321"


def test_an_edit_that_changes_nothing_leaves_no_record(world: World, admin: Actor) -> None:
    organ = world.organs["示环"]
    services.edit_organ(admin, organ.pk, entered(organ), reason="核对")
    assert not selectors.changes(admin, "organ", organ.pk).filter(action="修改").exists()


def test_an_edit_needs_a_reason_and_the_code_stays(world: World, admin: Actor) -> None:
    organ = world.organs["示环"]
    only_error(lambda: services.edit_organ(admin, organ.pk, entered(organ, phone="0312-7654321"), reason=" "), "reason")
    only_error(lambda: services.edit_organ(admin, organ.pk, entered(organ, code=organ.code), reason="x"), "code", "没有这个字段")
    organ.refresh_from_db()
    assert organ.phone == "0312-1234567"


def test_an_organ_that_moves_takes_all_below_it_along(world: World) -> None:
    market, office = world.organs["示市监"], world.organs["示市监城"]
    services.edit_organ(SYSTEM, market.pk, entered(market, parent=str(world.organs["邻县府"].pk)), reason="区划调整")
    office.refresh_from_db()
    assert office.path == f"{world.organs['邻县府'].path}{market.pk}/{office.pk}/"
    reached = reach_of(world.organs["邻县府"].code, Role.ADMIN)
    assert reached is not None
    assert {market.pk, office.pk} <= reached.organ_ids
    left = reach_of(world.organs["示县府"].code, Role.ADMIN)
    assert left is not None
    assert not {market.pk, office.pk} & left.organ_ids


@pytest.mark.parametrize("below", ["示市监", "示市监城"])
def test_an_organ_is_not_put_under_itself(world: World, admin: Actor, below: str) -> None:
    organ = world.organs["示市监"]
    only_error(lambda: services.edit_organ(admin, organ.pk, entered(organ, parent=str(world.organs[below].pk)), reason="x"), "parent")


def test_the_top_of_ones_reach_stays_where_it_is(world: World, admin: Actor) -> None:
    county = world.organs["示县府"]
    data = entered(county, phone="0312-7654321")
    del data["parent"]
    services.edit_organ(admin, county.pk, data, reason="换号")
    county.refresh_from_db()
    assert (county.phone, county.parent_id) == ("0312-7654321", world.organs["示府"].pk)


def test_an_organ_ends_when_nobody_and_nothing_is_left_in_it(world: World, admin: Actor) -> None:
    office, market = world.organs["示市监城"], world.organs["示市监"]
    person = world.officer("孙杰", "示市监城")
    only_error(lambda: services.end_organ(admin, market.pk, ends_on=TODAY, reason="撤销"), "ends_on", "还有下级机关")
    only_error(lambda: services.end_organ(admin, office.pk, ends_on=TODAY, reason="撤销"), "ends_on", "还有 1 人在岗")
    only_error(lambda: services.end_organ(admin, office.pk, ends_on=date(2018, 1, 1), reason="撤销"), "ends_on", "不能早于成立之日")
    services.end_service(admin, person.pk, ends_on=TODAY, reason="撤所")
    only_error(lambda: services.end_organ(admin, office.pk, ends_on=TODAY, reason=""), "reason")
    services.end_organ(admin, office.pk, ends_on=TODAY, reason="撤所")
    assert office not in selectors.organs(admin)
    assert selectors.organ(admin, office.pk).ends_on == TODAY
    only_error(lambda: services.add_officer(admin, office.pk, officer_data("新人")), "", "已于")
    with pytest.raises(NotAllowed, match="您自己所在的机关"):
        services.end_organ(admin, world.organs["示县府"].pk, ends_on=TODAY, reason="x")


def test_the_short_name_of_an_ended_organ_is_free_again(world: World, admin: Actor) -> None:
    services.end_organ(admin, world.organs["示执法"].pk, ends_on=TODAY, reason="改革")
    services.add_organ(admin, organ_data("示范县综合执法大队", "示执法", parent=str(world.organs["示县府"].pk)))


# People


def test_a_persons_number_is_kept_encrypted_found_by_index_and_masked_in_the_record(world: World, admin: Actor) -> None:
    number = id_number("13099919900307123")
    person = services.add_officer(admin, world.organs["示环"].pk, officer_data("孙杰", id_number=number.lower()))
    person.refresh_from_db()
    assert person.id_number == number
    assert person.id_index == blind_index(number, "agencies.officer")
    change = Change.objects.get(what="officer", target_id=person.pk)
    assert change.after["id_number"] == number[:6] + "******" + number[-6:]
    assert "id_index" not in change.after


@pytest.mark.parametrize(
    ("change", "field", "says"),
    [
        ({"name": ""}, "name", "请填写姓名"),
        ({"id_number": "11010519491231002X1"}, "id_number", "18 位"),
        ({"id_number": "110105194912310021"}, "id_number", "最后一位应为 X"),
        ({"employment": "boss"}, "employment", "只能选"),
        ({"legal_qualification": ""}, "legal_qualification", "请选择"),
        ({"legal_qualified_on": "2999-01-01"}, "legal_qualified_on", ""),
        ({"starts_on": "2999-01-01"}, "starts_on", ""),
        ({"ends_on": "2026-01-01"}, "ends_on", "没有这个字段"),
    ],
)
def test_a_bad_person_is_refused_on_the_field(world: World, admin: Actor, change: dict[str, str], field: str, says: str) -> None:
    before = Officer.objects.count()
    only_error(lambda: services.add_officer(admin, world.organs["示环"].pk, officer_data("孙杰") | change), field, says)
    assert Officer.objects.count() == before


def test_one_person_serves_in_one_organ_at_a_time(world: World, admin: Actor) -> None:
    number = id_number("13099919900307123")
    person = world.officer("孙杰", "示环", id_number=number)
    only_error(lambda: world.officer("孙杰", "示市监", id_number=number), "id_number", "正在示范县生态环境局任职")
    services.end_service(admin, person.pk, ends_on=TODAY, reason="调动")
    assert world.officer("孙杰", "示市监", id_number=number).pk != person.pk


def test_an_edit_keeps_a_number_that_was_left_blank(world: World, admin: Actor) -> None:
    person = world.officer("孙杰")
    kept = person.id_number
    services.edit_officer(admin, person.pk, again(person, post_title="二级主任科员", legal_qualification="0"), reason="晋升")
    person.refresh_from_db()
    assert (person.id_number, person.post_title) == (kept, "二级主任科员")
    assert (person.legal_qualification, person.legal_qualified_on) == (False, None)
    assert selectors.changes(admin, "officer", person.pk)[0].before["post_title"] == "一级主任科员"


def test_who_holds_a_valid_credential_can_not_become_auxiliary_staff(world: World, admin: Actor) -> None:
    person = world.officer("孙杰")
    card = world.credential(person)
    only_error(lambda: services.edit_officer(admin, person.pk, again(person, employment="auxiliary"), reason="x"), "employment", "请先收回证件")
    moment = timezone.localtime().strftime("%Y-%m-%dT%H:%M")
    services.change_state(admin, card.pk, {"state": "returned", "starts_at": moment, "reason": "转岗"})
    assert services.edit_officer(admin, person.pk, again(person, employment="auxiliary"), reason="转岗").employment == "auxiliary"


def test_who_leaves_loses_the_posts_the_same_day(world: World, admin: Actor) -> None:
    person = world.people[Role.HEAD]
    assert person.user is not None
    assert actor_for(person.user).role is Role.HEAD
    services.end_service(admin, person.pk, ends_on=TODAY, reason="退休")
    assert not actor_for(person.user)
    assert Post.objects.get(officer_id=person.pk).ends_on == TODAY
    only_error(lambda: services.end_service(admin, person.pk, ends_on=TODAY, reason="退休"), "ends_on", "已于")


def test_a_leave_before_the_coming_is_refused(world: World, admin: Actor) -> None:
    only_error(lambda: services.end_service(admin, world.people[Role.HEAD].pk, ends_on=date(2019, 1, 1), reason="x"), "ends_on", "不能早于到岗之日")


# Accounts and posts


def test_an_account_is_opened_once_with_a_first_password(world: World, admin: Actor) -> None:
    person = world.officer("孙杰")
    only_error(lambda: services.appoint(admin, person.pk, {"role": "执法人员", "starts_on": str(TODAY)}), "", "还没有账号")
    user = services.open_account(admin, person.pk, {"username": "sunjie", "password": PASSWORD})
    assert (user.name, user.must_change) == ("孙杰", True)
    only_error(lambda: services.open_account(admin, person.pk, {"username": "sunjie2", "password": PASSWORD}), "", "已经有账号")
    assert services.reset_password(admin, person.pk, {"password": "another-river-77"}).check_password("another-river-77")
    only_error(lambda: services.reset_password(admin, person.pk, {"password": "123"}), "password", "12")
    assert not any(PASSWORD in str((change.before, change.after)) for change in Change.objects.all())


def test_an_account_is_stopped_at_once_though_not_ones_own(world: World, admin: Actor) -> None:
    person = world.people[Role.HEAD]
    assert person.user is not None
    user = services.switch_account(admin, person.pk, active=False, reason="停职")
    assert not actor_for(user)
    only_error(lambda: services.switch_account(admin, person.pk, active=True, reason=""), "reason")
    assert actor_for(services.switch_account(admin, person.pk, active=True, reason="复职"))
    with pytest.raises(NotAllowed, match="您自己的账号"):
        services.switch_account(admin, world.people[Role.ADMIN].pk, active=False, reason="x")


@pytest.mark.parametrize(("qualified", "before", "allowed"), [("1", "", True), ("0", "", False), ("0", "0", False), ("0", "1", True)])
def test_who_reviews_for_the_first_time_has_the_qualification(world: World, admin: Actor, qualified: str, before: str, allowed: bool) -> None:
    """行政处罚法第五十八条第二款."""
    person = world.officer("孙杰", legal_qualification=qualified, **({} if qualified == "1" else {"legal_qualified_on": None}))
    services.open_account(admin, person.pk, {"username": "sunjie", "password": PASSWORD})
    data = {"role": "法制审核人员", "starts_on": str(TODAY), "reviewed_before": before}
    if allowed:
        assert services.appoint(admin, person.pk, data).role == "法制审核人员"
    else:
        only_error(lambda: services.appoint(admin, person.pk, data), "role", "第五十八条第二款")


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"role": "公众"}, "role"),
        ({"role": "系统"}, "role"),
        ({"role": ""}, "role"),
        ({"starts_on": "2019-01-01"}, "starts_on"),
        ({"starts_on": "x"}, "starts_on"),
    ],
)
def test_a_bad_post_is_refused_on_its_field(world: World, admin: Actor, change: dict[str, str], field: str) -> None:
    person = world.people[Role.OFFICER]
    only_error(lambda: services.appoint(admin, person.pk, {"role": "机关负责人", "starts_on": str(TODAY), **change}), field)


def test_a_dismissal_is_at_once_and_recorded(world: World, admin: Actor) -> None:
    person = world.people[Role.REVIEWER]
    assert person.user is not None
    post = Post.objects.get(officer_id=person.pk)
    only_error(lambda: services.dismiss(admin, post.pk, reason=""), "reason")
    assert actor_for(person.user)
    services.dismiss(admin, post.pk, reason="轮岗")
    assert not actor_for(person.user)
    change = selectors.changes(admin, "officer", person.pk)[0]
    assert (change.action, change.reason, change.after["ends_on"]) == ("免职", "轮岗", str(TODAY))


def test_a_post_of_nobody_in_the_books_is_left_alone(world: World, admin: Actor) -> None:
    post = Post.objects.create(user=world.people[Role.HEAD].user, organ_code=world.organs["示环"].code, role="机关负责人", starts_on=TODAY)
    only_error(lambda: services.dismiss(admin, post.pk, reason="x"), "", "不属于任何在册人员")


# Who may


def attempts(world: World, actor: Actor, organ: str, person: Officer) -> list[Any]:
    """Every write of the room."""
    number, moment = world.organs[organ].pk, timezone.localtime().strftime("%Y-%m-%dT%H:%M")
    post, card = Post.objects.filter(officer_id=person.pk).first(), person.credentials.get()
    assert post is not None
    return [
        lambda: services.add_organ(actor, organ_data("甲局", "甲", parent=str(number))),
        lambda: services.edit_organ(actor, number, entered(world.organs[organ], phone="0312-7654321"), reason="x"),
        lambda: services.end_organ(actor, number, ends_on=TODAY, reason="x"),
        lambda: services.add_officer(actor, number, officer_data("新人")),
        lambda: services.edit_officer(actor, person.pk, again(person, name="改名"), reason="x"),
        lambda: services.end_service(actor, person.pk, ends_on=TODAY, reason="x"),
        lambda: services.issue_credential(actor, person.pk, credential_data()),
        lambda: services.change_state(actor, card.pk, {"state": "suspended", "starts_at": moment, "reason": "x"}),
        lambda: services.open_account(actor, person.pk, {"username": "newname", "password": PASSWORD}),
        lambda: services.reset_password(actor, person.pk, {"password": "another-river-77"}),
        lambda: services.switch_account(actor, person.pk, active=False, reason="x"),
        lambda: services.appoint(actor, person.pk, {"role": "机关负责人", "starts_on": str(TODAY)}),
        lambda: services.dismiss(actor, post.pk, reason="x"),
    ]


@pytest.mark.parametrize("role", [Role.OFFICER, Role.REVIEWER, Role.HEAD, Role.SUPERVISOR, Role.PUBLIC])
def test_only_an_administrator_writes(world: World, role: Role) -> None:
    actor = PUBLIC if role is Role.PUBLIC else world.actor(role)
    world.credential(world.people[Role.OFFICER])
    before = everything()
    for attempt in attempts(world, actor, "示市监", world.people[Role.OFFICER]):
        with pytest.raises(NotAllowed, match="系统管理员"):
            attempt()
    assert everything() == before


def test_an_administrator_writes_nothing_beyond_the_county(world: World, admin: Actor) -> None:
    person = world.serving("邻人", Role.OFFICER, "邻市监")
    world.credential(person)
    before = everything()
    for attempt in attempts(world, admin, "邻市监", person):
        with pytest.raises((NotAllowed, Invalid)) as refused:
            attempt()
        assert isinstance(refused.value, NotAllowed) or set(refused.value.errors) == {"parent"}
    assert everything() == before


def test_readers_see_no_further_than_they_reach(world: World) -> None:
    neighbour = world.officer("邻人", "邻市监")
    office = world.officer("所员", "示市监城")
    sees = {role: set(selectors.officers(world.actor(role))) for role in world.people}
    assert office not in sees[Role.OFFICER]
    assert office in sees[Role.HEAD] & sees[Role.SUPERVISOR] & sees[Role.ADMIN]
    assert all(neighbour not in people for people in sees.values())
    assert neighbour in selectors.officers(SYSTEM)
    for role in world.people:
        with pytest.raises(Officer.DoesNotExist):
            selectors.officer(world.actor(role), neighbour.pk)
        with pytest.raises(Organ.DoesNotExist):
            selectors.organ(world.actor(role), world.organs["邻市监"].pk)
        assert not selectors.changes(world.actor(role), "officer", neighbour.pk).exists()
    with pytest.raises(NotAllowed):
        selectors.organs(PUBLIC)


def test_the_tree_stands_in_order_with_its_people(world: World, admin: Actor, django_assert_num_queries) -> None:
    with django_assert_num_queries(4):
        tree = selectors.tree(admin)
    depths = {branch.organ.short_name: branch.depth for branch in tree}
    assert depths == {"示县府": 0, "示市监": 1, "示市监城": 2, "示执法": 2, "示环": 1, "示司": 1, "城政": 1}
    assert tree[0].organ.short_name == "示县府"
    assert {branch.organ.short_name: branch.people for branch in tree}["示市监"] == 3


def test_who_left_is_listed_apart(world: World, admin: Actor) -> None:
    person = world.officer("孙杰", "示环")
    services.end_service(admin, person.pk, ends_on=TODAY - timedelta(days=1), reason="调离")
    assert person not in selectors.officers(admin)
    assert list(selectors.officers(admin, left=True)) == [person]
