"""How values are written on a paper: days, moments, amounts and people, in Chinese and as text without tricks."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta, timezone
from typing import Any

BEIJING = timezone(timedelta(hours=8))
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?")
_HIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]")
_LOST = re.compile(r"[\ud800-\udfff\ufffe\uffff]")
_NUMERALS = "〇一二三四五六七八九"
_DIGITS = "零壹贰叁肆伍陆柒捌玖"


def clean(text: str) -> str:
    """`text` without what can't be seen: control signs, and the signs that turn the direction of writing."""
    return _LOST.sub("\ufffd", _HIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "\u3000")))


def day(value: object) -> str:
    """2026年3月5日."""
    when = _when(value)
    return f"{when.year}年{when.month}月{when.day}日" if when else _plain(value)


def moment(value: object) -> str:
    """2026年3月5日14时05分; a day alone stays a day."""
    when = _when(value)
    if not isinstance(when, datetime) or (isinstance(value, str) and _DAY.fullmatch(value)):
        return day(value)
    return f"{day(value)}{when.hour}时{when.minute:02d}分"


def formal_day(value: object) -> str:
    """二〇二六年三月五日, as it stands under a seal."""
    when = _when(value)
    if when is None:
        return _plain(value)
    return f"{''.join(_NUMERALS[int(digit)] for digit in str(when.year))}年{_small(when.month)}月{_small(when.day)}日"


def money(value: object) -> str:
    """29,000.00元, from 分."""
    fen = _fen(value)
    if fen is None:
        return _plain(value)
    sign = "-" if fen < 0 else ""
    return f"{sign}{abs(fen) // 100:,}.{abs(fen) % 100:02d}元"


def capitals(value: object) -> str:
    """贰万玖仟元整, from 分; the way banks want it (人民币银行结算账户 and 票据 forms)."""
    fen = _fen(value)
    if fen is None:
        return _plain(value)
    yuan, jiao, cents = abs(fen) // 100, abs(fen) // 10 % 10, abs(fen) % 10
    whole = _grouped(yuan) + "元" if yuan else ""
    rest = (_DIGITS[jiao] + "角" if jiao else "零" if yuan and cents else "") + (_DIGITS[cents] + "分" if cents else "")
    written = whole + rest if cents else (whole + rest or "零元") + "整"
    return "负" + written if fen < 0 else written


def amount(value: object) -> str:
    """29,000.00元（大写：人民币贰万玖仟元整）."""
    return f"{money(value)}（大写：人民币{capitals(value)}）" if _fen(value) is not None else _plain(value)


def joined(value: object) -> str:
    """甲、乙、丙."""
    return "、".join(filter(None, map(text, value))) if isinstance(value, list | tuple) else text(value)


def lines(value: object) -> str:
    """One item on each line."""
    return "\n".join(filter(None, map(text, value))) if isinstance(value, list | tuple) else text(value)


def people(value: object) -> str:
    """张三（执法证号 13010001）、李四（执法证号 13010002）."""
    found = value if isinstance(value, list | tuple) else [value]
    return "、".join(filter(None, map(_person, found)))


def yes_no(value: object) -> str:
    """是 or 否."""
    return {True: "是", False: "否"}[value] if isinstance(value, bool) else text(value)


def text(value: object) -> str:
    """Any value as one reads it: days and yes/no in Chinese, things by their text or name, lists joined."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return yes_no(value)
    if isinstance(value, Mapping):
        return next((text(value[key]) for key in ("text", "name", "title", "label") if value.get(key)), "")
    if isinstance(value, list | tuple):
        return joined(value)
    if isinstance(value, str) and (_DAY.fullmatch(value) or _MOMENT.fullmatch(value)):
        return moment(value)
    return _plain(value)


KINDS: dict[str, Callable[[object], str]] = {
    "": text,
    "day": day,
    "moment": moment,
    "formal": formal_day,
    "money": money,
    "capitals": capitals,
    "amount": amount,
    "joined": joined,
    "lines": lines,
    "people": people,
    "yesno": yes_no,
}
"""How a placeholder of a form may ask its value to be written."""


def _plain(value: object) -> str:
    return clean(str(value)) if value is not None and not isinstance(value, Mapping | list | tuple) else text(value)


def _person(value: object) -> str:
    if not isinstance(value, Mapping):
        return text(value)
    name, credential = text(value.get("name") or value.get("text")), text(value.get("credential"))
    return f"{name}（执法证号 {credential}）" if credential else name


def _when(value: object) -> datetime | date | None:
    if isinstance(value, date):
        return value.astimezone(BEIJING) if isinstance(value, datetime) and value.tzinfo else value
    if not isinstance(value, str) or not (_DAY.match(value)):
        return None
    try:
        when = datetime.fromisoformat(value)
    except ValueError:
        return None
    return when.astimezone(BEIJING) if when.tzinfo else when


def _fen(value: Any) -> int | None:
    if isinstance(value, Mapping):
        value = value.get("fen")
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _small(number: int) -> str:
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else _NUMERALS[tens] + "十") + (_NUMERALS[ones] if ones or not tens else "")


def _grouped(yuan: int) -> str:
    """The whole 元 in capitals, each gap of zeros written once."""
    for unit, value in (("亿", 10**8), ("万", 10**4)):
        high, low = divmod(yuan, value)
        if high:
            gap = "零" if 0 < low < value // 10 else ""
            return _grouped(high) + unit + gap + (_grouped(low) if low else "")
    return _four(yuan)


def _four(number: int) -> str:
    written, gap = "", False
    for unit, value in (("仟", 1000), ("佰", 100), ("拾", 10), ("", 1)):
        digit = number // value % 10
        if not digit:
            gap = bool(written)
            continue
        written += ("零" if gap else "") + _DIGITS[digit] + unit
        gap = False
    return written
