"""Chinese numerals as statutes write them (第一千二百五十九条), both ways, from 1 to 9,999.

No article, paragraph or item of the corpus goes beyond 第一千二百六十条; amounts of money are not written by this room.
"""

import re

DIGITS = "零一二三四五六七八九"
_PLACES = {"十": 10, "百": 100, "千": 1000}
_WELL_FORMED = re.compile(r"(?:[一二三四五六七八九]千)?零?(?:[一二三四五六七八九]百)?零?(?:[一二三四五六七八九]?十)?零?[一二三四五六七八九]?")
NUMERAL = f"[{DIGITS}〇十百千]+"  # a pattern that finds a numeral in running text


def chinese(number: int) -> str:
    """`number` in Chinese numerals: 10 is 十, 15 十五, 110 一百一十, 105 一百零五.

    Raises:
        ValueError: outside 1 to 9,999.
    """
    if not 1 <= number <= 9999:
        raise ValueError(f"{number} 不在一至九千九百九十九之间")
    written, gap = "", False
    for place, value in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit = number // value % 10
        if not digit:
            gap = bool(written)
            continue
        written += ("零" if gap else "") + DIGITS[digit] + place
        gap = False
    return written.removeprefix("一") if 10 <= number <= 19 else written


def number(written: str) -> int:
    """The number that `written` says.

    Raises:
        ValueError: it is not a Chinese numeral from 1 to 9,999.
    """
    text = written.replace("〇", "零")
    total, digit = 0, 0
    for sign in text:
        if sign in _PLACES:
            total += (digit or 1) * _PLACES[sign]
            digit = 0
        elif sign in DIGITS:
            digit = DIGITS.index(sign)
        else:
            break
    if not total + digit or not _WELL_FORMED.fullmatch(text):
        raise ValueError(f"“{written}”不是一至九千九百九十九之间的中文数字")
    return total + digit
