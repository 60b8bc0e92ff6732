"""行政检查、征收征用、其他行政行为."""

from fadu.law.papers.paper import inner, outer
from fadu.law.statutes import BUSINESS_CLIMATE, CIVIL_CODE, LICENCE, PENALTY

PAPERS = (
    inner("inspection_approval", "行政检查审批表", BUSINESS_CLIMATE[54, 1], source="任务来源", basis="检查依据", matters="检查内容", officers="检查人员", times="本年度已检查次数", opinion="审批意见"),
    outer("inspection_notice", "行政检查通知书", LICENCE[62, 1], LICENCE[63], matters="检查内容", time="检查时间", officers="检查人员", rights="权利", discipline="纪律", number_word="检通"),
    inner("inspection_record", "行政检查现场记录", LICENCE[61, 2], PENALTY[55, 1], officers="检查人员", card="出示执法证件", items="检查项目", problems="发现的问题", signed="签名"),
    outer("inspection_result", "行政检查结果告知书", LICENCE[61, 2], found="检查结论", result="检查结果", demands="改正要求", until="改正期限", number_word="检结"),
    inner("inspection_recheck", "行政检查复查表", LICENCE[61, 1], demands="改正要求", result="复查情况", corrected="已经改正"),
    outer("licensee_report", "被许可人违法情况抄告函", LICENCE[64], facts="违法事实和处理结果", number_word="许抄"),
    outer("requisition_decision", "征收征用决定书", CIVIL_CODE[117], need="公共利益", goods="财产", compensation="补偿", returned="返还", review="行政复议", suit="行政诉讼", number_word="征决"),
    inner("requisition_list", "征收征用财产清单", CIVIL_CODE[117], goods="财产名称", counted="清点", signed="签名或者盖章"),
    outer("requisition_return", "征用财产返还通知书", CIVIL_CODE[117], on="返还日期", damaged="毁损、灭失", receiver="接收人", number_word="征返"),
    outer("plain_decision", "行政决定书", BUSINESS_CLIMATE[64, 2], content="决定内容", grounds="事实、理由和依据", review="行政复议", suit="行政诉讼", number_word="行决"),
)
