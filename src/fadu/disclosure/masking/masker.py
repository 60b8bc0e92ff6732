"""Taking out of a text what may not be public; what was taken out is told apart, so that it can be looked at side by side."""

import re
from dataclasses import dataclass

from fadu.disclosure.masking import names
from fadu.disclosure.masking.known import Known
from fadu.disclosure.masking.shapes import OF_PERSONS, SHAPES, folded


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text.

    Attributes:
        text: as it is shown.
        original: as it was.
        why: what was taken out; "" where nothing was.
    """

    text: str
    original: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Masked:
    """A masked text in its pieces."""

    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """What is shown."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def taken(self) -> int:
        """How many places were taken out."""
        return sum(bool(piece.why) for piece in self.pieces)


_Span = tuple[int, int, str, str]
"""From, to, what stands instead, why."""


def mask(text: str, known: Known) -> Masked:
    """The text without what is known of the case and without what has the shape of personal data."""
    plain = folded(text)
    spans: list[_Span] = []
    for secret in known.secrets:
        spans += _each(plain, folded(secret), "（商业秘密不公开）", "商业秘密")
    for string, what in known.strings.items():
        spans += _each(plain, folded(string), f"（{what}不公开）", what)
    for name in known.names:
        spans += _each(plain, name, names.veiled(name), "姓名")
    spans += [
        (*match.span("it" if "it" in shape.pattern.groupindex else 0), shape.instead, shape.name)
        for shape in (*SHAPES, *(OF_PERSONS if known.person else ()))
        for match in shape.pattern.finditer(plain)
    ]
    spans += _cued(plain)
    stays = {folded(string) for string in known.may_stay}
    return Masked(tuple(_pieces(text, [span for span in spans if not _public(plain, span, stays)])))


def _each(text: str, string: str, instead: str, why: str) -> list[_Span]:
    """Every place where a string stands, whatever blanks were put between its signs."""
    if len(string) < 2:
        return []
    pattern = r"[\s\-—·.]{0,2}".join(map(re.escape, re.sub(r"\s", "", string)))
    return [(*match.span(), instead, why) for match in re.finditer(pattern, text, re.IGNORECASE)]


def _cued(text: str) -> list[_Span]:
    """Names that the text itself tells of: 证人王小明, 刘某先生."""
    spans: list[_Span] = [
        (match.start("it"), match.start("it") + len(name), names.veiled(name), "姓名")
        for match in names.CUED.finditer(text)
        if (name := names.cut(match["it"]))
    ]
    spans += [(*match.span("it"), names.veiled(""), "姓名") for pattern in (names.DOTTED, names.LATIN) for match in pattern.finditer(text)]
    for match in names.AFTER.finditer(text):
        for start in range(len(match["it"]) - 1):
            name = match["it"][start:]
            if names.is_name(name):
                spans.append((match.start("it") + start, match.end("it"), names.veiled(name), "姓名"))
                break
    return spans


def _public(text: str, span: _Span, stays: set[str]) -> bool:
    """Whether a place is part of something that is public by law."""
    start, end = span[:2]
    for string in stays:
        at = text.find(string, max(0, end - len(string)))
        if string and at != -1 and at <= start and end <= at + len(string):
            return True
    return False


def _pieces(text: str, spans: list[_Span]) -> list[Piece]:
    """The text in pieces; of places that overlap the first and longest counts, and what it does not cover of the others goes too."""
    made: list[Piece] = []
    at = 0
    for start, end, instead, why in sorted(spans, key=lambda span: (span[0], -span[1])):
        if end <= at:
            continue
        if start < at:
            made[-1] = Piece(made[-1].text, made[-1].original + text[at:end], made[-1].why)
            at = end
            continue
        if start > at:
            made.append(Piece(text[at:start], text[at:start]))
        made.append(Piece(instead, text[start:end], why))
        at = end
    if at < len(text):
        made.append(Piece(text[at:], text[at:]))
    return made
