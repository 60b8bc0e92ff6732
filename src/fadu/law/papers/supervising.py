"""行政执法监督: letters, orders, records and replies."""

from fadu.law.papers.paper import ONE_FOR_FILE, TO_ORGAN, inner, outer
from fadu.law.statutes import HEBEI_SUPERVISION, SHANDONG_SUPERVISION, SUPERVISION

PAPERS = (
    inner("supervision_filing", "监督事项审批表", SUPERVISION[14], SUPERVISION[33, 3], target="被监督机关", kind="监督类型", remedy="复议、诉讼情况", opinion="审批意见"),
    inner(
        "supervision_record", "行政执法监督记录", SUPERVISION[22], SHANDONG_SUPERVISION[22], HEBEI_SUPERVISION[19],
        people="监督人员", cards="出示监督证件", measures="监督措施", course="监督经过",
    ),
    outer(
        "supervision_urge", "行政执法监督督办函", SUPERVISION[27],
        facts="未履行的职责", demands="履行要求", until="报送", objection="异议", number_word="监督办", copies=TO_ORGAN,
    ),
    outer(
        "supervision_opinion", "行政执法监督意见书", SUPERVISION[28], SHANDONG_SUPERVISION[28],
        facts="查明的问题", basis="违反", demands="纠正要求", until="报送", objection="异议", number_word="监意", copies=TO_ORGAN,
    ),
    outer(
        "supervision_notice", "行政执法监督通知书", HEBEI_SUPERVISION[20], HEBEI_SUPERVISION[21],
        facts="存在的问题", demands="改正要求", until="三十日", objection="申请复查", number_word="监通", copies=TO_ORGAN,
    ),
    outer("supervision_answer", "行政执法监督异议处理答复书", SUPERVISION[30], HEBEI_SUPERVISION[21, 2], reason="异议", answer="处理意见", number_word="监复", copies=TO_ORGAN),
    inner("supervision_proposal", "监督处理建议报告", SUPERVISION[29], facts="查明的问题", proposal="处理建议", opinion="审批意见"),
    outer(
        "supervision_order", "行政执法监督决定书", SUPERVISION[29], SHANDONG_SUPERVISION[29, 2], HEBEI_SUPERVISION[22],
        facts="查明的事实", basis="依据", content="决定", report="执行情况", number_word="监决", copies=TO_ORGAN,
    ),
    inner("supervision_talk", "约谈记录", SUPERVISION[22], SHANDONG_SUPERVISION[26], HEBEI_SUPERVISION[26], who="被约谈人", content="约谈内容"),
    outer("supervision_people", "执法人员处理建议书", SUPERVISION[32], facts="事实和理由", proposal="建议", number_word="监建", copies=TO_ORGAN),
    outer("supervision_complaint_reply", "投诉举报处理结果反馈书", HEBEI_SUPERVISION[16], result="处理结果", kept="保密", number_word="监诉复", copies=ONE_FOR_FILE),
    inner("supervision_coordination", "执法争议协调记录", SUPERVISION[13], SHANDONG_SUPERVISION[18, 2], sides="争议各方", course="协调经过", result="是否达成一致"),
    outer(
        "supervision_assistance", "监督事项协助函", SHANDONG_SUPERVISION[24], HEBEI_SUPERVISION[23],
        matters="协助事项", until="期限", contact="联系人", number_word="监协助", copies=TO_ORGAN,
    ),
)  # fmt: skip
