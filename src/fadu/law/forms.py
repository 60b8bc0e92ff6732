"""What a step asks, and the one validator that page, API, import and replay share.

Clean values are plain JSON: a day is "2026-11-20", a moment "2026-11-20T10:30", money an integer of 分. Typed by a
person, money is in 元 ("12,000.50"); given as a JSON integer it is already in 分.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from fadu.law import codes
from fadu.law.fields import Field, Invalid, Kind

__all__ = ["Field", "Invalid", "Kind", "validate"]

MOST_ROWS = 200
MOST_COUNT = 2**31 - 1  # what a count in a frame can hold
MOST_MONEY = 10**13  # 分: a thousand 亿元, beyond any fine


class _Wrong(Exception):
    """One value is wrong; the text says how."""


def validate(fields: Sequence[Field], data: Mapping[str, Any]) -> dict[str, Any]:
    """The clean values of `data`; raises Invalid naming every wrong field at once."""
    clean: dict[str, Any] = {}
    errors = dict.fromkeys(sorted(set(data) - {field.name for field in fields}), "没有这个字段，请核对名称")
    for field in fields:
        if not field.asked(clean):
            continue
        try:
            value = _CLEAN[field.kind](field, data.get(field.name))
        except _Wrong as wrong:
            errors[field.name] = str(wrong)
            continue
        except Invalid as rows:
            errors.update(rows.errors)
            continue
        if value is None or value in ([], ""):
            if field.required:
                errors[field.name] = f"请填写{field.label}" if field.kind not in _CHOSEN else f"请选择{field.label}"
        else:
            clean[field.name] = value
    if errors:
        raise Invalid(errors)
    return clean


_CHOSEN = {Kind.CHOICE, Kind.CHOICES, Kind.OFFICERS, Kind.BOOL}
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|[\ud800-\udfff]")


def _string(field: Field, value: object) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str):
        raise _Wrong(f"{field.label}应为文字")
    text = value.replace("\r\n", "\n").strip()
    if len(text) > field.longest:
        raise _Wrong(f"{field.label}最多 {field.longest} 字，现有 {len(text)} 字")
    if _CONTROL.search(text):
        raise _Wrong(f"{field.label}含有不可见的控制字符，请删除后重填")
    return text or None


def _text(field: Field, value: object) -> str | None:
    text = _string(field, value)
    if text and re.search(r"[<>\n]", text):
        raise _Wrong(f"{field.label}不能含有尖括号或换行")
    return text


def _date(field: Field, value: object) -> str | None:
    text = _string(field, value)
    if text is None:
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise _Wrong(f"“{text[:20]}”不是有效日期，请按 2026-11-20 填写") from None
    if not 1900 <= day.year <= 2100:
        raise _Wrong(f"{field.label}的年份不合理：{day.year}")
    return day.isoformat()


def _datetime(field: Field, value: object) -> str | None:
    text = _string(field, value)
    if text is None:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise _Wrong(f"“{text[:20]}”不是有效时间，请按 2026-11-20 10:30 填写") from None
    if moment.tzinfo is not None or not 1900 <= moment.year <= 2100:
        raise _Wrong(f"{field.label}请填北京时间，如 2026-11-20 10:30")
    return moment.isoformat(timespec="minutes")


def _int(field: Field, value: object) -> int | None:
    if value is None or value == "":
        return None
    if isinstance(value, str) and re.fullmatch(r"-?\d{1,12}", value.strip()):
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int):
        raise _Wrong(f"{field.label}应为整数")
    if not field.least <= value <= MOST_COUNT:
        raise _Wrong(f"{field.label}不能小于 {field.least}" if value < field.least else f"{field.label}过大")
    return value


def _money(field: Field, value: object) -> int | None:
    if value is None or value == "":
        return None
    if isinstance(value, str):
        try:
            fen = Decimal(value.replace(",", "").replace("，", "").strip()) * 100
        except ArithmeticError:  # no number, or one beyond all measure
            raise _Wrong(f"{field.label}应为金额（元），如 12,000.00") from None
        if not fen.is_finite() or fen != fen.to_integral_value():
            raise _Wrong(f"{field.label}最多到分（两位小数）")
        value = int(fen)
    if isinstance(value, bool) or not isinstance(value, int):
        raise _Wrong(f"{field.label}应为金额：文字按元，整数按分")
    if not field.least <= value <= MOST_MONEY:
        raise _Wrong(f"{field.label}不能小于 {field.least / 100:g} 元" if value < field.least else f"{field.label}过大")
    return value


def _choice(field: Field, value: object) -> str | None:
    if value is None or value == "":
        return None
    if not isinstance(value, str) or value not in {key for key, _ in field.choices}:
        raise _Wrong(f"{field.label}只能选：{'、'.join(label for _, label in field.choices[:12])}")
    return value


def _choices(field: Field, value: object) -> list[str] | None:
    if value is None or value == "":
        return None
    values = [value] if isinstance(value, str) else value
    if not isinstance(values, list | tuple):
        raise _Wrong(f"{field.label}应为若干选项")
    chosen = {_choice(field, item) for item in values}
    return [key for key, _ in field.choices if key in chosen]


def _bool(field: Field, value: object) -> bool | None:
    if value is None or value == "":
        return None
    known = {True: True, False: False, "1": True, "0": False, "on": True, "true": True, "false": False, "yes": True, "no": False}
    if not isinstance(value, bool | str) or value not in known:
        raise _Wrong(f"{field.label}请选是或否")
    return known[value]


def _officers(field: Field, value: object) -> list[int] | None:
    if value is None or value == "":
        return None
    values = value if isinstance(value, list | tuple) else [value]
    try:
        people = [int(str(item)) for item in values if item != ""]
    except ValueError:
        raise _Wrong(f"{field.label}请从名单中选择") from None
    if len(people) > 20 or any(not 0 < person < 2**31 for person in people):
        raise _Wrong(f"{field.label}请从名单中选择")
    return list(dict.fromkeys(people))


def _checked(check: Callable[[str], None]) -> Callable[[Field, object], str | None]:
    def clean(field: Field, value: object) -> str | None:
        text = _text(field, value)
        if text is None:
            return None
        text = text.upper().replace(" ", "")
        try:
            check(text)
        except ValueError as wrong:
            raise _Wrong(str(wrong)) from None
        return text

    return clean


def _phone(field: Field, value: object) -> str | None:
    text = _text(field, value)
    if text and not re.fullmatch(r"1[3-9]\d{9}|0\d{2,3}-?\d{7,8}(-\d{1,5})?", text):
        raise _Wrong(f"{field.label}应为 11 位手机号，或区号-座机号")
    return text


def _table(field: Field, value: object) -> list[dict[str, Any]] | None:
    if value is None or value == "":
        return None
    if not isinstance(value, list | tuple) or not all(isinstance(row, Mapping) for row in value):
        raise _Wrong(f"{field.label}应为若干行")
    rows = [row for row in value if any(cell not in (None, "", []) for cell in row.values())]
    if len(rows) > MOST_ROWS:
        raise _Wrong(f"{field.label}最多 {MOST_ROWS} 行，现有 {len(rows)} 行")
    clean, errors = [], {}
    for index, row in enumerate(rows):
        try:
            clean.append(validate(field.columns, row))
        except Invalid as wrong:
            errors.update({f"{field.name}.{index}.{name}": f"第 {index + 1} 行：{text}" for name, text in wrong.errors.items()})
    if errors:
        raise Invalid(errors)
    if clean and len(clean) < field.least:
        raise _Wrong(f"{field.label}至少 {field.least} 行")
    return clean


_CLEAN: dict[Kind, Callable[[Field, object], Any]] = {
    Kind.TEXT: _text,
    Kind.LONGTEXT: _string,
    Kind.DATE: _date,
    Kind.DATETIME: _datetime,
    Kind.INT: _int,
    Kind.MONEY: _money,
    Kind.CHOICE: _choice,
    Kind.CHOICES: _choices,
    Kind.BOOL: _bool,
    Kind.OFFICERS: _officers,
    Kind.CODE: _checked(codes.check_credit_code),
    Kind.IDCARD: _checked(codes.check_id_number),
    Kind.PHONE: _phone,
    Kind.TABLE: _table,
}
