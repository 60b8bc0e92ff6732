"""Facts of taking property for public use and of levies (行政征收征用)."""

from fadu.law.facts import day, flag, money, text


class requisition:  # noqa: N801 - reads as a word in a rule: requisition.decided_on
    """征收、征用."""

    GRAIN = "requisition"

    kind = text("种类", (("expropriate", "征收（取得所有权）"), ("use", "征用（使用后返还）"), ("levy", "征收税费")))
    opened_on = day("登记日期")
    basis_level = text("依据的层级", (("law", "法律"), ("admin_regulation", "行政法规"), ("local_regulation", "地方性法规"), ("other", "其他")))
    public_interest = flag("为了公共利益的需要")
    emergency = flag("应急处置征用")
    announced_on = day("公告征收征用方案日期")
    heard_on = day("听取被征收征用人意见日期")
    assessed_on = day("评估完成日期")
    decided_on = day("决定日期")
    remedy_told = flag("已告知复议、诉讼的途径和期限")
    served_on = day("决定书送达日期")
    listed = flag("已清点并由双方在清单上签名")
    taken_on = day("接收财产日期")
    compensation = money("补偿数额")
    compensation_agreed_on = day("补偿协议或者决定日期")
    compensated_on = day("补偿支付日期")
    until = day("征用期限届满日期")
    returned_on = day("返还日期")
    damaged = flag("返还时毁损、灭失")
    damage_paid_on = day("毁损、灭失补偿支付日期")
    closed_on = day("办结日期")
