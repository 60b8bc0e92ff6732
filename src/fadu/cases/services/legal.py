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
from fadu.law.calendar import civil
from fadu.law.discretion import Factor, Outcome, Subject, Table, Undecided, milder
from fadu.law.forms import Invalid
from fadu.law.parameters import OutsideValidity
from fadu.law.procedure import Procedure
from fadu.law.statutes import named
from fadu.law.vocabulary.kinds import Penalty

SUBJECTS = {"person": Subject.PERSON, "unit": Subject.UNIT}
LEVELS = {"法律": "law", "行政法规": "admin_regulation", "地方性法规": "local_regulation", "部门规章": "department_rule", "地方政府规章": "local_rule"}
MOST_DIGITS = 15
"""Of a factor: beyond that it is no amount, and reckoning with it would take for ever."""

ACT_DAYS = ("violation_began_on", "violation_ended_on", "violation_continuing")
"""The facts that tell when the unlawful act was done."""

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


def acted_on(facts: Mapping[str, Any]) -> date | None:
    """When the unlawful act was done, or, continuing, ended; None where that is not known (行政处罚法第三十六条第二款)."""
    day = facts.get("violation_ended_on") if facts.get("violation_continuing") else facts.get("violation_began_on")
    return civil(day) if isinstance(day, int) else None


def asked_factors(code: str, party_kind: str, on: date, acted_on: date | None = None) -> tuple[Factor, ...]:
    """What the item's discretion table asks, in the versions of both days; nothing where it has none."""
    found = catalog.item(code, on)
    asked = [factor for table in _applicable(found, on, acted_on) for factor in table.asks(SUBJECTS[party_kind])]
    return tuple({factor.name: factor for factor in asked}.values())


def _applicable(found: PowerItem | None, on: date, acted_on: date | None) -> list[Table]:
    """The version of the day of the step; before it the one valid when the act was done, where that is another (行政处罚法第三十七条)."""
    now = catalog.table(found.discretion_table, on) if found and found.discretion_table else None
    if found is None or now is None:
        return []
    then = catalog.table(found.discretion_table, acted_on) if acted_on else None
    if then is None or acted_on is None or then is now or not then.holds(acted_on):
        return [now]
    return [then, now] if now.holds(on) else [then]


def discretion(code: str, party_kind: str, factors: Iterable[Mapping[str, str]], on: date, acted_on: date | None = None) -> Discretion | None:
    """What the item's table says of these factors; None where the item has none.

    The version in force when the act was done applies, unless that of the day of the step is lighter (从旧兼从轻).

    Args:
        code: the item.
        party_kind: person or unit.
        factors: the rows of the form.
        on: the day of the step.
        acted_on: when the act was done, or ended; None where that is not known.

    Raises:
        Invalid: on a wrong factor.
    """
    found = catalog.item(code, on)
    versions = _applicable(found, on, acted_on)
    if found is None or not versions:
        return None
    subject, rows = SUBJECTS[party_kind], list(factors)
    known = tuple({factor.name: factor for version in versions for factor in version.asks(subject)}.values())
    _given(known, rows)  # what no version asks is told
    judged = [(version, *_judged(version, subject, rows, known, on, acted_on)) for version in versions]
    lighter = milder(judged[0][2], judged[-1][2])
    table, given, outcome = next(each for each in judged if each[2] is lighter)
    facts: dict[str, Any] = {
        "discretion_table": table.id,
        "discretion_low": outcome.low,
        "discretion_high": outcome.high,
        "benchmark_published": any(table.holds(day) for day in (on, acted_on) if day),
    }
    bounds = catalog.fine_bounds(found, subject, {name: value for name, value in given.items() if isinstance(value, int)}) or outcome.range
    facts |= {"basis_fine_least": bounds[0], "basis_fine_most": bounds[1]}
    told = {
        "table": table.id, "title": table.title, "issuer": table.issuer, "filing": table.filing, "source": table.source, "tier": outcome.tier,
        "low": outcome.low, "high": outcome.high, "suggested": outcome.suggested, "range": list(bounds), "since": str(table.since),
        "explanation": outcome.explanation, "bases": list(outcome.bases),
    }  # fmt: skip
    return Discretion(facts, told)


def _judged(
    table: Table, subject: Subject, rows: Iterable[Mapping[str, str]], known: Iterable[Factor], on: date, acted_on: date | None
) -> tuple[dict[str, Any], Outcome]:
    """The answers that one version asks for, and what it makes of them; raises Invalid."""
    asked = table.asks(subject)
    names = {name for factor in asked for name in (factor.name, factor.label)}
    strange = {name for factor in known for name in (factor.name, factor.label)} - names
    given = _given(asked, [row for row in rows if row["factor"] not in strange])
    day = on if table.holds(on) or acted_on is None or not table.holds(acted_on) else acted_on
    try:
        return given, table.decide(given, subject=subject, on=day)
    except (Undecided, OutsideValidity) as fault:
        raise Invalid({"factors": str(fault) if day == on else f"{acted_on} 违法行为发生时的基准（第三十七条，从旧兼从轻）：{fault}"}) from fault


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
