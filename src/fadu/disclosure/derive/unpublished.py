"""The decisions that are not published, each with the article why: every procedure and every deciding step stands here or in ACTS."""

from collections.abc import Mapping
from dataclasses import dataclass

from fadu.law.statutes import COERCION, COMPENSATION, OPEN_GOVERNMENT, PERSONAL_DATA, PETITIONS, RECONSIDERATION, SUPERVISION, Citation


@dataclass(frozen=True, slots=True)
class Kept:
    """What is not published.

    Attributes:
        why: the reason, in a sentence.
        basis: the article.
        steps: the steps, or for a whole course the id of its procedure.
    """

    why: str
    basis: Citation
    steps: frozenset[str]


_INTERNAL = OPEN_GOVERNMENT[16, 2]

COURSES: tuple[Kept, ...] = (
    Kept("申请人民法院执行是请求，执行与否由人民法院裁定和公开", COERCION[53], frozenset({"enforcement.court", "suit.execution"})),
    Kept("政府信息公开的答复只对申请人作出，公开的信息本身另行发布", OPEN_GOVERNMENT[36], frozenset({"request.openness", "request.correction"})),
    Kept("主动公开的办理程序，公开的信息由其发布步骤公开", OPEN_GOVERNMENT[23], frozenset({"request.publication"})),
    Kept("机关之间的数据共享，不对相对人作出决定", _INTERNAL, frozenset({"request.sharing", "request.catalogue"})),
    Kept("复议决定由复议机关按复议法公开", RECONSIDERATION[79, 1], frozenset({"review.general", "review.simple"})),
    Kept("应诉是诉讼活动，裁判文书由人民法院公开", _INTERNAL, frozenset({"suit.general"})),
    Kept("赔偿决定只对请求人作出，涉及其个人财产", COMPENSATION[23], frozenset({"compensation.general"})),
    Kept("信访事项的处理意见只对信访人作出，不得泄露其信息", PETITIONS[11], frozenset({"petition.general"})),
    Kept("移送是机关之间的办案协作，案件尚在侦查、调查", _INTERNAL, frozenset({"transfer.criminal", "transfer.reverse", "transfer.discipline"})),
    Kept(
        "执法监督由监督机关按监督条例通报或者公布", SUPERVISION[31],
        frozenset({"supervision.general", "supervision.complaint", "supervision.dispute", "supervision.assistance", "supervision.statute"}),
    ),
    Kept(
        "内部登记和年度记录，不是对相对人的决定", OPEN_GOVERNMENT[16, 1],
        frozenset({"sectors.duties", "organ.year", "officer.record", "locality.year", "publication.record", "archive.record", "signature.record"}),
    ),
    Kept("个人信息处理的登记，其内容是个人信息", PERSONAL_DATA[25], frozenset({"personal.record"})),
)  # fmt: skip
"""Procedures of which nothing is published by this room."""

STEPS: tuple[Kept, ...] = (
    Kept(
        "办案中的审批、讨论和请示是过程性信息", _INTERNAL,
        frozenset({
            "extend_verification", "file", "decline", "transfer_agency", "approve_preserve", "decide_recusal", "suspend", "extend", "extend_again",
            "transfer_criminal", "terminate", "approve_proposal", "discuss", "admit_lateness", "defer", "apply_court", "close", "approve_measure",
            "extend_review", "check_unfilmed", "approve_destruction", "ask_closure", "dispose_early", "approve_measure_taking", "decline_measure",
            "ratify_measure", "hand_to_justice", "auction_seized", "agree_enforcement", "resume_after_breach", "suspend_enforcement",
            "resume_enforcement", "end_enforcement", "close_enforcement", "extend_licence", "admit_licence_lateness", "approve_inspection",
            "drop_inspection",
        }),
    ),
    Kept("撤销案件没有对当事人作出处罚或者不予处罚的决定，案卷信息不公开", _INTERNAL, frozenset({"cancel"})),
    Kept("责令改正、先行登记保存和抽样是办案中的措施，其结果随处罚决定公开", _INTERNAL, frozenset({"order_correction", "preserve", "sample", "order_refund"})),
    Kept("催告督促履行已经作出的决定，本身不是决定", _INTERNAL, frozenset({"demand"})),
    Kept("交付冻结决定书是冻结决定的送达，随冻结决定公开一次", _INTERNAL, frozenset({"serve_freeze"})),
    Kept("解除供应限制恢复原状，没有新的不利决定", _INTERNAL, frozenset({"restore_supply"})),
)  # fmt: skip
"""Steps of the procedures that do publish, which decide something and are not published."""


def course_kept(procedure: str) -> Kept | None:
    """Why nothing of a procedure is published, if so."""
    return next((kept for kept in COURSES if procedure in kept.steps), None)


def steps_kept() -> Mapping[str, Kept]:
    """The steps that are not published."""
    return {step: kept for kept in STEPS for step in kept.steps}
