"""One row a case, one column a fact of the vocabulary; a table for each grain, since a licence knows nothing of fines."""

from typing import Any

from django.db import models

from fadu.cases.models.case import Case
from fadu.law.facts import Fact, Type, of_grain
from fadu.law.registry import grains
from fadu.law.vocabulary import case as _vocabulary  # noqa: F401 - importing it fills the vocabulary

_FIELDS: "dict[Type, tuple[type[models.Field[Any, Any]], dict[str, Any]]]" = {
    Type.DAY: (models.IntegerField, {}),
    Type.MOMENT: (models.BigIntegerField, {}),
    Type.COUNT: (models.IntegerField, {}),
    Type.MONEY: (models.BigIntegerField, {}),
    Type.FLAG: (models.BooleanField, {}),
    Type.TEXT: (models.CharField, {"max_length": 200}),
    Type.SET: (models.IntegerField, {}),
}


def _column(fact: Fact) -> "models.Field[Any, Any]":
    kind, options = _FIELDS[fact.type]
    return kind(fact.label, null=True, **options)


class Facts(models.Model):
    """案件事实. Written only by the door; rebuilt from the steps by `fadu case rebuild`."""

    case = models.OneToOneField(Case, models.PROTECT, primary_key=True, related_name="facts", verbose_name="案件")

    def __str__(self) -> str:
        return str(self.case_id)


def _table(grain: str) -> "type[models.Model]":
    """The table of the facts of another grain than penalty cases: `LicenceFacts` for licence."""
    owner: models.OneToOneField[Case, Case] = models.OneToOneField(Case, models.PROTECT, primary_key=True, related_name=f"{grain}_facts", verbose_name="案件")
    return type(f"{grain.title()}Facts", (models.Model,), {"__module__": __name__, "__doc__": f"Facts of the grain {grain}.", "case": owner})


TABLES: "dict[str, Any]" = {grain: Facts if grain == "case" else _table(grain) for grain in grains()}
"""The table of each grain."""

NAMES = {grain: tuple(fact.name for fact in of_grain(grain)) for grain in TABLES}
"""The facts of each grain, in the order of the columns."""

for _grain, _model in TABLES.items():
    for _fact in of_grain(_grain):
        _model.add_to_class(f"f_{_fact.name}", _column(_fact))


def columns(facts: dict[str, Any]) -> dict[str, Any]:
    """Facts by name as the row's columns."""
    return {f"f_{name}": value for name, value in facts.items()}
