"""Facts of a matter of supervision (行政执法监督): from the clue to the decision and what came of it."""

from fadu.law.facts import count, day, flag, text
from fadu.law.vocabulary import supervision_choices as choices


class supervision:  # noqa: N801 - reads as a word in a rule: supervision.filed_on
    """监督事项、投诉举报、执法争议、协助、法规实施报告."""

    GRAIN = "supervision"

    # --- what is supervised, and by whom
    opened_on = day("登记监督事项日期")
    place = text("监督地区", choices.PLACE)
    kind = text("监督类型", choices.KIND)
    level = text("监督机构的层级", choices.LEVEL)
    body = text("实施监督的机构", choices.BODY)
    guided_by_body = flag("在本级行政执法监督机构指导下进行")
    target = text("监督对象", choices.TARGET)
    act = text("涉及的执法行为", choices.ACT)
    clue_source = text("监督事项来源", choices.CLUE)
    clue_received_on = day("收到监督线索日期")
    clue_assessed_on = day("线索研判日期")
    key_typical = flag("反映强烈、影响重大的典型突出问题")
    key_means = count("挂牌督办、提级监督等方式")
    special_mandate = flag("根据党中央、国务院决策部署开展")
    plan_parts = count("专项监督方案载明的要素")
    plan_approved_on = day("本级人民政府批准专项方案日期")
    remedy = text("涉及争议的复议、诉讼情况", choices.REMEDY)
    remedy_guided = flag("已引导当事人复议、诉讼")
    filed_on = day("确定监督事项日期")

    # --- recusal of supervisors
    recusal_ground = text("监督人员应当回避的情形", choices.RECUSAL_GROUND)
    recusal_self = flag("本人自行申请回避")
    recusal_asked_on = day("申请监督人员回避日期")
    recusal_decided_on = day("监督人员回避决定日期")
    recusal_decided_by = text("决定监督人员回避的人", choices.RECUSAL_BY)

    # --- looking
    method = text("日常监督方式", choices.METHOD)
    survey = text("执行情况评估方式", choices.SURVEY)
    appraisal_plan_on = day("评议方案、标准制定日期")
    appraisal_published = count("已公开的评议标准、过程、结果")
    review_points = count("案卷评查已覆盖的方面")
    inspected_on = day("开展监督活动日期")
    supervisors = count("到场监督人员数")
    supervisors_certified = flag("监督人员均持有有效监督证件")
    cards_shown = flag("主动出示监督证件")
    recorded = flag("监督活动全过程记录")
    conflicted = count("到场的应当回避的监督人员数")
    measures = count("已留痕的监督措施类别")
    refused = flag("被监督单位拒绝、阻挠监督")
    special_inquiry = flag("已组织人员专门调查")

    # --- what was found
    found_on = day("认定监督问题日期")
    problem = flag("存在问题")
    category = text("监督问题类别", choices.CATEGORY)
    conduct = text("不作为、乱作为的表现", choices.CONDUCT)
    appearance = text("证件装备着装的问题", choices.APPEARANCE)
    hebei_ground = text("河北条例所列情形", choices.HEBEI_GROUND)
    unperformed = flag("应当履行而未履行执法职责")
    unlawful = flag("查明违法或者明显不当")
    major = flag("涉及重大问题")
    major_interest = flag("有重大社会影响或者涉及重大利益")
    share_high = flag("违法或者不当的比例较高")
    outstanding = flag("问题突出、造成重大影响")
    on_the_spot = flag("能够当场纠正")
    spot_urged = flag("已督促立即纠正")
    misconduct_clue = flag("发现职务违法、职务犯罪线索")
    handed_over_on = day("向监察机关移送线索日期")
    superior_told_on = day("告知上一级主管部门日期")

    # --- letters and what came of them
    letter = text("监督文书种类", choices.LETTER)
    letter_issuer = text("监督文书制发主体", choices.ISSUER)
    letter_on = day("监督文书制发日期")
    letter_due_on = day("文书规定的报送期限")
    letter_received_on = day("收到监督文书日期")
    corrected_on = day("纠正完成日期")
    reported_on = day("报送纠正情况日期")
    corrected = flag("复核认定已经纠正")
    objected_on = day("提出异议日期")
    objection_answered_on = day("异议处理答复日期")
    talked_on = day("约谈日期")
    bulletin_on = day("通报、公布日期")
    bulletin_ground = text("通报、公布的情形", choices.BULLETIN)

    # --- the government's decision
    proposed_on = day("提出处理建议日期")
    government_decided_on = day("本级人民政府决定日期")
    government_decision = text("本级人民政府的决定", choices.GOVERNMENT)
    order_issuer = text("监督决定书制发主体", choices.ISSUER)
    ordered_on = day("监督决定书制发日期")
    outcome = text("监督决定的处理", choices.OUTCOME)
    defect = text("执法行为的缺陷", choices.DEFECT)
    mendable = flag("违反的程序可以补正或者改正")
    order_received_on = day("收到监督决定书日期")
    order_reported_on = day("报告决定执行情况日期")

    # --- the officer concerned
    people_on = day("提出人员处理建议日期")
    people_factors = count("人员处理综合考虑的因素")
    officer_conduct = text("执法人员的行为", choices.OFFICER_CONDUCT)
    disposal = text("建议的人员处理", choices.DISPOSAL)
    disposal_by_power = flag("由有权机关处理")
    closed_on = day("监督事项办结日期")

    # --- complaints, disputes, assistance, reports of how a statute works
    real_name = flag("实名投诉举报")
    identity_kept = flag("已为投诉举报人保密")
    complaint_replied_on = day("反馈处理结果日期")
    complaint_closed_on = day("投诉举报办结日期")
    dispute_between_equals = flag("双方均为本级行政执法机关")
    dispute_talks_ended_on = day("争议协调结束日期")
    dispute_agreed = flag("经协调达成一致")
    dispute_opinion_on = day("提出争议处理意见日期")
    dispute_decided_on = day("争议决定日期")
    dispute_decider = text("作出争议决定的机关", choices.DECIDER)
    statute_in_force_on = day("法律、法规、规章施行日期")
    statute_reported_on = day("实施情况报告日期")
