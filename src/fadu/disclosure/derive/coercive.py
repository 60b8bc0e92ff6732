"""Compulsory measures, compulsory execution, requisition: what is public of each (强制、征收征用)."""

from fadu.disclosure.derive.told import HERE, LATER, Act, Told
from fadu.law.procedure import Kind
from fadu.law.statutes import CIVIL_CODE, COERCION, OPEN_GOVERNMENT, PLANNING, ROAD_TRAFFIC, WORK_SAFETY

_OPEN = OPEN_GOVERNMENT[13, 1]
"""政府信息应当公开: what no statute orders by name is open by this article, unless the three that follow it except it."""

COERCIVE = (
    Act(
        "measure", "行政强制措施决定", frozenset({"seize", "freeze", "take_measure", "hold_licence", "hold_vehicle"}),
        ("measure_decision", "freeze_decision", "freeze_notice", "holding_receipt"), None, None, {}, *LATER, (_OPEN, COERCION[24], ROAD_TRAFFIC[112]),
        (
            Told("measure", "措施种类", ("steps.propose_measure.measure_kind", "taken.label"), free=False),
            Told("reason", "理由", ("steps.propose_measure.reason", "step.reason")),
            Told("basis", "依据", ("steps.propose_measure.basis", "law.basis")),
            Told("until", "期限至", ("step.until",), free=False),
        ), Kind.MEASURE,
    ),
    Act(
        "measure_end", "行政强制措施处理、延期决定", frozenset({"dispose_measure", "extend_measure"}),
        ("measure_release", "freeze_release", "measure_extension", "freeze_extension"), None, None, {}, *LATER, (_OPEN, COERCION[27], COERCION[28, 1]),
        (
            Told("measure", "措施种类", ("steps.propose_measure.measure_kind",), free=False),
            Told("disposal", "处理决定", ("step.measure_disposal",), free=False),
            Told("ground", "解除的情形", ("step.measure_release_ground",), free=False),
            Told("until", "延长至", ("step.until",), free=False),
            Told("reason", "理由", ("step.reason",)),
        ), Kind.MEASURE,
    ),
    Act(
        "supply", "停止供电、供应决定", frozenset({"cut_supply"}), ("supply_notice",), None, None, {}, *LATER, (_OPEN, WORK_SAFETY[70]),
        (
            Told("supply", "停止的供应", ("step.supply_kind",), free=False),
            Told("reason", "事实和理由", ("step.reason",)),
        ), Kind.EXECUTION,
    ),
    Act(
        "enforcement", "行政强制执行决定", frozenset({"order_enforcement", "order_proxy", "clear_at_once"}),
        ("enforcement_decision", "proxy_decision", "cleared_notice"), None, None, {}, *LATER, (_OPEN, COERCION[37]),
        (
            Told("order", "据以执行的决定", ("steps.open_enforcement.order_title", "steps.open_proxy.order_title")),
            Told("duty", "应当履行的义务", ("steps.open_enforcement.duty", "steps.open_proxy.duty")),
            Told("reason", "理由和依据", ("step.reason", "step.enforcement_cleared_thing")),
            Told("content", "执行的方式和时间", ("step.how", "step.enforcement_cleared_place")),
        ), Kind.EXECUTION,
    ),
    Act(
        "building", "责令改正、拆除违法建设决定", frozenset({"order_building"}), ("demolition_order",), "publish_building_results", None,
        {"where": HERE}, *LATER, (PLANNING[54], PLANNING[64]),
        (
            Told("content", "责令的内容", ("step.enforcement_building_action",), free=False),
            Told("fine", "罚款数额", ("step.enforcement_building_fine",), free=False),
            Told("until", "期限至", ("step.enforcement_correct_by",), free=False),
            Told("reason", "事实、理由和依据", ("step.reason",)),
        ), Kind.EXECUTION, ordered=True,
    ),
    Act(
        "requisition", "征收征用决定", frozenset({"decide_requisition"}), ("requisition_decision",), None, None, {}, *LATER,
        (_OPEN, CIVIL_CODE[117], OPEN_GOVERNMENT[21]),
        (
            Told("kinds", "种类", ("steps.open_requisition.requisition_kind",), free=False),
            Told("need", "公共利益的需要", ("steps.open_requisition.need",)),
            Told("basis", "依据", ("steps.open_requisition.basis",)),
            Told("content", "决定内容", ("step.content",)),
            Told("until", "征用至", ("step.requisition_until",), free=False),
        ), Kind.REQUISITION,
    ),
)  # fmt: skip
"""行政强制、行政征收征用."""
