"""执行权、催告、强制执行决定 (行政强制法第十三条、第三十五条至第三十八条)."""

from fadu.law.rules import Gate
from fadu.law.statutes import COERCION
from fadu.law.vocabulary import enforcement
from fadu.law.vocabulary.coercing import DemandPart, OrderPart

OWN = ("order_enforcement", "execute_enforcement", "transfer_deposit", "order_proxy", "demolish")
"""The steps of an organ that enforces by its own hand."""

DEMANDED = DemandPart.TERM | DemandPart.WAY | DemandPart.DEFENCE
ORDER = OrderPart.PARTY | OrderPart.REASONS | OrderPart.WAY | OrderPart.REMEDY | OrderPart.ORGAN
AT_ONCE = enforcement.at_once.holds
DEMANDING = ("order_enforcement", "order_proxy")
"""The decisions before which performance is demanded; 立即代履行 (第五十二条) is none of them."""

FORCED = (*DEMANDING, "execute_enforcement", "transfer_deposit", "demolish")
"""Those decisions and what is done on them: without demand and decision nothing is taken and no building falls."""

MILDER_MEANS = Gate(
    "QZ-005-enforce", COERCION[5], "非强制手段能够达到目的的，不强制执行；拟执行的，记明已经评估",
    before=DEMANDING, once=enforcement.ordered_on, demands=enforcement.alternatives_weighed.column,
    fix="先督促、约谈、协商履行；确实不行的，写明后再执行",
)
POWER_BY_LAW = Gate(
    "QZ-013-1", COERCION[13, 1], "强制执行权由法律授予，法规、规章不能授予",
    when=enforcement.own_power.column, before=OWN, once=enforcement.ordered_on, demands=enforcement.power_level == "law",
    fix="没有法律授权的，申请人民法院强制执行",
)
NO_POWER = Gate(
    "QZ-013-2", COERCION[13, 2], "法律没有授予强制执行权的，应当申请人民法院，不得自行执行",
    before=OWN, once=enforcement.ordered_on, demands=enforcement.own_power.column,
    fix="改办“申请人民法院强制执行”",
)
DEMAND_FIRST = Gate(
    "QZ-035", COERCION[35], "强制执行决定前书面催告，写明期限、方式、陈述申辩权，金钱给付的写明金额和给付方式",
    before=FORCED, once=enforcement.ordered_on,
    demands=(enforcement.demanded_on <= enforcement.ordered_on)
    & enforcement.demand_written.column
    & enforcement.demand_parts.has_all(DEMANDED)
    & (~enforcement.involves_money.column | enforcement.demand_parts.has(DemandPart.AMOUNT)),
    fix="先送达内容完整的催告书",
)
OBJECTION = Gate(
    "QZ-036", COERCION[36], "当事人的陈述申辩应当记录、复核，成立的采纳",
    when=enforcement.objected_on.known, before=FORCED, once=enforcement.ordered_on,
    demands=enforcement.objection_recorded.column & enforcement.objection_checked.column & (~enforcement.objection_founded.column | enforcement.objection_adopted.column),
    fix="记录、复核当事人的意见；成立的采纳并调整执行",
)
NOT_PERFORMED = enforcement.performed_on.column.is_null() & ~enforcement.reason_good.holds
AFTER_THE_DEMAND = Gate(
    "QZ-037-1", COERCION[37, 1], "催告期满仍不履行又无正当理由的，才能作出强制执行决定",
    when=~AT_ONCE, before=FORCED, once=enforcement.ordered_on, demands=(enforcement.ordered_on > enforcement.demand_until.column) & NOT_PERFORMED,
    fix="等催告书确定的期限届满；当事人已经履行或者有正当理由的，不得执行",
)
ORDER_SAYS = Gate(
    "QZ-037-2", COERCION[37, 2], "强制执行决定以书面作出，写明五项内容",
    before=FORCED, once=enforcement.ordered_on, demands=enforcement.order_written.column & enforcement.order_parts.has_all(ORDER),
    fix="制作书面决定，补齐五项内容",
)
IMMEDIATELY = Gate(
    "QZ-037-3", COERCION[37, 3], "催告期间立即执行，须有证据证明转移或者隐匿财物迹象",
    when=AT_ONCE, before=FORCED, once=enforcement.ordered_on,
    demands=enforcement.flight_proven.column & (enforcement.ordered_on <= enforcement.demand_until) & (enforcement.ordered_on >= enforcement.demanded_on),
    fix="没有证据的，等催告期满",
)
ORDER_SERVED = Gate(
    "QZ-038", COERCION[38], "强制执行决定书直接送达；拒收或者无法直接送达的，才用民事诉讼法的其他方式",
    before=("deliver_enforcement_order",), once=enforcement.order_delivered_on, demands=(enforcement.order_service == "direct") | enforcement.order_undeliverable.column,
    fix="先直接送达；拒收或者送不到的，记明后改用其他方式",
)
DEMAND_SERVED = Gate(
    "QZ-038-demand", COERCION[38], "催告书直接送达；拒收或者无法直接送达的，才用民事诉讼法的其他方式",
    before=("demand_performance",), once=enforcement.demanded_on, demands=(enforcement.demand_service == "direct") | enforcement.demand_undeliverable.column,
    fix="先直接送达；拒收或者送不到的，记明后改用其他方式",
)

RULES = (
    MILDER_MEANS, POWER_BY_LAW, NO_POWER, DEMAND_FIRST, OBJECTION, AFTER_THE_DEMAND, ORDER_SAYS, IMMEDIATELY, ORDER_SERVED, DEMAND_SERVED,
)  # fmt: skip
