"""`fadu archive`: a package examined wherever it lies, and all that are kept here."""

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from fadu.cases.services import proofs
from fadu.cases.services.log import sequence_all
from fadu.evidence import vault
from fadu.evidence.archive.models import Check, Volume
from fadu.ledger.entry import Entry, commitment

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(volume: Volume, tmp_path: Path) -> Path:
    found = tmp_path / "volume.zip"
    with vault.opened(volume.id, volume.size) as source:
        found.write_bytes(source.read())
    return found


def told(*args: Any, **options: Any) -> str:
    out = StringIO()
    call_command("archive", *args, stdout=out, **options)
    return out.getvalue()


def test_a_package_on_a_disk(file: Path) -> None:
    said = told("check", str(file))
    assert said.endswith("通过\n")
    assert "1-13\t真实性\t信息包一致性检测\t未检测" in said


def test_one_byte_is_found(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[len(data) // 3] ^= 1
    file.write_bytes(data)
    with pytest.raises(CommandError, match="没有通过"):
        told("check", str(file))


@pytest.mark.parametrize("args", [("check",), ("check", "no-such-file.zip")])
def test_what_can_not_be_examined_is_told(args: tuple[str, ...], house: Any) -> None:
    with pytest.raises(CommandError):
        told(*args)


def test_all_that_are_kept_and_the_result_is_kept(volume: Volume) -> None:
    assert "检测 1 卷，不通过 0 卷" in told("check", all=True)
    assert [check.stage for check in volume.checks.order_by("id")] == ["filed", "kept"]
    assert "检测 0 卷" in told("check", due=True), "it was examined just now"


def test_a_file_that_is_gone_is_shouted(volume: Volume) -> None:
    vault.discard(volume.id)
    with pytest.raises(CommandError):
        told("check", all=True)
    assert not Check.objects.latest("id").passed


def test_every_leaf_of_the_room_is_rebuilt_from_its_row(volume: Volume) -> None:
    sequence_all()
    for leaf in (volume.leaf, volume.checks.get().leaf):
        entry = Entry.from_bytes(bytes(leaf.entry))
        assert entry.commit == commitment(bytes(leaf.salt), proofs.kinds()[leaf.kind](leaf)), leaf.kind
