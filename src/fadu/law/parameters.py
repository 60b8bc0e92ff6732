"""Numbers that differ from place to place, each with its clause and dates; asking outside them is an error, not a default.

A locality is a folder of `localities/` with `parameters.toml`; it stands on another (示范县 on the national defaults) and
speaks before it. What the numbers mean is listed in `parameter_list`; a pack can't invent one.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from pathlib import Path
from typing import Any

from fadu.law.calendar import civil, number
from fadu.law.parameter_list import KNOWN


class OutsideValidity(LookupError):
    """No value is in force for the parameter on the day asked; the message says which days have one."""


class Unit(StrEnum):
    """What a value counts.

    Money is held in 分 and written in packs in 元; a share is held as a fraction and written in percent; a date is held as a day
    number; a day of the year is written "04-15" and held as 415; a code is held as its six digits.
    """

    MONEY = "元"
    DAYS = "日"
    WORKING_DAYS = "个工作日"
    HOURS = "小时"
    MONTHS = "个月"
    CLASS_HOURS = "学时"
    TIMES = "次"
    PEOPLE = "人"
    ORGANS = "个部门"
    BATCHES = "批"
    AREA = "平方米"
    SHARE = "%"
    DATE = "日期"
    DAY_OF_YEAR = "每年"
    CODE = "区划代码"
    SWITCH = "是否"


_DAYS = (Unit.DATE, Unit.DAY_OF_YEAR)


@dataclass(frozen=True)
class Parameter:
    """One number of the policies.

    Attributes:
        id: dotted name: hearing.fine.person.
        label: what it is, in Chinese.
        unit: what it counts.
    """

    id: str
    label: str
    unit: Unit

    def read(self, given: object) -> int | Fraction | bool | str:
        """The value as held, from the value as written in a pack; raises ValueError when it is of another type."""
        if self.unit in _DAYS:
            return _day_of(self, given)
        if self.unit is Unit.SWITCH:
            if isinstance(given, bool):
                return given
        elif isinstance(given, int) and not isinstance(given, bool) and given >= 0:
            if self.unit is Unit.SHARE:
                return Fraction(given, 100)
            if self.unit is Unit.CODE:
                return f"{given:06}"
            return given * 100 if self.unit is Unit.MONEY else given
        raise ValueError(f"{self.id}（{self.label}）：{given!r} 不是{'true 或 false' if self.unit is Unit.SWITCH else '非负整数'}")

    def told(self, value: int | Fraction | bool | str) -> str:  # noqa: FBT001 - a switch is one of the values
        """The value as held, in words: 10,000 元, 7 个工作日, 7%, 是."""
        if isinstance(value, str):
            return value
        if self.unit is Unit.SWITCH:
            return "是" if value else "否"
        if self.unit is Unit.MONEY:
            return f"{int(value) // 100:,} 元"
        if self.unit is Unit.DATE:
            return civil(int(value)).isoformat()
        if self.unit is Unit.DAY_OF_YEAR:
            return f"每年 {int(value) // 100} 月 {int(value) % 100} 日"
        return f"{value * 100}%" if self.unit is Unit.SHARE else f"{value} {self.unit}"


def _day_of(parameter: Parameter, given: object) -> int:
    """A date as a day number, a day of the year as 415; raises ValueError for what is neither."""
    if parameter.unit is Unit.DATE and type(given) is date:
        return number(given)
    if parameter.unit is Unit.DAY_OF_YEAR and isinstance(given, str) and re.fullmatch(r"\d\d-\d\d", given):
        try:
            day = date.fromisoformat(f"2023-{given}")  # 29 February comes but every fourth year
        except ValueError:
            pass
        else:
            return day.month * 100 + day.day
    raise ValueError(f"{parameter.id}（{parameter.label}）：{given!r} 不是{'日期，如 2024-12-31' if parameter.unit is Unit.DATE else '每年的某日，如 04-15'}")


PARAMETERS: Mapping[str, Parameter] = {id_: Parameter(id_, label, Unit[unit]) for id_, label, unit in (line.split("|") for line in KNOWN.strip().splitlines())}


@dataclass(frozen=True)
class Value:
    """A parameter's value over some days.

    Attributes:
        parameter: what it is a value of.
        value: 分 for money, a fraction for a share, else the number, or yes and no.
        clause: the clause that sets it, as cited.
        since: the first day it holds.
        until: the last day it holds; None while no end is known.
        pack: the pack that says so.
        field: the field of enforcement it is for (market, ecology); empty for all.
    """

    parameter: Parameter
    value: int | Fraction | bool | str
    clause: str
    since: date
    until: date | None
    pack: str
    field: str = ""

    def __str__(self) -> str:
        return self.parameter.told(self.value)

    def holds(self, day: date) -> bool:
        """Whether it is in force on `day`."""
        return self.since <= day and (self.until is None or day <= self.until)

    @property
    def span(self) -> str:
        """2024-01-01 起, 2024-01-01 至 2025-12-31."""
        return f"{self.since} 起" if self.until is None else f"{self.since} 至 {self.until}"


@dataclass(frozen=True)
class Parameters:
    """The values of a locality, its own before those of the packs it stands on.

    Attributes:
        title: the locality.
        layers: values by parameter id, a layer a pack, the locality's own first.
    """

    title: str
    layers: tuple[Mapping[str, tuple[Value, ...]], ...]

    def value(self, id_: str, on: date, field: str = "") -> Value:
        """The value in force on a day: of the first layer that has one, that of the field before the general one.

        Raises:
            KeyError: there is no such parameter.
            OutsideValidity: no value of it is in force that day.
        """
        parameter = PARAMETERS[id_]
        for layer in self.layers:
            holding = [value for value in layer.get(id_, ()) if value.holds(on) and value.field in ("", field)]
            if holding:
                return max(holding, key=lambda value: value.field)
        spans = "；".join(value.span for layer in self.layers for value in layer.get(id_, ()) if value.field in ("", field))
        raise OutsideValidity(f"{self.title} {on} 没有生效的“{parameter.label}”（{id_}）：{spans or '从未规定'}")

    def every(self, on: date, field: str = "") -> Iterator[Value]:
        """All values in force on a day, in the order of the list."""
        for id_ in PARAMETERS:
            try:
                yield self.value(id_, on, field)
            except OutsideValidity:
                continue


def load(localities: Path, pack: str) -> Parameters:
    """The parameters of a pack and of those it stands on.

    Raises:
        ValueError: a file is missing or wrong: unknown parameter, wrong type, no clause, two values for one day; the message says where.
    """
    layers, titles, seen = [], [], set[str]()
    while pack:
        if pack in seen:
            raise ValueError(f"地方包 {pack} 循环引用")
        seen.add(pack)
        title, below, layer = _read(localities / pack / "parameters.toml", pack)
        titles.append(title)
        layers.append(layer)
        pack = below
    return Parameters(titles[0], tuple(layers))


def _read(file: Path, pack: str) -> tuple[str, str, Mapping[str, tuple[Value, ...]]]:
    if not file.is_file():
        raise ValueError(f"没有地方包 {pack}：{file} 不存在")
    content = tomllib.loads(file.read_text("utf-8"))
    layer: dict[str, tuple[Value, ...]] = {}
    for row in content.get("value", []):
        value = _value(row, pack)
        before = layer.get(value.parameter.id, ())
        if any(_overlap(value, other) for other in before):
            raise ValueError(f"{file}：{value.parameter.id} 在同一日有两个值（{value.span}）")
        layer[value.parameter.id] = (*before, value)
    return content["title"], content.get("on", ""), layer


def _value(row: Mapping[str, Any], pack: str) -> Value:
    id_ = row.get("parameter", "")
    if id_ not in PARAMETERS:
        raise ValueError(f"地方包 {pack}：没有“{id_}”这个参数")
    missing = [key for key in ("value", "clause", "from") if key not in row or not str(row[key]).strip()]
    if missing:
        raise ValueError(f"地方包 {pack}：{id_} 缺少 {'、'.join(missing)}")
    since, until = row["from"], row.get("until")
    if not isinstance(since, date) or not isinstance(until, date | None) or (until and until < since):
        raise ValueError(f"地方包 {pack}：{id_} 的起止日期不对（{since} 至 {until}）")
    return Value(PARAMETERS[id_], PARAMETERS[id_].read(row["value"]), row["clause"], since, until, pack, row.get("field", ""))


def _overlap(one: Value, other: Value) -> bool:
    return one.field == other.field and (one.until is None or other.since <= one.until) and (other.until is None or one.since <= other.until)
