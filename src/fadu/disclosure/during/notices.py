"""The notice of a paper in plain words, for whoever has it in hand: who acts, why, by which law, what may be done until when."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from django.utils import timezone

from fadu.accounts.actors import PUBLIC
from fadu.agencies.models import Credential, Officer, Organ
from fadu.agencies.selectors import certified
from fadu.cases.bench import bench
from fadu.cases.models import Case, CaseRole, Function, Step
from fadu.catalog import selectors as catalog
from fadu.catalog.selectors.bases import known_basis
from fadu.disclosure.masking import known_of, mask, remains
from fadu.documents.models import Document
from fadu.evidence.household.selectors.own import ITS_OWN, NOT_ITS_OWN, left_of, served_papers
from fadu.law.papers import paper
from fadu.law.remedy.telling import TOLD, Sort, Telling
from fadu.law.statutes import Citation

LEFT_OUT = "见文书"
"""Where a line would tell more than who has the code may know."""


@dataclass(frozen=True, slots=True)
class Acting:
    """Who acts: the name and number on the credential, and its public page."""

    name: str
    number: str
    token: str


@dataclass(frozen=True, slots=True)
class Basis:
    """An article by which the organ acts.

    Attributes:
        words: as it is cited.
        cite: where it stands, if the library knows it.
        text: its words, if the library holds them.
    """

    words: str
    cite: Citation | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """A right or a duty as it stands for this paper today.

    Attributes:
        telling: what the law says.
        to: to whom, by name.
        until: the last day; None while it is not known when the paper reached the party, or where no day is set.
        state, left: how near that day is, in words.
        texts: the words of its articles.
    """

    telling: Telling
    to: str = ""
    until: date | None = None
    state: str = ""
    left: str = ""
    texts: tuple[Basis, ...] = ()


@dataclass(frozen=True)
class Notice:
    """What is said to whoever has a paper of ours in hand.

    Attributes:
        document: the paper.
        acts: the organ that it comes from: it may act for another.
        officers: who handles the matter.
        cause: why; masked.
        received: on which day the paper reached the party, None while that is not on record.
        pays: whether money is to be paid.
    """

    document: Document
    acts: Organ
    officers: tuple[Acting, ...]
    cause: str
    bases: tuple[Basis, ...]
    received: date | None
    rights: tuple[Said, ...] = ()
    duties: tuple[Said, ...] = ()
    pays: bool = False
    orders: tuple[Basis, ...] = field(default=())


def opened(document: Document | None) -> bool:
    """Whether a code opens anything here: the paper is one that is served on the party of a matter, and still stands."""
    return document is not None and document.paper in ITS_OWN and document.case.kind not in NOT_ITS_OWN and not document.superseded


def notice(document: Document) -> Notice:
    """The notice of a paper that `opened`."""
    case = document.case
    acts = catalog.acts_for(case.organ, case.item, case.opened_on)
    received = next((served.on for served in served_papers(case) if served.document.pk == document.pk), None)
    tellings = _tellings(document)
    item = catalog.item(case.item, case.opened_on)
    written = [*(item.act_bases if item else ()), *(item.bases if item else ())]
    cited = [(text, known_basis(text)) for text in written]
    orders = paper(document.paper).basis
    text = catalog.texts(PUBLIC, [cite for cite in (*(cite for _, cite in cited), *orders, *(base for one in tellings for base in one.bases)) if cite])
    said = [_said(one, received, acts, text) for one in tellings]
    return Notice(
        document,
        acts,
        _officers(document),
        _cause(case),
        tuple(Basis(str(cite) if cite else words, cite, text(cite) if cite else "") for words, cite in cited),
        received,
        tuple(one for one in said if one.telling.sort is Sort.RIGHT),
        tuple(one for one in said if one.telling.sort is Sort.DUTY),
        any(one.fined for one in tellings),
        tuple(Basis(str(cite), cite, text(cite)) for cite in orders),
    )


def _tellings(document: Document) -> list[Telling]:
    """What this very paper tells: nothing of paying where nothing is to be paid."""
    data = document.step.data
    fined = any(data.get(name) for name in ("decision_fine", "decision_gain", "spot_fine"))
    return [one for one in TOLD[document.paper] if fined or not one.fined]


def _said(telling: Telling, received: date | None, acts: Organ, text: Callable[[Citation], str]) -> Said:
    to = {"review": acts.review_authority, "court": acts.court}.get(telling.to, "")
    until = telling.until(received, bench().calendar)
    state, left = left_of(until, timezone.localdate(), lapses=telling.sort is Sort.RIGHT) if until else ("", "")
    return Said(telling, to, until, state, left, tuple(Basis(str(base), base, text(base)) for base in telling.bases))


def _officers(document: Document) -> tuple[Acting, ...]:
    """Who handles the matter, by the credential valid when the paper was made: who reviews and decides is not told here."""
    case = document.case
    ids = list(CaseRole.objects.filter(case=case, function=Function.HANDLE).order_by("id").values_list("officer_id", flat=True))
    names = dict(Officer.objects.filter(pk__in=ids).values_list("pk", "name"))
    readings = certified(ids, document.step.taken_at, case.field) if ids else {}
    tokens = dict(Credential.objects.filter(number__in=[reading.number for reading in readings.values()]).values_list("number", "token"))
    return tuple(Acting(names[one], readings[one].number, tokens.get(readings[one].number, "")) for one in ids)


def _cause(case: Case) -> str:
    """The cause without anybody's name; left out where something that may not be told is still found in it."""
    rows: Iterable[Step] = Step.objects.filter(case=case).order_by("seq")
    answers = [row.data["data"] if row.name == "correct" else row.data for row in rows]
    party = {name: getattr(case.party, name) for name in ("kind", "name", "code", "legal_rep", "address", "phone")}
    known = known_of(party=party, answers=answers, officials=(), organ={"name": case.organ.name})
    known = replace(known, strings={**known.strings, case.party.name: "当事人"})  # a unit's too: the code does not prove that its holder is the party
    masked = mask(case.cause, known).text
    return LEFT_OUT if remains(masked, known) else masked
