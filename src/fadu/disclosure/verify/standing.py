"""Where a paper stands today: in force, superseded by a corrected or signed version, succeeded by a later paper, overturned, destroyed."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from django.db.models import Q

from fadu.cases.models import Facts, Step
from fadu.cases.models.facts import TABLES
from fadu.cases.services.proofs import gone
from fadu.cases.uses import OVERTURNED
from fadu.disclosure.derive import ACTS
from fadu.disclosure.models import Publication, Shown, State
from fadu.documents.models import Document
from fadu.law.calendar import civil, number
from fadu.law.correction import CORRECT
from fadu.law.papers.standing import OVERTURNABLE, SUCCEEDED_BY


class Effect(StrEnum):
    """Whether a paper holds."""

    CURRENT = "current"
    SUPERSEDED = "superseded"
    SUCCEEDED = "succeeded"
    OVERTURNED = "overturned"


WORDS = {
    Effect.CURRENT: ("ok", "现行有效", "登记中没有取代它、终结它或者推翻它的记录。"),
    Effect.SUPERSEDED: ("bad", "已被新版取代", "这份文书后来更正或者补签过，以新版为准；请向制作机关索取新版。"),
    Effect.SUCCEEDED: ("near", "已有后续文书", "同一事项后来又有下列文书，这份文书的效力以后来的为准。"),
    Effect.OVERTURNED: ("bad", "决定已被推翻", "这项决定已被变更、撤销、确认违法或者无效，不能再按它执行。"),
}
"""State of the tag, what it says, the sentence below."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a paper stands.

    Attributes:
        effect: whether it holds.
        since: from when it does not, where that is known.
        later: title and day of the paper that came after it.
        destroyed: by which approval the platform's own copy was destroyed; "" where it is kept.
        record: the published record of the decision, or the tombstone of one that was taken down; None where nothing is public.
    """

    effect: Effect
    since: date | None = None
    later: tuple[str, date] | None = None
    destroyed: str = ""
    record: Shown | None = None

    @property
    def state(self) -> str:
        """Of the tag."""
        return WORDS[self.effect][0]

    @property
    def word(self) -> str:
        """What the tag says."""
        return WORDS[self.effect][1]

    @property
    def says(self) -> str:
        """In a sentence."""
        return WORDS[self.effect][2]

    @property
    def publication(self) -> str:
        """What became of the published record, in words."""
        words = {State.SHOWN: "这项决定正在向社会公示", State.WITHDRAWN: "这项决定的公示已经撤回", State.ENDED: "这项决定的公示期已满，依法停止公示"}
        return words.get(State(self.record.state), "") if self.record else ""


def standing(document: Document) -> Standing:
    """Where a paper stands today."""
    shown = Shown.objects.filter(publication__step_id=_decided(document), publication__act__in=_acts(document)).first()
    destroyed = gone(document.pk)
    fell = overturned_on(document)
    if fell is not None:
        return Standing(Effect.OVERTURNED, fell, None, destroyed, shown)
    if document.superseded:
        return Standing(Effect.SUPERSEDED, None, None, destroyed, shown)
    after = Q(case=document.case_id) | Q(case__origin=document.case_id)
    later = Document.objects.filter(after, paper__in=SUCCEEDED_BY.get(document.paper, ()), superseded=False, id__gt=document.pk).order_by("-id").first()
    if later is not None:
        return Standing(Effect.SUCCEEDED, later.made_on, (later.title, later.made_on), destroyed, shown)
    return Standing(Effect.CURRENT, None, None, destroyed, shown)


def overturned_on(document: Document) -> date | None:
    """The first day on which the decision of a paper is known not to stand: by the case's own record, by a review, by a court."""
    if document.paper not in OVERTURNABLE:
        return None
    days = list(Facts.objects.filter(pk=document.case_id).values_list("f_overturned_on", flat=True))
    days += TABLES["review"].objects.filter(case__origin=document.case_id, f_review_outcome__in=OVERTURNED).values_list("f_review_decided_on", flat=True)
    days += TABLES["suit"].objects.filter(case__origin=document.case_id, f_suit_result__in=OVERTURNED).values_list("f_suit_judged_on", flat=True)
    days += [number(day) for day in Publication.objects.filter(step=_decided(document)).values_list("overturned_on", flat=True) if day]
    known = [day for day in days if day is not None]
    return civil(min(known)) if known else None


def _decided(document: Document) -> UUID:
    """The step whose decision a paper holds: of a corrected paper that which was corrected, for it is that which was published."""
    row = document.step
    if row.name != CORRECT:
        return row.pk
    found: UUID = Step.objects.values_list("pk", flat=True).get(case=document.case_id, seq=row.data["seq"])
    return found


def _acts(document: Document) -> list[str]:
    """The acts whose decision this very paper holds: a list of goods that the same step made is not what was published."""
    return [act.id for act in ACTS.values() if document.paper in act.papers]
