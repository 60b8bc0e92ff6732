"""Facts that penalties by public security and traffic police add (公安、道路交通)."""

from fadu.law.facts import count, day, flag, members, moment, text
from fadu.law.vocabulary.special import Act


class Police:
    """公安：案件类别、一人执法、传唤、未成年人、当场处罚、送达、封存；交管：扣证、扣车."""

    GRAIN = "case"

    police_regime = text("公安案件的类别", (("order", "治安案件"), ("border", "出境入境边防案件"), ("other", "其他公安行政案件")))
    vice = flag("涉及卖淫、嫖娼、赌博、毒品")
    victim_complained_on = day("被侵害人控告日期")
    complaint_refused = flag("应当受理控告而没有受理")
    extension_by = text("批准延长办案期限的机关", (("superior", "上一级公安机关"), ("owner", "派出所所属的公安机关"), ("self", "本机关")))

    case_centre = flag("在规范设置、严格管理的执法办案场所进行")
    alone = members("由一名人民警察进行的活动", Act)
    filmed_whole = members("已全程同步录音录像的活动", Act)
    summoned_at = moment("传唤到案时刻")
    released_at = moment("询问查证结束时刻")
    summon_longer = text("延长询问查证的情形", (("many", "涉案人数众多"), ("unknown", "身份不明"), ("complex", "情况复杂，可能适用行政拘留")))
    confession_only = flag("只有本人陈述，没有其他证据")
    preserve_approver = text("批准先行登记保存的人", (("head", "行政机关负责人"), ("unit", "办案部门负责人")))
    goods_taken_at = moment("提取涉案财物时刻")
    goods_handed_at = moment("移交涉案财物管理人员时刻")
    returned_at = moment("从异地、旅客列车、民航飞机、水上等返回时刻")

    guardian_told_on = day("告知监护人日期")
    guardian_heard = flag("已充分听取监护人意见")
    minor_detained = flag("属于可能执行行政拘留的未成年人")
    hearing_accepted_on = day("决定受理听证日期")
    detention_days = count("行政拘留合并执行的日数")
    no_objection = flag("被处罚人对处罚和罚款没有异议")
    spot_decided_at = moment("当场作出处罚决定时刻")
    spot_filed_at = moment("当场处罚决定报备案时刻")
    has_victim = flag("有被侵害人")
    victim_served_on = day("决定书送达被侵害人日期")
    record_given_to = text("违法记录提供的对象", (("nobody", "没有提供"), ("organ", "国家机关为办案需要"), ("inquirer", "有关单位依国家规定查询"), ("other", "其他单位或者个人")))

    road_user = text(
        "被处罚人的交通身份",
        (("pedestrian", "行人"), ("passenger", "乘车人"), ("nonmotor", "非机动车驾驶人"), ("motorist", "机动车驾驶人"), ("owner", "机动车所有人或者管理人"), ("other", "其他")),
    )
    driver_known = flag("能够确定违法时的驾驶人")
    fine_refused = flag("拒绝接受罚款处罚")
    slight_unobstructed = flag("情节轻微，未影响道路通行")
    licence_held_at = moment("扣留驾驶证时刻")
    licence_held_on = day("扣留驾驶证日期")
    case_handed_at = moment("案件移交交通管理部门时刻")
    driver_came_on = day("当事人到交通管理部门接受处理日期")
    suspended_days = count("决定暂扣驾驶证的日数")
    suspended_until = day("暂扣驾驶证届满日期")
    vehicle_held_on = day("扣留车辆日期")
    vehicle_receipt = flag("扣车时当场出具凭证")
    vehicle_term_told = flag("已告知接受处理的期限")
    vehicle_used = flag("被扣留的车辆被使用")
    vehicle_announced_on = day("扣留车辆公告日期")
    vehicle_disposed_on = day("依法处理扣留车辆日期")
