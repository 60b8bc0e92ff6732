"""Facts of a suit against the organ, and of its application to a court for execution (行政诉讼应诉、非诉执行)."""

from fadu.law.facts import count, day, flag, members, money, text
from fadu.law.vocabulary.remedies import Objection


class suit:  # noqa: N801 - reads as a word in a rule: suit.received_on
    """行政诉讼案件，从收到应诉通知到履行."""

    GRAIN = "suit"

    received_on = day("收到起诉状副本日期")
    sued_on = day("原告起诉日期")
    act_on = day("行政行为作出日期")
    known_on = day("知道或者应当知道行为内容日期")
    content_unknown = flag("原告不知道行为内容（未送达、利害关系人等）")
    term_told = flag("作出行为时告知了起诉期限")
    term_known_on = day("知道或者应当知道起诉期限日期")
    term_otherwise = flag("法律对起诉期限另有规定")
    immovable = flag("因不动产起诉")
    lost_days = count("因不可抗力等被耽误的日数")
    hindered_until = day("其他特殊障碍消除日期")
    longer_asked_on = day("原告申请延长起诉期限日期")
    reviewed = flag("经过行政复议")
    review_ended_by = text("复议的结果", (
        ("upheld", "维持"), ("changed", "改变原行为"), ("rejected", "不予受理或者驳回申请"), ("silent", "逾期不作决定"),
    ))
    review_ended_on = day("收到复议决定书或者复议期限届满日期")
    review_pending = flag("起诉时复议已经受理、尚未审结")
    first_kind = text("是否应当先申请复议", (
        ("none", "不属于复议前置"), ("spot", "当场作出的处罚决定"), ("resource", "侵犯已依法取得的自然资源权利"), ("inaction", "法定期限内未受理、不答复或者不履行职责"),
        ("refused", "明确拒绝受理、履行或者履行不完全"), ("openness", "决定不予公开政府信息"), ("other", "法律、行政法规规定的其他情形"),
    ))
    duty_asked_on = day("接到履行职责申请日期")
    duty_due_on = day("履行职责期限届满日期")
    duty_term_otherwise = flag("法律、法规对履行期限另有规定")
    duty_urgent = flag("紧急情况下请求履行")
    codefendant = flag("原机关和复议机关列为共同被告")
    superior_approved = flag("行为经上级机关批准")
    signed_by_us = flag("对外文书由本机关署名")
    defendant_kind = text("本机关是", (("ministry", "国务院部门"), ("government", "县级以上地方人民政府"), ("other", "其他行政机关")))
    court_level = text("受理法院的级别", (("basic", "基层人民法院"), ("intermediate", "中级人民法院"), ("higher", "高级以上人民法院")))
    court_seat = text("受理法院", (
        ("organ", "最初作出行为的机关所在地法院"), ("review", "复议机关所在地法院"), ("immovable", "不动产所在地法院"), ("assigned", "跨行政区域管辖的法院"), ("other", "其他法院"),
    ))
    objections = members("答辩提出的程序意见", Objection)

    filed = count("提交的材料项数（证据、依据、答辩状）")
    answered_on = day("提交答辩状和证据日期")
    evidence_last_on = day("所提交证据中最晚的收集日期")
    supplement_allowed = flag("法院准许补充证据")
    illegal_evidence = count("以非法手段取得的证据件数")
    delay_asked_on = day("书面申请延期举证日期")
    delay_allowed = flag("法院准许延期举证")
    delay_ended_on = day("正当事由消除日期")
    delayed_filed_on = day("延期举证提交日期")
    stayed_on = day("停止执行日期")
    stay_ground = text("停止执行的情形", (
        ("defendant", "被告认为需要"), ("asked", "原告或者利害关系人申请，法院裁定"), ("court", "法院认为会造成重大损害"), ("statute", "法律、法规规定"), ("none", "没有上述情形"),
    ))
    changed_on = day("一审期间改变被诉行为日期")
    court_told = flag("已书面告知人民法院")

    held_on = day("开庭日期")
    head_required = flag("重大公共利益、社会关注、群体性或者法院书面建议负责人出庭")
    head_appeared = flag("负责人出庭")
    head_excused = flag("负责人有正当理由不能出庭")
    statement_filed = flag("提交情况说明")
    statement_signed = flag("情况说明加盖机关印章或者主要负责人签字")
    staff_appeared = count("出庭的相应工作人员数")
    agents = count("另行委托的诉讼代理人数")
    warrant = count("授权委托书载明的事项数（姓名、职务、代理权限）")
    warrant_sealed = flag("授权委托书加盖机关印章")

    judged_on = day("裁判日期")
    result = text("裁判结果", (
        ("upheld", "驳回诉讼请求"), ("dismissed", "驳回起诉或者准予撤诉"), ("quashed", "撤销或者部分撤销"), ("changed", "变更"), ("unlawful", "确认违法"),
        ("void", "确认无效"), ("perform", "判决履行或者给付"), ("mediated", "调解"),
    ))
    quash_ground = text("撤销的理由", (
        ("evidence", "主要证据不足"), ("law", "适用法律、法规错误"), ("procedure", "违反法定程序"), ("power", "超越职权"), ("abuse", "滥用职权"), ("unfair", "明显不当"),
    ))
    slight = text("程序轻微违法的情形", (("none", "不是程序轻微违法"), ("term", "处理期限"), ("notice", "通知、送达"), ("other", "其他")))
    slight_harmless = flag("对听证、陈述、申辩等重要程序性权利没有实质损害")
    void_ground = text("重大且明显违法的情形", (
        ("subject", "没有行政主体资格"), ("no_basis", "减权利增义务没有规范依据"), ("impossible", "内容客观上不能实施"), ("other", "其他"),
    ))
    redo_ordered = flag("判决重新作出行政行为")
    judgment_served_on = day("收到生效裁判日期")
    perform_by = day("裁判确定的履行期限届满日期")
    performed_on = day("履行裁判日期")
    redone_on = day("重新作出行政行为日期")
    redo_same = flag("与原行为基本相同")
    redo_other_reasons = flag("主要事实或者主要理由有改变")
    fined_days = count("逾期不履行的日数")
    head_fine = money("法院对负责人的罚款")
    suggestion_received_on = day("收到规范性文件司法建议日期")
    suggestion_answered_on = day("书面答复司法建议日期")
    closed_on = day("办结日期")

    execution_checks = count("符合的申请执行条件数")
    execution_defects = count("可能不准予执行的情形数")
    ripe_on = day("被执行人法定起诉期限届满日期")
    delay_justified = flag("逾期申请有正当理由")
    execution_applied_on = day("申请法院强制执行日期")
    execution_immovable = flag("执行对象为不动产")
    execution_court = text("受理执行申请的法院", (
        ("organ_basic", "申请人所在地基层人民法院"), ("immovable_basic", "不动产所在地基层人民法院"), ("other", "其他法院"),
    ))
    flight_feared = flag("有充分理由认为被执行人可能逃避执行")
    preserved_on = day("申请财产保全日期")
    execution_accepted_on = day("法院受理执行申请日期")
    defect_heard = flag("法院因明显违法听取双方意见")
    ruled_on = day("法院裁定日期")
