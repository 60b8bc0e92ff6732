"""地方政府: what a county, city or district owes as the government of its place."""

import polars as pl

from fadu.law.policies.terms import HEBEI, DueBy, in_place, locality_in, reached
from fadu.law.rules import Convention, Duty, Question
from fadu.law.statutes import HEBEI_DISTRICT, HEBEI_TOWNSHIPS, HEILONGJIANG, LIAOCHENG, XINGLONG, XINSHAO
from fadu.law.vocabulary import locality

IN_HEBEI = in_place(locality.place_code, HEBEI) & (locality.rank == "county")
IN_HEILONGJIANG = locality_in(HEILONGJIANG)

TRANSITION_ENDS = (
    locality.transition_began_on.column.cast(pl.Date).dt.offset_by(pl.format("{}mo", locality.transition_months.column))
)
"""The last day of the transition: the corresponding day (民法典第二百零二条)."""

TRANSITION_LASTS = TRANSITION_ENDS.dt.year() >= locality.year.column
"""Some day of the year lies in it."""

JOINT_AT_FIRST = Duty(
    "P1-13", XINGLONG["三(十三)"], "在乡镇综合执法过渡期（以本地规定的月数为准）内，县直部门与乡镇联合执法",
    due="过渡期内的每一年",
    when=locality.transition_months.known & TRANSITION_LASTS, demands=reached(locality.joint_actions >= 1, locality.closed_on),
    fix="由下放事项的部门跟踪办案、联合办案",
)
LOWERED = Duty(
    "P1-18", XINGLONG["四(十八)"], "过渡期内乡镇案件被撤销或者败诉的，有关乡镇和下放部门的年度考核都下调一等",
    when=locality_in(XINGLONG) & (locality.cases_reversed > 0) & TRANSITION_LASTS,
    demands=(locality.organs_concerned >= 2) & (locality.organs_lowered >= locality.organs_concerned),
    fix="对没有下调的乡镇、部门下调一等",
)
LIST_MADE = Duty(
    "HB-012-3", HEBEI_TOWNSHIPS[12, 3], "下放清单从省赋权指导清单中选取，经市政府审核、报省政府备案，并向社会公布",
    when=IN_HEBEI,
    demands=reached(
        (locality.list_outside_guide == 0) & locality.list_published_on.known & (locality.list_reviewed_on <= locality.list_filed_on), locality.closed_on,
    ),
    fix="去掉指导清单外的事项，补办审核、备案、公布",
)  # fmt: skip
LIST_EVALUATED = Duty(
    "HB-012-4", HEBEI_TOWNSHIPS[12, 4], "定期评估赋权、下放清单；取消的事项经市审核、报省备案后由原部门行使",
    when=IN_HEBEI,
    demands=reached(
        locality.list_evaluated_on.known & (locality.list_cancelled_settled.or_zero() >= locality.list_cancelled.or_zero()), locality.closed_on,
    ),
    fix="组织评估；对取消的事项补办审核、备案和交接",
)  # fmt: skip
GRANTS_EVALUATED = DueBy(
    "P3-7", LIAOCHENG["三(三)7"], "在规定日期前评估赋权乡镇街道的事项，接不住、监管跟不上的及时调整",
    when=locality.grants_by.known, by=((locality.grants_evaluated_on, locality.grants_by.column),),
    demands=locality.grants_adjusted.or_zero() >= locality.grants_unfit.or_zero(),
    also={"P4-3-3": XINSHAO["清单三(二)3"]},
    fix="完成评估，对接不住的事项按程序调整",
)
SYSTEMS_PLAN = DueBy(
    "P2-4", HEILONGJIANG["三(二)"], "在规定日期前制定三项制度具体方案，经本级政府研究通过，报上级备案",
    when=locality.systems_plan_by.known, by=((locality.systems_plan_on, locality.systems_plan_by.column),),
    demands=reached(locality.systems_plan_filed_on >= locality.systems_plan_on, locality.closed_on),
    fix="制定方案并报备案",
)
SYSTEMS_APPRAISED = Duty(
    "P2-6", HEILONGJIANG["三(六)"], "三项制度推进情况列入法治建设考评，建立督查通报制度并督促整改",
    when=IN_HEILONGJIANG, demands=locality.systems_appraised.column & locality.systems_told.column,
    fix="列入考评指标，建立督查情况通报制度",
)
CITY_REPORTS = DueBy(
    "P2-8-city", HEILONGJIANG["末段(三(八)2(3)之后、无编号)"], "市级政府每年两次在规定日期前向省司法厅报送三项制度工作情况",
    due="每年年中和年末规定的日期前",
    when=(locality.rank == "city") & locality.mid_report_by.known & locality.end_report_by.known,
    by=((locality.mid_report_on, locality.mid_report_by.column), (locality.end_report_on, locality.end_report_by.column)),
    fix="对照方案逐项汇报亮点、问题和措施建议，立即报送",
)
SUPERVISION_BUILT = DueBy(
    "P0-11", HEBEI_DISTRICT["二(四)11"], "在规定日期前基本建成执法协调监督工作体系",
    when=locality.supervision_system_by.known, by=((locality.supervision_system_on, locality.supervision_system_by.column),),
    fix="补齐制度、机制和职责分工",
)
QUALITY_INDEX = DueBy(
    "P3-0-a", LIAOCHENG["二"], "在规定日期前建成三级监督工作体系和执法质量考核评价指标体系",
    when=locality.quality_index_by.known & locality.supervision_system_by.known,
    by=(
        (locality.supervision_system_on, locality.supervision_system_by.column),
        (locality.quality_index_on, locality.quality_index_by.column),
    ),
    fix="完成没有建成的体系",
)  # fmt: skip
ASSESSED = DueBy(
    "P3-E2", LIAOCHENG["四(二)"], "在规定日期前分别完成方案实施情况的中期和终期评估",
    when=locality.mid_assessed_by.known & locality.final_assessed_by.known,
    by=((locality.mid_assessed_on, locality.mid_assessed_by.column), (locality.final_assessed_on, locality.final_assessed_by.column)),
    fix="组织评估并报告结果",
)
CONSULTING = Duty(
    "P3-M", LIAOCHENG["四(一)"], "建立司法行政与有关部门的工作会商机制，部门数不少于本地规定，定期开会",
    when=locality.consult_departments_due.known,
    demands=reached((locality.consult_departments >= locality.consult_departments_due) & (locality.consult_meetings >= 1), locality.closed_on),
    also={"P0-M": HEBEI_DISTRICT["三(一)"], "P4-M": XINSHAO["二"]},
    fix="把缺少的部门纳入会商机制并召开会议",
)
TRAINING_SCHEME = DueBy(
    "P4-1-1", XINSHAO["清单一(一)1"], "在规定日期前建立执法人员统筹培训机制",
    when=locality.training_scheme_by.known, by=((locality.training_scheme_on, locality.training_scheme_by.column),),
    fix="建立统筹培训机制；逾期的说明情况",
)
RECTIFIED = DueBy(
    "P4-2-1", XINSHAO["清单二(一)1"], "在规定日期前完成突出问题专项整治和监督行动",
    when=locality.rectified_by.known, by=((locality.rectified_on, locality.rectified_by.column),),
    fix="完成专项整治，逐项销号",
)
BATCHES = Duty(
    "P4-4-2", XINSHAO["清单四(一)2"], "每年向社会公布典型案例，批数原则上不少于本地规定",
    due="每年年底前",
    when=locality.batches_due.known, demands=reached(locality.batches >= locality.batches_due, locality.closed_on),
    fix="选编并公布典型案例",
)
DISTRICT_GOAL = Question(
    "P0-1", HEBEI_DISTRICT["一"], "到 2025 年底，突出问题得到整治，体系、队伍、监督、信息化都增强，群众满意度大幅上升",
    grain="locality", answered_by="scorer",
    asks="突出问题是否得到有效整治，执法体系、队伍、监督和信息化水平是否增强，群众满意度是否大幅上升？",
)
CITY_GOAL = Question(
    "P3-0-b", LIAOCHENG["二"], "到 2025 年底，执法更加规范、队伍能力全面提升、过程公正文明、公信力增强",
    grain="locality", answered_by="scorer",
    asks="执法行为是否更加规范，队伍能力是否提升，过程是否公正文明，公信力是否增强？",
)
IN_FORCE = Convention(
    "P1-24", XINGLONG["五(二十四)"], "意见自下发之日（2022 年 1 月 18 日）起施行，此前的行为不按它判",
    carried_out_by="fadu.law.statutes.citations.Statute.is_in_force",
)

RULES = (
    JOINT_AT_FIRST, LOWERED, LIST_MADE, LIST_EVALUATED, GRANTS_EVALUATED, SYSTEMS_PLAN, SYSTEMS_APPRAISED, CITY_REPORTS, SUPERVISION_BUILT,
    QUALITY_INDEX, ASSESSED, CONSULTING, TRAINING_SCHEME, RECTIFIED, BATCHES, DISTRICT_GOAL, CITY_GOAL, IN_FORCE,
)  # fmt: skip
