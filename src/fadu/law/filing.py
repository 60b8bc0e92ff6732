"""立卷归档: which part of a file each paper belongs to and in which place, how long a file is kept, when it goes to the archives house.

The parts and their order are those of 市场监督管理行政处罚程序规定第七十八条; any other organ can use them. The schedule of
retention is what the platform begins with: an organ's own, approved one (档案法实施条例第十九条第二款) goes before it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from fadu.law.calendar import china
from fadu.law.papers import PAPERS
from fadu.law.periods import days, years
from fadu.law.statutes import ARCHIVES_RULES, SAMR_PROCEDURE, Citation

FILING = ("archive", "archive_inspection", "archive_licence", "archive_request")
"""The steps that hand a file in."""

HAND_IN = days(30)
"""For the forming of a file where no local number says otherwise (黑龙江方案二(二)4(1))."""


class Part(StrEnum):
    """正卷 may be shown to the party; 副卷 stays in the house."""

    FRONT = "front"
    VICE = "vice"

    @property
    def label(self) -> str:
        """As it is called."""
        return {"front": "正卷", "vice": "副卷"}[self.value]


@dataclass(frozen=True, order=True)
class Place:
    """Where a paper lies.

    Attributes:
        part: 正卷 or 副卷.
        group: its item in the order of that part, from 1.

    """

    part: Part
    group: int

    @property
    def label(self) -> str:
        """What the group is called."""
        return GROUPS[self.part][self.group - 1]

    @property
    def basis(self) -> Citation:
        """The item that says so."""
        return SAMR_PROCEDURE[78, 2 if self.part is Part.FRONT else 3, self.group]


GROUPS: Mapping[Part, tuple[str, ...]] = {
    Part.FRONT: ("立案审批表", "处理决定书及送达回证", "对当事人制发的其他法律文书及送达回证", "证据材料", "听证笔录", "财物处理单据", "其他有关材料"),
    Part.VICE: ("案源材料", "调查终结报告", "审核意见", "听证报告", "结案审批表", "其他有关材料"),
}
OPENED, DECIDED, SERVED, EVIDENCE, HEARD, GOODS, OTHER = (Place(Part.FRONT, group) for group in range(1, 8))
SOURCE, REPORTED, REVIEWED, HEARING_REPORTED, CLOSED, INNER = (Place(Part.VICE, group) for group in range(1, 7))

WRAPPING = ("file_cover", "file_catalogue", "file_note")
"""What lies around a file and is not numbered in it."""

RECEIPTS = ("service_receipt", "service_announcement")
"""They lie behind what they prove was served."""

_PLACES: Mapping[Place, tuple[str, ...]] = {
    OPENED: ("filing_approval", "licence_acceptance", "review_acceptance", "supervision_filing"),
    DECIDED: (
        "penalty_decision", "no_penalty_decision", "spot_decision", "daily_decision", "measure_decision", "freeze_decision", "enforcement_decision", "proxy_decision",
        "demolition_order", "licence_grant", "licence_denial", "licence_revocation", "licence_withdrawal", "requisition_decision", "plain_decision", "request_reply",
        "review_decision", "review_mediation", "claim_decision", "petition_opinion", "supervision_order", "permit_result", "eia_notice", "inspection_result",
    ),
    EVIDENCE: (
        "scene_record", "question_record", "evidence_sheet", "edata_record", "sampling_record", "test_commission", "test_result_notice", "inspection_record",
        "enforcement_record", "proxy_record", "permit_check_record", "licence_verification", "review_opinion_record", "supervision_record", "supervision_talk",
        "licence_application", "petition_register",
    ),
    HEARD: ("hearing_record", "licence_hearing_record", "review_hearing_record", "defence_record", "objection_record"),
    GOODS: ("goods_disposal_record", "spot_receipt", "forfeit_register", "destruction_record", "advance_disposal_consent", "requisition_list", "holding_receipt"),
    OTHER: (
        "address_confirmation", "jurisdiction_designation", "assignment", "transfer_letter", "criminal_transfer", "identify_notice", "assistance_letter",
        "assist_seizure", "enforcement_application", "court_application", "custody_letter",
    ),
    SOURCE: ("source_register", "inspection_approval", "review_register", "suit_register", "licence_ground_register", "clue_approval"),
    REPORTED: ("investigation_report", "transfer_report", "supervision_proposal"),
    REVIEWED: ("review_form",),
    HEARING_REPORTED: ("hearing_report",),
    CLOSED: ("closing_approval", "spot_filing", "inspection_recheck"),
    INNER: ("panel_record", "decision_approval", "matter_approval", "supervision_coordination", "transfer_approval"),
}  # fmt: skip
_PLACE = {paper: place for place, papers in _PLACES.items() for paper in papers}


def place_of(paper: str) -> Place:
    """Where a paper lies; one that is not told of by name lies in the last place of its part: served in 正卷, inner in 副卷."""
    found = _PLACE.get(paper)
    if found is None:
        found = SERVED if PAPERS[paper].is_served else INNER
    return found


# --- how long ---


class Term(StrEnum):
    """保管期限, from the shortest."""

    TEN = "10"
    THIRTY = "30"
    PERMANENT = "permanent"

    @property
    def label(self) -> str:
        """As it is called."""
        return {"10": "10年", "30": "30年", "permanent": "永久"}[self.value]

    def ends(self, formed: date) -> date | None:
        """The last day of keeping, counted from the first day of the year after the forming; None for ever."""
        if self is Term.PERMANENT:
            return None
        return date(formed.year + int(self.value), 12, 31)


_ORDER = tuple(Term)


@dataclass(frozen=True)
class Kept:
    """How long a file is kept, why, and by which article."""

    term: Term
    why: str
    basis: Citation = ARCHIVES_RULES[19, 2]


def kept_for(kind: str, facts: Mapping[str, Any]) -> Kept:
    """The term of a file by the schedule; the first line that holds."""
    for term, why, holds in _SCHEDULE:
        if holds(kind, facts):
            return Kept(term, why)
    raise AssertionError  # the last line always holds


_SCHEDULE: tuple[tuple[Term, str, Callable[[str, Mapping[str, Any]], bool]], ...] = (
    (Term.PERMANENT, "经过复议或者诉讼", lambda kind, facts: Turn.REMEDIED in turns(kind, facts)),
    (Term.PERMANENT, "经过听证、法制审核或者集体讨论，属于重大案件", lambda kind, facts: Turn.WEIGHTY in turns(kind, facts)),
    (Term.PERMANENT, "行政复议、行政应诉和赔偿案件", lambda kind, _facts: kind == "remedy"),
    (Term.TEN, "简易程序的行政处罚", lambda kind, facts: kind == "penalty" and Turn.SIMPLE in turns(kind, facts)),
    (Term.TEN, "行政检查", lambda kind, _facts: kind == "inspection"),
    (Term.THIRTY, "一般执法案件", lambda _kind, _facts: True),
)


class Turn(StrEnum):
    """What a case has gone through, as far as it decides how long its file is kept; the first that holds goes before the others."""

    REMEDIED = "remedied"
    WEIGHTY = "weighty"
    SIMPLE = "simple"
    ANY = "any"

    @property
    def label(self) -> str:
        """As it is called."""
        return {"remedied": "经过复议或者诉讼", "weighty": "经过听证、法制审核或者集体讨论", "simple": "简易程序", "any": "其他"}[self.value]


def turns(kind: str, facts: Mapping[str, Any]) -> tuple[Turn, ...]:
    """The turns that hold for a case, those that decide first."""
    return tuple(turn for turn, holds in _TURNS.items() if holds(kind, facts))


_TURNS: Mapping[Turn, Callable[[str, Mapping[str, Any]], bool]] = {
    Turn.REMEDIED: lambda _kind, facts: "remedy_started_on" in facts or "overturned_on" in facts,
    Turn.WEIGHTY: lambda _kind, facts: bool({"hearing_held_on", "legal_reviewed_on", "discussed_on"} & facts.keys()),
    Turn.SIMPLE: lambda _kind, facts: facts.get("procedure") == "simple",
    Turn.ANY: lambda _kind, _facts: True,
}


def longest(*terms: str) -> Term:
    """The longest of these terms; what is no term is passed over."""
    return max((Term(term) for term in terms if term in set(Term)), key=_ORDER.index)


# --- what becomes of it ---

TRANSFER = {"county": years(10), "city": years(20)}
"""After how long a file goes to the archives house that takes it (档案法实施条例第二十条第二款)."""


def transfer_due(keeper: str, formed: date) -> date:
    """The day from which a file is to be handed over; where it is a day off the clocks DT-020-2 go on to the next worked one, as far as calendars reach."""
    return TRANSFER[keeper].without_rolling().due_on(formed, china())


APPRAISERS = 2
"""Who appraises files whose term has run out: two people or more, none of them alone."""

FORMATS = {
    "application/pdf": "PDF",
    "application/json": "JSON",
    "application/xml": "XML",
    "text/plain": "TXT",
    "image/jpeg": "JPEG",
    "image/png": "PNG",
    "image/tiff": "TIFF",
    "image/svg+xml": "SVG",
    "audio/mpeg": "MP3",
    "audio/wav": "WAV",
    "audio/x-wav": "WAV",
    "audio/mp4": "M4A",
    "audio/flac": "FLAC",
    "video/mp4": "MP4",
    "video/x-msvideo": "AVI",
    "video/x-matroska": "MKV",
    "video/quicktime": "MOV",
    "video/mpeg": "MPEG",
}
"""Formats that can be read in the long term: those of the rules for electronic archives (GB/T 18894, DA/T 47), and what devices record in."""
