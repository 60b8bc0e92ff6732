"""An edition described for machines: Data Package with Table Schema, JSON Schema of a line, a DCAT catalogue; and the licence."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.conf import settings
from django.urls import reverse

from fadu.disclosure.opendata.datasets import DATASETS, Column, Dataset, Kind
from fadu.disclosure.opendata.datasets.registers import public_organs
from fadu.disclosure.opendata.writing import FORMATS

TITLE = "行政执法公示开放数据"
TOLD = "本平台依法公示的全部行政执法信息和公开名录：每天更新一次，撤回的信息立即移除。"
CHANGES_TOLD = "近期的变更，一行一件：op 为 put 的写入 record（现在公示的内容），为 remove 的按 id 删除。按公开日志序号排列。"
_DIALECT = {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True, "commentChar": None}
_PATTERNS = {Kind.DATE: {"type": "string", "format": "date"}, Kind.DATETIME: {"type": "string", "format": "date-time"}}


def licence() -> dict[str, str]:
    """The licence: its short name, its title, where its text is."""
    name, _, rest = settings.FADU_OPENDATA_LICENCE.strip().partition(" ")
    address, _, title = rest.strip().partition(" ")
    return {"name": name, "title": title.strip() or name, "path": address}


def publisher() -> str:
    """Who publishes: as set, else the highest organ of the installation."""
    highest = next(iter(public_organs()), None)
    return str(settings.FADU_OPENDATA_PUBLISHER) or (highest.name if highest else "本机关")


def attribution() -> str:
    """What is to be said beside the data, in our own words."""
    return f"数据来源：{publisher()}行政执法公示（{settings.PUBLIC_URL}{reverse('opendata:home')}），取得日期：某年某月某日。作了改动的，请一并说明。"


def link(folder: str, name: str) -> str:
    """The address of a file of an edition."""
    return settings.PUBLIC_URL + reverse("opendata:file", args=[folder, name])


def table_schema(dataset: Dataset) -> dict[str, Any]:
    """The columns as a Frictionless Table Schema."""
    fields = [
        {
            "name": column.name,
            "title": column.label,
            "type": str(column.kind),
            "description": _told(column),
            **({"constraints": {"required": True}} if column.required else {}),
        }
        for column in dataset.columns
    ]
    return {"fields": fields, "primaryKey": list(dataset.key), "missingValues": [""]}


def json_schema(dataset: Dataset) -> dict[str, Any]:
    """The JSON Schema of a line of the JSON Lines file."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"{settings.PUBLIC_URL}{reverse('opendata:latest', args=[f'{dataset.id}.schema.json'])}",
        "title": dataset.title,
        "description": dataset.told,
        "type": "object",
        "properties": {column.name: {"title": column.label, "description": _told(column), **value(column)} for column in dataset.columns},
        "required": [column.name for column in dataset.columns],
        "additionalProperties": False,
    }


def value(column: Column) -> dict[str, Any]:
    """What a value of a column may be, in JSON Schema."""
    found: dict[str, Any] = dict(_PATTERNS.get(column.kind, {"type": str(column.kind)}))
    return found if column.required else {**found, "type": [found["type"], "null"]}


def package(folder: str, made_at: str, files: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """The edition as a Data Package (datapackage.json)."""
    return {
        "profile": "data-package",
        "name": "fadu-opendata",
        "id": link(folder, "datapackage.json"),
        "title": TITLE,
        "description": TOLD,
        "version": folder,
        "created": made_at,
        "homepage": settings.PUBLIC_URL + reverse("opendata:home"),
        "licenses": [licence()],
        "attribution": attribution(),
        "contributors": [{"title": publisher(), "role": "publisher"}],
        "resources": [_resource(file) for file in files],
    }


def catalogue(folder: str, made_at: str, files: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """The edition as a DCAT catalogue in JSON-LD, as catalogues of open data harvest it."""
    by: dict[str, list[Mapping[str, Any]]] = {}
    for file in files:
        by.setdefault(file["dataset"], []).append(file)
    return {
        "@context": {
            "dcat": "http://www.w3.org/ns/dcat#",
            "dct": "http://purl.org/dc/terms/",
            "foaf": "http://xmlns.com/foaf/0.1/",
            "spdx": "http://spdx.org/rdf/terms#",
        },
        "@type": "dcat:Catalog",
        "@id": settings.PUBLIC_URL + reverse("opendata:home"),
        "dct:title": {"@value": TITLE, "@language": "zh"},
        "dct:description": {"@value": TOLD, "@language": "zh"},
        "dct:modified": made_at,
        "dct:license": {"@id": licence()["path"]},
        "dct:publisher": {"@type": "foaf:Agent", "foaf:name": publisher()},
        "dcat:dataset": [_dataset(folder, made_at, name, some) for name, some in by.items()],
        "dcat:service": {
            "@type": "dcat:DataService",
            "dct:title": {"@value": "公开查询接口", "@language": "zh"},
            "dcat:endpointURL": {"@id": settings.PUBLIC_URL + reverse("open:api-root")},
            "dcat:endpointDescription": {"@id": settings.PUBLIC_URL + reverse("open:openapi-json")},
        },
    }


def titles(name: str) -> tuple[str, str]:
    """What a data set is called, and what a row of it is."""
    found = DATASETS.get(name)
    return (found.title, found.told) if found else ("变更", CHANGES_TOLD)


def _dataset(folder: str, made_at: str, name: str, files: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    title, told = titles(name)
    return {
        "@type": "dcat:Dataset",
        "@id": f"{settings.PUBLIC_URL}{reverse('opendata:home')}#{name}",
        "dct:identifier": name,
        "dct:title": {"@value": title, "@language": "zh"},
        "dct:description": {"@value": told, "@language": "zh"},
        "dct:modified": made_at,
        "dct:language": "zh",
        "dct:accrualPeriodicity": {"@id": "http://publications.europa.eu/resource/authority/frequency/DAILY"},
        "dct:license": {"@id": licence()["path"]},
        "dct:rights": {"@value": attribution(), "@language": "zh"},
        "dcat:distribution": [
            {
                "@type": "dcat:Distribution",
                "dct:format": file["format"],
                "dcat:mediaType": FORMATS[file["format"]].partition(";")[0],
                "dcat:downloadURL": {"@id": link(folder, file["path"])},
                "dcat:byteSize": file["bytes"],
                "spdx:checksum": {"@type": "spdx:Checksum", "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"}, "spdx:checksumValue": file["sha256"]},
            }
            for file in files
        ],
    }


def _resource(file: Mapping[str, Any]) -> dict[str, Any]:
    dataset = DATASETS.get(file["dataset"])
    title, told = titles(file["dataset"])
    found = {
        "name": f"{file['dataset']}-{file['format']}",
        "title": title,
        "description": told,
        "path": file["path"],
        "format": file["format"],
        "mediatype": FORMATS[file["format"]].partition(";")[0],
        "encoding": "utf-8",
        "bytes": file["bytes"],
        "hash": f"sha256:{file['sha256']}",
        "rows": file["rows"],
    }
    if dataset and file["format"] == "csv":
        found |= {"profile": "tabular-data-resource", "dialect": _DIALECT}
    return found | ({"schema": table_schema(dataset)} if dataset else {})


def _told(column: Column) -> str:
    return f"{column.told}。来源：{column.source}" if column.told else f"来源：{column.source}"
