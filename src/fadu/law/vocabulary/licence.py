"""Facts of a licence: its application, examination, decision, and what becomes of it (行政许可)."""

from fadu.law.facts import count, day, flag, money, text

REFUSALS = (
    ("not_needed", "依法不需要取得许可"),
    ("not_ours", "不属于本机关职权"),
    ("incomplete", "材料不齐全、不符合法定形式，经告知仍未补正"),
    ("false", "隐瞒情况或者提供虚假材料"),
    ("banned", "在禁止再次申请的期限内"),
)
"""Why an application is not taken up."""


class Licensing:
    """申请、受理、依据、材料."""

    GRAIN = "licence"

    kind = text("申请类型", (("new", "首次申请"), ("change", "申请变更"), ("renew", "申请延续")))
    applied_on = day("收到申请材料日期")
    form_fee = money("申请书格式文本收费")
    expires_on = day("原许可有效期届满日期")
    renewal_otherwise = flag("法律、法规、规章对申请延续的时间另有规定")
    answered_on = day("首次处理申请日期（受理、不受理或者告知补正）")
    accepted_on = day("受理日期")
    refused_on = day("不予受理日期")
    refusal = text("不予受理的情形", REFUSALS)
    complete = flag("材料齐全、符合法定形式")
    ours = flag("属于本机关职权范围")
    referred = flag("已告知向哪个机关申请")
    supplement_told_on = day("告知补正日期")
    supplement_times = count("告知补正的次数")
    supplemented_on = day("收到补正材料日期")
    voucher_dated = flag("书面凭证注明日期")
    voucher_sealed = flag("书面凭证加盖专用印章")
    listed_materials = flag("要求的材料都在公布的目录之内，与许可事项有关")
    listed_certificates = flag("索要的证明都在公布的证明事项清单之内")
    shared_instead = flag("能够通过数据共享取得的材料没有另行要求提交")
    asked_again = flag("下级机关已经收取的材料又要求申请人提交")
    false_materials = flag("申请人隐瞒情况或者提供虚假材料")
    warned_on = day("就虚假申请作出警告处罚日期")
    safety = flag("直接关系公共安全、人身健康、生命财产安全")
    refused_for_false_on = day("上次因虚假申请被不予受理或者不予许可日期")
    revoked_for_fraud_on = day("上次因欺骗、贿赂被撤销许可、处罚的日期（取较晚之日）")

    basis_level = text(
        "许可的设定依据",
        (
            ("law", "法律"),
            ("admin_regulation", "行政法规"),
            ("state_council", "国务院决定"),
            ("local_regulation", "地方性法规"),
            ("provincial_rule", "省级政府规章（临时性许可）"),
            ("department_rule", "部门规章"),
            ("city_rule", "设区的市政府规章"),
            ("other", "其他规范性文件"),
        ),
    )
    basis_published = flag("许可的依据已经公布")
    basis_since = day("临时性许可实施日期")
    local_law_proposed = flag("已提请制定地方性法规")
    in_list = flag("在公布的行政许可事项清单之内")
    conditions_lawful = flag("只按法定条件审查，没有增设条件")
    delegated = flag("由受委托机关办理")
    delegation_based = flag("委托有法律、法规、规章依据，且在委托机关法定职权之内")
    delegatee_organ = flag("受委托的是行政机关")
    delegation_announced = flag("受委托机关和委托内容已经公告")
    in_principal_name = flag("以委托机关名义办理")
    passed_on = flag("受委托机关又转委托")


class Examining:
    """审查、听证、期限."""

    GRAIN = "licence"

    joint = flag("统一办理、联合办理或者集中办理")
    lower = flag("本机关只作初步审查，由上级机关决定")
    on_the_spot = flag("能够当场决定")
    promised_days = count("公开承诺的办结工作日数")
    delay_explained_on = day("公开说明超时理由日期")
    reported_on = day("初步审查完毕报送上级日期")
    report_parts = count("直接报送上级的内容")
    verified_on = day("实地核查日期")
    reviewed_on = day("法制审核日期")
    verifiers = count("实地核查的工作人员数")
    needs_testing = flag("须由本机关检验、检测、检疫")
    testers_assigned_on = day("指派检验人员日期")
    testers = count("指派的检验人员数")
    affects_others = flag("直接关系他人重大利益")
    third_told_on = day("告知利害关系人日期")
    third_heard = flag("已听取申请人、利害关系人的意见")

    hearing_required = flag("法定应当听证，或者涉及公共利益的重大许可")
    hearing_announced_on = day("听证公告日期")
    hearing_told_on = day("告知听证权利日期")
    hearing_asked_on = day("要求听证日期")
    hearing_waived_on = day("明确放弃听证日期")
    hearing_notice_on = day("听证通知送达日期")
    hearing_set_for = day("确定的听证日期")
    hearing_held_on = day("举行听证日期")
    hearing_public = flag("公开举行听证")
    hearing_fee = money("向听证参加人收取的费用")
    transcript_signed = flag("听证笔录经参加人确认并签章")
    transcript_followed = flag("根据听证笔录作出决定")

    out1_from = day("第一段不计入期限起始日期")
    out1_until = day("第一段不计入期限终止日期")
    out2_from = day("第二段不计入期限起始日期")
    out2_until = day("第二段不计入期限终止日期")
    out3_from = day("第三段不计入期限起始日期")
    out3_until = day("第三段不计入期限终止日期")
    stopped = flag("办理期限暂不计算")
    out_told = flag("已书面告知申请人所需时间")
    extension = count("延长的工作日")
    extended_on = day("批准延长日期")
    extension_told = flag("已告知申请人延长的理由")
    government_approved = flag("本级人民政府负责人批准延长")
    lateness_admitted_on = day("逾期情况入卷日期")


class Deciding:
    """决定、证件、公开、费用、撤销和注销."""

    GRAIN = "licence"

    decided_on = day("作出许可决定日期")
    outcome = text("许可决定", (("granted", "准予许可"), ("declined", "不予许可")))
    denial_parts = count("不予许可决定书载明的内容")
    quota = flag("有数量限制")
    earlier_waiting = count("受理在先、符合条件而尚未准予的申请数")
    order_by_law = flag("法律、行政法规对先后另有规定")
    fee = money("办理许可收取的费用")
    fee_by_law = flag("收费有法律、行政法规依据")
    needs_certificate = flag("需要颁发许可证件")
    sealed = flag("证件加盖本机关印章")
    issued_on = day("颁发、送达证件日期")
    secret = flag("涉及国家秘密、商业秘密或者个人隐私")
    disclosing = flag("公开内容含有申请人的商业秘密、未披露信息或者保密商务信息")
    disclosure_agreed = flag("申请人同意披露，或者法律另有规定")
    objection_allowed = flag("已给申请人合理的异议期")
    published_on = day("公开许可决定日期")
    archived_on = day("归档日期")

    ground = text(
        "处理已有许可的事由",
        (
            ("abuse", "工作人员滥用职权、玩忽职守准予"),
            ("beyond", "超越法定职权准予"),
            ("procedure", "违反法定程序准予"),
            ("unqualified", "对不具备资格或者不符合条件的申请人准予"),
            ("other_revocable", "依法可以撤销的其他情形"),
            ("fraud", "以欺骗、贿赂等不正当手段取得"),
            ("law_changed", "所依据的法律、法规、规章修改或者废止"),
            ("facts_changed", "所依据的客观情况发生重大变化"),
            ("expired", "有效期届满未延续"),
            ("dead", "公民死亡或者丧失行为能力"),
            ("dissolved", "法人或者其他组织终止"),
            ("revoked", "许可已被撤销、撤回，或者证件已被吊销"),
            ("force_majeure", "因不可抗力无法实施"),
            ("by_statute", "法律、法规规定应当注销的其他情形"),
        ),
    )
    found_on = day("发现事由日期")
    heard_on = day("听取被许可人意见日期")
    harms_public = flag("撤销可能对公共利益造成重大损害")
    public_interest = flag("为了公共利益的需要")
    loss = flag("给被许可人造成财产损失")
    compensated = flag("已依法给予赔偿或者补偿")
    revoked_on = day("撤销许可日期")
    kept_on = day("决定不予撤销日期")
    withdrawal = text("变更或者撤回", (("alter", "变更许可"), ("withdraw", "撤回许可")))
    withdrawn_on = day("变更或者撤回许可日期")
    cancelled_on = day("注销许可日期")
    ended_on = day("处理完毕日期")


class licence(Licensing, Examining, Deciding):  # noqa: N801 - reads as a word in a rule: licence.accepted_on
    """Facts of a licence (许可)."""
