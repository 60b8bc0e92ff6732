"""Facts of review, notice, defence and hearing (审查、告知、听证)."""

from fadu.law.facts import count, day, flag, members, money, text
from fadu.law.vocabulary.kinds import Penalty, Told


class Notice:
    """审核、事先告知、陈述申辩、听证."""

    GRAIN = "case"

    proposed_kinds = members("拟处罚种类", Penalty)
    proposed_fine = money("拟罚款数额")
    proposed_gain = money("拟没收违法所得、非法财物价值")
    proposed_weight = count("拟处罚的最重种类")
    discretion_table = text("适用的裁量基准")
    discretion_low = money("裁量基准区间下限")
    discretion_high = money("裁量基准区间上限")
    deviation_reason = flag("写明偏离裁量基准的理由")
    case_review_asked_on = day("送审日期")
    case_reviewed_on = day("案件审核完成日期")
    case_review_passed = flag("案件审核同意")
    proposal_approved_on = day("负责人批准处罚建议日期")

    hearing_threshold = money("本地听证的金额起点")
    notified_on = day("告知书送达日期")
    told = members("告知的内容", Told)
    defence_on = day("当事人陈述、申辩日期")
    defence_reviewed = flag("对陈述、申辩已经复核")
    waived_on = day("当事人明确放弃陈述、申辩和听证日期")
    hearing_requested_on = day("当事人要求听证日期")
    hearing_notice_on = day("听证通知送达日期")
    hearing_set_for = day("通知的听证日期")
    hearing_held_on = day("举行听证日期")
    hearing_closed_on = day("听证终结日期")
    hearing_reported_on = day("听证报告日期")
    hearing_withdrawn = flag("撤回听证要求，或者视为放弃听证")
    hearing_outcome = text("听证结果", (("held", "已经举行"), ("withdrawn", "撤回或者视为放弃"), ("ended", "终止听证")))
