"""Facts of an organ's year: premises, equipment, recordings, systems, money (场所、装备、记录、信息化、经费)."""

from fadu.law.facts import count, day, flag, members, text
from fadu.law.vocabulary.lists import Act, Budget, EquipmentPlan, Room


class OrganMeans:
    """场所、装备、音像记录、信息化、经费."""

    GRAIN = "organ"

    av_class = text("音像记录设备配备类别（须有认定）", (("a", "甲类（A 类）"), ("b", "乙类（B 类）"), ("c", "丙类（C 类）")))
    recorders = count("执法记录仪和手持执法终端台数")
    recorder_officers_a = count("甲类每台记录设备对应的人数上限")
    recorder_officers_b = count("乙类每台记录设备对应的人数上限")
    recorder_officers_township = count("乡镇每台记录设备对应的人数上限")
    office_area = count("执法机构办公建筑面积（平方米）")
    office_area_most = count("按办公用房标准的面积上限（平方米）")
    area_each_township = count("乡镇人均办公面积下限（平方米）")
    area_each_street = count("街道人均办公面积下限（平方米）")
    rooms = members("执法场所满足的功能", Room)
    rooms_filmed = members("配备全程录音录像监控的场所", Room)
    reception = flag("设置了接待群众投诉举报的场所")

    major_scenes = count("直接涉及人身自由、生命健康、重大财产权益的现场执法次数")
    major_scenes_filmed = count("其中全程音像记录的次数")
    recordings_at_hand = flag("审核时可以实时调阅相应的音像记录")
    one_file_a_party = flag("同一执法对象的文字、音像记录集中储存")

    equipment_plans = members("报送的装备标准和规划", EquipmentPlan)
    equipment_filed_on = day("报送装备标准和规划日期")
    equipment_day = count("报送装备标准和规划的最后一日（月日）")
    equipment_by = day("报送装备标准和规划的最后一日")
    devices = count("执法类电子技术监控设备数")
    devices_cleared_on = day("执法类电子技术监控设备清理完成日期")
    devices_by = day("清理监控设备的最后一日")

    platform_on = day("全面上线一体化平台日期")
    platform_by = day("上线一体化平台的最后一日")
    platform_acts = members("纳入平台的执法活动", Act)
    platform_exempt = flag("依法不纳入平台（另有规定、涉密或者使用统建系统）")
    own_systems = count("已建执法或者监督信息系统数")
    systems_linked_on = day("已建系统与平台互联互通日期")
    systems_linked_by = day("互联互通的最后一日")

    budget = members("纳入预算的费用", Budget)
    income_tied = flag("收费、罚没收入同部门利益直接或者变相挂钩")
    fine_targets = count("下达或者变相下达的罚没指标数")
