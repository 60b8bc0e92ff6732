"""What is read of editions: by anybody, since all of it is public."""

import hashlib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone

from fadu.disclosure.opendata.datasets import DATASETS
from fadu.disclosure.opendata.models import Digest, Edition, Recall

FROM_HOUR = 3
"""From this hour on, Beijing time, the edition of a day is made: at night, when few wait for the machine."""
EXTRA = frozenset({"datapackage.json", "catalog.jsonld", *(f"{name}.schema.json" for name in DATASETS)})
"""Files of an edition that describe it."""


def place() -> Path:
    """Where the editions lie."""
    return Path(settings.DATA) / "opendata"


def current() -> Edition | None:
    """The latest edition whose files are there."""
    return Edition.objects.filter(removed_at__isnull=True).order_by("-made_at").first()


def history(most: int = 30) -> list[Edition]:
    """The latest editions, those too whose files are gone."""
    return list(Edition.objects.order_by("-made_at")[:most])


def stale() -> bool:
    """Whether something was taken back that the editions still hold: their files of records are not given out."""
    return Recall.objects.exists()


def due(now: datetime | None = None) -> bool:
    """Whether an edition is to be made: there is none, something was taken back, or the day of the last one is over."""
    at = timezone.localtime(now)
    last = current()
    return last is None or stale() or (last.day < at.date() and at.hour >= FROM_HOUR)


def held(name: str) -> bool:
    """Whether a file of that name holds what may be taken back."""
    dataset = DATASETS.get(name.partition(".")[0])
    return name == "changes.jsonl" or (dataset is not None and dataset.recalled and name not in EXTRA)


def file(folder: str, name: str) -> tuple[Edition, Path, str] | None:
    """A file of an edition, where it lies, and its hash; "" as folder is the latest edition. None where there is none."""
    edition = Edition.objects.filter(folder=folder, removed_at__isnull=True).first() if folder else current()
    if edition is None:
        return None
    path = place() / edition.folder / name
    known = {row["path"]: row["sha256"] for row in edition.files}
    if name in known:
        return edition, path, known[name]
    if name in EXTRA and path.is_file():
        return edition, path, hashlib.sha256(path.read_bytes()).hexdigest()
    return None


def hashed(sha256: str) -> tuple[Edition, dict[str, Any]] | None:
    """The latest edition that has a file of this hash, and what was written down of the file."""
    found = Digest.objects.filter(sha256=sha256).select_related("edition").order_by("-edition__made_at").first()
    return (found.edition, next(row for row in found.edition.files if row["sha256"] == sha256)) if found else None


def damaged(edition: Edition) -> Iterator[str]:
    """The files of an edition that are not what was written down of them."""
    for row in edition.files:
        path = place() / edition.folder / row["path"]
        if not path.is_file():
            yield f"{row['path']} 不在了"
            continue
        with path.open("rb") as found:
            if hashlib.file_digest(found, "sha256").hexdigest() != row["sha256"]:
                yield f"{row['path']} 与记录的 SHA-256 不符"
