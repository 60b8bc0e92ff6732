"""安全生产: inspections, reports, seizure, publication, accidents; and hazardous chemicals (安全生产法, 危险化学品安全法)."""

from fadu.law.penalty.terms import PENALISED
from fadu.law.periods import working_days, years
from fadu.law.rules import Clock, Convention, Duty, Gate
from fadu.law.sectors.terms import CHEMICALS, COMPLAINED, SAFETY
from fadu.law.statutes import HAZARDOUS_CHEMICALS, WORK_SAFETY
from fadu.law.vocabulary import case
from fadu.law.vocabulary.sector_marks import ComplaintMark, InspectionMark, RegisterMark, Seized

FIVE_ELEMENTS = InspectionMark.TIME | InspectionMark.PLACE | InspectionMark.CONTENT | InspectionMark.PROBLEMS | InspectionMark.HANDLING
INSPECTED = case.inspection_marks.known

UNDISTURBED = Gate(
    "AQ-065-2", WORK_SAFETY[65, 2], "监督检查不影响被检查单位的正常生产经营",
    when=SAFETY & INSPECTED, before=("conclude",), once=case.concluded_on, demands=case.inspection_marks.has(InspectionMark.UNDISTURBED),
    fix="停止影响正常生产经营的做法，在记录中说明原因",
)
WRITTEN_RECORD = Gate(
    "AQ-068", WORK_SAFETY[68], "检查的时间、地点、内容、问题、处理作书面记录，双方签字；拒签的记录并报告",
    when=SAFETY & INSPECTED, before=("conclude",), once=case.concluded_on,
    demands=case.inspection_marks.has_all(FIVE_ELEMENTS) & case.inspection_marks.has(InspectionMark.SIGNED | InspectionMark.REFUSAL_REPORTED),
    fix="补齐五项内容和签字；负责人拒绝签字的，记录情况并向本部门报告",
)
TOGETHER = Gate(
    "AQ-069", WORK_SAFETY[69], "多个部门检查的实行联合检查，分别检查的互通情况；应由其他部门处理的移送并记录",
    when=SAFETY & INSPECTED, before=("conclude",), once=case.concluded_on,
    demands=case.inspection_marks.has(InspectionMark.JOINT | InspectionMark.TOLD_EACH_OTHER)
    & case.inspection_marks.has(InspectionMark.PASSED_ON | InspectionMark.NOTHING_TO_PASS),
    fix="向有关部门通报检查情况；应由其他部门处理的移送并形成记录",
)
SEIZED_FOR_SAFETY = Gate(
    "AQ-065-1-4", WORK_SAFETY[65, 1, 4], "可以查封、扣押不合标准的设施设备器材和违法危险物品，作业场所只能查封",
    when=SAFETY & case.seized_things.known, before=("conclude",), once=case.concluded_on,
    demands=case.seized_things.within(Seized.FACILITIES | Seized.PRODUCTS | Seized.TOOLS | Seized.MATERIALS | Seized.VEHICLES | Seized.PLACE_SEALED)
    & case.seized_grounded.column,
    fix="解除法律没有列明的查封、扣押，补足根据；对场所的扣押改为查封",
)
REPORT_FOLLOWED = Duty(
    "AQ-073-1", WORK_SAFETY[73, 1], "举报核实后形成书面材料，整改的经负责人签字督促；不属于本部门的转交",
    when=SAFETY & COMPLAINED,
    demands=case.complaint_marks.has_all(ComplaintMark.CHANNEL | ComplaintMark.IN_WRITING | ComplaintMark.SIGNED)
    | case.complaint_marks.has(ComplaintMark.PASSED_ON),
    due="受理后", fix="补齐核实的书面材料和负责人签字；不属于本部门的转交",
)
IN_THE_REGISTER = Duty(
    "AQ-078-1", WORK_SAFETY[78, 1], "违法信息记入信息库；情节严重的向社会公告并通报有关部门和机构",
    when=SAFETY & PENALISED & case.decided_on.known,
    demands=case.safety_register.has(RegisterMark.ENTERED)
    & (~case.grave.holds | case.safety_register.has_all(RegisterMark.ANNOUNCED | RegisterMark.NOTIFIED)),
    due="决定后", fix="记入违法行为信息库；情节严重的补作公告和通报",
)
EXPOSED_IN_SEVEN = Clock(
    "AQ-078-2", WORK_SAFETY[78, 2], "对生产经营单位的处罚决定，七个工作日内在公示系统公开曝光",
    name="安全生产处罚公开",
    when=SAFETY & PENALISED & (case.party_kind == "unit"), starts=case.decided_on, ends=case.published_on, within=working_days(7), next_step="publish",
    fix="立即在监督管理部门公示系统公开",
)
ACCIDENT_EVALUATED = Clock(
    "AQ-086-3", WORK_SAFETY[86, 3], "批复事故调查报告后一年内，评估整改和防范措施的落实情况并公开",
    name="事故整改评估",
    when=SAFETY, starts=case.accident_report_on, ends=case.accident_evaluated_on, within=years(1), warn=30, next_step="note_safety",
    fix="立即组织评估并向社会公开结果",
)
PRINCIPAL_SEIZES = Gate(
    "WH-008-1-5", HAZARDOUS_CHEMICALS[8, 1, 5],
    "经本部门主要负责人批准，查封违法场所，扣押违法的危险化学品和用于违法的原材料、设备、运输工具",
    when=CHEMICALS & case.seized_things.known, before=("conclude",), once=case.concluded_on,
    demands=case.seized_by_principal.column
    & case.seized_things.within(Seized.PRODUCTS | Seized.MATERIALS | Seized.TOOLS | Seized.FACILITIES | Seized.VEHICLES | Seized.PLACE_SEALED),
    fix="报本部门主要负责人批准，不能由分管负责人批准；对场所的扣押改为查封",
)
PASSED_TO_OTHERS = Gate(
    "WH-009-2", HAZARDOUS_CHEMICALS[9, 2], "发现应由其他部门处理的违法行为，及时移交",
    when=CHEMICALS & INSPECTED, before=("conclude",), once=case.concluded_on,
    demands=case.inspection_marks.has(InspectionMark.PASSED_ON | InspectionMark.NOTHING_TO_PASS),
    fix="把应由其他部门处理的违法行为移交有关部门",
)
CHEMICALS_IN_FORCE = Convention(
    "WH-127", HAZARDOUS_CHEMICALS[127], "自 2026 年 5 月 1 日起适用；行为跨期的从旧兼从轻", carried_out_by="fadu.law.rules.Rule.in_force"
)

RULES = (
    UNDISTURBED, WRITTEN_RECORD, TOGETHER, SEIZED_FOR_SAFETY, REPORT_FOLLOWED, IN_THE_REGISTER, EXPOSED_IN_SEVEN, ACCIDENT_EVALUATED,
    PRINCIPAL_SEIZES, PASSED_TO_OTHERS, CHEMICALS_IN_FORCE,
)  # fmt: skip
