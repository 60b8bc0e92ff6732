"""Facts of an organ's year: its people and their training (人员、培训)."""

from fadu.law.facts import count, day, flag, members
from fadu.law.vocabulary.lists import Discipline, OfficerShown


class OrganPeople:
    """人员、编制、资格管理、培训."""

    GRAIN = "organ"

    officers = count("执法人员数")
    reviewers = count("法制审核人员数")
    reviewers_share_due = count("法制审核人员占执法人员的比例下限（百分数）")
    team_posts = count("综合执法队编制数")
    team_posts_least = count("综合执法队编制下限")
    team_posts_most = count("综合执法队编制上限")
    team_fulltime = count("实际专职执法人员数")
    team_fulltime_due = count("实际专职执法人员下限")
    team_fulltime_small = count("指定小乡实际专职执法人员下限")
    small_township = flag("属于县文件指定的小乡")
    officers_shown = members("已公示的执法人员信息", OfficerShown)
    discipline = members("执法主体和资格管理", Discipline)
    seconded = count("派驻乡镇、街道的执法人员数")
    seconded_commanded = count("由乡镇、街道统一指挥调度的派驻人员数")

    public_law_hours = count("组织乡镇执法人员公共法律知识培训的学时")
    public_law_hours_due = count("组织乡镇执法人员公共法律知识培训的学时下限")
    township_sessions = count("培训乡镇、街道执法人员的次数")
    township_sessions_due = count("培训乡镇、街道执法人员的次数下限")
    systems_sessions = count("“三项制度”专题学习培训或者业务交流次数")
    systems_sessions_due = count("“三项制度”专题学习的次数下限")
    training_plan_filed_on = day("当年培训计划报司法行政机关备案日期")
    training_plan_day = count("培训计划报备的最后一日（月日）")
    training_plan_by = day("培训计划报备的最后一日")
    rotation_done_on = day("全员轮训完成日期")
    rotation_day = count("全员轮训的最后一日（月日）")
    rotation_by = day("全员轮训的最后一日")
