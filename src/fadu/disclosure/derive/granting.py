"""Licences, inspections, and the other acts: what is public of each (许可、检查、确认、给付、裁决、奖励)."""

from fadu.disclosure.derive.told import HERE, LATER, SOON, Act, Told
from fadu.law.procedure import Kind
from fadu.law.statutes import BUSINESS_CLIMATE, ECOLOGY_CODE, FIRE, LICENCE, OPEN_GOVERNMENT

_OPEN = OPEN_GOVERNMENT[13, 1]
"""政府信息应当公开: what no statute orders by name is open by this article, unless the three that follow it except it."""


def _plain(id_: str, label: str, *, paid: bool = False) -> Act:
    """确认、给付、裁决、奖励: they share their form."""
    return Act(
        id_, f"{label}决定", frozenset({f"decide_{id_}"}), ("plain_decision",), f"publish_{id_}", None, {"where": HERE}, *LATER,
        (_OPEN, OPEN_GOVERNMENT[20]),
        (
            Told("outcome", "办理结果", ("step.act_outcome",), free=False),
            Told("content", "决定内容", ("step.content",)),
            *((Told("amount", "数额", ("step.act_amount",), free=False),) if paid else ()),
            Told("basis", "依据", ("step.basis",)),
        ), Kind.OTHER,
    )  # fmt: skip


GRANTING = (
    Act(
        "licence", "行政许可决定", frozenset({"grant_licence", "decline_licence"}), ("licence_grant", "licence_denial"), "publish_licence", None,
        {"where": HERE, "licence_disclosing": False}, *SOON, (LICENCE[40], OPEN_GOVERNMENT[26]),
        (
            Told("content", "许可内容", ("step.content",)),
            Told("valid", "有效期", ("step.valid",)),
            Told("declined", "不予许可的理由", ("step.reason",)),
            Told("basis", "依据", ("law.basis",)),
        ), Kind.LICENCE, ordered=True,
    ),
    Act(
        "licence_refusal", "行政许可不予受理决定", frozenset({"refuse_licence"}), ("licence_refusal",), None, None, {}, *LATER,
        (LICENCE[32, 1, 1], OPEN_GOVERNMENT[20]),
        (
            Told("ground", "不予受理的情形", ("step.licence_refusal",), free=False),
            Told("reason", "理由", ("step.reason",)),
        ), Kind.LICENCE,
    ),
    Act(
        "licence_ending", "行政许可撤销、撤回、注销决定", frozenset({"revoke_licence", "keep_licence", "withdraw_licence", "cancel_licence", "revoke_permit"}),
        ("licence_revocation", "licence_withdrawal", "licence_cancellation", "permit_result"), None, None, {}, *SOON,
        (LICENCE[69, 1], LICENCE[70], OPEN_GOVERNMENT[20]),
        (
            Told("outcome", "决定", ("step.licence_withdrawal", "taken.label"), free=False),
            Told("reason", "理由", ("step.reason", "step.how")),
        ), Kind.LICENCE, ordered=True,
    ),
    Act(
        "permit", "专项许可决定", frozenset({"decide_permit"}), ("permit_result",), None, None, {}, *SOON, (LICENCE[40], FIRE[15]),
        (
            Told("kinds", "许可事项", ("steps.open_permit.permit_kind",), free=False),
            Told("reason", "审查意见和理由", ("step.reason",)),
        ), Kind.LICENCE, ordered=True,
    ),
    Act(
        "eia", "环境影响评价文件审批决定", frozenset({"decide_eia"}), ("eia_notice",), None, None, {}, *SOON, (LICENCE[40], ECOLOGY_CODE[102]),
        (
            Told("project", "建设项目", ("steps.accept_eia.project",)),
            Told("kinds", "文件种类", ("steps.accept_eia.eia_kind",), free=False),
            Told("outcome", "审批结果", ("step.eia_decision",), free=False),
            Told("reason", "审批意见和要求", ("step.reason",)),
        ), Kind.LICENCE, ordered=True,
    ),
    Act(
        "inspection", "行政检查结果", frozenset({"tell_inspection"}), ("inspection_result",), "publish_inspection", None, {"where": HERE}, *LATER,
        (_OPEN, BUSINESS_CLIMATE[54, 1]),
        (
            Told("source", "检查来源", ("steps.register_inspection.inspection_source",), free=False),
            Told("way", "检查方式", ("steps.register_inspection.inspection_way",), free=False),
            Told("matters", "检查内容", ("steps.register_inspection.matters",)),
            Told("basis", "检查依据", ("steps.register_inspection.basis",)),
            Told("outcome", "检查结论", ("step.inspection_found",), free=False),
            Told("result", "检查结果", ("step.result",)),
            Told("demands", "改正要求", ("step.demands",)),
        ), Kind.INSPECTION, ordered=True,
    ),
    _plain("confirmation", "行政确认"),
    _plain("payment", "行政给付", paid=True),
    _plain("adjudication", "行政裁决"),
    _plain("reward", "行政奖励", paid=True),
)  # fmt: skip
"""行政许可、行政检查、其他行政行为."""
