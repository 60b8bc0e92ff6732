"""Goods by hand: handed over by two people, sealed with a witness, inspected; nothing goes its way without its decision."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from fadu.accounts.actors import SYSTEM
from fadu.accounts.permissions import NotAllowed
from fadu.cases import now
from fadu.cases.errors import NotFound, Refused
from fadu.cases.models import Case, Leaf
from fadu.cases.services import proofs, take
from fadu.evidence.exhibits import selectors, services
from fadu.evidence.exhibits.models import Item, Lot, Movement, Stocktaking
from fadu.evidence.exhibits.move_forms import MOVES
from fadu.evidence.exhibits.selectors.lacking import lacks
from fadu.law.custody import Movement as Kind
from fadu.law.forms import Invalid
from fadu.ledger.entry import commitment
from tests.evidence.exhibits.conftest import Depot, drain, later, moment

pytestmark = pytest.mark.django_db


def seized(depot: Depot) -> tuple[Case, Item]:
    case = depot.told("measure", "seize")
    return case, Item.objects.get(case=case)


def said(depot: Depot, item: Item, **more: Any) -> dict[str, Any]:
    """What is typed for most movements of the newest lot."""
    lot = item.lots.filter(until=None).latest("seq")
    at = timezone.localtime(max(lot.since, item.taken_at) + timedelta(minutes=1)).strftime("%Y-%m-%dT%H:%M")
    crew = [str(depot.named[name].pk) for name in ("liwei", "wangfang")]
    typed = {"lot": str(lot.seq), "at": at, "quantity": str(lot.quantity), "officers": crew, "how": "当面清点", "witness": "刘某"}
    return {name: value for name, value in (typed | more).items() if value is not None}


def do(depot: Depot, item: Item, kind: Kind, who: str = "liwei", **more: Any) -> Movement:
    names = {"lot", "at", *(field.name for field in MOVES[kind].fields), *(() if MOVES[kind].whole else ("quantity",))}
    typed = {name: value for name, value in said(depot, item, **more).items() if name in names}
    row = services.move(depot.who(who), item.pk, kind, typed)
    item.refresh_from_db()
    return row


def hand(depot: Depot, item: Item, to: str = "wangfang", **more: Any) -> Movement:
    people = {"giver": str(depot.named["liwei"].pk), "receiver_officer": str(depot.named[to].pk), "store": str(depot.store.pk)}
    return do(depot, item, Kind.HAND, **(people | more))


def test_the_whole_way_of_seized_goods(depot: Depot) -> None:
    case, item = seized(depot)
    hand(depot, item)
    lot = item.lots.get(until=None)
    assert (lot.store, lot.keeper, lot.quantity) == (depot.store, "王芳", 42)
    do(depot, item, Kind.SEAL, seal="封 0012")
    do(depot, item, Kind.UNSEAL, seal="封 0012", intact="1")
    do(depot, item, Kind.SEND, quantity="2", lab="示范市食品检验中心", receiver="收样员丁某")
    assert sorted((lot.quantity, lot.away) for lot in item.lots.filter(until=None)) == [(2, True), (40, False)]
    do(depot, item, Kind.CONSUME, quantity="1", how="检验用去")
    out = item.lots.get(until=None, away=True)
    do(depot, item, Kind.BACK, lot=str(out.seq), quantity="1", store=str(depot.store.pk), receiver_officer=str(depot.named["wangfang"].pk))
    assert sum(item.lots.values_list("quantity", flat=True)) == 41
    assert item.taken == 42
    assert selectors.disagreements(case) == []
    intervals = list(item.lots.order_by("seq").values_list("since", "until"))
    assert all(until is None or until > since for since, until in intervals)


def test_goods_without_fate_stand_against_the_file_and_exhibits_are_told(depot: Depot) -> None:
    """行政强制法第二十七条：查封、扣押的财物在期限内作出处理决定；行政处罚法第四十六条第二款：证据必须经查证属实."""
    case, item = seized(depot)
    found = lacks(SYSTEM, case)
    assert [(lack.what, str(lack.basis), lack.mendable) for lack in found if lack.stands] == [(f"{item.name} 42箱的去向（扣押）", "行政强制法第二十七条", True)]
    told = [lack for lack in found if not lack.stands]
    assert any("审查认定" in lack.what and str(lack.basis) == "行政处罚法第四十六条第二款" for lack in told)
    ended = depot.told("measure")
    assert [lack for lack in lacks(SYSTEM, ended) if lack.stands] == []


def test_what_was_moved_out_of_a_demolished_building_waits_for_its_owner(depot: Depot) -> None:
    """行政强制法第四十四条：强制拆除. What is moved out is neither evidence nor seized: it goes back to its owner and nowhere else."""
    row = {"name": "货架", "quantity": 6, "unit": "组"}
    case = depot.told("demolition", "demolish", demolish={"goods": [row]})
    item = Item.objects.get(case=case)
    [lot] = item.lots.all()
    assert (lot.hold, lot.quantity, item.exhibit) == ("removed", 6, None)
    assert [lack.what for lack in lacks(SYSTEM, case) if lack.stands] == ["货架 6组的去向（强制拆除移出待领取）"]
    for kind, more in ((Kind.DESTROY, {"spot": "填埋场", "recording": "B-07"}), (Kind.CONFISCATE, {})):
        with pytest.raises((Refused, Invalid)):
            do(depot, item, kind, **more)
    do(depot, item, Kind.RETURN, receiver="当事人", signed="1", paper="物品清单")
    assert not item.lots.filter(until=None).exists()
    assert lacks(SYSTEM, case) == []


def test_a_term_does_not_begin_anew_when_goods_are_moved(depot: Depot) -> None:
    _, item = seized(depot)
    taken = item.lots.get(until=None).held_since
    hand(depot, item)
    do(depot, item, Kind.SEAL, seal="F1")
    assert item.lots.get(until=None).held_since == taken


@pytest.mark.parametrize(
    ("kind", "law", "more"),
    [
        (Kind.DESTROY, "行政处罚法第七十四条第一款", {"spot": "填埋场"}),
        (Kind.SELL, "行政处罚法第七十四条第一款", {"proceeds": "100", "receiver": "甲公司"}),
        (Kind.CONFISCATE, "行政处罚法第五十七条第一款", {}),
        (Kind.RELEASE, "行政强制法第二十八条第一款", {}),
        (Kind.TRANSFER, "行政强制法第二十一条", {"receiver": "县公安局", "signed": "1"}),
        (Kind.SURRENDER, "行政处罚法第七十四条第一款", {"receiver": "财政局", "signed": "1"}),
    ],
)
def test_without_the_decision_it_is_refused_with_its_article(depot: Depot, kind: Kind, law: str, more: dict[str, str]) -> None:
    _, item = seized(depot)
    before = (Movement.objects.count(), Leaf.objects.count())
    with pytest.raises(Refused) as refusal:
        do(depot, item, kind, **more)
    [objection] = refusal.value.objections
    assert law in "".join(objection.bases)
    assert objection.fix
    assert objection.as_dict()["facts"]
    assert (Movement.objects.count(), Leaf.objects.count()) == before


def test_preserved_goods_lapse_and_may_then_be_released_without_more(depot: Depot) -> None:
    case = depot.told("food_safety", "preserve")
    item = Item.objects.filter(case=case).earliest("number")
    with now.at(moment("2026-06-08T09:00")), pytest.MonkeyPatch.context() as patch:
        patch.setattr(timezone, "now", lambda: moment("2026-06-08T09:00"))
        term = selectors.due(item.lots.all())[item.lots.get().pk]
        assert (str(term.on), term.state, term.lapsed) == ("2026-06-15", "ok", False)
        with pytest.raises(Refused):
            do(depot, item, Kind.RELEASE)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(timezone, "now", lambda: moment("2026-06-20T09:00"))
        term = selectors.due(item.lots.all())[item.lots.get().pk]
        assert (term.state, term.lapsed) == ("bad", True)
        assert "自动解除" in term.words
        with pytest.raises(Refused):  # on the last day of the term it was still held
            do(depot, item, Kind.RELEASE, at="2026-06-15T17:00")
        do(depot, item, Kind.RELEASE, at="2026-06-16T09:00")
        late = Lot.objects.filter(selectors.overdue(timezone.localdate()), until=None)
        assert sorted(late.values_list("item__name", "hold")) == [("纯牛奶", "released"), ("酸奶", "preserved")]
    assert item.lots.get(until=None).get_hold_display() == "已解除待返还"


def test_the_register_knows_what_is_held_too_long(depot: Depot) -> None:
    case, item = seized(depot)
    due = case.clocks.get(rule="QZ-025-1").due_on
    assert due is not None
    assert not Lot.objects.filter(selectors.overdue(due)).exists()
    assert Lot.objects.filter(selectors.overdue(due + timedelta(days=1))).get().item == item


def test_released_goods_go_back_to_their_owner(depot: Depot) -> None:
    case = depot.told("measure", "dispose_measure")
    item = Item.objects.get(case=case)
    row = do(depot, item, Kind.RETURN, quantity="40", receiver="王清河", signed="1")
    assert row.quantity == 40
    assert item.lots.get(until=None).quantity == 2
    take(depot.who("liwei"), case.pk, "return_held_goods", {"receiver": "王清河", "measure_custody_charged": "0"}, taken_at=row.at + timedelta(hours=1))
    drain()
    assert not item.lots.filter(until=None).exists()
    assert list(item.movements.filter(kind="return").order_by("seq").values_list("quantity", flat=True)) == [40, 2]


@pytest.mark.parametrize(
    ("kind", "field", "more"),
    [
        (Kind.HAND, "receiver_officer", {"receiver_officer": "liwei"}),
        (Kind.HAND, "receiver_officer", {"receiver_officer": None}),
        (Kind.HAND, "receiver_officer", {"receiver_officer": "999999"}),
        (Kind.HAND, "store", {"store": "999999"}),
        (Kind.HAND, "store", {"store": "'; drop"}),
        (Kind.HAND, "quantity", {"quantity": "43"}),
        (Kind.HAND, "quantity", {"quantity": "-1"}),
        (Kind.HAND, "lot", {"lot": "9"}),
        (Kind.HAND, "at", {"at": "2026-09-02T00:00"}),
        (Kind.HAND, "at", {"at": "2026-01-01T00:00"}),
        (Kind.SEAL, "witness", {"seal": "F1", "witness": None}),
        (Kind.SEAL, "officers", {"seal": "F1", "officers": ["1"]}),
        (Kind.SEAL, "seal", {"seal": None}),
        (Kind.UNSEAL, "", {"seal": "F1", "intact": "1"}),
        (Kind.BACK, "", {"receiver_officer": "wangfang"}),
    ],
)
def test_what_cannot_be_is_told_at_its_field(depot: Depot, kind: Kind, field: str, more: dict[str, Any]) -> None:
    _, item = seized(depot)
    given = {"giver": str(depot.named["liwei"].pk), "receiver_officer": str(depot.named["wangfang"].pk), "store": str(depot.store.pk)}
    told = {name: str(depot.named[value].pk) if value in ("liwei", "wangfang") else value for name, value in more.items() if not isinstance(value, list)}
    told |= {name: value for name, value in more.items() if isinstance(value, list)}
    with pytest.raises(Invalid) as wrong:
        do(depot, item, kind, **(given | told))
    assert field in wrong.value.errors, wrong.value.errors
    assert item.movements.count() == 1


def test_who_may_not_does_not(depot: Depot) -> None:
    _, item = seized(depot)
    for username in ("chenjing", "zhaoqiang"):
        with pytest.raises(NotAllowed):
            hand_by(depot, item, username)
    depot.organ("邻县市场监督管理局", "邻市监")
    depot.named["stranger"] = depot.person("stranger", "外人", depot.who("liwei").role, "邻市监")
    with pytest.raises(NotFound):
        hand_by(depot, item, "stranger")


def hand_by(depot: Depot, item: Item, who: str) -> Movement:
    people = {"giver": str(depot.named["liwei"].pk), "receiver_officer": str(depot.named["wangfang"].pk), "store": str(depot.store.pk)}
    return do(depot, item, Kind.HAND, who, **people)


def test_every_movement_is_a_leaf_and_cannot_be_changed(depot: Depot) -> None:
    _, item = seized(depot)
    hand(depot, item)
    rows = list(item.movements.order_by("seq"))
    for row in rows:
        content = proofs.kinds()["custody"](row.leaf)
        assert commitment(bytes(row.leaf.salt), content) in bytes(row.leaf.entry).decode()
    for sql in ("UPDATE exhibits_movement SET quantity = 1", "DELETE FROM exhibits_movement", "UPDATE exhibits_entry SET says = 'x'"):
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)


def test_a_store_is_counted_by_two_and_differences_are_told(depot: Depot) -> None:
    _, item = seized(depot)
    hand(depot, item)
    lot = item.lots.get(until=None)
    actor, other = depot.who("liwei"), str(depot.named["wangfang"].pk)
    for witness, found in ((str(depot.named["liwei"].pk), {lot.pk: "42"}), ("", {lot.pk: "42"}), (other, {}), (other, {lot.pk: "-1"}), (other, {lot.pk: "多"})):
        with pytest.raises(Invalid):
            services.count(actor, depot.store.pk, witness, found)
    row = services.count(actor, depot.store.pk, other, {lot.pk: "40"}, "少两箱")
    assert (row.differing, row.lines[0]["booked"], row.lines[0]["found"]) == (1, 42, 40)
    assert commitment(bytes(row.leaf.salt), proofs.kinds()["stocktaking"](row.leaf)) in bytes(row.leaf.entry).decode()
    assert item.lots.get(until=None).quantity == 42
    do(depot, item, Kind.LOSE, quantity="2", reported_to="赵强", how="盘亏")
    assert services.count(actor, depot.store.pk, other, {item.lots.get(until=None).pk: "40"}).differing == 0
    assert Stocktaking.objects.count() == 2


def test_a_store_with_goods_in_it_is_not_closed(depot: Depot) -> None:
    _, item = seized(depot)
    hand(depot, item)
    with pytest.raises(Invalid, match="还有物品"):
        services.end_store(depot.who("admin"), depot.store.pk, {"until": "2026-08-30"})


def test_goods_listed_for_disposal_go_by_the_step_and_no_further(depot: Depot) -> None:
    """处理涉案物品 lists 30 of 42 boxes: just these are destroyed, and no more may be."""
    kinds = ["FINE", "GAIN", "GOODS"]
    case = depot.told(
        "food_safety", "serve", conclude={"proposed_kinds": kinds}, decide={"decision_kinds": kinds, "confiscated_goods": "纯牛奶 42 箱、酸奶 18 箱"}
    )
    item = Item.objects.get(case=case, name="纯牛奶")
    do(depot, item, Kind.CONFISCATE, at=later(case))
    crew = [depot.named[name].pk for name in ("liwei", "wangfang")]
    step = {
        "goods": [{"name": "纯牛奶", "quantity": 30, "unit": "箱"}, {"name": "酸奶", "quantity": 19, "unit": "箱"}],
        "way": "destroy",
        "how": "填埋",
        "present": crew,
    }
    take(depot.who("liwei"), case.pk, "dispose_goods", step, taken_at=moment(later(case, hours=2)))
    drain()
    assert item.lots.get(until=None).quantity == 12
    assert [wrong.words for wrong in selectors.disagreements(case)] == [f"第 {case.steps.count()} 步列明 酸奶 19箱，台账登记 18箱"]
    with pytest.raises(Refused, match="还可以销毁 0箱"):
        do(depot, item, Kind.DESTROY, at=later(case, hours=3), spot="填埋场")
