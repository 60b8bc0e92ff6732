"""Facts that penalties in ecology and environment add (生态环境)."""

from fadu.law.facts import count, day, flag, members, money, text
from fadu.law.vocabulary.special import Aggravation, EcoKind, FineFactor, Hidden, Notified, PublicItem, ReviewItem


class Ecology:
    """生态环境：立案、查封、时效、按日连续处罚、公开、延期、结案、备案."""

    GRAIN = "case"

    filing_lost_on = day("立案后发现不符合立案条件日期")
    supervised = flag("上级督办案件")
    reporter_named = flag("实名举报")
    report_answered_on = day("向举报人反馈处理结果日期")
    taken_over = text("上级直接处罚的事由", (("omitted", "下级应当处罚而没有处罚"), ("other", "其他")))
    outpost_of_city = flag("派出机构由设区的市级生态环境主管部门设立")
    inspection_leaked = flag("泄露被检查者的商业秘密、个人隐私或者个人信息")
    seizure_ground = text(
        "查封、扣押的事由",
        (("harm", "造成或者可能造成严重污染、破坏等后果"), ("evidence", "有关证据可能灭失、被隐匿"), ("noise", "噪声造成严重污染"), ("other", "其他")),
    )
    correction_refused = flag("被责令改正而拒不改正")

    eco_kinds = members("法律、行政法规规定的其他处罚", EcoKind)
    eco_review = members("法制审核已经审查的内容", ReviewItem)
    aggravations = members("从重处罚的情形", Aggravation)
    heavier = flag("依法从重处罚")
    discussion_recorded = flag("集体讨论已经记录")
    spot_transcript = flag("当场处罚的全过程已制作笔录")
    spot_unsigned = flag("当场处罚决定书没有执法人员签名或者盖章")

    daily_kind = text(
        "可以按日连续处罚的违法行为",
        (("statute", "违法排放、倾倒、处置污染物等"), ("local_regulation", "地方性法规增加的种类"), ("local_rule", "规章增加的种类"), ("none", "不属于")),
    )
    rechecked_on = day("组织复查日期")
    recheck_found = text("复查的结果", (("continuing", "继续实施"), ("refused", "拒不改正"), ("obstructed", "拒绝、阻挠复查"), ("corrected", "已经改正")))
    fine_factors = members("确定原罚款数额的因素", FineFactor)
    daily_decided_on = day("决定按日连续处罚日期")
    daily_days = count("按日连续处罚的日数")
    daily_fine = money("按日连续处罚的罚款")

    published_parts = members("公开的处罚决定信息", PublicItem)
    unmasked = members("公开文本中仍可见的应当隐去的信息", Hidden)
    credit_recorded_on = day("违法信息记入信用记录日期")
    repair_applied_on = day("当事人申请信用修复日期")
    repair_answered_on = day("信用修复办结日期")
    deferral_told = members("同意延期、分期通知书已送达", Notified)
    destroy_ruled = flag("国家对销毁该类物品另有规定")
    destroy_approved = flag("销毁经负责人批准")
    destroy_officers = count("监督销毁的执法人员数")
    offset_done = flag("罚款、拘留已折抵罚金、刑期")
    court_accepted_on = day("人民法院受理强制执行申请日期")
    supervised_filed_on = day("督办案件向上一级备案日期")
    file_changed_on = day("案卷材料被修改、增加、抽取日期")
    paper_corrected = text("决定书补正、更正的方式", (("written", "另行作出书面决定"), ("original", "直接改动原决定书")))
