"""检查、登记保存、查封扣押、监测鉴定、审查 (办法第二十九条至第三十八条; 法典第五十一条至第五十三条、第五百六十二条)."""

from fadu.law.ecology.terms import ECOLOGY
from fadu.law.penalty.terms import DECIDING
from fadu.law.periods import hours, working_days
from fadu.law.rules import Clock, Gate, Within
from fadu.law.statutes import ECO_PENALTY, ECOLOGY_CODE
from fadu.law.vocabulary import case, step

SEIZED = ECOLOGY & (case.preserve_disposal == "seized")

RESULT_TOLD = Gate(
    "SH-029-3", ECO_PENALTY[29, 3], "取得监测、检测报告或者鉴定意见后，把结果告知当事人",
    when=ECOLOGY & case.test_told_on.known & ~case.test_running.holds, before=("conclude",), once=case.concluded_on,
    demands=case.result_told_on.known,
    fix="告知当事人监测、检测、鉴定的结果后再终结调查",
)
PRESERVED_URGENTLY = Clock(
    "SH-032-2", ECO_PENALTY[32, 2], "当场先行登记保存的，即时报请同意，并在实施后二十四小时内补办批准手续",
    name="补批登记保存",
    when=ECOLOGY & case.preserve_urgent.holds, starts=case.preserved_at, ends=case.preserve_approved_at, within=hours(24),
    next_step="approve_preserve", who="head",
    fix="立即补办批准手续；负责人不同意的，立即解除",
)
LAPSED = Within(
    "SH-033-2", ECO_PENALTY[33, 2], "超过七个工作日没有处理的，先行登记保存自动解除，此后只能返还",
    when=ECOLOGY & (case.preserve_disposal != "released"), before=("dispose_preserved",), once=case.preserve_disposed_on,
    starts=case.preserved_on.column, full=working_days(7), on=case.preserve_disposed_on.column,
    fix="登记保存已自动解除，返还物品；仍需控制的，另行依法查封、扣押",
)
REVIEWER_APART = Gate(
    "SH-038-2", ECO_PENALTY[38, 2], "本案的调查人员不得审查本案",
    when=ECOLOGY, before=("review_case",), demands=~step.by_handler.column,
    fix="换由没有参加本案调查的人员审查",
)
SECRETS_KEPT = Gate(
    "HJF-051", ECOLOGY_CODE[51], "现场检查应当为被检查者保守商业秘密、个人隐私和个人信息",
    when=ECOLOGY, before=("conclude",), once=case.inspected_on, demands=~case.inspection_leaked.holds,
    fix="立即停止扩散，追究泄露的责任，并告知被检查者",
)
SEIZED_ON_GROUND = Gate(
    "HJF-052", ECOLOGY_CODE[52], "违反法律法规，造成或者可能造成严重后果，或者证据可能灭失、被隐匿的，才可以查封、扣押",
    when=SEIZED, before=("dispose_preserved",), once=case.preserve_disposed_on, demands=case.seizure_ground.one_of("harm", "evidence", "noise"),
    fix="写明属于哪一种法定事由；都不属于的，不得查封、扣押",
)
NOISE_REFUSED = Gate(
    "HJF-562", ECOLOGY_CODE[562], "因噪声查封、扣押的，须造成严重污染，责令改正后拒不改正",
    when=SEIZED & (case.seizure_ground == "noise"), before=("dispose_preserved",), once=case.preserve_disposed_on,
    demands=(case.correction_ordered_on <= case.preserve_disposed_on) & case.correction_refused.column,
    fix="先责令改正；拒不改正的，才可以查封、扣押",
)
IN_ITS_OWN_NAME = Gate(
    "HJF-053", ECOLOGY_CODE[53], "只有设区的市级生态环境部门设立的派出机构，可以用自己的名义处罚",
    when=ECOLOGY & (case.agency_kind == "outpost") & (case.issued_by == "outpost"), before=DECIDING, once=case.decided_on,
    demands=case.outpost_of_city.column,
    fix="不是设区的市级部门设立的派出机构，改以所属部门的名义作出",
)

RULES = (RESULT_TOLD, PRESERVED_URGENTLY, LAPSED, REVIEWER_APART, SECRETS_KEPT, SEIZED_ON_GROUND, NOISE_REFUSED, IN_ITS_OWN_NAME)
