"""Money, dates, what is left, masked names and codes, as Chinese officials write them. Pure functions."""

from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

_EPOCH = date(1970, 1, 1)
_WEEKDAYS = "一二三四五六日"
_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
_COMPOUND = (
    "欧阳",
    "太史",
    "端木",
    "上官",
    "司马",
    "东方",
    "独孤",
    "南宫",
    "夏侯",
    "诸葛",
    "尉迟",
    "皇甫",
    "公孙",
    "慕容",
    "令狐",
    "司徒",
    "司空",
    "轩辕",
    "宇文",
    "长孙",
)


def thousands(number: Any) -> str:
    """12000 → 12,000."""
    return "—" if number is None or number == "" else f"{number:,}"


def money_yuan(fen: int | None) -> str:
    """Money of so many 分: 1200000 → 12,000 元; 分 are shown only when there are any."""
    if not isinstance(fen, int):
        return "—" if fen in (None, "") else str(fen)
    yuan, rest = divmod(abs(fen), 100)
    return f"{'-' if fen < 0 else ''}{yuan:,}{f'.{rest:02d}' if rest else ''} 元"


def _group(number: int) -> str:
    """Up to 9999 in capital numerals, with one 零 for each gap."""
    text, gap = "", False
    for place in (3, 2, 1, 0):
        digit = number // 10**place % 10
        if digit:
            text += ("零" if gap and text else "") + _DIGITS[digit] + _PLACES[place]
            gap = False
        else:
            gap = True
    return text


def _whole(number: int) -> str:
    """Any number in capital numerals, by 亿 and 万 (a million million is 万亿: 兆 is read in two ways); nothing is ""."""
    for power, sign in ((10**8, "亿"), (10**4, "万")):
        if number >= power:
            above, rest = divmod(number, power)
            return _whole(above) + sign + ("零" if 0 < rest < power // 10 else "") + _whole(rest)
    return _group(number)


def money_upper(fen: int | None) -> str:
    """Money of so many 分 in capital numerals: 1200000 → 壹万贰仟元整."""
    if not isinstance(fen, int):
        return ""
    yuan, rest = divmod(abs(fen), 100)
    text = _whole(yuan)
    jiao, cents = divmod(rest, 10)
    whole = text + "元" if text else ""
    parts = (_DIGITS[jiao] + "角" if jiao else "") + (_DIGITS[cents] + "分" if cents else "")
    if not parts:
        parts = "整" if whole else "零元整"
    elif whole and not jiao:
        parts = "零" + parts
    elif not cents:
        parts += "整"
    return ("负" if fen < 0 else "") + whole + parts


def day(value: Any) -> date | None:
    """A date from a date, a moment, a day number since 1970-01-01 or ISO text; None when it is none of them."""
    if isinstance(value, datetime):
        if value.tzinfo is not None:
            value = timezone.localtime(value)
        return datetime.date(value)
    if isinstance(value, date):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return _EPOCH + timedelta(days=value)
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        return None


def cn_date(value: Any) -> str:
    """2026年11月20日."""
    when = day(value)
    return f"{when.year}年{when.month}月{when.day}日" if when else "—"


def cn_date_weekday(value: Any) -> str:
    """2026年11月20日 星期五."""
    when = day(value)
    return f"{cn_date(when)} 星期{_WEEKDAYS[when.weekday()]}" if when else "—"


def short_date(value: Any, year: int | None = None) -> str:
    """11月20日; the year is named when it is not `year` (this year unless told)."""
    when = day(value)
    if when is None:
        return "—"
    named = "" if when.year == (year or timezone.localdate().year) else f"{when.year}年"
    return f"{named}{when.month}月{when.day}日"


def moment(value: Any, year: int | None = None) -> str:
    """11月18日 15:20."""
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value)
        except ValueError:
            return value or "—"
    if not isinstance(value, datetime):
        return short_date(value, year)
    if value.tzinfo is not None:
        value = timezone.localtime(value)
    return f"{short_date(value, year)} {value:%H:%M}"


def minute(number: int | None, year: int | None = None) -> str:
    """A moment given as minutes since 1970-01-01 in Beijing time: 11月18日 15:20."""
    return moment(datetime(1970, 1, 1) + timedelta(minutes=number), year) if isinstance(number, int) else "—"  # noqa: DTZ001 - minutes are counted in Beijing time


def left(due: int | date | timedelta, today: date, unit: str = "天") -> str:
    """还剩 19 天, 还剩 2 个工作日, 今天到期, 逾期 3 天, 逾期 2 小时."""
    counted = "个工作日" if unit in {"工作日", "working"} else "天"
    if isinstance(due, timedelta):
        minutes = int(due.total_seconds() // 60)
        if abs(minutes) < 48 * 60:
            amount, word = (abs(minutes) // 60, "小时") if abs(minutes) >= 60 else (abs(minutes), "分钟")
            return f"{'逾期' if minutes < 0 else '还剩'} {amount} {word}"
        due = int(due.total_seconds() / 86_400)
    days = (due - today).days if isinstance(due, date) else int(due)
    if days == 0:
        return "今天到期"
    return f"还剩 {days} {counted}" if days > 0 else f"逾期 {-days} {counted}"


def left_state(due: int | date | timedelta, today: date, near: int = 3) -> str:
    """Overdue is "bad", within `near` days "near", else ""."""
    if isinstance(due, timedelta):
        seconds = due.total_seconds()
        return "bad" if seconds < 0 else "near" if seconds <= near * 86_400 else ""
    days = (due - today).days if isinstance(due, date) else int(due)
    return "bad" if days < 0 else "near" if days <= near else ""


def mask_name(name: str | None) -> str:
    """A natural person's name with only the family name left: 张三丰 → 张某某."""
    name = (name or "").strip()
    if not name or "某" in name:
        return name
    if "·" in name or name.isascii():
        return name[0] + "某某"
    family = name[:2] if name.startswith(_COMPOUND) and len(name) > 2 else name[:1]
    return family + "某" * min(2, max(1, len(name) - len(family)))


def mask_code(code: str | None) -> str:
    """A credit code or identity number with its middle hidden: 9213****K1X."""
    code = (code or "").strip()
    return code if "*" in code else f"{code[:4]}****{code[-3:]}" if len(code) > 8 else "****" if code else ""


def mask_phone(phone: str | None) -> str:
    """A telephone number with its middle hidden: 138****5678."""
    phone = (phone or "").strip()
    return phone if "*" in phone else f"{phone[:3]}****{phone[-4:]}" if len(phone) > 7 else "****" if phone else ""
