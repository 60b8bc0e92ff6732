"""产品质量、广告: supervisory checks, what follows a failed one, seizure, complaints (产品质量法, 广告法)."""

from fadu.law.penalty.terms import PENALISED
from fadu.law.periods import days, working_days
from fadu.law.rules import Clock, Duty, Gate
from fadu.law.sectors.terms import ADVERTS, COMPLAINED, QUALITY
from fadu.law.statutes import ADVERTISING, PRODUCT_QUALITY
from fadu.law.vocabulary import case
from fadu.law.vocabulary.kinds import Ground, Penalty
from fadu.law.vocabulary.sector_marks import ComplaintMark, Innocence, Rung, SampleWay, Seized

SAMPLED = QUALITY & case.sample_ways.known
TO_STOP = Rung.ORDERED | Rung.ANNOUNCED | Rung.RECHECKED
TO_REVOKE = TO_STOP | Rung.SUSPENDED | Rung.RECHECKED_AGAIN

AT_RANDOM = Gate(
    "CP-015-1", PRODUCT_QUALITY[15, 1], "监督抽查的样品在市场上或者成品仓库的待销产品中随机抽取",
    when=SAMPLED, before=("conclude",), once=case.concluded_on, demands=case.sample_ways.has(SampleWay.RANDOM),
    fix="重新在市场上或者成品仓库的待销产品中随机抽样",
)
NOT_TWICE = Gate(
    "CP-015-2", PRODUCT_QUALITY[15, 2], "国家、上级已经监督抽查的产品，地方、下级不得重复抽查",
    when=SAMPLED, before=("conclude",), once=case.concluded_on, demands=case.sample_ways.has(SampleWay.NOT_REPEATED),
    fix="撤销重复的抽查，采用国家或者上级抽查的结果",
)
NO_MORE_THAN_NEEDED = Gate(
    "CP-015-3", PRODUCT_QUALITY[15, 3], "抽样数量不超过检验的合理需要，不向被检查人收取检验费",
    when=SAMPLED, before=("conclude",), once=case.concluded_on, demands=case.sample_ways.has_all(SampleWay.REASONABLE | SampleWay.FREE),
    fix="退还多抽的样品和已收的费用",
)
RETEST_IN_TIME = Clock(
    "CP-015-4", PRODUCT_QUALITY[15, 4], "对抽查检验结果有异议的，自收到结果之日起十五日内可以申请复检",
    name="产品复检申请",
    when=QUALITY, starts=case.result_told_on, ends=case.retest_asked_on, within=days(15), who="party", next_step="note_retest", lapses=True,
    fix="逾期提出的，不按复检处理",
)
STEP_BY_STEP = Gate(
    "CP-017-1", PRODUCT_QUALITY[17, 1], "抽查不合格的，限期改正、公告、停业整顿、吊销执照依次进行，不能跳步",
    when=QUALITY & PENALISED & case.ladder.known, before=("decide",), once=case.decided_on,
    demands=(~case.decision_kinds.has(Penalty.STOP_BUSINESS) | case.ladder.has_all(TO_STOP))
    & (~case.decision_kinds.has(Penalty.REVOKE_LICENCE) | case.ladder.has_all(TO_REVOKE)),
    fix="先责令限期改正；逾期不改的由省级以上部门公告，复查仍不合格的停业整顿，期满复查仍不合格的才吊销执照",
)
SEIZED_PRODUCTS = Gate(
    "CP-018-4", PRODUCT_QUALITY[18, 1, 4], "可以查封、扣押有严重质量问题的产品和直接用于生产销售它的原辅材料、包装物、工具",
    when=QUALITY & case.seized_things.known, before=("conclude",), once=case.concluded_on,
    demands=case.seized_things.within(Seized.PRODUCTS | Seized.MATERIALS | Seized.TOOLS) & case.seized_grounded.column,
    fix="解除对其他财物和场所的查封、扣押，补足根据",
)
LIGHTER_FOR_SELLERS = Gate(
    "CP-055", PRODUCT_QUALITY[55], "销售者有充分证据证明不知道是禁止销售的产品并说明来源的，可以从轻或者减轻",
    when=QUALITY & PENALISED & case.innocence.known & case.grounds.has(Ground.BY_STATUTE), before=("decide",), once=case.decided_on,
    demands=case.innocence.has_all(Innocence.SELLER | Innocence.UNAWARE | Innocence.SOURCE),
    fix="补足不知情和进货来源的证据，或者去掉这项从轻、减轻情形",
)
SEIZED_ADVERTS = Gate(
    "GG-049-1-5", ADVERTISING[49, 1, 5], "查封、扣押限于与涉嫌违法广告直接相关的广告物品、经营工具、设备等财物",
    when=ADVERTS & case.seized_things.known, before=("conclude",), once=case.concluded_on,
    demands=case.seized_things.within(Seized.ADVERTS | Seized.TOOLS | Seized.FACILITIES | Seized.OTHER) & case.seized_grounded.column,
    fix="解除对没有直接关系的财物和场所的查封、扣押",
)
PAUSED_FOR_HARM = Gate(
    "GG-049-1-6", ADVERTISING[49, 1, 6], "可能造成严重后果的涉嫌违法广告，才可以责令暂停发布",
    when=ADVERTS & case.ad_paused_on.known, before=("conclude",), once=case.ad_paused_on, demands=case.ad_may_harm.column,
    fix="不会造成严重后果的，撤销暂停发布",
)
ANSWERED_IN_SEVEN = Clock(
    "GG-053-1", ADVERTISING[53, 1], "广告投诉、举报自收到之日起七个工作日内处理并告知投诉举报人",
    name="广告投诉举报处理",
    when=ADVERTS & COMPLAINED, starts=case.clue_received_on, ends=case.complaint_answered_on, within=working_days(7), next_step="note_complaint",
    fix="立即处理并告知投诉、举报人",
)
KEPT_SECRET = Duty(
    "GG-053-3", ADVERTISING[53, 3], "不向外透露谁投诉、举报",
    when=ADVERTS & COMPLAINED, demands=case.complaint_marks.has(ComplaintMark.CONFIDENTIAL),
    due="始终", fix="从对外的文书、材料中隐去投诉举报人的信息",
)

RULES = (
    AT_RANDOM, NOT_TWICE, NO_MORE_THAN_NEEDED, RETEST_IN_TIME, STEP_BY_STEP, SEIZED_PRODUCTS, LIGHTER_FOR_SELLERS, SEIZED_ADVERTS,
    PAUSED_FOR_HARM, ANSWERED_IN_SEVEN, KEPT_SECRET,
)  # fmt: skip
