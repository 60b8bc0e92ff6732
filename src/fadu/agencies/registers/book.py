"""A book (登记簿): a register whose form, list, page and sheet all follow from its model."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.db import models

from fadu.agencies.models import Officer, Organ
from fadu.agencies.models.kept import Kept, Witnessed
from fadu.agencies.registers.choices import people
from fadu.agencies.registers.register import Filter
from fadu.law.forms import Field, Kind

MOST_LINKS = 500
"""Rows of another register that a form offers to choose from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Later:
    """What becomes known of a row later (答复、整改、验收): a form of its own, all of whose questions must be answered.

    Attributes:
        name, label: of the address and on the button.
        names: the fields asked.
        offered: whether there is occasion for it.
    """

    name: str
    label: str
    names: tuple[str, ...]
    offered: Callable[[Any], bool] = lambda _row: True


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """A register of plain rows.

    Attributes:
        app, name: of the addresses and of the sheet.
        title, lead: 名称, and what it is for.
        verb: on the button that adds a row.
        model: of the rows; its fields are the form.
        columns: fields of the list; the first leads to the row.
        once: fields that, with the organ, no two rows share; by them the sheet knows a row again.
        past: days that can't lie ahead.
        spans: pairs of days in order.
        serves: the day on which the person named must be in service; "" for today.
        when: field -> (other field, values): asked only then.
        later: what is asked later.
        check: further faults by field, of an organ and all values.
        anywhere: links to rows of other organs too.
        within: the lookup of the organ of what a link leads to, where that is not `organ_id`.
        by: how the sheet names the row that a link leads to.
        oneself: whether one may keep rows about oneself.
        search, finds, filters: of the list.
        links: what else is shown of the subject.
        see, manage: the actions of the table of permissions.
    """

    app: str
    name: str
    title: str
    lead: str
    model: type[Kept]
    columns: tuple[str, ...]
    once: tuple[str, ...]
    verb: str = "登记"
    past: tuple[str, ...] = ()
    spans: tuple[tuple[str, str], ...] = ()
    serves: str = ""
    when: Mapping[str, tuple[str, tuple[Any, ...]]] = field(default_factory=dict)
    later: tuple[Later, ...] = ()
    check: Callable[[int, Mapping[str, Any]], Mapping[str, str]] = lambda _organ, _values: {}
    anywhere: frozenset[str] = frozenset()
    within: Mapping[str, str] = field(default_factory=dict)
    by: Mapping[str, str] = field(default_factory=dict)
    oneself: bool = True
    search: tuple[str, ...] = ()
    finds: str = ""
    filters: tuple[Filter, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    see: str = "team.see"
    manage: str = "team.manage"

    @property
    def what(self) -> str:
        """Under which changes are recorded."""
        return str(self.model._meta.model_name)

    @property
    def witnessed(self) -> bool:
        """Whether a second person checks each row."""
        return issubclass(self.model, Witnessed)

    def columns_of(self) -> "list[models.Field[Any, Any]]":
        """The columns that are entered, in order."""
        return [item for item in self.model._meta.concrete_fields if item.editable and not item.primary_key and item.name != "organ"]

    def fields(self) -> tuple[Field, ...]:
        """All that may be entered, without what there is to choose from."""
        return tuple(self._field(item) for item in self.columns_of())

    def offered(self, organ_id: int, row: Any = None) -> tuple[Field, ...]:
        """All that may be entered, with what an organ may choose from."""
        return tuple(self._chosen(asked, item, organ_id, row) for asked, item in zip(self.fields(), self.columns_of(), strict=True))

    def _field(self, item: "models.Field[Any, Any]") -> Field:
        asked = Field(
            name=item.name,
            label=str(item.verbose_name),
            kind=_kind(item),
            required=not (item.blank or item.null),
            choices=tuple((str(value), str(label)) for value, label in item.choices or () if value != ""),
            help=str(item.help_text),
            longest=item.max_length or 2000,
            when=self.when.get(item.name),
        )
        return replace(asked, required=True) if asked.when else asked

    def _chosen(self, asked: Field, item: "models.Field[Any, Any]", organ_id: int, row: Any) -> Field:
        target = item.related_model
        if not isinstance(target, type) or asked.kind is not Kind.CHOICE:
            if asked.kind is Kind.CHOICES and not asked.choices:
                return replace(asked, choices=tuple((key, label) for key, label in _organs() if key != str(organ_id)))
            return asked
        if target is Officer:
            there = getattr(row, asked.name, None)  # who has left since stays who it was
            left = {str(there.pk): str(there.name)} if there else {}
            return replace(asked, choices=tuple((left | dict(people(organ_id))).items()))
        if target is Organ:
            return replace(asked, choices=tuple((key, label) for key, label in _organs() if key != str(organ_id)))
        rows: models.QuerySet[Any] = models.QuerySet(target)
        rows = rows if asked.name in self.anywhere else rows.filter(**{self.within.get(asked.name, "organ_id"): organ_id})
        return replace(asked, choices=tuple((str(one.pk), str(one)) for one in rows.order_by("-pk")[:MOST_LINKS]))


def _organs() -> list[tuple[str, str]]:
    return [(str(key), name) for key, name in Organ.objects.filter(ends_on__isnull=True).order_by("path").values_list("pk", "name")]


def _kind(item: "models.Field[Any, Any]") -> Kind:
    if item.choices or isinstance(item, models.ForeignKey):
        return Kind.CHOICE
    for kind, shapes in _KINDS.items():
        if isinstance(item, shapes):
            return kind
    return Kind.TEXT


_KINDS: "dict[Kind, tuple[type[models.Field[Any, Any]], ...]]" = {
    Kind.DATE: (models.DateField,),
    Kind.BOOL: (models.BooleanField,),
    Kind.INT: (models.PositiveSmallIntegerField, models.PositiveIntegerField),
    Kind.LONGTEXT: (models.TextField,),
    Kind.CHOICES: (models.JSONField,),
}
