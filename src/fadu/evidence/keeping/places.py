"""Which case and which step something in the log belongs to, in words: also when the rows that would say it are gone."""

import uuid
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from fadu.cases.models import Case, Leaf, Outbox, Step
from fadu.law.registry import procedures
from fadu.ledger.entry import Entry
from fadu.ledger.errors import LedgerError


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the record.

    Attributes:
        case: number of the case, or its id while it has none; "" for what belongs to no case.
        case_id: its id.
        seq: number of the step; None where it belongs to none.
        step: name of the step as the procedure has it.
        title: the same in Chinese.
        after: it is no part of this step, but was recorded after it.
    """

    case: str = ""
    case_id: str = ""
    seq: int | None = None
    step: str = ""
    title: str = ""
    after: bool = False

    def __str__(self) -> str:
        """In words."""
        step = f"第 {self.seq} 步“{self.title or self.step or '名称不详'}”{'之后' if self.after else ''}" if self.seq else ""
        return " ".join(part for part in (f"案件 {self.case}" if self.case else "", step) if part)


class Places:
    """Finds places; what was asked once is remembered. Few are asked for, since few things deviate."""

    def __init__(self) -> None:
        self._number = lru_cache(maxsize=10_000)(_number)
        self._steps = lru_cache(maxsize=64)(_steps)

    def case(self, case_id: Any) -> Place:
        """A case as such."""
        return Place(case=self._number(str(case_id)), case_id=str(case_id)) if case_id else Place()

    def step(self, case_id: Any, step_id: Any) -> Place:
        """A step of a case, by id."""
        return self._placed(case_id, self._steps(str(case_id)).get(str(step_id)), after=False) if case_id else Place()

    def leaf(self, leaf: Leaf) -> Place:
        """What a leaf is about: its step, or the one after which it was recorded."""
        return self.entry(_entry(bytes(leaf.entry)), leaf.case_id, leaf.pk)

    def entry(self, entry: Entry | None, case_id: Any = None, pk: int | None = None) -> Place:
        """What an entry of the log is about."""
        case_id = case_id or (entry.case if entry and (entry.case != entry.step or self._steps(entry.case)) else None)
        if not case_id:  # what belonged to no case when it was recorded stands for itself
            return Place()
        steps = self._steps(str(case_id))
        if entry is not None and (found := steps.get(entry.step)):
            return self._placed(case_id, found, after=entry.kind not in {"step", "document"})
        earlier = [step for step in steps.values() if pk is not None and step[3] is not None and step[3] < pk]
        return self._placed(case_id, max(earlier, default=None), after=True)

    def _placed(self, case_id: Any, found: Any, *, after: bool) -> Place:
        if found is None:
            return self.case(case_id)
        return Place(self._number(str(case_id)), str(case_id), found[0], found[1], found[2], after)


def _number(case_id: str) -> str:
    """The number of a case; its id where it has none or is gone."""
    try:
        return Case.objects.filter(pk=uuid.UUID(case_id)).values_list("number", flat=True).first() or case_id
    except ValueError:
        return case_id


def _steps(case_id: str) -> dict[str, tuple[int, str, str, int | None]]:
    """Number, name, title and leaf of each step of a case by id: from the rows, and where they are gone from leaves and outbox."""
    try:
        key = uuid.UUID(case_id)
    except ValueError:
        return {}
    rows = {str(ref): (seq, name, course) for ref, seq, name, course in Step.objects.filter(case_id=key).values_list("id", "seq", "name", "procedure")}
    leaves = {str(ref): pk for ref, pk in Leaf.objects.filter(case_id=key, kind="step").order_by("pk").values_list("ref", "pk")}
    told = {str(ref): payload.get("step", "") for ref, payload in Outbox.objects.filter(case_id=key, topic="step").order_by("pk").values_list("ref", "payload")}
    course = next((course for _, _, course in rows.values()), "")
    found = {}
    for place, ref in enumerate(dict.fromkeys((*told, *leaves)), 1):  # in the order in which they were taken: a row may lie, or be gone
        name, of = (told.get(ref) or rows.get(ref, (0, "", ""))[1]), rows.get(ref, (0, "", course))[2]
        found[ref] = (place, name, _title(of, name), leaves.get(ref))
    for ref, (seq, name, of) in rows.items():
        found.setdefault(ref, (seq, name, _title(of, name), None))
    return found


def _title(course: str, name: str) -> str:
    """The Chinese name of a step."""
    try:
        procedure, version = course.split("/")
        return procedures()[procedure, version][name].label
    except (KeyError, ValueError):
        return name


def _entry(data: bytes) -> Entry | None:
    try:
        return Entry.from_bytes(data)
    except LedgerError:
        return None
