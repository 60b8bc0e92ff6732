"""Facts of a review (行政复议): application, acceptance, trial, decision, performance."""

from fadu.law.facts import count, day, flag, members, money, text
from fadu.law.vocabulary.remedies import Pause

RESPONDENT = (
    ("department", "地方人民政府工作部门"),
    ("lower", "下一级人民政府（含乡镇）"),
    ("branch", "人民政府的派出机关（街道办事处等）"),
    ("authorised", "法律、法规、规章授权的组织"),
    ("province", "省级人民政府"),
    ("outpost", "工作部门的派出机构（以自己名义）"),
    ("city_outpost", "直辖市、设区的市工作部门按行政区划设立的派出机构（以自己名义）"),
    ("vertical", "海关、金融、外汇、税务、国家安全机关"),
    ("justice", "履行复议机构职责的司法行政部门"),
)
ORGAN_IS = (
    ("own_government", "被申请人的本级人民政府"),
    ("upper_government", "被申请人的上一级人民政府"),
    ("founder", "设立该派出机关的人民政府"),
    ("manager", "管理该组织的人民政府，或者管理它的部门的本级人民政府"),
    ("itself", "被申请人自己（原级复议）"),
    ("seat_government", "派出机构所在地的人民政府"),
    ("upper_department", "上一级主管部门"),
    ("upper_justice", "上一级司法行政部门"),
    ("other", "其他机关"),
)
OUTCOME = (
    ("upheld", "维持"),
    ("changed", "变更"),
    ("quashed", "撤销或者部分撤销"),
    ("unlawful", "确认违法"),
    ("void", "确认无效"),
    ("perform", "决定履行"),
    ("denied", "驳回复议请求"),
    ("dismissed", "驳回复议申请"),
)
SUSPENSION = (
    ("death", "申请人死亡，近亲属未确定是否参加"),
    ("incapable", "申请人丧失行为能力，未确定法定代理人"),
    ("missing", "申请人下落不明"),
    ("dissolved", "申请人终止，未确定权利义务承受人"),
    ("hindered", "因不可抗力等正当理由不能参加"),
    ("mediation", "调解、和解，双方同意中止"),
    ("interpretation", "法律适用需要有权机关解释或者确认"),
    ("other_case", "以尚未审结的其他案件为依据"),
    ("norm", "附带审查规范性文件或者依据"),
    ("other", "其他需要中止的情形"),
)


class review:  # noqa: N801 - reads as a word in a rule: review.accepted_on
    """行政复议案件，从收到申请到履行."""

    GRAIN = "review"

    track = text("审理程序", (("general", "普通程序"), ("simple", "简易程序")))
    applied_on = day("提出申请日期")
    received_on = day("复议机关收到申请日期")
    channel = text("申请方式", (("paper", "当面或者邮寄"), ("net", "互联网渠道"), ("oral", "口头"), ("organ", "通过作出处罚的机关提交")))
    net_arrived_on = day("申请材料到达特定系统日期")
    paper_demanded = flag("另行要求提供纸质材料")
    via_organ_on = day("处罚机关收到复议申请日期")
    forwarded_on = day("处罚机关转送日期")
    self_corrected_on = day("处罚机关自行纠正日期")
    correction_told_on = day("自行纠正情况告知日期")
    applicants = count("申请人人数")
    representatives = count("推选的代表人人数")
    subject = text("申请复议的事项", (
        ("act", "行政行为"), ("inaction", "不履行法定职责"), ("openness", "政府信息公开"), ("supervision", "上级对下级的执法监督、督促履责"),
        ("petition", "信访事项的登记、受理、交办、转送、复查、复核"), ("other", "其他不属于受理范围的事项"),
    ))

    act_on = day("行政行为作出日期")
    reached_by = text("行政行为的告知方式", (
        ("spot", "当场作出"), ("direct", "直接送达"), ("post", "邮寄送达"), ("electronic", "电子送达"), ("announced", "公告告知"), ("later", "事后补充告知"),
    ))
    reached_on = day("签收、到达、公告期满或者收到补充告知日期")
    known_on = day("证据证明知道或者应当知道日期")
    duty_term = text("履行职责的期限", (("fixed", "有规定"), ("none", "没有规定"), ("urgent", "紧急情况，不受期限限制")))
    duty_asked_on = day("行政机关收到履责申请日期")
    duty_due_on = day("履行期限届满日期")
    period_from = day("申请期限起算日期")
    told = count("已告知的救济事项数（权利、复议机关、期限）")
    remedy_known_on = day("知道救济权利、机关和期限日期")
    longer_term_days = count("法律规定的更长申请期限（日）")
    obstacle_from = day("正当理由耽误申请起始日期")
    obstacle_until = day("障碍消除日期")
    sued_on = day("未告知复议前置而直接起诉日期")
    dismissal_served_on = day("驳回起诉裁定送达日期")
    immovable = flag("因不动产提出")
    net_channel = flag("送达时提供了互联网申请渠道")
    review_first = flag("属于应当先申请复议的情形")
    review_first_told = flag("作出行为时告知先申请复议")
    respondent_kind = text("作出行为的机关", RESPONDENT)
    organ_is = text("本机关是", ORGAN_IS)
    delegated = flag("由受委托的组织作出")
    respondent_is = text("列为被申请人的", (("principal", "委托的行政机关"), ("delegate", "受委托的组织")))
    court_accepted = flag("人民法院已经受理同一行为的诉讼")

    examined_from = day("审查期限起算日期")
    examined_on = day("审查完毕日期")
    conditions = count("符合的受理条件数")
    accepted_on = day("受理日期")
    rejected_on = day("不予受理日期")
    reject_ground = text("不予受理的理由", (("condition", "不符合受理条件"), ("jurisdiction", "不属于本机关管辖"), ("subject", "不属于复议范围")))
    reject_reasoned = flag("决定书写明不予受理的理由")
    proper_organ_told = flag("告知有管辖权的复议机关")
    amend_told_on = day("补正通知发出日期")
    amend_itemised = flag("一次性载明全部补正事项")
    amend_noticed_on = day("申请人收到补正通知日期")
    amend_extension = count("补正期限延长的工作日")
    amended_on = day("收到补正材料日期")
    abandoned_on = day("视为放弃申请日期")
    staff_first = flag("承办人初次从事行政复议工作")
    staff_qualified = flag("承办人取得法律职业资格")
    handlers = count("承办的行政复议人员数")
    fee = money("向申请人收取的费用")
    simple_clear = flag("事实清楚、权利义务关系明确、争议不大")
    simple_ground = text("适用简易程序的情形", (
        ("spot", "行为当场作出"), ("warning", "警告或者通报批评"), ("amount", "案件涉及款额三千元以下"), ("openness", "政府信息公开"), ("agreed", "当事人各方同意"),
    ))
    amount = money("案件涉及款额")
    converted_on = day("转为普通程序日期")
    convert_approved_by = text("转换程序的批准人", (("institution", "复议机构负责人"), ("other", "其他人")))

    copy_sent_on = day("申请书副本发送日期")
    copy_received_on = day("被申请人收到副本日期")
    answered_on = day("被申请人答复举证日期")
    staff_agents = count("被申请人指定的工作人员代理人数")
    evidence_last_on = day("被申请人证据中最晚的收集日期")
    supplement_agreed = flag("复议机构同意补充证据")
    late_evidence_excluded = flag("自行收集的证据不作为依据")
    heard_on = day("听取意见日期")
    heard_recorded = flag("听取的意见记录在案")
    unheard_by_party = flag("因当事人原因不能听取意见")
    complex = flag("重大、疑难、复杂")
    technical = flag("专业性、技术性较强")
    committee_wanted = flag("复议机构认为有必要咨询")
    committee_on = day("复议委员会提出咨询意见日期")
    committee_recorded = flag("咨询意见记录在案")
    committee_attached = flag("报签时附具咨询意见并说明采纳情况")
    hearing_notice_on = day("听证通知送达日期")
    hearing_set_for = day("听证日期")
    hearing_held_on = day("听证举行日期")
    hearing_chairs = count("听证主持人数")
    hearing_members = count("听证员数")
    hearing_clerks = count("听证记录员数")
    hearing_waived = flag("申请人无正当理由不参加听证")
    head_attended = flag("被申请人负责人参加听证")
    head_excused = flag("负责人不能参加，已说明理由")
    delegate_attended = flag("委托相应的工作人员参加听证")
    transcript_followed = flag("根据听证笔录、审查认定的事实和证据作出")
    investigated_on = day("调查取证日期")
    investigators = count("调查取证的行政复议人员数")
    cards_shown = flag("出示行政复议工作证件")
    reading_answered_on = day("答复查阅复制申请日期")
    reading_allowed = flag("同意查阅、复制")
    reading_secret = flag("涉及秘密、隐私或者可能危及安全、稳定")

    pauses = members("停止计算的原因", Pause)
    paused_since = day("本次停止计算起始日期")
    clock_stopped = flag("审理期限停止计算")
    not_counted_days = count("不计入审理期限的日数")
    suspended_on = day("中止日期")
    suspend_ground = text("中止的情形", SUSPENSION)
    suspend_told = flag("中止、恢复已书面告知当事人")
    terminated_on = day("终止日期")
    terminate_ground = text("终止的情形", (
        ("withdrawn", "申请人撤回，准予撤回"), ("death", "申请人死亡，没有近亲属或者近亲属放弃"), ("dissolved", "申请人终止，没有承受人或者承受人放弃"),
        ("criminal", "因同一违法行为被采取刑事强制措施"), ("sixty", "中止满六十日原因仍未消除"),
    ))
    stayed_on = day("停止执行日期")
    stay_ground = text("停止执行的情形", (
        ("respondent", "被申请人认为需要"), ("organ", "复议机关认为需要"), ("asked", "申请人、第三人申请，认为合理"), ("statute", "法律、法规、规章规定"), ("none", "没有上述情形"),
    ))
    norm_by = text("附带审查的由来", (("applicant", "申请人提出"), ("own", "复议机关发现依据不合法")))
    norm_power = flag("本机关有权处理该规范性文件或者依据")
    norm_from = day("因附带审查中止日期")
    norm_handled_on = day("附带审查处理日期")
    norm_forwarded_on = day("转送有权机关日期")
    norm_forward_received_on = day("接受转送的机关收到日期")
    norm_replied_on = day("接受转送的机关回复日期")
    maker_told_on = day("通知制定机关日期")
    maker_noticed_on = day("制定机关收到通知日期")
    maker_answered_on = day("制定机关书面答复日期")
    elevate_noticed_on = day("接到提级审理通知日期")
    materials_moved_on = day("移送案件材料日期")
    decide_from = day("审理期限起算日期")
    longer_days = count("审理期限延长日数")
    longer_approved_by = text("延长期限的批准人", (("institution", "复议机构负责人"), ("other", "其他人")))
    longer_told = flag("延长期限已书面告知当事人")

    outcome = text("复议决定", OUTCOME)
    decided_on = day("复议决定日期")
    settled_on = day("审结日期（决定、调解、终止）")
    approved_by = text("决定的批准", (("head", "复议机关负责人同意"), ("panel", "集体讨论通过"), ("none", "未经批准")))
    in_organ_name = flag("以复议机关的名义作出")
    proved_lawful = flag("被申请人证明了行为合法")
    proved_proper = flag("被申请人证明了行为适当")
    third_evidence = flag("涉及第三人权益且第三人提供了证据")
    worse = flag("变更对申请人更为不利")
    third_opposite = flag("第三人提出相反请求")
    change_ground = text("变更的理由", (("improper", "内容不适当"), ("basis", "未正确适用依据"), ("facts", "复议机关查清了事实和证据")))
    improper = text("内容不适当的情形", (("purpose", "违背管理目的"), ("excess", "超过必要限度"), ("unequal", "相同情况不平等对待"), ("other", "其他")))
    basis_error = text("适用依据的错误", (
        ("clause", "条款适用错误"), ("rank", "该用高位阶而用低位阶"), ("special", "该用特殊规定而用一般规定"), ("partial", "只适用部分依据"),
        ("unnamed", "没有写明依据"), ("other", "其他"),
    ))
    quash_ground = text("撤销的理由", (("facts", "主要事实不清、证据不足"), ("procedure", "违反法定程序"), ("basis", "适用的依据不合法"), ("power", "超越或者滥用职权")))
    illegal_basis = text("依据不合法的情形", (("not_yet", "尚未生效"), ("beyond", "超越制定权限"), ("superior", "违反上位法"), ("other", "其他")))
    unlawful_ground = text("确认违法的理由", (
        ("harm", "撤销会给公共利益造成重大损害"), ("slight", "程序轻微违法且无实际影响"), ("empty", "没有可撤销的内容"), ("corrected", "已自行改变"), ("moot", "责令履行没有意义"),
    ))
    slight = text("程序轻微违法的情形", (("term", "处理期限"), ("notice", "通知、送达"), ("other", "其他")))
    slight_harmless = flag("对陈述、申辩等重要程序性权利没有实际影响")
    void_ground = text("重大且明显违法的情形", (
        ("subject", "没有行政主体资格"), ("no_basis", "增义务减权利没有依据"), ("impossible", "内容客观上不能实施"), ("other", "其他"),
    ))
    repeats = flag("被申请的行为以同一事实和理由重复了已被撤销的行为")
    property_act = flag("涉及罚款、没收、征收征用、查封扣押冻结等财产")
    compensation_asked = flag("一并提出了行政赔偿请求")
    restitution_ordered = flag("同时责令返还财产、解除措施或者赔偿价款")
    redo_ordered = flag("责令重新作出行政行为")
    redo_term_by_law = flag("重作期限另有法律、法规、规章规定")
    mediated_on = day("达成调解协议日期")
    mediation_signed = flag("调解书经各方签字或者签章并加盖复议机关印章")
    sealed = flag("制作决定书并加盖复议机关印章")
    served_on = day("复议文书送达日期")
    perform_by = day("履行期限届满日期")
    performed_on = day("被申请人履行日期")
    redone_on = day("重新作出行政行为日期")
    redo_same = flag("以同一事实和理由作出基本相同的行为")
    opinion_received_on = day("收到行政复议意见书日期")
    opinion_replied_on = day("报送纠正情况日期")
    enforced_on = day("强制执行日期")
    enforced_by = text("强制执行的机关", (("respondent", "作出行政行为的机关"), ("organ", "复议机关"), ("court", "申请人民法院")))
    act_public = flag("被申请的行为依法公开")
    published_on = day("复议决定公开日期")
    copied_on = day("抄告上一级主管部门日期")
    closed_on = day("办结日期")
