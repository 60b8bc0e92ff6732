"""Facts of requests for information and for data, and of publishing of one's own accord (政府信息公开、政务数据共享)."""

from fadu.law.facts import count, day, flag, money, text


class Openness:
    """政府信息：申请、更正、主动公开."""

    GRAIN = "request"

    channel = text(
        "提交方式",
        (("counter", "当面提交"), ("signed_post", "需要签收的邮寄"), ("plain_post", "无需签收的平常信函"), ("internet", "互联网渠道"), ("fax", "传真")),
    )
    received_on = day("收到申请日期")
    submitted_on = day("当面提交日期")
    signed_for_on = day("签收日期")
    confirmed_on = day("与申请人确认日期")
    counted_from = day("答复期限起算日期")
    unclear = flag("申请内容不明确")
    supplement_told_on = day("告知补正日期")
    supplement_times = count("告知补正的次数")
    supplement_by = day("补正期限届满日期")
    supplemented_on = day("收到补正日期")
    supplement_excused = flag("逾期补正有正当理由")
    abandoned_on = day("视为放弃申请日期")

    info_from = text("信息来源", (("made", "本机关制作"), ("kept", "本机关从公民、法人或者其他组织获取"), ("lead", "本机关牵头制作"), ("other", "其他机关制作或者最初获取"), ("none", "没有检索到")))
    closed_by_law = flag("属于国家秘密、法律禁止公开或者公开后可能危及国家安全、公共安全、经济安全、社会稳定")
    harms_third = flag("涉及商业秘密、个人隐私等，公开会损害第三方合法权益")
    third_asked_on = day("第三方收到征求意见书日期")
    third_answered_on = day("第三方提出意见日期")
    third_agreed = flag("第三方同意公开")
    third_until = day("征求第三方意见终了日期")
    outweighs = flag("不公开会对公共利益造成重大影响")
    third_told = flag("已把决定公开的内容和理由书面告知第三方")
    peers_asked_on = day("共同制作机关收到征求意见书日期")
    peers_answered_on = day("共同制作机关提出意见日期")
    peers_agreed = flag("共同制作机关同意公开")
    peers_until = day("征求其他机关意见终了日期")
    consulting = flag("正在征求意见，答复期限暂不计算")
    extension = count("延长答复的工作日")
    extended_on = day("延长答复日期")
    extension_approved = flag("工作机构负责人同意延长")
    extension_told = flag("已告知申请人延长")
    examined_on = day("审核日期")

    reply = text(
        "答复类型",
        (
            ("public", "已主动公开，告知获取方式、途径"),
            ("given", "予以公开"),
            ("declined", "不予公开"),
            ("absent", "信息不存在"),
            ("not_ours", "不属于本机关负责公开"),
            ("repeated", "重复申请，不予重复处理"),
            ("by_other_law", "依照有关法律、行政法规的特别规定办理"),
        ),
    )
    closed_as = text("不予公开的理由", (("closed", "依法不得公开"), ("third", "损害第三方合法权益"), ("internal", "内部事务信息"), ("process", "过程性信息"), ("case_file", "行政执法案卷信息")))
    public_by_statute = flag("法律、法规、规章规定该信息应当公开")
    mixed = flag("含有不应公开的内容，但能够区分处理")
    part_given = flag("已提供可以公开的部分")
    reasoned = flag("已说明理由")
    answered_on = day("答复日期")
    frequent = flag("数量、频次明显超过合理范围")
    fee = money("收取的费用")
    archived_on = day("归档日期")

    made_on = day("政府信息形成或者变更日期")
    special_term = flag("法律、法规对公开期限另有规定")
    secrecy_reviewed = flag("已作保密审查")
    doubtful = flag("不能确定是否可以公开")
    determined = flag("已由有关主管部门或者保密部门确定可以公开")
    published_on = day("主动公开日期")

    fix_asked_on = day("收到更正申请日期")
    fix_ours = flag("本机关有权更正")
    fix_true = flag("审核属实")
    fixed_on = day("更正日期")
    fix_told = flag("已告知申请人处理结果")
    fix_passed_on = flag("已转送有权机关，或者告知向有权机关提出")
    fix_closed_on = day("更正申请办结日期")


class Sharing:
    """政务数据：目录、共享申请、使用、校核."""

    GRAIN = "request"

    share_side = text("本机关的身份", (("provider", "数据提供部门"), ("demander", "数据需求部门")))
    share_kind = text("共享属性", (("free", "无条件共享"), ("conditional", "有条件共享"), ("closed", "不予共享")))
    elements = count("申请载明的要素")
    liaison_agreed = flag("本部门共享工作机构负责人同意")
    share_received_on = day("提供部门收到共享申请日期")
    lacking = flag("申请材料不全")
    lacking_told_on = day("告知补充材料日期")
    lacking_times = count("告知补充材料的次数")
    share_extension = count("延长答复的工作日数")
    share_extension_agreed = flag("同级共享主管部门同意延长")
    share_extension_told = flag("已告知需求部门延长答复")
    share_reply = text("共享答复", (("agreed", "同意共享"), ("declined", "不同意共享")))
    share_answered_on = day("共享答复日期")
    share_reasoned = flag("不同意共享已说明理由")
    delivered_on = day("共享数据日期")
    widened = flag("扩大使用范围、用于其他目的或者提供给第三方")
    widening_agreed = flag("提供部门同意扩大使用")
    use_parts = count("使用记录的内容")
    retention_years = count("使用记录保存年限")
    used_on = day("登记使用情况日期")
    check_asked_on = day("收到校核申请日期")
    check_answered_on = day("反馈校核结果日期")
    share_closed_on = day("共享办结日期")

    changed_on = day("目录内容调整、变化日期")
    catalogue_extension = count("延长更新的工作日")
    catalogue_extension_agreed = flag("同级共享主管部门同意延长更新")
    catalogue_updated_on = day("完成更新并报送日期")
    catalogue_received_on = day("收到更新后目录日期")
    catalogue_published_on = day("审核发布目录日期")


class request(Openness, Sharing):  # noqa: N801 - reads as a word in a rule: request.received_on
    """Facts of a request (申请)."""
