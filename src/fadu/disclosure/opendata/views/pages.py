"""The page of the open data, and the interface described for people: plain pages, no scripts."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from fadu.disclosure.opendata import describing, selectors
from fadu.disclosure.opendata.api import api as interface
from fadu.disclosure.opendata.api.door import WINDOW
from fadu.disclosure.opendata.api.problems import TITLES
from fadu.disclosure.opendata.datasets import DATASETS
from fadu.law.statutes import PERSONAL_DATA

FORMAT_WORDS = {"csv": "CSV", "jsonl": "JSON Lines", "parquet": "Parquet"}


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Data sets, files, licence, schemas, how to check, what changed."""
    edition, stale = selectors.current(), selectors.stale()
    files = edition.files if edition else []
    sets = [
        {
            "it": dataset,
            "files": [_file(row, stale=stale) for row in files if row["dataset"] == dataset.id],
            "rows": next((row["rows"] for row in files if row["dataset"] == dataset.id), None),
        }
        for dataset in DATASETS.values()
    ]
    context = {
        "edition": edition,
        "stale": stale,
        "sets": sets,
        "changes": next((_file(row, stale=stale) for row in files if row["dataset"] == "changes"), None),
        "changes_told": describing.CHANGES_TOLD,
        "licence": describing.licence(),
        "attribution": describing.attribution(),
        "personal": PERSONAL_DATA[10],
        "history": selectors.history(),
        "address": settings.PUBLIC_URL,
        "kept": settings.FADU_OPENDATA_KEEP,
    }
    return render(request, "opendata/home.html", context)


@require_safe
def api(request: HttpRequest) -> HttpResponse:
    """The interface, drawn from its own description."""
    described = interface.get_openapi_schema()
    operations = [
        {**operation, "path": path, "example": _example(path), "parameters": [_parameter(each) for each in operation.get("parameters", ())]}
        for path, methods in described["paths"].items()
        for operation in methods.values()
    ]
    shapes = [
        {"name": name, "told": shape.get("description", ""), "lines": [_line(label, part) for label, part in shape.get("properties", {}).items()]}
        for name, shape in described["components"]["schemas"].items()
    ]
    context = {
        "about": described["info"],
        "operations": operations,
        "shapes": shapes,
        "codes": [(code, status, title) for code, (status, title) in TITLES.items()],
        "limit": settings.FADU_OPEN_LIMIT,
        "window": WINDOW,
        "address": settings.PUBLIC_URL,
    }
    return render(request, "opendata/api.html", context)


def _file(row: dict[str, Any], *, stale: bool) -> dict[str, Any]:
    return {**row, "label": FORMAT_WORDS[row["format"]], "away": stale and selectors.held(row["path"])}


def _example(path: str) -> str:
    """An address to try; "" where it needs an id."""
    return "" if "{" in path or path.endswith("/verify") else f"{settings.PUBLIC_URL}{path}"


def _parameter(told: dict[str, Any]) -> dict[str, Any]:
    shape = told.get("schema", {})
    choices = "、".join(filter(None, shape.get("enum", ())))
    words = "；".join(filter(None, (shape.get("description", ""), f"可以是 {choices}" if choices else "")))
    return {"name": told["name"], "title": shape.get("title", ""), "told": words, "must": told.get("required"), "kind": _kind(shape)}


def _line(name: str, part: dict[str, Any]) -> dict[str, str]:
    return {"name": name, "title": part.get("title", ""), "told": part.get("description", ""), "kind": _kind(part)}


def _kind(shape: dict[str, Any]) -> str:
    """What a value is, in a word."""
    if "$ref" in shape:
        return str(shape["$ref"]).rpartition("/")[2]
    if "anyOf" in shape:
        return " 或 ".join(_kind(each) for each in shape["anyOf"])
    if shape.get("type") == "array":
        return f"{_kind(shape.get('items', {}))} 的列表"
    named = {"date": "日期", "date-time": "时间", "uuid": "UUID"}
    kinds = {"string": "文字", "integer": "整数", "boolean": "真假", "null": "空", "object": "对象"}
    return named.get(str(shape.get("format")), kinds.get(str(shape.get("type")), "任意"))
