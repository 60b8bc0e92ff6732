"""What the catalogue says of a case: its item's basis and range, the local thresholds, the discretion table."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any

from fadu.agencies.models import Organ
from fadu.catalog import selectors as catalog
from fadu.catalog.models import PowerItem
from fadu.law.discretion import Factor, Subject, Undecided
from fadu.law.forms import Invalid
from fadu.law.parameters import OutsideValidity
from fadu.law.procedure import Procedure
from fadu.law.statutes import named
from fadu.law.vocabulary.kinds import Penalty

SUBJECTS = {"person": Subject.PERSON, "unit": Subject.UNIT}
LEVELS = {"法律": "law", "行政法规": "admin_regulation", "地方性法规": "local_regulation", "部门规章": "department_rule", "地方政府规章": "local_rule"}
MOST_DIGITS = 15
"""Of a factor: beyond that it is no amount, and reckoning with it would take for ever."""

KINDS = {kind.name: kind for kind in Penalty}


@dataclass(frozen=True)
class Discretion:
    """The outcome of a discretion table, as facts and as words for the documents."""

    facts: dict[str, Any]
    told: dict[str, Any]


def item_of(code: str, on: date) -> PowerItem:
    """The power item in force; raises Invalid on the field `item` where there is none."""
    found = catalog.item(code, on)
    if found is None:
        raise Invalid({"item": f"权责清单中没有编码为“{code[:30]}”的有效事项，请从清单中选择"})
    return found


def item_facts(organ: Organ, code: str, party_kind: str, on: date, place: str) -> dict[str, Any]:
    """Facts of the power item for a violation at a place; raises Invalid where there is none in force, or the place has set no threshold for it."""
    found = item_of(code, on)
    threshold = "hearing.fine.person" if party_kind == "person" else "hearing.fine.unit"
    try:
        hearing = catalog.parameters().value(threshold, on, found.field)
    except OutsideValidity as outside:
        raise Invalid({"item": f"{outside}；请系统管理员在地方参数中登记后再办"}) from outside
    facts: dict[str, Any] = {
        "field": found.field,
        "hearing_threshold": int(hearing.value),
        **catalog.standing(organ, found, on, place),
        "basis_level": basis_level(found.bases),
        "basis_published": True,
        "basis_kinds": penalties(found.penalties),
        "basis_superior": False,
        "basis_changed": False,
    }
    bounds = catalog.fine_bounds(found, SUBJECTS[party_kind], {})
    if bounds:
        facts |= {"basis_fine_least": bounds[0], "basis_fine_most": bounds[1]}
    return facts


def local_numbers(course: Procedure, on: date, field: str) -> dict[str, Any]:
    """The numbers of the place that a procedure's rules look at; what the place has not set stays unknown."""
    known: dict[str, Any] = {}
    for fact, parameter in course.parameters.items():
        try:
            value = catalog.parameters().value(parameter, on, field).value
        except OutsideValidity:
            continue
        known[fact.name] = int(value * 100) if isinstance(value, Fraction) else value
    return known


def penalties(names: Iterable[str]) -> int:
    """The kinds of penalty that an item lists, as a set."""
    return int(sum({KINDS[name] for name in names if name in KINDS}))


def basis_level(bases: Iterable[str]) -> str:
    """The level of the first basis: statutes rank above what executes them."""
    for basis in bases:
        title = basis.split("第")[0].strip("《》")
        try:
            return LEVELS.get(named(title).level, "other")
        except LookupError:
            continue
    return "other"


def asked_factors(code: str, party_kind: str, on: date) -> tuple[Factor, ...]:
    """What the item's discretion table asks; nothing where it has none."""
    found = catalog.item(code, on)
    table = catalog.table(found.discretion_table) if found and found.discretion_table else None
    return table.asks(SUBJECTS[party_kind]) if table else ()


def discretion(code: str, party_kind: str, factors: Iterable[Mapping[str, str]], on: date) -> Discretion | None:
    """What the item's table says of these factors; None where the item has none. Raises Invalid on a wrong factor."""
    found = catalog.item(code, on)
    table = catalog.table(found.discretion_table) if found and found.discretion_table else None
    if found is None or table is None:
        return None
    subject = SUBJECTS[party_kind]
    given = _given(table.asks(subject), factors)
    try:
        outcome = table.decide(given, subject=subject, on=on)
    except (Undecided, OutsideValidity) as fault:
        raise Invalid({"factors": str(fault)}) from fault
    facts: dict[str, Any] = {
        "discretion_table": table.id,
        "discretion_low": outcome.low,
        "discretion_high": outcome.high,
        "benchmark_published": table.holds(on),
    }
    bounds = catalog.fine_bounds(found, subject, {name: value for name, value in given.items() if isinstance(value, int)}) or outcome.range
    facts |= {"basis_fine_least": bounds[0], "basis_fine_most": bounds[1]}
    told = {
        "table": table.id, "title": table.title, "issuer": table.issuer, "filing": table.filing, "source": table.source, "tier": outcome.tier,
        "low": outcome.low, "high": outcome.high, "suggested": outcome.suggested, "range": list(bounds),
        "explanation": outcome.explanation, "bases": list(outcome.bases),
    }  # fmt: skip
    return Discretion(facts, told)


def _given(asked: Iterable[Factor], factors: Iterable[Mapping[str, str]]) -> dict[str, Any]:
    """The rows of the form as the table reads them; raises Invalid on a factor that it does not ask, or what is no number."""
    by_name = {name: factor for factor in asked for name in (factor.name, factor.label)}
    given: dict[str, Any] = {}
    for row in factors:
        factor = by_name.get(row["factor"])
        if factor is None:
            raise Invalid({"factors": f"适用的裁量基准没有“{row['factor']}”这个因素，应填：{'、'.join(dict.fromkeys(f.label for f in by_name.values()))}"})
        given[factor.name] = row["value"] if factor.options else _number(factor, row["value"])
    return given


def _number(factor: Factor, text: str) -> int | str:
    value = _decimal(text)
    if value is None:
        raise Invalid({"factors": f"“{factor.label}”应当是数，而不是“{text[:20]}”"})
    value *= 100 if factor.is_money else 1
    return int(value) if value == value.to_integral_value() else str(value)


def _decimal(text: str) -> Decimal | None:
    """The number, None where it is none or absurdly long."""
    try:
        value = Decimal(text.replace(",", "").removesuffix("元").strip())
    except InvalidOperation:
        return None
    return value if value.is_finite() and abs(value.adjusted()) <= MOST_DIGITS else None
