"""The stages of a matter as they are told to its party (办理进度): by kind of stage, with what is the organ's own business left out.

兴隆县指导意见三(七) and 黑政办发〔2019〕26号二(一)2(3): 办理进度查询. What is told is where the matter stands and who has to act,
never what was thought of it: not how it came up, who reviewed it, nor that it went to the police (刑事诉讼法 keeps that for itself).
"""

from collections.abc import Mapping

SECRET = frozenset({"transferred", "with_justice", "source", "not_filed", "proposed", "approved", "planned", "dropped", "declined", "found"})
"""Stages of which nothing is told: before the party was told of anything, or where the matter left the organ."""
UNTOLD = "依法办理中"
"""What is said in place of a stage of which nothing is told."""

TOLD: Mapping[str, str] = {
    "investigating": "机关正在调查，收集证据",
    "concluded": "调查结束，机关正在审查",
    "notified": "机关已经告知拟作出的处罚，您可以陈述、申辩",
    "hearing": "听证",
    "heard": "听证已经结束，机关正在研究",
    "reviewed": "机关正在研究处理意见",
    "discussed": "机关正在研究处理意见",
    "decided": "机关已经作出决定",
    "served": "决定已经送达，等待履行",
    "performed": "决定已经履行",
    "spot": "当场查明并告知",
    "held": "措施正在实施，机关应当在法定期限内作出处理",
    "received": "申请已经收到，机关正在核对材料",
    "supplementing": "等待补正材料",
    "accepted": "申请已经受理，机关正在审查",
    "issued": "决定已经颁发、送达",
    "refused": "不予受理",
    "reported": "初审完毕，已经报送上级机关",
    "demanded": "机关已经催告，您可以陈述、申辩",
    "ordered": "机关已经作出执行决定",
    "delivered": "执行决定已经送达",
    "executed": "执行完毕",
    "conducted": "现场检查已经完成",
    "told": "结果已经告知",
    "examined": "机关正在审查",
    "taken": "财物已经接收",
    "ended": "程序已经终结",
    "closed": "已经办结",
    "archived": "已经办结",
}
"""What is said of each stage; one that is not named is told by its label on the public flowchart."""

OWED = frozenset((
    "decided_on", "served_on", "hearing_held_on", "preserve_disposed_on", "measure_disposed_on", "measure_served_on", "permit_decided_on",
    "licence_answered_on", "licence_decided_on", "licence_hearing_held_on", "licence_issued_on",
))  # fmt: skip
"""What the organ owes the party within a period: the clocks that end with these facts are told; its inner ones are not."""


def told(stage: str, label: str) -> str:
    """What is said of a stage."""
    return UNTOLD if stage in SECRET else TOLD.get(stage, label)
