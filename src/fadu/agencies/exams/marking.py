"""Marking: by the answer of the version that was asked, all or nothing, the same whenever it is repeated; answers in words by people (`grading`)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from fadu.agencies.exams.drawing import to_bank
from fadu.agencies.exams.kinds import EventKind, QuestionKind
from fadu.agencies.exams.models import QuestionVersion


class _Event(Protocol):
    """What is read of an event."""

    kind: str
    data: Any


@dataclass(frozen=True, slots=True)
class Marking:
    """What came of a paper.

    Attributes:
        rows: for each question {chosen, right, mark}: letters as shown, whether right, marks given; `people` where people marked it.
        mark: their sum.
    """

    rows: list[dict[str, Any]]
    mark: int


def answers(events: Iterable[_Event]) -> dict[int, str]:
    """Question (from 1) → letters as shown: the last answer given to each."""
    found: dict[int, str] = {}
    for event in events:
        if event.kind == EventKind.ANSWER:
            found[event.data["question"]] = event.data["chosen"]
    return found


def right_of(version: QuestionVersion) -> str | None:
    """What is right of a version in letters of the bank; None where people mark it."""
    return None if version.kind == QuestionKind.ESSAY else version.answer


def mark(paper: Sequence[Mapping[str, Any]], right: Mapping[int, str | None], given: Mapping[int, str], people: Mapping[int, int] | None = None) -> Marking:
    """Mark a paper: `right` is the answer of each version in letters of the bank. What differs in one letter gives no mark.

    Of a question that people mark (`right` is None), `people` tells what they gave; where nobody had to (nothing was written) it is 0.
    """
    rows: list[dict[str, Any]] = []
    for place, line in enumerate(paper, 1):
        chosen = given.get(place, "")
        if right[line["version"]] is None:
            worth = (people or {}).get(place, 0)
            rows.append({"chosen": chosen, "right": worth == line["marks"], "mark": worth, "people": True})
            continue
        good = bool(chosen) and to_bank(chosen, line["order"]) == right[line["version"]]
        rows.append({"chosen": chosen, "right": good, "mark": line["marks"] if good else 0})
    return Marking(rows, sum(row["mark"] for row in rows))
