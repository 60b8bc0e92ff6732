"""Facts of hearings by the rules of 2021, of fines and their collection (听证、罚款)."""

from fadu.law.facts import count, day, members, text
from fadu.law.vocabulary.hearing_marks import BankTold, HearingHeld, HearingReady, HearingReportPart, Stated


class Fines:
    """听证的准备和举行、罚款的代收."""

    GRAIN = "case"

    hearing_asked_how = text(
        "要求听证的方式",
        (("written", "书面"), ("receipt", "在送达回证上签署意见"), ("oral_signed", "口头，已记入笔录并由当事人签名"), ("oral", "口头，笔录没有当事人签名")),
    )
    hearing_chair_on = day("确定听证主持人日期")
    hearing_file_on = day("案件材料移交听证主持人日期")
    hearing_fixed_on = day("确定听证时间、地点日期")
    hearing_members = count("听证员人数")
    hearing_handlers = count("听证主持人、听证员、记录员中的办案人员数")
    hearing_ready = members("听证的准备", HearingReady)
    hearing_announced_on = day("公开听证公告日期")
    hearing_third_told_on = day("通知第三人日期")
    hearing_handlers_told_on = day("通知办案人员日期")
    hearing_recusal_of = text("听证中被申请回避的人", (("chair", "听证主持人"), ("member", "听证员"), ("clerk", "记录员"), ("interpreter", "翻译人员")))
    hearing_recusal_by = text("决定听证回避的人", (("head", "机关负责人"), ("chair", "听证主持人"), ("other", "其他人")))
    hearing_paused_on = day("中止听证日期")
    hearing_pause_ground = text(
        "中止听证的情形",
        (
            ("force_majeure", "当事人因不可抗力无法参加"),
            ("succession", "当事人死亡或者终止，需要确定权利义务承受人"),
            ("recusal", "临时申请回避，无法当场决定"),
            ("evidence", "需要通知新的证人或者重新鉴定"),
            ("other", "其他需要中止的情形"),
        ),
    )
    hearing_resumed_on = day("恢复听证日期")
    hearing_given_up_by = text("撤回、放弃听证由谁表示", (("party", "当事人本人"), ("authorised", "代理人，有明确授权"), ("agent", "代理人，没有明确授权")))
    hearing_held_marks = members("听证的举行", HearingHeld)
    hearing_report_parts = members("听证报告的内容", HearingReportPart)

    fine_stated = members("决定书载明的缴款事项", Stated)
    bank_told = members("代收机构告知的缴款情况", BankTold)
