"""Facts of administrative enforcement: from a decision that is not performed to its end (行政强制执行)."""

from fadu.law.facts import count, day, flag, members, moment, money, text
from fadu.law.vocabulary.coercing import Attested, DemandPart, Material, OrderPart, ProxyPart, ProxySigned
from fadu.law.vocabulary.filming import EnforcementFilmed
from fadu.law.vocabulary.kinds import LEVEL, SERVICE

METHOD = (
    ("money", "金钱给付（加处罚款、滞纳金、划拨、拍卖）"),
    ("restore", "排除妨碍、恢复原状"),
    ("proxy", "代履行"),
    ("demolish", "强制拆除"),
    ("other", "其他强制执行方式"),
)
ZONE = (
    ("permit", "须取得建设工程规划许可证的建设"),
    ("rural", "乡、村庄规划区内的建设"),
    ("temporary", "临时建设"),
    ("appearance", "不符合城市容貌、环境卫生标准的建筑物或者设施"),
    ("other", "其他违法的建筑物、构筑物、设施"),
)
BUILDING_ORGAN = (
    ("planning", "县级以上城乡规划主管部门"),
    ("city_planning", "所在地城市、县人民政府城乡规划主管部门"),
    ("township", "乡、镇人民政府"),
    ("appearance", "市容环境卫生主管部门会同城市规划主管部门"),
    ("other", "其他机关"),
)


class enforcement(EnforcementFilmed):  # noqa: N801 - reads as a word in a rule: enforcement.demanded_on
    """催告、强制执行决定、加处、划拨、拍卖、代履行、强制拆除、申请法院."""

    GRAIN = "enforcement"

    method = text("执行方式", METHOD)
    opened_on = day("执行登记日期")
    order_served_on = day("据以执行的决定送达日期")
    order_perform_by = day("决定确定的履行期限")
    remedy_told = text("决定告知的救济期限", (("full", "六十日复议、六个月起诉，复议机关正确"), ("short", "短于法律规定，或者复议机关错误"), ("none", "没有告知")))
    own_power = flag("法律授予本机关强制执行权")
    power_level = text("强制执行权依据的层级", LEVEL)
    alternatives_weighed = flag("执行前已评估非强制手段，不能达到目的")
    involves_money = flag("涉及金钱给付")
    principal = money("金钱给付义务的数额")
    performed_on = day("当事人履行日期")
    reconsidered_from = day("对决定申请行政复议日期")
    reconsidered_until = day("复议决定送达或者复议终结日期")
    sued_from = day("对决定提起行政诉讼日期")
    sued_until = day("诉讼终结日期")
    deferred_until = day("执行前准予延期、分期的届满日期")

    demanded_on = day("履行催告书送达日期")
    demand_until = day("催告书确定的履行期限")
    demand_written = flag("以书面催告")
    demand_parts = members("催告书载明的内容", DemandPart)
    demand_service = text("催告书送达方式", SERVICE)
    demand_undeliverable = flag("催告书拒收或者无法直接送达")
    objected_on = day("当事人收到催告后陈述、申辩日期")
    objection_recorded = flag("对陈述、申辩已经记录")
    objection_checked = flag("催告后的陈述、申辩已经复核")
    objection_founded = flag("陈述、申辩成立")
    objection_adopted = flag("成立的意见已经采纳")
    reason_good = flag("当事人不履行有正当理由")
    flight_proven = flag("有证据证明转移或者隐匿财物迹象")
    at_once = flag("催告期间立即强制执行")
    ordered_on = day("强制执行决定日期")
    order_parts = members("强制执行决定书载明的内容", OrderPart)
    order_written = flag("强制执行决定以书面作出")
    order_service = text("强制执行决定书送达方式", SERVICE)
    order_undeliverable = flag("强制执行决定书拒收或者无法直接送达")
    order_delivered_on = day("强制执行决定书送达日期")

    surcharge_told = flag("加处罚款、滞纳金的标准已告知")
    surcharged_from = day("开始加处罚款、滞纳金日期")
    surcharge = money("加处罚款、滞纳金累计数额")
    surcharge_waived = money("执行协议减免的加处罚款、滞纳金")
    principal_waived = money("执行协议减免的本金")
    agreed_on = day("执行协议日期")
    agreement_harms = flag("执行协议损害公共利益或者他人合法权益")
    remedied = flag("当事人采取了补救措施")
    agreement_broken_on = day("不履行执行协议日期")
    agreement_resumed_on = day("不履行协议后恢复执行日期")

    suspend_ground = text(
        "中止执行的情形",
        (("unable", "履行确有困难或者暂无能力"), ("third_party", "第三人主张权利，确有理由"), ("irreparable", "可能造成难以弥补的损失且不损害公共利益"), ("needed", "机关认为需要"), ("none", "都不是")),
    )
    suspended_on = day("中止执行日期")
    suspend_gone_on = day("中止情形消失日期")
    resumed_on = day("恢复执行日期")
    harmless = flag("没有明显社会危害")
    incapable = flag("当事人确无能力履行")
    end_ground = text(
        "终结执行的情形",
        (("dead", "公民死亡，无遗产又无义务承受人"), ("dissolved", "单位终止，无财产又无义务承受人"), ("lost", "执行标的灭失"), ("revoked", "决定被撤销"), ("needed", "机关认为需要"), ("none", "都不是")),
    )
    ended_on = day("终结执行日期")
    overturned_on = day("决定被撤销、变更或者发现执行错误日期")
    restored_by = text("执行回转的方式", (("restored", "恢复原状"), ("returned", "退还财物"), ("compensated", "不能恢复或者退还，已经赔偿")))
    restored_on = day("执行回转日期")

    executed_on = day("实施强制执行日期")
    executed_at = moment("实施强制执行开始时刻")
    executed_until = moment("实施强制执行结束时刻")
    executed_urgently = flag("情况紧急，在夜间或者节假日执行")
    cuts_utilities = flag("停止供水、供电、供热、供燃气等")
    residential = flag("针对居民生活")
    transferred_on = day("划拨日期")
    bank_told = flag("划拨已书面通知金融机构")
    auctioned_on = day("拍卖日期")
    auctioneer = flag("委托拍卖机构依拍卖法办理")
    seized_before = flag("财物在管理过程中已依法查封、扣押")
    proceeds = money("划拨、拍卖、处理所得款项")
    banked = money("上缴国库或者划入财政专户的款项")
    closed_on = day("执行办结日期")

    restoration = flag("义务是排除妨碍、恢复原状等")
    harm = text("不履行的后果", (("traffic", "危害交通安全"), ("pollution", "造成环境污染"), ("resources", "破坏自然资源"), ("none", "都不是")))
    performer = text("代履行人", (("organ", "行政机关"), ("third", "没有利害关系的第三人"), ("interested", "有利害关系的第三人")))
    proxy_ordered_on = day("代履行决定日期")
    proxy_served_on = day("代履行决定书送达日期")
    proxy_parts = members("代履行决定书载明的内容", ProxyPart)
    proxy_demanded_on = day("代履行前催告日期")
    proxy_on = day("实施代履行日期")
    supervisors = count("到场监督的本机关人员数")
    proxy_done_on = day("代履行完毕日期")
    proxy_signed = members("代履行文书上的签名", ProxySigned)
    proxy_cost = money("代履行的合理成本")
    proxy_charged = money("向当事人收取的代履行费用")
    cleared_on = day("立即代履行日期")
    cleared_place = text("立即代履行的场所", (("road", "道路"), ("river", "河道"), ("waterway", "航道"), ("public", "公共场所"), ("other", "其他")))
    cleared_thing = text("清除的对象", (("dropped", "遗洒物"), ("obstacle", "障碍物"), ("pollutant", "污染物"), ("other", "其他")))
    party_unable = flag("当事人不能清除")
    party_away = flag("立即代履行时当事人不在场")
    cleared_told_on = day("事后通知当事人日期")

    zone = text("违法建设的类型", ZONE)
    building_organ = text("作出责令决定的机关", BUILDING_ORGAN)
    inspection_card = flag("现场勘查时出示了执法证件")
    stop_ordered = flag("已责令停止建设")
    correctable = flag("尚可采取改正措施消除影响")
    removable = flag("能够拆除")
    building_action = text("责令的内容", (("correct", "限期改正"), ("demolish", "限期拆除"), ("confiscate", "没收实物或者违法收入")))
    building_cost = money("建设工程造价")
    building_fine = money("对违法建设的罚款")
    building_ordered_on = day("责令改正、拆除决定日期")
    correct_by = day("限期改正、拆除的届满日期")
    announced_on = day("强制拆除公告日期")
    self_demolish_by = day("公告限定自行拆除的届满日期")
    government_charged_on = day("县级以上人民政府责成或者批准强制拆除日期")
    demolished_on = day("强制拆除日期")
    results_published_on = day("检查情况和处理结果公开日期")
    superior_ordered_on = day("上级责令作出处罚决定日期")
    superior_answered_on = day("按上级要求作出处罚决定日期")

    court_applied_on = day("向人民法院申请强制执行日期")
    late_reasoned = flag("逾期申请有正当理由并写明")
    court_materials = members("提交法院的材料", Material)
    court_attested = members("执行申请书的签署", Attested)
    court_fee = money("缴纳的申请费")
    court_received_on = day("人民法院接到申请日期")
    court_accepted_on = day("人民法院受理日期")
    court_refused_on = day("收到不予受理裁定日期")
    refusal_appealed_on = day("对不予受理裁定申请复议日期")
    court_doubts = flag("人民法院认为明显违法，需要听取意见")
    court_ruled_on = day("人民法院作出裁定日期")
    court_denied = flag("裁定不予执行")
    ruling_received_on = day("收到裁定日期")
    ruling_appealed_on = day("对不予执行裁定申请复议日期")
    court_urgent = flag("申请人民法院立即执行")
    court_safety = flag("情况紧急，为保障公共安全")
    court_president = flag("人民法院院长批准立即执行")
    court_executed_on = day("人民法院执行日期")
