"""Facts that penalties on food, drugs, safety, fire and products add (各领域). All are asked as particulars, and may stay unknown."""

from fadu.law.facts import count, day, flag, members, moment, money, text
from fadu.law.vocabulary.sector_marks import ComplaintMark, FireDanger, Innocence, InspectionMark, RegisterMark, Rung, SampleWay, Seized, SupplyCondition

SECTORS = (
    ("food", "食品"),
    ("drugs", "药品"),
    ("quality", "产品质量"),
    ("adverts", "广告"),
    ("safety", "安全生产"),
    ("chemicals", "危险化学品"),
    ("fire", "消防"),
)
"""Which sector's law a case is of: food, drugs, products and adverts are all market cases, chemicals are cases of emergency management."""

CLAUSES = (
    ("food_122", "食品安全法第一百二十二条第一款"),
    ("food_123", "食品安全法第一百二十三条第一款"),
    ("food_124", "食品安全法第一百二十四条第一款"),
    ("food_125", "食品安全法第一百二十五条第一款"),
    ("food_125_2", "食品安全法第一百二十五条第二款"),
    ("food_126", "食品安全法第一百二十六条第一款"),
    ("drugs_118", "药品管理法第一百一十八条第一款"),
    ("adverts_55", "广告法第五十五条第一款"),
    ("other", "其他"),
)
"""The penalty clauses whose amounts hang on a value."""


class Sectors:
    """抽检、查封扣押对象、风险控制、罚则和货值、投诉举报、检查记录."""

    GRAIN = "case"

    sector = text("监管领域", SECTORS)
    clause = text("适用的罚则", CLAUSES)
    goods_value = money("货值金额")
    responsible_income = money("责任人违法期间自本单位所获收入")
    ad_fee = money("广告费用")
    ad_fee_unclear = flag("广告费用无法计算或者明显偏低")
    grave = flag("情节严重")
    refused_to_correct = flag("责令改正后拒不改正")
    penalties_in_year = count("本次之前一年内受到的停产停业、吊销许可证以外的食品安全处罚次数")
    safety_penalties_180 = count("一百八十日内受到的安全生产处罚次数")
    safety_penalties_year = count("一年内受到的安全生产处罚次数")
    ad_violations = count("两年内违法广告次数")
    trade_ban = text("从业限制", (("none", "没有限制"), ("five", "五年"), ("life", "终身")))
    may_return_on = day("从业限制期满、可以重新申请的日期")
    sentenced = flag("因食品安全犯罪被判处有期徒刑以上刑罚")
    innocence = members("不知情的免责情形", Innocence)
    officers_trained = flag("办案人员经食品安全培训考核，具备相应知识和能力")

    sample_ways = members("监督抽样的做法", SampleWay)
    retest_asked_on = day("申请复检、复验日期")
    retest_lab = text("复检机构", (("listed", "从公布名录中随机确定的其他机构"), ("chosen", "没有随机确定"), ("same", "与初检机构相同")))
    quick_result_at = moment("收到快速检测结果时刻")
    quick_retest_at = moment("对快速检测结果申请复检时刻")
    quick_retest_by = text("快速检测的复检方法", (("laboratory", "实验室检验方法"), ("quick", "快速检测方法")))
    quick_led_to = text("快速检测结果的认定", (("tested", "已依法抽样检验，以检验结论认定"), ("settled", "快速检测已经确定不合格"), ("doubtful", "只表明可能不合格")))
    retest_excluded = flag("属于不予复验的情形")
    retest_accepted = flag("受理了复验申请")
    retest_differs = flag("复验结论与原结论不一致")
    retest_paid_by = text("复验费用由谁承担", (("party", "当事人"), ("lab", "原药品检验机构")))
    notice_wrong_on = day("确认抽检公告不当日期")
    notice_corrected_on = day("更正抽检公告日期")
    notice_same_scope = flag("在原公告范围内更正")

    seized_things = members("查封、扣押的对象", Seized)
    seized_grounded = flag("有证据、根据证明属于可以查封、扣押的情形")
    seized_by_principal = flag("查封、扣押经本部门主要负责人批准")
    drugs_seized_on = day("查封、扣押药品日期")
    drugs_need_test = flag("查封、扣押的药品需要检验")
    drugs_report_on = day("药品检验报告书发出日期")
    drugs_handled_on = day("对查封、扣押药品作出处理决定日期")
    risk_evidence = flag("有证据证明可能存在安全隐患")
    risk_measure_on = day("采取告诫、约谈、限期整改、暂停等措施日期")
    risk_published_on = day("公布检查处理结果日期")
    risk_passed_on = day("评估认为风险已经消除日期")
    risk_lifted_on = day("解除风险控制措施日期")
    ladder = members("抽查不合格的后处理", Rung)
    ad_paused_on = day("责令暂停发布广告日期")
    ad_may_harm = flag("涉嫌违法广告可能造成严重后果")

    complaint_marks = members("投诉举报的处理", ComplaintMark)
    complaint_answered_on = day("处理并告知投诉举报人日期")
    inspection_marks = members("监督检查的记录和协作", InspectionMark)
    safety_register = members("安全生产违法行为信息库", RegisterMark)
    major_hazard = flag("存在重大事故隐患")
    stop_refused = flag("拒不执行停产停业整顿决定")
    closure_asked_on = day("提请地方人民政府关闭日期")
    decided_by = text(
        "关闭、停产停业由谁决定",
        (("government_via", "人民政府，由住建或者应急部门报请"), ("government", "人民政府，由其他部门报请"), ("own", "本部门自行决定")),
    )
    supply_conditions = members("停止供电、供应的条件", SupplyCondition)
    supply_kind = text("停止的供应", (("power", "停止供电"), ("explosives", "停止供应民用爆炸物品"), ("other", "停止其他供应")))
    supply_told_at = moment("通知生产经营单位停止供电时刻")
    supply_cut_at = moment("停止供电、供应时刻")
    supply_urgent = flag("有危及生产安全的紧急情形")
    hazard_removed_on = day("事故隐患消除日期")
    supply_restored_on = day("解除停止供电、供应日期")
    accident_report_on = day("批复事故调查报告日期")
    accident_evaluated_on = day("评估事故整改落实情况日期")
    daily_from = day("按日连续处罚起算日期")
    daily_amount = money("按日连续处罚的每日数额")
    fire_danger = members("火灾隐患的情形", FireDanger)
    wide_impact = flag("对经济和社会生活影响较大")
    public_fire_hazard = flag("影响公共安全的重大火灾隐患")
    government_told_on = day("应急管理部门书面报告本级政府日期")
    resumed_on = day("恢复施工、使用、生产、经营日期")
    recheck_passed_on = day("整改后检查合格日期")
    enforced_on = day("强制执行日期")
    enforced_for = text("强制执行的事项", (("obstruction", "拒不改正占用通道、埋压圈占、设置障碍"), ("stop", "逾期不执行停产停业、停止使用、停止施工"), ("other", "其他")))
