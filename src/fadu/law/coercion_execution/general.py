"""行政机关自行强制执行 (行政强制法第四章第一节、第二节)."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from fadu.law.asking import CARD, OPINION, PLACE, PRESENT, WITNESS_NAME, ask, line, prose
from fadu.law.coercion_execution import common
from fadu.law.coercion_execution.common import suspended
from fadu.law.correction import correction
from fadu.law.procedure import Kind, Procedure, Role, Stage, Step, When, absent
from fadu.law.statutes import COERCION
from fadu.law.vocabulary import enforcement

UNDER_WAY = ("opened", "demanded", "ordered", "delivered", "executed")

OPEN = Step(
    name="open_enforcement",
    numbers="强执案",
    label="登记强制执行事项",
    basis=(COERCION[34], COERCION[13]),
    says="登记当事人逾期不履行的决定，核对执行权",
    asks=(line("cause", "事由", example="逾期不缴纳罚款"), *common.PERSON, *common.DECISION, *common.POWER, ask(enforcement.method), *common.MONEY),
    marks={enforcement.opened_on: When.DAY},
    once=True,
)
SURCHARGE = Step(
    name="add_enforcement_surcharge",
    label="决定加处罚款、滞纳金",
    unfit=lambda facts: "" if facts.get("enforcement_involves_money") else "不涉及金钱给付",
    leaves=("opened", "demanded"),
    by=Role.HEAD,
    basis=(COERCION[45],),
    says="标准先告知当事人，累计不超出本金",
    asks=(ask(enforcement.surcharge_told), ask(enforcement.surcharged_from), ask(enforcement.surcharge), line("rate", "标准", example="每日百分之三"), OPINION),
    papers=("surcharge_decision",),
    side=True,
)
DEMAND = common.demand("opened", "demanded", enters="demanded")
ORDER = Step(
    name="order_enforcement",
    label="作出强制执行决定",
    unfit=suspended,
    leaves=("opened", "demanded"),
    enters="ordered",
    by=Role.HEAD,
    basis=(COERCION[37],),
    says="催告期满仍不履行又无正当理由；书面写明五项内容",
    asks=(
        ask(enforcement.alternatives_weighed),
        ask(enforcement.at_once, required=False, rare=True, help="催告期间立即执行的选是"),
        ask(enforcement.flight_proven, required=False, when=("enforcement_at_once", (True,))),
        ask(enforcement.order_written),
        ask(enforcement.order_parts),
        prose("reason", "理由和依据", longest=2000),
        prose("how", "执行的方式和时间", longest=1000),
        OPINION,
    ),
    marks={enforcement.ordered_on: When.DAY},
    papers=("enforcement_decision", "matter_approval"),
)
DELIVER = Step(
    name="deliver_enforcement_order",
    label="送达强制执行决定书",
    leaves=("ordered",),
    enters="delivered",
    basis=(COERCION[38],),
    says="直接送达；拒收或者送不到的，用民事诉讼法的其他方式",
    asks=(ask(enforcement.order_service), ask(enforcement.order_undeliverable, required=False), line("receiver", "签收人", required=False)),
    marks={enforcement.order_delivered_on: When.DAY},
    papers=("service_receipt",),
)
HOW = (
    PRESENT,
    CARD,
    PLACE,
    ask(enforcement.executed_at),
    ask(enforcement.executed_until),
    ask(enforcement.executed_urgently, required=False, rare=True),
    ask(enforcement.cuts_utilities, "停止供水、供电、供热、供燃气等", required=False),
    ask(enforcement.residential, required=False),
    prose("course", "执行经过", longest=5000),
    WITNESS_NAME,
)


def by_force(before: Mapping[str, Any], data: Mapping[str, Any], context: Mapping[str, Any]) -> dict[str, Any]:
    """The day of execution; what is not ticked was not done."""
    cut = {name: data.get(name) or False for name in ("enforcement_cuts_utilities", "enforcement_residential")}
    return {**common.executed_day(before, data, context), **cut}


EXECUTE = Step(
    name="execute_enforcement",
    label="实施强制执行",
    unfit=suspended,
    leaves=("delivered",),
    enters="executed",
    basis=(COERCION[34], COERCION[43]),
    says="不在夜间和法定节假日，不停居民的水电热气",
    asks=HOW,
    effect=by_force,
    derives=(enforcement.executed_on, enforcement.cuts_utilities, enforcement.residential),
    papers=("enforcement_record",),
)
TRANSFER = Step(
    name="transfer_deposit",
    label="划拨存款、汇款",
    unfit=suspended,
    leaves=("delivered",),
    enters="executed",
    basis=(COERCION[47, 1],),
    says="由法律规定的机关决定，书面通知金融机构",
    asks=(line("bank", "金融机构"), line("account", "账号", longest=40), ask(enforcement.bank_told), ask(enforcement.proceeds)),
    marks={enforcement.transferred_on: When.DAY},
    papers=("transfer_notice",),
)
AUCTION = Step(
    name="auction_seized",
    label="拍卖查封扣押的财物",
    unfit=suspended,
    leaves=("demanded", "delivered"),
    enters="executed",
    by=Role.HEAD,
    basis=(COERCION[46, 3], COERCION[48]),
    says="委托拍卖机构；没有执行权的机关只能在救济期满、催告后拍卖已查封扣押的财物抵缴罚款",
    asks=(
        prose("goods_sold", "拍卖的财物", longest=2000),
        line("house", "拍卖机构"),
        ask(enforcement.auctioneer),
        ask(enforcement.seized_before),
        ask(enforcement.proceeds),
        OPINION,
    ),
    marks={enforcement.auctioned_on: When.DAY},
    papers=("auction_letter",),
)
BANK = Step(
    name="bank_enforcement_proceeds",
    label="登记款项上缴",
    unfit=absent(enforcement.proceeds, "没有所得款项"),
    leaves=("executed",),
    basis=(COERCION[49],),
    says="所得款项全部上缴国库或者划入财政专户",
    asks=(ask(enforcement.banked), line("receipt_no", "凭证号")),
)


def turn(stage: str, facts: Mapping[str, Any]) -> str:
    """The step that an enforcement waits for."""
    if suspended(facts) and stage in UNDER_WAY:
        return "resume_enforcement"
    if stage == "demanded" and not facts.get("enforcement_own_power", True):
        return "auction_seized"
    if stage == "executed" and facts.get("enforcement_proceeds") and "enforcement_banked" not in facts:
        return "bank_enforcement_proceeds"
    steps = {"opened": "demand_performance", "demanded": "order_enforcement", "ordered": "deliver_enforcement_order", "delivered": "execute_enforcement"}
    return steps.get(stage, "close_enforcement" if stage in ("executed", "ended") else "")


PROCEDURE = Procedure(
    id="enforcement.general",
    version="2012",
    title="行政强制执行",
    in_force=date(2012, 1, 1),
    kind=Kind.EXECUTION,
    grain="enforcement",
    says="有法定执行权的机关：催告、听取意见、决定、执行",
    stages=(
        Stage(name="opened", label="登记"),
        Stage(name="demanded", label="催告"),
        Stage(name="ordered", label="执行决定"),
        Stage(name="delivered", label="送达"),
        Stage(name="executed", label="执行"),
        Stage(name="ended", label="终结", optional=True, note="法定五种情形"),
        Stage(name="closed", label="办结"),
    ),
    steps=(
        OPEN,
        SURCHARGE,
        DEMAND,
        common.hear("demanded"),
        ORDER,
        DELIVER,
        EXECUTE,
        TRANSFER,
        AUCTION,
        BANK,
        *common.agreements("ordered", "delivered", "executed"),
        common.remedy(*UNDER_WAY),
        common.performed("opened", "demanded", "ordered", "delivered"),
        *common.breaks(*UNDER_WAY),
        *common.FILMING,
        common.close("executed", "ended"),
        correction((*UNDER_WAY, "ended")),
    ),
    ends=frozenset({"closed"}),
    parameters=common.LOCAL,
    turn=turn,
)
