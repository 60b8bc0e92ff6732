"""A form and the data of a paper made into a layout: plain strings in blocks, ready to be drawn."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from fadu.documents.expressions import Run, empty, first, holds, runs
from fadu.documents.forms import Block, Form
from fadu.documents.wording import KINDS, formal_day, text

LONGEST_WORD = 24  # characters that a line of a letter or record surely holds
LONGEST_IN_CELL = 9

_WORD = r"[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f\U00020000-\U0003ffff]"
_LONG = re.compile(_WORD + f"{{{LONGEST_WORD},}}")
_LONG_IN_CELL = re.compile(_WORD + f"{{{LONGEST_IN_CELL},}}")

Layout = dict[str, Any]


def blocks(form: Form, data: Mapping[str, Any], copies: str = "") -> list[Layout]:
    """The blocks that stand on the sheet, in order; the rows of an approval table gathered into one; last the number of copies."""
    standing = [block for block in form.blocks if not block.when or holds(block.when, data)]
    laid: list[Layout] = []
    for gathered, group in groupby(standing, key=lambda block: block.kind in _ROWS):
        if gathered:
            laid.append({"k": "grid", "rows": [_ROWS[block.kind](block, data) for block in group]})
        else:
            for block in group:
                laid.extend(_BLOCKS[block.kind](block, data))
    if copies:
        laid.append({"k": "note", "runs": [{"t": copies}]})
    return list(_kept_together(laid))


def _kept_together(laid: Sequence[Layout]) -> Iterator[Layout]:
    """What stands before seal, signatures or small print goes with them to the next page: no page holds those alone."""
    for block, following in zip(laid, [*laid[1:], {"k": ""}], strict=True):
        together = block["k"] in {"p", "form", "seal", "sign"} and following["k"] in {"seal", "sign", "note"}
        yield block | {"keep": True} if together else block


def _paragraphs(block: Block, data: Mapping[str, Any]) -> Iterator[Layout]:
    for line in _broken(runs(block.parts[0], data)):
        yield {"k": "p", "indent": block.options["indent"], "runs": _breakable(line, _LONG)}


def _each(block: Block, data: Mapping[str, Any]) -> Iterator[Layout]:
    members = first(data, block.options["path"])
    rows = [row for row in members if not empty(row)] if isinstance(members, list | tuple) else []
    for index, member in enumerate(rows, 1):
        found = {**data, "item": member, "n": str(index)}
        for line in _broken(runs(block.parts[0], found)):
            yield {"k": "p", "indent": True, "runs": _breakable(line, _LONG)}
    if not rows:
        yield {"k": "p", "indent": True, "runs": [{"b": 24}]}


def _one_line(block: Block, data: Mapping[str, Any]) -> Iterator[Layout]:
    yield {"k": block.kind, "runs": _breakable(_flat(runs(block.parts[0], data)), _LONG)}


def _form_line(block: Block, data: Mapping[str, Any]) -> Iterator[Layout]:
    values = [_breakable(_flat(_filled(runs(part, data))), _LONG_IN_CELL) for part in block.parts]
    yield {"k": "form", "pairs": list(zip(block.words, values, strict=True))}


def _list(block: Block, data: Mapping[str, Any]) -> Iterator[Layout]:
    options = block.options
    members = first(data, options["path"])
    members = [row for row in members if not empty(row)] if isinstance(members, list | tuple) else []
    columns = [{"label": label, "width": width, "right": right} for label, width, right in zip(block.words, options["widths"], options["right"], strict=True)]
    rows = [[_cell(_value(row, keys, kind)) for keys, kind in zip(options["keys"], options["kinds"], strict=True)] for row in members]
    yield {"k": "list", "columns": columns, "rows": rows, "least": options["least"], "closing": options["closing"]}


def _questions(block: Block, data: Mapping[str, Any]) -> Iterator[Layout]:
    options = block.options
    members = first(data, options["path"])
    turns = [row for row in members if isinstance(row, Mapping)] if isinstance(members, list | tuple) else []
    said = [[_said(text(row.get(options[side]))) for side in ("question", "answer")] for row in turns]
    yield {"k": "qa", "turns": said or [[[{"b": 30}], [{"b": 30}]]] * 6}


def _signatures(block: Block, _: Mapping[str, Any]) -> Iterator[Layout]:
    yield {"k": "sign", "names": list(block.words), "dated": block.options["dated"]}


def _seal(_: Block, data: Mapping[str, Any]) -> Iterator[Layout]:
    yield {"k": "seal", "date": formal_day(first(data, ("paper.made_on",)))}


def _pair_row(block: Block, data: Mapping[str, Any]) -> Layout:
    values = [_breakable(_flat(_filled(runs(part, data), rule=False)), _LONG_IN_CELL) for part in block.parts]
    return {"kind": "check" if block.kind == "check" else "pairs", "pairs": list(zip(block.words, values, strict=True))}


def _tall_row(block: Block, data: Mapping[str, Any]) -> Layout:
    lines = [_breakable(line, _LONG) for line in _broken(_filled(runs(block.parts[0], data), rule=False))]
    return {"kind": "tall", "label": block.words[0], "paragraphs": lines}


def _opinion_row(block: Block, data: Mapping[str, Any]) -> Layout:
    _, name, when = (runs(part, data) for part in block.parts)
    said = {"name": "".join(run.get("v", "") for run in name), "date": "".join(run.get("v", "") for run in when)}
    return _tall_row(block, data) | {"kind": "opinion", "signer": block.words[1]} | said


def _filled(line: list[Run], *, rule: bool = True) -> list[Run]:
    """A form line needs no blank rule where the line itself, or the cell, is one."""
    return [run for run in line if "b" not in run] if rule is False or len(line) == 1 else line


def _flat(line: Iterable[Run]) -> list[Run]:
    return [{key: value.replace("\n", "　") if isinstance(value, str) else value for key, value in run.items()} for run in line]


def _broken(line: Iterable[Run]) -> Iterator[list[Run]]:
    """The line cut where a value has a new line."""
    current: list[Run] = []
    for run in line:
        pieces = run["v"].split("\n") if "v" in run else [""]
        if "v" not in run or len(pieces) == 1:
            current.append(run)
            continue
        for piece in filter(str.strip, pieces[:-1]):
            yield [*current, {"v": piece}]
            current = []
        current.append({"v": pieces[-1]})
    yield current


def _breakable(line: Iterable[Run], long: re.Pattern[str]) -> list[Run]:
    """The line with every word that no line could hold set apart, to be broken anywhere."""
    return [piece for run in line for piece in (_pieces(run["v"], long) if "v" in run else [run])]


def _pieces(value: str, long: re.Pattern[str]) -> Iterator[Run]:
    end = 0
    for match in long.finditer(value):
        if match.start() > end:
            yield {"v": value[end : match.start()]}
        yield {"w": match[0]}
        end = match.end()
    if end < len(value):
        yield {"v": value[end:]}


def _said(words: str) -> list[Run]:
    return list(_pieces(words, _LONG)) if words else [{"b": 30}]


def _cell(words: str) -> str | list[Run]:
    return list(_pieces(words, _LONG_IN_CELL)) if _LONG_IN_CELL.search(words) else words


def _value(row: Any, keys: Sequence[str], kind: str) -> str:
    return KINDS[kind](first(row, keys) if isinstance(row, Mapping) else row)


_ROWS = {"grid": _pair_row, "check": _pair_row, "tall": _tall_row, "opinion": _opinion_row}
_BLOCKS = {
    "p": _paragraphs,
    "each": _each,
    "h": _one_line,
    "note": _one_line,
    "strip": _one_line,
    "leaf": _one_line,
    "form": _form_line,
    "list": _list,
    "qa": _questions,
    "sign": _signatures,
    "seal": _seal,
}
