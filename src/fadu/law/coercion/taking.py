"""实施程序、紧急情形、人身自由、移送 (行政强制法第十八条至第二十一条)."""

import polars as pl

from fadu.law.coercion.terms import FACING, RESTRAINT, TAKING, by_the_end
from fadu.law.periods import hours
from fadu.law.rules import Clock, Gate, Grade
from fadu.law.statutes import COERCION
from fadu.law.vocabulary import measure
from fadu.law.vocabulary.coercing import FamilyTold, MeasureTold

ALL_TOLD = MeasureTold.REASONS | MeasureTold.BASIS | MeasureTold.RIGHTS | MeasureTold.REMEDY
FAMILY = FamilyTold.ORGAN | FamilyTold.PLACE | FamilyTold.TERM
ON_THE_SPOT = measure.on_the_spot.holds

APPROVED_FIRST = Gate(
    "QZ-018-1", COERCION[18, 1, 1], "实施前报告机关负责人并取得批准",
    when=~ON_THE_SPOT, before=TAKING, once=measure.taken_on, demands=measure.allowed_at <= measure.begun_at,
    fix="先由负责人批准；情况紧急须当场实施的，选“情况紧急”，并在二十四小时内补批",
)
TWO_OFFICERS = Gate(
    "QZ-018-2", COERCION[18, 1, 2], "由两名以上执法人员实施",
    before=TAKING, once=measure.taken_on, demands=measure.officers >= 2,
    fix="增派持证人员",
)
CARDS = Gate(
    "QZ-018-3", COERCION[18, 1, 3], "实施时出示执法身份证件",
    before=TAKING, once=measure.taken_on, demands=measure.card_shown.column,
    fix="先出示证件，再实施",
)
SUMMONED = Gate(
    "QZ-018-4", COERCION[18, 1, 4], "通知当事人到场",
    when=FACING, before=TAKING, once=measure.taken_on, demands=measure.party_summoned.column,
    fix="通知当事人到场；不到场的，邀请见证人",
)
TOLD = Gate(
    "QZ-018-5", COERCION[18, 1, 5], "当场告知理由、依据、权利和救济途径",
    when=FACING, before=TAKING, once=measure.taken_on, demands=measure.told.has_all(ALL_TOLD),
    fix="四项逐项告知并记入笔录",
)
HEARD = Gate(
    "QZ-018-6", COERCION[18, 1, 6], "听取当事人的陈述和申辩",
    when=FACING, before=TAKING, once=measure.taken_on, demands=measure.heard.column,
    fix="听取意见并记入笔录；当事人没有意见或者不到场的，也要记明",
)
RECORDED = Gate(
    "QZ-018-7", COERCION[18, 1, 7], "制作现场笔录",
    before=TAKING, once=measure.taken_on, demands=measure.recorded.column,
    fix="当场制作现场笔录",
)
SIGNED = Gate(
    "QZ-018-8", COERCION[18, 1, 8], "当事人和执法人员在笔录上签名或者盖章，当事人拒绝的注明",
    when=FACING, before=TAKING, once=measure.taken_on,
    demands=measure.officers_signed.column & (~measure.party_came.column | measure.party_signed.one_of("signed", "refused")),
    fix="补签；当事人拒绝的，在笔录中写明",
)
WITNESSED = Gate(
    "QZ-018-9", COERCION[18, 1, 9], "当事人不到场的，邀请见证人到场并签名",
    when=FACING & ~measure.party_came.column, before=TAKING, once=measure.taken_on, demands=measure.witness_signed.column & measure.officers_signed.column,
    fix="邀请见证人到场，由见证人和执法人员签名",
)
RATIFIED = Clock(
    "QZ-019", COERCION[19], "当场实施的，二十四小时内报告负责人并补办批准手续",
    name="补批强制措施",
    when=ON_THE_SPOT & ~RESTRAINT, starts=measure.begun_at, ends=measure.ratified_at, within=hours(24), next_step="ratify_measure", who="head",
    fix="立即报告并补办批准手续",
)
LIFTED_AT_ONCE = Gate(
    "QZ-019-lift", COERCION[19], "负责人认为不应当采取的，当日立即解除",
    when=measure.disapproved_on.known, before=("dispose_measure",), once=measure.disposed_on, grade=Grade.MENDABLE,
    demands=(measure.disposal == "release") & (measure.disposed_on <= measure.disapproved_on),
    fix="立即解除并退还；写明迟延的原因",
)
FAMILY_TOLD = Gate(
    "QZ-020-1-1", COERCION[20, 1, 1], "限制人身自由的，当场或者实施后立即把机关、地点和期限通知家属",
    when=RESTRAINT, before=("notify_family", "close_measure"), once=measure.taken_on, grade=Grade.MENDABLE,
    demands=by_the_end(measure.family_told_on, (measure.family_told_on <= measure.taken_on) & measure.family_told.has_all(FAMILY), measure.disposed_on),
    fix="立即通知家属；没有在实施当日通知的，记明原因",
)
REPORTED_ON_RETURN = Gate(
    "QZ-020-1-2", COERCION[20, 1, 2], "当场限制人身自由的，一回到机关就报告负责人并补办批准手续",
    when=RESTRAINT & ON_THE_SPOT, before=("ratify_measure",), once=measure.ratified_on, grade=Grade.MENDABLE,
    demands=measure.ratified_on <= measure.back_on,
    fix="立即补办；限制人身自由的不适用二十四小时，迟延的记明原因",
)
IN_STATUTORY_TERM = Gate(
    "QZ-020-2", COERCION[20, 2], "限制人身自由不超过法定期限，目的达到或者条件消失的立即解除",
    when=RESTRAINT, before=("dispose_measure",), once=measure.disposed_on, grade=Grade.MENDABLE,
    demands=measure.disposed_on <= pl.min_horizontal(measure.restrained_until.column, measure.purpose_gone_on.column),
    fix="立即解除；超期的报告负责人和执法监督机构",
)
HANDED_ON_WHOLE = Gate(
    "QZ-021", COERCION[21], "移送司法机关的，查封、扣押、冻结的财物一并移送，并书面告知当事人",
    before=("hand_to_justice",), once=measure.transferred_on, demands=measure.transfer_whole.column & measure.transfer_told.column,
    fix="财物随案移送，并把移送情况书面告知当事人",
)

RULES = (
    APPROVED_FIRST, TWO_OFFICERS, CARDS, SUMMONED, TOLD, HEARD, RECORDED, SIGNED, WITNESSED, RATIFIED, LIFTED_AT_ONCE, FAMILY_TOLD,
    REPORTED_ON_RETURN, IN_STATUTORY_TERM, HANDED_ON_WHOLE,
)  # fmt: skip
