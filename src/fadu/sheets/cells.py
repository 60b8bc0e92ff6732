"""What stands in a cell, as the form would have it, and what a clean value looks like in a cell.

Spreadsheet programs know numbers, moments, yes/no and texts. A code typed into them may come back as a number, a date as a
text or as the number of a day; each kind of field takes what people usually leave there. What can't be read is handed on as
it is, for `law.forms.validate` to refuse in its own words; only what the program itself has spoilt is refused here.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from fadu.law.forms import Field, Invalid, Kind

Cell = str | float | int | bool | date | datetime | None
"""What a reader of worksheets gives for a cell; an empty one is None."""

MOST_DIGITS = 10**15
"""From here on a spreadsheet's number has lost digits: they keep 15."""
MOST_CHARACTERS = 32_767
"""What a cell can hold."""
FIRST_DAY = date(1900, 3, 1)
"""Earlier days have another number in each program (a leap day that never was), so they are written as text."""
_ZERO = date(1899, 12, 30)
_SERIALS = range(61, 73_051)
_SEPARATOR = re.compile(r"\s*[、，,；;\n]\s*")
_EDGE = "\u200b\u200c\u200d\u2060\ufeff"
_DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")
_TIME = re.compile(r"[ T]*(\d{1,2})\s*[:：时]\s*(\d{1,2})(?:\s*[:：分]\s*(\d{1,2}(?:\.\d+)?)?秒?|分)?")
_YES = {"是": True, "否": False, "√": True, "×": False, "有": True, "无": False, "y": True, "n": False}


def read(field: Field, cell: Cell) -> Any:
    """A cell as `validate` takes it; raises Invalid where the program that wrote it has lost what was typed."""
    if isinstance(cell, str):
        cell = _stripped(cell)
        if re.search(f"[{_EDGE}]", cell):
            raise Invalid({field.name: f"{field.label}中间有看不见的字符（零宽空格），请重新键入"})
    return None if cell is None or cell == "" else _READ[field.kind](field, cell)


def write(field: Field, value: Any) -> str | float | int | date | datetime | None:
    """A clean value as it is written; None where there is none."""
    if value is None or value in ("", []):
        return None
    written: str | float | int | date | datetime = _WRITE[field.kind](field, value)
    return written


def _stripped(text: str) -> str:
    return text.replace("\r\n", "\n").strip().strip(_EDGE).strip()


def _text(field: Field, cell: Any) -> str:
    """A number without the decimal point that the program put there; a moment as it would be typed."""
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, int | float):
        if abs(cell) >= MOST_DIGITS:
            raise Invalid({field.name: f"{field.label}成了数字，超过 15 位的末尾已经丢失，请把这一列设为“文本”后重新键入"})
        return str(int(cell)) if cell == int(cell) else repr(cell)
    if isinstance(cell, datetime):
        return cell.isoformat(" ", "minutes")
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def _date(field: Field, cell: Any) -> str:
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, float | int) and not isinstance(cell, bool) and cell == int(cell) and int(cell) in _SERIALS:
        return (_ZERO + timedelta(days=int(cell))).isoformat()
    text = _text(field, cell)
    found = _DAY.fullmatch(text) or re.fullmatch(r"(\d{4})(\d{2})(\d{2})", text) or _midnight(text)
    return _day(found) if found else text


def _midnight(text: str) -> re.Match[str] | None:
    return re.fullmatch(_DAY.pattern + r"[ T]+0{1,2}[:：]00(?:[:：]00)?", text)


def _day(found: re.Match[str]) -> str:
    year, month, day = (int(part) for part in found.groups()[:3])
    return f"{year:04}-{month:02}-{day:02}"


def _datetime(field: Field, cell: Any) -> str:
    if isinstance(cell, datetime):
        nearest = cell + timedelta(seconds=30) if cell.second == 59 else cell  # a fraction of a day is seldom a whole minute
        return nearest.replace(second=0, microsecond=0).isoformat(timespec="minutes")
    if isinstance(cell, date):
        return f"{cell.isoformat()}T00:00"
    text = _text(field, cell)
    found = _DAY.match(text)
    time = _TIME.fullmatch(text, found.end()) if found else None
    if found is None or (time is None and found.end() < len(text)):
        return text
    return f"{_day(found)}T{int(time[1]):02}:{int(time[2]):02}" if time else f"{_day(found)}T00:00"


def _int(field: Field, cell: Any) -> str:
    return re.sub(r"(?<=\d)[,，](?=\d{3}(?!\d))", "", _text(field, cell))


def _money(field: Field, cell: Any) -> str:
    """元; a number of the worksheet carries the dust of its binary form."""
    if isinstance(cell, int | float) and not isinstance(cell, bool) and abs(cell) < MOST_DIGITS:
        return format(Decimal(repr(round(cell, 6))), "f")
    return re.sub(r"^[¥￥]\s*|\s*元$", "", _text(field, cell))


def _choice(field: Field, cell: Any) -> str:
    return _keys(field).get(_text(field, cell), _text(field, cell))


def _choices(field: Field, cell: Any) -> list[str]:
    """Several labels; a label that holds a separator itself is found before it is cut."""
    keys, rest, found = _keys(field), _text(field, cell), []
    longest = sorted((label for label in keys if _SEPARATOR.search(label)), key=len, reverse=True)
    while rest:
        whole = next((label for label in longest if rest.startswith(label) and (len(rest) == len(label) or _SEPARATOR.match(rest, len(label)))), "")
        cut = _SEPARATOR.search(rest, len(whole))
        part, rest = (rest[: cut.start()], rest[cut.end() :]) if cut else (rest, "")
        if part:
            found.append(keys.get(part, part))
    return found


def _keys(field: Field) -> Mapping[str, str]:
    """Labels and keys to keys; where one choice's label is another's key, the label is meant."""
    return {key: key for key, _ in field.choices} | {_stripped(label): key for key, label in field.choices}


def _bool(field: Field, cell: Any) -> Any:
    text = _text(field, cell)
    return _YES.get(text.lower(), text)


def _unfit(field: Field, _: Any) -> Any:
    raise TypeError(f"{field.name}: a field of kind {field.kind} has no place in a worksheet")


_READ: dict[Kind, Callable[[Field, Any], Any]] = {
    **dict.fromkeys((Kind.TEXT, Kind.LONGTEXT, Kind.CODE, Kind.IDCARD, Kind.PHONE), _text),
    Kind.DATE: _date,
    Kind.DATETIME: _datetime,
    Kind.INT: _int,
    Kind.MONEY: _money,
    Kind.CHOICE: _choice,
    Kind.CHOICES: _choices,
    Kind.BOOL: _bool,
    Kind.OFFICERS: _unfit,
    Kind.TABLE: _unfit,
}


def _written_text(_: Field, value: Any) -> str:
    text = str(value)
    return text if len(text) <= MOST_CHARACTERS else text[: MOST_CHARACTERS - 20] + "……（单元格容不下，未完）"


def _written_date(_: Field, value: Any) -> date | str:
    day = value if isinstance(value, date) else date.fromisoformat(value)
    return day if day >= FIRST_DAY else day.isoformat()


def _written_datetime(_: Field, value: Any) -> datetime | str:
    moment = value if isinstance(value, datetime) else datetime.fromisoformat(value)
    return moment if moment.date() >= FIRST_DAY else moment.isoformat(" ", "minutes")


def _written_number(field: Field, value: Any) -> float:
    return float(Decimal(value) / 100) if field.kind is Kind.MONEY else int(value)


def _written_choices(field: Field, value: Any) -> str:
    labels = dict(field.choices)
    values = [value] if isinstance(value, str) else value
    return "、".join(labels.get(item, item) for item in values)


def _written_bool(_: Field, value: Any) -> str:
    return "是" if value else "否"


_WRITE: dict[Kind, Callable[[Field, Any], Any]] = {
    **dict.fromkeys((Kind.TEXT, Kind.LONGTEXT, Kind.CODE, Kind.IDCARD, Kind.PHONE), _written_text),
    Kind.DATE: _written_date,
    Kind.DATETIME: _written_datetime,
    Kind.INT: _written_number,
    Kind.MONEY: _written_number,
    Kind.CHOICE: _written_choices,
    Kind.CHOICES: _written_choices,
    Kind.BOOL: _written_bool,
    Kind.OFFICERS: _unfit,
    Kind.TABLE: _unfit,
}
