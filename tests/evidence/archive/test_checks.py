"""四性检测: nothing fails in a sound package; whatever is done to one, the report names it."""

import io
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import xmlschema
from lxml import etree

from fadu.cases.services.log import vkey
from fadu.evidence import vault
from fadu.evidence.archive.checks import examine, safe
from fadu.evidence.archive.checks.items import every
from fadu.evidence.archive.kinds import Stage
from fadu.evidence.archive.models import Volume
from fadu.evidence.archive.package.metadata import NS, SCHEMA

pytestmark = pytest.mark.django_db

Change = Callable[[dict[str, bytes]], None]


@pytest.fixture(scope="module")
def members(house: Any) -> dict[str, bytes]:
    """The members of the package, by name."""
    with vault.opened(house.volume.id, house.volume.size) as source, zipfile.ZipFile(source) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(members: dict[str, bytes]) -> io.BytesIO:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, data in members.items():
            package.writestr(name, data)
    made.seek(0)
    return made


def failed(source: Any, volume: Volume | None = None) -> dict[str, str]:
    return {one.no: one.found for one in examine(source, stage=Stage.KEPT, vkey=vkey(), volume=volume) if one.state == "fail"}


def test_the_schema_judged_by_another_validator(members: dict[str, bytes]) -> None:
    schema = xmlschema.XMLSchema(str(SCHEMA))
    schema.validate(io.BytesIO(members["eep.xml"]))
    assert members["eep.xsd"] == SCHEMA.read_bytes()


def test_every_item_has_a_number_a_way_and_a_result(volume: Volume) -> None:
    check = volume.checks.earliest("id")
    assert [one["no"] for one in check.results] == [one.no for one in every()]
    assert {one["property"] for one in check.results} == {"真实性", "完整性", "可用性", "安全性"}
    assert all(one["how"] for one in check.results)
    assert [(one["no"], one["found"]) for one in check.results if one["state"] == "fail"] == []
    assert check.passed


def test_a_copy_from_elsewhere_passes_too(members: dict[str, bytes]) -> None:
    assert failed(packed(members)) == {}


@pytest.mark.parametrize("place", range(0, 27, 5))
def test_removing_one_document_is_named(members: dict[str, bytes], volume: Volume, place: int) -> None:
    item = list(volume.items.order_by("place"))[place]
    found = failed(packed({name: data for name, data in members.items() if name != item.name}))
    assert f"《{item.title}》{item.number}" in found["2-7"]
    assert "2-2" in found


def _without(name: str) -> Change:
    return lambda members: members.pop(name) and None


def _with(name: str, data: bytes) -> Change:
    return lambda members: members.update({name: data})


def _told(old: str, new: str, *, every_time: bool = False) -> Change:
    def change(members: dict[str, bytes]) -> None:
        text = members["eep.xml"].decode()
        assert old in text
        members["eep.xml"] = text.replace(old, new, -1 if every_time else 1).encode()

    return change


DECISION = "front/0002-penalty_decision.pdf"


@pytest.mark.parametrize(
    ("change", "item"),
    [
        pytest.param(_with(DECISION, b"%PDF-1.7 another"), "1-9", id="a document replaced"),
        pytest.param(_with(DECISION, b"not a pdf"), "3-3", id="a document that is no PDF"),
        pytest.param(_with(DECISION, b"MZ\x90\x00"), "4-2", id="a program in a document's place"),
        pytest.param(_with("front/0099-extra.pdf", b"%PDF-1.7"), "2-10", id="something too much"),
        pytest.param(_with("../out.pdf", b"%PDF-1.7"), "1-12", id="a path out of the package"),
        pytest.param(_without("wrap/front-cover.pdf"), "2-8", id="no cover"),
        pytest.param(_without("wrap/vice-catalogue.pdf"), "1-11", id="no catalogue"),
        pytest.param(_without("proof/key"), "2-7", id="no key"),
        pytest.param(_without("eep.xml"), "3-1", id="no description"),
        pytest.param(_with("eep.xml", b"<x"), "3-1", id="a description that is no XML"),
        pytest.param(_with("eep.xml", b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'), "3-1", id="a foreign entity"),
        pytest.param(_told("永久</保管期限>", "30年</保管期限>"), "1-1", id="another term: the signature"),
        pytest.param(_told("永久</保管期限>", "30年</保管期限>"), "1-5", id="another term: its end"),
        pytest.param(_told("永久</保管期限>", "百年</保管期限>"), "1-4", id="a term that there is not"),
        pytest.param(_told("<件数>27</件数>", "<件数>26</件数>"), "2-1", id="one item fewer"),
        pytest.param(_told("<件数>27</件数>", "<件数>二十七</件数>"), "1-3", id="a number in words"),
        pytest.param(_told("<类别>行政处罚</类别>", f"<类别>{'类' * 121}</类别>"), "1-2", id="a name too long"),
        pytest.param(_told("<类别>行政处罚</类别>", "<类别></类别>"), "2-4", id="a name left empty"),
        pytest.param(_told("<类别>行政处罚</类别>", ""), "2-3", id="an element left out"),
        pytest.param(_told("<类别>行政处罚</类别>", "<类别>行政\u202e处罚</类别>"), "1-6", id="a sign that turns the direction"),
        pytest.param(_told("<顺序号>1</顺序号>", "<顺序号>2</顺序号>"), "1-7", id="another serial"),
        pytest.param(_told('件号="3"', '件号="2"'), "1-8", id="two items of one number"),
        pytest.param(_told("<起始页号>7</起始页号>", "<起始页号>8</起始页号>"), "2-6", id="a page left out"),
        pytest.param(_told("<正卷页数>25</正卷页数>", "<正卷页数>26</正卷页数>"), "2-6", id="a page too many"),
        pytest.param(_told("<存放>front/0003", "<存放>front/9999"), "1-10", id="an item without its file"),
        pytest.param(_told("<媒体>text/plain</媒体>", "<媒体>application/x-msdownload</媒体>"), "3-5", id="a format that won't last"),
    ],
)
def test_what_is_done_to_a_package_is_found(members: dict[str, bytes], change: Change, item: str) -> None:
    changed = dict(members)
    change(changed)
    assert item in failed(packed(changed))


def test_a_step_cut_out_is_found(members: dict[str, bytes]) -> None:
    root = etree.fromstring(members["eep.xml"])
    block = root.find(f".//{{{NS}}}业务实体块")
    block.remove(block[5])
    found = failed(packed({**members, "eep.xml": etree.tostring(root)}))
    assert {"1-1", "2-5"} <= found.keys()


def test_a_step_rewritten_is_found(members: dict[str, bytes]) -> None:
    name = "record/step-0003.json"
    assert "凭证不能证明" in failed(packed({**members, name: members[name].replace(b'"seq":3', b'"seq":4')}))["1-14"]


def test_the_key_in_the_package_is_not_believed(members: dict[str, bytes]) -> None:
    from fadu.ledger.keys import Signer

    other = Signer.generate("localhost/log").vkey
    found = {one.no for one in examine(packed({**members, "proof/key": f"{other}\n".encode()}), stage=Stage.KEPT, vkey=other) if one.state == "fail"}
    assert {"1-1", "1-14"} <= found


@pytest.mark.parametrize(
    "junk", [b"", b"PK\x03\x04", b"PK\x05\x06" + bytes(18), b"no zip at all" * 100], ids=["nothing", "a beginning", "an empty zip", "no zip"]
)
def test_junk_fails_and_breaks_nothing(junk: bytes) -> None:
    results = examine(io.BytesIO(junk), stage=Stage.TRANSFERRED, vkey=vkey())
    assert len(results) == len(every())
    assert any(one.state == "fail" for one in results)


def test_an_encrypted_member_is_found(members: dict[str, bytes]) -> None:
    made = packed(members).getvalue()
    where = made.rindex(b"PK\x01\x02")
    broken = bytearray(made)
    broken[where + 8] |= 1
    assert "3-6" in failed(io.BytesIO(bytes(broken)))


def test_a_byte_changed_in_the_vault_is_found(house: Any, volume: Volume, settings: Any, tmp_path: Path) -> None:
    from fadu.evidence.archive.services.checking import looked

    shutil.copytree(house.data, tmp_path / "copy")
    settings.DATA = tmp_path / "copy"
    place = vault.folder() / volume.id.hex[-2:] / volume.id.hex[-4:-2] / str(volume.id)
    raw = bytearray(place.read_bytes())
    raw[len(raw) // 2] ^= 1
    place.write_bytes(raw)
    _, results = looked(volume, Stage.KEPT)
    assert all(one.state == "fail" for one in results)


def test_a_row_changed_behind_the_platforms_back_is_found(volume: Volume) -> None:
    volume.note = "另一种说法"
    with vault.opened(volume.id, volume.size) as source:
        found = failed(source, volume)
    assert "4-4" in found


def test_malware_is_named_when_a_scanner_is_there(members: dict[str, bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(safe, "_scanners", [lambda source: "EICAR" if source.read(4) == b"%PDF" else ""])
    assert "EICAR" in failed(packed(members))["4-1"]
