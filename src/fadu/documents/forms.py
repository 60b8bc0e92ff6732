"""The forms of the papers: one text file each in `forms/`, read line by line into blocks; `forms/README.md` is the key."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from fadu.documents.expressions import Placeholder, parse

FOLDER = Path(__file__).with_name("forms")
LOOKS = ("letter", "slip", "record", "table", "list", "cover", "strip")

Line = tuple[str | Placeholder, ...]

_CONDITION = re.compile(r"\?\(([^)]*)\)\s*")
_COLUMN = re.compile(r"(\S+)\s+([\w.|:]+)\s+(\d+)(\s+right)?")


@dataclass(frozen=True)
class Block:
    """One block of a form.

    Attributes:
        kind: what `typst/blocks.typ` draws.
        when: the condition under which it stands; "" always.
        parts: its lines, with the placeholders taken out.
        words: its fixed labels.
        options: what else it needs.

    """

    kind: str
    when: str = ""
    parts: tuple[Line, ...] = ()
    words: tuple[str, ...] = ()
    options: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Form:
    """A form as its file says it.

    Attributes:
        look: the kind of sheet.
        signs: who signs every page, of a record.
        when: the condition under which a step that may make the paper does make it; "" always.
        blocks: what stands on it.

    """

    look: str
    signs: tuple[str, ...]
    when: str
    blocks: tuple[Block, ...]


@cache
def form(paper_id: str) -> Form:
    """The form of a paper; raises KeyError when there is none."""
    file = FOLDER / f"{paper_id}.txt"
    if not file.is_file():
        raise KeyError(paper_id)
    return read(file.read_text(encoding="utf-8"))


def read(source: str) -> Form:
    """The form written in `source`; raises ValueError for a line that is not of the language."""
    head, _, body = source.partition("\n\n")
    options = dict(_options(head))
    if options.get("look") not in LOOKS:
        raise ValueError(f"unknown look {options.get('look')}")
    blocks = tuple(_block(line, when) for when, line in _lines(body))
    return Form(options["look"], _cells(options["signs"]) if "signs" in options else (), options.get("when", ""), blocks)


def _lines(body: str, given: str = "") -> Iterator[tuple[str, str]]:
    """Condition and text of the lines that say something, with what they include (`@include party` reads `_party.txt`)."""
    for line in filter(str.strip, body.splitlines()):
        when, rest = given, line.strip()
        if match := _CONDITION.match(rest):
            when, rest = f"{given} & {match[1]}" if given else match[1], rest[match.end() :]
        if rest.startswith("@include "):
            yield from _lines((FOLDER / f"_{rest.removeprefix('@include ').strip()}.txt").read_text(encoding="utf-8"), when)
        elif not rest.startswith("%"):
            yield when, rest


def _options(head: str) -> Iterator[tuple[str, str]]:
    for line in head.splitlines():
        if not line.startswith("%"):
            name, _, value = line.partition(":")
            yield name.strip(), value.strip()


def _block(line: str, when: str) -> Block:
    for mark, make in _MARKS.items():
        if line.startswith(mark):
            return make(line.removeprefix(mark).strip(), when)
    if line.startswith("@"):
        raise ValueError(f"unknown block {line}")
    return Block("p", when, (parse(line),), options={"indent": True})


def _cells(line: str) -> tuple[str, ...]:
    """The cells of a line, parted by bars; a bar inside braces parts alternatives, not cells."""
    return tuple(cell.strip() for cell in re.split(r"\|(?![^{}]*\})", line))


def _pairs(kind: str) -> Callable[[str, str], Block]:
    def make(rest: str, when: str) -> Block:
        cells = _cells(rest)
        if len(cells) % 2:
            raise ValueError(f"labels and values do not pair: {rest}")
        return Block(kind, when, tuple(map(parse, cells[1::2])), cells[::2])

    return make


def _opinion(rest: str, when: str) -> Block:
    label, words, signer, name, day = (*_cells(rest), "", "")[:5]
    return Block("opinion", when, (parse(words), parse(name), parse(day)), (label, signer))


def _tall(rest: str, when: str) -> Block:
    label, words = _cells(rest)
    return Block("tall", when, (parse(words),), (label,))


def _register(rest: str, when: str) -> Block:
    source, _, columns = rest.partition(" | ")
    path, _, flags = source.partition(" ")
    found = [_COLUMN.fullmatch(column.strip()) for column in columns.split(" | ")]
    if not all(found):
        raise ValueError(f"columns are not of the form “label path width”: {rest}")
    cells = [(match[1], match[2].partition(":"), int(match[3]), bool(match[4])) for match in found if match]
    return Block(
        "list",
        when,
        words=tuple(label for label, *_ in cells),
        options={
            "path": tuple(path.split("|")),
            "keys": [tuple(key[0].split("|")) for _, key, *_ in cells],
            "kinds": [key[2] for _, key, *_ in cells],
            "widths": [width for *_, width, _ in cells],
            "right": [right for *_, right in cells],
            "least": int(match[1]) if (match := re.search(r"least=(\d+)", flags)) else 4,
            "closing": "open" not in flags,
        },
    )


def _questions(rest: str, when: str) -> Block:
    path, question, answer = rest.split()
    return Block("qa", when, options={"path": tuple(path.split("|")), "question": question, "answer": answer})


def _each(rest: str, when: str) -> Block:
    path, words = rest.split(" | ", 1)
    return Block("each", when, (parse(words.strip()),), options={"path": tuple(path.strip().split("|"))})


def _line(kind: str, **options: Any) -> Callable[[str, str], Block]:
    return lambda rest, when: Block(kind, when, (parse(rest),), options=options)


_MARKS: dict[str, Callable[[str, str], Block]] = {
    "> ": _line("p", indent=False),
    "# ": _line("h"),
    "* ": _line("note"),
    ": ": _pairs("form"),
    "|! ": _opinion,
    "|+ ": _tall,
    "|= ": _pairs("check"),
    "| ": _pairs("grid"),
    "@list ": _register,
    "@qa ": _questions,
    "@each ": _each,
    "@sign-dated ": lambda rest, when: Block("sign", when, words=_cells(rest), options={"dated": True}),
    "@sign ": lambda rest, when: Block("sign", when, words=_cells(rest), options={"dated": False}),
    "@seal": _line("seal"),
    "@strip ": _line("strip"),
    "@leaf": _line("leaf"),
}
