"""道路交通安全法: on the road, the licence held, the vehicle held, the camera."""

import polars as pl

from fadu.law.penalty.terms import DECIDING, JUDGED, PENALISED, YUAN
from fadu.law.periods import days, hours, months
from fadu.law.police.terms import ON_FOOT, ROADSIDE, SMALL, TRAFFIC
from fadu.law.rules import Bound, Clock, Duty, Gate, Wait
from fadu.law.statutes import ROAD_TRAFFIC
from fadu.law.vocabulary import case, organ
from fadu.law.vocabulary.kinds import Penalty
from fadu.law.vocabulary.marks import DecisionPart

FINED = case.decision_kinds.has(Penalty.FINE)
ON_PAPER = DecisionPart.FACTS | DecisionPart.BASIS | DecisionPart.CONTENT | DecisionPart.DATE | DecisionPart.PLACE | DecisionPart.ORGAN
HELD_BEFORE = (case.served_on - case.licence_held_on).fill_null(0).clip(lower_bound=0)
"""处罚决定生效前先予扣留驾驶证的日数."""

NO_TARGETS = Duty(
    "JT-086-1a", ROAD_TRAFFIC[86, 1], "任何单位不得给交通管理部门下达或者变相下达罚款指标",
    demands=organ.fine_targets == 0,
    due="下达任务时", fix="拒绝执行并向上级报告，撤销罚款指标",
)
WARNED_AND_LET_GO = Gate(
    "JT-087-2", ROAD_TRAFFIC[87, 2], "情节轻微、未影响通行的，指出违法、口头警告后放行，不处罚",
    when=TRAFFIC & JUDGED & case.slight_unobstructed.holds, before=DECIDING, once=case.decided_on, demands=case.outcome == "none_statutory",
    fix="口头警告后放行，作不予处罚处理",
)
FIVE_TO_FIFTY = Bound(
    "JT-089", ROAD_TRAFFIC[89], "行人、乘车人、非机动车驾驶人，警告或者五元以上五十元以下罚款",
    when=TRAFFIC & PENALISED & FINED & case.road_user.one_of(*ON_FOOT), before=DECIDING, once=case.decided_on,
    value=case.decision_fine, least=pl.lit(5 * YUAN), most=pl.lit(50 * YUAN),
    fix="罚款改为五元以上五十元以下",
)
HELD_FOR_REFUSAL = Gate(
    "JT-089-hold", ROAD_TRAFFIC[89], "非机动车驾驶人拒绝接受罚款的，才可以因此扣留其非机动车",
    when=TRAFFIC & (case.road_user == "nonmotor"), before=("hold_vehicle",), once=case.vehicle_held_on, demands=case.fine_refused.column,
    fix="没有拒绝接受罚款的，不得扣留非机动车",
)
TWO_HUNDRED = Bound(
    "JT-107-1", ROAD_TRAFFIC[107, 1], "交通警察可以当场决定警告或者二百元以下罚款，不分个人和单位",
    when=ROADSIDE & FINED, before=("decide_spot",), once=case.decided_on, value=case.spot_fine, most=pl.lit(200 * YUAN),
    fix="超过二百元的，转为普通程序",
)
SIX_PARTS_SIGNED = Gate(
    "JT-107-2", ROAD_TRAFFIC[107, 2], "当场处罚决定书载明事实、依据、内容、时间、地点、机关名称，由执法人员签名或者盖章",
    when=ROADSIDE, before=("decide_spot",), once=case.decided_on, demands=case.decision_parts.has_all(ON_PAPER) & ~case.spot_unsigned.holds,
    fix="补齐决定书的内容，由执法人员签名或者盖章",
)
COLLECTED_FROM_WALKERS = Gate(
    "JT-108-2", ROAD_TRAFFIC[108, 2], "对行人、乘车人、非机动车驾驶人的罚款，没有异议的可以当场收缴",
    when=TRAFFIC & SMALL, before=("collect_fine",), once=case.collected_on, demands=case.road_user.one_of(*ON_FOOT) & case.no_objection.column,
    fix="机动车驾驶人的罚款，或者有异议的，到指定的银行缴纳",
)
PROVINCIAL_RECEIPT = Gate(
    "JT-108-3", ROAD_TRAFFIC[108, 3], "罚款开具省级财政部门统一制发的收据，否则当事人有权拒缴",
    when=TRAFFIC, before=("pay", "collect_fine"), once=case.paid_on, demands=case.receipt_lawful.column,
    fix="改开省级财政部门统一制发的罚款收据",
)
HANDED_IN_A_DAY = Clock(
    "JT-110-1", ROAD_TRAFFIC[110, 1], "先予扣留驾驶证的，二十四小时内把案件移交交通管理部门处理",
    name="扣证移交",
    when=TRAFFIC, starts=case.licence_held_at, ends=case.case_handed_at, within=hours(24), warn=0, next_step="note_traffic",
    fix="立即移交公安机关交通管理部门",
)
DRIVER_COMES = Clock(
    "JT-110-2", ROAD_TRAFFIC[110, 2], "当事人十五日内接受处理，无正当理由逾期的吊销驾驶证；条文没有写起点，自扣留之日起算",
    name="接受处理",
    when=TRAFFIC, starts=case.licence_held_on, ends=case.driver_came_on, within=days(15), next_step="note_traffic", who="party",
    fix="核实有无正当理由；没有的，依法吊销驾驶证",
)
DETAINED_BY_COUNTY = Gate(
    "JT-111", ROAD_TRAFFIC[111], "拘留由县、市公安局、公安分局或者相当于县一级的公安机关裁决",
    when=TRAFFIC & PENALISED & case.decision_kinds.has(Penalty.DETENTION), before=DECIDING, once=case.decided_on,
    demands=case.agency_county_level.column & (case.agency_kind != "outpost"),
    fix="报县一级公安机关裁决",
)
RECEIPT_FOR_THE_VEHICLE = Gate(
    "JT-112-1", ROAD_TRAFFIC[112, 1], "扣留车辆当场出具凭证，并告知在期限内到交通管理部门接受处理",
    when=TRAFFIC, before=("hold_vehicle",), once=case.vehicle_held_on, demands=case.vehicle_receipt.column & case.vehicle_term_told.column,
    fix="当场出具扣留凭证，告知接受处理的期限",
)
VEHICLE_NOT_USED = Gate(
    "JT-112-2", ROAD_TRAFFIC[112, 2], "被扣留的车辆妥善保管，不得使用",
    when=TRAFFIC, before=("dispose_vehicle", "close", "archive"), once=case.vehicle_held_on, demands=~case.vehicle_used.holds,
    fix="立即停止使用，追究责任并赔偿损失",
)
AFTER_THREE_MONTHS = Wait(
    "JT-112-3", ROAD_TRAFFIC[112, 3], "逾期不来接受处理，公告三个月仍不来的，才可以依法处理扣留的车辆",
    when=TRAFFIC, before=("dispose_vehicle",), once=case.vehicle_disposed_on,
    starts=case.vehicle_announced_on, full=months(3), on=case.vehicle_disposed_on,
    fix="先公告，等满三个月",
)
HELD_DAYS_COUNT = Bound(
    "JT-113-1", ROAD_TRAFFIC[113, 1], "暂扣驾驶证自处罚决定生效之日起算，先予扣留一日折抵一日",
    when=TRAFFIC & case.suspended_days.known, before=("note_traffic",), once=case.suspended_until,
    value=case.suspended_until, most=case.served_on + case.suspended_days.column - HELD_BEFORE,
    fix="从暂扣期限中减去先予扣留的日数",
)
WHO_IS_FINED_BY_CAMERA = Gate(
    "JT-114", ROAD_TRAFFIC[114], "凭监控记录可以处罚机动车所有人或者管理人；能够确定驾驶人的，可以处罚驾驶人（记录的审核见行政处罚法第四十一条）",
    when=TRAFFIC & PENALISED & case.device_used.holds, before=DECIDING, once=case.decided_on,
    demands=(case.road_user == "owner") | ((case.road_user == "motorist") & case.driver_known.column),
    fix="不能确定驾驶人的，以机动车所有人或者管理人为当事人",
)

RULES = (
    NO_TARGETS, WARNED_AND_LET_GO, FIVE_TO_FIFTY, HELD_FOR_REFUSAL, TWO_HUNDRED, SIX_PARTS_SIGNED, COLLECTED_FROM_WALKERS, PROVINCIAL_RECEIPT,
    HANDED_IN_A_DAY, DRIVER_COMES, DETAINED_BY_COUNTY, RECEIPT_FOR_THE_VEHICLE, VEHICLE_NOT_USED, AFTER_THREE_MONTHS, HELD_DAYS_COUNT,
    WHO_IS_FINED_BY_CAMERA,
)  # fmt: skip
