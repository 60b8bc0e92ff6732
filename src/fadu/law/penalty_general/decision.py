"""法制审核、集体讨论、决定、送达."""

from collections.abc import Mapping
from typing import Any

from fadu.law.asking import OPINION, ask, line, prose, rows
from fadu.law.forms import Field, Kind
from fadu.law.penalty_general import formality
from fadu.law.penalty_general.formality import then
from fadu.law.penalty_general.notice import REVIEW_POINTS, REVIEW_RESULT
from fadu.law.penalty_general.pauses import PAUSED, going
from fadu.law.procedure import Role, Step, When, pending
from fadu.law.statutes import CIVIL_PROCEDURE, PENALTY, SAMR_PROCEDURE
from fadu.law.vocabulary import case, step
from fadu.law.vocabulary.application import NONE_GROUND

RIPE = ("notified", "heard", "reviewed", "discussed")


def _agreed(facts: Mapping[str, Any]) -> bool:
    """A review that does not agree leaves the case where it is."""
    return bool(facts.get("legal_review_passed"))


def _decided(_before: Mapping[str, Any], data: Mapping[str, Any], context: Mapping[str, Any]) -> dict[str, Any]:
    facts = {"decision_weight": case.decision_kinds.value_of(data["decision_kinds"]).bit_length()}
    if data.get("correction"):
        facts["correction_ordered_on"] = context["on"]
    if data.get("deviation"):
        facts["deviation_reason"] = True
    return facts


REVIEW = Step(
    name="review",
    label="法制审核",
    leaves=("notified", "heard", "discussed"),
    enters="reviewed",
    provided=_agreed,
    by=Role.REVIEWER,
    basis=(PENALTY[58, 1], SAMR_PROCEDURE[50], SAMR_PROCEDURE[53]),
    says="决定之前审核；未经审核或者审核未通过的，不得作出决定",
    asks=(*REVIEW_POINTS, REVIEW_RESULT, prose("opinion", "法制审核意见")),
    marks={case.legal_reviewed_on: When.DAY},
    effect=then(lambda _before, data, _context: {"legal_review_passed": data["result"] == "agree"}, formality.points),
    derives=(case.legal_review_passed, case.review_points),
    papers=("review_form",),
)

DISCUSS = Step(
    name="discuss",
    label="集体讨论",
    leaves=("notified", "heard", "reviewed"),
    enters="discussed",
    by=Role.HEAD,
    basis=(PENALTY[57, 2], SAMR_PROCEDURE[60, 2]),
    says="情节复杂或者重大违法行为，由负责人集体讨论决定",
    asks=(
        line("place", "地点"),
        line("chair", "主持人"),
        rows("voices", "参加人员和意见", (line("name", "姓名"), line("post", "职务"), prose("said", "意见", longest=1000)), least=2),
        prose("conclusion", "讨论结论"),
        ask(case.discussed_fine, required=False),
    ),
    marks={case.discussed_on: When.DAY, case.discussion_recorded: True},
    papers=("panel_record",),
)

DECIDE = Step(
    name="decide",
    label="作出行政处罚决定",
    leaves=RIPE,
    enters="decided",
    by=Role.HEAD,
    basis=(PENALTY[57, 1], PENALTY[59, 1], SAMR_PROCEDURE[62]),
    says="负责人审查后决定；决定书载明事实、证据、依据、申辩采纳、裁量理由和救济途径",
    asks=(
        ask(case.decision_kinds),
        ask(case.decision_fine, required=False, when=("decision_kinds", ("FINE",))),
        ask(case.decision_gain, required=False, when=("decision_kinds", ("GAIN",))),
        prose("confiscated_goods", "没收的财物", required=False, when=("decision_kinds", ("GOODS",))),
        prose("content", "处罚内容", example="一、没收违法所得 60 元；二、罚款 20,000 元。"),
        ask(case.revokes_business_licence, required=False, when=("decision_kinds", ("REVOKE_LICENCE",))),
        prose("correction", "同时责令改正的内容", required=False),
        ask(case.perform_by, required=False, rare=True, help="罚款以外的履行期限"),
        ask(case.transcript_followed, required=False, help="经过听证的填写"),
        ask(case.grounds_answered, required=False, help="有从轻、减轻情形的，决定书应当写明是否适用和理由"),
        prose("deviation", "偏离裁量基准的理由", required=False),
        ask(case.educated),
        ask(case.publication_due),
        OPINION,
    ),
    marks={case.decided_on: When.DAY, case.outcome: "penalty", case.payment_term_days: 15},
    effect=then(_decided, formality.decided, going()),
    derives=(case.decision_weight, case.correction_ordered_on, case.deviation_reason, case.decision_parts, *PAUSED),
    papers=("decision_approval", "penalty_decision"),
)

DECIDE_NONE = Step(
    name="decide_none",
    label="不予行政处罚",
    leaves=("concluded", *RIPE),
    enters="decided",
    by=Role.HEAD,
    basis=(PENALTY[57, 1], PENALTY[33], SAMR_PROCEDURE[60, 1]),
    says="依法不予处罚的，作出不予行政处罚决定，并对当事人进行教育",
    asks=(
        Field(
            name="ground",
            label="不予处罚的情形",
            kind=Kind.CHOICE,
            choices=NONE_GROUND,
        ),
        ask(case.guardian_ordered, required=False, when=("ground", ("age", "incapable"))),
        prose("reason", "不予处罚的事实、理由和依据"),
        ask(case.educated),
        OPINION,
    ),
    marks={case.decided_on: When.DAY, case.outcome: "none_statutory"},
    effect=then(lambda _before, data, _context: {"none_ground": data["ground"]}, going()),
    derives=(case.none_ground, *PAUSED),
    papers=("decision_approval", "no_penalty_decision"),
)

CANCEL = Step(
    name="cancel",
    label="撤销案件",
    leaves=("investigating", "concluded", *RIPE),
    enters="ended",
    by=Role.HEAD,
    basis=(PENALTY[57, 1], SAMR_PROCEDURE[60, 1]),
    says="违法事实不能成立的，不予处罚，撤销案件",
    asks=(prose("reason", "撤销的事实和理由"), OPINION),
    marks={case.decided_on: When.DAY, case.outcome: "none_unproven", case.closing_since: When.DAY, case.closing_ground: "no_penalty"},
    effect=going(),
    derives=PAUSED,
    papers=("decision_approval",),
    side=True,
)

ANNOUNCE = Step(
    name="announce",
    label="发出送达公告",
    unfit=pending(case.announced_on, "送达公告已经发出"),
    leaves=("decided",),
    basis=(CIVIL_PROCEDURE[95, 1], SAMR_PROCEDURE[82]),
    says="下落不明或者其他方式无法送达的，公告满三十日视为送达",
    asks=(prose("reason", "公告送达的原因和经过"), line("where", "公告的载体和地点"), ask(case.announce_posted, required=False), Field(name="photographed", label="张贴公告已拍照、录像", kind=Kind.BOOL)),
    effect=lambda _before, data, _context: {"announce_reasoned": bool(data["reason"]), "announce_photographed": data["photographed"]},
    derives=(case.announce_reasoned, case.announce_photographed),
    marks={case.announced_on: When.DAY},
    papers=("service_announcement",),
    side=True,
)

ADMIT_LATENESS = Step(
    name="admit_lateness",
    label="批准逾期说明",
    leaves=("decided", "served", "ended", "closed", "investigating", "concluded"),
    by=Role.HEAD,
    basis=(PENALTY[76, 1],),
    says="期限已过的，说明原因经负责人批准后才能补办；逾期仍作为瑕疵留在记录中",
    asks=(prose("late", "逾期的事项和日数"), prose("reason", "原因和责任"), OPINION),
    marks={case.lateness_admitted_on: When.DAY},
    papers=("matter_approval",),
    side=True,
)

def _served(before: Mapping[str, Any], data: Mapping[str, Any], context: Mapping[str, Any]) -> dict[str, Any]:
    """By post and through others it is served on the day of the receipt (民事诉讼法第九十一条、第九十四条)."""
    proof = {"post": "reference", "electronic": "reference"}.get(data["service_method"], "receiver")
    proved = "announced_on" in before if data["service_method"] == "announcement" else bool(data.get(proof))
    return {"service_proved": proved, "served_on": case.served_on.value_of(data.get("receipt_dated_on")) or context["on"]}


SERVE = Step(
    name="serve",
    label="送达决定书",
    leaves=("decided",),
    enters="served",
    basis=(PENALTY[61], CIVIL_PROCEDURE[87, 1], SAMR_PROCEDURE[81]),
    says="当场交付；当事人不在场的，七个工作日内送达",
    asks=(
        ask(case.service_method),
        line("receiver", "受送达人或者签收人"),
        ask(case.receiver_role, required=False, help="直接送达的填写"),
        ask(case.party_held, required=False, rare=True, help="受送达人是军人或者被监禁的填写"),
        ask(case.forwarded_by, required=False, rare=True, when=("service_method", ("forwarded",))),
        ask(case.receipt_dated_on, required=False, when=("service_method", ("post", "forwarded")), help="以此日期为送达日期"),
        ask(step.witness, required=False, when=("service_method", ("left",)), help="留置送达须有见证人签名，或者拍照、录像"),
        line("witness_name", "见证人", required=False, when=("service_method", ("left",))),
        line("reference", "邮件号或者系统回执", required=False, when=("service_method", ("post", "electronic"))),
        ask(case.arrived_on, required=False, when=("service_method", ("electronic",)), help="以到达受送达人特定系统的日期为送达日期"),
        ask(case.service_recorded, required=False, when=("service_method", ("electronic",))),
        ask(case.served_at, required=False, rare=True, when=("service_method", ("direct", "post"))),
        ask(case.left_on, required=False, when=("served_at", ("confirmed",)), help="直接送达的填写"),
        ask(case.returned_on, required=False, when=("served_at", ("confirmed",)), help="邮寄送达的填写"),
        prose("note", "拒收事由等", required=False, longest=500),
    ),
    marks={case.served_on: When.DAY},
    effect=then(_served, lambda _before, data, _context: {"witnessed": bool(data.get("witness"))}),
    derives=(case.served_on, case.service_proved, case.witnessed),
    papers=("service_receipt",),
)

STEPS = (REVIEW, DISCUSS, DECIDE, DECIDE_NONE, CANCEL, SERVE, ANNOUNCE, ADMIT_LATENESS)
