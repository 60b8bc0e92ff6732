"""Facts of an organ's year: supervision, complaints, reports upward (监督、投诉、报送)."""

from fadu.law.facts import count, day, flag


class OrganWatch:
    """监督、投诉举报、报送."""

    GRAIN = "organ"

    complaints = count("收到对执法机构和人员的投诉举报件数")
    complaints_dealt = count("其中已登记、答复、核实、处理的件数")
    complaints_staffed = flag("有专门机构或者人员办理投诉举报")
    discipline_clues = count("执法中发现的问题线索件数")
    discipline_clues_sent = count("其中已移送纪检监察机关的件数")
    special_checks = count("专项监督次数")
    special_checks_due = count("专项监督的次数下限")
    file_reviews = count("案卷评查次数")
    problems_told = flag("通报共性问题并督促整改")
    rectification_sent_on = day("突出问题专项整治情况报送日期")
    rectification_by = day("报送专项整治情况的最后一日")
    supervision_plan_on = day("制定年度执法监督工作计划（方案）日期")
    key_field_lead = flag("重点领域牵头部门")
    key_reports = count("向司法行政部门报送监管情况的次数")
    key_reports_due = count("报送监管情况的次数下限")
    mid_report_on = day("年中报送三项制度工作情况日期")
    mid_report_day = count("年中报送的最后一日（月日）")
    mid_report_by = day("年中报送的最后一日")
    end_report_on = day("年末报送三项制度工作情况日期")
    end_report_day = count("年末报送的最后一日（月日）")
    end_report_by = day("年末报送的最后一日")
    company_inspections = count("涉企检查次数")
    company_inspections_scanned = count("其中扫码留痕的次数")
    inspected_once = flag("实行“综合查一次”")
