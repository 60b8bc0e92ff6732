"""Facts of one person over a year (人员年度)."""

from fadu.law.facts import count, day, flag, text


class officer:  # noqa: N801 - reads as a word in a rule: officer.hours
    """One officer, leader or assistant of an organ over a year."""

    GRAIN = "officer"

    place_code = text("行政区划代码（人员）")
    year = count("年度")
    closed_on = day("年度记录办结日期")
    employment = text(
        "身份",
        (("established", "在编人员"), ("worker", "工勤人员"), ("temporary", "临时聘用人员"), ("auxiliary", "行政执法辅助人员"), ("other", "其他")),
    )
    post = text("岗位", (("leader", "领导干部"), ("enforcing", "行政执法岗位"), ("reviewing", "法制审核岗位"), ("assisting", "辅助岗位"), ("other", "其他岗位")))
    frontline = flag("基层一线执法人员")
    insured = flag("已依法办理保险")

    public_exam = flag("公共法律知识考试合格")
    special_exam = flag("专业法律知识考试合格")
    certified_on = day("取得执法资格和证件日期")
    started_on = day("上岗执法日期")
    alone = count("没有执法人员指导而单独开展辅助工作的次数")

    hours = count("公共法律、业务和技能培训学时合计")
    hours_public = count("公共法律知识培训学时")
    hours_practice = count("实操技能训练学时")
    hours_thought = count("习近平法治思想培训学时")
    hours_due = count("每年培训学时下限")
    hours_public_due = count("公共法律知识培训学时下限")
    hours_practice_due = count("实操技能训练学时下限")
    hours_thought_due = count("习近平法治思想培训学时下限")

    left_on = day("离开执法岗位日期")
    left_how = text(
        "离开执法岗位的原因",
        (
            ("moved", "调整到其他单位执法岗位"),
            ("retired", "退休"),
            ("off_post", "调离执法岗位"),
            ("resigned", "辞去公职"),
            ("dismissed", "被辞退"),
            ("removed", "开除公职"),
            ("convicted", "判处刑罚或者免予刑事处罚"),
            ("unfit", "其他不符合执法要求的情形"),
        ),
    )
    credential_taken = text("证件的处理", (("suspended", "暂扣"), ("withdrawn", "收回"), ("seized", "收缴"), ("cancelled", "注销")))
    credential_taken_on = day("暂扣、收回、收缴证件日期")
    reissue_asked_on = day("申请换发证件日期")
    cancel_asked_on = day("通过办理系统申请注销证件日期")

    suspended_on = day("离岗教育开始日期")
    suspend_ground = text("离岗的原因", (("fault", "过错责任追究"), ("credential", "暂扣执法证件"), ("appraisal", "考核不合格"), ("other", "其他暂不适宜执法的情形")))
    return_hours = count("离岗教育学时")
    return_hours_due = count("离岗教育学时下限")
    return_asked_on = day("本人申请重新上岗日期")
    return_exam = flag("离岗教育考核合格")
    returned_on = day("重新上岗日期")
