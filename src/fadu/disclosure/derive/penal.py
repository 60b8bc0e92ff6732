"""Penalties, and what adds to them: what is public of each."""

from fadu.disclosure.derive.told import HERE, LATER, SOON, Act, Told
from fadu.law.procedure import Kind
from fadu.law.statutes import COERCION, PENALTY, SAMR_DISCLOSURE

_ANSWERS = {"where": HERE, "redacted": True}

PENAL = (
    Act(
        "penalty", "行政处罚决定", frozenset({"decide", "decide_spot"}), ("penalty_decision", "spot_decision"), "publish", "withdraw",
        _ANSWERS, *SOON, (PENALTY[48, 1], SAMR_DISCLOSURE[4, 3]),
        (
            Told("facts", "违法事实", ("steps.conclude.facts_found", "steps.register_spot.facts_found", "step.facts_found")),
            Told("violated", "违反的规定", ("steps.conclude.violated", "step.violated", "law.violated")),
            Told("basis", "处罚依据", ("steps.conclude.penalised_under", "step.penalised_under", "law.basis")),
            Told("kinds", "处罚种类", ("step.decision_kinds",), free=False),
            Told("content", "处罚内容", ("step.content",)),
            Told("fine", "罚款数额", ("step.decision_fine", "step.spot_fine"), free=False),
            Told("gain", "没收所得", ("step.decision_gain",), free=False),
            Told("discretion", "裁量的理由", ("steps.conclude.discretion_reason", "step.discretion_reason")),
        ), Kind.PENALTY, ordered=True, copied=True,
    ),
    Act(
        "no_penalty", "不予行政处罚决定", frozenset({"decide_none"}), ("no_penalty_decision",), "publish", "withdraw",
        _ANSWERS, *LATER, (PENALTY[48, 1],),
        (
            Told("facts", "违法事实", ("steps.conclude.facts_found",)),
            Told("ground", "不予处罚的情形", ("step.ground",), free=False),
            Told("reason", "理由和依据", ("step.reason",)),
        ), Kind.PENALTY,
    ),
    Act(
        "daily", "按日连续处罚决定", frozenset({"decide_daily", "penalise_daily"}), ("daily_decision", "penalty_decision"), None, None,
        {}, *SOON, (PENALTY[48, 1],),
        (
            Told("reason", "事实和理由", ("step.reason",)),
            Told("days", "连续处罚的日数", ("step.daily_days",), free=False),
            Told("fine", "罚款数额", ("step.daily_fine",), free=False),
            Told("daily", "每日数额", ("step.daily_amount",), free=False),
            Told("since", "起算日期", ("step.daily_from",), free=False),
        ), Kind.PENALTY, ordered=True, copied=True,
    ),
    Act(
        "surcharge", "加处罚款、滞纳金决定", frozenset({"surcharge", "add_enforcement_surcharge"}), ("surcharge_decision", "penalty_decision"), None, None,
        {}, *LATER, (PENALTY[72, 1, 1], COERCION[45]),
        (
            Told("amount", "加处的数额", ("step.surcharge", "step.enforcement_surcharge"), free=False),
            Told("rate", "标准", ("step.rate",)),
            Told("days", "计算的日数", ("step.surcharge_days",), free=False),
        ), Kind.EXECUTION,
    ),
)  # fmt: skip
"""行政处罚 and 加处罚款."""
