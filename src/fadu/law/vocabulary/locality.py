"""Facts of the government of a county, city or district over a year (地方政府年度)."""

from fadu.law.facts import count, day, flag, text


class locality:  # noqa: N801 - reads as a word in a rule: locality.consult_meetings
    """What a local government owes as the government of its place."""

    GRAIN = "locality"

    place_code = text("行政区划代码（地方）")
    rank = text("政府层级", (("province", "省级"), ("city", "市级"), ("county", "县级")))
    year = count("年度")
    closed_on = day("年度记录办结日期")

    transition_began_on = day("乡镇综合执法过渡期起始日期")
    transition_months = count("过渡期的月数")
    joint_actions = count("县直部门与乡镇联合执法次数")
    cases_reversed = count("过渡期内乡镇案件被复议撤销或者败诉的件数")
    organs_concerned = count("因此应当下调考核档次的乡镇和部门数")
    organs_lowered = count("年度依法行政考核已下调一等的乡镇和部门数")

    list_outside_guide = count("下放清单中不在省赋权指导清单内的事项数")
    list_published_on = day("下放清单向社会公布日期")
    list_reviewed_on = day("下放清单经设区的市政府审核日期")
    list_filed_on = day("下放清单报省政府备案日期")
    list_evaluated_on = day("最近一次评估赋权、下放清单日期")
    list_cancelled = count("评估后取消的下放事项数")
    list_cancelled_settled = count("其中经市审核、报省备案并由原部门行使的事项数")
    grants_evaluated_on = day("对已下放事项评估日期")
    grants_by = day("评估下放事项的最后一日")
    grants_unfit = count("接不住、监管跟不上的下放事项数")
    grants_adjusted = count("其中已经调整的事项数")

    systems_plan_on = day("三项制度具体方案经政府研究通过日期")
    systems_plan_by = day("制定三项制度具体方案的最后一日")
    systems_plan_filed_on = day("三项制度具体方案报上级备案日期")
    systems_appraised = flag("三项制度推进情况列入法治建设考评指标")
    systems_told = flag("建立督查情况通报制度，对工作不力的督促整改")
    mid_report_on = day("年中报送三项制度工作情况日期")
    mid_report_day = count("年中报送的最后一日（月日）")
    mid_report_by = day("年中报送的最后一日")
    end_report_on = day("年末报送三项制度工作情况日期")
    end_report_day = count("年末报送的最后一日（月日）")
    end_report_by = day("年末报送的最后一日")

    supervision_system_on = day("执法协调监督工作体系建成日期")
    supervision_system_by = day("建成执法协调监督工作体系的最后一日")
    quality_index_on = day("执法质量考核评价指标体系建成日期")
    quality_index_by = day("建成考核评价指标体系的最后一日")
    mid_assessed_on = day("实施情况中期评估完成日期")
    mid_assessed_by = day("中期评估的最后一日")
    final_assessed_on = day("实施情况终期评估完成日期")
    final_assessed_by = day("终期评估的最后一日")
    consult_departments = count("参加工作会商机制的部门数（含司法行政部门）")
    consult_departments_due = count("会商机制部门数下限")
    consult_meetings = count("召开会商会议次数")
    training_scheme_on = day("建立执法人员统筹培训机制日期")
    training_scheme_by = day("建立统筹培训机制的最后一日")
    rectified_on = day("突出问题专项整治完成日期")
    rectified_by = day("完成专项整治的最后一日")
    batches = count("向社会公布典型案例的批数")
    batches_due = count("公布典型案例的批数下限")
