"""The public log over the database: rows are the truth, tiles follow; see `fadu.ledger.sequencer`."""

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from django.conf import settings
from django.db import transaction

from fadu.cases.models import Leaf, LogHead
from fadu.ledger import checkpoint
from fadu.ledger.canonical import Json
from fadu.ledger.entry import Entry
from fadu.ledger.keys import Signer
from fadu.ledger.receipt import Receipt, issue
from fadu.ledger.sequencer import Sequencer
from fadu.ledger.storage import Folder
from fadu.ledger.store import Pending
from fadu.ledger.tilestore import TileReader, TileWriter


class TooQuick(Exception):
    """Another sequencer was quicker; the next round starts afresh."""


class Rows:
    """The leaves as the sequencer reads and numbers them."""

    def pending(self, limit: int) -> Sequence[Pending]:
        """Oldest leaves without an index."""
        rows = Leaf.objects.filter(index__isnull=True).order_by("id").values_list("id", "entry")[:limit]
        return [Pending(str(key), bytes(entry)) for key, entry in rows]

    def assign(self, first: int, ids: Sequence[str]) -> None:
        """Give them the next indices: all or none."""
        with transaction.atomic():
            head = LogHead.objects.select_for_update().get_or_create(pk=1)[0]
            if head.size != first:
                raise TooQuick
            rows = {row.id: row for row in Leaf.objects.filter(pk__in=[int(key) for key in ids], index__isnull=True).only("id", "index")}
            if len(rows) != len(ids):
                raise TooQuick
            for place, key in enumerate(ids):
                rows[int(key)].index = first + place
            Leaf.objects.bulk_update(rows.values(), ["index"], batch_size=500)
            LogHead.objects.filter(pk=1).update(size=first + len(ids))

    def size(self) -> int:
        """How many have one."""
        return LogHead.objects.get_or_create(pk=1)[0].size

    def entries(self, start: int, end: int) -> Iterable[bytes]:
        """Entries by index."""
        rows = Leaf.objects.filter(index__gte=start, index__lt=end).order_by("index").values_list("entry", flat=True)
        return (bytes(entry) for entry in rows.iterator())

    def checkpoint(self) -> str | None:
        """The last published one."""
        return LogHead.objects.get_or_create(pk=1)[0].note or None

    def publish(self, note: str, *, after: str | None) -> None:
        """Put the next in its place."""
        if not LogHead.objects.filter(pk=1, note=after or "").update(note=note):
            raise TooQuick


def folder() -> Path:
    """Where the tiles lie; any web server can serve it as it is."""
    return Path(settings.DATA) / "log"


@cache
def signer() -> Signer:
    """Who signs the log."""
    return Signer(settings.FADU_LOG_ORIGIN, settings.FADU_LOG_KEY)


def vkey() -> str:
    """The public key line of the log."""
    return signer().vkey


def sequence() -> str:
    """One round: leaves that wait get their index, and a checkpoint is published. Gives the checkpoint."""
    return Sequencer(Rows(), TileWriter(Folder(folder())), signer()).run()


def sequence_all() -> None:
    """Rounds until nothing waits."""
    sequence()
    while Leaf.objects.filter(index__isnull=True).exists():
        sequence()


class Log:
    """The log as last published, for making many receipts."""

    def __init__(self) -> None:
        head = LogHead.objects.filter(pk=1).first()
        self.note = head.note if head else ""
        self.size = checkpoint.read(self.note).size if self.note else 0
        self._reader = TileReader(Folder(folder()), self.size)

    def receipt(self, leaf: Leaf, content: Json = None) -> Receipt | None:
        """The receipt of a leaf under this checkpoint; None while the leaf waits. `content` travels with those of documents."""
        if leaf.index is None or leaf.index >= self.size:
            return None
        return issue(self._reader, self.note, leaf.index, Entry.from_bytes(bytes(leaf.entry)), bytes(leaf.salt), content=content)
