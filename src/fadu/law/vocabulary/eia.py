"""Facts of the approval of an environmental impact assessment (生态环境影响评价文件审批)."""

from fadu.law.facts import day, flag, money, text


class eia:  # noqa: N801 - reads as a word in a rule: eia.received_on
    """From the day a report or a table comes in to the day the builder is told."""

    GRAIN = "eia"

    kind = text("文件种类", (("report", "环境影响报告书"), ("table", "环境影响报告表"), ("form", "环境影响登记表")))
    again = flag("批准超过五年才开工，报请重新审核")
    approved_on = day("原批准日期")
    received_on = day("收到文件日期")
    decision = text("审批结果", (("approved", "批准"), ("refused", "不予批准"), ("agreed", "重新审核同意"), ("disagreed", "重新审核不同意"), ("filed", "备案")))
    decided_on = day("审批决定日期")
    fee = money("向建设单位收取的费用")
    told_on = day("书面通知建设单位日期")
