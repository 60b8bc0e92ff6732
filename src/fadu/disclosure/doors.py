"""What the public finds on the portal, in the order of an enforcement: before it, during it, after it, and how to check it."""

from typing import Any, NamedTuple

from django.urls import NoReverseMatch, reverse


class Door(NamedTuple):
    """A page of the portal: the part under which it stands, its label, a line of what is there, the name of its address."""

    part: str
    label: str
    told: str
    name: str


PARTS = {"before": "事前公开", "during": "事中公示", "after": "事后公开", "check": "核验和数据"}
"""The three times of publication (国办发〔2018〕118号 二), and what lets anybody check them."""

DOORS = (
    Door("before", "执法机关", "谁可以执法：主体资格、职责、地址和电话", "before:organs"),
    Door("before", "执法人员", "持证人员的姓名、证号、类别和单位", "before:officers"),
    Door("before", "权责清单", "可以做什么：执法事项和依据", "before:powers"),
    Door("before", "随机抽查事项", "查什么、怎么查、查多少", "before:random"),
    Door("before", "服务指南", "怎样申请：条件、材料、时限和收费", "before:guides"),
    Door("before", "执法流程图", "一件事分哪几步、各要多久", "before:charts"),
    Door("before", "裁量基准", "罚多少：情形和幅度", "before:benchmarks"),
    Door("before", "法制审核目录", "哪些重大决定要先经审核", "before:reviews"),
    Door("before", "委托执法", "受托组织、事项、期限和委托书", "before:contracts"),
    Door("before", "监督渠道", "投诉举报的电话和地址", "before:channels"),
    Door("during", "查验执法证", "核对来人的身份", "agencies:card_lookup"),
    Door("during", "执法告知", "凭文书上的编码看告知的事由、依据和权利", "during:notices"),
    Door("during", "办理进度", "凭文书上的编码看办到哪一步", "during:progress"),
    Door("during", "窗口岗位", "窗口谁在办、办什么、怎么问、向谁投诉", "during:windows"),
    Door("during", "监控设备", "电子技术监控设备的地点和检定", "equipment:public_devices"),
    Door("after", "执法结果", "已经公示的处罚、许可等决定", "disclosure:results"),
    Door("after", "年度统计", "一年办了多少、怎样办的", "disclosure:annual_published"),
    Door("after", "三项制度报告", "公示、全过程记录、法制审核做得怎样", "threefold:published"),
    Door("check", "核验文书", "手里的文书是不是真的、还有没有效", "verify:home"),
    Door("check", "开放数据", "全部公示信息的数据集和接口", "opendata:home"),
    Door("check", "公开日志", "每条记录的凭证", "cases:log"),
)


def doors() -> list[dict[str, Any]]:
    """The parts with those of their pages that this installation has."""
    parts: list[dict[str, Any]] = []
    for part, label in PARTS.items():
        pages = [{"label": door.label, "told": door.told, "href": href} for door in DOORS if door.part == part and (href := _address(door.name))]
        if pages:
            parts.append({"id": part, "label": label, "pages": pages})
    return parts


def _address(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
