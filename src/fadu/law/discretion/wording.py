"""How discretion tables are worded (处五千元以上一万元以下罚款; 面积不足 5 平方米的; 法定幅度的 30% 至 70%), read into numbers.

Nothing is guessed: what cannot be read to its last amount raises Unreadable. 以上 and 以下 include the number itself
(民法典第一千二百五十九条).
"""

import re
from dataclasses import dataclass
from fractions import Fraction

from fadu.law import numerals
from fadu.law.discretion.amounts import Interval, Subject

_NUMBER = r"(?:\d[\d,，]*(?:\.\d+)?|[零〇一二两三四五六七八九十百千万亿]*[零〇一二两三四五六七八九十百千])"
_TIMES = r"\s*(?:万|亿|千|百)?"
_SIZE = rf"{_NUMBER}{_TIMES}"
_SCALES = {"百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
MOST_DIGITS = 15
"""Of a number: beyond that it is no amount."""


class Unreadable(ValueError):
    """Words that say no amount, no interval or no tier this room can read; the message quotes them."""


@dataclass(frozen=True)
class Effect:
    """What one line lays down.

    Attributes:
        kind: none (不处罚款), below (减轻), yuan, times, share, maximum (share of the maximum), add (percentage of a formula).
        low: lower end, in 元, times or hundredths; 0 where there is none.
        high: upper end.
        subject: whom it is for.
        when: the bracket it is for; None for any.
        base: of what it is a multiple, or by what the bracket is measured; "" where that is not said.
        unit: of the bracket.
    """

    kind: str
    low: Fraction = Fraction(0)
    high: Fraction = Fraction(0)
    subject: Subject = Subject.ANY
    when: Interval | None = None
    base: str = ""
    unit: str = ""


@dataclass(frozen=True)
class Measure:
    """An interval as worded: of what, in which unit (元 for money, its bounds then in 元)."""

    label: str
    when: Interval
    unit: str


def size(text: str) -> Fraction:
    """The number that a text writes: 5,000; 5万; 一万五千; 1.5 万. Raises Unreadable."""
    written = re.sub(r"[\s,，]", "", text)
    digits = re.fullmatch(r"(\d+(?:\.\d+)?)([百千万亿]?)", written)
    if digits and len(digits[1]) <= MOST_DIGITS:
        return Fraction(digits[1]) * _SCALES.get(digits[2], 1)
    try:
        return Fraction(_chinese(written))
    except ValueError as fault:
        raise Unreadable(f"“{text.strip()[:20]}”不是数") from fault


def _chinese(written: str) -> int:
    text = written.replace("两", "二").replace("〇", "零")
    for sign in "亿万":
        if sign in text:
            before, _, after = text.partition(sign)
            return _chinese(before) * _SCALES[sign] + (_chinese(after.lstrip("零")) if after.strip("零") else 0)
    return numerals.number(text)


# --- intervals: 面积不足 5 平方米的

_UNIT = r"[^\d\s以不至到~～—\-（(，。；：:的]{1,8}"
_BELOW, _ABOVE = r"不足|不满|未满|低于|小于|少于", r"超过|大于|高于|多于"
_SPAN = re.compile(
    rf"(?P<label>[^\d]*?)\s*(?:"
    rf"(?P<over>{_ABOVE})\s*(?P<a1>{_SIZE})\s*(?P<u1>{_UNIT})[，,]?\s*(?:但)?(?:(?P<under1>{_BELOW})\s*(?P<b1>{_SIZE})\s*(?P<v1>{_UNIT})|(?:不超过)?\s*(?P<b2>{_SIZE})\s*(?P<v2>{_UNIT})(?:\s*以下)?)"
    rf"|(?P<a3>{_SIZE})\s*(?P<u3>{_UNIT})?\s*以上[，,]?\s*(?:(?P<under3>{_BELOW})\s*(?P<b3>{_SIZE})\s*(?P<v3>{_UNIT})|(?:不超过)?\s*(?P<b4>{_SIZE})\s*(?P<v4>{_UNIT})\s*(?:以下)?)"
    rf"|(?P<a5>{_SIZE})\s*(?P<u5>{_UNIT})?\s*(?:至|到|~|～|—+|-)\s*(?P<b5>{_SIZE})\s*(?P<v5>{_UNIT})(?P<under5>（不含）)?"
    rf"|(?:{_BELOW})\s*(?P<b6>{_SIZE})\s*(?P<v6>{_UNIT})"
    rf"|(?:{_ABOVE})\s*(?P<a7>{_SIZE})\s*(?P<u7>{_UNIT})"
    rf"|(?P<a8>{_SIZE})\s*(?P<u8>{_UNIT})\s*以上"
    rf"|(?:不超过\s*(?P<b9>{_SIZE})\s*(?P<v9>{_UNIT})|(?P<b10>{_SIZE})\s*(?P<v10>{_UNIT})\s*以下)"
    rf")\s*的?"
)


def measure(text: str) -> Measure | None:
    """The interval that a condition is, and nothing beside it; None where it is other words. Raises Unreadable for an empty interval."""
    found = _SPAN.fullmatch(text.strip().rstrip("。；;"))
    if not found:
        return None
    given = {key: value for key, value in found.groupdict().items() if value is not None}
    low = next((given[key] for key in given if re.fullmatch(r"a\d+", key)), None)
    high = next((given[key] for key in given if re.fullmatch(r"b\d+", key)), None)
    unit = next((given[key] for key in sorted(given) if key[0] == "v"), None) or next(given[key] for key in given if key[0] == "u" and key[1:].isdigit())
    label = re.sub(r"^(?:违法|涉案)?(?=货值)|(?:为|在|的)$", "", found["label"].strip("，,：: "))
    if re.search(r"[，。；,;]", label):
        return None
    has_low = low is not None and not ("over" in given or "a7" in given)
    has_high = high is not None and not ({"under1", "under3", "under5", "b6"} & given.keys())
    bounds = [None if bound is None else size(bound) for bound in (low, high)]
    if bounds[0] is not None and bounds[1] is not None and (bounds[0] > bounds[1] or (bounds[0] == bounds[1] and not (has_low and has_high))):
        raise Unreadable(f"“{text.strip()[:40]}”的起点不小于终点")
    money = re.fullmatch(r"([百千万亿]?)元", unit)
    if money:
        bounds = [None if bound is None else bound * _SCALES.get(money[1], 1) for bound in bounds]
    return Measure(label, Interval(bounds[0], bounds[1], has_low, has_high), "元" if money else unit)


# --- effects: 处五千元以上一万元以下罚款

_NO_FINE = re.compile(r"不予(?:行政)?处罚|不处罚款|不予罚款|免予(?:行政)?处罚|免于(?:行政)?处罚|免除处罚|免罚|不罚款")
_BELOW_LAW = re.compile(r"低于法定最低|法定最低(?:罚款)?(?:幅度|限度|数额)?以下|法定下限以下|减轻(?:行政)?处罚|在法定最低限以下")
_PERCENT = r"(?:百分之[零〇一二两三四五六七八九十百]+|\d+(?:\.\d+)?\s*[%％]?)"
_SHARE = re.compile(
    rf"法定(?P<of>罚款幅度|幅度|处罚幅度|上限|罚款上限|最高罚款|最高额)\s*的?\s*(?:(?P<low>{_PERCENT})\s*(?:以上|至|到|~|～|-|—+)\s*(?:不足|不超过)?\s*(?P<high>{_PERCENT})(?:以下)?|(?P<most>{_PERCENT})以下|(?P<least>{_PERCENT})以上|(?P<at>{_PERCENT}))"
)
_LEAST = re.compile(r"法定(?:最低罚款|下限)(?!以下)")
_ADD = re.compile(rf"(?:[+＋]|增加|加重?)\s*(?P<at>{_PERCENT})(?:个百分点)?")
_MONEY = re.compile(
    rf"(?:(?P<low>{_SIZE})\s*(?:元|倍)?\s*(?:（含[^）]*）)?\s*(?:以上|至|到|~|～|-|—+)[，,]?\s*(?:不足|不满|不超过)?\s*(?P<high>{_SIZE})\s*(?P<unit>元|倍)\s*(?:（[不含]+[^）]*）)?\s*(?:以下)?"
    rf"|(?P<most>{_SIZE})\s*(?P<unit2>元|倍)\s*(?:（含[^）]*）)?\s*以下"
    rf"|(?P<at>{_SIZE})\s*(?P<unit3>元|倍)(?!\s*以上))"
)
_SIGNED = r"(?:百分之[零〇一二两三四五六七八九十百]+|\d+(?:\.\d+)?\s*[%％])"
_PART = re.compile(rf"(?P<base>[一-鿿]{{2,10}}?)的?\s*(?P<low>{_PERCENT})\s*(?:以上|至|到|~|～|-|—+)\s*(?:不足|不超过)?\s*(?P<high>{_SIGNED})\s*(?:以下)?")
_WHOM = re.compile(
    r"(?:对)?(?P<who>违法单位|单位|法人(?:或者?其他组织|、其他组织)?|企业|其他组织|公民|自然人|个人)(?:的)?\s*(?:[：:，,]|(?=并?处|罚|可|[\d零一二两三四五六七八九十百千]))"
)
_HEAD = re.compile(
    rf"^(?P<when>[^；。]*?(?:不足|不满|未满|低于|超过|以上|以下|不超过)(?:[^；。，,：:]|,(?=\d))*?)的?\s*(?:[，：:]|,(?!\d))\s*(?P<rest>.*{_NUMBER}.*)$"
)
_LEFT = re.compile(rf"{_SIZE}\s*(?:元|倍|%|％)|百分之")


def effects(text: str) -> list[Effect]:
    """What a line lays down, for each subject and bracket it names. Raises Unreadable, quoting what it is that cannot be read."""
    written = text.strip()
    if not written:
        raise Unreadable("没有写处罚标准")
    if add := _ADD.fullmatch(written.rstrip("。；;")):
        return [Effect("add", high=_share(add["at"]))]
    found: list[Effect] = []
    for clause in filter(None, (part.strip() for part in re.split(r"[；;。\n]", written))):
        for who, words in _by_subject(clause):
            found += _effect(words, who)
    if found:
        return found
    if _NO_FINE.search(written) or re.search(r"责令(?:限期)?改正|警告|批评教育", written):
        return [Effect("none")]
    raise Unreadable(f"“{written[:40]}”中没有读得出的罚款数额、倍数、比例，也没有写明不予处罚")


def amounts(text: str) -> list[Effect]:
    """The fines that a provision allows, by subject and bracket; other words are passed over. Raises Unreadable for amounts with no upper end."""
    found: list[Effect] = []
    for clause in filter(None, (part.strip() for part in re.split(r"[；;。\n]", text))):
        for who, words in _by_subject(clause):
            found += [effect for effect in _effect(words, who) if effect.kind in {"yuan", "times"}]
    return found


def _by_subject(clause: str) -> list[tuple[Subject, str]]:
    """The parts of a clause by whom they are for; the whole for anybody where it names none."""
    marks = list(_WHOM.finditer(clause))
    if not marks:
        return [(Subject.ANY, clause)]
    head = clause[: marks[0].start()].strip(" ，,：:")
    if _LEFT.search(head) and not _HEAD.match(head + "，处 1 元"):
        raise Unreadable(f"“{head[:40]}”写在当事人之前，看不出对谁")
    ends = [mark.start() for mark in marks[1:]] + [len(clause)]
    lead = f"{head}，" if head and measure(head) else ""
    return [(_who(mark["who"]), lead + clause[mark.end() : end].strip(" ，,、：:")) for mark, end in zip(marks, ends, strict=True)]


def _who(word: str) -> Subject:
    return Subject.PERSON if word in {"公民", "自然人", "个人"} else Subject.UNIT


def _effect(words: str, who: Subject) -> list[Effect]:
    """What one part lays down; nothing where it speaks of no fine at all."""
    when, base, unit = None, "", ""
    if (head := _HEAD.match(words)) and (measured := measure(head["when"])):
        when, base, unit, words = measured.when, measured.label, measured.unit, head["rest"]
    if _BELOW_LAW.search(words):
        return [Effect("below", subject=who, when=when)]
    if share := _SHARE.search(words):
        _nothing_left(words, share)
        low, high = _ends(share)
        kind = "maximum" if "上限" in share["of"] or "最高" in share["of"] else "share"
        return [Effect(kind, low, high, who, when, base, unit)]
    if _LEAST.search(words):
        return [Effect("share", subject=who, when=when)]
    if fine := _fine(words):
        kind, low, high, of = fine
        return [Effect(kind, low, high, who, when, base or of, unit)]
    if _NO_FINE.search(words):
        return [Effect("none", subject=who)]
    if _LEFT.search(words):
        raise Unreadable(f"“{words[:40]}”中的数额读不出上限和下限，应如“处 5000 元以上 10000 元以下罚款”")
    return []


def _fine(words: str) -> tuple[str, Fraction, Fraction, str] | None:
    """Amounts, multiples or percentages of a number, and of which number; None where there is none."""
    if part := _PART.search(words):
        _nothing_left(words, part)
        return "times", _share(part["low"]) / 100, _share(part["high"]) / 100, re.sub(r"^.*?(?:并处|处以|处)", "", part["base"])
    money = _MONEY.search(words)
    if not money:
        return None
    _nothing_left(words, money)
    low, high = _money_ends(money)
    if low > high:
        raise Unreadable(f"“{money[0].strip()}”的下限高于上限")
    if (money["unit"] or money["unit2"] or money["unit3"]) == "元":
        return "yuan", low, high, ""
    named = re.search(r"([一-鿿]{2,10}?)的?\s*$", words[: money.start()])
    return "times", low, high, re.sub(r"^.*?(?:并处|处以|处)", "", named[1]) if named else ""


def _nothing_left(words: str, found: re.Match[str]) -> None:
    """Raise Unreadable where there is an amount beside the one that was read."""
    rest = words[: found.start()] + "　" + words[found.end() :]
    if left := _LEFT.search(re.sub(r"（[^）]*）", "", rest)):
        raise Unreadable(f"“{words[:40]}”中还有“{left[0]}”，读不出是什么")


def _ends(found: re.Match[str]) -> tuple[Fraction, Fraction]:
    given = found.groupdict()
    if given["at"]:
        return _share(given["at"]), _share(given["at"])
    low = _share(given["low"] or given["least"]) if given["low"] or given["least"] else Fraction(0)
    return low, _share(given["high"] or given["most"]) if given["high"] or given["most"] else Fraction(100)


def _money_ends(found: re.Match[str]) -> tuple[Fraction, Fraction]:
    if found["at"]:
        return size(found["at"]), size(found["at"])
    if found["most"]:
        return Fraction(0), size(found["most"])
    low, high = size(found["low"]), size(found["high"])
    plain = re.fullmatch(r"\d+(?:\.\d+)?", found["low"].strip())
    scaled = re.fullmatch(r".*\d\s*([百千万亿])", found["high"].strip())
    bare = found[0][: found[0].find(found["high"])]
    if plain and scaled and "元" not in bare and low * _SCALES[scaled[1]] < high:  # 5-10 万元, 5 以上 10 万元以下
        low *= _SCALES[scaled[1]]
    return low, high


def _share(text: str) -> Fraction:
    """Hundredths: 30, 30%, 百分之三十."""
    written = text.strip()
    if written.startswith("百分之"):
        return size(written.removeprefix("百分之"))
    return size(written.rstrip("%％ "))
