"""Facts of service and performance that the law asks for beyond their days (送达凭证、当场收缴、加处罚款、救济)."""

from fadu.law.facts import day, flag, text


class Performing:
    """送达凭证、当场收缴、加处罚款、停止执行、没收物处理."""

    GRAIN = "case"

    decision_sealed = flag("决定书盖有本机关印章")
    service_proved = flag("有送达回证、回执或者到达记录")
    receiver_role = text("签收人身份", (("self", "本人"), ("family", "同住成年家属"), ("legal", "法定代表人、负责人"), ("clerk", "收发部门"), ("agent", "代理人、代收人")))
    party_held = text("受送达人的身份情形", (("soldier", "军人"), ("prisoner", "被监禁")))
    forwarded_by = text("转交单位", (("regiment", "所在部队团以上单位的政治机关"), ("prison", "所在监所")))
    receipt_dated_on = day("回执、回证上注明的签收日期")

    spot_on_the_spot = text(
        "当场收缴的情形",
        (("small", "一百元以下罚款"), ("hard_later", "不当场收缴事后难以执行"), ("remote", "边远、水上、交通不便地区，当事人缴款确有困难并提出")),
    )
    collect_reasoned = flag("写明当场收缴的理由")
    party_asked = flag("当事人提出当场缴纳")
    collected_afloat = flag("在水上当场收缴")
    surcharged_on = day("决定加处罚款日期")
    reconsidered_from = day("申请行政复议日期")
    reconsidered_until = day("行政复议终结日期")
    sued_from = day("提起行政诉讼日期")
    sued_until = day("行政诉讼终结日期")
    stay_ordered = flag("复议机关或者人民法院决定停止执行")
    stay_asked_on = day("当事人申请暂缓执行日期")
    stay_decided_on = day("暂缓执行申请决定日期")
    goods_way = text("没收财物的处理方式", (("auction", "公开拍卖"), ("destroy", "销毁"), ("return", "返还"), ("other", "按国家有关规定处理")))
    goods_disposed_on = day("没收财物处理日期")
    redacted = flag("已隐去国家秘密、商业秘密和个人隐私")
