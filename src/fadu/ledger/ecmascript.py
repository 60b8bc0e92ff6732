"""Numbers spelled as ECMAScript spells them, which is how RFC 8785 section 3.2.2.3 wants them in canonical JSON."""

from decimal import Decimal
from math import isfinite
from typing import Final

from fadu.ledger.errors import Uncanonical

_POINT_UP_TO: Final = 21
_ZEROS_DOWN_TO: Final = -6


def number(value: float) -> str:
    """Spell a double as ECMAScript does (ECMA-262 Number::toString, radix 10; RFC 8785 section 3.2.2.3).

    Raises:
        Uncanonical: NaN or an infinity.

    """
    if not isfinite(value):
        raise Uncanonical("JSON 不能表示 NaN 或无穷大")
    if value == 0:
        return "0"
    sign, digits, point = _shortest(value)
    count = len(digits)
    if count <= point <= _POINT_UP_TO:
        return f"{sign}{digits}{'0' * (point - count)}"
    if 0 < point <= _POINT_UP_TO:
        return f"{sign}{digits[:point]}.{digits[point:]}"
    if _ZEROS_DOWN_TO < point <= 0:
        return f"{sign}0.{'0' * -point}{digits}"
    fraction = f".{digits[1:]}" if count > 1 else ""
    return f"{sign}{digits[0]}{fraction}e{point - 1:+d}"


def _shortest(value: float) -> tuple[str, str, int]:
    """Sign, the fewest digits that read back as `value`, and n such that |value| = 0.digits x 10**n."""
    negative, digits, exponent = Decimal(repr(value)).as_tuple()
    assert isinstance(exponent, int)  # `number` lets only finite values through
    text = "".join(map(str, digits)).lstrip("0")
    return "-" if negative else "", text.rstrip("0"), len(text) + exponent
