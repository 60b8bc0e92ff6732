"""Power items: what the county lists is borne out by the statutes; wrong lists are refused whole."""

import re
from collections.abc import Mapping
from datetime import date
from io import StringIO
from pathlib import Path

import cn2an
import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from django.test import Client

from fadu.accounts.actors import PUBLIC, SYSTEM, Role
from fadu.accounts.permissions import NotAllowed
from fadu.agencies.kinds import Field
from fadu.catalog import selectors
from fadu.catalog.models import PowerItem
from fadu.catalog.selectors.locality import folder
from fadu.catalog.services import import_statutes, load_items
from fadu.law.corpus import load as load_corpus
from fadu.law.discretion import Subject
from fadu.law.discretion.load import basis
from fadu.law.discretion.parts import Range
from fadu.law.forms import Invalid
from fadu.law.statutes import Citation, named
from tests.catalog.conftest import OFFICER
from tests.law.test_corpus import SHARED, needs_shared

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)
COUNTY = folder() / "demo" / "items.toml"
ITEM = {
    "code": '"T-1"',
    "name": '"对某行为的处罚"',
    "kind": '"penalty"',
    "field": '"market"',
    "level": '"county"',
    "bases": '["行政处罚法第二条第一款第二项"]',
    "penalties": '["FINE"]',
    "ranges": '[{ subject = "unit", low = 500, high = 3000 }, { subject = "person", low = 0, high = 200 }]',
    "from": "2024-01-01",
}


def listing(path: Path, *items: Mapping[str, str]) -> Path:
    text = "\n".join("[[item]]\n" + "\n".join(f"{key} = {value}" for key, value in item.items() if value) for item in items)
    path.write_text(text, "utf-8")
    return path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "items.toml"


@pytest.fixture
def county(db: None) -> None:
    import_statutes(SYSTEM, SHARED / "laws")
    load_items(SYSTEM, COUNTY)


# --- the county's list against the statutes


@needs_shared
def test_the_county_lists_its_fields_and_loads_twice_alike(county: None):
    before = list(PowerItem.objects.order_by("pk").values_list())
    assert PowerItem.objects.values("code").distinct().count() >= 24
    fields = {"market", "ecology", "city", "emergency", "agriculture", "health", "transport", "culture"}
    assert fields <= set(PowerItem.objects.values_list("field", flat=True)) <= set(Field.values)
    done = load_items(SYSTEM, COUNTY)
    assert (done.added, done.ended, len(done.unchanged)) == ([], [], len(before))
    assert list(PowerItem.objects.order_by("pk").values_list()) == before


def in_statute(range_: Range) -> str:
    """The range as a statute would write it, by an independent writer of numerals."""
    if range_.times and range_.low < 1 and range_.high < 1:
        return f"百分之{cn2an.an2cn(int(range_.low * 100))}以上百分之{cn2an.an2cn(int(range_.high * 100))}以下"
    if range_.times and range_.low < 1:
        return f"百分之{cn2an.an2cn(int(range_.low * 100))}以上{cn2an.an2cn(int(range_.high))}倍以下"
    if range_.times:
        return f"{cn2an.an2cn(int(range_.low))}倍以上{cn2an.an2cn(int(range_.high))}倍以下"
    low, high = (money(int(bound) // 100) for bound in (range_.low, range_.high))
    return f"{low}元以上{high}元以下" if range_.low else f"{high}元以下"


def money(yuan: int) -> str:
    """50000 is 五万, 1500000 一百五十万, 500 五百, as statutes write round sums."""
    return cn2an.an2cn(yuan // 10_000) + "万" if yuan % 10_000 == 0 else cn2an.an2cn(yuan).replace("一十", "十")


@needs_shared
def test_every_basis_stands_in_the_statute_and_every_range_in_its_article(county: None):
    corpus = load_corpus(SHARED / "laws")
    checked = 0
    for item in PowerItem.objects.all():
        articles = ""
        for text in [*item.act_bases, *item.bases]:
            cited = basis(text)
            assert isinstance(cited, Citation), text
            statute = named(cited.statute.title, item.since)
            assert item.until is None or statute.is_in_force(item.until), (item.code, text)
            place = Citation(statute, cited.article, cited.paragraph, cited.item)
            assert corpus.find(place)
            if text in item.bases:
                articles += corpus.find(statute[cited.article])
        for range_ in selectors.fine_ranges(item):
            if item.code == "SC-CF-009" and not range_.times:
                # 药品管理法 115: fifteen to thirty times, and less than 100,000 元 counts as 100,000 元
                assert (range_.low, range_.high) == (100_000 * 100 * 15, 100_000 * 100 * 30)
                assert "货值金额不足十万元的，按十万元计算" in articles
            else:
                assert in_statute(range_) in articles, (item.code, in_statute(range_))
            checked += 1
    assert checked >= 30


@needs_shared
def test_the_words_of_an_item_are_those_of_its_article(county: None):
    """The act named shares most of its signs with the article that forbids it: a wrong item number would not."""
    corpus = load_corpus(SHARED / "laws")
    for item in PowerItem.objects.filter(kind="penalty"):
        place = basis(item.bases[0])
        assert isinstance(place, Citation)
        statute = named(place.statute.title, item.since)
        act = set(re.sub(r"^对|的处罚$|[，、的或者“”]", "", item.name))
        found = set(corpus.find(Citation(statute, place.article, place.paragraph, place.item)))
        duty = set().union(*(corpus.find(basis(text)) for text in item.act_bases if isinstance(basis(text), Citation)))  # type: ignore[arg-type]
        assert len(act & (found | duty)) / len(act) > 0.75, item.code


@needs_shared
def test_ecology_changed_its_law_on_the_fifteenth_of_august(county: None):
    for code in ("HB-CF-001", "HB-CF-002", "HB-CF-003", "CG-CF-002", "NY-CF-001"):
        before, after = selectors.item(code, date(2026, 8, 14)), selectors.item(code, date(2026, 8, 15))
        assert before is not None
        assert after is not None
        assert "生态环境法典" not in before.bases[0]
        assert after.bases[0].startswith("生态环境法典")


@needs_shared
def test_least_and_most_fine(county: None):
    for code, subject, factors, expected in (
        ("SC-CF-001", Subject.UNIT, {"value": 320_000}, (5_000_000, 10_000_000)),
        ("SC-CF-001", Subject.PERSON, {"value": 2_000_000}, (20_000_000, 40_000_000)),  # 20,000 元: ten to twenty times
        ("SC-CF-001", Subject.UNIT, {}, None),  # 货值金额 not known yet
        ("SC-CF-007", Subject.UNIT, {"value": 101}, (51, 303)),  # half of 1.01 元 is 50.5 分: not less than 51
        ("XF-CF-001", Subject.PERSON, {}, (0, 50_000)),
        ("XF-CF-001", Subject.UNIT, {}, (500_000, 5_000_000)),
        ("YJ-CF-001", Subject.PERSON, {}, None),  # the statute fines the unit
        ("SC-JC-001", Subject.UNIT, {}, None),
    ):
        item = selectors.item(code, TODAY)
        assert item is not None
        assert selectors.fine_bounds(item, subject, factors) == expected, (code, subject)


# --- listing


def test_an_item_is_listed_and_found_by_day(imported: Path, file: Path):
    assert load_items(SYSTEM, listing(file, ITEM)).added == ["T-1"]
    assert selectors.item("T-1", date(2023, 12, 31)) is None
    assert selectors.item("T-1", date(2024, 1, 1)) is not None
    assert selectors.item("nothing", TODAY) is None


def test_listed_anew_from_a_later_day_the_first_ends_the_day_before(imported: Path, file: Path):
    load_items(SYSTEM, listing(file, ITEM))
    later = ITEM | {"from": "2026-05-01", "name": '"改名"'}
    done = load_items(SYSTEM, listing(file, ITEM, later))
    assert (done.added, done.ended, done.unchanged) == (["T-1"], ["T-1"], ["T-1"])
    assert [item.until for item in PowerItem.objects.order_by("since")] == [date(2026, 4, 30), None]
    found = selectors.item("T-1", date(2026, 4, 30))
    assert found is not None
    assert found.name == "对某行为的处罚"


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"code": ""}, "缺少 code"),
        ({"bases": ""}, "缺少 bases"),
        ({"bases": "[]"}, "没有实施依据"),
        ({"kind": '"magic"'}, "没有“magic”这一类"),
        ({"field": '"magic"'}, "没有“magic”这一类"),
        ({"penalties": '["HANGING"]'}, "没有处罚种类 HANGING"),
        ({"discretion_table": '"nothing"'}, "没有裁量基准 nothing"),
        ({"ranges": "[{ low = 5 }]"}, "罚款幅度写法不对"),
        (
            {"ranges": '[{ when = "5-10", low = 5, high = 9 }]', "bracket": '{ name = "v", label = "数额", unit = "元" }'},
            "罚款幅度写法不对",
        ),
        ({"bases": '["行政处罚法第二条第一款第九项"]'}, "该款没有第 9 项"),
        ({"bases": '["行政处罚法第二条第三款"]'}, "该条只有 2 款"),
        ({"bases": '["行政处罚法第九十条"]'}, "法规库中没有行政处罚法第九十条"),
        ({"bases": '["某某条例第一条"]'}, "不是法规库中法规的条文"),
        ({"act_bases": '["行政处罚法第九十条"]'}, "法规库中没有行政处罚法第九十条"),
        ({"from": "2020-01-01"}, "没有施行中的文本"),
        ({"surprise": "1"}, "没有 surprise 这样的栏目"),
    ],
)
def test_a_wrong_item_refuses_the_whole_list(imported: Path, file: Path, changes: dict[str, str], message: str):
    with pytest.raises(Invalid) as wrong:
        load_items(SYSTEM, listing(file, ITEM | {"code": '"T-0"'}, ITEM | changes))
    assert message in str(wrong.value)
    assert not PowerItem.objects.exists()


def test_an_item_can_not_be_changed_in_place(imported: Path, file: Path):
    load_items(SYSTEM, listing(file, ITEM))
    with pytest.raises(Invalid, match="以新的生效日期重新登记"):
        load_items(SYSTEM, listing(file, ITEM | {"name": '"别的"'}))


def test_items_of_a_code_do_not_overlap(imported: Path, file: Path):
    load_items(SYSTEM, listing(file, ITEM | {"until": "2026-12-31"}))
    with pytest.raises(Invalid, match="有效期重叠"):
        load_items(SYSTEM, listing(file, ITEM | {"from": "2026-06-01"}))
    open_item = PowerItem.objects.get()
    same = {"code": "T-1", "name": "x", "kind": "penalty", "field": "market", "level": "county", "bases": open_item.bases}
    PowerItem.objects.create(**same, since=date(2027, 1, 1))
    with pytest.raises(IntegrityError), transaction.atomic():
        PowerItem.objects.create(**same, since=date(2028, 1, 1))  # the database holds it too


def test_only_who_manages_the_catalogue_lists(imported: Path, file: Path):
    for actor in (OFFICER, PUBLIC):
        with pytest.raises(NotAllowed):
            load_items(actor, listing(file, ITEM))
    assert not PowerItem.objects.exists()


def test_the_command(imported: Path, file: Path):
    said = StringIO()
    call_command("items", "load", listing(file, ITEM), stdout=said)
    assert "新增 1" in said.getvalue()
    with pytest.raises(CommandError, match="T-1"):
        call_command("items", "load", listing(file, ITEM | {"kind": '"magic"'}))
    with pytest.raises(CommandError, match="没有文件"):
        call_command("items", "load", file / "nowhere")


# --- the page


@needs_shared
def test_the_page_shows_basis_and_range_and_filters(county: None, client: Client):
    shown = client.get("/items/?on=2026-11-20").content.decode()
    assert "食安法 124(1)5" in shown
    assert "货值金额不足 10,000 元" in shown.replace("货值金额 不足", "货值金额不足")
    assert "大气法" not in shown
    assert "大气法" in client.get("/items/?on=2026-08-14").content.decode()
    ecology = client.get("/items/?field=ecology&on=2026-11-20").content.decode()
    assert "HB-CF-002" in ecology
    assert "SC-CF-001" not in ecology
    assert "没有符合条件的执法事项" in client.get("/items/?q=没有这个").content.decode()


@needs_shared
def test_the_article_names_the_items_that_rest_on_it(county: None, client: Client):
    shown = client.get("/statutes/食品安全法/124").content.decode()
    assert "SC-CF-001" in shown
    assert "SC-CF-003" not in shown  # rests on article 122


def test_items_are_for_everybody(imported: Path, file: Path, clients: Mapping[Role, Client]):
    load_items(SYSTEM, listing(file, ITEM))
    for client in clients.values():
        assert client.get("/items/?on=2026-11-20").status_code == 200
        assert client.get("/items/?on=nonsense&field=magic").status_code == 200
