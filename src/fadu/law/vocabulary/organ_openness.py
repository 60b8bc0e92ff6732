"""What an organ owes the public over a year: lists, reports, guides, fair markets (信息公开、营商环境、数据安全)."""

from fadu.law.facts import count, day, flag


class OrganOpenness:
    """许可公示、信息公开年度报告、营商环境、数据安全事件."""

    GRAIN = "organ"

    licence_items = count("实施的行政许可事项数")
    licence_items_displayed = count("八项内容都在办公场所公示的许可事项数")
    service_items = count("许可和其他对外管理服务事项数")
    service_items_published = count("依据、条件、程序和办理结果都已主动公开的事项数")
    influential_decisions = count("具有一定社会影响的处罚决定数")
    influential_published = count("已主动公开的具有一定社会影响的处罚决定数")
    enforcement_bases_published = flag("处罚、强制的依据、条件、程序已主动公开")
    portal_functions = count("信息公开平台具备的功能")
    openness_report_on = day("提交上一年度信息公开报告日期")
    openness_report_published_on = day("公布上一年度信息公开报告日期")
    openness_authority = flag("本机关是政府信息公开工作主管部门")
    government_report_on = day("公布本级政府上一年度信息公开报告日期")
    report_contents = count("信息公开年度报告载明的内容")
    data_incidents = count("发生的政务数据安全事件数")
    data_incidents_handled = count("立即启动预案、处置并报告的安全事件数")
    acts_undisclosed = count("应当公示而没有公示的执法信息件数")
    acts_unrecorded = count("没有全过程记录的执法案件数")
    major_unreviewed = count("未经法制审核作出的重大执法决定件数")
    fines_linked = flag("罚没收入与本机关利益挂钩")
    measures_taken = count("采取行政强制的件数")
    measures_weighed = count("卷内说明非强制手段不能达到目的的强制件数")
    measures_excessive = count("超出法定权限、条件或者必需范围的查封、冻结、扣押件数")
    fees_off_list = count("目录清单之外执行的基金、收费、保证金项数")
    general_stops = count("整治活动中要求行业普遍停产停业的次数")
    general_stops_approved = count("符合法定例外并经有权机关批准的普遍停产停业次数")
