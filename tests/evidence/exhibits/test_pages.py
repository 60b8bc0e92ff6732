"""Every role at every entrance, forms that keep what was typed, readings that are written down, pages that print and export."""

import io
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from fadu.accounts.actors import Role
from fadu.cases.models import Case
from fadu.evidence.exhibits.models import Exhibit, Item, Movement, Stocktaking
from fadu.evidence.models import Original, Reading
from tests.evidence.conftest import picture
from tests.evidence.crooked import paper
from tests.evidence.exhibits.conftest import Depot
from tests.evidence.test_scanning import EICAR, listening

pytestmark = pytest.mark.django_db
NAMES = {Role.OFFICER: "liwei", Role.REVIEWER: "chenjing", Role.HEAD: "zhaoqiang", Role.SUPERVISOR: "zhaomin", Role.ADMIN: "admin"}
OFF, R, H, S, A, P = *NAMES, Role.PUBLIC


@pytest.fixture
def case(depot: Depot) -> Case:
    return depot.told("food_safety", "collect")


def clients(depot: Depot) -> dict[Role, Client]:
    found = {role: Client() for role in (*NAMES, P)}
    for role, name in NAMES.items():
        found[role].force_login(depot.named[name].user, backend="django.contrib.auth.backends.ModelBackend")
    return found


def officer(depot: Depot) -> Client:
    return clients(depot)[OFF]


def test_every_role_at_every_entrance(depot: Depot, case: Case) -> None:
    exhibit, item = Exhibit.objects.get(case=case, number=5), Item.objects.filter(case=case).earliest("number")
    seen = {OFF: 200, R: 200, H: 200, S: 200, A: 403, P: 302}
    added = {OFF: 200, R: 403, H: 403, S: 403, A: 403, P: 302}
    moved = {OFF: 200, R: 403, H: 403, S: 403, A: 403, P: 302}
    table: dict[str, dict[Role, int]] = {
        f"/cases/{case.pk}/exhibits/": seen,
        f"/cases/{case.pk}/exhibits/?print=1": seen,
        f"/cases/{case.pk}/goods/": seen,
        f"/exhibits/{exhibit.pk}/": seen,
        f"/exhibits/{exhibit.pk}/examine/": {**seen, S: 403},
        **{f"/exhibits/{exhibit.pk}/{name}/": added for name in ("correct", "withdraw", "attach")},
        f"/cases/{case.pk}/exhibits/new/": added,
        "/goods/": seen,
        f"/goods/{item.pk}/": seen,
        **{f"/goods/{item.pk}/{kind}/": moved for kind in ("hand", "seal", "unseal", "destroy", "release", "send")},
        "/goods/stores/": seen,
        f"/goods/stores/{depot.store.pk}/": seen,
        f"/goods/stores/{depot.store.pk}/count/": moved,
        f"/goods/stores/{depot.store.pk}/end/": {OFF: 403, R: 403, H: 403, S: 403, A: 404, P: 302},
    }
    wrong = []
    for address, expected in table.items():
        for role, client in clients(depot).items():
            status = client.get(address).status_code
            if status != expected[role]:
                wrong.append(f"{address} as {role.value}: {status}, not {expected[role]}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    "path",
    [
        "/goods/999999999/",
        "/goods/999999999/hand/",
        "/goods/counts/00000000-0000-7000-8000-000000000000/",
        "/exhibits/00000000-0000-7000-8000-000000000000/",
        "/goods/stores/99/count/",
    ],
)
def test_what_is_not_there_is_404(depot: Depot, path: str) -> None:
    assert officer(depot).get(path).status_code == 404


@pytest.mark.parametrize("query", ["q=%00x", "organ=x", "organ=" + "9" * 30, "after=-1", "before=zz", "hold=%27", "term=never", "store=%F0", "q=" + "监" * 300])
def test_no_address_breaks_the_list(depot: Depot, case: Case, query: str) -> None:
    assert officer(depot).get(f"/goods/?{query}").status_code == 200


@pytest.mark.parametrize(
    ("query", "shown"),
    [("q=纯牛奶", 1), ("q=无此物", 0), ("hold=preserved", 2), ("hold=seized", 0), ("term=overdue", 2), ("term=away", 0), ("term=nowhere", 0)],
)
def test_the_list_is_narrowed(depot: Depot, case: Case, query: str, shown: int) -> None:
    assert len(officer(depot).get(f"/goods/?{query}").context["rows"]) == shown


def test_the_case_page_has_the_section(depot: Depot, case: Case) -> None:
    page = officer(depot).get(f"/cases/{case.pk}/").content.decode()
    assert "证据和涉案财物" in page
    assert "进货单据" in page
    assert "纯牛奶 42箱" in page
    assert f"/cases/{case.pk}/exhibits/" in page


def test_who_looks_at_people_is_written_down(depot: Depot, case: Case) -> None:
    exhibit, item, client = Exhibit.objects.get(case=case, number=3), Item.objects.filter(case=case).earliest("number"), officer(depot)
    assert "王清河" not in client.get(f"/cases/{case.pk}/exhibits/").content.decode().replace(case.title, "")
    assert not Reading.objects.exists()
    assert "王清河" in client.get(f"/exhibits/{exhibit.pk}/").content.decode()
    assert "王清河" in client.get(f"/cases/{case.pk}/exhibits/?print=1").content.decode()
    client.get(f"/goods/{item.pk}/")
    assert list(Reading.objects.order_by("at").values_list("kind", "action", "by_name")) == [
        ("exhibit", "view", "李伟"), ("exhibits", "print", "李伟"), ("goods", "view", "李伟"),
    ]  # fmt: skip


def test_a_refusal_keeps_what_was_typed_and_names_the_article(depot: Depot, case: Case) -> None:
    item = Item.objects.filter(case=case).earliest("number")
    typed = {
        "lot": "1",
        "at": "2026-06-06T10:00",
        "quantity": "42",
        "spot": "填埋场",
        "officers": [str(depot.named[n].pk) for n in ("liwei", "wangfang")],
        "recording": "B-07-3",
        "how": "拟销毁",
    }
    answer = officer(depot).post(f"/goods/{item.pk}/destroy/", typed)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "行政处罚法第七十四条第一款" in page
    assert "填埋场" in page
    assert not Movement.objects.filter(kind="destroy").exists()


def test_bad_input_comes_back_with_what_was_typed(depot: Depot, case: Case, settings: Any) -> None:
    item = Item.objects.filter(case=case).earliest("number")
    answer = officer(depot).post(f"/goods/{item.pk}/seal/", {"lot": "1", "seal": "封 77", "quantity": "9999"})
    assert answer.status_code == 422
    assert "封 77" in answer.content.decode()
    exhibit = Exhibit.objects.get(case=case, number=5)
    for name, body in (("a.exe", b"MZ" + b"\0" * 60), ("empty.pdf", b""), ("两面.jpg", picture() + paper()), ("网页.pdf", b"<html>")):
        answer = officer(depot).post(f"/exhibits/{exhibit.pk}/attach/", {"file_file": SimpleUploadedFile(name, body), "note": "第一页"})
        assert (answer.status_code, answer.content.decode().count(f"{name}：")) == (422, 1), "on its field, once"
        assert 'value="第一页"' in answer.content.decode()
    with listening(settings):
        answer = officer(depot).post(f"/exhibits/{exhibit.pk}/attach/", {"file_file": SimpleUploadedFile("病.jpg", picture(comment=EICAR))})
        assert "查出恶意程序" in answer.content.decode()
    assert not Original.objects.exists()
    assert officer(depot).post(f"/exhibits/{exhibit.pk}/attach/", {}).status_code == 422


def test_an_attachment_comes_back_byte_for_byte(depot: Depot, case: Case) -> None:
    exhibit, client, body = Exhibit.objects.get(case=case, number=5), officer(depot), picture("PNG")
    assert client.post(f"/exhibits/{exhibit.pk}/attach/", {"file_file": SimpleUploadedFile("单据.png", body), "note": "第一页"}).status_code == 302
    original = exhibit.record.get(says="attach").of_original
    assert original is not None
    answer = client.get(f"/exhibits/{exhibit.pk}/files/{original.pk}/")
    assert b"".join(answer.streaming_content) == body
    assert answer["Content-Disposition"].startswith("attachment")
    assert Reading.objects.filter(action="download").count() == 1
    other = Exhibit.objects.get(case=case, number=4)
    assert client.get(f"/exhibits/{other.pk}/files/{original.pk}/").status_code == 404


def test_a_count_by_page(depot: Depot, case: Case) -> None:
    client, lots = officer(depot), [lot for item in Item.objects.filter(case=case) for lot in item.lots.all()]
    here = f"/goods/stores/{depot.store.pk}/count/"
    found: dict[str, Any] = {f"found.{lot.pk}": str(lot.quantity - (lot is lots[0])) for lot in lots}
    assert client.post(here, found).status_code == 422
    answer = client.post(here, {**found, "with": str(depot.named["wangfang"].pk), "note": "月末"})
    assert answer.status_code == 302
    page = client.get(answer["Location"]).content.decode()
    assert "1 项不符" in page
    assert Stocktaking.objects.get().differing == 1
    assert "1 项不符" in client.get(f"/goods/stores/{depot.store.pk}/").content.decode()


def test_the_register_goes_out_as_excel(depot: Depot, case: Case) -> None:
    answer = officer(depot).get("/sheets/goods/export.xlsx")
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    rows = list(openpyxl.load_workbook(io.BytesIO(body)).worksheets[0].iter_rows(values_only=True))
    top = next(at for at, row in enumerate(rows) if "在管数量" in [str(cell).rstrip("*＊ ") for cell in row])
    heads = [str(cell).rstrip("*＊ ") for cell in rows[top]]
    found = [(row[heads.index("名称")], int(row[heads.index("在管数量")])) for row in rows[top + 1 :] if row[heads.index("名称")] in ("纯牛奶", "酸奶")]
    assert sorted(found) == [("纯牛奶", 42), ("酸奶", 18)]


def test_nothing_is_asked_of_the_database_for_each_row(depot: Depot, case: Case, django_assert_max_num_queries: Any) -> None:
    client = officer(depot)
    client.get("/goods/")
    with django_assert_max_num_queries(16):
        client.get("/goods/")
    with django_assert_max_num_queries(18):
        client.get(f"/cases/{case.pk}/exhibits/")
