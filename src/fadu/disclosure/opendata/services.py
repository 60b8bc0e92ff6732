"""The writers of this room: an edition made, what was taken back noted, old files taken away.

An edition is written into a folder of its own that gets its name when all of it is there; its row is written after that. A crash leaves a folder
without a row, which the next round takes away. Of several workers one makes an edition: a lock of the file system that ends with its process.
"""

import fcntl
import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from time import monotonic
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from fadu.cases.models import Leaf
from fadu.cases.models.ids import new_id
from fadu.cases.services.leaves import entry_of, utc
from fadu.disclosure.models import Event, Kind
from fadu.disclosure.opendata import describing, selectors, writing
from fadu.disclosure.opendata.datasets import DATASETS, changes
from fadu.disclosure.opendata.models import Digest, Edition, Recall
from fadu.disclosure.opendata.proofs import edition_content

TAKES_BACK = frozenset({Kind.CORRECT, Kind.WITHDRAW, Kind.END})
"""What makes a file of records wrong to give out: what it says is no longer shown, or no longer so."""
TOLD_FOR = timedelta(days=31)
"""For how long back the changes stand in the file; the interface tells all of them."""
_BEGUN = ".making"


def recall(sender: Any, instance: Event, *, created: bool, **_: Any) -> None:  # noqa: ARG001 - as Django calls it
    """Note, in the transaction of the event itself, that the record files are not to be given out any more."""
    if created and instance.kind in TAKES_BACK:
        Recall.objects.create(publication=instance.publication_id, kind=instance.kind)


def refresh(*, only_due: bool = False) -> Edition | None:
    """Make an edition; None where another worker is at it, or, with `only_due`, where none is due."""
    folder = selectors.place()
    folder.mkdir(parents=True, exist_ok=True)
    with _alone(folder) as mine:
        if not mine or (only_due and not selectors.due()):
            return None
        _sweep(folder)
        seen = list(Recall.objects.values_list("pk", flat=True))  # what is taken back from here on calls for another edition
        began, at = monotonic(), timezone.now()
        files = _written(folder / _BEGUN, name := _name(at), at)
        (folder / _BEGUN).rename(folder / name)
        edition = _kept(name, at, monotonic() - began, files, seen)
        _sweep(folder)
    return edition


def _written(folder: Path, name: str, at: datetime) -> list[dict[str, Any]]:
    """Every file of an edition; gives those that hold data."""
    folder.mkdir()
    files = [file for dataset in DATASETS.values() for file in writing.write(dataset, folder)]
    files.append(writing.write_lines(changes.since(at - TOLD_FOR), folder / "changes.jsonl"))
    for dataset in DATASETS.values():
        _put(folder / f"{dataset.id}.schema.json", describing.json_schema(dataset))
    _put(folder / "datapackage.json", describing.package(name, utc(at), files))
    _put(folder / "catalog.jsonld", describing.catalogue(name, utc(at), files))
    return files


def _put(path: Path, told: Any) -> None:
    path.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", "utf-8")


@transaction.atomic
def _kept(name: str, at: datetime, seconds: float, files: list[dict[str, Any]], seen: list[int]) -> Edition:
    """Write the edition down with its leaf; end those before it that hold what was taken back, or are old."""
    if seen:
        Edition.objects.filter(removed_at__isnull=True).update(removed_at=at, recalled=True)
        Recall.objects.filter(pk__in=seen).delete()
    old = timezone.localdate(at) - timedelta(days=settings.FADU_OPENDATA_KEEP)
    Edition.objects.filter(removed_at__isnull=True, day__lte=old).update(removed_at=at)
    edition = Edition(id=new_id(), day=timezone.localdate(at), folder=name, made_at=at, seconds=round(seconds, 3), files=files)
    entry, salt = entry_of("opendata", edition.id, edition.id, edition_content(edition), at)
    edition.leaf = Leaf.objects.create(case=None, kind="opendata", ref=edition.id, salt=salt, entry=entry.bytes)
    edition.save(force_insert=True)
    Digest.objects.bulk_create([Digest(edition=edition, sha256=file["sha256"]) for file in files])
    return edition


def _name(at: datetime) -> str:
    """The day; of further editions of a day with their number."""
    day = timezone.localdate(at)
    count = Edition.objects.filter(day=day).count()
    return f"{day}" if not count else f"{day}.{count + 1}"


def _sweep(folder: Path) -> None:
    """Take away what no edition stands for: what a crash left, what was taken back, what is old."""
    kept = set(Edition.objects.filter(removed_at__isnull=True).values_list("folder", flat=True))
    for path in folder.iterdir():
        if path.is_dir() and path.name not in kept:
            shutil.rmtree(path)


@contextmanager
def _alone(folder: Path) -> Iterator[bool]:
    """Whether nobody else is making an edition; nobody does while this lasts."""
    with (folder / ".lock").open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True
