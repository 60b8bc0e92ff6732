"""机关的人员和培训: how many serve, what is published of them, what training an organ holds."""

from fadu.law.policies.terms import (
    BASE_ORGAN,
    ENFORCER,
    JUSTICE,
    LIAOCHENG_HERE,
    XINGLONG_HERE,
    DueBy,
    reached,
    whole,
)
from fadu.law.rules import Duty
from fadu.law.statutes import HEBEI_DISTRICT, HEILONGJIANG, LIAOCHENG, XINGLONG
from fadu.law.vocabulary import organ
from fadu.law.vocabulary.lists import Discipline, OfficerShown

OFFICERS_SHOWN = Duty(
    "P1-3-b", XINGLONG["二(三)"], "执法人员的姓名、证号、执法类别和所属单位都要公示",
    when=XINGLONG_HERE & BASE_ORGAN, demands=organ.officers_shown.has_all(whole(OfficerShown)),
    fix="在公示栏和公示平台补齐缺少的人员信息",
)
LAW_HOURS_HELD = Duty(
    "P1-5-a", XINGLONG["二(五)"], "司法行政部门每年为乡镇执法人员组织公共法律知识培训，学时不少于本地规定",
    due="每年年底前",
    when=JUSTICE & organ.public_law_hours_due.known, demands=reached(organ.public_law_hours >= organ.public_law_hours_due, organ.year_closed_on),
    fix="在年底前补足培训学时",
)
TOWNSHIPS_TAUGHT = Duty(
    "P1-5-b", XINGLONG["二(五)"], "下放、赋权的部门每年为乡镇街道执法人员组织业务培训，次数不少于本地规定",
    due="每年年底前",
    when=ENFORCER & (organ.granted_down > 0) & organ.township_sessions_due.known,
    demands=reached(organ.township_sessions >= organ.township_sessions_due, organ.year_closed_on),
    also={"P0-2-b": HEBEI_DISTRICT["二(一)2"]},
    fix="就下放事项补办专题培训",
)
POSTS = Duty(
    "P1-6-a", XINGLONG["二(六)"], "乡镇综合执法队的编制在本地规定的人数之内",
    when=(organ.organ_role == "township") & organ.team_posts_least.known & organ.team_posts_most.known,
    demands=(organ.team_posts >= organ.team_posts_least) & (organ.team_posts <= organ.team_posts_most),
    fix="报县编制部门调整综合执法队编制",
)
FULLTIME = Duty(
    "P1-6-b", XINGLONG["二(六)"], "乡镇实际专职执法人员原则上不少于本地规定的人数",
    when=(organ.organ_role == "township") & ~organ.small_township.column & organ.team_fulltime_due.known,
    demands=organ.team_fulltime >= organ.team_fulltime_due,
    fix="统筹调配人员，使岗位编制与实际工作一致",
)
FULLTIME_SMALL = Duty(
    "P1-6-c", XINGLONG["二(六)"], "县文件指定的小乡，实际专职执法人员不少于另定的人数",
    when=(organ.organ_role == "township") & organ.small_township.column & organ.team_fulltime_small.known,
    demands=organ.team_fulltime >= organ.team_fulltime_small,
    fix="统筹调配人员，达到另定的人数",
)
ENOUGH_REVIEWERS = Duty(
    "P2-3-1", HEILONGJIANG["二(三)1(2)"], "法制审核人员占执法人员总数的比例原则上不低于本地规定",
    when=organ.reviewers_share_due.known & (organ.officers > 0),
    demands=organ.reviewers * 100 >= organ.officers * organ.reviewers_share_due.column,
    fix="充实法制审核岗位，或者调用系统内法律顾问、公职律师",
)
SYSTEMS_TAUGHT = Duty(
    "P2-5", HEILONGJIANG["三(五)1"], "每年组织“三项制度”专题学习培训或者业务交流，次数不少于本地规定",
    due="每年年底前",
    when=organ.systems_sessions_due.known, demands=reached(organ.systems_sessions >= organ.systems_sessions_due, organ.year_closed_on),
    fix="在年底前补办专题学习培训会或者业务交流会",
)
PLAN_FILED = DueBy(
    "P3-2-a", LIAOCHENG["三(一)2"], "市级执法机关在规定日期前把当年培训计划报同级司法行政机关备案",
    due="每年规定的日期前",
    when=(organ.organ_rank == "city") & ENFORCER & organ.training_plan_by.known,
    by=((organ.training_plan_filed_on, organ.training_plan_by.column),),
    fix="立即报备，并说明逾期的原因",
)
ROTATION = DueBy(
    "P3-2-b", LIAOCHENG["三(一)2"], "在规定日期前完成执法队伍全员轮训",
    due="规定的日期前",
    when=organ.rotation_by.known, by=((organ.rotation_done_on, organ.rotation_by.column),),
    also={"P0-2-c": HEBEI_DISTRICT["二(一)2"]},
    fix="立即安排没有参加轮训的人员补训",
)
IN_ORDER = Duty(
    "P3-3-b", LIAOCHENG["三(一)3"], "公告执法主体、清理执法人员资格、建立退出机制",
    when=LIAOCHENG_HERE, demands=organ.discipline.has_all(whole(Discipline)),
    fix="补办缺少的一项",
)
SECONDED = Duty(
    "P3-7-b", LIAOCHENG["三(三)7"], "县级部门派驻乡镇街道的力量由乡镇街道统一指挥调度",
    when=LIAOCHENG_HERE & (organ.organ_rank == "county") & (organ.seconded > 0), demands=organ.seconded_commanded >= organ.seconded,
    fix="把派驻人员纳入乡镇街道统一指挥调度",
)

RULES = (
    OFFICERS_SHOWN, LAW_HOURS_HELD, TOWNSHIPS_TAUGHT, POSTS, FULLTIME, FULLTIME_SMALL, ENOUGH_REVIEWERS, SYSTEMS_TAUGHT, PLAN_FILED,
    ROTATION, IN_ORDER, SECONDED,
)  # fmt: skip
