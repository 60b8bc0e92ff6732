"""What one field of a form is, and what is said when a form can't be taken."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """How a field is asked and what its clean value is."""

    TEXT = "text"
    LONGTEXT = "longtext"
    DATE = "date"
    DATETIME = "datetime"
    INT = "int"
    MONEY = "money"
    CHOICE = "choice"
    CHOICES = "choices"
    BOOL = "bool"
    OFFICERS = "officers"
    CODE = "code"
    IDCARD = "idcard"
    PHONE = "phone"
    TABLE = "table"


@dataclass(frozen=True, kw_only=True)
class Field:
    """One thing a step asks.

    Attributes:
        name: its key in the step's data; where it is the name of a fact, the answer becomes that fact.
        label: as officers call it.
        kind: how it is asked.
        required: whether the step can be taken without it.
        choices: (value, label) of a choice.
        columns: the fields of a row, of a table.
        when: (field, values): asked only when that field has one of these values.
        help: what to write, for whom it is not plain.
        example: a filled-in answer.
        longest: most characters.
        rare: seldom answered: folded away until it is needed.
        least: smallest number, of INT and MONEY; fewest rows or people, of TABLE and OFFICERS.
    """

    name: str
    label: str
    kind: Kind = Kind.TEXT
    required: bool = True
    choices: tuple[tuple[str, str], ...] = ()
    columns: tuple["Field", ...] = ()
    when: tuple[str, tuple[Any, ...]] | None = None
    help: str = ""
    example: str = ""
    longest: int = 200
    least: int = 0
    rare: bool = False

    def asked(self, clean: Mapping[str, Any]) -> bool:
        """Whether the field is asked, given the answers before it."""
        if self.when is None:
            return True
        value = clean.get(self.when[0])
        values = value if isinstance(value, list) else [value]
        return any(item in self.when[1] for item in values)


class Invalid(Exception):
    """What was entered can't be taken.

    Attributes:
        errors: message by field; a table's cell is `field.row.column`, the whole form "".
    """

    def __init__(self, errors: Mapping[str, str]) -> None:
        super().__init__("；".join(errors.values()))
        self.errors = dict(errors)
