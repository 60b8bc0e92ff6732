"""代履行 (行政强制法第五十条至第五十二条)."""

from fadu.law.coercion.terms import FullBefore
from fadu.law.periods import working_days
from fadu.law.rules import Bound, Gate, Grade
from fadu.law.statutes import COERCION
from fadu.law.vocabulary import enforcement
from fadu.law.vocabulary.coercing import ProxyPart, ProxySigned

EVERY_PART = ProxyPart.PARTY | ProxyPart.REASONS | ProxyPart.WAY | ProxyPart.TARGET | ProxyPart.BUDGET | ProxyPart.PROXY
EVERY_SIGNATURE = ProxySigned.SUPERVISOR | ProxySigned.PROXY | ProxySigned.PARTY
PERFORMING = ("perform_proxy",)
UNPERFORMED = enforcement.performed_on.column.is_null()

OCCASION = Gate(
    "QZ-050", COERCION[50], "排除妨碍、恢复原状等义务经催告仍不履行，且危害交通、污染环境或者破坏资源的，才能代履行，第三人须无利害关系",
    before=("order_proxy",), once=enforcement.proxy_ordered_on,
    demands=enforcement.restoration.column
    & (enforcement.proxy_ordered_on > enforcement.order_perform_by)
    & (enforcement.demanded_on <= enforcement.proxy_ordered_on)
    & enforcement.harm.one_of("traffic", "pollution", "resources")
    & enforcement.performer.one_of("organ", "third"),
    fix="不符合条件的，改用其他执行方式或者申请人民法院；更换有利害关系的第三人",
)
PROXY_ORDER = Gate(
    "QZ-051-1-1", COERCION[51, 1, 1], "代履行前送达决定书，写明六项内容，包括费用预算和代履行人",
    before=PERFORMING, once=enforcement.proxy_on,
    demands=(enforcement.proxy_served_on <= enforcement.proxy_on) & enforcement.proxy_parts.has_all(EVERY_PART),
    fix="先送达内容完整的代履行决定书",
)
THREE_DAYS_BEFORE = FullBefore(
    "QZ-051-1-2", COERCION[51, 1, 2], "代履行三日前再次催告，当事人履行的停止",
    before=PERFORMING, once=enforcement.proxy_on, announced=enforcement.proxy_demanded_on, full=working_days(3), on=enforcement.proxy_on, besides=UNPERFORMED,
    fix="催告送达后，满三个工作日再实施；当事人已经履行的，停止代履行",
)
SUPERVISED = Gate(
    "QZ-051-1-3", COERCION[51, 1, 3], "代履行时，本机关派员到场监督",
    before=PERFORMING, once=enforcement.proxy_on, demands=enforcement.supervisors >= 1,
    fix="派员到场监督",
)
PROXY_SIGNED = Gate(
    "QZ-051-1-4", COERCION[51, 1, 4], "代履行完毕，监督人员、代履行人、当事人或者见证人在执行文书上签章",
    before=("finish_proxy",), once=enforcement.proxy_done_on, demands=enforcement.proxy_signed.has_all(EVERY_SIGNATURE),
    fix="补齐签名；当事人拒绝的，由见证人签名",
)
AT_COST = Bound(
    "QZ-051-2", COERCION[51, 2], "代履行费用按成本合理确定，由当事人承担",
    before=("finish_proxy",), once=enforcement.proxy_done_on, value=enforcement.proxy_charged, most=enforcement.proxy_cost.column,
    fix="把向当事人收取的费用减到合理成本以内",
)
CLEARED = Gate(
    "QZ-052", COERCION[52], "立即代履行只适用于道路、河道、航道、公共场所的遗洒物、障碍物、污染物，且当事人不能清除",
    before=("clear_at_once",), once=enforcement.cleared_on,
    demands=enforcement.cleared_place.one_of("road", "river", "waterway", "public")
    & enforcement.cleared_thing.one_of("dropped", "obstacle", "pollutant")
    & enforcement.party_unable.column,
    fix="不符合条件的，按一般代履行办理：催告、决定、三日前再催告",
)
CLEARED_TOLD = Gate(
    "QZ-052-told", COERCION[52], "立即代履行时当事人不在场的，事后当日立即通知",
    when=enforcement.party_away.holds, before=("tell_cleared", "finish_proxy", "close_enforcement"), once=enforcement.cleared_on, grade=Grade.MENDABLE,
    demands=enforcement.cleared_told_on <= enforcement.cleared_on,
    fix="立即通知当事人；没有当日通知的，写明原因",
)

RULES = (OCCASION, PROXY_ORDER, THREE_DAYS_BEFORE, SUPERVISED, PROXY_SIGNED, AT_COST, CLEARED, CLEARED_TOLD)
