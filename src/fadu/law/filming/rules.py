"""音像记录: what must be recorded throughout, what may be left to words for a reason, and how soon a recording is handed in."""

from fadu.law.periods import hours
from fadu.law.policies.terms import LocalClock
from fadu.law.rules import Gate, Grade
from fadu.law.statutes import HEBEI_SUPERVISION, HEILONGJIANG, XINGLONG
from fadu.law.vocabulary import case, enforcement, inspection, measure

STORED_SAYS = "现场的音像记录在本地规定的小时数内存入系统或者专用存储器，没有存入的视为逾时"
STORED_FIX = "立即上传并系到本案；确实没有的，说明理由并经复核"
WHOLE_FIX = "上传补齐缺少的时段；确实没有的，说明理由并由机关负责人复核，缺录仍留作瑕疵"

MEASURE_STORED = LocalClock(
    "P2-2-2-measure",
    HEILONGJIANG["二(二)4(1)"],
    STORED_SAYS,
    name="存储音像记录",
    when=measure.upload_hours.known,
    starts=measure.recorded_at,
    ends=measure.recording_stored_at,
    within=hours(24),
    local=measure.upload_hours,
    next_step="store_recording",
    fix=STORED_FIX,
)
ENFORCEMENT_STORED = LocalClock(
    "P2-2-2-enforcement",
    HEILONGJIANG["二(二)4(1)"],
    STORED_SAYS,
    name="存储音像记录",
    when=enforcement.upload_hours.known,
    starts=enforcement.recorded_at,
    ends=enforcement.recording_stored_at,
    within=hours(24),
    local=enforcement.upload_hours,
    next_step="store_recording",
    fix=STORED_FIX,
)
INSPECTION_STORED = LocalClock(
    "P2-2-2-inspection",
    HEILONGJIANG["二(二)4(1)"],
    STORED_SAYS,
    name="存储音像记录",
    when=inspection.upload_hours.known,
    starts=inspection.recorded_at,
    ends=inspection.recording_stored_at,
    within=hours(24),
    local=inspection.upload_hours,
    next_step="store_recording",
    fix=STORED_FIX,
)
MEASURE_FILMED = Gate(
    "P2-2-3-measure",
    HEILONGJIANG["二(二)3(3)"],
    "查封、扣押等强制措施的现场从头到尾有音像记录，中断不超过六十秒",
    when=measure.film_rule.holds,
    before=("dispose_measure", "close_measure"),
    once=measure.disposed_on,
    grade=Grade.MENDABLE,
    demands=measure.scenes_unfilmed == 0,
    fix=WHOLE_FIX,
    also={"P1-8-b-measure": XINGLONG["三(八)"], "HJ-013-measure": HEBEI_SUPERVISION[13]},
)
MEASURE_EXPLAINED = Gate(
    "P2-2-3-measure-why",
    HEILONGJIANG["二(二)3(3)"],
    "查封、扣押等现场缺少音像记录的，写明理由并经复核，才能办结",
    when=measure.film_rule.holds,
    before=("close_measure",),
    once=measure.closed_on,
    demands=measure.scenes_unexplained == 0,
    fix=WHOLE_FIX,
    also={"P1-8-b-measure-why": XINGLONG["三(八)"], "HJ-013-measure-why": HEBEI_SUPERVISION[13]},
)
ENFORCEMENT_FILMED = Gate(
    "P2-2-3-enforcement",
    HEILONGJIANG["二(二)3(3)"],
    "强制拆除等强制执行的现场从头到尾有音像记录，中断不超过六十秒",
    when=enforcement.film_rule.holds & enforcement.executed_on.known,
    before=("close_enforcement",),
    once=enforcement.closed_on,
    grade=Grade.MENDABLE,
    demands=enforcement.scenes_unfilmed == 0,
    fix=WHOLE_FIX,
    also={"P1-8-b-enforcement": XINGLONG["三(八)"], "HJ-013-enforcement": HEBEI_SUPERVISION[13]},
)
ENFORCEMENT_EXPLAINED = Gate(
    "P2-2-3-enforcement-why",
    HEILONGJIANG["二(二)3(3)"],
    "强制拆除等现场缺少音像记录的，写明理由并经复核，才能办结",
    when=enforcement.film_rule.holds & enforcement.executed_on.known,
    before=("close_enforcement",),
    once=enforcement.closed_on,
    demands=enforcement.scenes_unexplained == 0,
    fix=WHOLE_FIX,
    also={"P1-8-b-enforcement-why": XINGLONG["三(八)"], "HJ-013-enforcement-why": HEBEI_SUPERVISION[13]},
)
INSPECTION_EXPLAINED = Gate(
    "P2-2-3-inspection",
    HEILONGJIANG["二(二)3(3)"],
    "容易引发争议的现场检查有音像记录，或者有经复核的不录理由",
    when=inspection.film_rule.holds,
    before=("archive_inspection",),
    once=inspection.archived_on,
    grade=Grade.MENDABLE,
    demands=inspection.scenes_unexplained == 0,
    fix="上传音像记录；文字能够全面有效记录的，说明理由并经复核",
)
PENALTY_EXPLAINED = Gate(
    "P2-2-3-choice",
    HEILONGJIANG["二(二)3(3)"],
    "现场执法、调查取证、听证、留置送达和公告送达有音像记录，或者有经复核的不录理由",
    when=case.film_rule.holds,
    before=("archive",),
    once=case.archived_on,
    grade=Grade.MENDABLE,
    demands=case.scenes_unexplained == 0,
    fix="上传音像记录；文字能够全面有效记录的，说明理由并经复核",
)

RULES = (
    MEASURE_STORED, ENFORCEMENT_STORED, INSPECTION_STORED, MEASURE_FILMED, MEASURE_EXPLAINED, ENFORCEMENT_FILMED, ENFORCEMENT_EXPLAINED,
    INSPECTION_EXPLAINED, PENALTY_EXPLAINED,
)  # fmt: skip
