"""What a report on the three systems tells, item by item: which figures, under which of the systems."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from fadu.agencies.figure import Figure
from fadu.agencies.models import Organ
from fadu.supervision.figures import figures, told


@dataclass(frozen=True, slots=True)
class Section:
    """One of the systems with its figures."""

    id: str
    title: str
    figures: tuple[str, ...]


SECTIONS: Final = (
    Section("publication", "行政执法公示制度", (
        "threefold.shown", "organs.published", "people.published", "organs.entrustments_shown", "items.six", "items.guided", "premises.boards", "annual.in_time",
    )),
    Section("recording", "执法全过程记录制度", (
        "record.traced", "record.after_next", "recordings.whole", "recordings.missing", "recordings.choice", "recordings.in_time",
        "equipment.recorders.a", "equipment.recorders.b", "equipment.recording.rules", "archive.in_time", "archive.rate", "archive.whole",
    )),
    Section("review", "重大执法决定法制审核制度", (
        "threefold.reviewed", "lists.major", "lists.major_amounts", "people.reviewers.organs", "people.reviewers.share", "people.reviewers.qualified",
        "care.review_standard", "counsel.disputes",
    )),
    Section("means", "组织保障", ("care.rules.six", "training.systems", "training.systems_people")),
)  # fmt: skip


def read(organ: Organ, day: date) -> list[dict[str, Any]]:
    """Every item as it reads on a day, as it is kept: number, denominator, line, clauses; who stands behind it is read in the figure itself."""
    known = figures()
    return [_item(section, known[id_], organ, day) for section in SECTIONS for id_ in section.figures]


def _item(section: Section, figure: Figure, organ: Organ, day: date) -> dict[str, Any]:
    found = figure.read(organ, day)
    value = None if found.value is None else float(found.value * 100) if figure.unit == "%" else float(found.value)
    return {
        "id": figure.id, "section": section.id, "title": figure.title, "unit": figure.unit, "line": figure.line, "met": found.met,
        "value": None if value is None else f"{value:.1f}".removesuffix(".0"), "of": list(found.of) if found.of else None, "why": found.why,
        "clauses": [told(clause) for clause in figure.clauses],
    }  # fmt: skip


def sections(items: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The items of a report under their systems, with how many hold."""
    rows = [
        item | {"state": {True: "ok", False: "bad", None: ""}[item["met"]], "word": {True: "达到", False: "未达到", None: "尚不能判"}[item["met"]]}
        for item in items
    ]
    found = []
    for section in SECTIONS:
        own = [row for row in rows if row["section"] == section.id]
        judged = [row for row in own if row["met"] is not None]
        found.append({"id": section.id, "title": section.title, "items": own, "met": sum(bool(row["met"]) for row in judged), "judged": len(judged)})
    return found


def drafted(items: Iterable[dict[str, Any]]) -> dict[str, str]:
    """The three texts of a report as the figures tell them; people add what only they know."""
    rows = list(items)
    good = [row for row in rows if row["met"]]
    bad = [row for row in rows if row["met"] is False]
    return {
        "bright": "\n".join(f"{row['title']}{_said(row)}，达到“{row['line']}”的要求。" for row in good) or "本期没有达到要求的项目。",
        "problems": "\n".join(f"{row['title']}{_said(row)}，要求“{row['line']}”（{'、'.join(row['clauses'])}）。{row['why']}".rstrip("。") + "。" for row in bad) or "各项都达到要求。",
        "measures": "\n".join(f"{row['title']}：逐件核对没有达到要求的记录，明确责任人和完成日期，下一期报告结果。" for row in bad) or "继续按月核对各项数据。",
    }  # fmt: skip


def _said(row: dict[str, Any]) -> str:
    of = f"（{row['of'][0]}/{row['of'][1]}）" if row["of"] else ""
    return f" {row['value']}{row['unit'] if row['unit'] == '%' else ' ' + row['unit']}{of}"
