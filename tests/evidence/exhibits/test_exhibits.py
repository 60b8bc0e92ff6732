"""Exhibits by hand: what no step listed, corrected by entries that name the old, examined by the law's three conditions."""

import io
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from fadu.accounts.permissions import NotAllowed
from fadu.cases import append_only
from fadu.cases.errors import NotFound, Refused
from fadu.cases.models import Case
from fadu.cases.services import proofs
from fadu.evidence import vault
from fadu.evidence.exhibits import selectors, services
from fadu.evidence.exhibits.kinds import KINDS
from fadu.evidence.exhibits.models import Entry, Exhibit
from fadu.evidence.models import Placing, Use
from fadu.evidence.services import take_whole
from fadu.law.forms import Invalid
from fadu.ledger.entry import commitment
from tests.evidence.crooked import paper
from tests.evidence.exhibits.conftest import Depot

pytestmark = pytest.mark.django_db


def data(depot: Depot, **more: Any) -> dict[str, Any]:
    typed = {
        "name": "供货合同", "kind": "documentary", "source": "清河食品店账册", "giver": "王清河", "original": "0", "proves": "进货渠道",
        "collected_at": "2026-06-05T16:00", "place": "店内", "officers": [str(depot.named[name].pk) for name in ("liwei", "wangfang")],
    }  # fmt: skip
    return {name: value for name, value in (typed | more).items() if value is not None}


@pytest.fixture
def case(depot: Depot) -> Case:
    return depot.told("food_safety", "collect")


def test_an_officer_adds_what_no_step_listed(depot: Depot, case: Case) -> None:
    exhibit = services.add(depot.who("liwei"), case.pk, data(depot))
    assert (exhibit.number, exhibit.step, exhibit.data["giver"]) == (7, None, "王清河")
    entry = exhibit.record.get()
    assert commitment(bytes(entry.leaf.salt), proofs.kinds()["exhibit"](entry.leaf)) in bytes(entry.leaf.entry).decode()
    assert "王清河" not in bytes(entry.leaf.entry).decode()
    with connection.cursor() as cursor:
        cursor.execute("SELECT data FROM exhibits_exhibit WHERE number = 7")
        assert "王清河".encode() not in bytes(cursor.fetchone()[0])


@pytest.mark.parametrize(
    ("field", "more"),
    [
        ("kind", {"kind": "hearsay"}),
        ("officers", {"officers": ["1"]}),
        ("officers", {"officers": ["999998", "999999"]}),
        ("collected_at", {"collected_at": "2027-01-01T00:00"}),
        ("confirmed_on", {"confirmed_by": "王清河"}),
        ("confirmed_by", {"confirmed_on": "2026-06-05"}),
        ("confirmed_on", {"confirmed_by": "王清河", "confirmed_on": "2027-06-05"}),
        ("proves", {"proves": None}),
        ("source", {"source": "<script>"}),
        ("number", {"number": "1"}),
    ],
)
def test_what_is_not_in_order_is_told_at_its_field(depot: Depot, case: Case, field: str, more: dict[str, Any]) -> None:
    before = Entry.objects.count()
    with pytest.raises(Invalid) as wrong:
        services.add(depot.who("liwei"), case.pk, data(depot, **more))
    assert field in wrong.value.errors
    assert Entry.objects.count() == before


def test_who_may_not_add_does_not(depot: Depot, case: Case) -> None:
    for username in ("chenjing", "zhaoqiang", "zhaomin"):
        if username != "zhaomin":
            with pytest.raises(NotAllowed):
                services.add(depot.who(username), case.pk, data(depot))
    for username in ("zhoujie",):  # serves there, handles another case
        with pytest.raises(NotFound):
            services.add(depot.who(username), case.pk, data(depot))
    with pytest.raises(NotAllowed):
        services.add(depot.who("admin"), case.pk, data(depot))


@pytest.mark.parametrize(
    ("article", "more"),
    [
        ("第二十四条", {}),
        (None, {"original": "1"}),
        (None, {"confirmed_by": "王清河", "confirmed_on": "2026-06-05"}),
        ("第二十五条", {"kind": "audiovisual"}),
        ("第二十五条", {"kind": "audiovisual", "method": "拷贝", "made_at": "2026-06-05T15:00"}),
        (None, {"kind": "audiovisual", "method": "拷贝", "made_at": "2026-06-05T15:00", "maker": "李伟"}),
        ("第二十五条", {"kind": "audiovisual", "original": "1", "form": ["sound"]}),
        ("第二十六条第一款", {"kind": "electronic", "checksum": "00"}),
        ("第二十六条第二款", {"kind": "electronic", "method": "拷贝", "made_at": "2026-06-05T15:00", "maker": "李伟"}),
        (None, {"kind": "electronic", "method": "拷贝", "made_at": "2026-06-05T15:00", "maker": "李伟", "checksum": "00"}),
        ("第二十七条第一款", {"original": "1", "form": ["abroad"]}),
        ("第二十七条第三款", {"original": "1", "form": ["foreign"]}),
    ],
)
def test_what_it_lacks_in_form_is_told_with_its_article(depot: Depot, case: Case, article: str | None, more: dict[str, Any]) -> None:
    exhibit = services.add(depot.who("liwei"), case.pk, data(depot, **more))
    told = [str(cite) for _, cite in selectors.flaws(exhibit.data)]
    assert told == ([f"市场监督管理行政处罚程序规定{article}"] if article else [])


def test_a_correction_names_the_entry_that_was_wrong(depot: Depot, case: Case) -> None:
    exhibit = services.add(depot.who("liwei"), case.pk, data(depot))
    with pytest.raises(Invalid, match="没有需要更正"):
        services.correct(depot.who("liwei"), exhibit.pk, data(depot, reason="笔误"))
    services.correct(depot.who("liwei"), exhibit.pk, data(depot, name="购销合同", reason="笔误"))
    exhibit.refresh_from_db()
    first, second = exhibit.record.order_by("seq")
    assert (exhibit.name, first.data["name"], second.corrects, second.data["reason"]) == ("购销合同", "供货合同", first, "笔误")
    assert "reason" not in exhibit.data
    for sql in ("UPDATE exhibits_entry SET seq = 9", "DELETE FROM exhibits_entry"):
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)


def test_what_was_added_is_taken_out_of_the_catalogue_not_of_the_record(depot: Depot, case: Case) -> None:
    exhibit = services.add(depot.who("liwei"), case.pk, data(depot))
    services.withdraw(depot.who("liwei"), exhibit.pk, {"reason": "重复登记"})
    assert exhibit.number not in [each.number for each in selectors.catalogue(depot.who("liwei"), case)]
    assert exhibit.record.count() == 2
    of_step = Exhibit.objects.get(case=case, number=1)
    with pytest.raises(Invalid, match="更正该步骤"):
        services.withdraw(depot.who("liwei"), of_step.pk, {"reason": "重复"})


EXAMINED = {"occasion": "hearing", "verified": "1", "unlawful": "0", "finding": "admitted", "reason": "与账册核对一致", "party_said": "无异议"}


@pytest.mark.parametrize(
    ("law", "more"),
    [
        ("行政处罚法第四十六条第二款", {"verified": "0"}),
        ("行政处罚法第四十六条第三款", {"unlawful": "1"}),
        ("行政处罚法第四十六条第二款", {"verified": "0", "unlawful": "1"}),
    ],
)
def test_what_is_not_verified_or_not_lawful_is_no_ground(depot: Depot, case: Case, law: str, more: dict[str, str]) -> None:
    exhibit = Exhibit.objects.get(case=case, number=5)
    with pytest.raises(Refused) as refusal:
        services.examine(depot.who("liwei"), exhibit.pk, EXAMINED | more)
    assert law in [base for objection in refusal.value.objections for base in objection.bases]
    assert all(objection.fix and objection.facts for objection in refusal.value.objections)
    exhibit.refresh_from_db()
    assert exhibit.finding == "open"
    services.examine(depot.who("chenjing"), exhibit.pk, EXAMINED | more | {"finding": "excluded", "ground": "unlawful"})
    exhibit.refresh_from_db()
    assert (exhibit.finding, exhibit.examined["ground"]) == ("excluded", "unlawful")


def test_a_record_of_an_unsound_device_is_no_ground(depot: Depot, case: Case) -> None:
    exhibit = Exhibit.objects.get(case=case, number=6)
    Exhibit.objects.filter(pk=exhibit.pk).update(device_sound=False)
    with pytest.raises(Refused) as refusal:
        services.examine(depot.who("liwei"), exhibit.pk, EXAMINED)
    assert refusal.value.objections[0].bases == ("行政处罚法第四十一条第二款",)


def test_exclusion_asks_for_its_ground(depot: Depot, case: Case) -> None:
    exhibit = Exhibit.objects.get(case=case, number=5)
    with pytest.raises(Invalid) as wrong:
        services.examine(depot.who("liwei"), exhibit.pk, EXAMINED | {"finding": "excluded", "reason": ""})
    assert set(wrong.value.errors) == {"ground", "reason"}


def test_a_file_is_kept_as_it_is_and_known_by_its_bytes(depot: Depot, case: Case) -> None:
    exhibit = Exhibit.objects.get(case=case, number=5)
    body, liwei = paper(), depot.who("liwei")
    original = take_whole(liwei, io.BytesIO(body), use=Use.EXHIBIT, name="进货单.pdf", size=len(body), case_id=case.pk)
    services.attach(liwei, exhibit.pk, {}, original)
    assert vault.opened(original.pk, original.size).read() == body
    entry = exhibit.record.get(says="attach")
    assert (entry.of_original, entry.data["sha256"]) == (original, original.sha256)
    with pytest.raises(Invalid, match="已经附在"):
        services.attach(liwei, exhibit.pk, {}, original)
    early = take_whole(liwei, io.BytesIO(body), use=Use.EXHIBIT, name="进货单.pdf", size=len(body))
    services.attach(liwei, exhibit.pk, {}, early)
    placing = Placing.objects.get(original=early)
    assert commitment(bytes(placing.leaf.salt), proofs.kinds()["placing"].content(placing, placing.leaf)) in bytes(placing.leaf.entry).decode()
    assert exhibit.record.filter(says="attach").count() == 2
    other = Exhibit.objects.filter(case=depot.told("measure", "seize")).first()
    with pytest.raises(Invalid, match="不是为本案"):
        services.attach(liwei, other.pk, {}, early)
    agrees = proofs.kinds()["original"].agrees
    early.refresh_from_db()
    assert list(agrees(early, early.leaf)) == []
    with append_only.lifted(connection):
        placing.delete()
    assert list(agrees(early, early.leaf)) == ["归入了案件，没有归入的记录"]


def test_the_eight_kinds_are_those_of_the_law(depot: Depot) -> None:
    from tests.law.catalogue import SHARED

    file = SHARED / "laws/行政法/行政处罚法(2021-01-22).md"
    if not file.is_file():
        pytest.skip("the statute texts are not on this machine")
    text = file.read_text("utf-8").split("第四十六条")[1].split("第四十七条")[0]
    listed = [line.split("）", 1)[1].rstrip("；。") for line in text.splitlines() if line.startswith("（")]
    assert listed == [label for _, label in KINDS]
