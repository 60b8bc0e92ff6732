"""Facts of a penalty case that townships, counties and local plans ask for (乡镇街道办案、地方规定的期限)."""

from fadu.law.facts import count, day, flag, members, moment, text
from fadu.law.vocabulary.lists import SceneTold


class Township:
    """乡镇街道办案、地方公开归档期限."""

    GRAIN = "case"

    place_code = text("行政区划代码")
    publish_days = count("本地处罚决定公开的工作日")
    publish_other_days = count("本地其他执法决定公开的工作日")
    archive_days = count("本地归档的日数")
    upload_hours = count("本地音像记录存储的小时数")

    granted_away = flag("该事项的处罚权已经下放乡镇、街道行使")
    delegatee_township = flag("受委托的是乡镇人民政府或者街道办事处")
    delegation_filed = flag("委托已向县级人民政府备案")

    scene_told = members("现场公示和告知的内容", SceneTold)
    inside_boundary = flag("违法地点在县城城管界内")
    issued_as_township = flag("以乡镇人民政府、街道办事处名义作出")
    signed_by_chief = flag("由签批之日在任的行政负责人签批")
    discretion_told = flag("决定文书说明了裁量权的适用")
    social_risk = flag("可能造成重大社会影响或者引发社会风险")
    review_by_rule = flag("规章规定应当进行法制审核")
    benchmark_level = text("适用的裁量基准由谁制定", (("province", "省政府或者其部门"), ("city", "市级部门"), ("county", "县级部门"), ("township", "乡镇、街道自定")))
    benchmark_within = flag("下级基准在省级基准的范围内")
    review_organ = text("告知的复议机关", (("county", "县级人民政府"), ("department", "县级部门"), ("other", "其他")))

    clue_duty = text("违法行为属于谁的职责", (("own", "本乡镇、街道"), ("department", "有关行政执法部门"), ("several", "涉及多个部门，或者责任主体不明确")))
    clue_stopped = flag("已劝阻、制止")
    clue_told_on = day("告知有关行政执法部门日期")
    clue_reported_on = day("报请县级人民政府决定日期")
    township_told_on = day("告知有关乡镇、街道查处日期")

    assist_more = flag("协助部门需要补充资料")
    assist_more_on = day("协助部门告知补充资料日期")
    assist_more_days = count("补充资料所用的工作日")

    recorded_at = moment("音像记录制作完成时刻")
    recording_stored_at = moment("音像记录存入系统或者专用存储器时刻")

    forfeit_taken_on = day("没收财物清点登记日期")
    forfeit_watched = count("监督没收财物登记的执法人员数")
    forfeit_filmed = flag("没收财物以拍照、录音、摄像方式记录")
    forfeit_listed = flag("没收财物登记造册")
    destroy_approved_on = day("负责人批准销毁日期")
    destroyed_on = day("监督销毁日期")
    destroy_watched = count("监督销毁的执法人员数")
    destroy_filmed = flag("销毁全程拍照或者摄像")
