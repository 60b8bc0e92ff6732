"""监督、投诉、报送: how an organ is watched and what it sends up."""

from fadu.law.policies.terms import DISTRICT_HERE, ENFORCER, JUSTICE, LIAOCHENG_HERE, XINGLONG_HERE, XINSHAO_HERE, DueBy, reached
from fadu.law.rules import Duty
from fadu.law.statutes import HEBEI_DISTRICT, HEILONGJIANG, LIAOCHENG, XINGLONG, XINSHAO
from fadu.law.vocabulary import organ

COMPLAINTS = Duty(
    "P1-16", XINGLONG["四(十六)"], "对执法机构和人员的投诉举报，由专门机构或者人员登记、答复、核实、处理",
    when=XINGLONG_HERE, demands=organ.complaints_staffed.column & (organ.complaints_dealt >= organ.complaints),
    fix="指定专门机构或者人员，办结没有处理的投诉举报",
)
CLUES_SENT = Duty(
    "P3-8", LIAOCHENG["三(三)8"], "执法中发现的问题线索及时移送纪检监察机关",
    when=LIAOCHENG_HERE & (organ.discipline_clues > 0), demands=organ.discipline_clues_sent >= organ.discipline_clues,
    fix="立即移送没有移送的线索",
)
SPECIAL_CHECKS = Duty(
    "P3-10", LIAOCHENG["三(四)10"], "每年组织专项监督和案卷评查，次数都不少于本地规定；通报共性问题，督促整改",
    due="每年年底前",
    when=ENFORCER & (organ.organ_rank == "city") & organ.special_checks_due.known,
    demands=reached(
        (organ.special_checks >= organ.special_checks_due) & (organ.file_reviews >= organ.special_checks_due) & organ.problems_told.column, organ.year_closed_on,
    ),
    fix="在年底前补办专项监督或者案卷评查，并通报整改",
)  # fmt: skip
RECTIFICATION_SENT = DueBy(
    "P3-4", LIAOCHENG["三(二)4"], "在规定日期前向同级司法行政机关报送突出问题专项整治情况",
    when=ENFORCER & organ.rectification_by.known, by=((organ.rectification_sent_on, organ.rectification_by.column),),
    also={"P0-4": HEBEI_DISTRICT["二(二)4"]},
    fix="立即报送整治情况",
)
DISTRICT_PLAN = Duty(
    "P0-12", HEBEI_DISTRICT["二(四)12"], "司法局每年制定行政执法监督工作方案",
    due="每年年底前",
    when=DISTRICT_HERE & JUSTICE, demands=reached(organ.supervision_plan_on.known, organ.year_closed_on),
    fix="制定本年度的监督工作方案",
)
COUNTY_PLAN = Duty(
    "P4-4-5", XINSHAO["清单四(三)5"], "司法局和各机关的监督机构每年制定行政执法监督工作计划",
    due="每年年底前",
    when=XINSHAO_HERE & (JUSTICE | ENFORCER), demands=reached(organ.supervision_plan_on.known, organ.year_closed_on),
    fix="制定本年度的监督工作计划",
)
SCANNED = Duty(
    "P4-2-8", XINSHAO["清单二(三)8"], "涉企检查全部扫码留痕，实行“综合查一次”",
    when=XINSHAO_HERE & (organ.company_inspections > 0),
    demands=(organ.company_inspections_scanned >= organ.company_inspections) & organ.inspected_once.column,
    fix="没有扫码的检查查明原因；把同一企业的检查合并进行",
)
KEY_REPORTS = Duty(
    "P4-2-9", XINSHAO["清单二(三)9"], "重点领域牵头部门定期报送监管情况；清单没有定周期，本地登记次数后才判",
    due="每年年底前",
    when=organ.key_field_lead.column & organ.key_reports_due.known, demands=reached(organ.key_reports >= organ.key_reports_due, organ.year_closed_on),
    fix="向本级司法行政部门补报监管情况",
)
SYSTEMS_REPORTS = DueBy(
    "P2-8", HEILONGJIANG["末段(三(八)2(3)之后、无编号)"], "省直部门每年两次在规定日期前向省司法厅报送三项制度工作情况",
    due="每年年中和年末规定的日期前",
    when=(organ.organ_rank == "province") & organ.mid_report_by.known & organ.end_report_by.known,
    by=((organ.mid_report_on, organ.mid_report_by.column), (organ.end_report_on, organ.end_report_by.column)),
    fix="对照方案逐项汇报亮点、问题和措施建议，立即报送",
)

RULES = (
    COMPLAINTS, CLUES_SENT, SPECIAL_CHECKS, RECTIFICATION_SENT, DISTRICT_PLAN, COUNTY_PLAN, SCANNED, KEY_REPORTS, SYSTEMS_REPORTS,
)  # fmt: skip
