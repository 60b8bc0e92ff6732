"""Facts of an inspection, from its plan to its result (行政检查)."""

from fadu.law.facts import count, day, flag, moment, text
from fadu.law.vocabulary.filming import InspectionFilmed


class inspection(InspectionFilmed):  # noqa: N801 - reads as a word in a rule: inspection.approved_on
    """What is known of one visit or one check from afar."""

    GRAIN = "inspection"

    source = text(
        "检查来源",
        (
            ("plan", "年度检查计划"),
            ("random", "双随机抽查"),
            ("complaint", "投诉举报"),
            ("transfer", "转办交办"),
            ("monitoring", "数据监测"),
            ("key", "重点领域全覆盖监管"),
            ("self", "当事人申请或者许可后续核查"),
        ),
    )
    way = text("检查方式", (("visit", "入企现场检查"), ("paper", "书面检查"), ("remote", "非现场检查"), ("joint", "联合检查")))
    market = flag("属于市场监管领域的检查")
    registered_on = day("登记日期")
    in_plan = flag("列入已备案公布的检查计划")
    random_target = flag("检查对象随机抽取")
    random_officers = flag("检查人员随机选派")
    times_this_year = count("本年度已检查该对象的次数")
    times_most = count("本年度检查频次上限")
    merged = flag("同一对象的多个检查事项已经合并")
    approved_on = day("批准检查日期")
    officers = count("检查人员数")
    assistants = count("协助检查的人员数")
    notified_on = day("通知检查日期")
    unannounced = flag("经批准不提前通知")
    conducted_on = day("实施检查日期")
    began_at = moment("检查开始时刻")
    ended_at = moment("检查结束时刻")
    scanned = flag("已扫码登记入企检查")
    hindered = flag("妨碍被检查人正常的生产经营")
    favours = flag("索取、收受财物或者谋取其他利益")
    recorded = flag("检查情况和处理结果已经记录")
    signed = flag("检查人员已在记录上签字")
    items_checked = count("已检查的事项数")
    found = text("检查结论", (("none", "未发现问题"), ("correct", "责令改正"), ("case", "涉嫌违法，转案件办理"), ("other", "移送其他机关处理")))
    correct_by = day("责令改正的期限")
    rechecked_on = day("复查日期")
    told_on = day("告知检查结果日期")
    licensee = flag("检查的是被许可人从事许可事项的活动")
    issuer_elsewhere = flag("作出许可决定的机关在本辖区之外")
    unlawful = flag("查明被许可人违法从事许可事项活动")
    copied_on = day("向许可机关抄告日期")
    published_on = day("公开检查结果日期")
    secret = flag("涉及国家秘密、商业秘密或者个人隐私")
    archived_on = day("归档日期")
