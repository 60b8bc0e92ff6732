"""Facts of the step about to be taken: who takes it, when, before whom (步骤)."""

from fadu.law.facts import count, day, flag, moment, money, text


class step:  # noqa: N801 - reads as a word in a rule: step.on
    """What the platform knows of a step, and what is asked of it alone."""

    GRAIN = "step"

    on = day("办理日期")
    at = moment("办理时刻")
    certified_officers = count("在场持有效执法证件人员数")
    uncertified_officers = count("在场无有效执法证件人员数")
    recused_officers = count("在场人员中应当回避的人数")
    by_handler = flag("办理人是本案办案人员")
    by_reviewer = flag("办理人是本案审核人员")
    by_decider = flag("办理人是本案决定人员")
    reviewer_first_time = flag("审核人员初次从事行政处罚决定法制审核")
    reviewer_qualified = flag("审核人员取得法律职业资格")

    card_shown = flag("已主动出示执法证件")
    record_signed = text("笔录签名", (("signed", "当事人已签名或者盖章"), ("refused", "拒绝签名，已注明并有见证人或者音像记录"), ("unsigned", "未签名")))
    reason_told = flag("已告知陈述、申辩、申请回避的权利")
    head_approved = flag("负责人已经批准")
    chair_is_handler = flag("听证主持人是本案调查人员")
    hearing_public = flag("公开举行听证")
    hearing_secret = flag("涉及国家秘密、商业秘密或者个人隐私")
    hearing_fee = money("向当事人收取的费用")
    agents = count("当事人委托代理人数")
    transcript_signed = text("听证笔录签名", (("signed", "当事人已核对签名"), ("refused", "拒绝签名，主持人已注明")))
    witness = flag("有见证人，或者拍照、录像记录送达过程")
    instalment = money("本次缴款")
    payment_channel = text("缴款渠道", (("bank", "银行"), ("electronic", "电子支付"), ("collected", "执法人员当场收缴")))
    filmed_now = flag("已拍照、录音或者录像")
