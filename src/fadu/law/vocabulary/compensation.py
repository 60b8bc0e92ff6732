"""Facts of a claim for compensation by the state (国家赔偿)."""

from fadu.law.facts import count, day, flag, money, text


class compensation:  # noqa: N801 - reads as a word in a rule: compensation.received_on
    """行政赔偿案件，从申请到支付、追偿."""

    GRAIN = "compensation"

    received_on = day("收到赔偿申请日期")
    handed_in = text("申请方式", (("person", "当面递交"), ("post", "邮寄"), ("net", "互联网"), ("oral", "口头申请，记入笔录")))
    receipt_on = day("出具收讫凭证日期")
    receipt_stamped = flag("凭证加盖专用印章并注明收讫日期")
    known_on = day("知道或者应当知道侵权日期")
    held_days = count("被羁押等限制人身自由的日数")
    hindered_from = day("不能行使请求权起始日期")
    hindered_until = day("障碍消除日期")
    joined = flag("申请复议或者起诉时一并提出")
    delegated = flag("由受委托的组织或者个人造成")
    liable_is = text("赔偿义务机关", (("principal", "委托的行政机关"), ("delegate", "受委托的组织或者个人")))
    fee = money("向请求人收取的费用")
    amend_told_on = day("告知补正日期")
    amend_itemised = flag("一次性告知全部补正内容")
    accepted_on = day("受理日期")

    granted = flag("决定赔偿")
    decided_on = day("决定日期")
    heard = flag("充分听取了请求人的意见")
    served_on = day("决定书送达日期")
    reasoned = flag("说明不予赔偿的理由")
    sued_on = day("请求人起诉日期")
    liberty_days = count("限制人身自由的日数")
    daily_wage = money("国家上年度职工日平均工资")
    liberty_amount = money("人身自由赔偿金")
    money_returned = flag("返还罚没款或者解除冻结")
    interest = money("银行同期存款利息")
    amount = money("赔偿总额")

    pay_asked_on = day("收到支付申请日期")
    treasury_asked_on = day("向财政部门申请支付日期")
    treasury_received_on = day("财政部门收到支付申请日期")
    paid_on = day("支付日期")
    at_fault = flag("有关人员有故意或者重大过失")
    recourse_on = day("责令承担赔偿费用日期")
    closed_on = day("办结日期")
