"""公安机关办理行政案件程序规定: its text in the corpus may not be the latest, so that it only tells."""

from fadu.law.penalty.terms import DECIDING, PENALISED, SIMPLE, YUAN
from fadu.law.periods import days, hours
from fadu.law.police.terms import NOT_ORDER, POLICE, TRAFFIC
from fadu.law.rules import Clock, Gate, Grade, Wait
from fadu.law.statutes import POLICE_PROCEDURE
from fadu.law.vocabulary import case
from fadu.law.vocabulary.kinds import Penalty, Told

BOTH = POLICE | TRAFFIC
UNIT = case.party_kind == "unit"
BORDER = (case.police_regime == "border").fill_null(value=False)
LARGE = (
    (UNIT & (case.proposed_fine >= 10_000 * YUAN))
    | (~UNIT & BORDER & (case.proposed_fine >= 6_000 * YUAN))
    | (~UNIT & ~BORDER & (case.proposed_fine >= 2_000 * YUAN))
)
RETURNED = case.returned_at.known

RECUSAL_IN_TWO_DAYS = Clock(
    "GA-021", POLICE_PROCEDURE[21], "收到回避申请之日起二日内决定并通知申请人",
    name="回避决定", grade=Grade.TOLD,
    when=BOTH, starts=case.recusal_requested_on, ends=case.recusal_decided_on, within=days(2), warn=1, next_step="decide_recusal", who="head",
    fix="立即决定并通知申请人",
)
SIXTY_DAYS = Wait(
    "GA-036-4", POLICE_PROCEDURE[36, 4], "公告送达的公告期不少于六十日（民事诉讼法为三十日，从严）",
    when=BOTH & (case.service_method == "announcement"), before=("serve",), once=case.served_on, grade=Grade.TOLD,
    starts=case.announced_on, full=days(60), on=case.served_on,
    fix="等公告满六十日",
)
NO_VICE_ON_THE_SPOT = Gate(
    "GA-037-2", POLICE_PROCEDURE[37, 2], "卖淫、嫖娼、赌博、毒品案件不适用当场处罚",
    when=POLICE & SIMPLE, before=("decide_spot",), once=case.decided_on, demands=~case.vice.holds, grade=Grade.TOLD,
    fix="转为普通程序办理",
)
FILED_IN_A_DAY = Clock(
    "GA-039-2", POLICE_PROCEDURE[39, 2], "当场处罚的，二十四小时内报所属公安机关备案",
    name="当场处罚备案", grade=Grade.TOLD,
    when=NOT_ORDER & SIMPLE & ~RETURNED, starts=case.spot_decided_at, ends=case.spot_filed_at, within=hours(24), warn=0, next_step="file_record",
    fix="立即报所属公安机关备案",
)
FILED_AFTER_RETURN = Clock(
    "GA-039-2-return", POLICE_PROCEDURE[39, 2], "在旅客列车、民航飞机、水上当场处罚的，返回后二十四小时内报备案",
    name="返回后备案", grade=Grade.TOLD,
    when=BOTH & SIMPLE, starts=case.returned_at, ends=case.spot_filed_at, within=hours(24), warn=0, next_step="file_record",
    fix="立即报所属公安机关备案",
)
TRAFFIC_FILED = Clock(
    "GA-039-2-traffic", POLICE_PROCEDURE[39, 2], "交通警察当场处罚的，二日内报所属交通管理部门备案",
    name="交警当场处罚备案", grade=Grade.TOLD,
    when=TRAFFIC & SIMPLE & ~RETURNED, starts=case.decided_on, ends=case.spot_filed_on, within=days(2), warn=1, next_step="file_record",
    fix="立即报所属公安机关交通管理部门备案",
)
PRESERVED_BY_THE_HEAD = Gate(
    "GA-110-1", POLICE_PROCEDURE[110, 1], "规章写办案部门负责人批准先行登记保存；行政处罚法要求行政机关负责人，以法律为准",
    when=BOTH & case.preserve_approver.known, before=("preserve",), once=case.preserved_on, demands=case.preserve_approver == "head", grade=Grade.TOLD,
    fix="报行政机关负责人批准",
)
DISPOSED_IN_SEVEN_DAYS = Clock(
    "GA-110-3", POLICE_PROCEDURE[110, 3], "先行登记保存的证据七日内作出处理决定，逾期视为自动解除（没有说是工作日，从严按自然日）",
    name="登记保存处理", grade=Grade.TOLD,
    when=BOTH, starts=case.preserved_on, ends=case.preserve_disposed_on, within=days(7), next_step="dispose_preserved",
    fix="立即作出处理决定",
)
HEARING_TOLD = Gate(
    "GA-123-2", POLICE_PROCEDURE[123, 2], "个人二千元以上、单位一万元以上、边防出入境个人六千元以上罚款，告知听证权；依地方性法规、规章的按地方规定",
    when=NOT_ORDER & case.proposed_kinds.has(Penalty.FINE) & LARGE & ~case.basis_level.one_of("local_regulation", "local_rule").fill_null(value=False),
    before=("notify",), once=case.notified_on, demands=case.told.has(Told.HEARING), grade=Grade.TOLD,
    fix="在告知书中写明要求听证的权利",
)
HEARING_ACCEPTED = Clock(
    "GA-135", POLICE_PROCEDURE[135], "收到听证申请后二日内决定是否受理，逾期不通知视为受理",
    name="听证受理", grade=Grade.TOLD,
    when=BOTH, starts=case.hearing_requested_on, ends=case.hearing_accepted_on, within=days(2), warn=1, next_step="note_police",
    fix="已视为受理，组织听证",
)
HEARING_IN_TEN_DAYS = Clock(
    "GA-137-1", POLICE_PROCEDURE[137, 1], "收到听证申请之日起十日内举行听证（同时要满足七个工作日前通知）",
    name="举行听证", grade=Grade.TOLD,
    when=BOTH & ~case.hearing_withdrawn.holds, starts=case.hearing_requested_on, ends=case.hearing_held_on, within=days(10), next_step="hold_hearing",
    fix="尽快举行听证",
)
COMPLAINT_KEEPS_ALIVE = Gate(
    "GA-154-3", POLICE_PROCEDURE[154, 3], "被侵害人在时效内控告，应当受理而不受理的，不受追究时效限制",
    when=BOTH & case.victim_complained_on.known & case.complaint_refused.holds, before=("decide_none",), once=case.decided_on,
    demands=(case.none_ground != "too_late").fill_null(value=True), grade=Grade.TOLD,
    fix="不能以超过时效为由不予处罚，交法制部门核对",
)
TOLD_BY_ANNOUNCEMENT = Wait(
    "GA-168", POLICE_PROCEDURE[168], "无法告知而公告告知的，自公告之日起七日内没有提出申辩，才可以决定",
    when=BOTH & PENALISED & case.notice_announced_on.known & case.defence_on.column.is_null(), before=DECIDING, once=case.decided_on, grade=Grade.TOLD,
    starts=case.notice_announced_on, full=days(7), on=case.decided_on,
    fix="等公告满七日",
)
GOODS_HANDED = Clock(
    "GA-190-1", POLICE_PROCEDURE[190, 1], "提取涉案财物后二十四小时内移交管理人员并办手续",
    name="移交涉案财物", grade=Grade.TOLD,
    when=BOTH & ~RETURNED, starts=case.goods_taken_at, ends=case.goods_handed_at, within=hours(24), warn=0, next_step="note_police",
    fix="立即移交涉案财物管理人员",
)
GOODS_HANDED_AFTER_RETURN = Clock(
    "GA-190-1-return", POLICE_PROCEDURE[190, 2], "在异地或者偏远地区提取的，返回单位后二十四小时内移交",
    name="返回后移交财物", grade=Grade.TOLD,
    when=BOTH & case.goods_taken_at.known, starts=case.returned_at, ends=case.goods_handed_at, within=hours(24), warn=0, next_step="note_police",
    fix="立即移交涉案财物管理人员",
)

RULES = (
    RECUSAL_IN_TWO_DAYS, SIXTY_DAYS, NO_VICE_ON_THE_SPOT, FILED_IN_A_DAY, FILED_AFTER_RETURN, TRAFFIC_FILED, PRESERVED_BY_THE_HEAD,
    DISPOSED_IN_SEVEN_DAYS, HEARING_TOLD, HEARING_ACCEPTED, HEARING_IN_TEN_DAYS, COMPLAINT_KEEPS_ALIVE, TOLD_BY_ANNOUNCEMENT, GOODS_HANDED,
    GOODS_HANDED_AFTER_RETURN,
)  # fmt: skip
