"""Looking at what is about to be public for what may not be: the second pair of eyes, which trusts nothing of the first."""

import re
from dataclasses import dataclass

from fadu.disclosure.masking import names
from fadu.disclosure.masking.known import Known
from fadu.disclosure.masking.shapes import folded


@dataclass(frozen=True, slots=True)
class Found:
    """Something that may not be public.

    Attributes:
        what: what it is.
        where: its first and last signs, so that the handler finds it and nobody else learns it.
    """

    what: str
    where: str


_LONG = re.compile(r"\d[\d\s\-—_.*]{9,}\d")
_MAIL = re.compile(r"\S@\S+\.\S")


def remains(text: str, known: Known) -> list[Found]:
    """What is still found in a text that is about to be public."""
    tight = re.sub(r"[\s\-—–_·.*]", "", folded(text)).lower()
    stays = {re.sub(r"[\s\-—–_·.*]", "", folded(string)).lower() for string in known.may_stay}
    found = [Found("姓名", _hint(name)) for name in known.names if name.lower() in tight]
    found += [Found(what, _hint(string)) for string, what in known.strings.items() if re.sub(r"[\s\-—–_·.*]", "", folded(string)).lower() in tight]
    found += [Found("商业秘密", _hint(secret)) for secret in known.secrets if re.sub(r"[\s\-—–_·.*]", "", folded(secret)).lower() in tight]
    for match in _LONG.finditer(folded(text)):
        digits = re.sub(r"\D", "", match.group())
        if len(digits) >= 11 and not any(digits in string for string in stays) and not _harmless(folded(text), match):
            found.append(Found("号码", _hint(match.group())))
    found += [Found("电子邮箱", _hint(match.group())) for match in _MAIL.finditer(folded(text))]
    for match in names.CUED.finditer(folded(text)):
        name = names.cut(match["it"])
        public = any(folded(text).startswith(string, match.start("it")) for string in known.may_stay if string)
        if name and "某" not in match["it"] and not public:
            found.append(Found("姓名", _hint(name)))
    found += [
        Found("姓名", _hint(match["it"])) for pattern in (names.DOTTED, names.LATIN) for match in pattern.finditer(folded(text)) if "不公开" not in match["it"]
    ]
    return list(dict.fromkeys(found))


def _harmless(text: str, match: re.Match[str]) -> bool:
    """A span of two dates, or part of a code with letters (统一社会信用代码): no number of a person."""
    around = text[max(0, match.start() - 8) : match.end() + 8]
    dates = re.fullmatch(r"\s*\d{4}[-.]\d{1,2}[-.]\d{1,2}(?:[\s\-—.]+\d{4}[-.]\d{1,2}[-.]\d{1,2})?\s*", match.group())
    return bool(dates) or (
        bool(re.search(r"[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}", around)) and any(sign.isalpha() and sign.isascii() for sign in around)
    )


def _hint(text: str) -> str:
    return f"{text[:1]}…{text[-1:]}"
