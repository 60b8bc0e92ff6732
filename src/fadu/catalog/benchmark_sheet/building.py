"""A group of rows as the data of a table: which kind it is follows from how its cells are worded."""

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from fadu.catalog.benchmark_sheet.grouping import Group, Line
from fadu.catalog.benchmark_sheet.provisions import SUBJECTS, Provision, interval, provision
from fadu.catalog.drafting.bodies import plain
from fadu.law.discretion import Subject, percent
from fadu.law.discretion.wording import Effect, Measure, Unreadable, effects, measure


@dataclass
class Built:
    """The data of a group's table.

    Attributes:
        kind: see `drafting.fields.KINDS`.
        body: the data.
        lines: for each line of the table (each factor of a formula) the line of the worksheet it stands in.
    """

    kind: str
    body: dict[str, Any]
    lines: list[int] = field(default_factory=list)


Told = list[tuple[Line, list[Effect]]]


def build(group: Group) -> Built | None:
    """The table of a group; None where its cells cannot all be read: its faults then say which."""
    law = _provision(group)
    told: Told = []
    for line in group.lines:
        if not line.standard:
            continue
        try:
            told.append((line, effects(line.standard)))
        except Unreadable as fault:
            group.fault(line.line, "standard", str(fault))
    if group.faults or law is None:
        return None
    kinds = {effect.kind for _, found in told for effect in found}
    if "add" in kinds:
        return _formula(group, told, law, kinds)
    if kinds & {"share", "maximum", "below", "times"} or law.bracket:
        return _ratio(group, told, law, kinds)
    measures = _measures(group, told)
    return None if group.faults else _bands(told, law, measures) if measures else _tiers(told, law)


def _provision(group: Group) -> Provision | None:
    if "bases" not in group.head:
        return None
    try:
        return provision(group.head["bases"])
    except Unreadable as fault:
        group.fault(group.line, "bases", str(fault))
        return None


def _body(law: Provision) -> dict[str, Any]:
    body = law.body()
    if law.bracket:
        label, unit = law.bracket
        body["bracket"] = {"name": "value", "label": label, "unit": unit}
    return body


# --- bands and tiers


def _measures(group: Group, told: Told) -> list[Measure] | None:
    """The interval of each row; None where a condition is other words."""
    found: list[Measure] = []
    for line, _ in told:
        try:
            one = measure(line.condition)
        except Unreadable as fault:
            group.fault(line.line, "condition", str(fault))
            return None
        if one is None:
            return None
        found.append(one)
    same = {(each.label or found[0].label, each.unit) for each in found}
    return found if len(same) == 1 else None


def _whom(effect: Effect, law: Provision) -> list[Subject]:
    """For whom a line is: where the statute tells people apart and the line does not, it is for each."""
    return law.subjects or [Subject.ANY] if effect.subject is Subject.ANY else [effect.subject]


def _each(told: Told, law: Provision, extra: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], list[int]]:
    lines, places = [], []
    for (line, found), more in zip(told, extra, strict=True):
        for effect in found:
            for subject in _whom(effect, law):
                whom = {"subject": SUBJECTS[subject]} if subject in SUBJECTS else {}
                fine = {"fine": [plain(effect.low), plain(effect.high)]} if effect.kind == "yuan" else {}
                lines.append({**whom, "label": line.label, **more, **fine})
                places.append(line.line)
    first = list(dict.fromkeys(each.get("subject") for each in lines))  # one after the other, as they first come
    order = sorted(range(len(lines)), key=lambda n: first.index(lines[n].get("subject")))
    return [lines[n] for n in order], [places[n] for n in order]


def _bands(told: Told, law: Provision, measures: list[Measure]) -> Built:
    lines, places = _each(told, law, [{"when": interval(each)} for each in measures])
    by = {"name": "amount", "label": measures[0].label or "数值", "unit": measures[0].unit}
    return Built("bands", {**_body(law), "by": by, "band": lines}, places)


def _tiers(told: Told, law: Provision) -> Built:
    lines, places = _each(told, law, [{"condition": line.condition} if line.condition else {} for line, _ in told])
    return Built("tiers", {**_body(law), "tier": lines}, places)


# --- shares


def _ratio(group: Group, told: Told, law: Provision, kinds: set[str]) -> Built | None:
    tiers = []
    for line, found in told:
        tier: dict[str, Any] = {"label": line.label, **({"condition": line.condition} if line.condition else {})}
        fined = [effect for effect in found if effect.kind not in {"none", "below"}]
        if not fined:
            tiers.append(tier | ({"fined": False} if found[0].kind == "none" else {}))
            continue
        try:
            low, high = _share(fined, law)
        except Unreadable as fault:
            group.fault(line.line, "standard", str(fault))
            continue
        tiers.append(tier | {"share": [plain(low), plain(high)]})
    if group.faults:
        return None
    return Built("ratio", {**_body(law), "tier": tiers, **({"of_maximum": True} if "maximum" in kinds else {})}, [line.line for line, _ in told])


def _share(fined: list[Effect], law: Provision) -> tuple[Fraction, Fraction]:
    """The share of the statutory range that amounts or multiples come to, the same in each bracket; raises Unreadable."""
    if fined[0].kind in {"share", "maximum"}:
        return fined[0].low, fined[0].high
    if len(fined) != len(law.ranges):
        raise Unreadable(f"法定幅度有 {len(law.ranges)} 段，这里写了 {len(fined)} 段")
    shares = []
    for effect in fined:
        range_ = next((each for each in law.ranges if (each.subject, each.kind) == (effect.subject, effect.kind) and effect.when in (None, each.when)), None)
        if range_ is None or range_.high <= range_.low:
            raise Unreadable("找不到这一段对应的法定幅度")
        width = range_.high - range_.low
        shares.append(tuple(100 * (end - range_.low) / width for end in (effect.low, effect.high)))
    if len(set(shares)) > 1:
        told = "；".join(f"{percent(low / 100)} 至 {percent(high / 100)}" for low, high in shares)
        raise Unreadable(f"各段折成法定幅度的比例不一致（{told}），请核对，或者改写为“法定幅度的 30% 至 70%”")
    low, high = shares[0]
    return low, high


# --- formulas


def _formula(group: Group, told: Told, law: Provision, kinds: set[str]) -> Built | None:
    factors: list[dict[str, Any]] = []
    places: list[int] = []
    for line, found in told:
        if kinds != {"add"} and found[0].kind != "add":
            group.fault(line.line, "standard", "同一违法行为的其他行是加重百分比（＋5%），这一行不是")
            continue
        if not line.condition:
            group.fault(line.line, "condition", f"请写明“{line.label}”的选项")
            continue
        if not factors or factors[-1]["label"] != line.label:
            factors.append({"name": f"f{len(factors) + 1}", "label": line.label, "options": {}})
        if line.condition in factors[-1]["options"]:
            group.fault(line.line, "condition", f"“{line.label}”已经有“{line.condition}”这个选项")
            continue
        factors[-1]["options"][line.condition] = plain(found[0].high)
        places.append(line.line)
    return None if group.faults else Built("formula", {**_body(law), "factor": factors}, places)
