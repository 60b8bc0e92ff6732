"""Facts that the procedure of market supervision adds: whose case it is, its time limits, its money (市场监督管理)."""

from fadu.law.facts import count, day, flag, members, moment, text
from fadu.law.vocabulary.marks import Stop


class Market:
    """市场监督管理程序另有规定的管辖、期限和处理."""

    GRAIN = "case"

    venue_kind = text(
        "涉网络交易、广告的类型",
        (
            ("platform", "网络交易平台经营者、自建网站等网络交易经营者"),
            ("merchant", "平台内经营者"),
            ("media_ad", "大众传播媒介发布违法广告"),
            ("net_ad", "互联网广告"),
            ("own_net_ad", "广告主自行发布互联网广告"),
        ),
    )
    venue = text(
        "本机关所在地与案件的联系",
        (
            ("domicile", "当事人住所地"),
            ("business", "实际经营地"),
            ("platform", "平台经营者住所地"),
            ("publisher", "广告发布者所在地"),
            ("advertiser", "广告主所在地"),
            ("ad_agent", "广告经营者所在地"),
            ("conduct", "违法行为发生地"),
        ),
    )
    clue_first = flag("本机关先行发现线索或者收到投诉、举报")
    received_by_transfer = flag("其他市场监督管理部门因管辖移送来的案件")
    dispute_talks_ended_on = day("管辖争议协商结束日期")
    dispute_received_on = day("上一级收到报请指定管辖材料日期")
    recusal_of = text("被申请回避的人", (("principal", "主要负责人"), ("deputy", "其他负责人"), ("staff", "其他有关人员")))
    recusal_decided_by = text("决定回避的人", (("panel", "负责人集体讨论"), ("principal", "主要负责人"), ("deputy", "其他负责人"), ("other", "其他人")))
    outpost_in_scope = flag("在所属部门确定的派出机构权限范围内")
    outpost_own_name = flag("法律、法规授权以派出机构名义实施")
    issued_by = text("决定以谁的名义作出", (("department", "所属部门"), ("outpost", "派出机构")))

    verification_test_from = day("核查期间首次送检日期")
    extension_discussed_on = day("集体讨论继续延期日期")
    stops = members("停止计算的原因", Stop)
    stopped_since = day("本次停止计算起始日期")
    clock_stopped = flag("办案期限停止计算")
    review_extension = count("审核延长的工作日")
    measure_taken_at = moment("当场采取强制措施时刻")
    measure_urgent = flag("当场采取强制措施，事后补批")
    measure_approved_at = moment("负责人批准强制措施时刻")
    terminate_ground = text("终止调查的情形", (("dead", "自然人死亡且无权利义务承受人"), ("dissolved", "单位终止且无权利义务承受人"), ("other", "其他致使调查无法继续的原因")))
    refund_required = flag("法律、法规要求责令退还多收价款")
    refund_ordered_on = day("责令退款通知书发出日期")
    defer_applied_on = day("当事人书面申请延期、分期日期")
