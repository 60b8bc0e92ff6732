"""查封、扣押 (行政强制法第二十三条至第二十八条、第六十二条)."""

import polars as pl

from fadu.law.coercion.terms import SEIZURE, TAKING, THIRTY, InTerm, by_the_end, named
from fadu.law.rules import Bound, Clock, Gate, Grade
from fadu.law.statutes import COERCION
from fadu.law.vocabulary import measure
from fadu.law.vocabulary.coercing import MeasurePart
from fadu.law.vocabulary.measure import RELEASE

EVERY_PART = MeasurePart.PARTY | MeasurePart.REASONS | MeasurePart.OBJECTS | MeasurePart.REMEDY | MeasurePart.ORGAN
BY_GENERAL_TERM = measure.special_until.column.is_null()

ONLY_RELATED = Gate(
    "QZ-023-1", COERCION[23, 1], "只能查封、扣押涉案的场所、设施、财物，不得涉及个人和家属的生活必需品",
    when=SEIZURE, before=("propose_measure", *TAKING), once=measure.applied_on, demands=measure.related.column & ~measure.necessities.column,
    fix="剔除无关的财物和生活必需品",
)
NOT_TWICE = Gate(
    "QZ-023-2", COERCION[23, 2], "其他国家机关已经依法查封的，不得重复查封",
    when=SEIZURE, before=("propose_measure", *TAKING), once=measure.applied_on, demands=~measure.held_by_other.column,
    fix="与先查封的机关衔接，不重复查封",
)
HANDED_OVER = Gate(
    "QZ-024-1", COERCION[24, 1], "决定书和清单当场交付当事人",
    when=SEIZURE, before=TAKING, once=measure.taken_on, demands=measure.decision_handed.column & measure.list_handed.column,
    fix="当场制作并交付决定书和清单",
)
DECISION_SAYS = Gate(
    "QZ-024-2", COERCION[24, 2], "决定书写明当事人、理由依据和期限、名称数量、救济途径、机关印章日期",
    when=SEIZURE, before=TAKING, once=measure.taken_on, demands=measure.decision_parts.has_all(EVERY_PART),
    fix="补齐五项内容后再交付",
)
TWO_LISTS = Bound(
    "QZ-024-3", COERCION[24, 3], "清单一式二份，当事人和机关各存一份",
    when=SEIZURE, before=TAKING, once=measure.taken_on, value=measure.list_copies, least=pl.lit(2),
    fix="清单做两份，一份交当事人",
)
HELD_IN_TERM = Clock(
    "QZ-025-1", COERCION[25, 1], "查封、扣押不超过三十日，批准延长的再加至多三十日，检测鉴定期间不计",
    name="查封扣押期限",
    when=SEIZURE & BY_GENERAL_TERM, starts=measure.taken_on, ends=measure.disposed_on, within=THIRTY,
    paused=measure.test_days, extended=measure.extension_days, warn=5, next_step="dispose_measure", who="head",
    also={"QZ-062-3": COERCION[62, 1, 3]},
    fix="期满前没收、销毁或者解除；已经期满的立即解除并退还",
)
EXTENDED_AT_MOST = Bound(
    "QZ-025-1-days", COERCION[25, 1], "延长不得超过三十日",
    when=SEIZURE, before=("extend_measure",), once=measure.extended_on, value=measure.extension_days, most=pl.lit(30),
    fix="把延长日数减到三十日以内",
)
EXTENDED_IN_TIME = InTerm(
    "QZ-025-1-late", COERCION[25, 1], "延长须在前三十日届满之前决定",
    when=SEIZURE & BY_GENERAL_TERM, before=("extend_measure",), once=measure.extended_on, on=measure.extended_on, first=True,
    fix="期限已经届满，不能再延长，立即解除",
)
SPECIAL_TERM = Gate(
    "QZ-025-1-special", COERCION[25, 1], "法律、行政法规另行规定期限的，在该期限内处理或者解除",
    when=measure.special_until.known, before=("dispose_measure",), once=measure.disposed_on, grade=Grade.MENDABLE,
    demands=measure.disposed_on <= measure.special_until,
    fix="已经超过另行规定的期限，立即解除",
)
EXTENSION_TOLD = Gate(
    "QZ-025-2", COERCION[25, 2], "延长的决定书面告知当事人并说明理由",
    when=SEIZURE & measure.extended_on.known, before=("tell_measure_extension", "dispose_measure"), once=measure.extended_on, grade=Grade.MENDABLE,
    demands=by_the_end(measure.extension_told_on, measure.extension_written.column & measure.extension_reasoned.column, measure.disposed_on),
    fix="书面告知并写明理由",
)
TEST_TOLD = Gate(
    "QZ-025-3", COERCION[25, 3], "检测、检验、检疫、鉴定的期间须明确并书面告知，费用由机关承担",
    when=SEIZURE, before=("begin_measure_test",), once=measure.test_started_on,
    demands=measure.test_told.column & (measure.test_until >= measure.test_started_on) & (measure.test_paid_by == "organ"),
    fix="确定起止日期并书面告知；没有告知的期间照常计算，费用不得转嫁",
)
KEPT_WELL = Gate(
    "QZ-026-1", COERCION[26, 1], "妥善保管，不得使用或者损毁，造成损失的赔偿",
    when=SEIZURE, before=("close_measure",), once=measure.closed_on, demands=~measure.goods_spoiled.column | measure.spoiled_compensated.holds,
    fix="先赔偿损失，再办结",
)
THIRD_KEEPER = Gate(
    "QZ-026-2", COERCION[26, 2], "查封的可以委托第三人保管，写明第三人不得损毁或者擅自转移、处置",
    when=measure.custody_third.holds, before=("entrust_custody",), once=measure.taken_on,
    demands=(measure.kind == "seal") & measure.custody_bound.column,
    fix="扣押的财物由机关自己保管；委托保管查封物的，写明保管义务",
)
CUSTODY_FREE = Bound(
    "QZ-026-3", COERCION[26, 3], "保管费用由机关承担，不得向当事人收取",
    when=SEIZURE, before=("entrust_custody", "return_held_goods", "close_measure"), once=measure.taken_on, value=measure.custody_charged, most=pl.lit(0),
    fix="退还已收的保管费",
)
DISPOSED_IN_TERM = InTerm(
    "QZ-027", COERCION[27], "没收、销毁须在查封、扣押的期限内决定，逾期的只能解除",
    when=SEIZURE & BY_GENERAL_TERM & (measure.disposal != "release"), before=("dispose_measure",), once=measure.disposed_on, on=measure.disposed_on,
    fix="期限已过，解除并退还；需要没收的另行依法处理",
)
RELEASED_FOR = Gate(
    "QZ-028-1", COERCION[28, 1], "有五种情形之一的，及时作出解除决定并写明情形",
    when=SEIZURE & (measure.disposal == "release"), before=("dispose_measure",), once=measure.disposed_on,
    demands=measure.release_ground.one_of(*named(RELEASE)),
    fix="写明属于哪一种解除情形",
)
GIVEN_BACK = Gate(
    "QZ-028-2", COERCION[28, 2], "解除后立即退还财物",
    when=SEIZURE & measure.released_on.known, before=("return_held_goods", "close_measure"), once=measure.released_on, grade=Grade.MENDABLE,
    demands=by_the_end(measure.returned_on, measure.returned_on <= measure.released_on, measure.closed_on),
    fix="立即通知当事人领取；没有当日退还的，写明原因",
)
PROCEEDS_BACK = Gate(
    "QZ-028-2-proceeds", COERCION[28, 2], "财物已经拍卖、变卖的退还所得款项，价格明显偏低致损的补偿",
    when=SEIZURE & measure.released_on.known & (measure.proceeds > 0), before=("close_measure",), once=measure.closed_on,
    demands=(measure.proceeds_returned >= measure.proceeds.column) & (~measure.sold_low.holds | measure.low_compensated.column),
    fix="退还全部所得款项，补偿差价",
)

RULES = (
    ONLY_RELATED, NOT_TWICE, HANDED_OVER, DECISION_SAYS, TWO_LISTS, HELD_IN_TERM, EXTENDED_AT_MOST, EXTENDED_IN_TIME, SPECIAL_TERM,
    EXTENSION_TOLD, TEST_TOLD, KEPT_WELL, THIRD_KEEPER, CUSTODY_FREE, DISPOSED_IN_TERM, RELEASED_FOR, GIVEN_BACK, PROCEEDS_BACK,
)  # fmt: skip
