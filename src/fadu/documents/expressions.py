"""The small language in which a form says where a value comes from: `{step.place|case.place:kind~8!default}`.

A path walks the data; the first alternative that holds something is taken. What it finds is only ever text to print:
nothing in a value can be read as a placeholder, because a form is taken apart before any value is looked up.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from fadu.documents.wording import KINDS, clean, text

BLANK = 6
"""Characters of the rule printed where a value is missing, if the form says nothing else."""

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_PARTS = re.compile(r"([^:~!]+)(?::(\w+))?(?:~(\d+))?(?:!(.*))?", re.DOTALL)
_MARKS = ("。", "，", "；", "、", "）")
_CONDITION = re.compile(r"(!?)([\w.|]+)(?:=(\w+))?")

Run = dict[str, Any]
"""A piece of a line: {"t": text of the form}, {"v": a value} or {"b": width of a blank rule}."""


@dataclass(frozen=True)
class Placeholder:
    """One `{…}` of a form.

    Attributes:
        paths: alternatives, in order.
        kind: how the value is written; a key of `wording.KINDS`.
        blank: width of the rule where nothing is known, in characters.
        default: what is printed instead of the rule; None prints the rule.

    """

    paths: tuple[str, ...]
    kind: str = ""
    blank: int = BLANK
    default: str | None = None

    def run(self, data: Mapping[str, Any]) -> Run:
        """What stands in its place."""
        found = KINDS[self.kind](first(data, self.paths))
        if found:
            return {"v": found}
        return {"b": self.blank} if self.default is None else {"t": self.default}


def placeholder(source: str) -> Placeholder:
    """The placeholder written inside the braces; raises ValueError when it is not of the form."""
    match = _PARTS.fullmatch(source)
    if not match or (match[2] or "") not in KINDS:
        raise ValueError(f"“{{{source}}}” is not a placeholder")
    return Placeholder(tuple(match[1].split("|")), match[2] or "", int(match[3] or BLANK), match[4])


def parse(line: str) -> tuple[str | Placeholder, ...]:
    """A line of a form: its words and placeholders, in order."""
    pieces = _PLACEHOLDER.split(line)
    return tuple(placeholder(piece) if index % 2 else piece for index, piece in enumerate(pieces) if piece)


def runs(line: Sequence[str | Placeholder], data: Mapping[str, Any]) -> list[Run]:
    """A line with the values of `data` in it; no full stop of a value stands before a mark of the form (从轻处罚。，决定)."""
    made = [{"t": piece} if isinstance(piece, str) else piece.run(data) for piece in line]
    for run, following in pairwise(made):
        if "v" in run and following.get("t", "").startswith(_MARKS):
            run["v"] = run["v"].rstrip("。；，")
    return made


def first(data: Mapping[str, Any], paths: Sequence[str]) -> Any:
    """The value at the first path that holds something; None when none does."""
    return next((found for path in paths if not empty(found := at(data, path))), None)


def at(data: Mapping[str, Any], path: str) -> Any:
    """The value at `a.b.c`.

    Of the takings of a step it is the last one's (`steps.pay.receipt_no`; `steps.pay.all` is the list), of any other list
    the value in each of its members.
    """
    here: Any = data
    names = path.split(".")
    for depth, name in enumerate(names):
        if isinstance(here, Mapping):
            here = here.get(name)
        elif isinstance(here, list | tuple) and depth == 2 and name == "all":
            continue
        elif isinstance(here, list | tuple):
            here = [member.get(name) for member in here if isinstance(member, Mapping)]
        else:
            return None
        if depth == 1 and names[0] == "steps" and isinstance(here, list | tuple) and names[2:3] != ["all"]:
            here = here[-1] if here else None
    return here


def holds(condition: str, data: Mapping[str, Any]) -> bool:
    """Whether `a.b & !c.d & e.f=code` is true; a value that is missing, 否 or empty is not."""
    return all(_atom(atom.strip(), data) for atom in condition.split("&"))


def empty(value: object) -> bool:
    """Whether there is nothing to print; a zero and a 否 are something."""
    return value is None or (not isinstance(value, bool | int) and not clean(text(value)).strip() and not _structured(value))


def _atom(atom: str, data: Mapping[str, Any]) -> bool:
    match = _CONDITION.fullmatch(atom)
    if not match:
        raise ValueError(f"“{atom}” is not a condition")
    value = first(data, match[2].split("|"))
    if match[3] is not None:
        wanted = value if isinstance(value, list | tuple) else [value]
        truth = any(_code(item) == match[3] for item in wanted)
    else:
        truth = not empty(value) and value is not False and value != 0
    return truth != bool(match[1])


def _code(value: Any) -> str:
    if isinstance(value, Mapping):
        value = value.get("is")
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def _structured(value: object) -> bool:
    return bool(value) and (isinstance(value, Mapping) or (isinstance(value, list | tuple) and any(not empty(item) for item in value)))
