"""场所、装备、记录、信息化、经费: what an organ works with."""

from fadu.law.policies.terms import (
    BASE_ORGAN,
    ENFORCER,
    HEBEI,
    HEILONGJIANG_HERE,
    LIAOCHENG_HERE,
    XINGLONG_HERE,
    DueBy,
    in_place,
    whole,
)
from fadu.law.rules import Duty
from fadu.law.statutes import HEBEI_TOWNSHIPS, HEILONGJIANG, LIAOCHENG, XINGLONG, XINSHAO
from fadu.law.vocabulary import organ
from fadu.law.vocabulary.lists import Act, Budget, EquipmentPlan, Room

FILMED_ROOMS = Room.REGISTRATION | Room.QUESTIONING | Room.HEARING

TOWNSHIP_RECORDERS = Duty(
    "P1-8-a", XINGLONG["三(八)"], "乡镇的执法记录仪、手持终端按县级司法行政部门确定的甲类标准配备；没有登记标准的不判",
    when=BASE_ORGAN & organ.recorder_officers_township.known,
    demands=organ.recorders * organ.recorder_officers_township >= organ.officers.column,
    fix="按县级司法行政部门确定的标准补足记录设备",
)
RECORDERS_A = Duty(
    "P2-A", HEILONGJIANG["二(二)3(1)①"], "认定为甲类的机关，原则上每两名执法人员（以本地规定为准）不少于一台记录设备",
    when=(organ.av_class == "a") & organ.recorder_officers_a.known, demands=organ.recorders * organ.recorder_officers_a >= organ.officers.column,
    fix="补足执法记录仪或者手持执法终端",
)
RECORDERS_B = Duty(
    "P2-B", HEILONGJIANG["二(二)3(1)②"], "认定为乙类的机关，原则上每三名执法人员（以本地规定为准）不少于一台记录设备",
    when=(organ.av_class == "b") & organ.recorder_officers_b.known, demands=organ.recorders * organ.recorder_officers_b >= organ.officers.column,
    fix="补足执法记录仪或者手持执法终端",
)
TOWNSHIP_FILMED = Duty(
    "P1-8-b", XINGLONG["三(八)"], "查封扣押、强制拆除等涉及人身、生命健康和重大财产权益的现场全程音像记录",
    when=XINGLONG_HERE & BASE_ORGAN & (organ.major_scenes > 0), demands=organ.major_scenes_filmed >= organ.major_scenes,
    fix="查明没有记录的现场和原因，今后全程记录",
)
SCENES_FILMED = Duty(
    "P2-2-3", HEILONGJIANG["二(二)3(3)"], "查封扣押、强制拆除等现场执法活动全程音像记录，不漏一次",
    when=HEILONGJIANG_HERE & (organ.major_scenes > 0), demands=organ.major_scenes_filmed >= organ.major_scenes,
    fix="查明没有记录的现场和原因，今后全程记录",
)
RECORDINGS_AT_HAND = Duty(
    "P2-2-4", HEILONGJIANG["二(二)5(1)"], "决定前各环节审核文字记录时，可以实时调阅相应的音像记录",
    when=HEILONGJIANG_HERE, demands=organ.recordings_at_hand.column,
    fix="建立记录信息调阅制度，向审核人员开放相应的音像记录",
)
ONE_FILE = Duty(
    "P1-12", XINGLONG["三(十二)"], "同一执法对象的文字、音像记录“一户式”集中储存",
    when=XINGLONG_HERE & BASE_ORGAN, demands=organ.one_file_a_party.column,
    fix="按执法对象归并记录，集中储存",
)
NOT_TOO_LARGE = Duty(
    "P1-F2", XINGLONG["附件第二条"], "执法场所按办公用房标准配置，不得超标",
    when=XINGLONG_HERE & BASE_ORGAN, demands=organ.office_area <= organ.office_area_most,
    fix="腾退超出标准的用房",
)
ROOM_FOR_EACH = Duty(
    "P1-F3", XINGLONG["附件第三条"], "人均办公建筑面积原则上不低于本地规定，乡镇、街道分别规定",
    when=(organ.organ_role == "township") & organ.area_each_township.known | (organ.organ_role == "street") & organ.area_each_street.known,
    demands=(organ.organ_role == "township") & (organ.office_area >= organ.officers * organ.area_each_township.column)
    | (organ.organ_role == "street") & (organ.office_area >= organ.officers * organ.area_each_street.column),
    fix="在办公用房标准之内调剂增加执法场所",
)
ROOMS = Duty(
    "P1-F4", XINGLONG["附件第四条"], "执法场所满足登记、执勤、指挥、询问、听证、物证、档案、车辆停放八项需要",
    when=XINGLONG_HERE & BASE_ORGAN, demands=organ.rooms.has_all(whole(Room)),
    fix="补齐缺少的功能区，可以合并使用",
)
ROOMS_FILMED = Duty(
    "P1-F6", XINGLONG["附件第六条"], "信息登记、询问、听证场所配备全程录音录像监控",
    when=XINGLONG_HERE & BASE_ORGAN, demands=organ.rooms_filmed.has_all(FILMED_ROOMS),
    fix="为没有监控的场所配备录音录像系统",
)
RECEPTION = Duty(
    "P1-F7", XINGLONG["附件第七条"], "设置接待群众投诉举报的场所，按规定受理",
    when=XINGLONG_HERE & BASE_ORGAN, demands=organ.reception.column & (organ.complaints_dealt >= organ.complaints),
    fix="设置接待场所；没有受理的投诉举报立即受理",
)
EQUIPMENT_FILED = DueBy(
    "P2-7-3", HEILONGJIANG["三(七)1(3)"], "省直部门每年在规定日期前报送装备标准、装备规划、设施规划和年度实施计划",
    due="每年规定的日期前",
    when=(organ.organ_rank == "province") & organ.equipment_by.known,
    by=((organ.equipment_filed_on, organ.equipment_by.column),), demands=organ.equipment_plans.has_all(whole(EquipmentPlan)),
    fix="四件补齐后报省司法厅",
)
DEVICES_CLEARED = DueBy(
    "P3-6", LIAOCHENG["三(二)6"], "在规定日期前清理、规范执法类电子技术监控设备",
    when=(organ.devices > 0) & organ.devices_by.known, by=((organ.devices_cleared_on, organ.devices_by.column),),
    fix="逐台清理，不合规范的停用或者整改",
)
PLATFORM = DueBy(
    "P4-5-1", XINSHAO["清单五1"], "在规定日期前上线一体化平台，处罚、强制、检查、许可都纳入平台",
    when=~organ.platform_exempt.holds & organ.platform_by.known, by=((organ.platform_on, organ.platform_by.column),),
    demands=organ.platform_acts.has_all(whole(Act)),
    fix="把没有纳入的执法活动纳入平台；依法不纳入的登记依据",
)
SYSTEMS_LINKED = DueBy(
    "P4-5-2", XINSHAO["清单五2"], "已建执法、监督系统的，在规定日期前与一体化平台互联互通",
    when=(organ.own_systems > 0) & organ.systems_linked_by.known, by=((organ.systems_linked_on, organ.systems_linked_by.column),),
    fix="按标准完成数据对接",
)
BUDGETED = Duty(
    "P3-13", LIAOCHENG["三(五)13"], "执法工作经费、装备配备费用纳入本单位预算",
    when=LIAOCHENG_HERE & ENFORCER, demands=organ.budget.has_all(whole(Budget)),
    fix="编制或者调整预算时补列",
)
INCOME_UNTIED = Duty(
    "P2-7-4", HEILONGJIANG["三(七)2"], "收费、罚没收入不得同部门利益挂钩",
    when=HEILONGJIANG_HERE, demands=~organ.income_tied.column,
    fix="立即取消挂钩的做法，报财政部门纠正",
)
FINES_NOT_APPRAISED = Duty(
    "P1-21-a", XINGLONG["五(二十一)"], "罚没款不得同乡镇及其人员的考核、考评挂钩",
    when=XINGLONG_HERE & BASE_ORGAN, demands=~organ.fines_in_appraisal.column,
    fix="从考核指标中去掉罚没金额",
)
NO_TARGETS = Duty(
    "P1-21-b", XINGLONG["五(二十一)"], "不得下达或者变相下达罚没指标",
    when=XINGLONG_HERE, demands=organ.fine_targets == 0,
    fix="撤销已经下达的指标",
)
NEITHER_TIED_NOR_SET = Duty(
    "HB-030-3", HEBEI_TOWNSHIPS[30, 3], "罚没款不得与考核考评挂钩，也不得下达处罚指标；执法办案的数量作为考评依据的不在此列",
    when=in_place(organ.organ_place, HEBEI) & BASE_ORGAN, demands=~organ.fines_in_appraisal.column & (organ.fine_targets == 0),
    fix="从考核指标中去掉罚没金额，撤销已经下达的指标",
)

RULES = (
    TOWNSHIP_RECORDERS, RECORDERS_A, RECORDERS_B, TOWNSHIP_FILMED, SCENES_FILMED, RECORDINGS_AT_HAND, ONE_FILE, NOT_TOO_LARGE, ROOM_FOR_EACH,
    ROOMS, ROOMS_FILMED, RECEPTION, EQUIPMENT_FILED, DEVICES_CLEARED, PLATFORM, SYSTEMS_LINKED, BUDGETED, INCOME_UNTIED, FINES_NOT_APPRAISED,
    NO_TARGETS, NEITHER_TIED_NOR_SET,
)  # fmt: skip
