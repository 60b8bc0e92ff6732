"""Facts of a petition (信访)."""

from fadu.law.facts import count, day, flag, text


class petition:  # noqa: N801 - reads as a word in a rule: petition.received_on
    """信访事项，从登记到复核终结."""

    GRAIN = "petition"

    received_on = day("收到信访事项日期")
    came_from = text("来源", (("direct", "信访人直接提出"), ("passed", "信访部门或者上级转送、交办")))
    office = flag("本机关是党委政府信访部门")
    ours = flag("属于本机关职权范围")
    address_known = flag("姓名（名称）、住址清楚")
    kind = text("类别", (("appeal", "申诉求决"), ("accusation", "检举控告"), ("advice", "建议意见")))
    same_after_recheck = flag("复核终结后以同一事实和理由再次提出")
    interested = count("有直接利害关系的经办人数")
    told_on = day("书面告知信访人日期")
    forwarded_on = day("转送、交办日期")
    shown_to_accused = flag("材料透露或者转给被检举、控告的人员或者单位")
    objected_on = day("提出异议日期")
    objection_reasoned = flag("详细说明异议理由")
    accepted_on = day("受理日期")
    way = text("分流办理方式", (
        ("opinion", "出具信访处理意见书"), ("procedure", "导入复议、裁决、确认、许可、处罚等行政程序"), ("duty", "申请查处违法、履行保护职责"), ("justice", "诉讼、仲裁等其他法定途径"),
    ))
    led_on = day("导入相应程序日期")
    duty_answered_on = day("履行职责或者答复日期")
    longer_days = count("延长办理的日数")
    longer_by_head = flag("负责人批准延长")
    longer_told = flag("延期理由告知信访人")
    handled_on = day("办结日期")
    answer_received_on = day("信访人收到处理意见日期")
    review_asked_on = day("请求复查日期")
    review_received_on = day("复查机关收到请求日期")
    reviewed_on = day("提出复查意见日期")
    review_answer_received_on = day("信访人收到复查意见日期")
    recheck_asked_on = day("请求复核日期")
    recheck_received_on = day("复核机关收到请求日期")
    recheck_hearing_days = count("复核听证所需日数")
    rechecked_on = day("提出复核意见日期")
    supervised_on = day("督办日期")
    closed_on = day("终结日期")
