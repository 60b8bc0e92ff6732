"""The lists as pages and files: what they tell is what runs, read again by readers that know nothing of ours."""

import hashlib
import io
import json
from datetime import timedelta

import jsonschema
import openpyxl
import pypdf
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from fadu.accounts.actors import SYSTEM
from fadu.agencies import services as agencies
from fadu.agencies.models import Credential, Officer, Organ
from fadu.agencies.services import books
from fadu.catalog import services
from fadu.catalog.models import PowerItem
from fadu.disclosure.before.content import sha256_of
from fadu.disclosure.before.lists import LISTS
from fadu.ledger.canonical import canonical
from tests.agencies.world import World
from tests.catalog.listing import item_data
from tests.disclosure.before.conftest import bureau

pytestmark = pytest.mark.django_db
TOLD = {
    "organs": ("示范县市场监督管理局", "12315", "已确认并公告"),
    "officers": ("张伟", "03060700001", "市场监管", "示范县市场监督管理局", "一级主任科员"),
    "powers": ("SC-CF-100", "对某种违法行为的处罚", "行政处罚法第二条第一款第二项"),
    "random": ("食品销售监督检查", "食品销售者", "进货查验", "现场检查", "5"),
    "guides": ("食品经营许可", "政务大厅", "20 个工作日", "0312-1234567"),
    "charts": ("行政处罚普通程序", "行政许可"),
    "reviews": ("较大数额罚款", "100000"),
    "contracts": ("示市监委〔2026〕1号", "示范县执法大队", "SC-CF-100 对某种违法行为的处罚"),
    "methods": ("行政执法信息公示办法", "示市监〔2024〕6号"),
    "channels": ("投诉举报", "jubao@shifan.example.cn"),
}


def page(name: str, **query: object) -> str:
    answer = Client().get(reverse(f"before:{name}"), query)
    assert answer.status_code == 200
    return answer.content.decode()


def data(name: str, **query: object) -> dict:
    answer = Client().get(reverse("before:data", args=[name]), query)
    assert answer.status_code == 200
    return json.loads(answer.content)


def test_pages_tell_what_was_entered(county: World) -> None:
    wrong = {name: [text for text in texts if text not in page(name)] for name, texts in TOLD.items()}
    assert {name: missing for name, missing in wrong.items() if missing} == {}


def test_worksheets_are_read_by_another_reader(county: World) -> None:
    for name, listing in LISTS.items():
        answer = Client().get(reverse("before:excel", args=[name]))
        book = openpyxl.load_workbook(io.BytesIO(answer.content))
        head, *rows = book.worksheets[0].iter_rows(values_only=True)
        assert list(head) == [column.label for column in listing.columns]
        cells = {str(cell) for row in rows for cell in row if cell is not None}
        assert [text for text in TOLD.get(name, ()) if not any(text in cell for cell in cells)] == [], name
        facts = {row[0]: row[1] for row in book["说明"].iter_rows(values_only=True)}
        assert facts["条数"] == str(len(rows))
        assert facts["SHA-256"] == data(name)["sha256"]


def test_pdfs_are_read_by_another_reader(county: World) -> None:
    for name, listing in LISTS.items():
        answer = Client().get(reverse("before:pdf", args=[name]))
        assert answer["Content-Type"] == "application/pdf"
        tight = "".join("".join(sheet.extract_text().split()) for sheet in pypdf.PdfReader(io.BytesIO(answer.content)).pages)
        assert listing.title in tight
        assert [word for word in TOLD.get(name, ()) if "".join(word.split()) not in tight] == [], name


def test_data_meet_their_schema_and_their_hash_can_be_reckoned_by_anybody(county: World) -> None:
    for name in LISTS:
        schema = json.loads(Client().get(reverse("before:schema", args=[name])).content)
        jsonschema.Draft202012Validator.check_schema(schema)
        found = data(name)
        jsonschema.validate(found, schema)
        spelled = json.dumps(found["rows"], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        assert found["sha256"] == hashlib.sha256(spelled.encode()).hexdigest()
        assert [row[found["key"]] for row in found["rows"]] == sorted(row[found["key"]] for row in found["rows"])
        assert found["rows"], name


def test_the_schema_refuses_what_is_no_column(county: World) -> None:
    schema = json.loads(Client().get(reverse("before:schema", args=["officers"])).content)
    found = data("officers")
    found["rows"][0]["id_number"] = "x"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(found, schema)


@pytest.mark.parametrize("value", [[], [{"甲": '一\n\t"\\\u0001\u007f', "b": 1, "a": None}], [{"code": "é", "x": True, "n": 0, "l": ["甲", ""]}]])
def test_the_fast_writer_spells_as_the_canonical_one(value: object) -> None:
    assert sha256_of(value) == hashlib.sha256(canonical(value)).hexdigest()  # type: ignore[arg-type]


def test_only_valid_credentials_of_people_in_service_are_on_the_list(county: World) -> None:
    today = timezone.localdate()
    for name in ("停某甲", "离某乙", "期某丙"):
        county.credential(county.officer(name), number=f"0306079{ord(name[-1]) % 10000:04d}")
    assert {"停某甲", "离某乙", "期某丙"} <= {row["name"] for row in data("officers")["rows"]}
    card = Credential.objects.get(officer__name="停某甲")
    agencies.change_state(SYSTEM, card.pk, {"state": "suspended", "reason": "调查期间暂扣", "starts_at": timezone.localtime().strftime("%Y-%m-%dT%H:%M")})
    Officer.objects.filter(name="离某乙").update(ends_on=today)
    Credential.objects.filter(officer__name="期某丙").update(valid_to=today - timedelta(1))
    assert {row["name"] for row in data("officers")["rows"]} & {"停某甲", "离某乙", "期某丙"} == set()
    assert "停某甲" not in page("officers")


def test_a_list_of_one_organ_holds_its_own_and_what_all_share(county: World) -> None:
    ecology = Organ.objects.get(short_name="示环")
    services.list_item(SYSTEM, item_data("HB-CF-100", field="ecology", name="对排污的处罚"))
    of = lambda organ: {row["code"] for row in data("powers", organ=organ.pk)["rows"]}  # noqa: E731 - three words
    assert of(bureau()) == {"SC-CF-100", "SC-JC-100", "SC-XK-100"}
    assert of(ecology) == {"HB-CF-100"}
    assert {row["code"] for row in data("random", organ=ecology.pk)["rows"]} == set()
    assert len(data("reviews", organ=ecology.pk)["rows"]) == 1


def test_an_item_that_ended_leaves_the_list_and_its_page_says_so(county: World) -> None:
    services.end_item(SYSTEM, "SC-CF-100", {"ends_on": "2026-02-01", "reason": "取消"})
    assert "SC-CF-100" not in {row["code"] for row in data("powers")["rows"]}
    assert "起不再实施" in Client().get(reverse("before:item", args=["SC-CF-100"])).content.decode()


def test_words_choices_and_keys_narrow_a_list(county: World) -> None:
    assert "SC-XK-100" not in page("powers", kind="penalty")
    assert "SC-CF-100" in page("powers", kind="penalty")
    assert "SC-CF-100" not in page("powers", q="食品")
    assert "行政处罚普通程序" not in page("charts", q="许可")
    assert "没有符合条件的内容" in page("officers", q="没有这个人")
    for name in LISTS:
        for odd in ("'", "\x00", "%", "x" * 5000, "9" * 30, "-1"):
            assert Client().get(reverse(f"before:{name}"), {"q": odd, "after": odd, "kind": odd}).status_code == 200
            assert Client().get(reverse(f"before:{name}"), {"organ": odd}).status_code in {200, 404}


def test_a_file_that_one_has_is_not_sent_again(county: World) -> None:
    address = reverse("before:data", args=["powers"])
    first = Client().get(address)
    assert Client().get(address, headers={"If-None-Match": first["ETag"]}).status_code == 304
    services.list_item(SYSTEM, item_data("SC-CF-101", name="又一项"))
    assert Client().get(address, headers={"If-None-Match": first["ETag"]}).status_code == 200


def test_a_list_too_long_for_paper_says_how_to_get_it(county: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fadu.disclosure.before.writing.MOST_PRINTED", 2)
    answer = Client().get(reverse("before:pdf", args=["powers"]))
    assert answer.status_code == 422
    assert "超过一份 PDF" in answer.content.decode()


def test_a_guide_that_was_stopped_is_gone(county: World) -> None:
    from fadu.catalog.books import GUIDES
    from fadu.catalog.models import ServiceGuide

    row = ServiceGuide.objects.get()
    assert Client().get(reverse("before:guide", args=[row.pk])).status_code == 200
    books.add_later(SYSTEM, GUIDES, GUIDES.later[0], row.pk, {"until": str(timezone.localdate() - timedelta(1))})
    assert Client().get(reverse("before:guide", args=[row.pk])).status_code == 404
    assert data("guides")["rows"] == []


def test_eight_thousand_items_page_in_few_queries(county: World, django_assert_max_num_queries) -> None:
    since = timezone.localdate() - timedelta(30)
    one = PowerItem.objects.get(code="SC-CF-100")
    PowerItem.objects.bulk_create(
        PowerItem(code=f"DL-{place:05d}", name=f"第{place}项", kind="penalty", field="market", level="county", bases=one.bases, since=since, duties=one.duties)
        for place in range(8000)
    )
    client, after, seen = Client(), "", 0
    for _ in range(3):
        with django_assert_max_num_queries(15):
            answer = client.get(reverse("before:powers"), {"after": after})
        shown = answer.context["page"]
        assert len(shown.rows) == 50
        assert shown.count == 8003
        after, seen = shown.next, seen + len({row.row["code"] for row in shown.rows})
    assert seen == 150
    assert len(data("powers")["rows"]) == 8003
