"""The content of a list as it is compared and hashed: rows of plain values, one spelling."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

Row = Mapping[str, Any]
"""A row by the names of its columns: texts, whole numbers, yes/no, days as 2026-01-31, lists of texts, None."""


def sha256_of(value: Any) -> str:
    """Of the canonical JSON (RFC 8785) of a value that holds no fractions and whose keys are plain letters: then it is what the fast writer writes."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Content:
    """All rows of a list by their keys.

    Attributes:
        rows: in order of the list.
        key: the column that tells them apart.
    """

    rows: tuple[Row, ...]
    key: str

    @property
    def by_key(self) -> dict[str, Row]:
        """The rows by key."""
        return {str(row[self.key]): row for row in self.rows}

    @property
    def sha256(self) -> str:
        """Of all rows in order of their keys, whatever order they are shown in."""
        found = self.by_key
        return sha256_of([found[key] for key in sorted(found)])


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs between two contents: the later rows that are new, those that are other than before with what they were, and the rows that are gone."""

    added: tuple[Row, ...]
    altered: tuple[tuple[Row, Row], ...]
    removed: tuple[Row, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.altered or self.removed)


def difference(before: Mapping[str, Row], after: Mapping[str, Row]) -> Difference:
    """What became of `before`."""
    shared = [key for key in after if key in before]
    return Difference(
        tuple(after[key] for key in after if key not in before),
        tuple((before[key], after[key]) for key in shared if dict(before[key]) != dict(after[key])),
        tuple(before[key] for key in before if key not in after),
    )


def folded(changes: Iterable[Mapping[str, Any]], key: str) -> dict[str, Row]:
    """The rows by key after these changes, the oldest first."""
    rows: dict[str, Row] = {}
    for change in changes:
        for gone in change.get("gone", ()):
            rows.pop(gone, None)
        rows.update({str(row[key]): row for row in change.get("put", ())})
    return {name: rows[name] for name in sorted(rows)}
