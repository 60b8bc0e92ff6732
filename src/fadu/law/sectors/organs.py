"""领域履职: plans, channels and data, owed by an organ over a year (安全生产法、广告法、数据安全法)."""

from fadu.law.rules import Duty
from fadu.law.statutes import ADVERTISING, DATA_SECURITY, WORK_SAFETY
from fadu.law.vocabulary import duties
from fadu.law.vocabulary.hearing_marks import DataKept

YEARLY_PLAN = Duty(
    "AQ-062-2", WORK_SAFETY[62, 2], "应急管理部门制定安全生产年度监督检查计划，并按计划检查",
    when=duties.plan_made.known, demands=duties.plan_made.column & duties.plan_followed.column,
    due="每年", fix="制定年度监督检查计划；没有按计划检查的补查",
)
CHANNELS_OPEN = Duty(
    "GG-053-1b", ADVERTISING[53, 1], "公开受理广告投诉举报的电话、信箱或者电子邮件地址",
    demands=duties.channels_public.column,
    due="经常", fix="在门户网站和办公场所公开受理渠道",
)
DATA_IN_SCOPE = Duty(
    "SA-038", DATA_SECURITY[38], "国家机关在法定职责范围内依条件和程序收集使用数据，并予以保密",
    demands=duties.data_kept.has_all(DataKept.SCOPE | DataKept.SECRET),
    due="始终", fix="停止超出职责范围的收集使用；泄露的立即补救",
)
OUTSOURCED_WITH_CARE = Duty(
    "SA-040", DATA_SECURITY[40], "委托建设系统、处理政务数据经严格批准，监督受托方，受托方不得擅自留存、使用、泄露",
    when=duties.outsourced.holds, demands=duties.data_kept.has_all(DataKept.APPROVED | DataKept.SUPERVISED | DataKept.NOT_KEPT),
    due="委托时", fix="补办批准，与受托方约定数据安全义务并监督履行",
)
DATA_PROTECTED = Duty(
    "SA-027-1", DATA_SECURITY[27, 1], "在等级保护的基础上，有全流程制度、培训和技术措施",
    demands=duties.data_kept.has_all(DataKept.GRADED | DataKept.RULES | DataKept.TRAINED | DataKept.TECHNICAL),
    due="经常", fix="完成等级保护，补齐制度、培训和技术措施",
)
INCIDENT_MET = Duty(
    "SA-029", DATA_SECURITY[29], "发生数据安全事件，立即处置，告知用户并报告主管部门（立即：当日，解释）",
    when=duties.incident_on.known, demands=(duties.incident_handled_on <= duties.incident_on) & duties.incident_told_on.known,
    due="发生时", fix="立即处置，告知用户并向主管部门报告",
)

RULES = (YEARLY_PLAN, CHANNELS_OPEN, DATA_IN_SCOPE, OUTSOURCED_WITH_CARE, DATA_PROTECTED, INCIDENT_MET)
