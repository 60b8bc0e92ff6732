"""Writing the files of an edition: CSV, JSON Lines and Parquet of the same rows, in the memory of a chunk.

CSV is UTF-8 with a mark at its beginning, so that spreadsheets read Chinese, and otherwise as RFC 4180 has it. A text that a spreadsheet would take
for a formula, and one that begins with an apostrophe, gets an apostrophe before it: take the first apostrophe away and the text is what it was.
"""

import codecs
import hashlib
import json
import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any, Final

import polars as pl

from fadu.disclosure.opendata.datasets import Column, Dataset, Kind, Row

FORMATS: Final = {"csv": "text/csv; charset=utf-8", "jsonl": "application/jsonl; charset=utf-8", "parquet": "application/vnd.apache.parquet"}
FORMULA: Final = r"^(?:\s*[=+\-@＝＋－＠]|[\t\r\n']).*"
"""What a spreadsheet may take for a formula, in half and full width, after blanks too (CSV injection); and the apostrophe that guards."""
GROUP: Final = 50_000
"""Rows of a part that is written by itself, and of a row group of Parquet: readers skip groups by their statistics."""

_TYPES: Final[Mapping[Kind, Any]] = {Kind.STRING: pl.String, Kind.INTEGER: pl.Int64, Kind.DATE: pl.Date, Kind.DATETIME: pl.String, Kind.BOOLEAN: pl.Boolean}


def write(dataset: Dataset, folder: Path) -> list[dict[str, Any]]:
    """Write a data set in every format; gives of each file its name, size, hash and rows."""
    names = {form: folder / f"{dataset.id}.{form}" for form in FORMATS}
    parts = folder / f".{dataset.id}"
    parts.mkdir()
    rows = 0
    with names["csv"].open("wb") as plain, names["jsonl"].open("wb") as lines:
        plain.write(codecs.BOM_UTF8 + ",".join(column.name for column in dataset.columns).encode() + b"\r\n")
        for number, frame in enumerate(_grouped(_frames(dataset, plain, lines), dataset)):
            frame.write_parquet(parts / f"{number:06}.parquet", compression="lz4")
            rows += frame.height
    _join(parts, names["parquet"])
    shutil.rmtree(parts)
    return [{**told(path), "dataset": dataset.id, "format": form, "rows": rows} for form, path in names.items()]


def write_lines(rows: Iterable[Iterable[Row]], path: Path) -> dict[str, Any]:
    """Write rows that are no table, one JSON object a line; gives what `write` gives."""
    count = 0
    with path.open("wb") as out:
        for some in rows:
            for row in some:
                out.write(json.dumps(row, ensure_ascii=False, separators=(",", ":"), default=str).encode() + b"\n")
                count += 1
    return {**told(path), "dataset": path.stem, "format": "jsonl", "rows": count}


def told(path: Path) -> dict[str, Any]:
    """Name, size and SHA-256 of a file."""
    with path.open("rb") as file:
        return {"path": path.name, "bytes": path.stat().st_size, "sha256": hashlib.file_digest(file, "sha256").hexdigest()}


def guarded(columns: Iterable[Column]) -> list[pl.Expr]:
    """Texts as they go into a spreadsheet."""
    texts = [pl.col(column.name) for column in columns if column.kind is Kind.STRING]
    return [pl.when(text.str.contains(FORMULA)).then(pl.concat_str(pl.lit("'"), text)).otherwise(text).name.keep() for text in texts]


def _frames(dataset: Dataset, plain: IO[bytes], lines: IO[bytes]) -> Iterator[pl.DataFrame]:
    """The chunks as frames, each written to the two files of text on its way."""
    schema, guards = _schema(dataset), guarded(dataset.columns)
    for rows in dataset.chunks():
        if not rows:
            continue
        frame = pl.DataFrame({name: [row[name] for row in rows] for name in schema}, schema=schema)
        frame.with_columns(guards).write_csv(plain, include_header=False, line_terminator="\r\n", quote_style="necessary")
        frame.write_ndjson(lines)
        yield frame


def _grouped(frames: Iterable[pl.DataFrame], dataset: Dataset) -> Iterator[pl.DataFrame]:
    """Frames put together to parts of `GROUP` rows; one without rows where there are none."""
    waiting: list[pl.DataFrame] = []
    given = False
    for frame in frames:
        waiting.append(frame)
        if sum(some.height for some in waiting) >= GROUP:
            yield pl.concat(waiting)
            waiting, given = [], True
    if waiting or not given:
        yield pl.concat(waiting) if waiting else pl.DataFrame(schema=_schema(dataset))


def _join(parts: Path, out: Path) -> None:
    """The parts as one Parquet file, streamed: one at a time is in memory."""
    pl.scan_parquet(sorted(parts.glob("*.parquet"))).sink_parquet(out, compression="zstd", row_group_size=GROUP, maintain_order=True)


def _schema(dataset: Dataset) -> dict[str, Any]:
    return {column.name: _TYPES[column.kind] for column in dataset.columns}
