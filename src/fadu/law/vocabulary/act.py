"""Facts of plain acts: confirmation, payment, adjudication, reward (行政确认、给付、裁决、奖励)."""

from fadu.law.facts import count, day, flag, money, text


class act:  # noqa: N801 - reads as a word in a rule: act.decided_on
    """其他行政行为."""

    GRAIN = "act"

    applied_on = day("收到申请日期")
    of_own_accord = flag("依职权办理")
    accepted_on = day("受理日期")
    examined_on = day("审查日期")
    examiners = count("审查人员数")
    both_heard = flag("双方当事人的意见都已听取")
    mediated = flag("已先行调解")
    shown_publicly_on = day("公示拟办结果日期")
    objections = count("公示期内收到的异议数")
    basis_level = text("依据的层级", (("law", "法律"), ("admin_regulation", "行政法规"), ("rule", "规章"), ("document", "行政规范性文件"), ("other", "其他")))
    basis_published = flag("所依据的规范性文件已经公布")
    outcome = text("办理结果", (("made", "作出（准予）"), ("declined", "不予作出"), ("settled", "调解或者和解结案"), ("withdrawn", "申请人撤回")))
    amount = money("给付、奖励数额")
    reason_given = flag("写明事实、理由和依据")
    remedy_told = flag("已告知救济途径和期限")
    decided_on = day("决定日期")
    served_on = day("送达日期")
    paid_on = day("发放日期")
    published_on = day("公开日期")
    closed_on = day("办结日期")
