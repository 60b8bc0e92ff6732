"""立卷: the file of the main job's case is whole, in the order of the law, numbered through, the same bytes whenever it is made anew."""

import hashlib
import io
import itertools
import zipfile
from typing import Any

import pytest

from fadu.accounts.permissions import NotAllowed
from fadu.cases.errors import Conflict, Refused
from fadu.cases.models import Case, Leaf, Step
from fadu.documents.models import Document
from fadu.evidence import vault
from fadu.evidence.archive import services
from fadu.evidence.archive.contents import volume_content
from fadu.evidence.archive.models import Filing, Item, Volume
from fadu.evidence.archive.package import members as packing
from fadu.evidence.archive.package.zipping import stream
from fadu.evidence.archive.services.binding import _people
from fadu.evidence.archive.wrapping import told, wrapped
from fadu.law.filing import WRAPPING
from fadu.ledger.entry import Entry, commitment
from tests.documents import reading

pytestmark = pytest.mark.django_db

MAIN = (
    [
        "filing_approval",
        "penalty_decision",
        "service_receipt",
        "preserve_notice",
        "goods_list",
        "question_notice",
        "goods_list",
        "correction_order",
        "penalty_notice",
        "service_receipt",
        "hearing_notice",
        "service_receipt",
        "scene_record",
        "question_record",
        "evidence_sheet",
        "edata_record",
        "hearing_record",
    ],
    [
        "source_register",
        "investigation_report",
        "review_form",
        "review_form",
        "hearing_report",
        "closing_approval",
        "matter_approval",
        "matter_approval",
        "panel_record",
        "decision_approval",
    ],
)


def test_every_paper_of_the_case_lies_in_its_place(volume: Volume) -> None:
    for part, papers in zip(("front", "vice"), MAIN, strict=True):
        assert list(volume.items.filter(part=part).order_by("place").values_list("paper", flat=True)) == papers
    filed = set(volume.items.values_list("ref", flat=True))
    assert filed == set(Document.objects.filter(case=volume.case).exclude(paper__in=WRAPPING).values_list("id", flat=True))


def test_groups_never_go_back(volume: Volume) -> None:
    places = [(("front", "vice").index(item.part), item.group) for item in volume.items.order_by("place")]
    assert all(before <= after for before, after in itertools.pairwise(places))


def test_pages_run_through_each_part(volume: Volume) -> None:
    for part, pages in (("front", volume.front_pages), ("vice", volume.vice_pages)):
        items = list(volume.items.filter(part=part).order_by("place"))
        assert [item.first_page for item in items] == list(itertools.accumulate((item.pages for item in items), initial=1))[:-1]
        assert pages == sum(item.pages for item in items)


def test_the_cover_and_the_catalogue_say_so(volume: Volume) -> None:
    with vault.opened(volume.id, volume.size) as source, zipfile.ZipFile(source) as package:
        cover, catalogue, note = (reading.text(package.read(f"wrap/front-{name}.pdf")) for name in ("cover", "catalogue", "note"))
    for words in (volume.number, volume.case.number, "示范县清河食品店", "李伟", "永久", "2026年6月3日", "2026年8月3日"):
        assert reading.squeezed(words) in reading.squeezed(cover), words
    for item in volume.items.filter(part="front"):
        assert reading.squeezed(item.title) in catalogue
        assert reading.squeezed(item.number) in catalogue
    assert "材料齐全" in note
    assert "集体讨论记录" not in catalogue, "what the house said to itself is not told in the part that may be shown"


def test_it_was_formed_in_time(volume: Volume) -> None:
    assert str(volume.due_on) == "2026-09-02"  # 30 days from Mon 3 August, as the clock of the main job says
    assert volume.archived_on <= volume.due_on
    assert volume.term == "permanent"
    assert volume.expires_on is None


def test_the_same_file_gives_the_same_bytes(volume: Volume) -> None:
    items = list(volume.items.order_by("place"))
    found = packing.members(volume, items, wrapped(volume, items), told(volume.case), _people(volume.case))
    assert hashlib.sha256(b"".join(stream(found))).hexdigest() == volume.sha256


def test_a_leaf_commits_to_the_file_and_every_item(volume: Volume) -> None:
    entry = Entry.from_bytes(bytes(volume.leaf.entry))
    content = volume_content(volume, list(volume.items.order_by("place")))
    assert entry.kind == "archive"
    assert entry.commit == commitment(bytes(volume.leaf.salt), content)
    content["items"][3][4] = "0" * 64
    assert entry.commit != commitment(bytes(volume.leaf.salt), content)


def test_it_lies_sealed(volume: Volume) -> None:
    place = vault.folder() / volume.id.hex[-2:] / volume.id.hex[-4:-2] / str(volume.id)
    raw = place.read_bytes()
    assert b"PK\x03\x04" not in raw[:64]
    assert b"%PDF" not in raw


def test_it_is_registered_through_the_one_door(volume: Volume) -> None:
    register = Case.objects.get(pk=volume.register_id)
    assert (register.procedure, register.stage) == ("archive.record", "filed")
    assert list(Step.objects.filter(case=register).order_by("seq").values_list("name", flat=True)) == ["archive_open", "archive_hand_in"]
    assert (
        register.clocks.filter(rule="DT-020-2-county").get().due_on.isoformat() == "2036-08-11"
    )  # ten years from Mon 10 August 2026; Sun 10 August 2036 rolls over


@pytest.mark.parametrize("name", ["liwei", "zhaoqiang", "zhaomin"])
def test_who_is_of_another_organ_or_keeps_nothing_forms_nothing(house: Any, bureau: Any, name: str) -> None:
    before = Volume.objects.count(), Leaf.objects.count(), Filing.objects.filter(serial__isnull=False).count()
    with pytest.raises(NotAllowed):
        services.bind(bureau.who(name), house.simple.id)
    assert (Volume.objects.count(), Leaf.objects.count(), Filing.objects.filter(serial__isnull=False).count()) == before


def test_a_failure_leaves_nothing_but_its_number(house: Any, bureau: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from fadu.evidence.archive.services import binding

    def refused(*_: Any) -> None:
        raise Refused([])

    files = sorted(vault.folder().rglob("*"))
    with monkeypatch.context() as patch:
        patch.setattr(binding.registering, "opened", refused)
        with pytest.raises(Refused):
            services.bind(bureau.who("zhoulin"), house.simple.id)
    assert sorted(path for path in vault.folder().rglob("*") if path.is_file()) == [path for path in files if path.is_file()]
    assert not Volume.objects.filter(case=house.simple).exists()
    assert not Item.objects.filter(volume__case=house.simple).exists()
    made = services.bind(bureau.who("zhoulin"), house.simple.id)
    assert made.serial == 1, "the number that it was given is its own, none is lost"


def test_a_document_changed_on_the_disk_is_not_packed(house: Any, bureau: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from fadu.evidence.archive.package import members

    monkeypatch.setattr(members, "_document", lambda _sha256: lambda: io.BytesIO(b"%PDF-1.7 another"))
    with pytest.raises(Conflict, match="校验值不符"):
        services.bind(bureau.who("zhoulin"), house.simple.id)
    assert not Volume.objects.filter(case=house.simple).exists()
