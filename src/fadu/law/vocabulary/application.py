"""Facts of application: whether to penalise, how heavily, under which edition of the law (适用)."""

from fadu.law.facts import count, day, flag, text

NONE_GROUND = (
    ("minor", "轻微并及时改正、没有造成危害后果"),
    ("first", "初次违法且危害后果轻微并及时改正"),
    ("no_fault", "有证据足以证明没有主观过错"),
    ("age", "不满十四周岁"),
    ("incapable", "不能辨认或者不能控制自己行为"),
    ("too_late", "超过追责时效"),
)
"""Why no penalty is given (行政处罚法第三十条、第三十一条、第三十三条、第三十六条)."""


class Application:
    """责任能力、从轻减轻、不予处罚、从旧兼从轻、一事不再罚."""

    GRAIN = "case"

    none_ground = text("不予处罚的情形", NONE_GROUND)
    guardian_ordered = flag("已责令监护人加以管教、看管和治疗")
    no_fault_proven = flag("当事人有证据足以证明没有主观过错")
    lighter = flag("从轻处罚（在幅度内较低）")
    concurrence = text("法律规范的竞合", (("one", "只违反一个法律规范"), ("highest", "违反多个法律规范，按罚款数额高的规定处罚"), ("other", "违反多个法律规范，没有按数额高的规定处罚")))
    law_applied = text("适用的规定", (("old", "新的规定不较轻，适用违法行为发生时的规定"), ("new", "新的规定较轻或者不认为是违法，适用新的规定")))
    criminal_fined = flag("人民法院已判处罚金")
    revokes_business_licence = flag("吊销的是营业执照")

    device_used = flag("以电子技术监控设备记录为证据")
    device_record_passed = flag("监控记录经审核符合要求")
    device_told_on = day("监控记录的违法事实告知当事人日期")
    evidence_of_kind = count("属于法定种类的证据件数")

    hearing_ended_by = text("听证终止的情形", (("withdrawn", "书面撤回听证要求"), ("absent", "无正当理由拒不出席"), ("left", "未经许可中途退出")))
    hearing_parts = count("听证笔录记明的环节数（调查人员提出、当事人申辩质证）")
    transcript_followed = flag("决定依据的事实、证据均见于听证笔录")
