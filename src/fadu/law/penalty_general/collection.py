"""当场收缴 (行政处罚法第六十八条至第七十一条): fines taken on the spot, and the way of the money to the bank."""

from collections.abc import Mapping
from typing import Any

from fadu.law.asking import ask, line, prose
from fadu.law.penalty_general.execution import owed, paid, performed
from fadu.law.procedure import Step, When
from fadu.law.statutes import PENALTY, SAMR_PROCEDURE
from fadu.law.vocabulary import case, step


def _collected(before: Mapping[str, Any], data: Mapping[str, Any], context: Mapping[str, Any]) -> dict[str, Any]:
    return {**paid(before, data, context), "collect_reasoned": bool(data.get("reason"))}


COLLECT_FINE = Step(
    name="collect_fine",
    label="当场收缴罚款",
    unfit=lambda facts: "" if owed(facts) > (facts.get("paid") or 0) else "没有应当收缴的罚款",
    leaves=("served",),
    enters="performed",
    provided=performed,
    basis=(PENALTY[68], PENALTY[69], PENALTY[70]),
    says="只有法定情形可以当场收缴；必须出具财政部门统一制发的专用票据",
    asks=(
        ask(case.spot_on_the_spot),
        prose("reason", "理由", required=False, longest=500),
        ask(case.party_asked, required=False, when=("spot_on_the_spot", ("remote",))),
        ask(case.collected_afloat, required=False, when=("spot_on_the_spot", ("remote",))),
        ask(step.instalment, "收缴金额", least=1),
        line("receipt_no", "专用票据号码"),
        ask(case.receipt_lawful, "票据由财政部门统一制发"),
    ),
    marks={case.collected_on: When.DAY},
    effect=_collected,
    derives=(case.paid, case.paid_on, case.closing_since, case.closing_ground, case.collect_reasoned),
    papers=("spot_receipt",),
)

REMIT = Step(
    name="remit",
    label="缴至行政机关",
    unfit=lambda facts: "" if "collected_on" in facts and "remitted_on" not in facts else "没有待交的当场收缴款",
    leaves=("served", "performed", "closed"),
    basis=(PENALTY[71], SAMR_PROCEDURE[73]),
    says="当场收缴的罚款，自收缴之日（在水上收缴的自抵岸之日）起二个工作日内交至行政机关",
    asks=(ask(case.ashore_on, required=False, help="在水上当场收缴的填写"), line("received_by", "收款人")),
    marks={case.remitted_on: When.DAY},
    side=True,
)

BANK = Step(
    name="bank",
    label="缴付指定银行",
    unfit=lambda facts: "" if "remitted_on" in facts and "banked_on" not in facts else "没有待缴银行的款项",
    leaves=("served", "performed", "closed"),
    basis=(PENALTY[71], SAMR_PROCEDURE[73]),
    says="行政机关在二个工作日内缴付指定的银行",
    asks=(line("bank_receipt", "银行回单号"),),
    marks={case.banked_on: When.DAY},
    side=True,
)

STEPS = (COLLECT_FINE, REMIT, BANK)
