"""Papers that single fields of enforcement add: the fine by the day in ecology, the receipt of the traffic police."""

from fadu.law.papers.paper import ONE_FOR_FILE, outer
from fadu.law.statutes import ECOLOGY_CODE, ROAD_TRAFFIC

PAPERS = (
    outer(
        "daily_decision",
        "按日连续处罚决定书",
        ECOLOGY_CODE[1060, 1],
        party="当事人",
        address="住所（住址）",
        order="责令改正",
        recheck="复查",
        reason="事实和理由",
        basis="依据",
        days="计罚日数",
        amount="罚款合计",
        review="行政复议",
        suit="行政诉讼",
        number_word="连罚",
        copies=ONE_FOR_FILE,
    ),
    outer(
        "eia_notice",
        "环境影响评价文件审批意见",
        ECOLOGY_CODE[102, 2],
        party="建设单位",
        project="建设项目",
        received="收到",
        decision="审批结果",
        reason="意见和要求",
        review="行政复议",
        suit="行政诉讼",
        number_word="环审",
        copies=ONE_FOR_FILE,
    ),
    outer(
        "holding_receipt",
        "公安交通管理行政强制措施凭证",
        ROAD_TRAFFIC[110, 1],
        ROAD_TRAFFIC[112, 1],
        party="当事人",
        place="地点",
        reason="理由",
        objects="扣留的证件或者车辆",
        term="接受处理",
        review="行政复议",
        suit="行政诉讼",
        number_word="交强",
        copies=ONE_FOR_FILE,
    ),
)
