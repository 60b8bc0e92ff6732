"""What the steps of a case listed is in the registers by itself, once, and agrees with them."""

import json

import pytest

from fadu.cases.models import Case, Leaf, Outbox, Step
from fadu.cases.services import take
from fadu.evidence.exhibits import selectors, services
from fadu.evidence.exhibits.models import Entry, Exhibit, Item, Lot, Movement
from tests.evidence.exhibits.conftest import Depot, drain

pytestmark = pytest.mark.django_db


def shown(case: Case) -> list[tuple[int, str, str, str]]:
    return [(each.number, each.name, each.get_kind_display(), each.finding) for each in Exhibit.objects.filter(case=case).order_by("number")]


def lying(case: Case) -> list[tuple[str, int, str]]:
    return [(lot.item.name, lot.quantity, lot.get_hold_display()) for lot in Lot.objects.filter(case=case, until=None).order_by("item__number", "seq")]


def test_a_case_has_the_exhibits_that_its_steps_recorded(depot: Depot) -> None:
    case = depot.told("food_safety", "collect")
    assert shown(case) == [
        (1, "现场笔录", "勘验笔录、现场笔录", "open"),
        (2, "先行登记保存物品", "物证", "open"),
        (3, "询问笔录", "当事人的陈述", "open"),
        (4, "营业执照复印件", "书证", "open"),
        (5, "进货单据", "书证", "open"),
        (6, "现场照片 12 张", "电子数据", "open"),
    ]
    photos = Exhibit.objects.get(case=case, number=6)
    assert photos.data["checksum"].startswith("9f86d081")
    assert photos.data["source"] == "执法记录仪 B-07"
    assert sorted(photos.data["officers"]) == sorted(depot.named[name].pk for name in ("liwei", "wangfang"))
    assert photos.step is not None
    assert photos.step.name == "collect"
    assert Entry.objects.filter(exhibit__case=case).values_list("by_name", flat=True).distinct().count() == 2


def test_the_report_says_which_exhibit_was_taken_as_ground(depot: Depot) -> None:
    case = depot.told("food_safety", "conclude")
    found = {name: finding for _, name, _, finding in shown(case)}
    assert found == {
        "现场笔录": "admitted", "询问笔录": "admitted", "进货单据": "admitted", "现场照片 12 张": "admitted",
        "先行登记保存物品": "open", "营业执照复印件": "open",
    }  # fmt: skip
    assert Exhibit.objects.get(case=case, number=5).examined["proves"] == "货值金额"


def test_the_report_begins_with_the_exhibits(depot: Depot) -> None:
    case = depot.told("food_safety", "collect")
    rows = selectors.for_report(case)
    assert [row["name"] for row in rows] == [name for _, name, _, _ in shown(case)]


def test_a_list_of_preserved_goods_is_a_register_of_items(depot: Depot) -> None:
    case = depot.told("food_safety", "preserve")
    first, second = Item.objects.filter(case=case).order_by("number")
    assert (first.name, first.spec, first.batch, first.taken, first.unit, first.price) == ("纯牛奶", "250 毫升×24", "2026-01-05", 42, "箱", 5200)
    assert (second.name, second.taken) == ("酸奶", 18)
    lot = Lot.objects.get(item=first)
    assert (lot.store, lot.quantity, lot.get_hold_display()) == (depot.store, 42, "先行登记保存")
    assert first.exhibit is not None
    assert first.exhibit.name == "先行登记保存物品"
    assert selectors.disagreements(case) == []


def test_told_twice_it_is_made_once(depot: Depot) -> None:
    case = depot.told("food_safety", "conclude")
    before = (Entry.objects.count(), Movement.objects.count(), Leaf.objects.count())
    Outbox.objects.update(done_at=None)
    drain()
    for step in Step.objects.filter(case=case):
        services.take_in(step.pk)
    assert (Entry.objects.count(), Movement.objects.count(), Leaf.objects.count()) == before


def test_released_goods_wait_for_their_return_and_go_back(depot: Depot) -> None:
    case = depot.told("measure", "dispose_measure")
    assert lying(case) == [("纯牛奶", 42, "已解除待返还")]
    case = depot.told("measure")
    assert lying(case) == []
    item = Item.objects.get(case=case)
    moves = list(item.movements.order_by("seq").values_list("kind", "quantity"))
    assert moves == [("take", 42), ("release", 42), ("return", 42)]
    assert item.movements.get(kind="return").data["receiver"] == "王清河"
    assert selectors.disagreements(case) == []


def test_preserved_goods_that_are_seized_are_held_on_not_taken_twice(depot: Depot) -> None:
    case = depot.told("food_safety", "preserve")
    take(
        depot.who("liwei"), case.pk, "dispose_preserved",
        {"disposal": "seized", "handling": "扣押", "head_approved": True, "measure_basis": "law"}, taken_at=case.steps.get(name="preserve").taken_at,
    )  # fmt: skip
    drain()
    assert lying(case) == [("纯牛奶", 42, "扣押"), ("酸奶", 18, "扣押")]
    assert Item.objects.filter(case=case).count() == 2


def test_a_corrected_list_is_a_new_entry_that_names_the_old(depot: Depot) -> None:
    case = depot.told("food_safety", "preserve")
    step = case.steps.get(name="preserve")
    right = json.loads(json.dumps(step.data))
    right["goods"][0]["quantity"] = 40
    right["goods"][1] |= {"quantity": 20, "spec": "200 克×10"}
    right["goods"].append({"name": "奶酪", "quantity": 5, "unit": "盒"})
    take(depot.who("liwei"), case.pk, "correct", {"seq": step.seq, "reason": "清点有误", "data": right})
    drain()
    assert lying(case) == [("纯牛奶", 40, "先行登记保存"), ("酸奶", 18, "先行登记保存"), ("酸奶", 2, "先行登记保存"), ("奶酪", 5, "先行登记保存")]
    milk, yoghurt, cheese = Item.objects.filter(case=case).order_by("number")
    assert (milk.taken, yoghurt.taken, yoghurt.spec, cheese.taken) == (40, 20, "200 克×10", 5)
    for item in (milk, yoghurt):
        assert {row.corrects.kind for row in item.movements.filter(kind="correct")} == {"take"}
    goods = Exhibit.objects.get(case=case, place="goods")
    assert [entry.says for entry in goods.record.order_by("seq")] == ["register", "correct"]
    assert goods.record.get(seq=2).corrects == goods.record.get(seq=1)
    assert "奶酪 5盒" in goods.data["note"]
    assert selectors.disagreements(case) == []


def test_what_is_kept_is_the_fold_of_the_record(depot: Depot) -> None:
    case = depot.told("food_safety", "conclude")

    def kept() -> list[object]:
        lots = list(Lot.objects.filter(case=case).order_by("pk").values_list("item_id", "seq", "quantity", "hold", "store_id", "since", "until", "held_since"))
        items = list(Item.objects.filter(case=case).order_by("pk").values_list("name", "taken", "moves", "spec"))
        exhibits = [(each.number, each.kind, each.data, each.finding, each.entries) for each in Exhibit.objects.filter(case=case).order_by("number")]
        return [lots, items, exhibits]

    before = kept()
    Lot.objects.filter(case=case).update(quantity=7)
    Item.objects.filter(case=case).update(name="x", taken=1)
    Exhibit.objects.filter(case=case).update(finding="excluded", entries=99)
    services.rebuild(case)
    assert kept() == before
