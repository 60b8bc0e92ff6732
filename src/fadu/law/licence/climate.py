"""营商环境 (优化营商环境条例): what an organ keeps from doing to the market over a year."""

from fadu.law.rules import Duty, Gate
from fadu.law.statutes import BUSINESS_CLIMATE
from fadu.law.vocabulary import act, organ

MEASURES_BOUNDED = Duty(
    "YH-014-2", BUSINESS_CLIMATE[14, 2], "对市场主体和经营者财产的查封、冻结、扣押，依法定权限、条件、程序，并限于必需的范围",
    demands=organ.measures_excessive == 0, due="全年", fix="解除超出范围的部分，纠正越权和违反程序的措施",
)
FEES_LISTED = Duty(
    "YH-025", BUSINESS_CLIMATE[25], "目录清单之外的基金、收费、保证金一律不得执行",
    demands=organ.fees_off_list == 0, due="全年", fix="停止执行并退还",
)
THREE_SYSTEMS = Duty(
    "YH-058", BUSINESS_CLIMATE[58], "执法信息及时公示、执法全过程留痕、重大执法决定全部经过法制审核",
    demands=(organ.acts_undisclosed == 0) & (organ.acts_unrecorded == 0) & (organ.major_unreviewed == 0), due="全年",
    fix="补公示、补记录；未经法制审核的重大决定，依法纠正",
)
MILDER_FIRST = Duty(
    "YH-059-1", BUSINESS_CLIMATE[59, 1], "非强制手段能够达到管理目的的，不采取行政强制",
    demands=organ.measures_weighed >= organ.measures_taken, due="全年", fix="逐件说明非强制手段为何不够；不能说明的，解除强制措施",
)
NO_GENERAL_STOP = Duty(
    "YH-059-2", BUSINESS_CLIMATE[59, 2], "专项整治不要求行业普遍停产停业，法定例外并经有权机关批准的除外",
    demands=organ.general_stops_approved >= organ.general_stops, due="全年", fix="撤回普遍停产停业的要求",
)
FINES_APART = Duty(
    "YH-059-3", BUSINESS_CLIMATE[59, 3], "罚没收入不得与执法机关的利益挂钩",
    demands=~organ.fines_linked & ~organ.fines_in_appraisal.column, due="全年", fix="取消罚没指标和返还",
)
DOCUMENTS_PUBLISHED = Gate(
    "YH-064-2", BUSINESS_CLIMATE[64, 2], "没有公布的行政规范性文件，不能作为管理的依据",
    when=act.basis_level == "document", before=("decide_confirmation", "decide_payment", "decide_adjudication", "decide_reward"), once=act.decided_on,
    demands=act.basis_published.column, fix="只依据已经公布的规范性文件；没有公布的不得适用",
)

RULES = (MEASURES_BOUNDED, FEES_LISTED, THREE_SYSTEMS, MILDER_FIRST, NO_GENERAL_STOP, FINES_APART, DOCUMENTS_PUBLISHED)
