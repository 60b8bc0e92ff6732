"""Codes that check themselves: organs and firms (GB 32100, GB 11714), people (GB 11643), credentials, regions.

A check raises ValueError with a message for the person who typed the code: what is wrong, at which character.
"""

from datetime import date

CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CREDIT_WEIGHTS = tuple(pow(3, place, 31) for place in range(17))
_ORGAN_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ORGAN_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_PERSON_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_PERSON_CHECKS = "10X98765432"


def check_credit_code(text: str) -> None:
    """A 统一社会信用代码 of 18 characters (GB 32100-2015), whose characters 9 to 17 are an organization code in themselves."""
    _characters(text, "统一社会信用代码", 18, CREDIT_ALPHABET, "数字和大写字母（不用 I、O、S、V、Z）")
    _digits(text[2:8], "统一社会信用代码", 3)
    _last(text, "统一社会信用代码", _credit_digit(text[:17]))


def check_organ_code(text: str) -> None:
    """A 组织机构代码 of nine characters (GB 11714-1997), a hyphen before the last or none."""
    code = text[:8] + text[9:] if len(text) == 10 and text[8] == "-" else text
    _characters(code[:8] + "0" * len(code[8:]), "组织机构代码", 9, _ORGAN_ALPHABET, "数字和大写字母")
    _last(code, "组织机构代码", _organ_digit(code[:8]))


def check_id_number(text: str, *, today: date | None = None) -> None:
    """A 公民身份号码 of 18 characters (GB 11643-1999): its birth date is a day that was, its last character agrees."""
    _characters(text[:17] + "0" * len(text[17:]), "身份证号码", 18, "0123456789", "数字（最后一位可以是 X）")
    year, month, day = int(text[6:10]), int(text[10:12]), int(text[12:14])
    try:
        born = date(year, month, day)
    except ValueError:
        raise ValueError(f"身份证号码第 7 至 14 位应为出生日期，“{text[6:14]}”不是有效日期") from None
    if not date(1900, 1, 1) <= born <= (today or date.today()):  # noqa: DTZ011 - a birth date is a civil day of the place
        raise ValueError(f"身份证号码第 7 至 14 位的出生日期 {born.isoformat()} 不合理")
    _last(text, "身份证号码", _person_digit(text[:17]))


def credit_code(prefix17: str) -> str:
    """A whole code from its first 17 characters; for tests and the demonstration."""
    return prefix17 + _credit_digit(prefix17)


def organ_code(prefix8: str) -> str:
    """A whole organization code from its first eight characters."""
    return prefix8 + _organ_digit(prefix8)


def id_number(prefix17: str) -> str:
    """A whole identity number from its first 17 digits; for tests and the demonstration."""
    return prefix17 + _person_digit(prefix17)


def _credit_digit(prefix: str) -> str:
    total = sum(CREDIT_ALPHABET.index(char) * weight for char, weight in zip(prefix, _CREDIT_WEIGHTS, strict=True))
    return CREDIT_ALPHABET[-total % 31]


def _organ_digit(prefix: str) -> str:
    total = sum(_ORGAN_ALPHABET.index(char) * weight for char, weight in zip(prefix, _ORGAN_WEIGHTS, strict=True))
    return "0123456789X"[-total % 11]


def _person_digit(prefix: str) -> str:
    return _PERSON_CHECKS[sum(int(char) * weight for char, weight in zip(prefix, _PERSON_WEIGHTS, strict=True)) % 11]


def _characters(text: str, what: str, length: int, alphabet: str, words: str) -> None:
    if len(text) != length:
        raise ValueError(f"{what}应为 {length} 位，现有 {len(text)} 位")
    for place, char in enumerate(text, 1):
        if char not in alphabet:
            raise ValueError(f"{what}第 {place} 位“{char}”不对，只能是{words}")


def _digits(part: str, what: str, first: int) -> None:
    for place, char in enumerate(part, first):
        if char not in "0123456789":
            raise ValueError(f"{what}第 {place} 位“{char}”不对，第 3 至 8 位是行政区划，只能是数字")


def _last(text: str, what: str, expected: str) -> None:
    if text[-1] != expected:
        raise ValueError(f"{what}校验不符：按前 {len(text) - 1} 位，最后一位应为 {expected}，现为 {text[-1]}；请逐位核对")
