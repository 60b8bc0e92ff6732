"""Who opens which file: by reach, on a purpose that is stated and recorded; beyond the own reach for a reason that supervisors see."""

import io

import openpyxl
import pytest

from fadu.evidence.household.models import Member
from fadu.evidence.models import Reading
from fadu.sheets.models import Export
from tests.evidence.household.conftest import SHOP, STALL, client_of

pytestmark = pytest.mark.django_db

PURPOSE = {"purpose": "repeat", "why": "办理示市监罚立〔2026〕37号，核对前次处罚"}


def home(case):
    return f"/households/{Member.objects.get(party_id=case.party_id).household.root_id}/"


@pytest.fixture
def shop(opened):
    """A shop known to both bureaus; the market bureau's case first."""
    return opened(**SHOP), opened(by="zhoulin", day="2026-06-02", **SHOP)


@pytest.fixture
def stall(opened):
    """A stall that only the general bureau knows."""
    return opened(by="zhoulin", day="2026-06-03", **STALL)


def test_each_role_at_the_file_and_nothing_is_seen_unrecorded(bureau, shop):
    url = home(shop[0])
    statuses = {name: client_of(bureau, name).get(url).status_code for name in ("liwei", "chenjing", "zhaoqiang", "zhaomin", "wujun", "admin")}
    assert statuses == {"liwei": 200, "chenjing": 200, "zhaoqiang": 200, "zhaomin": 200, "wujun": 200, "admin": 403}
    assert sorted(Reading.objects.values_list("by_name", flat=True)) == sorted(["陈静", "赵强", "赵敏", "吴军"])  # the officer has not opened it yet
    from django.test import Client

    assert Client().get(url)["Location"].startswith("/login/")


def test_an_officer_says_what_for_before_anything_is_shown(bureau, shop):
    page, url = client_of(bureau, "liwei"), home(shop[0])
    asked = page.get(url).content.decode()
    assert "查阅目的" in asked
    assert shop[0].title not in asked
    for wrong in ({}, {"purpose": "repeat"}, {**PURPOSE, "why": "看看"}, {**PURPOSE, "purpose": "curiosity"}):
        assert page.post(url, wrong).status_code == 422
    assert not Reading.objects.exists()
    assert page.post(url, PURPOSE)["Location"] == url
    shown = page.get(url).content.decode()
    assert f"/cases/{shop[0].pk}/" in shown
    assert str(shop[1].pk) not in shown  # another bureau's
    reading = Reading.objects.get()
    assert (reading.kind, reading.by_name, reading.reason) == ("household", "李伟", "核对是否屡次违法、初次违法：办理示市监罚立〔2026〕37号，核对前次处罚")
    assert page.get(f"{url}?year=2026&kind=penalty").status_code == 200
    assert Reading.objects.count() == 1  # paging and filtering is one reading


def test_beyond_the_own_reach_everybody_gives_a_reason_and_supervisors_see_it(bureau, shop):
    page, url = client_of(bureau, "zhaoqiang"), home(shop[0])
    assert str(shop[1].pk) not in page.get(url).content.decode()
    assert "查阅目的" in page.get(f"{url}?wide=1").content.decode()
    page.post(url, {**PURPOSE, "wide": "1"})
    shown = page.get(url).content.decode()
    assert shown.count(shop[1].title) >= 2
    assert f"/cases/{shop[1].pk}/" not in shown  # listed, not to be entered
    assert f"/cases/{shop[0].pk}/" in shown
    table = {"zhaomin": 200, "zhaoqiang": 200, "liwei": 403, "admin": 403}
    seen = {name: client_of(bureau, name).get("/households/looked/") for name in table}
    assert {name: answer.status_code for name, answer in seen.items()} == table
    assert "核对前次处罚" in seen["zhaomin"].content.decode()


def test_whom_the_own_organ_never_met_is_opened_for_a_reason_alone(bureau, stall):
    page, url = client_of(bureau, "liwei"), home(stall)
    assert "本机关没有办过这个当事人的事项" in page.get(url).content.decode()
    page.post(url, {**PURPOSE, "wide": "1"})
    shown = page.get(url).content.decode()
    assert stall.title in shown
    assert STALL["party_address"] not in shown  # masked: not a party of a case within reach
    assert STALL["party_phone"] not in shown
    assert Reading.objects.get().kind == "household.wide"


def test_a_file_opened_in_one_capacity_is_not_open_in_another(bureau, shop):
    page, url = client_of(bureau, "liwei"), home(shop[0])
    page.post(url, PURPOSE)
    session = page.session
    kept = session["fadu.households"]
    session["fadu.households"] = {f"999:{key.partition(':')[2]}": row for key, row in kept.items()}
    session.save()
    assert "查阅目的" in page.get(url).content.decode()


def test_the_export_holds_what_is_shown_and_is_on_record(bureau, shop):
    page, url = client_of(bureau, "liwei"), home(shop[0])
    assert page.get(f"{url}export.xlsx").status_code == 302  # not opened
    page.post(url, PURPOSE)
    out = b"".join(page.get(f"{url}export.xlsx?year=2026").streaming_content)
    rows = list(openpyxl.load_workbook(io.BytesIO(out)).active.iter_rows(values_only=True))
    assert [row[2] for row in rows[1:]] == [shop[0].title]
    assert (Export.objects.get().rows, Export.objects.get().filters, Export.objects.get().by_name) == (1, {"year": "2026"}, "李伟")
    assert list(Reading.objects.order_by("id").values_list("action", flat=True)) == ["view", "download"]


@pytest.mark.parametrize("query", ["?year=99999999999", "?year=abc", "?organ=-1", "?after=x", "?kind=%00", "?organ=99999999999999999999"])
def test_bad_addresses_are_no_failure(bureau, shop, query):
    assert client_of(bureau, "zhaoqiang").get(home(shop[0]) + query).status_code == 200


def test_the_search_keeps_names_out_of_addresses(bureau, shop):
    page = client_of(bureau, "liwei")
    assert "清河食品店" not in page.get("/households/?q=示范县清河食品店").content.decode().replace("placeholder", "")
    assert "清河食品店" in page.post("/households/", {"q": "示范县清河"}).content.decode()
