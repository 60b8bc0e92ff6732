"""A data set as a declaration: files, schema, page and interface are made of it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

Row = Mapping[str, Any]
"""A row by the names of its columns; a date as `date`, a moment as text, None for what is not known or not said."""


class Kind(StrEnum):
    """What a column holds, in the words of Table Schema."""

    STRING = "string"
    INTEGER = "integer"
    DATE = "date"
    DATETIME = "datetime"
    BOOLEAN = "boolean"


@dataclass(frozen=True, slots=True)
class Column:
    """A column.

    Attributes:
        name: its name in files and in the interface.
        label: what it is called in Chinese.
        source: where it comes from, and the rule by which it is public.
        kind: what it holds.
        required: whether every row has it.
        told: what has to be known of it beyond its label.
    """

    name: str
    label: str
    source: str
    kind: Kind = Kind.STRING
    required: bool = False
    told: str = ""


@dataclass(frozen=True, slots=True)
class Dataset:
    """A data set.

    Attributes:
        id: its name in addresses and file names.
        title: its name in Chinese.
        told: what a row is.
        columns: in order.
        key: the columns that tell rows apart.
        chunks: every row, a few thousand at a time, so that any number of them takes the memory of a chunk.
        recalled: whether it holds what may be taken back, so that it is not served while something was.
    """

    id: str
    title: str
    told: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    chunks: Callable[[], Iterator[list[Row]]]
    recalled: bool = False
