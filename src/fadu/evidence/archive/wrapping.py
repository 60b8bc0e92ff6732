"""封面、卷内目录、备考表: what lies around each part of a file."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils import timezone

from fadu.cases.models import Case, CaseRole, Function
from fadu.cases.services.record import kept_facts
from fadu.evidence.archive.kinds import ItemKind
from fadu.evidence.archive.models import Item, Volume
from fadu.evidence.archive.planning import planned
from fadu.evidence.archive.printing import sheet
from fadu.law.calendar import civil
from fadu.law.facts import VOCABULARY
from fadu.law.filing import Part, Term
from fadu.law.procedure import Kind
from fadu.law.reading import told as words_of

OPENED = ("filed_on", "opened_on", "licence_accepted_on", "inspection_opened_on", "clue_received_on")


def told(case: Case) -> dict[str, str]:
    """What cover and description say of the case."""
    facts = kept_facts(case)
    opened = next((facts[name] for name in OPENED if name in facts), None)
    handlers = CaseRole.objects.filter(case=case, function=Function.HANDLE).select_related("officer").order_by("since", "officer_id")
    return {
        "kind": Kind[case.kind.upper()].value,
        "number": case.number,
        "cause": case.cause,
        "party": case.party.name,
        "handlers": "、".join(row.officer.name for row in handlers),
        "filed_on": civil(opened).isoformat() if opened is not None else case.opened_on.isoformat(),
        "closed_on": civil(facts["closed_on"]).isoformat() if "closed_on" in facts else case.stage_since.isoformat(),
        "outcome": words_of(VOCABULARY["outcome"], facts["outcome"]) if "outcome" in facts else "",
    }


def wrapped(volume: Volume, items: Sequence[Item]) -> dict[str, bytes]:
    """The sheets of each part that has something in it, by the name of their file."""
    case = told(volume.case)
    found = {}
    for part in Part:
        within = [item for item in items if item.part == part]
        if within:
            data = _data(volume, within, part, case)
            day, organ = volume.archived_on.isoformat(), volume.organ.name
            title = f"{case['kind']}案卷" + (f"（{part.label}·第{volume.ordinal}补充卷）" if volume.ordinal else f"（{part.label}）")
            for name, label in (("cover", title), ("catalogue", "卷内文件目录"), ("note", "卷内备考表")):
                found[f"{part.value}-{name}"] = sheet(name, label, organ, day, data)
    return found


def _data(volume: Volume, items: Sequence[Item], part: Part, case: Mapping[str, str]) -> dict[str, Any]:
    media = [item for item in items if item.kind == ItemKind.ORIGINAL]
    return {
        "id": volume.number,
        "volume": {
            "number": volume.number, "title": volume.title, "term": Term(volume.term).label, "term_why": volume.term_why, "unit": volume.organ.name,
            "archived_on": volume.archived_on.isoformat(), "bound_on": timezone.localdate(volume.bound_at).isoformat(), "by": volume.by_name, "note": volume.note or "",
        },
        "case": case,
        "part": {
            "label": part.label, "count": len(items), "pages": sum(item.pages for item in items),
            "media": f"其中音像、电子材料{len(media)}件，原件存于归档包，保管期限与本卷相同。" if media else "",
        },
        "items": [
            {
                "number": item.number, "author": item.author, "title": item.title, "date": item.made_on.isoformat(),
                "page": str(item.first_page) if item.pages == 1 else f"{item.first_page}—{item.first_page + item.pages - 1}",
            }
            for item in items
        ],
        "lacks": list(volume.lacks) if part is Part.FRONT else [],
    }  # fmt: skip


def listed(case: Case) -> dict[str, Any]:
    """What the papers of the step that hands a file in say of it: its items in order, each part with pages of its own."""
    items = [entry.item for entry in planned(case, 0)]
    days = [item.made_on.isoformat() for item in items]
    rows = [
        {
            "number": item.number,
            "author": item.author,
            "title": item.title,
            "date": item.made_on.isoformat(),
            "page": str(item.first_page),
            "note": Part(item.part).label,
        }
        for item in items
    ]
    return {
        "documents": rows,
        "count": len(rows),
        "pages": sum(item.pages for item in items),
        "first_on": min(days, default=None),
        "last_on": max(days, default=None),
    }
