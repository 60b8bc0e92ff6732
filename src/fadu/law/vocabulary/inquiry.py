"""Facts of the inquiry (调查取证)."""

from fadu.law.facts import count, day, flag, moment, text


class Inquiry:
    """调查取证、回避、先行登记保存、中止、延期."""

    GRAIN = "case"

    rights_told_on = day("首次告知当事人权利日期")
    first_inquiry_on = day("首次调查取证日期")
    inspected_on = day("最近一次现场检查日期")
    questioned_on = day("最近一次询问日期")
    records = count("笔录份数")
    evidence = count("证据件数")
    evidence_verified = count("查证属实的证据件数")
    evidence_unlawful = count("以非法手段取得而作为根据的证据件数")

    preserved_on = day("先行登记保存日期")
    preserved_at = moment("先行登记保存时刻")
    preserve_urgent = flag("当场先行登记保存，事后补批")
    preserve_approved_at = moment("负责人批准先行登记保存时刻")
    preserve_disposed_on = day("先行登记保存物品处理日期")

    recusal_requested_on = day("当事人申请回避日期")
    recusal_decided_on = day("回避决定日期")
    recusal_pending = flag("回避申请尚未决定")

    suspended = flag("案件正在中止")
    suspended_since = day("中止或者停止计算起始日期")
    suspend_ground = text(
        "中止的情形",
        (
            ("awaits_other", "须以相关案件裁判或者其他决定为依据"),
            ("awaits_reading", "法律适用问题送请解释或者确认"),
            ("force_majeure", "不可抗力"),
            ("party_missing", "当事人下落不明"),
            ("other", "其他应当中止的情形"),
        ),
    )
    not_counted_days = count("不计入办案期限的日数")
    extension_days = count("批准延长的办案日数")
    extended_once = flag("负责人已批准延长三十日")
    test_started_on = day("检测、检验、检疫、鉴定开始日期")
    test_told_on = day("检测期间告知日期")
    test_running = flag("检测、检验、检疫、鉴定正在进行")
    correction_ordered_on = day("责令改正日期")

    criminal_suspected = flag("违法行为涉嫌犯罪")
    criminal_found_on = day("认为涉嫌犯罪日期")
    criminal_transferred_on = day("移送司法机关日期")
    criminal_returned_on = day("司法机关退回日期")
    concluded_on = day("调查终结日期")
    facts_clear = flag("违法事实清楚、证据充分")
