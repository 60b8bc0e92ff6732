"""Facts of one data message and the signature on it (数据电文、电子签名)."""

from fadu.law.facts import count, day, flag, moment, text

FORMAT = (("same", "与生成、发送、接收时相同"), ("accurate", "不同，但能准确表现原内容"), ("altered", "不同，不能准确表现原内容"))
REFUSED_FOR = (("electronic", "以属于电子形式为由"), ("other", "其他理由"))


class signature:  # noqa: N801 - reads as a word in a rule: signature.signed_on
    """数据电文的形成、签署、保存、送达、证据."""

    GRAIN = "signature"

    opened_on = day("数据电文登记日期")
    rendered = flag("能够有形地表现所载内容")
    retrievable = flag("可以随时调取查用")
    original = flag("作为原件使用")
    unaltered = flag("自最终形成起内容完整、未被更改")
    relied_on = day("作为书面文件使用日期")
    kept_on = day("保存日期")
    kept_format = text("保存的格式", FORMAT)
    sender_known = flag("能够识别发件人、收件人和收发时间")
    factors = count("审查真实性已考虑的因素")
    weighed_on = day("作为证据审查日期")
    signed_on = day("签署日期")
    conditions = count("可靠电子签名已符合的条件")
    agreed_conditions = flag("符合当事人约定的可靠条件")
    third_party = flag("需要第三方认证")
    ca_licensed = flag("由依法设立的电子认证服务提供者认证")
    refused_on = day("不认可电子签名日期")
    refused_for = text("不认可电子签名的理由", REFUSED_FOR)
    system_named = flag("收件人指定了特定系统")
    named_entered_at = moment("进入指定系统时刻")
    first_entered_at = moment("首次进入收件人系统时刻")
    received_at = moment("记录的接收时刻")
    time_agreed = flag("当事人对收发时间另有约定")
    compromised_on = day("知悉签名制作数据失密日期")
    parties_told_on = day("告知有关各方日期")
    use_ended_on = day("终止使用签名制作数据日期")
    closed_on = day("数据电文登记办结日期")
