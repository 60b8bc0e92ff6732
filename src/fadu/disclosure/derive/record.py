"""Drawing the public record of a decision from the record of its case."""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from fadu.agencies.models import Officer
from fadu.cases.models import Case
from fadu.cases.models import Step as StepRow
from fadu.catalog import selectors as catalog
from fadu.disclosure.derive.acts import act_of
from fadu.disclosure.derive.copy import copied
from fadu.disclosure.derive.told import Act, Told
from fadu.disclosure.masking import Found, Known, Masked, known_of, mask, remains
from fadu.disclosure.models import Mark
from fadu.documents import gathering
from fadu.documents.models import Document


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the record: as it is in the decision, and as the public will see it."""

    told: Told
    masked: Masked

    @property
    def text(self) -> str:
        """What is shown."""
        return self.masked.text


@dataclass(frozen=True)
class Drawn:
    """A public record that could be released.

    Attributes:
        act: what kind of decision it is of.
        head: number, organ, party, days: what is public as such.
        lines: the rest, masked.
        copy: the decision's own words, paragraph by paragraph, masked; empty where they are not published.
        found: what still may not be public; nothing of it is told but its kind and its first and last sign.
        minor: whether the party was a minor, whose record is not published (未成年人保护法第一百零三条).
    """

    act: Act
    head: Mapping[str, str]
    lines: tuple[Line, ...]
    copy: tuple[Masked, ...]
    found: tuple[Found, ...]
    minor: bool

    @property
    def shown(self) -> dict[str, Any]:
        """As it is kept and shown."""
        lines = {line.told.name: line.text for line in self.lines}
        return {**self.head, **lines, **({"paper": [paragraph.text for paragraph in self.copy]} if self.copy else {})}

    @property
    def taken(self) -> dict[str, int]:
        """How many places were taken out, by what they were."""
        pieces = [piece for masked in (*(line.masked for line in self.lines), *self.copy) for piece in masked.pieces if piece.why]
        return {why: sum(piece.why == why for piece in pieces) for why in dict.fromkeys(piece.why for piece in pieces)}


def draw(step_id: uuid.UUID, secrets: Iterable[str] = ()) -> Drawn:
    """The public record of the decision made at a step, from the record as it stands corrected now."""
    row = StepRow.objects.select_related("case__organ", "case__party").get(pk=step_id)
    rows = list(StepRow.objects.filter(case=row.case_id).order_by("seq"))
    act = act_of(row.name)
    assert act is not None
    gathered = gathering.gather(_latest(row, rows), rows)
    known = _known(row.case, rows, gathered, secrets)
    lines = tuple(Line(told, mask(text, known if told.free else replace(known, person=False))) for told in act.lines if (text := _said(told, gathered)))
    paper = _paper(act, row)
    head = _head(act, row, gathered, known, paper)
    copy = copied(paper, gathered, known) if paper and act.copied else ()
    everything = _APART.join(
        (*(value for name, value in head.items() if name not in _OFFICIAL), *(line.text for line in lines), *(paragraph.text for paragraph in copy))
    )
    return Drawn(act, head, lines, copy, tuple(remains(everything, known)), _minor(rows))


def told_of(step_id: uuid.UUID, text: str) -> tuple[Found, ...]:
    """What of a case may not be public and stands in a text that somebody writes for the public."""
    row = StepRow.objects.select_related("case__organ", "case__party").get(pk=step_id)
    rows = list(StepRow.objects.filter(case=row.case_id).order_by("seq"))
    known = _known(row.case, rows, gathering.gather(_latest(row, rows), rows), ())
    return (*(Found(piece.why, piece.original[:1] + "…") for piece in mask(text, known).pieces if piece.why), *remains(text, known))


_APART = "。\n"
"""Between the texts that are searched together, so that the end of one and the beginning of the next are not taken for a name."""
_OFFICIAL = frozenset({"organ", "organ_code", "number", "decided_on", "party_code", "act"})
"""What is public of any decision by itself: no text of anybody's."""


def _latest(row: StepRow, rows: list[StepRow]) -> StepRow:
    """The last correction of the step, or the step."""
    return next((later for later in reversed(rows) if later.name == "correct" and later.data["seq"] == row.seq), row)


def _paper(act: Act, row: StepRow) -> Document | None:
    """The paper that holds the decision: one that its own step made, else the last of the case."""
    found = sorted(Document.objects.filter(case=row.case_id, paper__in=act.papers, superseded=False), key=lambda one: one.id)
    of_step = [one for one in found if one.step_id == row.pk] or found
    return min(reversed(of_step), key=lambda one: act.papers.index(one.paper), default=None)


def _known(case: Case, rows: list[StepRow], gathered: Mapping[str, Any], secrets: Iterable[str]) -> Known:
    officials = {officer["name"] for officer in gathered["officers"]} | set(Officer.objects.filter(organ_id=case.organ_id).values_list("name", flat=True))
    cards = {officer["credential"] for officer in gathered["officers"] if officer.get("credential")}
    organ = dict(gathered["organ"])
    if case.party.kind == "unit":
        organ["party_code"] = case.party.code
        organ["party_name"] = case.party.name
        organ["party_address"] = _place(case.party.address or "")
    answers = [row.data["data"] if row.name == "correct" else row.data for row in rows]
    marked = Mark.objects.filter(case=case, taken_off_at=None)
    hidden = [*secrets, *(mark.text for mark in marked)]
    return known_of(party=gathered["party"] | {"code": case.party.code}, answers=answers, officials=officials | cards, organ=organ, secrets=hidden)


def _place(address: str) -> str:
    """The address of an enterprise, which is public as registered; nothing where more than a place was written there."""
    return address if all(piece.why in {"", "住址", "详细住址"} for piece in mask(address, Known()).pieces) else ""


def _head(act: Act, row: StepRow, gathered: Mapping[str, Any], known: Known, paper: Document | None) -> dict[str, str]:
    case = row.case
    unit = case.party.kind == "unit"
    item = catalog.item(case.item, case.opened_on)
    return {
        "act": act.id,
        "organ": str(gathered["organ"]["name"]),
        "organ_code": str(gathered["organ"]["code"]),
        "number": paper.number if paper else "",
        "party": mask(case.party.name, known).text,
        "party_kind": "法人及非法人组织" if unit else "自然人",
        "party_code": (case.party.code or "") if unit else "",
        "cause": mask(case.cause, known).text,
        "item": item.name if item else "",
        "decided_on": str(gathered["taken"]["on"]),
    }


def _said(told: Told, gathered: Mapping[str, Any]) -> str:
    return next((text for source in told.sources if (text := _text(_at(gathered, source)))), "")


def _at(gathered: Mapping[str, Any], source: str) -> Any:
    found: Any = gathered
    for name in source.split("."):
        if isinstance(found, list):  # of steps taken more than once the last counts
            found = found[-1] if found else None
        found = found.get(name) if isinstance(found, Mapping) else None
        if found is None:
            return None
    return found


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, Mapping):
        return str(value.get("text", ""))
    if isinstance(value, list):
        return "、".join(filter(None, map(_text, value)))
    return str(value)


def _minor(rows: list[StepRow]) -> bool:
    ages = [row.data.get("party_age") for row in rows if isinstance(row.data.get("party_age"), int)]
    return bool(ages) and ages[-1] < 18
