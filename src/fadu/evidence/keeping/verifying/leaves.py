"""Every leaf against its row, every row against its leaf, both against what is published."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Any

from django.db.models import Exists, Model, OuterRef, QuerySet

from fadu.accounts.sealing import Undecipherable
from fadu.cases.models import Leaf
from fadu.cases.services.proofs import Kind, kinds
from fadu.evidence.keeping.deviations import REBUILD, RESTORE, RESTORE_FILE, Deviation, Findings
from fadu.evidence.keeping.places import Place, Places
from fadu.evidence.keeping.verifying.log import Logged
from fadu.ledger.entry import Entry, commitment
from fadu.ledger.errors import LedgerError

CHUNK = 500
"""Rows that are read at once."""


class Leaves:
    """The leaves under verification."""

    def __init__(self, findings: Findings, places: Places, logged: Logged, *, files: bool = True) -> None:
        self._findings, self._places, self._logged, self._files = findings, places, logged, files

    def examine(self, leaves: QuerySet[Leaf], told: Callable[[int], None]) -> None:
        """Look at each of these leaves."""
        for chunk in chunks(leaves):
            chunk.sort(key=lambda leaf: leaf.kind)
            for kind, same in groupby(chunk, key=lambda leaf: leaf.kind):
                self._same_kind(kind, list(same))
            self._findings.records += len(chunk)
            told(len(chunk))

    def owing(self, case_id: Any = None) -> None:
        """Rows that must have a leaf and have none."""
        for name, kind in kinds().items():
            if isinstance(kind, Kind):
                leaf = Leaf.objects.filter(ref=OuterRef("pk"), kind=name)
                rows = kind.rows.filter(kind.owed).filter(~Exists(leaf))
                if case_id:
                    rows = rows.filter(case_id=case_id) if kind.of_case else rows.none()
                for key in rows.values_list("pk", flat=True):
                    owner = kind.rows.filter(pk=key).values_list("case_id", flat=True).first() if kind.of_case else None
                    place = self._places.step(owner, key) if name == "step" else self._places.case(owner)
                    self._tell("leaf-gone", "这条记录在公开日志里没有存证：存证被删去，或者记录是绕过平台写入的", RESTORE, place, f"{kind.word} {key}")

    def unseen(self) -> None:
        """Entries that were published and that no row of the database has any more."""
        for index in self._logged.unseen():
            entry = self._logged.entry(index)
            kind = kinds().get(entry.kind) if entry else None
            thing = f"{kind.word} {entry.step}" if entry and isinstance(kind, Kind) and entry.kind == "step" else f"{entry.kind} 存证" if entry else ""
            waits = entry is not None and Leaf.objects.filter(index__isnull=True, entry=entry.bytes).exists()
            what = "存证的日志序号被抹去" if waits else "已公布的存证在数据库里没有了：被删去，或者序号被改动"
            self._tell("leaf-lost", what, RESTORE, self._places.entry(entry), thing, index)

    def _same_kind(self, name: str, leaves: list[Leaf]) -> None:
        kind = kinds().get(name)
        if kind is None:
            for leaf in leaves:
                self._at("unknown-kind", f"不认识这种存证“{name}”：种类被改动，或者没有登记核验方法", RESTORE, leaf)
            return
        rows, unreadable = (_rows(kind, leaves)) if isinstance(kind, Kind) else ({}, {})
        if isinstance(kind, Kind):
            kind.prepare([rows[leaf.ref] for leaf in leaves if leaf.ref in rows])
        for leaf in leaves:
            thing = f"{kind.word} {leaf.ref}" if isinstance(kind, Kind) else f"{name} {leaf.ref}"
            entry = self._entry(name, leaf, thing)
            if entry is None:
                continue
            if leaf.ref in unreadable:
                self._at("unreadable", f"这一行读不出来：{unreadable[leaf.ref]}", RESTORE, leaf, thing)
            elif isinstance(kind, Kind):
                self._row(kind, leaf, entry, rows.get(leaf.ref), thing)
            else:
                self._content(leaf, entry, lambda leaf=leaf: kind(leaf), thing)  # type: ignore[misc]

    def _entry(self, name: str, leaf: Leaf, thing: str) -> Entry | None:
        """What the leaf says by itself: as it was published, of this kind, of this case."""
        data = bytes(leaf.entry)
        fault = "" if leaf.index is None else self._logged.expects(leaf.index, data)
        if leaf.index is None or leaf.index >= self._logged.head.size:
            self._findings.pending += 1
        if fault == "tile":
            self._at("entry-tile", "条目包里的条目与数据库和瓦片的不符，条目包被改动", REBUILD, leaf, thing)
        elif fault:
            self._at("entry", "数据库里的条目与已公布的不符：存证被改动、调换，或者日志里的条目被换过", RESTORE, leaf, thing)
        try:
            entry = Entry.from_bytes(data)
        except LedgerError as error:
            self._at("entry", f"存证的条目不可读：{error.reason}", RESTORE, leaf, thing)
            return None
        owners = {str(leaf.case_id)} if leaf.case_id else {str(leaf.ref), entry.step}
        if entry.kind != name or entry.case not in owners or (name == "step" and entry.step != str(leaf.ref)):
            self._at("leaf", "存证的种类、案件或者所指的记录与其条目不符", RESTORE, leaf, thing)
            return None
        return entry

    def _row(self, kind: Kind, leaf: Leaf, entry: Entry, row: Model | None, thing: str) -> None:
        """A row of a kind that is read many at a time."""
        if row is None:
            self._at("row-gone", "记录在数据库里没有了", RESTORE, leaf, thing)
            return
        if not self._content(leaf, entry, lambda: kind.content(row, leaf), thing):
            return
        for what in kind.agrees(row, leaf):
            self._at("row", what, RESTORE, leaf, thing)
        if self._files:
            faults = list(kind.stored(row))
            self._findings.files += bool(faults) or _has_bytes(kind)
            for what in faults:
                self._at("file", what, RESTORE_FILE, leaf, thing)

    def _content(self, leaf: Leaf, entry: Entry, content: Callable[[], Any], thing: str) -> bool:
        """Whether what the row says now is what the leaf commits to."""
        try:
            found = content()
            if found is None:
                self._at("row-gone", "记录在数据库里没有了", RESTORE, leaf, thing)
                return False
            told = commitment(bytes(leaf.salt), found)
        except Exception as error:  # noqa: BLE001 - a row that was tampered with may hold anything
            self._at("unreadable", f"这一行读不出来：{_said(error)}", RESTORE, leaf, thing)
            return False
        if told != entry.commit:
            self._at("content", "记录的内容（或者存证的盐）与日志中的承诺不符，被改动过", RESTORE, leaf, thing)
        return told == entry.commit

    def _at(self, code: str, what: str, remedy: str, leaf: Leaf, thing: str = "") -> None:
        published = None if leaf.index is None else self._logged.entry(leaf.index)  # it says whose it is also where the row was changed
        place = self._places.entry(published, pk=leaf.pk) if published and published.step in {str(leaf.ref), _step_of(leaf)} else self._places.leaf(leaf)
        self._tell(code, what, remedy, place, thing, leaf.index)

    def _tell(self, code: str, what: str, remedy: str, place: Place, thing: str = "", index: int | None = None) -> None:
        self._findings.add(Deviation(code, what, remedy, place, thing, index))


def chunks(rows: QuerySet[Any]) -> Iterator[list[Any]]:
    """Rows some hundreds at a time, by key: no long-running query, no row twice."""
    last: Any = None
    ordered = rows.order_by("pk")
    while chunk := list((ordered if last is None else ordered.filter(pk__gt=last))[:CHUNK]):
        last = chunk[-1].pk
        yield chunk


def _rows(kind: Kind, leaves: Sequence[Leaf]) -> tuple[dict[Any, Model], dict[Any, str]]:
    """The rows of leaves; where one cannot be read each by itself, so that one spoilt row hides no other."""
    refs = [leaf.ref for leaf in leaves]
    try:
        return kind.rows.in_bulk(refs), {}
    except Exception:  # noqa: BLE001 - likewise
        found, faults = {}, {}
        for ref in refs:
            try:
                found.update(kind.rows.in_bulk([ref]))
            except Exception as error:  # noqa: BLE001
                faults[ref] = _said(error)
        return found, faults


def _step_of(leaf: Leaf) -> str:
    """The step that the entry of a row names."""
    try:
        return Entry.from_bytes(bytes(leaf.entry)).step
    except LedgerError:
        return ""


def _has_bytes(kind: Kind) -> bool:
    return kind.stored is not Kind.__dataclass_fields__["stored"].default


def _said(error: Exception) -> str:
    """What an error says, without what a row holds: texts of others may quote it."""
    return str(error) if isinstance(error, Undecipherable | LedgerError) else type(error).__name__
