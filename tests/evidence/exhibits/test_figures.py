"""Figures of exhibits and goods beside counts made another way."""

from datetime import date, timedelta

import pytest

from fadu.cases.errors import Refused
from fadu.cases.services import take
from fadu.evidence.exhibits import selectors, services
from fadu.evidence.exhibits.figures import FIGURES
from fadu.evidence.exhibits.models import Exhibit, Item
from fadu.law.custody import Movement as Kind
from tests.evidence.exhibits.conftest import Depot, drain
from tests.evidence.exhibits.test_exhibits import EXAMINED
from tests.evidence.exhibits.test_goods import do, hand, seized

pytestmark = pytest.mark.django_db
READ = {figure.id: figure.read for figure in FIGURES}
DAY = date(2026, 9, 1)


def test_nothing_is_told_where_there_is_nothing(depot: Depot) -> None:
    for name, read in READ.items():
        reading = read(depot.organs["示县府"], DAY)
        assert (reading.value, reading.met) == (None, None), name
        assert reading.why


def test_goods_handed_over_are_signed_for(depot: Depot) -> None:
    """Two hand-overs of what the head decided to hand over, one signed for: one of two. More than was listed is refused."""
    case, item = seized(depot)
    at = item.taken_at + timedelta(hours=2)
    goods = [{"name": "纯牛奶", "quantity": 40, "unit": "箱"}]
    step = {"to_organ": "示范县公安局", "goods": goods, "measure_transfer_whole": True, "measure_transfer_told": True, "opinion": "同意"}
    take(depot.who("zhaoqiang"), case.pk, "hand_to_justice", step, taken_at=at)
    drain()
    assert [wrong.words for wrong in selectors.disagreements(case)] == ["第 4 步列明 纯牛奶 40箱，台账登记 0箱"]
    to = {"receiver": "示范县公安局 钱某", "at": "2026-06-05T10:00"}
    with pytest.raises(Refused, match="还可以移送 40箱"):
        do(depot, item, Kind.TRANSFER, quantity="41", signed="1", **to)
    do(depot, item, Kind.TRANSFER, quantity="30", signed="1", **to)
    do(depot, item, Kind.TRANSFER, quantity="10", signed="0", **to)
    assert selectors.disagreements(case) == []
    reading = READ["goods.handover"](depot.organs["示县府"], DAY)
    assert (reading.of, reading.met, reading.behind[0].lacks) == ((1, 2), False, "没有接收方签收")
    assert READ["goods.handover"](depot.organs["示司"], DAY).value is None


def test_a_device_that_is_not_sound_is_counted_by_case(depot: Depot) -> None:
    case = depot.told("food_safety", "collect")
    first, second = Exhibit.objects.filter(case=case, number__in=(5, 6)).order_by("number")
    for exhibit in (first, second):
        services.examine(depot.who("liwei"), exhibit.pk, EXAMINED)
    Exhibit.objects.filter(pk=first.pk).update(device_sound=True)
    reading = READ["exhibits.devices"](depot.bureau, DAY)
    assert (reading.value, reading.met) == (0, True)
    Exhibit.objects.filter(case=case, number__in=(5, 6)).update(device_sound=False)
    reading = READ["exhibits.devices"](depot.bureau, DAY)
    assert (reading.value, reading.met, len(reading.behind)) == (1, False, 1)


def test_goods_held_too_long(depot: Depot) -> None:
    """Seized on 2 June: thirty days end on 2 July."""
    _, item = seized(depot)
    do(depot, item, Kind.HAND, quantity="2", giver=str(depot.named["liwei"].pk), receiver_officer=str(depot.named["wangfang"].pk), store=str(depot.store.pk))
    on_time, late = READ["goods.term"](depot.bureau, date(2026, 7, 2)), READ["goods.term"](depot.bureau, date(2026, 7, 3))
    assert (on_time.of, on_time.met) == ((2, 2), True)
    assert (late.of, late.met, [line.lacks for line in late.behind]) == ((0, 2), False, ["超期", "超期"])


def test_a_store_counts_when_it_is_counted_without_a_difference(depot: Depot) -> None:
    _, item = seized(depot)
    read, county = READ["goods.count"], depot.organs["示县府"]
    hand(depot, item)
    assert (read(county, DAY).of, read(county, DAY).behind[0].lacks) == ((0, 1), "一年内没有盘点")
    lot = Item.objects.get(pk=item.pk).lots.get(until=None)
    other = str(depot.named["wangfang"].pk)
    services.count(depot.who("liwei"), depot.store.pk, other, {lot.pk: "41"})
    assert read(county, DAY).behind[0].lacks == "最近一次盘点 1 项不符"
    services.count(depot.who("liwei"), depot.store.pk, other, {lot.pk: "42"})
    assert (read(county, DAY).of, read(county, DAY).met) == ((1, 1), True)
    assert read(county, date(2027, 9, 2)).behind[0].lacks == "一年内没有盘点"
