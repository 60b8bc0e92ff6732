"""行政许可: from the application to the end of a licence."""

from fadu.law.papers.paper import inner, outer
from fadu.law.statutes import LICENCE

PAPERS = (
    inner("licence_application", "行政许可申请登记表", LICENCE[29, 1], LICENCE[32, 1, 4], matter="申请事项", applicant="申请人", received="收到材料日期", materials="收到的材料"),
    outer("materials_notice", "行政许可申请材料补正告知书", LICENCE[32, 1, 4], lacking="需要补正的内容", until="补正期限", number_word="许补"),
    outer("licence_acceptance", "行政许可受理通知书", LICENCE[32, 1, 5], LICENCE[32, 2], on="受理日期", basis="许可依据", term="办理期限", number_word="许受"),
    outer("licence_refusal", "行政许可不予受理决定书", LICENCE[32, 1, 1], LICENCE[32, 1, 2], LICENCE[32, 2], ground="不予受理的情形", reason="理由", review="行政复议", suit="行政诉讼", number_word="许不受"),
    inner("licence_verification", "行政许可实地核查记录", LICENCE[34, 3], officers="核查人员", place="核查地点", findings="核查情况", signed="签名"),
    outer("interested_notice", "行政许可利害关系人告知书", LICENCE[36], matter="许可事项", rights="陈述和申辩", number_word="许利"),
    outer("time_notice", "行政许可所需时间告知书", LICENCE[45], matter="事项", needed="所需时间", number_word="许时"),
    outer("licence_extension", "行政许可延长期限告知书", LICENCE[42, 1], LICENCE[42, 2], days="延长", reason="延长的理由", number_word="许延"),
    outer("licence_hearing_right", "行政许可听证权利告知书", LICENCE[47, 1], LICENCE[47, 2], right="要求听证的权利", term="五日内", cost="费用", number_word="许听告"),
    outer("licence_hearing_notice", "行政许可听证通知书", LICENCE[48, 1, 1], LICENCE[48, 1, 3], time="听证时间", place="听证地点", chair="听证主持人", recusal="申请回避", number_word="许听通"),
    inner("licence_hearing_record", "行政许可听证笔录", LICENCE[48, 1, 4], LICENCE[48, 1, 5], view="审查意见", debate="申辩和质证", signed="签名或者盖章"),
    outer("licence_grant", "准予行政许可决定书", LICENCE[38, 1], LICENCE[40], content="准予的内容", valid="有效期", number_word="许准"),
    outer("licence_denial", "不予行政许可决定书", LICENCE[38, 2], reason="理由", review="行政复议", suit="行政诉讼", number_word="许不准"),
    inner("licence_ground_register", "许可撤销撤回注销事由登记表", LICENCE[69, 1], LICENCE[70], ground="事由", facts="查明的事实", number="许可证件编号"),
    outer("licence_revocation", "撤销行政许可决定书", LICENCE[69, 1], LICENCE[69, 2], LICENCE[69, 4], reason="撤销的理由", loss="赔偿", review="行政复议", suit="行政诉讼", number_word="许撤"),
    outer("licence_withdrawal", "变更（撤回）行政许可决定书", LICENCE[8, 2], reason="理由", interest="公共利益", loss="补偿", review="行政复议", suit="行政诉讼", number_word="许变撤"),
    outer("licence_cancellation", "注销行政许可通知书", LICENCE[70], how="注销情况", void="作废", number_word="许销"),
)
