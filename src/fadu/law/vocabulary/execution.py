"""Facts of performance, publication, closing and archive (执行、公开、结案、归档)."""

from fadu.law.facts import count, day, flag, money, text

CORRECTED = (("changed", "变更"), ("quashed", "撤销或者部分撤销"), ("unlawful", "确认违法"), ("void", "确认无效"))
"""Results by which an act was corrected (被纠错)."""

REMEDY_RESULT = (
    ("upheld", "维持"),
    ("denied", "驳回请求"),
    ("dismissed", "不予受理、驳回申请或者起诉"),
    *CORRECTED,
    ("mediated", "调解"),
    ("ended", "撤回、终止"),
)


class Execution:
    """缴款、强制执行、公开、结案、归档."""

    GRAIN = "case"

    paid = money("已缴罚没款")
    paid_on = day("缴清日期")
    collected_on = day("当场收缴日期")
    ashore_on = day("水上收缴后抵岸日期")
    remitted_on = day("缴至行政机关日期")
    banked_on = day("缴付指定银行日期")
    receipt_lawful = flag("出具法定部门统一制发的票据")
    deferred_until = day("延期、分期缴纳届满日期")
    deferred_on = day("批准延期、分期日期")
    surcharge = money("加处罚款")
    surcharge_days = count("加处罚款计算日数")
    remedy_started_on = day("申请复议或者提起诉讼日期")
    remedy_ended_on = day("复议或者诉讼终结日期")
    reconsideration_result = text("行政复议结果", REMEDY_RESULT)
    litigation_result = text("行政诉讼结果", REMEDY_RESULT)
    demanded_on = day("催告书送达日期")
    court_applied_on = day("申请法院强制执行日期")

    published_on = day("决定公开日期")
    publication_due = flag("决定应当公开")
    overturned_on = day("决定被变更、撤销、确认违法或者无效日期")
    withdrawn_on = day("撤回公开日期")

    closing_since = day("结案情形发生日期")
    closing_ground = text(
        "结案情形",
        (("performed", "行政处罚决定执行完毕"), ("execution_ended", "人民法院裁定终结执行"), ("terminated", "案件终止调查"), ("no_penalty", "不予处罚或者移送"), ("other", "其他应当结案的情形")),
    )
    closed_on = day("结案日期")
    archived_on = day("归档日期")
