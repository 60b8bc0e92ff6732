"""审查、事先告知、听证: from the end of the inquiry to what the party has to say."""

from collections.abc import Mapping
from typing import Any

from fadu.law.asking import EVIDENCE_KINDS, OPINION, ask, line, prose, rows
from fadu.law.forms import Field, Kind
from fadu.law.penalty_general import formality
from fadu.law.penalty_general.formality import then
from fadu.law.penalty_general.pauses import passed
from fadu.law.procedure import Role, Step, When
from fadu.law.statutes import PENALTY, SAMR_PROCEDURE
from fadu.law.vocabulary import case, step

POINTS = (
    ("jurisdiction", "是否具有管辖权"),
    ("party", "当事人的基本情况是否清楚"),
    ("facts", "案件事实是否清楚、证据是否充分"),
    ("nature", "定性是否准确"),
    ("basis", "适用依据是否正确"),
    ("procedure", "程序是否合法"),
    ("handling", "处理是否适当"),
)
"""The seven points of review (市场监督管理行政处罚程序规定第五十三条)."""

REVIEW_RESULT = Field(
    name="result",
    label="审核意见",
    kind=Kind.CHOICE,
    choices=(("agree", "同意案件处理意见"), ("correct", "建议纠正"), ("supplement", "建议补充调查"), ("other", "其他意见和建议")),
)
REVIEW_POINTS = tuple(
    field
    for name, label in POINTS
    for field in (
        Field(name=f"point_{name}", label=label, kind=Kind.CHOICE, choices=(("yes", "是"), ("no", "否"))),
        prose(f"note_{name}", "说明", longest=1000, required=False, when=(f"point_{name}", ("no",))),
    )
)

AFTER_INQUIRY = (
    case.case_review_asked_on,
    case.case_reviewed_on,
    case.case_review_passed,
    case.proposal_approved_on,
    case.notified_on,
    case.told,
    case.defence_on,
    case.defence_reviewed,
    case.waived_on,
    case.hearing_requested_on,
    case.hearing_notice_on,
    case.hearing_set_for,
    case.hearing_held_on,
    case.hearing_closed_on,
    case.hearing_reported_on,
    case.hearing_withdrawn,
    case.hearing_outcome,
    case.hearing_parts,
    case.hearing_ended_by,
    case.notice_written,
    case.notice_announced_on,
    case.legal_reviewed_on,
    case.legal_review_passed,
    case.discussed_on,
)
"""What is no longer known of a case that goes back to inquiry: it is reviewed, told and heard anew."""


def _heaviest(data: Mapping[str, Any], name: str) -> dict[str, Any]:
    kinds = case.proposed_kinds.value_of(data[name])
    return {"proposed_weight": kinds.bit_length()}


def _concluded(before: Mapping[str, Any], data: Mapping[str, Any], context: Mapping[str, Any]) -> dict[str, Any]:
    evidence = data["evidence_items"]
    unlawful = sum(bool(item.get("unlawful")) for item in evidence)
    return {
        "evidence": len(evidence),
        "evidence_verified": sum(bool(item.get("verified")) for item in evidence),
        "evidence_unlawful": unlawful,
        "evidence_of_kind": sum(item["kind"] in dict(EVIDENCE_KINDS) for item in evidence),
        "case_review_asked_on": context["on"],
        **_heaviest(data, "proposed_kinds"),
        **({"deviation_reason": True} if data.get("deviation") else {"deviation_reason": False}),
        **({} if "suspended" in before else {"suspended": False}),
    }


CONCLUDE = Step(
    name="conclude",
    label="调查终结",
    leaves=("investigating",),
    enters="concluded",
    basis=(PENALTY[57, 1], SAMR_PROCEDURE[48]),
    says="撰写调查终结报告，提出处理意见和裁量理由，交审核",
    asks=(
        prose("facts_found", "认定的事实", example="当事人自 2026 年 9 月 2 日起陈列销售超过保质期的纯牛奶 12 箱，货值 720 元，违法所得 60 元。"),
        rows(
            "evidence_items",
            "认定事实的证据",
            (
                line("name", "证据名称"),
                Field(name="kind", label="种类", kind=Kind.CHOICE, choices=EVIDENCE_KINDS),
                line("proves", "证明的事实"),
                Field(name="verified", label="查证属实", kind=Kind.BOOL),
                Field(name="unlawful", label="以非法手段取得", kind=Kind.BOOL, required=False),
            ),
            least=1,
        ),
        ask(case.facts_clear),
        prose("nature", "违法行为的性质", longest=2000),
        line("violated", "违反的规定", example="食品安全法第三十四条第十项"),
        line("penalised_under", "处罚依据", example="食品安全法第一百二十四条第一款第五项"),
        ask(case.gain, required=False),
        ask(case.refunded, required=False, rare=True),
        ask(case.harm),
        ask(case.minor),
        ask(case.first_offence),
        ask(case.corrected_on, required=False),
        ask(case.touches_safety, required=False, rare=True),
        ask(case.party_incapable, required=False, rare=True),
        ask(case.no_fault_proven, required=False, rare=True),
        ask(case.prior_fine, required=False, rare=True),
        ask(case.concurrence, required=False, rare=True),
        ask(case.law_applied, required=False, rare=True, help="依据在违法行为之后修改、废止的填写"),
        ask(case.device_told_on, required=False, rare=True, help="以监控记录为证据的填写"),
        ask(case.grounds, required=False),
        ask(case.lighter, required=False),
        ask(case.lessened, required=False),
        ask(case.criminal_suspected),
        ask(case.refund_required, required=False, rare=True),
        ask(case.complex_or_major),
        ask(case.major_rights, required=False),
        ask(case.review_triggers, required=False),
        ask(case.proposed_kinds),
        ask(case.proposed_fine, required=False, when=("proposed_kinds", ("FINE",))),
        ask(case.proposed_gain, required=False, when=("proposed_kinds", ("GAIN", "GOODS"))),
        rows("factors", "裁量因素", (line("factor", "因素"), line("value", "取值")), required=False, help="按事项适用的裁量基准填写，平台据此算出区间"),
        prose("discretion_reason", "裁量的理由"),
        prose("deviation", "偏离裁量基准的理由", required=False, help="拟罚款不在区间内的必须写明"),
    ),
    marks={case.concluded_on: When.DAY},
    effect=then(_concluded, formality.reported),
    derives=(case.evidence, case.evidence_verified, case.evidence_unlawful, case.evidence_of_kind, case.case_review_asked_on, case.proposed_weight, case.deviation_reason, case.suspended, case.report_parts),
    clears=AFTER_INQUIRY,
    papers=("investigation_report",),
)

REVIEW_CASE = Step(
    name="review_case",
    label="案件审核",
    leaves=("concluded",),
    by=Role.REVIEWER,
    basis=(SAMR_PROCEDURE[52, 1], SAMR_PROCEDURE[53], SAMR_PROCEDURE[55]),
    says="十个工作日内就七个方面提出书面意见；办案人员不得审核",
    asks=(*REVIEW_POINTS, REVIEW_RESULT, prose("opinion", "审核意见")),
    marks={case.case_reviewed_on: When.DAY},
    effect=then(lambda _before, data, _context: {"case_review_passed": data["result"] == "agree"}, formality.points),
    derives=(case.case_review_passed, case.review_points),
    papers=("review_form",),
)

SEND_BACK = Step(
    name="send_back",
    label="退回补充调查",
    leaves=("concluded", "notified", "heard", "reviewed", "discussed"),
    enters="investigating",
    by=Role.REVIEWER,
    basis=(SAMR_PROCEDURE[54],),
    says="事实不清、证据不足的退回补充；补充后须重新审核、重新告知",
    asks=(prose("reason", "退回的理由和需要补充的内容"),),
    clears=(*AFTER_INQUIRY, case.concluded_on),
    side=True,
)

APPROVE_PROPOSAL = Step(
    name="approve_proposal",
    label="批准处罚建议",
    leaves=("concluded",),
    by=Role.HEAD,
    basis=(SAMR_PROCEDURE[56],),
    says="审核完成后，处罚建议报负责人批准，然后告知当事人",
    asks=(OPINION,),
    marks={case.proposal_approved_on: When.DAY},
    papers=("matter_approval",),
)

def _announced(before: Mapping[str, Any], data: Mapping[str, Any], context: Mapping[str, Any]) -> dict[str, Any]:
    """The time of an announcement is not counted (市场监督管理行政处罚程序规定第六十四条第二款)."""
    since = case.notice_announced_on.value_of(data.get("notice_announced_on"))
    return {} if since is None or before.get("stops") else passed(before, context["on"] - since)


NOTIFY = Step(
    name="notify",
    label="送达行政处罚告知书",
    leaves=("concluded",),
    enters="notified",
    basis=(PENALTY[44], PENALTY[63, 1], SAMR_PROCEDURE[57, 1]),
    says="告知拟处罚内容、事实、理由、依据和权利；五个工作日内可以陈述、申辩、要求听证",
    asks=(
        ask(case.told, help="属于听证范围的，还应告知要求听证的权利"),
        Field(name="method", label="送达方式", kind=Kind.CHOICE, choices=(("direct", "直接送达"), ("left", "留置送达"), ("post", "邮寄送达"), ("electronic", "电子送达"), ("announcement", "公告送达"))),
        ask(case.notice_announced_on, when=("method", ("announcement",))),
        line("receiver", "签收人"),
        prose("note", "备注", required=False, longest=500),
    ),
    marks={case.notified_on: When.DAY, case.notice_written: True},
    effect=_announced,
    derives=(case.not_counted_days, case.verification_tests_days),
    papers=("penalty_notice", "service_receipt"),
)

HEAR_DEFENCE = Step(
    name="hear_defence",
    label="听取陈述申辩",
    leaves=("notified", "hearing", "heard", "reviewed", "discussed"),
    basis=(PENALTY[45, 1], SAMR_PROCEDURE[58]),
    says="充分听取，逐项复核；成立的应当采纳，不得因申辩加重",
    asks=(
        line("speaker", "陈述申辩人"),
        Field(name="form", label="方式", kind=Kind.CHOICE, choices=(("oral", "口头"), ("written", "书面"))),
        prose("defence", "陈述、申辩的内容"),
        prose("checked", "复核的情况"),
        Field(name="adopted", label="是否采纳", kind=Kind.CHOICE, choices=(("yes", "采纳"), ("part", "部分采纳"), ("no", "不采纳"))),
        prose("adopted_reason", "理由"),
    ),
    marks={case.defence_on: When.DAY, case.defence_reviewed: True},
    papers=("defence_record",),
)

WAIVE = Step(
    name="waive",
    label="登记放弃权利",
    leaves=("notified",),
    basis=(PENALTY[62], SAMR_PROCEDURE[57, 2]),
    says="当事人明确放弃陈述、申辩和听证权利的，可以不等期限届满",
    asks=(line("who", "放弃权利的人"), prose("statement", "放弃的表示", example="我放弃陈述、申辩和听证的权利。"), ask(step.record_signed)),
    marks={case.waived_on: When.DAY},
    papers=("defence_record",),
    side=True,
)

STEPS = (CONCLUDE, REVIEW_CASE, APPROVE_PROPOSAL, NOTIFY, HEAR_DEFENCE, WAIVE, SEND_BACK)
