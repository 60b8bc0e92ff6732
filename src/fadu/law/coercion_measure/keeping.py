"""延长、检测、保管、移送、处理、退还、办结: what becomes of a measure once it is in effect."""

from collections.abc import Mapping
from typing import Any

from fadu.law.asking import GOODS, OPINION, ask, line, prose, rows
from fadu.law.forms import Field, Kind
from fadu.law.procedure import Role, Step, When, absent, pending
from fadu.law.statutes import COERCION
from fadu.law.vocabulary import measure

Facts = Mapping[str, Any]


def _testing(before: Facts, data: Facts, context: Facts) -> dict[str, Any]:
    """The days of a test that is told in writing with its end are not counted; a test that overruns that end is."""
    until = measure.test_until.value_of(data["measure_test_until"])
    told = max(until - context["on"], 0) if data["measure_test_told"] else 0
    return {"measure_test_days": (before.get("measure_test_days") or 0) + told}


def _tested(before: Facts, _data: Facts, context: Facts) -> dict[str, Any]:
    """A test that ends early gives back the days that it was not needed for."""
    spared = max(before.get("measure_test_until", context["on"]) - context["on"], 0) if before.get("measure_test_told") else 0
    return {"measure_test_days": max((before.get("measure_test_days") or 0) - spared, 0)}


def disposed(_before: Facts, data: Facts, context: Facts) -> dict[str, Any]:
    """A release has its own day: goods go back on it."""
    return {"measure_released_on": context["on"] if data["measure_disposal"] == "release" else None}


EXTEND = Step(
    name="extend_measure",
    label="决定延长期限",
    unfit=pending(measure.extended_on, "已经延长过一次"),
    leaves=("held",),
    by=Role.HEAD,
    basis=(COERCION[25, 1], COERCION[32, 1]),
    says="情况复杂的，期满之前经负责人批准，延长不超过三十日",
    asks=(
        ask(measure.extension_days, least=1),
        prose("reason", "延长的理由", longest=1000),
        Field(name="from", label="延长自", kind=Kind.DATE),
        Field(name="until", label="延长至", kind=Kind.DATE),
        OPINION,
    ),
    marks={measure.extended_on: When.DAY},
    papers=("measure_extension", "matter_approval"),
    side=True,
)

TELL_EXTENSION = Step(
    name="tell_measure_extension",
    label="告知延长",
    unfit=lambda facts: "" if "measure_extended_on" in facts and "measure_extension_told_on" not in facts else "没有待告知的延长决定",
    leaves=("held",),
    basis=(COERCION[25, 2], COERCION[32, 2]),
    says="延长决定及时书面告知当事人，说明理由",
    asks=(ask(measure.extension_written), ask(measure.extension_reasoned), line("receiver", "签收人")),
    marks={measure.extension_told_on: When.DAY},
    papers=("service_receipt",),
)

BEGIN_TEST = Step(
    name="begin_measure_test",
    label="开始检测鉴定",
    unfit=lambda facts: "检测鉴定正在进行" if facts.get("measure_test_running") else "",
    leaves=("held",),
    basis=(COERCION[25, 3],),
    says="检测、检验、检疫、鉴定期间明确并书面告知的，不计入查封、扣押期限",
    asks=(
        line("lab", "检测鉴定机构"),
        prose("matters", "检测鉴定事项", longest=1000),
        ask(measure.test_until),
        ask(measure.test_told),
        ask(measure.test_paid_by),
    ),
    marks={measure.test_started_on: When.DAY, measure.test_running: True},
    effect=_testing,
    derives=(measure.test_days,),
    papers=("test_period_notice",),
    side=True,
)

END_TEST = Step(
    name="end_measure_test",
    label="检测鉴定结束",
    unfit=lambda facts: "" if facts.get("measure_test_running") else "没有正在进行的检测鉴定",
    leaves=("held",),
    basis=(COERCION[25, 3],),
    says="登记结果，查封、扣押期限继续计算",
    asks=(prose("result", "结果"),),
    marks={measure.test_running: False},
    effect=_tested,
    derives=(measure.test_days,),
)

ENTRUST = Step(
    name="entrust_custody",
    label="登记保管",
    leaves=("held",),
    basis=(COERCION[26],),
    says="查封的可以委托第三人保管；保管费由机关承担",
    asks=(
        line("keeper", "保管人"),
        ask(measure.custody_third),
        ask(measure.custody_bound, required=False, when=("measure_custody_third", (True,))),
        ask(measure.custody_charged, help="由机关承担，填 0"),
    ),
    papers=("custody_letter",),
    side=True,
)

HAND_TO_JUSTICE = Step(
    name="hand_to_justice",
    label="随案移送司法机关",
    leaves=("held",),
    enters="transferred",
    by=Role.HEAD,
    basis=(COERCION[21],),
    says="涉嫌犯罪的，查封、扣押、冻结的财物一并移送并告知当事人",
    asks=(
        line("to_organ", "移送至", example="示范县公安局"),
        rows("goods", "移送的财物", GOODS, least=1),
        ask(measure.transfer_whole),
        ask(measure.transfer_told),
        OPINION,
    ),
    marks={measure.transferred_on: When.DAY, measure.disposed_on: When.DAY},
    papers=("seized_transfer_notice", "goods_list"),
    side=True,
)

DISPOSE = Step(
    name="dispose_measure",
    label="作出处理决定",
    leaves=("held",),
    enters="decided",
    by=Role.HEAD,
    basis=(COERCION[27], COERCION[28, 1]),
    says="期限内没收、销毁或者解除；应当解除的及时解除",
    asks=(
        ask(measure.disposal, choices=tuple(choice for choice in measure.disposal.choices if choice[0] != "pay")),
        ask(measure.release_ground, required=False, when=("measure_disposal", ("release",))),
        prose("reason", "理由", longest=2000),
        OPINION,
    ),
    marks={measure.disposed_on: When.DAY},
    effect=disposed,
    derives=(measure.released_on,),
    papers=("measure_release", "matter_approval"),
)

RETURN_GOODS = Step(
    name="return_held_goods",
    label="退还财物",
    unfit=absent(measure.released_on, "没有解除"),
    leaves=("decided",),
    basis=(COERCION[28, 2],),
    says="立即退还；已经拍卖、变卖的退还款项",
    asks=(
        line("receiver", "领取人"),
        ask(measure.custody_charged, help="由机关承担，填 0"),
        ask(measure.proceeds, required=False, rare=True),
        ask(measure.proceeds_returned, required=False, rare=True),
        ask(measure.sold_low, required=False, rare=True),
        ask(measure.low_compensated, required=False, rare=True),
    ),
    marks={measure.returned_on: When.DAY},
    papers=("goods_list",),
)

CLOSE = Step(
    name="close_measure",
    label="办结",
    leaves=("decided",),
    enters="closed",
    basis=(COERCION[26, 1],),
    says="核对保管、退还情况，归档",
    asks=(
        ask(measure.goods_spoiled),
        ask(measure.spoiled_compensated, required=False, when=("measure_goods_spoiled", (True,))),
        prose("note", "备注", required=False),
    ),
    marks={measure.closed_on: When.DAY},
)
